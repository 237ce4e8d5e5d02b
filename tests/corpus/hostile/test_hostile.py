"""No text of up to a megabyte keeps the build waiting: it is set, or refused with a clear error."""

from __future__ import annotations

import time

import pytest

from caselaw.codes import Code
from caselaw.markdown import render_text
from caselaw.problems import Place, Problems
from tests.corpus.hostile.patterns import ACCEPTED, HOSTILE

# Measured are fractions of a second (bench/markdown_speed.py); a busy machine must not fail the tests.
PATIENCE = 5.0
SIZES = (8_000, 64_000, 1_000_000)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", [*HOSTILE, *ACCEPTED])
def test_a_hostile_text_is_set_or_refused_in_time(name: str, size: int) -> None:
    text = {**HOSTILE, **ACCEPTED}[name](size)
    problems = Problems()
    start = time.process_time()
    result = render_text(text, place=Place("content/cases/sc/a.md", 5), problems=problems)
    assert time.process_time() - start < PATIENCE
    codes = {problem.code for problem in problems}
    assert result is not None or (name in HOSTILE and codes & {Code.TEXT_TOO_COMPLEX, Code.TEXT_EMPTY})
    assert all(problem.help for problem in problems)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_pattern_has_the_size_that_it_is_asked_for(name: str) -> None:
    for size in SIZES:
        assert 0.95 * size <= len(HOSTILE[name](size)) <= 1.05 * size


def test_the_corpus_is_large_enough() -> None:
    assert len(HOSTILE) >= 25
