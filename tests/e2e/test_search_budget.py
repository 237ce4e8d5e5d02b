"""What a first search costs a reader on a slow line: DESIGN part 6 allows 150 kB up to the first results."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.e2e.browsers import chromium_page
from tests.e2e.searching import ask, found, said

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

FIRST_RESULTS = 150_000  # bytes, gzipped
WITHOUT_ENGINE = 60_000


# Notes which scripts the page has asked for when the first results are in it.
WATCH = """new MutationObserver(() => {
  if (!window.firstScripts && document.querySelector(".search-result"))
    window.firstScripts = Array.from(document.scripts, ({ src }) => src);
}).observe(document, { childList: true, subtree: true })"""


def loaded(chromium: Browser, address: str, site: Path, query: str) -> int:
    """Return the gzipped bytes that a search loads after its page up to the first results, in a new browser."""
    with chromium_page(chromium) as tab:
        tab.open(f"{address}en/search.html")
        before = set(tab.requests())
        tab.evaluate(f"({WATCH}, true)")
        ask(tab, query)
        assert found(tab) > 0, said(tab)
        scripts = set(tab.evaluate("window.firstScripts")) - before
        assert scripts <= set(tab.requests())
    return sum(len(gzip.compress((site / urlsplit(script).path.lstrip("/")).read_bytes())) for script in scripts)


@pytest.mark.parametrize("query", ["kidney", "court", "victim", "L.D.", '"removal of organs"', '"forced labour"'])
def test_the_first_results_fit_their_budget(chromium: Browser, address: str, built_site: Path, query: str) -> None:
    assert loaded(chromium, address, built_site, query) <= FIRST_RESULTS


@pytest.mark.parametrize("query", ["P 309/10", "neni 139", "ECLI:CE:ECHR:2010:0107JUD002596504"])
def test_numbers_and_articles_need_no_index(chromium: Browser, address: str, built_site: Path, query: str) -> None:
    assert loaded(chromium, address, built_site, query) <= WITHOUT_ENGINE
