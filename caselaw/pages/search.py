"""The search page: its filters with all their values, the ways in without a search, and examples from the library."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from urllib.parse import quote

from caselaw import urls
from caselaw.pages.context import Context
from caselaw.pages.lists import court_groups, offence_groups, year_entries
from caselaw.pages.model import SearchPage
from caselaw.pages.parts import Group, Label
from caselaw.pages.search_data import search_entry
from caselaw.pages.search_parts import SearchEntry, SearchExample, SearchFilter, SearchOption, SearchOptionGroup
from caselaw.pages.site import SECTIONS
from caselaw.values import parse_provision

# Facets whose values are one closed list, and that list.
_LISTS = {
    "outcome": "outcomes",
    "act": "acts",
    "means": "means",
    "purpose": "purposes",
    "topic": "topics",
    "language": "languages",
}
# The groups of victims: prefix of the key, and the closed list where its labels stand.
_VICTIMS = {"age": None, "sex": "sexes", "group": "vulnerabilities"}

Counts = Mapping[str, Counter[str]]  # facet → key → number of cases


def search_page(context: Context) -> SearchPage:
    """Return the search page, with the ways in for readers without scripts and the filters for those with."""
    locale, cases = context.locale, context.library.catalogue.cases
    entries = [search_entry(context.library, case) for case in cases]
    return SearchPage(
        frame=context.frame(
            urls.text_page(context.language, "search"),
            locale.text("search.title"),
            locale.text("search.description"),
            tells_of_cases=True,  # in its examples
        ),
        ways_in=tuple(
            context.counted(context.section(name).label, urls.index(context.language, name), _listed(context, name))
            for name in SECTIONS
        ),
        filters=tuple(_filters(context, _count(entries))),
        years=year_entries(context),
        tags=_tags(context),
        dates=_dates(context),
        common_words=_common_words(context),
        examples=tuple(_examples(context, entries)),
    )


def _listed(context: Context, section: str) -> int:
    """Return how many cases a section lists; a case may be without a topic, or name no provision."""
    catalogue = context.library.catalogue
    if section == "laws":
        return len({case.id for cases in catalogue.by_article.values() for case in cases})
    if section == "topics":
        return sum(bool(case.record.topics) for case in catalogue.cases)
    return len(catalogue.cases)


def _tags(context: Context) -> str:
    """Return the BCP 47 tags of the languages of texts, as JSON."""
    languages = context.vocabulary.lists["languages"]
    return json.dumps({key: context.vocabulary.language_tag(key) for key in languages})


def _dates(context: Context) -> str:
    """Return how the language writes the dates of a year, as JSON: twelve with a day, then twelve without.

    ``{d}`` and ``{y}`` stand for day and year; not every browser knows every language.
    """
    dates = [context.locale.date(f"2001-{month:02}-22") for month in range(1, 13)]
    dates += [context.locale.date(f"2001-{month:02}") for month in range(1, 13)]
    return json.dumps([date.replace("22", "{d}").replace("2001", "{y}") for date in dates], ensure_ascii=False)


def _common_words(context: Context) -> str:
    """Return the words that a search leaves out, of all languages, for a query may be in any of them."""
    words = (locale.text("search.common_words").split() for locale in context.library.locales)
    return " ".join(dict.fromkeys(chain.from_iterable(words)))


def _count(entries: Iterable[SearchEntry]) -> Counts:
    counts: dict[str, Counter[str]] = {}
    for entry in entries:
        for facet, key in entry.facets:
            counts.setdefault(facet, Counter())[key] += 1
    return counts


def _filters(context: Context, counts: Counts) -> Iterator[SearchFilter]:
    groups = {
        "court": _from_index(court_groups(context)),
        "offence": _from_index(offence_groups(context)),
        "outcome": _from_list(context, counts, "outcome"),
        "article": _articles(context, counts),
        "act": _from_list(context, counts, "act"),
        "means": _from_list(context, counts, "means"),
        "purpose": _from_list(context, counts, "purpose"),
        "topic": _from_list(context, counts, "topic"),
        "victim": _victims(context, counts),
        "language": _from_list(context, counts, "language"),
    }
    for name, found in groups.items():
        if found:
            yield SearchFilter(name, context.locale.text(f"search.filter.{name}"), found)


def _from_index(groups: tuple[Group, ...]) -> tuple[SearchOptionGroup, ...]:
    """Return the values of a filter from ways in: ``en/courts/sc/index.html`` leads to the court ``sc``."""
    return tuple(
        SearchOptionGroup(
            group.heading,
            tuple(
                SearchOption(entry.link.href.split("/")[-2], entry.link.label, entry.count) for entry in group.entries
            ),
        )
        for group in groups
    )


def _from_list(context: Context, counts: Counts, facet: str) -> tuple[SearchOptionGroup, ...]:
    name, counted = _LISTS[facet], counts.get(facet, Counter())
    return _group(
        None,
        [
            SearchOption(key, context.label(name, key), counted[key])
            for key in context.vocabulary.lists[name]
            if counted[key]
        ],
    )


def _articles(context: Context, counts: Counts) -> tuple[SearchOptionGroup, ...]:
    """Return the articles that cases apply, grouped by law, in the order of the laws."""
    counted = counts.get("article", Counter())
    groups: list[SearchOptionGroup] = []
    for law in context.vocabulary.all_laws():
        keys = [f"{law.id}/{article.article}" for article in law.articles]
        options = [
            SearchOption(key, context.provision(parse_provision(key)), counted[key]) for key in keys if counted[key]
        ]
        groups += _group(context.wording(*law.label(context.language)), options)
    return tuple(groups)


def _victims(context: Context, counts: Counts) -> tuple[SearchOptionGroup, ...]:
    counted = counts.get("victim", Counter())
    groups: list[SearchOptionGroup] = []
    for prefix, name in _VICTIMS.items():
        keys = ("adults", "children") if name is None else context.vocabulary.lists[name]
        options = [
            SearchOption(
                f"{prefix}-{key}",
                context.label(name, key) if name else Label(context.locale.text(f"search.victims.{key}")),
                counted[f"{prefix}-{key}"],
            )
            for key in keys
            if counted[f"{prefix}-{key}"]
        ]
        groups += _group(Label(context.locale.text(f"search.victims.{prefix}")), options)
    return tuple(groups)


def _group(heading: Label | None, options: list[SearchOption]) -> tuple[SearchOptionGroup, ...]:
    return (SearchOptionGroup(heading, tuple(options)),) if options else ()


def _examples(context: Context, entries: list[SearchEntry]) -> Iterator[SearchExample]:
    """Yield searches that find something in this very library."""
    address = urls.text_page(context.language, "search")

    def example(query: str | Label, kind: str) -> SearchExample:
        label = query if isinstance(query, Label) else Label(query)
        return SearchExample(
            label, f"{address}?q={quote(label.text, safe='')}", context.locale.text(f"search.example.{kind}_help")
        )

    yield example(context.locale.text("search.example.words"), "words")
    phrase = context.locale.text("search.example.phrase")
    yield example(context.locale.text("quoted", text=phrase), "phrase")
    number = next((number for entry in entries for number in entry.numbers), None)
    if number:
        yield example(number, "number")
    articles = _count(entries).get("article")
    if articles:
        (article, _), *_ = articles.most_common(1)
        yield example(context.reference(parse_provision(article)), "article")
    charges = (charge for case in context.library.catalogue.cases for charge in case.record.charges)
    initials = next((charge.defendant for charge in charges if "." in charge.defendant), None)  # a role shows nothing
    if initials:
        yield example(initials, "initials")
