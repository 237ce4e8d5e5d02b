"""What is read from a document before it becomes Markdown: paragraphs, headings, list items, tables, footnotes."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

# Ligatures that PDF documents hold instead of letters.
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_SPACE = re.compile(r"\s+")


class Unreadable(Exception):
    """A document of which no draft is made; ``reason`` is a key of ``intake.refused`` among the interface texts."""

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason, self.values = reason, values


class Kind(StrEnum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ITEM = "item"
    QUOTE = "quote"
    TABLE = "table"
    NOTE = "note"


@dataclass(frozen=True)
class Run:
    """Words set in one way; with ``note`` it is the reference to the footnote of that label instead."""

    text: str
    strong: bool = False
    emphasis: bool = False
    note: str | None = None


@dataclass(frozen=True)
class Block:
    """One block of the text in the order of the document."""

    kind: Kind
    runs: tuple[Run, ...] = ()
    level: int = 0  # of a heading from 1; of an item: how deep it is nested, from 0
    mark: str = ""  # of an item: its number, or "-"; of a footnote: its label
    number: int | None = None  # by which a paragraph is cited
    rows: tuple[tuple[str, ...], ...] = ()  # of a table: its cells as plain words

    @property
    def words(self) -> str:
        """The words without markup, numbers and references to footnotes."""
        if self.rows:
            return " ".join(cell for row in self.rows for cell in row)
        return "".join(run.text for run in self.runs if run.note is None)


@dataclass(frozen=True)
class Reading:
    """A document as far as it could be read; ``notices`` counts what it lost, by the key under ``intake.notices``."""

    blocks: tuple[Block, ...]
    notices: Counter[str] = field(default_factory=Counter)

    @property
    def words(self) -> str:
        """All words, a line for each block."""
        return "\n".join(block.words for block in self.blocks)


def clean(text: str) -> str:
    """Return a text without characters that are invisible or that no file may hold; line feeds stay."""
    composed = unicodedata.normalize("NFC", "".join(_LIGATURES.get(sign, sign) for sign in text))
    spaced = re.sub("[\t\x0b\x0c\x85\u2028\u2029]", " ", composed.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(sign for sign in spaced if sign == "\n" or unicodedata.category(sign) not in _INVISIBLE)


_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return runs with single spaces, none at either end, and neighbours of one style joined."""
    tidied: list[Run] = []
    space = True  # whether a space more would be one too many
    for run in runs:
        text = _SPACE.sub(" ", clean(run.text))
        text = text.removeprefix(" ") if space else text
        if not text and run.note is None:
            continue
        space = text.endswith(" ")
        last = tidied[-1] if tidied else None
        if last and last.note is None and run.note is None and _style(last) == _style(run):
            tidied[-1] = Run(last.text + text, *_style(run))
        else:
            tidied.append(Run(text, *_style(run), run.note))
    if tidied and tidied[-1].text.endswith(" "):
        last = tidied.pop()
        tidied += [Run(last.text.rstrip(" "), *_style(last), last.note)] if last.text.strip() else []
    return tuple(tidied)


def _style(run: Run) -> tuple[bool, bool]:
    return run.strong, run.emphasis


def plain(words: str) -> tuple[Run, ...]:
    """Return words without emphasis as runs."""
    return tidy([Run(words)])
