"""The text of a case or page as blocks that a template can print."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from caselaw.codes import Code
from caselaw.markdown.address import SANITISER
from caselaw.markdown.engine import Engine
from caselaw.markdown.footnotes import Notes, notes_section
from caselaw.markdown.limits import pieces_are_too_complex, text_is_too_large
from caselaw.markdown.pieces import Kind, Piece, split_text
from caselaw.messages import say
from caselaw.problems import Place, Problems

# Python-Markdown keeps its own marks between these; a lone surrogate cannot be written to a file.
_UNUSABLE = re.compile("[\x00\x02\x03\ud800-\udfff]")
# Letters that have no decomposition: Serbian, Albanian and Turkish names must not lose them in an address. An
# apostrophe, straight or not, joins what it stands between.
_FOLDED = str.maketrans({"'": "", "đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe"})

_NOTE = re.compile(r"<sup .*?</sup>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class TextBlock:
    """A numbered paragraph, a heading, or whole elements; ``html`` is sanitised and, of the first two, inner HTML.

    Ids in a text begin with ``h-`` (headings), ``fn-`` and ``fnref-`` (footnotes); the template gives paragraph 12 the
    id ``p12``. A page that keeps clear of these for its own ids can hold any text.
    """

    kind: Literal["paragraph", "heading", "other"]
    html: str
    number: int | None = None  # of a paragraph
    id: str | None = None  # of a heading
    level: int | None = None  # of a heading, 2 to 6


@dataclass(frozen=True)
class Heading:
    """A heading as plain text, for an outline."""

    text: str
    id: str
    level: int  # 2 to 6


@dataclass(frozen=True)
class Text:
    """A text that is ready to print; ``paragraphs`` are the numbers of its numbered paragraphs as they stand."""

    blocks: tuple[TextBlock, ...]
    paragraphs: tuple[int, ...]
    headings: tuple[Heading, ...]


def render_text(text: str, *, place: Place, problems: Problems) -> Text | None:
    """Set a text that begins at ``place``; None where it is empty (T101) or refused (T104).

    Other faults are reported and the text is set none the less, so that what refers to its paragraphs can be checked.
    """
    if text_is_too_large(text, place, problems):
        return None
    split = split_text(_UNUSABLE.sub("\ufffd", text), place.line)
    if pieces_are_too_complex(split.pieces, place, problems):
        return None
    if all(piece.kind in (Kind.FOOTNOTE, Kind.RULE) for piece in split.pieces):
        problems.add(
            place, Code.TEXT_EMPTY, say("the text is empty"),
            say("write it below the fields, one paragraph after the other, each with its number in brackets: [1] …"),
        )  # fmt: skip
        return None
    _report_unseparated(split.unseparated, place.path, problems)
    _report_numbers(split.pieces, place.path, problems)
    return _Setter(split.pieces, place.path, problems).set_text()


def _report_unseparated(lines: Iterable[tuple[int, int]], path: str, problems: Problems) -> None:
    for line, number in lines:
        problems.add(
            Place(path, line), Code.PARAGRAPH_UNSEPARATED,
            say("no empty line stands above paragraph [{number}]", number=number),
            say(
                "put an empty line above it; if [{number}] is no paragraph number but a reference, write \\[{number}]",
                number=number,
            ),
        )  # fmt: skip


def _report_numbers(pieces: Iterable[Piece], path: str, problems: Problems) -> None:
    first_lines: dict[int, int] = {}
    previous = 0
    for piece in pieces:
        number = piece.number
        if number is None:
            continue
        place = Place(path, piece.line)
        if not piece.text.strip():
            problems.add(
                place, Code.TEXT_EMPTY, say("paragraph [{number}] has no text", number=number),
                say("write its text behind the number: [{number}] …", number=number),
            )  # fmt: skip
        if number in first_lines:
            problems.add(
                place, Code.PARAGRAPH_TWICE,
                say(
                    "paragraph [{number}] stands here a second time; the first is in line {line}", number=number,
                    line=first_lines[number],
                ),
                say("give each paragraph a number of its own: it is the address by which it is cited"),
            )  # fmt: skip
            continue
        if number < previous:
            problems.add(
                place, Code.PARAGRAPH_ORDER,
                say("paragraph [{number}] comes after paragraph [{previous}]", number=number, previous=previous),
                say(
                    "number the paragraphs in ascending order; if [{number}] is no paragraph number, write "
                    "\\[{number}]",
                    number=number,
                ),
            )  # fmt: skip
        first_lines[number], previous = piece.line, number


class _Setter:
    """Sets the pieces of one text in their order."""

    def __init__(self, pieces: tuple[Piece, ...], path: str, problems: Problems) -> None:
        self._path = path
        self._problems = problems
        self._body = [piece for piece in pieces if piece.kind is not Kind.FOOTNOTE]
        definitions: dict[str, Piece] = {}
        for piece in pieces:
            if piece.label is not None and definitions.setdefault(piece.label, piece) is not piece:
                self._report_note_twice(piece, definitions[piece.label])
        self._notes = Notes(definitions)
        self._engine = Engine(definitions)

    def set_text(self) -> Text:
        elements = [self._set(piece) for piece in self._body]
        for element in elements:
            self._notes.number(element)
        section = self._set_notes()
        levels = _levels(piece.level for piece in self._body if piece.level is not None)
        ids = _Ids()
        blocks: list[TextBlock] = []
        headings: list[Heading] = []
        for piece, element in zip(self._body, elements, strict=True):
            if piece.kind is Kind.HEADING:
                inner = self._inner(element)
                words = plain_text(inner)
                heading = Heading(words, ids.take(words), levels[len(headings)])
                headings.append(heading)
                blocks.append(TextBlock("heading", inner, id=heading.id, level=heading.level))
            elif piece.number is not None:
                blocks.append(TextBlock("paragraph", self._inner(element), number=piece.number))
            else:
                blocks.append(TextBlock("other", self._outer(element, piece.kind)))
        if section is not None:
            blocks.append(TextBlock("other", self._clean(section)))
        numbers = tuple(piece.number for piece in self._body if piece.number is not None)
        return Text(tuple(blocks), numbers, tuple(headings))

    def _set(self, piece: Piece) -> Element:
        if piece.kind is Kind.RULE:
            return Element("hr")
        if piece.kind in (Kind.STRUCTURE, Kind.FOOTNOTE):
            element = self._engine.set_blocks(piece.text)
        else:
            element = self._engine.set_inline("p", piece.text.strip())
        self._report_faults(piece)
        return element

    def _set_notes(self) -> Element | None:
        """Set the footnotes in the order of their references; one note may refer to the next."""
        contents: list[Element] = []
        while len(contents) < len(self._notes.labels):
            contents.append(self._set(self._notes.definitions[self._notes.labels[len(contents)]]))
            self._notes.number(contents[-1])
        self._report_notes_without_reference()
        counts = [self._notes.counts[label] for label in self._notes.labels]
        return notes_section(zip(counts, contents, strict=True)) if contents else None

    def _inner(self, element: Element) -> str:
        return self._clean(element).removeprefix("<p>").removesuffix("</p>")

    def _outer(self, element: Element, kind: Kind) -> str:
        if kind is Kind.STRUCTURE:
            return "\n".join(self._clean(child) for child in element)
        return self._clean(element)

    def _clean(self, element: Element) -> str:
        return SANITISER.clean(self._engine.to_html(element))

    def _report_faults(self, piece: Piece) -> None:
        faults = self._engine.take_faults()
        for source, address in faults.refused:
            self._problems.add(
                self._place(piece, source), Code.TEXT_ADDRESS,
                say('the text cannot link to "{address}"', address=address[:80]),
                say(
                    "write the whole address, beginning with https://, http:// or mailto:, or a paragraph such as #p12",
                ),
            )  # fmt: skip
        for label in faults.missing:
            self._problems.add(
                self._place(piece, f"[^{label}]"), Code.FOOTNOTE, say("there is no footnote [^{label}]", label=label),
                say(
                    "write it at the end of the text, on a line that begins with [^{label}]: and has an empty line "
                    "above",
                    label=label,
                ),
            )  # fmt: skip
        for row in faults.overfull:
            self._problems.add(
                self._place(piece, row), Code.TABLE_ROW, say("this row of the table has more cells than its heading"),
                say("add a column to the heading and to the line below it; write \\| for a bar within a cell"),
            )  # fmt: skip

    def _report_note_twice(self, second: Piece, first: Piece) -> None:
        self._problems.add(
            Place(self._path, second.line), Code.FOOTNOTE,
            say(
                "footnote [^{label}] stands here a second time; the first is in line {line}", label=second.label,
                line=first.line,
            ),
            say("give each footnote a label of its own"),
        )  # fmt: skip

    def _report_notes_without_reference(self) -> None:
        for label, piece in self._notes.definitions.items():
            if label not in self._notes.counts:
                self._problems.add(
                    Place(self._path, piece.line), Code.FOOTNOTE,
                    say("no text refers to footnote [^{label}]", label=label),
                    say("put [^{label}] where the footnote belongs, or delete the footnote", label=label),
                )  # fmt: skip

    def _place(self, piece: Piece, words: str) -> Place:
        return Place(self._path, piece.line + piece.text.count("\n", 0, max(0, piece.text.find(words))))


class _Ids:
    """Hands out ids of headings, each once."""

    def __init__(self) -> None:
        self._next: dict[str, int] = {}

    def take(self, words: str) -> str:
        slug = first = f"h-{_slug(words)}"
        number = self._next.get(first, 1)
        while slug in self._next:
            number += 1
            slug = f"{first}-{number}"
        self._next[first] = number
        self._next.setdefault(slug, 1)
        return slug


def _slug(words: str) -> str:
    folded = unicodedata.normalize("NFKD", words.lower().translate(_FOLDED)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", folded[:200]).strip("-")[:60].rstrip("-") or "section"


def _levels(written: Iterable[int]) -> list[int]:
    """Return the level of each heading in the page: the topmost is 2, below the page's own, and none is skipped."""
    above: list[int] = []
    levels: list[int] = []
    for level in written:
        while above and above[-1] >= level:
            above.pop()
        above.append(level)
        levels.append(min(1 + len(above), 6))
    return levels


def plain_text(inner: str) -> str:
    """Return the words of a heading or paragraph, without the numbers of its footnotes."""
    return " ".join(html.unescape(_TAG.sub("", _NOTE.sub("", inner))).split())
