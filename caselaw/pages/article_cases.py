"""How a case names an article: applied, charged, convicted of, found on; with its outcome and sentences."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.checks import Case
from caselaw.coding import Charge
from caselaw.pages.case_tables import defendant_label, sentence_of
from caselaw.pages.context import Context
from caselaw.pages.law_parts import ArticleCase, Checked
from caselaw.pages.parts import Label, Link, Phrase
from caselaw.pages.unverified import is_unverified
from caselaw.values import Provision


def article_case(context: Context, case: Case, provision: Provision) -> ArticleCase:
    """Return a case as the page of an article lists it; ``provision`` is that article."""
    record, key = case.record, provision.of_article
    own = [charge for charge in _numbered(case) if _names(charge[1], key)]
    return ArticleCase(
        link=Link(context.title(case), urls.case(context.language, case.id)),
        court=context.label("courts", record.court),
        numbers=record.case_numbers,
        decided=context.date(record.decided),
        uses=tuple(_uses(context, case, key)),
        outcome=Checked(context.label("outcomes", record.outcome), is_unverified(case, "outcome")),
        status=context.status_mark(case),
        sentences=_sentences(context, case, own or _numbered(case), key if own else None),
        whole=not own,
    )


def _numbered(case: Case) -> list[tuple[int, Charge]]:
    return list(enumerate(case.record.charges, 1))


def _names(charge: Charge, key: str) -> bool:
    return key in (_article(charge.charged), _article(charge.convicted_of))


def _article(charged: Provision | str | None) -> str | None:
    return charged.of_article if isinstance(charged, Provision) else None


def _sentences(context: Context, case: Case, charges: list[tuple[int, Charge]], key: str | None) -> tuple[Checked, ...]:
    """Return one line per defendant and sentence, in the order of the charges.

    A sentence for something else than the article ``key`` says for what, so that nobody takes it for one under it.
    """
    lines: dict[Label | Phrase, bool] = {}
    for number, charge in charges:
        if charge.sentence:
            line = sentence_of(context, case, charge.defendant, charge.sentence)
            if key and charge.convicted_of and _article(charge.convicted_of) != key:
                line = _sentence_for(context, charge.convicted_of, line)
            lines[line] = lines.get(line, False) or is_unverified(case, f"charges.{number}")
    return tuple(Checked(line, unverified) for line, unverified in lines.items())


def _sentence_for(context: Context, convicted: Provision | str, line: Label | Phrase) -> Label:
    sentence = line if isinstance(line, Label) else Label("".join(part.text for part in line.parts), pieces=line.parts)
    return context.compose("laws.list.sentence_for", convicted=_briefly(context, convicted), sentence=sentence)


def _uses(context: Context, case: Case, key: str) -> Iterator[Checked]:
    """Yield each way in which a case names an article; defendants to whom the same happened stand together."""
    record, locale = case.record, context.locale
    yield from _charges(context, case, key)
    for number, finding in enumerate(record.findings, 1):
        if finding.provision.of_article == key:
            result = context.label("provision-findings", finding.result)
            aspect = [context.label("aspects", finding.aspect)] if finding.aspect else []
            label = context.compose("laws.use.finding", result=context.listed([result, *aspect]))
            yield Checked(label, is_unverified(case, f"findings.{number}"))
    applied = [number for number, applied in enumerate(record.applies, 1) if applied.of_article == key]
    if applied:
        unverified = all(is_unverified(case, f"applies.{number}") for number in applied)
        yield Checked(Label(locale.text("laws.use.applied")), unverified)


def _charges(context: Context, case: Case, key: str) -> Iterator[Checked]:
    groups: dict[tuple[str, Label], dict[Label, bool]] = {}
    for number, charge in _numbered(case):
        if _names(charge, key):
            defendant = defendant_label(context, case, charge.defendant)
            group = groups.setdefault(_kind(context, charge, key), {})
            group[defendant] = group.get(defendant, False) or is_unverified(case, f"charges.{number}")
    for (kind, detail), defendants in groups.items():
        label = context.compose(f"laws.use.{kind}", detail=detail, defendants=context.listed(defendants))
        yield Checked(label, any(defendants.values()))


def _kind(context: Context, charge: Charge, key: str) -> tuple[str, Label]:
    """Return what became of a charge as seen from an article: charged, re-qualified, or only convicted of it."""
    charged, convicted = _article(charge.charged), charge.convicted_of
    if convicted is None or (charged == key and _article(convicted) == key):
        return "charged", context.label("charge-findings", charge.finding)
    if charged == key:
        return "requalified", _briefly(context, convicted)
    return "convicted", _briefly(context, charge.charged)


def _briefly(context: Context, charged: Provision | str) -> Label:
    return context.reference(charged) if isinstance(charged, Provision) else context.charge(charged)
