"""The parts of the pages of corrections and of downloads; see ``parts``."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import Correction, Label, Link


@dataclass(frozen=True)
class CorrectedCase:
    """A published change with the case that it belongs to."""

    case: Link
    court: Label
    correction: Correction


@dataclass(frozen=True)
class Column:
    """A column of the table of all cases; its name is an English word in every language."""

    name: Label
    meaning: str


@dataclass(frozen=True)
class DataFile:
    """A file to take away: its name as a link, format and size in words, and what it holds."""

    link: Link
    details: tuple[str, ...]  # format and size
    description: str
