"""PDF documents: whether one is whole, closed, still and bare; and the texts that readers get from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from caselaw.attachments.objections import Objection, listed
from caselaw.attachments.pdf_contents import active_parts, descriptions_in, hidden_parts, properties_of
from caselaw.attachments.pdf_entries import are_plain, has_unknown_ends
from caselaw.attachments.pdf_file import Damaged, TooMuch, careful_reading, groups_of, open_pdf
from caselaw.attachments.pdf_gaps import belongs_to_nothing, has_gaps
from caselaw.attachments.pdf_work import pages_within_limits
from caselaw.attachments.pictures import hidden_data, unreadable
from caselaw.codes import Code
from caselaw.messages import Message, say
from caselaw.problems import Severity

MAX_TEXT = 5_000_000  # characters
_END = b"%%EOF"
_MARKUP = re.compile(rb"<(?:!doctype|html|script|svg|\?php)", re.IGNORECASE)
# Fewer letters than this on a page of a document are the stamps on a scan.
_LETTERS = 20


@dataclass(frozen=True)
class PdfText:
    """The texts of a document: of each page, and what describes it beside its pages."""

    pages: tuple[str, ...] = ()
    beside: str = ""


def inspect_pdf(raw: bytes) -> tuple[list[Objection], PdfText]:
    """Return what stands against a document, and its texts as far as they could be read."""
    objections = list(_wrappings(raw))
    text = PdfText()
    try:
        with careful_reading():
            reader = open_pdf(raw)
            if reader.is_encrypted:
                return [*objections, _encrypted()], text
            found, text = _look_into(raw, reader)
            objections += [*found, *_unread(text)]
    except Damaged:
        objections.append(unreadable())
    except TooMuch as limit:
        objections.append(_too_large(limit.what))
    return objections, text


def _wrappings(raw: bytes) -> Iterator[Objection]:
    """Yield what the file is beside a document, and what it was before it was changed."""
    if _goes_on(raw):
        yield _mixed()
    if _times_saved(raw) > 1:
        yield hidden_data((say("what it was before it was last changed"),))


def _goes_on(raw: bytes) -> bool:
    behind = raw.rpartition(_END)[2] if _END in raw else b""
    return bool(behind.strip() or _MARKUP.search(raw[:1024]))


def _times_saved(raw: bytes) -> int:
    return raw.count(_END) - (b"/Linearized" in raw[:1024])


def _look_into(raw: bytes, reader: PdfReader) -> tuple[list[Objection], PdfText]:
    active: set[Message] = set()
    beside: dict[str, None] = {}
    groups = list(groups_of(reader))
    hidden = set(_hidden_as_a_whole(raw, reader))
    for group in groups:
        active.update(active_parts(group))
        hidden.update(hidden_parts(group))
        beside.update(dict.fromkeys(descriptions_in(group)))
    # Each is a text of its own: the end of one and the beginning of the next are no name.
    described = "\n\n".join([*beside, properties_of(reader).get("/Producer", "")])
    text = PdfText(tuple(_read_pages(reader, groups)), described.strip()[:MAX_TEXT])
    # Of a file that was saved on top of another, earlier versions stand between the parts: that was said already.
    is_mixed = _times_saved(raw) < 2 and not _goes_on(raw) and has_gaps(raw, reader)
    objections = [_mixed()] if is_mixed else []
    objections += [_active(tuple(sorted(active)))] if active else []
    return objections + ([hidden_data(tuple(sorted(hidden)))] if hidden else []), text


def _hidden_as_a_whole(raw: bytes, reader: PdfReader) -> Iterator[Message]:
    if not are_plain(properties_of(reader)):
        yield say("properties such as author, title and program")
    if has_unknown_ends(reader):
        yield say("entries that no reader shows")
    if _times_saved(raw) < 2 and belongs_to_nothing(reader):
        yield say("parts that belong to no page")


def _read_pages(reader: PdfReader, groups: list[DictionaryObject]) -> Iterator[str]:
    letters = 0
    for page in pages_within_limits(reader, groups):
        text = page.extract_text()
        letters += len(text)
        if letters > MAX_TEXT:
            raise TooMuch(say("it has more than {most} letters", most=f"{MAX_TEXT:,}"))
        yield text


def _unread(text: PdfText) -> Iterator[Objection]:
    """Yield which pages are pictures of a text."""
    silent = [str(number) for number, page in enumerate(text.pages, 1) if sum(map(str.isalnum, page)) < _LETTERS]
    if not silent:
        return
    some = ", ".join(silent[:5]) + (", …" if len(silent) > 5 else "")
    wholly = len(silent) == len(text.pages)
    where = say("it has no text") if wholly else say("these pages have no text: {pages}", pages=some)
    yield Objection(
        Code.DOCUMENT_WITHOUT_TEXT,
        say("no program can read this document ({where}): names in it are not found", where=where),
        say("let a person read all of it before it is published"),
        Severity.NOTICE,
    )


def _mixed() -> Objection:
    return Objection(
        Code.DOCUMENT_MIXED,
        say("the file is a PDF document and something else as well"),
        say("open it, print it into a new PDF file, and take that file instead"),
    )


def _encrypted() -> Objection:
    return Objection(
        Code.DOCUMENT_ENCRYPTED,
        say("the document is protected: it cannot be checked"),
        say("ask for a copy without protection, or print it into a new PDF file"),
    )


def _active(kinds: tuple[Message, ...]) -> Objection:
    return Objection(
        Code.DOCUMENT_ACTIVE,
        say("the document does more than show its pages: {kinds}", kinds=listed(kinds)),
        say(
            "print it into a new PDF file, or remove this with build.py clean {file} and look at the copy", file="FILE"
        ),
        kinds=listed(kinds),
    )


def _too_large(what: Message) -> Objection:
    return Objection(
        Code.DOCUMENT_LARGE,
        say("the document is too large to be checked: {what}", what=what),
        say("divide it, or print it into a new PDF file"),
    )
