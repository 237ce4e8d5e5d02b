"""From the bytes of a document to numbered blocks; by what it is, and only if its name says the same."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from caselaw.document import MAX_BYTES
from caselaw.intake.blocks import Block, Kind, Reading, Run, Unreadable
from caselaw.intake.lines import is_heading, paragraphs_of
from caselaw.intake.numbering import number_paragraphs, opening_lines
from caselaw.intake.pdf import read_pdf
from caselaw.intake.web import read_html
from caselaw.intake.word import read_word
from caselaw.transliteration import latin

MAX_FILE = 50_000_000
_ENDINGS = {"docx": "word", "pdf": "pdf", "html": "web", "htm": "web", "xhtml": "web", "txt": "text"}
READABLE = ".docx, .pdf, .html, .htm, .txt"
_HTML = re.compile(rb"<(?:!doctype|html|head|body|div|p|h1|article|main)\b", re.IGNORECASE)
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_SPACED = re.compile(r"(?:[^\W\d_]{1,2} ){3,}[^\W\d_]{1,2}")  # A r s y e t i m
_MAX_HEADING = 100


@dataclass(frozen=True)
class Draft:
    """What was read: numbered blocks, whose numbers they are, and how much was lost by the key of its notice."""

    blocks: tuple[Block, ...]
    by_court: bool
    notices: dict[str, int]

    @property
    def words(self) -> str:
        """All words, a line for each block."""
        return "\n".join(block.words for block in self.blocks)


def read_document(raw: bytes, ending: str) -> Draft:
    """Read a document whose file name ends in ``ending`` (without the dot).

    Raises ``Unreadable`` with the reason.
    """
    if len(raw) > MAX_FILE:
        raise Unreadable("large", most=MAX_FILE // 1_000_000)
    if not raw.strip():
        raise Unreadable("empty")
    named, found = _ENDINGS.get(ending.lower()), _format(raw)
    if found in ("old_word", "rich_text"):
        raise Unreadable(found)
    if named is None:
        raise Unreadable("ending", readable=READABLE)
    if (named, found) not in (("word", "word"), ("pdf", "pdf"), ("web", "web"), ("web", "text"), ("text", "text")):
        raise Unreadable("wrong_ending", ending=f".{ending.lower()}")
    return _finish(_READERS[named](raw))


def _format(raw: bytes) -> str:
    """Say what a file is by how it begins."""
    start = raw[:2048].lstrip(b"\xef\xbb\xbf\t\n\r ")
    for name, marks in _STARTS.items():
        if start.startswith(marks):
            return name
    return "web" if _HTML.search(start) else "text"


_STARTS: dict[str, tuple[bytes, ...]] = {
    "word": (b"PK\x03\x04", b"PK\x05\x06"), "pdf": (b"%PDF",),
    "old_word": (b"\xd0\xcf\x11\xe0",), "rich_text": (b"{\\rtf",),
    "picture": (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\x00", b"MM\x00*"),
}  # fmt: skip


def _read_text(raw: bytes) -> Reading:
    try:
        text = raw.decode("utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("encoding") from error
    return Reading(paragraphs_of([text]))


_READERS = {"word": read_word, "pdf": read_pdf, "web": read_html, "text": _read_text}


def _finish(reading: Reading) -> Draft:
    blocks = reading.blocks
    if not any(sign.isalpha() for sign in reading.words):
        raise Unreadable("scanned" if reading.notices["pictures"] else "empty")
    if len(reading.words.encode()) > MAX_BYTES * 0.9:
        raise Unreadable("long", most=MAX_BYTES // 1_000_000)
    notices = dict(+reading.notices)
    if _CYRILLIC.search(reading.words):
        blocks = tuple(map(_in_latin, blocks))
        notices["cyrillic"] = 1
    numbered = number_paragraphs(_with_headings(blocks))
    return Draft(numbered.blocks, numbered.by_court, notices)


def _in_latin(block: Block) -> Block:
    runs = tuple(replace(run, text=latin(run.text)) for run in block.runs)
    return replace(block, runs=runs, rows=tuple(tuple(map(latin, row)) for row in block.rows))


def _with_headings(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks in which short paragraphs in capitals or in bold type are headings, but for the opening ones.

    A judgment opens with several such lines: the state, the court, the number.
    """
    opening = len(list(opening_lines(blocks)))
    return tuple(
        Block(Kind.HEADING, tuple(Run(run.text, note=run.note) for run in block.runs), level=1)
        if index >= opening and _looks_like_heading(block)
        else block
        for index, block in enumerate(blocks)
    )


def _looks_like_heading(block: Block) -> bool:
    words = block.words
    if block.kind is not Kind.PARAGRAPH or len(words) > _MAX_HEADING or words.endswith((".", ",", ";", ":")):
        return False
    is_spaced = _SPACED.fullmatch(words) is not None
    return (
        is_spaced
        or is_heading(words)
        or all(run.strong or not run.text.strip() for run in block.runs if run.note is None)
    )
