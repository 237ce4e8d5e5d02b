"""Numbers of persons and of bank accounts, by their form and their check digits."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import iban
from stdnum.si import emso

from caselaw.codes import Code
from caselaw.safety.findings import Finding, finding
from caselaw.safety.letters import HYPHEN, SPACE

# Ten figures in one piece. Only what has the shape of a docket passes: 2013/1234567890 and 1234567890/12.
_TEN = re.compile(r"(?<![^\W_])(?<!\d[.,:])(?<!\d\d/)\d{10}(?![^\W_])(?![.,:]\d|/\d{1,4}(?!\d))")
_GROUPS = re.compile(
    rf"(?<![\w/.,])(?<![{HYPHEN}])\d{{1,7}}(?P<sign>[{SPACE}.{HYPHEN}])\d{{2,7}}(?:(?P=sign)\d{{2,7}}){{0,3}}"
    rf"(?![\w/])(?![.,{HYPHEN}]\d)"
)
# How ten figures are grouped where they are one number: by these, never by the pairs of dates.
_SHAPES = frozenset({(5, 5), (3, 3, 4), (4, 3, 3), (3, 4, 3), (2, 4, 4), (4, 4, 2), (4, 2, 4), (6, 4), (4, 6), (3, 7),
                     (7, 3), (1, 3, 3, 3), (2, 3, 5), (2, 3, 3, 2), (5, 3, 2), (2, 2, 3, 3), (3, 3, 2, 2)})  # fmt: skip
_YEAR = re.compile(r"(?:19|20)\d{2}")
_CURRENCY = r"(?:eur\w*|€|\$|£|usd|chf|rsd|dem|all|lek\w*|dinar\w*|evra|евра|динар\w*|franc\w*|million|milion\w*)"
_SUM_AFTER = re.compile(rf"(?:[.,]\d{{1,12}}+)?\s?{_CURRENCY}(?!\w)", re.IGNORECASE)
_SUM_BEFORE = re.compile(rf"(?<!\w){_CURRENCY}\s?$", re.IGNORECASE)
_BOOK_BEFORE = re.compile(r"\bIS[BS]N(?:[\s-]?1[03])?\s?(?:no\.?|nr\.?|:)?\s?$", re.IGNORECASE)
_JMBG = re.compile(rf"(?<![^\W_])\d(?:[{SPACE}.{HYPHEN}]?\d){{12}}(?![^\W_])")
_IBAN = re.compile(rf"(?<![\w])[A-Z]{{2}}\d{{2}}(?:[{SPACE}{HYPHEN}]?[A-Z0-9]){{11,30}}", re.IGNORECASE)


def is_sum(text: str, start: int, end: int) -> bool:
    """Whether the figures from ``start`` to ``end`` are an amount of money."""
    return bool(_SUM_AFTER.match(text, end) or _SUM_BEFORE.search(text[max(0, start - 12) : start]))


def digits_of(text: str) -> str:
    """Return the figures of a text."""
    return "".join(sign for sign in text if sign.isdecimal())


def find_jmbg(text: str) -> Iterator[Finding]:
    """Yield numbers of 13 figures that begin with a date and end with the check digit of a JMBG."""
    for match in _JMBG.finditer(text):
        if is_jmbg(digits_of(match[0])) and not _BOOK_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
            yield finding(Code.CITIZEN_NUMBER, *match.span())


def is_jmbg(digits: str) -> bool:
    """Whether 13 figures are a JMBG: day, month, and the check digit."""
    plain = "".join(str(int(digit)) for digit in digits)
    possible = 1 <= int(plain[:2]) <= 31 and 1 <= int(plain[2:4]) <= 12
    return possible and emso.calc_check_digit(plain[:12]) == plain[12]


def find_personal_numbers(text: str) -> Iterator[Finding]:
    """Yield numbers of ten figures, as the personal numbers of Kosovo* are, in one piece or in groups."""
    for pattern in (_TEN, _GROUPS):
        for match in pattern.finditer(text):
            start, end = match.span()
            if (pattern is _TEN or _is_grouped(match[0])) and not _is_other(text, start, end):
                yield finding(Code.PERSONAL_NUMBER, start, end)


def _is_grouped(number: str) -> bool:
    groups = re.findall(r"\d+", number)
    shape = tuple(len(group) for group in groups)
    spaced_sum = shape == (1, 3, 3, 3) and "-" not in number  # 1 234 567 890 is how sums are written
    all_years = all(len(group) != 4 or _YEAR.fullmatch(group) for group in groups) and 4 in shape
    return shape in _SHAPES and not spaced_sum and not (all_years and shape not in ((3, 3, 4), (4, 3, 3), (3, 4, 3)))


def _is_other(text: str, start: int, end: int) -> bool:
    return is_sum(text, start, end) or bool(_BOOK_BEFORE.search(text[max(0, start - 16) : start]))


def find_accounts(text: str) -> Iterator[Finding]:
    """Yield international numbers of bank accounts: those of which the check digits (mod 97) are right."""
    for match in _IBAN.finditer(text):
        end = next((end for end in _ends(text, match) if iban.is_valid(text[match.start() : end])), None)
        if end is not None:
            yield finding(Code.BANK_ACCOUNT, match.start(), end)


def _ends(text: str, match: re.Match[str]) -> Iterator[int]:
    """Yield where the number may end: behind each of its groups, the last one first."""
    for end in range(match.end(), match.start() + 14, -1):
        if text[end - 1].isalnum() and not text[end : end + 1].isalnum():
            yield end
