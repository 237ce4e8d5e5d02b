"""The status of each case: what became of it in later decisions, computed from what these say, never typed.

Decisions that review a case tell of it; what they did is the effect of their outcome. One that was quashed itself, by a
review that stands, no longer decides anything, and nothing is concluded from that: the case is then unsettled. What a
review had upheld shares its fate where a higher court modified that review or did not uphold it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from caselaw.catalogue import Catalogue
from caselaw.checks import Case
from caselaw.citations import CitationGraph
from caselaw.vocabulary import Vocabulary

QUASHED = "quashed"
UNSETTLED = "unsettled"
NOT_KNOWN = "none"
# The gravest effect of a review that stands is the status: a judgment that was modified and then quashed is quashed.
_BY_GRAVITY = (QUASHED, "modified", "not-upheld", "upheld")
NEGATIVE = frozenset(_BY_GRAVITY[:3])
# What became of a review becomes of all that it had upheld.
_PASSED_ON = frozenset({"modified", "not-upheld"})


@dataclass(frozen=True)
class Review:
    """A later decision on a case, what it did to that case, and the decisions that quashed it in turn and stand."""

    case: str
    effect: str  # quashed, modified, not-upheld, upheld; none: not known
    quashed_by: tuple[str, ...] = ()
    unverified: bool = False  # its outcome, or that it is a review of this case, still has to be checked
    through: str | None = None  # the review that had upheld the case, where this one only reviewed that one

    @property
    def stands(self) -> bool:
        """Whether it still decides anything."""
        return not self.quashed_by


@dataclass(frozen=True)
class Status:
    """What became of a case: the effect that counts, and all reviews in date order."""

    effect: str  # as of a review, or unsettled: all reviews whose effect is known were quashed themselves
    steps: tuple[Review, ...] = ()
    unverified: bool = False  # whether the effect would be another if only verified reviews were counted

    @property
    def is_negative(self) -> bool:
        """Whether the case did not stand as it was given."""
        return self.effect in NEGATIVE

    @property
    def is_grave(self) -> bool:
        """Whether readers must know of it before they rely on the case."""
        return self.is_negative or self.effect == UNSETTLED


UNREVIEWED = Status(NOT_KNOWN)
_OUTSIDE = "#later-"


def outside_id(case_id: str, number: int) -> str:
    """Return what stands for the id of a later decision that has no page: entry ``number``, from 1, of ``later``."""
    return f"{case_id}{_OUTSIDE}{number}"


def parse_outside_id(key: str) -> tuple[str, int] | None:
    """Return the case and the number of its entry, None for the id of a case."""
    case_id, sign, number = key.partition(_OUTSIDE)
    return (case_id, int(number)) if sign else None


class Statuses:
    """Finds the status of a public case where it is asked for; one that no public decision reviews has none."""

    def __init__(self, catalogue: Catalogue, graph: CitationGraph, vocabulary: Vocabulary) -> None:
        reviews = _Reviews(catalogue, graph, vocabulary)
        self._all, self._verified = _Fates(graph, reviews.of), _Fates(graph, reviews.verified)

    def of(self, case_id: str) -> Status:
        """Return what became of a case."""
        status = self._all.of(case_id)
        if not status.steps:
            return UNREVIEWED
        return replace(status, unverified=status.effect != self._verified.of(case_id).effect)


class _Reviews:
    """The decisions that review a case directly, in date order."""

    def __init__(self, catalogue: Catalogue, graph: CitationGraph, vocabulary: Vocabulary) -> None:
        self._catalogue, self._graph, self._vocabulary = catalogue, graph, vocabulary

    def of(self, case_id: str) -> tuple[Review, ...]:
        case = self._catalogue.by_id.get(case_id)
        return (*self._inside(case), *self._outside(case)) if case else ()

    def verified(self, case_id: str) -> tuple[Review, ...]:
        return tuple(review for review in self.of(case_id) if not review.unverified)

    def _inside(self, case: Case) -> Iterator[Review]:
        for step in self._graph.chains.get(case.id, ()):
            if step.relation and self._vocabulary.relation(step.relation).reviews:
                other = self._catalogue.by_id[step.case]
                effect = self._vocabulary.outcome(other.record.outcome).effect
                yield Review(step.case, effect, unverified=_is_unverified(case, other))

    def _outside(self, case: Case) -> Iterator[Review]:
        for number, later in enumerate(case.record.later, 1):
            effect = self._vocabulary.outcome(later.outcome).effect
            unverified = case.record.is_unverified(f"later.{number}")
            yield Review(outside_id(case.id, number), effect, unverified=unverified)


def _is_unverified(case: Case, review: Case) -> bool:
    """Whether the outcome of a review, or at either end that it is one of this case, still has to be checked."""
    return review.record.is_unverified("outcome") or any(
        one.record.is_unverified(f"history.{number}")
        for one, other in ((case, review), (review, case))
        for number, step in enumerate(one.record.history, 1)
        if step.case == other.id
    )


class _Fates:
    """What became of each case if just these reviews are counted."""

    def __init__(self, graph: CitationGraph, reviews: Callable[[str], tuple[Review, ...]]) -> None:
        self._graph, self._reviews = graph, reviews
        self._found: dict[str, Status] = {}

    def of(self, case_id: str) -> Status:
        """Return the status of a case."""
        if case_id not in self._found:
            found: dict[str, Status] = {}
            self._settle(case_id, found)
            self._found.update(found)  # only now: others may ask at the same moment, for pages of a preview
        return self._found[case_id]

    def _settle(self, case_id: str, found: dict[str, Status]) -> Status:
        """Find the status of a case, once that of each of its reviews is known."""
        if known := self._found.get(case_id) or found.get(case_id):
            return known
        found[case_id] = UNREVIEWED  # holds where relations at fault lead in a circle back to it
        direct, passed_on = [], {}
        for review in self._reviews(case_id):
            fate = self._settle(review.case, found)
            direct.append(replace(review, quashed_by=_quashers(fate)))
            if review.effect == "upheld":
                passed_on.update({step.case: _passed_on(step, review) for step in fate.steps if _counts(step, fate)})
        told = {case_id, *(review.case for review in direct)}
        steps = [*direct, *(step for step in passed_on.values() if step.case not in told)]
        places = {step.case: place for place, step in enumerate(self._graph.chains.get(case_id, ()))}
        # Of what is only related to a review the chain of the case knows no place: it comes last.
        steps.sort(key=lambda step: places.get(step.case, len(places)))
        found[case_id] = Status(_effect(steps), tuple(steps))
        return found[case_id]


def _quashers(fate: Status) -> tuple[str, ...]:
    return tuple(step.case for step in fate.steps if step.effect == QUASHED and step.stands)


def _counts(step: Review, fate: Status) -> bool:
    """Whether a review of a review bears on what that one had upheld: both stand."""
    return fate.effect != QUASHED and step.stands and step.effect in _PASSED_ON


def _passed_on(step: Review, review: Review) -> Review:
    return replace(step, through=review.case, unverified=step.unverified or review.unverified)


def _effect(steps: Iterable[Review]) -> str:
    known = [step for step in steps if step.effect != NOT_KNOWN]
    standing = {step.effect for step in known if step.stands}
    return next((effect for effect in _BY_GRAVITY if effect in standing), UNSETTLED if known else NOT_KNOWN)
