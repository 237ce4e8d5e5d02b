"""All that is looked for in one text, each place under the gravest of what it may be."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Iterator, Set
from functools import lru_cache

from caselaw.codes import Code, Severity
from caselaw.safety.apposition import find_apposed
from caselaw.safety.births import find_birth_dates
from caselaw.safety.contacts import find_calling_addresses, find_emails, find_phones
from caselaw.safety.findings import Finding, Span, finding
from caselaw.safety.letters import composed, lowered, without_addresses
from caselaw.safety.numbers import find_accounts, find_jmbg, find_personal_numbers
from caselaw.safety.papers import find_papers
from caselaw.safety.people import find_people, find_people_in_names, role_at_the_end
from caselaw.safety.places import find_addresses, find_coordinates, find_narrowing, find_plates
from caselaw.safety.relatives import find_introduced
from caselaw.safety.streets import find_titled_streets

# Too short for a role and a name beside it.
_SHORTEST = 11
# Many fields of many files say the same, and messages are masked again and again: what was found in the last of these
# short texts is remembered.
_REMEMBERED = 10_000
_SHORT = 400
# Where a paragraph or an entry of a list begins, behind "[2] ", "- ", "1. ".
_BEGIN = re.compile(r"\A\s*(?:(?:\[\d+\]|[-*•]|\d+[.)])\s*)?|\n\s*(?:[-*•]|\d+[.)])\s*")
_FIGURE = re.compile(r"\d")
# Fewer figures than this make no number of anything that is looked for but an address.
_FIGURES = re.compile(r"\d(?:\W{0,3}\d){4}")


def find_personal_data(text: str, public: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Return what may be personal data in ``text``, in the order of its places; no two of them overlap.

    Of two that overlap an error stays, never a warning in its place; of two alike the surer one. ``public`` are words
    in small letters that names in titles of published cases consist of: they pass as names. A text is looked at as a
    whole: give one paragraph or field at a time where that matters.
    """
    return _apart(_all_in(text, public))


def find_in_file_name(name: str) -> tuple[Finding, ...]:
    """Return what may be personal data in the name of a file or folder, in which spaces are written as other signs."""
    return _apart((*_all_in(name.replace("_", " "), frozenset()), *find_people_in_names(name)))


def find_names_below(above: str, text: str, public: frozenset[str] = frozenset()) -> tuple[Finding, ...]:
    """Return what may be names of victims in a paragraph or list because what is ``above`` ends in their role."""
    role = role_at_the_end(above)
    if not role:
        return ()
    known = {(found.start, found.end) for found in find_personal_data(text, public)}
    lead = f"{role}: "
    entries = list(_BEGIN.finditer(text))
    ends = [*(entry.start() for entry in entries[1:]), len(text)]
    spans = (
        (found.start - len(lead) + entry.end(), found.end - len(lead) + entry.end())
        for entry, end in zip(entries, ends, strict=True)
        for found in find_personal_data(lead + text[entry.end() : end], public)
        if found.code in (Code.VICTIM_NAMED, Code.VICTIM_PERHAPS_NAMED)
    )
    return tuple(finding(Code.VICTIM_PERHAPS_NAMED, *span) for span in spans if span not in known)


def spans_of_personal_data(text: str) -> tuple[Span, ...]:
    """Return all that is to be hidden of ``text``: the places of everything found, also of what was not surest."""
    spans: list[Span] = []
    found_there = (*_all_in(text, frozenset()), *find_people_in_names(text))
    for found in sorted(found_there, key=lambda one: one.start):
        if spans and found.start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], found.end))
        else:
            spans.append((found.start, found.end))
    return tuple(spans)


def _all_in(text: str, public: frozenset[str]) -> tuple[Finding, ...]:
    return (_remembered if len(text) <= _SHORT else _look_for_all)(text, public)


def _look_for_all(text: str, public: frozenset[str]) -> tuple[Finding, ...]:
    if len(text) < _SHORTEST and not _FIGURE.search(text) and "@" not in text:
        return ()
    whole, places = composed(text)
    found = tuple(_candidates(whole, public))
    if places is None:
        return found
    return tuple(Finding(one.code, one.severity, places[one.start], places[one.end]) for one in found)


_remembered = lru_cache(_REMEMBERED)(_look_for_all)


def _apart(candidates: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return those that no graver or surer one overlaps, in the order of their places."""
    kept: list[Finding] = []
    for candidate in sorted(candidates, key=lambda one: one.severity is not Severity.ERROR):
        place = bisect(kept, candidate.start, key=lambda one: one.start)
        is_free_before = place == 0 or kept[place - 1].end <= candidate.start
        if is_free_before and (place == len(kept) or candidate.end <= kept[place].start):
            kept.insert(place, candidate)
    return tuple(kept)


def _candidates(text: str, public: Set[str]) -> Iterator[Finding]:
    """Yield what was found, what is surer before what is less so."""
    lower = lowered(text)
    yield from find_emails(text)
    plain = without_addresses(text)
    has_figure = _FIGURE.search(text) is not None
    if has_figure:
        yield from find_birth_dates(plain, lower)
        yield from find_coordinates(text)
        yield from find_plates(plain)
        yield from find_narrowing(plain)
        yield from find_papers(plain, lower)
    if has_figure and _FIGURES.search(plain):
        yield from find_jmbg(plain)
        yield from find_accounts(plain)
        yield from find_phones(plain, lower)
        yield from find_personal_numbers(plain)
    if plain is not text or "tel:" in lower or "sms:" in lower:
        yield from find_calling_addresses(text)
    if has_figure or "rr" in lower or "ul" in lower:
        yield from find_addresses(plain, lower)
    if has_figure:
        yield from find_titled_streets(plain, lower)
    yield from find_apposed(plain, lower, public)
    yield from find_people(plain, lower, public)
    yield from find_introduced(plain, lower, public)


def words_of(titles: Iterator[str]) -> frozenset[str]:
    """Return the words in small letters that titles consist of, for ``public``."""
    return frozenset(word for title in titles for word in re.findall(r"[\w’'-]+", title.lower()))
