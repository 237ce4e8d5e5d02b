"""Problems for GitHub, as JSON and as SARIF: whole texts, and what hostile words must not do to them."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest

from caselaw.codes import Code
from caselaw.explanations import read_explanations
from caselaw.messages import say
from caselaw.problem_formats import as_json, as_sarif, summary, unannotated, workflow_commands
from caselaw.problems import Place, Problem, Severity
from tests.project import ROOT

CASE = "content/cases/sc/a-case.md"
NOTICE = Problem(
    Place(CASE, 9, 2),
    Code.REFERENCE_UNKNOWN,
    say('no case has "{number}"', number="1/06"),
    "correct it",
    Severity.NOTICE,
)
WARNING = Problem(Place(CASE, 7, 3), Code.DATE_FUTURE, "it lies in the future", "correct the date", Severity.WARNING)
ERROR = Problem(Place(CASE, 3, 8), Code.TERM_UNKNOWN, '"scc" is not in the list', 'did you mean "sc"?')
ALL = (NOTICE, WARNING, ERROR)
WORDS = {'no case has "{number}"': 'asnjë çështje nuk ka "{number}"'}
EXPLANATIONS = read_explanations(ROOT / "locales" / "codes", "en")


def many(count: int, severity: Severity = Severity.ERROR) -> tuple[Problem, ...]:
    return tuple(
        Problem(Place(CASE, line), Code.TERM_UNKNOWN, f"fault {line}", "cure it", severity)
        for line in range(1, count + 1)
    )


# ------------------------------------------------------------------------------------------------ GitHub


def test_annotations_name_place_code_and_cure_the_gravest_first() -> None:
    assert workflow_commands(ALL, {}) == (
        f'::error file={CASE},line=3,col=8,title=V101::"scc" is not in the list%0Adid you mean "sc"?',
        f"::warning file={CASE},line=7,col=3,title=F202::it lies in the future%0Acorrect the date",
        f'::notice file={CASE},line=9,col=2,title=C113::no case has "1/06"%0Acorrect it',
    )


def test_annotations_are_said_in_the_language_that_is_asked_for() -> None:
    assert workflow_commands([NOTICE], WORDS)[0].endswith('::asnjë çështje nuk ka "1/06"%0Acorrect it')


def test_annotations_find_files_of_a_library_that_is_a_part_of_the_repository() -> None:
    assert f"file=library/{CASE}," in workflow_commands([ERROR], {}, "library/")[0]


def test_no_word_of_a_file_becomes_a_command_or_another_property() -> None:
    hostile = Problem(Place("a,line=1::b%.md"), Code.FILE_NAME, "100%\r\n::error::x", "::stop-commands::y")
    assert workflow_commands([hostile], {}) == (
        "::error file=a%2Cline=1%3A%3Ab%25.md,line=1,col=1,title=S108::100%25  ::error::x%0A::stop-commands::y",
    )


@pytest.mark.parametrize(
    "hostile", ["a\n::error file=a::pwned", "a\r\nb", "a\x1b[2Jb", "a\u2028b", "a\x85\x0bb", "a\u202eb"]
)
def test_no_word_of_a_file_begins_a_line_or_steers_a_terminal(hostile: str) -> None:
    problem = Problem(Place(f"{hostile}.md"), Code.FILE_NAME, say("{said}!", said=hostile), hostile)
    printed = [str(problem), problem.said({"{said}!": "»{said}«"}), *workflow_commands([problem], {}, "library/")]
    printed += [summary((*many(10), problem), {}).split("\n")[4]]
    assert [len(text.splitlines()) for text in printed] == [2, 2, 1, 1]
    assert not [text for text in printed if set("\x1b\u2028\x85\x0b\u202e\r") & set(text)]


def test_ten_of_each_kind_are_annotated_and_all_others_are_in_the_summary() -> None:
    problems = (*many(12, Severity.NOTICE), *many(11), *many(3, Severity.WARNING))
    commands = workflow_commands(problems, {})
    assert [line.split()[0] for line in commands] == ["::error"] * 10 + ["::warning"] * 3 + ["::notice"] * 10
    assert unannotated(problems) == 3
    assert summary(problems, {}).split("\n")[0] == "### More problems: 3"
    assert summary(problems, {}).count("**error V101**") == 1
    assert summary(problems, {}).count("**notice V101**") == 2


def test_there_is_no_summary_where_everything_is_annotated() -> None:
    assert (unannotated(ALL), summary(ALL, {})) == (0, "")


def test_the_summary_is_a_table() -> None:
    assert summary(many(11), {}) == (
        "### More problems: 1\n\n| Where | What | Help |\n| --- | --- | --- |\n"
        "| content&#47;cases&#47;sc&#47;a&#45;case&#46;md&#58;11&#58;1 | **error V101** fault 11 | cure it |\n"
    )


def test_the_summary_shows_markup_and_does_not_obey_it() -> None:
    hostile = Problem(
        Place("z|z.md"), Code.FILE_NAME, "<script>|a|\n[b](c) `d` @e #1 https://f", "*g* &amp; ![h](i)", Severity.ERROR
    )
    row = summary((*many(10), hostile), {}).split("\n")[4]
    assert row.count("|") == 4
    assert not set("<>[]()`@!") & set(row)
    assert "&#60;script&#62;&#124;a&#124; &#91;b&#93;" in row
    assert "&#38;amp;" in row


@pytest.mark.parametrize("room", [600, 5_000, 100_000])
def test_the_summary_fits_and_says_how_many_did_not(room: int) -> None:
    text = summary(many(3_000), {}, room)
    assert len(text.encode()) <= room
    rows = text.count("**error")
    assert text.endswith(f"\n\nThere is no room here for {2_990 - rows} more.\n")


def test_there_is_no_summary_where_other_steps_have_filled_it() -> None:
    assert summary(many(11), {}, 100) == ""


# ------------------------------------------------------------------------------------------------ JSON


def test_json_holds_every_problem_and_the_counts() -> None:
    data = json.loads(as_json(ALL, WORDS, hidden=4))
    assert data["version"] == 1
    assert data["counts"] == {"errors": 1, "warnings": 1, "notices": 1, "hidden": 4}
    assert data["problems"][0] == {
        "path": CASE,
        "line": 9,
        "column": 2,
        "severity": "notice",
        "code": "C113",
        "message": 'asnjë çështje nuk ka "1/06"',
        "help": "correct it",
    }
    assert [problem["code"] for problem in data["problems"]] == ["C113", "F202", "V101"]


def test_json_holds_letters_that_every_console_can_print() -> None:
    assert as_json(ALL, WORDS).isascii()
    assert as_sarif(ALL, WORDS, EXPLANATIONS).isascii()


# ------------------------------------------------------------------------------------------------ SARIF

TEXT = {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {"text": {"minLength": 1}}}
ADDRESS = {"type": "string", "format": "uri-reference", "pattern": "^[!-~]+$"}
RULE = {
    "type": "object",
    "required": ["id", "shortDescription", "fullDescription", "help"],
    "additionalProperties": False,
    "properties": {
        "id": {"pattern": "^[A-Z][0-9]{3}$"},
        "name": {"pattern": "^[A-Za-z]+$"},
        "shortDescription": TEXT,
        "fullDescription": TEXT,
        "help": TEXT,
        "helpUri": ADDRESS,
    },
}
REGION = {
    "type": "object",
    "required": ["startLine"],
    "additionalProperties": False,
    "properties": {
        "startLine": {"type": "integer", "minimum": 1},
        "startColumn": {"type": "integer", "minimum": 1},
    },
}
LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation", "region"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {"type": "object", "required": ["uri"], "properties": {"uri": ADDRESS}},
                "region": REGION,
            },
        }
    },
}
RESULT = {
    "type": "object",
    "required": ["ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints"],
    "additionalProperties": False,
    "properties": {
        "ruleId": {"type": "string"},
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": TEXT,
        "locations": {"type": "array", "minItems": 1, "items": LOCATION},
        "partialFingerprints": {"type": "object", "minProperties": 1, "additionalProperties": {"type": "string"}},
    },
}
# What version 2.1.0 asks of the parts that are used here, and what GitHub's code scanning asks on top.
SARIF = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name", "rules"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "informationUri": ADDRESS,
                                    "rules": {"type": "array", "items": RULE, "uniqueItems": True},
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {"type": "array", "items": RESULT},
                    "properties": {"type": "object"},
                },
            },
        },
    },
}


def run_of(*problems: Problem, **options: Any) -> dict[str, Any]:
    """Return the run of a SARIF log, whose form is checked."""
    log = json.loads(as_sarif(problems, options.pop("words", {}), EXPLANATIONS, **options))
    jsonschema.validate(log, SARIF)
    run: dict[str, Any] = log["runs"][0]
    for result in run["results"]:
        assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    return run


def test_sarif_has_a_rule_for_each_code_and_a_result_for_each_problem() -> None:
    run = run_of(*ALL, *many(2))
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["C113", "F202", "V101"]
    assert [result["level"] for result in run["results"]] == ["note", "warning", "error", "error", "error"]
    rule = run["tool"]["driver"]["rules"][2]
    assert rule["name"] == "TermUnknown"
    assert rule["shortDescription"]["text"] == "A word that is not in its closed list"
    assert run["results"][2]["message"]["text"] == '"scc" is not in the list\ndid you mean "sc"?'
    assert run["results"][2]["locations"][0]["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 8}


def test_sarif_without_problems_is_whole() -> None:
    assert run_of()["results"] == []


def test_sarif_leads_to_the_guide_where_the_repository_is_known() -> None:
    driver = run_of(ERROR, repository="https://example.org/library/")["tool"]["driver"]
    assert driver["informationUri"] == "https://example.org/library/"
    assert driver["rules"][0]["helpUri"] == "https://example.org/library/blob/HEAD/docs/problems/V101.md"
    assert "helpUri" not in run_of(ERROR)["tool"]["driver"]["rules"][0]


def test_sarif_writes_paths_as_addresses_from_the_top_of_the_repository() -> None:
    found = run_of(Problem(Place("content/çështja 1.md"), Code.FILE_NAME, "a", "b"), prefix="my library/")
    assert found["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == (
        "my%20library/content/%C3%A7%C3%ABshtja%201.md"
    )


def test_a_fingerprint_outlasts_lines_above_and_another_language_and_is_never_shared() -> None:
    def prints(*problems: Problem, **options: Any) -> list[str]:
        return [result["partialFingerprints"]["problem/v1"] for result in run_of(*problems, **options)["results"]]

    lower = Problem(Place(CASE, 99, 2), NOTICE.code, NOTICE.message, NOTICE.help, NOTICE.severity)
    assert prints(NOTICE) == prints(lower) == prints(NOTICE, words=WORDS)
    assert len({*prints(NOTICE, lower, WARNING, ERROR)}) == 4
