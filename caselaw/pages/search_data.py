"""What the search is made of: facets by key, the texts, words that find a case, what a result shows, names of laws."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape

from caselaw.checks import Case
from caselaw.coding import Victims
from caselaw.markdown import TextBlock
from caselaw.pages.context import Library
from caselaw.pages.search_parts import LawNames, SearchDocument, SearchEntry, SearchLibrary
from caselaw.schema import CaseRecord, LaterDecision
from caselaw.status import NOT_KNOWN
from caselaw.terms import UNKNOWN, Law
from caselaw.transliteration import latin

_BREAK = "ω"
# Initials with a space between them; the index keeps letters together that no space parts.
_SPACED_INITIALS = re.compile(r"(?<![^\W_])([^\W\d_])\.\s+(?=([^\W\d_])\.)")


def search_library(library: Library) -> SearchLibrary:
    """Return what the search knows of all cases, the newest first, and of the laws they may apply."""
    lists = library.vocabulary.lists
    documents: defaultdict[str, list[SearchDocument]] = defaultdict(list)
    for case in library.catalogue.cases:
        for language, document in _documents(library, case):
            documents[language].append(document)
    return SearchLibrary(
        entries=tuple(search_entry(library, case) for case in library.catalogue.cases),
        documents={language: tuple(documents[language]) for language in sorted(documents)},
        laws=tuple(_law_names(law) for law in library.vocabulary.all_laws()),
        terms=tuple(
            {language: tuple(wording.text.split(" / ")) for language, wording in term.labels.items()}
            for term in lists["glossary"].values()
        ),
    )


def _law_names(law: Law) -> LawNames:
    short = {language: wording.text for language, wording in law.abbreviation.items()}
    names = (*short.values(), *(wording.text for wording in law.labels.values()))
    return LawNames(law.id, short, tuple(dict.fromkeys(names)), tuple(article.article for article in law.articles))


def search_entry(library: Library, case: Case) -> SearchEntry:
    """Return what the search knows of a case; names without a value are left out."""
    record = case.record
    return SearchEntry(
        id=case.id,
        facets=tuple(_facets(case)),
        numbers=(*record.case_numbers, *((record.ecli,) if record.ecli else ())),
        shown={name: value for name, value in _shown(library, case) if value},
    )


def _facets(case: Case) -> Iterator[tuple[str, str]]:
    record = case.record
    yield "court", record.court
    yield "year", str(record.decided.year)
    yield "outcome", record.outcome
    for facet, keys in (
        ("language", case.text_languages),
        ("offence", record.offences),
        ("article", case.record.articles),
        ("act", tuple(coded.value for coded in record.acts)),
        ("means", tuple(coded.value for coded in record.means)),
        ("purpose", tuple(coded.value for coded in record.purposes)),
        ("topic", tuple(topic.value for topic in record.topics)),
        ("victim", tuple(_victim_groups(record.victims)) if record.victims else ()),
    ):
        yield from ((facet, key) for key in dict.fromkeys(keys))


def _victim_groups(victims: Victims) -> Iterator[str]:
    """Yield groups of victims: age, sex, vulnerabilities, each with a prefix since "child" is a vulnerability too."""
    yield from (f"age-{group}" for group in ("adults", "children") if getattr(victims, group))
    if victims.sex and victims.sex != UNKNOWN:
        yield f"sex-{victims.sex}"
    yield from (f"group-{key}" for key in victims.vulnerabilities if key != UNKNOWN)


def _documents(library: Library, case: Case) -> Iterator[tuple[str, SearchDocument]]:
    """Yield the texts of a case with their languages; Cyrillic is indexed as Latin, as every query is read."""
    for language in (case.record.language, *case.translations):
        version = case.version(language)
        blocks = version.text.blocks if version.text_language == language else ()
        parts = (("", f"<p>{escape(version.summary, quote=False)}</p>"), *(_part(block) for block in blocks))
        words = tuple((name, _indexed(words)) for name, words in _words(library, case, language) if words)
        yield (
            language,
            SearchDocument(case.id, _indexed(version.title), tuple((id, _indexed(html)) for id, html in parts), words),
        )


def _indexed(text: str) -> str:
    """Return a text as it is indexed: in Latin letters, initials together."""
    return _SPACED_INITIALS.sub(_without_space, latin(text))


def _without_space(initials: re.Match[str]) -> str:
    """Return an initial alone where another follows; the “v.” of “S.M. v. Croatia” is none."""
    return f"{initials[1]}." if initials[1].isupper() and initials[2].isupper() else initials[0]


def _part(block: TextBlock) -> tuple[str, str]:
    if block.kind == "paragraph":
        return f"p{block.number}", f'<p id="p{block.number}">{block.html}</p>'
    if block.kind == "heading":
        return str(block.id), f'<h{block.level} id="{block.id}">{block.html}</h{block.level}>'
    return "", block.html


def _words(library: Library, case: Case, language: str) -> Iterator[tuple[str, str]]:
    """Yield what finds a text beside its words; the original is found by the name of its court in any language."""
    record = case.record
    court = library.vocabulary.court(record.court)
    is_original = language == record.language
    names = [wording.text for wording in (court.labels.values() if is_original else [court.label(language)[0]])]
    yield "title", _apart([case.version(language).title])
    yield "court", _apart(dict.fromkeys([*names, *([court.place] if court.place else [])]))
    yield "number", _apart(record.case_numbers)
    yield "date", _apart(dict.fromkeys(locale.date(record.decided.iso) for locale in library.locales))
    yield "terms", _apart(dict.fromkeys(_coded_terms(library, record, language)))


def _apart(values: Iterable[str]) -> str:
    """Return values with a word between them that nobody types, so that no phrase is found across two of them."""
    return f" {_BREAK} ".join(values)


def _coded_terms(library: Library, record: CaseRecord, language: str) -> Iterator[str]:
    """Yield the labels of what is coded, so that a search finds them where the text has other words."""
    for vocabulary, keys in (
        ("outcomes", (record.outcome,)),
        ("offences", record.offences),
        ("purposes", tuple(coded.value for coded in record.purposes)),
        ("topics", tuple(topic.value for topic in record.topics)),
        ("sectors", record.sectors),
    ):
        yield from (library.vocabulary.term(vocabulary, key).label(language)[0].text for key in keys)


def _shown(library: Library, case: Case) -> Iterator[tuple[str, object]]:
    """Yield what a result shows: keys, whose labels stand on the search page in its own language, and titles."""
    record = case.record
    yield "titles", {language: case.version(language).title for language in (case.record.language, *case.translations)}
    yield "own", record.language
    yield "court", record.court
    yield "number", "; ".join(record.case_numbers)
    yield "decided", record.decided.iso
    yield "outcome", record.outcome
    yield "later", _later(library, case)
    status = library.status(case.id)
    yield "effect", "" if status.effect == NOT_KNOWN else status.effect
    yield "unsure", int(status.unverified)  # left out where it is 0
    yield "offences", record.offences
    yield "ecli", record.ecli or ""


def _later(library: Library, case: Case) -> list[list[str]]:
    """Return the later decisions of the proceedings, those without a page last: outcome, court, date or nothing."""
    cases = [library.catalogue.by_id[key] for key in library.citations.later.get(case.id, ())]
    decisions: list[CaseRecord | LaterDecision] = [one.record for one in cases]
    decisions += [later for one in (case, *cases) for later in one.record.later]
    return [[one.outcome, one.court, one.decided.iso if one.decided else ""] for one in decisions]
