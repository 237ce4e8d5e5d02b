"""The search box of every page and the key that leads to it, which the reader can turn off."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.accessibility import stay
from tests.e2e.browsers import chromium_page
from tests.site import PAGE_TYPES, page_of_type

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.e2e.browsers import Tab

# The root pages have a box for each language, and nothing that acts at once.
WITH_SEARCH = [page_type for page_type in PAGE_TYPES if page_type not in ("gateway", "not found")]
ABOUT = "en/about.html"
FIELD = "document.querySelector('input[type=search]')"
FOCUSED = "document.activeElement.matches('input[type=search]')"


def at_start(tab: Tab) -> None:
    """Take the focus from wherever a test left it."""
    tab.evaluate("document.activeElement.blur()")


# In the form a key that leads elsewhere would cost a text.
@pytest.mark.parametrize("page_type", [page_type for page_type in WITH_SEARCH if page_type != "add a case"])
def test_every_page_has_a_search_box_that_the_slash_leads_to_and_that_searches(
    chromium: Browser, address: str, built_site: Path, page_type: str
) -> None:
    with chromium_page(chromium) as tab:
        stay(tab)
        tab.open(address + page_of_type(built_site, page_type))
        assert tab.evaluate("document.querySelectorAll('input[type=search]').length") == 1
        tab.press("/")
        assert tab.evaluate(FOCUSED)
        assert tab.evaluate(f"{FIELD}.getAttribute('aria-keyshortcuts')") == "/"
        tab.page.keyboard.type("Medicus/a\n")
        tab.wait_for("location.pathname.endsWith('/en/search.html') && location.search === '?q=Medicus%2Fa'")
        assert tab.complaints() == []


def test_the_slash_selects_what_the_field_holds_and_is_typed_within_it(tab: Tab, base: str) -> None:
    tab.open(base + ABOUT)
    tab.type("#site-search", "forced")
    at_start(tab)
    tab.press("/")
    assert tab.evaluate(f"[{FOCUSED}, {FIELD}.selectionStart, {FIELD}.selectionEnd].join()") == "true,0,6"
    tab.press("/")
    assert tab.evaluate(f"{FIELD}.value") == "/"


def test_a_slash_with_another_key_held_is_left_to_the_browser(chromium: Browser, address: str) -> None:
    with chromium_page(chromium) as tab:
        tab.open(address + ABOUT)
        for keys in ("Control+/", "Alt+/", "Meta+/"):
            tab.page.keyboard.press(keys)
            assert not tab.evaluate(FOCUSED)
        tab.page.keyboard.press("Shift+Digit7")  # "&" here
        assert not tab.evaluate(FOCUSED)


def test_shortcut_keys_can_be_turned_off_for_all_pages_and_on_again(tab: Tab, address: str) -> None:
    tab.open(address + ABOUT)
    tab.click("[data-shortcuts]")
    at_start(tab)
    tab.press("/")
    assert not tab.evaluate(FOCUSED)
    assert not tab.evaluate(f"{FIELD}.hasAttribute('aria-keyshortcuts')")
    tab.open(f"{address}en/cases/medicus-first-instance-2013.html?q=medicus")
    tab.wait_for("document.querySelector('mark[aria-current]')")
    tab.press("/")
    tab.press("n")
    assert not tab.evaluate(FOCUSED)
    assert not tab.evaluate("document.querySelector('[data-shortcuts]').checked")
    assert tab.text("[data-hit-status]").startswith("1 of")
    assert not tab.evaluate("document.querySelector('[data-hit-next]').hasAttribute('aria-keyshortcuts')")
    tab.click("[data-hit-next]")
    assert tab.text("[data-hit-status]").startswith("2 of")
    tab.click("[data-shortcuts]")
    at_start(tab)
    tab.press("n")
    assert tab.text("[data-hit-status]").startswith("3 of")
    tab.open(address + ABOUT)
    tab.press("/")
    assert tab.evaluate(FOCUSED)


def test_without_a_storage_the_choice_holds_for_the_page(chromium: Browser, address: str) -> None:
    with chromium_page(chromium) as tab:
        tab.page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new Error('no storage'); }})"
        )
        tab.open(address + ABOUT)
        tab.click("[data-shortcuts]")
        at_start(tab)
        tab.press("/")
        assert not tab.evaluate(FOCUSED)
        tab.click("[data-shortcuts]")
        at_start(tab)
        tab.press("/")
        assert tab.evaluate(FOCUSED)
        assert tab.complaints() == []


def test_from_a_folder_shortcut_keys_can_be_turned_off_too(tab: Tab, built_site: Path) -> None:
    earlier = tab.complaints()
    tab.open(f"{built_site.as_uri()}/{ABOUT}")
    tab.click("[data-shortcuts]")
    at_start(tab)
    tab.press("/")
    assert not tab.evaluate(FOCUSED)
    tab.click("[data-shortcuts]")
    at_start(tab)
    tab.press("/")
    assert tab.evaluate(FOCUSED)
    assert tab.complaints()[len(earlier) :] == []


def test_without_scripts_no_switch_is_shown_that_would_do_nothing(chromium: Browser, address: str) -> None:
    with chromium_page(chromium, javascript=False) as tab:
        tab.open(address + ABOUT)
        assert not tab.page.locator(".site-footer-keys").is_visible()
        assert tab.page.locator(".site-footer-links").is_visible()
