"""The preview in a browser: a page that is open comes anew by itself, and mistakes come and go above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from caselaw.preview.session import preview_session
from tests.e2e.browsers import chromium_page
from tests.sample_library import SampleLibrary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

    from tests.e2e.browsers import Tab

LONG = "\n\n".join(f"[{number}] {'A court said so. ' * 20}" for number in range(1, 60))
PANEL = "document.getElementById('preview-panel')"


@pytest.fixture
def library(tmp_path_factory: pytest.TempPathFactory) -> SampleLibrary:
    library = SampleLibrary(tmp_path_factory.mktemp("preview"))
    library.add("first", title="First case", body=LONG)
    return library


@pytest.fixture
def tab(chromium: Browser, library: SampleLibrary) -> Iterator[Tab]:
    """A tab that waits for the page of the case from before there is a library, and then shows it."""
    with preview_session(library.request(), 0, lambda _state: None) as server, chromium_page(chromium) as tab:
        tab.open(f"{server.address}en/cases/first.html")
        tab.wait_for("document.querySelector('h1')?.textContent === 'First case'")
        yield tab


def test_a_page_comes_anew_after_a_save_and_stays_where_the_reader_was(tab: Tab, library: SampleLibrary) -> None:
    tab.evaluate("scrollTo({ top: 2000, behavior: 'instant' })")
    tab.wait_for("scrollY === 2000")
    library.add("first", title="First case", body=LONG.replace("[59] ", "[59] These words are new. "))
    tab.wait_for("document.body.textContent.includes('These words are new')")
    tab.wait_for("scrollY === 2000")
    assert tab.foreign_requests() == []


def test_mistakes_come_and_go_above_the_page_without_a_new_one(tab: Tab, library: SampleLibrary) -> None:
    tab.evaluate("document.documentElement.dataset.same = 'yes'")
    library.add("first", title="First case", body=LONG, outcome="<i>conviction</i>")
    tab.wait_for(f"{PANEL}.textContent.includes('<i>conviction</i>')")
    assert tab.evaluate(f"{PANEL}.querySelector('i')") is None
    assert tab.evaluate("document.querySelector('h1').textContent") == "First case"
    assert tab.evaluate(f"{PANEL}.querySelector('ol').getBoundingClientRect().height < innerHeight / 2")
    # The list stands above the page, not upon it; its one line stays in view further down.
    header = "document.querySelector('.site-header').getBoundingClientRect().top"
    assert tab.evaluate(f"{header} >= {PANEL}.querySelector('ol').getBoundingClientRect().bottom - 1")
    tab.evaluate("scrollTo({ top: 2000, behavior: 'instant' })")
    tab.wait_for("scrollY === 2000")
    assert tab.evaluate(f"{PANEL}.querySelector('summary').getBoundingClientRect().top") == 0
    assert tab.evaluate(f"{PANEL}.querySelector('ol').getBoundingClientRect().bottom <= 0")
    library.add("first", title="First case", body=LONG)
    tab.wait_for(f"{PANEL}.textContent.trim() === ''")
    assert tab.evaluate("document.documentElement.dataset.same") == "yes"
