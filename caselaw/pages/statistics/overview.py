"""The overview: a few numbers, each with how many there are in all, and each leading to its table."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.pages.context import Context
from caselaw.pages.parts import Link
from caselaw.pages.statistics.base import NAMES, SECTION, theme_link
from caselaw.pages.statistics_parts import Headline, StatisticsIndexPage
from caselaw.statistics.compensation import Result, count_ledger, ledger
from caselaw.statistics.counting import Counted, count_charges, is_domestic
from caselaw.statistics.coverage import holdings
from caselaw.statistics.sentences import Position, mark_sentences
from caselaw.statistics.verdicts import Ending, trafficking_verdicts

_FEW = 10  # below this a number describes single cases


def index_page(context: Context) -> StatisticsIndexPage:
    """Return the overview."""
    locale = context.locale
    return StatisticsIndexPage(
        frame=context.frame(
            urls.index(context.language, SECTION),
            locale.text("statistics.title"),
            locale.text("statistics.description"),
        ),
        headlines=tuple(_headlines(context)),
        themes=tuple((theme_link(context, name), locale.text(f"statistics.{name}.description")) for name in NAMES),
    )


def _headlines(context: Context) -> Iterator[Headline]:
    proceedings = context.library.proceedings
    charges = tuple(one for one in count_charges(proceedings) if one.is_counted and is_domestic(proceedings, one.case))
    yield _sentences(context, charges)
    yield _verdicts(context, charges)
    yield from _compensation(context)
    yield _holdings(context)


def _sentences(context: Context, charges: tuple[Counted, ...]) -> Headline:
    positions = [mark.position for mark in mark_sentences(charges, context.vocabulary)]
    compared = len(positions) - positions.count(Position.NO_RANGE)
    return _share(context, "below", positions.count(Position.BELOW), compared, "sentences", "sentence-results")


def _verdicts(context: Context, charges: tuple[Counted, ...]) -> Headline:
    endings = [verdict.ending for verdict in trafficking_verdicts(charges, context.vocabulary)]
    return _share(context, "trafficking", endings.count(Ending.TRAFFICKING), len(endings), "verdicts", "endings")


def _compensation(context: Context) -> Iterator[Headline]:
    rows = ledger(context.library.proceedings)
    counts = [count for count in count_ledger(rows) if count.proceedings in ("criminal", "civil")]
    claims = sum(count.claims for count in counts)
    awarded, paid = sum(count.results[Result.AWARDED] for count in counts), sum(count.paid for count in counts)
    yield _share(context, "awarded", awarded, claims, "compensation", "ledger-results")
    yield _share(context, "paid", paid, claims, "compensation", "ledger")


def _holdings(context: Context) -> Headline:
    here = sum(held.counted for held in holdings(context.library.proceedings))
    return _share(context, "decisions", here, len(context.library.catalogue.cases), "coverage", "holdings")


def _share(context: Context, name: str, number: int, total: int, theme: str, table: str) -> Headline:
    locale = context.locale
    share = locale.text("statistics.of", number=locale.number(number), total=locale.number(total))
    return Headline(
        number=share if total else "–",
        text=locale.text(f"statistics.headlines.{name}"),
        basis=_basis(context, total),
        link=Link(theme_link(context, theme).label, f"{urls.statistics(context.language, theme)}#table-{table}"),
    )


def _basis(context: Context, total: int) -> str:
    if not total:
        return context.locale.text("statistics.none")
    return context.locale.text("statistics.few" if total < _FEW else "statistics.n", n=context.locale.number(total))
