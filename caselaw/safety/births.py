"""Dates of birth: a whole date beside a word that says so. A year of birth alone is no finding."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caselaw.codes import Code
from caselaw.safety.dates import DATE
from caselaw.safety.findings import Finding, finding
from caselaw.safety.letters import LOWER, UPPER, word_starts

_NOUNS = (
    r"dates?\s+of\s+birth|birth\s?-?dates?|birthdays?|d\.\s?o\.\s?b\.?|dob|dat[eë]lindj\w+|dat[aeë]\w*\s+e\s+lindjes"
    r"|dit[eë]lindj\w+|d\.\s?l\.|datum\w*\s+ro(?:đ|dj|d)enja|датум\w*\s+рођења"
)
_WORDS = rf"{_NOUNS}|born|birth|lindur\w*|lindi|lindjes|ro(?:đ|dj)en\w*|roden\w?|rođ\.|рођен\w*|рођ\."
# Where somebody was born may stand between: names of places and the small words before them, but no other verb.
_BETWEEN = (
    r"in|at|near|on|the|of|to|there|a|is|was|village|town|city|municipality|hospital|day|date|year|girl|boy"
    r"|më|me|në|ne|nga|dt|datë\w*|daten|atje|fshat\w*|qytet\w*|komun\w*|është|ishte|e|i|ditën|spitalin"
    r"|u|iz|dana|dne|je|bila|bio|selu|sela|gradu|opštin\w*|općin\w*|mestu|tamo|s"
    r"|у|из|дана|је|била|био|селу|села|граду|општин\w*|месту"
)
_BIRTH = re.compile(
    rf"(?:(?<!\w)(?i:{_WORDS})|(?<=[(\s])b\.)(?!\w)"
    rf"(?>[\s,:;=|()*_\-–—/]|(?i:\b(?:{_BETWEEN})\b)\.?|(?<!\w)[{UPPER}](?:[{LOWER}{UPPER}’']++|\.)){{0,24}}?(?P<date>(?i:{DATE}))"
)
_AFTER = re.compile(rf"(?P<date>(?i:{DATE}))[\s,(–—-]{{1,4}}(?i:{_NOUNS})(?!\w)")
_FIGURE = re.compile(r"\d")
_STEMS = (
    "born",
    "birth",
    "(b.",
    " b.",
    "lind",
    "rođ",
    "rodj",
    "roden",
    "рођ",
    "d.o",
    "d.l",
    "d. l",
    "dob",
    "d. o",
    "d.\u00a0o",
)


def find_birth_dates(text: str, lower: str) -> Iterator[Finding]:
    """Yield the dates of birth; ``lower`` is the text in small letters."""
    for start in word_starts(lower, _STEMS):
        behind = _BIRTH.match(text, start) or _BIRTH.match(text, start + 1)
        near = max(0, start - 40)
        before = _AFTER.search(text, near, start + 40) if _FIGURE.search(text, near, start) else None
        for match in (behind, before):
            if match and "\n\n" not in match[0]:
                yield finding(Code.BIRTH_DATE, *match.span("date"))
