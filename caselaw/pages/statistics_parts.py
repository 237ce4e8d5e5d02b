"""The parts of statistics pages: tables whose rows lead to paragraphs, and charts that are drawn from finished numbers.

A table is the substance: the page, the CSV file and the terminal show the same one. A chart shows what its table says.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from caselaw.pages.frame_parts import Frame
from caselaw.pages.parts import Label, Link, Phrase

Cell = Label | Link | Phrase


@dataclass(frozen=True)
class FigureRow:
    """One line of a table; ``excluded`` says why it is in no computation, None where it is in them."""

    cells: tuple[Cell, ...]
    paragraphs: tuple[Link, ...] = ()
    excluded: Label | None = None
    tags: tuple[tuple[str, str], ...] = ()  # (filter, key) for filters of the page, such as ("court", "bc-prishtina")


@dataclass(frozen=True)
class FigureTable:
    """A table; ``name`` is its id on the page and the name of its CSV file, ``empty`` is said where it has no rows."""

    name: str
    caption: str
    columns: tuple[str, ...]
    rows: tuple[FigureRow, ...]
    empty: str
    csv: str  # address of the same table for spreadsheets


@dataclass(frozen=True)
class Mark:
    """One value on a scale: ``x`` in per cent of its width, ``y`` in pixels from the top of its lane."""

    x: str
    y: int
    kind: str  # its shape: below, within, above, no-range, unverified
    suspended: bool
    href: str
    text: str  # all that it says
    tags: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Lane:
    """One line of a scale chart; ``start`` and ``width`` of its verified range in per cent, or None."""

    name: Label
    range_text: Label
    height: int  # pixels
    start: str | None
    width: str | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class ScaleChart:
    """Marks on a scale of years that all lanes share; ``ticks`` are (x in per cent, text)."""

    title: str
    description: str
    ticks: tuple[tuple[str, str], ...]
    lanes: tuple[Lane, ...]
    legend: tuple[tuple[str, str], ...]  # (kind, text)


@dataclass(frozen=True)
class Bar:
    """One bar, its length in per cent of the whole."""

    name: Label
    length: str
    text: str  # "3 of 12"


@dataclass(frozen=True)
class BarChart:
    """Bars with their numbers written out."""

    title: str
    description: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Filter:
    """A choice that narrows charts and tables of a page: its name, key, and the (value, text) there are."""

    key: str
    name: str
    choices: tuple[tuple[str, Label], ...]


@dataclass(frozen=True)
class FigureSection:
    """One question: its number of observations, what must be known before it is quoted, chart and tables."""

    id: str
    heading: str
    lead: str
    basis: str  # what is counted, and n
    caveats: tuple[str, ...]
    chart: ScaleChart | BarChart | None
    tables: tuple[FigureTable, ...]


@dataclass(frozen=True)
class StatisticsPage:
    """One theme of what courts decide."""

    template: ClassVar[str] = "pages/statistics.html"
    frame: Frame
    heading: str
    lead: str
    filters: tuple[Filter, ...]
    sections: tuple[FigureSection, ...]
    others: tuple[Link, ...]  # the other themes


@dataclass(frozen=True)
class Headline:
    """One number of the overview and what it is of."""

    number: str  # "0 of 2"
    text: str
    basis: str  # n, and where it is small, what that means
    link: Link


@dataclass(frozen=True)
class StatisticsIndexPage:
    """The overview: a few numbers, each leading to its table, and a plain statement of what they are not."""

    template: ClassVar[str] = "pages/statistics-index.html"
    frame: Frame
    headlines: tuple[Headline, ...]
    themes: tuple[tuple[Link, str], ...]  # page, what it answers
