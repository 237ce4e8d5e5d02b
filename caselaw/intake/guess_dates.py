"""The date of a decision, as judgments in English, Albanian and Serbian write it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from caselaw.values import MONTH_NAMES, Fault, PartialDate, parse_full_date

_OPENING, _CLOSING = 3_000, 1_500  # characters
_DATE = re.compile(
    r"(?<![\d/.-])(?:(?P<day>\d{1,2})\.?\s+(?P<month>[^\W\d_]{3,10})\.?,?\s+(?P<year>(?:19|20)\d\d)"
    r"|(?P<month_first>[^\W\d_]{3,10})\s+(?P<day_after>\d{1,2}),\s+(?P<year_after>(?:19|20)\d\d)"
    r"|(?P<d>\d{1,2})[./-]\s?(?P<m>\d{1,2})[./-]\s?(?P<y>(?:19|20)\d\d))(?!\d)"
)
# What follows the date on which a court decides: "mori këtë", "solli këtë", "doneo je", "delivers the following".
_DECIDES = re.compile(
    r"\b(?:mori|solli|merr|shpall\w*|shqiptoi|don[oe]\w*|izr[ei]\w+|deliver\w*|pronounc\w*|render\w*|adopt\w*|"
    r"aktgjykim|aktvendim|vendim|presud\w|rešenj\w|rjšenj\w|judgment)\b",
    re.IGNORECASE,
)
_STRASBOURG = re.compile(r"STRASBOURG\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Found:
    date: str
    start: int
    end: int


def guess_date(text: str, today: str) -> str | None:
    """Return the day of the decision as ``YYYY-MM-DD``, at most ``today``; None where the document does not tell."""
    opening = text[:_OPENING]
    dates = [found for found in _dates(opening) if found.date <= today]
    if place := _STRASBOURG.search(opening):
        after = [found.date for found in dates if 0 <= found.start - place.end() < 40]
        if after:
            return after[0]
    deciding = [found.date for found in dates if _DECIDES.search(opening[found.end : found.end + 80])]
    if deciding:
        return max(deciding)
    closing = [found.date for found in _dates(text[-_CLOSING:]) if found.date <= today]
    return closing[-1] if closing else max((found.date for found in dates), default=None)


def days_in(text: str) -> tuple[str, ...]:
    """Return the days that a text names, as ``YYYY-MM-DD``."""
    return tuple(found.date for found in _dates(text))


def _dates(text: str) -> Iterator[_Found]:
    for match in _DATE.finditer(text):
        found = match.groupdict()
        name = found["month"] or found["month_first"]
        month = MONTH_NAMES.get(name[:3].lower()) if name else int(found["m"])
        day = int(found["day"] or found["day_after"] or found["d"])
        year = int(found["year"] or found["year_after"] or found["y"])
        if month and (date := _valid(PartialDate(year, month, day).iso)):
            yield _Found(date, *match.span())


def _valid(iso: str) -> str | None:
    try:
        return parse_full_date(iso).iso
    except Fault:
        return None
