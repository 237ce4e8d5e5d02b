"""A case is cited by keyboard, without a script, from a web server and from a folder; programs find what they need."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

import pytest

from tests.e2e.browsers import ChromiumTab, Tab, chromium_page

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

CASE = "en/cases/medicus-first-instance-2013.html"
TRANSLATION = "sq/cases/medicus-first-instance-2013.html"
FOCUS = "document.activeElement"
SAID = "document.querySelector('[data-pinpoint-said]').textContent"
DIALOG = "document.querySelector('[data-cite-dialog]')"


@pytest.fixture
def page(chromium: Browser, base: str) -> Iterator[ChromiumTab]:
    with chromium_page(chromium) as tab:
        tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        tab.open(base + CASE)
        yield tab


def tab_to(tab: Tab, selector: str, most: int = 120) -> None:
    """Press Tab until an element that matches has the focus."""
    for _ in range(most):
        if tab.evaluate(f"{FOCUS}.matches({selector!r})"):
            return
        tab.press("Tab")
    raise AssertionError(f"{most} times Tab did not lead to {selector}")


def arrive(tab: Tab, address: str) -> None:
    """Open an address with a fragment, for which the driver of Firefox does not wait."""
    tab.open(address)
    tab.wait_for(f"location.href === {address!r} && document.querySelector('.prose-cite')")


def copied(tab: ChromiumTab) -> str:
    return str(tab.evaluate("navigator.clipboard.readText()"))


def test_a_paragraph_is_cited_by_keyboard(tab: Tab, base: str) -> None:
    arrive(tab, base + CASE + "#p5")
    tab.evaluate("document.querySelector('#p5 .prose-number').focus()")
    tab_to(tab, "#p5 .prose-cite", most=2)
    assert tab.evaluate(f"{FOCUS}.getAttribute('aria-label')") == "Cite paragraph 5"
    assert tab.evaluate(f"getComputedStyle({FOCUS}).opacity") == "1"
    tab.press("Enter")
    tab.wait_for(f"{SAID}.startsWith('Copied: ')")
    said = tab.evaluate(SAID)
    assert "Basic Court of Prishtina, Medicus (first instance), P 309/10, P 340/10" in said
    assert "29 April 2013, § 5 of the summary, in: Case law on trafficking in human beings in Kosovo*" in said
    assert tab.evaluate(f"{FOCUS}.getAttribute('aria-label')") == "Cite paragraph 5"
    assert tab.evaluate("document.querySelector('[data-pinpoint-said]').getAttribute('role')") == "status"
    # The page has no permanent address: from the web it is the present one, from a folder none.
    assert ("http" in said) == base.startswith("http")
    assert "file:" not in said


def test_what_is_said_is_what_is_copied(page: ChromiumTab) -> None:
    page.evaluate("document.querySelector('#p5 .prose-cite').click()")
    page.wait_for(f"{SAID}.startsWith('Copied: ')")
    assert copied(page) == str(page.evaluate(SAID)).removeprefix("Copied: ")


def test_the_present_address_is_cited_without_the_query(chromium: Browser, address: str) -> None:
    with chromium_page(chromium) as tab:
        tab.open(f"{address}{CASE}?q=kidney#p2")
        tab.evaluate("document.querySelector('#p7 .prose-cite').click()")
        tab.wait_for(f"{SAID}.startsWith('Copied: ')")
        assert str(tab.evaluate(SAID)).endswith(f", {address}{CASE}#p7")


def test_the_permanent_address_is_cited_wherever_the_page_lies(page: ChromiumTab) -> None:
    permanent = "https://case-law.example/thb/en/cases/medicus-first-instance-2013.html"
    page.evaluate(f"document.querySelector('[data-pinpoint]').dataset.address = {permanent!r}")
    page.evaluate("document.querySelector('#p7 .prose-cite').click()")
    page.wait_for(f"{SAID}.endsWith({permanent + '#p7'!r})")


def test_a_paragraph_is_cited_in_the_language_of_the_page(chromium: Browser, base: str) -> None:
    with chromium_page(chromium) as tab:
        tab.open(base + TRANSLATION)
        tab.evaluate("document.querySelector('#p3 .prose-cite').click()")
        tab.wait_for(f"{SAID}.startsWith('U kopjua: ')")
        assert "Gjykata Themelore në Prishtinë" in tab.evaluate(SAID)
        assert "§ 3 i përmbledhjes" in tab.evaluate(SAID)


@pytest.mark.parametrize("command", [True, False])
def test_without_a_clipboard_the_older_command_copies_or_the_text_is_offered(page: ChromiumTab, command: bool) -> None:
    page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    if not command:
        page.evaluate("document.execCommand = () => false")
    page.evaluate("document.querySelector('#p5 .prose-cite').focus()")
    page.press("Enter")
    if command:
        page.wait_for(f"{SAID}.startsWith('Copied: ')")
        assert page.evaluate(f"{FOCUS}.matches('#p5 .prose-cite')")
        return
    page.wait_for(f"{FOCUS}.matches('[data-pinpoint-text]')")
    assert "§ 5 of the summary" in page.evaluate("getSelection().toString()")
    assert "yourself" in page.evaluate(SAID)
    page.press("Escape")
    assert page.evaluate(f"{FOCUS}.matches('#p5 .prose-cite')")
    assert page.evaluate(SAID) == ""


def test_the_dialog_opens_copies_and_closes_by_keyboard(tab: Tab, base: str) -> None:
    tab.open(base + CASE)
    tab_to(tab, "button.case-cite")
    tab.press("Enter")
    tab.wait_for(f"{DIALOG}.open && {DIALOG}.contains({FOCUS})")
    tab_to(tab, "[data-cite-dialog] [data-cite-copy]", most=5)
    tab.press("Enter")
    tab.wait_for(f"{DIALOG}.querySelector('[role=status]').textContent === 'Copied.'")
    assert tab.evaluate(f"{FOCUS}.matches('[data-cite-dialog] [data-cite-copy]')")
    tab.press("Escape")
    tab.wait_for(f"!{DIALOG}.open")
    assert tab.evaluate(f"{FOCUS}.matches('button.case-cite')")
    assert tab.complaints() == []


def test_every_form_is_copied_as_it_is_read(page: ChromiumTab) -> None:
    page.click("button.case-cite")
    count = page.evaluate(f"{DIALOG}.querySelectorAll('[data-cite-form]').length")
    assert count == 5
    for number in range(count):
        form = f"{DIALOG}.querySelectorAll('[data-cite-form]')[{number}]"
        page.evaluate(f"({DIALOG}.querySelector('[role=status]').textContent = '', {form}.open = true)")
        page.evaluate(f"{form}.querySelector('[data-cite-copy]').click()")
        page.wait_for(f"{DIALOG}.querySelector('[role=status]').textContent")
        assert copied(page) == page.evaluate(f"{form}.querySelector('[data-cite-text]').textContent")


def test_without_a_script_the_section_its_texts_and_files_are_there(
    chromium: Browser, base: str, built_site: Path
) -> None:
    with chromium_page(chromium, javascript=False) as tab:
        tab.open(base + CASE)
        tab.click("a.case-cite")
        assert tab.page.url.endswith("#case-cite")
        section = tab.page.locator("[data-cite]")
        assert "Basic Court of Prishtina, Medicus (first instance)" in section.inner_text()
        assert "no permanent address yet" in section.inner_text()
        for number in range(section.locator("details").count()):
            fold = section.locator("details").nth(number)
            fold.locator("summary").click()
            assert fold.locator("pre").is_visible()
            link = fold.locator("a[download]")
            assert link.is_visible()
            file = urljoin(CASE, str(link.get_attribute("href")))
            wanted = (built_site / file).read_text(encoding="utf-8").replace("\r\n", "\n").rstrip("\n")
            assert fold.locator("pre").inner_text().strip() == wanted.strip()
        assert section.locator("button:visible").count() == 0
        assert tab.page.locator("[data-cite-dialog]").is_hidden()


def test_programs_find_a_case_in_the_head_of_its_page(page: ChromiumTab) -> None:
    metas: dict[str, Any] = page.evaluate(
        "Object.fromEntries(Array.from(document.head.querySelectorAll('meta[name]'), m => [m.name, m.content]))"
    )
    assert metas["z:itemType"] == "case"
    assert metas["z:docketNumber"] == "P 309/10; P 340/10"
    assert metas["DC.title"] == "Medicus (first instance)"
    data = json.loads(page.evaluate("document.querySelector('script[type=\"application/ld+json\"]').textContent"))
    assert data["@type"] == "CreativeWork"
    # A block of data is not run, so that the policy of the page has nothing to forbid.
    assert page.complaints() == []


def test_the_address_of_a_paragraph_marks_it_and_shows_it_whole(tab: Tab, base: str) -> None:
    arrive(tab, base + CASE + "?q=kidney#p9")
    tab.wait_for("document.querySelector('[data-hit-bar]').hidden === false")
    colour = "getComputedStyle(document.querySelector('{}')).backgroundColor"
    assert tab.evaluate(colour.format("#p9:target")) != tab.evaluate(colour.format("#p8"))
    assert tab.evaluate("document.querySelector('#p9').getBoundingClientRect().top >= 0")
    assert tab.evaluate(
        "document.querySelector('#p9').getBoundingClientRect().bottom"
        " <= document.querySelector('.hit-bar-inner').getBoundingClientRect().top"
    )


def test_a_paragraph_of_the_original_is_shown_although_it_was_put_away(page: ChromiumTab, base: str) -> None:
    page.open(base + TRANSLATION)
    page.evaluate("document.getElementById('case-alone').checked = true")
    assert not page.page.locator("#p3-en").is_visible()
    page.evaluate("(location.hash = '#p3-en', true)")
    page.wait_for("document.getElementById('p3-en').checkVisibility()")
    assert not page.evaluate("document.getElementById('case-alone').checked")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_outline_names_the_section_and_leads_to_it(chromium: Browser, base: str, width: int) -> None:
    with chromium_page(chromium, width=width, height=800) as tab:
        tab.open(base + CASE)
        if width < 960:
            tab.click(".outline-narrow summary")
        tab.page.locator(".outline a[href='#case-cite']:visible").click()
        assert tab.evaluate("document.getElementById('case-cite').getBoundingClientRect().top") < 800
        place = tab.evaluate("getComputedStyle(document.querySelector('.outline-wide')).position")
        assert place == ("sticky" if width > 960 else "static")


def test_on_a_screen_to_touch_the_buttons_are_always_seen(chromium: Browser, base: str) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    try:
        page = context.new_page()
        page.goto(base + CASE)
        assert page.evaluate("getComputedStyle(document.querySelector('#p3 .prose-cite')).opacity") == "1"
        boxes = page.evaluate(
            "Array.from(document.querySelectorAll('.prose-cite, .prose-number'), e => e.getBoundingClientRect())"
            ".map(({ top, bottom }) => [top, bottom])"
        )
        assert [(one, other) for one, other in pairwise(boxes) if one[1] > other[0] + 1] == []
    finally:
        context.close()
