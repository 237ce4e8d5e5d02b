"""Time: from offence to indictment, first instance and final decision, where dates are known to the month at least."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from statistics import median

from caselaw.checks import Case
from caselaw.statistics.counting import Proceedings, is_domestic, same_proceedings
from caselaw.status import QUASHED
from caselaw.values import PartialDate


class Stage(StrEnum):
    """The step of the proceedings that a time leads to from the one before."""

    INDICTMENT = "indictment"  # from the end of the offence
    FIRST_INSTANCE = "first_instance"  # from the indictment
    FINAL = "final"  # from the first instance to the last known decision, if that sends nothing back


@dataclass(frozen=True)
class Elapsed:
    """The time of one stage in one case, in months; ``rough``: one of the dates is known to the month only."""

    case: Case  # on whose page both dates, or the later one, can be read
    stage: Stage
    since: PartialDate
    until: PartialDate
    months: int
    rough: bool


@dataclass(frozen=True)
class StageTimes:
    """All known times of one stage, in months; None where there are none."""

    stage: Stage
    times: tuple[Elapsed, ...]
    without: int  # proceedings in which a date is not known, or not verified
    shortest: int | None
    median: float | None
    longest: int | None


def times(proceedings: Proceedings) -> tuple[StageTimes, ...]:
    """Return the times of each stage over all proceedings in which somebody is charged before courts of Kosovo*."""
    chains = tuple(_chains(proceedings))
    return tuple(_stage(proceedings, stage, chains) for stage in Stage)


Chain = tuple[Case, ...]  # the decisions of one proceedings, the oldest first


def _chains(proceedings: Proceedings) -> Iterator[Chain]:
    seen: set[str] = set()
    by_id = proceedings.catalogue.by_id
    for case in proceedings.catalogue.cases:
        if case.id in seen:
            continue
        members = same_proceedings(proceedings, case)
        seen |= members
        steps = [by_id[step.case] for step in proceedings.citations.chains.get(case.id, ()) if step.case in members]
        chain = tuple(one for one in steps or [case] if is_domestic(proceedings, one))
        if any(one.record.charges for one in chain):
            yield chain


def _stage(proceedings: Proceedings, stage: Stage, chains: Iterable[Chain]) -> StageTimes:
    chains = tuple(chains)
    found = tuple(elapsed for chain in chains if (elapsed := _elapsed(proceedings, stage, chain)))
    months = [one.months for one in found]
    return StageTimes(
        stage=stage,
        times=found,
        without=len(chains) - len(found),
        shortest=min(months, default=None),
        median=median(months) if months else None,
        longest=max(months, default=None),
    )


def _elapsed(proceedings: Proceedings, stage: Stage, chain: Chain) -> Elapsed | None:
    first, last = chain[0], chain[-1]
    ends: tuple[Case, PartialDate | None, PartialDate | None]
    if stage is Stage.INDICTMENT:
        ends = first, _date(first, "offence_until") or _date(first, "offence_from"), _date(first, "indictment")
    elif stage is Stage.FIRST_INSTANCE:
        ends = first, _date(first, "indictment"), _first_instance(proceedings, first)
    else:
        closed = len(chain) > 1 and not _sends_back(proceedings, last)
        ends = last, _first_instance(proceedings, first), _date(last, "final") or (_decided(last) if closed else None)
    case, since, until = ends
    if since is None or until is None or since.month is None or until.month is None:
        return None
    months = 12 * (until.year - since.year) + until.month - since.month
    return Elapsed(case, stage, since, until, months, since.day is None or until.day is None) if months >= 0 else None


def _date(case: Case, name: str) -> PartialDate | None:
    dates = case.record.dates
    if dates is None or case.record.is_unverified(f"dates.{name}"):
        return None
    date: PartialDate | None = getattr(dates, name)
    return date


def _decided(case: Case) -> PartialDate | None:
    return None if case.record.is_unverified("decided") else case.record.decided


# Levels of courts that decide on what others decided: the first known decision of a chain may be theirs.
_REVIEWING = frozenset({"constitutional-court", "supreme-court", "court-of-appeals"})


def _first_instance(proceedings: Proceedings, first: Case) -> PartialDate | None:
    """Return the date of the first known decision, None where it is that of a court of appeal."""
    vocabulary = proceedings.vocabulary
    reviews = vocabulary.outcome(first.record.outcome).effect != "none"
    return None if reviews or vocabulary.court_level(first.record.court).id in _REVIEWING else _decided(first)


def _sends_back(proceedings: Proceedings, last: Case) -> bool:
    """Whether the proceedings go on after the last known decision, as far as it says so."""
    outcome = last.record.outcome
    return outcome == "pending" or proceedings.vocabulary.outcome(outcome).effect == QUASHED
