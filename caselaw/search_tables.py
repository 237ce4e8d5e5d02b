"""What the search knows beside Pagefind's index: facets as sets of cases, and what a query may refer to by number.

Pagefind's own filters count only within all that is chosen, so that a reader could not see what another value of the
same facet would add; and they load whatever is searched. Here each value of a facet is a set of cases, a bit each, from
which the page counts for itself (static/js/search/counts.js). Cases are numbered from 0, the newest first.
"""

from __future__ import annotations

import base64
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from caselaw.pages.search_parts import SearchEntry, SearchLibrary

Table = dict[str, object]


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
    """Return ``{"numbers": [[case, number as printed, …], …], "laws": [{key, names, articles}, …]}``."""
    return {
        "numbers": [[number, *entry.numbers] for number, entry in enumerate(library.entries) if entry.numbers],
        "laws": [{"key": law.key, "names": list(law.names), "articles": list(law.articles)} for law in library.laws],
    }


def _as_bits(numbers: Iterable[int], size: int) -> str:
    """Return a set of case numbers as base64 of its bits, the lowest bit of the first byte being case 0."""
    bits = bytearray(-(-size // 8))
    for number in numbers:
        bits[number // 8] |= 1 << number % 8
    return base64.b64encode(bits).decode("ascii")
