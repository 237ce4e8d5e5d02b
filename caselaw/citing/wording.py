"""Citations in words: in the reader's language, in the form of OSCOLA, and of one paragraph."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.citing.citation import Citation
from caselaw.locale import Locale

# Stands for the number of the paragraph while its citation is put together: no text has it, for it is no letter.
_NUMBER = "\ufffc"


@dataclass(frozen=True)
class Pinpoint:
    """The citation of any paragraph of a case: its number stands between ``before`` and ``after``, then the address."""

    before: str
    after: str
    address: str  # permanent, without the paragraph; empty while the library has none


def in_words(citation: Citation, locale: Locale) -> str:
    """Return court, name, number, kind and date, ECLI; what became of the decision; what of it is not verified."""
    return _joined(_decision(citation, locale)) + _history(citation, locale) + _note(citation)


def in_oscola(citation: Citation, locale: Locale) -> str:
    """Return name, number and, in brackets, court and date: without full stops in abbreviations, as OSCOLA has it.

    What became of the decision and what is not verified follow, as they do in words.
    """
    title = oscola_title(citation.title)
    numbers = applications(citation.numbers) if citation.oscola_court else _numbers(citation.numbers)
    court = citation.oscola_court or citation.court
    parts = (title, numbers, f"({court}, {citation.decided_on})", citation.ecli)
    return " ".join(part for part in parts if part) + _history(citation, locale) + _note(citation)


def applications(numbers: tuple[str, ...]) -> str:
    """Return application numbers as OSCOLA cites them, which is in English whatever the language of the page."""
    *others, last = numbers or ("",)
    return f"App nos {', '.join(others)} and {last}" if others else last and f"App no {last}"


def _numbers(numbers: tuple[str, ...]) -> str:
    return ", ".join(f"no {number}" if number[:1].isdigit() else number for number in numbers)


def oscola_title(title: str) -> str:
    """Return the name of a case without the full stop after “v”."""
    return title.replace(" v. ", " v ")


def pinpoint(citation: Citation, locale: Locale) -> Pinpoint:
    """Return the citation of a paragraph; of a summary it says so, since § 12 alone would be that of the judgment."""
    paragraph = locale.text(f"cite.paragraph.{citation.text_kind}", number=_NUMBER)
    text = locale.text(
        "cite.page", paragraph=_joined([*_decision(citation, locale), paragraph]), source=citation.source
    )
    before, _, after = text.partition(_NUMBER)
    return Pinpoint(before, after + _note(citation), citation.address)


def _history(citation: Citation, locale: Locale) -> str:
    return locale.text("cite.history", decisions="; ".join(citation.history)) if citation.history else ""


def _note(citation: Citation) -> str:
    return f" [{citation.note}]" if citation.note else ""


def _decision(citation: Citation, locale: Locale) -> list[str]:
    numbers = ", ".join(
        locale.text("cite.number", number=number) if number[:1].isdigit() else number for number in citation.numbers
    )
    decided = locale.text("cite.decided", kind=citation.kind, date=citation.decided_on)
    return [citation.court, citation.title, numbers, decided, citation.ecli]


def _joined(parts: list[str]) -> str:
    return ", ".join(part for part in parts if part)
