"""Messages: English by themselves, in another language by their template, however deep one stands in another."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from caselaw.codes import Code
from caselaw.message_words import read_words
from caselaw.messages import either, joined, say, translated, whole
from caselaw.problems import Place, Problem, Severity, ask, did_you_mean
from tests.project import ROOT

LANGUAGES = ("sq", "sr")
WORDS = {
    "the file lies in {folder}": "dosja ndodhet në {folder}",
    "move it": "zhvendose",
    "is it {near}? ": "a është {near}? ",
    "{one} or {other}": "{one} ose {other}",
    "warning": "paralajmërim",
    "help": "ndihmë",
}


def test_a_message_is_its_english_text() -> None:
    assert say("the file lies in {folder}", folder="sc") == "the file lies in sc"


def test_a_message_is_said_in_another_language_by_its_template() -> None:
    assert translated(say("the file lies in {folder}", folder="sc"), WORDS) == "dosja ndodhet në sc"


def test_messages_within_messages_and_side_by_side_are_translated_each() -> None:
    message = joined(say("is it {near}? ", near="ca"), "", say("move it"))
    assert message == "is it ca? move it"
    assert translated(message, WORDS) == "a është ca? zhvendose"
    assert translated(say("the file lies in {folder}", folder=say("move it")), WORDS) == "dosja ndodhet në zhvendose"


def test_what_has_no_translation_stays_as_it_is() -> None:
    assert translated(say("the date is {date}", date="2026"), WORDS) == "the date is 2026"
    assert translated("move it", WORDS) == "move it"  # a text that somebody wrote, not one of ours


def test_the_description_of_a_field_is_a_message_of_its_own() -> None:
    assert whole("Write {a: 1}.") == "Write {a: 1}."
    assert translated(whole("Write {a: 1}."), {"Write {{a: 1}}.": "Shkruani {{a: 1}}."}) == "Shkruani {a: 1}."
    assert translated(whole("Fine."), read_words("sr")) == "Novčana kazna."


def test_numbers_are_written_as_the_language_writes_them() -> None:
    message = say("{size:.1f} MB, {count:,} lines", size=1.5, count=12_000)
    assert message == "1.5 MB, 12,000 lines"
    words = {"{size:.1f} MB, {count:,} lines": "{size:.1f} MB, redova: {count:,}"}
    assert translated(message, words) == "1,5 MB, redova: 12.000"


def test_words_to_choose_from_are_joined_in_the_language_of_the_message() -> None:
    assert (either(["en"]), either(["en", "sq", "sr"])) == ("en", "en or sq or sr")
    assert translated(either(["en", "sq", "sr"]), WORDS) == "en ose sq ose sr"


def test_a_problem_is_said_in_another_language_with_its_severity_and_its_help() -> None:
    message, help = say("the file lies in {folder}", folder="sc"), say("move it")
    problem = Problem(Place("content/cases/sc/a.md", 3, 2), Code.FILE_MISPLACED, message, help, Severity.WARNING)
    place = "content/cases/sc/a.md:3:2"
    assert problem.said(WORDS) == f"{place}: paralajmërim[S109] dosja ndodhet në sc\n    ndihmë: zhvendose"
    assert str(problem) == f"{place}: warning[S109] the file lies in sc\n    help: move it"


def test_the_question_for_the_nearest_word_is_a_message_too() -> None:
    question = did_you_mean("traficking", ["trafficking", "smuggling"])
    assert question == 'did you mean "trafficking"? '
    assert translated(question, read_words("sq")) == 'deshët të thoni "trafficking"? '
    assert translated(ask("p2"), read_words("sr")) == 'da li ste mislili "p2"?'
    assert did_you_mean("x", ["trafficking"]) == ""


# --------------------------------------------------------------------------------------------- the words of languages


def said_in_the_program() -> Iterator[tuple[str, ast.expr]]:
    """Yield where in the program something is said, and what stands in the place of the template."""
    for path in sorted((ROOT / "caselaw").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node.args[0]


def templates() -> set[str]:
    """Return every template of the program."""
    return {str(said.value) for _, said in said_in_the_program() if isinstance(said, ast.Constant)}


def descriptions() -> set[str]:
    """Return the descriptions of the fields that editors write, which messages repeat; exports are for programs."""
    calls = (
        node
        for folder in (ROOT / "caselaw", ROOT / "caselaw" / "safeguards")
        for path in folder.glob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Field"
    )
    found = (keyword.value for call in calls for keyword in call.keywords if keyword.arg == "description")
    return {str(value.value) for value in found if isinstance(value, ast.Constant)}


def placeholders(template: str) -> set[tuple[str, str]]:
    """Return what stands in braces, with how numbers are written there."""
    return {(name, form or "") for _, name, form, _ in Formatter().parse(template) if name is not None}


def words_in(template: str) -> list[str]:
    """Return the words that are not filled in."""
    return re.findall(r"[^\W\d_]{2,}", "".join(text for text, *_ in Formatter().parse(template)))


def edges(template: str) -> tuple[str, str]:
    """Return what joins a text to those beside it: spaces and semicolons at its two ends."""
    return template[: len(template) - len(template.lstrip(" ;"))], template[len(template.rstrip(" ")) :]


def test_every_template_is_written_out_where_it_is_said() -> None:
    assert [place for place, said in said_in_the_program() if not isinstance(said, ast.Constant)] == []
    assert "the file is empty" in templates()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_has_its_words_in_each_language_and_no_words_are_left_over(language: str) -> None:
    words, said = read_words(language), templates() | descriptions()
    assert sorted(said - words.keys()) == []
    assert sorted(words.keys() - said) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_in_another_language_hold_the_same_placeholders_and_are_not_the_english_ones(language: str) -> None:
    for template, words in read_words(language).items():
        assert placeholders(words) == placeholders(template), template
        assert words.strip(), template
        assert words != template or not words_in(template), template
        assert edges(words) == edges(template), template


def test_english_and_a_language_that_nobody_has_made_words_for_need_none() -> None:
    assert read_words("en") == {}
    assert read_words("de") == {}
