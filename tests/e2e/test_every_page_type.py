"""What holds on a page of every type: accessible, silent, within its site, and as wide as a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.accessibility import stay, violations
from tests.e2e.browsers import FirefoxTab, chromium_page
from tests.e2e.searching import go
from tests.site import PAGE_TYPES, TYPES_IN_TREES, page_of_type

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

# Only a web server shows the page for unknown addresses.
ONLY_SERVED = {"not found"}

every_page_type = pytest.mark.parametrize("page_type", PAGE_TYPES)
every_page_in_every_tree = pytest.mark.parametrize(("page_type", "tree"), TYPES_IN_TREES)


def bases(page_type: str, address: str, site: Path) -> list[str]:
    """Return where readers open a page of a type: on a web server and, but for one, in a folder."""
    return [address] if page_type in ONLY_SERVED else [address, site.as_uri() + "/"]


@every_page_in_every_tree
def test_axe_finds_no_violation(chromium: Browser, address: str, built_site: Path, page_type: str, tree: str) -> None:
    with chromium_page(chromium) as tab:
        stay(tab)
        tab.open(address + page_of_type(built_site, page_type, tree))
        assert violations(tab) == []


@every_page_type
def test_axe_finds_no_violation_in_the_dark(chromium: Browser, address: str, built_site: Path, page_type: str) -> None:
    """In one tree: colours do not depend on the language."""
    with chromium_page(chromium, dark=True) as tab:
        stay(tab)
        tab.open(address + page_of_type(built_site, page_type))
        assert violations(tab) == []


@every_page_in_every_tree
@pytest.mark.parametrize("width", [320, 390])
def test_nothing_is_wider_than_a_phone(
    chromium: Browser, address: str, built_site: Path, page_type: str, tree: str, width: int
) -> None:
    """Long Albanian words included, and at the width that WCAG names for reflow."""
    with chromium_page(chromium, width=width, height=844) as tab:
        stay(tab)
        tab.open(address + page_of_type(built_site, page_type, tree))
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        tab.page.mouse.wheel(200, 0)
        assert tab.evaluate("window.scrollX") == 0


@pytest.mark.parametrize("page_type", ["home", "case of Kosovo"])
def test_axe_finds_no_violation_on_a_phone(chromium: Browser, address: str, built_site: Path, page_type: str) -> None:
    with chromium_page(chromium, width=390, height=844) as tab:
        tab.open(address + page_of_type(built_site, page_type))
        assert violations(tab) == []


@every_page_type
def test_a_page_complains_of_nothing_and_asks_nobody_else(
    chromium: Browser, address: str, built_site: Path, page_type: str
) -> None:
    page = page_of_type(built_site, page_type)
    for base in bases(page_type, address, built_site):
        with chromium_page(chromium) as tab:
            tab.open(base + page)
            assert tab.complaints() == []
            assert tab.foreign_requests() == []
            assert len(tab.requests()) > 1


@every_page_type
def test_firefox_complains_of_nothing_either(
    firefox: FirefoxTab, address: str, built_site: Path, page_type: str
) -> None:
    page = page_of_type(built_site, page_type)
    for base in bases(page_type, address, built_site):
        earlier = firefox.complaints()
        firefox.open(base + page)
        assert firefox.complaints()[len(earlier) :] == []
        assert firefox.foreign_requests() == []


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["q=trafficking&court=ecthr&from=2010", "q=kidneyx+court&court=ecthr&phrase=1"])
def test_axe_finds_no_violation_in_a_search(
    chromium: Browser, address: str, scheme: str, width: int, query: str
) -> None:
    """With everything open that a reader may open."""
    with chromium_page(chromium, dark=scheme == "dark", width=width) as tab:
        go(tab, f"{address}en/search.html?{query}")
        tab.evaluate("document.querySelectorAll('main details').forEach(one => { one.open = true; })")
        assert violations(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
