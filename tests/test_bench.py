"""The benchmarks run, and measure the same library each time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bench.build import STAGES, build_once
from bench.corpus import write_corpus
from bench.search_corpus import choose_queries, texts_of, zipf_lexicon
from bench.search_minisearch import build_minisearch
from bench.search_table import GOALS, Row, table, verdicts
from tests.e2e.browsers import chromium_path
from tests.e2e.conftest import need
from tests.project import ROOT
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


def test_a_few_words_stand_on_every_page_and_most_on_hardly_any() -> None:
    texts = list(texts_of(200))
    assert len(zipf_lexicon().words) > 20_000
    pages = [set(re.findall(r"[a-z]+", text.text.lower())) for text in texts]
    common, left_out, field, selective, *_ = choose_queries(texts)
    assert sum(common.text in words for words in pages) == 200
    assert sum(left_out.text in words for words in pages) == 200
    assert sum(field.text in words for words in pages) > 190
    assert sum(selective.text in words for words in pages) == 10
    assert 5_000 < sum(len(text.text) for text in texts) / 200 < 7_500


@pytest.mark.slow
def test_each_way_to_search_is_measured_over_http_and_from_a_folder(tmp_path: Path) -> None:
    """In a process of its own, as the browser of the other tests is still open in this one."""
    need("Chromium", chromium_path())
    report = tmp_path / "report.json"
    command = [sys.executable, "-m", "bench.search", "20", "--rounds", "1", "--alone", "--json", str(report)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    rows = [Row(**row) for row in json.loads(report.read_text(encoding="utf-8"))]
    assert {row.transport for row in rows} == {"http", "file"}
    assert len(rows) == len({(row.language, row.transport, row.query) for row in rows}) >= 12
    assert min(row.seconds for row in rows) > 0
    for row in rows:
        assert "search/start.js" in row.names
        assert row.size == sum(row.names.values()) > 10_000
    assert done.stdout.startswith("\n".join([*table(rows), *verdicts(rows)]))


def row(**figures: Any) -> Row:
    texts: dict[str, Any] = {
        "texts": 10_000,
        "browser": "Chromium",
        "language": "en",
        "transport": "http",
        "query": "most common word",
    }
    sizes: dict[str, Any] = {
        "seconds": 1.5,
        "fastest": 1.25,
        "slowest": 2.0,
        "asked": 1.25,
        "size": 600_000,
        "later": 99_000,
        "files": 15,
        "work": 1.0,
        "late": 40,
        "task": 0,
    }
    return Row(**{**texts, "engine": "library", **sizes, "names": {}, **figures})


def test_the_table_sets_both_engines_side_by_side() -> None:
    figures = {"seconds": 3.0, "asked": None, "work": 4.0, "size": 12_000_000, "later": 0, "files": 3}
    other = row(engine="MiniSearch", **figures, late=400, task=390)
    assert list(table([row(), other]))[2] == (
        "http  most common word   |   1.50   1.25–2.00  1.25  1.00    600   99    15   <50    40"
        " |   3.00   1.25–2.00     –  4.00  12000    0     3   390   400 |   0.50   0.25   0.05"
    )
    assert list(table([row()]))[2].split("|")[2].strip() == "–"


def test_each_goal_is_met_or_not_by_the_worst_of_all_figures() -> None:
    selective = row(query="selective word", seconds=0.9, asked=0.7, transport="file", task=120)
    assert list(verdicts([row(), selective])) == [
        "goals at 10,000 texts",
        "  met       600.00 of 900 kB for the most common word (worst: http, most common word, en)",
        "  met         1.50 of 2.5 s for the most common word, from opening the page "
        "(worst: http, most common word, en)",
        "  met         1.25 of 2.5 s for the most common word, from sending it (worst: http, most common word, en)",
        "  NOT MET     0.90 of 0.8 s for a selective word, from opening the page (worst: file, selective word, en)",
        "  met         0.70 of 0.8 s for a selective word, from sending it (worst: file, selective word, en)",
        "  NOT MET   120.00 of 100 ms for the longest task of the page, any query (worst: file, selective word, en)",
        "",
    ]
    assert len(GOALS) == 6


def test_without_npm_there_is_a_reason_and_no_comparison(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert build_minisearch(tmp_path / "other", []) == "npm and node not installed"
    assert not (tmp_path / "other").exists()
