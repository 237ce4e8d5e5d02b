"""From the linked library to pages: what each one shows, in which order, in whose words."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, cast

import pytest

from caselaw import urls
from caselaw.document import parse_document
from caselaw.exports import make_files
from caselaw.exports.citation_files import FORMATS
from caselaw.pages import build_pages
from caselaw.pages.context import Context, Library
from caselaw.pages.lists import court_groups
from caselaw.pages.model import (
    CasePage,
    GatewayPage,
    HomePage,
    IndexPage,
    ListPage,
    NotFoundPage,
    Page,
    RedirectPage,
    SearchPage,
    TextPage,
    TombstonePage,
)
from caselaw.pages.parts import Label, Link, Phrase
from caselaw.pages.search_data import search_library
from caselaw.problems import Problems
from caselaw.text_pages import read_text_page
from tests.sample_library import (
    TITLE,
    TODAY,
    make_case,
    make_library,
    make_locale,
    make_text,
    pages_of,
    said,
    sample_vocabulary,
)

ALBANIAN = make_locale("sq", "Shqip")
CHARGE = {"defendant": "L.D.", "charged": "code-2003/139", "finding": "convicted"}


def many(number: int, **fields: Any) -> Library:
    return make_library(*(make_case(f"case-{n:03}", **fields) for n in range(number)))


def case_page(case_id: str = "a", **fields: Any) -> CasePage:
    """Return the page of a case that is alone in its library."""
    page = pages_of(make_library(make_case(case_id, **fields)))[urls.case("en", case_id)]
    assert isinstance(page, CasePage)
    return page


def words(value: Label | Link | Phrase) -> str:
    if isinstance(value, Phrase):
        return "".join(part.text for part in value.parts)
    return value.text if isinstance(value, Label) else value.label.text


def facts(page: CasePage) -> dict[str, list[str]]:
    return {fact.name: [words(value) for value in fact.values] for fact in (*page.facts, *page.details)}


def unverified_facts(page: CasePage) -> list[str]:
    return [fact.name for fact in (*page.facts, *page.details, *page.review) if fact.unverified]


# ------------------------------------------------------------------------------------------------ every page


def test_a_library_of_one_case_has_these_pages_and_no_others() -> None:
    assert sorted(pages_of(make_library(make_case("a"), texts=[make_text("about", "About", "Text.")]))) == [
        "404.html",
        "en/about.html",
        "en/add-case.html",
        "en/cases/a.html",
        "en/cases/index.html",
        "en/checklist.html",
        "en/compliance.html",
        "en/corrections.html",
        "en/courts/index.html",
        "en/courts/sc/index.html",
        "en/index.html",
        "en/laws/cets-197/18.html",
        "en/laws/cets-197/4.html",
        "en/laws/cets-197/index.html",
        "en/laws/code-2003/139.html",
        "en/laws/code-2003/index.html",
        "en/laws/code-2012/171.html",
        "en/laws/code-2012/index.html",
        "en/laws/index.html",
        "en/laws/treaty/4.html",
        "en/laws/treaty/index.html",
        "en/offences/index.html",
        "en/offences/trafficking/index.html",
        "en/offline.html",
        "en/search.html",
        "en/statistics/compensation.html",
        "en/statistics/coverage.html",
        "en/statistics/index.html",
        "en/statistics/rights.html",
        "en/statistics/sentences.html",
        "en/statistics/time.html",
        "en/statistics/verdicts.html",
        "en/topics/index.html",
        "en/withdrawn.html",
        "en/years/2020/index.html",
        "en/years/index.html",
        "index.html",
    ]


def test_an_empty_library_still_has_its_pages() -> None:
    pages = pages_of(make_library())
    home, courts = cast(HomePage, pages["en/index.html"]), cast(IndexPage, pages["en/courts/index.html"])
    assert (home.total, home.total_phrase, home.newest, home.courts, home.years) == (0, "0 cases", (), (), ())
    assert courts.groups == cast(IndexPage, pages["en/years/index.html"]).groups == ()


def test_every_page_but_the_root_ones_leads_home() -> None:
    for path, page in pages_of(make_library(make_case("a"))).items():
        if path not in ("index.html", "404.html", "en/index.html"):
            assert page.frame.breadcrumbs[0] == Link(Label("Home"), "en/index.html")


def test_every_page_has_a_title_and_a_description() -> None:
    library = make_library(
        make_case("a", aliases=["old-a"]), make_case("b", publication={"status": "withdrawn", "reason": "Mistake."})
    )
    assert [page.frame.path for page in build_pages(library) if not (page.frame.title and page.frame.description)] == []


def test_no_page_that_search_engines_may_list_tells_of_a_defendant_or_the_text_of_a_case() -> None:
    charges = [{**CHARGE, "defendant": "Q.X.", "sentence": {"imprisonment": "8 years"}}]
    case = make_case("a", charges=charges, summary="Canary of a summary.", topics=["organ-removal"])
    library = make_library(case)
    listable = {path: page for path, page in pages_of(library).items() if page.frame.indexable}
    assert [path for path, page in listable.items() if "Q.X." in repr(page) or "Canary of a" in repr(page)] == []
    always = {"index.html", "en/index.html", "en/courts/index.html", "en/topics/index.html"}
    assert always < listable.keys()
    assert "en/withdrawn.html" not in listable
    shown = replace(library, config=library.config.model_copy(update={"index_cases": True}))
    assert {path for path, page in pages_of(shown).items() if not page.frame.indexable} == {
        "404.html",
        "en/withdrawn.html",
    }


# ------------------------------------------------------------------------------------------------ lists


def listed(library: Library, path: str) -> ListPage:
    page = pages_of(library)[path]
    assert isinstance(page, ListPage)
    return page


@pytest.mark.parametrize(
    ("cases", "pages"), [(0, [0]), (1, [1]), (49, [49]), (50, [50]), (51, [50, 1]), (100, [50, 50]), (101, [50, 50, 1])]
)
def test_a_list_shows_fifty_cases_a_page(cases: int, pages: list[int]) -> None:
    shown = [page for page in build_pages(many(cases)) if isinstance(page, ListPage)]
    every = [page for page in shown if page.frame.path.startswith("en/cases/")]
    assert [len(page.cards) for page in every] == pages
    assert [page.frame.path for page in every] == [
        urls.listing("en", "cases", number=number) for number in range(1, len(pages) + 1)
    ]
    assert {page.count_phrase for page in every} == {"1 case" if cases == 1 else f"{cases} cases"}
    assert {page.pagination.total for page in every} == {len(pages)}


def test_the_number_of_a_page_stands_in_its_title_where_there_are_several() -> None:
    pages = pages_of(many(101, court="bc-north"))
    assert [pages[f"en/courts/bc-north/{name}.html"].frame.title for name in ("index", "page-2", "page-3")] == [
        f"Basic Court North: cases, page {number} of 3" for number in (1, 2, 3)
    ]
    assert pages_of(many(50))["en/cases/index.html"].frame.title == "All cases"


def test_pages_of_a_list_lead_to_the_newer_and_the_older_one() -> None:
    library = many(101)
    paths = [urls.listing("en", "years", "2020", number) for number in (1, 2, 3)]
    paginations = [listed(library, path).pagination for path in paths]
    assert [(one.previous, one.next) for one in paginations] == [
        (None, paths[1]),
        (paths[0], paths[2]),
        (paths[1], None),
    ]
    assert {one.pages for one in paginations} == {tuple(enumerate(paths, 1))}
    assert [one.phrase for one in paginations] == ["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"]


def test_lists_show_the_newest_case_first() -> None:
    dates = {"a": "2013-04", "b": "2013-04-29", "c": "2015"}
    page = listed(make_library(*(make_case(key, decided=date) for key, date in dates.items())), "en/cases/index.html")
    assert [(card.title, card.decided.text) for card in page.cards] == [
        ("C", "2015"),
        ("B", "29 April 2013"),
        ("A", "April 2013"),
    ]


def test_the_front_page_shows_the_five_newest_cases() -> None:
    home = pages_of(make_library(*(make_case(f"case-{year}", decided=f"{year}") for year in range(2001, 2010))))[
        "en/index.html"
    ]
    assert isinstance(home, HomePage)
    assert [card.decided.iso for card in home.newest] == ["2009", "2008", "2007", "2006", "2005"]
    assert home.total_phrase == "9 cases"


def test_a_list_of_a_neighbouring_offence_and_of_a_former_court_says_so() -> None:
    library = make_library(make_case("a", court="dc-north", decided="2011", offences=["smuggling"]))
    assert listed(library, "en/offences/smuggling/index.html").note == Label(
        "This is a neighbouring offence, kept beside trafficking for comparison."
    )
    assert listed(library, "en/courts/dc-north/index.html").note == Label("This court sat until 31 December 2012.")
    assert listed(library, "en/years/2011/index.html").note is None
    assert [card.neighbouring for card in listed(library, "en/cases/index.html").cards] == [True]


def test_a_case_of_trafficking_and_smuggling_is_not_called_neighbouring() -> None:
    assert case_page(offences=["smuggling", "trafficking"]).neighbouring is False
    assert case_page(offences=["smuggling"]).neighbouring is True


# ------------------------------------------------------------------------------------------------ ways in


def test_courts_are_grouped_by_level_in_the_order_of_the_vocabulary() -> None:
    courts = ["hrc", "bc-north", "bc-south", "sc", "dc-north", "sc"]
    library = make_library(*(make_case(f"case-{n}", court=court) for n, court in enumerate(courts)))
    groups = court_groups(Context(library, make_locale()))
    assert [
        (group.heading and group.heading.text, [words(entry.link) for entry in group.entries]) for group in groups
    ] == [
        ("Supreme", ["Supreme Court"]),
        ("Basic", ["Basic Court South", "Basic Court North", "District Court North"]),
        ("European", ["Human Rights Court"]),
    ]


def test_offences_stand_in_the_order_of_the_vocabulary_with_the_neighbouring_ones_apart() -> None:
    page = pages_of(make_library(make_case("a", offences=["slavery", "smuggling", "trafficking"])))[
        "en/offences/index.html"
    ]
    assert isinstance(page, IndexPage)
    assert [
        (words(group.heading), [words(entry.link) for entry in group.entries]) for group in page.groups if group.heading
    ] == [
        ("Trafficking and exploitation", ["Trafficking in persons", "Slavery"]),
        ("Neighbouring offences", ["Smuggling of migrants"]),
    ]


def test_counts_on_every_page_are_those_of_the_lists_behind_them() -> None:
    library = make_library(
        make_case("a", court="bc-north", decided="2013", offences=["trafficking", "slavery"]),
        make_case("b", court="bc-north", decided="2014", offences=["trafficking"]),
        make_case("c", court="sc", decided="2014", offences=["smuggling"], outcome="acquittal"),
        make_case("d", court="ca", decided="2015", publication={"status": "draft"}),
    )
    pages = pages_of(library)
    home, search = pages["en/index.html"], pages["en/search.html"]
    indexes = [pages[f"en/{section}/index.html"] for section in ("courts", "years", "offences")]
    assert isinstance(home, HomePage)
    entries = [*home.courts, *home.years, *home.offences, home.all_cases]
    entries += [entry for page in indexes for group in cast(IndexPage, page).groups for entry in group.entries]
    for entry in entries:
        behind = listed(library, entry.link.href)
        assert (entry.count, entry.phrase) == (len(behind.cards), behind.count_phrase)
    assert isinstance(search, SearchPage)
    counts = {
        one.name: {option.value: option.count for group in one.groups for option in group.options}
        for one in search.filters
    }
    assert counts == {
        "court": {"sc": 1, "bc-north": 2},
        "offence": {"trafficking": 2, "slavery": 1, "smuggling": 1},
        "outcome": {"conviction": 2, "acquittal": 1},
        "language": {"en": 3},
    }
    assert [(year.link.label.text, year.count) for year in search.years] == [("2014", 2), ("2013", 1)]


def test_the_filters_of_the_search_are_those_that_cases_carry() -> None:
    library = make_library(
        make_case(
            "a",
            court="bc-north",
            decided="2013-04",
            offences=["trafficking", "slavery"],
            charges=[CHARGE],
            victims={"total": 3, "adults": 2, "children": 1, "sex": "female"},
        ),
        make_case("b", court="sc", decided="2014", outcome="acquittal"),
    )
    carried = {pair for entry in search_library(library).entries for pair in entry.facets}
    offered = cast(SearchPage, pages_of(library)["en/search.html"])
    values = {(one.name, option.value) for one in offered.filters for group in one.groups for option in group.options}
    assert carried == values | {("year", year.link.label.text) for year in offered.years}
    assert {("article", "code-2003/139"), ("victim", "age-children"), ("victim", "sex-female")} <= carried


def test_filters_are_grouped_as_lawyers_look_for_them() -> None:
    library = make_library(
        make_case("a", court="sc", charges=[CHARGE], victims={"total": 1, "adults": 1, "sex": "female"}),
        make_case("b", court="bc-north", findings=[{"provision": "treaty/4", "result": "violation"}]),
    )
    filters = {one.name: one for one in cast(SearchPage, pages_of(library)["en/search.html"]).filters}
    headings = {
        name: [group.heading.text if group.heading else None for group in one.groups] for name, one in filters.items()
    }
    assert headings["court"] == ["Supreme", "Basic"]
    assert len(headings["article"]) == 2
    assert headings["victim"] == ["Age", "Sex"]
    assert headings["outcome"] == [None]


def result_of(library: Library, case_id: str) -> dict[str, object]:
    """Return what a search result shows of a case."""
    (shown,) = [entry.shown for entry in search_library(library).entries if entry.id == case_id]
    return dict(shown)


def test_a_result_tells_what_became_of_the_decision() -> None:
    library = make_library(
        make_case("a", court="bc-north", decided="2013-04-29", history=[{"relation": "appeal", "case": "b"}]),
        make_case("b", court="ca", decided="2014-05-02", outcome="acquittal"),
        make_case("c", court="sc", decided="2020", history=[{"relation": "related", "case": "a"}]),
    )
    assert result_of(library, "a")["later"] == [["acquittal", "ca", "2014-05-02"]]
    assert "later" not in result_of(library, "b")
    assert "later" not in result_of(library, "c")


def test_a_result_tells_the_computed_status_if_one_is_known() -> None:
    library = make_library(
        make_case("a", decided="2013", history=[{"relation": "appeal", "case": "b"}]),
        make_case("b", decided="2014", outcome="quashed", history=[{"relation": "retrial", "case": "c"}]),
        make_case("c", decided="2015"),
    )
    assert result_of(library, "a")["effect"] == "quashed"
    assert "unsure" not in result_of(library, "a")
    assert "effect" not in result_of(library, "b")


def test_a_result_has_a_flag_where_its_status_is_unverified() -> None:
    library = make_library(
        make_case("a", decided="2013", history=[{"relation": "appeal", "case": "b"}]),
        make_case("b", decided="2014", outcome="quashed", unverified=["outcome"]),
    )
    assert result_of(library, "a")["unsure"] == 1


def test_what_became_of_a_joined_case_is_not_told_of_this_one() -> None:
    library = make_library(
        make_case("a", court="bc-north", decided="2013-04-29", history=[{"relation": "joined", "case": "b"}]),
        make_case("b", court="bc-south", decided="2013-06-01", history=[{"relation": "appeal", "case": "c"}]),
        make_case("c", court="ca", decided="2014-05-02", outcome="acquittal"),
        make_case("d", court="sc", decided="2015", history=[{"relation": "appeal-of", "case": "c"}]),
    )
    assert "later" not in result_of(library, "a")
    assert result_of(library, "b")["later"] == [["acquittal", "ca", "2014-05-02"], ["conviction", "sc", "2015"]]


def test_a_result_keeps_keys_whose_labels_stand_beside_the_filters() -> None:
    shown = result_of(make_library(make_case("a", court="hrc")), "a")
    assert (shown["court"], shown["offences"], shown["own"]) == ("hrc", ("trafficking",), "en")


def test_the_examples_of_the_search_come_from_the_library_itself() -> None:
    library = make_library(make_case("a", case_numbers=["P 7/13"], charges=[CHARGE]))
    examples = [example.query.text for example in cast(SearchPage, pages_of(library)["en/search.html"]).examples]
    assert examples[2:] == ["P 7/13", "CC 2003 Art. 139", "L.D."]
    assert len(cast(SearchPage, pages_of(make_library())["en/search.html"]).examples) == 2


def test_the_search_knows_laws_by_every_name() -> None:
    laws = {law.key: law for law in search_library(make_library()).laws}
    assert laws["code-2003"].articles[:1] == ("139",)
    assert len(laws["code-2003"].names) == len(set(laws["code-2003"].names)) >= 2


# ------------------------------------------------------------------------------------------------ the case page


def sentenced(**sentence: Any) -> list[str]:
    """Return the words for a sentence, as the table of charges and the head of the page show it."""
    page = case_page(charges=[{**CHARGE, "sentence": sentence}])
    (row,) = page.charges
    parts = [part.text for part in row.sentence]
    assert facts(page)["Sentence"] == [f"L.D.: {', '.join(parts)}"]
    return parts


@pytest.mark.parametrize(
    ("sentence", "parts"),
    [
        ({"imprisonment": "8 years"}, ["8 years"]),
        ({"imprisonment": "1 year 1 month 1 day"}, ["1 year 1 month 1 day"]),
        ({"imprisonment": "7 years 3 months 10 days"}, ["7 years 3 months 10 days"]),
        ({"imprisonment": "life"}, ["life imprisonment"]),
        ({"imprisonment": "6 months", "suspended": "yes"}, ["6 months", "suspended"]),
        ({"imprisonment": "6 months", "suspended": "no"}, ["6 months"]),
        ({"fine": "8000 EUR"}, ["fine of EUR\u00a08,000"]),
        ({"fine": "26209.69 EUR"}, ["fine of EUR\u00a026,209.69"]),
        (
            {"imprisonment": "8 years", "fine": "10000 EUR", "other": ["two-year professional ban"]},
            ["8 years", "fine of EUR\u00a010,000", "two-year professional ban"],
        ),
    ],
)
def test_a_sentence_is_written_in_words(sentence: dict[str, Any], parts: list[str]) -> None:
    assert sentenced(**sentence) == parts


@pytest.mark.parametrize(("finding", "said"), [("convicted", ["not known"]), ("acquitted", [])])
def test_a_conviction_has_a_sentence_also_where_nobody_knows_it(finding: str, said: list[str]) -> None:
    (row,) = case_page(charges=[{"defendant": "A.B.", "charged": "code-2003/139", "finding": finding}]).charges
    assert [words(part) for part in row.sentence] == said


def test_the_head_of_a_case_says_court_number_date_charge_sentence_and_outcome() -> None:
    page = case_page(
        court="bc-north",
        case_numbers=["P 309/10", "P 340/10"],
        decided="2013-04-29",
        charges=[
            {**CHARGE, "sentence": {"imprisonment": "8 years"}},
            {**CHARGE, "defendant": "A.D.", "sentence": {"imprisonment": "7 years 3 months"}},
            {**CHARGE, "charged": "code-2003/274/1", "sentence": {"imprisonment": "8 years"}},
            {**CHARGE, "defendant": "S.H.", "finding": "acquitted"},
        ],
    )
    assert {fact.name: [words(value) for value in fact.values] for fact in page.facts} == {
        "Court": ["Basic Court North"],
        "Case numbers": ["P 309/10", "P 340/10"],
        "Decided": ["29 April 2013"],
        "Charges": ["CC 2003 Art. 139 (trafficking in persons)", "CC 2003 Art. 274(1) (organised crime)"],
        "Sentences": ["L.D.: 8 years", "A.D.: 7 years 3 months"],
        "Outcome": ["Conviction"],
    }
    assert page.citation == "Basic Court North, P 309/10, P 340/10, 29 April 2013"


def test_the_head_of_a_human_rights_case_says_its_findings() -> None:
    page = case_page(
        court="hrc",
        outcome="violation",
        findings=[
            {"provision": "treaty/4", "result": "violation", "aspect": "procedural"},
            {"provision": "treaty/4", "result": "violation", "aspect": "substantive"},
        ],
    )
    assert facts(page)["Finding"] == ["TAS Art. 4: Violation"]
    assert [[words(cell) for cell in row.cells] for row in page.tables[0].rows] == [
        ["TAS Art. 4 (prohibition of slavery)", "Violation", "Procedural"],
        ["TAS Art. 4 (prohibition of slavery)", "Violation", "Substantive"],
    ]


def test_a_requalified_charge_says_what_the_conviction_was_for() -> None:
    (row,) = case_page(charges=[{**CHARGE, "finding": "reclassified", "convicted_of": "code-2003/140"}]).charges
    trafficking, papers = "CC 2003 Art. 139 (trafficking in persons)", "CC 2003 Art. 140 (withholding identity papers)"
    assert row.charged == Link(Label(trafficking), "en/laws/code-2003/139.html")
    assert row.convicted_of == Link(Label(papers), "en/laws/code-2003/140.html")


@pytest.mark.parametrize(
    ("victims", "shown"),
    [
        ({"total": 1}, ["1 victim"]),
        ({"total": 30, "adults": 29, "children": 1}, ["30 victims", "29 adults", "1 child"]),
        ({"total": 30, "adults": 30, "children": 0}, ["30 victims", "30 adults", "no children"]),
        ({"adults": 0, "children": 2}, ["2 children"]),
        ({"total": 0}, ["0 victims"]),
        (
            {"total": 2, "sex": "female", "nationalities": ["TR", "XK"], "vulnerabilities": ["poverty"]},
            ["2 victims", "Sex: Female", "Nationalities: Türkiye, Kosovo*", "Vulnerabilities: Poverty"],
        ),
    ],
)
def test_victims_are_shown_as_totals(victims: dict[str, Any], shown: list[str]) -> None:
    assert facts(case_page(victims=victims))["Victims"] == shown


def test_what_is_not_coded_is_not_shown() -> None:
    page = case_page()
    assert set(facts(page)) == {
        "Court",
        "Case number",
        "Decided",
        "Outcome",
        "Offence",
        "Kind",
        "Text",
        "Language of the text",
    } - {"Case number"}
    assert (page.charges, page.elements, page.tables, page.chain, page.cites, page.cited_by) == ((), (), (), (), (), ())
    assert (page.unverified, page.review, page.corrections, page.authorities) == ((), (), (), ())


def test_a_chain_and_citations_lead_from_case_to_case() -> None:
    library = make_library(
        make_case("first", decided="2013-04-29"),
        make_case("appeal", decided="2015", court="ca", history=[{"relation": "appeal-of", "case": "first"}]),
        make_case("other", cites=[{"case": "first", "treatment": "followed", "paragraphs": [2]}]),
    )
    pages = pages_of(library)
    first = cast(CasePage, pages["en/cases/first.html"])
    assert [(step.link.href, step.current, step.relation and step.relation.text) for step in first.chain] == [
        ("en/cases/first.html", True, None),
        ("en/cases/appeal.html", False, "Appeal"),
    ]
    (citation,) = first.cited_by
    assert citation.treatment
    assert (words(citation.link), citation.link.href, citation.treatment.text) == (
        "Other",
        "en/cases/other.html",
        "Followed",
    )
    assert [(words(link), link.href) for link in citation.paragraphs] == [("2", "en/cases/other.html#p2")]
    (cited,) = cast(CasePage, pages["en/cases/other.html"]).cites
    assert (cited.link.href, [link.href for link in cited.paragraphs]) == (
        "en/cases/first.html",
        ["en/cases/other.html#p2"],
    )


# ------------------------------------------------------------------------------------------------ not yet verified


def test_a_field_that_is_not_verified_is_marked_and_no_other() -> None:
    page = case_page(decided="2013", victims={"total": 3, "adults": 2}, unverified=["decided", "victims.total"])
    assert unverified_facts(page) == ["Decided", "Victims"]
    assert page.unverified == ("date of the decision", "victims: total number")


def test_an_entry_of_a_list_that_is_not_verified_is_marked_and_no_other() -> None:
    page = case_page(
        charges=[CHARGE, {**CHARGE, "defendant": "A.D.", "sentence": {"fine": "5 EUR"}}],
        acts=["recruitment", {"value": "transportation", "paragraphs": [1], "basis": "court"}],
        unverified=["charges.2.sentence", "acts.1"],
    )
    assert [row.unverified for row in page.charges] == [False, True]
    assert [[element.unverified for element in group.elements] for group in page.elements] == [[True, False], [], []]
    assert page.unverified == ("charges and sentences, no. 2: sentence", "acts, no. 1")


def test_a_whole_group_that_is_not_verified_marks_all_that_it_holds() -> None:
    page = case_page(charges=[CHARGE, {**CHARGE, "defendant": "A.D."}], unverified=["charges"])
    assert [row.unverified for row in page.charges] == [True, True]
    assert unverified_facts(page) == ["Charge", "Sentence"]


def test_charges_2_is_not_charges_20() -> None:
    charges = [{**CHARGE, "defendant": f"defendant {n}"} for n in range(1, 21)]
    page = case_page(charges=charges, unverified=["charges.20"])
    assert [row.unverified for row in page.charges] == [False] * 19 + [True]


def test_a_paragraph_that_is_not_verified_is_marked_and_no_other() -> None:
    page = case_page(unverified=["p2"])
    assert [(block.number, block.unverified) for block in page.texts[0].rows[0] if block.kind == "paragraph"] == [
        (1, False),
        (2, True),
    ]
    assert page.unverified == ("paragraph 2",)


def test_rows_of_tables_are_marked_where_they_are_not_verified() -> None:
    page = case_page(
        compensation=[
            {"to": "victims", "claimed": "unknown", "awarded": "0 EUR", "referred_to_civil": "yes"},
            {"to": "applicant"},
        ],
        non_punishment={"raised_by": "defence", "result": "refused"},
        protection=[{"measure": "anonymous-witness", "result": "granted"}],
        unverified=["compensation.1.awarded", "non_punishment.result"],
    )
    assert [[row.unverified for row in table.rows] for table in page.tables] == [[True, False], [True], [False]]
    assert [[words(cell) for cell in row.cells] for row in page.tables[0].rows] == [
        ["victims", "not known", "EUR\u00a00", "not known", "yes"],
        ["applicant", "not known", "not known", "not known", "not known"],
    ]


# ------------------------------------------------------------------------------------------------ languages


def test_a_label_that_a_language_lacks_is_shown_in_english_and_says_so() -> None:
    library = make_library(
        make_case("a", court="bc-north", offences=["trafficking", "slavery"]), locales=(make_locale(), ALBANIAN)
    )
    page = cast(CasePage, pages_of(library)["sq/cases/a.html"])
    shown = {
        fact.name: [value.label if isinstance(value, Link) else value for value in fact.values]
        for fact in page.facts + page.details
    }
    assert shown["Court"] == [Label("Gjykata Veri")]
    assert shown["Offences"] == [Label("Trafikim"), Label("Slavery", "en")]
    assert shown["Outcome"] == [Label("Conviction", "en")]


def test_a_text_in_another_language_than_the_page_carries_its_language() -> None:
    library = make_library(
        make_case("a", language="sr"), make_case("b", language="sq"), locales=(make_locale(), ALBANIAN)
    )
    pages = pages_of(library)
    assert {path: page.lang for path, page in pages.items() if isinstance(page, CasePage)} == {
        "en/cases/a.html": "sr-Latn",
        "en/cases/b.html": "sq",
        "sq/cases/a.html": "sr-Latn",
        "sq/cases/b.html": None,
    }
    cards = cast(ListPage, pages["sq/cases/index.html"]).cards
    assert [(card.title, card.lang) for card in cards] == [("A", "sr-Latn"), ("B", None)]


def test_a_label_whose_wording_was_not_verified_says_so() -> None:
    page = case_page(court="hrc")
    (court,) = next(fact for fact in page.facts if fact.name == "Court").values
    assert isinstance(court, Link)
    assert court.label == Label("Human Rights Court", verified=False)


def test_every_tree_has_the_same_pages_and_each_page_names_the_others() -> None:
    library = make_library(
        make_case("a"), locales=(make_locale(), ALBANIAN), texts=[make_text("about", "About", "Text.")]
    )
    pages = pages_of(library)
    trees: dict[str, list[str]] = {"en": [], "sq": []}
    for path, page in pages.items():
        if path not in ("index.html", "404.html"):
            language, _, rest = path.partition("/")
            trees[language].append(rest)
            assert page.frame.alternates == (("en", f"en/{rest}"), ("sq", f"sq/{rest}"))
    assert trees["en"] == trees["sq"]


def test_a_text_that_a_language_lacks_is_shown_in_the_default_one_and_says_so() -> None:
    library = make_library(locales=(make_locale(), ALBANIAN), texts=[make_text("about", "About", "Text.")])
    pages = pages_of(library)
    assert cast(TextPage, pages["en/about.html"]).lang is None
    assert cast(TextPage, pages["sq/about.html"]).lang == "en"


def test_a_text_is_shown_in_each_language_that_it_has() -> None:
    texts = [make_text("about", "About", "Text."), make_text("about.sq", "Rreth", "Teksti.", "sq")]
    pages = pages_of(make_library(locales=(make_locale(), ALBANIAN), texts=texts))
    assert cast(TextPage, pages["en/about.html"]).heading == "About"
    assert cast(TextPage, pages["sq/about.html"]).heading == "Rreth"
    assert cast(TextPage, pages["sq/about.html"]).lang is None


def test_a_text_whose_name_and_field_say_two_languages_is_an_error() -> None:
    problems = Problems()
    file = b"---\ntitle: About\ndescription: About.\nlanguage: en\n---\nText."
    document = parse_document(file, "content/pages/about.sq.md", problems)
    assert document
    read_text_page(document, sample_vocabulary(), TODAY, problems)
    assert said(problems) == [
        'content/pages/about.sq.md:4:11: error[F305] language: "en", but the name of the file says "sq"\n'
        "    help: correct one of the two"
    ]


def test_the_gateway_offers_each_language_in_its_own_words() -> None:
    gateway = pages_of(make_library(locales=(make_locale(), ALBANIAN)))["index.html"]
    assert isinstance(gateway, GatewayPage)
    assert [(one.lang, one.name, one.title, one.href) for one in gateway.languages] == [
        ("en", "English", TITLE, "en/index.html"),
        ("sq", "Shqip", TITLE, "sq/index.html"),
    ]


# ------------------------------------------------------------------------------------------------ other pages


def test_of_a_withdrawn_case_only_the_reason_is_left() -> None:
    secret = make_case(
        "a",
        title="Secret title",
        summary="Secret summary.",
        case_numbers=["Secret 1/20"],
        charges=[CHARGE],
        body="[1] Secret text.",
        aliases=["old-a"],
        publication={"status": "withdrawn", "reason": "Published by mistake."},
    )
    pages = pages_of(make_library(secret, make_case("b")))
    tombstone, redirect = pages["en/cases/a.html"], pages["en/cases/old-a.html"]
    assert isinstance(tombstone, TombstonePage)
    assert tombstone.reason == "Published by mistake."
    assert tombstone.frame.title == "Withdrawn case"
    assert tombstone.frame.indexable is False
    assert isinstance(redirect, RedirectPage)
    assert redirect.target == Link(Label("Withdrawn case"), "en/cases/a.html")
    assert not [path for path, page in pages.items() if "Secret" in repr(page) or "L.D." in repr(page)]


def test_old_addresses_lead_to_the_present_one_in_every_language() -> None:
    library = make_library(make_case("a", aliases=["old-a", "older-a"]), locales=(make_locale(), ALBANIAN))
    redirects = {path: page.target.href for path, page in pages_of(library).items() if isinstance(page, RedirectPage)}
    assert redirects == {
        f"{language}/cases/{alias}.html": f"{language}/cases/a.html"
        for language in ("en", "sq")
        for alias in ("old-a", "older-a")
    }


def test_the_text_home_opens_the_front_page_and_has_no_page_of_its_own() -> None:
    pages = pages_of(
        make_library(texts=[make_text("home", "Home", "## Welcome\n\nTo the *library*.\n\n- one\n- two\n")])
    )
    assert "en/home.html" not in pages
    assert cast(HomePage, pages["en/index.html"]).introduction.html == (
        '<h2 id="h-welcome">Welcome</h2>\n<p>To the <em>library</em>.</p>\n<ul><li>one</li><li>two</li></ul>'
    )


def test_the_page_for_unknown_addresses_leads_on() -> None:
    page = pages_of(make_library(make_case("a")))["404.html"]
    assert isinstance(page, NotFoundPage)
    hrefs = [link.href for language in page.languages for link in language.ways_in]
    assert hrefs == [
        "en/index.html",
        "en/cases/index.html",
        "en/courts/index.html",
        "en/years/index.html",
        "en/offences/index.html",
        "en/laws/index.html",
        "en/topics/index.html",
        "en/statistics/index.html",
        "en/search.html",
    ]


def test_every_link_between_pages_leads_to_a_page() -> None:
    library = make_library(
        make_case("a", cites=[{"case": "b", "paragraphs": [1]}], aliases=["old-a"]),
        make_case("b", court="dc-north", history=[{"relation": "related", "case": "a"}]),
        locales=(make_locale(), ALBANIAN),
        texts=[make_text("about", "About", "Text."), make_text("method", "Method", "Text.")],
    )
    pages = pages_of(library)
    addresses = {href.partition("#")[0].partition("?")[0] for page in pages.values() for href in hrefs_of(page)}
    citations = {
        urls.export(locale.key, case, extension)
        for locale in library.locales
        for case in library.catalogue.by_id
        for extension in FORMATS
    }
    files = make_files(library).keys() | citations
    assert {address for address in addresses if address and "://" not in address} - pages.keys() - files == set()


def hrefs_of(value: Page | object) -> list[str]:
    """Return every address that a page holds, however deep."""
    if isinstance(value, tuple):
        return [href for item in value for href in hrefs_of(item)]
    if not hasattr(value, "__dataclass_fields__"):
        return []
    found = [value.href] if isinstance(getattr(value, "href", None), str) else []  # type: ignore[attr-defined]
    return found + [href for name in value.__dataclass_fields__ for href in hrefs_of(getattr(value, name))]


def test_no_fact_stands_without_a_value() -> None:
    page = case_page(charges=[CHARGE], victims={"sex": "female"})
    assert [fact.name for fact in (*page.facts, *page.details) if not fact.values] == []
