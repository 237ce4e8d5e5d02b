"""What the search knows beside Pagefind's index: facets as sets of cases, numbers and laws, words, terms in languages.

Pagefind's own filters count only within all that is chosen, so that a reader could not see what another value of the
same facet would add; and they load whatever is searched. Here each value of a facet is a set of cases, a bit each, from
which the page counts for itself (static/js/search/counts.js). Cases are numbered from 0, the newest first.
"""

from __future__ import annotations

import base64
import re
import unicodedata
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from caselaw.pages.search_parts import SearchDocument, SearchEntry, SearchLibrary

Table = dict[str, object]

# How many letters of the skeleton of a word are kept; see ``skeleton``.
SKELETON = 4
_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile(r"[\W_]+")
_TAG = re.compile(r"<[^>]*>")
_ENTITY = re.compile(r"&#?\w+;")


def facet_table(entries: Sequence[SearchEntry]) -> Table:
    """Return ``{facet: {key: base64 of the set}}``."""
    found: defaultdict[str, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, entry in enumerate(entries):
        for facet, key in entry.facets:
            found[facet][key].append(number)
    return {
        facet: {key: _as_bits(numbers, len(entries)) for key, numbers in keys.items()} for facet, keys in found.items()
    }


def reference_table(library: SearchLibrary) -> Table:
    """Return ``{"numbers": [[case, number as printed, …], …], "laws": [{key, short, names, articles}, …]}``."""
    return {
        "numbers": [[number, *entry.numbers] for number, entry in enumerate(library.entries) if entry.numbers],
        "laws": [
            {"key": law.key, "short": dict(law.short), "names": list(law.names), "articles": list(law.articles)}
            for law in library.laws
        ],
    }


def word_table(documents: Iterable[SearchDocument]) -> str:
    """Return the skeletons of all words of an index, so that a page knows which words need not be looked for in it."""
    texts = (
        _TAG.sub(
            " ", " ".join([document.title, *(html for _, html in document.parts), *(w for _, w in document.words)])
        )
        for document in documents
    )
    tokens = {token for text in texts for token in _ENTITY.sub(" ", text).split()}
    # Pagefind keeps a token joined (L.D. as "ld") and in its parts.
    words = {word for token in tokens for word in (_SIGNS.sub("", token), *_WORD.findall(token)) if word}
    return " ".join(sorted({skeleton(word)[:SKELETON] for word in words}))


def skeleton(word: str) -> str:
    """Return a word without capitals, marks and vowels, but with its first letter: what its inflection hardly changes.

    ``static/js/search/forms.js`` does the same. đ, dj and d are one; a word of the field that loses a vowel in the
    middle keeps its skeleton (žrtva, žrtava).
    """
    plain = "".join(sign for sign in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(sign))
    plain = plain.replace("đ", "d").replace("dj", "d")
    return plain[:1] + re.sub(r"[aeiouy]", "", plain[1:])


def term_tables(terms: Sequence[Mapping[str, Sequence[str]]]) -> dict[str, list[dict[str, list[str]]]]:
    """Return the terms by the first letters of the words of their wordings, so that a query loads only its own.

    Of every word, for a query may leave out the first, as "i" in "i dyshuar".
    """
    found: defaultdict[str, list[dict[str, list[str]]]] = defaultdict(list)
    for term in terms:
        words = {word for wordings in term.values() for wording in wordings for word in wording.split()}
        for letter in {skeleton(word)[:1] for word in words}:
            found[letter].append({language: list(wordings) for language, wordings in term.items()})
    return dict(sorted(found.items()))


def _as_bits(numbers: Iterable[int], size: int) -> str:
    """Return a set of case numbers as base64 of its bits, the lowest bit of the first byte being case 0."""
    bits = bytearray(-(-size // 8))
    for number in numbers:
        bits[number // 8] |= 1 << number % 8
    return base64.b64encode(bits).decode("ascii")
