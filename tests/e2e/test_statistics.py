"""The page of sentences in a browser: its filters, its marks, without scripts, on paper, and what axe says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.e2e.accessibility import violations
from tests.e2e.browsers import ChromiumTab, chromium_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

PAGE = "{}/statistics/sentences.html"
FORM = "[data-figure-filters]"
MARKS, LINES = ".scale-chart a[data-tags]", "tr[data-tags]"


@pytest.fixture
def tab(chromium: Browser, base: str) -> Iterator[ChromiumTab]:
    with chromium_page(chromium) as tab:
        tab.open(base + PAGE.format("en"))
        yield tab
        assert tab.complaints() == []
        assert tab.foreign_requests() == []


def tagged(tab: ChromiumTab, selector: str) -> list[tuple[set[str], bool]]:
    """Return the tags of what a filter can hide, and whether it is shown."""
    found = tab.evaluate(
        f"Array.from(document.querySelectorAll({selector!r}), e => [e.dataset.tags, e.getClientRects().length > 0])"
    )
    return [(set(tags.split()), shown) for tags, shown in found]


def told(tab: ChromiumTab) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", tab.text(f"{FORM} [role=status]"))]


@pytest.mark.parametrize("key", ["court", "year", "offence", "finality"])
def test_a_filter_is_worked_by_keyboard_hides_marks_and_lines_and_tells_how_many_are_left(
    tab: ChromiumTab, key: str
) -> None:
    total = len(tagged(tab, LINES))
    assert total
    assert told(tab) == [total, total]
    tab.page.locator(f"select[name={key}]").focus()
    tab.page.keyboard.press("ArrowDown")
    value = tab.evaluate(f"document.querySelector('select[name={key}]').value")
    assert value
    for selector in (MARKS, LINES):
        assert all(shown == (f"{key}:{value}" in tags) for tags, shown in tagged(tab, selector))
    assert told(tab) == [sum(shown for _, shown in tagged(tab, LINES)), total]
    assert told(tab)[0] < total
    tab.page.keyboard.press("ArrowUp")
    assert all(shown for selector in (MARKS, LINES) for _, shown in tagged(tab, selector))


def test_two_filters_hold_together(tab: ChromiumTab) -> None:
    for key in ("court", "offence"):
        tab.page.locator(f"select[name={key}]").focus()
        tab.page.keyboard.press("ArrowDown")
    wanted = {
        f"{key}:" + tab.evaluate(f"document.querySelector('select[name={key}]').value") for key in ("court", "offence")
    }
    assert all(shown == (wanted <= tags) for tags, shown in tagged(tab, LINES))


def test_a_mark_leads_to_its_paragraph(tab: ChromiumTab) -> None:
    mark = tab.page.locator(".scale-chart a[href*='#p']").first
    anchor = str(mark.get_attribute("href")).rpartition("#")[2]
    mark.focus()
    tab.page.keyboard.press("Enter")
    tab.wait_for("document.querySelector(':target')")
    assert tab.page.locator(":target").get_attribute("id") == anchor


def test_axe_finds_nothing_with_and_without_a_filter(chromium: Browser, base: str) -> None:
    with chromium_page(chromium) as tab:  # axe fetches style sheets itself, of which a browser complains in a folder
        tab.open(base + PAGE.format("en"))
        assert violations(tab) == []
        tab.page.locator("select[name=court]").focus()
        tab.page.keyboard.press("ArrowDown")
        assert violations(tab) == []


@pytest.mark.parametrize("language", ["en", "sq", "sr"])
def test_without_scripts_everything_is_shown_and_no_dead_filter(chromium: Browser, base: str, language: str) -> None:
    with chromium_page(chromium, javascript=False) as tab:
        tab.open(base + PAGE.format(language))
        assert not tab.page.locator(FORM).is_visible()
        for selector in (MARKS, LINES):
            found = tab.page.locator(selector).all()
            assert found
            assert all(one.is_visible() for one in found)


def test_on_paper_stand_chart_and_tables_and_no_filter(tab: ChromiumTab) -> None:
    tab.page.emulate_media(media="print")
    assert not tab.page.locator(FORM).is_visible()
    for selector in (
        ".scale-chart",
        ".scale-chart-legend",
        MARKS,
        "main table",
        "main .figure-table h3",
        LINES,
    ):
        found = tab.page.locator(selector).all()
        assert found, selector
        assert all(one.is_visible() for one in found), selector


def test_what_a_filter_left_out_is_said_on_paper(tab: ChromiumTab) -> None:
    tab.page.locator("select[name=court]").select_option(index=1)
    tab.page.emulate_media(media="print")
    assert tab.page.locator(FORM).is_visible()
    shown, total = (int(number) for number in re.findall(r"\d+", tab.text(f"{FORM} p"))[:2])
    assert 0 < shown < total


def test_no_line_of_a_table_lies_on_another_on_a_phone(chromium: Browser, base: str) -> None:
    with chromium_page(chromium, width=390) as tab:
        tab.open(base + PAGE.format("en"))
        overlapping = """Array.from(document.querySelectorAll('main td[data-name]')).filter(cell => {
          const height = cell.getBoundingClientRect().height;
          const name = document.createElement('span');
          name.textContent = cell.dataset.name;
          Object.assign(name.style, { display: 'block', width: '7rem', fontSize: '0.8125rem' });
          cell.append(name);
          const needed = name.getBoundingClientRect().height;
          name.remove();
          return height + 1 < needed;
        }).length"""
        assert tab.evaluate(overlapping) == 0


@pytest.mark.parametrize("theme", ["verdicts", "compensation", "rights", "time", "coverage"])
@pytest.mark.parametrize(("language", "width", "dark"), [("en", 390, True), ("sq", 1280, False), ("sr", 390, False)])
def test_axe_finds_no_violation_in_the_other_themes_and_nothing_is_too_wide(
    chromium: Browser, address: str, theme: str, language: str, width: int, dark: bool
) -> None:
    with chromium_page(chromium, width=width, dark=dark) as tab:
        tab.open(f"{address}{language}/statistics/{theme}.html")
        assert violations(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth")
