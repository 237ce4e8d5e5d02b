"""Typed values as lawyers write them: dates with the precision of their source, sentences, money, provisions.

Each ``parse_…`` function reads one text and raises ``Fault`` with a code, the fault and its cure in plain words.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from caselaw.codes import Code
from caselaw.messages import Message, joined, say
from caselaw.safety import is_name, masked


class Fault(ValueError):
    """A text that cannot be read as what it should be."""

    def __init__(self, code: Code, message: Message, help: Message) -> None:
        super().__init__(message)
        self.code, self.message, self.help = code, message, help


_CAPITALISED = re.compile(r"[^\W\d_a-z]\w+(?:[\s-]+[^\W\d_a-z]\w+)+")


def looks_like_a_person(text: str) -> bool:
    """Whether two or more words in capitals stand in a text, none of them one that no person is called by."""
    return any(all(map(_may_be_a_name, re.split(r"[\s-]+", found[0]))) for found in _CAPITALISED.finditer(text))


def _may_be_a_name(word: str) -> bool:
    """Whether somebody could be called so; two capitals alone are an abbreviation, such as that of a country."""
    return is_name(word) and not (len(word) < 3 and word.isupper())


def quoted(text: str) -> str:
    """Return a text in quotation marks, as messages show it; of a long one, only how it begins.

    What looks like the name of a person is not shown: its place is said with the message.
    """
    if looks_like_a_person(text):
        return say("this")
    text = masked(text)  # before it is cut: half a number would not be known for one
    return f'"{text}"' if len(text) <= 60 else f'"{text[:60]} …"'


@dataclass(frozen=True)
class PartialDate:
    """A calendar date of which day, or month and day, may be unknown because the source does not give them."""

    year: int
    month: int | None = None
    day: int | None = None

    @cached_property
    def iso(self) -> str:
        """The date as ISO 8601 in its own precision: ``2013-04-29``, ``2013-04`` or ``2013``."""
        parts = (f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None))
        return "-".join(parts)

    @cached_property
    def first_day(self) -> str:
        """The earliest day the date can mean, as ``YYYY-MM-DD``: what lists sort by."""
        return f"{self.year:04}-{self.month or 1:02}-{self.day or 1:02}"

    @cached_property
    def last_day(self) -> str:
        """The latest day the date can mean, as ``YYYY-MM-DD``; each month as if it had 31 days."""
        return f"{self.year:04}-{self.month or 12:02}-{self.day or 31:02}"

    def __str__(self) -> str:
        return self.iso


DATE_HELP = say("write the date as year-month-day, such as 2013-04-29; 2013-04 or 2013 where the source gives no more")
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_MONTHS = (
    say("January"), say("February"), say("March"), say("April"), say("May"), say("June"), say("July"),
    say("August"), say("September"), say("October"), say("November"), say("December"),
)  # fmt: skip
# How the names of the months begin in English, Albanian and Serbian, in both alphabets of the latter.
MONTH_NAMES = {
    beginning: month
    for month, beginnings in enumerate(
        (
            "jan јан", "feb shk феб", "mar мар", "apr pri апр", "may maj мај", "jun qer јун", "jul kor јул",
            "aug gus gsh avg авг", "sep sht сеп", "oct tet okt окт", "nov nën nen нов", "dec dhj дец",
        ),
        1,
    )
    for beginning in beginnings.split()
}  # fmt: skip


def parse_date(text: str) -> PartialDate:
    """Read ``YYYY-MM-DD``, ``YYYY-MM`` or ``YYYY``; the year lies between 1900 and 2199."""
    match = _DATE.fullmatch(text)
    if not match:
        raise Fault(Code.DATE, say("{found} is not a date", found=quoted(text)), joined(_nearest_date(text), DATE_HELP))
    date = PartialDate(int(match[1]), int(match[2]) if match[2] else None, int(match[3]) if match[3] else None)
    if reason := _impossible(date):
        raise Fault(
            Code.DATE,
            say("{found} is not a date: {reason}", found=quoted(text), reason=reason),
            joined(_nearest_date(text), DATE_HELP),
        )
    return date


def _impossible(date: PartialDate) -> str | None:
    if not 1900 <= date.year < 2200:
        return say("the year is {year}", year=date.year)
    if date.month is None:
        return None
    if not 1 <= date.month <= 12:
        return say("there is no month {month:02}", month=date.month)
    if date.day is not None and not 1 <= date.day <= (last := monthrange(date.year, date.month)[1]):
        return say("{month} {year} has {last} days", month=_MONTHS[date.month - 1], year=date.year, last=last)
    return None


def _nearest_date(text: str) -> str:
    """Return ``did you mean 2013-04-29? `` for a date in another order, with other signs or with its month in words."""
    words = re.findall(r"\d+|[^\W\d_]+", text)
    years = [int(word) for word in words if re.fullmatch(r"\d{4}", word)]
    months = [MONTH_NAMES[word[:3].lower()] for word in words if word[:3].lower() in MONTH_NAMES]
    numbers = [int(word) for word in words if re.fullmatch(r"\d{1,2}", word)]
    known = len(years) + len(months) + len(numbers)
    if len(years) != 1 or len(months) > 1 or known != len(words) or known not in (2, 3):
        return ""
    order = [*months, *numbers] if months or words[0] == str(years[0]) else numbers[::-1]
    dates = (PartialDate(years[0], *order), PartialDate(years[0], *order[::-1]))
    near = next((date for date in dates if not _impossible(date)), None)
    return joined(say("did you mean {near}?", near=near), " ") if near else joined()


def parse_full_date(text: str) -> PartialDate:
    """Read ``YYYY-MM-DD``; a date without its day is a fault."""
    help = say("write the whole date as year-month-day, such as 2026-11-23")
    try:
        date = parse_date(text)
    except Fault as fault:
        near = _nearest_date(text)
        raise Fault(fault.code, fault.message, joined(near if near.count("-") == 2 else "", help)) from None
    if date.day is None:
        raise Fault(Code.DATE, say("{found} lacks the day", found=quoted(text)), help)
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
    """Read ``8 years 6 months``, ``7 years 3 months 10 days`` or ``life``, in capitals or small letters."""
    words = " ".join(text.lower().split())
    if words == "life":
        return Duration(life=True)
    match = _DURATION.fullmatch(words)
    years, months, days = (int(part or 0) for part in match.groups()) if match else (0, 0, 0)
    duration = Duration(years, months, days)
    if duration == Duration():
        raise Fault(
            Code.DURATION,
            say("{found} is not a term of imprisonment", found=quoted(text)),
            say('write years, months and days in full: "8 years", "7 years 3 months", "45 days", or "life"'),
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
            say("{found} is not a sum of money", found=quoted(text)),
            say("write the amount without separators, then the three-letter currency: 8000 EUR, 26209.69 EUR"),
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


ARTICLE = re.compile(r"[0-9A-Za-z.]*[0-9A-Za-z][0-9A-Za-z.]*")
_PROVISION = re.compile(r"([a-z0-9]+(?:-[a-z0-9]+)*)/([0-9A-Za-z.]+)(?:/([0-9]+[a-z]?(?:\.[0-9]+)?|[a-z]))?")


def parse_provision(text: str) -> Provision:
    """Read ``law/article`` or ``law/article/paragraph``: ``pcck-2003/139``, ``pcck-2003/274/1``."""
    match = _PROVISION.fullmatch(text)
    if not match:
        raise Fault(
            Code.PROVISION,
            say("{found} is not a provision", found=quoted(text)),
            say("write law/article or law/article/paragraph, such as pcck-2003/139 or cets-197/4"),
        )
    return Provision(*match.groups())


def parse_yes_no(text: str) -> bool:
    """Read ``yes`` or ``no``, in capitals or small letters; ``true`` and ``false`` mean the same."""
    word = text.lower()
    if word not in ("yes", "no", "true", "false"):
        raise Fault(Code.FIELD_CHOICE, say("{found} is neither yes nor no", found=quoted(text)), say("write yes or no"))
    return word in ("yes", "true")


def parse_count(text: str) -> int:
    """Read a whole number from 0 to 99,999."""
    if not re.fullmatch(r"[0-9]{1,5}", text):
        raise Fault(
            Code.FIELD_VALUE,
            say("{found} is not a whole number", found=quoted(text)),
            say("write the number in figures, such as 7"),
        )
    return int(text)
