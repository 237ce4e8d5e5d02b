"""The real library as files: what holds on every page, and how far every case is from the front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import yaml

from tests.markup import faults_of
from tests.project import ROOT
from tests.site import PageFile, read_pages

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="module")
def pages(built_site: Path) -> dict[str, PageFile]:
    return read_pages(built_site)


def clicks_from(start: str, pages: dict[str, PageFile]) -> dict[str, int]:
    """Return how many links lead from a page to each other one at least."""
    distances, frontier = {start: 0}, [start]
    while frontier:
        reached = {target for address in frontier for target in pages[address].targets() if target in pages}
        new = reached - distances.keys()
        distances |= dict.fromkeys(new, distances[frontier[0]] + 1)
        frontier = sorted(new)
    return distances


def test_every_case_is_within_four_clicks_of_its_front_page(pages: dict[str, PageFile]) -> None:
    languages = sorted(path.stem for path in (ROOT / "locales").glob("*.yaml") if f"{path.stem}/index.html" in pages)
    assert languages
    for language in languages:
        distances = clicks_from(f"{language}/index.html", pages)
        cases = {page for page in pages if page.startswith(f"{language}/cases/")}
        assert len(cases) > 20
        assert {page: distances.get(page) for page in cases if distances.get(page, 99) > 4} == {}


def test_every_page_can_be_reached_from_the_root(pages: dict[str, PageFile]) -> None:
    assert sorted(set(pages) - clicks_from("index.html", pages).keys()) == ["404.html"]


def test_every_page_carries_the_status_footnote(pages: dict[str, PageFile]) -> None:
    config = yaml.safe_load((ROOT / "site_config.yaml").read_text(encoding="utf-8"))
    footnotes = {language: " ".join(text.split()) for language, text in config["disclaimer"].items()}
    without = [
        address
        for address, page in pages.items()
        if footnotes.get(address.split("/")[0], footnotes[config["default_language"]])
        not in " ".join(page.text.split())
    ]
    assert without == []


def test_every_page_is_valid(built_site: Path) -> None:
    faults = {
        path.relative_to(built_site).as_posix(): faults_of(path.read_text(encoding="utf-8"))
        for path in sorted(built_site.rglob("*.html"))
    }
    assert {address: found for address, found in faults.items() if found} == {}


def test_no_page_holds_inline_scripts_or_styles(pages: dict[str, PageFile]) -> None:
    assert {address: page.inline for address, page in pages.items() if page.inline} == {}


def test_no_page_loads_anything_from_elsewhere(pages: dict[str, PageFile]) -> None:
    # The page for unknown addresses is shown at any depth, and begins at the root of its web server.
    elsewhere = dict.fromkeys(pages, ("http:", "https:", "//", "/")) | {"404.html": ("http:", "https:", "//")}
    found = {
        address: [resource for resource in page.resources if resource.startswith(elsewhere[address])]
        for address, page in pages.items()
    }
    assert {address: resources for address, resources in found.items() if resources} == {}
    assert all(page.resources for page in pages.values())
