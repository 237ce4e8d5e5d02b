"""Messages: English by themselves, in another language by their template, however deep one stands in another."""

from __future__ import annotations

from caselaw.messages import joined, say, translated

WORDS = {
    "the file lies in {folder}": "dosja ndodhet në {folder}",
    "move it": "zhvendose",
    "is it {near}? ": "a është {near}? ",
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
