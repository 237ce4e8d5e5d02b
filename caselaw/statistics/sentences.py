"""Sentences against the law: each counted sentence beside the statutory range of what the court convicted of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from caselaw.coding import Charge
from caselaw.statistics.counting import Counted, Excluded
from caselaw.terms import Article, Penalty
from caselaw.values import Duration, Provision
from caselaw.vocabulary import Vocabulary

LIFE = 12 * 1000  # months; beyond every term, also the 40 years of former codes, so that no term is taken for life


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
    return tuple(_count_once([mark for counted in charges for mark in _mark(counted, charges, vocabulary)], vocabulary))


def _count_once(marks: Iterable[SentenceMark], vocabulary: Vocabulary) -> Iterator[SentenceMark]:
    """Yield the marks; of one sentence that stands with several charges only one counts, with trafficking if it can."""
    marks = tuple(marks)
    same: dict[object, list[SentenceMark]] = defaultdict(list)
    for mark in marks:
        if mark.counted.is_counted:
            same[_sentence_key(mark)].append(mark)
    kept = {id(min(group, key=lambda one: not _is_trafficking(one, vocabulary))) for group in same.values()}
    for mark in marks:
        is_left_out = mark.counted.is_counted and id(mark) not in kept
        yield replace(mark, counted=replace(mark.counted, excluded=Excluded.SHARED)) if is_left_out else mark


def _sentence_key(mark: SentenceMark) -> object:
    return mark.counted.case.id, mark.counted.charge.defendant, str(mark.counted.charge.sentence)


def _is_trafficking(mark: SentenceMark, vocabulary: Vocabulary) -> bool:
    return mark.offence is not None and not vocabulary.offence(mark.offence).neighbouring


# Findings with which no sentence stands, even where one is told: it is that of the decision under review.
_NO_SENTENCE = frozenset({"acquitted", "dismissed", "quashed", "remitted"})


def convicted_of(charge: Charge) -> Provision | str:
    """Return of what the court convicted: of what was charged, unless it re-qualified that or it is not known."""
    return charge.convicted_of or (charge.charged if charge.finding == "convicted" else "unknown")


def _mark(counted: Counted, charges: tuple[Counted, ...], vocabulary: Vocabulary) -> Iterator[SentenceMark]:
    sentence = counted.charge.sentence
    if sentence is None or sentence.imprisonment is None or counted.charge.finding in _NO_SENTENCE:
        return
    offence = convicted_of(counted.charge)
    range_ = range_of(offence, vocabulary) if isinstance(offence, Provision) else None
    months = in_months(sentence.imprisonment)
    yield SentenceMark(
        counted=counted,
        offence=offence_of(offence, vocabulary),
        law=offence.law if isinstance(offence, Provision) else None,
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
        # A form without a lower or an upper end leaves the whole open there.
        min((in_months(term.min) for term in terms if term.min), default=None) if all(t.min for t in terms) else None,
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
