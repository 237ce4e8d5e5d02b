"""Queries to the real library in real browsers: what is found, in which order, the same from server and folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.browsers import chromium_page
from tests.e2e.searching import address_of, ask, found, go, how_read, said, shown
from tests.queries import ARTICLES, FURTHER, IN_LANGUAGES, MEDICUS, NUMBERS, RELEVANCE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.e2e.browsers import FirefoxTab, Tab

QUERIES = (*RELEVANCE, *NUMBERS, *ARTICLES, *FURTHER)
Answer = tuple[str, list[str]]
Answers = dict[str, Answer]


def answers_to(tab: Tab, address: str, queries: tuple[str, ...] = QUERIES) -> Answers:
    """Ask one query after the other on one page, and return what each was told and shown."""
    earlier = tab.complaints()
    tab.open(address)
    answers = {}
    for query in queries:
        ask(tab, query)
        answers[query] = (said(tab), shown(tab))
    assert tab.complaints()[len(earlier) :] == []
    assert tab.foreign_requests() == []
    return answers


@pytest.fixture(scope="module", name="from_server")
def answers_from_a_server(chromium: Browser, address: str) -> Answers:
    with chromium_page(chromium) as tab:
        return answers_to(tab, f"{address}en/search.html")


@pytest.fixture(scope="module")
def folder(built_site: Path) -> str:
    return f"{built_site.as_uri()}/en/search.html"


def test_at_least_sixty_queries_are_compared() -> None:
    assert len(QUERIES) >= 60


def test_a_folder_gives_what_a_server_gives(chromium: Browser, from_server: Answers, folder: str) -> None:
    with chromium_page(chromium) as tab:
        assert answers_to(tab, folder) == from_server


def test_firefox_gives_the_same_from_a_server(firefox: FirefoxTab, from_server: Answers, address: str) -> None:
    assert answers_to(firefox, f"{address}en/search.html") == from_server


def test_firefox_gives_the_same_from_a_folder(firefox: FirefoxTab, from_server: Answers, folder: str) -> None:
    assert answers_to(firefox, folder) == from_server


def test_no_answer_depends_on_what_was_asked_before(chromium: Browser, from_server: Answers, folder: str) -> None:
    with chromium_page(chromium) as tab:
        backwards = answers_to(tab, folder, QUERIES[::-1])
    assert backwards == from_server


@pytest.mark.parametrize(("query", "cases"), RELEVANCE.items(), ids=RELEVANCE)
def test_the_cases_that_a_lawyer_expects_are_among_the_first_five(
    from_server: Answers, query: str, cases: tuple[str, ...]
) -> None:
    first = from_server[query][1][:5]
    assert set(cases) <= set(first), first
    if not cases:
        assert first == []


@pytest.mark.parametrize(("query", "cases"), NUMBERS.items(), ids=NUMBERS)
def test_a_case_number_finds_exactly_its_case(from_server: Answers, query: str, cases: tuple[str, ...]) -> None:
    text, ids = from_server[query]
    assert ids == list(cases)
    assert text == (f"Cases found: {len(cases)}" if cases else f"No case was found for “{query}”.")


@pytest.fixture(scope="module")
def asked(chromium: Browser, folder: str) -> Iterator[Callable[[str], Tab]]:
    """Ask on one page of Chromium from the folder; the module's tests share it."""
    with chromium_page(chromium) as tab:
        tab.open(folder)

        def ask_it(query: str) -> Tab:
            ask(tab, query)
            return tab

        yield ask_it


@pytest.mark.parametrize(("query", "article"), ARTICLES.items(), ids=ARTICLES)
def test_a_reference_to_an_article_leads_to_its_filter(
    asked: Callable[[str], Tab], chromium: Browser, folder: str, query: str, article: str
) -> None:
    tab = asked(query)
    number = article.rpartition("/")[2]
    assert how_read(tab).startswith(f"Read as a filter: the cases that apply article {number}.")
    assert tab.texts(".search-chosen li a")
    answer = (said(tab), shown(tab))
    with chromium_page(chromium) as other:
        go(other, f"{folder}?article={article}")
        assert (said(other), shown(other)) == answer


def test_an_article_that_no_case_applies_finds_nothing_and_offers_the_words(asked: Callable[[str], Tab]) -> None:
    tab = asked("neni 165")
    assert said(tab) == "No case was found for “neni 165”."
    assert "165" in tab.text(".search-chosen")
    assert tab.text("[data-advice]") == "Search the texts for these words instead"


@pytest.mark.parametrize(
    ("query", "line"),
    [
        ("kidney", "Looked for kidney: in every form, and where longer words begin so."),
        ("kidney trade", "Looked for kidney + trade: in every form, and where longer words begin so."),
        ("“forced labour”", "Exact phrase: “forced labour”."),
        ("l.d.", "Exactly the initials “l.d.”."),
        (
            "трговина",
            "Looked for trgovina: in every form, and where longer words begin so. "
            "Cyrillic was read as Latin: trgovina.",
        ),
        (
            "P.nr. 309/2010",
            "Read as the case number P 309/10: exactly its case. Search the texts for these words instead",
        ),
        (
            "PKR 999/2015",
            "Read as the case number PKR 999/2015. No case in the library has it. "
            "Search the texts for these words instead",
        ),
        ("!!!", "There is nothing to search for in “!!!”."),
    ],
)
def test_the_line_under_the_box_says_how_a_query_was_read(asked: Callable[[str], Tab], query: str, line: str) -> None:
    assert how_read(asked(query)) == line


def test_a_number_can_be_searched_as_words_instead(asked: Callable[[str], Tab]) -> None:
    tab = asked("P 309/10")
    tab.click("[data-plan] a")
    tab.wait_for("location.search.includes('plain=1')")
    said(tab)
    assert how_read(tab).endswith("Numbers and articles were read as words.")
    assert set(shown(tab)) >= {"medicus-first-instance-2013", "medicus-supreme-court-2016"}


def test_a_number_with_other_letters_is_told_from_the_one_that_exists(asked: Callable[[str], Tab]) -> None:
    tab = asked("PKR 309/10")
    assert tab.texts("[data-advice] a")[0] == "A case with the same figures: P 309/10"
    tab.click("[data-advice] a")
    tab.wait_for("location.search === '?q=P+309%2F10'")
    said(tab)
    assert shown(tab) == ["medicus-first-instance-2013"]


def test_what_is_asked_in_the_page_and_by_its_address_is_the_same(
    chromium: Browser, from_server: Answers, folder: str
) -> None:
    for query in ("kidney", "P. nr. 309/2010", "“removal of organs”", "neni 139", "Peć", "<b>court</b>"):
        with chromium_page(chromium) as tab:
            go(tab, address_of(folder, query))
            assert (said(tab), shown(tab)) == from_server[query]


def test_the_word_that_stands_in_the_way_is_named_and_can_be_left_out(asked: Callable[[str], Tab]) -> None:
    tab = asked("exploitation kidneyx")
    assert tab.text("[data-unknown]") == "No text of the library holds: “kidneyx”."
    tab.click("[data-advice] a")
    tab.wait_for("location.search === '?q=exploitation'")
    assert found(tab) > 3


# ---------------------------------------------------------------------------------------- across languages


def all_answers(tab: Tab, base: str, language: str) -> Answers:
    """Ask the queries of a language's table in its tree, with every case that is found on the page."""
    answers = {}
    for query in IN_LANGUAGES[language]:
        go(tab, address_of(f"{base}{language}/search.html", query, "shown=100"))
        answers[query] = (said(tab), shown(tab))
    return answers


def test_twenty_queries_in_each_language_are_compared() -> None:
    assert [len(queries) >= 20 for queries in IN_LANGUAGES.values()] == [True] * 3


@pytest.mark.parametrize("language", IN_LANGUAGES)
def test_one_search_finds_cases_in_all_languages(tab: Tab, base: str, language: str) -> None:
    earlier = tab.complaints()
    answers = all_answers(tab, base, language)
    missing = {query: set(cases) - set(answers[query][1]) for query, cases in IN_LANGUAGES[language].items()}
    assert {query: cases for query, cases in missing.items() if cases} == {}
    assert tab.complaints()[len(earlier) :] == []
    assert tab.foreign_requests() == []


def test_the_terms_that_were_searched_for_too_are_told_and_can_be_left_out(asked_in: Callable[[str, str], Tab]) -> None:
    tab = asked_in("sq", "trafikim me njerëz")
    line = how_read(tab)
    assert "U kërkuan edhe termat përkatës në gjuhët e tjera: trafficking in human beings." in line
    assert tab.evaluate("document.querySelector('[data-plan] span').lang") == "en"
    with_terms = len(shown(tab))
    tab.click("[data-plan] a")
    tab.wait_for("location.search.includes('alone=1')")
    said(tab)
    assert "trafficking" not in how_read(tab)
    assert 0 < len(shown(tab)) < with_terms


def test_a_result_opens_in_the_tree_of_the_reader_and_tells_its_language(asked_in: Callable[[str, str], Tab]) -> None:
    tab = asked_in("sr", "strawberries")
    link = "document.querySelector('.search-result-title a')"
    assert tab.evaluate(f"{link}.pathname").endswith("/sr/cases/chowdury-and-others-v-greece.html")
    assert tab.evaluate("document.querySelector('.search-result-title').lang") == "en"
    assert tab.evaluate("document.querySelector('[data-excerpts]').lang") == "en"
    assert "Engleski" in tab.text(".search-result-tags")


def test_a_language_that_the_library_no_longer_has_finds_nothing(chromium: Browser, address: str) -> None:
    with chromium_page(chromium) as tab:
        go(tab, address_of(f"{address}en/search.html", "victim", "language=xx"))
        assert said(tab) == "No case was found for “victim”."


def test_cases_are_shown_in_the_chosen_language(asked_in: Callable[[str, str], Tab]) -> None:
    tab = asked_in("en", "Medicus")
    tab.evaluate("document.querySelector(\"[data-option='language:sq'] input\").click()")
    tab.wait_for("location.search.includes('language=sq')")
    said(tab)
    assert sorted(shown(tab)) == sorted(MEDICUS)
    languages = tab.evaluate(
        "Array.from(document.querySelectorAll('.search-result-tags li:last-child'), (tag) => tag.textContent)"
    )
    assert set(languages) == {"Albanian"}


def test_an_index_is_loaded_only_where_it_may_hold_the_words(chromium: Browser, address: str) -> None:
    with chromium_page(chromium) as tab:
        go(tab, address_of(f"{address}en/search.html", "kidney"))
        loaded = [request for request in tab.requests() if "/index-" in request]
    assert [part for part in loaded if "/search/en/" not in part] == []
    assert len(loaded) == 1


@pytest.fixture
def asked_in(chromium: Browser, address: str) -> Iterator[Callable[[str, str], Tab]]:
    """Ask a query in the tree of a language."""
    with chromium_page(chromium) as tab:

        def ask_in(language: str, query: str) -> Tab:
            go(tab, address_of(f"{address}{language}/search.html", query))
            return tab

        yield ask_in
