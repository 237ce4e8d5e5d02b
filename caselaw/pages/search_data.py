"""What the search keeps beside the texts: facets by key, words that find a case, what a result shows, names of laws."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caselaw import urls
from caselaw.catalogue import articles_of
from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.pages.parts import Label
from caselaw.pages.search_parts import LawNames, SearchEntry, SearchLibrary
from caselaw.schema import CaseRecord, Victims
from caselaw.terms import UNKNOWN, Law

_BREAK = "ω"


def search_library(context: Context) -> SearchLibrary:
    """Return what the search of one language knows of all cases, newest first, and of the laws they may apply."""
    lists = context.vocabulary.lists
    laws = (law for name in ("laws", "conventions") for law in lists[name].values() if isinstance(law, Law))
    return SearchLibrary(
        entries=tuple(search_entry(context, case) for case in context.library.catalogue.cases),
        laws=tuple(
            LawNames(
                law.id,
                _names(context, law),
                tuple(article.article for article in law.articles),
            )
            for law in laws
        ),
    )


def _names(context: Context, law: Law) -> tuple[str, ...]:
    """Return every name of a law, its short form in the language of the page first."""
    wordings = (law.short(context.language)[0], *law.abbreviation.values(), *law.labels.values())
    return tuple(dict.fromkeys(wording.text for wording in wordings))


def search_entry(context: Context, case: Case) -> SearchEntry:
    """Return what the search knows of a case; names without a value are left out."""
    record = case.record
    return SearchEntry(
        href=urls.case(context.language, case.id),
        facets=tuple(_facets(case)),
        numbers=(*record.case_numbers, *((record.ecli,) if record.ecli else ())),
        shown=tuple((name, text) for name, text in _shown(context, case) if text),
    )


def _facets(case: Case) -> Iterator[tuple[str, str]]:
    record = case.record
    yield "court", record.court
    yield "year", str(record.decided.year)
    yield "outcome", record.outcome
    yield "language", record.language
    for facet, keys in (
        ("offence", record.offences),
        ("article", tuple(articles_of(case))),
        ("act", tuple(coded.value for coded in record.acts)),
        ("means", tuple(coded.value for coded in record.means)),
        ("purpose", tuple(coded.value for coded in record.purposes)),
        ("topic", record.topics),
        ("victim", tuple(_victim_groups(record.victims)) if record.victims else ()),
    ):
        yield from ((facet, key) for key in dict.fromkeys(keys))


def _victim_groups(victims: Victims) -> Iterator[str]:
    """Yield groups of victims: age, sex, vulnerabilities, each with a prefix since "child" is a vulnerability too."""
    yield from (f"age-{group}" for group in ("adults", "children") if getattr(victims, group))
    if victims.sex and victims.sex != UNKNOWN:
        yield f"sex-{victims.sex}"
    yield from (f"group-{key}" for key in victims.vulnerabilities if key != UNKNOWN)


def search_words(context: Context, case: Case) -> tuple[tuple[str, str], ...]:
    """Return the (name, words) by which a search finds a case beside its text; Pagefind keeps no empty value."""
    return tuple((name, words) for name, words in _words(context, case) if words)


def _words(context: Context, case: Case) -> Iterator[tuple[str, str]]:
    record = case.record
    court = context.vocabulary.court(record.court)
    names = [wording.text for wording in court.labels.values()]
    yield "title", _apart([record.title])
    yield "court", _apart(dict.fromkeys([*names, *([court.place] if court.place else [])]))
    yield "number", _apart(record.case_numbers)
    yield "date", _apart([context.date(record.decided).text])
    yield "terms", _apart(dict.fromkeys(_coded_terms(context, record)))


def _apart(values: Iterable[str]) -> str:
    """Return values with a word between them that nobody types, so that no phrase is found across two of them."""
    return f" {_BREAK} ".join(values)


def _coded_terms(context: Context, record: CaseRecord) -> Iterator[str]:
    """Yield the labels of what is coded, so that a search finds them where the text has other words."""
    for vocabulary, keys in (
        ("outcomes", (record.outcome,)),
        ("offences", record.offences),
        ("purposes", tuple(coded.value for coded in record.purposes)),
        ("topics", record.topics),
        ("sectors", record.sectors),
    ):
        yield from (context.label(vocabulary, key).text for key in keys)


def _shown(context: Context, case: Case) -> Iterator[tuple[str, str | tuple[str, ...]]]:
    """Yield what stands in a result; ``iso`` and ``ecli`` are for exports, ``lang`` is the tag of a foreign text."""
    record = case.record
    yield "title", record.title
    yield "court", _marked(context, context.label("courts", record.court))
    yield "number", "; ".join(record.case_numbers)
    yield "date", context.date(record.decided).text
    yield "iso", record.decided.iso
    yield "outcome", _marked(context, context.label("outcomes", record.outcome))
    yield "status", _status(context, case)
    yield "language", context.label("languages", record.language).text
    yield "offences", tuple(_marked(context, context.label("offences", key)) for key in record.offences)
    yield "ecli", record.ecli or ""
    yield "lang", context.case_lang(case) or ""


def _marked(context: Context, label: Label) -> str:
    """Return a label with the mark of a wording that was not verified, as the page of a case shows it."""
    return label.text if label.verified else label.text + context.locale.text("marks.label")


def _status(context: Context, case: Case) -> str:
    """Return what later decisions of the same proceedings made of this one, in one line and in their order."""
    records = [
        context.library.catalogue.by_id[later].record for later in context.library.citations.later.get(case.id, ())
    ]
    if not records:
        return context.locale.text("search.no_later_decision")
    decisions = (
        context.locale.text(
            "search.decision",
            outcome=_marked(context, context.label("outcomes", record.outcome)),
            court=context.label("courts", record.court).text,
            date=context.date(record.decided).text,
        )
        for record in records
    )
    return context.locale.text("search.later_decisions", decisions="; ".join(decisions))
