"""The tables of the statistics for spreadsheets: in each language what its page shows, one file a table."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw.exports.table import csv_text
from caselaw.locale import Locale
from caselaw.pages.context import Context, Library
from caselaw.pages.parts import Link, Phrase
from caselaw.pages.statistics import statistics_tables
from caselaw.pages.statistics_parts import Cell, FigureTable


def statistics_files(library: Library) -> Iterator[tuple[str, str]]:
    """Yield (address, text) of each table in each language."""
    for locale in library.locales:
        for table in statistics_tables(Context(library, locale)):
            yield table.csv, csv_text(table_lines(table, locale))


def table_lines(table: FigureTable, locale: Locale) -> Iterator[tuple[str, ...]]:
    """Yield the heading and each row as texts: the cells, the paragraphs, and why a row is not counted."""
    yield (*table.columns, *(locale.text(f"statistics.columns.{name}") for name in ("paragraphs", "not_counted")))
    for row in table.rows:
        paragraphs = "; ".join(link.label.text for link in row.paragraphs)
        yield (*map(cell_text, row.cells), paragraphs, row.excluded.text if row.excluded else "")


def cell_text(cell: Cell) -> str:
    """Return what a cell says, and where a source outside is."""
    if isinstance(cell, Phrase):
        return "".join(part.text for part in cell.parts)
    if isinstance(cell, Link):
        return f"{cell.label.text}: {cell.href}" if "://" in cell.href else cell.label.text
    return cell.text
