"""The three languages for a reader: switching in place, what a device remembers, and pages that speak all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.accessibility import violations
from tests.e2e.browsers import ChromiumTab, chromium_page
from tests.e2e.searching import go, shown

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.e2e.browsers import Tab

CASE = "cases/medicus-first-instance-2013.html"
PLACE = "location.pathname.split('/').slice(-3).join('/') + location.search + location.hash"
FORBID_STORAGE = """
Object.defineProperty(window, "localStorage", { get() { throw new DOMException("no", "SecurityError"); } });
"""
NOTES = "[data-last-read]:not([hidden])"


def choose(tab: Tab, tag: str) -> None:
    """Choose another language in the head of the page, and wait for that page."""
    tab.click(f".language-choice a[hreflang='{tag}']")
    tab.wait_for(f"document.documentElement.lang === '{tag}' && document.readyState === 'complete'")


def remembers(tab: Tab, base: str) -> bool:
    """Whether this browser keeps one storage for all files of a folder; Firefox has one for each file."""
    return base.startswith("http") or isinstance(tab, ChromiumTab)


def test_the_other_language_opens_at_the_same_paragraph(tab: Tab, base: str) -> None:
    tab.open(f"{base}en/{CASE}#p3")
    choose(tab, "sq")
    assert tab.evaluate(PLACE) == f"sq/{CASE}#p3"
    tab.evaluate("location.assign('#p5')")  # as the number of a paragraph does
    choose(tab, "sr-Latn")
    assert tab.evaluate(PLACE) == f"sr/{CASE}#p5"
    assert tab.evaluate("document.querySelector(':target').id") == "p5"
    choose(tab, "en")
    assert tab.evaluate(PLACE) == f"en/{CASE}#p5"


def test_a_page_without_a_paragraph_opens_at_its_head(tab: Tab, base: str) -> None:
    tab.open(f"{base}en/courts/index.html")
    choose(tab, "sr-Latn")
    assert tab.evaluate(PLACE) == "sr/courts/index.html"


def test_a_search_goes_on_in_the_other_language(tab: Tab, base: str) -> None:
    go(tab, f"{base}en/search.html?q=Medicus")
    tab.evaluate("document.querySelector('#search-query').value = 'medicus P 309/10'")
    found = shown(tab)
    tab.click(".search-form button[type=submit]")
    tab.wait_for("new URLSearchParams(location.search).get('q') === 'medicus P 309/10'")
    choose(tab, "sq")
    assert tab.evaluate("new URLSearchParams(location.search).get('q')") == "medicus P 309/10"
    assert "medicus-first-instance-2013" in found


def test_the_links_are_ready_for_a_new_tab_and_for_copying(tab: Tab, base: str) -> None:
    tab.open(f"{base}en/{CASE}#p3")
    links = "Array.from(document.querySelectorAll('.language-choice a'), link => link.hash)"
    tab.wait_for("document.readyState === 'complete'")
    assert tab.evaluate(links) == ["#p3"] * 3
    tab.evaluate("location.assign('#p4')")
    tab.wait_for("document.querySelector('.language-choice a').hash === '#p4'")
    assert tab.evaluate(links) == ["#p4"] * 3


def test_without_javascript_the_choice_leads_to_the_same_page(chromium: Browser, built_site: Path) -> None:
    with chromium_page(chromium, javascript=False) as tab:
        tab.open(f"{built_site.as_uri()}/en/{CASE}#p3")
        tab.click(".language-choice a[hreflang='sq']")
        tab.page.wait_for_url(f"**/sq/{CASE}")
        assert tab.evaluate("document.documentElement.lang") == "sq"


def test_the_gateway_marks_the_language_last_read_and_sends_nobody_anywhere(tab: Tab, base: str) -> None:
    tab.open(f"{base}en/about.html")
    tab.evaluate("localStorage.clear()")
    tab.open(f"{base}index.html")
    assert tab.texts(NOTES) == []
    tab.open(f"{base}sr/about.html")
    tab.wait_for("document.readyState === 'complete'")
    tab.open(f"{base}index.html")
    tab.wait_for("document.readyState === 'complete'")
    note = ["Poslednji put ste čitali na srpskom."]
    assert tab.texts(NOTES) == (note if remembers(tab, base) else [])
    assert tab.evaluate("location.pathname.endsWith('/index.html')")
    assert tab.evaluate("location.pathname.includes('/sr/')") is False
    first = tab.evaluate("document.querySelector('.gateway a').getAttribute('href')")
    assert first == "en/index.html"


def test_a_browser_that_forbids_storage_marks_nothing_and_complains_of_nothing(chromium: Browser, address: str) -> None:
    with chromium_page(chromium) as tab:
        tab.page.add_init_script(FORBID_STORAGE)
        for page in (f"sq/{CASE}#p3", "index.html"):
            tab.open(address + page)
            assert tab.texts(NOTES) == []
        assert tab.complaints() == []
        tab.open(f"{address}sq/{CASE}#p3")
        choose(tab, "en")
        assert tab.evaluate(PLACE) == f"en/{CASE}#p3"


def test_the_mark_of_the_gateway_moves_nothing(chromium: Browser, address: str) -> None:
    heights = "Array.from(document.querySelectorAll('.gateway-language'), item => item.getBoundingClientRect().height)"
    for width in (390, 1280):
        with chromium_page(chromium, width=width) as tab:
            tab.open(f"{address}index.html")
            before = tab.evaluate(heights)
            for language in ("en", "sq", "sr"):
                tab.open(f"{address}{language}/about.html")
                tab.open(f"{address}index.html")
                assert len(tab.texts(NOTES)) == 1
                assert tab.evaluate(heights) == before, (width, language)
            assert violations(tab) == []


@pytest.mark.parametrize("width", [390, 1280])
def test_an_unknown_address_is_answered_in_all_languages(chromium: Browser, address: str, width: int) -> None:
    with chromium_page(chromium, width=width) as tab:
        tab.open(f"{address}404.html")
        assert tab.texts("main h1, main h2") == [
            "There is no page at this address",
            "Në këtë adresë nuk ka asnjë faqe",
            "Na ovoj adresi nema stranice",
        ]
        tab.type("#search-sr-Latn", "Medicus\n")
        tab.page.wait_for_url("**/sr/search.html?q=Medicus")


def test_the_font_of_the_library_has_every_letter_of_its_languages(chromium: Browser, built_site: Path) -> None:
    """A letter that the bundled font lacks would be shown in another one, in the middle of a word."""
    letters = "ËëÇçČčĆćŠšŽžĐđ AaBbZz „“”’–…§°"
    with chromium_page(chromium) as tab:
        tab.open(built_site.as_uri() + "/sq/about.html")
        for style in ("normal", "italic"):
            for weight in ("400", "600") if style == "normal" else ("400",):
                used = fonts_of(tab, letters, f"font: {style} {weight} 19px Literata")
                assert used == {"Literata"}, (style, weight, used)


def fonts_of(tab: ChromiumTab, text: str, style: str) -> set[str]:
    """Return the names of the fonts from which Chromium takes the letters of a text."""
    tab.evaluate(
        f"""(() => {{
          const probe = document.querySelector('#probe') || document.createElement('p');
          probe.id = 'probe';
          probe.style.cssText = {style!r};
          probe.textContent = {text!r};
          document.querySelector('main').append(probe);
          return document.fonts.load({style.removeprefix("font: ")!r}, {text!r}).then(() => true);
        }})()"""
    )
    session = tab.page.context.new_cdp_session(tab.page)
    session.send("DOM.enable")
    session.send("CSS.enable")
    root = session.send("DOM.getDocument")["root"]["nodeId"]
    node = session.send("DOM.querySelector", {"nodeId": root, "selector": "#probe"})["nodeId"]
    fonts = session.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    session.detach()
    return {
        font["familyName"].split(" ")[0] if font["isCustomFont"] else f"{font['familyName']} of the system"
        for font in fonts
    }
