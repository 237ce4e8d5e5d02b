"""The words of a name that was found, where they stand alone elsewhere, in any inflection and either alphabet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Set

from caselaw.safety.findings import Span
from caselaw.safety.names import NAME_WORD, in_latin, is_persons

# By what Albanian and Serbian names differ from case to case: Vjollcën, Arbenit, Jelenom, Milanovog. Accents are off.
_ENDING = re.compile(
    r"(?:e?s[ei]?|en|n[ei]?|t|[iu][tn]|j[ae]n?|jes|jen|ve|[aeiou]|[oe]m|[oe]v(?:a|e|o|i|u|og|om|oj|im|ih)?"
    r"|in(?:a|e|o|i|u|og|om|oj|im|ih)?|a?n[ei]?)?"
)
_FOUND_ENDING = re.compile(r"(?:j?en|j?es|[iu][tn]|[oe]m|[aeiou]n?)$")
_WORD_RE = re.compile(rf"(?<!\w){NAME_WORD}(?!\w)|(?<!\w)[^\W\d_a-z]{{3,}}(?!\w)")
_POSSESSIVE = re.compile(r"[’'].{0,2}$")
_SHORTEST = 3  # letters of a stem


def stems_of(name: str, public: Set[str]) -> frozenset[str]:
    """Return what all inflections of the words of a name begin with; ``public`` are words that nobody is known by."""
    words = (word for word in _WORD_RE.findall(name) if is_persons(word, public))
    stems = (stem for word in words for stem in _stems(_plain(word)))
    return frozenset(stem for stem in stems if len(stem) >= _SHORTEST)


def echoes_in(text: str, stems: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """Yield where words of names stand in a text, with the stem that they have."""
    known = tuple(stems)
    for match in _WORD_RE.finditer(text):
        word = _plain(match[0])
        stem = next((stem for stem in known if word.startswith(stem) and _ENDING.fullmatch(word, len(stem))), None)
        if stem is not None:
            yield match.span(), stem


def _stems(word: str) -> Iterator[str]:
    """Yield what stays of a word in all cases: Jelen-, also Petr- of Petar, Vjollc- of Vjollca and Vjollcën."""
    yield word
    ending = _FOUND_ENDING.search(word)  # of the name as it was found: "Vjollcën", but also "Arben"
    if ending:
        yield word[: ending.start()]
    if len(word) > _SHORTEST + 1 and word[-2:] in ("ar", "ac"):
        yield word[:-2] + word[-1]


def _plain(word: str) -> str:
    """Return a word in small Latin letters without accents."""
    letters = unicodedata.normalize("NFD", in_latin(_POSSESSIVE.sub("", word)).replace("đ", "dj"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
