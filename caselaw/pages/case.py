"""The page of one decision."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.case_tables import case_tables, charge_rows, element_groups, sentence_of
from caselaw.pages.case_texts import case_texts, version_note
from caselaw.pages.context import Context
from caselaw.pages.model import (
    CasePage,
    Frame,
    RedirectPage,
    TombstonePage,
)
from caselaw.pages.parts import (
    CitationRow,
    Correction,
    Fact,
    Label,
    Link,
    OutlineEntry,
    Phrase,
    SourceRow,
    Step,
)
from caselaw.pages.unverified import is_unverified, unverified_names
from caselaw.schema import SourceReference
from caselaw.terms import UNKNOWN
from caselaw.values import Provision


def case_page(context: Context, case: Case) -> CasePage:
    """Return the page of a public case."""
    record, graph, version = case.record, context.library.citations, context.version(case)
    return CasePage(
        frame=_frame(context, case),
        id=case.id,
        heading=version.title,
        citation=_citation_line(context, case),
        lang=context.lang(version.language),
        note=version_note(context, case),
        kind=context.label("kinds", record.kind),
        text_kind=context.label("text-kinds", record.text),
        neighbouring=context.is_neighbouring(case),
        facts=tuple(_head_facts(context, case)),
        summary=version.summary,
        charges=charge_rows(context, case),
        elements=element_groups(context, case),
        tables=case_tables(context, case),
        details=tuple(_detail_facts(context, case)),
        chain=_chain(context, case),
        cites=tuple(
            _citation(context, c.cited, c.treatment, case.id, c.paragraphs) for c in graph.cites.get(case.id, ())
        ),
        cited_by=tuple(
            _citation(context, c.citing, c.treatment, c.citing, c.paragraphs) for c in graph.cited_by.get(case.id, ())
        ),
        authorities=tuple(Label(authority, context.case_lang(case)) for authority in record.authorities),
        sources=tuple(_source(context, case, source) for source in record.sources),
        documents=(),
        unverified=unverified_names(context, case),
        review=tuple(_review_facts(context, case)),
        corrections=_corrections(context, case),
        texts=case_texts(context, case),
        outline=tuple(
            OutlineEntry(h.text, f"#{h.id}", h.level, context.lang(version.text_language))
            for h in version.text.headings
        ),
    )


def _corrections(context: Context, case: Case) -> tuple[Correction, ...]:
    lang = context.case_lang(case)
    return tuple(Correction(context.date(note.date), Label(note.note, lang)) for note in case.record.corrections)


def _frame(context: Context, case: Case) -> Frame:
    record, version = case.record, context.version(case)
    court = context.label("courts", record.court)
    citation = _citation_line(context, case)
    description = context.locale.text("case.description", citation=citation, summary=version.summary)
    parents = (context.section("courts"), Link(court, urls.listing(context.language, "courts", record.court)))
    path = urls.case(context.language, case.id)
    return context.frame(path, version.title, description, parents, indexable=context.library.config.index_cases)


def _citation_line(context: Context, case: Case) -> str:
    """Return court, numbers and date in one line."""
    record = case.record
    court = context.label("courts", record.court).text
    return ", ".join((court, *record.case_numbers, context.date(record.decided).text))


def _fact(context: Context, case: Case, name: str, field: str, *values: Label | Link | Phrase) -> Iterator[Fact]:
    """Yield the fact of a field if it has a value."""
    if values:
        yield Fact(context.locale.text(f"facts.{name}"), values, is_unverified(case, field))


def _head_facts(context: Context, case: Case) -> Iterator[Fact]:
    """Yield what a lawyer looks for first: court, number, date, charge, sentence or finding, outcome."""
    record = case.record
    court = Link(context.label("courts", record.court), urls.listing(context.language, "courts", record.court))
    yield from _fact(context, case, "court", "court", court)
    numbers = "case_number" if len(record.case_numbers) == 1 else "case_numbers"
    yield from _fact(context, case, numbers, "case_numbers", *(Label(number) for number in record.case_numbers))
    yield from _fact(context, case, "decided", "decided", _decided(context, case))
    yield from _charge_fact(context, case)
    sentences = tuple(_sentences(context, case))
    yield from _fact(context, case, "sentence" if len(sentences) == 1 else "sentences", "charges", *sentences)
    findings = tuple(
        context.compose(
            "findings.one",
            provision=context.reference(finding.provision),
            result=context.label("provision-findings", finding.result),
        )
        for finding in record.findings
    )
    yield from _fact(context, case, "finding", "findings", *dict.fromkeys(findings))
    yield from _fact(context, case, "outcome", "outcome", context.label("outcomes", record.outcome))


def _charge_fact(context: Context, case: Case) -> Iterator[Fact]:
    """Yield what was charged: as stated per defendant, else the provisions of criminal law that the case applies."""
    record, field = case.record, "charges"
    charged: list[Provision | str] = [charge.charged for charge in record.charges if charge.charged != UNKNOWN]
    if record.charges and not charged:
        field = "applies"
        charged = [provision for provision in record.applies if context.vocabulary.is_domestic(provision)]
    labels = tuple(dict.fromkeys(context.charge(key) for key in charged))
    yield from _fact(context, case, "charge" if len(labels) == 1 else "charges", field, *labels)


def _decided(context: Context, case: Case) -> Link:
    date = case.record.decided
    return Link(Label(context.date(date).text), urls.listing(context.language, "years", str(date.year)))


def _sentences(context: Context, case: Case) -> Iterator[Label | Phrase]:
    """Yield one line per defendant and sentence, in the order of the charges."""
    sentenced = ((charge.defendant, charge.sentence) for charge in case.record.charges if charge.sentence)
    for defendant, sentence in dict.fromkeys(sentenced):
        yield sentence_of(context, case, defendant, sentence)


def _detail_facts(context: Context, case: Case) -> Iterator[Fact]:
    record = case.record

    def terms(name: str, field: str, vocabulary: str, *keys: str) -> Iterator[Fact]:
        yield from _fact(context, case, name, field, *(context.label(vocabulary, key) for key in keys))

    offences = tuple(
        Link(context.label("offences", key), urls.listing(context.language, "offences", key)) for key in record.offences
    )
    name = "offence" if len(offences) == 1 else "offences"
    yield from _fact(context, case, name, "offences", *offences)
    yield from _fact(context, case, "applies", "applies", *(context.provision(key) for key in record.applies))
    yield from terms("kind", "kind", "kinds", record.kind)
    if record.formation:
        yield from _fact(context, case, "formation", "formation", Label(record.formation, context.case_lang(case)))
    yield from _fact(context, case, "victims", "victims", *_victims(context, case))
    yield from terms("sectors", "sectors", "sectors", *record.sectors)
    yield from terms("topics", "topics", "topics", *record.topics)
    if record.importance != "normal":
        yield from terms("importance", "importance", "importance", record.importance)
    if record.ecli:
        yield from _fact(context, case, "ecli", "ecli", Label(record.ecli))
    yield from terms("text", "text", "text-kinds", record.text)
    yield from terms("language", "language", "languages", *case.text_languages)


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


def _review_facts(context: Context, case: Case) -> Iterator[Fact]:
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


def _chain(context: Context, case: Case) -> tuple[Step, ...]:
    return tuple(
        Step(
            link=_case_link(context, step.case),
            court=context.label("courts", other.record.court),
            decided=context.date(other.record.decided),
            outcome=context.label("outcomes", other.record.outcome),
            relation=context.label("relations", step.relation) if step.relation else None,
            current=step.case == case.id,
        )
        for step in context.library.citations.chains.get(case.id, ())
        for other in (context.library.catalogue.by_id[step.case],)
    )


def _case_link(context: Context, case_id: str) -> Link:
    case = context.library.catalogue.by_id[case_id]
    return Link(context.title(case), urls.case(context.language, case_id))


def _citation(context: Context, other_id: str, treatment: str, citing: str, paragraphs: tuple[int, ...]) -> CitationRow:
    other = context.library.catalogue.by_id[other_id]
    return CitationRow(
        link=_case_link(context, other_id),
        court=context.label("courts", other.record.court),
        decided=context.date(other.record.decided),
        treatment=context.label("treatments", treatment),
        paragraphs=tuple(
            Link(Label(str(number)), urls.case(context.language, citing, number)) for number in paragraphs
        ),
    )


def _source(context: Context, case: Case, source: SourceReference) -> SourceRow:
    details = [source.publisher] if source.publisher else []
    if source.kind:
        details.append(context.label("source-kinds", source.kind).text)
    if source.read:
        details.append(context.locale.text("sources.read_on", date=context.date(source.read).text))
    return SourceRow(Label(source.title, context.case_lang(case)), source.url, tuple(details))


def tombstone_page(context: Context, case: Case) -> TombstonePage:
    """Return what is left of a withdrawn case: neither its title nor anything else it said."""
    locale = context.locale
    frame = context.frame(
        urls.case(context.language, case.id),
        locale.text("pages.withdrawn.title"),
        locale.text("pages.withdrawn.description"),
        (context.section("cases"),),
        indexable=False,
    )
    return TombstonePage(frame, case.id, case.record.publication.reason or "", context.case_lang(case))


def redirect_page(context: Context, alias: str, case_id: str) -> RedirectPage:
    """Return the page at a former address of a case."""
    locale, catalogue = context.locale, context.library.catalogue
    frame = context.frame(
        urls.case(context.language, alias),
        locale.text("pages.redirect.title"),
        locale.text("pages.redirect.description"),
        (context.section("cases"),),
        indexable=False,
    )
    case = catalogue.by_id.get(case_id)
    label = context.title(case) if case else Label(locale.text("pages.withdrawn.title"))
    return RedirectPage(frame, Link(label, urls.case(context.language, case_id)))
