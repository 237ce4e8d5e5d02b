"""Withdrawing a case: the bare file, what is ignored of a full one, and all that readers still learn."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from caselaw.checks import Case
from caselaw.exports import make_files
from caselaw.exports.feeds import NAMESPACE
from caselaw.pages.model import TombstonePage
from caselaw.problems import Problems, Severity
from tests.sample_library import SampleLibrary, make_case, make_library, pages_of, said, tree

WITHDRAWN = {"status": "withdrawn", "reason": "A protected person could be recognised.", "withdrawn_on": "2026-11-20"}
BARE = (
    "---\npublication: {status: withdrawn, reason: A protected person could be recognised., withdrawn_on: 2026-11-20}\n"
)


@pytest.fixture
def library(tmp_path: Path) -> SampleLibrary:
    """A library of one public case, which cites and names one that is then withdrawn."""
    library = SampleLibrary(tmp_path)
    library.add(
        "later",
        "[1] What happened.\n",
        cites=[{"case": "gone"}],
        history=[{"relation": "appeal-of", "case": "gone"}],
    )
    return library


def write_bare(library: SampleLibrary, more: str = "") -> None:
    library.write("content/cases/sc/gone.md", f"{BARE}{more}---\n")


def published(library: SampleLibrary) -> dict[str, str]:
    library.build()
    return {name: content.decode(errors="replace") for name, content in tree(library.output).items()}


def tombstone_of(*cases: Case) -> TombstonePage:
    page = pages_of(make_library(*cases))["en/cases/gone.html"]
    assert isinstance(page, TombstonePage)
    return page


# ------------------------------------------------------------------------------------------------ the file


def test_a_withdrawn_case_needs_nothing_but_its_publication(library: SampleLibrary) -> None:
    write_bare(library)
    problems = Problems()
    assert library.read(problems)
    # The case that cites it is told; the bare file itself is as it should be.
    assert {(problem.code, problem.place.path) for problem in problems} == {("C107", "content/cases/sc/later.md")}


def test_nothing_that_is_left_in_the_file_can_hinder_a_withdrawal(library: SampleLibrary) -> None:
    front = "court: nowhere\ndecided: yesterday\ntitel: Secret title\ncharges: Secret\napplies: [no-law/1]\n"
    library.write("content/cases/sc/gone.md", f"{BARE}{front}---\n[2] Secret\n[1] <text>\n\n[1]\n")
    problems = Problems()
    assert library.read(problems)
    assert [str(problem) for problem in problems if problem.severity is not Severity.NOTICE] == []
    assert not [line for line in said(problems) if "Secret" in line]
    assert not [name for name, text in published(library).items() if "Secret" in text]


def test_what_is_still_published_of_a_withdrawn_case_is_checked(library: SampleLibrary) -> None:
    write_bare(library, "aliases: [Not An Id]\nlanguage: klingon\n")
    problems = Problems()
    library.read(problems)
    assert {problem.code for problem in problems if problem.severity is Severity.ERROR} == {"F106", "V101"}


def test_the_translations_of_a_withdrawn_case_are_ignored_and_their_files_named(library: SampleLibrary) -> None:
    write_bare(library)
    library.write("content/cases/sc/gone.sq.md", "---\ntitle: Sekreti\n---\nSekret.\n")
    problems = Problems()
    assert library.read(problems)
    (found,) = [problem for problem in problems if problem.place.path.endswith("gone.sq.md")]
    assert (found.code, found.severity, found.help) == ("F308", Severity.NOTICE, "delete the file")
    assert not [name for name, text in published(library).items() if "Sekret" in text]


# ------------------------------------------------------------------------------------------------ what readers learn


def test_the_page_of_a_withdrawn_case_says_its_id_the_day_and_the_reason() -> None:
    page = tombstone_of(make_case("gone", publication=WITHDRAWN))
    assert (page.id, page.day) == ("gone", "Withdrawn on 20 November 2026.")
    assert (page.reason, page.lang) == ("A protected person could be recognised.", None)


@pytest.mark.parametrize(("language", "lang"), [("sq", "sq"), ("en", None)])
def test_the_reason_is_marked_with_its_language(language: str, lang: str | None) -> None:
    assert tombstone_of(make_case("gone", language=language, publication=WITHDRAWN)).lang == lang


def test_without_a_language_the_reason_is_in_the_default_one(library: SampleLibrary) -> None:
    write_bare(library)
    assert json.loads(published(library)["data/withdrawn.json"])["cases"][0]["language"] == "en"


def test_a_former_address_leads_to_the_page_that_says_so(library: SampleLibrary) -> None:
    write_bare(library, "aliases: [gone-as-it-was]\n")
    site = published(library)
    assert 'href="gone.html"' in site["en/cases/gone-as-it-was.html"]
    assert json.loads(site["data/withdrawn.json"])["cases"][0]["aliases"] == ["gone-as-it-was"]


def test_only_the_lists_of_withdrawn_cases_and_the_feed_of_corrections_name_it(library: SampleLibrary) -> None:
    write_bare(library)
    inventories = {".caselaw-site", "offline/files.json"}  # which list all files of the site
    naming = {name for name, text in published(library).items() if re.search(r"\bgone\b", name + text)}
    assert naming - inventories == {
        "data/withdrawn.json",
        "en/cases/gone.html",
        "en/feeds/corrections.xml",
        "en/withdrawn.html",
    }


def entries(feed: str) -> dict[str, Element]:
    found = fromstring(feed).findall(f"{{{NAMESPACE}}}entry")
    return {entry.findtext(f"{{{NAMESPACE}}}id") or "": entry for entry in found}


def test_whoever_reads_feeds_learns_of_a_withdrawal_under_the_id_of_the_former_entry() -> None:
    before = make_files(make_library(make_case("gone", title="Secret"), make_case("other")))
    after = make_files(make_library(make_case("gone", publication=WITHDRAWN), make_case("other")))
    (former,) = entries(before["en/feeds/cases.xml"]).keys() - entries(after["en/feeds/cases.xml"]).keys()
    (entry,) = entries(after["en/feeds/corrections.xml"]).values()
    told = {tag: entry.findtext(f"{{{NAMESPACE}}}{tag}") for tag in ("id", "title", "updated", "summary")}
    assert told == {
        "id": former,
        "title": "Withdrawn case: gone",
        "updated": "2026-11-20T00:00:00Z",
        "summary": "A protected person could be recognised.",
    }


def test_a_withdrawal_without_its_day_is_told_with_the_edition() -> None:
    publication = {"status": "withdrawn", "reason": "Asked for."}
    feed = make_files(make_library(make_case("gone", publication=publication)))["en/feeds/corrections.xml"]
    (entry,) = entries(feed).values()
    assert entry.findtext(f"{{{NAMESPACE}}}updated") == "2026-11-23T00:00:00Z"


# ------------------------------------------------------------------------------------------------ other files


NAMES = 'title: The voyage of the Argo\ncase_numbers: ["P 77/20", "P 1"]\necli: ECLI:XX:ABC:2020:77\n'


@pytest.mark.parametrize(
    ("field", "body"),
    [
        ({"authorities": ["Basic Court, P. 77 / 20"]}, "[1] Text.\n"),
        ({"sources": [{"url": "https://court.example/x", "title": "Copy of the voyage of the Argo"}]}, "[1] Text.\n"),
        ({}, "[1] Text.\n\n[2] As in *The Voyage of the Argo*, the court held.\n"),
        ({}, "[1] See ECLI:XX:ABC:2020:77.\n"),
    ],
)
def test_a_case_that_names_a_withdrawn_one_by_title_or_number_is_told_of(
    library: SampleLibrary, field: dict[str, object], body: str
) -> None:
    write_bare(library, NAMES)
    path = library.add("other", body, **field)
    problems = Problems()
    assert library.read(problems)
    (found,) = [problem for problem in problems if problem.code == "C117"]
    assert (found.severity, found.place.path) == (Severity.WARNING, "content/cases/sc/other.md")
    assert re.search("(?i)argo|77", path.read_text(encoding="utf-8").split("\n")[found.place.line - 1])
    assert not re.search("(?i)argo|77", f"{found.message} {found.help}")


def test_pages_and_titles_of_translations_count_too_but_no_title_that_other_cases_bear(library: SampleLibrary) -> None:
    write_bare(library, "title: Later\n")
    library.write("content/cases/sc/gone.sq.md", "---\ntitle: Udhëtimi i Argos\n---\n")
    library.write("content/pages/help.md", "---\ntitle: Later\n---\nShih Udhëtimi i Argos.\n")
    problems = Problems()
    library.read(problems)
    assert [problem.place.path for problem in problems if problem.code == "C117"] == ["content/pages/help.md"]


@pytest.mark.parametrize("path", ["content/vocabulary/sectors.yaml", "site_config.yaml", "content/safety.yaml"])
@pytest.mark.parametrize(
    ("text", "line"),
    [("# as in P.77/20\n", 1), ("note: >-\n  As in the voyage\n  of the\n  ARGO.\n", 2), ("a: [P 772]\nb: 0\n", None)],
)
def test_lists_configuration_and_waivers_that_name_a_withdrawn_case_are_told_of_by_line(
    library: SampleLibrary, path: str, text: str, line: int | None
) -> None:
    write_bare(library, NAMES)
    before = (library.root / path).read_text(encoding="utf-8") if (library.root / path).exists() else ""
    library.write(path, text + before)
    problems = Problems()
    library.read(problems)
    found = [(problem.place.path, problem.place.line) for problem in problems if problem.code == "C117"]
    assert found == ([(path, line)] if line else [])
