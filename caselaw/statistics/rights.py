"""Victims' rights: non-punishment, measures of protection, and cases with child victims."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caselaw.checks import Case
from caselaw.coding import NonPunishment, Protection
from caselaw.statistics.small_cells import suppress_small


@dataclass(frozen=True)
class Plea:
    """That somebody raised the non-punishment principle in a case."""

    case: Case
    plea: NonPunishment
    counted: bool


@dataclass(frozen=True)
class Measure:
    """A measure of protection that was granted or refused; ``number`` counts from 1."""

    case: Case
    number: int
    measure: Protection
    counted: bool


@dataclass(frozen=True)
class ChildVictims:
    """Cases with child victims, and the numbers of victims where known; None stands for one too small to print."""

    cases: tuple[Case, ...]
    known: int  # cases of which the number is known and verified
    victims: Mapping[str, int | None]  # "children" and "adults" of the cases of which both are known
    excluded: int  # cases whose numbers are not verified


def pleas(cases: Iterable[Case]) -> tuple[Plea, ...]:
    """Return the pleas of non-punishment, in the order of the cases."""
    return tuple(
        Plea(case, case.record.non_punishment, not case.record.is_unverified("non_punishment"))
        for case in cases
        if case.record.non_punishment
    )


def measures(cases: Iterable[Case]) -> tuple[Measure, ...]:
    """Return the measures of protection, in the order of the cases."""
    return tuple(
        Measure(case, number, measure, not case.record.is_unverified(f"protection.{number}"))
        for case in cases
        for number, measure in enumerate(case.record.protection, 1)
    )


def count_measures(found: Iterable[Measure]) -> Mapping[tuple[str, str], int]:
    """Return how often each measure had each result, of those that are verified; keys are (measure, result), sorted."""
    counts = Counter((one.measure.measure, one.measure.result) for one in found if one.counted)
    return dict(sorted(counts.items()))


def child_victims(cases: Iterable[Case]) -> ChildVictims:
    """Return the cases with child victims; numbers of victims are added up over cases, and small ones suppressed."""
    cases = tuple(cases)
    with_children = tuple(case for case in cases if _has_children(case))
    known = [case for case in cases if _numbers_are_known(case)]
    unverified = [case for case in cases if case.record.victims and case.record.is_unverified("victims")]
    sums = {part: sum(getattr(case.record.victims, part) or 0 for case in known) for part in ("children", "adults")}
    return ChildVictims(with_children, len(known), suppress_small(sums), len(unverified))


def _has_children(case: Case) -> bool:
    record = case.record
    named = any(one.value == "child-victim" for one in record.aggravating)
    victims = record.victims
    counted = victims is not None and bool(victims.children)
    return named or counted or (victims is not None and "child" in victims.vulnerabilities)


def _numbers_are_known(case: Case) -> bool:
    victims = case.record.victims
    if victims is None or case.record.is_unverified("victims"):
        return False
    return victims.children is not None or victims.adults is not None
