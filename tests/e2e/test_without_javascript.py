"""The library for a reader whose browser runs no scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.browsers import ChromiumTab, chromium_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


@pytest.fixture
def tab(chromium: Browser) -> Iterator[ChromiumTab]:
    with chromium_page(chromium, javascript=False) as tab:
        yield tab


def heading(tab: ChromiumTab) -> str:
    return tab.page.locator("h1").inner_text()


@pytest.mark.parametrize("section", ["courts", "years", "offences"])
def test_home_leads_over_every_index_to_a_case(tab: ChromiumTab, built_site: Path, section: str) -> None:
    tab.open(built_site.as_uri() + "/en/index.html")
    tab.click(f"header a[href='{section}/index.html']")
    entry = tab.page.locator("main a").first
    name = entry.inner_text()
    entry.click()
    assert name in heading(tab)
    case = tab.page.locator("main a[href*='cases/']").first
    title = case.inner_text()
    case.click()
    assert heading(tab) == title
    assert tab.page.locator(".headnote p").inner_text()
    assert tab.page.locator("#p1").inner_text()


def test_banner_timeline_and_references_lead_through_the_proceedings_by_keyboard(
    tab: ChromiumTab, built_site: Path
) -> None:
    tab.open(built_site.as_uri() + "/en/cases/medicus-first-instance-2013.html")
    banner = tab.page.locator(".status-banner a", has_text="Pml.Kzz 92/2016")
    banner.focus()
    tab.page.keyboard.press("Enter")
    assert heading(tab) == "Medicus (Supreme Court)"
    assert tab.page.locator(".chain-step[aria-current] .chain-title").all_inner_texts() == ["Medicus (Supreme Court)"]
    tab.page.locator("#p2 a.prose-reference", has_text="PAKR 52/14").focus()
    tab.page.keyboard.press("Enter")
    assert heading(tab) == "Medicus (Court of Appeals)"
    tab.page.locator(".chain-sentences a").first.focus()
    tab.page.keyboard.press("Enter")
    assert tab.page.locator(":target").get_attribute("id") == "p5"
    assert heading(tab) == "Medicus (first instance)"


def test_the_root_leads_to_the_library(tab: ChromiumTab, built_site: Path) -> None:
    tab.open(built_site.as_uri() + "/index.html")
    tab.click("main a[href='en/index.html']")
    assert tab.page.locator("main a[href='cases/index.html']").is_visible()


def test_the_search_page_says_what_it_needs_and_offers_the_indexes(tab: ChromiumTab, built_site: Path) -> None:
    tab.open(built_site.as_uri() + "/en/search.html")
    assert "JavaScript" in tab.page.locator("main").inner_text()
    assert not tab.page.locator("main form").is_visible()
    assert tab.page.locator("main a[href='courts/index.html']").is_visible()
    assert tab.page.locator("main a[href='cases/index.html']").is_visible()
