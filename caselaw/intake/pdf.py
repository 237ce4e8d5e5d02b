"""PDF documents: the text of their pages, and what stands against reading it."""

from __future__ import annotations

import logging
import zlib
from collections import Counter
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader
from pypdf.errors import DependencyError, PyPdfError

from caselaw.intake.blocks import Reading, Unreadable
from caselaw.intake.lines import paragraphs_of

_MAX_PAGES = 2_000
_FEWEST_LETTERS = 30  # on a page: fewer are a stamp or a page number on a picture
_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, RecursionError,
    OverflowError, RuntimeError, ArithmeticError, zlib.error,
)  # fmt: skip


def read_pdf(raw: bytes) -> Reading:
    """Return the text of a PDF document.

    Raises ``Unreadable`` where it is locked, damaged, too long, or holds pictures of pages instead of text.
    """
    # It writes what it repairs to the log; of what is lost the editor is told here.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        pages = _pages(PdfReader(BytesIO(raw)))
        texts = [_text(page) for page in pages]
        pictures = sum(_has_picture(page) for page in pages)
    except DependencyError as error:
        raise Unreadable("locked") from error
    except _BROKEN as error:
        raise Unreadable("damaged") from error
    empty = [number for number, text in enumerate(texts, 1) if _letters(text) < _FEWEST_LETTERS]
    if len(empty) == len(pages) and (pictures or not any(map(_letters, texts))):
        raise Unreadable("scanned" if pictures else "empty")
    notices = Counter({"pictures": pictures, "scanned_pages": len(empty) if pictures else 0})
    return Reading(paragraphs_of(texts), +notices)


def _pages(reader: PdfReader) -> list[PageObject]:
    if reader.is_encrypted and not reader.decrypt(""):
        raise Unreadable("locked")
    if len(reader.pages) > _MAX_PAGES:
        raise Unreadable("bomb")
    return list(reader.pages)


def _text(page: PageObject) -> str:
    """Return the lines of a page as they are placed on it, or, where that cannot be told, in their order."""
    try:
        text = page.extract_text(extraction_mode="layout")
    except _BROKEN:
        text = ""
    return text if _letters(text) else page.extract_text()


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def _has_picture(page: PageObject) -> bool:
    resources: Any = page.get("/Resources")
    objects: Any = resources.get_object().get("/XObject") if resources is not None else None
    drawn = objects.get_object().values() if objects is not None else ()
    return any(item.get_object().get("/Subtype") == "/Image" for item in drawn)
