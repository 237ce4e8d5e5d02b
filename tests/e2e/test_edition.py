"""An edition as people open it: by double-click, from a folder of whatever name, in both browsers."""

from __future__ import annotations

import datetime
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from caselaw.pipeline import Request
from caselaw.problems import Problems
from caselaw.usb import build_edition
from tests.e2e.accessibility import violations
from tests.e2e.browsers import Tab, chromium_page
from tests.project import ROOT
from tests.sample_library import SampleLibrary, said

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

STRANGE = "Dosja ë č #1 100%"


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The edition of the real library, unpacked into a folder with a strange name."""
    dist = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "build.py", "usb", "--quiet", "--output", str(dist)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    (packed,) = dist.glob("*.zip")
    shutil.unpack_archive(packed, dist / STRANGE)
    return dist / STRANGE / packed.stem


def open_first_page(tab: Tab, edition: Path) -> None:
    tab.open((edition / "START-HERE.html").as_uri())


def test_it_works_from_a_folder_with_a_strange_name(tab: Tab, edition: Path) -> None:
    earlier = tab.complaints()
    open_first_page(tab, edition)
    tab.click(".start-ways a")
    tab.wait_for("location.pathname.endsWith('/library/en/index.html')")
    tab.type("main input[type=search]", "Medicus\n")
    tab.wait_for("document.querySelector('.search-result a')")
    tab.click(".search-result a")
    tab.wait_for("document.querySelector('article.case')")
    assert "Medicus" in tab.text("h1")
    assert tab.complaints()[len(earlier) :] == []
    assert tab.foreign_requests() == []


def test_the_first_page_has_a_search_box(tab: Tab, edition: Path) -> None:
    open_first_page(tab, edition)
    tab.type(".start-ways input[type=search]", "kidney\n")
    tab.wait_for("document.querySelector('.search-result a')")
    assert tab.evaluate("location.href").endswith("/library/en/search.html?q=kidney")


def test_the_first_page_needs_no_scripts(chromium: Browser, edition: Path) -> None:
    with chromium_page(chromium, javascript=False) as tab:
        open_first_page(tab, edition)
        assert tab.page.locator("h1 span").all_inner_texts() == [
            "Case law on trafficking in human beings in Kosovo*",
            "Praktika gjyqësore për trafikimin me njerëz në Kosovë*",
            "Sudska praksa o trgovini ljudima na Kosovu*",
        ]
        assert tab.page.locator(".edition-age:visible").count() == 0
        tab.page.locator("a", has_text="Withdrawn cases").click()
        assert tab.page.locator("h1").inner_text() == "Withdrawn cases"
        open_first_page(tab, edition)
        tab.click(".start-ways a")
        assert tab.page.locator("main a[href='cases/index.html']").is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_the_first_page_is_accessible(chromium: Browser, edition: Path, scheme: str, width: int) -> None:
    with chromium_page(chromium, dark=scheme == "dark", width=width) as tab:
        open_first_page(tab, edition)
        assert tab.complaints() == []
        assert tab.evaluate("document.documentElement.scrollWidth") == width
        assert violations(tab) == []


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Path]:
    """Editions of a small library: one of long ago (True), and one of today."""
    folder = tmp_path_factory.mktemp("editions")
    library = SampleLibrary(folder / "library")
    library.add("first")
    found = {}
    for old, day in ((True, "2021-03-04"), (False, datetime.datetime.now(datetime.UTC).date().isoformat())):
        problems = Problems()
        built = build_edition(Request(library.config, day), folder / "dist", problems, lambda _: None)
        assert built, said(problems)
        found[old] = built.folder
    return found


PAGES = ["START-HERE.html", "library/en/index.html", "library/en/cases/first.html", "library/en/search.html"]


@pytest.mark.parametrize("old", [True, False])
def test_every_page_of_an_old_edition_says_that_a_newer_one_may_exist(
    tab: Tab, editions: dict[bool, Path], old: bool
) -> None:
    for page in PAGES:
        tab.open((editions[old] / page).as_uri())
        tab.wait_for("document.readyState === 'complete' && document.querySelector('[data-edition]')")
        shown = tab.texts("[data-edition-age]:not([hidden])")
        assert shown == (["This edition is more than a year old. A newer one may exist."] if old else []), page


@pytest.mark.parametrize(
    ("today", "shown"), [("2021-12-31", False), ("2022-03-04", False), ("2022-03-05", True), ("2040-01-01", True)]
)
def test_an_edition_is_old_when_more_than_a_year_has_passed(
    chromium: Browser, editions: dict[bool, Path], today: str, shown: bool
) -> None:
    with chromium_page(chromium) as tab:
        tab.page.clock.set_fixed_time(f"{today}T12:00:00")
        tab.open((editions[True] / "library/en/cases/first.html").as_uri())
        assert tab.page.locator(".edition-age").is_visible() is shown
        tab.page.emulate_media(media="print")  # a printout goes to court
        assert tab.page.locator(".edition-age").is_visible() is shown
