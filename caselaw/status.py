"""The status of each case: what became of it in later decisions, computed from what these say, never typed.

Only decisions that review a case directly tell of it; what they did is the effect of their outcome. One that was
quashed itself no longer decides anything, and nothing is concluded from that: the case is then unsettled.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caselaw.catalogue import Catalogue
from caselaw.citations import CitationGraph
from caselaw.vocabulary import Vocabulary

QUASHED = "quashed"
UNSETTLED = "unsettled"
NOT_KNOWN = "none"
# The gravest effect of a review that stands is the status: a judgment that was modified and then quashed is quashed.
_BY_GRAVITY = (QUASHED, "modified", "not-upheld", "upheld")
NEGATIVE = frozenset(_BY_GRAVITY[:3])


@dataclass(frozen=True)
class Review:
    """A later decision on a case, what it did to that case, and the decisions that quashed it in turn."""

    case: str
    effect: str  # quashed, modified, not-upheld, upheld; none: not known
    quashed_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Status:
    """What became of a case: the effect that counts, and all reviews in date order."""

    effect: str  # as of a review, or unsettled: all reviews whose effect is known were quashed themselves
    steps: tuple[Review, ...] = ()

    @property
    def is_negative(self) -> bool:
        """Whether the case did not stand as it was given."""
        return self.effect in NEGATIVE

    @property
    def is_grave(self) -> bool:
        """Whether readers must know of it before they rely on the case."""
        return self.is_negative or self.effect == UNSETTLED


UNREVIEWED = Status(NOT_KNOWN)


def compute_statuses(catalogue: Catalogue, graph: CitationGraph, vocabulary: Vocabulary) -> Mapping[str, Status]:
    """Return the status of each public case that a public case reviews; the others have ``UNREVIEWED``."""
    effects = {
        case_id: tuple(
            (step.case, vocabulary.outcome(catalogue.by_id[step.case].record.outcome).effect)
            for step in chain
            if step.relation and vocabulary.relation(step.relation).reviews
        )
        for case_id, chain in graph.chains.items()
    }
    quashed_by = {
        case_id: tuple(case for case, effect in found if effect == QUASHED) for case_id, found in effects.items()
    }
    return {
        case_id: _status(tuple(Review(case, effect, quashed_by[case]) for case, effect in found))
        for case_id, found in effects.items()
        if found
    }


def _status(steps: tuple[Review, ...]) -> Status:
    known = [step for step in steps if step.effect != NOT_KNOWN]
    standing = {step.effect for step in known if not step.quashed_by}
    effect = next((effect for effect in _BY_GRAVITY if effect in standing), UNSETTLED if known else NOT_KNOWN)
    return Status(effect, steps)
