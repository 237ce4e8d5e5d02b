"""HTML as blocks: judgments that courts publish as web pages, and what mammoth makes of a Word document."""

from __future__ import annotations

import re
from collections import Counter

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from caselaw.intake.blocks import Block, Kind, Reading, Run, Unreadable, tidy

# What surrounds a judgment on a page, or is no text.
_ASIDE = set(
    "script style template noscript nav header footer aside form button select input textarea svg iframe object head "
    "dialog".split()
)
_BLOCKS = set(
    "p div section article main body html center address figure figcaption details summary pre dl dt dd "
    "fieldset hgroup".split()
)
_STRONG, _EMPHASIS = {"strong", "b"}, {"em", "i", "cite"}
_HEADING = re.compile(r"h([1-6])")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_BOLD_STYLE = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_ITALIC_STYLE = re.compile(r"font-style\s*:\s*italic", re.IGNORECASE)
# How mammoth and Word itself name footnotes.
_NOTE = re.compile(r"#?(footnote|endnote|_ftn|_edn|ftn|edn)-?(\d{1,4})")
_NOTE_BACK = re.compile(r"#(?:footnote-ref|endnote-ref|_ftnref|_ednref)-?\d+")
_GAP = re.compile(r"\n\s*\n")
_DEEPEST = 200


def read_html(page: str | bytes) -> Reading:
    """Return the judgment in a web page, without what surrounds it.

    Raises ``Unreadable`` where the page is nested beyond sense.
    """
    soup = BeautifulSoup(page, "html.parser")
    if soup.original_encoding is None and isinstance(page, bytes) and page.strip():
        raise Unreadable("encoding")
    root = soup.find("main") or soup.find("article") or soup.find(None, {"role": "main"}) or soup.body or soup
    reader = _Reader(_notes_in(root))
    reader.read(root, 0)
    reader.flush()
    return Reading(tuple(reader.blocks), reader.notices)


def _notes_in(root: Tag) -> frozenset[str]:
    """Return the labels of footnotes that are both referred to and written out."""
    labels = [_label(str(link.get("href", ""))) for link in root.find_all("a")]
    written = {_label(str(element.get(name, ""))) for element in root.find_all(True) for name in ("id", "name")}
    return frozenset(label for label in labels if label and label in written)


def _label(name: str) -> str:
    match = _NOTE.fullmatch(name)
    return f"{'e' if 'e' in match[1][:2] else ''}{match[2]}" if match else ""


class _Reader:
    """Walks through a page and collects its blocks."""

    def __init__(self, notes: frozenset[str]) -> None:
        self.blocks: list[Block] = []
        self.notices: Counter[str] = Counter()
        self._notes = notes
        self._done: set[str] = set()
        self._runs: list[Run] = []
        self._as = Block(Kind.PARAGRAPH)
        self._strong = self._emphasis = 0

    def read(self, element: Tag, depth: int) -> None:
        if depth > _DEEPEST:
            raise Unreadable("nested")
        for child in element.children:
            if type(child) is NavigableString:
                self._runs.append(Run(str(child).replace("\n", " "), self._strong > 0, self._emphasis > 0))
            elif isinstance(child, Tag) and not _is_aside(child):
                self._read_tag(child, depth + 1)

    def flush(self, then: Block | None = None) -> None:
        """End the present block; two line breaks in a row divide it."""
        for runs in _divided(self._runs):
            if tidied := tidy(runs):
                block = self._as
                self.blocks.append(Block(block.kind, tidied, block.level, block.mark))
                if block.kind is Kind.ITEM:  # what else stands in the item
                    self._as = Block(Kind.PARAGRAPH)
        self._runs = []
        self._as = then or self._as

    def _read_tag(self, tag: Tag, depth: int) -> None:
        name = tag.name
        if name in ("img", "picture"):
            self.notices["pictures"] += 1
        elif name == "br":
            self._runs.append(Run("\n"))
        elif name in ("table", "ul", "ol"):
            (self._read_table if name == "table" else self._read_list)(tag, depth)
        elif heading := _HEADING.fullmatch(name):
            self._read_as(Block(Kind.HEADING, level=int(heading[1])), tag, depth)
        elif name == "blockquote":
            self._read_as(Block(Kind.QUOTE), tag, depth)
        elif name in _BLOCKS:
            label = _label(str(tag.get("id", "")))
            self._read_as(Block(Kind.NOTE, mark=label) if label in self._notes else self._as, tag, depth)
        elif name != "a" or not self._read_link(tag):
            self._read_inline(tag, depth)

    def _read_as(self, block: Block, tag: Tag, depth: int) -> None:
        outer = self._as
        self.flush(block)
        self.read(tag, depth)
        self.flush(outer if outer.kind is not Kind.ITEM or self._as is outer else Block(Kind.PARAGRAPH))

    def _read_inline(self, tag: Tag, depth: int) -> None:
        style = str(tag.get("style", ""))
        strong = tag.name in _STRONG or _BOLD_STYLE.search(style) is not None
        emphasis = tag.name in _EMPHASIS or _ITALIC_STYLE.search(style) is not None
        self._strong, self._emphasis = self._strong + strong, self._emphasis + emphasis
        self.read(tag, depth)
        self._strong, self._emphasis = self._strong - strong, self._emphasis - emphasis

    def _read_link(self, tag: Tag) -> bool:
        """Read a reference to a footnote, or the mark before its text; other links are read as their words."""
        address = str(tag.get("href", ""))
        if _NOTE_BACK.fullmatch(address):
            label = _label(str(tag.get("name", "") or tag.get("id", "")))
            if label in self._notes:
                self._as = Block(Kind.NOTE, mark=label)
            return True
        if (label := _label(address)) in self._notes and label not in self._done:
            self._done.add(label)
            self._runs.append(Run("", note=label))
            return True
        return False

    def _read_list(self, tag: Tag, depth: int) -> None:
        outer = self._as
        level = outer.level + 1 if outer.kind is Kind.ITEM else 0
        self.flush()
        start = str(tag.get("start", "1"))
        number = int(start) if start.isdigit() else 1
        for item in tag.find_all("li", recursive=False):
            value = str(item.get("value", ""))
            number = int(value) if value.isdigit() else number
            label = _label(str(item.get("id", "")))
            mark = str(number) if tag.name == "ol" else "-"
            self._as = Block(Kind.NOTE, mark=label) if label in self._notes else Block(Kind.ITEM, (), level, mark)
            self.read(item, depth)
            self.flush(outer)
            number += 1
        self._as = Block(Kind.PARAGRAPH) if outer.kind is Kind.ITEM else outer

    def _read_table(self, table: Tag, depth: int) -> None:
        rows = [row.find_all(["td", "th"], recursive=False) for row in table.find_all("tr")]
        if table.find("table") or max((len(row) for row in rows), default=0) < 2 or _is_layout(table):
            for cell in (cell for row in rows for cell in row if cell.find_parent("table") is table):
                self._read_as(Block(Kind.PARAGRAPH), cell, depth)
            return
        self.flush()
        words = tuple(tuple(_cell(cell) for cell in row) for row in rows if row)
        self.notices["tables"] += 1
        if any(any(row) for row in words):
            self.blocks.append(Block(Kind.TABLE, rows=words))


def _cell(cell: Tag) -> str:
    return "".join(run.text for run in tidy([Run(cell.get_text(" ").replace("\n", " "))]))


def _is_layout(table: Tag) -> bool:
    """Whether a table only places text on the page: its cells hold several paragraphs each."""
    cells = table.find_all("td")
    return any(len(cell.find_all("p")) > 3 for cell in cells)


def _is_aside(tag: Tag) -> bool:
    return tag.name in _ASIDE or tag.has_attr("hidden") or _HIDDEN.search(str(tag.get("style", ""))) is not None


def _divided(runs: list[Run]) -> list[list[Run]]:
    """Return runs cut where two line breaks follow each other."""
    parts: list[list[Run]] = [[]]
    for run in runs:
        is_second_break = run.text == "\n" and any(part.text == "\n" for part in _after_words(parts[-1]))
        if is_second_break:
            parts.append([])
        else:
            parts[-1].append(run)
    return parts


def _after_words(runs: list[Run]) -> list[Run]:
    last = next((index for index in range(len(runs) - 1, -1, -1) if runs[index].text.strip() or runs[index].note), -1)
    return runs[last + 1 :]
