"""What pages say of their other languages: where these are, and that a translation was not reviewed, or by whom."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

import pytest

from caselaw.document import parse_document
from caselaw.edition_texts import readme_text
from caselaw.locale import Locale, read_locale
from caselaw.pages import build_pages, start_page
from caselaw.pages.context import Library
from caselaw.pages.frame_parts import ReviewNotice
from caselaw.pages.model import GatewayPage, HomePage, NotFoundPage, TextPage
from caselaw.pages.parts import Label, Link
from caselaw.pipeline import describe_sites
from caselaw.problems import Problems
from caselaw.render import render_page
from caselaw.text_pages import TextDocument, read_text_page
from tests.project import ROOT
from tests.sample_library import (
    TODAY,
    as_file,
    make_case,
    make_library,
    make_text,
    pages_of,
    said,
    sample_vocabulary,
    templates,
)

LOCALES = tuple(read_locale(ROOT / "locales", key) for key in ("en", "sq", "sr"))
BASE = "https://case-law.example/thb/"
FIELDS = {"title": "Rreth", "description": "Rreth.", "language": "sq"}


def read(**fields: str) -> tuple[TextDocument | None, list[str]]:
    """Return the Albanian page about.sq.md with further fields in its front matter, and what was said of it."""
    problems = Problems()
    document = parse_document(as_file({**FIELDS, **fields}, "Teksti.").encode(), "content/pages/about.sq.md", problems)
    assert document
    return read_text_page(document, sample_vocabulary(), TODAY, problems), said(problems)


def library(*texts: TextDocument, locales: tuple[Locale, ...] = LOCALES) -> Library:
    """Return a library in three languages with one case and a page about it in English."""
    return make_library(make_case("a"), locales=locales, texts=[make_text("about", "About", "Text."), *texts])


def rendered(library: Library, path: str, base_url: str = "") -> str:
    page = pages_of(library)[path]
    site = replace(describe_sites(library)[page.frame.language], base_url=base_url)
    return render_page(page, site, templates())


def alternates(html: str) -> dict[str, str]:
    """Return the links to the other languages in a page's head."""
    return dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))


# ------------------------------------------------------------------------------------------------ the same page


def test_every_page_names_itself_and_its_other_languages_by_absolute_address() -> None:
    for path in ("en/cases/a.html", "sq/cases/a.html", "sr/cases/a.html"):
        assert alternates(rendered(library(), path, BASE)) == {
            "en": f"{BASE}en/cases/a.html",
            "sq": f"{BASE}sq/cases/a.html",
            "sr-Latn": f"{BASE}sr/cases/a.html",
            "x-default": f"{BASE}en/cases/a.html",
        }


def test_the_gateway_and_the_front_pages_name_each_other() -> None:
    named = {
        "en": f"{BASE}en/index.html",
        "sq": f"{BASE}sq/index.html",
        "sr-Latn": f"{BASE}sr/index.html",
        "x-default": f"{BASE}index.html",
    }
    for path in ("index.html", "en/index.html", "sq/index.html", "sr/index.html"):
        assert alternates(rendered(library(), path, BASE)) == named


def test_the_addresses_of_other_languages_are_reciprocal_on_every_page() -> None:
    pages = pages_of(library())
    named = {path: alternates(rendered(library(), path, BASE)) for path in pages}
    assert named.pop("404.html") == {}
    for path, others in named.items():
        assert f"{BASE}{path}" in others.values()
        for address in others.values():
            assert named[address.removeprefix(BASE)] == others, path


def test_a_site_without_an_address_names_no_other_languages_to_search_engines() -> None:
    assert alternates(rendered(library(), "sq/cases/a.html")) == {}


def test_the_choice_of_language_leads_to_the_same_page() -> None:
    html = rendered(library(), "sr/cases/a.html")
    assert '<html lang="sr-Latn">' in html
    assert '<nav class="language-choice" data-language="sr" aria-label="Jezici">' in html
    assert '<li lang="en"><a href="../../en/cases/a.html" hreflang="en">English</a></li>' in html
    assert '<li lang="sq"><a href="../../sq/cases/a.html" hreflang="sq">Shqip</a></li>' in html
    assert '<li lang="sr-Latn"><a href="a.html" hreflang="sr-Latn" aria-current="true">Srpski</a></li>' in html


# ------------------------------------------------------------------------------------------------ root pages


def test_the_gateway_speaks_each_language_in_its_own_words() -> None:
    gateway = cast(GatewayPage, pages_of(library())["index.html"])
    assert [(one.choose, one.last_read, one.edition) for one in gateway.languages] == [
        ("Choose a language", "You last read in English.", "Edition of 23 November 2026"),
        ("Zgjidhni gjuhën", "Herën e fundit keni lexuar në shqip.", "Botimi i datës 23 nëntor 2026"),
        ("Izaberite jezik", "Poslednji put ste čitali na srpskom.", "Izdanje: 23. novembar 2026."),
    ]
    assert [one.edition_old for one in gateway.languages] == [one.text("footer.edition_old") for one in LOCALES]
    assert [bool(one.translation) for one in gateway.languages] == [False, True, True]


def test_the_page_for_unknown_addresses_speaks_every_language_the_default_one_first() -> None:
    page = cast(NotFoundPage, pages_of(library())["404.html"])
    assert [(one.lang, one.heading) for one in page.languages] == [
        ("en", "There is no page at this address"),
        ("sq", "Në këtë adresë nuk ka asnjë faqe"),
        ("sr-Latn", "Na ovoj adresi nema stranice"),
    ]
    for one, tree in zip(page.languages, ("en", "sq", "sr"), strict=True):
        assert one.search.action == f"{tree}/search.html"
        assert [link.href for link in one.ways_in] == [
            f"{tree}/{rest}"
            for rest in (
                "index.html", "cases/index.html", "courts/index.html", "years/index.html", "offences/index.html",
                "laws/index.html", "topics/index.html", "statistics/index.html", "search.html",
            )
        ]  # fmt: skip


def test_the_default_language_comes_first_whatever_the_order_of_the_languages() -> None:
    some = library()
    config = some.config.model_copy(update={"default_language": "sr"})
    page = cast(NotFoundPage, pages_of(replace(some, config=config))["404.html"])
    assert [one.lang for one in page.languages] == ["sr-Latn", "en", "sq"]
    assert page.frame.language == "sr"


# ------------------------------------------------------------------------------------------------ translated texts


def test_a_translation_that_nobody_reviewed_says_so_and_leads_to_the_original() -> None:
    albanian = make_text("about.sq", "Rreth", "Teksti.", "sq")
    serbian = make_text("about.sr", "O biblioteci", "Tekst.", "sr")
    pages = pages_of(library(albanian, serbian))
    original = Link(Label("English", "en"), "en/about.html")
    assert cast(TextPage, pages["en/about.html"]).notice is None
    assert cast(TextPage, pages["sq/about.html"]).notice == ReviewNotice(
        "Përkthim jozyrtar, ende i parishikuar.", original
    )
    assert cast(TextPage, pages["sr/about.html"]).notice == ReviewNotice(
        "Nezvaničan prevod, još nije pregledan.", original
    )
    assert (
        '<p class="review-notice">Nezvaničan prevod, još nije pregledan. Izvorni tekst: '
        '<a href="../en/about.html" lang="en" hreflang="en">English</a></p>'
    ) in rendered(library(albanian, serbian), "sr/about.html")


def test_a_reviewed_translation_says_by_whom_and_when() -> None:
    text, problems = read(reviewed_by="A.B.", reviewed_on="2026-11-20")
    assert text
    assert problems == []
    notice = cast(TextPage, pages_of(library(text))["sq/about.html"]).notice
    assert notice
    assert notice.text == "Përkthim jozyrtar, i rishikuar nga A.B. më 20 nëntor 2026."


def test_a_text_that_stands_in_for_a_missing_translation_is_marked_as_none() -> None:
    page = cast(TextPage, pages_of(library())["sq/about.html"])
    assert (page.lang, page.notice) == ("en", None)


def test_the_text_of_a_front_page_says_the_same() -> None:
    texts = (make_text("home", "Home", "Welcome."), make_text("home.sr", "Početna", "Dobro došli.", "sr"))
    pages = pages_of(library(*texts))
    english, albanian, serbian = (cast(HomePage, pages[f"{key}/index.html"]).introduction for key in ("en", "sq", "sr"))
    assert (english.lang, english.notice) == (None, None)
    assert (albanian.lang, albanian.notice) == ("en", None)
    assert serbian.notice == ReviewNotice(
        "Nezvaničan prevod, još nije pregledan.", Link(Label("English", "en"), "en/index.html")
    )
    assert '<div class="prose home-introduction" lang="en"><p>Welcome.</p></div>' in rendered(
        library(*texts), "sq/index.html"
    )


def test_in_a_build_of_one_language_the_notice_has_no_link() -> None:
    some = library(make_text("about.sq", "Rreth", "Teksti.", "sq"))
    alone = replace(some, locales=LOCALES[1:2])
    assert cast(TextPage, pages_of(alone)["sq/about.html"]).notice == ReviewNotice(
        "Përkthim jozyrtar, ende i parishikuar.", None
    )


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"reviewed_by": "A.B."},
            "content/pages/about.sq.md:5:14: error[F102] a reviewer is named, but not the day of the review\n"
            '    help: add a line "reviewed_on: YYYY-MM-DD"; readers are told of a review with its day',
        ),
        (
            {"reviewed_on": "2026-11-20"},
            "content/pages/about.sq.md:5:14: error[F102] there is a day of review, but nobody reviewed\n"
            '    help: add a line "reviewed_by: …", or delete the day; a translation counts as reviewed by somebody',
        ),
        (
            {"reviewed_by": "A.B.", "reviewed_on": "2026-12-01"},
            "content/pages/about.sq.md:6:14: error[F202] reviewed_on: 2026-12-01 lies in the future; today is "
            "2026-11-23\n    help: write the day on which the review was finished",
        ),
    ],
)
def test_a_review_has_a_reviewer_and_a_day_that_has_passed(fields: dict[str, str], message: str) -> None:
    assert read(**fields)[1] == [message]


# ------------------------------------------------------------------------------------------------ interface texts


def test_pages_say_of_the_interface_that_nobody_has_reviewed_it() -> None:
    line = "Tekstovi interfejsa na ovim stranicama jesu nezvaničan prevod, koji još nije pregledan."
    assert f'<p class="site-footer-translation">{line}</p>' in rendered(library(), "sr/cases/a.html")
    assert "site-footer-translation" not in rendered(library(), "en/cases/a.html")


def test_they_say_nothing_once_a_reviewer_is_named_in_the_texts() -> None:
    reviewed = (LOCALES[0], replace(LOCALES[1], reviewed_by="A.B."), LOCALES[2])
    assert "site-footer-translation" not in rendered(library(locales=reviewed), "sq/cases/a.html")
    assert "site-footer-translation" in rendered(library(locales=reviewed), "sr/cases/a.html")


def test_an_edition_says_the_same_on_its_first_page_and_in_its_readme() -> None:
    page = start_page(library())
    assert [one.translation for one in page.languages] == [
        "",
        *(one.text("translated.interface") for one in LOCALES[1:]),
    ]
    readme = " ".join(readme_text(page, LOCALES, "thb-2026-11-23", "").split())
    assert [readme.count(one.translation) for one in page.languages[1:]] == [1, 1]
    assert "Otvori biblioteku" in {one.open.label.text for one in page.languages}


def test_the_foot_of_a_page_leads_to_the_texts_about_the_library_that_it_has() -> None:
    html = rendered(library(make_text("cite", "How to cite", "Text.")), "sq/cases/a.html")
    assert '<li><a href="../cite.html">Si të citoni</a></li>' in html
    assert "anonymisation.html" not in html


# ------------------------------------------------------------------------------------------------ typography


@pytest.mark.parametrize(("locale", "quoted"), list(zip(LOCALES, ("“x”", "“x”", "„x“"), strict=True)))
def test_each_language_has_its_quotation_marks(locale: Locale, quoted: str) -> None:
    assert locale.text("quoted", text="x") == quoted
    some = library()
    page = next(page for page in build_pages(some) if page.frame.path == f"{locale.key}/search.html")
    html = render_page(page, describe_sites(some)[locale.key], templates())
    assert locale.text("quoted", text=locale.text("search.example.phrase")) in html
    assert f'data-quoted="{quoted.replace("x", "{text}")}"' in html


def test_country_names_and_months_are_in_latin_script() -> None:
    serbian = LOCALES[2]
    codes = ("RU", "TR", "MD", "KZ", "UA", "BY", "IL", "DE", "RS", "ME", "MK", "AL", "XK")
    words = [serbian.country(code) for code in codes]
    words += [serbian.date(f"2026-{month:02}-01") for month in range(1, 13)]
    assert [word for word in words if re.search(r"[\u0400-\u04ff]", word)] == []
    assert serbian.country("RU") == "Rusija"
