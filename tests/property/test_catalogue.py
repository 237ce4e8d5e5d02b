"""What holds for every library, whatever its cases say: generated ones, linked and turned into pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caselaw import urls
from caselaw.catalogue import Catalogue, build_catalogue, is_public
from caselaw.checks import Case
from caselaw.citations import CitationGraph, link_citations
from caselaw.pages import build_pages
from caselaw.pages.context import Library
from caselaw.pages.model import CasePage, ListPage
from caselaw.problems import Problems
from tests.sample_library import TODAY, make_case, make_library, sample_vocabulary

IDS = [f"case-{letter}" for letter in "abcdefgh"]
COURTS = ["sc", "ca", "bc-north", "dc-north", "hrc"]
RELATIONS = ["appeal", "appeal-of", "retrial", "retrial-of", "joined", "related"]

dates = st.builds(
    lambda year, month, day, precision: f"{year}-{month:02}-{day:02}"[:precision],
    st.integers(2011, 2013), st.integers(1, 3), st.integers(1, 3), st.sampled_from([4, 7, 10]),
)  # fmt: skip
publications = st.one_of(
    st.just({"status": "published"}),
    st.just({"status": "published"}),
    st.just({"status": "draft"}),
    st.just({"status": "withdrawn", "reason": "Published by mistake."}),
    st.sampled_from(["2026-11-22", "2026-11-23", "2026-11-24"]).map(
        lambda day: {"status": "published", "embargo_until": day}
    ),
)


@st.composite
def libraries(draw: st.DrawFn) -> list[Case]:
    """Return cases that cite each other and belong to each other's proceedings at random, in any order."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True))
    return [draw(cases_among(case_id, ids)) for case_id in ids]


@st.composite
def cases_among(draw: st.DrawFn, case_id: str, ids: list[str]) -> Case:
    others = [other for other in ids if other != case_id]
    several = st.lists(st.sampled_from(others), unique=True, max_size=3) if others else st.just([])
    fields: dict[str, Any] = {
        "court": draw(st.sampled_from(COURTS)),
        "decided": draw(dates),
        "offences": draw(st.lists(st.sampled_from(["trafficking", "slavery", "smuggling"]), unique=True, min_size=1)),
        "cites": [{"case": other} for other in draw(several)],
        "history": [{"relation": draw(st.sampled_from(RELATIONS)), "case": other} for other in draw(several)],
        "publication": draw(publications),
        "aliases": draw(st.sampled_from([[], [f"old-{case_id}"], [f"old-{case_id}", f"older-{case_id}"]])),
    }
    return make_case(case_id, **fields)


@dataclass(frozen=True)
class Linked:
    catalogue: Catalogue
    graph: CitationGraph
    faults: list[str]


def link(cases: list[Case]) -> Linked:
    problems = Problems()
    catalogue = build_catalogue(cases, frozenset(case.id for case in cases), TODAY, problems)
    return Linked(
        catalogue,
        link_citations(catalogue, sample_vocabulary(), problems),
        [str(problem) for problem in problems],
    )


@given(libraries())
def test_a_case_cites_exactly_those_that_it_is_cited_by(cases: list[Case]) -> None:
    graph = link(cases).graph
    forwards = [citation for citations in graph.cites.values() for citation in citations]
    backwards = [citation for citations in graph.cited_by.values() for citation in citations]
    assert sorted(forwards, key=repr) == sorted(backwards, key=repr)
    assert all(citation.citing == case for case, citations in graph.cites.items() for citation in citations)
    assert all(citation.cited == case for case, citations in graph.cited_by.items() for citation in citations)


@given(libraries())
def test_every_citation_between_public_cases_is_linked_and_no_other(cases: list[Case]) -> None:
    linked = link(cases)
    public = {case.id for case in cases if is_public(case, TODAY)}
    stated = {(case.id, one.case) for case in cases for one in case.record.cites if {case.id, one.case} <= public}
    assert {(one.citing, one.cited) for citations in linked.graph.cites.values() for one in citations} == stated


@given(libraries())
def test_every_chain_holds_its_own_case_once_and_only_public_ones(cases: list[Case]) -> None:
    linked = link(cases)
    for case, chain in linked.graph.chains.items():
        members = [step.case for step in chain]
        assert members.count(case) == 1
        assert len(set(members)) == len(members)
        assert set(members) <= set(linked.catalogue.by_id)
        assert [step.relation for step in chain if step.case == case] == [None]


@given(libraries())
def test_cases_of_the_same_proceedings_show_the_same_chain(cases: list[Case]) -> None:
    chains = {
        case: [step.case for step in chain if step.relation != "related"]
        for case, chain in link(cases).graph.chains.items()
    }
    for case, chain in chains.items():
        # Cases that are merely related stand in a chain without sharing it.
        proceedings = [member for member in chain if case in chains[member]]
        assert proceedings == [member for member in chain if chains[member] == chain] == chain


@given(libraries())
def test_chains_are_in_date_order_as_far_as_the_dates_can_tell(cases: list[Case]) -> None:
    linked = link(cases)
    if any("C106" in fault for fault in linked.faults):  # contradictory statements of a file have no right order
        return
    for chain in linked.graph.chains.values():
        dated = [linked.catalogue.by_id[step.case].record.decided for step in chain]
        exact = [date.iso for date in dated]
        if all(len(iso) == 10 for iso in exact):
            assert exact == sorted(exact)


@given(libraries())
def test_what_one_end_says_is_seen_from_the_other(cases: list[Case]) -> None:
    linked = link(cases)
    if any("C106" in fault for fault in linked.faults):
        return
    seen = {(case, step.case): step.relation for case, chain in linked.graph.chains.items() for step in chain}
    for case in linked.catalogue.cases:
        for step in case.record.history:
            if step.case in linked.catalogue.by_id:
                assert seen[case.id, step.case] == step.relation
                assert seen[step.case, case.id] == sample_vocabulary().relation(step.relation).inverse


@given(libraries(), st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(cases: list[Case], random: Any) -> None:
    shuffled = random.sample(cases, len(cases))
    assert link(shuffled) == link(cases)


@given(libraries())
def test_hidden_cases_are_nowhere_and_withdrawn_ones_only_among_the_withdrawn(cases: list[Case]) -> None:
    linked = link(cases)
    catalogue = linked.catalogue
    public = {case.id for case in cases if is_public(case, TODAY)}
    withdrawn = {case.id for case in cases if case.record.publication.status == "withdrawn"}
    groups = (catalogue.by_court, catalogue.by_year, catalogue.by_offence, catalogue.by_article)
    assert {case.id for case in catalogue.cases} == set(catalogue.by_id) == public
    assert {case.id for group in groups for listed in group.values() for case in listed} <= public
    assert {case.id for case in catalogue.withdrawn} == withdrawn
    assert set(catalogue.aliases.values()) <= public | withdrawn
    named = {key for table in (linked.graph.cites, linked.graph.cited_by, linked.graph.chains) for key in table}
    assert named <= public


# ------------------------------------------------------------------------------------------------ pages


@pytest.fixture(scope="module")
def endless_settings() -> Iterator[None]:
    yield


def without_contradictions(cases: list[Case]) -> list[Case]:
    return [] if any("error[" in fault for fault in link(cases).faults) else cases


@settings(max_examples=50)
@given(libraries().map(without_contradictions), st.integers(1, 3))
def test_every_page_has_an_address_of_its_own_that_any_system_can_store(cases: list[Case], page_size: int) -> None:
    paths = [page.frame.path for page in build_pages(make_library(*cases, page_size=page_size))]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert max(len(path) for path in paths) <= 120
    assert all(set(path) <= set("abcdefghijklmnopqrstuvwxyz0123456789-./") for path in paths)
    folders = {path.rpartition("/")[0] for path in paths}
    assert folders.isdisjoint(paths)


@settings(max_examples=50)
@given(libraries().map(without_contradictions), st.integers(1, 3))
def test_every_list_shows_as_many_cases_as_it_counts(cases: list[Case], page_size: int) -> None:
    pages = {page.frame.path: page for page in build_pages(make_library(*cases, page_size=page_size))}
    lists: dict[str, list[ListPage]] = {}
    for page in pages.values():
        if isinstance(page, ListPage):
            lists.setdefault(page.frame.path.rpartition("/")[0], []).append(page)
    for shown in lists.values():
        titles = [card.href for page in sorted(shown, key=lambda page: page.pagination.number) for card in page.cards]
        assert len(set(titles)) == len(titles)
        assert {page.count_phrase for page in shown} == {f"{len(titles)} case" + ("" if len(titles) == 1 else "s")}
        assert all(isinstance(pages[href], CasePage) for href in titles)


@settings(max_examples=50)
@given(libraries().map(without_contradictions), st.randoms(use_true_random=False))
def test_pages_do_not_depend_on_the_order_of_the_files(cases: list[Case], random: Any) -> None:
    def pages(library: Library) -> list[object]:
        return list(build_pages(library))

    assert pages(make_library(*random.sample(cases, len(cases)))) == pages(make_library(*cases))


@given(libraries())
def test_a_case_has_its_page_under_its_id(cases: list[Case]) -> None:
    library = make_library(*without_contradictions(cases))
    shown = {page.frame.path for page in build_pages(library) if isinstance(page, CasePage)}
    assert shown == {urls.case("en", case_id) for case_id in library.catalogue.by_id}
