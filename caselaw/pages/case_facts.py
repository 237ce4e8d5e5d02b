"""The summary lists of a case: what a lawyer looks for first, further particulars, who reviewed it."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.case_tables import is_convicted, sentence_of
from caselaw.pages.context import Context
from caselaw.pages.parts import Fact, Label, Link, Phrase
from caselaw.pages.topics import topic_link
from caselaw.pages.unverified import is_unverified
from caselaw.terms import UNKNOWN
from caselaw.values import Provision


def _fact(context: Context, case: Case, name: str, field: str, *values: Label | Link | Phrase) -> Iterator[Fact]:
    """Yield the fact of a field if it has a value."""
    if values:
        yield Fact(context.locale.text(f"facts.{name}"), values, is_unverified(case, field))


def head_facts(context: Context, case: Case) -> Iterator[Fact]:
    """Yield what a lawyer looks for first: court, number, date, charge, sentence or finding, outcome."""
    record = case.record
    court = Link(context.label("courts", record.court), urls.listing(context.language, "courts", record.court))
    yield from _fact(context, case, "court", "court", court)
    numbers = "case_number" if len(record.case_numbers) == 1 else "case_numbers"
    yield from _fact(context, case, numbers, "case_numbers", *(Label(number) for number in record.case_numbers))
    yield from _fact(context, case, "decided", "decided", _decided(context, case))
    yield from _charge_fact(context, case)
    sentences = tuple(_sentences(context, case)) or _unknown_sentence(context, case)
    yield from _fact(context, case, "sentence" if len(sentences) == 1 else "sentences", "charges", *sentences)
    findings = tuple(
        Link(
            context.compose(
                "findings.one",
                provision=context.reference(finding.provision),
                result=context.label("provision-findings", finding.result),
            ),
            urls.article(context.language, finding.provision.law, finding.provision.article),
        )
        for finding in record.findings
    )
    yield from _fact(context, case, "finding", "findings", *dict.fromkeys(findings))
    yield from _fact(context, case, "outcome", "outcome", context.label("outcomes", record.outcome))


def _charge_fact(context: Context, case: Case) -> Iterator[Fact]:
    """Yield what was charged: as stated per defendant, else the provisions of criminal law that it applies."""
    record, field = case.record, "charges"
    charged: list[Provision | str] = [charge.charged for charge in record.charges if charge.charged != UNKNOWN]
    if record.charges and not charged:
        field = "applies"
        charged = [provision for provision in record.applies if context.vocabulary.is_domestic(provision)] or [UNKNOWN]
    labels = tuple(dict.fromkeys(context.linked_charge(key) for key in charged))
    yield from _fact(context, case, "charge" if len(labels) == 1 else "charges", field, *labels)


def _decided(context: Context, case: Case) -> Link:
    date = case.record.decided
    return Link(Label(context.date(date).text), urls.listing(context.language, "years", str(date.year)))


def _sentences(context: Context, case: Case) -> Iterator[Label | Phrase]:
    """Yield one line per defendant and sentence, in the order of the charges."""
    sentenced = ((charge.defendant, charge.sentence) for charge in case.record.charges if charge.sentence)
    for defendant, sentence in dict.fromkeys(sentenced):
        yield sentence_of(context, case, defendant, sentence)


def _unknown_sentence(context: Context, case: Case) -> tuple[Label, ...]:
    """Return that the sentence is not known, where somebody was convicted."""
    convicted = any(is_convicted(charge) for charge in case.record.charges)
    return (Label(context.locale.text("unknown")),) if convicted else ()


def detail_facts(context: Context, case: Case) -> Iterator[Fact]:
    """Yield further particulars: offences, provisions, victims as totals, sectors, topics and so on."""
    record = case.record

    def terms(name: str, field: str, vocabulary: str, *keys: str) -> Iterator[Fact]:
        yield from _fact(context, case, name, field, *(context.label(vocabulary, key) for key in keys))

    offences = tuple(
        Link(context.label("offences", key), urls.listing(context.language, "offences", key)) for key in record.offences
    )
    name = "offence" if len(offences) == 1 else "offences"
    yield from _fact(context, case, name, "offences", *offences)
    yield from _fact(context, case, "applies", "applies", *(context.linked_provision(key) for key in record.applies))
    yield from terms("kind", "kind", "kinds", record.kind)
    yield from _date_facts(context, case)
    if record.formation:
        yield from _fact(context, case, "formation", "formation", Label(record.formation, context.case_lang(case)))
    yield from _fact(context, case, "victims", "victims", *_victims(context, case))
    yield from terms("sectors", "sectors", "sectors", *record.sectors)
    topics = (topic_link(context, topic.value) for topic in record.topics)
    yield from _fact(context, case, "topics", "topics", *topics)
    if record.importance != "normal":
        yield from terms("importance", "importance", "importance", record.importance)
    if record.ecli:
        yield from _fact(context, case, "ecli", "ecli", Label(record.ecli))
    yield from terms("text", "text", "text-kinds", record.text)
    yield from terms("language", "language", "languages", *case.text_languages)


def _date_facts(context: Context, case: Case) -> Iterator[Fact]:
    dates = case.record.dates
    for name in ("offence_from", "offence_until", "indictment", "final") if dates else ():
        if date := getattr(dates, name):
            yield from _fact(context, case, name, f"dates.{name}", Label(context.date(date).text))


def _victims(context: Context, case: Case) -> Iterator[Label]:
    victims, locale = case.record.victims, context.locale
    if victims is None:
        return
    for part in ("total", "adults", "children"):
        number = getattr(victims, part)
        if number == 0 and part == "children":
            yield Label(locale.text("victims.no_children"))
        elif number is not None and (number or part == "total"):
            yield Label(locale.count(f"victims.{part}", number))
    if victims.sex:
        yield context.compose("victims.sex", sex=context.label("sexes", victims.sex))
    if victims.nationalities:
        countries = ", ".join(locale.country(code) for code in victims.nationalities)
        yield Label(locale.text("victims.nationalities", countries=countries))
    if victims.vulnerabilities:
        vulnerabilities = context.listed(context.label("vulnerabilities", key) for key in victims.vulnerabilities)
        yield context.compose("victims.vulnerabilities", vulnerabilities=vulnerabilities)


def review_facts(context: Context, case: Case) -> Iterator[Fact]:
    """Yield who coded and who reviewed the case, and when."""
    review = case.record.review
    if review is None:
        return
    for name in ("coded_by", "reviewed_by"):
        if initials := getattr(review, name):
            yield from _fact(context, case, name, f"review.{name}", Label(initials))
    if review.reviewed_on:
        yield from _fact(
            context, case, "reviewed_on", "review.reviewed_on", Label(context.date(review.reviewed_on).text)
        )
