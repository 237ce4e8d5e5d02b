"""Records: which keys a front matter holds, valid or not, and that all faults of a file are said together."""

from __future__ import annotations

from caselaw.checks import read_case
from caselaw.coding import Charge, Sentence, Victims
from caselaw.document import Document, parse_document
from caselaw.problems import Problems
from caselaw.records import dotted, keys_in, model_at, read_record
from caselaw.schema import CaseRecord
from caselaw.terms import Court, Law
from tests.mistakes import CASE, changed
from tests.sample_library import TODAY, said, sample_vocabulary

PATH = "content/cases/sc/a-case.md"


def document(text: str) -> Document:
    problems = Problems()
    found = parse_document(text.encode(), PATH, problems)
    assert found, said(problems)
    return found


def test_a_location_is_written_as_editors_count() -> None:
    assert dotted(("charges", 1, "sentence")) == "charges.2.sentence"
    assert dotted(()) == ""


def test_the_model_of_a_group_is_found_through_lists_and_optional_fields() -> None:
    assert model_at(CaseRecord, ()) is CaseRecord
    assert model_at(CaseRecord, ("charges", 3)) is Charge
    assert model_at(CaseRecord, ("charges", 3, "sentence", "fine")) is Sentence
    assert model_at(CaseRecord, ("victims",)) is Victims


def test_keys_are_found_in_fields_lists_and_groups_whether_or_not_the_rest_is_valid() -> None:
    text = """\
---
court: sc
decided: nonsense
offences: [trafficking, smuggling]
acts: [recruitment, {value: transportation, basis: court, paragraphs: [x]}]
charges:
  - {charged: code-2003/139, finding: convicted, mood: sad}
victims: {sex: mixed, nationalities: [AL, ]}
applies: [not a provision]
cites: [{case: other}]
---
[1] Text.
"""
    assert list(keys_in(CaseRecord, document(text).front)) == [
        (("court",), "courts", "sc"),
        (("offences", 0), "offences", "trafficking"),
        (("offences", 1), "offences", "smuggling"),
        (("acts", 0), "acts", "recruitment"),
        (("acts", 1, "value"), "acts", "transportation"),
        (("acts", 1, "basis"), "bases", "court"),
        (("charges", 0, "charged"), "charges", "code-2003/139"),
        (("charges", 0, "finding"), "charge-findings", "convicted"),
        (("victims", "sex"), "sexes", "mixed"),
        (("victims", "nationalities", 0), "countries", "AL"),
        (("applies", 0), "provisions", "not a provision"),
    ]


def test_faults_of_every_kind_in_one_file_are_said_together() -> None:
    text = CASE
    for before, after in {
        "title: Case of the harbour": "title: Case: the harbour",
        "court: sc": "court: scc",
        "decided: 2013-04-29": "decided: 29.04.2013",
        "finding: convicted": "findng: convicted",
        "8000 EUR": "8000 euro",
        "offences: [trafficking]": "offences: [traficking]",
        "[2] The second": "[1] The second",
    }.items():
        text = changed(before, after, text)
    problems = Problems()
    found = parse_document(text.encode(), PATH, problems)
    assert found
    case = read_case(found, frozenset(), sample_vocabulary(), TODAY, problems)
    assert case
    assert not case.sound
    assert [f"{problem.place.line}:{problem.place.column} {problem.code}" for problem in problems] == [
        "2:8 S208",
        "3:8 V101",
        "4:10 F201",
        "9:12 V101",
        "14:5 F101",
        "15:45 F204",
        "26:1 T102",
    ]


def test_a_sound_case_is_read_with_nothing_said() -> None:
    problems = Problems()
    case = read_case(document(CASE), frozenset(), sample_vocabulary(), TODAY, problems)
    assert case
    assert case.id == "a-case"
    assert case.record.charges[0].sentence
    assert str(case.record.charges[0].sentence.imprisonment) == "8 years"
    assert case.text.paragraphs == (1, 2)
    assert said(problems) == []


def test_a_line_that_could_not_be_read_is_not_blamed_a_second_time() -> None:
    problems = Problems()
    text = changed("decided: 2013-04-29", "decided: on: Monday", changed("kind: judgment", "kind: judge: ment"))
    found = parse_document(text.encode(), PATH, problems)
    assert found
    case = read_case(found, frozenset(), sample_vocabulary(), TODAY, problems)
    assert case
    assert not case.sound
    assert [f"{problem.place.line} {problem.code}" for problem in problems] == ["4 S208", "5 S208"]


def test_a_field_that_is_missing_is_said_though_the_first_line_is_at_fault() -> None:
    problems = Problems()
    text = changed("title: Case of", "title: Case: of", changed("court: sc\n", ""))
    found = parse_document(text.encode(), PATH, problems)
    assert found
    case = read_case(found, frozenset(), sample_vocabulary(), TODAY, problems)
    assert case
    assert not case.sound
    assert [f"{problem.place.line} {problem.code} {problem.message}" for problem in problems] == [
        "2 F102 court is missing",
        "2 S208 a colon followed by a space stands inside a text",
    ]


def test_terms_with_labels_per_language_are_read() -> None:
    problems = Problems()
    text = "---\nid: sc\nlabels: {en: {text: Supreme Court, verified: yes}}\nlevel: supreme\n---\n"
    court = read_record(Court, document(text).front, problems)
    assert court
    assert court.label("en") == (court.labels["en"], "en")
    assert court.label("sq") == (court.labels["en"], "en")
    assert read_record(Law, document(text).front, problems) is None
    assert [problem.message for problem in problems] == [
        "abbreviation is missing",
        "kind is missing",
        'there is no field "level"',
    ]
