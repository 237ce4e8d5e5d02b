"""What readers find of cases that moved, were withdrawn, or are not public yet."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from tests.e2e.accessibility import stay, violations
from tests.e2e.browsers import chromium_page, served
from tests.project import ROOT
from tests.site import build

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.e2e.browsers import FirefoxTab

CASE = """---
title: {title}
court: sc
decided: 2020-02-03
kind: judgment
text: summary
language: en
summary: The {word} summary.
offences: [trafficking-in-persons]
outcome: conviction
sources: [{{url: "https://example.org/{word}", title: The {word} source, kind: other, read: 2026-01-01}}]
{more}
---
## Facts

[1] The {word} text.

[2] Another paragraph.
"""

CASES = {
    "renamed-case-2020": ("Renamed case", "xylophone", "aliases: [old-address]\npublication: {status: published}"),
    "withdrawn-case-2020": (
        "Zeppelin against Zeppelin", "zeppelin", "publication: {status: withdrawn, reason: Retracted by order.}",
    ),
    "draft-case-2020": ("Draft case", "quicksilver", "publication: {status: draft}"),
    "embargoed-case-2020": (
        "Embargoed case", "rhododendron", "publication: {status: published, embargo_until: 2099-01-01}",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a case that moved, a withdrawn one, a draft and an embargoed one among the real cases."""
    folder = tmp_path_factory.mktemp("peculiar")
    shutil.copy(ROOT / "site_config.yaml", folder)
    shutil.copytree(ROOT / "content", folder / "content")
    for name, (title, word, more) in CASES.items():
        text = CASE.format(title=title, word=word, more=more)
        (folder / "content" / "cases" / "sc" / f"{name}.md").write_text(text, encoding="utf-8")
    build(folder / "site", "--config", str(folder / "site_config.yaml"))
    return folder / "site"


def test_an_old_address_leads_to_the_same_paragraph_at_the_new_one(
    chromium: Browser, firefox: FirefoxTab, library: Path
) -> None:
    old, new = library.as_uri() + "/en/cases/old-address.html#p2", "/en/cases/renamed-case-2020.html#p2"
    with chromium_page(chromium) as tab:
        tab.open(old)
        tab.page.wait_for_url(f"**{new}")
        assert tab.complaints() == []
    firefox.open(old)
    firefox.wait_for(f"location.href.endsWith('{new}')")


def test_an_old_address_leads_to_the_new_one_without_scripts(chromium: Browser, library: Path) -> None:
    with chromium_page(chromium, javascript=False) as tab:
        tab.open(library.as_uri() + "/en/cases/old-address.html")
        tab.page.wait_for_url("**/en/cases/renamed-case-2020.html")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("page", ["withdrawn-case-2020", "old-address"])
def test_axe_finds_no_violation_in_what_is_left(chromium: Browser, library: Path, page: str, scheme: str) -> None:
    with served(library) as base, chromium_page(chromium, dark=scheme == "dark") as tab:
        stay(tab)
        tab.open(f"{base}en/cases/{page}.html")
        assert violations(tab) == []


def test_of_a_withdrawn_case_the_reason_is_left_and_nothing_else(library: Path) -> None:
    tombstone = (library / "en" / "cases" / "withdrawn-case-2020.html").read_text(encoding="utf-8")
    assert "Retracted by order." in tombstone
    assert "zeppelin" not in tombstone.lower()


@pytest.mark.parametrize("name", ["withdrawn-case-2020", "draft-case-2020", "embargoed-case-2020"])
def test_no_page_mentions_a_case_that_is_not_public(library: Path, name: str) -> None:
    title, word, _ = CASES[name]
    texts = {path.relative_to(library): path.read_text(encoding="utf-8") for path in library.rglob("*.html")}
    assert [path for path, text in texts.items() if word in text or title in text] == []
    assert sorted(path.as_posix() for path in texts if path.stem == name) == (
        [f"{tree}/cases/withdrawn-case-2020.html" for tree in ("en", "sq", "sr")]
        if name.startswith("withdrawn")
        else []
    )


@pytest.mark.parametrize("name", CASES)
def test_the_search_knows_public_cases_only(chromium: Browser, library: Path, name: str) -> None:
    title, word, _ = CASES[name]
    with chromium_page(chromium) as tab:
        tab.open(library.as_uri() + f"/en/search.html?q={word}")
        tab.wait_for("document.querySelector('.search-result, [data-state=none]:not([hidden])')")
        # Of a word that no text holds, Pagefind looks for the beginning, so that other cases may be found.
        assert (title in tab.texts(".search-result a")) == (name == "renamed-case-2020")
