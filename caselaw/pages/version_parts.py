"""The parts of a case page that say which version of the case it shows; see ``parts``."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import Block, Label, Link


@dataclass(frozen=True)
class CaseText:
    """One of the texts on the page of a case, in rows of blocks; where there are two, their rows correspond.

    ``suffix`` follows the ids of its paragraphs, ``p12-en``, so that those of two texts differ; that of the first is
    empty.
    """

    name: Label  # “Unofficial translation”, “Original text of this library”
    language: Label
    lang: str | None
    suffix: str
    rows: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class VersionNote:
    """Whether a case is shown in its original or translated, how and by whom, and in which other languages it is."""

    name: Label
    details: tuple[Label, ...]  # of a translation: translator, date; else the language
    explanation: str
    others: tuple[Link, ...]
