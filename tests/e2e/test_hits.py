"""What a reader sees of a search in the case that it led to: hits that are marked, counted, gone through, removed."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from tests.e2e.accessibility import violations
from tests.e2e.browsers import chromium_page, served
from tests.project import ROOT
from tests.site import build

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.e2e.browsers import Tab

FRONT = """---
title: {title}
court: sc
decided: 2020-02-03
case_numbers: [{number}]
kind: judgment
text: summary
language: en
summary: {summary}
offences: [trafficking-in-persons]
outcome: conviction
sources: [{{url: "https://example.org/judgment", title: The source, kind: other, read: 2026-01-01}}]
publication: {{status: published}}
---
## Facts

"""

TEXT = """[1] Two *kidneys* were sold, a kidney cheaply. Forced *labour* was charged, “forced labour” denied[^1].

[2] In P.nr. 309/2010 and P br. 309/10 the court sat. P 310/10, AP 309/10 and 30/09/10 are other numbers.

[3] Đorđe was osuđen. Ђорђе је осуђен. A žrtva, жртва.

[4] L.D. exploited, was exploiting, denied exploitation. See paragraph [1](#p1).

- A kidney

[5] The last kidney.

[^1]: By a *kidney* witness.
"""

WORDS = (
    "The trial court found that the accused recruited the victim by deception and kept her papers, and that she worked "
)
LONG = "\n".join(f"[{number}] {WORDS * 4}for little money.\n" for number in range(1, 2001))

CASE = "en/cases/marked-case-2020.html"
LONG_CASE = "en/cases/long-case-2020.html"
KIDNEYS = {"q": "kidney", "hit": ["kidney", "kidneys"]}
ARTICLE = "document.querySelector('article.case')"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with two cases, one made of what is hard to mark, and one of 2,000 paragraphs."""
    folder = tmp_path_factory.mktemp("hits")
    shutil.copy(ROOT / "site_config.yaml", folder)
    with_cases = shutil.ignore_patterns("cases", "topics", "checklist*")  # these, or texts that link to them
    shutil.copytree(ROOT / "content", folder / "content", ignore=with_cases)
    cases = folder / "content" / "cases" / "sc"
    cases.mkdir(parents=True)
    marked = FRONT.format(title="Kidneys of Peja", number="P 309/10", summary="About a kidney.") + TEXT
    long = FRONT.format(title="Long case", number="P 7/20", summary="About work.") + LONG
    (cases / "marked-case-2020.md").write_text(marked, encoding="utf-8")
    (cases / "long-case-2020.md").write_text(long, encoding="utf-8")
    build(folder / "site", "--config", str(folder / "site_config.yaml"))
    return folder / "site"


@pytest.fixture(scope="module")
def library_address(library: Path) -> Iterator[str]:
    """The library on a web server of this machine."""
    with served(library) as base:
        yield base


@pytest.fixture(params=["http", "file"])
def place(request: pytest.FixtureRequest, library: Path) -> str:
    """The library as readers open it, from a web server and from a folder."""
    return str(request.getfixturevalue("library_address")) if request.param == "http" else library.as_uri() + "/"


def open_case(tab: Tab, place: str, query: dict[str, Any], fragment: str = "", case: str = CASE) -> None:
    tab.open("about:blank")  # or a mere change of the fragment would keep the page
    tab.open(f"{place}{case}?{urlencode(query, doseq=True)}{fragment}")
    tab.wait_for("!document.querySelector('[data-hit-bar]').hidden")


def marks(tab: Tab) -> list[str]:
    return [str(text) for text in tab.evaluate(f"Array.from({ARTICLE}.querySelectorAll('mark'), m => m.textContent)")]


def marked_for(tab: Tab, place: str, *hits: str) -> list[str]:
    open_case(tab, place, {"q": "whatever", "hit": hits})
    return marks(tab)


def where(tab: Tab) -> str:
    return tab.text("[data-hit-status]")


def current(tab: Tab) -> str:
    """Say in which paragraph or part of the page the current hit stands."""
    nearest = f"{ARTICLE}.querySelector('mark[aria-current]').closest('[id], .headnote, h1, li, dd')"
    return str(tab.evaluate(f"(e => e.id || e.className || e.localName)({nearest})"))


def in_sight(tab: Tab) -> bool:
    return bool(
        tab.evaluate(
            f"""((mark, bar) => mark.top >= 0 && mark.bottom <= bar.top)(
            {ARTICLE}.querySelector('mark[aria-current]').getBoundingClientRect(),
            document.querySelector('.hit-bar-inner').getBoundingClientRect())"""
        )
    )


def scrolled(tab: Tab) -> int:
    return int(tab.evaluate("Math.round(window.scrollY)"))


def test_the_forms_that_the_search_found_are_marked_and_counted(tab: Tab, place: str) -> None:
    earlier = tab.complaints()
    open_case(tab, place, KIDNEYS)
    assert marks(tab) == ["Kidneys", "kidney", "kidneys", "kidney", "kidney", "kidney", "kidney"]
    assert (tab.text("[data-hit-query]"), where(tab)) == ("“kidney”:", "1 of 7")
    assert (current(tab), scrolled(tab)) == ("h1", 0)
    assert tab.evaluate("document.activeElement === document.body")
    assert tab.complaints()[len(earlier) :] == []
    assert tab.foreign_requests() == []


def test_next_and_previous_go_through_the_hits_by_button_and_key(tab: Tab, place: str) -> None:
    open_case(tab, place, KIDNEYS)
    tab.click("[data-hit-next]")
    assert (where(tab), current(tab), in_sight(tab)) == ("2 of 7", "headnote", True)
    tab.press("Enter")
    assert where(tab) == "3 of 7"
    tab.press("n")
    assert (where(tab), current(tab), in_sight(tab)) == ("4 of 7", "p1", True)
    tab.press("p")
    assert where(tab) == "3 of 7"
    tab.click("[data-hit-previous]")
    tab.click("[data-hit-previous]")
    tab.click("[data-hit-previous]")
    assert (where(tab), in_sight(tab)) == ("7 of 7", True)
    tab.press("n")
    assert (where(tab), in_sight(tab)) == ("1 of 7", True)
    assert tab.evaluate("document.querySelectorAll('mark[aria-current]').length") == 1


def test_a_letter_typed_into_a_field_goes_nowhere(tab: Tab, place: str) -> None:
    open_case(tab, place, KIDNEYS)
    tab.evaluate("document.querySelector('#site-search').focus()")
    tab.press("n")
    assert where(tab) == "1 of 7"
    assert tab.evaluate("document.querySelector('#site-search').value") == "n"


def test_removing_the_marks_leaves_the_page_and_its_address_as_they_were(tab: Tab, place: str) -> None:
    tab.open(place + CASE)
    before = tab.evaluate(f"{ARTICLE}.innerHTML")
    pieces = tab.evaluate(f"{ARTICLE}.querySelector('#p1').childNodes.length")
    open_case(tab, place, {**KIDNEYS, "hit": ["kidney", "kidneys", "forced labour", "p 309/10"], "other": "1"}, "#p3")
    assert tab.evaluate(f"{ARTICLE}.innerHTML") != before
    tab.click("[data-hit-only=some][data-hit-close]")
    tab.wait_for("document.querySelectorAll('mark').length === 0")
    assert tab.evaluate(f"{ARTICLE}.innerHTML") == before
    assert tab.evaluate(f"{ARTICLE}.querySelector('#p1').childNodes.length") == pieces
    assert tab.evaluate("document.querySelector('[data-hit-bar]').hidden")
    assert tab.evaluate("location.href") == f"{place}{CASE}?other=1#p3"
    tab.press("n")
    assert marks(tab) == []


def test_a_paragraph_in_the_address_keeps_its_place_and_the_hits_go_on_from_it(tab: Tab, place: str) -> None:
    tab.open(f"{place}{CASE}#p4")
    at = scrolled(tab)
    open_case(tab, place, KIDNEYS, "#p4")
    assert tab.evaluate("document.querySelector('#p4:target') !== null")
    assert abs(scrolled(tab) - at) <= 1
    assert (where(tab), current(tab)) == ("5 of 7", "li")
    open_case(tab, place, KIDNEYS, "#p1")
    assert (where(tab), current(tab)) == ("3 of 7", "p1")


def test_anchors_and_links_are_left_alone(tab: Tab, place: str) -> None:
    attributes = """[...document.querySelectorAll('[id], [href]')]
        .filter(e => !e.closest('.hit-bar, [data-language]')).map(e => `${e.id} ${e.getAttribute('href')}`).join()"""
    tab.open(place + CASE)
    before = tab.evaluate(attributes)
    open_case(tab, place, {"q": "a", "hit": ["paragraph", "1", "kidney", "supreme", "source", "facts"]})
    assert tab.evaluate(attributes) == before
    assert tab.texts(".prose-number mark, .outline mark, .paragraph-links mark, sup mark") == []
    tab.click("#p4 a[href='#p1']:not(.prose-number)")
    tab.wait_for("document.querySelector('#p1:target')")
    assert "hit=kidney" in tab.evaluate("location.search")
    assert tab.text(".site-footer-address").endswith(CASE)


def test_a_phrase_is_one_hit_even_where_emphasis_breaks_it(tab: Tab, place: str) -> None:
    assert marked_for(tab, place, "forced labour") == ["Forced ", "labour", "forced labour"]
    assert where(tab) == "1 of 2"
    assert tab.evaluate("document.querySelectorAll('mark[aria-current]').length") == 2


def test_a_case_number_is_marked_in_every_spelling_and_no_other_number_is(tab: Tab, place: str) -> None:
    spellings = ["P 309/10", "P.nr. 309/2010", "P br. 309/10"]
    for number in ("p 309/10", "P.nr. 309/2010", "pnr309/10"):
        assert marked_for(tab, place, number) == spellings
    assert marked_for(tab, place, "309/10") == ["309/10", "309/2010", "309/10", "309/10"]
    assert marked_for(tab, place, "ap 309/2010") == ["AP 309/10"]
    assert marked_for(tab, place, "p 311/10") == []


def test_marks_on_letters_do_not_count_and_cyrillic_is_read_as_latin(tab: Tab, place: str) -> None:
    assert marked_for(tab, place, "djordje", "osudjen") == ["Đorđe", "osuđen", "Ђорђе", "осуђен"]
    assert marked_for(tab, place, "жртва") == ["žrtva", "жртва"]
    assert marked_for(tab, place, "l.d.") == marked_for(tab, place, "LD") == ["L.D"]


def test_without_forms_the_words_of_the_query_are_beginnings(tab: Tab, place: str) -> None:
    open_case(tab, place, {"q": "LD exploit  p.nr. 309/10"})
    assert marks(tab) == [
        "P 309/10",
        "P.nr. 309/2010",
        "P br. 309/10",
        "L.D",
        "exploited",
        "exploiting",
        "exploitation",
    ]
    open_case(tab, place, {"q": '"denied exploitation"'})
    assert marks(tab) == ["denied exploitation"]
    open_case(tab, place, {"q": "la"})
    assert marks(tab) == []


def test_a_query_without_a_hit_says_so_and_can_be_closed(tab: Tab, place: str) -> None:
    open_case(tab, place, {"q": "<b>zebra</b> & “co”", "hit": "zebra"})
    assert tab.text("[data-hit-query]") == "“<b>zebra</b> & “co”” does not occur on this page."
    assert tab.texts(".hit-bar button:not([hidden])") == ["Close"]
    tab.click("[data-hit-only=none]")
    assert tab.evaluate("document.querySelector('[data-hit-bar]').hidden")
    assert tab.evaluate("location.href") == place + CASE


@pytest.mark.parametrize(
    "query",
    [
        {"q": "<img src=x onerror=alert(1)><script>alert(1)</script>", "hit": "<img src=x onerror=alert(1)>"},
        {"q": "kidney " * 700, "hit": "kidney"},
        {"q": "kidney " * 700},
        {"q": "kidney", "hit": [*["kidney"] * 3, *(f"word{n}" for n in range(500))]},
        {"q": "(.*)+$ [\\ {query} {number}", "hit": ["(", "[", "\\", "", " ", "/", "0/0", "1/10", "😀"]},
        {"hit": "kidney"},
    ],
    ids=["HTML", "long with hits", "long", "many hits", "signs", "no query"],
)
def test_a_hostile_address_does_no_harm(tab: Tab, place: str, query: dict[str, Any]) -> None:
    earlier = tab.complaints()
    open_case(tab, place, query)
    assert tab.evaluate("document.querySelectorAll('img, .hit-bar script, .hit-bar b').length") == 0
    assert len(tab.text(".hit-bar-text")) < 250
    assert tab.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    # Firefox notes that it shortens the address that it tells the server.
    assert [line for line in tab.complaints()[len(earlier) :] if "HTTP Referrer header" not in line] == []


def test_a_broken_address_does_no_harm(tab: Tab, place: str) -> None:
    earlier = tab.complaints()
    tab.open("about:blank")
    tab.open(f"{place}{CASE}?q=%&hit=%E0%A4%A&&hit#%")
    tab.wait_for("!document.querySelector('[data-hit-bar]').hidden")
    assert tab.complaints()[len(earlier) :] == []


def test_a_page_without_a_query_has_no_bar(tab: Tab, place: str) -> None:
    for address in (CASE, CASE + "?", CASE + "?q=", CASE + "?q=+&sort=newest#p1"):
        tab.open(place + address)
        assert tab.evaluate("document.querySelector('[data-hit-bar]').hidden")
        assert marks(tab) == []


def test_the_way_back_leads_to_the_results(tab: Tab, place: str) -> None:
    open_case(tab, place, KIDNEYS)
    tab.click("[data-hit-back]")
    tab.wait_for("document.querySelector('#search-query')?.value === 'kidney'")
    tab.wait_for(f"location.href.split('#')[0] === {f'{place}en/search.html?q=kidney'!r}")


def follow(tab: Tab, address: str) -> None:
    """Go to an address as readers do, by a link on the page."""
    link = f"Object.assign(document.createElement('a'), {{href: {address!r}, id: 'follow', textContent: 'Follow'}})"
    tab.evaluate(f"document.querySelector('h1').replaceChildren({link})")
    tab.click("#follow")
    tab.wait_for("document.querySelector('mark')")


def test_the_way_back_from_a_result_keeps_filters_and_history(tab: Tab, library_address: str) -> None:
    results = f"{library_address}en/search.html?q=kidney&court=sc"
    case = f"{library_address}{CASE}?{urlencode(KIDNEYS, doseq=True)}"
    tab.open(results)
    length = tab.evaluate("history.length")
    follow(tab, case)
    assert tab.evaluate("document.querySelector('[data-hit-back]').href").split("#")[0] == results
    tab.click("[data-hit-back]")
    tab.wait_for(f"location.href === {results!r} && document.readyState === 'complete'")
    assert tab.evaluate("history.length") <= length + 1
    follow(tab, case)
    tab.click(".prose-number[href='#p4']")
    tab.click("[data-hit-back]")
    tab.wait_for(f"location.href.split('#')[0] === {results!r}")


def places(tab: Tab) -> list[str]:
    """Return where every part of the page stands, once its fonts have come."""
    tab.wait_for("document.fonts.status === 'loaded'")
    names = "p, h1, h2, h3, dd, dt, li, td, th, footer"
    parts = f"[...document.querySelectorAll('{names}')].filter(e => !e.closest('.hit-bar, [data-language]'))"
    rect = "(r => [r.left, r.top + scrollY, r.width, r.height].map(Math.round).join())(e.getBoundingClientRect())"
    return [str(place) for place in tab.evaluate(f"{parts}.map(e => {rect})")]


@pytest.mark.parametrize("width", [390, 1280])
def test_marks_and_bar_move_nothing_on_the_page(chromium: Browser, library_address: str, width: int) -> None:
    with chromium_page(chromium, width=width) as tab:
        tab.open(library_address + CASE)
        before = places(tab)
        open_case(tab, library_address, {"q": "a", "hit": ["kidney", "the", "court", "309/10", "peja", "source"]})
        assert len(marks(tab)) > 10
        assert places(tab) == before


def test_the_bar_covers_neither_the_paragraph_of_the_address_nor_the_end_of_the_page(
    chromium: Browser, library_address: str
) -> None:
    for width in (320, 390, 1280):
        with chromium_page(chromium, width=width, height=700) as tab:
            open_case(tab, library_address, KIDNEYS, "#p1")
            bar = "document.querySelector('.hit-bar-inner').getBoundingClientRect()"
            assert tab.evaluate(f"document.querySelector('#p1').getBoundingClientRect().top < {bar}.top")
            assert tab.evaluate(f"Math.round({bar}.bottom)") == 700
            tab.evaluate("window.scrollTo(0, 1e6)")
            assert tab.evaluate(
                f"document.querySelector('#case-sources + *').getBoundingClientRect().bottom <= {bar}.top"
            )
            assert tab.evaluate(
                f"document.querySelector('.site-footer').getBoundingClientRect().top >= {bar}.bottom - 1"
            )


# Marks and unmarks on a page that stands, because to read and lay out a page of this length takes long by itself.
MARK_AND_UNMARK = """new Promise(done => {
  const {wanted, mark, unmark} = window.caselawHits;
  const forms = wanted(new URLSearchParams('hit=the&hit=trial+court&hit=p+309/10'));
  mark(document.querySelector('article.case'), forms, hits => unmark(hits, () => done(hits.length)));
})"""


TRACED = ["devtools.timeline", "disabled-by-default-devtools.timeline"]


def longest_task(trace: bytes) -> float:
    """Return the milliseconds of computing of the longest task of a page; waiting for other programs does not count."""
    events = json.loads(trace)["traceEvents"]
    main = {(event["pid"], event["tid"]) for event in events if event["name"] == "UpdateLayoutTree"}
    assert len(main) == 1
    tasks = [event for event in events if event["name"] == "RunTask" and (event["pid"], event["tid"]) in main]
    return max(float(task["tdur"]) for task in tasks if "tdur" in task) / 1000


def test_2000_paragraphs_are_marked_and_unmarked_without_blocking_the_page(
    chromium: Browser, library_address: str
) -> None:
    longest = []
    with chromium_page(chromium) as tab:
        tab.open(library_address + LONG_CASE)
        tab.wait_for("document.fonts.status === 'loaded'")
        tab.page.wait_for_timeout(1500)
        before = tab.evaluate(f"{ARTICLE}.innerHTML")
        for _ in range(2):
            chromium.start_tracing(page=tab.page, categories=TRACED)
            assert tab.evaluate(MARK_AND_UNMARK) >= 32_000
            longest.append(longest_task(chromium.stop_tracing()))
        assert tab.evaluate(f"{ARTICLE}.innerHTML") == before
    # A busy machine makes a task longer, never shorter.
    assert min(longest) < 100


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation_with_the_bar(chromium: Browser, library_address: str, scheme: str, width: int) -> None:
    with chromium_page(chromium, dark=scheme == "dark", width=width) as tab:
        for query, fragment in (({**KIDNEYS, "hit": ["kidney", "supreme", "source"]}, "#p1"), ({"q": "zebra"}, "")):
            open_case(tab, library_address, query, fragment)
            assert violations(tab) == []
            assert tab.evaluate("document.documentElement.scrollWidth") <= width


def test_the_bar_does_not_print_and_marks_print_plainly(chromium: Browser, library_address: str) -> None:
    with chromium_page(chromium) as tab:
        open_case(tab, library_address, KIDNEYS)
        tab.page.emulate_media(media="print")
        assert tab.evaluate("getComputedStyle(document.querySelector('.hit-bar')).display") == "none"
        styles = "(s => [s.backgroundColor, s.outlineStyle])(getComputedStyle(document.querySelector('.case mark')))"
        assert tab.evaluate(styles) == ["rgba(0, 0, 0, 0)", "none"]
        assert tab.text(".site-footer-address").endswith(CASE)
