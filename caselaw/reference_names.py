"""What the cases of a library are called: the keys of their numbers, their titles and short names, compiled once."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import escape

from caselaw.case_numbers import normalise
from caselaw.checks import Case
from caselaw.vocabulary import COUNTRIES

DIGITS = re.compile(r"(?<!\d)\d{1,6}/\d{2,5}(?![\w/]|[-.:]\w)")
NEUTRAL = re.compile(r"\[(?:19|20)\d\d\]\s+[A-Z]\w+(?:\s+[A-Z][a-z]+)?\s+\d+(?:\s+\([A-Z]\w+\))?(?!\w)")
ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?", re.IGNORECASE)
CAPITALISED = re.compile(r"(?<![\w.\-])[^\W\d_a-z][^\W\d_]*")
VERSUS = re.compile(r"\s(?:v\.?|vs\.?|c\.|kundër|protiv)\s", re.IGNORECASE)
# As the Court of Justice numbers its cases: only with the hyphen, or "C.nr. 66/21" of any court were one.
HYPHENATED = re.compile(r"[CTF][-\u2010-\u2013]\d{1,4}/\d{2}")

_ANY_NUMBER = re.compile(rf"{DIGITS.pattern}|{NEUTRAL.pattern}")  # others are read as they are printed, like titles
_STAGE = re.compile(r"\s*(?:\[GC\]|\((?:dec|déc|GC|Grand Chamber)\.?\))$")
_DECISION = re.compile(r"\(d[eé]c\.?\)$")
_GRAND_CHAMBER = re.compile(r"\[GC\]|\(GC\)|Grand Chamber")
_SHORT = re.compile(r"[^\W\d_a-z][^\W\d_]{4,}")
# Parties of many cases, which are also words of any text.
_PARTIES = frozenset(
    "Attorney Commission Council Court Crown Director Government Minister Ministry People Prosecution Prosecutor Queen "
    "Regina Republic Secretary Special State States United Others Kosovo".split()
) | frozenset(word for name in COUNTRIES.values() for word in name.split())


@dataclass(frozen=True)
class Name:
    """A title or short name, its pattern in HTML, and the cases of that name; generic ones may be any text's words."""

    pattern: re.Pattern[str]
    is_short: bool
    is_generic: bool
    cases: frozenset[str]


@dataclass(frozen=True)
class Facts:
    """What a citation says of a case beside its name."""

    court: str
    keys: frozenset[str]  # of its numbers and its ECLI
    decided: str  # YYYY, YYYY-MM or YYYY-MM-DD
    is_grand_chamber: bool
    is_decision: bool


def facts_of(case: Case) -> Facts:
    """Return what citations of a case can be held against."""
    record = case.record
    keys = {normalise(number) for number in record.case_numbers} | ({record.ecli.upper()} if record.ecli else set())
    is_decision = bool(_DECISION.search(record.title)) or (
        record.ecli is not None and "DEC" in record.ecli.split(":")[-1]
    )
    is_grand = bool(_GRAND_CHAMBER.search(f"{record.title} {record.formation or ''}"))
    return Facts(record.court, frozenset(keys), record.decided.iso, is_grand, is_decision)


def number_keys(cases: Iterable[Case]) -> Mapping[str, frozenset[str]]:
    """Return the cases by the keys of their numbers and ECLIs; a hyphenated number keeps its hyphen: ``C-66/2021``."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for case in cases:
        for number in case.record.case_numbers:
            found[number_key(number)].add(case.id)
        if case.record.ecli:
            found[case.record.ecli.upper()].add(case.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def number_key(number: str) -> str:
    """Return the key of a number as printed somewhere."""
    key = normalise(number)
    return f"{key[0]}-{key[1:]}" if HYPHENATED.fullmatch(number) else key


def names_of(cases: Iterable[Case]) -> Mapping[str, tuple[Name, ...]]:
    """Return titles and short names by their first letters, the longest first; of short names only unique ones."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    short: defaultdict[str, set[str]] = defaultdict(set)
    numbers = set()
    for case in cases:
        for title in _titles(case):
            titles[title].add(case.id)
            if name := _short_name(title):
                short[name].add(case.id)
        for number in _printed_numbers(case):
            titles[number].add(case.id)
            numbers.add(number)
    names: defaultdict[str, list[Name]] = defaultdict(list)
    unique = {name: ids for name, ids in short.items() if len(ids) == 1}
    for name, ids in sorted((*titles.items(), *unique.items()), key=lambda entry: (-len(entry[0]), entry[0])):
        if first := CAPITALISED.match(name):
            is_short = name in unique
            is_generic = not is_short and name not in numbers and _is_generic(name)
            names[first[0]].append(Name(_pattern(name), is_short, is_generic, frozenset(ids)))
    return {first: tuple(found) for first, found in names.items()}


def _titles(case: Case) -> Iterator[str]:
    for title in (case.record.title, *(one.record.title for one in case.translations.values())):
        plain = _STAGE.sub("", " ".join(title.split()))
        if " " in plain:
            yield plain


def _printed_numbers(case: Case) -> Iterator[str]:
    """Yield those numbers that only count as they are printed."""
    yield from (n for n in case.record.case_numbers if len(n) > 5 and not _ANY_NUMBER.search(n))


def _is_generic(title: str) -> bool:
    """Whether a title may be words of any text: "Labour exploitation", but not "A. v. B." or "Medicus (retrial)"."""
    return not VERSUS.search(title) and not re.search(r"[\d(\[]", title)


def _short_name(title: str) -> str | None:
    """Return "Rantsev" of "Rantsev v. Cyprus and Russia", "Chowdury" of "Chowdury and Others v. Greece"."""
    parties = VERSUS.split(title, maxsplit=1)
    word = parties[0].split()[0]
    alone = re.fullmatch(rf"{re.escape(word)}(?: (?:and|dhe|i) \w+)?", parties[0])
    return word if len(parties) == 2 and alone and _SHORT.fullmatch(word) and word not in _PARTIES else None


@lru_cache(maxsize=50_000)  # the preview makes the names of a library again and again
def _pattern(name: str) -> re.Pattern[str]:
    words = (re.escape(escape(word, quote=False)) for word in name.split())
    variants = {"v": r"v\.?", r"v\.": r"v\.?", "others": "[Oo]thers", "Others": "[Oo]thers"}
    return re.compile(r"\s+".join(variants.get(word, word) for word in words) + r"(?!\w|[-/]\w)")
