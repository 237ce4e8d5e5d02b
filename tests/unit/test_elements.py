"""The elements of the offence on the page of a case, and the checklist of all of them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from caselaw.pages.element_parts import ChecklistPage
from caselaw.pages.law_parts import Checked
from caselaw.pages.model import CasePage
from caselaw.pages.parts import Label
from caselaw.values import parse_provision
from tests.sample_library import Fields, make_case, make_library, make_text, pages_of, sample_vocabulary

if TYPE_CHECKING:
    from caselaw.checks import Case
    from caselaw.pages.context import Library
    from caselaw.pages.element_parts import ChecklistCase, ChecklistElement, ElementGroup

NOTE = "Under TAS Art. 4(c), no means is needed where the victim is a child."


def groups_of(case: Case, library: Library | None = None) -> tuple[ElementGroup, ...]:
    page = pages_of(library or make_library(case))[f"en/cases/{case.id}.html"]
    return cast(CasePage, page).elements


def notes_of(case: Case, library: Library | None = None) -> list[str | None]:
    return [group.note.text if group.note else None for group in groups_of(case, library)]


def checklist(*cases: Case) -> dict[str, ChecklistElement]:
    """Return every element of the checklist by its label."""
    page = cast(ChecklistPage, pages_of(make_library(*cases))["en/checklist.html"])
    return {element.label.text: element for group in page.groups for element in group.elements}


def leading(*cases: Case) -> tuple[ChecklistCase, ...]:
    return checklist(*cases)["Recruitment"].cases


# ------------------------------------------------------------------------------------------------ on the page of a case


def test_a_case_with_an_element_shows_all_three_and_what_is_not_coded_has_no_entry() -> None:
    groups = groups_of(make_case("a", acts=["recruitment"]))
    assert [(group.name, len(group.elements)) for group in groups] == [("Acts", 1), ("Means", 0), ("Purposes", 0)]


def test_aggravating_facts_are_shown_where_there_are_any() -> None:
    (*_, group) = groups_of(make_case("a", aggravating=[{"value": "child-victim", "paragraphs": [2]}]))
    assert (group.name, [link.href for link in group.elements[0].paragraphs]) == ("Aggravating facts", ["#p2"])


def test_a_case_without_elements_has_no_section_for_them() -> None:
    assert groups_of(make_case("a")) == ()


@pytest.mark.parametrize(
    "fields",
    [
        {"victims": {"children": 1}},
        {"aggravating": ["child-victim"]},
        {"means": ["child"]},
    ],
)
def test_no_means_is_needed_for_a_child_victim_and_the_provision_is_named(fields: Fields) -> None:
    assert notes_of(make_case("a", acts=["recruitment"], **fields))[1] == NOTE


def test_nothing_is_said_of_children_where_no_victim_is_known_to_be_one() -> None:
    assert notes_of(make_case("a", acts=["recruitment"], victims={"children": 0})) == [None, None, None]


def test_a_law_is_named_only_where_the_case_applies_it_and_nothing_is_said_without_a_source() -> None:
    lists = sample_vocabulary().lists
    for provisions, applies, note in (
        (("treaty/4/c", "code-2003/139/2"), ["code-2003/139"], NOTE.replace("4(c)", "4(c), CC 2003 Art. 139(2)")),
        (("treaty/4/c", "code-2003/139/2"), [], NOTE),
        ((), ["code-2003/139"], None),
    ):
        needless = lists["means"]["child"].model_copy(
            update={"none_needed": tuple(parse_provision(key) for key in provisions)}
        )
        means = {**lists["means"], "child": needless}
        found = make_case("a", acts=["recruitment"], applies=applies, victims={"children": 1})
        vocabulary = replace(sample_vocabulary(), lists={**lists, "means": means})
        assert notes_of(found, replace(make_library(found), vocabulary=vocabulary))[1] == note


# ------------------------------------------------------------------------------------------------ the checklist


def test_the_checklist_has_every_element_of_the_vocabulary_with_or_without_a_case() -> None:
    found = checklist(make_case("a", acts=["recruitment"]))
    assert {label: len(element.cases) for label, element in found.items()} == {
        "Recruitment": 1, "Transportation": 0, "Deception": 0, "Coercion": 0, "Child": 0, "Removal of organs": 0,
        "Forced labour": 0, "Child victim": 0,
    }  # fmt: skip
    assert found["Child"].note == Label(NOTE)


def test_a_case_on_the_checklist_leads_to_its_paragraphs_and_says_on_whose_word() -> None:
    acts = [{"value": "recruitment", "paragraphs": [2, 1], "basis": "court"}]
    (case,) = leading(make_case("a", acts=acts, unverified=["acts.1"]))
    assert [(link.number, link.href) for link in case.paragraphs] == [
        (2, "en/cases/a.html#p2"),
        (1, "en/cases/a.html#p1"),
    ]
    assert (case.basis, case.unverified) == (Label("Court"), True)
    assert case.excerpt == Checked(Label("What the court held."), unverified=False)
    assert [(case.paragraphs, case.excerpt) for case in leading(make_case("a", acts=["recruitment"]))] == [((), None)]


def test_leading_cases_come_by_paragraphs_importance_the_courts_own_word_and_date() -> None:
    def case(key: str, decided: str, importance: str, basis: str | None, paragraphs: list[int]) -> Case:
        act = {"value": "recruitment", "paragraphs": paragraphs, **({"basis": basis} if basis else {})}
        return make_case(key, decided=decided, importance=importance, acts=[act])

    cases = [
        case("no-paragraph", "2020", "key", "court", []),
        case("normal", "2019", "normal", "court", [1]),
        case("key-editor", "2018", "key", "editor", [1]),
        case("key-nobody", "2018", "key", None, [1]),
        case("key-court-old", "2010", "key", "court", [1]),
        case("key-court-new", "2011", "key", "court", [1]),
    ]
    shown = [found.link.href for found in leading(*cases)]
    wanted = ("key-court-new", "key-court-old", "key-editor", "key-nobody", "normal")
    assert shown == [f"en/cases/{key}.html" for key in wanted]


def test_the_editors_own_remarks_at_the_end_of_a_text_come_after_what_the_court_said() -> None:
    body = (
        "## Facts\n\n[1] Facts.\n\n## Not known\n\n[2] A gap.\n\n### More\n\n[3] Another.\n\n## Why\n\n[4] A remark.\n"
    )

    def case(key: str, importance: str, *paragraphs: int) -> Case:
        acts = [{"value": "recruitment", "paragraphs": list(paragraphs), "basis": "editor"}]
        return make_case(key, body, importance=importance, acts=acts)

    shown = leading(case("remark", "key", 3, 2), case("facts", "normal", 1), case("both", "high", 4, 1))
    assert [(found.link.href, found.excerpt and found.excerpt.value) for found in shown] == [
        ("en/cases/both.html", Label("Facts.")),
        ("en/cases/facts.html", Label("Facts.")),
        ("en/cases/remark.html", Label("Another.")),
    ]


def test_a_text_of_two_sections_has_none_that_are_the_editors_own() -> None:
    acts = [{"value": "recruitment", "paragraphs": [2]}]
    case = make_case("a", "## Facts\n\n[1] Facts.\n\n## Held\n\n[2] Held.\n", importance="key", acts=acts)
    other = make_case("b", acts=[{"value": "recruitment", "paragraphs": [1]}])
    assert [found.link.href for found in leading(other, case)] == ["en/cases/a.html", "en/cases/b.html"]


def test_an_excerpt_of_a_paragraph_that_was_not_verified_says_so() -> None:
    acts = [{"value": "recruitment", "paragraphs": [1]}]
    (case,) = leading(make_case("a", acts=acts, unverified=["p1"]))
    assert case.excerpt is not None
    assert (case.excerpt.unverified, case.unverified) == (True, False)


def test_a_text_opens_the_checklist_and_has_no_page_of_its_own() -> None:
    page = pages_of(make_library(texts=[make_text("checklist", "Elements", "How to use it.")]))["en/checklist.html"]
    assert isinstance(page, ChecklistPage)
    assert page.introduction is not None
    assert [block.html for block in page.introduction.blocks] == ["<p>How to use it.</p>"]
