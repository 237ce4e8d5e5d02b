"""From a public case to its exported record: typed, labelled in every language, with what other cases say of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from caselaw import urls
from caselaw.checks import Case
from caselaw.citations import Cited
from caselaw.config import LICENCE
from caselaw.exports import record as parts
from caselaw.exports.case_record import CaseData
from caselaw.exports.words import Words, money, plain_text, sentence, yes_or_no
from caselaw.pages.case_documents import attachments_of
from caselaw.schema import CaseRecord, Charge, Compensation, Finding, SourceReference, Victims
from caselaw.versions import Version


def case_data(words: Words, case: Case) -> CaseData:
    """Return the record of a public case; what only hidden cases say of it is not in it."""
    # The model refuses a field too many, too few or of another type.
    return CaseData(**_description(words, case), **_coding(words, case.record), **_relations(words, case))


def _description(words: Words, case: Case) -> dict[str, Any]:
    """Return what the case is, who says so and in which languages."""
    record = case.record
    return {
        "id": case.id,
        "aliases": tuple(sorted(record.aliases)),
        "addresses": tuple(_addresses(words, case.id)),
        "licence": LICENCE,
        "disclaimer": dict(sorted(words.library.config.disclaimer.items())),
        "title": record.title,
        "language": record.language,
        "summary": record.summary,
        "translations": tuple(_translations(words, case)),
        "court": words.term("courts", record.court),
        "formation": record.formation,
        "case_numbers": record.case_numbers,
        "ecli": record.ecli,
        "decided": record.decided.iso,
        "kind": words.term("kinds", record.kind),
        "text": words.term("text-kinds", record.text),
        "importance": words.term("importance", record.importance),
        "sources": tuple(_source(words, source) for source in record.sources),
        "documents": tuple(_documents(words, case)),
        "unverified": record.unverified,
        "review": _review(record),
        "corrections": tuple(parts.CorrectionData(date=note.date.iso, note=note.note) for note in record.corrections),
        "texts": tuple(_text(case.version(language)) for language in case.text_languages),
    }


def _coding(words: Words, record: CaseRecord) -> dict[str, Any]:
    """Return what was coded of the decision."""
    return {
        "outcome": words.term("outcomes", record.outcome),
        "offences": words.terms("offences", record.offences),
        "applies": tuple(words.provision(provision) for provision in record.applies),
        "charges": tuple(_charge(words, charge) for charge in record.charges),
        **{field: _coded(words, record, field) for field in ("acts", "means", "purposes", "aggravating")},
        "sectors": words.terms("sectors", record.sectors),
        "victims": _victims(words, record.victims) if record.victims else None,
        "compensation": tuple(_compensation(claim) for claim in record.compensation),
        "non_punishment": _non_punishment(words, record),
        "protection": _protection(words, record),
        "findings": tuple(_finding(words, finding) for finding in record.findings),
        "topics": _topics(words, record),
    }


def _relations(words: Words, case: Case) -> dict[str, Any]:
    """Return what the case has to do with others; the graph holds public ones only."""
    graph = words.library.citations
    return {
        "status": words.library.status(case.id).effect,
        "status_unverified": words.library.status(case.id).unverified,
        "later_decisions": graph.later.get(case.id, ()),
        "history": tuple(_history(words, case)),
        "later": tuple(_later(words, case)),
        "cites": tuple(_citation(words, cited.cited, cited) for cited in graph.cites.get(case.id, ())),
        "cited_by": tuple(_citation(words, cited.citing, cited) for cited in graph.cited_by.get(case.id, ())),
        "authorities": case.record.authorities,
    }


def _addresses(words: Words, case_id: str) -> Iterator[parts.AddressData]:
    """Yield where the page of a case is in each language of the site."""
    base = words.library.config.base_url
    for context in words.contexts:
        path = urls.case(context.language, case_id)
        yield parts.AddressData(language=context.language, path=path, url=base + path if base else None)


def _translations(words: Words, case: Case) -> Iterator[parts.TranslationData]:
    for language, translation in case.translations.items():
        said = translation.record
        yield parts.TranslationData(
            language=language,
            title=said.title,
            summary=said.summary,
            kind=words.term("translation-kinds", said.translation.kind),
            by=said.translation.by,
            date=said.translation.date.iso,
            text=translation.text is not None,
        )


def _charge(words: Words, charge: Charge) -> parts.ChargeData:
    return parts.ChargeData(
        defendant=charge.defendant,
        charged=words.charged(charge.charged),
        finding=words.term("charge-findings", charge.finding),
        convicted_of=words.charged(charge.convicted_of) if charge.convicted_of else None,
        sentence=sentence(charge.sentence),
        paragraphs=charge.paragraphs,
    )


def _coded(words: Words, record: CaseRecord, field: str) -> tuple[parts.CodedData, ...]:
    return tuple(
        parts.CodedData(
            value=words.term(field, coded.value), basis=words.maybe("bases", coded.basis), paragraphs=coded.paragraphs
        )
        for coded in getattr(record, field)
    )


def _topics(words: Words, record: CaseRecord) -> tuple[parts.TopicData, ...]:
    return tuple(
        parts.TopicData(value=words.term("topics", topic.value), paragraphs=topic.paragraphs) for topic in record.topics
    )


def _victims(words: Words, victims: Victims) -> parts.VictimsData:
    return parts.VictimsData(
        total=victims.total,
        adults=victims.adults,
        children=victims.children,
        sex=words.maybe("sexes", victims.sex),
        nationalities=victims.nationalities,
        vulnerabilities=words.terms("vulnerabilities", victims.vulnerabilities),
    )


def _compensation(claim: Compensation) -> parts.CompensationData:
    return parts.CompensationData(
        to=claim.to,
        claimed=money(claim.claimed),
        awarded=money(claim.awarded),
        referred_to_civil=yes_or_no(claim.referred_to_civil),
        paragraphs=claim.paragraphs,
    )


def _non_punishment(words: Words, record: CaseRecord) -> parts.NonPunishmentData | None:
    raised = record.non_punishment
    if raised is None:
        return None
    return parts.NonPunishmentData(
        raised_by=words.term("parties", raised.raised_by),
        result=words.term("non-punishment-results", raised.result),
        paragraphs=raised.paragraphs,
    )


def _protection(words: Words, record: CaseRecord) -> tuple[parts.ProtectionData, ...]:
    return tuple(
        parts.ProtectionData(
            measure=words.term("protection-measures", one.measure),
            result=words.term("protection-results", one.result),
            paragraphs=one.paragraphs,
        )
        for one in record.protection
    )


def _finding(words: Words, finding: Finding) -> parts.FindingData:
    return parts.FindingData(
        provision=words.provision(finding.provision),
        result=words.term("provision-findings", finding.result),
        aspect=words.maybe("aspects", finding.aspect),
        paragraphs=finding.paragraphs,
    )


def _history(words: Words, case: Case) -> Iterator[parts.HistoryData]:
    """Yield the other decisions of the chain, which holds public ones only."""
    for step in words.library.citations.chains.get(case.id, ()):
        if step.case != case.id:
            other = words.library.catalogue.by_id[step.case].record
            yield parts.HistoryData(
                case=step.case,
                relation=words.maybe("relations", step.relation),
                decided=other.decided.iso,
                outcome=words.term("outcomes", other.outcome),
            )


def _later(words: Words, case: Case) -> Iterator[parts.LaterData]:
    for later in case.record.later:
        yield parts.LaterData(
            court=words.term("courts", later.court),
            outcome=words.term("outcomes", later.outcome),
            decided=later.decided.iso if later.decided else None,
            paragraphs=later.paragraphs,
        )


def _citation(words: Words, other: str, cited: Cited) -> parts.CitationData:
    return parts.CitationData(
        case=other, treatment=words.term("treatments", cited.treatment), paragraphs=cited.paragraphs
    )


def _source(words: Words, source: SourceReference) -> parts.SourceData:
    return parts.SourceData(
        url=source.url,
        title=source.title,
        publisher=source.publisher,
        kind=words.maybe("source-kinds", source.kind),
        read=source.read.iso if source.read else None,
    )


def _documents(words: Words, case: Case) -> Iterator[parts.DocumentData]:
    base = words.library.config.base_url
    for attached, attachment in attachments_of(words.library, case):
        path = urls.document(case.id, attached.file)
        yield parts.DocumentData(
            path=path,
            url=base + path if base else None,
            title=attached.title,
            language=attached.language,
            media_type=attachment.kind.media_type,
            size=attachment.size,
        )


def _review(record: CaseRecord) -> parts.ReviewData | None:
    review = record.review
    if review is None:
        return None
    reviewed_on = review.reviewed_on.iso if review.reviewed_on else None
    return parts.ReviewData(coded_by=review.coded_by, reviewed_by=review.reviewed_by, reviewed_on=reviewed_on)


def _text(version: Version) -> parts.TextData:
    return parts.TextData(
        language=version.text_language,
        paragraphs=tuple(
            parts.ParagraphData(kind=block.kind, number=block.number, text=words)
            for block in version.text.blocks
            if (words := plain_text(block.html))
        ),
    )
