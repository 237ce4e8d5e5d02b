"""The parts of the search: what it knows of each case, its filters with their values, examples of queries."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import Label


@dataclass(frozen=True)
class SearchEntry:
    """What the search knows of a case beside its text.

    A facet is a way to narrow a search: court, year, offence …; each pair of ``facets`` is (facet, key).
    """

    href: str  # site address of the case
    facets: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]  # case numbers and ECLI as printed
    shown: tuple[tuple[str, str | tuple[str, ...]], ...]  # (name, text or texts): what a result shows


@dataclass(frozen=True)
class LawNames:
    """A law with everything by which a query may call it, in any language, and its articles."""

    key: str
    names: tuple[str, ...]
    articles: tuple[str, ...]


@dataclass(frozen=True)
class SearchLibrary:
    """What the search of one language is made of beside the texts; the newest case first."""

    entries: tuple[SearchEntry, ...]
    laws: tuple[LawNames, ...]


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
