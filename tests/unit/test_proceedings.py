"""What a page tells of the proceedings: the banner at its head, the mark in lists, the steps of the timeline."""

from __future__ import annotations

from typing import Any

from caselaw.checks import Case
from caselaw.pages.law_parts import Checked
from caselaw.pages.model import CasePage, ListPage
from caselaw.pages.parts import Label, StatusMark
from caselaw.pages.proceedings_parts import Step, StepSentence
from tests.sample_library import Fields, make_case, make_library, pages_of


def charge(defendant: str, finding: str, years: int | None = None, **fields: Any) -> Fields:
    sentence = {"sentence": {"imprisonment": f"{years} years"}} if years else {}
    return {"defendant": defendant, "charged": "code-2003/139", "finding": finding, **sentence, **fields}


def history(**relations: str) -> list[Fields]:
    return [{"relation": relation.replace("_", "-"), "case": case} for relation, case in relations.items()]


FIRST = make_case(
    "first",
    decided="2013",
    court="bc-north",
    case_numbers=["P 1/12"],
    charges=[
        charge("A.B.", "convicted", 8, paragraphs=[2]),
        charge("C.D.", "convicted", 3),
        charge("E.F.", "acquitted"),
    ],
)
APPEAL = make_case(
    "appeal",
    decided="2015",
    court="ca",
    outcome="modified",
    charges=[charge("A.B.", "convicted", 9), charge("C.D.", "acquitted"), charge("E.F.", "acquitted")],
    history=history(appeal_of="first"),
)
SUPREME = make_case("supreme", decided="2016-12", outcome="quashed", history=history(appeal_of="appeal"))
RETRIAL = make_case(
    "retrial",
    decided="2018-05-24",
    court="bc-north",
    charges=[charge("A.B.", "convicted", 7)],
    unverified=["charges"],
    history=history(retrial_of="supreme"),
)
CHAIN = (FIRST, APPEAL, SUPREME, RETRIAL)


def page_of(case_id: str, *cases: Case) -> CasePage:
    page = pages_of(make_library(*cases))[f"en/cases/{case_id}.html"]
    assert isinstance(page, CasePage)
    return page


def banner(page: CasePage) -> list[tuple[str, bool]]:
    return [(f"{line.before}{line.link.label.text}{line.after}", line.grave) for line in page.status]


def test_the_banner_says_what_became_of_a_decision_in_order() -> None:
    page = page_of("appeal", *CHAIN)
    assert banner(page) == [
        ("This decision was annulled by Supreme Court, December 2016.", True),
        ("A later decision: Basic Court North, 24 May 2018.", False),
    ]
    assert page.status[0].link.href == "en/cases/supreme.html"


def test_the_banner_says_that_a_review_was_annulled_in_turn() -> None:
    assert banner(page_of("first", *CHAIN)) == [
        ("This decision was modified by Court of Appeals, 2015.", True),
        ("That decision was itself annulled by Supreme Court, December 2016.", True),
        ("A later decision: Basic Court North, 24 May 2018.", False),
    ]


def test_what_was_annulled_together_with_its_review_is_told_once() -> None:
    both = make_case(
        "supreme",
        decided="2016",
        outcome="quashed",
        history=[*history(appeal_of="appeal"), *history(appeal_of="first")],
    )
    assert [words.split(" by ")[0] for words, _ in banner(page_of("first", FIRST, APPEAL, both))] == [
        "This decision was modified",
        "This decision was annulled",
    ]


def test_a_decision_without_a_page_is_told_by_the_paragraph_that_knows_of_it() -> None:
    later = [{"court": "ca", "outcome": "quashed", "paragraphs": [2]}]
    page = page_of("first", make_case("first", later=later))
    assert banner(page) == [("This decision was annulled by Court of Appeals, date not known.", True)]
    assert page.status[0].link.href == "en/cases/first.html#p2"
    own, step = page.chain
    assert own.current
    assert (step.decided, step.link.href, words(step.effects[0])) == (
        None,
        "en/cases/first.html#p2",
        "Annulled: First",
    )
    assert "later: Quashed (Court of Appeals, date not known)" in page.cite.forms[0].text.text


def test_what_was_upheld_or_is_not_known_is_told_quietly() -> None:
    for outcome, words in {
        "upheld": "This decision was upheld by Supreme Court, 2015.",
        "conviction": "This decision was reviewed by Supreme Court, 2015; whether it was changed is not recorded.",
    }.items():
        review = make_case("review", decided="2015", outcome=outcome, history=history(appeal_of="first"))
        assert banner(page_of("first", FIRST, review)) == [(words, False)]
    assert banner(page_of("first", FIRST)) == []


def test_a_list_marks_what_did_not_stand() -> None:
    pages = pages_of(make_library(*CHAIN))
    cases = pages["en/cases/index.html"]
    assert isinstance(cases, ListPage)
    assert {card.href.split("/")[-1]: card.status for card in cases.cards} == {
        "retrial.html": None,
        "supreme.html": None,
        "appeal.html": StatusMark("annulled later", grave=True),
        "first.html": StatusMark("reviewed later, but that review was annulled", grave=True),
    }


def words(said: Checked) -> str:
    assert isinstance(said.value, Label)
    return f"{said.value.text}{' (unverified)' if said.unverified else ''}"


def in_words(step: Step) -> tuple[object, ...]:
    relation, effects = step.relation and step.relation.text, [words(effect) for effect in step.effects]
    return step.link.label.text, step.numbers, relation, effects, step.current


def test_each_step_says_what_it_is_and_what_it_did_to_the_one_before_on_every_page() -> None:
    for case in CHAIN:
        assert [in_words(step) for step in page_of(case.id, *CHAIN).chain] == [
            ("First", ("P 1/12",), None, [], case is FIRST),
            ("Appeal", (), "Appeal", ["Modified: First"], case is APPEAL),
            ("Supreme", (), "Appeal", ["Annulled: Appeal"], case is SUPREME),
            ("Retrial", (), "Retrial", [], case is RETRIAL),
        ]


def told(sentence: StepSentence) -> tuple[str, str, str | None, bool]:
    result = ", ".join(part.text for part in sentence.result)
    before = sentence.before.text if sentence.before else None
    return sentence.defendant.text, result, before, sentence.unverified


def test_a_step_says_of_each_defendant_what_changed() -> None:
    first, appeal, supreme, _ = page_of("first", *CHAIN).chain
    assert [told(one) for one in first.sentences] == [
        ("A.B.", "Convicted, 8 years", None, False),
        ("C.D.", "Convicted, 3 years", None, False),
        ("E.F.", "Acquitted", None, False),
    ]
    assert [told(one) for one in appeal.sentences] == [
        ("A.B.", "Convicted, 9 years", "was: Convicted, 8 years (Basic Court North)", False),
        ("C.D.", "Acquitted", "was: Convicted, 3 years (Basic Court North)", False),
        ("E.F.", "Acquitted", "unchanged from the Basic Court North", False),
    ]
    assert supreme.sentences == ()
    assert [link.href for link in first.sentences[0].paragraphs] == ["en/cases/first.html#p2"]


def test_of_what_is_unverified_no_change_is_claimed() -> None:
    *_, retrial = page_of("first", *CHAIN).chain
    assert [told(one) for one in retrial.sentences] == [
        ("A.B.", "Convicted, 7 years", "before: Convicted, 9 years (Court of Appeals)", True)
    ]


def test_neither_a_related_nor_a_joined_case_is_a_step_before() -> None:
    related = make_case(
        "related", decided="2012", charges=[charge("A.B.", "acquitted")], history=history(related="first")
    )
    joined = make_case("joined", decided="2012", charges=[charge("A.B.", "acquitted")], history=history(joined="first"))
    steps = {step.link.label.text: step for step in page_of("first", FIRST, related, joined).chain}
    assert steps["Related"].sentences == ()
    assert steps["Related"].relation
    assert [told(one)[2] for one in steps["First"].sentences] == [None, None, None]


def test_the_banner_names_the_higher_court_that_changed_what_was_upheld() -> None:
    appeal = make_case("appeal", decided="2015", court="ca", outcome="upheld", history=history(appeal_of="first"))
    supreme = make_case("supreme", decided="2016-12", outcome="modified", history=history(appeal_of="appeal"))
    page = page_of("first", FIRST, appeal, supreme)
    assert banner(page) == [
        ("This decision was upheld by Court of Appeals, 2015.", False),
        ("What was upheld there was then modified by Supreme Court, December 2016.", True),
    ]
    assert [words(effect) for step in page.chain for effect in step.effects] == ["Upheld: First", "Modified: Appeal"]


def test_what_rests_on_an_unverified_outcome_says_so() -> None:
    supreme = make_case(
        "supreme", decided="2016-12", outcome="quashed", unverified=["outcome"], history=history(appeal_of="appeal")
    )
    pages = pages_of(make_library(FIRST, APPEAL, supreme))
    page, first, cases = (pages[f"en/cases/{name}.html"] for name in ("appeal", "first", "index"))
    assert isinstance(page, CasePage)
    assert isinstance(first, CasePage)
    assert isinstance(cases, ListPage)
    assert [line.unverified for line in page.status] == [True]
    assert [line.unverified for line in first.status] == [False, True]
    assert [(words(step.outcome), [words(one) for one in step.effects]) for step in page.chain] == [
        ("Conviction", []),
        ("Modified", ["Modified: First"]),
        ("Quashed (unverified)", ["Annulled: Appeal (unverified)"]),
    ]
    assert StatusMark("annulled later", grave=True, unverified=True) in {card.status for card in cases.cards}


def befores(first: list[Fields], later: list[Fields]) -> list[str | None]:
    """Return what the second of two decisions says of the first, per defendant."""
    one = make_case("first", decided="2013", court="bc-north", charges=first)
    other = make_case("appeal", decided="2015", court="ca", charges=later, history=history(appeal_of="first"))
    return [told(sentence)[2] for sentence in page_of("first", one, other).chain[1].sentences]


def test_of_a_conviction_without_a_sentence_no_change_and_no_constancy_is_claimed() -> None:
    known, unknown = [charge("A.B.", "convicted", 8)], [charge("A.B.", "convicted")]
    assert befores(unknown, unknown) == ["before: Convicted (Basic Court North)"]
    assert befores(unknown, known) == ["before: Convicted (Basic Court North)"]
    assert befores(known, unknown) == ["before: Convicted, 8 years (Basic Court North)"]


def test_a_letter_or_a_role_is_one_person_only_where_both_files_have_the_same_labels() -> None:
    for labels in (("A", "B"), ("defendant 1", "defendant 2"), ("first accused", "Xh.")):
        both = [charge(label, "acquitted") for label in labels]
        assert befores(both, both) == ["unchanged from the Basic Court North"] * 2
        assert befores(both, both[:1]) == [None]
    assert befores([charge("A.B.", "acquitted"), charge("C.D.", "acquitted")], [charge("A.B.", "acquitted")]) == [
        "unchanged from the Basic Court North"
    ]


def test_lists_of_citations_and_mentions_carry_the_status_of_the_other_case() -> None:
    citing = make_case("citing", decided="2020", cites=[{"case": "appeal"}], unverified=["cites"])
    (row,) = page_of("citing", *CHAIN, citing).cites
    assert (row.status, row.unverified) == (StatusMark("annulled later", grave=True), True)
    (back,) = page_of("appeal", *CHAIN, citing).cited_by
    assert (back.status, back.unverified) == (None, True)
