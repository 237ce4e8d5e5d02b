"""Whatever is saved in whatever order: what the preview remembers, once settled, is what is read afresh."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from caselaw.problems import Problems
from caselaw.reading import read_preview
from caselaw.recall import Memory, afresh
from tests.sample_library import SampleLibrary, said

if TYPE_CHECKING:
    from pathlib import Path

    from caselaw.pages.context import Library
    from caselaw.recall import Recall

CASES = ("alpha", "beta", "gamma", "delta")
TITLES = ("Rantsev v. Cyprus", "Siliadin v. France", "The harbour")
SAVES = 10


def invented(draw: Random, own: str) -> dict[str, Any]:
    """Return the fields of a case as somebody may have saved it, mistakes included."""
    others = [case for case in CASES if case != own]
    fields: dict[str, Any] = {
        "title": draw.choice(TITLES),
        "court": draw.choice(["sc", "bc-south", "hrc"]),
        "decided": draw.choice(["2012", "2013-04-29", "2014-05"]),
        "case_numbers": [draw.choice(["P 309/10", "PKR 7/15", "P. nr. 309/2010"])],
        "outcome": draw.choice(["conviction", "upheld", "quashed"]),
        "topics": draw.sample(["organ-removal", "consent", "sentencing"], draw.randrange(3)),
        "applies": draw.choice([[], ["treaty/4"], ["code-2003/139"]]),
        "importance": draw.choice(["key", "normal"]),
        "cites": [{"case": case} for case in draw.sample(others, draw.randrange(3))],
        "unverified": draw.choice([[], ["outcome"]]),
        "body": f"[1] {draw.choice(['As in Rantsev v. Cyprus.', 'See P. br. 309/10.', 'Ana Berisha was heard.'])}",
    }
    if draw.random() < 0.3:
        step = {"case": draw.choice(others), "relation": draw.choice(["appeal", "appeal-of", "related"])}
        fields["history"] = [step]
    if draw.random() < 0.3:
        fields["publication"] = {"status": "draft"}
    return fields


def told(library: SampleLibrary, recall: Recall) -> tuple[list[str], object]:
    """Return what is said of a library, and what its pages say beyond the words of each case."""
    problems = Problems()
    found = read_preview(library.request(), problems, recall)
    return said(problems), found and shown(found)


def shown(library: Library) -> object:
    ids = list(library.catalogue.by_id)
    groups = (library.catalogue.by_article, library.catalogue.by_topic, library.catalogue.by_year)
    return (
        [(case.id, case.record, case.text) for case in library.catalogue.cases],
        [{key: [case.id for case in cases] for key, cases in group.items()} for group in groups],
        library.citations,
        library.references,
        {case: library.bridge.of(case) for case in ids},
        {case: library.status(case) for case in ids},
    )


@pytest.mark.parametrize("seed", range(6))
def test_what_is_remembered_is_what_is_read_afresh(seed: int, tmp_path: Path) -> None:
    draw = Random(seed)
    library, memory = SampleLibrary(tmp_path / "library"), Memory()
    paths = {case: library.add(case) for case in CASES}
    good = 0
    for _ in range(SAVES):
        case = draw.choice(CASES)
        paths[case].unlink(missing_ok=True)
        if draw.random() < 0.95:
            paths[case] = library.add(case, **invented(draw, case))
        memory.hasty = True  # as after each save …
        told(library, memory)
        memory.hasty = False  # … and a moment later
        problems, pages = told(library, memory)
        assert (problems, pages) == told(library, afresh)
        memory.forget_unused()
        good += pages is not None
    assert good, "each library had mistakes, so none was linked"
