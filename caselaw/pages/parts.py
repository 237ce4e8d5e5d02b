"""The parts of pages: labels, links, list entries, tables … each a frozen dataclass with everything ready to print.

Dates, labels and counts arrive as finished text in the page's language; ``href`` values are site addresses (see
``urls``), made relative by the template filter ``link``.
"""

from __future__ import annotations

from dataclasses import dataclass

from caselaw import urls
from caselaw.locale import Locale


@dataclass(frozen=True)
class Label:
    """A text with its language where that is not the page's, and whether the wording was verified."""

    text: str
    lang: str | None = None
    verified: bool = True
    pieces: tuple[Label, ...] = ()  # of the text, where they are not all in one language


@dataclass(frozen=True)
class Phrase:
    """A text of several parts, of which some are in another language than the page."""

    parts: tuple[Label, ...]


@dataclass(frozen=True)
class Link:
    """A label that leads somewhere: a site address, or an outside one."""

    label: Label
    href: str


@dataclass(frozen=True)
class DateText:
    """A date as machines read it (ISO, possibly without day or month) and as people do."""

    iso: str
    text: str


@dataclass(frozen=True)
class StatusMark:
    """What became of a case later, in two or three words; grave where readers must know before they rely on it."""

    text: str
    grave: bool
    unverified: bool = False


@dataclass(frozen=True)
class CaseCard:
    """One case in a list."""

    title: str
    href: str
    lang: str | None
    court: Label
    numbers: tuple[str, ...]
    decided: DateText
    outcome: Label | None
    offences: tuple[Label, ...]
    summary: str
    neighbouring: bool  # about an offence beside trafficking, such as smuggling of migrants
    status: StatusMark | None = None


@dataclass(frozen=True)
class CountedLink:
    """A way in: a link with the number of cases behind it, as figure and as a phrase (“12 cases”)."""

    link: Link
    count: int
    phrase: str


@dataclass(frozen=True)
class Group:
    """Counted links under one heading; the heading is absent where a list has a single group."""

    heading: Label | None
    entries: tuple[CountedLink, ...]


@dataclass(frozen=True)
class Pagination:
    """Where a list page stands among its pages; ``phrase`` is “Page 2 of 7”."""

    number: int
    total: int
    phrase: str
    previous: str | None
    next: str | None
    pages: tuple[tuple[int, str], ...]  # page number, address


@dataclass(frozen=True)
class ParagraphLink:
    """A reference to a numbered paragraph of the page's own text."""

    number: int
    href: str  # "#p12"


@dataclass(frozen=True)
class Fact:
    """One line of a summary list: what it is, its values, and whether it still has to be checked."""

    name: str
    values: tuple[Label | Link | Phrase, ...]
    unverified: bool = False


@dataclass(frozen=True)
class ChargeRow:
    """One charge against one defendant and what became of it."""

    defendant: Label
    charged: Label | Link
    finding: Label
    convicted_of: Label | Link | None
    sentence: tuple[Label, ...]  # parts, each a line: "8 years", "fine 8,000 EUR", "suspended"
    paragraphs: tuple[ParagraphLink, ...]
    unverified: bool


@dataclass(frozen=True)
class Row:
    """One line of a small table (compensation, protection, findings …): its cells in the order of the headings."""

    cells: tuple[Label | Link, ...]
    paragraphs: tuple[ParagraphLink, ...]
    unverified: bool


@dataclass(frozen=True)
class Table:
    """A small table of coded facts; ``columns`` are the headings, without the one for paragraphs."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class CitationRow:
    """A case that this one cites or that cites it; without a treatment, one that only a text mentions."""

    link: Link
    court: Label
    decided: DateText
    treatment: Label | None
    paragraphs: tuple[Link, ...]
    negative: bool = False  # the treatment: not followed, overruled
    unverified: bool = False  # the citation
    status: StatusMark | None = None  # what became of the other case later


@dataclass(frozen=True)
class SourceRow:
    """Where the facts of a case were read."""

    title: Label
    href: str
    details: tuple[str, ...]  # publisher, kind, "read on 23 November 2026"


@dataclass(frozen=True)
class Correction:
    """A published change of a case."""

    date: DateText
    note: Label


@dataclass(frozen=True)
class WithdrawnCase:
    """A withdrawn case in the list of them: its id, which is all that is left of its name, the reason and the day."""

    link: Link
    reason: Label
    day: str  # in words; empty where it is not known


@dataclass(frozen=True)
class Block:
    """A piece of a rendered text: a numbered paragraph, a heading, or anything else; ``html`` is sanitised.

    ``html`` is the inner HTML of a paragraph or heading, and whole elements otherwise.
    """

    kind: str  # "paragraph" | "heading" | "other"
    html: str
    number: int | None = None  # of a paragraph
    id: str | None = None  # of a heading
    level: int | None = None  # of a heading, 2 to 6
    unverified: bool = False


@dataclass(frozen=True)
class OutlineEntry:
    """A heading of the text, for the outline beside it."""

    text: str
    href: str  # "#facts"
    level: int
    lang: str | None = None  # where it is not the page's


@dataclass(frozen=True)
class SearchBox:
    """A field that leads to the search page of a language."""

    action: str
    label: str
    button: str


def search_box(locale: Locale) -> SearchBox:
    """Return the search box of a language."""
    action = urls.text_page(locale.key, "search")
    return SearchBox(action, locale.text("frame.search_label"), locale.text("frame.search_button"))


@dataclass(frozen=True)
class GatewayLanguage:
    """One language on the gateway, with title, status footnote and tag of its own; ``choose`` heads the page."""

    lang: str
    name: str
    title: str
    href: str
    search: SearchBox
    disclaimer: str
    choose: str
    last_read: str  # said when this language was read last on this device
    edition: str  # "Edition of 23 November 2026"
    edition_old: str  # said when a year has passed
    translation: str  # that the interface texts are an unreviewed translation, or nothing


@dataclass(frozen=True)
class StartNote:
    """One thing to know of an edition; the link, if any, goes on from the text."""

    heading: str
    text: str
    link: Link | None


@dataclass(frozen=True)
class StartLanguage:
    """One language on the first page of an edition: the way in, and what to know of this copy."""

    lang: str
    name: str
    title: str
    open: Link
    search: SearchBox
    heading: str
    edition: str  # "Edition of 23 November 2026"
    edition_old: str  # said when a year has passed
    translation: str  # that these texts are an unreviewed translation, or nothing
    last_read: str  # said when this language was read last on this device
    notes: tuple[StartNote, ...]
    disclaimer: str
