"""The search page at work in both browsers, from a web server and from a folder, and what it says of missing parts."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.e2e.browsers import chromium_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.e2e.browsers import Tab

ANSWERED = "document.querySelector('.search-results').ariaBusy === 'false'"


@pytest.fixture(params=["chromium", "firefox"])
def tab(request: pytest.FixtureRequest) -> Iterator[Tab]:
    browser = request.getfixturevalue(request.param)
    if request.param == "firefox":
        yield browser
    else:
        with chromium_page(browser) as page:
            yield page


@pytest.fixture(params=["http", "file"])
def search_address(request: pytest.FixtureRequest, built_site: Path) -> str:
    base = request.getfixturevalue("address") if request.param == "http" else built_site.as_uri() + "/"
    return f"{base}en/search.html"


def said(tab: Tab) -> str:
    """Return the line above the results, once the search has been answered."""
    tab.wait_for(ANSWERED)
    return tab.text("[role=status]")


def found(tab: Tab) -> int:
    """Return how many cases the line above the results tells of."""
    return int(said(tab).removeprefix("Cases found: "))


def query_of(tab: Tab) -> str:
    return str(tab.evaluate("location.search"))


def years_shown(tab: Tab) -> list[int]:
    dates = tab.texts(".search-result [data-field=date]")
    return [int(year) for date in dates for year in re.findall(r"\b\d{4}\b", date)]


def test_the_index_is_loaded_when_the_reader_begins_to_search(tab: Tab, search_address: str) -> None:
    tab.open(search_address)
    assert said(tab) == "Type what you look for, or choose a filter."
    scripts = "document.querySelectorAll('script[src*=\"/search/en/\"]').length"
    assert tab.evaluate(scripts) == 0
    tab.click("#search-query")
    tab.wait_for(f"{scripts} >= 3")


def test_a_filter_alone_finds_as_many_cases_as_it_promises(tab: Tab, search_address: str) -> None:
    earlier = tab.complaints()
    tab.open(search_address)
    tab.click("[data-filter=court] summary")
    option = tab.evaluate("document.querySelector('[data-filter=court] input').value")
    name = tab.text("[data-filter=court] li label > span")
    count = int(tab.text("[data-filter=court] li .search-filter-count > span"))
    tab.click("[data-filter=court] input")
    tab.wait_for("document.querySelector('.search-result')")
    assert found(tab) == count
    assert set(tab.texts(".search-result [data-field=court]")) == {name}
    assert query_of(tab) == f"?court={option}"
    assert tab.text("[data-filter=court] summary") == "Court (1)"
    assert tab.complaints()[len(earlier) :] == []


def test_values_of_one_filter_add_up_and_filters_narrow_each_other(tab: Tab, search_address: str) -> None:
    values = tab_values(tab, search_address)
    one, other = (found_at(tab, f"{search_address}?court={value}") for value in values)
    both = f"{search_address}?court={values[0]}&court={values[1]}"
    assert found_at(tab, both) == one + other
    year = tab.evaluate("document.querySelector('[data-filter=year] input').value")
    assert found_at(tab, f"{both}&year={year}") <= one + other
    assert set(years_shown(tab)) <= {int(year)}


def tab_values(tab: Tab, address: str) -> list[str]:
    """Return the first two courts that the filter offers."""
    tab.open(address)
    values = tab.evaluate("Array.from(document.querySelectorAll('[data-filter=court] input'), box => box.value)")
    return [str(value) for value in values[:2]]


def found_at(tab: Tab, address: str) -> int:
    tab.open(address)
    tab.wait_for("!document.querySelector('[role=status]').textContent.includes('Type')")
    text = said(tab)
    return int(text.removeprefix("Cases found: ")) if text.startswith("Cases found") else 0


def test_results_are_sorted_by_date_in_either_direction(tab: Tab, search_address: str) -> None:
    everything = f"{search_address}?offence=trafficking-in-persons&shown=50"
    assert found_at(tab, f"{everything}&sort=newest") > 10
    newest = years_shown(tab)
    assert newest == sorted(newest, reverse=True)
    assert found_at(tab, f"{everything}&sort=oldest") == len(newest)
    assert years_shown(tab) == sorted(newest)


def test_the_address_brings_the_same_results_again(tab: Tab, search_address: str) -> None:
    tab.open(search_address)
    tab.type("#search-query", "victim\n")
    tab.wait_for("document.querySelector('.search-result')")
    first = tab.texts(".search-result a")
    tab.choose("#search-sort", "oldest")
    tab.wait_for(f"location.search === '?q=victim&sort=oldest' && {ANSWERED}")
    oldest = tab.texts(".search-result a")
    assert oldest != first
    tab.reload()
    tab.wait_for("document.querySelector('.search-result')")
    assert tab.texts(".search-result a") == oldest
    tab.back()
    tab.wait_for("location.search === '?q=victim'")
    said(tab)
    assert tab.texts(".search-result a") == first


def test_more_results_are_shown_ten_at_a_time_on_demand(tab: Tab, search_address: str) -> None:
    total = found_at(tab, f"{search_address}?offence=trafficking-in-persons")
    assert total > 10
    assert len(tab.texts(".search-result")) == 10
    tab.click("[data-more]")
    tab.wait_for("document.querySelectorAll('.search-result').length > 10")
    assert len(tab.texts(".search-result")) == min(total, 20)
    focused = "document.activeElement.closest('li') === document.querySelectorAll('.search-result')[10]"
    assert tab.evaluate(focused)
    assert tab.evaluate("document.querySelector('[data-more]').hidden") is (total <= 20)


def test_a_search_without_a_hit_repeats_the_query_and_leads_on(tab: Tab, search_address: str) -> None:
    tab.open(f"{search_address}?q=zzzqq&court=ecthr")
    tab.wait_for("!document.querySelector('[data-state=none]').hidden")
    assert said(tab) == "No case was found for “zzzqq”."
    assert tab.texts(".search-result") == []
    assert len(tab.texts("main a")) >= 3
    tab.click(".search-filters [data-clear]")
    tab.wait_for("location.search === '?q=zzzqq'")


def test_hits_are_marked_in_the_excerpt(tab: Tab, search_address: str) -> None:
    tab.open(f"{search_address}?q=kidney")
    tab.wait_for("document.querySelector('.search-result mark')")
    assert {mark.lower().rstrip(".,") for mark in tab.texts(".search-result mark")} <= {"kidney", "kidneys"}


@pytest.mark.parametrize(("number", "title"), [("P 309/10", "Medicus (first instance)"), ("73316/01", "Siliadin")])
def test_a_case_number_finds_its_own_case_before_those_that_mention_it(
    tab: Tab, search_address: str, number: str, title: str
) -> None:
    tab.open(f"{search_address}?q={number}")
    assert found(tab) >= 1
    assert tab.text(".search-result a").startswith(title)


def test_the_box_of_a_case_page_leads_to_the_search_page(tab: Tab, search_address: str) -> None:
    tab.open(search_address.replace("search.html", "cases/medicus-first-instance-2013.html"))
    tab.type("header input[name=q]", "kidney & donors\n")
    tab.wait_for("location.pathname.endsWith('/en/search.html')")
    tab.wait_for("document.querySelector('#search-query').value === 'kidney & donors'")
    assert query_of(tab) == "?q=kidney%20%26%20donors"


@pytest.fixture
def broken_site(built_site: Path, tmp_path: Path) -> Path:
    """Return a copy of the site that a test may spoil."""
    return shutil.copytree(built_site, tmp_path / "site")


@pytest.mark.parametrize("part", ["start", "engine", "wasm", "meta", "index-*", "fragments-*", "filters"])
def test_a_missing_part_is_told_and_searching_again_helps(
    chromium: Browser, broken_site: Path, built_site: Path, part: str
) -> None:
    for script in (broken_site / "search" / "en").glob(f"{part}.js"):
        script.unlink()
    with chromium_page(chromium) as tab:
        tab.open((broken_site / "en" / "search.html").as_uri() + "?q=victim&court=ecthr")
        tab.wait_for("!document.querySelector('[data-state=error]').hidden")
        assert said(tab) == "The search could not be loaded."
        assert re.search(rf"{part.replace('*', '.*')}\.js\S* could not be loaded", tab.text("[data-fault]"))
        assert tab.page.locator(".search-ways a").first.is_visible()
        shutil.copytree(built_site / "search", broken_site / "search", dirs_exist_ok=True)
        tab.click("[data-again]")
        tab.wait_for("document.querySelector('.search-result')")


def test_where_a_server_forbids_workers_the_page_searches_itself(chromium: Browser, broken_site: Path) -> None:
    page = broken_site / "en" / "search.html"
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("worker-src 'self' blob:", "worker-src 'none'"), encoding="utf-8")
    with chromium_page(chromium) as tab:
        tab.open(page.as_uri() + "?q=victim")
        tab.wait_for("document.querySelector('.search-result')")
        assert any("worker-src 'none'" in complaint for complaint in tab.complaints())


def test_an_index_without_texts_is_told(chromium: Browser, broken_site: Path) -> None:
    start = broken_site / "search" / "en" / "start.js"
    start.write_text('caselawSearch.receive("en", {"start": {"version": "empty", "pages": 0, "packs": 0}});\n')
    with chromium_page(chromium) as tab:
        tab.open((broken_site / "en" / "search.html").as_uri() + "?q=victim")
        tab.wait_for(ANSWERED)
        assert said(tab) == "There are no texts to search in this language yet."
