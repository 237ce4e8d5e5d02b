"""What the themes of the statistics share: their frame, links to paragraphs, why something is not counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.pages.parts import Label, Link
from caselaw.pages.statistics_parts import FigureRow, FigureSection, FigureTable, Filter, StatisticsPage
from caselaw.statistics.counting import Excluded

Tags = tuple[tuple[str, str], ...]

SECTION = "statistics"
NAMES = (
    "sentences",
    "verdicts",
    "compensation",
    "rights",
    "time",
    "coverage",
)  # themes in the order in which they are offered


def theme_link(context: Context, name: str) -> Link:
    """Return the link to a theme."""
    return Link(Label(context.locale.text(f"statistics.{name}.title")), urls.statistics(context.language, name))


def theme_page(
    context: Context, name: str, sections: Iterable[FigureSection], filters: tuple[Filter, ...] = ()
) -> StatisticsPage:
    """Return the page of a theme; its words are those below ``statistics.<name>``."""
    locale = context.locale
    title = locale.text(f"statistics.{name}.title")
    overview = Link(Label(locale.text("statistics.title")), urls.index(context.language, SECTION))
    return StatisticsPage(
        frame=context.frame(
            urls.statistics(context.language, name),
            title,
            locale.text(f"statistics.{name}.description"),
            (overview,),
            tells_of_cases=True,
        ),
        heading=title,
        lead=locale.text(f"statistics.{name}.lead"),
        filters=filters,
        sections=tuple(sections),
        others=tuple(theme_link(context, other) for other in NAMES if other != name),
    )


def figure_table(context: Context, name: str, columns: Iterable[str], rows: Iterable[FigureRow]) -> FigureTable:
    """Return a table; ``name`` is the key of its caption below ``statistics.tables``, ``columns`` are such keys too."""
    locale = context.locale
    return FigureTable(
        name=name.replace("_", "-"),
        caption=locale.text(f"statistics.tables.{name}"),
        columns=tuple(locale.text(f"statistics.columns.{column}") for column in columns),
        rows=tuple(rows),
        empty=locale.text("statistics.nothing"),
        csv=urls.statistics_csv(context.language, name.replace("_", "-")),
    )


def case_link(context: Context, case: Case) -> Link:
    """Return the link to a case by its title."""
    return Link(context.title(case), urls.case(context.language, case.id))


def decision_cells(context: Context, case: Case) -> tuple[Link, Label, Label]:
    """Return the first cells of a row about a decision: its case, court and date."""
    return case_link(context, case), context.label("courts", case.record.court), Label(_date(context, case))


def _date(context: Context, case: Case) -> str:
    return context.date(case.record.decided).text


def paragraph_links(context: Context, case: Case, paragraphs: Iterable[int]) -> tuple[Link, ...]:
    """Return the links to paragraphs of a case."""
    return tuple(Link(Label(str(number)), urls.case(context.language, case.id, number)) for number in paragraphs)


def excluded(context: Context, reason: str | None) -> Label | None:
    """Return why something is not counted; ``reason`` is a value of ``counting.Excluded``."""
    return Label(context.locale.text(f"statistics.excluded.{reason}")) if reason else None


def left_out(context: Context, reasons: Iterable[Excluded]) -> Iterator[str]:
    """Yield, for each reason, how many are listed but not counted."""
    counts = Counter(reasons)
    for reason in Excluded:
        if counts[reason]:
            why = context.locale.text(f"statistics.excluded.{reason}")
            yield context.locale.count("statistics.left_out", counts[reason], reason=why)


def choices(context: Context, tags: Iterable[Tags], names: Mapping[str, Callable[[str], Label]]) -> Iterator[Filter]:
    """Yield a filter for each key of ``names`` of which the tags hold more than one value, in order of their texts."""
    found: dict[str, set[str]] = {key: set() for key in names}
    for key, value in (tag for row in tags for tag in row):
        found[key].add(value)
    for key, values in found.items():
        if len(values) > 1:
            texts = sorted(((value, names[key](value)) for value in values), key=lambda choice: choice[1].text)
            yield Filter(key, context.locale.text(f"statistics.filters.{key}"), tuple(texts))
