"""Feeds, read back as a feed reader reads them and held to RFC 4287; the sitemap and robots.txt."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from functools import cache
from typing import Any
from xml.etree.ElementTree import Element, fromstring

import pytest

from caselaw import urls
from caselaw.checks import Case
from caselaw.exports.feeds import NEWEST, feed_files, last_change
from caselaw.exports.sitemap import robots_text, sitemap_xml
from caselaw.pages import build_pages
from caselaw.pages.context import Library
from caselaw.pages.model import CorrectionsPage
from tests.sample_library import TITLE, TODAY, make_case, make_library, make_locale, pages_of, translated

ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
ALBANIAN = make_locale("sq", "Shqip")
BASE = "https://example.org/thb/"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def hosted(library: Library, **config: Any) -> Library:
    return replace(library, config=library.config.model_copy(update={"base_url": BASE, **config}))


def feeds_of(library: Library) -> dict[str, Element]:
    return {address: fromstring(text) for address, text in feed_files(library)}


def feed_of(*cases: Case, name: str = "en/feeds/cases.xml") -> Element:
    return feeds_of(make_library(*cases))[name]


def texts(feed: Element, tag: str) -> list[str | None]:
    return [entry.findtext(ATOM + tag) for entry in feed.findall(f"{ATOM}entry")]


@cache
def library() -> Library:
    """Return a library in two languages whose cases were corrected, translated and decided on different days."""
    corrected = make_case(
        "corrected",
        court="bc-north",
        case_numbers=["P 1/10"],
        decided="2013",
        offences=["trafficking", "smuggling"],
        corrections=[
            {"date": "2026-11-21", "note": "A number & a <date>."},
            {"date": "2026-11-22", "note": "A court."},
            {"date": "2026-11-22", "note": "A sentence."},
        ],
    )
    return make_library(
        corrected,
        translated(make_case("other", decided="2020-05"), "sq", title="Tjetër"),
        make_case("albanian", language="sq", title="Rasti", summary="Përmbledhje.", decided="2011"),
        locales=(make_locale(), ALBANIAN),
    )


# ------------------------------------------------------------------------------------------------ which feeds


def test_each_language_has_a_feed_of_all_cases_of_corrections_and_of_each_court_and_offence_with_cases() -> None:
    assert sorted(address for address in feeds_of(library()) if address.startswith("en/")) == [
        "en/feeds/cases.xml",
        "en/feeds/corrections.xml",
        "en/feeds/courts/bc-north.xml",
        "en/feeds/courts/sc.xml",
        "en/feeds/offences/smuggling.xml",
        "en/feeds/offences/trafficking.xml",
    ]
    addresses = feeds_of(library()).keys()
    assert {address.replace("sq/", "en/", 1) for address in addresses} == {
        address for address in addresses if address.startswith("en/")
    }


def test_pages_of_what_has_a_feed_lead_to_it() -> None:
    leading = {
        path: [file.href for file in page.frame.files]
        for path, page in pages_of(library()).items()
        if path.startswith("en/") and page.frame.files
    }
    assert leading == {
        "en/index.html": ["en/feeds/cases.xml", "en/feeds/corrections.xml"],
        "en/corrections.html": ["en/feeds/corrections.xml"],
        "en/cases/index.html": ["en/feeds/cases.xml"],
        "en/courts/bc-north/index.html": ["en/feeds/courts/bc-north.xml"],
        "en/courts/sc/index.html": ["en/feeds/courts/sc.xml"],
        "en/offences/smuggling/index.html": ["en/feeds/offences/smuggling.xml"],
        "en/offences/trafficking/index.html": ["en/feeds/offences/trafficking.xml"],
        **{f"en/cases/{case_id}.html": [urls.case_data(case_id)] for case_id in ("corrected", "other", "albanian")},
    }


# ------------------------------------------------------------------------------------------------ RFC 4287


@pytest.mark.parametrize("of", [library(), hosted(library()), make_library()], ids=["no address", "hosted", "empty"])
def test_every_feed_has_what_atom_requires_once(of: Library) -> None:
    for address, feed in feeds_of(of).items():
        assert feed.tag == f"{ATOM}feed", address
        for part in (feed, *feed.findall(f"{ATOM}entry")):
            for tag in ("id", "title", "updated"):
                assert len(part.findall(ATOM + tag)) == 1, (address, tag)
            assert str(part.findtext(f"{ATOM}id")).startswith("urn:uuid:")
            assert INSTANT.fullmatch(str(part.findtext(f"{ATOM}updated")))
            assert [link.get("rel") for link in part.findall(f"{ATOM}link")].count("alternate") == 1
        assert feed.findtext(f"{ATOM}author/{ATOM}name") == TITLE
        assert feed.find(f"{ATOM}link[@rel='self']") is not None
        assert feed.get(f"{XML}lang") == address.partition("/")[0]


def test_no_two_feeds_and_no_two_entries_of_a_feed_have_one_id() -> None:
    feeds = feeds_of(library())
    assert len({feed.findtext(f"{ATOM}id") for feed in feeds.values()}) == len(feeds)
    for feed in feeds.values():
        assert len(set(texts(feed, "id"))) == len(texts(feed, "id"))


def test_ids_stay_the_same_for_ever() -> None:
    """Whoever changes these makes every feed reader show every case as new."""
    feed = feed_of(make_case("a"))
    assert feed.findtext(f"{ATOM}id") == "urn:uuid:fc52b201-4ce7-5bfd-ad19-55c192ddc761"
    assert texts(feed, "id") == ["urn:uuid:9f26888b-4fb7-51e5-b38a-fa06fba2d04b"]


def test_an_id_depends_on_the_case_and_the_language_alone() -> None:
    one = feed_of(make_case("a"))
    other = feed_of(make_case("a", title="Another title", court="bc-north", decided="2011"), make_case("b"))
    assert texts(one, "id")[0] in texts(other, "id")
    english, albanian = (texts(feeds_of(library())[f"{lang}/feeds/cases.xml"], "id") for lang in ("en", "sq"))
    assert not set(english) & set(albanian)


def test_links_are_relative_while_the_library_has_no_address_and_absolute_afterwards() -> None:
    for of, prefix in ((library(), ""), (hosted(library()), BASE)):
        pages = pages_of(of)
        for address, feed in feeds_of(of).items():
            for link in feed.iter(f"{ATOM}link"):
                href = str(link.get("href"))
                assert href.startswith(prefix)
                target = href.removeprefix(prefix)
                if not prefix:
                    target = posixpath.normpath(posixpath.join(posixpath.dirname(address), href))
                assert target == address if link.get("rel") == "self" else target in pages


# ------------------------------------------------------------------------------------------------ entries


def test_an_entry_tells_of_its_case() -> None:
    feed = feeds_of(library())["en/feeds/courts/bc-north.xml"]
    assert feed.findtext(f"{ATOM}title") == f"Basic Court North: cases – {TITLE}"
    (entry,) = feed.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Corrected"
    assert entry.findtext(f"{ATOM}summary") == "Basic Court North, P 1/10, 2013. What was decided in corrected."
    assert [(one.get("term"), one.get("label")) for one in entry.findall(f"{ATOM}category")] == [
        ("trafficking", "Trafficking in persons"), ("smuggling", "Smuggling of migrants"),
    ]  # fmt: skip


def test_a_text_in_another_language_than_the_feed_says_so() -> None:
    entries = feeds_of(library())["en/feeds/cases.xml"].findall(f"{ATOM}entry")
    langs = {
        entry.findtext(f"{ATOM}title"): [
            part.get(f"{XML}lang") for tag in ("title", "summary") for part in entry.findall(ATOM + tag)
        ]
        for entry in entries
    }
    assert langs == {"Corrected": [None, None], "Other": [None, None], "Rasti": ["sq", "sq"]}


@pytest.mark.parametrize(
    ("fields", "day"),
    [
        ({}, "2013-04-01"),
        ({"sources": [{"url": "https://court.example/j", "title": "J", "read": "2026-10-01"}]}, "2026-10-01"),
        ({"review": {"coded_by": "A.B.", "reviewed_by": "C.D.", "reviewed_on": "2026-10-02"}}, "2026-10-02"),
        ({"publication": {"status": "published", "embargo_until": "2026-10-03"}}, "2026-10-03"),
        ({"corrections": [{"date": "2026-10-05", "note": "b"}, {"date": "2026-10-04", "note": "a"}]}, "2026-10-05"),
    ],
)
def test_an_entry_was_updated_on_the_last_day_that_is_known_of_it(fields: dict[str, Any], day: str) -> None:
    case = make_case("a", decided="2013-04", **fields)
    assert last_change(case, "en") == day
    feed = feed_of(case)
    assert texts(feed, "updated") == [f"{day}T00:00:00Z"]
    assert feed.findtext(f"{ATOM}updated") == f"{day}T00:00:00Z"


def test_a_translation_updates_the_feed_of_its_language_alone() -> None:
    case = library().catalogue.by_id["other"]
    assert (last_change(case, "en"), last_change(case, "sq")) == ("2020-05-01", "2026-11-20")


def test_an_empty_feed_was_updated_on_the_day_of_the_edition() -> None:
    assert feed_of(name="en/feeds/cases.xml").findtext(f"{ATOM}updated") == f"{TODAY}T00:00:00Z"


def test_a_feed_holds_the_newest_entries_first_and_no_more_than_fifty() -> None:
    feed = feed_of(*(make_case(f"case-{year}", decided=str(year)) for year in range(1950, 2020)))
    assert NEWEST == 50
    assert texts(feed, "updated") == [f"{year}-01-01T00:00:00Z" for year in range(2019, 1969, -1)]


def test_the_order_of_the_cases_changes_no_feed() -> None:
    cases = [make_case(key, decided="2019") for key in ("a", "b", "c")]
    assert dict(feed_files(make_library(*cases))) == dict(feed_files(make_library(*reversed(cases))))


def test_signs_that_xml_cannot_hold_break_no_feed() -> None:
    feed = feed_of(make_case("a", title="A\x01\x08<&>\U0001f4d6]]>", summary='"\x1f"'))
    assert texts(feed, "title") == ["A\ufffd\ufffd<&>\U0001f4d6]]>"]


# ------------------------------------------------------------------------------------------------ corrections


def test_corrections_are_listed_newest_first_with_their_case() -> None:
    page = pages_of(library())["en/corrections.html"]
    assert isinstance(page, CorrectionsPage)
    shown = [(one.correction.date.iso, one.correction.note.text, one.case.href) for one in page.corrections]
    assert shown == [
        ("2026-11-22", "A court.", "en/cases/corrected.html"),
        ("2026-11-22", "A sentence.", "en/cases/corrected.html"),
        ("2026-11-21", "A number & a <date>.", "en/cases/corrected.html"),
    ]


def test_the_feed_of_corrections_tells_of_each() -> None:
    feed = feeds_of(library())["en/feeds/corrections.xml"]
    assert texts(feed, "summary") == ["A court.", "A sentence.", "A number & a <date>."]
    assert texts(feed, "title") == ["Corrected"] * 3


def test_corrections_of_hidden_and_withdrawn_cases_are_in_no_list() -> None:
    note = [{"date": "2026-11-22", "note": "Canary."}]
    hidden = make_library(
        make_case("draft", corrections=note, publication={"status": "draft"}),
        make_case("embargoed", corrections=note, publication={"status": "published", "embargo_until": "2026-12-01"}),
        make_case("gone", corrections=note, publication={"status": "withdrawn", "reason": "Asked for."}),
    )
    page = pages_of(hidden)["en/corrections.html"]
    assert isinstance(page, CorrectionsPage)
    assert page.corrections == ()
    assert [text for _, text in feed_files(hidden) if "Canary" in text] == []


# ------------------------------------------------------------------------------------------------ search engines


def test_robots_may_read_everything_and_learn_of_the_sitemap_where_there_is_one() -> None:
    rules = [line for line in robots_text(None, index_cases=True).splitlines() if line and not line.startswith("#")]
    assert rules == ["User-agent: *", "Disallow:"]
    assert robots_text(BASE, index_cases=True).splitlines()[-1] == f"Sitemap: {BASE}sitemap.xml"


def test_files_that_tell_of_cases_are_shut_out_where_cases_may_not_be_listed() -> None:
    text = robots_text("https://example.org/sub/", index_cases=False)
    shut = [line.removeprefix("Disallow: ") for line in text.splitlines() if line.startswith("Disallow")]
    assert shut == ["/sub/data/", "/sub/*/feeds/", "/sub/*.ris$", "/sub/*.bib$", "/sub/*.csl.json$"]


@pytest.mark.parametrize("index_cases", [False, True])
def test_the_sitemap_lists_what_may_be_listed_and_nothing_else(index_cases: bool) -> None:
    of = hosted(library(), index_cases=index_cases)
    frames = [page.frame for page in build_pages(of)]
    root = fromstring(sitemap_xml(frames, {"en": "en", "sq": "sq"}, BASE))
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    found = {str(url.findtext("s:loc", None, space)): url for url in root.findall("s:url", space)}
    assert found.keys() == {BASE + frame.path for frame in frames if frame.indexable}
    assert (f"{BASE}en/cases/corrected.html" in found) == index_cases
    assert f"{BASE}en/withdrawn.html" not in found
    links = found[f"{BASE}sq/courts/index.html"].findall("x:link", space)
    assert [(link.get("hreflang"), link.get("href")) for link in links] == [
        ("en", f"{BASE}en/courts/index.html"),
        ("sq", f"{BASE}sq/courts/index.html"),
        ("x-default", f"{BASE}en/courts/index.html"),
    ]
