"""The search page at work in both browsers, from a web server and from a folder, and what it says of missing parts."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from tests.e2e.browsers import chromium_page
from tests.e2e.searching import ANSWERED, ask, found, go, query_of, said, shown

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.e2e.browsers import Tab

OPEN_FILTERS = "document.querySelectorAll('.search-filter').forEach(filter => { filter.open = true; })"


@pytest.fixture
def search_address(base: str) -> str:
    return f"{base}en/search.html"


def years_shown(tab: Tab) -> list[int]:
    dates = tab.texts(".search-result [data-field=date]")
    return [int(year) for date in dates for year in re.findall(r"\b\d{4}\b", date)]


def count_at(tab: Tab, facet: str, key: str) -> int:
    """Return how many cases a value of a filter promises."""
    tab.wait_for("document.querySelector('[data-filters]').ariaBusy === 'false'")
    return int(tab.evaluate(f"document.querySelector('[data-option=\"{facet}:{key}\"] [data-count]').textContent"))


def test_the_index_is_loaded_when_the_reader_begins_to_search(tab: Tab, search_address: str) -> None:
    tab.open(search_address)
    assert said(tab) == "Type what you look for, or choose a filter."
    scripts = "document.querySelectorAll('script[src*=\"/search/\"]').length"
    assert tab.evaluate(scripts) == 0
    tab.click("#search-query")
    tab.wait_for(f"{scripts} >= 4")


def test_a_filter_alone_finds_as_many_cases_as_it_promises(tab: Tab, search_address: str) -> None:
    earlier = tab.complaints()
    tab.open(search_address)
    tab.click("[data-filter=court] summary")
    count = count_at(tab, "court", "bc-prishtina")
    tab.click("[data-option='court:bc-prishtina'] input")
    tab.wait_for(f"document.querySelector('.search-result') && {ANSWERED}")
    assert found(tab) == count == len(shown(tab))
    assert set(tab.texts(".search-result [data-field=court]")) == {"Basic Court of Prishtina"}
    assert query_of(tab) == "?court=bc-prishtina"
    assert tab.text("[data-filter=court] summary") == "Court (1)"
    assert tab.evaluate("document.querySelectorAll('script[src*=wasm]').length") == 0  # browsing needs no engine
    assert tab.complaints()[len(earlier) :] == []


def test_every_value_of_every_filter_finds_what_it_promises(chromium: Browser, built_site: Path) -> None:
    address = f"{built_site.as_uri()}/en/search.html"
    with chromium_page(chromium) as tab:
        go(tab, f"{address}?q=court")
        options = "Array.from(document.querySelectorAll('[data-option]'), option => option.dataset.option)"
        values = [str(option).split(":") for option in tab.evaluate(options)]
        promised = {(facet, key): count_at(tab, facet, key) for facet, key in values}
        assert {facet for facet, _ in values} == {
            *(
                "court",
                "year",
                "offence",
                "outcome",
                "article",
                "act",
                "means",
                "purpose",
                "topic",
                "victim",
                "language",
            )
        }
        wrong = {}
        for (facet, key), count in promised.items():
            chosen = f"from={key}&to={key}" if facet == "year" else f"{facet}={key}"
            tab.evaluate(f"(history.pushState(null, '', '?q=court&{chosen}'), dispatchEvent(new Event('popstate')))")
            if found(tab) != count:
                wrong[facet, key] = (found(tab), count)
        assert wrong == {}
        assert len(promised) > 100


def test_values_of_one_filter_add_up_and_filters_narrow_each_other(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?court=sc")
    one, other = count_at(tab, "court", "sc"), count_at(tab, "court", "ca")  # counted beside the chosen court
    assert found(tab) == one
    go(tab, f"{search_address}?court=sc&court=ca")
    assert found(tab) == one + other
    both = count_at(tab, "offence", "trafficking-in-persons")
    go(tab, f"{search_address}?court=sc&court=ca&offence=trafficking-in-persons")
    assert found(tab) == both < one + other
    assert set(tab.texts(".search-result [data-field=court]")) == {"Supreme Court", "Court of Appeals"}


def test_years_are_a_range_that_may_be_open_or_backwards(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?from=2013&to=2016&shown=50")
    years = years_shown(tab)
    assert set(years) <= {2013, 2014, 2015, 2016}
    assert tab.text(".search-chosen li a").startswith("Year: 2013–2016")
    go(tab, f"{search_address}?from=2016&to=2013&shown=50")
    assert years_shown(tab) == years
    go(tab, f"{search_address}?from=2016&shown=50")
    assert min(years_shown(tab)) >= 2016
    tab.evaluate(OPEN_FILTERS)
    tab.click("[data-year='2013']")
    tab.wait_for("location.search === '?from=2013&to=2013'")
    said(tab)
    assert set(years_shown(tab)) == {2013}


def test_each_chosen_value_stands_above_the_results_and_can_be_removed(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=victim&court=ecthr&from=2015&topic=non-punishment&sort=newest")
    chosen = [text.split(" ×")[0] for text in tab.texts(".search-chosen li a")]
    assert [text.split(":")[0] for text in chosen] == ["Court", "Topic", "Year", "Remove all filters"]
    tab.click(".search-chosen li:nth-of-type(2) a")
    tab.wait_for("location.search === '?q=victim&sort=newest&court=ecthr&from=2015'")
    said(tab)
    tab.click("[data-clear] a")
    tab.wait_for("location.search === '?q=victim&sort=newest'")
    said(tab)
    assert tab.evaluate("document.querySelectorAll('.search-filters input:checked').length") == 0


def test_results_are_sorted_by_date_in_either_direction(tab: Tab, search_address: str) -> None:
    everything = f"{search_address}?offence=trafficking-in-persons&shown=50"
    go(tab, f"{everything}&sort=newest")
    newest = years_shown(tab)
    assert len(newest) > 10
    assert newest == sorted(newest, reverse=True)
    ids = shown(tab)
    go(tab, f"{everything}&sort=oldest")
    assert shown(tab) == ids[::-1]


def test_the_address_brings_the_same_results_again(tab: Tab, search_address: str) -> None:
    tab.open(search_address)
    tab.type("#search-query", "victim\n")
    tab.wait_for(f"location.search && {ANSWERED}")
    first = shown(tab)
    tab.choose("#search-sort", "oldest")
    tab.wait_for(f"location.search === '?q=victim&sort=oldest' && {ANSWERED}")
    oldest = shown(tab)
    assert oldest != first
    tab.reload()
    tab.wait_for(f"document.querySelector('.search-result') && {ANSWERED}")
    assert shown(tab) == oldest
    tab.back()
    tab.wait_for("location.search === '?q=victim'")
    said(tab)
    assert shown(tab) == first


def test_back_from_a_case_restores_list_place_and_focus(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=victim&shown=20")
    ids = shown(tab)
    assert len(ids) > 12
    link = "document.querySelectorAll('.search-result')[11].querySelector('a')"
    tab.evaluate(f"{link}.scrollIntoView()")
    top = tab.evaluate("window.scrollY")
    assert top > 500
    tab.evaluate(f"{link}.click()")
    tab.wait_for(f"location.pathname.endsWith('/{ids[11]}.html') && document.readyState === 'complete'")
    tab.back()
    tab.wait_for("document.querySelectorAll('.search-result').length > 12")
    said(tab)
    assert shown(tab) == ids
    tab.wait_for(f"document.activeElement === {link}")
    tab.wait_for(f"Math.abs(window.scrollY - {top}) < 60")


def test_the_way_back_on_the_page_of_a_case_restores_list_and_focus(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=victim")
    tab.click("[data-more]")
    tab.wait_for("document.querySelectorAll('.search-result').length > 12")
    ids = shown(tab)
    link = "document.querySelectorAll('.search-result')[11].querySelector('a')"
    tab.evaluate(f"{link}.click()")
    tab.wait_for("document.querySelector('[data-hit-bar]')?.hidden === false")
    tab.evaluate("document.querySelector('[data-hit-back]').click()")
    tab.wait_for("document.querySelectorAll('.search-result').length > 12")
    said(tab)
    assert shown(tab) == ids
    tab.wait_for(f"document.activeElement === {link}")
    assert tab.evaluate("location.hash") == ""


def test_more_results_are_shown_ten_at_a_time_on_demand(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?offence=trafficking-in-persons")
    total = found(tab)
    assert total > 10
    assert len(shown(tab)) == 10
    tab.click("[data-more]")
    tab.wait_for("document.querySelectorAll('.search-result').length > 10")
    assert len(shown(tab)) == min(total, 20)
    focused = "document.activeElement.closest('li') === document.querySelectorAll('.search-result')[10]"
    assert tab.evaluate(focused)
    assert tab.evaluate("document.querySelector('[data-more]').hidden") is (total <= 20)
    assert query_of(tab).endswith(f"&shown={min(total, 20)}")


def test_more_results_pressed_twice_are_shown_once(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?court=ecthr")
    more = "document.querySelector('[data-more]')"
    tab.evaluate(f"({more}.click(), {more}.click(), true)")
    tab.wait_for("document.querySelectorAll('.search-result').length > 10")
    tab.wait_for(f"!{more}.disabled")
    assert len(shown(tab)) == len(set(shown(tab))) == 20


def test_a_range_beyond_the_library_does_not_block_the_form(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=court&from=1800&to=3000")
    tab.type("#search-query", "kidney\n")
    tab.wait_for("location.search.includes('q=kidney')")
    assert found(tab) == 4


def test_a_value_that_the_library_no_longer_has_finds_nothing_rather_than_everything(
    tab: Tab, search_address: str
) -> None:
    go(tab, f"{search_address}?q=kidney&court=nosuch")
    assert said(tab) == "No case was found for “kidney”."
    assert tab.text(".search-chosen li a").startswith("Court: nosuch")
    tab.click(".search-chosen li a")
    tab.wait_for("location.search === '?q=kidney'")
    assert found(tab) == 4


def test_the_focus_is_not_lost_with_a_filter_that_is_removed(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=kidney&court=sc")
    tab.click(".search-chosen li a")
    tab.wait_for("location.search === '?q=kidney'")
    said(tab)
    assert tab.evaluate("document.activeElement.matches('[data-status]')")


def test_a_search_without_a_hit_repeats_the_query_and_leads_on(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=kidney&court=ecthr&from=2000")
    assert said(tab) == "No case was found for “kidney”."
    assert shown(tab) == []
    assert len(tab.texts("main a")) >= 3
    assert "Leave out Court: European Court of Human Rights (4 found)" in tab.texts("[data-advice] a")
    tab.click("[data-advice] a")
    said(tab)
    assert found(tab) == 4


def test_a_result_tells_what_a_lawyer_needs_to_choose(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=kidneys+removed")
    result = tab.text(".search-result")
    for part in (
        *("Medicus (first instance)", "Basic Court of Prishtina", "P 309/10; P 340/10", "29 April 2013"),
        *("Conviction in part", "English"),
        "annulled later: Modified (Court of Appeals, 6 November 2015); Annulled, returned for retrial (Supreme Court, "
        "15 December 2016); Conviction (Basic Court of Prishtina, 24 May 2018)",
        *("Trafficking in persons", "Organised crime"),
    ):
        assert part in result, part


def test_hits_are_marked_and_their_paragraphs_lead_to_them(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=kidney")
    assert {mark.lower().strip(".,") for mark in tab.texts(".search-result mark")} == {"kidneys"}
    link = "document.querySelector('.search-result-paragraph')"
    number = tab.evaluate(f"{link}.textContent")
    assert tab.evaluate(f"{link}.getAttribute('aria-label')") == f"Paragraph {number}"
    excerpt = tab.evaluate(f"{link}.closest('li').querySelector('mark').textContent")
    tab.click(".search-result-paragraph")
    tab.wait_for(f"location.hash === '#p{number}' && document.querySelector('#p{number}')")
    assert excerpt in tab.text(f"#p{number}")


def test_the_switch_and_quotation_marks_both_mean_the_exact_phrase(tab: Tab, search_address: str) -> None:
    go(tab, f"{search_address}?q=labour+forced")
    loose = found(tab)
    tab.click("[name=phrase]")
    tab.wait_for("location.search === '?q=labour+forced&phrase=1'")
    assert found(tab) < loose
    go(tab, f"{search_address}?q=forced+labour&phrase=1")
    switched = shown(tab)
    assert tab.evaluate("document.querySelector('[name=phrase]').checked")
    go(tab, f"{search_address}?q=%E2%80%9Cforced+labour%E2%80%9D")
    assert shown(tab) == switched


def test_the_examples_of_the_help_all_find_something(tab: Tab, search_address: str) -> None:
    tab.open(search_address)
    tab.click(".search-help summary")
    number = len(tab.texts(".search-help dt a"))
    assert number == 5
    for place in range(number):
        tab.evaluate(f"document.querySelectorAll('.search-help dt a')[{place}].click()")
        tab.wait_for(f"location.search && {ANSWERED}")
        assert found(tab) > 0, query_of(tab)


def test_the_box_of_a_case_page_leads_to_the_search_page(tab: Tab, search_address: str) -> None:
    tab.open(search_address.replace("search.html", "cases/medicus-first-instance-2013.html"))
    tab.type("header input[name=q]", "kidney & donors\n")
    tab.wait_for("location.pathname.endsWith('/en/search.html')")
    tab.wait_for("document.querySelector('#search-query').value === 'kidney & donors'")
    assert query_of(tab) == "?q=kidney%20%26%20donors"


def test_an_overtaken_search_never_shows_its_answer(tab: Tab, search_address: str) -> None:
    tab.open(search_address)
    send = "document.querySelector('#search-query').form.requestSubmit()"
    for query in ("court", "kidney", "strawberries"):
        tab.evaluate(f"(document.querySelector('#search-query').value = {query!r}, {send}, true)")
    assert said(tab) == "Cases found: 1"
    assert shown(tab) == ["chowdury-and-others-v-greece"]


def test_hostile_queries_are_told_and_harm_nothing(tab: Tab, search_address: str) -> None:
    tab.open(search_address)
    for query in ("<img src=x onerror=alert(1)>", "a" * 5000, "%00", "'; --", "\\", "ж" * 50, "😀", "(" * 200):
        ask(tab, query)
        assert said(tab).startswith(("Cases found", "No case was found"))
    assert tab.evaluate("document.querySelectorAll('main img').length") == 0


@pytest.fixture
def broken_site(built_site: Path, tmp_path: Path) -> Path:
    """Return a copy of the site that a test may spoil."""
    return shutil.copytree(built_site, tmp_path / "site")


@pytest.mark.parametrize("part", ["start", "engine", "wasm", "meta", "index-*", "fragments-*", "facets"])
def test_a_missing_part_is_told_and_searching_again_helps(
    chromium: Browser, broken_site: Path, built_site: Path, part: str
) -> None:
    for script in (broken_site / "search").rglob(f"{part}.js"):
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
    start = broken_site / "search" / "start.js"
    start.write_text('caselawSearch.receive({"start": {"version": "empty", "cases": 0, "languages": {}}});\n')
    with chromium_page(chromium) as tab:
        tab.open((broken_site / "en" / "search.html").as_uri() + "?q=victim")
        tab.wait_for(ANSWERED)
        assert said(tab) == "The library has no texts to search yet."
