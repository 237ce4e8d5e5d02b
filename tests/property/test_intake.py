"""Whatever a judgment holds: the text of the new case is set by a build without a fault, and says the same words."""

from __future__ import annotations

import html
import re

from hypothesis import given
from hypothesis import strategies as st

from caselaw.intake.answers import quoted
from caselaw.intake.blocks import Block, Kind, Run, plain, tidy
from caselaw.intake.documents import read_document
from caselaw.intake.numbering import number_paragraphs
from caselaw.intake.typeset import typeset
from caselaw.markdown import render_text
from caselaw.problems import Place, Problems
from caselaw.strict_yaml import Mapping, Scalar, parse_yaml
from tests.property.test_markdown import any_texts

BLOCK_KINDS = (Kind.PARAGRAPH, Kind.HEADING, Kind.ITEM, Kind.QUOTE)
runs = st.lists(st.builds(Run, any_texts, st.booleans(), st.booleans()), min_size=1, max_size=4).map(tidy)
blocks = st.lists(
    st.builds(Block, st.sampled_from(BLOCK_KINDS), runs, st.integers(1, 4)).filter(lambda block: bool(block.words)),
    min_size=1,
    max_size=6,
)


def together(text: str) -> str:
    return "".join(text.split())


def words_of(text: str) -> tuple[str, list[str]]:
    """Return the words that a build makes of a text, and what it has against it."""
    problems = Problems()
    found = render_text(text, place=Place("a.md"), problems=problems)
    shown = "" if found is None else " ".join(block.html for block in found.blocks)
    return together(html.unescape(re.sub(r"<[^>]*>", "", shown))), [str(problem) for problem in problems]


def as_item(block: Block) -> Block:
    return Block(Kind.ITEM, block.runs, 0, "-") if block.kind is Kind.ITEM else block


@given(blocks)
def test_no_word_is_lost_or_read_as_markup(given_blocks: list[Block]) -> None:
    unnumbered = tuple(map(as_item, given_blocks))
    for found in (unnumbered, number_paragraphs(unnumbered).blocks):
        words, problems = words_of(typeset(found))
        assert words == together("".join(block.words for block in found))
        assert problems == []


@given(st.lists(any_texts, min_size=2, max_size=6))
def test_the_cells_of_a_table_keep_their_words(cells: list[str]) -> None:
    row = tuple("".join(run.text for run in plain(cell)) for cell in cells)
    table = Block(Kind.TABLE, rows=(row, tuple(reversed(row)), row[:1]))
    words, problems = words_of(typeset([Block(Kind.PARAGRAPH, plain("Before."), number=1), table]))
    assert words == together(f"Before.{table.words}")
    assert problems == []


@given(st.lists(any_texts.filter(lambda text: bool(plain(text))), min_size=1, max_size=5))
def test_a_web_page_says_what_it_said(texts: list[str]) -> None:
    escaped = "".join(f"<p>{html.escape(' '.join(text.split()))}</p>" for text in texts)
    page = f"<html><body><h1>Judgment</h1>{escaped}</body></html>"
    draft = read_document(page.encode("utf-8", "replace"), "html")
    words, problems = words_of(typeset(draft.blocks))
    assert words == together("".join(block.words for block in draft.blocks))
    assert problems == []


@given(any_texts)
def test_a_value_is_read_back_as_it_was_given(text: str) -> None:
    value = " ".join(run.text for run in plain(text))
    node = parse_yaml(f"title: {quoted(value or 'x')}\n", Place("a.md"), problems := Problems())
    assert [str(problem) for problem in problems] == []
    assert isinstance(node, Mapping)
    found = node.get("title")
    assert isinstance(found, Scalar)
    assert found.text == (value or "x")
