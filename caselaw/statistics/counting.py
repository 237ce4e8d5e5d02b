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
from caselaw.citations import RELATED, CitationGraph
from caselaw.coding import Charge
from caselaw.fields import are_initials
from caselaw.status import QUASHED, UNSETTLED, Status, Statuses
from caselaw.vocabulary import Vocabulary


class Excluded(StrEnum):
    """Why a charge is not counted; the first reason that holds is the one that is said."""

    QUASHED = "quashed"  # the decision was quashed as a whole
    SUPERSEDED = "superseded"  # a later decision of the chain speaks of the same defendant
    CHANGED = "changed"  # the decision was modified later, and no later one says what became of this defendant
    UNSETTLED = "unsettled"  # all reviews of the decision were quashed themselves
    UNVERIFIED = "unverified"  # the statement, or what became of the decision, still has to be checked
    SHARED = "shared"  # the one sentence for several charges is counted with another of them


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
    statuses: Statuses
    vocabulary: Vocabulary

    def status(self, case: Case) -> Status:
        """Return what became of a case."""
        return self.statuses.of(case.id)


def is_domestic(proceedings: Proceedings, case: Case) -> bool:
    """Whether a court of Kosovo* decided."""
    return proceedings.vocabulary.court_level(case.record.court).system == "domestic"


def count_charges(proceedings: Proceedings) -> tuple[Counted, ...]:
    """Return each charge of each case, the counted ones and the others with their reason, the newest case first."""
    return tuple(counted for case in proceedings.catalogue.cases for counted in _count_case(proceedings, case))


def _count_case(proceedings: Proceedings, case: Case) -> Iterator[Counted]:
    for number, charge in enumerate(case.record.charges, 1):
        excluded = why_excluded(
            proceedings,
            case,
            superseded=_is_superseded(proceedings, case, charge.defendant),
            unverified=is_unverified(case, f"charges.{number}", charge.paragraphs),
        )
        yield Counted(case, number, charge, _finality(proceedings, case, charge), excluded)


def why_excluded(proceedings: Proceedings, case: Case, *, superseded: bool, unverified: bool) -> Excluded | None:
    """Return why a statement of a decision is not counted, None if it is."""
    status = proceedings.status(case)
    reasons = (
        (Excluded.QUASHED, status.effect == QUASHED),
        (Excluded.SUPERSEDED, superseded),
        (Excluded.CHANGED, status.is_negative or _is_tried_again(proceedings, case)),
        (Excluded.UNSETTLED, status.effect == UNSETTLED),
        (Excluded.UNVERIFIED, unverified or status.unverified),
    )
    return next((reason for reason, holds in reasons if holds), None)


def is_unverified(case: Case, path: str, paragraphs: Iterable[int] = ()) -> bool:
    """Whether a statement still has to be checked, or one of the paragraphs that it rests on."""
    record = case.record
    return record.is_unverified(path) or any(record.is_unverified(f"p{number}") for number in paragraphs)


def same_proceedings(proceedings: Proceedings, case: Case) -> frozenset[str]:
    """Return the ids of all decisions of the proceedings of a case, its own too; not of what is only related."""
    found, queue = {case.id}, [case.id]
    while queue:
        for step in proceedings.citations.chains.get(queue.pop(), ()):
            if step.relation not in (None, RELATED) and step.case not in found:
                found.add(step.case)
                queue.append(step.case)
    return frozenset(found)


# A decision that was tried again stands no more, though no decision of the library says that it was quashed.
_RETRIAL = "retrial"


def _is_tried_again(proceedings: Proceedings, case: Case) -> bool:
    """Whether a case was tried again and the library does not know against whom; else its defendants tell it."""
    by_id = proceedings.catalogue.by_id
    return any(
        step.relation == _RETRIAL and not by_id[step.case].record.charges
        for step in proceedings.citations.chains.get(case.id, ())
    )


def _is_superseded(proceedings: Proceedings, case: Case, defendant: str) -> bool:
    """Whether a later decision on the case speaks of a defendant, or may do so under another label.

    A label that is no initials means the same person only where all labels agree; where they differ, counting both
    decisions could count somebody twice, so the later one is taken.
    """
    labels = _defendants(case)
    for later in standing_later(proceedings, case):
        others = _defendants(later)
        if defendant in others or (others and not (_all_initials(labels) and _all_initials(others))):
            return True
    return False


def standing_later(proceedings: Proceedings, case: Case) -> Iterator[Case]:
    """Yield the later decisions on a case that were not quashed themselves.

    Of two decisions that both follow a third, the appeal and the retrial of one trial, the one that came last is later
    too, though neither names the other.
    """
    later = proceedings.citations.later
    chain = [step.case for step in proceedings.citations.chains.get(case.id, ())]
    behind = {other for earlier in chain if case.id in later.get(earlier, ()) for other in later[earlier]}
    after = chain[chain.index(case.id) + 1 :] if chain else []
    for key in after:
        decision = proceedings.catalogue.by_id[key]
        if (key in behind or key in later[case.id]) and proceedings.status(decision).effect != QUASHED:
            yield decision


def _defendants(case: Case) -> frozenset[str]:
    return frozenset(charge.defendant for charge in case.record.charges)


def _all_initials(labels: Iterable[str]) -> bool:
    return all(map(are_initials, labels))


# Levels of courts against whose decisions no ordinary appeal lies.
_LAST = frozenset({"supreme-court"})
_OPEN = frozenset({"quashed", "remitted"})  # findings that leave a charge undecided, whatever became of others


def _finality(proceedings: Proceedings, case: Case, charge: Charge) -> Finality:
    """Return whether a charge was decided for good: it is dated so, by the last instance, or a review upheld it."""
    status = proceedings.status(case)
    if status.effect in (QUASHED, UNSETTLED) or case.record.outcome == "pending" or charge.finding in _OPEN:
        return Finality.PENDING
    dates = case.record.dates
    is_dated = dates is not None and dates.final is not None and not case.record.is_unverified("dates.final")
    is_upheld = status.effect == "upheld" and not status.unverified
    is_last = proceedings.vocabulary.court_level(case.record.court).id in _LAST
    return Finality.FINAL if is_dated or is_upheld or is_last else Finality.NOT_KNOWN


def excluded_by_reason(charges: Iterable[Counted]) -> Mapping[Excluded, int]:
    """Return how many charges each reason leaves out, in the order of the reasons."""
    found: dict[Excluded, int] = defaultdict(int)
    for counted in charges:
        if counted.excluded:
            found[counted.excluded] += 1
    return {reason: found[reason] for reason in Excluded if found[reason]}
