"""Strict YAML: what comes out of a sound text, with its places, and how the reading goes on behind faults."""

from __future__ import annotations

import pytest

from caselaw.problems import Place, Problems
from caselaw.strict_yaml import Mapping, Node, Scalar, Sequence, node_at, parse_yaml, place_at, to_plain
from caselaw.strict_yaml.parse import MAX_FAULTS

PATH = "content/cases/sc/a.md"
START = Place(PATH, 2)


def read(text: str) -> Node:
    """Return the node of a sound text that begins in line 2 of its file."""
    problems = Problems()
    node = parse_yaml(text, START, problems)
    assert [str(problem) for problem in problems] == []
    assert node is not None
    return node


def said(text: str) -> tuple[object, list[str]]:
    """Return what is read of a faulty text, and line, column and code of each of its faults."""
    problems = Problems()
    node = parse_yaml(text, START, problems)
    found = [f"{problem.place.line}:{problem.place.column} {problem.code}" for problem in problems]
    return (to_plain(node) if node else None), found


TRAPS = "NO off 12:30 2020-13-01 0x1F 1_000 1e3 ~ null .5 007 true = a#b c:d <<".split()


@pytest.mark.parametrize("text", TRAPS)
def test_a_value_stays_the_text_that_it_is(text: str) -> None:
    assert to_plain(read(f"value: {text}\n")) == {"value": text}


def test_lists_and_groups_are_read_in_both_ways_of_writing() -> None:
    flow = read("charges: [{defendant: A.B., paragraphs: [1, 2]}]\n")
    block = read("charges:\n  - defendant: A.B.\n    paragraphs:\n    - 1\n    - 2\n")
    assert to_plain(flow) == to_plain(block) == {"charges": [{"defendant": "A.B.", "paragraphs": ["1", "2"]}]}


def test_long_texts_are_folded_or_kept() -> None:
    node = read('folded: >-\n  one\n  two # not a remark\nkept: |\n  one: 1\n  two\nquoted: "a: b # c"\n')
    assert to_plain(node) == {"folded": "one two # not a remark", "kept": "one: 1\ntwo\n", "quoted": "a: b # c"}


def test_what_is_written_but_empty_is_left_out_except_in_lists() -> None:
    node = read("a:\nb: []\nc: {}\nd: ''\ne: {f: }\ng: [h, '']\ni: '  '\n")
    assert to_plain(node) == {"g": ["h", None]}


def test_every_node_knows_its_place() -> None:
    node = read("title: Case\ncharges:\n  - defendant: A.B.\n    paragraphs: [1, 22]\n")
    assert node.place == Place(PATH, 2, 1)
    assert place_at(node, ("title",)) == Place(PATH, 2, 8)
    assert place_at(node, ("charges",)) == Place(PATH, 3, 1)
    assert place_at(node, ("charges", 0)) == Place(PATH, 4, 5)
    assert place_at(node, ("charges", 0, "paragraphs")) == Place(PATH, 5, 5)
    assert place_at(node, ("charges", 0, "paragraphs", 1)) == Place(PATH, 5, 21)


def test_the_place_of_what_is_not_there_is_that_of_what_should_hold_it() -> None:
    node = read("title: Case\ncharges:\n  - defendant: A.B.\n")
    assert place_at(node, ("court",)) == Place(PATH, 2, 1)
    assert place_at(node, ("charges", 0, "finding")) == Place(PATH, 4, 5)
    assert place_at(node, ("charges", 7, "finding")) == Place(PATH, 3, 1)
    assert place_at(node, ("title", "en")) == Place(PATH, 2, 1)


def test_a_node_is_found_by_its_path_or_not_at_all() -> None:
    node = read("charges:\n  - defendant: A.B.\n")
    assert isinstance(node, Mapping)
    assert node.get("charges") is node_at(node, ("charges",))
    assert isinstance(node.get("charges"), Sequence)
    assert node_at(node, ("charges", 0, "defendant")) == Scalar("A.B.", Place(PATH, 3, 16))
    assert node.get("court") is None
    for nowhere in (("court",), ("charges", 1), ("charges", -1), ("charges", "0"), ("charges", 0, "defendant", "name")):
        assert node_at(node, nowhere) is None


def test_behind_a_faulty_line_the_file_is_read_as_its_author_meant_it() -> None:
    text = (
        "title: Case: the harbour\n"
        "court:sc\n"
        "formation: 'panel\n"
        "offences: [trafficking\n"
        "summary: Held: that the court\n  goes on\n"
        "outcome: @conviction\n"
        "publication: {status:published}\n"
    )
    assert said(text) == (
        {
            "title": "Case: the harbour",
            "court": "sc",
            "formation": "panel",
            "offences": ["trafficking"],
            "summary": "Held: that the court goes on",
            "outcome": "@conviction",
            "publication": {"status": "published"},
        },
        ["2:8 S208", "3:6 S213", "4:12 S215", "5:11 S209", "6:10 S208", "8:10 S201", "9:15 S213"],
    )


def test_tabs_and_dividing_lines_are_reported_one_by_one_and_read_over() -> None:
    assert said("a:\n\tb: 1\n\tc: 2\n---\nd: 3\n... \ne: 4\n") == (
        {"a": {"b": "1", "c": "2"}, "d": "3", "e": "4"},
        ["3:1 S202", "4:1 S202", "5:1 S210", "7:1 S210"],
    )


def test_a_line_of_hyphens_above_everything_divides_nothing() -> None:
    assert to_plain(read("# a list\n\n---\n- id: a\n")) == [{"id": "a"}]


def test_what_cannot_be_understood_stops_the_reading_with_one_problem() -> None:
    assert said("a: 1\n  b: 2\nc: 3\n   d: 4\n") == (None, ["3:4 S214"])


def test_an_author_is_not_buried_under_more_faults_than_one_can_mend() -> None:
    node, faults = said("".join(f"field{number}: a: b\n" for number in range(MAX_FAULTS + 10)))
    assert node is None
    assert faults == [f"{line}:{len(f'field{line - 2}: ') + 1} S208" for line in range(2, 2 + MAX_FAULTS)]


def test_of_two_equal_names_the_first_counts() -> None:
    assert said("a: 1\nb: 2\na: 3\na: 4\n") == ({"a": "1", "b": "2"}, ["4:1 S203", "5:1 S203"])


def test_a_field_needs_a_name_that_is_a_text() -> None:
    assert said("a: 1\n? [b, c]\n: 2\n") == ({"a": "1"}, ["3:3 S201"])


def test_nothing_but_remarks_is_nothing() -> None:
    problems = Problems()
    assert parse_yaml("# nothing\n\n", START, problems) is None
    assert len(problems) == 0
