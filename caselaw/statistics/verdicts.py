"""From charge to verdict: what became of each charge of trafficking."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from caselaw.statistics.counting import Counted
from caselaw.statistics.sentences import offence_of
from caselaw.vocabulary import Vocabulary


class Ending(StrEnum):
    """How a charge of trafficking ended."""

    TRAFFICKING = "trafficking"  # convicted of trafficking, slavery, servitude or forced labour
    OTHER = "other_offence"  # convicted of a neighbouring offence: re-qualified
    ACQUITTED = "acquitted"
    DISMISSED = "dismissed"
    OPEN = "open"  # quashed or sent back: nothing is decided yet
    NOT_KNOWN = "not_known"


@dataclass(frozen=True)
class Verdict:
    """One charge and how it ended; ``convicted_of`` is the offence, None without a conviction or where not known."""

    counted: Counted
    charged: str  # offence
    ending: Ending
    convicted_of: str | None


_ENDINGS = {
    "acquitted": Ending.ACQUITTED,
    "dismissed": Ending.DISMISSED,
    "quashed": Ending.OPEN,
    "remitted": Ending.OPEN,
}


def trafficking_verdicts(charges: Iterable[Counted], vocabulary: Vocabulary) -> tuple[Verdict, ...]:
    """Return what became of each charge of trafficking, in the order of the charges, not counted ones too."""
    return tuple(verdict for counted in charges for verdict in _verdicts(counted, vocabulary))


def _verdicts(counted: Counted, vocabulary: Vocabulary) -> Iterator[Verdict]:
    charged = offence_of(counted.charge.charged, vocabulary)
    if charged is None or vocabulary.offence(charged).neighbouring:
        return
    convicted_of = offence_of(counted.charge.convicted_of or counted.charge.charged, vocabulary)
    ending = _ending(counted, convicted_of, vocabulary)
    convicted = ending in (Ending.TRAFFICKING, Ending.OTHER)
    yield Verdict(counted, charged, ending, convicted_of if convicted else None)


def _ending(counted: Counted, convicted_of: str | None, vocabulary: Vocabulary) -> Ending:
    charge = counted.charge
    if charge.finding in _ENDINGS:
        return _ENDINGS[charge.finding]
    is_convicted = charge.finding == "convicted" or charge.convicted_of is not None
    if not is_convicted or convicted_of is None:
        return Ending.NOT_KNOWN
    return Ending.OTHER if vocabulary.offence(convicted_of).neighbouring else Ending.TRAFFICKING
