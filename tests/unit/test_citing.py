"""Citations in every format, read back by programs that others wrote."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import rispy
from bibtexparser.entrypoint import parse_string
from bibtexparser.model import Entry
from hypothesis import given
from hypothesis import strategies as st

from caselaw.citing.bibtex import all_as_bibtex, as_bibtex
from caselaw.citing.citation import Citation, one_line
from caselaw.citing.csl import all_as_csl, csl_item
from caselaw.citing.ris import all_as_ris, as_ris
from caselaw.citing.wording import in_oscola, in_words, pinpoint
from caselaw.config import SiteConfig
from caselaw.locale import Locale, read_locale
from caselaw.pages.context import Context, Library
from caselaw.values import parse_date
from tests.project import ROOT
from tests.sample_library import make_case, make_library, make_locale, translated

HARD = "Đorđe & “Çelësi” {v.} 50% of $1_000 #2 ~ ^ \\ Љубав, ë č š"
LANGUAGES = tuple(read_locale(ROOT / "locales", key) for key in ("en", "sq", "sr"))

# What an editor could write in a title: letters of the region, signs of the formats, breaks of lines.
HARD_TEXTS = st.text(
    st.one_of(st.sampled_from("{}%&$#_~^\\\"'@,=-\n\r\t\u2028\x1bëçËÇčćžšđĐЉубав “”"), st.characters(codec="utf-8")),
    max_size=60,
).map(lambda text: one_line("x" + text))


def with_address(library: Library, address: str = "https://case-law.example/thb/") -> Library:
    config = SiteConfig.model_validate({**plain(library.config), "base_url": address})
    return replace(library, config=config)


def plain(config: SiteConfig) -> dict[str, Any]:
    return {
        "title": config.title,
        "disclaimer": config.disclaimer,
        "languages": list(config.languages),
        "default_language": config.default_language,
    }


def cited(case_id: str, library: Library, locale: Locale | None = None) -> Citation:
    return Context(library, locale or library.locales[0]).citation(library.catalogue.by_id[case_id])


@cache
def plain_sample() -> Citation:
    return sample()


def sample(**fields: Any) -> Citation:
    return cited("a", with_address(make_library(make_case("a", **fields))))


def read_ris(text: str) -> list[dict[str, Any]]:
    return list(rispy.loads(text))


def read_bibtex(text: str) -> dict[str, Entry]:
    library = parse_string(text)
    assert library.failed_blocks == []
    return {entry.key: entry for entry in library.entries}


def unescaped(text: str) -> str:
    """Return what LaTeX prints for a value, of which each command was made by us."""
    for command, sign in (
        ("\\textbraceleft{}", "{"),
        ("\\textbraceright{}", "}"),
        ("\\textasciitilde{}", "~"),
        ("\\textasciicircum{}", "^"),
        *((f"\\{sign}", sign) for sign in "%&#$_"),
    ):
        text = text.replace(command, sign)
    return text.replace("\\textbackslash{}", "\\")


# ------------------------------------------------------------------------------------------------ what is cited


def test_a_citation_says_what_the_page_says_in_its_language() -> None:
    case = translated(make_case("a", court="bc-north"), "sq", title="Rasti", summary="Çfarë u vendos.")
    library = make_library(case, locales=LANGUAGES)
    citation = cited("a", library, LANGUAGES[1])
    assert (citation.title, citation.court, citation.language) == ("Rasti", "Gjykata Veri", "sq")
    assert citation.abstract == "Çfarë u vendos."
    assert citation.decided_on == "4 maj 2020"


def test_only_official_eclis_are_cited() -> None:
    assert sample().ecli == ""
    texts = [as_ris(sample()), as_bibtex(sample()), all_as_csl([sample()]), in_words(sample(), make_locale())]
    assert [text for text in texts if "ecli" in text.lower()] == []
    ecli = "ECLI:CE:ECHR:2010:0107JUD002596504"
    citation = sample(ecli=ecli)
    assert read_ris(as_ris(citation))[0]["notes"] == [ecli]
    assert read_bibtex(as_bibtex(citation))["a"]["eprint"] == ecli
    assert csl_item(citation)["note"] == ecli
    assert in_oscola(citation, make_locale()).endswith(ecli)


def test_a_library_without_an_address_cites_none() -> None:
    citation = cited("a", make_library(make_case("a")))
    assert citation.address == pinpoint(citation, make_locale()).address == ""
    assert "UR  -" not in as_ris(citation)
    assert "url" not in as_bibtex(citation)
    assert "URL" not in csl_item(citation)


def test_the_address_is_that_of_the_page_in_its_language() -> None:
    assert sample().address == "https://case-law.example/thb/en/cases/a.html"


def test_a_citation_carries_what_later_decisions_made_of_the_case() -> None:
    library = make_library(
        make_case("a", decided="2013-04-29"),
        make_case("b", court="ca", decided="2015-11", history=[{"relation": "appeal-of", "case": "a"}]),
        make_case("c", decided="2016", history=[{"relation": "appeal-of", "case": "b"}]),
    )
    later = "Conviction (Court of Appeals, November 2015); Conviction (Supreme Court, 2016)"
    citation = cited("a", library)
    assert "; ".join(citation.history) == later
    assert read_ris(as_ris(citation))[0]["original_publication"] == later
    assert read_bibtex(as_bibtex(citation))["a"]["addendum"] == later
    assert csl_item(citation)["references"] == later
    assert in_words(citation, make_locale()).endswith(f"; later: {later}")
    assert in_oscola(citation, make_locale()).endswith(f"; later: {later}")
    assert cited("c", library).history == ()


def test_what_is_not_verified_says_so_in_every_format() -> None:
    citation = sample(unverified=["decided", "case_numbers", "summary"], case_numbers=["P 1/20"])
    note = "not yet verified: case number, date of the decision"
    assert citation.note == note
    assert read_ris(as_ris(citation))[0]["notes"] == [note]
    assert read_bibtex(as_bibtex(citation))["a"]["note"] == note
    assert csl_item(citation)["note"] == note
    assert in_words(citation, make_locale()).endswith(f" [{note}]")
    assert in_oscola(citation, make_locale()).endswith(f" [{note}]")
    assert pinpoint(citation, make_locale()).after.endswith(f" [{note}]")


# ------------------------------------------------------------------------------------------------ in words


def test_a_citation_in_words_names_court_case_number_kind_and_date() -> None:
    citation = sample(title="Worker v. State", court="hrc", case_numbers=["12345/06"], decided="2005-07-26")
    assert in_words(citation, make_locale()) == (
        "Human Rights Court, Worker v. State, no. 12345/06, Judgment of 26 July 2005"
    )
    assert in_oscola(citation, make_locale()) == "Worker v State App no 12345/06 (HRC, 26 July 2005)"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("summary", "§ 12 of the summary"), ("extract", "§ 12 of the extract"), ("full", "§ 12")],
)
def test_a_paragraph_of_a_summary_does_not_pass_for_one_of_the_judgment(text: str, wanted: str) -> None:
    point = pinpoint(sample(title="Case", case_numbers=["P 1/20"], text=text), make_locale())
    assert f"{point.before}12{point.after}" == (
        f"Supreme Court, Case, P 1/20, Judgment of 4 May 2020, {wanted}, "
        "in: Sample library of Kosovo*, edition of 23 November 2026"
    )


@pytest.mark.parametrize("title", ["{number}", "{0}", "100%", "§ 1"])
def test_a_title_cannot_be_taken_for_the_number_of_a_paragraph(title: str) -> None:
    point = pinpoint(sample(title=title), make_locale())
    assert point.before == f"Supreme Court, {title}, Judgment of 4 May 2020, § "


# ------------------------------------------------------------------------------------------------ dates


@pytest.mark.parametrize(
    ("date", "ris", "parts"),
    [
        ("2013-04-29", "2013/04/29/", [2013, 4, 29]),
        ("2013-04", "2013/04//", [2013, 4]),
        ("2013", "2013///", [2013]),
    ],
)
def test_a_date_is_as_precise_as_its_source(date: str, ris: str, parts: list[int]) -> None:
    citation = replace(sample(), decided=parse_date(date))
    (record,) = read_ris(as_ris(citation))
    assert (record["date"], record["year"]) == (ris, "2013")
    assert read_bibtex(as_bibtex(citation))["a"]["date"] == date
    assert csl_item(citation)["issued"] == {"date-parts": [parts]}


# ------------------------------------------------------------------------------------------------ round trips


def check_round_trip(citation: Citation) -> None:
    (record,) = read_ris(as_ris(citation))
    assert record["type_of_reference"] == "CASE"
    assert (record["title"], record["publisher"]) == (citation.title, citation.court)
    assert (record["abstract"], record["keywords"]) == (citation.abstract, list(citation.keywords))
    assert (record["urls"], record["language"]) == ([citation.address], citation.language)
    assert record["unknown_tag"]["SV"] == ["; ".join(citation.numbers)]
    entry = read_bibtex(as_bibtex(citation))[citation.id]
    assert entry.entry_type == "jurisdiction"
    title = entry["title"]
    assert title[:1] + title[-1:] == "{}"
    read = {name: " ".join(unescaped(value).split()) for name, value in entry.items()}
    assert read["title"][1:-1] == citation.title
    assert (read["institution"], read["abstract"]) == (citation.court, citation.abstract)
    assert (read["number"], read["url"]) == ("; ".join(citation.numbers), citation.address)
    (item,) = json.loads(all_as_csl([citation]))
    assert (item["title"], item["authority"], item["abstract"]) == (citation.title, citation.court, citation.abstract)
    assert (item["number"], item["URL"], item["type"]) == ("; ".join(citation.numbers), citation.address, "legal_case")


def test_what_is_hard_to_write_is_read_as_it_was() -> None:
    check_round_trip(sample(title=HARD, case_numbers=["P 309/10", "P {1}_2"], summary=HARD))


@given(title=HARD_TEXTS, court=HARD_TEXTS, abstract=HARD_TEXTS, number=HARD_TEXTS)
def test_any_text_is_read_as_it_was(title: str, court: str, abstract: str, number: str) -> None:
    citation = replace(plain_sample(), title=title, court=court, abstract=abstract, numbers=(number,))
    check_round_trip(citation)


@given(st.text())
def test_a_line_holds_no_break_and_no_control_character(text: str) -> None:
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert [sign for sign in line if unicodedata.category(sign) in ("Cc", "Cs", "Zl", "Zp")] == []
    assert one_line(line) == line


def test_letters_stay_as_they_are() -> None:
    for text in (as_ris(sample(title=HARD)), as_bibtex(sample(title=HARD)), all_as_csl([sample(title=HARD)])):
        assert "Çelësi" in text
        assert "Љубав, ë č š" in text


def test_a_file_holds_many_citations() -> None:
    library = make_library(make_case("a"), make_case("b", decided="2013", title=HARD))
    citations = [cited(key, library) for key in ("a", "b")]
    assert [record["id"] for record in read_ris(all_as_ris(citations))] == ["a", "b"]
    assert list(read_bibtex(all_as_bibtex(citations))) == ["a", "b"]
    assert [item["id"] for item in json.loads(all_as_csl(citations))] == ["a", "b"]


def test_each_line_of_ris_is_a_field_and_ends_as_the_format_says() -> None:
    lines = as_ris(sample(title="One\nTwo")).split("\r\n")
    assert lines.pop() == ""
    assert [line for line in lines if line[2:6] != "  - "] == []
    assert (lines[0], lines[-1]) == ("TY  - CASE", "ER  - ")
    assert "TI  - One Two" in lines
