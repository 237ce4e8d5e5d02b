"""What one case must fulfil as a whole: its references to its own fields and paragraphs, and to files beside it."""

from __future__ import annotations

import pytest

from caselaw.checks import Case, check_case
from caselaw.document import Document
from caselaw.markdown import render_text
from caselaw.problems import Problems
from caselaw.schema import AttachedDocument
from tests.sample_library import BODY, TODAY, make_case

SENTENCE = {"imprisonment": "1 year"}
CHARGE = {"defendant": "A.B.", "charged": "code-2003/139", "finding": "convicted", "sentence": SENTENCE}
THERE = "decided kind charges charges.1 charges.1.sentence charges.1.sentence.imprisonment p1 p2".split()
NOT_THERE = "p p0 p01 p3 charges.0 charges.2 charges.-1 charges.1.fine charges..sentence formation kind.1 1 .".split()


def said_of(case: Case, files: frozenset[str] = frozenset()) -> list[str]:
    """Return line, column and message of everything that is said of a case."""
    problems = Problems()
    check_case(case, Document(case.path, case.id, case.front, BODY, 1), files, TODAY, problems)
    return [f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in problems]


@pytest.mark.parametrize("path", THERE)
def test_what_is_in_the_file_may_be_marked_as_unverified(path: str) -> None:
    assert said_of(make_case("a", charges=[CHARGE], unverified=[path])) == []


def said_of_unverified(path: str) -> list[str]:
    """Return what is said of a case in which ``path`` is not yet verified."""
    case = make_case("a", charges=[CHARGE])
    record = case.record.model_copy(update={"unverified": (path,)})
    return said_of(Case(case.id, case.path, record, case.text, case.front))


@pytest.mark.parametrize("path", NOT_THERE)
def test_what_is_not_in_the_file_may_not(path: str) -> None:
    assert said_of_unverified(path) == [f'2:1 unverified.1: there is no field or paragraph "{path}" in this file']


@pytest.mark.parametrize("start", ["p", "charges."])
def test_a_number_without_end_is_no_number(start: str) -> None:
    (message,) = said_of_unverified(start + "9" * 5000)
    assert message.startswith(f'2:1 unverified.1: there is no field or paragraph "{start}999')
    assert len(message) < 150


def test_a_document_lies_beside_its_case() -> None:
    case = make_case("a")
    attached = AttachedDocument.model_validate({"file": "judgment.pdf", "language": "en", "title": "Judgment"})
    record = case.record.model_copy(update={"documents": (attached,)})
    case = Case(case.id, case.path, record, case.text, case.front)
    assert said_of(case, frozenset({"content/cases/sc/judgment.pdf"})) == []
    assert said_of(case, frozenset({"content/cases/bc-north/judgment.pdf"})) == [
        '2:1 the document "judgment.pdf" does not lie beside the case file'
    ]


@pytest.mark.parametrize(
    ("body", "paragraphs", "missing"),
    [
        ("[1] One.\n\n[2] Two.", ["1", "2", "3"], ["3"]),
        ("[5] Five.\n\n[7] Seven.", ["5", "6", "7"], ["6"]),
        ("[1] One.\n\n[1] One again.", ["1", "2", "3"], ["3"]),
        ("[3] Three.\n\n[2] Two.", ["1", "2", "3", "4"], ["4"]),
        ("No number.", ["1", "2"], ["1"]),
    ],
    ids=["missing", "missing between", "one twice", "out of order", "none at all"],
)  # fmt: skip
def test_a_missing_paragraph_is_reported_unless_it_only_echoes_a_wrong_number(
    body: str, paragraphs: list[str], missing: list[str]
) -> None:
    eight = "".join(f"[{number}] Text.\n\n" for number in range(1, 9))
    sound = make_case("a", eight, charges=[{**CHARGE, "paragraphs": paragraphs}])
    text = render_text(body, place=sound.place("title"), problems=Problems())
    assert text
    case = Case(sound.id, sound.path, sound.record, text, sound.front)
    assert [message.rpartition(" ")[2] for message in said_of(case)] == [f"[{number}]" for number in missing]
