"""The safeguards by themselves: units of files, waivers, and what is found in a finished site."""

from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caselaw.codes import Code
from caselaw.problems import Problems
from caselaw.safeguards import guard_output
from caselaw.safeguards.hidden import hidden_texts
from caselaw.safeguards.output_texts import texts_of_file
from caselaw.safeguards.units import Unit, split_file
from tests.sample_library import TODAY, SampleLibrary, as_file, case_fields, make_case, make_library, translated

if TYPE_CHECKING:
    from pathlib import Path

    from caselaw.pages.context import Library

FILE = """\
---
title: A case
summary: >-
  The first line
  and the second.
# a remark
---
[1] One
paragraph.

## Heading

[2] Another.
"""
SECRET = "The couriers were told to wait in the orchard behind the mill"


def codes(problems: Problems) -> list[Code]:
    return [problem.code for problem in problems]


# ------------------------------------------------------------------------------------------ units


def test_a_file_is_cut_into_fields_remarks_and_paragraphs_each_with_its_line() -> None:
    units = [(unit.line, unit.text) for unit in split_file(FILE, "a.md")]
    assert units == [
        (2, "title: A case"),
        (3, "summary: >-\n  The first line\n  and the second."),
        (6, "# a remark"),
        (8, "[1] One\nparagraph."),
        (11, "## Heading"),
        (13, "[2] Another.\n"),
    ]


@given(st.text(alphabet=st.sampled_from("ab:-# \n\t|>*"), max_size=80), st.sampled_from(["a.md", "a.yaml"]))
def test_no_word_of_a_file_is_left_out_and_each_line_is_right(text: str, path: str) -> None:
    lines = text.split("\n")
    units = list(split_file(f"---\n{text}" if path == "a.md" else text, path))
    for unit in units:
        for number, line in enumerate(unit.text.split("\n"), unit.line - (path == "a.md")):
            assert line == (lines[number - 1] if number >= 1 else "---")


def test_the_hash_of_a_text_changes_with_its_words_and_not_with_its_lines() -> None:
    one = Unit("He drove\na car.", "a.md", 1)
    assert one.hash == Unit("He drove a car.", "b.md", 9).hash
    assert one.hash != Unit("He drove a cab.", "a.md", 1).hash


# ------------------------------------------------------------------------------------------ content


def check(library: SampleLibrary) -> Problems:
    problems = Problems()
    library.read(problems, TODAY)
    return problems


@pytest.mark.parametrize(
    "path",
    ["content/pages/about.md", "content/topics/none.md", "content/vocabulary/sectors.yaml", "content/cases/sc/a.md",
     "content/cases/sc/a.sq.md", "content/notes.txt", "site_config.yaml"],
)  # fmt: skip
def test_every_file_of_the_content_is_looked_at_however_broken_it_is(path: str, tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    library.write(path, "broken: [\njane@example.org\n")
    places = [(p.place.path, p.place.line, p.place.column) for p in check(library) if p.code is Code.EMAIL_ADDRESS]
    assert places == [(path, 2, 1)]


def test_names_in_titles_of_public_cases_of_human_rights_courts_pass_and_others_do_not(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    applicant = case_fields("station", court="hrc", title="Fictiva Inventia v. Nowhere")
    library.write("content/cases/hrc/station.md", as_file(applicant, "[1] The victim Fictiva Inventia applied."))
    assert codes(check(library)) == []
    draft = {**applicant, "publication": {"status": "draft"}}
    library.write("content/cases/hrc/station.md", as_file(draft, "[1] The victim Fictiva Inventia applied."))
    assert set(codes(check(library))) == {Code.VICTIM_NAMED, Code.NAME_REPEATED}


@pytest.mark.parametrize(
    ("named", "again"),
    [
        ("viktima Vjollca Kola deklaroi", "Gjykata i besoi Vjollcës, jo Vjollcën."),
        ("viktimën Vjollcën Kola e dëgjuan", "Gjykata i besoi Vjollces dhe Kolës."),
        ("žrtva Jelena Marković je", "Sud je verovao Jeleni; Jelenin iskaz, Jelenu i Markovićevu."),
        ("žrtva Jelena Marković je", "Суд је веровао Јелени Марковић."),
        ("svedok Petar Ilić je", "Sud nije verovao Petru, a Petrov iskaz"),
        ("the accused Arben Shala was", "Arbeni said it to Arbenin and ARBENIT."),
        ("the victim Jane Doe was", "They took Jane's passport"),
    ],
)
def test_the_words_of_a_name_are_followed_through_their_file_in_every_case(
    named: str, again: str, tmp_path: Path
) -> None:
    library = SampleLibrary(tmp_path / "library")
    text = f"[1] {named}.\n\n[2] {again}\n\n[3] The court was believed."
    library.write("content/cases/sc/harbour.md", as_file(case_fields("harbour"), text))
    echoes = [problem for problem in check(library) if problem.code is Code.NAME_REPEATED]
    words = re.findall(r"(?:Vjoll|Kol|Jele|Mark|Petr|Arben|ARBEN|Jane|Јеле|Марк)\w*", again)
    assert len(echoes) == len(words)
    assert not any(word in str(problem) for word in words for problem in echoes)


def test_the_words_of_a_name_that_a_reviewer_lets_stand_may_be_repeated(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    text = "[1] The accused Golden Anchor was fined.\n\n[2] Golden paid."
    library.write("content/cases/sc/harbour.md", as_file(case_fields("harbour"), text))
    named, repeated = check(library)
    assert (named.code, repeated.code) == (Code.DEFENDANT_FULL_NAME, Code.NAME_REPEATED)
    line = named.help.partition("content/safety.yaml: ")[2]
    library.write("content/safety.yaml", line.replace("…", "A company.", 1).replace("…", "A.B.") + "\n")
    assert codes(check(library)) == []


@pytest.mark.parametrize(
    ("above", "text", "count"),
    [
        ("## Victims", "- Arta Shembull\n- Drita Trilli", 2),
        ("[1] Viktima:", "[2] Arta Shembull, nga Peja.", 1),
        ("**Oštećene**", "1. Milica Primerović\n2. M.P.", 1),
        ("Жртва", "Милица Примеровић", 1),
        ("## Victims", "[1] The Supreme Court held otherwise.", 0),
        ("## The rights of victims", "Article 12 of the Convention", 0),
        ("## Judges", "Arta Shembull", 0),
        ("[1] The court heard the victim.", "Arta Shembull presided.", 0),
    ],
)
def test_a_name_below_a_heading_that_says_victim_may_be_that_of_one(
    above: str, text: str, count: int, tmp_path: Path
) -> None:
    library = SampleLibrary(tmp_path / "library")
    library.write("content/cases/sc/harbour.md", as_file(case_fields("harbour"), f"{above}\n\n{text}"))
    assert [code for code in codes(check(library)) if code.startswith("D")] == [Code.VICTIM_PERHAPS_NAMED] * count


def test_a_waiver_holds_until_a_word_is_changed(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    text = "[1] The car had the plates 01-000-XX."
    library.write("content/cases/sc/harbour.md", as_file(case_fields("harbour"), text))
    (warning,) = check(library)
    line = warning.help.partition("content/safety.yaml: ")[2]
    library.write("content/safety.yaml", line.replace("…", "An invented plate.", 1).replace("…", "A.B.") + "\n")
    assert codes(check(library)) == []
    library.write("content/cases/sc/harbour.md", as_file(case_fields("harbour"), text + " It was red."))
    assert codes(check(library)) == [Code.VEHICLE_PLATE, Code.WAIVER_VOID]


def test_a_warning_in_a_draft_names_its_cure_and_no_waiver(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    draft = case_fields("harbour", publication={"status": "draft"})
    library.write("content/cases/sc/harbour.md", as_file(draft, "[1] The car had the plates 01-000-XX."))
    (warning,) = check(library)
    assert (warning.code, warning.help) == (
        Code.VEHICLE_PLATE, "take it out; say what it was without repeating it, such as “a vehicle”",
    )  # fmt: skip


# ------------------------------------------------------------------------------------------ the finished site


def library_with(*hidden_statuses: str) -> Library:
    public = make_case("harbour", summary="It was decided that the appeal of the harbour is dismissed as inadmissible.")
    hidden = tuple(
        translated(
            make_case(
                f"orchard-{status}", f"[1] {SECRET}.\n", title="Prosecutor v. the orchard keepers",
                publication={"status": status, "reason": "At the request of a person."}
                if status == "withdrawn" else {"status": status},
                authorities=["An authority that nobody else in this library has relied on"],
                summary="It was decided that the appeal of the harbour is dismissed as inadmissible. "
                "The orchard keepers were convicted on all counts of the indictment.",
            ),
            "sq", "[1] Korrierëve iu tha që të prisnin në pemishten prapa mullirit.\n",
            title="Prokurori k. pemishtarëve",
            summary="Pemishtarët u dënuan për të gjitha pikat e aktakuzës në këtë lëndë.",
        )
        for status in hidden_statuses
    )  # fmt: skip
    return replace(make_library(public), hidden=hidden)


def guarded(library: Library, stage: Path) -> list[tuple[str, Code]]:
    problems = Problems()
    guard_output(stage, library, problems)
    return [(problem.place.path, problem.code) for problem in problems]


def in_search(value: object) -> str:
    packed = base64.b64encode(gzip.compress(b"pagefind_dcd" + json.dumps(value).encode())).decode()
    return f"caselawSearch.receive({json.dumps({'en/x.pf_fragment': packed})});\n"


FILES = {
    "page.html": "<p>They said: <em>{}</em>.</p>",
    "meta.html": '<meta name="description" content="{}">',
    "data/cases.json": '[{{"text": "{}"}}]',
    "data/cases.csv": "id,text\n1,{}\n",
    "en/feeds/all.xml": '<?xml version="1.0"?><feed><content type="html">&lt;p&gt;{}&lt;/p&gt;</content></feed>',
    "data/cases.ris": "TY  - CASE\nAB  - {}\n",
}
TEXTS = (
    SECRET,
    "Prosecutor v. the orchard keepers",
    "The orchard keepers were convicted on all counts of the indictment",
    "Korrierëve iu tha që të prisnin në pemishten prapa mullirit",
    "Prokurori k. pemishtarëve",
    "An authority that nobody else in this library has relied on",
)


# Of a withdrawn case the program never gets to see the rest.
@pytest.mark.parametrize(("text", "status"), [*((text, "draft") for text in TEXTS), (TEXTS[-1], "withdrawn")])
@pytest.mark.parametrize("name", FILES)
def test_a_text_of_a_hidden_case_in_any_file_of_the_site_is_d109(
    name: str, text: str, status: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(FILES[name].format(text), encoding="utf-8")
    assert guarded(library_with(status), tmp_path) == [(name, Code.HIDDEN_CASE_SHOWN)]


def test_a_withdrawn_text_that_cannot_be_set_is_looked_for_as_it_was_written(tmp_path: Path) -> None:
    withdrawn = make_case(
        "orchard", f"[2] <b>Bold</b>\n\n[1] {SECRET}.\n", publication={"status": "withdrawn", "reason": "A request."}
    )
    (tmp_path / "page.html").write_text(f"<p>{SECRET}</p>", encoding="utf-8")
    library = replace(make_library(make_case("harbour")), hidden=(withdrawn,))
    assert guarded(library, tmp_path) == [("page.html", Code.HIDDEN_CASE_SHOWN)]


def test_a_text_of_a_hidden_case_in_a_packed_part_of_the_search_is_d109(tmp_path: Path) -> None:
    (tmp_path / "fragments-1.js").write_text(in_search({"content": SECRET}), encoding="utf-8")
    assert guarded(library_with("draft"), tmp_path) == [("fragments-1.js", Code.HIDDEN_CASE_SHOWN)]


def test_what_a_public_case_says_too_is_no_text_of_a_hidden_one(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        "<p>It was decided that the appeal of the harbour is dismissed as inadmissible.</p>", encoding="utf-8"
    )
    assert guarded(library_with("draft"), tmp_path) == []


def test_the_id_of_a_draft_is_looked_for_and_that_of_a_withdrawn_case_is_public(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text('<a href="x">see orchard-draft</a> <p>orchard-withdrawn</p>', encoding="utf-8")
    assert guarded(library_with("draft"), tmp_path) == [("a.html", Code.HIDDEN_CASE_SHOWN)]
    assert guarded(library_with("withdrawn"), tmp_path) == []


ID_PLACES = {
    "en/cases/{}.html": "<p>Nothing.</p>",
    "documents/{}/a.txt": "Nothing.",
    "en/a.html": '<meta name="a" content="https://court.example/en/cases/{}.html#p2">',
    "en/a.xml": '<?xml version="1.0"?><feed><entry><id>https://court.example/en/cases/{}.html</id></entry></feed>',
    "data/a.json": '[{{"id":"{}"}}]',
    "data/b.json": '[{{"cites": [{{"case": "{}"}}]}}]',
    "data/cases.csv": "id,title\n{},A\n",
}


@pytest.mark.parametrize("case", ["orchard-draft", "bars", "forced-labour"])
@pytest.mark.parametrize("place", ID_PLACES)
def test_where_only_ids_stand_that_of_a_draft_is_found_even_if_it_is_a_word_of_the_site(
    place: str, case: str, tmp_path: Path
) -> None:
    file = tmp_path / place.format(case)
    file.parent.mkdir(parents=True)
    file.write_text(ID_PLACES[place].format(case), encoding="utf-8")
    draft = make_case(case, publication={"status": "draft"})
    library = replace(make_library(make_case("harbour")), hidden=(draft,))
    assert guarded(library, tmp_path) == [(place.format(case), Code.HIDDEN_CASE_SHOWN)]


def test_a_draft_that_is_named_as_a_term_or_as_the_words_of_a_page_stops_no_site_and_no_withdrawal(
    tmp_path: Path,
) -> None:
    library = SampleLibrary(tmp_path)
    library.add("first", "[1] He was a well-known man.", purposes=[{"value": "forced-labour"}])
    for case in ("forced-labour", "cets-197", "bars", "search", "code-2003", "well-known", "add-case"):
        library.add(case, publication={"status": "draft"}, title=f"The one of {case} only")
    library.write("content/cases/sc/gone.md", "---\npublication: {status: withdrawn, reason: Asked for.}\n---\n")
    problems = Problems()
    assert library.try_build(problems), [str(problem) for problem in problems]
    assert (library.output / "en/cases/gone.html").exists()


@pytest.mark.parametrize("name", FILES)
def test_personal_data_in_any_file_of_the_site_is_reported_with_the_file_and_without_the_datum(
    name: str, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(FILES[name].format("The victim Jane Doe was called from 044 000 000"), encoding="utf-8")
    problems = Problems()
    guard_output(tmp_path, library_with(), problems)
    assert [(p.place.path, p.code) for p in problems] == [(name, Code.PHONE_NUMBER), (name, Code.VICTIM_NAMED)]
    assert not any(datum in str(problem) for problem in problems for datum in ("Jane", "044"))


def test_a_name_broken_by_tags_and_an_address_behind_a_link_are_found_and_a_warning_is_not_said_again(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.html").write_text(
        "<p>The victim\n<b>Ja</b>ne <em>Doe</em> and the witness John Doe</p>"
        '<a href="mailto:jane@example.org">write</a><a href="tel:+38344000000">call</a>',
        encoding="utf-8",
    )
    found = {code for _, code in guarded(library_with(), tmp_path)}
    assert found == {Code.VICTIM_NAMED, Code.EMAIL_ADDRESS, Code.PHONE_NUMBER}


def test_the_program_of_the_search_and_static_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "a.txt").write_text("jane@example.org", encoding="utf-8")
    (tmp_path / "engine.js").write_text("caselawSearch.receive({engine: function(){}});", encoding="utf-8")
    assert guarded(library_with(), tmp_path) == []
    assert list(texts_of_file(tmp_path / "engine.js")) == []


def test_a_library_without_hidden_cases_hides_nothing() -> None:
    assert list(hidden_texts(()).find(SECRET)) == []
