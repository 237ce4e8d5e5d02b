"""The parts of the elements of the offence: on the page of a case, and on the checklist; see ``parts``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from caselaw.pages.frame_parts import Frame
from caselaw.pages.law_parts import Checked
from caselaw.pages.parts import DateText, Label, Link, ParagraphLink, StatusMark
from caselaw.pages.text_parts import TextBody


@dataclass(frozen=True)
class Element:
    """One coded element of the offence, the paragraphs that support it, and on whose authority it is coded."""

    label: Label
    paragraphs: tuple[ParagraphLink, ...]
    basis: Label | None
    unverified: bool


@dataclass(frozen=True)
class ElementGroup:
    """The acts, or means, or purposes … of a case, none where they are not coded."""

    name: str
    elements: tuple[Element, ...]
    note: Label | None = None  # that no means is needed where the victim is a child


@dataclass(frozen=True)
class ChecklistCase:
    """A case in which an element was found, and where."""

    link: Link
    court: Label
    decided: DateText
    status: StatusMark | None  # what became of it later
    basis: Label | None
    paragraphs: tuple[ParagraphLink, ...]
    excerpt: Checked | None  # of one of them
    unverified: bool


@dataclass(frozen=True)
class ChecklistElement:
    """One act, means, purpose or aggravating fact to tick, with leading cases."""

    label: Label
    note: Label | None
    cases: tuple[ChecklistCase, ...]


@dataclass(frozen=True)
class ChecklistGroup:
    """All acts, or means, or purposes … of the vocabulary."""

    name: str
    elements: tuple[ChecklistElement, ...]


@dataclass(frozen=True)
class ChecklistPage:
    """The elements of trafficking to tick in print, each with the paragraphs of leading cases."""

    template: ClassVar[str] = "pages/checklist.html"
    frame: Frame
    introduction: TextBody | None
    groups: tuple[ChecklistGroup, ...]
