"""The coded parts of a case: charges and sentences, and the small tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from caselaw.checks import Case
from caselaw.coding import Charge, Sentence
from caselaw.pages.context import Context
from caselaw.pages.parts import (
    ChargeRow,
    Label,
    Phrase,
    Row,
    Table,
)
from caselaw.pages.unverified import is_unverified
from caselaw.values import Money

_WORD = re.compile(r"[^\W\d_]{3}")  # initials have at most two letters together


def charge_rows(context: Context, case: Case) -> tuple[ChargeRow, ...]:
    """Return one row per charge, in the order of the file."""
    return tuple(
        ChargeRow(
            defendant=defendant_label(context, case, charge.defendant),
            charged=context.linked_charge(charge.charged),
            finding=context.label("charge-findings", charge.finding),
            convicted_of=context.linked_charge(charge.convicted_of) if charge.convicted_of else None,
            sentence=_sentence(context, case, charge),
            paragraphs=context.paragraphs(charge.paragraphs),
            unverified=is_unverified(case, f"charges.{number}"),
        )
        for number, charge in enumerate(case.record.charges, 1)
    )


def _sentence(context: Context, case: Case, charge: Charge) -> tuple[Label, ...]:
    """Return the parts of a sentence; a conviction has one, whether or not the file knows it."""
    if charge.sentence:
        return tuple(sentence_parts(context, case, charge.sentence))
    return (Label(context.locale.text("unknown")),) if is_convicted(charge) else ()


def is_convicted(charge: Charge) -> bool:
    """Whether the defendant was convicted on a charge, of it or of something else."""
    return charge.finding == "convicted" or charge.convicted_of is not None


def defendant_label(context: Context, case: Case, defendant: str) -> Label:
    """Return initials as they are; a role in words is in the language of the case."""
    return Label(defendant, context.case_lang(case) if _WORD.search(defendant) else None)


def sentence_of(context: Context, case: Case, defendant: str, sentence: Sentence) -> Label | Phrase:
    """Return defendant and sentence in one line."""
    named, parts = defendant_label(context, case, defendant), tuple(sentence_parts(context, case, sentence))
    if not any(label.lang for label in (named, *parts)):
        return Label(context.locale.text("sentence.of", defendant=defendant, sentence=", ".join(p.text for p in parts)))
    between = [label for part in parts for label in (Label(", "), part)][1:]
    # The marks stand where the language puts the two; no text of a case holds them.
    pattern = context.locale.text("sentence.of", defendant="\0d\0", sentence="\0s\0").split("\0")
    filled = {"d": [named], "s": between}
    return Phrase(tuple(label for piece in pattern if piece for label in filled.get(piece, [Label(piece)])))


def sentence_parts(context: Context, case: Case, sentence: Sentence) -> Iterator[Label]:
    """Yield the parts of a sentence in words; other sanctions are in the language of the case."""
    locale = context.locale
    if sentence.imprisonment:
        duration = context.duration(sentence.imprisonment)
        life = sentence.imprisonment.life
        yield Label(duration if life else locale.text("sentence.imprisonment", duration=duration))
    if sentence.suspended:
        yield Label(locale.text("sentence.suspended"))
    if sentence.fine:
        yield Label(locale.text("sentence.fine", amount=context.money(sentence.fine)))
    yield from (Label(other, context.case_lang(case)) for other in sentence.other)


_EMPTY = Label("")


def case_tables(context: Context, case: Case) -> tuple[Table, ...]:
    """Return the tables that have rows: findings, compensation, non-punishment, protection."""
    tables = (
        _table(context, "findings", ("provision", "result", "aspect"), _findings(context, case)),
        _table(
            context,
            "compensation",
            ("to", "head", "proceedings", "claimed", "awarded", "paid", "referred_to_civil", "reasons"),
            _compensation(context, case),
        ),
        _table(context, "non_punishment", ("raised_by", "result", "test"), _non_punishment(context, case)),
        _table(context, "protection", ("measure", "result"), _protection(context, case)),
    )
    return tuple(table for table in tables if table.rows)


def _table(context: Context, name: str, columns: tuple[str, ...], rows: Iterator[Row]) -> Table:
    """Return a table without the columns in which no row has anything."""
    locale, found = context.locale, tuple(rows)
    filled = [index for index, _ in enumerate(columns) if any(row.cells[index] != _EMPTY for row in found)]
    headings = tuple(locale.text(f"{name}.{columns[index]}") for index in filled)
    kept = (replace(row, cells=tuple(row.cells[index] for index in filled)) for row in found)
    return Table(locale.text(f"{name}.name"), headings, tuple(kept))


def _findings(context: Context, case: Case) -> Iterator[Row]:
    for number, finding in enumerate(case.record.findings, 1):
        cells = (
            context.linked_provision(finding.provision),
            context.label("provision-findings", finding.result),
            context.label("aspects", finding.aspect) if finding.aspect else _EMPTY,
        )
        yield Row(cells, context.paragraphs(finding.paragraphs), is_unverified(case, f"findings.{number}"))


def _compensation(context: Context, case: Case) -> Iterator[Row]:
    for number, claim in enumerate(case.record.compensation, 1):
        cells = (
            Label(claim.to, context.case_lang(case)),
            context.label("compensation-heads", claim.head) if claim.head else _EMPTY,
            context.label("compensation-proceedings", claim.proceedings) if claim.proceedings else _EMPTY,
            _known(context, claim.claimed),
            _known(context, claim.awarded),
            _known(context, claim.paid),
            _known(context, claim.referred_to_civil),
            Label(claim.reasons, context.case_lang(case)) if claim.reasons else _EMPTY,
        )
        yield Row(cells, context.paragraphs(claim.paragraphs), is_unverified(case, f"compensation.{number}"))


def _known(context: Context, value: Money | bool | str | None) -> Label:
    """Return a sum, yes or no, or “not known” where the file says nothing or unknown."""
    if isinstance(value, Money):
        return Label(context.money(value))
    if isinstance(value, bool):
        return Label(context.locale.text("yes" if value else "no"))
    return Label(context.locale.text("unknown"))


def _non_punishment(context: Context, case: Case) -> Iterator[Row]:
    raised = case.record.non_punishment
    if raised:
        cells = (
            context.label("parties", raised.raised_by),
            context.label("non-punishment-results", raised.result),
            Label(raised.test, context.case_lang(case)) if raised.test else _EMPTY,
        )
        yield Row(cells, context.paragraphs(raised.paragraphs), is_unverified(case, "non_punishment"))


def _protection(context: Context, case: Case) -> Iterator[Row]:
    for number, measure in enumerate(case.record.protection, 1):
        cells = (
            context.label("protection-measures", measure.measure),
            context.label("protection-results", measure.result),
        )
        yield Row(cells, context.paragraphs(measure.paragraphs), is_unverified(case, f"protection.{number}"))
