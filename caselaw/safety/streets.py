"""Streets named after somebody with a title in small letters: "u Ulici cara Dušana 12"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caselaw.codes import Code
from caselaw.safety.findings import Finding, finding
from caselaw.safety.letters import LOWER, UPPER, word_starts
from caselaw.safety.names import in_both_alphabets

_STREET = in_both_alphabets(r"ulic\w{1,3}|ul\.|bulevar\w{0,3}|bul\.|trg\w{0,2}") + r"|rrug\w{1,3}|rr\.|sheshi\w?|street"
_NUMBER = r"(?:(?!(?:19|20)\d{2})\d{1,4}\s?[A-Za-zА-Яа-я]?|b\.?b\.?|бб|p\.?\s?n\.?)(?![\w/])"
_NAMED = re.compile(
    rf"(?i:{_STREET})\s{{1,2}}(?:[{LOWER}]{{2,12}}\.?\s){{1,2}}[{UPPER}][{LOWER}]+(?:\s[{UPPER}]?[{LOWER}]+){{0,3}}"
    rf"[\s,]{{1,3}}(?:(?i:br|nr|no|бр|broj|број|num[eë]r)\.?\s{{0,2}})?{_NUMBER}"
)
_STEMS = ("ulic", "ul.", "bul", "trg", "улиц", "ул.", "бул", "трг", "rrug", "rr.", "shesh", "street")


def find_titled_streets(text: str, lower: str) -> Iterator[Finding]:
    """Yield streets with a number; ``lower`` is the text in small letters."""
    for start in word_starts(lower, _STEMS, words_before=0):
        match = _NAMED.match(text, start)
        if match:
            yield finding(Code.STREET_ADDRESS, *match.span())
