"""The compensation ledger: what was claimed, awarded, referred to civil proceedings and paid, never summed up.

Awards of human-rights courts stand apart from those of criminal and civil ones: they are paid by a state for its own
failure, not by the trafficker.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from caselaw.checks import Case
from caselaw.coding import Compensation
from caselaw.statistics.counting import Excluded, Proceedings, is_unverified, standing_later, why_excluded
from caselaw.values import Money
from caselaw.vocabulary import Vocabulary

HUMAN_RIGHTS = "human-rights"
COSTS = "costs"


class Result(StrEnum):
    """What became of a claim."""

    AWARDED = "awarded"
    REFUSED = "refused"
    REFERRED = "referred"  # to civil proceedings, with nothing awarded
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class LedgerRow:
    """One claim of one case; ``number`` counts from 1, ``proceedings`` is None where they are not known."""

    case: Case
    number: int
    claim: Compensation
    proceedings: str | None
    result: Result
    excluded: Excluded | None  # a claim that a later decision of the chain decides again is not counted twice

    @property
    def counted(self) -> bool:
        """Whether it is part of computations."""
        return self.excluded is None

    @property
    def is_costs(self) -> bool:
        """Whether it is about the costs of proceedings, which compensate no harm."""
        return self.claim.head == COSTS


def ledger(proceedings: Proceedings) -> tuple[LedgerRow, ...]:
    """Return every claim of the public cases, in their order."""
    return tuple(row for case in proceedings.catalogue.cases for row in _rows(proceedings, case))


def _rows(proceedings: Proceedings, case: Case) -> Iterator[LedgerRow]:
    for number, claim in enumerate(case.record.compensation, 1):
        kind = _kind(proceedings, case, claim)
        yield LedgerRow(
            case=case,
            number=number,
            claim=claim,
            proceedings=kind,
            result=_result(claim),
            excluded=why_excluded(
                proceedings,
                case,
                superseded=_is_decided_again(proceedings, case, kind),
                unverified=is_unverified(case, f"compensation.{number}", claim.paragraphs),
            ),
        )


def _kind(proceedings: Proceedings, case: Case, claim: Compensation) -> str | None:
    return claim.proceedings or _own_proceedings(case, proceedings.vocabulary)


def _is_decided_again(proceedings: Proceedings, case: Case, kind: str | None) -> bool:
    """Whether a later decision tells of claims in the same kind of proceedings; which claim is which is not coded."""
    return any(
        kind == _kind(proceedings, later, claim)
        for later in standing_later(proceedings, case)
        for claim in later.record.compensation
    )


def _own_proceedings(case: Case, vocabulary: Vocabulary) -> str | None:
    """Return in which proceedings a decision itself awards: criminal ones where somebody is charged, or its court's."""
    if vocabulary.court_level(case.record.court).system == HUMAN_RIGHTS:
        return HUMAN_RIGHTS
    return "criminal" if case.record.charges else None


def _result(claim: Compensation) -> Result:
    if isinstance(claim.awarded, Money):
        if claim.awarded.amount:
            return Result.AWARDED
        return Result.REFERRED if claim.referred_to_civil is True else Result.REFUSED
    return Result.REFERRED if claim.referred_to_civil is True else Result.NOT_KNOWN


@dataclass(frozen=True)
class LedgerCount:
    """How many of the counted claims for harm, costs left out, ended in which way."""

    proceedings: str | None
    claims: int
    results: dict[Result, int]
    paid: int  # claims of which it is known that something was paid
    cases: int
    excluded: int  # claims that are listed but not counted


def count_ledger(rows: Iterable[LedgerRow]) -> tuple[LedgerCount, ...]:
    """Return one count for each kind of proceedings, criminal ones first, those not known last."""
    harm = [row for row in rows if not row.is_costs]
    order = ("criminal", "civil", HUMAN_RIGHTS, None)
    return tuple(
        _count(proceedings, [row for row in harm if row.proceedings == proceedings])
        for proceedings in order
        if any(row.proceedings == proceedings for row in harm)
    )


def _count(proceedings: str | None, rows: list[LedgerRow]) -> LedgerCount:
    counted = [row for row in rows if row.counted]
    paid = [row for row in counted if isinstance(row.claim.paid, Money) and row.claim.paid.amount]
    return LedgerCount(
        proceedings=proceedings,
        claims=len(counted),
        results={result: sum(row.result is result for row in counted) for result in Result},
        paid=len(paid),
        cases=len({row.case.id for row in counted}),
        excluded=len(rows) - len(counted),
    )
