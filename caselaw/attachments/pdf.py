"""PDF documents: whether one is whole, closed, still and bare; and the texts that readers get from it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PageObject, PdfReader
from pypdf.generic import StreamObject

from caselaw.attachments.kinds import MAX_PAGES
from caselaw.attachments.objections import Objection, listed
from caselaw.attachments.pdf_contents import (
    KEPT_PROPERTIES,
    active_parts,
    descriptions_in,
    hidden_parts,
    properties_of,
)
from caselaw.attachments.pdf_file import MAX_SHARED, Damaged, TooMuch, careful_reading, groups_of, open_pdf
from caselaw.attachments.pictures import hidden_data, unreadable
from caselaw.codes import Code
from caselaw.messages import Message, say
from caselaw.problems import Severity

# Bytes of what all pages together are drawn by, and the work of reading their words, which grows faster than their
# number: a scan of 300 pages with its words beneath takes half of it.
MAX_DRAWN = 30_000_000
MAX_WORK = 1_000_000
_SLOWER_FROM = 3_000  # pieces of text on one page
MAX_TEXT = 5_000_000  # characters
_END = b"%%EOF"
_MARKUP = re.compile(rb"<(?:!doctype|html|script|svg|\?php)", re.IGNORECASE)
_PRINTS_SHARED = re.compile(rb"/\S+\s+Do\b")
_PRINTS_TEXT = re.compile(rb"T[jJ]\b|[)>]\s*['\"]")
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
            found, text = _look_into(reader)
            objections += [*found, *_unread(text)]
    except Damaged:
        objections.append(unreadable())
    except TooMuch as limit:
        objections.append(_too_large(limit.what))
    return objections, text


def _wrappings(raw: bytes) -> Iterator[Objection]:
    """Yield what the file is beside a document, and what it was before it was changed."""
    behind = raw.rpartition(_END)[2] if _END in raw else b""
    if behind.strip() or _MARKUP.search(raw[:1024]):
        yield Objection(
            Code.DOCUMENT_MIXED,
            say("the file is a PDF document and something else as well"),
            say("open it, print it into a new PDF file, and take that file instead"),
        )
    saved = raw.count(_END) - (b"/Linearized" in raw[:1024])
    if saved > 1:
        yield hidden_data((say("what it was before it was last changed"),))


def _look_into(reader: PdfReader) -> tuple[list[Objection], PdfText]:
    active: set[Message] = set()
    hidden: set[Message] = set()
    beside: dict[str, None] = {}
    forms = []
    for group in groups_of(reader):
        active.update(active_parts(group))
        hidden.update(hidden_parts(group))
        beside.update(dict.fromkeys(descriptions_in(group)))
        if isinstance(group, StreamObject) and group.get("/Subtype") == "/Form":
            forms.append(group.get_data())
    properties = properties_of(reader)
    if properties.keys() - KEPT_PROPERTIES:
        hidden.add(say("properties such as author, title and program"))
    described = "\n".join([*beside, properties.get("/Producer", "")])
    text = PdfText(tuple(_read_pages(reader, forms)), described.strip()[:MAX_TEXT])
    objections = [_active(tuple(sorted(active)))] if active else []
    return objections + ([hidden_data(tuple(sorted(hidden)))] if hidden else []), text


def _read_pages(reader: PdfReader, forms: list[bytes]) -> Iterator[str]:
    """Yield the text of each page, after counting what that will take."""
    if len(reader.pages) > MAX_PAGES:
        raise TooMuch(say("it has {pages} pages; at most {most} are read", pages=len(reader.pages), most=MAX_PAGES))
    if not reader.pages:
        raise Damaged
    shared = _Shared(forms)
    drawn = work = letters = 0
    for page in reader.pages:
        length, words = shared.measure(page)
        drawn, work = drawn + length, work + words * (1 + words // _SLOWER_FROM)
        if drawn > MAX_DRAWN or work > MAX_WORK:
            raise TooMuch(say("its pages consist of more pieces than those of a judgment"))
        text = page.extract_text()
        letters += len(text)
        if letters > MAX_TEXT:
            raise TooMuch(say("it has more than {most} letters", most=f"{MAX_TEXT:,}"))
        yield text


class _Shared:
    """What pages may print again and again, each time as long as the longest of it."""

    def __init__(self, forms: list[bytes]) -> None:
        self._length = max(map(len, forms), default=0)
        self._words = max((len(_PRINTS_TEXT.findall(form)) for form in forms), default=0)
        self._nested = any(_PRINTS_SHARED.search(form) for form in forms)

    def measure(self, page: PageObject) -> tuple[int, int]:
        """Return the bytes and the pieces of text that are read for a page, at most."""
        contents = page.get_contents()
        own = contents.get_data() if contents is not None else b""
        times = min(MAX_SHARED, len(_PRINTS_SHARED.findall(own)))
        if times and self._nested:
            times = MAX_SHARED
        return len(own) + times * self._length, len(_PRINTS_TEXT.findall(own)) + times * self._words


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
