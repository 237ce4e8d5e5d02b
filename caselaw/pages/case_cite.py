"""How a case is cited: the section of its page, and what programs read in its head."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from caselaw import urls
from caselaw.checks import Case
from caselaw.citing.bibtex import as_bibtex
from caselaw.citing.citation import Citation, one_line
from caselaw.citing.csl import all_as_csl
from caselaw.citing.ris import as_ris
from caselaw.citing.wording import applications, in_oscola, in_words, oscola_title, pinpoint
from caselaw.pages.cite_parts import CaseMetadata, CitationForm, Cite, MetaEntry, PinpointParts
from caselaw.pages.context import Context
from caselaw.pages.parts import Label, Link
from caselaw.schema import CaseRecord, LaterDecision

# As Zotero and DC-HTML know them; Zotero reads these prefixes without regard to capitals.
_SCHEMAS = (
    ("DC", "http://purl.org/dc/elements/1.1/"),
    ("DCTERMS", "http://purl.org/dc/terms/"),
    ("z", "http://www.zotero.org/namespaces/export#"),
)
# schema.org has no type for the decision of a court; the Bibliographic Ontology has.
_DECISION = "http://purl.org/ontology/bibo/LegalDecision"
# They would end the script, or begin a comment in it.
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def cite(context: Context, case: Case) -> Cite:
    """Return the citation of a case in every form, and what that of a paragraph is made of."""
    citation, locale = context.citation(case), context.locale
    point, foreign = pinpoint(citation, locale), _in_other_languages(context, case)
    return Cite(
        forms=(
            CitationForm(locale.text("cite.forms.words"), _marked(in_words(citation, locale), foreign), False, None),
            CitationForm(locale.text("cite.forms.oscola"), _marked(in_oscola(citation, locale), foreign), False, None),
            _for_programs(context, case, "bibtex", "bib", as_bibtex(citation)),
            _for_programs(context, case, "ris", "ris", as_ris(citation)),
            _for_programs(context, case, "csl", "csl.json", all_as_csl([citation])),
        ),
        pinpoint=PinpointParts(point.before, point.after, point.address),
        address=citation.address,
        metadata=_metadata(citation, context.title(case).lang),
    )


def _in_other_languages(context: Context, case: Case) -> dict[str, str]:
    """Return text → tag of what stands in a citation in another language than the page's."""
    catalogue, later = context.library.catalogue, context.library.citations.later.get(case.id, ())
    cited = (case, *(catalogue.by_id[key] for key in later))
    title = context.title(case)
    labels = [title, replace(title, text=oscola_title(title.text)), context.label("kinds", case.record.kind)]
    decisions: list[CaseRecord | LaterDecision] = [one.record for one in cited]
    decisions += [later for one in cited for later in one.record.later]
    for decision in decisions:
        labels += [context.label("courts", decision.court), context.label("outcomes", decision.outcome)]
    foreign = {one_line(label.text): label.lang for label in labels if label.lang}
    english = {applications(case.record.case_numbers): lang} if (lang := context.lang("en")) else {}
    return {text: tag for text, tag in {**foreign, **english}.items() if text}


def _marked(text: str, foreign: Mapping[str, str]) -> Label:
    """Return a citation whose parts in other languages are marked as such."""
    if not foreign:
        return Label(text)
    longest_first = sorted(foreign, key=len, reverse=True)
    parts = re.split(f"({'|'.join(re.escape(words) for words in longest_first)})", text)
    return Label(text, pieces=tuple(Label(part, foreign.get(part)) for part in parts if part))


def _for_programs(context: Context, case: Case, name: str, extension: str, text: str) -> CitationForm:
    address = urls.export(context.language, case.id, extension)
    label = Label(f"{case.id}.{extension}")
    return CitationForm(
        name=context.locale.text(f"cite.forms.{name}"),
        text=Label(text.replace("\r\n", "\n").rstrip("\n")),
        lines=True,
        file=Link(label, address),
    )


def _metadata(citation: Citation, lang: str | None) -> CaseMetadata:
    """Return what is true of a case and known: an ECLI only where it is official, no address that does not exist.

    ``lang`` is the tag of its title and summary where they are not in the language of the page.
    """
    entries = (
        *(MetaEntry(f"z:{name}", "", content, None) for name, content in _zotero(citation)),
        *(
            MetaEntry(name, "", content, lang if name in _OF_THE_CASE else None)
            for name, content in _dublin_core(citation)
        ),
        *(MetaEntry(name, f"dcterms:{term}", content, None) for name, term, content in _not_for_zotero(citation)),
    )
    return CaseMetadata(_SCHEMAS, tuple(entry for entry in entries if entry.content), _json_ld(citation))


# What stands in the language of the case, not in that of the page.
_OF_THE_CASE = ("DC.title", "DCTERMS.abstract")


def _zotero(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield fields of Zotero by their own names; its "history" is what later decisions made of the case."""
    yield "itemType", "case"
    yield "court", citation.court
    yield "docketNumber", "; ".join(citation.numbers)
    yield "dateDecided", citation.decided.iso
    yield "history", "; ".join(citation.history)
    yield "extra", citation.ecli


def _dublin_core(citation: Citation) -> Iterator[tuple[str, str]]:
    """Yield Dublin Core, of which the terms are those that the ECLI standard asks for."""
    yield "DC.title", citation.title
    yield "DC.language", citation.language
    yield from (("DC.subject", keyword) for keyword in citation.keywords)
    yield "DCTERMS.abstract", citation.abstract
    yield "DCTERMS.identifier", citation.address
    yield "DCTERMS.isVersionOf", citation.ecli
    yield "DCTERMS.date", citation.decided.iso
    yield "DCTERMS.language", citation.language
    yield "DCTERMS.publisher", citation.collection
    yield "DCTERMS.type", citation.kind
    yield "DCTERMS.accessRights", "public"


def _not_for_zotero(citation: Citation) -> Iterator[tuple[str, str, str]]:
    """Yield name, term, value: under these terms Zotero would take the court for a person, and a country for a shelf.

    It reads ``name``, which says nothing to it, and not ``property``. An ECLI tells its country.
    """
    yield "court", "creator", citation.court
    yield "jurisdiction", "coverage", citation.ecli.split(":")[1] if citation.ecli else ""


def _json_ld(citation: Citation) -> str:
    work: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "CreativeWork",
        "additionalType": _DECISION,
        "name": citation.title,
        "creator": {"@type": "Organization", "name": citation.court},
        "dateCreated": citation.decided.iso,
        "identifier": [*citation.numbers, *([citation.ecli] if citation.ecli else [])],
        "genre": citation.kind,
        "abstract": citation.abstract,
        "keywords": list(citation.keywords),
        "inLanguage": citation.language,
        "isAccessibleForFree": True,
        "isPartOf": {"@type": "Collection", "name": citation.collection},
        "url": citation.address,
    }
    text = json.dumps({name: value for name, value in work.items() if value}, ensure_ascii=False)
    return "".join(_UNSAFE.get(sign, sign) for sign in text)
