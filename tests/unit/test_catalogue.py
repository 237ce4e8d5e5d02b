"""The catalogue: who may see which case, in which order, and what of the cases together is at fault."""

from __future__ import annotations

import pytest

from caselaw.case_numbers import normalise
from caselaw.catalogue import Catalogue, build_catalogue
from caselaw.checks import Case
from caselaw.problems import Problems
from tests.sample_library import TODAY, Fields, make_case, make_catalogue

DRAFT = {"status": "draft"}
WITHDRAWN = {"status": "withdrawn", "reason": "Published by mistake."}


def embargo(day: str) -> dict[str, str]:
    return {"status": "published", "embargo_until": day}


def faults_of(*cases: Case, ids: frozenset[str] = frozenset()) -> list[str]:
    """Return what is said of cases that do not fit together."""
    problems = Problems()
    build_catalogue(cases, ids | {case.id for case in cases}, TODAY, problems)
    return [str(problem) for problem in problems]


def ids(cases: tuple[Case, ...]) -> list[str]:
    return [case.id for case in cases]


def everywhere(catalogue: Catalogue) -> set[str]:
    """Return the ids of all cases that any part of a catalogue holds, but for the withdrawn ones."""
    groups = (catalogue.by_court, catalogue.by_year, catalogue.by_offence, catalogue.by_article, catalogue.by_topic)
    listed = {case.id for group in groups for cases in group.values() for case in cases}
    return listed | set(ids(catalogue.cases)) | set(catalogue.by_id) | set(catalogue.aliases.values())


# ------------------------------------------------------------------------------------------------ the ways in


def test_cases_are_found_by_id_court_year_and_offence() -> None:
    north = make_case("a-north", court="bc-north", decided="2013-04-29", offences=["trafficking", "smuggling"])
    supreme = make_case("b-supreme", court="sc", decided="2016", offences=["trafficking"])
    catalogue = make_catalogue(north, supreme)
    assert catalogue.by_id == {"a-north": north, "b-supreme": supreme}
    assert catalogue.by_court == {"bc-north": (north,), "sc": (supreme,)}
    assert catalogue.by_year == {2013: (north,), 2016: (supreme,)}
    assert catalogue.by_offence == {"trafficking": (supreme, north), "smuggling": (north,)}


def test_cases_are_found_by_every_article_that_they_apply_charge_convict_of_or_examine() -> None:
    case = make_case(
        "a",
        applies=["code-2003/274/1", "code-2003/274/2"],
        charges=[
            {
                "defendant": "L.D.",
                "charged": "code-2003/139",
                "finding": "reclassified",
                "convicted_of": "code-2003/140",
            }
        ],
        findings=[{"provision": "treaty/4", "result": "violation"}],
    )
    articles = ["code-2003/139", "code-2003/140", "code-2003/274", "treaty/4"]
    assert make_catalogue(case).by_article == dict.fromkeys(articles, (case,))


def test_the_newest_case_comes_first_and_a_partial_date_counts_as_its_first_day() -> None:
    dates = {"a": "2013-04-29", "b": "2013", "c": "2013-04", "d": "2013-01-01", "e": "2014", "f": "2013-04-01"}
    catalogue = make_catalogue(*(make_case(key, decided=date) for key, date in dates.items()))
    assert ids(catalogue.cases) == ["e", "a", "c", "f", "b", "d"]


def test_cases_of_one_day_are_ordered_by_id() -> None:
    catalogue = make_catalogue(*(make_case(key) for key in ("c", "a", "b-2", "b-10")))
    assert ids(catalogue.cases) == ["a", "b-10", "b-2", "c"]
    assert ids(catalogue.by_court["sc"]) == ["a", "b-10", "b-2", "c"]


def test_a_library_without_cases_has_an_empty_catalogue() -> None:
    assert make_catalogue() == Catalogue((), (), {}, {})


# ------------------------------------------------------------------------------------------------ who may see what


def test_drafts_and_embargoed_cases_are_in_no_part_of_the_catalogue() -> None:
    hidden = [
        make_case("draft", publication=DRAFT, aliases=["old-draft"], applies=["code-2003/139"]),
        make_case("embargoed", publication=embargo("2026-12-01"), aliases=["old-embargoed"]),
    ]
    catalogue = make_catalogue(*hidden, make_case("public"))
    assert everywhere(catalogue) == {"public"}
    assert (catalogue.withdrawn, catalogue.aliases) == ((), {})


@pytest.mark.parametrize(
    ("today", "is_seen"), [("2026-11-30", False), ("2026-12-01", True), ("2026-12-02", True), ("2027-01-01", True)]
)
def test_an_embargo_ends_on_its_day(today: str, *, is_seen: bool) -> None:
    case = make_case("a", publication=embargo("2026-12-01"))
    assert everywhere(make_catalogue(case, today=today)) == ({"a"} if is_seen else set())


def test_a_draft_stays_hidden_whatever_its_embargo_says() -> None:
    case = make_case("a", publication={"status": "draft", "embargo_until": "2020-01-01"})
    assert everywhere(make_catalogue(case)) == set()


def test_a_withdrawn_case_is_kept_apart_with_its_aliases() -> None:
    withdrawn = make_case("a", publication=WITHDRAWN, aliases=["old-a"])
    catalogue = make_catalogue(withdrawn, make_case("b"))
    assert catalogue.withdrawn == (withdrawn,)
    assert catalogue.aliases == {"old-a": "a"}
    assert "a" not in catalogue.by_id
    assert ids(catalogue.cases) == ["b"]
    assert ids(catalogue.by_court["sc"]) == ids(catalogue.by_offence["trafficking"]) == ["b"]


# ------------------------------------------------------------------------------------------------ faults


def test_the_same_decision_twice_is_reported_at_the_second_one() -> None:
    first = make_case("medical-a", case_numbers=["P 309/10", "PKR.nr.11/2023"])
    second = make_case("medical-b", case_numbers=["P 12/10", "PKR. br. 11/23"])
    assert faults_of(second, first) == [
        "content/cases/sc/medical-b.md:13:27: error[C104] the decision PKR. br. 11/23 of 2020-05-04 is in the library "
        'already: "medical-a"\n'
        "    help: merge the two files, or correct court, number or date; the other is content/cases/sc/medical-a.md"
    ]


def test_a_withdrawn_case_may_come_back_under_another_id() -> None:
    number: Fields = {"case_numbers": ["P 309/10"]}
    assert faults_of(make_case("a", publication=WITHDRAWN, **number), make_case("b", **number)) == []


@pytest.mark.parametrize(
    "difference", [{"court": "ca"}, {"decided": "2020-05-05"}, {"kind": "decision"}, {"case_numbers": ["P 310/10"]}]
)
def test_two_decisions_with_a_difference_are_not_the_same(difference: Fields) -> None:
    number: Fields = {"case_numbers": ["P 309/10"]}
    assert faults_of(make_case("a", **number), make_case("b", **{**number, **difference})) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PKR.nr.11/2023", "PKR. br. 11/23"),
        ("PKR no. 11/2023", "pkr 11/2023"),
        ("P. nr. 309/10", "P 309/10"),
        ("P Nr.309/2010", "P.309/10"),
        ("AP-KZ 466/2011", "Ap.Kz. nr 466/11"),
        ("P 12/98", "P.br.12/1998"),
    ],
)
def test_spellings_of_one_case_number_have_one_key(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("P 309/10", "P 30/910"), ("P 11/2023", "PKR 11/2023"), ("P 11/23", "P 11/22"), ("12345/06", "12345/16")],
)
def test_different_case_numbers_have_different_keys(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_a_reference_to_a_missing_case_names_the_nearest_one() -> None:
    case = make_case("a", cites=[{"case": "siliadin-v-frnce"}], history=[{"relation": "appeal", "case": "nowhere"}])
    assert faults_of(case, make_case("siliadin-v-france")) == [
        'content/cases/sc/a.md:13:18: error[C102] cites: there is no case "siliadin-v-frnce" in the library\n'
        '    help: did you mean "siliadin-v-france"? write the name of its file without .md, or list the decision '
        "under authorities",
        'content/cases/sc/a.md:14:42: error[C102] history: there is no case "nowhere" in the library\n'
        "    help: write the name of its file without .md, or list the decision under authorities",
    ]


def test_a_reference_to_a_file_that_could_not_be_read_is_not_called_unknown() -> None:
    assert faults_of(make_case("a", cites=[{"case": "unreadable"}]), ids=frozenset({"unreadable"})) == []


def test_a_reference_to_a_former_id_names_the_present_one() -> None:
    assert faults_of(make_case("a", cites=[{"case": "old-b"}]), make_case("b", aliases=["old-b"])) == [
        'content/cases/sc/a.md:13:18: error[C102] cites: "old-b" is the former id of a case\n'
        "    help: write its present one, b"
    ]


def test_a_case_that_cites_itself_is_an_error() -> None:
    assert faults_of(make_case("a", cites=[{"case": "a"}], history=[{"relation": "related", "case": "a"}])) == [
        "content/cases/sc/a.md:13:18: error[C103] cites: the case cites itself\n"
        "    help: name the other case, or delete the entry",
        "content/cases/sc/a.md:14:43: error[C103] history: the case is a step of its own history\n"
        "    help: name the other case, or delete the entry",
    ]


def test_a_public_case_that_cites_a_hidden_one_is_told_so() -> None:
    problems = Problems()
    cases = [make_case("a", cites=[{"case": "b"}]), make_case("b", publication=DRAFT, cites=[{"case": "a"}])]
    build_catalogue(cases, frozenset("ab"), TODAY, problems)
    assert [str(problem).splitlines()[0] for problem in problems] == [
        'content/cases/sc/a.md:13:18: notice[C107] cites: "b" is not public; readers will not see this link'
    ]
    assert problems.errors == 0


@pytest.mark.parametrize(("status", "help"), [("draft", "the link appears when"), ("withdrawn", "delete the entry")])
def test_what_becomes_of_a_link_to_a_hidden_case_depends_on_whether_it_is_withdrawn(status: str, help: str) -> None:
    hidden = make_case("b", publication={"status": status, "reason": "Asked for."})
    problems = Problems()
    build_catalogue([make_case("a", cites=[{"case": "b"}]), hidden], frozenset("ab"), TODAY, problems)
    (notice,) = problems
    assert (notice.code, help in notice.help) == ("C107", True)


def test_one_case_cited_twice_is_an_error() -> None:
    assert faults_of(make_case("a", cites=[{"case": "b"}, {"case": "b"}]), make_case("b")) == [
        'content/cases/sc/a.md:13:33: error[F305] cites: "b" stands twice\n    help: join the two entries into one'
    ]


def test_one_case_that_stands_twice_in_a_history_is_an_error() -> None:
    history = [{"relation": "appeal", "case": "b"}, {"relation": "joined", "case": "b"}]
    assert [fault.splitlines()[0] for fault in faults_of(make_case("a", history=history), make_case("b"))] == [
        'content/cases/sc/a.md:13:79: error[F305] history: "b" stands twice'
    ]


@pytest.mark.parametrize(
    ("aliases", "message"),
    [
        ({"b": ["a"]}, '"a" is the id of a case'),
        ({"b": ["b"]}, '"b" is the id of a case'),
        ({"a": ["old"], "b": ["old"]}, '"old" is already an alias of "a"'),
        ({"b": ["index"]}, '"index" is an address that the site or Windows needs'),
        ({"b": ["page-2"]}, '"page-2" is an address that the site or Windows needs'),
        ({"b": ["con"]}, '"con" is an address that the site or Windows needs'),
        ({"b": ["x" * 71]}, f'"{"x" * 71}" is longer than 70 characters'),
    ],
)
def test_an_alias_that_would_take_an_address_is_an_error(aliases: dict[str, list[str]], message: str) -> None:
    (said,) = faults_of(*(make_case(key, aliases=aliases.get(key, [])) for key in "ab"))
    assert said == (
        f"content/cases/sc/b.md:13:11: error[C105] aliases: {message}\n"
        "    help: an old address can lead to one case only; delete one of the two"
    )
