"""What an invented judgment says of itself is found in three languages, two scripts; what is unsure is left out."""

from __future__ import annotations

from functools import cache

import pytest

from caselaw.intake.documents import read_document
from caselaw.intake.guess_courts import court_at_head
from caselaw.intake.guess_dates import guess_date
from caselaw.intake.guess_laws import guess_provisions, named_offences
from caselaw.intake.guesses import guess
from caselaw.intake.ids import propose_id
from caselaw.problems import Problems
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary
from tests.judgments import ALBANIAN, CYRILLIC, HUDOC, as_docx, as_pdf, word_document
from tests.project import ROOT

TODAY = "2026-11-23"


@cache
def vocabulary() -> Vocabulary:
    found = read_vocabulary(ROOT, Problems())
    assert found
    return found


def guessed(raw: bytes, ending: str) -> dict[str, tuple[str, ...]]:
    return guess(read_document(raw, ending), vocabulary(), TODAY)


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_a_judgment_in_albanian_tells_what_it_is(kind: str) -> None:
    raw = as_pdf(ALBANIAN) if kind == "pdf" else as_docx(word_document(ALBANIAN))
    assert guessed(raw, kind) == {
        "court": ("bc-prishtina",),
        "case_numbers": ("P.nr. 123/2019",),
        "decided": ("2019-06-12",),
        "kind": ("judgment",),
        "language": ("sq",),
        "offences": ("trafficking-in-persons", "organised-crime"),
        "applies": ("cc-2012/171", "cc-2012/283"),
    }


def test_a_judgment_in_cyrillic_script_tells_what_it_is() -> None:
    assert guessed(as_docx(word_document(CYRILLIC)), "docx") == {
        "court": ("bc-prishtina",),
        "case_numbers": ("PKR. br. 12/20",),
        "decided": ("2021-05-05",),
        "kind": ("judgment",),
        "language": ("sr",),
        "offences": ("trafficking-in-persons",),
        "applies": ("cc-2019/165",),
    }


def test_a_judgment_of_the_european_court_tells_what_it_is() -> None:
    assert guessed(HUDOC.encode(), "html") == {
        "court": ("ecthr",),
        "case_numbers": ("12345/19",),
        "decided": ("2021-05-14",),
        "kind": ("judgment",),
        "language": ("en",),
        "applies": ("echr/4",),
        "title": ("A.B. and Others v. Exampleland",),
    }


def test_a_document_that_tells_nothing_is_not_guessed_at() -> None:
    assert guessed(b"Some words, and no more than that.", "txt").keys() <= {"language"}


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("më datë 05.11.2020 solli këtë AKTVENDIM", "2020-11-05"),
        ("Indictment of 1 March 2018. On 3 May 2019 the court delivered", "2019-05-03"),
        ("May 12, 2019", "2019-05-12"),
        ("dana 7. juna 2016. godine donosi PRESUDU", "2016-06-07"),
        ("on 31 February 2019", None),
        ("on 1 May 2031", None),
        ("Law No. 04/L-082 of 2012", None),
    ],
)
def test_the_day_of_the_decision_is_found_and_never_lies_ahead(text: str, date: str | None) -> None:
    assert guess_date(text, TODAY) == date


@pytest.mark.parametrize(
    ("text", "provisions"),
    [
        ("Article 139 of the Provisional Criminal Code of Kosovo", ("pcck-2003/139",)),
        ("neni 139 i KPPK-së", ("pcck-2003/139",)),
        ("član 274. PKZK", ("pcck-2003/274",)),
        ("neni 171 i KPRK-së", ()),  # two codes bear this short form
        ("neni 171 i KPRK-së (Kodi nr. 04/L-082)", ("cc-2012/171",)),
        ("Article 999 of the Provisional Criminal Code of Kosovo", ()),
        ("neni 171 i një ligji tjetër", ()),
    ],
)
def test_provisions_are_taken_only_where_their_law_is_sure(text: str, provisions: tuple[str, ...]) -> None:
    assert guess_provisions(text, vocabulary()) == provisions


@pytest.mark.parametrize(
    ("text", "decided", "provisions"),
    [
        ("neni 171 par. 1 të KPRK-së", "2015-02-03", ("cc-2012/171",)),  # the later code was not even published
        ("člana 171. stav 1. KZRK", "2018-01-01", ("cc-2012/171",)),
        ("neni 171 par. 1 të KPRK-së", "2021-05-12", ()),  # the court may apply either code
        ("neni 171 par. 1 të KPRK-së të vitit 2012", "2021-05-12", ("cc-2012/171",)),
        ("neni 171 i KPK-së 2012", "2021-05-12", ("cc-2012/171",)),
        ("član 165 stav 1 KZRK iz 2019. godine", None, ("cc-2019/165",)),
        ("čl. 165 KZK (2019)", None, ("cc-2019/165",)),
        ("neni 171 i KPK-së", "2015-02-03", ()),  # the code of 2003 is called so too
        ("neni 171 KPRK 2008; Kodi nr. 04/L-082", None, ()),
    ],
)
def test_a_short_form_of_two_codes_is_taken_with_its_year_or_by_the_day_of_the_decision(
    text: str, decided: str | None, provisions: tuple[str, ...]
) -> None:
    assert guess_provisions(text, vocabulary(), decided) == provisions


@pytest.mark.parametrize(
    ("text", "offences"),
    [
        ("për shkak të veprës penale të trafikimit me njerëz", ("trafficking-in-persons",)),
        ("vepra penale trafikim me njerëz", ("trafficking-in-persons",)),
        ("zbog krivičnog dela trgovina ljudima", ("trafficking-in-persons",)),
        ("krivično delo „Krijumčarenje migranata“", ("smuggling-of-migrants",)),
        ("the criminal offence of trafficking in persons", ("trafficking-in-persons",)),
        ("Ligji për luftimin e trafikimit me njerëz", ()),  # a law is named, not what somebody is accused of
    ],
)
def test_an_offence_is_taken_where_it_is_named_as_one(text: str, offences: tuple[str, ...]) -> None:
    assert named_offences(text, vocabulary()) == offences


@pytest.mark.parametrize(
    ("head", "court"),
    [
        ("РЕПУБЛИКА КОСОВО\nОСНОВНИ СУД У ПРИЗРЕНУ\nОдељење за тешка кривична дела", "bc-prizren"),
        ("Osnovni sud u Prizrenu\nOdeljenje za teška krivična dela", "bc-prizren"),
        ("OSNOVNI SUD PRIZREN", "bc-prizren"),
        ("Osnovni sud Uroševac", "bc-ferizaj"),
        ("OSNOVNI SUD U UROŠEVCU", "bc-ferizaj"),
        ("OSNOVNI SUD U KOSOVSKOJ MITROVICI", "bc-mitrovica"),
        ("GJYKATA THEMELORE PRIZREN\nDEPARTAMENTI PËR KRIME TË RËNDA", "bc-prizren"),
        ("APELACIONI SUD KOSOVA", "ca"),
        ("Apelacioni sud u Prištini\nOsnovnog suda u Prizrenu", "ca"),
        ("APELACIONI SUD U NOVOM SADU\nOSNOVNI SUD U PRIZRENU", None),
        ("Vrhovni sud Albanije", None),
    ],
)
def test_the_court_of_a_line_of_its_own_is_known_in_every_script_and_case(head: str, court: str | None) -> None:
    assert court_at_head(head, vocabulary()) == court


@pytest.mark.parametrize(
    ("title", "court", "number", "decided", "proposed"),
    [
        ("Medicus", "Supreme Court", "Pml.Kzz 92/2016", "2016-12-15", "medicus-supreme-court-2016"),
        ("A.B. and Others v. Exampleland [GC]", "European Court", "1/2", "2020", "a-b-and-others-v-exampleland"),
        ("", "Supreme Court", "Ap.-Kž. 466/2011", "2012", "supreme-court-ap-kz-466-2011"),
        (
            "Çështja “Đakovica” (shkalla e parë)",
            "Court of Appeals",
            "",
            "2019",
            "ceshtja-dakovica-court-of-appeals-2019",
        ),
        ("", "", "", "", "case"),
        ("Taken", "", "", "2019", "taken-2019-3"),
    ],
)
def test_ids_are_proposed_like_those_that_exist(
    title: str, court: str, number: str, decided: str, proposed: str
) -> None:
    assert propose_id(title, court, number, decided, {"taken-2019", "taken-2019-2"}) == proposed


def test_a_proposed_id_is_never_too_long_to_be_one() -> None:
    assert len(propose_id("word " * 40, "Court", "", "2020", ())) <= 70
