"""Blocks as Markdown that a build reads back as the same words, whatever signs they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from caselaw.intake.blocks import Block, Kind, Run
from caselaw.markdown import plain_text, render_text
from caselaw.problems import Place, Problems

# A line to write on stays as it is: four or more of these are no markup.
_SIGNS = re.compile(r"\*{4,}|_{4,}|[\\`*_]|\[(?=\^)|<|&(?=#?\w+;)")
_SIGNS_OF_LINKS = re.compile(rf"{_SIGNS.pattern}|\[")
_ENTITIES = {"<": "&lt;", "&": "&amp;"}
# What begins a heading, quotation, list or rule where a paragraph begins with it.
_START = re.compile(r"(?P<digits>[0-9]{1,6})(?=\.)|(?=[#>+\[|-])|(?=[_*][_* ]*$)")
_RISKY = re.compile(r"[\\`*_\[\]<>&#|:+=~-]|^[0-9]")


def typeset(blocks: Iterable[Block]) -> str:
    """Return the text of a case: an empty line between blocks, none between the items of one list."""
    text = ""
    before: Block | None = None
    for block in blocks:
        same_list = before is not None and before.kind is block.kind is Kind.ITEM
        text += ("\n" if same_list else "\n\n" if text else "") + _set(block)
        before = block
    return text + "\n" if text else ""


def _set(block: Block) -> str:
    if block.kind is Kind.TABLE:
        return "\n".join(_rows(block.rows))
    marked = _with_prefix(block, inline(block.runs))
    if not _RISKY.search(block.words) and not any(run.strong or run.emphasis for run in block.runs):
        return marked
    if _reads_back(block, marked):
        return marked
    return _with_prefix(block, inline(Run(run.text, note=run.note) for run in block.runs))


def _with_prefix(block: Block, text: str) -> str:
    if block.kind is Kind.HEADING:
        closing = re.sub(r"#+$", lambda marks: "\\#" * len(marks[0]), text)
        return f"{'#' * min(max(block.level, 1) + 1, 6)} {closing}"
    if block.kind is Kind.NOTE:
        return f"[^{block.mark}]: {_protect_start(text)}"
    if block.kind is Kind.QUOTE:
        return f"> {_protect_start(text)}"
    if block.kind is Kind.ITEM:
        mark = f"{block.mark}." if block.mark.isdigit() else "-"
        return f"{'    ' * block.level}{mark} {_protect_start(text)}"
    return f"[{block.number}] {text}" if block.number is not None else _protect_start(text)


def _protect_start(text: str) -> str:
    match = _START.match(text)
    if not match:
        return text
    digits = match["digits"]
    return f"{digits}\\{text[len(digits) :]}" if digits else f"\\{text}"


def inline(runs: Iterable[Run]) -> str:
    """Return runs as one line of Markdown; emphasis stands at whole words only, as the engine wants it."""
    runs = tuple(runs)
    signs = _signs("".join(run.text for run in runs))
    text = ""
    for index, run in enumerate(runs):
        if run.note is not None:
            text += f"[^{run.note}]"
            continue
        following = runs[index + 1].text if index + 1 < len(runs) else ""
        text += _emphasised(run, text[-1:], following[:1], signs)
    return text


def _emphasised(run: Run, before: str, after: str, signs: re.Pattern[str]) -> str:
    bare, marks = run.text.strip(" "), "*" * (2 * run.strong + run.emphasis)
    text = signs.sub(_escape_sign, bare)
    start = run.text[: len(run.text) - len(run.text.lstrip(" "))]
    end = run.text[len(run.text.rstrip(" ")) :] if bare else ""
    joins = (not start and _clings(before)) or (not end and _clings(after))
    marks = "" if joins else marks
    return f"{start}{marks}{text}{marks}{end}" if bare else run.text


def _clings(sign: str) -> bool:
    return bool(sign) and (sign.isalnum() or sign in "*_\\")


def escape(text: str) -> str:
    """Return words so that no sign in them is markup."""
    return _signs(text).sub(_escape_sign, text)


def _signs(text: str) -> re.Pattern[str]:
    """Return which signs of a block of text would be markup: brackets only where a link could come of them."""
    return _SIGNS_OF_LINKS if "](" in text else _SIGNS


def _escape_sign(match: re.Match[str]) -> str:
    sign = match[0]
    return sign if len(sign) > 1 else _ENTITIES.get(sign, f"\\{sign}")


def _rows(rows: tuple[tuple[str, ...], ...]) -> Iterator[str]:
    width = max(len(row) for row in rows)
    for index, row in enumerate(rows):
        cells = [escape(cell).replace("|", r"\|") for cell in (*row, *[""] * (width - len(row)))]
        yield f"| {' | '.join(cells)} |"
        if index == 0:
            yield f"|{' --- |' * width}"


def _reads_back(block: Block, marked: str) -> bool:
    """Whether a build makes the words of the block of its Markdown; references to footnotes are left aside."""
    bare = re.sub(r"(?<!\\)\[\^[^\]\s]+\]:? ?", "", marked)
    text = render_text(bare, place=Place("new"), problems=Problems())
    if text is None:
        return False
    found = plain_text(" ".join(part.html for part in text.blocks))
    return "".join(found.split()) == "".join(block.words.split())
