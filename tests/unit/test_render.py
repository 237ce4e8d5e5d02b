"""Pages to HTML: links, escaping, and what the site tells each page."""

import pytest

from caselaw.pages.parts import Label, Link
from caselaw.render import link_from, make_environment, render_page
from tests import samples

ENVIRONMENT = make_environment(samples.ROOT / "templates")
SITE = samples.make_site()
HOSTED = samples.make_site(base_url="https://case-law.example/thb", repository="https://code.example/library")


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("en/cases/x.html#p4", "x.html#p4"),
        ("en/index.html", "../index.html"),
        ("static/site.css", "../../static/site.css"),
        ("#p12", "#p12"),
        ("https://case-law.example/a?b=1,2", "https://case-law.example/a?b=1,2"),
        ("/thb/en/index.html", "/thb/en/index.html"),
    ],
)
def test_links_are_relative_to_their_page_unless_they_lead_elsewhere(target: str, href: str) -> None:
    assert link_from(samples.CASE, SITE, target) == href


def test_a_link_that_runs_a_script_is_refused() -> None:
    with pytest.raises(ValueError, match="links to an address of the scheme javascript: javascript:alert"):
        link_from(samples.CASE, SITE, "javascript:alert(1)")


def test_the_page_for_unknown_addresses_links_from_the_root_of_its_host() -> None:
    assert link_from(samples.NOT_FOUND, HOSTED, "static/site.css") == "/thb/static/site.css"
    assert link_from(samples.NOT_FOUND, SITE, "static/site.css") == "/static/site.css"
    html = render_page(samples.NOT_FOUND, HOSTED, ENVIRONMENT)
    assert '<link rel="stylesheet" href="/thb/static/site.css">' in html
    assert '<li><a href="/thb/en/courts/index.html">By court</a></li>' in html


def test_a_base_address_ends_in_one_slash() -> None:
    assert HOSTED.base_url == "https://case-law.example/thb/"
    assert samples.make_site(base_url="https://case-law.example/").base_url == "https://case-law.example/"


def test_a_hosted_page_names_its_permanent_address() -> None:
    html = render_page(samples.CASE, HOSTED, ENVIRONMENT)
    address = "https://case-law.example/thb/en/cases/lake-clinic-2013.html"
    assert f'<link rel="canonical" href="{address}">' in html
    assert f"Address of this page: {address}" in html
    assert '<a href="https://code.example/library" rel="external">' in html


def test_a_site_without_an_address_names_none() -> None:
    html = render_page(samples.CASE, SITE, ENVIRONMENT)
    assert "canonical" not in html
    assert "Address of this page: en/cases/lake-clinic-2013.html" in html


def test_only_indexable_pages_invite_search_engines() -> None:
    assert '<meta name="robots" content="noindex">' in render_page(samples.CASE, SITE, ENVIRONMENT)
    assert "noindex" not in render_page(samples.HOME, SITE, ENVIRONMENT)


def test_texts_are_escaped() -> None:
    page = samples.TOMBSTONE.__class__(samples.TOMBSTONE.frame, "x", '<script>alert("1")</script>', None, "")
    html = render_page(page, SITE, ENVIRONMENT)
    assert "&lt;script&gt;alert(&#34;1&#34;)&lt;/script&gt;" in html


def test_rendering_is_repeatable() -> None:
    again = make_environment(samples.ROOT / "templates")
    for page in samples.PAGES:
        assert render_page(page, SITE, ENVIRONMENT) == render_page(page, SITE, again)


def test_the_navigation_leads_to_every_section() -> None:
    assert SITE.navigation == (
        Link(Label("All cases"), "en/cases/index.html"),
        Link(Label("By court"), "en/courts/index.html"),
        Link(Label("By year"), "en/years/index.html"),
        Link(Label("By offence"), "en/offences/index.html"),
        Link(Label("By law"), "en/laws/index.html"),
        Link(Label("Topics"), "en/topics/index.html"),
        Link(Label("What courts decide"), "en/statistics/index.html"),
        Link(Label("Search"), "en/search.html"),
        Link(Label("About"), "en/about.html"),
    )
