"""Files of the content as the units that are looked at: a paragraph, a field of a front matter, an entry of a list."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from caselaw.problems import Place

# A line of YAML that begins something new; what follows it otherwise goes on with the text before.
_NEW_FIELD = re.compile(r"\s*(?:- |#|---|[\w\"'-]+\s*:(?:\s|$))")
_EMPTY = re.compile(r"\n[^\S\n]*\n")
_YAML_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2}))")
# Marks of Markdown, and signs without width: what they keep apart stands together for a reader.
_LINK = re.compile(r"!?\[([^\[\]]{1,500})\](?:\([^()\s]{0,500}(?:\s[^()\n]{0,200})?\)|\[[^\[\]\n]{0,80}\])")
_NOTE_MARK = re.compile(r"\[\^[^\[\]\s]{1,40}\]")
_QUOTE_MARK = re.compile(r"^[^\S\n]{0,8}(?:>[^\S\n]?)+", re.MULTILINE)
_MARKS = re.compile("\\*+|__|\\\\(?=[^\\w\\s])|[\u00ad\u200b-\u200f\u2060\ufeff]")


@dataclass(frozen=True)
class Unit:
    """A piece of a file: its text, which begins at the first column of a line, and the place of that."""

    text: str
    path: str
    line: int

    def place(self, offset: int) -> Place:
        """Return the place of a character of the text."""
        before = self.text[:offset]
        return Place(self.path, self.line + before.count("\n"), offset - (before.rfind("\n") + 1) + 1)

    @property
    def hash(self) -> str:
        """Twelve signs that change with any word of the text; where its lines are broken is of no account."""
        return hashlib.sha256(" ".join(self.text.split()).encode("utf-8", "replace")).hexdigest()[:12]

    @property
    def as_read(self) -> str:
        """The text without marks, escapes, notes and the addresses of links, as readers get it."""
        plain = _YAML_ESCAPE.sub(lambda match: chr(int(match[1] or match[2], 16)), self.text)
        plain = _LINK.sub(r"\1", _NOTE_MARK.sub("", _QUOTE_MARK.sub("", plain)))
        return _MARKS.sub("", html.unescape(plain))


def split_file(text: str, path: str) -> Iterator[Unit]:
    """Yield the units of a Markdown file with front matter, or of a YAML file."""
    lines = text.split("\n")
    if path.endswith((".yaml", ".yml")):
        yield from _fields(lines, path, 1)
        return
    end = 0
    if lines[0].rstrip() == "---":
        end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), len(lines))
        yield from _fields(lines[1:end], path, 2)
    yield from _paragraphs("\n".join(lines[end + 1 if end else 0 :]), path, end + 2 if end else 1)


def _fields(lines: list[str], path: str, first: int) -> Iterator[Unit]:
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or not lines[number].strip() or _NEW_FIELD.match(lines[number]):
            text = "\n".join(lines[start:number])
            if text.strip():
                yield Unit(text, path, first + start)
            start = number


def _paragraphs(text: str, path: str, first: int) -> Iterator[Unit]:
    start = 0
    for gap in [*(match.span() for match in _EMPTY.finditer(text)), (len(text), len(text))]:
        piece = text[start : gap[0]]
        if piece.strip():
            yield Unit(piece, path, first + text.count("\n", 0, start))
        start = gap[1]
