"""Where a text names cases of the library: by number, ECLI, title or short name.

A name counts only where it is unmistakable. What stands around it is looked at: "AP 309/10" is not the case P 309/10,
and "Siliadin v. Belgium" is not Siliadin v. France. Texts are sanitised HTML; nothing is found inside a link or code.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import escape

from caselaw.case_numbers import normalise
from caselaw.checks import Case
from caselaw.vocabulary import COUNTRIES

_TAG = r'<(?:[^<>"]|"[^"]*")*>'
_NOT_TEXT = re.compile(rf"<(a|code)\b.*?</\1>|{_TAG}", re.DOTALL)
_INLINE = re.compile(r"</?(?:em|strong)>")
_ANY_TAG = re.compile(_TAG)

_DIGITS = re.compile(r"(?<!\d)\d{1,6}/\d{2,5}(?![\w/]|[-.:]\w)")
_NEUTRAL = re.compile(r"\[(?:19|20)\d\d\]\s+[A-Z]\w+(?:\s+[A-Z][a-z]+)?\s+\d+(?:\s+\([A-Z]\w+\))?(?!\w)")
_ANY_NUMBER = re.compile(rf"{_DIGITS.pattern}|{_NEUTRAL.pattern}")  # others are read as they are printed, like titles
_ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9](?:[A-Z0-9.]{0,23}[A-Z0-9])?", re.IGNORECASE)
_CAPITALISED = re.compile(r"(?<![\w.\-])[^\W\d_a-z][^\W\d_]*")

_FILLER = re.compile(r"(?:nr|nos?|br|num|numbers?|numri|broj|numër)\.?", re.IGNORECASE)
# Laws have numbers too.
_LAW = re.compile(
    r"laws?|ligj\w*|zakon\w*|regulation|rregullor\w*|uredb\w*|directive|direktiv\w*|gazett?e?", re.IGNORECASE
)
_ABBREVIATION = re.compile(r"[^\W\d_a-z][\w.\-]{0,10}\.|[^\W\d_a-z](?:[.\-]?[^\W\d_a-z]){0,6}")
_COURT = frozenset({"ECHR", "ECTHR", "CEDH"})
_OPENING = "([{«„“”\"'‘’"
_LETTERS = re.compile(r"([^\W\d]+)\d+/\d{4}")
# As a human-rights court numbers its applications; shorter ones, and years, are as often something else.
_APPLICATION = re.compile(r"(?!(?:19|20)\d\d/)\d{4,6}/\d{2}")

_VERSUS = re.compile(r"\s(?:v\.?|vs\.?|c\.|kundër|protiv)\s", re.IGNORECASE)
_STAGE = re.compile(r"\s*(?:\[GC\]|\((?:dec|déc|GC|Grand Chamber)\.?\))$")
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|[Zz]|[Zz]nj|[Gg]|[Gg]đa)\.?\s+$")
_MORE_INITIALS = re.compile(r"\.\s(?:and|dhe|i|et)\s$")
_AND_MORE = re.compile(r"\s(?:and|dhe|i|et)\s(?:(?:the\s)?[^\W\d_a-z]|others?\b|another\b)")
_ANOTHER = re.compile(r"\s(?:v\.?|vs\.?)\s")
_SHORT = re.compile(r"[^\W\d_a-z][^\W\d_]{4,}")
# Parties of many cases, which are also words of any text.
_PARTIES = frozenset(
    "Attorney Commission Council Court Crown Director Government Minister Ministry People Prosecution Prosecutor Queen "
    "Regina Republic Secretary Special State States United Others Kosovo".split()
) | frozenset(word for name in COUNTRIES.values() for word in name.split())


@dataclass(frozen=True)
class Reference:
    """A place in a text that names a case: what stands there, and the cases that it may mean."""

    start: int
    end: int
    words: str
    cases: frozenset[str]  # none: clearly the number of a case, but of none that is known


@dataclass(frozen=True)
class _Name:
    """A title or short name, its pattern in HTML, and the cases of that name."""

    pattern: re.Pattern[str]
    is_short: bool
    cases: frozenset[str]


class Finder:
    """Finds what names any of the given cases; made once for a library."""

    def __init__(self, cases: Iterable[Case]) -> None:
        cases = tuple(cases)
        self._numbers = _numbers(cases)
        self._prefixes = frozenset(match[1] for key in self._numbers if (match := _LETTERS.fullmatch(key)))
        self._names = _names(cases)

    def find(self, html: str) -> tuple[Reference, ...]:
        """Return the references in a piece of sanitised HTML, in order, none of which overlap."""
        found = sorted(self._find(html), key=lambda reference: (reference.start, -reference.end))
        kept: list[Reference] = []
        for reference in found:
            if not kept or reference.start >= kept[-1].end:
                kept.append(reference)
        return tuple(kept)

    def _find(self, html: str) -> Iterator[Reference]:
        for start, end in _text_spans(html):
            for match in _ECLI.finditer(html, start, end):
                yield _reference(match.start(), match.end(), html, self._numbers.get(match[0].upper(), frozenset()))
            for match in _NEUTRAL.finditer(html, start, end):
                if cases := self._numbers.get(normalise(match[0])):
                    yield _reference(match.start(), match.end(), html, cases)
            for match in _DIGITS.finditer(html, start, end):
                yield from self._numbered(html, start, match)
            for match in _CAPITALISED.finditer(html, start, end):
                yield from self._named(html, end, match)

    def _numbered(self, html: str, start: int, digits: re.Match[str]) -> Iterator[Reference]:
        """Yield the case whose number ends in ``digits``: of all readings, the longest that is known."""
        before, _ = _around(html, digits.start(), digits.end())
        for begin in _word_starts(html, start, digits.start()):
            words = html[begin : digits.end()]
            if "/" in html[begin : digits.start()] or _FILLER.match(words.split()[0]):
                continue
            ahead = before[: len(before) - (digits.start() - begin)]
            cases = self._numbers.get(normalise(words), frozenset())
            if (cases or self._is_clearly_a_number(words, ahead)) and _may_begin(words, ahead):
                yield _reference(begin, digits.end(), html, cases)
                return

    def _is_clearly_a_number(self, words: str, ahead: str) -> bool:
        if _APPLICATION.fullmatch(words):
            return bool(_FILLER.fullmatch(_last_word(ahead)))
        match = _LETTERS.fullmatch(normalise(words))
        return match is not None and match[1] in self._prefixes

    def _named(self, html: str, end: int, capitalised: re.Match[str]) -> Iterator[Reference]:
        for name in self._names.get(capitalised[0], ()):
            match = name.pattern.match(html, capitalised.start(), end)
            if match:
                before, after = _around(html, match.start(), match.end())
                if _is_the_name(name, before, after):
                    yield _reference(match.start(), match.end(), html, name.cases)
                return  # a shorter name here would be a part of this one


def _reference(start: int, end: int, html: str, cases: frozenset[str]) -> Reference:
    return Reference(start, end, " ".join(html[start:end].split()), cases)


def _numbers(cases: Iterable[Case]) -> Mapping[str, frozenset[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for case in cases:
        for number in case.record.case_numbers:
            found[normalise(number)].add(case.id)
        if case.record.ecli:
            found[case.record.ecli.upper()].add(case.id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _names(cases: Iterable[Case]) -> Mapping[str, tuple[_Name, ...]]:
    """Return titles and short names by their first letters, the longest first; of short names only unique ones."""
    titles: defaultdict[str, set[str]] = defaultdict(set)
    short: defaultdict[str, set[str]] = defaultdict(set)
    for case in cases:
        for title in _titles(case):
            titles[title].add(case.id)
            if name := _short_name(title):
                short[name].add(case.id)
    names: defaultdict[str, list[_Name]] = defaultdict(list)
    unique = {name: ids for name, ids in short.items() if len(ids) == 1}
    for name, ids in sorted((*titles.items(), *unique.items()), key=lambda entry: (-len(entry[0]), entry[0])):
        if first := _CAPITALISED.match(name):
            names[first[0]].append(_Name(_pattern(name), name in unique, frozenset(ids)))
    return {first: tuple(found) for first, found in names.items()}


def _titles(case: Case) -> Iterator[str]:
    """Yield the titles of a case in every language, and those of its numbers that only count as they are printed."""
    for title in (case.record.title, *(one.record.title for one in case.translations.values())):
        plain = _STAGE.sub("", " ".join(title.split()))
        if " " in plain:
            yield plain
    yield from (n for n in case.record.case_numbers if len(n) > 5 and not _ANY_NUMBER.search(n))


def _short_name(title: str) -> str | None:
    """Return "Rantsev" of "Rantsev v. Cyprus and Russia", "Chowdury" of "Chowdury and Others v. Greece"."""
    parties = _VERSUS.split(title, maxsplit=1)
    word = parties[0].split()[0]
    alone = re.fullmatch(rf"{re.escape(word)}(?: (?:and|dhe|i) \w+)?", parties[0])
    return word if len(parties) == 2 and alone and _SHORT.fullmatch(word) and word not in _PARTIES else None


def _pattern(name: str) -> re.Pattern[str]:
    words = (re.escape(escape(word, quote=False)) for word in name.split())
    variants = {"v": r"v\.?", r"v\.": r"v\.?", "others": "[Oo]thers", "Others": "[Oo]thers"}
    return re.compile(r"\s+".join(variants.get(word, word) for word in words) + r"(?!\w|[-/]\w)")


def _text_spans(html: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what is text, and not in a link or code."""
    start = 0
    for match in _NOT_TEXT.finditer(html):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < len(html):
        yield start, len(html)


def _around(html: str, start: int, end: int) -> tuple[str, str]:
    """Return what readers see just before and just after a place."""
    before, after = html[max(0, start - 200) : start], html[end : end + 200]
    before, after = (_ANY_TAG.sub("\n", _INLINE.sub("", text)) for text in (before, after))
    return before.rpartition(">")[2], after.partition("<")[0]


def _word_starts(html: str, start: int, end: int) -> list[int]:
    """Return where a number may begin that ends at ``end``: the longest reading first, of three words at most."""
    lead = html[max(start, end - 60) : end]
    begins = [match.start() for match in re.finditer(r"\S+", lead)]
    if not lead or lead[-1:].isspace():
        begins.append(len(lead))
    offset = end - len(lead)
    return [offset + begin + _opening(lead[begin:]) for begin in begins[-4:]]


def _opening(text: str) -> int:
    return len(text) - len(text.lstrip(_OPENING))


def _last_word(text: str) -> str:
    words = text.split()
    return words[-1].lstrip(_OPENING) if words and (text[-1:].isspace() or text[-1:] in _OPENING) else ""


def _may_begin(words: str, ahead: str) -> bool:
    """Whether what stands ahead leaves a number as it is: no further letters of it, not the number of a law."""
    if ahead and not ahead[-1].isspace() and ahead[-1] not in _OPENING:
        return False
    last = _last_word(ahead)
    numbered = _FILLER.fullmatch(last) is not None
    if numbered:
        last = _last_word(ahead.rstrip()[: -len(last)])
    if _LAW.fullmatch(last):
        return False
    if words[0].isdigit() and words.index("/") < 4 and not numbered:
        return False  # "12/15" is anything
    return numbered or last in _COURT or _ABBREVIATION.fullmatch(last) is None


def _is_the_name(name: _Name, before: str, after: str) -> bool:
    """Whether the name stands for the case: not for a person, nor as a part of the name of another case."""
    if name.is_short:
        return not _HONORIFIC.search(before) and not _VERSUS.match(after[:10] + " ") and not _and_versus(after)
    if _MORE_INITIALS.search(before):
        return False
    return not _AND_MORE.match(after) or _ANOTHER.search(after[:80]) is not None


def _and_versus(after: str) -> bool:
    """Whether further parties follow: "Siliadin and Others v. Belgium"."""
    return re.match(r"\s(?:and|dhe|i|et)\s\w+\s(?:v\.?|vs\.?|kundër|protiv)\s", after) is not None
