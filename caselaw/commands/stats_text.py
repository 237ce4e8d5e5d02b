"""A table of the statistics as text: in columns where they fit, else each row as a list of its cells."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from caselaw.exports.statistics import cell_text
from caselaw.locale import Locale
from caselaw.pages.parts import Link
from caselaw.pages.statistics_parts import FigureRow, FigureTable

_GAP, _INDENT = "  ", "    "
_NARROWEST = 40  # letters; below this nothing is wrapped further


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """Return a text in lines of at most ``width`` letters; an address is never broken."""
    return textwrap.wrap(
        text,
        max(width, _NARROWEST),
        initial_indent=indent,
        subsequent_indent=indent * 2,
        break_long_words=False,
        break_on_hyphens=False,
    )


def table_text(table: FigureTable, locale: Locale, width: int) -> Iterator[str]:
    """Yield the lines of a table for a terminal of ``width`` letters; below each row its paragraphs' addresses."""
    yield f"{table.caption} ({locale.number(len(table.rows))})"
    if not table.rows:
        yield table.empty
        return
    rows = [tuple(map(cell_text, row.cells)) for row in table.rows]
    widths = [max(map(len, column)) for column in zip(table.columns, *rows, strict=True)]
    fits = sum(widths) + len(_GAP) * (len(widths) - 1) <= width
    if fits:
        yield _line(table.columns, widths)
        yield _GAP.join("-" * one for one in widths)
    for row, cells in zip(table.rows, rows, strict=True):
        yield from [_line(cells, widths)] if fits else _listed(table.columns, cells, width)
        yield from _behind(row, locale)


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    return _GAP.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _listed(columns: tuple[str, ...], cells: tuple[str, ...], width: int) -> Iterator[str]:
    """Yield the first cell as a heading, and below it those of the others that say something."""
    yield f"- {cells[0]}"
    for column, cell in zip(columns[1:], cells[1:], strict=True):
        if cell:
            yield from wrapped(f"{column}: {cell}", width, _GAP)


def _behind(row: FigureRow, locale: Locale) -> Iterator[str]:
    """Yield the paragraphs of a row, or its case where it has none, and why it is not counted."""
    cases = [cell for cell in row.cells if isinstance(cell, Link) and "/cases/" in cell.href]
    for link in row.paragraphs or cases:
        yield f"{_INDENT}{link.href}"
    if row.excluded:
        yield f"{_INDENT}{locale.text('statistics.columns.not_counted').lower()}: {row.excluded.text}"
