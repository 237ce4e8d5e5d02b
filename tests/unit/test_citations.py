"""Citations in both directions, and the chain of proceedings, whichever end states it."""

from __future__ import annotations

from typing import Any

import pytest

from caselaw.checks import Case
from caselaw.citations import ChainStep, CitationGraph, Cited, link_citations
from caselaw.problems import Problems
from tests.sample_library import Fields, make_case, make_catalogue, said, sample_vocabulary

DRAFT = {"status": "draft"}
WITHDRAWN = {"status": "withdrawn", "reason": "Published by mistake."}


def link(*cases: Case) -> CitationGraph:
    problems = Problems()
    graph = link_citations(make_catalogue(*cases), sample_vocabulary(), problems)
    assert said(problems) == []
    return graph


def faults_of(*cases: Case) -> list[str]:
    problems = Problems()
    link_citations(make_catalogue(*cases), sample_vocabulary(), problems)
    return said(problems)


def step(relation: str, case: str) -> Fields:
    """Return the field ``history`` with one step."""
    return {"history": [{"relation": relation, "case": case}]}


def order(graph: CitationGraph, case: str) -> list[str]:
    return [one.case for one in graph.chains[case]]


# ------------------------------------------------------------------------------------------------ citations


def test_a_citation_is_seen_from_both_ends() -> None:
    graph = link(
        make_case("citing", cites=[{"case": "cited", "treatment": "followed", "paragraphs": [1, 2]}]),
        make_case("cited"),
    )
    citation = Cited("citing", "cited", "followed", (1, 2))
    assert graph.cites == {"citing": (citation,)}
    assert graph.cited_by == {"cited": (citation,)}


def test_cited_cases_stand_in_the_order_of_the_file_and_citing_ones_newest_first() -> None:
    graph = link(
        make_case("old", decided="2001", cites=[{"case": "z"}, {"case": "a"}]),
        make_case("new", decided="2019", cites=[{"case": "a"}]),
        make_case("z"),
        make_case("a"),
    )
    assert [one.cited for one in graph.cites["old"]] == ["z", "a"]
    assert [one.citing for one in graph.cited_by["a"]] == ["new", "old"]


@pytest.mark.parametrize("publication", [DRAFT, WITHDRAWN, {"status": "published", "embargo_until": "2027-01-01"}])
def test_neither_citations_nor_chains_lead_to_a_case_that_is_not_public(publication: dict[str, str]) -> None:
    graph = link(
        make_case("public", cites=[{"case": "hidden"}], **step("appeal", "hidden")),
        make_case("hidden", publication=publication, cites=[{"case": "public"}], **step("appeal-of", "public")),
    )
    assert graph == CitationGraph({}, {}, {}, {})


# ------------------------------------------------------------------------------------------------ chains

FIRST, APPEAL, SUPREME, RETRIAL = (
    ("first", {"decided": "2013-04-29"}),
    ("appeal", {"decided": "2015-11-06"}),
    ("supreme", {"decided": "2016"}),
    ("retrial", {"decided": "2018-05-24"}),
)


def case(base: tuple[str, Fields], **fields: Any) -> Case:
    return make_case(base[0], **base[1], **fields)


STATED_FORWARDS = (
    case(FIRST, **step("appeal", "appeal")),
    case(APPEAL, **step("appeal", "supreme")),
    case(SUPREME, **step("retrial", "retrial")),
    case(RETRIAL),
)
STATED_BACKWARDS = (
    case(FIRST),
    case(APPEAL, **step("appeal-of", "first")),
    case(SUPREME, **step("appeal-of", "appeal")),
    case(RETRIAL, **step("retrial-of", "supreme")),
)
STATED_TWICE = (
    case(FIRST, **step("appeal", "appeal")),
    case(APPEAL, history=[{"relation": "appeal-of", "case": "first"}, {"relation": "appeal", "case": "supreme"}]),
    case(SUPREME, history=[{"relation": "appeal-of", "case": "appeal"}, {"relation": "retrial", "case": "retrial"}]),
    case(RETRIAL, **step("retrial-of", "supreme")),
)


@pytest.mark.parametrize("cases", [STATED_FORWARDS, STATED_BACKWARDS, STATED_TWICE])
def test_proceedings_are_one_chain_in_date_order_whichever_end_states_them(cases: tuple[Case, ...]) -> None:
    graph = link(*cases)
    for member in ("first", "appeal", "supreme", "retrial"):
        assert order(graph, member) == ["first", "appeal", "supreme", "retrial"]
    assert graph.chains["appeal"] == (
        ChainStep("first", "appeal-of"),
        ChainStep("appeal", None),
        ChainStep("supreme", "appeal"),
        ChainStep("retrial", None),
    )


def test_a_case_without_history_has_no_chain() -> None:
    assert link(make_case("a"), make_case("b")).chains == {}


def test_an_appeal_of_which_only_the_year_is_known_follows_the_decision_under_appeal() -> None:
    graph = link(
        make_case("first", decided="2013-04-29"),
        make_case("appeal", decided="2013", history=[{"relation": "appeal-of", "case": "first"}]),
        make_case("retrial", decided="2013", history=[{"relation": "retrial-of", "case": "appeal"}]),
        make_case("joined", decided="2013-02-01", history=[{"relation": "joined", "case": "first"}]),
    )
    assert order(graph, "appeal") == ["joined", "first", "appeal", "retrial"]


def test_relations_that_run_in_a_circle_within_one_year_still_give_a_chain() -> None:
    keys = {"a": "b", "b": "c", "c": "a"}
    graph = link(*(make_case(key, decided="2013", **step("appeal", other)) for key, other in keys.items()))
    assert {member: sorted(order(graph, member)) for member in "abc"} == {member: ["a", "b", "c"] for member in "abc"}


def test_joined_cases_share_their_chains() -> None:
    graph = link(
        make_case("first", decided="2001"),
        make_case("appeal", decided="2002", **step("appeal-of", "first")),
        make_case("joined", decided="2003", **step("joined", "first")),
    )
    members = ["first", "appeal", "joined"]
    assert {member: order(graph, member) for member in graph.chains} == dict.fromkeys(members, members)


def test_a_related_case_is_shown_without_joining_its_own_chain() -> None:
    graph = link(
        make_case("first", decided="2001", **step("related", "other-first")),
        make_case("appeal", decided="2002", **step("appeal-of", "first")),
        make_case("other-first", decided="2003"),
        make_case("other-appeal", decided="2004", **step("appeal-of", "other-first")),
    )
    assert order(graph, "first") == ["first", "appeal", "other-first"]
    assert order(graph, "appeal") == ["first", "appeal"]
    assert order(graph, "other-first") == ["first", "other-first", "other-appeal"]
    assert order(graph, "other-appeal") == ["other-first", "other-appeal"]


def test_a_hidden_case_that_contradicts_a_public_one_is_found_before_its_day_comes() -> None:
    public, draft = make_case("a", **step("appeal", "b")), make_case("b", publication=DRAFT, **step("retrial-of", "a"))
    problems = Problems()
    graph = link_citations(make_catalogue(public, draft), sample_vocabulary(), problems, [draft])
    assert [problem.code for problem in problems] == ["C106"]
    assert graph == CitationGraph({}, {}, {}, {})


# ------------------------------------------------------------------------------------------------ contradictions


def test_two_ends_that_contradict_each_other_are_an_error() -> None:
    one = make_case("a", decided="2001", **step("appeal", "b"))
    other = make_case("b", decided="2002", **step("retrial-of", "a"))
    assert faults_of(one, other) == [
        'content/cases/sc/a.md:13:24: error[C106] history: "b" is called "appeal" here, but the other end says that it '
        'is "retrial"\n    help: correct one of the two files; the other is content/cases/sc/b.md'
    ]


@pytest.mark.parametrize("relation", ["appeal", "retrial"])
def test_an_appeal_that_is_earlier_than_what_it_appeals_is_an_error(relation: str) -> None:
    assert faults_of(make_case("a", decided="2013-04-29", **step(relation, "b")), make_case("b", decided="2012")) == [
        f'content/cases/sc/a.md:13:11: error[C106] history: "b" of 2012 cannot be "{relation}" of a decision of '
        "2013-04-29\n    help: correct the relation or one of the two dates"
    ]


def test_a_decision_under_appeal_that_is_later_is_an_error() -> None:
    assert faults_of(
        make_case("a", decided="2012-05", **step("appeal-of", "b")), make_case("b", decided="2012-06")
    ) == [
        'content/cases/sc/a.md:13:11: error[C106] history: "b" of 2012-06 cannot be "appeal-of" of a decision of '
        "2012-05\n"
        "    help: correct the relation or one of the two dates"
    ]


@pytest.mark.parametrize(("this", "that"), [("2013-04-29", "2013"), ("2013", "2013-04-29"), ("2013-04", "2013-04-01")])
def test_dates_that_are_too_vague_to_tell_contradict_nothing(this: str, that: str) -> None:
    assert faults_of(make_case("a", decided=this, **step("appeal", "b")), make_case("b", decided=that)) == []
