"""The parts of the pages of laws, of their articles, and of the compliance page."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import DateText, Label, Link, Phrase, StatusMark


@dataclass(frozen=True)
class Checked:
    """Something that is said and whether it still has to be checked."""

    value: Label | Phrase
    unverified: bool = False


@dataclass(frozen=True)
class LawEntry:
    """One law in the list of all: its number and period, and the number of cases that name one of its articles."""

    link: Link
    details: tuple[Checked, ...]  # short form, number, period in force
    count: int
    phrase: str


@dataclass(frozen=True)
class LawGroup:
    """The laws of one kind."""

    heading: Label
    entries: tuple[LawEntry, ...]


@dataclass(frozen=True)
class LawStanding:
    """A statement on how far a law binds, and where it was read."""

    statement: Checked
    source: Link | None


@dataclass(frozen=True)
class ArticleEntry:
    """One article on the page of its law: it can be linked to, also where it has no page of its own."""

    id: str
    number: str  # "Art. 139"
    subject: Label
    href: str | None
    count: int
    phrase: str


@dataclass(frozen=True)
class ArticleGroup:
    """The articles of one chapter, or those of none; ``id`` is that of the heading."""

    id: str
    heading: Label | None
    entries: tuple[ArticleEntry, ...]


@dataclass(frozen=True)
class PenaltyRow:
    """One statutory range; a range that was not read in a source is never shown without saying so."""

    form: Label
    imprisonment: str
    fine: str
    unverified: bool
    source: Link | None


@dataclass(frozen=True)
class ArticleCase:
    """A case that applies an article, charges or finds on it: how, and with which outcome and sentences."""

    link: Link
    court: Label
    numbers: tuple[str, ...]
    decided: DateText
    uses: tuple[Checked, ...]  # "applied", "charged, convicted: L.D."
    outcome: Checked
    status: StatusMark | None  # what became of it later
    sentences: tuple[Checked, ...]
    whole: bool  # whether the sentences are those of the case as a whole, as it names no charge under this article


@dataclass(frozen=True)
class Counterpart:
    """An article on the same offence in another law; the page's own article stands among them as ``current``."""

    link: Link
    period: Checked | None
    phrase: str  # "12 cases"
    current: bool


@dataclass(frozen=True)
class Correspondence:
    """The articles about one offence: those of laws in the order of their time, then those of conventions."""

    offence: Label
    laws: tuple[Counterpart, ...]
    conventions: tuple[Counterpart, ...]


@dataclass(frozen=True)
class ComplianceCase:
    """A case that touches an article; the topics are those by which the editors linked it, if they did."""

    link: Link
    court: Label
    decided: DateText
    topics: tuple[Label, ...]
    unverified: bool  # that the court named the article, or that the case is on the topics


@dataclass(frozen=True)
class ComplianceCases:
    """The cases that touch an article in one way: named by a court or linked by the editors, here or elsewhere."""

    name: str
    cases: tuple[ComplianceCase, ...]


@dataclass(frozen=True)
class ComplianceArticle:
    """One article of the convention with the cases that touch it; without any it is a gap."""

    id: str
    link: Link
    groups: tuple[ComplianceCases, ...]


@dataclass(frozen=True)
class ComplianceChapter:
    """One chapter of the convention; ``aside`` are its articles under which no cases are indexed."""

    id: str
    heading: Label
    articles: tuple[ComplianceArticle, ...]
    aside: tuple[Link, ...]
