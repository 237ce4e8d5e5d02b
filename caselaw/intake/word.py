"""Word documents: mammoth makes HTML of them, after Word's automatic paragraph numbers were written out."""

from __future__ import annotations

import zipfile
from io import BytesIO
from xml.etree.ElementTree import ParseError

import mammoth

from caselaw.intake.blocks import Reading, Unreadable
from caselaw.intake.web import read_html
from caselaw.intake.word_numbers import with_numbers

DOCUMENT = "word/document.xml"
# A judgment of 300 pages unpacks to some ten megabytes.
_MAX_UNPACKED = 100_000_000
_MAX_PART = 40_000_000
_MAX_FILES = 2_000
_BROKEN = (
    zipfile.BadZipFile, ParseError, KeyError, ValueError, IndexError, AttributeError, TypeError, RecursionError,
    RuntimeError, EOFError, OSError,
)  # fmt: skip


def read_word(raw: bytes) -> Reading:
    """Return the text of a .docx file with its headings, emphasis, lists, tables and footnotes.

    Raises ``Unreadable`` where it is damaged, locked, or unpacks to more than any judgment.
    """
    try:
        with zipfile.ZipFile(BytesIO(raw)) as packed:
            _refuse(packed)
            document = with_numbers(packed)
        html = mammoth.convert_to_html(
            BytesIO(document),
            convert_image=mammoth.images.img_element(lambda _image: {}),
            ignore_empty_paragraphs=True,
            external_file_access=False,
        ).value
    except Unreadable:
        raise
    except _BROKEN as error:
        raise Unreadable("damaged") from error
    return read_html(html)


def _refuse(packed: zipfile.ZipFile) -> None:
    parts = packed.infolist()
    sizes = [part.file_size for part in parts]
    if len(parts) > _MAX_FILES or sum(sizes) > _MAX_UNPACKED or max(sizes, default=0) > _MAX_PART:
        raise Unreadable("bomb")
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("locked")
    if DOCUMENT not in packed.namelist():
        raise Unreadable("packed")
