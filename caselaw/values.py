"""Typed values as lawyers write them: dates with the precision of their source, sentences, money, provisions.

Each ``parse_…`` function reads one text and raises ``Fault`` with a code, the fault and its cure in plain words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal

from caselaw.codes import Code


class Fault(ValueError):
    """A text that cannot be read as what it should be."""

    def __init__(self, code: Code, message: str, help: str) -> None:
        super().__init__(message)
        self.code, self.message, self.help = code, message, help


@dataclass(frozen=True)
class PartialDate:
    """A calendar date of which day, or month and day, may be unknown because the source does not give them."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """The date as ISO 8601 in its own precision: ``2013-04-29``, ``2013-04`` or ``2013``."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    @property
    def first_day(self) -> str:
        """The earliest day the date can mean, as ``YYYY-MM-DD``: what lists sort by."""
        return f"{self.year:04}-{self.month or 1:02}-{self.day or 1:02}"

    def __str__(self) -> str:
        return self.iso


DATE_HELP = "write the date as year-month-day, such as 2013-04-29; 2013-04 or 2013 where the source gives no more"
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\s*[./]\s*(\d{1,2})\s*[./]\s*(\d{4})\.?")
_MONTHS = (
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)


def parse_date(text: str) -> PartialDate:
    """Read ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; the year lies between 1900 and 2199."""
    match = _DATE.fullmatch(text)
    if not match:
        raise Fault(Code.DATE, f'"{text}" is not a date', _day_first_help(text) or DATE_HELP)
    year, month, day = (int(part) if part else None for part in match.groups())
    if year is None or not 1900 <= year < 2200:
        raise Fault(Code.DATE, f'"{text}" is not a date of our time: the year is {year}', DATE_HELP)
    if month is not None and not 1 <= month <= 12:
        raise Fault(Code.DATE, f'"{text}" is not a date: there is no month {month:02}', DATE_HELP)
    if month and day is not None and not 1 <= day <= (last := monthrange(year, month)[1]):
        raise Fault(Code.DATE, f'"{text}" is not a date: {_MONTHS[month - 1]} {year} has {last} days', DATE_HELP)
    return PartialDate(year, month, day)


def _day_first_help(text: str) -> str | None:
    match = _DAY_FIRST.fullmatch(text)
    if not match or not (1 <= int(match[1]) <= 31 and 1 <= int(match[2]) <= 12):
        return None
    return f"write the year first: {match[3]}-{int(match[2]):02}-{int(match[1]):02}"


def parse_full_date(text: str) -> PartialDate:
    """Read ``YYYY-MM-DD``; a date without its day is a fault."""
    date = parse_date(text)
    if date.day is None:
        raise Fault(Code.DATE, f'"{text}" lacks the day', "write the whole date, such as 2026-11-23")
    return date


@dataclass(frozen=True)
class Duration:
    """A term of imprisonment as the court prints it, or for life."""

    years: int = 0
    months: int = 0
    days: int = 0
    life: bool = False

    def __str__(self) -> str:
        if self.life:
            return "life"
        parts = (("year", self.years), ("month", self.months), ("day", self.days))
        return " ".join(f"{n} {unit}" + ("s" if n != 1 else "") for unit, n in parts if n)


_DURATION = re.compile(r"(?:(\d{1,2}) years?)?(?:(?:^|\s)(\d{1,3}) months?)?(?:(?:^|\s)(\d{1,4}) days?)?")


def parse_duration(text: str) -> Duration:
    """Read ``8 years 6 months``, ``7 years 3 months 10 days`` or ``life``."""
    if text == "life":
        return Duration(life=True)
    match = _DURATION.fullmatch(text)
    years, months, days = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    duration = Duration(years, months, days)
    if duration == Duration():
        raise Fault(
            Code.DURATION,
            f'"{text}" is not a term of imprisonment',
            'write years, months and days in full: "8 years", "7 years 3 months", "45 days", or "life"',
        )
    return duration


@dataclass(frozen=True)
class Money:
    """A sum in one currency; sums in different currencies are never added."""

    amount: Decimal
    currency: str  # ISO 4217

    def __str__(self) -> str:
        return f"{self.amount} {self.currency}"


_MONEY = re.compile(r"(\d{1,12}(?:\.\d{1,2})?) ([A-Z]{3})")


def parse_money(text: str) -> Money:
    """Read an amount without thousands separators and a currency code: ``8000 EUR``, ``26209.69 EUR``."""
    match = _MONEY.fullmatch(text)
    if not match:
        raise Fault(
            Code.MONEY,
            f'"{text}" is not a sum of money',
            "write the amount without separators, then the three-letter currency: 8000 EUR, 26209.69 EUR",
        )
    return Money(Decimal(match[1]), match[2])


@dataclass(frozen=True)
class Provision:
    """A legal provision: the law's key, the article and, where given, the paragraph."""

    law: str
    article: str
    paragraph: str | None = None

    @property
    def of_article(self) -> str:
        """The key of the article alone: ``pcck-2003/274``."""
        return f"{self.law}/{self.article}"

    def __str__(self) -> str:
        return self.of_article if self.paragraph is None else f"{self.of_article}/{self.paragraph}"


_PROVISION = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([0-9A-Za-z.]+)(?:/([0-9]+[a-z]?(?:\.[0-9]+)?))?")


def parse_provision(text: str) -> Provision:
    """Read ``law/article`` or ``law/article/paragraph``: ``pcck-2003/139``, ``pcck-2003/274/1``."""
    match = _PROVISION.fullmatch(text)
    if not match:
        raise Fault(
            Code.PROVISION,
            f'"{text}" is not a provision',
            "write law/article or law/article/paragraph, such as pcck-2003/139 or cets-197/4",
        )
    return Provision(*match.groups())


def parse_yes_no(text: str) -> bool:
    """Read ``yes`` or ``no``; ``true`` and ``false`` mean the same."""
    if text not in ("yes", "no", "true", "false"):
        raise Fault(Code.FIELD_CHOICE, f'"{text}" is neither yes nor no', "write yes or no")
    return text in ("yes", "true")


def parse_count(text: str) -> int:
    """Read a whole number from 0 to 99,999."""
    if not re.fullmatch(r"[0-9]{1,5}", text):
        raise Fault(Code.FIELD_VALUE, f'"{text}" is not a whole number', "write the number in figures, such as 7")
    return int(text)
