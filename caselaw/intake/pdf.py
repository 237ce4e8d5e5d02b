"""PDF documents: the text of their pages, and what stands against reading it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from pypdf import PageObject
from pypdf.errors import DependencyError, LimitReachedError

from caselaw.attachments.pdf_file import Damaged, TooMuch, careful_reading, groups_of, open_pdf
from caselaw.attachments.pdf_work import pages_within_limits
from caselaw.intake.blocks import Reading, Unreadable
from caselaw.intake.lines import paragraphs_of
from caselaw.messages import say

_MAX_SIGNS = 20_000_000  # of all pages, with the spaces that place words in columns
_FEWEST_LETTERS = 30  # on a page: fewer are a stamp or a page number on a picture


def read_pdf(raw: bytes) -> Reading:
    """Return the text of a PDF document.

    Raises ``Unreadable`` where it is locked, damaged, too long, or holds pictures of pages instead of text.
    """
    try:
        with careful_reading():
            read = _read(raw)
    except TooMuch as limit:
        raise Unreadable("bomb") from limit
    except Damaged as damage:
        raise Unreadable("damaged") from damage
    if read is None:
        raise Unreadable("locked")
    texts, pictures = read
    empty = [number for number, text in enumerate(texts, 1) if _letters(text) < _FEWEST_LETTERS]
    if len(empty) == len(texts) and (pictures or not any(map(_letters, texts))):
        raise Unreadable("scanned" if pictures else "empty")
    notices = Counter({"pictures": pictures, "scanned_pages": len(empty) if pictures else 0})
    return Reading(paragraphs_of(texts), +notices)


def _read(raw: bytes) -> tuple[list[str], int] | None:
    """Return the texts of the pages, and how many have pictures; None of a document that is locked."""
    reader = open_pdf(raw)
    try:
        if reader.is_encrypted and not reader.decrypt(""):
            return None
    except DependencyError:
        return None
    texts, pictures, letters = [], 0, 0
    for page in pages_within_limits(reader, groups_of(reader)):
        texts.append(_text(page))
        pictures += _has_picture(page)
        letters += len(texts[-1])
        if letters > _MAX_SIGNS:
            raise TooMuch(say("it has more than {most} letters", most=f"{_MAX_SIGNS:,}"))
    return texts, pictures


def _text(page: PageObject) -> str:
    """Return the lines of a page as they are placed on it, or, where that cannot be told, in their order."""
    try:
        text = page.extract_text(extraction_mode="layout")
    except LimitReachedError:
        raise
    except Exception:  # noqa: BLE001 a page that is damaged makes pypdf raise nearly anything
        text = ""
    return text if _letters(text) else page.extract_text()


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _has_picture(page: PageObject) -> bool:
    resources: Any = page.get("/Resources")
    objects: Any = resources.get_object().get("/XObject") if resources is not None else None
    drawn = objects.get_object().values() if objects is not None else ()
    return any(item.get_object().get("/Subtype") == "/Image" for item in drawn)
