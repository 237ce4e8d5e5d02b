"""What holds of the bridge to Strasbourg in every library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from caselaw.bridge import COMPARED
from caselaw.catalogue import Catalogue
from tests.sample_library import Fields, bridged, make_case, make_catalogue

if TYPE_CHECKING:
    from random import Random

IDS = [f"case-{number}" for number in range(14)]
TOPICS = ["consent", "organ-removal", "sentencing"]


@st.composite
def fields_of(draw: st.DrawFn, case_id: str) -> Fields:
    cited = draw(st.lists(st.sampled_from([other for other in IDS if other != case_id]), unique=True, max_size=2))
    return {
        "court": draw(st.sampled_from(["sc", "ca", "hrc", "hrc"])),
        "decided": draw(st.sampled_from(["2011", "2012-05", "2013-01-02"])),
        "applies": draw(st.sampled_from([[], ["treaty/4"], ["treaty/4"], ["code-2003/139"]])),
        "topics": draw(st.lists(st.sampled_from(TOPICS), unique=True)),
        "importance": draw(st.sampled_from(["key", "normal"])),
        "cites": [{"case": other} for other in cited],
    }


libraries = st.fixed_dictionaries({case_id: fields_of(case_id) for case_id in IDS})


def catalogue_of(fields: dict[str, Fields]) -> Catalogue:
    return make_catalogue(*(make_case(case_id, **of) for case_id, of in fields.items()))


@given(libraries)
def test_a_pair_is_on_both_pages_or_on_neither_and_says_the_same(fields: dict[str, Fields]) -> None:
    found = bridged(catalogue_of(fields))
    pairs = {(case, pair.case, pair.treatment, pair.topics) for case, all_ in found.items() for pair in all_}
    assert pairs == {(other, case, treatment, topics) for case, other, treatment, topics in pairs}
    assert len(pairs) == sum(len(all_) for all_ in found.values())


@given(libraries)
def test_every_pair_has_a_domestic_end_and_another_and_a_reason(fields: dict[str, Fields]) -> None:
    for case, pairs in bridged(catalogue_of(fields)).items():
        for pair in pairs:
            courts = {fields[case]["court"], fields[pair.case]["court"]}
            home, other = (case, pair.case) if fields[pair.case]["court"] == "hrc" else (pair.case, case)
            assert len(courts & {"sc", "ca"}) == len(courts & {"hrc"}) == 1
            assert fields[other]["applies"] == ["treaty/4"]
            assert pair.cited == ({"case": other} in fields[home]["cites"])
            assert pair.cited or pair.topics
            assert set(pair.topics) <= set(fields[home]["topics"]) & set(fields[other]["topics"]) - {"sentencing"}


@given(libraries)
def test_every_citation_is_there_and_of_the_other_comparisons_only_a_few(fields: dict[str, Fields]) -> None:
    found = bridged(catalogue_of(fields))
    for case, of in fields.items():
        if of["court"] != "hrc":
            pairs = found.get(case, ())
            rights = {other for other, its in fields.items() if its["court"] == "hrc" and "treaty/4" in its["applies"]}
            assert {pair.case for pair in pairs if pair.cited} == {cited["case"] for cited in of["cites"]} & rights
            assert sum(not pair.cited for pair in pairs) <= COMPARED


@given(libraries, st.randoms(use_true_random=False))
def test_the_order_of_the_files_does_not_matter(fields: dict[str, Fields], random: Random) -> None:
    shuffled = dict(random.sample(list(fields.items()), len(fields)))
    one, other = (bridged(catalogue_of(of)) for of in (fields, shuffled))
    assert one == other
