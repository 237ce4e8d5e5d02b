"""Whatever bytes a file holds, an editor gets a document or a problem with a place in that file, never a crash."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from caselaw.checks import read_case
from caselaw.codes import Code
from caselaw.document import decode, parse_document
from caselaw.problems import Place, Problems
from caselaw.schema import CaseRecord
from caselaw.strict_yaml import Mapping, Node, Sequence, parse_yaml, to_plain
from tests.mistakes import CASE
from tests.sample_library import TODAY, sample_vocabulary

PATH = "content/cases/sc/a.md"
FEW = settings(max_examples=200, deadline=None, derandomize=True)

# What YAML and Markdown give a meaning, what editors type, and what word processors leave behind.
SIGNS = [*"\n\t #:-,[]{}\"'|>*&!%@`?=\\", ": ", "- ", "? ", "''", '""', " #"]
BLOCKS = ["|-\n  ", ">+\n", "---\n", "...\n", "\r\n"]
LEFTOVERS = ["\r", "\x00", "\x85", "\u2028", "\ufeff", "\u00a0", "\u00ad", "\ud800", "“", "—", "é", "𝔘"]
WORDS = ["title", "court: sc", "charges:\n", "  - defendant: A.B.\n", "paragraphs: [1]", "2013-04-29", "yes"]
CONSTRUCTS = ["<<: *a", "!!str", "%YAML 1.2\n", "[1] ", "## ", "[^1]", "| a | b |\n|---|---|\n"]
SNIPPETS = st.sampled_from([*SIGNS, *BLOCKS, *LEFTOVERS, *WORDS, *CONSTRUCTS])
TEXTS = st.lists(st.one_of(SNIPPETS, st.text(max_size=5)), max_size=40).map("".join)


@st.composite
def spoilt_cases(draw: st.DrawFn) -> bytes:
    """Return a sound case in which a few passages are replaced by something else."""
    text = CASE
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 20, len(text))))
        text = text[:start] + draw(st.one_of(SNIPPETS, st.text(max_size=4))) + text[end:]
    return text.encode("utf-8", "surrogatepass")


def is_within(place: Place, text: str) -> bool:
    """Whether a place can be found in a text by counting its lines and the characters of one of them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return 1 <= place.line <= len(lines) and 1 <= place.column <= len(lines[place.line - 1]) + 1


def nodes_in(node: Node) -> list[Node]:
    """Return a node and all that stand in it."""
    inner: list[Node] = []
    if isinstance(node, Sequence):
        inner = list(node.items)
    elif isinstance(node, Mapping):
        inner = [part for entry in node.entries for part in entry]
    return [node, *(found for part in inner for found in nodes_in(part))]


@FEW
@given(
    st.one_of(st.binary(max_size=300), TEXTS.map(lambda text: text.encode("utf-8", "surrogatepass")), spoilt_cases())
)
@example(b"---\n---")
@example(b"---\n\xff\n---\n")
@example(b"\xef\xbb\xbf\xef\xbb\xbf---\n")
def test_any_bytes_give_a_case_or_a_problem_within_the_file(raw: bytes) -> None:
    problems = Problems()
    document = parse_document(raw, PATH, problems)
    case = read_case(document, frozenset(), sample_vocabulary(), TODAY, problems) if document else None
    assert case or problems.errors
    text = raw.decode("utf-8", "replace").removeprefix("\ufeff")
    outside = [str(problem) for problem in problems if not is_within(problem.place, text)]
    assert outside == []


@FEW
@given(TEXTS)
@example("a: 'b\nc: \"d\n")
@example("a:\n\tb: [\t1")
@example("\tc: d")
@example("[" * 500)
@example("- " * 500)
@example("? a\n? b\n")
def test_any_yaml_gives_nodes_or_a_problem_each_with_a_place_in_it(yaml: str) -> None:
    problems = Problems()
    text = decode(yaml.encode("utf-8", "ignore"), PATH, problems) or ""
    node = parse_yaml(text, Place(PATH), problems)
    lines = [line.strip() for line in text.split("\n")]
    says_something = any(line and not line.startswith(("#", "%", "---", "...")) for line in lines)
    assert node or len(problems) or not says_something
    places = [problem.place for problem in problems if problem.code != Code.CONTROL_CHARACTER]
    places += [found.place for found in nodes_in(node)] if node else []
    assert [place for place in places if not is_within(place, text)] == []


NAMES = ["defendant", "charged", "sentence", "value", "paragraphs", "case", "Ünknown"]
FIELDS = [*CaseRecord.model_fields, *NAMES]
VALUES = [
    "sc",
    "2013-04-29",
    "8 years",
    "8000 EUR",
    "code-2003/139",
    "unknown",
    "1",
    "yes",
    "",
    " ",
    "life",
    "../a",
    "9" * 5000,
]
JSON: st.SearchStrategy[Any] = st.recursive(
    st.one_of(st.sampled_from(VALUES), st.text(max_size=8)),
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(FIELDS), inner, max_size=5)),
    max_leaves=12,
)


@FEW
@given(st.dictionaries(st.sampled_from(FIELDS), JSON, max_size=12))
def test_any_fields_with_any_values_are_read_or_have_a_problem(fields: dict[str, Any]) -> None:
    lines = [f"{json.dumps(name)}: {json.dumps(value)}\n" for name, value in fields.items()]
    text = f"---\n{''.join(lines)}---\n[1] A paragraph.\n"
    problems = Problems()
    document = parse_document(text.encode(), PATH, problems)
    if document is not None:
        case = read_case(document, frozenset(), sample_vocabulary(), TODAY, problems)
        assert case or problems.errors
    assert document or problems.errors
    assert [str(problem) for problem in problems if not is_within(problem.place, text)] == []


@FEW
@given(st.text(st.characters(exclude_categories=["C", "Z"], include_characters=" ")))
def test_a_text_in_quotation_marks_is_read_as_it_stands(text: str) -> None:
    problems = Problems()
    node = parse_yaml(f"title: {json.dumps(text, ensure_ascii=False)}\n", Place(PATH), problems)
    assert isinstance(node, Mapping)
    assert to_plain(node) == ({"title": text} if text.strip() else {})
    assert len(problems) == 0
