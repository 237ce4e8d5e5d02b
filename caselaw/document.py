"""From bytes to a ``Document``: encoding, forbidden characters, the fence, the front matter, the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from caselaw.codes import Code
from caselaw.problems import Place, Problems
from caselaw.strict_yaml import Mapping, Node, parse_yaml

# Judgments of 300 pages hold well under a megabyte of text; larger files are scans or mistakes.
MAX_BYTES = 1_000_000
MAX_FRONT_MATTER = 200_000

# C0 and C1 controls but line feed and tab; direction overrides that make text read as what it is not; non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")
_SAVE_AS_UTF8 = "open the file in a text editor and save it with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)"


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
    start = Place(path)
    if len(raw) > MAX_BYTES:
        report_too_large(len(raw), path, problems)
        return None
    if raw.startswith(b"\xef\xbb\xbf"):
        problems.add(
            start, Code.BYTE_ORDER_MARK, "the file begins with an invisible byte order mark",
            'save it as "UTF-8", not as "UTF-8 with BOM"',
        )  # fmt: skip
        raw = raw[3:]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        place = _place_in(before, len(before), path)
        byte = raw[error.start]
        problems.add(place, Code.FILE_NOT_UTF8, f"the file is not UTF-8: byte {byte:#04x} is no letter", _SAVE_AS_UTF8)
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.add(
            start, Code.FILE_EMPTY, "the file is empty", "write the case into it, or delete the file",
        )  # fmt: skip
        return None
    _report_characters(text, path, problems)
    return text


def report_too_large(size: int, path: str, problems: Problems) -> None:
    """Say that a file of ``size`` bytes is not read."""
    problems.add(
        Place(path), Code.FILE_TOO_LARGE, f"the file has {size / 1e6:.1f} MB; at most {MAX_BYTES / 1e6:.0f} MB is read",
        "keep the text and leave out pictures and scans; split a longer judgment into extracts",
    )  # fmt: skip


def _report_characters(text: str, path: str, problems: Problems) -> None:
    for match in _FORBIDDEN.finditer(text):
        problems.add(
            _place_in(text, match.start(), path), Code.CONTROL_CHARACTER,
            f"an invisible character stands here (U+{ord(match[0]):04X})",
            "delete it; it usually comes from copying out of a PDF or a word processor",
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
    front = parse_yaml(front_text, Place(path, 2), problems)
    if not isinstance(front, Mapping):
        _report_no_fields(front, path, problems)
        return None
    stem = path.rpartition("/")[2].removesuffix(".md")
    return Document(path, stem, front, body, body_line)


def _split_fence(text: str, path: str, problems: Problems) -> tuple[str, str, int] | None:
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        problems.add(
            Place(path), Code.FENCE_MISSING, "the file does not begin with a line of three hyphens",
            "begin the file with ---, then the fields, then --- again, then the text",
        )  # fmt: skip
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---"), None)
    if end is None:
        problems.add(
            Place(path, len(lines)), Code.FENCE_UNCLOSED, "the fields are not closed by a line of three hyphens",
            "write --- on a line of its own between the last field and the text",
        )  # fmt: skip
        return None
    front = "\n".join(lines[1:end]) + "\n"
    if len(front) > MAX_FRONT_MATTER:
        problems.add(
            Place(path, 2), Code.FILE_TOO_LARGE, f"the fields take {len(front):,} characters; at most "
            f"{MAX_FRONT_MATTER:,} are read", "write long passages into the text below the second line of hyphens",
        )  # fmt: skip
        return None
    return front, "\n".join(lines[end + 1 :]), end + 2


def _report_no_fields(front: Node | None, path: str, problems: Problems) -> None:
    syntax_was_reported = any(problem.place.path == path for problem in problems)
    if front is None and syntax_was_reported:
        return
    problems.add(
        front.place if front else Place(path, 2), Code.YAML_NOT_A_MAPPING,
        "between the two lines of hyphens stand no fields", 'write one field a line as "name: value", such as "court: sc"',
    )  # fmt: skip
