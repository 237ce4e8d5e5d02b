"""What a lawyer sees of a case at first sight, on a laptop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.e2e.browsers import ChromiumTab, chromium_page

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

# What the window of a laptop with 1366 × 768 shows of a page, below the bars of its browser.
WIDTH, HEIGHT = 1366, 650

# What must be seen, and where the page holds it; the facts say court, number, date, charges, sentences and outcome.
AT_FIRST_SIGHT = {"heading": "h1", "facts": ".case-facts dl", "summary": ".headnote p"}


def kosovo_cases(site: Path) -> list[str]:
    """Return the addresses of the cases with charges, which only the courts of Kosovo* have in this library."""
    pages = sorted(site.glob("en/cases/*.html"))
    return [
        page.relative_to(site).as_posix() for page in pages if 'id="case-charges"' in page.read_text(encoding="utf-8")
    ]


def below_the_fold(tab: ChromiumTab) -> list[str]:
    """Say of each part how far it reaches below the window, where it does."""
    ends = {
        name: tab.evaluate(f"Math.round(document.querySelector({selector!r}).getBoundingClientRect().bottom)")
        for name, selector in AT_FIRST_SIGHT.items()
    }
    return [f"{name} ends at {end} of {HEIGHT} px" for name, end in ends.items() if end > HEIGHT]


def missing_facts(tab: ChromiumTab) -> list[str]:
    names = " ".join(tab.texts(".case-facts dt"))
    wanted = ["Court", "Decided", "Charge", *(["Sentence"] if tab.texts(".charges-table-sentence") else [])]
    return [name for name in wanted if name not in names]


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_court_number_date_charge_sentence_and_summary_stand_above_the_fold(
    chromium: Browser, address: str, built_site: Path, scheme: str
) -> None:
    base = address if scheme == "http" else built_site.as_uri() + "/"
    hidden = {}
    with chromium_page(chromium, width=WIDTH, height=HEIGHT) as tab:
        for case in kosovo_cases(built_site):
            tab.open(base + case)
            hidden[case] = below_the_fold(tab)
            assert missing_facts(tab) == []
    assert len(hidden) > 8
    assert {case: parts for case, parts in hidden.items() if parts} == {}


def test_the_case_number_stands_among_the_facts(chromium: Browser, address: str) -> None:
    with chromium_page(chromium, width=WIDTH, height=HEIGHT) as tab:
        tab.open(address + "en/cases/medicus-first-instance-2013.html")
        assert "P 309/10" in tab.text(".case-facts dl")
        assert "29 April 2013" in tab.text(".case-facts dl")


def test_the_address_of_a_paragraph_leads_to_it(chromium: Browser, address: str) -> None:
    with chromium_page(chromium, width=WIDTH, height=HEIGHT) as tab:
        tab.open(address + "en/cases/medicus-first-instance-2013.html#p3")
        assert tab.evaluate("document.querySelector('#p3').getBoundingClientRect().top") < HEIGHT
        assert tab.evaluate("document.querySelector('#p3:target') !== null")
