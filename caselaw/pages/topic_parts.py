"""The page of a topic and its parts, and the bridge to Strasbourg on the page of a case; see ``parts``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from caselaw.pages.frame_parts import Frame
from caselaw.pages.parts import CaseCard, CountedLink, DateText, Fact, Label, Link, StatusMark
from caselaw.pages.text_parts import TextBody


@dataclass(frozen=True)
class TopicEntry:
    """A topic in the index, with a sentence on it where it has an introduction."""

    counted: CountedLink
    description: Label | None


@dataclass(frozen=True)
class TopicIndexGroup:
    """Topics in the index under one heading."""

    heading: str
    entries: tuple[TopicEntry, ...]


@dataclass(frozen=True)
class TopicIndexPage:
    """The index of topics: those with an introduction first."""

    template: ClassVar[str] = "pages/topics.html"
    frame: Frame
    heading: str
    introduction: str
    checklist: Link
    groups: tuple[TopicIndexGroup, ...]


@dataclass(frozen=True)
class Passage:
    """A paragraph of a case that matters for a topic, in plain text; ``href`` leads to it."""

    number: int
    href: str
    text: Label
    unverified: bool


@dataclass(frozen=True)
class TopicCase:
    """A case on a topic, with the paragraphs to read; where none is named, its summary stands for them."""

    card: CaseCard
    passages: tuple[Passage, ...]
    unverified: bool  # that the case is on the topic, or that these are the paragraphs


@dataclass(frozen=True)
class TopicGroup:
    """The cases of domestic courts, or of human-rights courts … newest first."""

    heading: str
    cases: tuple[TopicCase, ...]


@dataclass(frozen=True)
class TopicPage:
    """What a topic is about, and its cases with the paragraphs that matter."""

    template: ClassVar[str] = "pages/topic.html"
    frame: Frame
    heading: Label
    count_phrase: str
    introduction: TextBody | None
    facts: tuple[Fact, ...]  # articles on the same point
    groups: tuple[TopicGroup, ...]


@dataclass(frozen=True)
class BridgeRow:
    """A case of the other system on the same point, and why it is here."""

    link: Link
    court: Label
    decided: DateText
    outcome: Label
    status: StatusMark | None  # what became of it later
    cited: bool
    topics: tuple[Link, ...]


@dataclass(frozen=True)
class BridgeSection:
    """The human-rights cases on the points of a domestic case, or the other way round."""

    heading: str
    explanation: str
    rows: tuple[BridgeRow, ...]
