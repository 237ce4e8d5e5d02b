"""What names a case in a text, what does not, and what becomes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pytest

from caselaw.catalogue import Catalogue
from caselaw.checks import Case
from caselaw.citations import link_citations
from caselaw.pages.model import CasePage
from caselaw.problems import Problems
from caselaw.reference_finder import Citing, Finder
from caselaw.references import Mention, References, link_references
from caselaw.vocabulary_files import read_vocabulary
from tests.project import ROOT
from tests.sample_library import (
    make_case,
    make_catalogue,
    make_library,
    pages_of,
    said,
    sample_vocabulary,
    translated,
)

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
FINDER = Finder(CASES, sample_vocabulary().courts())
SUPREME_COURT = Citing("sc")


def found(html: str) -> list[tuple[str, list[str]]]:
    return [(reference.words, sorted(reference.cases)) for reference in FINDER.find(html, SUPREME_COURT)]


def linked(catalogue: Catalogue, problems: Problems, hidden: Iterable[Case] = ()) -> References:
    vocabulary = sample_vocabulary()
    graph = link_citations(catalogue, vocabulary, Problems(), hidden)
    return link_references(catalogue, graph, vocabulary, problems, hidden)


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
    html = f"{names}, applications nos. 60561/14 and 25965/04; P 309/10 &amp; P 340/10"
    references = FINDER.find(html, SUPREME_COURT)
    assert [sorted(one.cases) for one in references] == [
        *(["siliadin"], ["rantsev"], ["s-m"], ["rantsev"], ["harbour"], ["harbour"])
    ]
    assert [html[one.start : one.end] for one in references] == [one.words for one in references]


def test_a_number_of_two_cases_names_both() -> None:
    assert found("PKR br. 7/15") == [("PKR br. 7/15", ["twice-1", "twice-2"])]


REAL_COURTS = read_vocabulary(ROOT, Problems())
assert REAL_COURTS
TITLED = (
    make_case("medicus", title="Medicus (first instance)", case_numbers=["P 309/10", "P 340/10"]),
    make_case("appeal", title="Court of Appeals", case_numbers=["PAKR 52/14"]),
    make_case("labour", title="Labour exploitation"),
    make_case("ote", title="O.T.E. (C-66/21)", case_numbers=["C-66/21"]),
    make_case("tang", title="R v Tang", case_numbers=["M5/2008"], decided="2008-08-28"),
    make_case("siliadin", title="Siliadin v. France", case_numbers=["73316/01"], decided="2005-07-26"),
    make_case("s-m", title="S.M. v. Croatia [GC]", case_numbers=["60561/14"], decided="2020-06-25"),
    make_case("l-e", title="L.E. v. Greece", case_numbers=["71545/12"], decided="2016-01-21"),
    make_case("l-r", title="L.R. v. the United Kingdom (dec.)", case_numbers=["49113/09"], decided="2011-06-14"),
    make_case("rantsev", title="Rantsev v. Cyprus and Russia", case_numbers=["25965/04"], decided="2010-01-07"),
    make_case("zoletic", title="Zoletić and Others v. Azerbaijan", case_numbers=["20116/12"]),
    make_case("taiwo", title="Taiwo v Olaigbe and another", case_numbers=["[2016] UKSC 31"]),
    make_case("basfar", title="Basfar v Wong", case_numbers=["[2022] UKSC 20"]),
    make_case("reyes", title="Reyes v Al-Malki", case_numbers=["[2017] UKSC 61"]),
    make_case("mother", title="Mother v. State"),
    make_case("v-f", title="V.F. v. France (dec.)", case_numbers=["7196/10"]),
    make_case("m-others", title="M. and Others v. Italy and Bulgaria", case_numbers=["40020/03"]),
    make_case("c-n", title="C.N. v. the United Kingdom", case_numbers=["4239/08"]),
    make_case("resolved", title="Resolved v. State", case_numbers=["1244/99"]),
)  # fmt: skip
COURTS = {
    "medicus": "bc-prishtina", "appeal": "ca", "labour": "sc", "ote": "cjeu", "tang": "high-court-australia",
    "taiwo": "uk-supreme-court", "basfar": "uk-supreme-court", "reyes": "uk-supreme-court",
}  # fmt: skip
WHOLE = Finder(
    (replace(case, record=case.record.model_copy(update={"court": COURTS.get(case.id, "ecthr")})) for case in TITLED),
    REAL_COURTS.courts(),
)


def links_of(html: str, citing: Citing = SUPREME_COURT) -> list[str]:
    return [one.case for one in WHOLE.find(html, citing) if one.case]


def doubts_of(html: str, citing: Citing = SUPREME_COURT) -> list[str]:
    return [one.words for one in WHOLE.find(html, citing) if one.doubt]


@pytest.mark.parametrize(
    "html",
    [
        *("as in C.nr. 66/21", "as in C 66/21", "<p>On 3 May Oxana Rantsev came.</p>", "Ms Oxana Rantsev worked"),
        *("Zoletić, a worker, said", "at Taiwo University", "for Basfar Ltd", "witness Reyes said", "Judge Reyes held"),
        *(
            "Mother came",
            "in witness Reyes",
            "dëshmitarja Reyes",
            "svedok Reyes",
            "the worker Zoletić left",
            "Dr Reyes",
        ),
        *("they could see Reyes enter", "in Rantsev's flat", "as in Rantsev (2015)", "In Siliadin (no. 2)"),
        *("file no. 7196/10 of the prosecutor", "Protocol no. 40020/03", "invoice no. 4239/08", "Resolution 1244/99"),
        *("rezoluta nr. 1244/99", "dosja nr. 7196/10", "fatura nr. 4239/08", "Protokol br. 40020/03"),
        *("Labour exploitation is a crime.", "the Court of Appeals held", "The Court of Appeals, in P 1/12x"),
    ],
)
def test_what_is_a_person_a_paper_or_any_words_is_left_alone(html: str) -> None:
    assert [(one.words, one.cases) for one in WHOLE.find(html, SUPREME_COURT)] == []


@pytest.mark.parametrize(
    ("html", "words"),
    [
        ("as in M. nr. 5/2008", "M. nr. 5/2008"),
        ("case P.nr. 340/10 of Gjilan", "P.nr. 340/10"),
        ("The Basic Court of Prizren, case P 309/10", "P 309/10"),
        ("Gjykata Themelore në Gjakovë, P.nr. 309/10", "P.nr. 309/10"),
        ("presuda Osnovnog suda u Peći, P.br. 309/10", "P.br. 309/10"),
        ("Supreme Court of Albania, P 309/10, as the Basic Court of Prishtina said", "P 309/10"),
        ("Municipal Court in Prishtina, P 309/10", "P 309/10"),
        ("as in P 309/10", "P 309/10"),
        ("case no. 25965/04", "25965/04"),
        ("asylum application no. 4239/08", "4239/08"),
        ("application no. 4239/08 to the Supreme Court", "4239/08"),
        ("Siliadin v. France (no. 99999/12)", "Siliadin v. France"),
        ("Siliadin v. France (No. 2)", "Siliadin v. France"),
        ("<em>Siliadin v. France</em> (No 2)", "Siliadin v. France"),
        ("L.E. v. Greece (no. 2)", "L.E. v. Greece"),
        ("L.E. v. Greece (dec.)", "L.E. v. Greece"),
        ("L.E. v. Greece [GC]", "L.E. v. Greece"),
        ("R v Tang [2019] EWCA Crim 5", "R v Tang"),
        ("S.M. v. Croatia, 19 July 2018 (Chamber)", "S.M. v. Croatia"),
        ("S.M. v. Croatia (Chamber)", "S.M. v. Croatia"),
        ("S.M. v. Croatia, 19 July 2018", "S.M. v. Croatia"),
        ("S.M. v. Croatia, 19 korrik 2018", "S.M. v. Croatia"),
        ("S.M. v. Croatia (19. jul 2018)", "S.M. v. Croatia"),
    ],
)
def test_what_may_be_another_decision_is_a_doubt_and_no_link(html: str, words: str) -> None:
    assert links_of(html) == []
    assert words in doubts_of(html)


@pytest.mark.parametrize(
    ("html", "case"),
    [
        ("in Case C-66/21, the Court", "ote"),
        ("the Basic Court of Prishtina (P 309/10)", "medicus"),
        ("Gjykata Themelore e Prishtinës, P.nr. 309/10; Gjykata Themelore në Prishtinë, P.nr. 309/10", "medicus"),
        ("presuda Osnovnog suda u Prištini, P.br. 309/10", "medicus"),
        ("P 309/10 of the Basic Court in Pristina, not of Gjilan", "medicus"),
        ("High Court of Australia, M5/2008", "tang"),
        ("the European Court of Human Rights, no. 25965/04", "rantsev"),
        ("Siliadin v. France (no. 73316/01), § 3", "siliadin"),
        ("Siliadin v. France, 26 July 2005, no. 73316/01", "siliadin"),
        ("S.M. v. Croatia [GC], no. 60561/14", "s-m"),
        ("L.R. v. the United Kingdom (dec.), 14 June 2011", "l-r"),
        ("Siliadin v. France, and the accused was arrested on 5 May 2003", "siliadin"),
        ("<em>Rantsev</em>, a landmark", "rantsev"),
        ("Rantsev, cited above, § 5", "rantsev"),
        ("Rantsev (2010)", "rantsev"),
        ("(see Rantsev)", "rantsev"),
        ("<em>Labour exploitation</em>", "labour"),
        ("“Labour exploitation”", "labour"),
        ("Medicus (first instance) held", "medicus"),
    ],
)  # fmt: skip
def test_what_stands_around_a_name_may_settle_it(html: str, case: str) -> None:
    assert set(links_of(html)) == {case}
    assert doubts_of(html) == []


def test_a_short_name_counts_where_its_case_is_named_in_full_in_the_same_text() -> None:
    first, second = WHOLE.in_text(["Rantsev was told.", "As in Rantsev v. Cyprus and Russia."], SUPREME_COURT)
    assert [one.case for one in (*first, *second)] == ["rantsev", "rantsev"]
    assert WHOLE.find("Rantsev was told.", SUPREME_COURT) == ()


def test_a_number_means_the_citing_case_s_own_court_or_proceedings_unless_another_court_is_named() -> None:
    chain = Citing("sc", frozenset({"medicus", "appeal"}))
    both = "The Basic Court (P 309/10) and the Court of Appeals (PAKR 52/14)"
    assert links_of(both, chain) == ["medicus", "appeal"]
    assert links_of("as in P 309/10", Citing("bc-prishtina")) == ["medicus"]
    assert links_of("the Basic Court of Peja in P 309/10", Citing("bc-prishtina")) == []
    assert links_of("the Basic Court of Peja in P 309/10", chain) == []


def test_an_editor_is_told_why_a_number_is_not_linked() -> None:
    citing = make_case("citing", text("See P 309/10."), court="hrc")
    problems = Problems()
    assert linked(make_catalogue(citing, CASES[0]), problems).links == {}
    assert [line.split("] ")[1].split("\n")[0] for line in said(problems)] == [
        '"P 309/10" may mean harbour, but its court is not the one named nearest; it is not linked'
    ]


def text(*paragraphs: str) -> str:
    return "\n\n".join(f"[{number}] {words}" for number, words in enumerate(paragraphs, 1))


def test_a_mention_is_seen_from_both_ends_with_its_paragraphs_in_every_language() -> None:
    citing = make_case("citing", text("See Rantsev.", "And P 309/10.", "Nothing."))
    citing = translated(citing, "sq", text("Asgjë.", "Asgjë.", "Shih kërkesën nr. 25965/04."))
    references = make_library(citing, *CASES).references
    to_rantsev, to_harbour = Mention("citing", "rantsev", (1, 3)), Mention("citing", "harbour", (2,))
    assert references.mentions == {"citing": (to_harbour, to_rantsev)}
    assert references.mentioned_by == {"harbour": (to_harbour,), "rantsev": (to_rantsev,)}
    assert sorted(references.links_in("citing", "sq")) == [2]


def test_a_case_is_never_linked_to_itself_nor_warned_of_its_own_number() -> None:
    own = make_case("own", text("This case, K 1/20, and K 1/20."), case_numbers=["K 1/20"])
    problems = Problems()
    references = linked(make_catalogue(own), problems)
    assert (references.links, said(problems)) == ({}, [])


def test_a_hidden_case_is_neither_linked_nor_taken_for_another() -> None:
    draft = make_case("draft", title="Harbour v. Station", case_numbers=["K 1/20"], publication={"status": "draft"})
    twin = make_case("twin", case_numbers=["K 1/20"], decided="2019")
    citing = make_case("citing", text("See Harbour v. Station."))
    problems = Problems()
    assert linked(make_catalogue(citing, draft), problems, [draft]).links == {}
    assert said(problems) == []
    numbered = make_case("numbered", text("See K 1/20."))
    assert linked(make_catalogue(numbered, twin, draft), problems, [draft]).links == {}
    assert [line.split("] ")[1].split("\n")[0] for line in said(problems)] == [
        '"K 1/20" may mean draft or twin; it is not linked'
    ]


def test_nothing_is_said_of_a_number_that_stands_among_the_authorities() -> None:
    problems = Problems()
    citing = make_case("citing", text("As in no. 12345/06."), authorities=["A. v. B., no. 12345/06"])
    linked(make_catalogue(citing), problems)
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
        text("In Rantsev, P 309/10 and in Siliadin."),
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
