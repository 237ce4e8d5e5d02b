"""Topic pages: which there are, what stands on them, and the paragraphs they lead to."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from caselaw.pages.excerpts import excerpt
from caselaw.pages.model import CasePage, HomePage, TextPage
from caselaw.pages.parts import Label, Link
from caselaw.pages.topic_parts import Passage, TopicIndexPage, TopicPage
from caselaw.problems import Problems
from tests.sample_library import (
    SampleLibrary,
    as_file,
    make_case,
    make_library,
    make_locale,
    make_text,
    make_topic_text,
    pages_of,
    said,
    translated,
)

if TYPE_CHECKING:
    from pathlib import Path

    from caselaw.pages.context import Library

ALBANIAN = make_locale("sq", "Shqip")
ORGANS = {"value": "organ-removal", "paragraphs": [2]}


def topic_page(library: Library, topic: str = "organ-removal", language: str = "en") -> TopicPage:
    return cast(TopicPage, pages_of(library)[f"{language}/topics/{topic}/index.html"])


def topics_of(library: Library, language: str = "en") -> list[list[tuple[str, int]]]:
    """Return label and count of each topic in the index, group by group."""
    page = cast(TopicIndexPage, pages_of(library)[f"{language}/topics/index.html"])
    return [[(entry.counted.link.label.text, entry.counted.count) for entry in group.entries] for group in page.groups]


def passages_of(library: Library, language: str = "en") -> list[list[Passage]]:
    page = topic_page(library, language=language)
    return [list(case.passages) for group in page.groups for case in group.cases]


# ------------------------------------------------------------------------------------------------ which pages there are


def test_a_topic_with_a_case_or_an_introduction_has_a_page_and_no_other_has() -> None:
    library = make_library(make_case("a", topics=["sentencing"]), topic_texts=[make_topic_text("consent")])
    pages = [path for path in pages_of(library) if path.startswith("en/topics/")]
    assert sorted(pages) == ["en/topics/consent/index.html", "en/topics/index.html", "en/topics/sentencing/index.html"]


def test_the_index_has_topics_with_an_introduction_first_and_each_with_its_number_of_cases() -> None:
    cases = [make_case("a", topics=["organ-removal", "sentencing"]), make_case("b", topics=["sentencing"])]
    library = make_library(*cases, topic_texts=[make_topic_text("sentencing"), make_topic_text("consent")])
    assert topics_of(library) == [[("Consent", 0), ("Sentencing", 2)], [("Organ removal", 1)]]


def test_the_index_describes_a_topic_in_the_words_of_its_introduction() -> None:
    texts = [make_topic_text("consent"), make_topic_text("consent", language="sq", description="Për pëlqimin.")]
    pages = pages_of(make_library(locales=(make_locale(), ALBANIAN), topic_texts=texts))
    described = [
        entry.description
        for language in ("en", "sq")
        for group in cast(TopicIndexPage, pages[f"{language}/topics/index.html"]).groups
        for entry in group.entries
    ]
    assert described == [Label("About consent."), Label("Për pëlqimin.")]


def test_drafts_are_on_no_topic_page() -> None:
    draft = make_case("draft", topics=["organ-removal"], publication={"status": "draft"})
    assert topics_of(make_library(draft)) == []


def test_a_case_leads_to_its_topics() -> None:
    page = cast(CasePage, pages_of(make_library(make_case("a", topics=["consent"])))["en/cases/a.html"])
    (fact,) = (fact for fact in page.details if fact.name == "Topics")
    assert fact.values == (Link(Label("Consent"), "en/topics/consent/index.html"),)


def test_the_front_page_leads_to_topics_and_to_all_of_them() -> None:
    home = cast(HomePage, pages_of(make_library(make_case("a", topics=["consent"])))["en/index.html"])
    assert [(entry.link.href, entry.count) for entry in home.topics] == [("en/topics/consent/index.html", 1)]
    assert home.all_topics.href == "en/topics/index.html"


# ------------------------------------------------------------------------------------------------ what stands on them


def test_a_topic_names_the_articles_about_it() -> None:
    (fact,) = topic_page(make_library(make_case("a", topics=["organ-removal"]))).facts
    assert [(value.label.text, value.href) for value in fact.values if isinstance(value, Link)] == [
        ("TAS Art. 4 (prohibition of slavery)", "en/laws/treaty/4.html"),
        ("CETS 197 Art. 4 (definitions)", "en/laws/cets-197/4.html"),
        ("CETS 197 Art. 18 (criminalisation)", "en/laws/cets-197/18.html"),
    ]
    assert topic_page(make_library(make_case("a", topics=["consent"])), "consent").facts == ()


def test_domestic_cases_stand_apart_from_those_of_human_rights_courts_each_newest_first() -> None:
    decided = {"a": ("sc", "2010"), "b": ("hrc", "2020"), "c": ("ca", "2015"), "d": ("hrc", "2021")}
    cases = [
        make_case(key, court=court, decided=date, topics=["organ-removal"]) for key, (court, date) in decided.items()
    ]
    groups = topic_page(make_library(*cases)).groups
    assert [(group.heading, [case.card.title for case in group.cases]) for group in groups] == [
        ("Domestic courts", ["C", "A"]),
        ("Human-rights courts", ["D", "B"]),
    ]


def test_that_no_domestic_court_has_decided_on_a_topic_is_said() -> None:
    groups = topic_page(make_library(make_case("b", court="hrc", topics=["organ-removal"]))).groups
    assert [(group.heading, len(group.cases)) for group in groups] == [
        ("Domestic courts", 0),
        ("Human-rights courts", 1),
    ]
    assert topic_page(make_library(topic_texts=[make_topic_text("organ-removal")])).groups == ()


def test_an_introduction_that_is_not_translated_stands_in_its_own_language() -> None:
    texts = [make_topic_text("consent", "A *text*.")]
    body = topic_page(make_library(locales=(make_locale(), ALBANIAN), topic_texts=texts), "consent", "sq").introduction
    assert body is not None
    assert (body.lang, body.notice, [block.html for block in body.blocks]) == ("en", None, ["<p>A <em>text</em>.</p>"])


def test_a_translated_introduction_says_so_and_marks_titles_of_sources_that_it_leaves_as_they_were() -> None:
    other = {"url": "https://treaty.example/sq", "title": "Traktati"}
    treaty = {"url": "https://treaty.example/text", "title": "Treaty"}
    texts = [make_topic_text("consent"), make_topic_text("consent", language="sq", sources=[treaty, other])]
    body = topic_page(make_library(locales=(make_locale(), ALBANIAN), topic_texts=texts), "consent", "sq").introduction
    assert body is not None
    assert body.notice is not None
    assert body.notice.original == Link(Label("English", "en"), "en/topics/consent/index.html")
    assert [source.title for source in body.sources] == [Label("Treaty", "en"), Label("Traktati")]


def test_a_page_of_the_library_may_say_what_it_rests_on() -> None:
    about = replace(make_text("about", "About", "Text."), record=make_topic_text("consent").record)
    page = cast(TextPage, pages_of(make_library(texts=[about]))["en/about.html"])
    assert [source.title.text for source in page.sources] == ["Treaty"]


# ------------------------------------------------------------------------------------------------ the paragraphs


def test_a_topic_shows_the_paragraphs_that_matter_as_links_without_markup() -> None:
    case = make_case("a", '[1] One.\n\n[2] *Two* "& more"[^1].\n\n[^1]: A note.\n', topics=[ORGANS], unverified=["p2"])
    assert passages_of(make_library(case)) == [[Passage(2, "en/cases/a.html#p2", Label('Two "& more".'), True)]]


def test_paragraphs_are_shown_in_the_language_of_the_reader_where_they_are_translated() -> None:
    case = translated(make_case("a", topics=[ORGANS]), "sq", "[1] Një.\n\n[2] Dy.\n")
    library = make_library(case, make_case("b", topics=[ORGANS]), locales=(make_locale(), ALBANIAN))
    assert [passage.text for (passage,) in passages_of(library, "sq")] == [
        Label("Dy."),
        Label("What the court held.", "en"),
    ]


def test_a_case_without_paragraphs_for_a_topic_shows_its_summary() -> None:
    (group,) = topic_page(make_library(make_case("a", topics=["organ-removal"]))).groups
    assert [(case.passages, case.card.summary) for case in group.cases] == [((), "What was decided in a.")]


def test_a_topic_that_was_not_verified_says_so_with_or_without_paragraphs() -> None:
    cases = [
        make_case("a", topics=["consent", ORGANS], unverified=["topics.2"]),
        make_case("b", topics=["organ-removal"], unverified=["topics"]),
        make_case("c", topics=["consent", ORGANS], unverified=["topics.1"]),
    ]
    (group,) = topic_page(make_library(*cases)).groups
    assert {case.card.title: case.unverified for case in group.cases} == {"A": True, "B": True, "C": False}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("One two three.", "One two three."),
        ("Held. The second sentence is far too long for it.", "Held. The second sentence is …"),
        ("Held there by all. The rest is far too long.", "Held there by all. …"),
        ("In A. v. B. Art. Five of the code is applied.", "In A. v. B. Art. …"),
    ],
)
def test_an_excerpt_ends_with_a_sentence_or_a_word(text: str, shown: str) -> None:
    assert excerpt(text, 5) == shown


# ------------------------------------------------------------------------------------------------ from files


def test_introductions_are_read_from_their_folder(tmp_path: Path) -> None:
    library, problems = SampleLibrary(tmp_path), Problems()
    fields = {
        "title": "Consent", "description": "On consent.", "language": "en",
        "sources": [{"url": "https://treaty.example/text", "title": "Treaty"}],
    }  # fmt: skip
    library.write("content/topics/consent.md", as_file(fields, "A text."))
    read = library.read(problems)
    assert read is not None
    assert said(problems) == []
    assert {topic: [text.record.title for text in texts] for topic, texts in read.topic_texts.items()} == {
        "consent": ["Consent"]
    }
