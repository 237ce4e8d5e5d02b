"""One file that is to be published: everything that stands against it, and what it is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from caselaw.attachments.kinds import MAX_BYTES, Kind, is_named_as, kind_of
from caselaw.attachments.objections import Objection
from caselaw.attachments.pdf import PdfText, inspect_pdf
from caselaw.attachments.pictures import inspect_picture
from caselaw.codes import Code
from caselaw.messages import Message, joined, say
from caselaw.problems import Severity
from caselaw.safety import describe, find_personal_data


def inspect(raw: bytes, name: str, public: frozenset[str] = frozenset()) -> tuple[Kind | None, tuple[Objection, ...]]:
    """Return the kind of a file by its content, and what stands against it, whatever its bytes are.

    ``public`` are words of which published names consist, as in ``find_personal_data``.
    """
    kind = kind_of(raw)
    if kind is None:
        return None, (_no_kind(raw),)
    objections = [] if is_named_as(kind, name) else [_misnamed(kind)]
    if kind is Kind.PDF:
        found, text = inspect_pdf(raw)
        return kind, (*objections, *found, *_personal_data(text, public))
    return kind, (*objections, *inspect_picture(raw, kind))


def too_large(size: int) -> Objection:
    """Return the objection to a file of ``size`` bytes, which is not opened."""
    return Objection(
        Code.DOCUMENT_LARGE,
        say("the file has {size} MB; at most {most} MB are published",
            size=f"{size / 1e6:.1f}", most=MAX_BYTES // 1_000_000),
        say("save it smaller: 200 points an inch and shades of grey are enough for a scan; or divide it"),
    )  # fmt: skip


def _no_kind(raw: bytes) -> Objection:
    head = raw[:2000].lower()
    if b"%pdf-" in head:
        return Objection(
            Code.DOCUMENT_MIXED,
            say("something else stands before the beginning of the PDF document"),
            say("open it, print it into a new PDF file, and take that file instead"),
        )
    found = say("something else")
    if b"<svg" in head:
        found = say("an SVG drawing, which can hold programs")
    elif b"<html" in head or b"<!doctype" in head or b"<script" in head:
        found = say("a web page")
    elif head.startswith(b"pk\x03\x04"):
        found = say("a Word document or another packed file")
    elif not raw:
        found = say("nothing: it is empty")
    return Objection(
        Code.DOCUMENT_TYPE,
        say("only PDF, PNG, JPEG and WebP are published; this file holds {found}", found=found),
        say("save it as PDF, or as a picture; giving it another name does not change it"),
    )


def _misnamed(kind: Kind) -> Objection:
    return Objection(
        Code.DOCUMENT_ENDING,
        say("the file is of the kind {kind}, but its name says otherwise", kind=kind.label),
        say("let its name end in {ending}, here and in the case", ending=kind.endings[0]),
    )


def _personal_data(text: PdfText, public: frozenset[str]) -> Iterator[Objection]:
    pages = [(say("page {page}", page=number), page) for number, page in enumerate(text.pages, 1)]
    for where, words in (*pages, (say("bookmarks, links and properties"), text.beside)):
        yield from _found_in(where, words, public)


def _found_in(where: Message, text: str, public: frozenset[str]) -> Iterator[Objection]:
    """Yield one objection for each kind of personal data in a text, without any sign of it."""
    found: dict[tuple[Code, Severity], list[Message]] = defaultdict(list)
    for finding in find_personal_data(text, public):
        found[finding.code, finding.severity].append(describe(finding, text)[0])
    for (code, severity), (first, *others) in found.items():
        more = say(" (and {count} more of this kind)", count=len(others)) if others else ""
        yield Objection(code, joined(where, ": ", first, more), _blacken(severity), severity)


def _blacken(severity: Severity) -> Message:
    help = say("black it out in the judgment so that the words are gone, not only covered; then attach the new file")
    if severity is Severity.ERROR:
        return help
    return joined(help, say("; if it must stand it may: a warning about a document stops nothing and cannot be waived"))
