"""What became of a case in later decisions, computed from their relations and outcomes."""

from __future__ import annotations

import pytest

from caselaw.checks import Case
from caselaw.status import UNREVIEWED, Review, Status
from tests.sample_library import Fields, make_case, make_library


def decided(case_id: str, year: int, outcome: str = "conviction", **history: str) -> Case:
    """Return a case; ``history`` names the other case by the relation, "_" for "-"."""
    steps = [{"relation": relation.replace("_", "-"), "case": case} for relation, case in history.items()]
    return make_case(case_id, decided=str(year), outcome=outcome, history=steps)


def status_of(case_id: str, *cases: Case) -> Status:
    return make_library(*cases).status(case_id)


@pytest.mark.parametrize("effect", ["upheld", "modified", "quashed", "not-upheld"])
def test_a_case_has_the_effect_that_the_outcome_of_its_appeal_stands_for(effect: str) -> None:
    found = status_of("first", decided("first", 2013, appeal="second"), decided("second", 2015, effect))
    assert found == Status(effect, (Review("second", effect),))
    assert found.is_negative == (effect != "upheld")


def test_either_end_may_state_the_relation() -> None:
    found = status_of("first", decided("first", 2013), decided("second", 2015, "quashed", appeal_of="first"))
    assert found == Status("quashed", (Review("second", "quashed"),))


def test_a_later_decision_without_a_page_counts_like_any_other() -> None:
    retrial = make_case("retrial", decided="2018", later=[{"court": "ca", "outcome": "quashed", "paragraphs": [1]}])
    found = status_of("retrial", retrial)
    assert found == Status("quashed", (Review("retrial#later-1", "quashed"),))
    unsure = make_case("a", later=[{"court": "ca", "outcome": "quashed"}], unverified=["later"])
    assert status_of("a", unsure).unverified


def test_a_review_that_a_decision_without_a_page_quashed_settles_nothing() -> None:
    first = decided("first", 2013, appeal="second")
    second = make_case("second", decided="2015", outcome="quashed", later=[{"court": "sc", "outcome": "quashed"}])
    assert status_of("first", first, second).effect == "unsettled"


def test_nothing_is_known_of_a_case_that_no_decision_reviewed() -> None:
    first, retrial = decided("first", 2013, retrial="second"), decided("second", 2015, "quashed")
    assert status_of("first", first, retrial) == UNREVIEWED
    assert status_of("second", first, retrial) == UNREVIEWED
    assert not UNREVIEWED.is_negative


def test_a_review_whose_outcome_does_not_tell_its_effect_is_shown_and_settles_nothing() -> None:
    found = status_of("first", decided("first", 2013, appeal="second"), decided("second", 2015, "conviction"))
    assert found == Status("none", (Review("second", "none"),))


def test_the_gravest_effect_counts_and_the_reviews_stand_in_the_order_of_their_dates() -> None:
    first = make_case(
        "first", decided="2013", history=[{"relation": "appeal", "case": case} for case in ("third", "second")]
    )
    found = status_of("first", first, decided("third", 2017, "upheld"), decided("second", 2015, "modified"))
    assert found == Status("modified", (Review("second", "modified"), Review("third", "upheld")))


def test_a_judgment_that_was_modified_and_then_quashed_with_its_appeal_is_quashed() -> None:
    first = decided("first", 2013, appeal="second")
    second = decided("second", 2015, "modified")
    both = [{"relation": "appeal-of", "case": case} for case in ("first", "second")]
    third = make_case("third", decided="2016", outcome="quashed", history=both)
    steps = (Review("second", "modified", ("third",)), Review("third", "quashed"))
    assert status_of("first", first, second, third) == Status("quashed", steps)
    assert status_of("second", first, second, third) == Status("quashed", (Review("third", "quashed"),))


def test_nothing_is_concluded_from_a_review_that_was_quashed_itself() -> None:
    first, second = decided("first", 2013, appeal="second"), decided("second", 2015, "upheld", appeal="third")
    found = status_of("first", first, second, decided("third", 2016, "quashed"))
    assert found == Status("unsettled", (Review("second", "upheld", ("third",)),))


def test_a_hidden_decision_tells_nothing() -> None:
    hidden = make_case("second", outcome="quashed", decided="2021", publication={"status": "draft"})
    assert status_of("first", decided("first", 2013, appeal="second"), hidden) == UNREVIEWED


def test_what_a_review_had_upheld_is_changed_where_a_higher_court_changed_that_review() -> None:
    for outcome in ("modified", "not-upheld"):
        first, second = decided("first", 2013, appeal="second"), decided("second", 2015, "upheld", appeal="third")
        found = status_of("first", first, second, decided("third", 2016, outcome))
        changed = Review("third", outcome, through="second")
        assert found == Status(outcome, (Review("second", "upheld"), changed))


def test_the_effect_is_passed_down_through_every_court_that_upheld_and_not_through_one_that_was_quashed() -> None:
    chain = [decided("a", 2011, appeal="b"), decided("b", 2012, "upheld", appeal="c")]
    last = decided("d", 2014, "modified")
    found = status_of("a", *chain, decided("c", 2013, "upheld", appeal="d"), last)
    assert (found.effect, [step.case for step in found.steps]) == ("modified", ["b", "d"])
    quashed = decided("e", 2015, "quashed", appeal_of="c")
    assert status_of("a", *chain, decided("c", 2013, "upheld", appeal="d"), last, quashed).effect == "upheld"


def test_a_review_stands_again_when_what_quashed_it_was_quashed() -> None:
    cases = [
        decided("a", 2011, appeal="b"),
        decided("b", 2012, "quashed", appeal="c"),
        decided("c", 2013, "quashed", appeal="d"),
        decided("d", 2014, "quashed"),
    ]
    assert status_of("a", *cases) == Status("quashed", (Review("b", "quashed"),))
    assert status_of("b", *cases) == Status("unsettled", (Review("c", "quashed", ("d",)),))


def test_relations_that_lead_in_a_circle_end() -> None:
    a, b, c = (
        make_case(one, decided="2013", outcome="quashed", history=[{"relation": "appeal", "case": other}])
        for one, other in (("a", "b"), ("b", "c"), ("c", "a"))
    )
    assert status_of("a", a, b, c).steps


@pytest.mark.parametrize("entry", ["outcome", "history", "history.1", "history.1.relation"])
@pytest.mark.parametrize("end", ["first", "second"])
def test_a_status_is_unverified_if_its_outcome_or_its_relation_is(entry: str, end: str) -> None:
    steps = {"first": {"relation": "appeal", "case": "second"}, "second": {"relation": "appeal-of", "case": "first"}}
    fields: dict[str, Fields] = {one: {"history": [steps[end]] if one == end else []} for one in steps}
    fields["second" if entry == "outcome" else end]["unverified"] = [entry]
    first = make_case("first", decided="2013", **fields["first"])
    second = make_case("second", decided="2015", outcome="quashed", **fields["second"])
    assert status_of("first", first, second) == Status("quashed", (Review("second", "quashed", unverified=True),), True)


def test_what_else_is_unverified_leaves_a_status_as_it_is() -> None:
    second = make_case("second", decided="2015", outcome="quashed", unverified=["kind"])
    assert not status_of("first", decided("first", 2013, appeal="second"), second).unverified


def test_an_unverified_review_makes_only_the_statuses_unverified_that_depend_on_it() -> None:
    first = decided("first", 2013, appeal="second")
    second = decided("second", 2015, "upheld", appeal="third")
    third = make_case("third", decided="2016", outcome="quashed", unverified=["outcome"])
    assert status_of("first", first, second, third) == Status(
        "unsettled", (Review("second", "upheld", ("third",)),), True
    )
    upheld = make_case("third", decided="2016", outcome="upheld", unverified=["outcome"])
    assert status_of("first", first, second, upheld) == Status("upheld", (Review("second", "upheld"),))
    assert status_of("second", first, second, upheld).unverified
