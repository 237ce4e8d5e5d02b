"""Python-Markdown reduced to what legal text needs.

Only the processors registered here exist: no raw HTML, images, code blocks, reference links or attribute lists. Where
Python-Markdown scans the rest of a text at each bracket or backtick, a pattern of our own reads each character a
bounded number of times (its quantifiers are possessive).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Container
from dataclasses import dataclass, field
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.blockprocessors import (
    BlockQuoteProcessor,
    EmptyBlockProcessor,
    HRProcessor,
    ListIndentProcessor,
    ParagraphProcessor,
)
from markdown.extensions.sane_lists import SaneOListProcessor, SaneUListProcessor
from markdown.extensions.tables import TableProcessor
from markdown.inlinepatterns import (
    ESCAPE_RE,
    LINE_BREAK_RE,
    DelimiterProcessor,
    EscapeInlineProcessor,
    InlineProcessor,
    Pattern,
    SubstituteTagInlineProcessor,
)
from markdown.treeprocessors import InlineProcessor as InlineTreeprocessor
from markdown.treeprocessors import UnescapeTreeprocessor
from markdown.util import STX, AtomicString, Registry

from caselaw.markdown.address import is_address, is_outside, may_be_linked
from caselaw.markdown.footnotes import WAITING
from caselaw.markdown.indent import in_steps, words_column

_Found: TypeAlias = tuple[Element | str | None, int | None, int | None]

_CODE = r"(?<![\\`])`(?!`)([^`]++)`(?!`)"
# Brackets may stand in the words of a link, and parentheses in its address, each one level deep.
_LINK = (
    r"(?<!!)\[(?!\^)((?:[^\[\]]++|\[[^\[\]]*+\])++)\]"
    r"\(\s{0,9}+((?:[^()\s]++|\([^()\s]*+\))++)(?:\s{1,9}+\"[^\"]*+\")?+\s{0,9}+\)"
)
_FOOTNOTE = r"\[\^([^\]\s]{1,60})\]"
_AUTOLINK = r"<(https?://[^<>\s]++|[^<>@\s:/]{1,64}+@[^<>@\s:/]{1,255}+)>"
# A line to write on, as in forms and redacted judgments, is no emphasis.
_BLANK = r"\*{4,}+|_{4,}+"
# Bars between cells are what is left without these.
_NO_BAR = re.compile(r"\\.|`[^`]*+`")
_ANY_MARK = re.compile(r"[\[*_`\\<]|  \n")


@dataclass
class Faults:
    """What could not be set as it was meant, in the words of the source."""

    refused: list[tuple[str, str]] = field(default_factory=list)  # beginning of an address as written, and what it is
    missing: list[str] = field(default_factory=list)  # labels of footnotes
    overfull: list[str] = field(default_factory=list)  # rows of tables


class Engine:
    """Sets the pieces of one text; what it could not set is collected until ``take_faults``."""

    def __init__(self, notes: Container[str]) -> None:
        self._markdown = Markdown()
        self._markdown.ESCAPED_CHARS.append("|")
        self._notes = notes
        self._faults = Faults()
        self._restrict_blocks(self._markdown)
        self._links = _RuleOutsideLinks(_LINK, self._markdown, self._link)
        self._inline = self._restrict_inline(self._markdown)
        self._unescape = UnescapeTreeprocessor(self._markdown)

    def set_inline(self, tag: str, text: str) -> Element:
        """Return one element with the markup within its text set."""
        root = Element("div")
        element = SubElement(root, tag)
        element.text = text
        if _ANY_MARK.search(text):
            self._set_marks(root)
        return element

    def set_blocks(self, text: str) -> Element:
        """Return an element whose children are the lists, quotations, tables and paragraphs of ``text``."""
        root = Element("div")
        lines = text.split("\n")
        if words_column(lines[0]) is not None:
            lines = list(in_steps(lines))
        self._markdown.parser.parseChunk(root, "\n".join(lines))
        self._set_marks(root)
        return root

    def to_html(self, element: Element) -> str:
        """Return an element as HTML that is not sanitised yet."""
        return self._markdown.serializer(element)

    def take_faults(self) -> Faults:
        """Return what has been collected since the last call."""
        faults, self._faults = self._faults, Faults()
        return faults

    def _set_marks(self, root: Element) -> None:
        self._inline.run(root)
        self._unescape.run(root)

    def _restrict_blocks(self, md: Markdown) -> None:
        md.parser = parser = BlockParser(md)
        register = parser.blockprocessors.register
        register(EmptyBlockProcessor(parser), "empty", 90)
        register(ListIndentProcessor(parser), "indent", 80)
        register(_Table(parser, self._report_row), "table", 70)
        register(HRProcessor(parser), "rule", 60)
        register(_NumberedList(parser), "olist", 50)
        register(SaneUListProcessor(parser), "ulist", 40)
        register(BlockQuoteProcessor(parser), "quote", 30)
        register(ParagraphProcessor(parser), "paragraph", 20)

    def _report_row(self, row: str) -> None:
        self._faults.overfull.append(row)

    def _restrict_inline(self, md: Markdown) -> InlineTreeprocessor:
        patterns: Registry[Pattern] = Registry()
        patterns.register(_Rule(_CODE, md, _code), "code", 90)
        patterns.register(EscapeInlineProcessor(ESCAPE_RE, md), "escape", 80)
        patterns.register(self._links, "link", 70)
        patterns.register(_RuleOutsideLinks(_FOOTNOTE, md, self._reference), "footnote", 60)
        patterns.register(_RuleOutsideLinks(_AUTOLINK, md, self._autolink), "autolink", 50)
        patterns.register(SubstituteTagInlineProcessor(LINE_BREAK_RE, "br"), "line-break", 40)
        patterns.register(_Rule(_BLANK, md, lambda m: AtomicString(m[0])), "blank", 30)
        # Smart: emphasis begins and ends at words, so that "Kosovo*, and later Kosovo*," stays as it is.
        emphasis = DelimiterProcessor("*", "strong,em", md, smart=True)
        emphasis.add("_", "strong,em", smart=True)
        patterns.register(emphasis, "emphasis", 20)
        md.inlinePatterns = patterns
        treeprocessor = InlineTreeprocessor(md)
        # Processors look each other's results up under this name.
        md.treeprocessors.register(treeprocessor, "inline", 20)
        return treeprocessor

    def _link(self, match: re.Match[str]) -> Element | None:
        address = html.unescape(self._as_written(match[2]))
        if not is_address(address):
            return None
        if not may_be_linked(address):
            self._faults.refused.append((match[2].partition(STX)[0], address))
            return None
        return _anchor(address, match[1])

    def _autolink(self, match: re.Match[str]) -> Element | None:
        words = self._as_written(match[1])
        address = words if "://" in words else f"mailto:{words}"
        return _anchor(address, AtomicString(words)) if may_be_linked(address) else None

    def _reference(self, match: re.Match[str]) -> Element | None:
        # It gets its number later, in the order of the whole text.
        if match[1] in self._notes:
            return Element("sup", {WAITING: match[1]})
        self._faults.missing.append(match[1])
        return None

    def _as_written(self, text: str) -> str:
        """Return text without the placeholders of what was escaped in it."""
        return self._unescape.unescape(self._links.unescape(text))


class _Rule(InlineProcessor):
    """One pattern and what is made of a match; where that is None, the text stays as it stands."""

    def __init__(self, pattern: str, md: Markdown, build: Callable[[re.Match[str]], Element | str | None]) -> None:
        super().__init__(pattern, md)
        self._build = build

    def handleMatch(self, m: re.Match[str], data: str) -> _Found:  # type: ignore[override]  # noqa: N802, ARG002
        """Build what the match stands for."""
        found = self._build(m)
        return (None, None, None) if found is None else (found, m.start(), m.end())


class _RuleOutsideLinks(_Rule):
    """A rule that makes links, which cannot stand in each other."""

    ANCESTOR_EXCLUDES = ("a",)


class _Table(TableProcessor):
    """Tells of rows with more cells than the heading has, which would be lost without a word."""

    def __init__(self, parser: BlockParser, report: Callable[[str], None]) -> None:
        super().__init__(parser, {"use_align_attribute": False})
        self._report = report

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Set the table, then count the bars of its rows."""
        rows = blocks[0].split("\n")[2:]
        super().run(parent, blocks)
        columns = len(parent[-1][0][0])
        for row in rows:
            if _NO_BAR.sub("", row).strip(" ").strip("|").count("|") >= columns:
                self._report(row.strip())


class _NumberedList(SaneOListProcessor):
    """Keeps the number of every item as it is written: a quoted "1. … 3. …" must not become 1 and 2."""

    LAZY_OL = True  # no start attribute: each item says its number

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self.RE = re.compile(r"[ ]{0,3}[0-9]{1,6}\.[ ]+(.*)")
        self.CHILD_RE = re.compile(r"[ ]{0,3}(([0-9]{1,6}\.))[ ]+(.*)")

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Parse the items, then write their numbers on them."""
        matches = (self.CHILD_RE.match(line) for line in blocks[0].split("\n"))
        numbers = [match[1].rstrip(".") for match in matches if match]
        super().run(parent, blocks)
        items = parent if parent.tag in ("ol", "ul") else parent[-1]
        for item, number in zip(items[-len(numbers) :], numbers, strict=True):
            item.set("value", str(int(number)))


def _code(match: re.Match[str]) -> Element:
    element = Element("code")
    element.text = AtomicString(html.escape(match[1].strip(), quote=False))
    return element


def _anchor(address: str, words: str) -> Element:
    # The serialiser leaves what looks like an entity alone; the address is already decoded, so each & is a real one.
    link = Element("a", {"href": address.replace("&", "&amp;")})
    if is_outside(address):
        link.set("rel", "noopener noreferrer")
    link.text = words
    return link
