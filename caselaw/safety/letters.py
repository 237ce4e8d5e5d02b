"""Letters of the alphabets in which judgments of the region are written, as pieces of patterns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Latin letters beyond those of Western Europe: small and capital ones take turns there.
_MORE = [chr(number) for block in (range(0x100, 0x250), range(0x1E00, 0x1F00)) for number in block]
UPPER = "A-ZÀ-ÖØ-ÞЂЃЅІЇЈЉЊЋЌЏА-Я" + "".join(sign for sign in _MORE if sign.isupper())
LOWER = "a-zß-öø-ÿђѓѕіїјљњћќџа-я" + "".join(sign for sign in _MORE if sign.islower())
# Signs that stand between the groups of a number: spaces of all kinds, hyphens and dashes.
SPACE = " \\t\\n\u00a0\u2007\u2009\u202f"
HYPHEN = "\\-\u2010\u2011\u2012\u2013"

# No word is longer than this; where "words" are, in texts made to keep us busy, they are looked at in part.
_LONGEST = 40

# What holds many figures and belongs to nobody: web addresses, DOIs, and the ids of feeds.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)[^\s<>\"]+|\b10\.\d{4,9}/[^\s<>\"]+"
    r"|\burn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b",
    re.IGNORECASE,
)

_ASKED = re.compile(r"[?#]")


def without_addresses(text: str) -> str:
    """Return a text with spaces in the place of web addresses and the like, so that all places stay what they were."""
    has_any = "/" in text or "www" in text or "urn:" in text
    return _ADDRESS.sub(lambda match: " " * len(match[0]), text) if has_any else text


def queries_of_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield from where to where the web addresses of a text have what is asked of them, behind ``?`` or ``#``."""
    for match in _ADDRESS.finditer(text) if "?" in text or "#" in text else ():
        asked = _ASKED.search(match[0])
        if asked:
            yield match.start() + asked.start(), match.end()


def composed(text: str) -> tuple[str, list[int] | None]:
    """Return a text with its accents joined to their letters, and where each character stood before.

    None for the places where nothing had to be joined.
    """
    if text.isascii() or unicodedata.is_normalized("NFC", text):
        return text, None
    parts: list[str] = []
    places: list[int] = []
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and unicodedata.combining(text[end]):
            continue
        part = unicodedata.normalize("NFC", text[start:end])
        parts.append(part)
        places += [start] * len(part)
        start = end
    return "".join(parts), [*places, len(text)]


def lowered(text: str) -> str:
    """Return a text in small letters, each in its place: a letter that would become two stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(sign if len(sign.lower()) > 1 else sign.lower() for sign in text)


def word_starts(lower: str, stems: Iterable[str], words_before: int = 1) -> Iterator[int]:
    """Yield where words with one of the stems in them begin, and each of ``words_before`` words in front of them.

    A pattern is tried at these places only: looking for many words at every place of a text takes thirty times as long.
    """
    starts: set[int] = set()
    for stem in stems:
        place = lower.find(stem)
        while place >= 0:
            starts.update(_starts_before(lower, place, words_before))
            near = max(0, place - _LONGEST)
            apart = max(lower.rfind("-", near, place + 1), lower.rfind(" ", near, place + 1))
            starts.add(apart + 1 if apart >= 0 else near)  # "witness-victim"
            place = lower.find(stem, place + len(stem))
    return iter(sorted(starts))


def _starts_before(lower: str, place: int, words: int) -> Iterator[int]:
    for _ in range(words + 1):
        nearest = max(0, place - _LONGEST)
        while place > nearest and (lower[place - 1].isalnum() or lower[place - 1] in "-."):
            place -= 1
        yield place
        nearest = max(0, place - _LONGEST)
        while place > nearest and lower[place - 1].isspace():
            place -= 1
