"""Which charges count: of what the decisions of a chain say of a defendant, the last that stands, if it is verified.

What is left out is kept with its reason, so that a table can say how much is missing from it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from caselaw.catalogue import Catalogue
from caselaw.checks import Case
from caselaw.citations import CitationGraph
from caselaw.coding import Charge
from caselaw.fields import are_initials
from caselaw.status import QUASHED, UNREVIEWED, UNSETTLED, Status
from caselaw.vocabulary import Vocabulary


class Excluded(StrEnum):
    """Why a charge is not counted; the first reason that holds is the one that is said."""

    QUASHED = "quashed"  # the decision was quashed as a whole
    SUPERSEDED = "superseded"  # a later decision of the chain speaks of the same defendant
    CHANGED = "changed"  # the decision was modified later, and no later one says what became of this defendant
    UNSETTLED = "unsettled"  # all reviews of the decision were quashed themselves
    UNVERIFIED = "unverified"  # the charge, or what became of the decision, still has to be checked


class Finality(StrEnum):
    """Whether a charge was decided for good, as far as the library knows."""

    FINAL = "final"
    PENDING = "pending"
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Counted:
    """One charge of one decision against one defendant (or several, under one label); ``number`` counts from 1."""

    case: Case
    number: int
    charge: Charge
    finality: Finality
    excluded: Excluded | None = None

    @property
    def is_counted(self) -> bool:
        """Whether it is part of computations."""
        return self.excluded is None


@dataclass(frozen=True)
class Proceedings:
    """All that decides what counts: the public cases, their chains, and what became of each."""

    catalogue: Catalogue
    citations: CitationGraph
    statuses: Mapping[str, Status]
    vocabulary: Vocabulary

    def status(self, case: Case) -> Status:
        """Return what became of a case."""
        return self.statuses.get(case.id, UNREVIEWED)


def is_domestic(proceedings: Proceedings, case: Case) -> bool:
    """Whether a court of Kosovo* decided."""
    return proceedings.vocabulary.court_level(case.record.court).system == "domestic"


def count_charges(proceedings: Proceedings) -> tuple[Counted, ...]:
    """Return each charge of each case, the counted ones and the others with their reason, the newest case first."""
    return tuple(counted for case in proceedings.catalogue.cases for counted in _count_case(proceedings, case))


def _count_case(proceedings: Proceedings, case: Case) -> Iterator[Counted]:
    finality = _finality(proceedings, case)
    for number, charge in enumerate(case.record.charges, 1):
        yield Counted(case, number, charge, finality, _excluded(proceedings, case, number, charge))


def _excluded(proceedings: Proceedings, case: Case, number: int, charge: Charge) -> Excluded | None:
    status = proceedings.status(case)
    if status.effect == QUASHED:
        return Excluded.QUASHED
    if _is_superseded(proceedings, case, charge.defendant):
        return Excluded.SUPERSEDED
    if status.is_negative:
        return Excluded.CHANGED
    if status.effect == UNSETTLED:
        return Excluded.UNSETTLED
    if case.record.is_unverified(f"charges.{number}") or status.unverified:
        return Excluded.UNVERIFIED
    return None


def _is_superseded(proceedings: Proceedings, case: Case, defendant: str) -> bool:
    """Whether a later decision on the case speaks of a defendant, or may do so under another label.

    A label that is no initials means the same person only where all labels agree; where they differ, counting both
    decisions could count somebody twice, so the later one is taken.
    """
    by_id, labels = proceedings.catalogue.by_id, _defendants(case)
    for later in _standing_later(proceedings, case):
        others = _defendants(by_id[later])
        if defendant in others or (others and not (_all_initials(labels) and _all_initials(others))):
            return True
    return False


def _standing_later(proceedings: Proceedings, case: Case) -> Iterator[str]:
    for later in proceedings.citations.later.get(case.id, ()):
        if proceedings.status(proceedings.catalogue.by_id[later]).effect != QUASHED:
            yield later


def _defendants(case: Case) -> frozenset[str]:
    return frozenset(charge.defendant for charge in case.record.charges)


def _all_initials(labels: Iterable[str]) -> bool:
    return all(map(are_initials, labels))


# Levels of courts against whose decisions no ordinary appeal lies.
_LAST = frozenset({"supreme-court"})


def _finality(proceedings: Proceedings, case: Case) -> Finality:
    """Return whether a decision ended the proceedings: the last instance gave it, or a review upheld it."""
    status = proceedings.status(case)
    outcome = proceedings.vocabulary.outcome(case.record.outcome)
    if status.effect in (QUASHED, UNSETTLED) or case.record.outcome == "pending":
        return Finality.PENDING
    if outcome.effect == QUASHED and any(charge.finding == "remitted" for charge in case.record.charges):
        return Finality.PENDING
    is_last = proceedings.vocabulary.court_level(case.record.court).id in _LAST
    return Finality.FINAL if is_last or status.effect == "upheld" else Finality.NOT_KNOWN


def excluded_by_reason(charges: Iterable[Counted]) -> Mapping[Excluded, int]:
    """Return how many charges each reason leaves out, in the order of the reasons."""
    found: dict[Excluded, int] = defaultdict(int)
    for counted in charges:
        if counted.excluded:
            found[counted.excluded] += 1
    return {reason: found[reason] for reason in Excluded if found[reason]}
