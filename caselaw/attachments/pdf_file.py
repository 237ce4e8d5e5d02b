"""Opening PDF documents with pypdf: quietly, within limits, and whatever is in them."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from pypdf import PdfReader, apply_configuration
from pypdf.errors import LimitReachedError
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, PdfObject

from caselaw.messages import Message, say

MAX_OBJECTS = 100_000
# Bytes that one compressed part may unfold to, and how often a page may print a part that pages share.
MAX_UNFOLDED = 20_000_000
MAX_SHARED = 100
_MAX_DEPTH = 50  # of groups and lists within one object; real ones have ten


class TooMuch(Exception):
    """The document is larger, inside, than any judgment."""

    def __init__(self, what: Message) -> None:
        super().__init__(what)
        self.what = what


class Damaged(Exception):
    """The document cannot be read."""


@contextmanager
def careful_reading() -> Iterator[None]:
    """Keep pypdf from talking and from unfolding without end; whatever it stumbles over is ``Damaged``."""
    logger = logging.getLogger("pypdf")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    limits = apply_configuration(
        zlib_maximum_output_length=MAX_UNFOLDED,
        lzw_maximum_output_length=MAX_UNFOLDED,
        run_length_maximum_output_length=MAX_UNFOLDED,
        array_based_stream_maximum_output_length=MAX_UNFOLDED,
        jbig2dec_binary=None,  # no other program is run
        stream_decoding_work_maximum_length=3 * MAX_UNFOLDED,
        xform_maximum_invocations_per_extraction=MAX_SHARED,
    )
    try:
        with warnings.catch_warnings(action="ignore"), limits:
            yield
    except TooMuch:
        raise
    except LimitReachedError:
        raise TooMuch(say("something in it unfolds to more than {size} MB", size=MAX_UNFOLDED // 1_000_000)) from None
    except Exception:  # noqa: BLE001 a damaged document makes pypdf raise nearly anything
        raise Damaged from None
    finally:
        logger.setLevel(level)


def open_pdf(raw: bytes) -> PdfReader:
    """Return the document; to be called and used within ``careful_reading``."""
    return PdfReader(BytesIO(raw), root_object_recovery_limit=1_000, xref_stream_maximum_entries=2 * MAX_OBJECTS)


def parts_of_file(reader: PdfReader) -> list[tuple[int, int]]:
    """Return number and generation of every part of the file, in their order."""
    numbers = {(number, generation) for generation, table in reader.xref.items() for number in table}
    numbers |= {(number, 0) for number in reader.xref_objStm}
    if len(numbers) > MAX_OBJECTS:
        raise TooMuch(say("it consists of more than {most} parts", most=f"{MAX_OBJECTS:,}"))
    return sorted(numbers)


def groups_of(reader: PdfReader) -> Iterator[DictionaryObject]:
    """Yield every group of properties in the document, those that nothing refers to any more too."""
    parts = parts_of_file(reader)
    yield from groups_in(reader.trailer)
    for number, generation in parts:
        found = reader.get_object(IndirectObject(number, generation, reader))
        if found is not None:
            yield from groups_in(found)


def groups_in(found: PdfObject) -> Iterator[DictionaryObject]:
    """Yield the groups within one object; what it refers to is an object of its own."""
    waiting = [(found, 0)]
    while waiting:
        value, depth = waiting.pop()
        if depth > _MAX_DEPTH:
            raise TooMuch(say("its parts are nested more than {most} deep", most=_MAX_DEPTH))
        if isinstance(value, DictionaryObject):
            yield value
            waiting += [(value.raw_get(key), depth + 1) for key in value]
        elif isinstance(value, ArrayObject):
            waiting += [(one, depth + 1) for one in list.__iter__(value)]
