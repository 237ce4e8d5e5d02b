"""Addresses: every link leads where it should, from any depth, and none can leave the site."""

from __future__ import annotations

import posixpath
from urllib.parse import urljoin

from hypothesis import given
from hypothesis import strategies as st

from caselaw import urls

words = st.text("abyz019", min_size=1, max_size=9) | st.sampled_from(["page", "2", "index", "con", "v"])
ids = st.lists(words, min_size=1, max_size=7).map("-".join)
languages = st.sampled_from(["en", "sq", "sr"])
sections = st.sampled_from(["cases", "courts", "years", "offences"])
addresses = st.one_of(
    st.builds(urls.home, languages),
    st.builds(urls.case, languages, ids, st.none() | st.integers(1, 9999)),
    st.builds(urls.index, languages, sections),
    st.builds(urls.listing, languages, sections, st.none() | ids, st.integers(1, 99)),
    st.builds(urls.text_page, languages, ids),
    st.sampled_from([urls.GATEWAY, urls.NOT_FOUND]),
)
pages = addresses.map(lambda address: address.partition("#")[0])


@given(pages, addresses)
def test_a_relative_link_leads_to_its_target_wherever_the_site_lies(origin: str, target: str) -> None:
    link = urls.relative(origin, target)
    for root in ("https://library.example/", "https://library.example/deep/folder/", "file:///D:/library/site/"):
        assert urljoin(root + origin, link) == root + target


@given(pages, addresses)
def test_a_relative_link_names_a_file_and_stays_within_the_site(origin: str, target: str) -> None:
    path = urls.relative(origin, target).partition("#")[0]
    assert path.endswith(".html")
    assert not path.startswith("/")
    assert ":" not in path
    assert not posixpath.normpath(posixpath.join(posixpath.dirname(origin), path)).startswith("..")


@given(addresses)
def test_an_address_is_short_enough_for_windows_and_in_its_own_language(address: str) -> None:
    path = address.partition("#")[0]
    assert len(path) <= 120
    assert path in (urls.GATEWAY, urls.NOT_FOUND) or path.split("/")[0] in ("en", "sq", "sr")


@given(ids, languages)
def test_no_case_can_take_the_address_of_a_list(case_id: str, language: str) -> None:
    assert urls.ID.fullmatch(case_id)
    lists = {urls.listing(language, "cases", None, number) for number in range(1, 100)}
    assert urls.RESERVED_ID.fullmatch(case_id) or urls.case(language, case_id) not in lists
