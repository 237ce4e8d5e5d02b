"""Coverage: what the library holds per court and year, beside the numbers that others published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from caselaw import urls
from caselaw.pages.context import Context
from caselaw.pages.parts import Label, Link
from caselaw.pages.statistics.base import decision_cells, excluded, figure_table, left_out, theme_page
from caselaw.pages.statistics_parts import Bar, BarChart, Cell, FigureRow, FigureSection, StatisticsPage
from caselaw.statistics.counting import Excluded
from caselaw.statistics.coverage import (
    Comparison,
    CourtHoldings,
    Holding,
    by_court,
    by_court_and_year,
    by_year,
    compare,
    holdings,
)


def page(context: Context) -> StatisticsPage:
    """Return the page: the decisions of courts of Kosovo*, then the published numbers."""
    return theme_page(context, "coverage", (_holdings(context), _published(context)))


def _holdings(context: Context) -> FigureSection:
    locale, proceedings = context.locale, context.library.proceedings
    held = holdings(proceedings)
    counted, doubtful = [one for one in held if one.counted], [Excluded.UNVERIFIED for one in held if not one.counted]
    basis = locale.count("statistics.coverage.holdings.basis", len(counted))
    return FigureSection(
        id="holdings",
        heading=locale.text("statistics.coverage.holdings.heading"),
        lead=locale.text("statistics.coverage.holdings.lead"),
        basis=" ".join((basis, *left_out(context, doubtful))),
        caveats=(locale.text("statistics.coverage.holdings.caveat"), locale.text("statistics.coverage.instances")),
        chart=_chart(context, held, basis) if counted else None,
        tables=(
            figure_table(
                context,
                "holdings_by_court",
                ("court", "decisions", "first_year", "last_year", "excluded"),
                (_court(context, court) for court in by_court(proceedings)),
            ),
            figure_table(context, "holdings_by_year", ("year", "court", "decisions"), _years(context, held)),
            figure_table(
                context, "holdings", ("case", "court", "date", "text"), (_decision(context, one) for one in held)
            ),
        ),
    )


def _chart(context: Context, held: Sequence[Holding], description: str) -> BarChart:
    years = by_year(held)
    most = max(count for _, count in years)
    return BarChart(
        title=context.locale.text("statistics.coverage.holdings.chart"),
        description=description,
        bars=tuple(
            Bar(Label(str(year)), f"{100 * count / most:.2f}%", context.locale.number(count)) for year, count in years
        ),
    )


def _court(context: Context, court: CourtHoldings) -> FigureRow:
    years = (court.first, court.last)
    return FigureRow(
        (
            _court_cell(context, court.court),
            Label(context.locale.number(court.decisions)),
            *(Label("" if year is None else str(year)) for year in years),
            Label(context.locale.number(court.excluded)),
        )
    )


def _court_cell(context: Context, court: str) -> Cell:
    """Return a court, as the link to its decisions where there are any."""
    label = context.label("courts", court)
    if court not in context.library.catalogue.by_court:
        return label
    return Link(label, urls.listing(context.language, "courts", court))


def _years(context: Context, held: Sequence[Holding]) -> Iterator[FigureRow]:
    for court, year, count in by_court_and_year(held):
        number = Label(context.locale.number(count))
        yield FigureRow((_year(context, year), _court_cell(context, court), number))


def _year(context: Context, year: int) -> Link:
    return Link(Label(str(year)), urls.listing(context.language, "years", str(year)))


def _decision(context: Context, held: Holding) -> FigureRow:
    return FigureRow(
        cells=(*decision_cells(context, held.case), context.label("text-kinds", held.case.record.text)),
        excluded=None if held.counted else excluded(context, Excluded.UNVERIFIED),
    )


def _published(context: Context) -> FigureSection:
    locale, found = context.locale, compare(context.library.proceedings)
    verified = sum(one.figure.verified for one in found)
    unverified = [Excluded.UNVERIFIED for one in found if not one.figure.verified]
    columns = ("published", "court", "time", "number", "own", "source")
    return FigureSection(
        id="published",
        heading=locale.text("statistics.coverage.published.heading"),
        lead=locale.text("statistics.coverage.published.lead"),
        basis=" ".join((locale.count("statistics.coverage.published.basis", verified), *left_out(context, unverified))),
        caveats=(
            locale.text("statistics.coverage.published.caveat"),
            locale.text("statistics.coverage.own_numbers"),
            locale.text("statistics.coverage.gaps"),
        ),
        chart=None,
        tables=(figure_table(context, "published", columns, (_comparison(context, one) for one in found)),),
    )


def _comparison(context: Context, one: Comparison) -> FigureRow:
    figure, locale = one.figure, context.locale
    return FigureRow(
        cells=(
            context.wording(*figure.label(context.language)),
            _court_cell(context, figure.court)
            if figure.court
            else Label(locale.text("statistics.coverage.all_courts")),
            Label(_time(context, one)),
            Label(locale.number(figure.number)),
            Link(Label(_own(context, one)), "#table-holdings"),
            Link(Label(figure.publisher), figure.source),
        ),
        excluded=None if figure.verified else excluded(context, Excluded.UNVERIFIED),
    )


def _time(context: Context, one: Comparison) -> str:
    until = context.date(one.figure.until).text
    if one.figure.since is None:
        return context.locale.text("statistics.coverage.until", date=until)
    since = context.date(one.figure.since).text
    return since if since == until else f"{since} – {until}"


def _own(context: Context, one: Comparison) -> str:
    if one.own is None:
        return context.locale.text("statistics.too_few")
    return context.locale.count(f"statistics.coverage.own.{one.figure.counts}", one.own)
