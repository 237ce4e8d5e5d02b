"""The benchmarks run, and measure the same library each time."""

from __future__ import annotations

from pathlib import Path

from bench.build import STAGES, build_once
from bench.corpus import write_corpus
from tests.sample_library import tree


def test_the_same_seed_gives_the_same_library(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_corpus(tmp_path / name, 20, paragraphs=5)
    write_corpus(tmp_path / "different", 20, seed=2, paragraphs=5)
    assert tree(tmp_path / "one") == tree(tmp_path / "other")
    assert tree(tmp_path / "one") != tree(tmp_path / "different")


def test_a_build_of_it_is_timed_stage_by_stage(tmp_path: Path) -> None:
    seconds = build_once(write_corpus(tmp_path, 20, paragraphs=5))
    assert set(seconds) == {*STAGES, "everything else", "total"}
    assert min(seconds.values()) > 0
    assert len(list((tmp_path / "site" / "en" / "cases").glob("invented-*.html"))) == 20
