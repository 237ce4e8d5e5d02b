"""Coverage: what the library holds of the courts of Kosovo*, beside what others published of the same time.

The two never measure the same: a published number counts what happened in a year, the library counts in decisions of
that year. No share is computed from them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caselaw.checks import Case
from caselaw.citations import RELATED
from caselaw.statistics.counting import Counted, Proceedings, count_charges, is_domestic
from caselaw.statistics.small_cells import suppress_small
from caselaw.terms import KnownFigure


@dataclass(frozen=True)
class Holding:
    """One public decision of a court of Kosovo*; ``counted`` is False where its date is not verified."""

    case: Case
    counted: bool


@dataclass(frozen=True)
class CourtHoldings:
    """How many decisions of one court there are, and the years of the first and last; None where there are none."""

    court: str
    decisions: int
    first: int | None
    last: int | None
    excluded: int


@dataclass(frozen=True)
class Comparison:
    """A published number and the library's own for the same time; None stands for one too small to print."""

    figure: KnownFigure
    own: int | None


def holdings(proceedings: Proceedings) -> tuple[Holding, ...]:
    """Return the public decisions of courts of Kosovo*, the newest first."""
    return tuple(
        Holding(case, not case.record.is_unverified("decided"))
        for case in proceedings.catalogue.cases
        if is_domestic(proceedings, case)
    )


def by_court(proceedings: Proceedings) -> tuple[CourtHoldings, ...]:
    """Return one count for each court of Kosovo*, those without a decision too, in the order of the closed list."""
    held, vocabulary = holdings(proceedings), proceedings.vocabulary
    return tuple(
        _court(court.id, [one for one in held if one.case.record.court == court.id])
        for court in vocabulary.courts()
        if vocabulary.court_level(court.id).system == "domestic"
    )


def _court(court: str, held: Sequence[Holding]) -> CourtHoldings:
    years = [one.case.record.decided.year for one in held if one.counted]
    return CourtHoldings(court, len(years), min(years, default=None), max(years, default=None), len(held) - len(years))


def by_court_and_year(held: Iterable[Holding]) -> tuple[tuple[str, int, int], ...]:
    """Return (court, year, decisions) wherever there are any, by year, the newest first."""
    counts = Counter((one.case.record.court, one.case.record.decided.year) for one in held if one.counted)
    return tuple(
        (court, year, count) for (court, year), count in sorted(counts.items(), key=lambda it: (-it[0][1], it[0]))
    )


def by_year(held: Iterable[Holding]) -> tuple[tuple[int, int], ...]:
    """Return (year, decisions) from the first year to the last, those without any too."""
    counts = Counter(one.case.record.decided.year for one in held if one.counted)
    return tuple((year, counts[year]) for year in range(min(counts), max(counts) + 1)) if counts else ()


def compare(proceedings: Proceedings) -> tuple[Comparison, ...]:
    """Return each published number with the library's own, in the order of the closed list."""
    charges = count_charges(proceedings)
    return tuple(
        Comparison(figure, _own(proceedings, figure, charges)) for figure in proceedings.vocabulary.known_figures()
    )


def _own(proceedings: Proceedings, figure: KnownFigure, charges: Iterable[Counted]) -> int | None:
    decisions = [one.case for one in holdings(proceedings) if one.counted and _is_within(one.case, figure)]
    if figure.counts == "judgments":
        return len(decisions)
    on_trafficking = [case for case in decisions if _is_on_trafficking(proceedings, case)]
    if figure.counts == "cases":
        return len({_whole(proceedings, case) for case in on_trafficking})
    if figure.counts == "victims":
        return suppress_small({"victims": _victims(proceedings, on_trafficking)})["victims"]
    ids = {case.id for case in on_trafficking}
    return len(
        {
            (counted.case.id, counted.charge.defendant)
            for counted in charges
            if counted.is_counted and counted.case.id in ids and (figure.counts == "indictments" or _convicts(counted))
        }
    )


def _is_within(case: Case, figure: KnownFigure) -> bool:
    """Whether a decision was given by the court, and certainly in the time, that a number is about."""
    decided = case.record.decided
    begun = figure.since is None or figure.since.first_day <= decided.first_day
    return begun and decided.last_day <= figure.until.last_day and figure.court in (None, case.record.court)


def _is_on_trafficking(proceedings: Proceedings, case: Case) -> bool:
    return not all(proceedings.vocabulary.offence(key).neighbouring for key in case.record.offences)


def _convicts(counted: Counted) -> bool:
    return counted.charge.finding == "convicted" or counted.charge.convicted_of is not None


def _whole(proceedings: Proceedings, case: Case) -> frozenset[str]:
    """Return the ids of all decisions in the same proceedings, by which an appeal is no second case."""
    steps = proceedings.citations.chains.get(case.id, ())
    return frozenset({case.id, *(step.case for step in steps if step.relation != RELATED)})


def _victims(proceedings: Proceedings, decisions: Iterable[Case]) -> int:
    """Return the victims of the newest decision of each proceedings that gives a verified number."""
    found: dict[frozenset[str], int] = {}
    for case in decisions:  # the newest first
        victims = case.record.victims
        if victims and victims.total is not None and not case.record.is_unverified("victims.total"):
            found.setdefault(_whole(proceedings, case), victims.total)
    return sum(found.values())
