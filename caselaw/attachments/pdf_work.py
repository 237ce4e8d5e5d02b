"""How much work the pages of a PDF document are, counted before it is done: small files can take hours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pypdf import PageObject, PdfReader
from pypdf.generic import DictionaryObject, StreamObject

from caselaw.attachments.kinds import MAX_PAGES
from caselaw.attachments.pdf_file import MAX_SHARED, Damaged, TooMuch
from caselaw.messages import say

# Bytes of what all pages together are drawn by, and the work of reading their words, which grows faster than their
# number: a scan of 300 pages with its words beneath takes half of it.
MAX_DRAWN = 30_000_000
MAX_WORK = 1_000_000
_SLOWER_FROM = 3_000  # pieces of text on one page
_PRINTS_SHARED = re.compile(rb"/\S+\s+Do\b")
_PRINTS_TEXT = re.compile(rb"T[jJ]\b|[)>]\s*['\"]")


def pages_within_limits(reader: PdfReader, groups: Iterable[DictionaryObject]) -> Iterator[PageObject]:
    """Yield the pages one by one, ``groups`` being all groups of the document.

    Raises ``TooMuch`` before the page whose text would take too long to read.
    """
    if len(reader.pages) > MAX_PAGES:
        raise TooMuch(say("it has {pages} pages; at most {most} are read", pages=len(reader.pages), most=MAX_PAGES))
    if not reader.pages:
        raise Damaged
    forms = (one for one in groups if isinstance(one, StreamObject) and one.get("/Subtype") == "/Form")
    shared = _Shared([form.get_data() for form in forms])
    drawn = work = 0
    for page in reader.pages:
        length, words = shared.measure(page)
        drawn, work = drawn + length, work + words * (1 + words // _SLOWER_FROM)
        if drawn > MAX_DRAWN or work > MAX_WORK:
            raise TooMuch(say("its pages consist of more pieces than those of a judgment"))
        yield page


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
