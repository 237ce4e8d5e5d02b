"""Refuses a text that Python-Markdown could not set within a second, by its structure and never by the clock.

The figures are measured (bench/markdown_speed.py) and lie above what judgments hold: 1 MB of text has about 15,000
lines, 4,000 paragraphs and 6,000 markup characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from caselaw.codes import Code
from caselaw.markdown.pieces import Kind, Piece
from caselaw.messages import Message, say
from caselaw.problems import Place, Problems

MAX_BYTES = 1_000_000
MAX_LINES = 40_000
MAX_PARTS = 8_000
MAX_MARKS = 20_000
MAX_MARKS_IN_PIECE = 1_000
# Each mark in a piece may copy the whole piece: characters times marks.
MAX_COPYING = 100_000_000
MAX_LINES_IN_STRUCTURE = 2_000
MAX_NESTING = 8
MAX_INDENT = 4 * MAX_NESTING

# What Python-Markdown and the sanitiser stop at: a run of the same character of emphasis is one stop, a link is two.
_MARK = re.compile(r"[\[\\<>&]|\](?=\()|\*++|_++|`++|  \n")
_MARKS = "(* _ [ ` < > & \\)"
_QUOTATION = re.compile(r"^[ ]*+(?:>[ ]?+)++", re.MULTILINE)
_NESTING = re.compile(r"(?:[ ]*+(?:>|(?:[-*+]|[0-9]{1,6}\.)(?=[ ])))*+")
_NESTING_MARK = re.compile(r"[^ 0-9]")
_SPLIT = say("publish an extract, and attach the whole judgment under documents:")


def text_is_too_large(text: str, place: Place, problems: Problems) -> bool:
    """Report a text that is refused for its size alone; said before anything else looks at it."""
    size, lines = len(text.encode("utf-8", "replace")), text.count("\n") + 1
    if size > MAX_BYTES:
        fault = say(
            "the text has {size:.1f} MB; at most {most:.0f} MB can be set", size=size / 1e6, most=MAX_BYTES / 1e6
        )
        problems.add(place, Code.TEXT_TOO_COMPLEX, fault, _SPLIT)
    elif lines > MAX_LINES:
        fault = say("the text has {lines:,} lines; at most {most:,} can be set", lines=lines, most=MAX_LINES)
        problems.add(place, Code.TEXT_TOO_COMPLEX, fault, say("delete empty lines, or {split}", split=_SPLIT))
    else:
        return False
    return True


def pieces_are_too_complex(pieces: Iterable[Piece], place: Place, problems: Problems) -> bool:
    """Report every piece that is refused for its markup, and the text if all of its pieces together are."""
    before = len(problems)
    parts = marks = 0
    for piece in pieces:
        here = _count_marks(piece)
        parts += _count_parts(piece)
        marks += here
        for fault, cure in _faults(piece, here):
            problems.add(Place(place.path, piece.line), Code.TEXT_TOO_COMPLEX, fault, cure)
    if parts > MAX_PARTS:
        fault = say(
            "the text has {parts:,} paragraphs, list lines and table cells; at most {most:,} can be set",
            parts=parts,
            most=MAX_PARTS,
        )
        problems.add(place, Code.TEXT_TOO_COMPLEX, fault, _SPLIT)
    if marks > MAX_MARKS:
        fault = say(
            "the text has {marks:,} markup characters {signs}; at most {most:,} can be set",
            marks=marks,
            signs=_MARKS,
            most=MAX_MARKS,
        )
        problems.add(
            place, Code.TEXT_TOO_COMPLEX, fault, say("remove those that are not needed, or {split}", split=_SPLIT)
        )
    return len(problems) > before


def _count_marks(piece: Piece) -> int:
    text = _QUOTATION.sub("", piece.text) if piece.kind is Kind.STRUCTURE else piece.text
    return len(_MARK.findall(text))


def _count_parts(piece: Piece) -> int:
    if piece.kind in (Kind.PARAGRAPH, Kind.HEADING, Kind.RULE):
        return 1
    lines = piece.text.split("\n")
    # Every row of a table gets as many cells as its widest; "> > - a" makes three elements of one line.
    return sum(max(1, _nesting(line)) for line in lines) + len(lines) * max(line.count("|") for line in lines)


def _faults(piece: Piece, marks: int) -> Iterator[tuple[Message, Message]]:
    most = min(MAX_MARKS_IN_PIECE, MAX_COPYING // max(1, len(piece.text)))
    if marks > most:
        yield (
            say(
                "{marks:,} markup characters {signs} stand in one block of text; at most {most:,} can be set here",
                marks=marks,
                signs=_MARKS,
                most=most,
            ),
            say("put an empty line between the paragraphs, or remove the characters that are not needed"),
        )
    if piece.kind not in (Kind.STRUCTURE, Kind.FOOTNOTE):
        return
    lines = piece.text.split("\n")
    if len(lines) > MAX_LINES_IN_STRUCTURE:
        yield (
            say(
                "one list, quotation or table has {lines:,} lines; at most {most:,} can be set",
                lines=len(lines),
                most=MAX_LINES_IN_STRUCTURE,
            ),
            say("divide it by a heading or a paragraph"),
        )
    if any(_is_nested_too_deeply(line) for line in lines):
        yield (
            say("a list or quotation is nested more than {most} deep", most=MAX_NESTING),
            say('remove ">", "-" or spaces at the start of its lines'),
        )


def _is_nested_too_deeply(line: str) -> bool:
    return _nesting(line) > MAX_NESTING or len(line) - len(line.lstrip(" ")) > MAX_INDENT


def _nesting(line: str) -> int:
    prefix = _NESTING.match(line)
    return len(_NESTING_MARK.findall(prefix[0])) if prefix else 0
