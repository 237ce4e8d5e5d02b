"""Coverage: what is held of courts of Kosovo*, and published numbers beside the library's own."""

from __future__ import annotations

from typing import Any

import pytest

from caselaw.pages.context import Library
from caselaw.problems import Problems
from caselaw.statistics.coverage import by_court, by_court_and_year, by_year, compare, holdings
from caselaw.vocabulary_files import read_vocabulary
from tests.sample_library import SampleLibrary, make_case, make_library, pages_of, said

CHARGE = {"defendant": "L.D.", "charged": "code-2003/139", "finding": "convicted"}


def own(library: Library, figure: str = "victims-2012") -> int | None:
    return next(one.own for one in compare(library.proceedings) if one.figure.id == figure)


def held(*cases: tuple[str, dict[str, Any]]) -> Library:
    return make_library(*(make_case(key, **fields) for key, fields in cases))


def test_decisions_are_counted_by_court_and_year_and_empty_years_shown() -> None:
    library = held(
        ("a", {"court": "bc-north", "decided": "2013"}),
        ("b", {"court": "bc-north", "decided": "2013-05"}),
        ("c", {"court": "sc", "decided": "2016"}),
    )
    found = holdings(library.proceedings)
    assert by_court_and_year(found) == (("sc", 2016, 1), ("bc-north", 2013, 2))
    assert by_year(found) == ((2013, 2), (2014, 0), (2015, 0), (2016, 1))


def test_courts_without_a_decision_are_listed_and_those_elsewhere_are_not() -> None:
    library = held(("a", {"court": "sc"}), ("b", {"court": "hrc"}))
    counts = {one.court: one.decisions for one in by_court(library.proceedings)}
    assert counts["sc"] == 1
    assert counts["bc-north"] == 0
    assert "hrc" not in counts


def test_a_decision_whose_date_is_not_verified_is_in_no_number() -> None:
    library = held(("a", {"court": "sc", "unverified": ["decided"]}))
    (supreme,) = (one for one in by_court(library.proceedings) if one.court == "sc")
    assert (supreme.decisions, supreme.first, supreme.excluded) == (0, None, 1)
    assert by_year(holdings(library.proceedings)) == ()


def test_victims_are_counted_once_for_all_instances() -> None:
    first = ("first", {"court": "bc-north", "decided": "2012", "victims": {"total": 5}})
    appeal = {
        "decided": "2013", "victims": {"total": 4}, "history": [{"relation": "appeal-of", "case": "first"}]
    }  # fmt: skip
    assert own(held(first, ("appeal", {"court": "ca", **appeal}))) == 4


@pytest.mark.parametrize(
    "fields",
    [
        {"decided": "2014"},  # after the time
        {"court": "hrc"},  # elsewhere
        {"offences": ["smuggling"]},
        {"unverified": ["victims"]},
        {"unverified": ["decided"]},
    ],
)
def test_victims_of_other_decisions_or_unverified_ones_are_not_counted(fields: dict[str, Any]) -> None:
    assert own(held(("a", {"court": "sc", "decided": "2012", "victims": {"total": 5}, **fields}))) == 0


def test_fewer_than_three_victims_are_never_printed() -> None:
    library = held(("a", {"court": "sc", "decided": "2012", "victims": {"total": 2}}))
    assert own(library) is None


def test_a_decision_that_may_lie_outside_the_time_is_not_counted() -> None:
    within, rough = {"decided": "2013-06-30"}, {"decided": "2013"}
    assert own(held(("a", {"court": "sc", **within})), "judgments-2013") == 1
    assert own(held(("a", {"court": "sc", **rough})), "judgments-2013") == 0
    assert own(held(("a", {"court": "bc-north", **within})), "judgments-2013") == 0


def test_an_unverified_number_is_shown_as_not_counted() -> None:
    library = held(("a", {"court": "sc"}))
    page: Any = pages_of(library)["en/statistics/coverage.html"]
    (table,) = (table for section in page.sections for table in section.tables if table.name == "published")
    assert [row.excluded is None for row in table.rows] == [True, False]
    assert page.sections[1].basis.startswith("1 published number was verified")


def test_a_time_that_ends_before_it_begins_is_reported(tmp_path: Any) -> None:
    library, problems = SampleLibrary(tmp_path), Problems()
    path = library.root / "content" / "vocabulary" / "coverage.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("since: '2012'", "since: '2019'"), encoding="utf-8")
    assert read_vocabulary(library.root, problems) is None
    assert any("ends before it begins" in problem for problem in said(problems))
