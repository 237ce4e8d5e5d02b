"""What holds of the pages of articles and of the convention in every library."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from caselaw import urls
from caselaw.pages.context import Library
from caselaw.pages.law_model import ArticlePage, CompliancePage, LawPage
from tests.sample_library import make_case, make_library, pages_of

PROVISIONS = ["code-2003/139", "code-2003/274/1", "code-2012/171", "treaty/4", "cets-197/1", "cets-197/26"]
charged = st.sampled_from([*PROVISIONS, "trafficking", "unknown"])
charges = st.builds(
    lambda charged, convicted: {
        "defendant": "L.D.", "charged": charged, "finding": "convicted",
        **({"convicted_of": convicted} if convicted != charged else {}),
    },
    charged, charged,
)  # fmt: skip
cases = st.lists(
    st.fixed_dictionaries(
        {
            "court": st.sampled_from(["sc", "hrc"]),
            "decided": st.sampled_from(["2011", "2012-03", "2013-01-01"]),
            "applies": st.lists(st.sampled_from(PROVISIONS), unique=True, max_size=3),
            "charges": st.lists(charges, max_size=2),
            "topics": st.sampled_from([[], ["organ-removal"]]),
            "publication": st.sampled_from([{"status": "published"}, {"status": "draft"}]),
        }
    ),
    max_size=4,
)


def library_of(fields: list[dict[str, Any]]) -> Library:
    return make_library(*(make_case(f"case-{number}", **one) for number, one in enumerate(fields)))


@given(cases)
def test_every_article_page_lists_exactly_the_cases_that_name_it(fields: list[dict[str, Any]]) -> None:
    library = library_of(fields)
    pages = [page for page in pages_of(library).values() if isinstance(page, ArticlePage)]
    listed = {page.frame.path: [case.link.href for case in page.cases] for page in pages}
    expected = {
        urls.article("en", *key.split("/")): [urls.case("en", case.id) for case in found]
        for key, found in library.catalogue.by_article.items()
    }
    assert {path: found for path, found in listed.items() if found} == expected
    assert all(case.uses for page in pages for case in page.cases)


@given(cases)
def test_no_article_leads_to_itself_and_each_to_pages_that_lead_back(fields: list[dict[str, Any]]) -> None:
    pages = {path: page for path, page in pages_of(library_of(fields)).items() if isinstance(page, ArticlePage)}
    leads = {
        (path, entry.link.href)
        for path, page in pages.items()
        for line in page.correspondences
        for entry in (*line.laws, *line.conventions)
        if not entry.current
    }
    assert {target for _, target in leads} <= pages.keys()
    assert all(path != target for path, target in leads)
    assert {(target, path) for path, target in leads} == leads


@given(cases)
def test_every_article_of_the_convention_has_cases_or_is_a_gap_or_stands_aside(fields: list[dict[str, Any]]) -> None:
    pages = pages_of(library_of(fields))
    (page,) = (page for page in pages.values() if isinstance(page, CompliancePage))
    with_cases = {entry.id for chapter in page.chapters for entry in chapter.articles if entry.groups}
    gaps = {entry.id for chapter in page.chapters for entry in chapter.articles if not entry.groups}
    aside = sum(len(chapter.aside) for chapter in page.chapters)
    law = pages[page.convention.href]
    assert isinstance(law, LawPage)
    assert {f"#{gap}" for gap in gaps} == {link.href for link in page.gaps}
    assert len(with_cases) + len(gaps) + aside == sum(len(group.entries) for group in law.groups)
