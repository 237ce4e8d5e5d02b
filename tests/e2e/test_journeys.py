"""The ways that readers take through the library, in both browsers, from a web server and from a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.e2e.searching import ANSWERED

if TYPE_CHECKING:
    from tests.e2e.browsers import Tab


def expect_case(tab: Tab, title: str) -> None:
    tab.wait_for("document.querySelector('article.case')")
    assert tab.text("h1") == title
    assert tab.texts(".headnote p")[0]


def expect_no_fault(tab: Tab, earlier: list[str]) -> None:
    assert tab.complaints()[len(earlier) :] == []
    assert tab.foreign_requests() == []


def test_home_leads_over_a_court_to_a_case(tab: Tab, base: str) -> None:
    earlier = tab.complaints()
    tab.open(base + "en/index.html")
    court = tab.text("main a[href^='courts/']")
    tab.click("main a[href^='courts/']")
    tab.wait_for("location.pathname.includes('/en/courts/')")
    assert tab.text("h1") == court
    title = tab.text("main a[href*='cases/']")
    tab.click("main a[href*='cases/']")
    expect_case(tab, title)
    expect_no_fault(tab, earlier)


def test_home_leads_over_the_index_of_courts_to_a_case(tab: Tab, base: str) -> None:
    earlier = tab.complaints()
    tab.open(base + "en/index.html")
    tab.click("header a[href='courts/index.html']")
    tab.wait_for("location.pathname.endsWith('/en/courts/index.html')")
    tab.click("main a[href$='/index.html']")
    tab.wait_for("document.querySelector('main a[href*=\"../cases/\"]')")
    title = tab.text("main a[href*='cases/']")
    tab.click("main a[href*='cases/']")
    expect_case(tab, title)
    expect_no_fault(tab, earlier)


def test_home_leads_over_the_search_to_a_case(tab: Tab, base: str) -> None:
    earlier = tab.complaints()
    tab.open(base + "en/index.html")
    tab.type("main input[type=search]", "Medicus\n")
    tab.wait_for(f"document.querySelector('.search-result') && {ANSWERED}")
    titles = tab.texts(".search-result a")
    assert "Medicus" in titles[0]
    tab.click(".search-result a")
    expect_case(tab, titles[0])
    tab.back()
    tab.wait_for(f"document.querySelector('.search-result') && {ANSWERED}")
    assert tab.texts(".search-result a") == titles
    expect_no_fault(tab, earlier)
