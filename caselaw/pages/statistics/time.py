"""Time: how long proceedings took, where their dates are known."""

from __future__ import annotations

from decimal import Decimal

from caselaw.pages.context import Context
from caselaw.pages.parts import Label
from caselaw.pages.statistics.base import case_link, figure_table, paragraph_links, theme_page
from caselaw.pages.statistics_parts import FigureRow, FigureSection, StatisticsPage
from caselaw.statistics.durations import Elapsed, StageTimes, times


def page(context: Context) -> StatisticsPage:
    """Return the page: one section for all stages of proceedings before courts of Kosovo*."""
    locale, found = context.locale, times(context.library.proceedings)
    known = [elapsed for stage in found for elapsed in stage.times]
    section = FigureSection(
        id="stages",
        heading=locale.text("statistics.time.stages.heading"),
        lead=locale.text("statistics.time.stages.lead"),
        basis=locale.count("statistics.time.basis", len(known)),
        caveats=(locale.text("statistics.time.rough"), locale.text("statistics.time.few")),
        chart=None,
        tables=(
            figure_table(
                context,
                "stages",
                ("stage", "known", "without", "shortest", "median", "longest"),
                (_stage(context, stage) for stage in found),
            ),
            figure_table(
                context, "times", ("case", "stage", "since", "until", "months"), (_row(context, one) for one in known)
            ),
        ),
    )
    return theme_page(context, "time", (section,))


def _stage(context: Context, stage: StageTimes) -> FigureRow:
    numbers = (len(stage.times), stage.without, stage.shortest, stage.median, stage.longest)
    return FigureRow((_name(context, stage.stage.value), *(_number(context, number) for number in numbers)))


def _name(context: Context, stage: str) -> Label:
    return Label(context.locale.text(f"statistics.stages.{stage}"))


def _number(context: Context, number: float | None) -> Label:
    if number is None:
        return Label(context.locale.text("unknown"))
    return Label(context.locale.number(Decimal(str(number)).normalize()))


def _row(context: Context, elapsed: Elapsed) -> FigureRow:
    locale, dates = context.locale, elapsed.case.record.dates
    months = locale.number(elapsed.months)
    return FigureRow(
        cells=(
            case_link(context, elapsed.case),
            _name(context, elapsed.stage.value),
            Label(context.date(elapsed.since).text),
            Label(context.date(elapsed.until).text),
            Label(locale.text("statistics.time.about", months=months) if elapsed.rough else months),
        ),
        paragraphs=paragraph_links(context, elapsed.case, dates.paragraphs if dates else ()),
    )
