"""Numbers of passports, identity cards and other papers, known by the word before them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caselaw.codes import Code
from caselaw.safety.companies import is_of_company
from caselaw.safety.dates import WHOLE_DATE
from caselaw.safety.findings import Finding, finding
from caselaw.safety.letters import HYPHEN, SPACE, word_starts
from caselaw.safety.numbers import digits_of, is_sum

_PAPERS = (
    r"passports?|travel\s+documents?|identity\s+(?:cards?|documents?|papers?)|identification\s+(?:cards?|documents?)"
    r"|personal\s+(?:identification|identity|id)?\s*(?:no|numbers?|nr)|driving\s+licen[cs]es?|residence\s+permits?"
    r"|pasaport\w*|let[eë]rnjoftim\w*|kart\w+\s+(?:e\s+|të\s+|së\s+)?identiteti?t?|num(?:ri|[eë]r)\w*\s+personal\w*|patent[eë]\s+shofer\w*"
    r"|paso[šs]\w*|putn\w+\s+isprav\w*|li[čc]n\w+\s+kart\w*|osobn\w+\s+iskaznic\w*|li[čc]n\w+\s+broj\w*|l\.?\s?k\.?|jmbg|embg"
    r"|mati[čc]n\w+\s+broj\w*|voza[čc]k\w+\s+dozvol\w*"
    r"|пасош\w*|путн\w+\s+исправ\w*|личн\w+\s+карт\w*|личн\w+\s+број\w*|јмбг|матичн\w+\s+број\w*|возачк\w+\s+дозвол\w*"
)
_BETWEEN = (
    r"no|nr|num(?:ri|[eë]r)\w*|number\w*|card|is|was|series|serial|bearing|holder|nos"
    r"|i|e|me|të|së|është|seri\w*|br|broj\w*|je|sa|pod|serij\w*|бр|број\w*|је|са|под|сериј\w*"
    r"|pasaport\w*|let[eë]rnjoftim\w*|personal\w*|paso[šs]\w*|karte|карте"
)
_NUMBER = (
    rf"(?P<number>(?:[A-ZČĆŠĐŽ]{{1,3}}[{SPACE}{HYPHEN}]?)?\d(?:[{SPACE}.{HYPHEN}]?\d){{4,13}}[A-Z]?"
    rf"|[A-Z]{{1,3}}[{SPACE}{HYPHEN}]?\d{{3,8}}[{SPACE}{HYPHEN}]?[A-Z]{{1,3}})"  # AA 123 BB
)
_END = rf"(?![\w/]|[{HYPHEN}]\d)"
_BEHIND = re.compile(
    rf"(?<!\w)(?:(?i:{_PAPERS})|ID|I\.D\.|NID)(?!\w)"
    rf"(?>[\s.,:;#()|*_º°№-]|(?i:\b(?:{_BETWEEN})\b)){{0,20}}?{_NUMBER}{_END}"
)
_STEMS = (
    "passport", "travel doc", "ident", "personal", "driving", "residence", "pasaport", "njoftim", "patent", "paso",
    "isprav", "kart", "iskaz", "broj", "mbg", "dozvol", "пасош", "исправ", "карт", "број", "мбг", "дозвол",
    "id", "i.d.", "lk", "l.k", "l. k",
)  # fmt: skip
_HUDOC = re.compile(r"00[0-3]-\d")


def find_papers(text: str, lower: str) -> Iterator[Finding]:
    """Yield the numbers of papers; ``lower`` is the text in small letters."""
    for start in word_starts(lower, _STEMS):
        match = _BEHIND.match(text, start)
        if match and _is_number(text, match):
            yield finding(Code.IDENTITY_PAPER, *match.span("number"))


def _is_number(text: str, match: re.Match[str]) -> bool:
    number = match["number"]
    is_other = WHOLE_DATE.fullmatch(number) or _HUDOC.match(number) or is_sum(text, *match.span("number"))
    is_other = is_other or is_of_company(match[0], len(digits_of(number)))
    return not is_other and (len(digits_of(number)) >= 5 or number[-1].isalpha())
