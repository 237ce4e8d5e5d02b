"""What names a case in a text, what does not, and what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from caselaw.pages.model import CasePage
from caselaw.problems import Problems
from caselaw.reference_finder import Finder
from caselaw.references import Mention, link_references
from tests.sample_library import make_case, make_catalogue, make_library, pages_of, said, translated

ECLI = "ECLI:CE:ECHR:2010:0107JUD002596504"
CASES = (
    make_case("harbour", case_numbers=["P 309/10", "P 340/10"]),
    make_case("legality", case_numbers=["Pml.Kzz 92/2016"]),
    make_case("rantsev", title="Rantsev v. Cyprus and Russia", case_numbers=["25965/04"], ecli=ECLI),
    make_case("s-m", title="S.M. v. Croatia [GC]", case_numbers=["60561/14"]),
    make_case("siliadin", title="Siliadin v. France"),
    make_case("chowdury", title="Chowdury and Others v. Greece"),
    make_case("a-n", title="A.N. v. the United Kingdom"),
    make_case("joseph", title="R v Joseph and others", case_numbers=["[2013] EWCA Crim 991", "2012/01106"]),
    make_case("single", title="R v L", case_numbers=["[2009] EWHC 225 (QB)"]),
    make_case("tribunal", case_numbers=["IT-96-23", "IT-96-23/1-A"]),
    make_case("council", title="Council v. Commission"),
    make_case("twice-1", case_numbers=["PKR 7/15"], decided="2015"),
    make_case("twice-2", case_numbers=["PKR. nr. 7/2015"], decided="2016"),
)  # fmt: skip
FINDER = Finder(CASES)


def found(html: str) -> list[tuple[str, list[str]]]:
    return [(reference.words, sorted(reference.cases)) for reference in FINDER.find(html)]


NAMED: Mapping[str, tuple[str, str]] = {
    "see P 309/10.": ("P 309/10", "harbour"),
    "(P. nr. 340/2010)": ("P. nr. 340/2010", "harbour"),
    "in P.br.309/10, too": ("P.br.309/10", "harbour"),
    "decision Pml. Kzz. nr.\n92/16.": ("Pml. Kzz. nr. 92/16", "legality"),
    "application no. 25965/04, § 282": ("25965/04", "rantsev"),
    "kërkesa nr. 25965/04": ("25965/04", "rantsev"),
    "ECLI:CE:ECHR:2010:0107JUD002596504.": ("ECLI:CE:ECHR:2010:0107JUD002596504", "rantsev"),
    "ecli:ce:echr:2010:0107jud002596504": ("ecli:ce:echr:2010:0107jud002596504", "rantsev"),
    "<em>Rantsev\nv. Cyprus and Russia</em>, cited": ("Rantsev v. Cyprus and Russia", "rantsev"),
    "Rantsev v Cyprus and Russia": ("Rantsev v Cyprus and Russia", "rantsev"),
    "In Rantsev the Court": ("Rantsev", "rantsev"),
    "S.M. v. Croatia, cited above": ("S.M. v. Croatia", "s-m"),
    "R v. Joseph and\nOthers [2013]": ("R v. Joseph and Others", "joseph"),
    "it held ([2013] EWCA Crim 991) that": ("[2013] EWCA Crim 991", "joseph"),
    "[2009] EWHC 225 (QB), at 12": ("[2009] EWHC 225 (QB)", "single"),
    "in IT-96-23/1-A, below": ("IT-96-23/1-A", "tribunal"),
    "in IT-96-23.": ("IT-96-23", "tribunal"),
    "as in Chowdury and others": ("Chowdury", "chowdury"),
}


@pytest.mark.parametrize("html", NAMED)
def test_a_case_is_found_by_any_spelling_of_its_number_or_name(html: str) -> None:
    words, case = NAMED[html]
    assert found(html) == [(words, [case])]


@pytest.mark.parametrize(
    "html",
    [
        *("AP 309/10", "AP-P 309/10", "GJ.P 309/10", "Kzz 92/2016", "A.P. 309/10", "EULEX/P 309/10"),
        *("PPS 41/09 and PPS 107/10", "309/10", "on 12/12/2010, 1/2010", "EUR 15/20", "CAT/C/71/D/839/2017"),
        *("Law No. 04/L-082", "Law no. 25965/04", "UNMIK/REG/2003/25", "2011/36/EU", "Regulation no. 2001/04"),
        *("Official Gazette no. 2003/25", "Resolution 55/25", "no. 29 of 1930", "A/RES/55/25", "25965/04-1"),
        *("Mr Rantsev said", "Siliadin v. Belgium", "<em>Siliadin</em> v. Belgium", "Siliadin and Others v. Belgium"),
        *("Rantsev v. Cyprus", "X.Y. and A.N. v. the United Kingdom", "A.N. v. the United Kingdom and Greece"),
        *("R v L and others", "[2018] EWCA Civ 594", "[2013] EWCA Crim 9911", "IT-96-23/2", "IT-96-231"),
        *("Rantsevs", "Rantsev-like", "S.M. and others", "the Council of Europe"),
        *('<a href="x">P 309/10</a>', "<code>P 309/10</code>", '<a href="x"><em>Rantsev</em> case</a>'),
    ],
)
def test_what_only_looks_like_a_case_is_left_alone(html: str) -> None:
    assert found(html) == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("application no. 12345/06", "12345/06"),
        ("P 999/12", "P 999/12"),
        ("(PKR.nr.8/2015)", "PKR.nr.8/2015"),
        ("ECLI:CE:ECHR:2011:0107JUD002596504", "ECLI:CE:ECHR:2011:0107JUD002596504"),
    ],
)
def test_what_is_clearly_the_number_of_a_case_is_found_without_one(html: str, words: str) -> None:
    assert found(html) == [(words, [])]


def test_several_references_are_found_each_at_its_place() -> None:
    names = "<em>Siliadin v France</em> and Rantsev v. Cyprus and Russia"
    html = f"{names}, nos. 60561/14 and 25965/04; P 309/10 &amp; P 340/10"
    references = FINDER.find(html)
    assert [sorted(one.cases) for one in references] == [
        *(["siliadin"], ["rantsev"], ["s-m"], ["rantsev"], ["harbour"], ["harbour"])
    ]
    assert [html[one.start : one.end] for one in references] == [one.words for one in references]


def test_a_number_of_two_cases_names_both() -> None:
    assert found("PKR br. 7/15") == [("PKR br. 7/15", ["twice-1", "twice-2"])]


def text(*paragraphs: str) -> str:
    return "\n\n".join(f"[{number}] {words}" for number, words in enumerate(paragraphs, 1))


def test_a_mention_is_seen_from_both_ends_with_its_paragraphs_in_every_language() -> None:
    citing = make_case("citing", text("See Rantsev.", "And P 309/10.", "Nothing."))
    citing = translated(citing, "sq", text("Asgjë.", "Asgjë.", "Shih 25965/04."))
    references = make_library(citing, *CASES).references
    to_rantsev, to_harbour = Mention("citing", "rantsev", (1, 3)), Mention("citing", "harbour", (2,))
    assert references.mentions == {"citing": (to_harbour, to_rantsev)}
    assert references.mentioned_by == {"harbour": (to_harbour,), "rantsev": (to_rantsev,)}
    assert sorted(references.links_in("citing", "sq")) == [2]


def test_a_case_is_never_linked_to_itself_nor_warned_of_its_own_number() -> None:
    own = make_case("own", text("This case, K 1/20, and K 1/20."), case_numbers=["K 1/20"])
    problems = Problems()
    references = link_references(make_catalogue(own), (), (), problems)
    assert (references.links, said(problems)) == ({}, [])


def test_a_hidden_case_is_neither_linked_nor_taken_for_another() -> None:
    draft = make_case("draft", title="Harbour v. Station", case_numbers=["K 1/20"], publication={"status": "draft"})
    twin = make_case("twin", case_numbers=["K 1/20"], decided="2019")
    citing = make_case("citing", text("See Harbour v. Station."))
    problems = Problems()
    assert link_references(make_catalogue(citing, draft), [draft], (), problems).links == {}
    assert said(problems) == []
    numbered = make_case("numbered", text("See K 1/20."))
    assert link_references(make_catalogue(numbered, twin, draft), [draft], (), problems).links == {}
    assert [line.split("] ")[1].split("\n")[0] for line in said(problems)] == [
        '"K 1/20" may mean draft or twin; it is not linked'
    ]


def test_nothing_is_said_of_a_number_that_stands_among_the_authorities() -> None:
    problems = Problems()
    citing = make_case("citing", text("As in no. 12345/06."), authorities=["A. v. B., no. 12345/06"])
    link_references(make_catalogue(citing), (), (), problems)
    assert said(problems) == []


def page_of(case_id: str, pages: Mapping[str, object]) -> CasePage:
    page = pages[f"en/cases/{case_id}.html"]
    assert isinstance(page, CasePage)
    return page


def test_a_reference_in_the_text_is_a_link_to_the_page_of_the_case() -> None:
    citing = make_case("citing", text("See *Rantsev* & P 309/10, [here](https://example.org/a)."))
    library = make_library(citing, *CASES)
    (block,) = page_of("citing", pages_of(library)).texts[0].rows[0]
    link = '<a class="prose-reference" href="{}.html" title="{}">{}</a>'
    rantsev = link.format("rantsev", "Rantsev v. Cyprus and Russia", "Rantsev")
    assert f"See <em>{rantsev}</em> &amp; {link.format('harbour', 'Harbour', 'P 309/10')}, <a" in block.html


def test_what_is_cited_or_of_the_same_proceedings_is_not_listed_as_mentioned_as_well() -> None:
    citing = make_case(
        "citing",
        text("Rantsev, P 309/10 and Siliadin."),
        decided="2021",
        cites=[{"case": "rantsev"}],
        history=[{"relation": "appeal-of", "case": "harbour"}],
    )
    pages = pages_of(make_library(citing, *CASES))
    assert [row.link.href for row in page_of("citing", pages).mentions] == ["en/cases/siliadin.html"]
    (row,) = page_of("siliadin", pages).mentioned_by
    assert (row.link.href, [link.href for link in row.paragraphs]) == (
        "en/cases/citing.html",
        ["en/cases/citing.html#p1"],
    )
    assert page_of("rantsev", pages).mentioned_by == page_of("harbour", pages).mentioned_by == ()
