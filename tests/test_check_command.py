"""``build.py check`` as editors and workflows call it: formats, changes, explanations, languages."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import build
from caselaw.commands.options import machine_language, windows_language
from tests.project import ROOT
from tests.sample_library import TODAY, SampleLibrary

Run = Callable[..., Result]
FORMATS = ("text", "github", "json", "sarif")


@pytest.fixture
def library(tmp_path: Path) -> SampleLibrary:
    """A library with one notice, and no repository around it."""
    library = SampleLibrary(tmp_path / "library")
    library.add("draft", publication={"status": "draft"})
    library.add("citing", cites=[{"case": "draft"}])
    return library


@pytest.fixture
def run(library: SampleLibrary, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run ``build.py check`` on the library."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-such-file"))

    def run(*arguments: str, **environment: str) -> Result:
        given = ["check", *arguments, "--config", str(library.config), "--date", TODAY]
        return CliRunner().invoke(build.main, given, env=environment)

    return run


def git(library: SampleLibrary, *arguments: str) -> None:
    own = ("-c", "user.name=A.B.", "-c", "user.email=", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *own, *arguments], cwd=library.root, check=True, capture_output=True)


def committed(library: SampleLibrary) -> None:
    """Put the library as it is into a repository."""
    git(library, "init", "-q", "-b", "main")
    git(library, "add", "-A")
    git(library, "commit", "-q", "-m", "The library")


# ------------------------------------------------------------------------------------------------ formats


@pytest.mark.parametrize("shape", FORMATS)
def test_every_format_ends_with_0_without_errors_and_with_1_after_one(
    shape: str, run: Run, library: SampleLibrary
) -> None:
    assert run("--format", shape).exit_code == 0
    library.add("bad", court="scc")
    done = run("--format", shape)
    assert done.exit_code == 1
    assert "V101" in done.output
    assert done.stderr.endswith("1 error.\n")


def test_annotations_go_to_the_output_with_the_verdict_behind_them(run: Run) -> None:
    done = run("--format", "github")
    first, last = done.stdout.splitlines()
    assert first.startswith('::notice file=content/cases/sc/citing.md,line=13,col=18,title=C107::cites: "draft" is not')
    assert (last, done.stderr) == ("1 case, 39 pages (en): no errors.", "")


def test_annotations_name_files_from_the_top_of_the_repository(run: Run, library: SampleLibrary) -> None:
    subprocess.run(["git", "init", "-q"], cwd=library.root.parent, check=True)
    assert "::notice file=library/content/cases/sc/citing.md," in run("--format", "github").stdout


def test_what_github_would_not_show_is_appended_to_the_summary_of_the_job(
    run: Run, library: SampleLibrary, tmp_path: Path
) -> None:
    for number in range(12):
        library.add(f"bad-{number:02}", court="scc")
    summary = tmp_path / "summary.md"
    summary.write_text("what was there\n", encoding="utf-8")
    done = run("--format", "github", GITHUB_STEP_SUMMARY=str(summary))
    assert done.stdout.count("::error ") == 10
    assert done.stdout.endswith("\nMore than GitHub shows: 2; they are in the summary of this job.\n")
    text = summary.read_text(encoding="utf-8")
    assert text.startswith("what was there\n### More problems: 2\n")
    assert text.count("**error V101**") == 2


def test_without_a_summary_it_is_said_how_many_are_not_shown(run: Run, library: SampleLibrary) -> None:
    for number in range(11):
        library.add(f"bad-{number:02}", court="scc")
    assert run("--format", "github").stdout.endswith("\nMore than GitHub shows: 1; build.py check prints them all.\n")


def test_a_summary_that_cannot_be_written_is_said_in_one_line(run: Run, library: SampleLibrary) -> None:
    for number in range(11):
        library.add(f"bad-{number:02}", court="scc")
    done = run("--format", "github", GITHUB_STEP_SUMMARY=str(library.root))
    assert done.exit_code == 2
    assert done.stderr.startswith("Error: ")
    assert "Traceback" not in done.output


@pytest.mark.parametrize("shape", ["json", "sarif"])
@pytest.mark.parametrize("court", ["sc", "scc"])
def test_the_output_of_formats_for_programs_is_nothing_else(
    shape: str, court: str, run: Run, library: SampleLibrary
) -> None:
    library.add("another", court=court)
    assert json.loads(run("--format", shape).stdout)


def test_a_quiet_check_leaves_out_what_is_no_error_in_every_format(run: Run) -> None:
    assert [run("-q", "--format", shape).stdout for shape in ("text", "github")] == ["", ""]
    assert json.loads(run("-q", "--format", "json").stdout)["problems"] == []


def test_a_library_that_cannot_be_read_at_all_is_told_to_programs_too(run: Run, library: SampleLibrary) -> None:
    library.config.write_text("", encoding="utf-8")
    for shape in FORMATS:
        done = run("--format", shape)
        assert (done.exit_code, "S103" in done.output) == (1, True)


def test_sarif_leads_to_the_guide_in_the_repository_that_the_settings_name(run: Run, library: SampleLibrary) -> None:
    settings = library.config.read_text(encoding="utf-8")
    library.config.write_text(f"{settings}repository: https://example.org/library\n", encoding="utf-8")
    rule = json.loads(run("--format", "sarif").stdout)["runs"][0]["tool"]["driver"]["rules"][0]
    assert rule["helpUri"] == "https://example.org/library/blob/HEAD/docs/problems/C107.md"


# ------------------------------------------------------------------------------------------------ a change alone


def test_of_files_that_did_not_change_only_errors_are_said(run: Run, library: SampleLibrary) -> None:
    committed(library)
    done = run("--changed", "main")
    assert (done.exit_code, done.stdout) == (0, "1 case, 39 pages (en): no errors.\n")
    assert done.stderr == "Warnings and notices in files that do not differ, not shown: 1.\n"
    assert json.loads(run("--changed", "main", "--format", "json").stdout)["counts"]["hidden"] == 1


def test_of_a_changed_file_everything_is_said(run: Run, library: SampleLibrary) -> None:
    committed(library)
    library.add("citing", "[1] Another text.\n", cites=[{"case": "draft"}])
    assert "content/cases/sc/citing.md:13:18: notice[C107]" in run("--changed", "main").stderr


def test_an_error_that_a_change_causes_in_another_file_is_said(run: Run, library: SampleLibrary) -> None:
    committed(library)
    (library.root / "content/cases/sc/draft.md").unlink()
    done = run("--changed", "main")
    assert done.exit_code == 1
    assert "content/cases/sc/citing.md:13:18: error[C102]" in done.stderr


def test_the_target_of_the_pull_request_is_compared_with_where_none_is_named(run: Run, library: SampleLibrary) -> None:
    committed(library)
    git(library, "update-ref", "refs/remotes/origin/release", "HEAD")
    assert run("--changed", GITHUB_BASE_REF="release").exit_code == 0
    refused = run("--changed", "--format", "json")
    assert (refused.exit_code, refused.stdout) == (2, "")
    fault, cure = 'no common commit with "origin/main"', "name another branch, or fetch it with its history"
    assert refused.stderr == f"Error: --changed finds {fault}: {cure}\n"


def test_a_library_outside_every_repository_is_refused_in_one_line(run: Run) -> None:
    done = run("--changed")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "Error: --changed needs a Git repository, and the library lies in none\n"


# ------------------------------------------------------------------------------------------------ explanations


@pytest.mark.parametrize("code", ["C102", "c102", " c102 "])
def test_a_code_is_explained_in_capitals_or_small_letters(code: str) -> None:
    done = CliRunner().invoke(build.main, ["check", "--explain", code])
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("C102: A case that the library does not have\n\nWhy it matters:\n    A link to it")
    assert "\nWrong:\n    cites: [{case: harbor-case-2013}]\n" in done.stdout


def test_a_code_is_explained_whatever_the_content_is(run: Run, library: SampleLibrary) -> None:
    library.config.write_text("", encoding="utf-8")
    assert run("--explain", "S103").exit_code == 0


@pytest.mark.parametrize(
    ("code", "hint"),
    [("C012", 'did you mean "C1'), ("V10", 'did you mean "V10'), ("x", "a code is a letter and three figures")],
)
def test_a_code_that_does_not_exist_is_refused_with_what_may_be_meant(code: str, hint: str) -> None:
    done = CliRunner().invoke(build.main, ["check", "--explain", code])
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f'Error: there is no code "{code}"; {hint}')


# ------------------------------------------------------------------------------------------------ languages


@pytest.mark.parametrize(
    ("environment", "language"),
    [
        ({"LANG": "sq_AL.UTF-8"}, "sq"),
        ({"LANG": "sq_XK"}, "sq"),
        ({"LANG": "sr_RS@latin"}, "sr"),
        ({"LANG": "sr_RS.UTF-8"}, "sr"),
        ({"LANG": "bs_BA.UTF-8"}, "en"),
        ({"LANG": "hr_HR"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({}, "en"),
        ({"LANG": "sq_AL", "LC_MESSAGES": "sr_RS"}, "sr"),
        ({"LANG": "sq_AL", "LC_MESSAGES": "sr_RS", "LC_ALL": "en_GB"}, "en"),
        ({"LANG": "sq_AL", "LC_ALL": ""}, "sq"),
    ],
)
def test_messages_are_in_the_language_of_the_machine_where_it_is_one_of_ours(
    environment: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert machine_language() == language


@pytest.mark.parametrize(
    ("number", "language"),
    [
        (0x41C, "sq"),
        (0x241A, "sr"),
        (0x281A, "sr"),
        (0x81A, "sr"),
        (0x141A, "bs"),
        (0x41A, "hr"),
        (0x809, "en"),
        (1, ""),
    ],
)
def test_windows_says_its_language_by_a_number(number: int, language: str) -> None:
    assert windows_language(number).partition("_")[0] == language


def test_problems_are_explained_in_each_language_that_has_messages(run: Run, library: SampleLibrary) -> None:
    library.add("bad", court="scc")
    english = run("--messages", "en").stderr.splitlines()
    for path in (ROOT / "locales" / "messages").glob("*.yaml"):
        said = run("--messages", path.stem).stderr.splitlines()
        assert len(said) == len(english)
        assert said[0].split(":")[:3] == english[0].split(":")[:3]  # the place
        assert set(said).isdisjoint(english)


@pytest.mark.parametrize("command", ["check", "build", "usb"])
def test_a_language_without_messages_is_refused(command: str, run: Run) -> None:
    done = CliRunner().invoke(build.main, [command, "--messages", "xx"])
    assert done.exit_code == 2
    assert "'xx' is not one of 'en', 'sq', 'sr'" in done.stderr


def test_the_language_may_be_named_before_the_command() -> None:
    assert CliRunner().invoke(build.main, ["--messages", "sq", "check", "--explain", "C102"]).exit_code == 0
