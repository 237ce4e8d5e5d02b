"""The compensation ledger: every claim with what became of it, and how many ended in which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caselaw.pages.context import Context
from caselaw.pages.parts import Label
from caselaw.pages.statistics.base import (
    decision_cells,
    excluded,
    figure_table,
    left_out,
    paragraph_links,
    theme_page,
)
from caselaw.pages.statistics_parts import FigureRow, FigureSection, StatisticsPage
from caselaw.statistics.compensation import HUMAN_RIGHTS, LedgerRow, Result, count_ledger, ledger
from caselaw.values import Money

_COLUMNS = ("case", "court", "date", "to", "head", "claimed", "awarded", "paid", "result", "reasons")


def page(context: Context) -> StatisticsPage:
    """Return the page of the ledger: claims in criminal and civil proceedings, then those of human-rights courts."""
    rows = ledger(context.library.proceedings)
    against = [row for row in rows if row.proceedings != HUMAN_RIGHTS]
    apart = [row for row in rows if row.proceedings == HUMAN_RIGHTS]
    sections = (
        _section(context, "ledger", "ledger_results", against),
        _section(context, "just_satisfaction", "just_satisfaction_results", apart),
    )
    return theme_page(context, "compensation", sections)


def _section(context: Context, name: str, results: str, rows: list[LedgerRow]) -> FigureSection:
    locale, key = context.locale, f"statistics.compensation.{name}"
    harm = [row for row in rows if not row.is_costs]
    reasons = [row.excluded for row in harm if row.excluded]
    counted = len(harm) - len(reasons)
    return FigureSection(
        id=name.replace("_", "-"),
        heading=locale.text(f"{key}.heading"),
        lead=locale.text(f"{key}.lead"),
        basis=" ".join((locale.count("statistics.compensation.basis", counted), *left_out(context, reasons))),
        caveats=(
            locale.text("statistics.compensation.currencies"),
            locale.text("statistics.compensation.paid"),
            locale.text("statistics.compensation.costs"),
            locale.text("statistics.compensation.last"),
        ),
        chart=None,
        tables=(
            figure_table(context, results, ("proceedings", *_RESULT_COLUMNS, "excluded"), _counts(context, rows)),
            figure_table(context, name, _COLUMNS, (_row(context, row) for row in rows)),
        ),
    )


# The columns of the results, in the order of ``Result``.
_RESULT_COLUMNS = ("result_awarded", "result_refused", "result_referred", "result_not_known")


def _counts(context: Context, rows: Iterable[LedgerRow]) -> Iterator[FigureRow]:
    locale = context.locale
    for count in count_ledger(rows):
        name = (
            context.label("compensation-proceedings", count.proceedings)
            if count.proceedings
            else Label(locale.text("unknown"))
        )
        numbers = (*(count.results[result] for result in Result), count.excluded)
        yield FigureRow((name, *(Label(locale.number(number)) for number in numbers)))


def _row(context: Context, row: LedgerRow) -> FigureRow:
    claim, lang = row.claim, context.case_lang(row.case)
    return FigureRow(
        cells=(
            *decision_cells(context, row.case),
            Label(claim.to, lang),
            context.label("compensation-heads", claim.head) if claim.head else Label(""),
            *(_sum(context, value) for value in (claim.claimed, claim.awarded, claim.paid)),
            Label(context.locale.text(f"statistics.results.{row.result.value}")),
            Label(claim.reasons or "", lang if claim.reasons else None),
        ),
        paragraphs=paragraph_links(context, row.case, claim.paragraphs),
        excluded=excluded(context, row.excluded),
    )


def _sum(context: Context, value: Money | str | None) -> Label:
    return Label(context.money(value) if isinstance(value, Money) else context.locale.text("unknown"))
