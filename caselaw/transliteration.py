"""Serbian Cyrillic as Latin, letter by letter; the search page reads queries by the same table (search/plan.js)."""

from __future__ import annotations

_PAIRS = (
    "а a б b в v г g д d ђ đ е e ж ž з z и i ј j к k л l љ lj м m н n њ nj о o п p р r с s т t ћ ć у u ф f х h ц c ч č "
    "џ dž ш š"
).split()
_SMALL = dict(zip(_PAIRS[::2], _PAIRS[1::2], strict=True))
_TABLE = str.maketrans(_SMALL | {cyrillic.upper(): text.capitalize() for cyrillic, text in _SMALL.items()})


def latin(text: str) -> str:
    """Return a text with Serbian Cyrillic letters as Latin ones; all other signs stay."""
    return text.translate(_TABLE)
