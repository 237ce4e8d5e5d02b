"""Victims' rights: non-punishment, measures of protection, and cases with child victims, none twice along a chain."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass

from caselaw.checks import Case
from caselaw.coding import NonPunishment, Protection
from caselaw.statistics.counting import (
    Excluded,
    Proceedings,
    is_unverified,
    same_proceedings,
    standing_later,
    why_excluded,
)
from caselaw.statistics.small_cells import suppress_small
from caselaw.status import QUASHED


@dataclass(frozen=True)
class Listed:
    """What a case tells, and why it is not counted, None if it is."""

    case: Case
    excluded: Excluded | None

    @property
    def counted(self) -> bool:
        """Whether it is part of computations."""
        return self.excluded is None


@dataclass(frozen=True)
class Plea(Listed):
    """That somebody raised the non-punishment principle in a case."""

    plea: NonPunishment


@dataclass(frozen=True)
class Measure(Listed):
    """A measure of protection that was granted or refused; ``number`` counts from 1."""

    number: int
    measure: Protection


@dataclass(frozen=True)
class ChildVictims:
    """Decisions on child victims, and the numbers of victims where known; None stands for one too small to print."""

    cases: tuple[Listed, ...]  # one of each proceedings counts
    known: int  # proceedings of which both numbers are known and verified
    victims: Mapping[str, int | None]  # "children" and "adults" of those


def pleas(proceedings: Proceedings) -> tuple[Plea, ...]:
    """Return the pleas of non-punishment, in the order of the cases."""
    return tuple(
        Plea(case, _excluded_plea(proceedings, case, plea), plea)
        for case in proceedings.catalogue.cases
        if (plea := case.record.non_punishment)
    )


def _excluded_plea(proceedings: Proceedings, case: Case, plea: NonPunishment) -> Excluded | None:
    return why_excluded(
        proceedings,
        case,
        superseded=any(later.record.non_punishment for later in standing_later(proceedings, case)),
        unverified=is_unverified(case, "non_punishment", plea.paragraphs),
    )


def measures(proceedings: Proceedings) -> tuple[Measure, ...]:
    """Return the measures of protection, in the order of the cases."""
    return tuple(
        Measure(case, _excluded_measure(proceedings, case, number, measure), number, measure)
        for case in proceedings.catalogue.cases
        for number, measure in enumerate(case.record.protection, 1)
    )


def _excluded_measure(proceedings: Proceedings, case: Case, number: int, measure: Protection) -> Excluded | None:
    """Return why a measure is not counted; that a sentence was changed later changes nothing of it."""
    later = (one for other in standing_later(proceedings, case) for one in other.record.protection)
    excluded = why_excluded(
        proceedings,
        case,
        superseded=any(one.measure == measure.measure for one in later),
        unverified=is_unverified(case, f"protection.{number}", measure.paragraphs),
    )
    if excluded not in (Excluded.CHANGED, Excluded.UNSETTLED):
        return excluded
    return Excluded.UNVERIFIED if is_unverified(case, f"protection.{number}", measure.paragraphs) else None


def count_measures(found: Iterable[Measure]) -> Mapping[tuple[str, str], int]:
    """Return how often each measure had each result, of those that are verified; keys are (measure, result), sorted."""
    counts = Counter((one.measure.measure, one.measure.result) for one in found if one.counted)
    return dict(sorted(counts.items()))


def child_victims(proceedings: Proceedings) -> ChildVictims:
    """Return the decisions on child victims; numbers are added up over proceedings, and small ones suppressed."""
    cases = proceedings.catalogue.cases  # the newest first: its numbers are those of its proceedings
    known = _one_each(proceedings, [case for case in cases if _stands(proceedings, case) and _numbers_are_known(case)])
    with_children = [case for case in cases if any(_statements(case))]
    sure = [case for case in with_children if _stands(proceedings, case) and _is_verified(case)]
    kept = {case.id for case in _one_each(proceedings, sure)}
    sums = {part: sum(getattr(case.record.victims, part) or 0 for case in known) for part in ("children", "adults")}
    return ChildVictims(
        tuple(Listed(case, _excluded_case(proceedings, case, kept)) for case in with_children),
        len(known),
        suppress_small(sums),
    )


def _one_each(proceedings: Proceedings, cases: Iterable[Case]) -> list[Case]:
    """Return the first case of each proceedings: the same victims stand in all decisions on them."""
    seen: set[str] = set()
    found = []
    for case in cases:
        if case.id not in seen:
            seen |= same_proceedings(proceedings, case)
            found.append(case)
    return found


def _stands(proceedings: Proceedings, case: Case) -> bool:
    return proceedings.status(case).effect != QUASHED


def _excluded_case(proceedings: Proceedings, case: Case, kept: Container[str]) -> Excluded | None:
    if case.id in kept:
        return None
    if not _stands(proceedings, case):
        return Excluded.QUASHED
    return Excluded.SUPERSEDED if _is_verified(case) else Excluded.UNVERIFIED


def _is_verified(case: Case) -> bool:
    return any(not is_unverified(case, path, paragraphs) for path, paragraphs in _statements(case))


def _statements(case: Case) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield the path and the paragraphs of each statement that there are child victims."""
    for number, one in enumerate(case.record.aggravating, 1):
        if one.value == "child-victim":
            yield f"aggravating.{number}", one.paragraphs
    victims = case.record.victims
    if victims and victims.children:
        yield "victims.children", ()
    if victims and "child" in victims.vulnerabilities:
        yield "victims.vulnerabilities", ()


def _numbers_are_known(case: Case) -> bool:
    victims = case.record.victims
    if victims is None or case.record.is_unverified("victims"):
        return False
    return victims.children is not None and victims.adults is not None
