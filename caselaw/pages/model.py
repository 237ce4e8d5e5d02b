"""The contract between page builders and templates: one frozen dataclass per page type, everything ready to print.

Their parts are in ``parts``. Templates neither sort nor compute.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from caselaw.pages.cite_parts import Cite
from caselaw.pages.correction_parts import SuggestedCorrection
from caselaw.pages.document_parts import DocumentRow
from caselaw.pages.download_parts import Column, CorrectedCase, DataFile
from caselaw.pages.element_parts import ChecklistPage, ElementGroup
from caselaw.pages.form_parts import FormSection, OptionList
from caselaw.pages.frame_parts import Frame, Introduction, NotFoundLanguage, ReviewNotice
from caselaw.pages.law_model import (
    ArticlePage,
    CompliancePage,
    LawIndexPage,
    LawPage,
)
from caselaw.pages.parts import (
    Block,
    CaseCard,
    ChargeRow,
    CitationRow,
    Correction,
    CountedLink,
    Fact,
    GatewayLanguage,
    Group,
    Label,
    Link,
    OutlineEntry,
    Pagination,
    SourceRow,
    StartLanguage,
    Table,
    WithdrawnCase,
)
from caselaw.pages.proceedings_parts import StatusLine, Step
from caselaw.pages.search_parts import SearchExample, SearchFilter
from caselaw.pages.statistics_parts import StatisticsIndexPage, StatisticsPage
from caselaw.pages.topic_parts import BridgeSection, TopicIndexPage, TopicPage
from caselaw.pages.version_parts import CaseText, VersionNote


@dataclass(frozen=True)
class HomePage:
    """The front page of a language."""

    template: ClassVar[str] = "pages/home.html"
    frame: Frame
    total: int
    total_phrase: str  # "28 cases"
    introduction: Introduction
    newest: tuple[CaseCard, ...]
    all_cases: CountedLink
    courts: tuple[CountedLink, ...]
    years: tuple[CountedLink, ...]
    offences: tuple[CountedLink, ...]
    laws: tuple[CountedLink, ...]
    compliance: Link | None
    topics: tuple[CountedLink, ...]
    all_topics: Link
    statistics: tuple[Link, ...]  # the themes
    all_statistics: Link


@dataclass(frozen=True)
class IndexPage:
    """Ways in by court, by year or by offence, each entry with its count."""

    template: ClassVar[str] = "pages/index.html"
    frame: Frame
    heading: str
    introduction: str
    groups: tuple[Group, ...]


@dataclass(frozen=True)
class ListPage:
    """Cases of one court, year or offence, or all of them: newest first, a page at a time."""

    template: ClassVar[str] = "pages/list.html"
    frame: Frame
    heading: Label
    count_phrase: str
    note: Label | None  # such as: a neighbouring offence, or a court that no longer exists
    cards: tuple[CaseCard, ...]
    pagination: Pagination


@dataclass(frozen=True)
class CasePage:
    """One decision."""

    template: ClassVar[str] = "pages/case.html"
    frame: Frame
    id: str
    heading: str
    citation: str  # court, number and date in one line: the head of each printed page
    lang: str | None  # language of title and summary where it is not the page's
    note: VersionNote | None  # whether this is a translation, where there is more than the page's own language
    status: tuple[StatusLine, ...]  # what became of it in later decisions
    kind: Label
    text_kind: Label  # what the body holds: summary, extract or full text
    neighbouring: bool
    facts: tuple[Fact, ...]  # court, case number, decided, outcome … the head of the page
    summary: str
    charges: tuple[ChargeRow, ...]
    elements: tuple[ElementGroup, ...]
    checklist: Link
    tables: tuple[Table, ...]  # findings, compensation, non-punishment, protection
    details: tuple[Fact, ...]  # provisions applied, victims (totals), sectors, topics, formation, ECLI …
    chain: tuple[Step, ...]
    cites: tuple[CitationRow, ...]
    cited_by: tuple[CitationRow, ...]
    mentions: tuple[CitationRow, ...]  # named in the text, but neither cited by the court nor of the same proceedings
    mentioned_by: tuple[CitationRow, ...]
    bridge: BridgeSection | None
    authorities: tuple[Label, ...]
    cite: Cite
    suggest: SuggestedCorrection
    sources: tuple[SourceRow, ...]
    documents: tuple[DocumentRow, ...]
    unverified: tuple[str, ...]  # readable names of what still has to be checked against the judgment
    unpublished: str  # that this is a draft or under embargo, which only the preview shows; else nothing
    review: tuple[Fact, ...]
    corrections: tuple[Correction, ...]
    texts: tuple[CaseText, ...]  # one, or a translation and the original
    outline: tuple[OutlineEntry, ...]


@dataclass(frozen=True)
class TombstonePage:
    """What is left of a withdrawn case: its id, the reason and the day, nothing else."""

    template: ClassVar[str] = "pages/tombstone.html"
    frame: Frame
    id: str
    reason: str
    lang: str | None  # of the reason
    day: str  # in words; empty where it is not known


@dataclass(frozen=True)
class WithdrawnPage:
    """The withdrawn cases, of which whoever holds an older copy of the library should know."""

    template: ClassVar[str] = "pages/withdrawn.html"
    frame: Frame
    cases: tuple[WithdrawnCase, ...]


@dataclass(frozen=True)
class CorrectionsPage:
    """The published changes of all cases, newest first."""

    template: ClassVar[str] = "pages/corrections.html"
    frame: Frame
    corrections: tuple[CorrectedCase, ...]


@dataclass(frozen=True)
class DownloadsPage:
    """The files of the library for other programs, and its feeds."""

    template: ClassVar[str] = "pages/downloads.html"
    frame: Frame
    files: tuple[DataFile, ...]
    record_example: Link | None  # the file of one case
    columns: tuple[Column, ...]  # of the table
    feeds: tuple[Link, ...]  # of all cases and corrections
    feed_groups: tuple[tuple[str, tuple[Link, ...]], ...]  # by court, by offence: heading and feeds
    attribution: str


@dataclass(frozen=True)
class RedirectPage:
    """An old address of a case that leads to the present one."""

    template: ClassVar[str] = "pages/redirect.html"
    frame: Frame
    target: Link


@dataclass(frozen=True)
class TextPage:
    """A page of the site's own words, such as about and method."""

    template: ClassVar[str] = "pages/text.html"
    frame: Frame
    heading: str
    lang: str | None
    notice: ReviewNotice | None
    blocks: tuple[Block, ...]
    sources: tuple[SourceRow, ...] = ()


@dataclass(frozen=True)
class SearchPage:
    """The search page: works with scripts, and offers the indexes without."""

    template: ClassVar[str] = "pages/search.html"
    frame: Frame
    ways_in: tuple[CountedLink, ...]
    filters: tuple[SearchFilter, ...]
    years: tuple[CountedLink, ...]  # newest first
    tags: str  # JSON: language of texts → BCP 47 tag
    dates: str  # JSON: patterns of dates, see pages.search
    common_words: str
    examples: tuple[SearchExample, ...]


@dataclass(frozen=True)
class OfflinePage:
    """How to use the library without a network; ``offered`` tells whether readers may save it on their device."""

    template: ClassVar[str] = "pages/offline.html"
    frame: Frame
    offered: bool


@dataclass(frozen=True)
class AddCasePage:
    """The form that makes the file of a case in the browser, and that file to copy for those without scripts."""

    template: ClassVar[str] = "pages/add-case.html"
    frame: Frame
    sections: tuple[FormSection, ...]
    option_lists: tuple[OptionList, ...]
    file: str
    no_names: str  # words in capitals that nobody is called by; one with an asterisk is how such words begin
    is_marked: bool  # whether a choice bears the mark of a wording that is not verified


@dataclass(frozen=True)
class NotFoundPage:
    """What a web server shows for an address that does not exist, in all languages, as the address tells none.

    Its links do not depend on that address.
    """

    template: ClassVar[str] = "pages/not-found.html"
    frame: Frame
    languages: tuple[NotFoundLanguage, ...]  # the default language first


@dataclass(frozen=True)
class GatewayPage:
    """The root of the site: the choice of language, each in its own words."""

    template: ClassVar[str] = "pages/gateway.html"
    frame: Frame
    languages: tuple[GatewayLanguage, ...]


@dataclass(frozen=True)
class StartPage:
    """The first page of an edition for USB sticks, beside the folder that holds the site."""

    template: ClassVar[str] = "pages/start.html"
    frame: Frame
    languages: tuple[StartLanguage, ...]


Page = (
    HomePage
    | IndexPage
    | ListPage
    | TopicIndexPage
    | TopicPage
    | ChecklistPage
    | CasePage
    | LawIndexPage
    | LawPage
    | ArticlePage
    | CompliancePage
    | StatisticsIndexPage
    | StatisticsPage
    | TombstonePage
    | WithdrawnPage
    | CorrectionsPage
    | DownloadsPage
    | RedirectPage
    | TextPage
    | SearchPage
    | OfflinePage
    | AddCasePage
    | NotFoundPage
    | GatewayPage
    | StartPage
)
