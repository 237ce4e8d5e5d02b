"""Case numbers: one key for the many spellings of one number.

Kosovo courts print ``PKR.nr.11/2023``, ``PKR. br. 11/23`` and ``PKR no. 11/2023`` for the same file.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FILLER = re.compile(r"\b(?:nr|no|br|num|number)\b\.?|(?<=[A-Z])(?:NR|NO|BR)(?=\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<=/)(\d{2})(?!\d)")


@lru_cache(maxsize=50_000)  # the preview compares all numbers of a library after each save
def normalise(number: str) -> str:
    """Return the key of a case number: capitals, no filler words or punctuation, four-digit year (``PKR11/2023``)."""
    bare = re.sub(r"[^\w/]|_", "", _FILLER.sub("", number.upper()))
    return _YEAR.sub(lambda match: ("19" if int(match[1]) > 70 else "20") + match[1], bare)
