"""The paragraph numbers: those of the court where it gave any that rise through the document, else our own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from caselaw.intake.blocks import Block, Kind, Run, tidy

# "[12] …" and "¶ 12 …" can hardly be anything but paragraph numbers; "12. …" and "12) …" may be a list.
_MARKS = {
    "sure": re.compile(r"(?:\[(\d{1,4})\]|¶\s*(\d{1,4})[.)]?)\s+(?=\S)"),
    "point": re.compile(r"(\d{1,4})\.\s+(?=\S)"),
    "bracket": re.compile(r"(\d{1,4})\)\s+(?=\S)"),
}
_DATE = re.compile(r"\d{1,2}\.\s+[^\W\d_]{3,10}\.?\s+(?:19|20)\d\d")
_LARGEST_GAP = 4  # numbers that the reading may have lost in a row
_FEWEST = 3
_LONG = 80  # characters from which a paragraph would bear a number in a numbered judgment
_OPENING_LINE = 120  # characters at most of each line before the first sentence
_SHARE = 3  # at least one of so many long paragraphs


@dataclass(frozen=True)
class Numbered:
    """Blocks with their numbers, and whether the court gave these."""

    blocks: tuple[Block, ...]
    by_court: bool


@dataclass(frozen=True)
class _Candidate:
    index: int
    number: int
    length: int  # of the mark in the text


def number_paragraphs(blocks: tuple[Block, ...]) -> Numbered:
    """Return the blocks with the court's numbers as their own, or all paragraphs counted from 1."""
    chains = [(style, _longest_chain(list(_candidates(blocks, style)))) for style in _MARKS]
    style, chain = max(chains, key=lambda found: len(found[1]))
    if _is_numbering(style, chain, blocks):
        numbers = {candidate.index: candidate for candidate in chain}
        return Numbered(tuple(_numbered(block, numbers.get(index)) for index, block in enumerate(blocks)), True)
    opening = len(list(opening_lines(blocks))) % len(blocks) if blocks else 0
    counted = iter(range(1, len(blocks) + 1))
    ours = (
        replace(block, number=next(counted)) if block.kind is Kind.PARAGRAPH and index >= opening else block
        for index, block in enumerate(blocks)
    )
    return Numbered(tuple(ours), False)


def opening_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield the blocks before the first sentence: the state, the court, the number, in whose name it judges."""
    return takewhile(lambda block: len(block.words) <= _OPENING_LINE, blocks)


def _candidates(blocks: tuple[Block, ...], style: str) -> Iterator[_Candidate]:
    for index, block in enumerate(blocks):
        if block.kind is Kind.ITEM and block.level == 0 and block.mark.isdigit() and style == "point":
            yield _Candidate(index, int(block.mark), 0)
        elif block.kind is Kind.PARAGRAPH and (match := _MARKS[style].match(block.words)):
            number = int(match[1] or match[2]) if style == "sure" else int(match[1])
            if number and not _DATE.match(block.words):
                yield _Candidate(index, number, match.end())


def _longest_chain(candidates: list[_Candidate]) -> list[_Candidate]:
    """Return the candidates that rise in the smallest steps: a list quoted in a paragraph stays out."""
    best: dict[int, tuple[float, _Candidate, _Candidate | None]] = {}  # by number: how good, itself, the one before
    before: dict[_Candidate, _Candidate | None] = {}
    scores: dict[_Candidate, float] = {}
    for candidate in candidates:
        score, previous = (0.0 if candidate.number == 1 else -0.5), None
        for gap in range(1, _LARGEST_GAP + 1):
            earlier = best.get(candidate.number - gap)
            if earlier and earlier[0] - 0.4 * (gap - 1) > score:
                score, previous = earlier[0] - 0.4 * (gap - 1), earlier[1]
        before[candidate], scores[candidate] = previous, score + 1
        # Of two ways to one number the earlier stays unless the later is better: what is quoted comes after.
        if candidate.number not in best or best[candidate.number][0] < score + 1:
            best[candidate.number] = (score + 1, candidate, previous)
    last = max(candidates, key=lambda candidate: scores[candidate], default=None)
    chain: list[_Candidate] = []
    while last is not None:
        chain.append(last)
        last = before[last]
    return chain[::-1]


def _is_numbering(style: str, chain: list[_Candidate], blocks: tuple[Block, ...]) -> bool:
    if style == "sure":
        return len(chain) >= 2
    texts = sum(1 for block in blocks if block.kind in (Kind.PARAGRAPH, Kind.ITEM) and len(block.words) >= _LONG)
    return len(chain) >= _FEWEST and len(chain) * _SHARE >= texts and chain[0].number <= _FEWEST


def _numbered(block: Block, candidate: _Candidate | None) -> Block:
    if candidate is None:
        return block
    runs = _without(block.runs, candidate.length)
    return Block(Kind.PARAGRAPH, runs, number=candidate.number)


def _without(runs: tuple[Run, ...], length: int) -> tuple[Run, ...]:
    """Return the runs without their first ``length`` characters."""
    kept: list[Run] = []
    for run in runs:
        cut = min(length, len(run.text)) if run.note is None else 0
        length -= cut
        kept.append(replace(run, text=run.text[cut:]))
    return tidy(kept)
