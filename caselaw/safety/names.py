"""Names of persons as pieces of patterns, and Serbian words in both of their alphabets."""

from __future__ import annotations

import re
from collections.abc import Set

from caselaw.safety.letters import LOWER, UPPER
from caselaw.safety.not_names import is_name

# Each is read in one way only, so that no text made for it keeps us busy.
NAME_WORD = (
    rf"[{UPPER}](?>[{LOWER}]+(?:[’'][{UPPER}]?[{LOWER}]+)?|[’'][{UPPER}]?[{LOWER}]+)"
    rf"(?>[{UPPER}][{LOWER}]+)?(?>[-‑][{UPPER}][{LOWER}]+)*+"
)
_CAPITALS = rf"[{UPPER}]{{2,}}+(?![.\w])"
GAP = r"[^\S\n]{1,9}+(?:\n(?![^\S\n]{0,20}\n)[^\S\n]{0,9}+)?|\n(?![^\S\n]{0,20}\n)[^\S\n]{0,9}+"
FULL_NAME = rf"(?:{NAME_WORD}|{_CAPITALS})(?:(?:{GAP})(?:{NAME_WORD}|{_CAPITALS}|[{UPPER}]\.)){{1,3}}(?!\w)"
INITIALS = rf"[{UPPER}][{UPPER}{LOWER}]?\.(?:[\s-]?[{UPPER}][{UPPER}{LOWER}]?\.){{0,3}}"
_WORD_RE = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
# Whose names stand beside persons: houses, companies, ships.
_THINGS = frozenset(
    """
    bar bari barin barit bara baru caffe cafe kafe kafeneja kafana kafić hotel hoteli hotelin hotelit hotela hotelu
    motel moteli motelit motela restaurant restoran restorant restoranti restorantin club klub klubi night disco
    lokal lokali lokalin lokalit lokala lokalu company kompania preduzeće firma street rruga ulica ulici village
    fshati selo selu city qyteti grad gradu operation operacija operacioni aksioni акција бар хотел мотел ресторан
    клуб локал кафић кафана предузеће фирма улица улици село град операција
    """.split()
)
_CYRILLIC = {
    "lj": "љ", "nj": "њ", "dž": "џ",
    **dict(zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True)),
}  # fmt: skip
_LATIN_LETTER = re.compile(r"\\.|lj|nj|dž|[a-zđžćčš]")


def in_both_alphabets(pattern: str) -> str:
    """Return a pattern of Serbian words in small Latin letters as one that finds them in Cyrillic letters too."""
    return f"{pattern}|{_LATIN_LETTER.sub(lambda match: _CYRILLIC.get(match[0], match[0]), pattern)}"


def in_latin(word: str) -> str:
    """Return a word in small Latin letters."""
    latin = {cyrillic: letters for letters, cyrillic in _CYRILLIC.items()}
    return "".join(latin.get(sign, sign) for sign in word.lower())


def is_persons(name: str, public: Set[str]) -> bool:
    """Whether words in capitals may name a person whom no title of a published case has made ``public``."""
    words = [word for word in _WORD_RE.findall(name) if len(word) > 1]
    if not all(is_name(word) and word.lower() not in _THINGS for word in words):
        return False
    return not all(word.lower() in public for word in words)
