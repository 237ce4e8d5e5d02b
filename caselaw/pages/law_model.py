"""The page types of laws, of articles and of the convention article by article; a part of the contract in ``model``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from caselaw.pages.frame_parts import Frame
from caselaw.pages.law_parts import (
    ArticleCase,
    ArticleGroup,
    ComplianceChapter,
    Correspondence,
    LawGroup,
    LawStanding,
    PenaltyRow,
)
from caselaw.pages.parts import Fact, Label, Link


@dataclass(frozen=True)
class LawIndexPage:
    """All laws and conventions of the library by kind, each with its number of cases."""

    template: ClassVar[str] = "pages/law-index.html"
    frame: Frame
    compliance: Link | None
    groups: tuple[LawGroup, ...]


@dataclass(frozen=True)
class LawPage:
    """One law or convention in one version, and its articles."""

    template: ClassVar[str] = "pages/law.html"
    frame: Frame
    heading: Label
    count_phrase: str
    facts: tuple[Fact, ...]  # short form, number, in force from, gazette, source …
    standing: tuple[LawStanding, ...]
    compliance: Link | None
    groups: tuple[ArticleGroup, ...]


@dataclass(frozen=True)
class ArticlePage:
    """One article: its penalties, the articles that correspond to it, and the cases that name it, newest first."""

    template: ClassVar[str] = "pages/article.html"
    frame: Frame
    heading: Label
    count_phrase: str
    number_unverified: bool  # whether number and subject were not read together in a source
    facts: tuple[Fact, ...]
    has_penalties: bool  # whether it is an article that threatens a penalty, read or not
    penalties: tuple[PenaltyRow, ...]
    correspondences: tuple[Correspondence, ...]
    cases: tuple[ArticleCase, ...]
    with_sentences: bool  # whether any of the cases has a sentence to show


@dataclass(frozen=True)
class CompliancePage:
    """The convention article by article, with the cases that touch each and the gaps."""

    template: ClassVar[str] = "pages/compliance.html"
    frame: Frame
    convention: Link
    standing: tuple[LawStanding, ...]
    facts: tuple[Fact, ...]  # how many of the articles have a case
    gaps: tuple[Link, ...]
    chapters: tuple[ComplianceChapter, ...]
