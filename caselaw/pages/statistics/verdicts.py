"""From charge to verdict: how charges of trafficking ended, and each one that was re-qualified."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from caselaw.pages.case_tables import defendant_label, sentence_parts
from caselaw.pages.context import Context
from caselaw.pages.parts import Label, Phrase
from caselaw.pages.statistics.base import (
    decision_cells,
    excluded,
    figure_table,
    left_out,
    paragraph_links,
    theme_page,
)
from caselaw.pages.statistics_parts import Bar, BarChart, FigureRow, FigureSection, StatisticsPage
from caselaw.statistics.counting import count_charges, is_domestic
from caselaw.statistics.verdicts import Ending, Verdict, trafficking_verdicts

_COLUMNS = ("case", "court", "date", "defendant", "charged", "ending", "convicted_of", "sentence")


def page(context: Context) -> StatisticsPage:
    """Return the page: courts of Kosovo*, then courts elsewhere."""
    proceedings = context.library.proceedings
    found = trafficking_verdicts(count_charges(proceedings), context.vocabulary)
    here = [verdict for verdict in found if is_domestic(proceedings, verdict.counted.case)]
    elsewhere = [verdict for verdict in found if verdict not in here]
    sections = [_section(context, "kosovo", "verdicts", "endings", here)]
    if elsewhere:
        sections.append(_section(context, "elsewhere", "verdicts_elsewhere", "endings_elsewhere", elsewhere))
    return theme_page(context, "verdicts", sections)


def _section(context: Context, name: str, table: str, endings: str, verdicts: Sequence[Verdict]) -> FigureSection:
    locale, key = context.locale, f"statistics.verdicts.{name}"
    counts = Counter(verdict.ending for verdict in verdicts if verdict.counted.is_counted)
    total = sum(counts.values())
    reasons = [verdict.counted.excluded for verdict in verdicts if verdict.counted.excluded]
    requalified = [verdict for verdict in verdicts if verdict.ending is Ending.OTHER]
    return FigureSection(
        id=name,
        heading=locale.text(f"{key}.heading"),
        lead=locale.text(f"{key}.lead"),
        basis=" ".join((locale.count("statistics.verdicts.basis", total), *left_out(context, reasons))),
        caveats=(locale.text("statistics.verdicts.charges"), locale.text("statistics.verdicts.unknown_charge")),
        chart=_chart(context, counts, total) if total else None,
        tables=(
            figure_table(context, endings, ("ending", "counted"), _ending_rows(context, counts)),
            *(
                [figure_table(context, "requalified", _COLUMNS, (_row(context, verdict) for verdict in requalified))]
                if name == "kosovo"
                else []
            ),
            figure_table(context, table, _COLUMNS, (_row(context, verdict) for verdict in verdicts)),
        ),
    )


def _chart(context: Context, counts: Counter[Ending], total: int) -> BarChart:
    locale = context.locale
    return BarChart(
        title=locale.text("statistics.verdicts.chart"),
        description=locale.count("statistics.verdicts.basis", total),
        bars=tuple(
            Bar(
                name=_ending(context, ending),
                length=f"{100 * counts[ending] / total:.2f}%",
                text=locale.text("statistics.of", number=locale.number(counts[ending]), total=locale.number(total)),
            )
            for ending in Ending
        ),
    )


def _ending(context: Context, ending: Ending) -> Label:
    return Label(context.locale.text(f"statistics.endings.{ending.value}"))


def _ending_rows(context: Context, counts: Counter[Ending]) -> Iterable[FigureRow]:
    for ending in Ending:
        yield FigureRow((_ending(context, ending), Label(context.locale.number(counts[ending]))))


def _row(context: Context, verdict: Verdict) -> FigureRow:
    case, charge = verdict.counted.case, verdict.counted.charge
    return FigureRow(
        cells=(
            *decision_cells(context, case),
            defendant_label(context, case, charge.defendant),
            context.linked_charge(charge.charged),
            _ending(context, verdict.ending),
            context.linked_charge(charge.convicted_of or charge.charged) if verdict.convicted_of else Label(""),
            Phrase(tuple(_sentence(context, verdict))),
        ),
        paragraphs=paragraph_links(context, case, charge.paragraphs),
        excluded=excluded(context, verdict.counted.excluded),
    )


def _sentence(context: Context, verdict: Verdict) -> Iterator[Label]:
    if sentence := verdict.counted.charge.sentence:
        for number, part in enumerate(sentence_parts(context, verdict.counted.case, sentence)):
            yield from (Label(", "), part) if number else (part,)
