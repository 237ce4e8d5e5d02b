"""The list of results taken away: as files, on paper, by its address."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.e2e.browsers import ChromiumTab, chromium_page
from tests.e2e.searching import found, go, said, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

SEARCH = "?q=kidney&court=sc&court=ca&sort=oldest"
COURTS = ["Court: Supreme Court", "Court: Court of Appeals"]
IDS = ["medicus-court-of-appeals-2015", "medicus-supreme-court-2016"]


@pytest.fixture
def tab(chromium: Browser, base: str) -> Iterator[ChromiumTab]:
    with chromium_page(chromium) as tab:
        go(tab, f"{base}en/search.html{SEARCH}")
        yield tab


def saved(tab: ChromiumTab, kind: str) -> tuple[str, bytes]:
    """Save the list and return the name and content of the file."""
    with tab.page.expect_download() as download:
        tab.click(f"[data-export={kind}]")
    tab.wait_for("document.querySelector('[data-said]').textContent.startsWith('Saved: ')")
    return download.value.suggested_filename, Path(download.value.path()).read_bytes()


def address_now(tab: ChromiumTab) -> str:
    """Return the address of the search as a file may tell it: from a folder, nothing of this machine's folders."""
    address = str(tab.evaluate("location.href"))
    return address if address.startswith("http") else "en/search.html?" + address.partition("?")[2]


def test_no_file_tells_in_which_folder_the_library_lies(tab: ChromiumTab, built_site: Path) -> None:
    for kind in ("json", "csv", "ris"):
        content = saved(tab, kind)[1].decode("utf-8")
        assert str(built_site.parent) not in content
        assert "file:" not in content


def test_json_holds_exactly_the_shown_cases_with_query_filters_and_addresses(tab: ChromiumTab) -> None:
    name, content = saved(tab, "json")
    assert re.fullmatch(r"cases-\d{4}-\d\d-\d\d\.json", name)
    data = json.loads(content)
    assert (data["query"], data["filters"], data["order"]) == ("kidney", COURTS, "oldest")
    assert (data["found"], data["shown"]) == (2, 2)
    assert data["search"] == address_now(tab)
    assert [urlsplit(case["address"]).path.rpartition("/")[2] for case in data["cases"]] == [f"{i}.html" for i in IDS]
    assert data["cases"][1] == {
        "title": "Medicus (Supreme Court)",
        "court": "Supreme Court",
        "number": "Pml.Kzz 92/2016",
        "decided": "2016-12-15",
        "outcome": data["cases"][1]["outcome"],
        "status": "later: Conviction (Basic Court of Prishtina, 24 May 2018); Annulled, returned for retrial "
        "(Court of Appeals, date not known)",
        "offences": "Trafficking in persons; Organised crime",
        "language": "English",
        "ecli": "",
        "address": data["cases"][1]["address"],
    }


def test_csv_opens_in_a_spreadsheet_and_holds_the_same(tab: ChromiumTab) -> None:
    _, content = saved(tab, "csv")
    assert content.startswith("\ufeff".encode())
    assert b"\n" not in content.replace(b"\r\n", b"")
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert [row["number"] for row in rows] == ["PAKR 52/14", "Pml.Kzz 92/2016"]
    assert {row["query"] for row in rows} == {"kidney"}
    assert {row["filters"] for row in rows} == {"; ".join(COURTS)}
    assert {row["search"] for row in rows} == {address_now(tab)}


def test_no_cell_is_a_formula(tab: ChromiumTab) -> None:
    field = "document.querySelector('#search-query')"
    tab.evaluate(f"({field}.value = '=kidney', {field}.form.requestSubmit(), true)")
    said(tab)
    _, content = saved(tab, "csv")
    cells = [cell for row in csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")) for cell in row]
    assert "'=kidney" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


def test_ris_is_read_by_reference_managers(tab: ChromiumTab) -> None:
    _, content = saved(tab, "ris")
    lines = content.decode("utf-8").split("\r\n")
    assert [line for line in lines if line and not re.match(r"[A-Z][A-Z0-9]  - ", line)] == []
    assert [line for line in lines if line.startswith("TY")] == ["TY  - CASE"] * 2
    assert lines.count("ER  - ") == 2
    assert "TI  - Medicus (Supreme Court)" in lines
    assert "PB  - Supreme Court" in lines
    assert "SV  - Pml.Kzz 92/2016" in lines
    assert "DA  - 2016/12/15/" in lines
    assert any(line.startswith("UR  - ") and line.endswith("medicus-supreme-court-2016.html") for line in lines)


def test_what_is_saved_grows_with_what_is_shown(chromium: Browser, base: str) -> None:
    with chromium_page(chromium) as tab:
        go(tab, f"{base}en/search.html?offence=trafficking-in-persons")
        assert found(tab) > 10
        assert json.loads(saved(tab, "json")[1])["shown"] == 10
        tab.click("[data-more]")
        tab.wait_for("document.querySelectorAll('.search-result').length > 10")
        data = json.loads(saved(tab, "json")[1])
        assert data["shown"] == len(shown(tab)) > 10


def test_the_address_of_the_list_is_copied(tab: ChromiumTab) -> None:
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.click("[data-copy]")
    tab.wait_for("document.querySelector('[data-said]').textContent")
    assert tab.text("[data-said]") == "The address was copied."
    assert tab.evaluate("navigator.clipboard.readText()") == tab.evaluate("location.href")


def test_the_printed_list_tells_query_and_filters_and_nothing_to_press(tab: ChromiumTab) -> None:
    tab.page.emulate_media(media="print")
    assert tab.page.locator("#search-query").is_visible()
    assert tab.page.locator("#search-query").input_value() == "kidney"
    assert tab.page.locator(".search-chosen li").first.is_visible()
    for hidden in (".search-filters", ".search-form-button", ".search-tools", ".search-help", "[data-clear] a"):
        assert not tab.page.locator(hidden).first.is_visible(), hidden


def test_the_way_back_from_a_case_keeps_the_filters(tab: ChromiumTab) -> None:
    tab.click(".search-result-title a")
    tab.wait_for("document.querySelector('[data-hit-bar]')?.hidden === false")
    tab.page.evaluate("document.querySelector('[data-hit-back]').click()")
    tab.wait_for("location.pathname.endsWith('search.html') && document.querySelector('.search-result')")
    assert shown(tab) == IDS
