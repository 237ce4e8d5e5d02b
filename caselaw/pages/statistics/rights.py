"""Victims' rights: non-punishment, measures of protection, child victims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

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
from caselaw.pages.statistics_parts import FigureRow, FigureSection, FigureTable, StatisticsPage
from caselaw.statistics.counting import Excluded
from caselaw.statistics.rights import (
    ChildVictims,
    Listed,
    Measure,
    Plea,
    child_victims,
    count_measures,
    measures,
    pleas,
)

_DECISION = ("case", "court", "date")


def page(context: Context) -> StatisticsPage:
    """Return the page."""
    proceedings = context.library.proceedings
    return theme_page(
        context,
        "rights",
        (
            _pleas(context, pleas(proceedings)),
            _measures(context, measures(proceedings)),
            _children(context, child_victims(proceedings)),
        ),
    )


def _section(
    context: Context, name: str, counted: int, reasons: Iterable[Excluded], *tables: FigureTable
) -> FigureSection:
    locale, key = context.locale, f"statistics.rights.{name}"
    return FigureSection(
        id=name.replace("_", "-"),
        heading=locale.text(f"{key}.heading"),
        lead=locale.text(f"{key}.lead"),
        basis=" ".join((locale.count(f"{key}.basis", counted), *left_out(context, reasons))),
        caveats=(locale.text(f"{key}.caveat"),),
        chart=None,
        tables=tables,
    )


def _reasons(found: Iterable[Listed]) -> list[Excluded]:
    return [one.excluded for one in found if one.excluded]


def _number(context: Context, number: int) -> Label:
    return Label(context.locale.number(number))


def _pleas(context: Context, found: tuple[Plea, ...]) -> FigureSection:
    counts = Counter(one.plea.result for one in found if one.counted)
    results = [key for key in context.vocabulary.lists["non-punishment-results"] if counts[key]]
    return _section(
        context,
        "non_punishment",
        sum(counts.values()),
        _reasons(found),
        figure_table(
            context,
            "non_punishment_results",
            ("result", "counted"),
            (
                FigureRow((context.label("non-punishment-results", key), _number(context, counts[key])))
                for key in results
            ),
        ),
        figure_table(
            context,
            "non_punishment",
            (*_DECISION, "raised_by", "result", "test"),
            (_plea(context, one) for one in found),
        ),
    )


def _plea(context: Context, one: Plea) -> FigureRow:
    test = one.plea.test
    return FigureRow(
        cells=(
            *decision_cells(context, one.case),
            context.label("parties", one.plea.raised_by),
            context.label("non-punishment-results", one.plea.result),
            Label(test, context.case_lang(one.case)) if test else Label(context.locale.text("unknown")),
        ),
        paragraphs=paragraph_links(context, one.case, one.plea.paragraphs),
        excluded=excluded(context, one.excluded),
    )


def _measures(context: Context, found: tuple[Measure, ...]) -> FigureSection:
    counts = count_measures(found)
    return _section(
        context,
        "protection",
        sum(counts.values()),
        _reasons(found),
        figure_table(
            context,
            "protection_results",
            ("measure", "result", "counted"),
            (
                FigureRow(
                    (
                        context.label("protection-measures", measure),
                        context.label("protection-results", result),
                        _number(context, count),
                    )
                )
                for (measure, result), count in counts.items()
            ),
        ),
        figure_table(
            context, "protection", (*_DECISION, "measure", "result"), (_measure(context, one) for one in found)
        ),
    )


def _measure(context: Context, one: Measure) -> FigureRow:
    return FigureRow(
        cells=(
            *decision_cells(context, one.case),
            context.label("protection-measures", one.measure.measure),
            context.label("protection-results", one.measure.result),
        ),
        paragraphs=paragraph_links(context, one.case, one.measure.paragraphs),
        excluded=excluded(context, one.excluded),
    )


def _children(context: Context, found: ChildVictims) -> FigureSection:
    return _section(
        context,
        "children",
        sum(one.counted for one in found.cases),
        _reasons(found.cases),
        figure_table(context, "victims", ("victims", "number"), _victim_rows(context, found.victims)),
        figure_table(context, "children", (*_DECISION, "outcome"), (_child_case(context, one) for one in found.cases)),
    )


def _victim_rows(context: Context, victims: Mapping[str, int | None]) -> Iterator[FigureRow]:
    for part, number in victims.items():
        shown = Label(context.locale.text("statistics.too_few")) if number is None else _number(context, number)
        yield FigureRow((Label(context.locale.text(f"statistics.victims.{part}")), shown))


def _child_case(context: Context, one: Listed) -> FigureRow:
    case = one.case
    coded = (fact.paragraphs for fact in case.record.aggravating if fact.value == "child-victim")
    return FigureRow(
        cells=(*decision_cells(context, case), context.label("outcomes", case.record.outcome)),
        paragraphs=paragraph_links(context, case, next(coded, ())),
        excluded=excluded(context, one.excluded),
    )
