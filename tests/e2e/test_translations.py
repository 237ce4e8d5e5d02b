"""A translated case beside its original: aligned on a wide screen, folded below on a phone, all without a script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.browsers import ChromiumTab, chromium_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

CASE = "sq/cases/medicus-first-instance-2013.html"
SEEN = "!!document.getElementById('p5-en').offsetParent"


def tops(tab: ChromiumTab, suffix: str) -> list[int]:
    """Return how far down the paragraphs of one text begin."""
    find = f"[...document.querySelectorAll('.prose-paragraph')].filter((p) => /^p[0-9]+{suffix}$/.test(p.id))"
    found: list[int] = tab.evaluate(f"{find}.map((p) => Math.round(p.getBoundingClientRect().top))")
    return found


@pytest.mark.parametrize("width", [1280, 1440, 1920])
def test_on_a_wide_screen_each_paragraph_stands_beside_itself(chromium: Browser, built_site: Path, width: int) -> None:
    with chromium_page(chromium, width=width, height=800) as tab:
        tab.open(f"{built_site.as_uri()}/{CASE}")
        assert len(tops(tab, "")) > 8
        assert tops(tab, "") == tops(tab, "-en")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
        tab.click(".version-pair-label")
        assert not tab.evaluate(SEEN)


def test_on_a_phone_the_original_is_unfolded_by_its_line_or_by_an_address(chromium: Browser, built_site: Path) -> None:
    with chromium_page(chromium, width=390, height=800) as tab:
        tab.open(f"{built_site.as_uri()}/{CASE}")
        assert not tab.evaluate(SEEN)
        tab.click(".version-pair-fold > summary")
        assert tab.evaluate(SEEN)
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
    with chromium_page(chromium, width=390, height=800) as tab:
        tab.open(f"{built_site.as_uri()}/{CASE}#p5-en")
        assert tab.evaluate(SEEN)
