"""Statistics pages: an overview and one page for each theme, from the pure counts of ``caselaw.statistics``.

``base`` has what the themes share; each theme is a module with a function ``page``, in whose tables every row leads to
its paragraphs. The same tables are written as CSV files and printed by ``build.py stats``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from caselaw.pages.context import Context
from caselaw.pages.statistics import compensation, coverage, rights, sentences, time, verdicts
from caselaw.pages.statistics.base import NAMES
from caselaw.pages.statistics.overview import index_page
from caselaw.pages.statistics_parts import FigureTable, StatisticsIndexPage, StatisticsPage

THEMES: Mapping[str, Callable[[Context], StatisticsPage]] = {
    "sentences": sentences.page,
    "verdicts": verdicts.page,
    "compensation": compensation.page,
    "rights": rights.page,
    "time": time.page,
    "coverage": coverage.page,
}


def statistics_pages(context: Context) -> Iterator[StatisticsIndexPage | StatisticsPage]:
    """Yield the overview and the page of each theme."""
    yield index_page(context)
    yield from theme_pages(context)


def theme_pages(context: Context) -> Iterator[StatisticsPage]:
    """Yield the page of each theme, in the order in which they are offered."""
    for name in NAMES:
        yield THEMES[name](context)


def statistics_tables(context: Context) -> Iterator[FigureTable]:
    """Yield every table of every theme."""
    for page in theme_pages(context):
        for section in page.sections:
            yield from section.tables
