"""The data that a library gives away: records, table, citations, their schema, and what is in none of them."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from caselaw import urls
from caselaw.config import LICENCE
from caselaw.exports import make_files, sizes_of
from caselaw.exports.data_files import case_schema
from caselaw.exports.downloads import downloads_pages
from caselaw.exports.table import COLUMNS, safe_cell
from caselaw.exports.words import plain_text
from caselaw.pages.context import Library
from caselaw.pages.download_parts import Column
from caselaw.pages.parts import Label
from caselaw.pages.sizes import size_in_words
from tests.sample_library import (
    DISCLAIMER,
    TITLE,
    make_case,
    make_library,
    make_locale,
    translated,
)

ALBANIAN = make_locale("sq", "Shqip")
BASE = "https://example.org/thb/"


def at_an_address(library: Library) -> Library:
    """Return the same library with a permanent address."""
    return replace(library, config=library.config.model_copy(update={"base_url": BASE}))


@cache
def library() -> Library:
    """Return a library of proceedings in two instances, a case that cites them, and a withdrawn one."""
    first = make_case(
        "first",
        "## Facts\n\n[1] They came from *abroad*.[^1]\n\n- deception\n- poverty\n\n[2] “Yes” & no.\n\n[^1]: A note.\n",
        title="First <instance>",
        court="bc-north",
        formation="mixed panel",
        case_numbers=["P 309/10", "P 340/10"],
        ecli="ECLI:XK:BCN:2013:309",
        decided="2013-04",
        applies=["code-2003/139/1"],
        charges=[
            {
                "defendant": "L.D.",
                "charged": "code-2003/139",
                "finding": "reclassified",
                "convicted_of": "code-2003/140",
                "sentence": {"imprisonment": "8 years 6 months", "fine": "26209.69 EUR", "suspended": "no"},
                "paragraphs": [1],
            },
            {"defendant": "A.D.", "charged": "unknown", "finding": "convicted", "sentence": {"imprisonment": "life"}},
            {"defendant": "S.H.", "charged": "slavery", "finding": "acquitted"},
        ],
        acts=[{"value": "recruitment", "paragraphs": [1], "basis": "court"}, "transportation"],
        victims={"total": 3, "children": 0, "sex": "mixed", "nationalities": ["TR"], "vulnerabilities": ["poverty"]},
        compensation=[{"to": "victims", "claimed": "unknown", "awarded": "0 EUR"}],
        non_punishment={"raised_by": "defence", "result": "refused"},
        protection=[{"measure": "anonymous-witness", "result": "granted"}],
        findings=[{"provision": "treaty/4", "result": "violation"}],
        topics=[{"value": "organ-removal", "paragraphs": [2]}],
        unverified=["victims.total", "p2"],
        review={"coded_by": "A.B.", "reviewed_by": "C.D.", "reviewed_on": "2026-11-21"},
        corrections=[{"date": "2026-11-20", "note": "A date."}, {"date": "2026-11-22", "note": "A number."}],
        aliases=["old-first"],
    )
    return make_library(
        translated(first, "sq", "## Faktet\n\n[1] Ata.\n\n[2] Po.\n", title="E para"),
        make_case("appeal", court="ca", decided="2015", history=[{"relation": "appeal-of", "case": "first"}]),
        make_case("later", decided="2020", cites=[{"case": "first", "treatment": "followed", "paragraphs": [2]}]),
        make_case("gone", publication={"status": "withdrawn", "reason": "Asked for."}),
        locales=(make_locale(), ALBANIAN),
    )


@cache
def files() -> dict[str, str]:
    return make_files(library())


def record(case_id: str, of: dict[str, str] | None = None) -> dict[str, Any]:
    found = json.loads((of or files())[urls.case_data(case_id)])
    assert isinstance(found, dict)
    return found


def rows() -> list[dict[str, str]]:
    """Read the table as a spreadsheet does that knows nothing of our program."""
    return list(csv.DictReader(io.StringIO(files()["data/cases.csv"].removeprefix("\ufeff"), newline="")))


# ------------------------------------------------------------------------------------------------ records


def test_each_public_case_has_a_file_and_stands_in_the_file_of_all() -> None:
    everything = json.loads(files()["data/cases.json"])
    assert [case["id"] for case in everything["cases"]] == ["later", "appeal", "first"]
    assert everything["count"] == 3
    assert [record(case["id"]) for case in everything["cases"]] == everything["cases"]


def test_the_file_of_all_cases_says_whose_it_is_and_how_it_may_be_used() -> None:
    everything = json.loads(files()["data/cases.json"])
    assert (everything["title"]["en"], everything["edition"], everything["licence"], everything["schema"]) == (
        TITLE, "2026-11-23", LICENCE, "case.schema.json",
    )  # fmt: skip
    assert everything["disclaimer"] == record("first")["disclaimer"] == {"en": DISCLAIMER, "sq": DISCLAIMER}
    assert everything["caution"]["en"].startswith("This is not an official publication.")


def test_values_have_the_type_of_what_they_are() -> None:
    first = record("first")
    sentence = first["charges"][0]["sentence"]
    assert sentence["imprisonment"] == {"years": 8, "months": 6, "days": 0, "life": False}
    assert first["charges"][1]["sentence"]["imprisonment"]["life"] is True
    assert sentence["fine"] == {"amount": 26209.69, "currency": "EUR"}
    assert sentence["suspended"] is False
    assert first["decided"] == "2013-04"
    assert first["compensation"][0] == {
        "to": "victims", "claimed": None, "awarded": {"amount": 0, "currency": "EUR"}, "paid": None,
        "referred_to_civil": None, "head": None, "proceedings": None, "reasons": None, "paragraphs": [],
    }  # fmt: skip
    assert first["victims"]["total"] == 3
    assert first["victims"]["adults"] is None
    assert first["unverified"] == ["victims.total", "p2"]


def test_a_charge_is_a_provision_or_an_offence_or_not_known() -> None:
    charged = [charge["charged"] for charge in record("first")["charges"]]
    assert [one["provision"] and one["provision"]["key"] for one in charged] == ["code-2003/139", None, None]
    assert [one["offence"] and one["offence"]["key"] for one in charged] == [None, None, "slavery"]


def test_labels_stand_beside_keys_in_every_language_and_none_is_stood_in_for() -> None:
    first = record("first")
    assert first["court"] == {
        "key": "bc-north", "labels": {"en": "Basic Court North", "sq": "Gjykata Veri"}, "unverified_labels": [],
    }  # fmt: skip
    assert first["outcome"]["labels"] == {"en": "Conviction"}
    assert first["applies"][0]["labels"]["en"] == "CC 2003 Art. 139(1) (trafficking in persons)"
    assert (first["applies"][0]["article"], first["applies"][0]["paragraph"]) == ("139", "1")


def test_labels_of_provisions_do_not_hang_on_the_languages_that_are_built() -> None:
    case = make_case("a", applies=["code-2003/139"])
    whole = make_library(case, locales=(make_locale(), ALBANIAN))
    part = replace(whole, locales=(make_locale(),), site_locales=whole.locales)
    labels = [record("a", make_files(built))["applies"][0]["labels"] for built in (whole, part)]
    assert [list(found) for found in labels] == [["en", "sq"], ["en", "sq"]]
    assert labels[0] == labels[1]


def test_the_label_of_a_court_that_was_not_verified_says_so() -> None:
    other = make_files(make_library(make_case("a", court="hrc")))
    assert record("a", other)["court"]["unverified_labels"] == ["en"]


def test_the_text_is_given_as_plain_paragraphs_in_each_language() -> None:
    english, albanian = record("first")["texts"]
    assert (english["language"], albanian["language"]) == ("en", "sq")
    assert english["paragraphs"] == [
        {"kind": "heading", "number": None, "text": "Facts"},
        {"kind": "paragraph", "number": 1, "text": "They came from abroad.[^1]"},
        {"kind": "other", "number": None, "text": "deception\npoverty"},
        {"kind": "paragraph", "number": 2, "text": "“Yes” & no."},
        {"kind": "other", "number": None, "text": "[^1] A note."},
    ]
    assert [one["text"] for one in albanian["paragraphs"] if one["number"]] == ["Ata.", "Po."]


@pytest.mark.parametrize(
    ("inner", "words"),
    [
        ("a <em>b</em> &amp; c", "a b & c"),
        ("<ul>\n<li>one</li>\n<li>two</li>\n</ul>", "one\ntwo"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>", "a b\n1 2"),
        ('<ol><li value="3">three</li></ol>', "3. three"),
        ("&lt;b&gt; is no tag<br>next", "<b> is no tag\nnext"),
    ],
)
def test_html_becomes_the_words_that_a_reader_sees(inner: str, words: str) -> None:
    assert plain_text(inner) == words


def test_a_translation_gives_title_and_summary_and_says_what_it_is() -> None:
    (translation,) = record("first")["translations"]
    assert (translation["language"], translation["title"], translation["kind"]["key"], translation["text"]) == (
        "sq", "E para", "unofficial", True,
    )  # fmt: skip


def test_what_other_cases_say_of_a_case_is_in_its_record() -> None:
    first, appeal, later = record("first"), record("appeal"), record("later")
    assert [(one["case"], one["relation"]["key"]) for one in first["history"]] == [("appeal", "appeal")]
    assert first["later_decisions"] == ["appeal"]
    assert [one["case"] for one in appeal["history"]] == ["first"]
    assert [(one["case"], one["treatment"]["key"], one["paragraphs"]) for one in first["cited_by"]] == [
        ("later", "followed", [2])
    ]
    assert [one["case"] for one in later["cites"]] == ["first"]
    assert first["status"] == library().status("first").effect
    assert first["status_unverified"] is False


def test_addresses_are_paths_and_whole_addresses_once_the_library_has_one() -> None:
    path = {"language": "en", "path": "en/cases/first.html"}
    assert record("first")["addresses"][0] == {**path, "url": None}
    hosted = make_files(at_an_address(library()))
    assert record("first", hosted)["addresses"][0] == {**path, "url": f"{BASE}en/cases/first.html"}
    assert json.loads(hosted["data/cases.json"])["url"] == BASE


# ------------------------------------------------------------------------------------------------ schema


def test_the_schema_is_one_of_draft_2020_12_and_every_record_keeps_to_it() -> None:
    schema = json.loads(files()["data/case.schema.json"])
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    for case in json.loads(files()["data/cases.json"])["cases"]:
        assert [error.message for error in validator.iter_errors(case)] == []


@pytest.mark.parametrize("change", [{"decided": "29.4.2013"}, {"victims": {"total": "3"}}, {"surprise": 1}, {"id": 7}])
def test_a_record_that_is_wrong_is_refused_by_the_schema(change: dict[str, Any]) -> None:
    assert list(Draft202012Validator(case_schema(None)).iter_errors({**record("first"), **change}))


def test_every_field_of_the_schema_is_described_and_always_there() -> None:
    schema = case_schema(None)
    for name, part in {"": schema, **schema["$defs"]}.items():
        assert part["description"], name
        assert part["required"] == list(part["properties"]), name
        assert [field for field, value in part["properties"].items() if not value.get("description")] == [], name


def test_the_schema_has_an_address_where_the_library_has_one() -> None:
    assert "$id" not in case_schema(None)
    assert case_schema(BASE)["$id"] == f"{BASE}data/case.schema.json"


# ------------------------------------------------------------------------------------------------ table


def test_the_table_has_a_line_for_each_case_and_the_columns_in_their_order() -> None:
    assert [row["id"] for row in rows()] == ["later", "appeal", "first"]
    assert list(rows()[0]) == list(COLUMNS)


def test_the_table_is_written_as_excel_reads_it() -> None:
    text = files()["data/cases.csv"]
    assert text.startswith('\ufeff"id",')
    assert text.endswith('"\r\n')
    assert text.count("\n") == text.count("\r\n") == 4


def test_a_line_holds_what_the_record_holds() -> None:
    first = rows()[2]
    assert {name: first[name] for name in ("court", "court_label", "case_numbers", "decided", "victims_total")} == {
        "court": "bc-north", "court_label": "Basic Court North", "case_numbers": "P 309/10; P 340/10",
        "decided": "2013-04", "victims_total": "3",
    }  # fmt: skip
    assert (first["victims_adults"], first["victims_children"], first["corrected"]) == ("", "0", "2026-11-22")
    assert first["charges"] == (
        "L.D.: code-2003/139, reclassified, of code-2003/140, 8 years 6 months, 26209.69 EUR; "
        "A.D.: unknown, convicted, life; S.H.: slavery, acquitted"
    )
    assert (first["topics"], first["acts"]) == ("organ-removal", "recruitment; transportation")
    assert (first["cited_by"], first["later_decisions"], first["path"]) == ("later", "appeal", "en/cases/first.html")


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_run_as_a_formula(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize("value", ["1+1", "A = B", 0, None])
def test_other_cells_stay_as_they_are(value: object) -> None:
    assert safe_cell(value) == ("" if value is None else str(value))


# ------------------------------------------------------------------------------------------------ citations


def test_the_citations_of_all_cases_are_in_each_format() -> None:
    assert re.findall(r"^ID  - (.*)\r\n", files()["data/cases.ris"], re.MULTILINE) == ["later", "appeal", "first"]
    csl = json.loads(files()["data/cases.csl.json"])
    assert [item["id"] for item in csl] == ["later", "appeal", "first"]
    assert re.findall(r"^@jurisdiction\{(.*),", files()["data/cases.bib"], re.MULTILINE) == ["later", "appeal", "first"]


# ------------------------------------------------------------------------------------------------ withdrawn, hidden


def test_of_a_withdrawn_case_the_data_hold_its_id_and_the_reason() -> None:
    withdrawn = json.loads(files()["data/withdrawn.json"])
    assert withdrawn["cases"] == [
        {
            "id": "gone",
            "aliases": [],
            "withdrawn_on": None,
            "reason": "Asked for.",
            "language": "en",
            "paths": ["en/cases/gone.html", "sq/cases/gone.html"],
        }
    ]
    holding = [name for name, text in files().items() if "gone" in text or "gone" in name]
    assert holding == ["data/withdrawn.json", "en/feeds/corrections.xml", "sq/feeds/corrections.xml"]


def test_the_list_of_withdrawn_cases_is_as_its_schema_says() -> None:
    schema = json.loads(files()["data/withdrawn.schema.json"])
    Draft202012Validator.check_schema(schema)
    listed = json.loads(files()["data/withdrawn.json"])
    Draft202012Validator(schema).validate(listed)
    assert (listed["edition"], listed["schema"]) == ("2026-11-23", "withdrawn.schema.json")
    assert not Draft202012Validator(schema).is_valid({**listed, "title_of_the_case": "?"})


@pytest.mark.parametrize("publication", [{"status": "draft"}, {"status": "published", "embargo_until": "2026-12-01"}])
def test_the_data_do_not_differ_from_those_of_a_library_without_the_hidden_cases(publication: dict[str, str]) -> None:
    public = make_case("a")
    hidden = make_case(
        "hidden", cites=[{"case": "a"}], history=[{"relation": "appeal-of", "case": "a"}], publication=publication
    )
    assert make_files(make_library(public, hidden)) == make_files(make_library(public))


def test_what_a_public_case_says_of_a_hidden_one_is_not_given_away() -> None:
    said: dict[str, Any] = {"cites": [{"case": "hidden"}], "history": [{"relation": "appeal", "case": "hidden"}]}
    hidden = make_case("hidden", decided="2021", publication={"status": "draft"})
    given = make_files(make_library(make_case("a", **said), hidden))
    assert [name for name, text in given.items() if "hidden" in text] == []


def test_an_empty_library_gives_empty_files() -> None:
    given = make_files(make_library())
    assert json.loads(given["data/cases.json"])["cases"] == []
    assert given["data/cases.csv"].count("\r\n") == 1
    assert given["data/cases.ris"] == ""


# ------------------------------------------------------------------------------------------------ downloads page


def test_the_downloads_page_leads_to_every_file_and_feed_and_says_its_size() -> None:
    page = next(downloads_pages(library(), sizes_of(files())))
    shown = {file.link.href for file in page.files} | {link.href for link in page.feeds}
    shown |= {link.href for _, links in page.feed_groups for link in links}
    assert page.record_example
    shown.add(page.record_example.href)
    cases = {urls.case_data(case_id) for case_id in library().catalogue.by_id}
    tables = {address for address in files() if "/statistics/" in address}  # the pages of the statistics lead to them
    assert {address for address in files() if not address.startswith("sq/")} - cases - tables == shown - cases
    assert {file.details[1][-3:] for file in page.files} == {"\u00a0kB"}


def test_the_downloads_page_explains_every_column_in_its_order() -> None:
    page = next(downloads_pages(library(), sizes_of(files())))
    assert [column.name.text for column in page.columns] == list(COLUMNS)
    assert page.columns[0] == Column(Label("id"), "id of the case, as in its address")


@pytest.mark.parametrize(
    ("size", "words"), [(0, "1\u00a0kB"), (1000, "1\u00a0kB"), (1001, "2\u00a0kB"), (2_460_000, "2.5\u00a0MB")]
)
def test_sizes_are_given_in_words(size: int, words: str) -> None:
    assert size_in_words(make_locale(), size) == words
