"""Sentences against the law: each counted sentence beside the statutory range of what the court convicted of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from caselaw.statistics.counting import Counted
from caselaw.terms import Article, Penalty
from caselaw.values import Duration, Provision
from caselaw.vocabulary import Vocabulary

LIFE = 12 * 40  # months; beyond every term that a code allows, so that life is drawn at the end of a scale


class Position(StrEnum):
    """Where a sentence lies; ``NO_RANGE``: no range of the article was verified, or the law is not known."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"
    NO_RANGE = "no_range"


@dataclass(frozen=True)
class Range:
    """The verified ranges of one article: from the lowest minimum to the highest maximum, in months, None if open.

    ``forms`` are those that it was taken from. Of which form of the offence a defendant was convicted is not coded: a
    sentence below the lowest minimum is below that of every form that was read.
    """

    article: Provision
    minimum: int | None
    maximum: int | None
    forms: tuple[Penalty, ...]


@dataclass(frozen=True)
class SentenceMark:
    """One sentence of imprisonment; ``months`` rounds days up to whole months, life is ``LIFE``."""

    counted: Counted
    offence: str | None  # of what the court convicted; None where not known
    law: str | None
    term: Duration
    months: int
    suspended: bool
    range: Range | None
    position: Position
    shared: bool  # the same sentence stands with several charges: one for all of them


def in_months(term: Duration) -> int:
    """Return a term in months, each begun month counted."""
    return LIFE if term.life else 12 * term.years + term.months + -(-term.days // 30)


def mark_sentences(charges: Iterable[Counted], vocabulary: Vocabulary) -> tuple[SentenceMark, ...]:
    """Return each sentence of imprisonment, in the order of the charges, those that are not counted too."""
    charges = tuple(charges)
    return tuple(mark for counted in charges for mark in _mark(counted, charges, vocabulary))


def _mark(counted: Counted, charges: tuple[Counted, ...], vocabulary: Vocabulary) -> Iterator[SentenceMark]:
    sentence = counted.charge.sentence
    if sentence is None or sentence.imprisonment is None:
        return
    convicted_of = counted.charge.convicted_of or counted.charge.charged
    range_ = range_of(convicted_of, vocabulary) if isinstance(convicted_of, Provision) else None
    months = in_months(sentence.imprisonment)
    yield SentenceMark(
        counted=counted,
        offence=offence_of(convicted_of, vocabulary),
        law=convicted_of.law if isinstance(convicted_of, Provision) else None,
        term=sentence.imprisonment,
        months=months,
        suspended=sentence.suspended is True,
        range=range_,
        position=_position(months, range_),
        shared=_is_shared(counted, charges),
    )


def offence_of(charged: Provision | str, vocabulary: Vocabulary) -> str | None:
    """Return the offence of a charge; None where it is not known, or its article defines none."""
    if isinstance(charged, Provision):
        article = vocabulary.article(charged)
        return article.offence if article else None
    return None if charged == "unknown" else charged


def range_of(provision: Provision, vocabulary: Vocabulary) -> Range | None:
    """Return what was verified of the range of an article, None if nothing was."""
    article = vocabulary.article(provision)
    forms = _verified(article) if article else ()
    if not forms:
        return None
    terms = [form.imprisonment for form in forms if form.imprisonment]
    return Range(
        Provision(provision.law, provision.article),
        min((in_months(term.min) for term in terms if term.min), default=None),
        # A form without an upper end leaves the whole open.
        max((in_months(term.max) for term in terms if term.max), default=None) if all(t.max for t in terms) else None,
        forms,
    )


def _verified(article: Article) -> tuple[Penalty, ...]:
    return tuple(form for form in article.penalties if form.verified and form.imprisonment)


def _position(months: int, range_: Range | None) -> Position:
    if range_ is None:
        return Position.NO_RANGE
    if range_.minimum is not None and months < range_.minimum:
        return Position.BELOW
    if range_.maximum is not None and months > range_.maximum:
        return Position.ABOVE
    return Position.WITHIN


def _is_shared(counted: Counted, charges: tuple[Counted, ...]) -> bool:
    return any(
        other.case.id == counted.case.id
        and other.number != counted.number
        and other.charge.defendant == counted.charge.defendant
        and other.charge.sentence == counted.charge.sentence
        for other in charges
    )
