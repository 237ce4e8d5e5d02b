"""``build.py stats``: the tables in the terminal and as files."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import build
from tests.sample_library import SampleLibrary

Run = Callable[..., Result]
CHARGE = {
    "defendant": "L.D.",
    "charged": "code-2003/139",
    "finding": "convicted",
    "sentence": {"imprisonment": "1 year"},
    "paragraphs": [1],
}


@pytest.fixture
def library(tmp_path: Path) -> SampleLibrary:
    library = SampleLibrary(tmp_path / "library")
    library.add("first", court="bc-north", decided="2013", charges=[CHARGE, {**CHARGE, "defendant": "A.D."}])
    library.add("second", court="ca", charges=[{**CHARGE, "paragraphs": []}], unverified=["charges"])
    return library


@pytest.fixture
def run(library: SampleLibrary) -> Run:
    """Run ``build.py stats`` in the library, in a terminal of a given width."""

    def run(*arguments: str, width: int = 400) -> Result:
        given = ["stats", *arguments, "--config", str(library.config), "--date", "2026-11-23"]
        return CliRunner().invoke(build.main, given, env={"CASELAW_MESSAGES": "en", "COLUMNS": str(width)})

    return run


def test_every_theme_is_printed_and_nothing_is_built(run: Run, library: SampleLibrary) -> None:
    done = run()
    assert done.exit_code == 0
    assert done.stdout.startswith("This is a collection, not statistics")
    headings = [line for line in done.stdout.splitlines() if line.isupper()]
    assert headings == [
        "SENTENCES AGAINST THE LAW", "FROM CHARGE TO VERDICT", "COMPENSATION", "VICTIMS' RIGHTS", "TIME", "COVERAGE",
    ]  # fmt: skip
    assert not library.output.exists()


def test_a_row_is_followed_by_its_paragraphs_or_its_case_and_by_why_it_is_not_counted(run: Run) -> None:
    lines = run("--theme", "verdicts").stdout.splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("First") and "L.D." in line)
    assert lines[first + 1] == "    en/cases/first.html#p1"
    second = next(number for number, line in enumerate(lines) if line.startswith("Second"))
    assert lines[second + 1 : second + 3] == ["    en/cases/second.html", "    not counted: not verified yet"]


def test_columns_stand_below_each_other_where_they_fit(run: Run) -> None:
    lines = run("--theme", "coverage").stdout.splitlines()
    heading = lines.index("Decisions by year and court (2)") + 1
    column = lines[heading].index("Court")
    assert lines[heading + 2][column:].startswith("Court of Appeals")
    assert lines[heading + 3][column:].startswith("Basic Court North")


def test_a_row_that_is_too_wide_becomes_a_list(run: Run) -> None:
    lines = run("--theme", "verdicts", width=60).stdout.splitlines()
    assert "- First" in lines
    assert "  Court: Basic Court North" in lines
    assert max(map(len, lines)) <= 60


def test_only_the_themes_asked_for_are_printed(run: Run) -> None:
    lines = run("--theme", "time", "--theme", "Verdicts").stdout.splitlines()
    assert [line for line in lines if line.isupper()] == ["TIME", "FROM CHARGE TO VERDICT"]


@pytest.mark.parametrize(
    ("name", "hint"), [("verdict", "did you mean verdicts?"), ("xyz", "the themes are sentences, verdicts,")]
)
def test_an_unknown_theme_is_answered_with_the_nearest_one(run: Run, name: str, hint: str) -> None:
    done = run("--theme", name)
    assert done.exit_code == 2
    assert f'there is no theme "{name}"; {hint}' in done.stderr
    assert done.stdout == ""


def test_an_unknown_language_is_refused(run: Run) -> None:
    assert run("--language", "de").exit_code == 2


def test_content_with_errors_is_reported_and_no_table_made(run: Run, library: SampleLibrary) -> None:
    library.add("third", court="no-such-court")
    done = run()
    assert done.exit_code == 1
    assert "there are no tables before" in done.stderr
    assert done.stdout == ""


def test_each_table_is_written_for_spreadsheets(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    done = run("--csv", str(folder), "--theme", "verdicts", "--quiet")
    assert (done.exit_code, done.output) == (0, "")
    names = {path.name for path in folder.iterdir()}
    assert {"endings-en.csv", "verdicts-en.csv", "requalified-en.csv"} <= names
    with (folder / "verdicts-en.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["Case"], row["Paragraphs"], row["Not counted"]) for row in rows] == [
        ("Second", "", "not verified yet"), ("First", "1", ""), ("First", "1", ""),
    ]  # fmt: skip


def test_the_files_of_an_earlier_run_are_written_anew(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    assert run("--csv", str(folder)).exit_code == 0
    (folder / "verdicts-en.csv").write_text("old", encoding="utf-8")
    done = run("--csv", str(folder), "--theme", "verdicts")
    assert done.exit_code == 0
    assert "Wrote " in done.stdout
    assert (folder / "verdicts-en.csv").read_text(encoding="utf-8") != "old"


def test_a_folder_with_other_files_is_left_as_it_is(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "report"
    folder.mkdir()
    (folder / "letter.txt").write_text("mine", encoding="utf-8")
    done = run("--csv", str(folder))
    assert done.exit_code == 2
    assert "holds other files (letter.txt)" in done.stderr
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]
