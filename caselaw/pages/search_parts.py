"""The parts of the search: what it knows of each case, its filters with their values, examples of queries."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from caselaw.pages.parts import Label


@dataclass(frozen=True)
class SearchEntry:
    """What the search knows of a case beside its texts.

    A facet is a way to narrow a search: court, year, offence …; each pair of ``facets`` is (facet, key).
    """

    id: str
    facets: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]  # case numbers and ECLI as printed
    shown: Mapping[str, object]  # what a result shows: texts, lists of keys, titles by language


@dataclass(frozen=True)
class SearchDocument:
    """One text of a case as the index gets it: the title, then paragraphs and headings in their order."""

    case: str
    title: str
    parts: tuple[tuple[str, str], ...]  # (id such as "p12" or "", HTML)
    words: tuple[tuple[str, str], ...]  # (name, words) by which a search finds it beside its text


@dataclass(frozen=True)
class LawNames:
    """A law with everything by which a query may call it, in any language, and its articles."""

    key: str
    short: Mapping[str, str]  # by language, to call it by
    names: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True)
class SearchLibrary:
    """What the search is made of: cases, the newest first, their texts by language, laws, terms."""

    entries: tuple[SearchEntry, ...]
    documents: Mapping[str, tuple[SearchDocument, ...]]
    laws: tuple[LawNames, ...]
    terms: tuple[Mapping[str, tuple[str, ...]], ...]  # language → wordings


@dataclass(frozen=True)
class SearchOption:
    """One value of a search filter; ``value`` is a key, the same that ``SearchEntry.facets`` holds."""

    value: str
    label: Label
    count: int


@dataclass(frozen=True)
class SearchOptionGroup:
    """Values under one heading, such as the courts of one level; the heading is absent where there is one group."""

    heading: Label | None
    options: tuple[SearchOption, ...]


@dataclass(frozen=True)
class SearchFilter:
    """A facet that can be chosen from: its values in the order of display."""

    name: str
    label: str
    groups: tuple[SearchOptionGroup, ...]


@dataclass(frozen=True)
class SearchExample:
    """A search that shows how to search: what to type, where that leads, and what it does."""

    query: Label
    href: str
    help: str
