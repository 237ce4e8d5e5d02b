"""What a lawyer files or takes into the courtroom: a page as it prints, and as Chromium saves it as PDF."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from pypdf import PdfReader

from tests.e2e.browsers import ChromiumTab, chromium_page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

CASE = "cases/medicus-first-instance-2013.html"
A4 = (595, 842)  # points
RUNNING_HEADS = {
    f"en/{CASE}": "Basic Court of Prishtina, P 309/10, P 340/10, 29 April 2013",
    f"sq/{CASE}": "Gjykata Themelore në Prishtinë, P 309/10, P 340/10, 29 prill 2013",
    f"sr/{CASE}": "Osnovni sud u Prištini, P 309/10, P 340/10, 29. april 2013.",
    "en/courts/ecthr/index.html": "European Court of Human Rights: cases",
    "en/method.html": "How the library is made",
    "en/laws/pcck-2003/139.html": "PCCK Art. 139 (Trafficking in persons)",
    "sr/topics/compensation/index.html": "Naknada štete / kompenzacija: predmeti i paragrafi",
}


def saved(chromium: Browser, url: str) -> PdfReader:
    """Return a page as Chromium saves it: tagged, with an outline."""
    with chromium_page(chromium) as tab:
        tab.open(url)
        assert isinstance(tab, ChromiumTab)
        return PdfReader(BytesIO(tab.page.pdf(prefer_css_page_size=True, tagged=True, outline=True)))


def words(text: str) -> str:
    return " ".join(text.replace("ﬃ", "ffi").replace("ﬁ", "fi").split())


def structure(element: Any) -> Iterator[str]:
    """Yield the types of all elements of a tagged PDF, from the top."""
    node = element.get_object()
    if isinstance(node, dict):
        yield str(node.get("/S", ""))
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            yield from structure(child)


@pytest.mark.parametrize(("path", "head"), RUNNING_HEADS.items())
def test_each_printed_sheet_says_what_it_is_of_which_edition_and_which_sheet(
    chromium: Browser, address: str, path: str, head: str
) -> None:
    pdf = saved(chromium, address + path)
    sheets = [words(sheet.extract_text()) for sheet in pdf.pages]
    assert {tuple(round(float(side)) for side in sheet.mediabox[2:]) for sheet in pdf.pages} <= {A4, (595, 841)}
    for number, sheet in enumerate(sheets, 1):
        assert f"{number} / {len(sheets)}" in sheet
        assert head in sheet
        assert any(str(year) in sheet for year in range(2026, 2100))


def test_the_last_sheet_gives_edition_and_address(chromium: Browser, address: str) -> None:
    last = words(saved(chromium, f"{address}en/{CASE}").pages[-1].extract_text())
    assert "Edition of" in last
    assert f"en/{CASE}" in last


def test_paragraph_numbers_are_printed(chromium: Browser, address: str) -> None:
    text = "\n".join(sheet.extract_text() for sheet in saved(chromium, f"{address}en/{CASE}").pages)
    assert all(f"\n{number}\n" in text or f"\n{number} " in text for number in range(1, 11))


@pytest.mark.parametrize(("language", "tag"), [("en", "en"), ("sq", "sq"), ("sr", "sr-Latn")])
def test_a_case_saved_as_pdf_has_language_structure_and_outline(
    chromium: Browser, address: str, language: str, tag: str
) -> None:
    pdf = saved(chromium, f"{address}{language}/{CASE}")
    catalogue: Any = pdf.trailer["/Root"]
    found = set(structure(catalogue["/StructTreeRoot"]))
    assert catalogue["/Lang"] == tag
    assert catalogue["/MarkInfo"]["/Marked"]
    assert {"/Document", "/H1", "/H2", "/P", "/Table", "/TH", "/TD", "/L", "/LI", "/Link"} <= found
    assert pdf.outline


def test_a_printed_list_gives_the_address_with_its_query(chromium: Browser, address: str) -> None:
    with chromium_page(chromium) as tab:
        tab.open(f"{address}en/search.html?q=organs&outcome=modified")
        tab.wait_for("document.querySelector('.search-result')")
        tab.evaluate("window.dispatchEvent(new Event('beforeprint'))")
        assert tab.evaluate("document.querySelector('.site-footer-address').textContent").endswith(
            "en/search.html?q=organs&outcome=modified"
        )
