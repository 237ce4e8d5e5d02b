"""Which courts a text names around a number: many courts count their files from 1, so a number alone tells no case.

A court is known by its label in any language, its short name and its seat. Endings are left open, for Albanian and
Serbian decline them, and accents are not compared.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from caselaw.terms import Court

_REACH = 300  # characters to each side, about a paragraph
_FOLDED = str.maketrans("ëçšćčžđËÇŠĆČŽĐ", "ecscczdECSCCZD")
_TAG = re.compile(r"<[^<>]*>")
_WORD = re.compile(r"(?<!\w)[^\W\d]\w+")
_SEAT = re.compile(r"\b(?:of|in|në|u) ([^\W\d_]\S+)$")
_VOWELS = "aeiou"
# A court of a country or town: where no label says which, it is one that the vocabulary does not have.
_OF_A_PLACE = r"\s+(?:of|in|at|ne|u|e|i)\s+(?:the\s+|Republi\w+\s+(?:of\s+|e\s+|se\s+)?)*([A-Z]\w+)"
_SOME_COURT = re.compile(
    rf"(?:court|tribunal|gjykat\w*(?:\s+[A-Za-z]\w+)?|sud\w{{0,3}})(?-i:{_OF_A_PLACE})", re.IGNORECASE
)
_FURTHER = re.compile(_OF_A_PLACE)
_FURTHER_SERBIAN = re.compile(r"\s+(?:Republi\w+\s+)?([A-Z][a-z]{3,})")
_KOSOVO = re.compile(r"Kosov\w*")


@dataclass(frozen=True)
class CourtMention:
    """That courts are named; ``gap`` is how many characters away. No courts: one that the vocabulary does not have."""

    gap: int
    courts: frozenset[str]


@dataclass(frozen=True)
class _Pattern:
    pattern: re.Pattern[str]
    is_label: bool
    courts: frozenset[str]


class CourtNames:
    """Finds the courts of the vocabulary in texts; made once for a library."""

    def __init__(self, courts: Iterable[Court]) -> None:
        found: defaultdict[tuple[bool, str], set[str]] = defaultdict(set)
        for court in courts:
            for is_label, name in _names(court):
                found[is_label, name].add(court.id)
        by_start: defaultdict[str, list[_Pattern]] = defaultdict(list)
        for (is_label, name), ids in sorted(
            found.items(), key=lambda entry: (not entry[0][0], -len(entry[0][1]), entry)
        ):
            pattern = re.compile(_inflected(name), re.IGNORECASE if is_label else 0)
            by_start[_fold(name)[:3].lower()].append(_Pattern(pattern, is_label, frozenset(ids)))
        self._by_start = {start: tuple(patterns) for start, patterns in by_start.items()}

    def around(self, html: str, start: int, end: int) -> tuple[CourtMention, ...]:
        """Return the courts that are named around a place in sanitised HTML, the nearest first."""
        first = max(0, start - _REACH)
        text = _TAG.sub(lambda tag: " " * len(tag[0]), _fold(html[first : end + _REACH]))
        mentions = [
            CourtMention(_gap(text, one, other, start - first, end - first), courts)
            for one, other, courts in self._named(text)
        ]
        return tuple(sorted(mentions, key=lambda mention: mention.gap))

    def _named(self, text: str) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Yield (start, end, courts) of what names a court, none of which overlap."""
        done = 0
        for word in _WORD.finditer(text):
            if word.start() >= done and (named := self._at(text, word)):
                done = named[0]
                yield word.start(), *named

    def _at(self, text: str, word: re.Match[str]) -> tuple[int, frozenset[str]] | None:
        """Return (end, courts) of the court that is named from this word on: labels first, then towns."""
        candidates = self._by_start.get(word[0][:3].lower(), ())
        for name in candidates:
            if name.is_label and (match := name.pattern.match(text, word.start())):
                return self._completed(text, match, name.courts)
        if match := _SOME_COURT.match(text, word.start()):
            return match.end(), frozenset()
        for name in candidates:
            if not name.is_label and (match := name.pattern.match(text, word.start())):
                return match.end(), name.courts
        return None

    def _completed(self, text: str, label: re.Match[str], courts: frozenset[str]) -> tuple[int, frozenset[str]]:
        """Return (end, courts) of a label with the place after it: the "Supreme Court of Albania" is another one."""
        further = _FURTHER.match(text, label.end())
        if not further and re.search(r"\bsud", label[0], re.IGNORECASE):
            further = _FURTHER_SERBIAN.match(text, label.end())
        if not further:
            return label.end(), courts
        if _KOSOVO.match(further[1]):
            return further.end(), courts
        seats = self._by_start.get(further[1][:3].lower(), ())
        seated = (name.courts for name in seats if not name.is_label and name.pattern.match(further[1]))
        return further.end(), courts & frozenset().union(*seated)


def is_named_nearest(mentions: Iterable[CourtMention], own: Set[str]) -> bool:
    """Whether one of the courts ``own`` is named, and no other court as near."""
    nearest = tuple(mentions)
    return bool(nearest) and all(mention.courts & own for mention in nearest if mention.gap <= nearest[0].gap)


def is_another_nearest(mentions: Iterable[CourtMention], own: Set[str], reach: int) -> bool:
    """Whether within ``reach`` characters a court is named, and none of ``own`` nearer."""
    near = [mention for mention in mentions if mention.gap <= reach]
    return bool(near) and not is_named_nearest(near, own)


def _names(court: Court) -> Iterator[tuple[bool, str]]:
    """Yield (whether it is a label, name) for all that a court is called and for the names of its seat."""
    seats = {seat.strip() for seat in (court.place or "").split("/")} - {""}
    labels = {wording.text for wording in court.labels.values()}
    if court.place:
        seats |= {seat[1] for label in labels if (seat := _SEAT.search(label))}
    for label in labels:
        yield True, label
        yield True, label.partition(" (")[0]
    if court.oscola:
        yield True, court.oscola
    yield from ((False, seat) for seat in seats)
    for label in labels:
        if found := _SEAT.search(label):
            yield from ((True, label[: found.start(1)] + seat) for seat in seats)


def _inflected(name: str) -> str:
    words = (re.escape(word[:-1] if len(word) > 3 and word[-1] in _VOWELS else word) for word in _fold(name).split())
    joints = {"of": "(?:of|in|at)", "in": "(?:of|in|at)", "u": "u", "ne": "(?:ne|e)", "e": "e", "the": "the"}
    return (
        r"\s+".join(joints.get(word, word + (r"\w{0,3}" if word[-1].isalpha() else "")) for word in words) + r"(?!\w)"
    )


def _fold(text: str) -> str:
    return text.translate(_FOLDED)


def _gap(text: str, one: int, other: int, start: int, end: int) -> int:
    return len(" ".join((text[other:start] if other <= start else text[end:one]).split()))
