"""Word documents: what they hold beside their text; they are never published."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile

from caselaw.attachments.objections import Objection, listed
from caselaw.codes import Code
from caselaw.messages import Message, say

_MAX_PART = 20_000_000  # bytes of one part of the document
# The part of the document, what in it betrays hidden data, and what that is.
_SIGNS = (
    ("docProps/core.xml", rb"<dc:creator>[^<]", say("its author")),
    ("docProps/core.xml", rb"<cp:lastModifiedBy>[^<]", say("who changed it last")),
    ("docProps/core.xml", rb"<(?:dc:title|dc:subject|cp:keywords|dc:description)>[^<]", say("title and keywords")),
    ("docProps/app.xml", rb"<(?:Company|Manager)>[^<]", say("an office or company")),
    ("docProps/custom.xml", rb"<property\s", say("properties of its office")),
    ("word/comments.xml", rb"<w:comment\s", say("comments")),
    ("word/document.xml", rb"<w:(?:ins|del|moveFrom|moveTo)\s", say("tracked changes, with deleted words")),
    ("word/document.xml", rb"<w:vanish\s*/>", say("hidden text")),
    ("word/people.xml", rb"<w15:person\s", say("the people who worked on it")),
)


def inspect_word(raw: bytes) -> Objection:
    """Return that a Word document cannot be published, and the kinds of hidden data that it holds, never the data."""
    help = say(
        "save the judgment as PDF and attach that, or copy the text into the case; move the Word file out of content/ "
        "before you hand anything in"
    )
    hidden = tuple(dict.fromkeys(_hidden(raw)))
    if not hidden:
        return Objection(Code.WORD_DOCUMENT, say("Word documents are not published"), help)
    return Objection(
        Code.WORD_DOCUMENT,
        say("Word documents are not published, and this one also holds: {kinds}", kinds=listed(hidden)),
        help,
    )


def _hidden(raw: bytes) -> Iterator[Message]:
    try:
        with ZipFile(BytesIO(raw)) as packed:
            names = set(packed.namelist())
            for part, sign, kind in _SIGNS:
                if part in names and re.search(sign, _read(packed, part)):
                    yield kind
    except (BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
        return  # damaged or protected: it is refused all the same


def _read(packed: ZipFile, part: str) -> bytes:
    with packed.open(part) as opened:
        return opened.read(_MAX_PART)
