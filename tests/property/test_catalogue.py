"""What holds for every library, whatever its cases say: generated ones, linked and turned into pages."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from caselaw import urls
from caselaw.catalogue import Catalogue, build_catalogue, is_public
from caselaw.checks import Case
from caselaw.citations import CitationGraph, link_citations
from caselaw.pages import build_pages
from caselaw.pages.model import (
    CasePage,
    ListPage,
)
from caselaw.problems import Problems
from tests.sample_library import TODAY, Fields, make_case, make_library, make_locale, said, sample_vocabulary

IDS = [f"case-{letter}" for letter in "abcdefgh"]
COURTS = ["sc", "ca", "bc-north", "dc-north", "hrc"]
OFFENCES = ["trafficking", "slavery", "smuggling"]
RELATIONS = ["appeal", "appeal-of", "retrial", "retrial-of", "joined", "related"]

dates = st.builds(
    lambda year, month, day, precision: f"{year}-{month:02}-{day:02}"[:precision],
    st.integers(2011, 2013), st.integers(1, 3), st.integers(1, 3), st.sampled_from([4, 7, 10]),
)  # fmt: skip
published = st.just({"status": "published"})
publications = st.one_of(
    published,
    published,
    st.just({"status": "draft"}),
    st.just({"status": "withdrawn", "reason": "Published by mistake."}),
    st.sampled_from(["2026-11-22", "2026-11-23", "2026-11-24"]).map(
        lambda day: {"status": "published", "embargo_until": day}
    ),
)


@dataclass(frozen=True)
class Sample:
    """Cases that cite each other and belong to each other's proceedings at random, in any order."""

    fields: dict[str, Fields]

    @cached_property
    def cases(self) -> list[Case]:
        return [make_case(case_id, **fields) for case_id, fields in self.fields.items()]

    @cached_property
    def linked(self) -> Linked:
        return link(self.cases)

    @property
    def public(self) -> set[str]:
        return {case.id for case in self.cases if is_public(case, TODAY)}

    def relations(self) -> set[tuple[str, str, str]]:
        """Return (case, other, relation) for all that is stated of two public cases."""
        steps = ((case.id, step.case, step.relation) for case in self.cases for step in case.record.history)
        return {(case, other, relation) for case, other, relation in steps if {case, other} <= self.public}


@st.composite
def fields_of(draw: st.DrawFn, case_id: str, ids: list[str]) -> Fields:
    others = [other for other in ids if other != case_id]
    several = st.lists(st.sampled_from(others), unique=True, max_size=3) if others else st.just([])
    return {
        "court": draw(st.sampled_from(COURTS)),
        "decided": draw(dates),
        "offences": draw(st.lists(st.sampled_from(OFFENCES), unique=True, min_size=1)),
        "cites": [{"case": other} for other in draw(several)],
        "history": [{"relation": draw(st.sampled_from(RELATIONS)), "case": other} for other in draw(several)],
        "publication": draw(publications),
        "aliases": draw(st.sampled_from([[], [f"old-{case_id}"], [f"old-{case_id}", f"older-{case_id}"]])),
    }


@st.composite
def samples(draw: st.DrawFn) -> Sample:
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, max_size=6))
    return Sample({case_id: draw(fields_of(case_id, ids)) for case_id in ids})


def is_consistent(sample: Sample) -> bool:
    """Whether no two statements contradict each other: only then there is one right chain."""
    return not any("error[" in fault for fault in sample.linked.faults)


libraries = samples()
consistent_libraries = samples().filter(is_consistent)


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
        said(problems),
    )


@given(libraries)
def test_a_case_cites_exactly_those_that_it_is_cited_by(sample: Sample) -> None:
    graph = sample.linked.graph
    forwards = [citation for citations in graph.cites.values() for citation in citations]
    backwards = [citation for citations in graph.cited_by.values() for citation in citations]
    assert sorted(forwards, key=repr) == sorted(backwards, key=repr)
    assert all(citation.citing == case for case, citations in graph.cites.items() for citation in citations)
    assert all(citation.cited == case for case, citations in graph.cited_by.items() for citation in citations)


@given(libraries)
def test_every_citation_between_public_cases_is_linked_and_no_other(sample: Sample) -> None:
    stated = {(case.id, one.case) for case in sample.cases for one in case.record.cites}
    linked = {(one.citing, one.cited) for citations in sample.linked.graph.cites.values() for one in citations}
    assert linked == {pair for pair in stated if set(pair) <= sample.public}


@given(libraries)
def test_every_chain_holds_its_own_case_once_and_only_public_ones(sample: Sample) -> None:
    for case, chain in sample.linked.graph.chains.items():
        members = [step.case for step in chain]
        assert members.count(case) == 1
        assert len(set(members)) == len(members)
        assert set(members) <= sample.public
        assert [step.relation for step in chain if step.case == case] == [None]


def connected(case: str, links: set[tuple[str, str]]) -> set[str]:
    """Return the case and everything that links lead to from it, in either direction."""
    reached: set[str] = set()
    frontier = {case}
    while frontier:
        reached |= frontier
        frontier = {end for link in links for end in link if not reached.isdisjoint(link)} - reached
    return reached


@given(consistent_libraries)
def test_a_chain_holds_all_proceedings_and_the_related_cases_of_its_own_case(sample: Sample) -> None:
    proceedings = {(case, other) for case, other, relation in sample.relations() if relation != "related"}
    related = {frozenset((case, other)) for case, other, relation in sample.relations() if relation == "related"}
    expected = {case: connected(case, proceedings) for case in sample.public}
    for case, members in expected.items():
        members.update(other for pair in related if case in pair for other in pair)
    chains = {case: {step.case for step in chain} for case, chain in sample.linked.graph.chains.items()}
    assert chains == {case: members for case, members in expected.items() if members != {case}}


@given(consistent_libraries)
def test_cases_of_the_same_proceedings_stand_in_the_same_order_in_each_chain(sample: Sample) -> None:
    chains = {case: [step.case for step in chain] for case, chain in sample.linked.graph.chains.items()}
    proceedings = {(case, other) for case, other, relation in sample.relations() if relation != "related"}
    for case in chains:
        together = connected(case, proceedings)
        orders = {tuple(member for member in chains[other] if member in together) for other in together & chains.keys()}
        assert len(orders) == 1


@given(consistent_libraries)
def test_chains_are_in_date_order_as_far_as_the_dates_can_tell(sample: Sample) -> None:
    for chain in sample.linked.graph.chains.values():
        dates = [sample.linked.catalogue.by_id[step.case].record.decided.iso for step in chain]
        if all(len(date) == 10 for date in dates):
            assert dates == sorted(dates)


@given(consistent_libraries)
def test_what_one_end_says_is_seen_from_the_other(sample: Sample) -> None:
    chains = sample.linked.graph.chains
    seen = {(case, step.case): step.relation for case, chain in chains.items() for step in chain}
    for case, other, relation in sample.relations():
        assert seen[case, other] == relation
        assert seen[other, case] == sample_vocabulary().relation(relation).inverse


@given(libraries, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(sample: Sample, random: Random) -> None:
    assert link(random.sample(sample.cases, len(sample.cases))) == sample.linked


@given(libraries)
def test_hidden_cases_are_nowhere_and_withdrawn_ones_only_among_the_withdrawn(sample: Sample) -> None:
    catalogue, graph = sample.linked.catalogue, sample.linked.graph
    withdrawn = {case.id for case in sample.cases if case.record.publication.status == "withdrawn"}
    groups = (catalogue.by_court, catalogue.by_year, catalogue.by_offence, catalogue.by_article)
    assert {case.id for case in catalogue.cases} == set(catalogue.by_id) == sample.public
    assert {case.id for group in groups for listed in group.values() for case in listed} <= sample.public
    assert {case.id for case in catalogue.withdrawn} == withdrawn
    assert set(catalogue.aliases.values()) <= sample.public | withdrawn
    assert {key for table in (graph.cites, graph.cited_by, graph.chains) for key in table} <= sample.public


# ------------------------------------------------------------------------------------------------ pages


@given(consistent_libraries, st.integers(1, 3))
def test_every_page_has_an_address_of_its_own_that_any_system_can_store(sample: Sample, page_size: int) -> None:
    paths = [page.frame.path for page in build_pages(make_library(*sample.cases, page_size=page_size))]
    assert len({path.casefold() for path in paths}) == len(paths)
    assert max(len(path) for path in paths) <= 120
    assert all(set(path) <= set("abcdefghijklmnopqrstuvwxyz0123456789-./") for path in paths)
    assert {path.rpartition("/")[0] for path in paths}.isdisjoint(paths)


@given(consistent_libraries, st.integers(1, 3))
def test_every_list_shows_as_many_cases_as_it_counts(sample: Sample, page_size: int) -> None:
    pages = {page.frame.path: page for page in build_pages(make_library(*sample.cases, page_size=page_size))}
    lists: dict[str, list[ListPage]] = {}
    for page in pages.values():
        if isinstance(page, ListPage):
            lists.setdefault(page.frame.path.rpartition("/")[0], []).append(page)
    for shown in lists.values():
        listed = [card.href for page in shown for card in page.cards]
        assert len(set(listed)) == len(listed)
        assert {page.count_phrase for page in shown} == {make_locale().count("count.cases", len(listed))}
        assert all(isinstance(pages[href], CasePage) for href in listed)


@given(consistent_libraries, st.randoms(use_true_random=False))
def test_pages_do_not_depend_on_the_order_of_the_files(sample: Sample, random: Random) -> None:
    shuffled = random.sample(sample.cases, len(sample.cases))
    assert list(build_pages(make_library(*shuffled))) == list(build_pages(make_library(*sample.cases)))


@given(consistent_libraries)
def test_a_case_has_its_page_under_its_id(sample: Sample) -> None:
    shown = {page.frame.path for page in build_pages(make_library(*sample.cases)) if isinstance(page, CasePage)}
    assert shown == {urls.case("en", case_id) for case_id in sample.public}
