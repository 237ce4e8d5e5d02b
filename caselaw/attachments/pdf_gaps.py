"""What stands in a PDF file between its parts, or belongs to none of its pages: no reader sees it, but it is there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    IndirectObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from caselaw.attachments.pdf_file import parts_of_file

_OBJECT = re.compile(rb"\s*(\d+)\s+(\d+)\s+obj")
_STREAM = re.compile(rb"stream(?:\r\n|\n|\r)?")
_AFTER_STREAM = re.compile(rb"\s*endstream\s*endobj")
_LENGTH = re.compile(rb"/Length\s+(\d+)")
_REFERENCE_TABLE = re.compile(rb"(?:startxref|/Prev|/XRefStm)\s+(\d+)")
# Heads, tables, trailers and ends, and the marks that writers of PDF documents put between them.
_BETWEEN = re.compile(
    rb"(?:[\s\0]+"
    rb"|%PDF-\d\.\d"
    rb"|%[\x80-\xff]{1,40}(?=[\r\n])"
    rb"|%iText[-\w.+ ]{0,40}(?=[\r\n])"
    rb"|%%EOF"
    rb"|startxref\s+\d+"
    rb"|xref(?:\s+\d+\s+\d+(?:\s+\d{10}\s\d{5}\s[nf])*+)++"
    rb"|trailer\s*<<(?:[^<>()]|<[^<>]*>|\((?:\\.|[^\\()])*\))*>>"
    rb")*+",
    re.DOTALL,
)
# The keys of a hint stream: where pages of a file that opens while it loads begin.
_HINTS = frozenset("/S /T /O /A /E /V /I /C /L /R /B /Filter /Length /DecodeParms".split())
_TABLES = frozenset({"/XRef", "/ObjStm"})


def has_gaps(raw: bytes, reader: PdfReader) -> bool:
    """Whether there are bytes in the file that are no part of the document."""
    at = 0
    starts = _starts(raw, reader)
    for start, following in zip(starts, [*starts[1:], len(raw)], strict=True):
        end = _end_of_object(raw, start, following, reader)
        if end is None or not _BETWEEN.fullmatch(raw, at, start):
            return True
        at = end
    return not _BETWEEN.fullmatch(raw, at)


def _starts(raw: bytes, reader: PdfReader) -> list[int]:
    """Return where objects begin, by the tables of the document, and these tables where they are objects too."""
    tables = (int(match[1][:12]) for match in _REFERENCE_TABLE.finditer(raw))
    found = {start for start in tables if start < len(raw) and _OBJECT.match(raw, start)}
    return sorted(found | {start for table in reader.xref.values() for start in table.values() if start > 0})


def _end_of_object(raw: bytes, start: int, following: int, reader: PdfReader) -> int | None:
    head = _OBJECT.match(raw, start, following)
    if head is None:
        return None
    number, generation = int(head[1][:12]), int(head[2][:6])
    is_listed = reader.xref.get(generation, {}).get(number) == start
    found = reader.get_object(IndirectObject(number, generation, reader)) if is_listed else None
    if is_listed and not isinstance(found, StreamObject):
        end = raw.find(b"endobj", head.end(), following)
        return end + len(b"endobj") if end > 0 else None
    stated = _LENGTH.search(raw, head.end(), following)
    # As it stands in the file; there is no public way to it.
    content = found._data if isinstance(found, StreamObject) else b""  # noqa: SLF001
    for stream in _STREAM.finditer(raw, head.end(), following):
        length = len(content) if is_listed else int(stated[1][:12]) if stated else 0
        if raw.startswith(content, stream.end()):
            after = _AFTER_STREAM.match(raw, stream.end() + length, following)
            if after:
                return after.end()
    return None


def belongs_to_nothing(reader: PdfReader) -> bool:
    """Whether a part that holds words or data cannot be reached from the beginning of the document."""
    reached = _reached(reader)
    hints = 0
    for number, generation in parts_of_file(reader):
        if (number, generation) not in reached:
            found = reader.get_object(IndirectObject(number, generation, reader))
            if _is_hint(found):
                hints += 1
            elif _says_something(found):
                return True
    return hints > 1


def _reached(reader: PdfReader) -> set[tuple[int, int]]:
    reached: set[tuple[int, int]] = set()
    waiting: list[object] = [reader.trailer]
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            key = (value.idnum, value.generation)
            if key not in reached:
                reached.add(key)
                waiting.append(reader.get_object(value))
        else:
            waiting += _values(value)
    return reached


def _values(value: object) -> Iterator[object]:
    if isinstance(value, DictionaryObject):
        yield from (value.raw_get(key) for key in value)
    elif isinstance(value, ArrayObject):
        yield from list.__iter__(value)


def _is_hint(found: PdfObject | None) -> bool:
    return isinstance(found, StreamObject) and "/S" in found and not found.keys() - _HINTS


def _says_something(found: PdfObject | None) -> bool:
    if found is None or (isinstance(found, StreamObject) and str(found.get("/Type")) in _TABLES):
        return False
    if isinstance(found, StreamObject):
        return True
    return any(isinstance(value, TextStringObject | ByteStringObject) and value.strip() for value in _within(found))


def _within(found: PdfObject) -> Iterator[object]:
    """Yield an object and everything in it; what it refers to is an object of its own."""
    waiting: list[object] = [found]
    while waiting:
        value = waiting.pop()
        yield value
        waiting += _values(value)
