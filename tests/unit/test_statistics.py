"""What courts decide: what counts, sentences against the law, verdicts, compensation, rights, time."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from caselaw.checks import Case
from caselaw.pages.context import Library
from caselaw.statistics.compensation import Result, count_ledger, ledger
from caselaw.statistics.counting import Excluded, Finality, Proceedings, count_charges, excluded_by_reason
from caselaw.statistics.durations import Stage, times
from caselaw.statistics.rights import child_victims, count_measures, measures, pleas
from caselaw.statistics.sentences import Position, SentenceMark, in_months, mark_sentences
from caselaw.statistics.small_cells import suppress_small
from caselaw.statistics.verdicts import Ending, trafficking_verdicts
from caselaw.status import Statuses
from caselaw.values import parse_duration
from tests.sample_library import make_case, make_library


def charge(defendant: str = "A.B.", finding: str = "convicted", **fields: Any) -> dict[str, Any]:
    return {"defendant": defendant, "charged": "code-2003/139", "finding": finding, **fields}


def sentence(term: str, **fields: Any) -> dict[str, Any]:
    return {"imprisonment": term, **fields}


def proceedings(library: Library) -> Proceedings:
    statuses = Statuses(library.catalogue, library.citations, library.vocabulary)
    return Proceedings(library.catalogue, library.citations, statuses, library.vocabulary)


def counted(*cases: Case) -> dict[tuple[str, int], Excluded | None]:
    found = count_charges(proceedings(make_library(*cases)))
    return {(one.case.id, one.number): one.excluded for one in found}


def first(case_id: str = "first", decided: str = "2015-01-01", **fields: Any) -> Case:
    return make_case(case_id, **{"court": "bc-north", "decided": decided, "charges": [charge()], **fields})


def appeal(outcome: str, **fields: Any) -> Case:
    history = [{"relation": "appeal-of", "case": "first"}]
    return make_case("second", court="ca", decided="2016-01-01", outcome=outcome, history=history, **fields)


# ------------------------------------------------------------------------------------------------------- what counts


def test_a_decision_that_nobody_reviewed_counts() -> None:
    assert counted(first()) == {("first", 1): None}


def test_of_two_decisions_on_the_same_defendant_the_later_counts() -> None:
    found = counted(first(), appeal("modified", charges=[charge()]))
    assert found == {("first", 1): Excluded.SUPERSEDED, ("second", 1): None}


def test_a_decision_that_was_upheld_counts_where_the_later_one_says_nothing_of_the_defendant() -> None:
    assert counted(first(), appeal("upheld")) == {("first", 1): None}


def test_a_quashed_decision_does_not_count() -> None:
    assert counted(first(), appeal("quashed")) == {("first", 1): Excluded.QUASHED}


def test_a_decision_that_was_changed_counts_no_more_though_the_change_is_not_known() -> None:
    found = counted(first(charges=[charge("A.B."), charge("C.D.")]), appeal("modified", charges=[charge("A.B.")]))
    assert found == {("first", 1): Excluded.SUPERSEDED, ("first", 2): Excluded.CHANGED, ("second", 1): None}


def test_labels_that_are_no_initials_and_differ_are_never_counted_in_both_decisions() -> None:
    found = counted(first(charges=[charge("first accused")]), appeal("upheld", charges=[charge("defendant 1")]))
    assert found == {("first", 1): Excluded.SUPERSEDED, ("second", 1): None}


def test_a_decision_all_reviews_of_which_were_quashed_is_unsettled() -> None:
    third = make_case(
        "third",
        court="sc",
        decided="2017-01-01",
        outcome="quashed",
        history=[{"relation": "appeal-of", "case": "second"}],
    )
    found = counted(first(), appeal("upheld", charges=[charge("A.B.")]), third)
    assert found == {("first", 1): Excluded.UNSETTLED, ("second", 1): Excluded.QUASHED}


@pytest.mark.parametrize("path", ["charges", "charges.1", "charges.1.finding"])
def test_what_is_not_verified_does_not_count(path: str) -> None:
    assert counted(first(unverified=[path])) == {("first", 1): Excluded.UNVERIFIED}


def test_an_unverified_review_makes_what_it_reviewed_unverified() -> None:
    assert counted(first(), appeal("quashed", unverified=["outcome"]))[("first", 1)] is Excluded.QUASHED
    assert counted(first(), appeal("upheld", unverified=["outcome"]))[("first", 1)] is Excluded.UNVERIFIED


def test_a_joined_or_related_decision_supersedes_nothing() -> None:
    other = make_case(
        "other",
        court="bc-north",
        decided="2016-01-01",
        charges=[charge()],
        history=[{"relation": "related", "case": "first"}],
    )
    assert counted(first(), other) == {("first", 1): None, ("other", 1): None}


def test_what_is_left_out_is_counted_by_reason() -> None:
    library = make_library(
        first(charges=[charge("A.B."), charge("C.D.")]), appeal("modified", charges=[charge("A.B.")])
    )
    found = excluded_by_reason(count_charges(proceedings(library)))
    assert found == {Excluded.SUPERSEDED: 1, Excluded.CHANGED: 1}


def test_a_decision_is_final_where_it_was_upheld_and_else_nobody_knows() -> None:
    def finality(*cases: Case) -> Finality:
        return count_charges(proceedings(make_library(*cases)))[-1].finality

    assert finality(first()) is Finality.NOT_KNOWN
    assert finality(first(), appeal("upheld")) is Finality.FINAL
    assert finality(first(), appeal("quashed")) is Finality.PENDING


def test_each_charge_is_final_or_open_by_itself() -> None:
    one = first(dates={"final": "2015-06-01"}, charges=[charge("A.B."), charge("C.D.", "acquitted")])
    sent_back = one.record.charges[0].model_copy(update={"finding": "remitted"})
    one = replace(one, record=one.record.model_copy(update={"charges": (sent_back, one.record.charges[1])}))
    found = count_charges(proceedings(make_library(one)))
    assert [counted.finality for counted in found] == [Finality.PENDING, Finality.FINAL]


def test_a_verified_date_makes_a_decision_final() -> None:
    def finality(**fields: Any) -> Finality:
        one = first(dates={"final": "2015-06-01"}, **fields)
        return count_charges(proceedings(make_library(one)))[0].finality

    assert finality() is Finality.FINAL
    assert finality(unverified=["dates.final"]) is Finality.NOT_KNOWN


def test_a_decision_that_was_tried_again_counts_no_more_though_nobody_says_that_it_was_quashed() -> None:
    again = make_case("second", decided="2016-01-01", history=[{"relation": "retrial-of", "case": "first"}])
    assert counted(first(), again) == {("first", 1): Excluded.CHANGED}


def test_what_rests_on_an_unverified_paragraph_does_not_count() -> None:
    one = first(charges=[charge(paragraphs=[1])], body="[1] He was convicted.", unverified=["p1"])
    assert counted(one) == {("first", 1): Excluded.UNVERIFIED}


# ------------------------------------------------------------------------------------------ sentences against the law


def marks(*charges: dict[str, Any], **fields: Any) -> tuple[SentenceMark, ...]:
    library = make_library(first(charges=list(charges), **fields))
    return mark_sentences(count_charges(proceedings(library)), library.vocabulary)


@pytest.mark.parametrize(
    ("term", "position"),
    [
        ("1 year 11 months", Position.BELOW),
        (
            "1 year 11 months 29 days",
            Position.WITHIN,
        ),  # a begun month is a month: no sentence is called low by rounding
        ("2 years", Position.WITHIN),
        ("12 years", Position.WITHIN),
        ("12 years 1 month", Position.ABOVE),
        ("life", Position.ABOVE),
    ],
)
def test_a_sentence_lies_below_within_or_above_the_verified_range(term: str, position: Position) -> None:
    (mark,) = marks(charge(sentence=sentence(term)))
    assert mark.position is position
    assert mark.range
    # The form for children is not verified and takes no part.
    assert (mark.range.minimum, mark.range.maximum, len(mark.range.forms)) == (24, 144, 1)


@pytest.mark.parametrize("charged", ["code-2003/140", "code-2012/171", "trafficking", "unknown"])
def test_without_a_verified_range_a_sentence_is_compared_with_nothing(charged: str) -> None:
    (mark,) = marks(charge(charged=charged, sentence=sentence("1 year")))
    assert (mark.position, mark.range) == (Position.NO_RANGE, None)


def test_the_range_is_that_of_what_the_court_convicted_of() -> None:
    (mark,) = marks(charge(charged="code-2012/171", convicted_of="code-2003/139", sentence=sentence("1 year")))
    assert (mark.position, mark.law, mark.offence) == (Position.BELOW, "code-2003", "trafficking")


def test_a_fine_alone_is_no_mark_and_suspension_is_kept() -> None:
    found = marks(
        charge("A.B.", sentence={"fine": "100 EUR"}),
        charge("C.D.", sentence=sentence("3 years", suspended="yes")),
        charge("E.F.", finding="acquitted"),
    )
    assert [(mark.counted.number, mark.suspended) for mark in found] == [(2, True)]


def test_one_sentence_that_stands_with_several_charges_is_marked_as_shared() -> None:
    found = marks(
        charge(sentence=sentence("3 years")),
        charge(charged="code-2003/274", sentence=sentence("3 years")),
        charge("C.D.", sentence=sentence("3 years")),
    )
    assert [mark.shared for mark in found] == [True, True, False]
    assert [mark.counted.excluded for mark in found] == [None, Excluded.SHARED, None]


def test_a_shared_sentence_is_counted_with_trafficking_and_where_it_is_verified() -> None:
    shared = sentence("3 years")
    found = marks(charge(charged="code-2003/274", sentence=shared), charge(sentence=shared))
    assert [mark.counted.excluded for mark in found] == [Excluded.SHARED, None]
    found = marks(
        charge(charged="code-2003/274", sentence=shared), charge(sentence=shared), unverified=["charges.2.sentence"]
    )
    assert [mark.counted.excluded for mark in found] == [None, Excluded.UNVERIFIED]


def test_a_sentence_for_a_re_qualified_offence_that_is_not_known_is_compared_with_nothing() -> None:
    (mark,) = marks(charge(finding="reclassified", sentence=sentence("1 year")))
    assert (mark.offence, mark.law, mark.position) == (None, None, Position.NO_RANGE)


def test_forty_years_are_not_life() -> None:
    forty, life = (in_months(parse_duration(term)) for term in ("40 years", "life"))
    assert forty == 480
    assert life > forty


def test_terms_are_compared_in_months() -> None:
    assert [in_months(parse_duration(term)) for term in ("1 year 6 months", "45 days", "30 days")] == [18, 2, 1]


# --------------------------------------------------------------------------------------------- from charge to verdict


@pytest.mark.parametrize(
    ("fields", "ending", "convicted_of"),
    [
        ({}, Ending.TRAFFICKING, "trafficking"),
        ({"finding": "acquitted"}, Ending.ACQUITTED, None),
        ({"finding": "reclassified", "convicted_of": "smuggling"}, Ending.OTHER, "smuggling"),
        ({"finding": "convicted", "convicted_of": "smuggling"}, Ending.OTHER, "smuggling"),
        ({"finding": "reclassified", "convicted_of": "slavery"}, Ending.TRAFFICKING, "slavery"),
        ({"finding": "reclassified", "convicted_of": "code-2003/140"}, Ending.NOT_KNOWN, None),
        ({"finding": "reclassified"}, Ending.NOT_KNOWN, None),
    ],
)
def test_a_charge_of_trafficking_ends_in_one_way(fields: dict[str, Any], ending: Ending, convicted_of: str) -> None:
    library = make_library(first(charges=[charge(**fields)]))
    (verdict,) = trafficking_verdicts(count_charges(proceedings(library)), library.vocabulary)
    assert (verdict.charged, verdict.ending, verdict.convicted_of) == ("trafficking", ending, convicted_of)


@pytest.mark.parametrize("charged", ["smuggling", "unknown", "code-2003/140"])
def test_what_was_not_charged_as_trafficking_is_not_in_the_table(charged: str) -> None:
    library = make_library(first(charges=[charge(charged=charged)]))
    assert trafficking_verdicts(count_charges(proceedings(library)), library.vocabulary) == ()


# ------------------------------------------------------------------------------------------------------- compensation


def test_the_ledger_holds_every_claim_with_what_became_of_it() -> None:
    claims = [
        {"to": "victims", "claimed": "500 EUR", "awarded": "200 EUR", "head": "damage", "paid": "0 EUR"},
        {"to": "victims", "awarded": "0 EUR"},
        {"to": "victims", "awarded": "0 EUR", "referred_to_civil": "yes"},
        {"to": "victims", "claimed": "unknown", "awarded": "unknown", "referred_to_civil": "yes"},
        {"to": "victims"},
        {"to": "victims", "awarded": "9 EUR", "proceedings": "civil"},
        {"to": "victims", "awarded": "5 EUR", "head": "costs"},
        {"to": "victims", "awarded": "7 EUR"},
    ]
    strasbourg = make_case("hr", court="hrc", compensation=[{"to": "applicant", "awarded": "8000 EUR"}])
    library = make_library(first(compensation=claims, unverified=["compensation.8.awarded"]), strasbourg)
    rows = ledger(proceedings(library))
    assert [(row.case.id, row.number, row.proceedings, row.result, row.counted) for row in rows] == [
        ("hr", 1, "human-rights", Result.AWARDED, True),
        ("first", 1, "criminal", Result.AWARDED, True),
        ("first", 2, "criminal", Result.REFUSED, True),
        ("first", 3, "criminal", Result.REFERRED, True),
        ("first", 4, "criminal", Result.REFERRED, True),
        ("first", 5, "criminal", Result.NOT_KNOWN, True),
        ("first", 6, "civil", Result.AWARDED, True),
        ("first", 7, "criminal", Result.AWARDED, True),
        ("first", 8, "criminal", Result.AWARDED, False),
    ]
    criminal, civil, human_rights = count_ledger(rows)
    assert (criminal.proceedings, criminal.claims, criminal.cases, criminal.excluded, criminal.paid) == (
        "criminal",
        5,
        1,
        1,
        0,
    )
    assert criminal.results == {Result.AWARDED: 1, Result.REFUSED: 1, Result.REFERRED: 2, Result.NOT_KNOWN: 1}
    assert (civil.claims, human_rights.claims) == (1, 1)
    assert isinstance(rows[1].claim.paid, object)
    assert rows[1].claim.paid.amount == Decimal(0)  # type: ignore[union-attr]


def test_a_claim_that_a_later_decision_tells_of_again_is_counted_once() -> None:
    claim = {"to": "victims", "awarded": "200 EUR"}
    library = make_library(first(charges=[charge()], compensation=[claim]), appeal("upheld", compensation=[claim]))
    assert [row.excluded for row in ledger(proceedings(library))] == [None, None]  # one in no known proceedings
    later = appeal("upheld", charges=[charge()], compensation=[claim])
    library = make_library(first(compensation=[claim]), later)
    assert {row.case.id: row.excluded for row in ledger(proceedings(library))} == {
        "first": Excluded.SUPERSEDED,
        "second": None,
    }
    library = make_library(first(compensation=[claim]), appeal("quashed"))
    assert [row.excluded for row in ledger(proceedings(library))] == [Excluded.QUASHED]


# ------------------------------------------------------------------------------------------------------------- rights


def test_pleas_and_measures_are_listed_and_only_verified_ones_counted() -> None:
    one = first(
        non_punishment={"raised_by": "defence", "result": "refused"},
        protection=[
            {"measure": "anonymous-witness", "result": "granted"},
            {"measure": "anonymous-witness", "result": "refused"},
            {"measure": "anonymous-witness", "result": "granted"},
        ],
        unverified=["non_punishment", "protection.3"],
    )
    known = proceedings(make_library(one))
    assert [plea.counted for plea in pleas(known)] == [False]
    found = measures(known)
    assert [measure.counted for measure in found] == [True, True, False]
    assert count_measures(found) == {("anonymous-witness", "granted"): 1, ("anonymous-witness", "refused"): 1}


def test_victims_are_added_up_over_cases_and_small_numbers_suppressed() -> None:
    one = first(victims={"total": 9, "adults": 8, "children": 1})
    two = first("two", victims={"adults": 5, "children": 3}, unverified=["victims"])
    three = first("three", aggravating=["child-victim"])
    four = first("four", victims={"adults": 7})  # how many of them were children is not known
    found = child_victims(proceedings(make_library(one, two, three, four)))
    assert {one.case.id: one.excluded for one in found.cases} == {
        "first": None,
        "two": Excluded.UNVERIFIED,
        "three": None,
    }
    assert found.known == 1
    assert found.victims == {"children": None, "adults": None}  # the one from the sum of both would be told


@pytest.mark.parametrize(
    ("cells", "printed"),
    [
        ({"a": 0, "b": 3}, {"a": 0, "b": 3}),
        ({"a": 1, "b": 9, "c": 4}, {"a": None, "b": 9, "c": None}),
        ({"a": 1, "b": 2, "c": 4}, {"a": None, "b": None, "c": 4}),
        ({"a": 1, "b": 1, "c": 4}, {"a": None, "b": None, "c": None}),  # the sum of two ones tells both
        ({"a": 2}, {"a": None}),
        ({}, {}),
    ],
)
def test_a_small_cell_and_another_one_are_not_printed(cells: dict[str, int], printed: dict[str, int | None]) -> None:
    assert suppress_small(cells) == printed


def test_the_same_victims_in_two_decisions_are_counted_once() -> None:
    victims = {"adults": 4, "children": 5}
    found = child_victims(proceedings(make_library(first(victims=victims), appeal("upheld", victims=victims))))
    assert found.victims == {"adults": 4, "children": 5}
    assert [(one.case.id, one.excluded) for one in found.cases] == [("second", None), ("first", Excluded.SUPERSEDED)]


def test_a_plea_and_a_measure_that_a_later_decision_tells_of_again_are_counted_once() -> None:
    told: dict[str, Any] = {
        "non_punishment": {"raised_by": "defence", "result": "refused"},
        "protection": [{"measure": "anonymous-witness", "result": "granted"}],
    }
    known = proceedings(make_library(first(**told), appeal("upheld", **told)))
    assert [plea.excluded for plea in pleas(known)] == [None, Excluded.SUPERSEDED]
    assert count_measures(measures(known)) == {("anonymous-witness", "granted"): 1}
    # A sentence that was reduced leaves the measures of the trial as they were.
    known = proceedings(make_library(first(**told), appeal("modified")))
    assert [measure.excluded for measure in measures(known)] == [None]
    assert [plea.excluded for plea in pleas(known)] == [Excluded.CHANGED]


# --------------------------------------------------------------------------------------------------------------- time


def test_the_first_known_decision_is_no_first_instance_where_it_reviewed_another() -> None:
    dates = {"indictment": "2013-03-01"}
    alone = first(outcome="upheld", dates=dates)
    by_stage = {found.stage: found for found in times(proceedings(make_library(alone)))}
    assert by_stage[Stage.FIRST_INSTANCE].times == ()


def test_a_decision_that_sends_the_case_back_is_not_the_last() -> None:
    by_stage = {found.stage: found for found in times(proceedings(make_library(first(), appeal("quashed"))))}
    assert by_stage[Stage.FINAL].times == ()


def test_times_are_told_where_both_dates_are_known_and_verified() -> None:
    one = first(dates={"offence_from": "2012-01", "offence_until": "2012-11-30", "indictment": "2013-03-01"})
    two = first("two", "2014-05-05", dates={"indictment": "2013-03-01"}, unverified=["dates.indictment"])
    three = first("three", "2014", charges=[])  # nobody is charged: no criminal proceedings
    library = make_library(one, two, three, appeal("upheld"))
    by_stage = {found.stage: found for found in times(proceedings(library))}
    indictment, instance, final = (by_stage[stage] for stage in Stage)
    assert [(found.case.id, found.months, found.rough) for found in indictment.times] == [("first", 4, False)]
    assert (indictment.without, indictment.shortest, indictment.median, indictment.longest) == (1, 4, 4, 4)
    assert [(found.case.id, found.months) for found in instance.times] == [("first", 22)]
    assert [(found.case.id, found.months) for found in final.times] == [("second", 12)]
