"""From bytes to a ``Document``: encoding, forbidden characters, the fence, the front matter, the text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from caselaw.codes import Code
from caselaw.messages import joined, say
from caselaw.problems import Place, Problems
from caselaw.strict_yaml import Mapping, Node, parse_yaml

# Judgments of 300 pages hold well under a megabyte of text; larger files are scans or mistakes.
MAX_BYTES = 1_000_000
MAX_FRONT_MATTER = 200_000

# C0 and C1 controls but line feed and tab; soft hyphens and characters without width, which keep words from being
# found; direction overrides, which make text read as what it is not; non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_SAVE_AS_UTF8 = say(
    "open it in a text editor and save it with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
)
# How files begin that are no text, whatever their name.
_FORMATS = {
    b"PK\x03\x04": say("a Word document or another packed file"),
    b"\xd0\xcf\x11\xe0": say("an old Word document"),
    b"{\\rtf": say("a rich-text document"),
    b"%PDF": say("a PDF document"),
}
_UTF_16 = (b"\xff\xfe", b"\xfe\xff", b"-\x00-\x00", b"\x00-\x00-")
# What the end of the fields looks like where the line of hyphens is missing: a heading, a paragraph, other dashes.
_LIKE_TEXT = re.compile(r"##+\s|\[[0-9]+\]|[-\u2010-\u2015]{2,}\s*$")


@dataclass(frozen=True)
class Document:
    """One source file, read but not yet understood: its front matter as nodes, its text, and where the text begins."""

    path: str  # relative to the project, with forward slashes
    id: str  # the file's stem
    front: Mapping
    text: str
    text_line: int


def decode(raw: bytes, path: str, problems: Problems) -> str | None:
    """Return the file as text with line feeds only, or None after saying what stands against it."""
    if len(raw) > MAX_BYTES:
        report_too_large(len(raw), path, problems)
        return None
    if kind := next((kind for start, kind in _FORMATS.items() if raw.startswith(start)), None):
        problems.add(
            Place(path), Code.FILE_FORMAT, say("this is {kind}, not a text file", kind=kind),
            say("copy the text out of it into a new file made with a text editor"),
        )  # fmt: skip
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        problems.add(
            Place(path), Code.BYTE_ORDER_MARK, say("the file begins with an invisible byte order mark"),
            say('save it as "UTF-8", not as "UTF-8 with BOM"'),
        )  # fmt: skip
        raw = raw[3:]
    text = _decode_utf8(raw, path, problems)
    if text is None:
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.add(
            Place(path), Code.FILE_EMPTY, say("the file is empty"), say("write its text into it, or delete the file")
        )
        return None
    _report_characters(text, path, problems)
    return _FORBIDDEN.sub("", text)


def _decode_utf8(raw: bytes, path: str, problems: Problems) -> str | None:
    if raw.startswith(_UTF_16):
        problems.add(Place(path), Code.FILE_NOT_UTF8, say("the file is saved as UTF-16, not as UTF-8"), _SAVE_AS_UTF8)
        return None
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        # Windows-1250 is what the region's Windows writes where a program does not write UTF-8.
        letter = raw[error.start : error.start + 1].decode("cp1250", "replace")
        problems.add(
            _place_in(before, len(before), path), Code.FILE_NOT_UTF8,
            say('the file is not saved as UTF-8: the letter here, perhaps "{letter}", cannot be read', letter=letter),
            _SAVE_AS_UTF8,
        )  # fmt: skip
        return None


def report_too_large(size: int, path: str, problems: Problems) -> None:
    """Say that a file of ``size`` bytes is not read."""
    problems.add(
        Place(path), Code.FILE_TOO_LARGE,
        say("the file has {size:.1f} MB; at most {most:.0f} MB is read", size=size / 1e6, most=MAX_BYTES / 1e6),
        say("keep the text and leave out pictures and scans; split a longer judgment into extracts"),
    )  # fmt: skip


def _report_characters(text: str, path: str, problems: Problems) -> None:
    """Report each forbidden character once, at its first place: a file copied out of a PDF may hold hundreds."""
    counts = Counter(match[0] for match in _FORBIDDEN.finditer(text))
    for character, count in counts.items():
        here = say("an invisible character stands here (U+{character:04X})", character=ord(character))
        more = say("one of {count:,} of its kind in this file", count=count)
        problems.add(
            _place_in(text, text.index(character), path), Code.CONTROL_CHARACTER,
            joined(here, ", ", more) if count > 1 else here,
            say("delete it; it usually comes from copying out of a PDF or a word processor"),
        )  # fmt: skip


def _place_in(text: str, offset: int, path: str) -> Place:
    line = text.count("\n", 0, offset) + 1
    return Place(path, line, offset - (text.rfind("\n", 0, offset) + 1) + 1)


def parse_document(raw: bytes, path: str, problems: Problems) -> Document | None:
    """Read one Markdown file with front matter; None where so much is wrong that its fields cannot be read."""
    text = decode(raw, path, problems)
    if text is None:
        return None
    parts = _split_fence(text, path, problems)
    if parts is None:
        return None
    front_text, body, body_line = parts
    before = len(problems)
    front = parse_yaml(front_text, Place(path, 2), problems)
    if not isinstance(front, Mapping):
        if front is not None or len(problems) == before:
            _report_no_fields(front, path, problems)
        return None
    stem = path.rpartition("/")[2].removesuffix(".md")
    return Document(path, stem, front, body, body_line)


def _split_fence(text: str, path: str, problems: Problems) -> tuple[str, str, int] | None:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        problems.add(
            Place(path), Code.FENCE_MISSING, say("the file does not begin with a line of three hyphens"),
            say(
                "let the very first line be --- (three hyphens, no dash), then the fields, then --- again, then the "
                "text",
            ),
        )  # fmt: skip
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        text_line = next((number for number, line in enumerate(lines[1:], 2) if _LIKE_TEXT.match(line)), len(lines))
        problems.add(
            Place(path, text_line), Code.FENCE_UNCLOSED, say("the fields are not closed by a line of three hyphens"),
            say("write --- on a line of its own between the last field and the text"),
        )  # fmt: skip
        return None
    front = "\n".join(lines[1:end]) + "\n"
    if len(front) > MAX_FRONT_MATTER:
        problems.add(
            Place(path, 2), Code.FILE_TOO_LARGE,
            say(
                "the fields take {size:,} characters; at most {most:,} are read", size=len(front),
                most=MAX_FRONT_MATTER,
            ),
            say("write long passages into the text below the second line of hyphens"),
        )  # fmt: skip
        return None
    return front, "\n".join(lines[end + 1 :]), end + 2


def _report_no_fields(front: Node | None, path: str, problems: Problems) -> None:
    problems.add(
        front.place if front else Place(path, 2), Code.YAML_NOT_A_MAPPING,
        say("between the two lines of hyphens stand no fields"),
        say('write one field a line as "name: value", such as "court: sc"'),
    )  # fmt: skip
