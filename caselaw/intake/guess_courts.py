"""The court whose name stands by itself on a line at the head of a judgment, in any script, language and case."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caselaw.intake.answers import folded
from caselaw.terms import Court
from caselaw.vocabulary import Vocabulary

_LINES = 15
_JOINTS = ("u", "ne", "of", "in", "e")
_REPUBLIC = r"(?:republi\w+\s+(?:[ei]\s+|of\s+)?kosov\w*\W+)?"
_SOME_COURT = re.compile(rf"\W*{_REPUBLIC}(?:\w+\s+){{0,2}}(?:sud|gjykata|court)\b")
# What may follow the name on its line: nothing, a sign, or that it is a court of Kosovo*.
_REST = r"(?=\s*(?:[^\w\s]|$)|\s+(?:(?:e|of|in|ne|na)\s+)?(?:republi\w+\s+(?:[ei]\s+|of\s+)?)?kosov)"


def court_at_head(head: str, vocabulary: Vocabulary) -> str | None:
    """Return the court that the first line with a court's name by itself names; None where several are called so."""
    names = [(re.compile(_pattern(label, court)), len(label), court.id) for court, label in _labels(vocabulary)]
    for line in head.splitlines()[:_LINES]:
        text = folded(line)
        found = [(length, court) for pattern, length, court in names if pattern.match(text)]
        if found:
            longest = max(length for length, _ in found)
            courts = {court for length, court in found if length == longest}
            return courts.pop() if len(courts) == 1 else None
        if _SOME_COURT.match(text):
            return None  # one that is not known; what stands below it is another
    return None


def _labels(vocabulary: Vocabulary) -> Iterator[tuple[Court, str]]:
    for court in vocabulary.courts():
        yield from ((court, folded(wording.text)) for wording in court.labels.values())


def _pattern(label: str, court: Court) -> str:
    """Return the pattern of a name by itself, whose town may be declined and stand without "u", "në" or "of".

    The words before the town are not declined: "Osnovnog suda" at the head is the court that is reviewed.
    """
    words = label.split()
    joint = next((index for index, word in enumerate(words) if word in _JOINTS and index > 1), len(words))
    name = r"\s+".join(map(re.escape, words[:joint]))
    if town := words[joint + 1 :]:
        name += rf"(?:\s+(?:{'|'.join(_JOINTS)})(?:\s+kosovsk\w+)?)?\s+" + r"\s+".join(map(_declined, town))
    seats = [_declined(folded(seat)) for seat in (court.place or "").split("/") if seat.strip()]
    seat = rf"(?:\s+(?:u|ne|in)\s+(?:{'|'.join(seats)}))?" if seats else ""
    return rf"\W*{_REPUBLIC}{name}(?!\w){seat}{_REST}"


def _declined(word: str) -> str:
    if not word.isalpha() or len(word) < 4:
        return re.escape(word)
    if word.endswith("cu"):  # the "a" of Uroševac is lost in Uroševcu
        return rf"{word[:-2]}(?:c\w{{0,2}}|ac)"
    stem = word[:-1] if word[-1] in "aeiou" else word
    return rf"{stem}\w{{0,3}}"
