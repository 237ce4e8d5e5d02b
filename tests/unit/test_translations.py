"""Translations of cases: what readers of each language get, and that nothing hidden is shown in another language."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from caselaw.pages.model import CasePage
from caselaw.pages.parts import Label, Link, Phrase
from caselaw.problems import Problems
from tests.mistakes import CASE, changed
from tests.mistakes.translations import TRANSLATION
from tests.sample_library import (
    TODAY,
    SampleLibrary,
    make_case,
    make_library,
    make_locale,
    pages_of,
    said,
    translated,
    tree,
)

if TYPE_CHECKING:
    from pathlib import Path

    from caselaw.checks import Case

ALBANIAN = make_locale("sq", "Shqip")
SERBIAN = replace(make_locale("sr", "Srpski"), tag="sr-Latn")
BODY = "## Faktet\n\n[1] Çfarë ndodhi.\n\n[2] Çfarë vendosi gjykata.\n"


def pages(*cases: Case) -> dict[str, CasePage]:
    """Return the pages of cases by their address, in English, Albanian and Serbian."""
    library = make_library(*cases, locales=(make_locale(), ALBANIAN, SERBIAN))
    return {path: page for path, page in pages_of(library).items() if isinstance(page, CasePage)}


# ------------------------------------------------------------------------------------------------ the model


def test_readers_get_the_version_of_their_language_or_what_the_case_itself_says() -> None:
    case = translated(make_case("a", title="The case"), "sq", BODY, title="Rasti")
    sq, sr = case.version("sq"), case.version("sr")
    assert (sq.language, sq.title, sq.text_language) == ("sq", "Rasti", "sq")
    assert sq.text.headings[0].text == "Faktet"
    assert sq.translation
    assert (sq.translation.kind, sq.translation.by, sq.translation.date.iso) == ("unofficial", None, "2026-11-20")
    assert (sr.language, sr.title, sr.text_language, sr.text, sr.translation) == (
        "en", "The case", "en", case.text, None,
    )  # fmt: skip
    assert case.version("en") == sr


def test_a_translation_of_title_and_summary_alone_leaves_the_text_in_its_language() -> None:
    case = translated(make_case("a"), "sq", "\n\n", title="Rasti", summary="Çfarë u vendos.")
    version = case.version("sq")
    assert (version.language, version.title, version.summary) == ("sq", "Rasti", "Çfarë u vendos.")
    assert (version.text_language, version.text) == ("en", case.text)
    assert version.translation
    assert case.text_languages == ("en",)


def test_the_languages_of_the_texts_begin_with_that_of_the_case() -> None:
    case = translated(translated(make_case("a", language="sr"), "sq", BODY), "en")
    assert case.text_languages == ("sr", "en", "sq")
    assert list(case.translations) == ["en", "sq"]
    assert make_case("b").text_languages == ("en",)


# ------------------------------------------------------------------------------------------------ the page


def test_a_translation_says_what_it_is_and_stands_before_its_original() -> None:
    case = translated(make_case("a", title="The case"), "sq", BODY, title="Rasti", summary="Çfarë u vendos.")
    page = pages(case)["sq/cases/a.html"]
    assert (page.heading, page.summary, page.lang) == ("Rasti", "Çfarë u vendos.", None)
    assert page.frame.title == "Rasti"
    assert page.frame.description.endswith("Çfarë u vendos.")
    assert page.note
    assert (page.note.name.text, [detail.text for detail in page.note.details]) == (
        "Unofficial", ["translator not named", "20 nëntor 2026"],
    )  # fmt: skip
    assert page.note.others == (Link(Label("English", "en"), "en/cases/a.html"),)
    shown, original = page.texts
    assert (shown.name.text, shown.lang, shown.suffix) == ("Unofficial", None, "")
    assert (original.name.text, original.lang, original.suffix) == ("Original text of this library", "en", "-en")
    assert [entry.href for entry in page.outline] == ["#h-faktet"]


def test_the_translator_is_named_by_initials() -> None:
    note = {"kind": "official", "by": "A.B.", "date": "2026-11-20"}
    page = pages(translated(make_case("a"), "sq", BODY, translation=note))["sq/cases/a.html"]
    assert page.note
    assert (page.note.name.text, page.note.details[0].text) == ("Official", "translated by A.B.")


def test_the_original_names_its_translations_and_is_alone_on_its_page() -> None:
    page = pages(translated(translated(make_case("a"), "sq", BODY), "sr"))["en/cases/a.html"]
    assert page.note
    assert page.note.name.text == "Original text of this library"
    assert [link.href for link in page.note.others] == ["sq/cases/a.html", "sr/cases/a.html"]
    assert len(page.texts) == 1


def test_a_case_without_a_translation_stands_in_its_own_language_and_says_so() -> None:
    page = pages(make_case("a", language="sr"))["sq/cases/a.html"]
    assert (page.lang, page.texts[0].lang) == ("sr-Latn", "sr-Latn")
    assert page.note
    assert [link.href for link in page.note.others] == ["sr/cases/a.html"]
    assert pages(make_case("a"))["en/cases/a.html"].note is None


def test_a_translated_title_may_stand_over_an_untranslated_text() -> None:
    page = pages(translated(make_case("a"), "sq", ""))["sq/cases/a.html"]
    assert page.lang is None
    assert [text.lang for text in page.texts] == ["en"]
    assert page.note
    assert page.note.explanation.startswith("Only the title and the summary are translated")


def test_the_rows_of_two_texts_correspond_paragraph_by_paragraph() -> None:
    case = make_case("a", "Opening.\n\n[3] Three.\n\n- a list\n\n[4] Four.\n")
    page = pages(translated(case, "sq", "[3] Tre.\n\n[4] Katër.\n\n## Fundi\n"))["sq/cases/a.html"]
    shown, original = ([[block.number or block.kind for block in row] for row in text.rows] for text in page.texts)
    assert shown == [[], [3], [], [4], ["heading"]]
    assert original == [["other"], [3], ["other"], [4], []]


def test_what_the_original_links_to_within_itself_has_an_id_of_its_own() -> None:
    case = make_case("a", "## One\n\n[1] See [2](#p2).[^1]\n\n[2] Two, see [above](#h-one).\n\n[^1]: A note.\n")
    page = pages(translated(case, "sq", BODY))["sq/cases/a.html"]
    html = " ".join(block.html for row in page.texts[1].rows for block in row)
    for found in ('href="#p2-en"', 'href="#h-one-en"', 'id="fnref-1-en"', 'href="#fn-1-en"', 'id="fn-1-en"'):
        assert found in html
    assert [block.id for block in page.texts[1].rows[0]] == ["h-one-en"]


def test_lists_chains_and_redirects_have_the_title_of_the_page_language() -> None:
    first = translated(make_case("a", aliases=["old"], title="First"), "sq", BODY, title="I pari", summary="Shkurt.")
    second = make_case("b", decided="2021", history=[{"relation": "appeal-of", "case": "a"}], cites=[{"case": "a"}])
    found = pages_of(make_library(first, second, locales=(make_locale(), ALBANIAN)))
    page = found["sq/cases/b.html"]
    assert isinstance(page, CasePage)
    assert [step.link.label for step in page.chain] == [Label("I pari"), Label("B", "en")]
    assert [row.link.label for row in page.cites] == [Label("I pari")]
    assert [(card.title, card.summary, card.lang) for card in vars(found["sq/cases/index.html"])["cards"]] == [
        ("B", "What was decided in b.", "en"),
        ("I pari", "Shkurt.", None),
    ]
    assert vars(found["sq/cases/old.html"])["target"].label == Label("I pari")


def test_free_texts_of_the_case_file_carry_its_language() -> None:
    charges = [
        {"defendant": "nine defendants", "charged": "code-2003/139", "finding": "convicted",
         "sentence": {"imprisonment": "2 years", "other": ["a ban"]}},
        {"defendant": "Xh.B.", "charged": "code-2003/139", "finding": "acquitted"},
    ]  # fmt: skip
    case = make_case(
        "a",
        formation="mixed panel",
        charges=charges,
        compensation=[{"to": "victims"}],
        authorities=["Palermo Protocol"],
        corrections=[{"date": "2026-11-22", "note": "A date."}],
    )
    page = pages(translated(case, "sq", BODY))["sq/cases/a.html"]
    assert [row.defendant for row in page.charges] == [Label("nine defendants", "en"), Label("Xh.B.")]
    assert page.charges[0].sentence[1] == Label("a ban", "en")
    assert page.tables[0].rows[0].cells[0] == Label("victims", "en")
    assert page.authorities == (Label("Palermo Protocol", "en"),)
    assert page.sources[0].title == Label("Judgment", "en")
    assert page.corrections[0].note == Label("A date.", "en")
    values = {fact.name: fact.values for fact in (*page.facts, *page.details)}
    assert values["Formation"] == (Label("mixed panel", "en"),)
    assert values["Sentence"] == (
        Phrase((Label("nine defendants", "en"), Label(": "), Label("2 years"), Label(", "), Label("a ban", "en"))),
    )


# ------------------------------------------------------------------------------------------------ publication

SECRET = "Fshehtësi"


@pytest.mark.parametrize(
    "publication",
    ["{status: draft}", "{status: withdrawn, reason: Asked.}", "{status: published, embargo_until: 2027-01-01}"],
)
def test_of_a_hidden_case_no_translation_is_published(publication: str, tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    library.add("shown")
    library.write("content/cases/sc/hidden.md", changed("{status: published}", publication, CASE))
    hidden = TRANSLATION.replace("Rasti", SECRET).replace("Paragrafi", SECRET).replace("Gjykata", SECRET)
    library.write("content/cases/sc/hidden.sq.md", hidden)
    config = library.config.read_text(encoding="utf-8").replace("languages: [en]", "languages: [en, sq]")
    for name in ("title", "disclaimer"):
        config = config.replace(f"{name}: {{en: ", f"{name}: {{sq: {json.dumps(name)}, en: ")
    library.config.write_text(config, encoding="utf-8")
    library.build()
    published = tree(library.output)
    assert "sq/cases/shown.html" in published
    assert [path for path, content in published.items() if SECRET.encode() in content] == []


def test_a_sound_translation_is_read_with_its_case(tmp_path: Path) -> None:
    library, problems = SampleLibrary(tmp_path), Problems()
    library.write("content/cases/sc/harbour.md", CASE)
    library.write("content/cases/sc/harbour.sq.md", TRANSLATION)
    read = library.read(problems, TODAY)
    assert read, said(problems)
    assert said(problems) == []
    assert read.catalogue.by_id["harbour"].version("sq").title == "Rasti i portit"
