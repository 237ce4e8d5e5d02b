"""Brings the indentation of nested lists to the four columns that Python-Markdown counts in.

Editors indent by what they see: a nested item stands below the words of the one above it, two columns in after "- ",
three after "1. ". Previews understand that; Python-Markdown would put all the items on one level.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

STEP = "    "
_ITEM = re.compile(r"(?:[-*+]|[0-9]{1,6}\.)[ ]++(?=\S)")


def indent_of(line: str) -> int:
    """Return the number of spaces before the first character."""
    return len(line) - len(line.lstrip(" "))


def words_column(line: str) -> int | None:
    """Return the column (from 0) from which a line belongs to the list item that ``line`` begins, if it begins one."""
    indent = indent_of(line)
    item = _ITEM.match(line, indent)
    return min(item.end(), indent + len(STEP)) if item else None


def in_steps(lines: Iterable[str]) -> Iterator[str]:
    """Yield the lines of one list with each level indented by four columns, and an empty line where one is needed."""
    columns: list[int] = []  # of the words of the items around the present line
    gap = in_paragraph = False
    for line in lines:
        if not line.strip():
            gap, in_paragraph = True, False
            yield ""
            continue
        indent, words = indent_of(line), words_column(line)
        while columns and indent < columns[-1]:
            columns.pop()
        if words is not None and in_paragraph:
            # Python-Markdown would take the item for a line of the paragraph above it.
            yield ""
        yield STEP * len(columns) + line[indent:]
        if words is not None:
            columns.append(words)
        in_paragraph = words is None and (gap or in_paragraph)
        gap = False
