"""The id of a new case: made like the existing ones, of title, court and year; and whether it is still free."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence

from caselaw.urls import ID_LENGTH

_LETTERS = str.maketrans({"đ": "d", "ð": "d", "ı": "i", "ł": "l", "ø": "o", "ß": "ss", "'": "", "’": ""})
_VERSUS = re.compile(r"\s(?:v|vs|kundër|protiv)\.?\s", re.IGNORECASE)
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def slug(text: str) -> str:
    """Return a text as addresses write it: small letters a to z, figures, single hyphens."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS)).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def propose_id(title: str, court: str, number: str, decided: str, taken: Collection[str]) -> str:
    """Return a free id; ``court`` is its English name, ``number`` a case number, ``decided`` a date, each may be "".

    Cases with parties are called by them ("siliadin-v-france"), others by name, court and year, and where there is no
    name by court and number.
    """
    name, year = slug(_BRACKETS.sub(" ", title)), decided[:4]
    if _VERSUS.search(title):
        parts = [name]
    else:
        parts = [name or slug(number), *(part for part in (slug(court), year) if part and part not in name)]
        parts = parts if name else [slug(court), slug(number) or year]
    base = _shortened("-".join(part for part in parts if part), ID_LENGTH - 4) or "case"
    candidates = (base, *(f"{base}-{count}" for count in range(2, len(taken) + 3)))
    return next(candidate for candidate in candidates if candidate not in taken)


def _shortened(text: str, length: int) -> str:
    return text if len(text) <= length else text[: length + 1].rpartition("-")[0] or text[:length]


def holder_of(case_id: str, paths: Mapping[str, str], aliases: Mapping[str, Sequence[str]]) -> str | None:
    """Return the path of the case that has an id, now or as a former one; None where it is free.

    ``paths`` lead from ids to files, ``aliases`` from ids to former ids.
    """
    return paths.get(case_id) or next((paths[key] for key, former in aliases.items() if case_id in former), None)
