"""The real content: clean, complete, sourced, and without the name of anybody who must not be named."""

from __future__ import annotations

import datetime
import re

import pytest

from caselaw.checks import Case
from caselaw.pages.context import Library
from caselaw.pipeline import Request, check_site, read_library
from caselaw.problems import Problems
from tests.project import ROOT
from tests.sample_library import said

MEDICUS = [
    "medicus-first-instance-2013",
    "medicus-court-of-appeals-2015",
    "medicus-supreme-court-2016",
    "medicus-retrial-2018",
]


@pytest.fixture(scope="module")
def library() -> Library:
    problems = Problems()
    library = read_library(_request(), problems)
    assert library, said(problems)
    return library


def _request() -> Request:
    return Request(ROOT / "site_config.yaml", datetime.datetime.now(datetime.UTC).date().isoformat())


def cases(library: Library, court: str = "") -> list[Case]:
    return [case for case in library.catalogue.cases if court in ("", case.record.court)]


def test_the_content_has_neither_errors_nor_warnings() -> None:
    problems = Problems()
    result = check_site(_request(), problems, lambda _: None)
    assert [line for line in said(problems) if "notice[" not in line] == []
    assert result is not None


def test_each_instance_of_medicus_is_a_case_of_its_own_and_all_are_one_chain(library: Library) -> None:
    for case in MEDICUS:
        assert [step.case for step in library.citations.chains[case]] == MEDICUS
    courts = [library.catalogue.by_id[case].record.court for case in MEDICUS]
    assert courts == ["bc-prishtina", "ca", "sc", "bc-prishtina"]


def test_each_instance_of_medicus_that_passed_sentence_says_which(library: Library) -> None:
    sentences = {
        case: {
            charge.defendant: str(charge.sentence.imprisonment)
            for charge in library.catalogue.by_id[case].record.charges
            if charge.sentence and charge.sentence.imprisonment
        }
        for case in MEDICUS
    }
    assert sentences == {
        MEDICUS[0]: {
            "L.D.": "8 years",
            "A.D.": "7 years 3 months",
            "S.H.": "3 years",
            "I.B.": "1 year",
            "S.D.": "1 year",
        },
        MEDICUS[1]: {"L.D.": "8 years", "A.D.": "8 years", "S.H.": "5 years"},
        MEDICUS[2]: {},
        MEDICUS[3]: {"L.D.": "7 years 6 months", "S.H.": "1 year"},
    }


@pytest.mark.parametrize("case", ["peja-trafficking-2001", "prizren-network-2005"])
def test_the_trafficking_decisions_of_the_years_before_are_there(library: Library, case: str) -> None:
    assert not all(
        library.vocabulary.offence(key).neighbouring for key in library.catalogue.by_id[case].record.offences
    )


def test_the_three_smuggling_proceedings_and_the_nightclub_case_are_marked_as_neighbouring(library: Library) -> None:
    neighbouring = {
        case.id
        for case in cases(library)
        if all(library.vocabulary.offence(key).neighbouring for key in case.record.offences)
    }
    assert {
        "tisza-river-district-court-2011",
        "tisza-river-supreme-court-2012",
        "peja-smuggling-group-2013",
        "prizren-plea-agreement-2013",
        "supreme-court-ap-kz-466-2011",
    } == neighbouring


def test_at_least_fifteen_cases_are_of_the_european_court(library: Library) -> None:
    european = [
        case for case in cases(library) if library.vocabulary.court(case.record.court).level == "european-court"
    ]
    assert len(european) >= 15
    undecided = ("struck-out", "inadmissible", "friendly-settlement")
    assert [case.id for case in european if not case.record.findings and case.record.outcome not in undecided] == []


def test_every_case_says_where_its_facts_were_read(library: Library) -> None:
    lacking = [
        case.id for case in cases(library) if not all(source.url and source.title for source in case.record.sources)
    ]
    assert lacking == []


def test_no_source_is_named_twice_in_one_case(library: Library) -> None:
    repeated = [
        case.id
        for case in cases(library)
        if len({source.url for source in case.record.sources}) < len(case.record.sources)
    ]
    assert repeated == []


def test_every_text_is_numbered_from_1_without_gaps(library: Library) -> None:
    gaps = {case.id: case.text.paragraphs for case in cases(library) if case.record.text == "summary"}
    assert {case: numbers for case, numbers in gaps.items() if numbers != tuple(range(1, len(numbers) + 1))} == {}


def test_everything_listed_as_unverified_is_named_on_the_page(library: Library) -> None:
    """That each path exists is checked as the file is read; here that readers are told of it in words."""
    known = library.locales[0].texts
    steps = {
        step
        for case in cases(library)
        for path in case.record.unverified
        for step in path.split(".")
        if not step.isdigit() and not re.fullmatch(r"p\d+", step)
    }
    assert {step for step in steps if f"fields.{step}" not in known} == set()


NAME = re.compile(r"[A-ZÇËŠŽČĆĐ][a-zçëšžčćđ]{2,} [A-ZÇËŠŽČĆĐ][a-zçëšžčćđ]{2,}")


def test_no_defendant_of_a_charge_is_named(library: Library) -> None:
    defendants = {(case.id, charge.defendant) for case in cases(library) for charge in case.record.charges}
    assert len(defendants) > 15
    assert {(case, defendant) for case, defendant in defendants if NAME.search(defendant)} == set()


def test_no_defendant_is_named_beside_the_word(library: Library) -> None:
    """“the accused Ann Sample”: two capitalised words after the role are a name, and none may stand in our texts."""
    role = re.compile(
        r"\b(?:[Dd]efendants?|[Aa]ccused|[Cc]onvict(?:ed)?|[Pp]erpetrators?|[Tt]raffickers?|Mr|Mrs|Ms|Dr)\.? "
        r"(?:[A-ZÇËŠŽČĆĐ][\wçëšžčćđ]+ ){1,2}[A-ZÇËŠŽČĆĐ][a-zçëšžčćđ]+"
    )
    found = []
    for path in sorted((ROOT / "content" / "cases").rglob("*.md")):
        text = path.read_text(encoding="utf-8")
        found += [f"{path.stem}: {match[0]}" for match in role.finditer(text)]
    assert found == []


def test_no_field_of_the_content_could_hold_the_name_of_a_victim() -> None:
    pattern = re.compile(r"^\s*-?\s*(?:name|names|victim_names?|surname)\s*:", re.MULTILINE)
    found = [
        path.name for path in (ROOT / "content" / "cases").rglob("*.md") if pattern.search(path.read_text("utf-8"))
    ]
    assert found == []


def test_the_about_page_says_plainly_what_the_library_is_and_is_not() -> None:
    about = (ROOT / "content" / "pages" / "about.md").read_text(encoding="utf-8").lower()
    for words in ("starter collection", "checked against", "not an official"):
        assert words in " ".join(about.split()), words
