"""Every page of every tree speaks one language, and says so wherever it quotes another."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
import yaml

from caselaw.pages import build_pages, start_page
from caselaw.pipeline import Request, describe_sites, read_library
from caselaw.problems import Problems
from caselaw.render import render_page
from tests.languages import Piece, pieces_of
from tests.project import ROOT
from tests.sample_library import said, templates

if TYPE_CHECKING:
    from pathlib import Path

    from caselaw.pages.context import Library

TREES = {"en": "en", "sq": "sq", "sr": "sr-Latn"}  # tree and the tag of its language

# Words that are frequent in texts of a language and are no words of the other two.
WORDS = {
    "en": "about after against also and applicant are because been before between by case cases convicted court courts "
    "decided decision decisions during each every found from had has have her his how human into is it its judgment "
    "judges law least of offence offences only or other others paragraph rights search sentence sentences than that "
    "the their there these they this those trafficking under until victim victims was were what when where whether "
    "which who whose with within without years",
    "sq": "aktgjykim aktgjykimi aktgjykimit aktgjykimin dhe është faqe faqes faqja gjykata gjykatave gjykatë gjykatës "
    "janë kërkim kërkimi këtë këtu kjo ky lëndë lënda lëndës ligji ligjit mund ndaj nëse nga një njerëz nuk në ose "
    "për përkthim që saj shtet të tij tyre vendim vendime vendimet vendimi viktima viktimat viktimave viktimë",
    "sr": "biti delo ili iz ima iznos još jedan je kao koja koje koji krivično ljudima mogu može nije nisu odluka "
    "odluke odluku optuženi ova ovaj ovde ovo pojam pred predmet predmeta presuda presude presudu pretraga pretrage "
    "protiv stranica stranice strani su sud suda sudovi sudu trgovina trgovine trgovinu uslov već zakon zakona žrtava "
    "žrtva žrtve",
}  # fmt: skip

# Addresses and names of files are not words of a language.
ADDRESS = re.compile(r"\S*[/._@<>][^\s.,;]\S*")
PLACEHOLDER = re.compile(r"\{\w+\}")
NAMES = {
    "AT and others v Dulghieru", "C.N. and V. v. France", "Chowdury and Others v. Greece", "J. and Others v. Austria",
    "R v L and others", "Rantsev v. Cyprus and Russia", "V.C.L. and A.N. v. the United Kingdom",
    "Zoletić and Others v. Azerbaijan",
    "United States Department of State",
    "CC BY", "OR",
}  # fmt: skip

# What no reader meets: the words of all languages that a search leaves out, and those that are nobody's name.
UNSEEN = ("data-common", "data-no-names", "data-tags")

# Where words of another language may stand unmarked, and why.
ALLOWED = {
    "title": "HTML cannot mark a part of a title; that of a case stands in the language of the case",
    "meta": "nor a part of a description",
    "datalist": "nor a part of what a line proposes, such as the name of a law that has none in the language",
    "ol.source-list": "names of publishers, and addresses, which are only printed",
}


@pytest.fixture(scope="module")
def all_pages(built_site: Path) -> dict[str, str]:
    """The HTML of every page, by address."""
    found = sorted(built_site.rglob("*.html"))
    return {path.relative_to(built_site).as_posix(): path.read_text(encoding="utf-8") for path in found}


@pytest.fixture(scope="module")
def pages(all_pages: dict[str, str]) -> dict[str, str]:
    """The pages of the trees."""
    return {address: html for address, html in all_pages.items() if address.split("/")[0] in TREES}


def said_in(piece: Piece) -> set[str]:
    """Return the languages, other than its own, of which a piece holds words."""
    text = piece.text
    for name in NAMES:  # first, because initials look like addresses
        text = text.replace(name, " ")
    text = ADDRESS.sub(" ", PLACEHOLDER.sub(" ", text))
    words = set(re.findall(r"(?<![\w-])[^\W\d_]+(?![\w-])", text.lower()))  # not the ending of “EULEX-it”
    return {key for key, known in WORDS.items() if TREES[key] != piece.lang and words.intersection(known.split())}


def leaks(pages: dict[str, str]) -> Iterator[tuple[str, Piece]]:
    for address, html in pages.items():
        for piece in pieces_of(html):
            if piece.lang not in TREES.values() or piece.attribute in UNSEEN or any(map(piece.within, ALLOWED)):
                continue
            if said_in(piece):
                yield address, piece


def test_the_lists_of_words_have_none_in_common() -> None:
    lists = [set(words.split()) for words in WORDS.values()]
    assert not lists[0] & lists[1]
    assert not lists[0] & lists[2]
    assert not lists[1] & lists[2]


def test_the_lists_of_words_recognise_each_language(pages: dict[str, str]) -> None:
    """Otherwise the test below would find nothing because it cannot read."""
    for tree, tag in TREES.items():
        texts = [piece for piece in pieces_of(pages[f"{tree}/method.html"]) if len(piece.text) > 120]
        others = [Piece(piece.text, "fr", piece.place) for piece in texts if piece.lang == tag]
        assert len(others) > 10
        assert sum(tree in said_in(piece) for piece in others) >= 0.9 * len(others)


def test_every_page_is_in_the_language_of_its_tree(pages: dict[str, str]) -> None:
    wrong = {
        address: found
        for address, html in pages.items()
        if (found := re.findall(r"<html lang=\"([^\"]*)\">", html)) != [TREES[address.split("/")[0]]]
    }
    assert wrong == {}


def test_every_tree_has_the_same_pages(pages: dict[str, str]) -> None:
    trees = defaultdict(set)
    for address in pages:
        trees[address.split("/")[0]].add(address.split("/", 1)[1])
    assert trees["en"] == trees["sq"] == trees["sr"]
    assert len(trees["en"]) > 70


def test_every_language_that_is_named_is_one_of_the_library(pages: dict[str, str]) -> None:
    languages = yaml.safe_load((ROOT / "content/vocabulary/languages.yaml").read_text(encoding="utf-8"))
    known = {entry["tag"] for entry in languages}
    named = {lang for html in pages.values() for lang in re.findall(r'\b(?:href)?lang="([^"]*)"', html)}
    assert sorted(named - known - {"x-default", "zxx"}) == []  # zxx: code, in no language


def test_no_word_of_another_language_stands_unmarked(all_pages: dict[str, str]) -> None:
    found = [
        f"{address}: {piece.place[-1]} {piece.attribute}: {piece.text[:80]}" for address, piece in leaks(all_pages)
    ]
    assert found == []


def test_the_number_of_a_paragraph_is_read_out_in_the_language_of_the_page(pages: dict[str, str]) -> None:
    """Also where the paragraph itself is in the language of the case."""
    numbers = [
        (TREES[address.split("/")[0]], piece.lang)
        for address, html in pages.items()
        for piece in pieces_of(html)
        if piece.within("a.prose-number") and piece.place[-1] == "span.visually-hidden"
    ]
    assert len(numbers) > 1000
    assert [pair for pair in numbers if pair[0] != pair[1]] == []


def test_every_exception_is_needed(pages: dict[str, str]) -> None:
    """An exception that nothing needs would hide the next leak."""
    foreign = [
        piece for html in pages.values() for piece in pieces_of(html) if piece.lang in TREES.values() and said_in(piece)
    ]
    assert [name for name in ALLOWED if not any(piece.within(name) for piece in foreign)] == []
    assert sorted(name for name in NAMES if not any(name in html for html in pages.values())) == []


def test_a_language_link_leads_to_the_same_page_and_back(pages: dict[str, str]) -> None:
    """From every page to its counterpart in each other tree, which leads back."""
    by_tag = {tag: tree for tree, tag in TREES.items()}
    for address, html in pages.items():
        tree, rest = address.split("/", 1)
        up = "../" * address.count("/")
        links = dict(re.findall(r'<a href="([^"#]*)[^"]*"[^>]* hreflang="([^"]*)"', html))
        found = {by_tag[tag]: href for href, tag in links.items() if tag in by_tag}
        assert {key: href for key, href in found.items() if key != tree} == {
            key: f"{up}{key}/{rest}" for key in TREES if key != tree
        }, address


@pytest.fixture(scope="module")
def real() -> Library:
    """The library of this project, read and linked."""
    problems = Problems()
    library = read_library(Request(ROOT / "site_config.yaml", datetime.now(UTC).date().isoformat()), problems)
    assert library, said(problems)
    return library


def test_the_first_page_of_an_edition_says_which_language_it_speaks(real: Library) -> None:
    page = start_page(real)
    html = render_page(page, describe_sites(real)[page.frame.language], templates())
    assert {piece.lang for piece in pieces_of(html)} == set(TREES.values())
    assert list(leaks({page.frame.path: html})) == []


def test_the_addresses_of_a_page_in_the_other_languages_name_each_other(real: Library) -> None:
    """For search engines, once the site has an address of its own."""
    base = "https://case-law.example/thb/"
    library = replace(real, config=real.config.model_copy(update={"base_url": base}))
    sites = describe_sites(library)
    named = {
        f"{base}{page.frame.path}": dict(re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html))
        for page in build_pages(library)
        for html in (render_page(page, sites[page.frame.language], templates()),)
    }
    in_trees = {address: found for address, found in named.items() if address.removeprefix(base).split("/")[0] in TREES}
    assert len(in_trees) > 200
    for address, found in in_trees.items():
        assert found.pop("x-default", base + "index.html") in named
        assert found.keys() == set(TREES.values()), address
        assert address in found.values()
    assert [
        address for address, found in in_trees.items() if any(in_trees[other] != found for other in found.values())
    ] == []
