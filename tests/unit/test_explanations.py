"""The explanations of codes: complete in English, completed in English elsewhere, in the words of lawyers."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from caselaw.codes import Code
from caselaw.explanations import explained, parse_explanations, read_explanations
from tests.project import ROOT
from tests.unit.test_seeded_mistakes import JARGON

CODES = ROOT / "locales" / "codes"
LANGUAGES = sorted(path.stem for path in CODES.glob("*.yaml"))
ENTRY = {"title": "A title", "why": "For a reason.", "cure": "Do this."}


def file_of(language: str) -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((CODES / f"{language}.yaml").read_text(encoding="utf-8"))
    return data


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_is_explained_in_each_language_that_has_a_file(language: str) -> None:
    read = read_explanations(CODES, language)
    assert set(read.by_code) == set(Code)
    assert [code for code in Code if read.by_code[code].language != language] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_around_the_explanations_exist_in_each_language_that_has_a_file(language: str) -> None:
    words, english = file_of(language)["words"], file_of("en")["words"]
    assert words.keys() == english.keys()
    assert words["stages"].keys() == english["stages"].keys() == {code[0] for code in Code} | {"A"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_gives_an_example_where_english_does(language: str) -> None:
    read, english = read_explanations(CODES, language), read_explanations(CODES, "en")
    for code, one in english.by_code.items():
        own = read.by_code[code]
        assert (bool(own.wrong), bool(own.right)) == (bool(one.wrong), bool(one.right)), code


def test_explanations_hold_no_words_of_programmers() -> None:
    said = [
        (code, text)
        for code, one in read_explanations(CODES, "en").by_code.items()
        for text in (one.title, one.why, one.cure)
    ]
    assert [(code, text) for code, text in said if JARGON.search(text) or re.search(r"\bstrings?\b", text)] == []


def test_titles_are_short_and_end_without_a_full_stop() -> None:
    titles = [one.title for one in read_explanations(CODES, "en").by_code.values()]
    assert [title for title in titles if len(title) > 75 or title.endswith(".") or "\n" in title] == []
    assert len(set(titles)) == len(titles)


def test_a_language_without_a_file_is_english_and_says_so() -> None:
    read = read_explanations(CODES, "xx")
    one = read.by_code[Code.CASE_UNKNOWN]
    assert one.language == "en"
    assert "(This explanation is not yet translated.)" in explained(one, read.words, "xx")
    assert "not yet translated" not in explained(one, read.words, "en")


def test_an_explanation_is_printed_with_its_examples() -> None:
    read = parse_explanations(
        "en", {"words": dict.fromkeys(("why", "cure", "wrong", "right"), "x"), "C102": {**ENTRY, "right": "a\nb"}}
    )
    assert explained(read.by_code[Code.CASE_UNKNOWN], read.words, "en") == (
        "C102: A title\n\nx:\n    For a reason.\n\nx:\n    Do this.\n\nx:\n    a\n    b"
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "locales/codes/xx.yaml explains no codes"),
        ({"words": []}, "locales/codes/xx.yaml: words is not a group of texts"),
        ({"words": {"why": None}}, "locales/codes/xx.yaml: words is not a group of texts: put a text"),
        ({"C999": ENTRY}, "locales/codes/xx.yaml: there is no code C999"),
        ({"C102": {"title": "A title"}}, "locales/codes/xx.yaml: C102 lacks why, cure"),
        ({"C102": {**ENTRY, "rihgt": "a"}}, "locales/codes/xx.yaml: C102 has rihgt, which nothing prints"),
        ({"C102": {**ENTRY, "right": {"a": "b"}}}, "locales/codes/xx.yaml: C102 is not a group of texts: put a text"),
        ({"C102": "A title"}, "locales/codes/xx.yaml: C102 is not a group of texts"),
    ],
)
def test_a_misshapen_file_is_refused_with_its_place(data: object, said: str) -> None:
    with pytest.raises(ValueError, match=re.escape(said)):
        parse_explanations("xx", data)
