"""On 1,000 generated libraries: no link is wrong, both ends say the same, and a status follows from the relations."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from caselaw.catalogue import build_catalogue
from caselaw.citations import link_citations
from caselaw.markdown import Text, TextBlock
from caselaw.problems import Problems
from caselaw.references import link_references
from caselaw.schema import Citation, HistoryStep, Publication
from caselaw.status import Statuses
from caselaw.values import PartialDate
from tests.sample_library import TODAY, make_case, sample_vocabulary

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from caselaw.catalogue import Catalogue
    from caselaw.checks import Case
    from caselaw.citations import CitationGraph
    from caselaw.references import References

SEEDS = range(1000)
BASE = make_case("base")
GENERIC = "The harbour"  # counts only in emphasis
# Each row is one name in several spellings; few enough that cases come to share them.
NUMBERS = (
    ("P 309/10", "P. nr. 309/2010", "P.br.309/10"),
    ("PKR 7/15", "PKR.nr. 7/2015"),
    ("25965/04", "25965/2004"),
    ("Pml.Kzz 92/2016", "Pml. Kzz. 92/16"),
    ("AP 309/10", "AP no. 309/10"),
)
TITLES = (
    ("Rantsev v. Cyprus and Russia", "Rantsev v Cyprus and Russia"),
    ("Siliadin v. France", "Siliadin v.\nFrance"),
    ("S.M. v. Croatia", "S.M. v Croatia"),
    (GENERIC, GENERIC),
)
# What names no case, or none that a generated library has.
NOISE = (
    "PPS 41/09", "no. 12345/06", "Law no. 04/L-082", "UNMIK/REG/2003/25", "2011/36/EU", "12/12/2010", "EUR 15/20",
    "GJ.P 309/10", "Siliadin v. Belgium", "Rantsev v. Cyprus", "Mr Rantsev", "ECLI:CE:ECHR:2011:0107JUD002596504",
)  # fmt: skip
EFFECTS = ("conviction", "upheld", "modified", "quashed", "not-upheld")


@dataclass(frozen=True)
class Generated:
    """A library with what was written into its texts: (case, paragraph, row of the name or None)."""

    cases: tuple[Case, ...]
    written: tuple[tuple[str, int, tuple[str, ...] | None], ...]

    def owners(self, row: tuple[str, ...]) -> set[str]:
        """Return the cases, hidden ones too, that have this name."""
        return {case.id for case in self.cases if row[0] in (*case.record.case_numbers, case.record.title)}


@dataclass(frozen=True)
class Linked:
    catalogue: Catalogue
    graph: CitationGraph
    references: References
    statuses: Statuses


def generate(seed: int) -> Generated:
    random = Random(seed)
    ids = [f"case-{letter}" for letter in "abcdef"[: random.randint(2, 6)]]
    names = [name for row in (*NUMBERS, *TITLES) for name in row]
    written: list[tuple[str, int, tuple[str, ...] | None]] = []
    cases = []
    for place, case_id in enumerate(ids):
        blocks = []
        for number in range(1, 4):
            words = random.choice((*names, *names, *NOISE))
            row = next((row for row in (*NUMBERS, *TITLES) if words in row), None)
            written.append((case_id, number, row))
            form = "<em>{}</em>" if words == GENERIC else random.choice(("<em>{}</em>", "{}", "({})"))
            lead = "application no. " if words[0].isdigit() else ""
            html = f"as in {lead}{form} it was said".format(words)
            blocks.append(TextBlock("paragraph", html, number))
        others = [other for other in ids if other != case_id]
        fields = {
            "title": random.choice(TITLES)[0] if random.random() < 0.5 else f"Case {place}",
            "case_numbers": (random.choice(NUMBERS)[0],) if random.random() < 0.6 else (),
            "decided": PartialDate(2000 + place),
            "outcome": random.choice(EFFECTS),
            "cites": tuple(Citation(case=case) for case in random.sample(others, random.randint(0, len(others)))),
            "publication": Publication(status="published" if random.random() < 0.8 else "draft"),
        }
        text = Text(tuple(blocks), (1, 2, 3), ())
        cases.append(
            replace(BASE, id=case_id, path=f"{case_id}.md", record=BASE.record.model_copy(update=fields), text=text)
        )
    return Generated(tuple(with_history(cases, random)), tuple(written))


def with_history(cases: list[Case], random: Random) -> list[Case]:
    """Return the cases with relations, each stated once, at either end."""
    steps: dict[str, tuple[HistoryStep, ...]] = {case.id: () for case in cases}
    for later, one in enumerate(cases):
        for other in cases[:later]:
            if random.random() < 0.4:
                relation = random.choice(("appeal", "retrial"))
                if random.random() < 0.5:
                    steps[other.id] += (HistoryStep(relation=relation, case=one.id),)
                else:
                    steps[one.id] += (HistoryStep(relation=f"{relation}-of", case=other.id),)
    return [replace(case, record=case.record.model_copy(update={"history": steps[case.id]})) for case in cases]


def link(library: Generated) -> Linked:
    problems, vocabulary = Problems(), sample_vocabulary()
    catalogue = build_catalogue(library.cases, frozenset(case.id for case in library.cases), TODAY, problems)
    hidden = [case for case in library.cases if case.id not in catalogue.by_id]
    graph = link_citations(catalogue, vocabulary, problems, hidden)
    references = link_references(catalogue, graph, vocabulary, problems, hidden)
    return Linked(catalogue, graph, references, Statuses(catalogue, graph, vocabulary))


@pytest.fixture(scope="module")
def libraries() -> list[tuple[Generated, Linked]]:
    return [(library, link(library)) for library in map(generate, SEEDS)]


Libraries = list[tuple[Generated, Linked]]


def test_a_case_cites_exactly_those_that_it_is_cited_by(libraries: Libraries) -> None:
    for _, linked in libraries:
        forwards = {one for found in linked.graph.cites.values() for one in found}
        assert forwards == {one for found in linked.graph.cited_by.values() for one in found}
        assert all(one.citing == case for case, found in linked.graph.cites.items() for one in found)
        assert all(one.cited == case for case, found in linked.graph.cited_by.items() for one in found)


def test_a_case_mentions_exactly_those_that_it_is_mentioned_by(libraries: Libraries) -> None:
    for _, linked in libraries:
        references = linked.references
        forwards = {one for found in references.mentions.values() for one in found}
        assert forwards == {one for found in references.mentioned_by.values() for one in found}
        assert all(one.citing == case for case, found in references.mentions.items() for one in found)
        assert all(one.mentioned == case for case, found in references.mentioned_by.items() for one in found)
        links = {
            (case, link.case) for (case, _), found in references.links.items() for row in found.values() for link in row
        }
        assert {(one.citing, one.mentioned) for one in forwards} == links


def test_what_names_one_public_case_is_linked_to_it_and_nothing_else_is(libraries: Libraries) -> None:
    linked_at_all = 0
    for library, linked in libraries:
        for case_id, number, row in library.written:
            if case_id not in linked.catalogue.by_id:
                continue
            owners = library.owners(row) if row else set()
            wanted = owners if len(owners) == 1 and owners <= linked.catalogue.by_id.keys() - {case_id} else set()
            found = linked.references.links_in(case_id, "en").get(number - 1, ())
            assert {link.case for link in found} == wanted, (case_id, number, row, owners)
            linked_at_all += len(found)
    assert linked_at_all > 500


def test_the_words_of_a_link_are_the_name_of_its_case(libraries: Libraries) -> None:
    for library, linked in libraries:
        by_id = {case.id: case for case in library.cases}
        for (case_id, _), blocks in linked.references.links.items():
            for index, links in blocks.items():
                for one in links:
                    words = by_id[case_id].text.blocks[index].html[one.start : one.end]
                    (row,) = (row for row in (*NUMBERS, *TITLES) if words in row)
                    assert library.owners(row) == {one.case}


def reviews_of(library: Generated, public: Container[str]) -> set[tuple[str, str]]:
    """Return the pairs of case and review that are public, whichever end states them."""
    stated = {(case.id, step.case, step.relation) for case in library.cases for step in case.record.history}
    pairs = {(one, other) for one, other, relation in stated if relation == "appeal"}
    pairs |= {(other, one) for one, other, relation in stated if relation == "appeal-of"}
    return {(one, by) for one, by in pairs if one in public and by in public}


def fate(case_id: str, reviews: set[tuple[str, str]], outcomes: Mapping[str, str]) -> set[str]:
    """Return the effects that count for a case: those of reviews that stand, and what became of what they upheld."""
    found = set()
    for by in (by for one, by in reviews if one == case_id):
        later = fate(by, reviews, outcomes)
        if "quashed" not in later:
            found |= {outcomes[by]} - {"conviction"}
            found |= later & {"modified", "not-upheld"} if outcomes[by] == "upheld" else set()
    return found


def test_a_case_is_quashed_exactly_if_a_public_review_that_stands_quashed_it(libraries: Libraries) -> None:
    seen = set()
    for library, linked in libraries:
        public = linked.catalogue.by_id
        reviews = reviews_of(library, public)
        outcomes = {case_id: case.record.outcome for case_id, case in public.items()}
        for case_id in public:
            status, counting = linked.statuses.of(case_id), fate(case_id, reviews, outcomes)
            direct = {by for one, by in reviews if one == case_id}
            gravest = next(
                (effect for effect in ("quashed", "modified", "not-upheld", "upheld") if effect in counting), ""
            )
            known = any(outcomes[by] != "conviction" for by in direct)
            assert status.effect == (gravest or ("unsettled" if known else "none"))
            assert {step.case for step in status.steps if step.through is None} == direct
            assert [step.case for step in status.steps] == sorted(step.case for step in status.steps)
            assert not status.unverified
            seen.add((status.effect, any(step.through for step in status.steps)))
    assert {effect for effect, _ in seen} == {"none", "upheld", "modified", "quashed", "not-upheld", "unsettled"}
    assert {effect for effect, passed_on in seen if passed_on} >= {"modified", "not-upheld"}
