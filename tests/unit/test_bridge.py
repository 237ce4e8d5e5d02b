"""The bridge to Strasbourg: which cases are set beside each other, in which order, and what is said of each pair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from caselaw.bridge import COMPARED, Comparison
from caselaw.pages.model import CasePage
from tests.sample_library import bridged, make_case, make_catalogue, make_library, pages_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from caselaw.checks import Case


def european(case_id: str, *topics: str, **fields: Any) -> Case:
    return make_case(case_id, **{"court": "hrc", "applies": ["treaty/4"], "topics": list(topics), **fields})


def bridge(*cases: Case) -> Mapping[str, tuple[Comparison, ...]]:
    return bridged(make_catalogue(*cases))


def test_cases_that_share_a_topic_are_compared_from_both_ends() -> None:
    found = bridge(make_case("home", topics=["consent", "organ-removal"]), european("state", "consent", "sentencing"))
    assert found == {
        "home": (Comparison("state", None, ("consent",)),),
        "state": (Comparison("home", None, ("consent",)),),
    }


def test_a_case_that_the_decision_cites_is_there_whatever_its_topics_and_comes_first() -> None:
    home = make_case("home", topics=["consent"], cites=[{"case": "cited"}])
    found = bridge(home, european("cited"), european("state", "consent"))
    assert found["home"] == (Comparison("cited", "cited", ()), Comparison("state", None, ("consent",)))
    assert found["cited"] == (Comparison("home", "cited", ()),)


def test_a_topic_that_says_nothing_by_itself_joins_no_cases() -> None:
    assert bridge(make_case("home", topics=["sentencing"]), european("state", "sentencing")) == {}


def test_only_cases_on_the_articles_of_the_courts_level_are_compared() -> None:
    other = european("state", "consent", applies=["code-2003/139"])
    assert bridge(make_case("home", topics=["consent"], cites=[{"case": "state"}]), other) == {}
    findings = [{"provision": "treaty/4", "result": "violation"}]
    assert "home" in bridge(make_case("home", topics=["consent"]), european("state", "consent", findings=findings))


def test_two_domestic_cases_or_two_european_ones_are_not_compared() -> None:
    assert bridge(make_case("home", topics=["consent"]), make_case("other", topics=["consent"])) == {}
    assert bridge(european("state", "consent"), european("other", "consent", cites=[{"case": "state"}])) == {}


def test_more_topics_in_common_come_first_then_importance_then_the_newest() -> None:
    found = bridge(
        make_case("home", topics=["consent", "organ-removal"]),
        european("new", "consent", decided="2020"),
        european("old", "consent", decided="2010"),
        european("key", "consent", decided="2001", importance="key"),
        european("both", "organ-removal", "consent", decided="2000"),
    )
    assert [pair.case for pair in found["home"]] == ["both", "key", "new", "old"]


def test_a_domestic_case_is_compared_with_a_few_only_and_the_others_do_not_show_it_either() -> None:
    others = [european(f"state-{number}", "consent", decided=f"{2000 + number}") for number in range(COMPARED + 2)]
    home = make_case("home", topics=["consent"], cites=[{"case": "state-0"}])
    found = bridge(home, *others)
    shown = [pair.case for pair in found["home"]]
    assert shown == ["state-0", *(f"state-{number}" for number in range(COMPARED + 1, 1, -1))]
    assert "state-1" not in found


def test_drafts_are_compared_with_nothing() -> None:
    draft = european("state", "consent", publication={"status": "draft"})
    assert bridge(make_case("home", topics=["consent"], cites=[{"case": "state"}]), draft) == {}


def test_the_page_of_a_case_says_which_comparison_is_the_editors() -> None:
    home = make_case("home", topics=["consent"], cites=[{"case": "cited"}])
    pages = pages_of(make_library(home, european("cited"), european("state", "consent", outcome="violation")))
    section = cast(CasePage, pages["en/cases/home.html"]).bridge
    assert section is not None
    assert section.heading == "Strasbourg"
    assert [
        (row.link.href, row.cited and row.cited.text, [topic.href for topic in row.topics]) for row in section.rows
    ] == [
        ("en/cases/cited.html", "Cited by the court", []),
        ("en/cases/state.html", None, ["en/topics/consent/index.html"]),
    ]
    back = cast(CasePage, pages["en/cases/state.html"]).bridge
    assert back is not None
    assert (back.heading, [row.link.href for row in back.rows]) == (
        "Kosovo* cases with a topic in common",
        ["en/cases/home.html"],
    )
    assert cast(CasePage, pages_of(make_library(home_alone()))["en/cases/home.html"]).bridge is None


def test_the_page_says_how_the_court_treats_a_case_and_what_of_it_is_unverified() -> None:
    cites = [{"case": "cited", "treatment": "distinguished"}, {"case": "other"}]
    home = make_case("home", cites=cites, unverified=["cites.1"])
    pages = pages_of(make_library(home, european("cited"), european("other")))
    for path, rows in {
        "en/cases/home.html": {"Cited by the court: Distinguished": True, "Cited by the court": False},
        "en/cases/cited.html": {"Cited by the court: Distinguished": True},
    }.items():
        page = cast(CasePage, pages[path])
        assert page.bridge is not None
        assert {row.cited and row.cited.text: row.unverified for row in page.bridge.rows} == rows
    page = cast(CasePage, pages["en/cases/home.html"])
    assert {row.link.label.text: row.unverified for row in page.cites} == {"Cited": True, "Other": False}


def home_alone() -> Case:
    return make_case("home", topics=["consent"])
