"""From the laws to their cases: what the pages of laws and articles show, and the convention article by article."""

from __future__ import annotations

from typing import Any, cast

import pytest

from caselaw import urls
from caselaw.pages.articles import counterparts, offences_of
from caselaw.pages.context import Context, Library
from caselaw.pages.law_model import ArticlePage, CompliancePage, LawIndexPage, LawPage
from caselaw.pages.law_parts import ArticleCase, Checked, ComplianceCase
from caselaw.pages.laws import law_entries
from caselaw.pages.parts import Label, Link, Phrase, StatusMark
from caselaw.problems import Problems
from caselaw.terms import Article, Law
from caselaw.values import Provision
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary
from tests.project import ROOT
from tests.sample_library import make_case, make_library, make_locale, pages_of, sample_vocabulary

CONVICTED = {"defendant": "L.D.", "charged": "code-2003/139", "finding": "convicted"}


def words(value: Label | Link | Phrase) -> str:
    if isinstance(value, Phrase):
        return "".join(part.text for part in value.parts)
    return value.text if isinstance(value, Label) else value.label.text


def said(checked: Checked) -> str:
    """Return what is said, with an exclamation mark where it still has to be checked."""
    return words(checked.value) + "!" * checked.unverified


def library_of(**fields: Any) -> Library:
    return make_library(make_case("a", **fields))


def law(library: Library, key: str) -> LawPage:
    page = pages_of(library)[urls.listing("en", "laws", key)]
    assert isinstance(page, LawPage)
    return page


def article(library: Library, key: str) -> ArticlePage:
    page = pages_of(library)[urls.article("en", *key.split("/"))]
    assert isinstance(page, ArticlePage)
    return page


def compliance(library: Library) -> CompliancePage:
    page = pages_of(library)["en/compliance.html"]
    assert isinstance(page, CompliancePage)
    return page


def the_case(key: str = "code-2003/139", **fields: Any) -> ArticleCase:
    """Return the only case on the page of an article."""
    (found,) = article(library_of(**fields), key).cases
    return found


def uses(key: str = "code-2003/139", **fields: Any) -> list[str]:
    return [said(use) for use in the_case(key, **fields).uses]


# ------------------------------------------------------------------------------------------------ laws


def test_laws_stand_by_kind_with_the_number_of_cases_that_name_one_of_their_articles() -> None:
    library = make_library(
        make_case("a", applies=["code-2003/139", "code-2003/140"]),
        make_case("b", charges=[CONVICTED]),
        make_case("c", court="hrc", findings=[{"provision": "treaty/4", "result": "violation"}]),
    )
    page = pages_of(library)["en/laws/index.html"]
    assert isinstance(page, LawIndexPage)
    assert [(group.heading.text, [(words(e.link), e.count) for e in group.entries]) for group in page.groups] == [
        ("Codes of Kosovo*", [("Criminal Code of 2003", 2), ("Criminal Code of 2012", 0)]),
        ("International conventions", [("Treaty against slavery", 1), ("Convention against trafficking", 0)]),
    ]
    assert page.compliance == Link(Label("The Convention article by article"), "en/compliance.html")


def test_a_law_says_in_the_list_when_it_was_in_force_and_what_of_that_is_not_verified() -> None:
    page = pages_of(make_library())["en/laws/index.html"]
    assert isinstance(page, LawIndexPage)
    assert [[said(detail) for detail in entry.details] for group in page.groups for entry in group.entries] == [
        ["CC 2003", "2003/25", "6 April 2004 to 31 December 2012!"],
        ["CC 2012", "from 1 January 2013"],
        ["TAS"],
        ["CETS 197", "of 3 May 2005"],
    ]


def test_the_front_page_leads_to_the_laws_that_cases_name() -> None:
    context = Context(library_of(charges=[CONVICTED]), make_locale())
    assert [(words(entry.link), entry.count) for entry in law_entries(context)] == [
        ("Criminal Code of 2003 (2003/25)", 1)
    ]


def test_a_law_shows_its_period_its_sources_and_its_versions_with_what_is_not_verified() -> None:
    older, newer = law(make_library(), "code-2003"), law(make_library(), "code-2012")
    assert [(fact.name, [words(value) for value in fact.values], fact.unverified) for fact in older.facts] == [
        ("Cited here as", ["CC 2003"], False),
        ("Number", ["2003/25"], False),
        ("Kind", ["Code"], False),
        ("In force from", ["6 April 2004"], False),
        ("Applied until", ["31 December 2012"], True),
        ("After it", ["Criminal Code of 2012"], True),
        ("Source", ["code.example"], False),
    ]
    assert [(fact.name, [words(value) for value in fact.values], fact.unverified) for fact in newer.facts][3:] == [
        ("Before it", ["Criminal Code of 2003 (2003/25)"], True),
        ("Official gazette", ["No. 19"], True),
        ("Source", ["general knowledge, not read in a source"], False),
    ]


def test_articles_can_be_linked_to_whether_or_not_they_have_a_page() -> None:
    (group,) = law(library_of(charges=[CONVICTED]), "code-2003").groups
    assert [(entry.id, entry.number, entry.href, entry.count) for entry in group.entries] == [
        ("article-139", "Art. 139", "en/laws/code-2003/139.html", 1),
        ("article-140", "Art. 140", None, 0),
        ("article-274", "Art. 274", None, 0),
    ]


def test_articles_of_a_convention_stand_by_chapter() -> None:
    page = law(make_library(), "cets-197")
    assert [(words(group.heading), len(group.entries)) for group in page.groups if group.heading] == [
        ("Chapter I: Definitions", 2),
        ("Chapter II: Criminal law", 2),
    ]
    assert [(said(standing.statement), standing.source and words(standing.source)) for standing in page.standing] == [
        ("A statement that nobody read.!", None),
        ("A statement that was read.", "council.example"),
    ]


# ------------------------------------------------------------------------------------------------ articles


def test_an_article_has_a_page_if_a_case_names_it_or_it_is_about_an_offence() -> None:
    def articles(library: Library) -> set[str]:
        return {path for path, page in pages_of(library).items() if isinstance(page, ArticlePage)}

    always = {f"en/laws/{name}.html" for name in ("code-2003/139", "code-2012/171", "treaty/4", "cets-197/4")}
    always |= {"en/laws/cets-197/18.html"}
    assert articles(make_library()) == always
    assert articles(library_of(applies=["code-2003/274/1"])) == {*always, "en/laws/code-2003/274.html"}
    assert articles(library_of(applies=["code-2003/274/1"], publication={"status": "draft"})) == always


def test_every_article_page_lists_exactly_the_cases_of_the_catalogue_newest_first() -> None:
    library = make_library(
        make_case("a", decided="2011", applies=["code-2003/139"]),
        make_case("b", decided="2015", charges=[{**CONVICTED, "convicted_of": "code-2003/140"}]),
        make_case("c", decided="2013", charges=[{**CONVICTED, "charged": "trafficking"}]),
        make_case("d", decided="2012", findings=[{"provision": "treaty/4", "result": "violation"}]),
        make_case("e", decided="2014", applies=["code-2003/139"], publication={"status": "draft"}),
    )
    listed = {
        page.frame.path: [case.link.href for case in page.cases]
        for page in pages_of(library).values()
        if isinstance(page, ArticlePage)
    }
    by_article = library.catalogue.by_article
    assert {path: hrefs for path, hrefs in listed.items() if hrefs} == {
        urls.article("en", *key.split("/")): [urls.case("en", case.id) for case in cases]
        for key, cases in by_article.items()
    }
    assert listed["en/laws/code-2003/139.html"] == ["en/cases/b.html", "en/cases/a.html"]


def test_a_case_says_beside_its_outcome_what_became_of_it_later() -> None:
    library = make_library(
        make_case("first", decided="2013", applies=["code-2003/139"]),
        make_case("appeal", decided="2015", outcome="quashed", history=[{"relation": "appeal-of", "case": "first"}]),
    )
    (listed,) = cast(ArticlePage, pages_of(library)["en/laws/code-2003/139.html"]).cases
    assert listed.status == StatusMark("annulled later", grave=True)


def test_a_case_says_how_it_names_the_article() -> None:
    assert uses(applies=["code-2003/139/1"]) == ["Named in the case as a whole"]
    assert uses(charges=[CONVICTED, {**CONVICTED, "defendant": "A.D."}]) == ["Charged: L.D., A.D. (Convicted)"]
    assert uses("treaty/4", findings=[{"provision": "treaty/4", "result": "violation", "aspect": "procedural"}]) == [
        "Finding: Violation, Procedural"
    ]


def test_a_requalified_charge_is_said_from_both_ends() -> None:
    charges = [{**CONVICTED, "finding": "reclassified", "convicted_of": "code-2003/140"}]
    assert uses("code-2003/139", charges=charges) == ["Charged: L.D. (convicted under CC 2003 Art. 140)"]
    assert uses("code-2003/140", charges=charges) == ["Convicted: L.D. (charged under CC 2003 Art. 139)"]
    unknown = [{**CONVICTED, "charged": "slavery", "convicted_of": "code-2003/139"}]
    assert uses(charges=unknown) == ["Convicted: L.D. (charged under Slavery)"]


def test_what_is_not_verified_of_a_case_says_so() -> None:
    charges = [{**CONVICTED, "sentence": {"imprisonment": "8 years"}}, {**CONVICTED, "defendant": "A.D."}]
    case = the_case(charges=charges, applies=["code-2003/139"], unverified=["charges.1.sentence", "outcome"])
    assert [said(use) for use in case.uses] == ["Charged: L.D., A.D. (Convicted)!", "Named in the case as a whole"]
    assert [said(sentence) for sentence in case.sentences] == ["L.D.: 8 years!"]
    assert said(case.outcome) == "Conviction!"


def test_sentences_are_those_for_charges_under_the_article() -> None:
    charges = [
        {**CONVICTED, "sentence": {"imprisonment": "8 years"}},
        {"defendant": "A.D.", "charged": "code-2003/274", "finding": "convicted", "sentence": {"fine": "100 EUR"}},
    ]
    case = the_case(charges=charges)
    assert ([said(sentence) for sentence in case.sentences], case.whole) == (["L.D.: 8 years"], False)


def test_a_sentence_after_a_requalification_says_for_what_it_was_passed() -> None:
    six_months = {"imprisonment": "6 months"}
    charges = [
        {**CONVICTED, "finding": "reclassified", "convicted_of": "code-2003/140", "sentence": six_months},
        {**CONVICTED, "finding": "reclassified", "convicted_of": "smuggling", "sentence": six_months},
        {**CONVICTED, "convicted_of": "code-2003/139/2", "sentence": {"imprisonment": "3 years"}},
    ]
    assert [said(sentence) for sentence in the_case(charges=charges).sentences] == [
        "for CC 2003 Art. 140: L.D.: 6 months",
        "for Smuggling of migrants: L.D.: 6 months",
        "L.D.: 3 years",
    ]
    (other,) = article(library_of(charges=charges), "code-2003/140").cases
    assert [said(sentence) for sentence in other.sentences] == ["L.D.: 6 months"]


def test_a_requalified_sentence_keeps_the_language_of_its_parts_and_its_mark() -> None:
    sentence = {"imprisonment": "6 months", "other": ["ndalim"]}
    charges = [{**CONVICTED, "convicted_of": "code-2003/140", "sentence": sentence}]
    (found,) = the_case(charges=charges, language="sq", unverified=["charges.1"]).sentences
    assert said(found) == "for CC 2003 Art. 140: L.D.: 6 months, ndalim!"
    assert isinstance(found.value, Label)
    assert [piece.text for piece in found.value.pieces if piece.lang == "sq"] == ["ndalim"]


def test_only_the_provision_that_is_not_verified_is_marked_as_such() -> None:
    applies = ["code-2003/139", "code-2003/140"]
    case = {key: uses(f"code-2003/{key}", applies=applies, unverified=["applies.2"]) for key in ("139", "140")}
    assert case == {"139": ["Named in the case as a whole"], "140": ["Named in the case as a whole!"]}


def test_where_no_charge_names_the_article_the_sentences_of_the_whole_case_say_so() -> None:
    charges = [{**CONVICTED, "charged": "unknown", "sentence": {"imprisonment": "life"}}]
    case = the_case(charges=charges, applies=["code-2003/139"])
    assert ([said(sentence) for sentence in case.sentences], case.whole) == (["L.D.: life imprisonment"], True)


def test_a_range_that_was_not_read_is_never_shown_as_a_fact() -> None:
    first, second = article(make_library(), "code-2003/139").penalties
    assert (first.imprisonment, first.fine, first.unverified) == ("2 years to 12 years", "not read", False)
    assert second.unverified
    assert second.imprisonment == "at least 3 years (no maximum was read)"
    assert second.fine == "up to EUR\u00a050,000 (no minimum was read)"


def test_an_article_without_penalties_says_that_none_was_read_where_it_would_threaten_one() -> None:
    pages = make_library()
    assert (article(pages, "code-2012/171").has_penalties, article(pages, "code-2012/171").penalties) == (True, ())
    assert not article(pages, "treaty/4").has_penalties


def test_a_number_that_was_not_verified_says_so() -> None:
    page = article(make_library(), "code-2012/171")
    assert page.number_unverified
    assert not page.heading.verified
    assert page.cases == ()


def test_corresponding_articles_stand_in_the_order_of_their_time_with_the_own_one_in_its_place() -> None:
    (line,) = article(make_library(), "code-2012/171").correspondences
    assert [(words(entry.link), entry.current) for entry in line.laws] == [
        ("CC 2003 Art. 139 (trafficking in persons)", False),
        ("CC 2012 Art. 171 (trafficking in persons)", True),
    ]
    assert [words(entry.link) for entry in line.conventions] == [
        "CETS 197 Art. 4 (definitions)",
        "CETS 197 Art. 18 (criminalisation)",
    ]


def real_vocabulary() -> Vocabulary:
    vocabulary = read_vocabulary(ROOT, Problems())
    assert vocabulary
    return vocabulary


def pairs(vocabulary: Vocabulary) -> set[tuple[str, str]]:
    """Return all pairs of an article and one that corresponds to it."""
    laws: list[tuple[Law, Article]] = [(law, article) for law in vocabulary.all_laws() for article in law.articles]
    return {
        (f"{law.id}/{article.article}", f"{other.id}/{counterpart.article}")
        for law, article in laws
        for found in counterparts(vocabulary.all_laws(), law, article).values()
        for other, counterpart in found
    }


def test_correspondence_is_mutual_and_never_with_the_own_law() -> None:
    for vocabulary in (sample_vocabulary(), real_vocabulary()):
        found = pairs(vocabulary)
        assert found
        assert {(other, one) for one, other in found} == found
        assert [pair for pair in found if pair[0].split("/")[0] == pair[1].split("/")[0]] == []


def test_articles_correspond_exactly_if_they_share_an_offence() -> None:
    vocabulary = real_vocabulary()

    def offences(key: str) -> frozenset[str]:
        found = vocabulary.article(Provision(*key.split("/")))
        assert found
        return offences_of(found)

    keys = [(law.id, f"{law.id}/{article.article}") for law in vocabulary.all_laws() for article in law.articles]
    assert pairs(vocabulary) == {
        (one, other)
        for law, one in keys
        for other_law, other in keys
        if law != other_law and offences(one) & offences(other)
    }


def test_the_codes_lead_from_one_to_the_next() -> None:
    vocabulary = real_vocabulary()
    assert [law.id for law in vocabulary.earlier_laws("cc-2019")] == ["cc-2012", "pcck-2003"]
    assert {("pcck-2003/139", "cc-2012/171"), ("cc-2012/171", "cc-2019/165"), ("cc-2019/165", "echr/4")} <= pairs(
        vocabulary
    )


# ------------------------------------------------------------------------------------------------ compliance


def touched(page: CompliancePage) -> dict[str, dict[str, list[str]]]:
    """Return by article and way the cases that touch it."""
    return {
        entry.id: {group.name: [words(case.link) for case in group.cases] for group in entry.groups}
        for chapter in page.chapters
        for entry in chapter.articles
    }


def cases_by_article(page: CompliancePage) -> list[tuple[str, ComplianceCase]]:
    articles = (entry for chapter in page.chapters for entry in chapter.articles)
    return [(entry.id, case) for entry in articles for group in entry.groups for case in group.cases]


def test_cases_that_a_court_and_that_the_editors_link_are_told_apart_as_are_those_of_kosovo() -> None:
    page = compliance(
        make_library(
            make_case("a", applies=["cets-197/4"], topics=["organ-removal"]),
            make_case("b", court="hrc", applies=["cets-197/4"]),
            make_case("c", topics=["organ-removal"]),
            make_case("d", court="hrc", topics=["organ-removal"]),
            make_case("e", topics=["organ-removal"], publication={"status": "draft"}),
        )
    )
    by_topic = {
        "Kosovo*: linked by the editors through a topic or an aggravating fact": ["A", "C"],
        "Elsewhere: linked by the editors through a topic or an aggravating fact": ["D"],
    }
    assert touched(page) == {
        "article-4": {
            "Kosovo*: named by the court": ["A"],
            "Kosovo*: linked by the editors through a topic or an aggravating fact": ["C"],
            "Elsewhere: named by the court": ["B"],
            "Elsewhere: linked by the editors through a topic or an aggravating fact": ["D"],
        },
        "article-18": by_topic,
        "article-26": {},
    }


def test_an_aggravating_fact_touches_the_article_that_it_concerns() -> None:
    library = library_of(aggravating=[{"value": "child-victim", "paragraphs": [1], "basis": "court"}])
    articles = [article for chapter in compliance(library).chapters for article in chapter.articles]
    (touched,) = (article for article in articles if article.groups)
    assert touched.id == "article-26"


def test_gaps_are_counted_and_named() -> None:
    page = compliance(library_of(court="hrc", topics=["organ-removal"]))
    assert {fact.name: words(fact.values[0]) for fact in page.facts} == {
        "Articles under which cases are indexed": "3",
        "Articles with a case": "2",
        "Articles that a court named": "0",
        "Articles with a case only through a topic or an aggravating fact (the editors’ link)": "2",
        "Articles with a case of Kosovo*": "0",
        "Without any case": "1",
    }
    assert page.gaps == (Link(Label("Article 26: non-punishment"), "#article-26"),)


@pytest.mark.parametrize(
    "fields",
    [
        {"applies": ["cets-197/26"], "unverified": ["applies"]},
        {"applies": ["treaty/4", "cets-197/26"], "unverified": ["applies.2"]},
        {"findings": [{"provision": "cets-197/26", "result": "violation"}], "unverified": ["findings.1"]},
        {"charges": [{**CONVICTED, "convicted_of": "cets-197/26"}], "unverified": ["charges.1.convicted_of"]},
    ],
)
def test_a_naming_that_was_not_verified_is_shown_with_its_mark_and_counts_for_nothing(fields: dict[str, Any]) -> None:
    page = compliance(library_of(**fields))
    assert touched(page)["article-26"] == {"Kosovo*: named by the court": ["A"]}
    assert [case.unverified for key, case in cases_by_article(page) if key == "article-26"] == [True]
    assert {words(fact.values[0]) for fact in page.facts[1:5]} == {"0"}
    assert "#article-26" in [gap.href for gap in page.gaps]


def test_a_case_whose_naming_was_not_verified_still_counts_by_its_topics() -> None:
    fields = {"applies": ["cets-197/4"], "topics": ["organ-removal"]}
    page = compliance(library_of(**fields, unverified=["applies"]))
    assert touched(page)["article-4"] == {
        "Kosovo*: named by the court": ["A"],
        "Kosovo*: linked by the editors through a topic or an aggravating fact": ["A"],
    }
    counts = {fact.name: words(fact.values[0]) for fact in page.facts}
    assert counts["Articles that a court named"] == "0"
    assert counts["Articles with a case only through a topic or an aggravating fact (the editors’ link)"] == "2"
    page = compliance(library_of(**fields, unverified=["topics"]))
    assert [(key, case.unverified) for key, case in cases_by_article(page)] == [
        ("article-4", False),
        ("article-18", True),
    ]


def test_articles_under_which_no_cases_are_indexed_stand_aside_until_a_case_names_them() -> None:
    aside = [words(link) for chapter in compliance(make_library()).chapters for link in chapter.aside]
    assert aside == ["Article 1: purposes"]
    page = compliance(library_of(applies=["cets-197/1"]))
    assert [link for chapter in page.chapters for link in chapter.aside] == []
    assert touched(page)["article-1"] == {"Kosovo*: named by the court": ["A"]}


def test_chapters_stand_in_their_order_also_where_no_article_of_theirs_is_listed() -> None:
    assert [(words(chapter.heading), len(chapter.articles)) for chapter in compliance(make_library()).chapters] == [
        ("Chapter I: Definitions", 1),
        ("Chapter II: Criminal law", 2),
        ("Chapter III: Final clauses", 0),
    ]


def test_every_article_of_the_real_convention_stands_in_a_chapter() -> None:
    convention = real_vocabulary().law("cets-197")
    assert convention
    assert [article.article for article in convention.articles] == [str(number) for number in range(1, 39)]
    assert all(article.chapter for article in convention.articles)
