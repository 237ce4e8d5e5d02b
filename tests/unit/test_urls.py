"""Addresses are for ever: these are the ones that readers have written down."""

from __future__ import annotations

import pytest

from caselaw import urls


def test_addresses_stay_what_they_are() -> None:
    assert urls.home("en") == "en/index.html"
    assert urls.case("en", "medicus-2013") == "en/cases/medicus-2013.html"
    assert urls.case("sq", "medicus-2013", 12) == "sq/cases/medicus-2013.html#p12"
    assert urls.index("en", "courts") == "en/courts/index.html"
    assert urls.listing("en", "cases") == "en/cases/index.html"
    assert urls.listing("en", "cases", number=2) == "en/cases/page-2.html"
    assert urls.listing("en", "courts", "sc") == "en/courts/sc/index.html"
    assert urls.listing("en", "years", "2013", 3) == "en/years/2013/page-3.html"
    assert urls.text_page("en", "about") == "en/about.html"


@pytest.mark.parametrize(
    ("origin", "target", "link"),
    [
        ("index.html", "en/index.html", "en/index.html"),
        ("en/index.html", "index.html", "../index.html"),
        ("en/courts/sc/index.html", "en/cases/a.html#p12", "../../cases/a.html#p12"),
        ("en/cases/a.html", "en/cases/a.html#p1", "a.html#p1"),
        ("en/cases/a.html", "static/site.css", "../../static/site.css"),
    ],
)
def test_links_are_relative_and_spelled_out(origin: str, target: str, link: str) -> None:
    assert urls.relative(origin, target) == link


@pytest.mark.parametrize("case_id", ["medicus-2013", "a", "2013", "rantsev-v-cyprus-and-russia"])
def test_an_id_is_small_letters_figures_and_hyphens(case_id: str) -> None:
    assert urls.ID.fullmatch(case_id)


@pytest.mark.parametrize("case_id", ["", "-a", "a-", "a--b", "A", "a.b", "a/b", "..", "a b", "ë", "a\n"])
def test_anything_else_is_no_id(case_id: str) -> None:
    assert not urls.ID.fullmatch(case_id)


@pytest.mark.parametrize("case_id", ["index", "page-2", "con", "prn", "aux", "nul", "com1", "lpt9"])
def test_what_the_site_or_windows_needs_is_reserved(case_id: str) -> None:
    assert urls.RESERVED_ID.fullmatch(case_id)
    assert not urls.RESERVED_ID.fullmatch(f"{case_id}-v-kosovo")
