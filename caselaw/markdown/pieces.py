"""Cuts a text into pieces, each with its line: Python-Markdown itself does not know where its input stands."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from caselaw.markdown.indent import STEP, indent_of, words_column


class Kind(StrEnum):
    """What a piece is; a structure is a list, a quotation or a table, which Python-Markdown reads by itself."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    STRUCTURE = "structure"
    RULE = "rule"
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class Piece:
    """A run of lines that is set on its own; ``text`` is without the marks that are told by the other fields."""

    kind: Kind
    line: int  # in the file, of its first line
    text: str
    number: int | None = None  # of a numbered paragraph
    level: int | None = None  # of a heading: how many # it has
    label: str | None = None  # of a footnote


@dataclass(frozen=True)
class Pieces:
    """A whole text in pieces, and the lines where a paragraph number stands without an empty line above it."""

    pieces: tuple[Piece, ...]
    unseparated: tuple[tuple[int, int], ...]  # line, number


# The possessive quantifiers (++, *+) keep these linear whatever a line holds.
_START = re.compile(
    r"""[ ]{0,3}+(?:
        (?P<rule>(?:(?:\*[ ]*+){3,}+|(?:-[ ]*+){3,}+|(?:_[ ]*+){3,}+)$)
      | (?P<heading>\#{1,6}+)[ ]++(?P<title>\S.*+)
      | \[\^(?P<label>[^\]\s]{1,60}+)\]:(?P<note>.*+)
      | (?P<quote>>)
      | (?P<bullet>[-*+])[ ]++\S
      | (?P<digits>[0-9]{1,6}+)\.[ ]++(?P<number>\S)
    )""",
    re.VERBOSE,
)
# "[12] The court", also "[12]: The court" and "[12]The court", but neither a link "[12](…)" nor "[12], [13] and …".
_NUMBER = re.compile(r"[ ]*+\[([1-9][0-9]{0,4}+)\](?::(?=\s|$)|(?=\s|$|[^\W\d_]|[\"“„«‘']))")
_TABLE_RULE = re.compile(r"[ ]*+\|?[ :]*+-[ :|-]*+$")
_LISTS = ("bullet", "number")


def split_text(text: str, line: int) -> Pieces:
    """Cut ``text``, whose first line is ``line`` of its file."""
    lines = text.expandtabs(4).split("\n")
    splitter = _Splitter(line)
    for current, following in zip(lines, [*lines[1:], ""], strict=True):
        splitter.read(current, following)
    return splitter.finish()


def _start_of(line: str, following: str) -> tuple[str, re.Match[str] | None]:
    """Say what begins with this line: rule, title, note, quote, bullet, number, table or, "", nothing in particular."""
    match = _START.match(line)
    if match is not None and match.lastgroup is not None:
        return match.lastgroup, match
    if "|" in line and "|" in following and _TABLE_RULE.match(following):
        return "table", None
    return "", None


class _Splitter:
    """Reads line by line; ``_open`` is what the present piece began with, "" for a paragraph, None between pieces."""

    def __init__(self, line: int) -> None:
        self._line = line - 1
        self._gap = 0  # empty lines since the last one with text
        self._open: str | None = None
        self._begun = 0
        self._lines: list[str] = []
        self._words = 0  # of a list: the column of the words of its last item on the first level
        self._number: int | None = None
        self._label: str | None = None
        self._last_number = 0
        self._pieces: list[Piece] = []
        self._unseparated: list[tuple[int, int]] = []

    def read(self, line: str, following: str) -> None:
        self._line += 1
        if not line.strip():
            self._gap += 1
            return
        start, match = _start_of(line, following)
        if self._continues(line, start, match) and not self._is_next_number(line):
            self._append(line)
        else:
            self._close()
            self._begin(line, start, match)
        self._gap = 0

    def finish(self) -> Pieces:
        self._close()
        return Pieces(tuple(self._pieces), tuple(self._unseparated))

    def _continues(self, line: str, start: str, match: re.Match[str] | None) -> bool:
        if self._open is None or start in ("rule", "title", "note"):
            return False
        if self._gap:
            return self._continues_after_gap(line, start)
        if self._open == "":
            # As in CommonMark, which editors see in previews: of numbered lists only one that starts at 1.
            first = match is not None and start == "number" and match["digits"] == "1"
            return start not in ("quote", "table", "bullet") and not first
        if self._open in ("quote", *_LISTS):
            return start in (self._open, "", "table") or self._is_within_item(line)
        return True

    def _continues_after_gap(self, line: str, start: str) -> bool:
        if self._open in _LISTS:
            return start == self._open or self._is_within_item(line)
        return (self._open == "quote" and start == "quote") or (self._open == "note" and line.startswith(STEP))

    def _is_within_item(self, line: str) -> bool:
        return self._open in _LISTS and indent_of(line) >= self._words

    def _is_next_number(self, line: str) -> bool:
        """Whether the next paragraph begins here, though the empty line above it was forgotten."""
        number = None if self._gap or self._is_within_item(line) else _NUMBER.match(line)
        # Any other number at the start of a wrapped line is a reference: "as stated in paragraph / [4] above".
        if number is None or int(number[1]) != self._last_number + 1:
            return False
        self._unseparated.append((self._line, int(number[1])))
        return True

    def _append(self, line: str) -> None:
        if self._open in _LISTS and not self._is_within_item(line):
            self._words = words_column(line) or self._words
        self._lines.extend([""] * self._gap)
        self._lines.append(line.removeprefix(STEP) if self._open == "note" else line)

    def _begin(self, line: str, start: str, match: re.Match[str] | None) -> None:
        if start == "rule":
            self._pieces.append(Piece(Kind.RULE, self._line, ""))
        elif start == "title" and match is not None:
            title, level = _without_closing_marks(match["title"].rstrip()), len(match["heading"])
            self._pieces.append(Piece(Kind.HEADING, self._line, title, level=level))
        else:
            self._open, self._begun, self._lines = start, self._line, [line]
            self._words = words_column(line) or 0
            if start == "note" and match is not None:
                self._label, self._lines = match["label"], [match["note"].strip()]
            elif start == "":
                self._begin_paragraph(line)

    def _begin_paragraph(self, line: str) -> None:
        number = _NUMBER.match(line)
        if number is not None:
            self._number = self._last_number = int(number[1])
            line = line[number.end() :]
        self._lines = [line.lstrip()]

    def _close(self) -> None:
        if self._open is None:
            return
        text = "\n".join(self._lines)
        if self._open == "":
            self._pieces.append(Piece(Kind.PARAGRAPH, self._begun, text, number=self._number))
        elif self._open == "note":
            self._pieces.append(Piece(Kind.FOOTNOTE, self._begun, text, label=self._label))
        else:
            self._pieces.append(Piece(Kind.STRUCTURE, self._begun, text))
        self._open = self._number = self._label = None


def _without_closing_marks(title: str) -> str:
    """Return a heading without the # that may close it, unless they belong to its last word, as in "C#"."""
    bare = title.rstrip("#")
    return bare.rstrip() if bare.endswith(" ") else title
