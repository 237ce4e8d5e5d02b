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


def loaded(chromium: Browser, address: str, site: Path, query: str) -> int:
    """Return the gzipped bytes that a search loads after its page, in a browser that has nothing yet."""
    with chromium_page(chromium) as tab:
        tab.open(f"{address}en/search.html")
        before = len(tab.requests())
        ask(tab, query)
        assert found(tab) > 0, said(tab)
        files = [site / urlsplit(request).path.lstrip("/") for request in tab.requests()[before:]]
    return sum(len(gzip.compress(file.read_bytes())) for file in files if file.suffix == ".js")


@pytest.mark.parametrize("query", ["kidney", "court", "compensation", "victim", "L.D."])
def test_the_first_results_fit_their_budget(chromium: Browser, address: str, built_site: Path, query: str) -> None:
    assert loaded(chromium, address, built_site, query) <= FIRST_RESULTS


@pytest.mark.parametrize("query", ["P 309/10", "neni 139", "ECLI:CE:ECHR:2010:0107JUD002596504"])
def test_numbers_and_articles_need_no_index(chromium: Browser, address: str, built_site: Path, query: str) -> None:
    assert loaded(chromium, address, built_site, query) <= WITHOUT_ENGINE
