"""The course of the proceedings: what became of a case later, and its timeline with the sentences of each step."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.checks import Case
from caselaw.citations import RELATED, ChainStep
from caselaw.coding import Charge
from caselaw.fields import are_initials
from caselaw.pages.case_tables import defendant_label, is_convicted, sentence_parts
from caselaw.pages.context import Context, effect_key
from caselaw.pages.law_parts import Checked
from caselaw.pages.parts import Label, Link
from caselaw.pages.proceedings_parts import StatusLine, Step, StepSentence
from caselaw.pages.unverified import is_unverified
from caselaw.schema import LaterDecision
from caselaw.status import NEGATIVE, NOT_KNOWN, parse_outside_id


def status_lines(context: Context, case: Case) -> tuple[StatusLine, ...]:
    """Return what became of a case, in the order in which it happened.

    That a review was quashed in turn is only said of decisions that did not quash this case with it.
    """
    return tuple(_status_lines(context, case))


def _status_lines(context: Context, case: Case) -> Iterator[StatusLine]:
    status = context.library.status(case.id)
    told = {case.id, *(step.case for step in status.steps)}
    for step in status.steps:
        section = "status.passed_on" if step.through else "status"
        yield _line(
            context,
            f"{section}.{effect_key(step.effect)}",
            step.case,
            grave=step.effect in NEGATIVE,
            unverified=step.unverified,
        )
        unsure = {one.case for one in context.library.status(step.case).steps if one.unverified}
        for other in step.quashed_by:
            if other not in told:
                yield _line(context, "status.that_quashed", other, grave=True, unverified=other in unsure)
    told |= {other for step in status.steps for other in step.quashed_by}
    for later in context.library.citations.later.get(case.id, ()):
        if later not in told:
            yield _line(context, "status.later", later, grave=False)


def _line(context: Context, key: str, case_id: str, *, grave: bool, unverified: bool = False) -> StatusLine:
    before, after = context.locale.text(key, decision="\0").split("\0")
    return StatusLine(before, _cited(context, case_id), after, grave, unverified)


def _cited(context: Context, case_id: str) -> Link:
    """Return the link to a decision by court, numbers and date; without a page, to the paragraph that tells of it."""
    if outside := parse_outside_id(case_id):
        owner = context.library.catalogue.by_id[outside[0]]
        later = owner.record.later[outside[1] - 1]
        date = Label(context.date(later.decided).text if later.decided else context.locale.text("chain.no_date"))
        return Link(context.listed((context.label("courts", later.court), date)), _telling(context, owner, later))
    record = context.library.catalogue.by_id[case_id].record
    court, date = context.label("courts", record.court), Label(context.date(record.decided).text)
    name = context.listed((court, *(Label(number) for number in record.case_numbers), date))
    return Link(name, urls.case(context.language, case_id))


def _telling(context: Context, owner: Case, later: LaterDecision) -> str:
    """Return the address of the paragraph that tells of a decision without a page, or of the page that holds it."""
    return urls.case(context.language, owner.id, later.paragraphs[0] if later.paragraphs else None)


def timeline(context: Context, case: Case) -> tuple[Step, ...]:
    """Return the chain of proceedings of a case, the oldest decision first."""
    by_id = context.library.catalogue.by_id
    chain = context.library.citations.chains.get(case.id, ())
    if case.record.later and not chain:
        chain = (ChainStep(case.id, None),)
    outside = (step for one in chain for step in _outside_steps(context, by_id[one.case]))
    return (*_chain_steps(context, case, chain), *outside)


def _outside_steps(context: Context, owner: Case) -> Iterator[Step]:
    """Yield the later decisions on a case that have no page."""
    for number, later in enumerate(owner.record.later, 1):
        unverified = is_unverified(owner, f"later.{number}")
        effect = context.vocabulary.outcome(later.outcome).effect
        said = (
            context.compose(f"chain.effect.{effect_key(effect)}", decisions=context.title(owner))
            if effect != NOT_KNOWN
            else None
        )
        yield Step(
            link=Link(Label(context.locale.text("chain.outside")), _telling(context, owner, later)),
            court=context.label("courts", later.court),
            numbers=(),
            decided=context.date(later.decided) if later.decided else None,
            outcome=Checked(context.label("outcomes", later.outcome), unverified),
            relation=None,
            effects=(Checked(said, unverified),) if said else (),
            sentences=(),
            current=False,
        )


def _chain_steps(context: Context, case: Case, chain: tuple[ChainStep, ...]) -> tuple[Step, ...]:
    return tuple(
        Step(
            link=Link(context.title(other), urls.case(context.language, other.id)),
            court=context.label("courts", other.record.court),
            numbers=other.record.case_numbers,
            decided=context.date(other.record.decided),
            outcome=Checked(context.label("outcomes", other.record.outcome), is_unverified(other, "outcome")),
            relation=_relation(context, step, chain[:index]),
            effects=_effects(context, other.id, chain[:index]),
            sentences=() if step.relation == RELATED else _sentences(context, other, chain[:index]),
            current=other.id == case.id,
        )
        for index, step in enumerate(chain)
        for other in (context.library.catalogue.by_id[step.case],)
    )


def _relation(context: Context, step: ChainStep, earlier: tuple[ChainStep, ...]) -> Label | None:
    """Return what a step is to the last of the earlier ones that leads to it, so that each page says the same."""
    chains = context.library.citations.chains
    for before in reversed(earlier):
        relation = next((found.relation for found in chains[before.case] if found.case == step.case), None)
        if relation and context.vocabulary.relation(relation).later == "that":
            return context.label("relations", relation)
    if step.relation and context.vocabulary.relation(step.relation).later == "neither":
        return context.label("relations", step.relation)
    return None


def _effects(context: Context, case_id: str, earlier: tuple[ChainStep, ...]) -> tuple[Checked, ...]:
    """Return what a decision did to earlier ones that it reviewed, those of the same effect in one line."""
    reviewed: dict[tuple[str, bool], list[Label]] = {}
    for before in earlier:
        for review in context.library.status(before.case).steps:
            if review.case == case_id and review.effect != NOT_KNOWN and review.through is None:
                title = context.title(context.library.catalogue.by_id[before.case])
                reviewed.setdefault((review.effect, review.unverified), []).append(title)
    return tuple(
        Checked(context.compose(f"chain.effect.{effect_key(effect)}", decisions=context.listed(titles)), unverified)
        for (effect, unverified), titles in reviewed.items()
    )


def _sentences(context: Context, case: Case, earlier: tuple[ChainStep, ...]) -> tuple[StepSentence, ...]:
    """Return what a decision says of each defendant, in the order of its charges."""
    later, by_id = context.library.citations.later, context.library.catalogue.by_id
    before = [by_id[step.case] for step in reversed(earlier) if case.id in later.get(step.case, ())]
    rows = []
    for defendant in dict.fromkeys(charge.defendant for charge in case.record.charges):
        charges = _charges(case, defendant)
        paragraphs = sorted({number for charge in charges.values() for number in charge.paragraphs})
        previous = next((other for other in before if _charges(other, defendant)), None)
        if previous and not _is_same(case, previous, defendant):
            previous = None
        rows.append(
            StepSentence(
                defendant=defendant_label(context, case, defendant),
                result=tuple(_result(context, case, charges)),
                before=_before(context, case, previous, defendant) if previous else None,
                paragraphs=tuple(
                    Link(Label(str(number)), urls.case(context.language, case.id, number)) for number in paragraphs
                ),
                unverified=_is_unverified(case, charges),
            )
        )
    return tuple(rows)


def _is_same(case: Case, previous: Case, defendant: str) -> bool:
    """Whether a label means one person in two files: initials do, a letter or a role only where all labels agree."""
    return are_initials(defendant) or _defendants(case) == _defendants(previous)


def _defendants(case: Case) -> set[str]:
    return {charge.defendant for charge in case.record.charges}


def _charges(case: Case, defendant: str) -> dict[int, Charge]:
    """Return the charges against one defendant by their number in the file."""
    return {number: one for number, one in enumerate(case.record.charges, 1) if one.defendant == defendant}


def _is_unverified(case: Case, charges: dict[int, Charge]) -> bool:
    return any(is_unverified(case, f"charges.{number}") for number in charges)


def _result(context: Context, case: Case, charges: dict[int, Charge]) -> Iterator[Label]:
    """Yield findings and sentences, each once: the same sentence may stand with each of several charges."""
    yield from dict.fromkeys(context.label("charge-findings", charge.finding) for charge in charges.values())
    for sentence in dict.fromkeys(charge.sentence for charge in charges.values() if charge.sentence):
        yield from sentence_parts(context, case, sentence)


def _before(context: Context, case: Case, previous: Case, defendant: str) -> Label:
    """Return what the step before had decided; whether it changed is only said where both are known and verified."""
    now, then = _charges(case, defendant), _charges(previous, defendant)
    court = context.label("courts", previous.record.court)
    unverified = _is_unverified(case, now) or _is_unverified(previous, then)
    if unverified or _lacks_sentence(now) or _lacks_sentence(then):
        key = "chain.before"
    elif _substance(now) == _substance(then):
        return context.compose("chain.unchanged", court=court)
    else:
        key = "chain.was"
    return context.compose(key, result=context.listed(_result(context, previous, then)), court=court)


def _lacks_sentence(charges: dict[int, Charge]) -> bool:
    return any(is_convicted(charge) and not charge.sentence for charge in charges.values())


def _substance(charges: dict[int, Charge]) -> list[Charge]:
    return [charge.model_copy(update={"paragraphs": ()}) for charge in charges.values()]
