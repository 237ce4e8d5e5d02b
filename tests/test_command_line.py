"""The command line: what it prints, with which code it ends, and that it never shows a traceback."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from filelock import FileLock

import build
from tests.project import ROOT
from tests.sample_library import SampleLibrary, tree

Run = Callable[..., Result]


@pytest.fixture
def library(tmp_path: Path) -> SampleLibrary:
    library = SampleLibrary(tmp_path / "library")
    library.add("first")
    return library


@pytest.fixture
def run(library: SampleLibrary) -> Run:
    """Run ``build.py`` with the library's configuration."""

    def run(*arguments: str, **environment: str) -> Result:
        given = [*arguments, "--config", str(library.config)]
        return CliRunner().invoke(build.main, given, env={"SOURCE_DATE_EPOCH": "1795392000", **environment})

    return run


# ------------------------------------------------------------------------------------------------ what it says


def test_a_build_says_in_one_line_what_it_made_and_where_to_open_it(run: Run, library: SampleLibrary) -> None:
    done = run()
    assert (done.exit_code, done.stderr) == (0, "")
    assert re.fullmatch(
        rf"1 case, 39 pages \(en\), built in \d+\.\d s\. Open {re.escape(str(library.output))}/index\.html\n",
        done.stdout,
    )
    assert (library.output / "index.html").is_file()


def test_the_place_to_open_is_as_short_as_it_can_be(
    run: Run, library: SampleLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(library.root)
    assert run().stdout.endswith(". Open site/index.html\n")


def test_a_check_says_what_a_build_would_make(run: Run, library: SampleLibrary) -> None:
    library.add("second")
    done = run("check")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "2 cases, 40 pages (en): no errors.\n", "")


@pytest.mark.parametrize("arguments", [("--quiet",), ("-q",), ("build", "-q"), ("check", "-q"), ("-q", "check")])
def test_a_quiet_success_says_nothing(run: Run, library: SampleLibrary, arguments: tuple[str, ...]) -> None:
    library.add("citing", cites=[{"case": "draft"}])  # which is worth a notice
    library.add("draft", publication={"status": "draft"})
    done = run(*arguments)
    assert (done.exit_code, done.output) == (0, "")


def test_the_report_on_translations_is_printed_and_is_no_error(run: Run) -> None:
    done = run("check", "--report", "translations")
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith("                                in all      en\nvocabulary labels  ")
    assert "\ncontent/vocabulary/courts.yaml\n  en  not verified (1): hrc\n" in done.stdout


def test_there_is_no_report_of_content_that_cannot_be_read(run: Run, library: SampleLibrary) -> None:
    library.add("second", court="nowhere")
    done = run("check", "--report", "translations")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.endswith("1 error; there is no report before they are cured.\n")


def test_what_is_no_error_is_said_without_stopping_the_build(run: Run, library: SampleLibrary) -> None:
    library.add("citing", cites=[{"case": "draft"}])
    library.add("draft", publication={"status": "draft"})
    done = run()
    assert done.exit_code == 0
    assert done.stderr.startswith('content/cases/sc/citing.md:13:18: notice[C107] cites: "draft" is not public')


def test_the_same_is_meant_with_and_without_the_command_build(run: Run, library: SampleLibrary) -> None:
    run()
    first = tree(library.output)
    run("build")
    assert tree(library.output) == first


def test_paths_are_meant_as_seen_from_the_present_folder(
    library: SampleLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    done = CliRunner().invoke(
        build.main, ["--config", "../library/site_config.yaml", "--output", "published/site", "--date", "2026-11-23"]
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.endswith(". Open published/site/index.html\n")
    assert (tmp_path / "elsewhere" / "published" / "site" / "en" / "cases" / "first.html").is_file()
    assert not library.output.exists()


def test_one_language_may_be_taken_alone(run: Run) -> None:
    assert run("check", "--language", "en").stdout == "1 case, 39 pages (en): no errors.\n"


# ------------------------------------------------------------------------------------------------ content with errors

ERROR = (
    'content/cases/scc/bad.md:3:8: error[V101] court: "scc" is not in the list of courts\n'
    '    help: did you mean "sc"? the list has bc-north, bc-south, ca, dc-north, hrc, sc\n'
)


def test_content_with_errors_ends_with_1_and_says_where_the_site_is_now(run: Run, library: SampleLibrary) -> None:
    run()
    before = tree(library.output)
    library.add("bad", court="scc")
    done = run("--quiet")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == ERROR + "1 error; nothing was published, the site is as it was.\n"
    assert tree(library.output) == before


def test_a_check_of_content_with_errors_ends_with_1_and_writes_nothing(run: Run, library: SampleLibrary) -> None:
    library.add("bad", court="scc")
    before = tree(library.root)
    done = run("check")
    assert (done.exit_code, done.stdout, done.stderr) == (1, "", ERROR + "1 error.\n")
    assert tree(library.root) == before


def test_a_check_finds_a_link_that_leads_nowhere(run: Run, library: SampleLibrary) -> None:
    library.add("bad", "[1] See [this](nowhere.html).\n")
    done = run("check")
    assert done.exit_code == 1
    assert "error[L101]" in done.stderr
    assert done.stderr.endswith("\n1 error.\n")


# ------------------------------------------------------------------------------------------------ wrong use


def test_a_configuration_that_does_not_exist_is_wrong_use(tmp_path: Path) -> None:
    done = CliRunner().invoke(build.main, ["check", "--config", str(tmp_path / "nothing.yaml")])
    assert done.exit_code == 2
    assert "--config" in done.stderr
    assert "nothing.yaml' does not exist" in done.stderr


def test_a_folder_that_is_not_ours_is_refused_with_2(run: Run, library: SampleLibrary, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "letter.txt").write_text("Dear Sir")
    done = run("--output", str(tmp_path / "other"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: other holds files that no build made (letter.txt); name an empty folder with --output\n"
    )
    assert sorted(path.name for path in (tmp_path / "other").iterdir()) == ["letter.txt"]


def test_the_folder_of_the_library_itself_is_refused(run: Run, library: SampleLibrary) -> None:
    before = tree(library.root)
    done = run("--output", str(library.root))
    assert (done.exit_code, "holds files that no build made" in done.stderr) == (2, True)
    assert tree(library.root) == before


def test_an_output_that_cannot_be_written_is_refused_with_2(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    done = run("--output", str(tmp_path / "file" / "site"))
    assert (done.exit_code, done.stdout) == (2, "")
    assert re.fullmatch(r"Error: (File exists|Not a directory): .*file; the site is as it was\n", done.stderr)


def test_a_second_build_is_refused_with_2(run: Run, library: SampleLibrary) -> None:
    with FileLock(library.root / ".site.lock"):
        done = run()
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == "Error: another build is writing site; wait until it has ended\n"


@pytest.mark.parametrize("command", ["build", "check", "usb"])
def test_a_language_that_the_site_does_not_have_is_refused_with_2(run: Run, command: str) -> None:
    done = run(command, "--language", "sq")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == 'Error: "sq" is not a language of this site; choose from en\n'


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--nonsense"], "--nonsense"),
        (["biuld"], "Error: No such command 'biuld'."),
        (
            ["--date", "23.11.2026"],
            "Error: Invalid value for '--date': \"23.11.2026\" is not a day; write it as 2026-11-23",
        ),
        (
            ["--date", "2026-02-30"],
            "Error: Invalid value for '--date': \"2026-02-30\" is not a day; write it as 2026-11-23",
        ),
    ],
)
def test_wrong_use_ends_with_2(run: Run, arguments: list[str], message: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in done.stderr.splitlines()[-1]


# ------------------------------------------------------------------------------------------------ editions

NAME = "caselaw-2026-11-23"


def verify(path: Path, *options: str) -> Result:
    return CliRunner().invoke(build.main, ["verify", str(path), *options])


def test_an_edition_is_told_with_its_files_and_what_it_takes_on_sticks(run: Run, library: SampleLibrary) -> None:
    done = run("usb")
    assert (done.exit_code, done.stderr) == (0, "")
    dist = library.root / "dist"
    files = tree(dist / NAME)
    size = sum(len(content) for content in files.values())
    assert re.fullmatch(
        rf"1 case, 39 pages \(en\): {len(files)} files, {size:,} bytes\.\n"
        r"On a stick with clusters of 32 kB: \d+\.\d MB\.\n"
        r"On a stick with clusters of 128 kB: \d+\.\d MB\.\n"
        rf"Hand out {re.escape(str(dist))}/{NAME}\.zip \(\d\.\d MB\), or the folder that it holds\.\n"
        rf"Open {re.escape(str(dist))}/{NAME}/START-HERE\.html\n",
        done.stdout,
    )
    assert not library.output.exists()


def test_an_edition_may_be_written_elsewhere(run: Run, library: SampleLibrary, tmp_path: Path) -> None:
    done = run("usb", "-q", "--output", str(tmp_path / "handouts"), "--date", "2026-12-01")
    assert (done.exit_code, done.output) == (0, "")
    assert (tmp_path / "handouts" / "caselaw-2026-12-01" / "START-HERE.html").is_file()
    assert not (library.root / "dist").exists()


def test_content_with_errors_makes_no_edition(run: Run, library: SampleLibrary) -> None:
    library.add("bad", court="scc")
    done = run("usb")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == ERROR + "1 error; nothing was written.\n"
    assert not (library.root / "dist").exists()


@pytest.mark.parametrize("option", ["--language", "--languages"])
@pytest.mark.parametrize("given", ["en", " en ,", "en,en"])
def test_languages_may_be_given_with_commas(run: Run, option: str, given: str) -> None:
    assert run("check", option, given).stdout == "1 case, 39 pages (en): no errors.\n"
    assert run(option, given, "check").stdout == "1 case, 39 pages (en): no errors.\n"


def test_each_language_of_a_list_must_be_one_of_the_site(run: Run) -> None:
    done = run("usb", "--languages", "en,sq")
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == 'Error: "sq" is not a language of this site; choose from en\n'


def test_a_whole_edition_is_verified_as_folder_and_as_zip(run: Run, library: SampleLibrary) -> None:
    run("usb", "-q")
    folder = library.root / "dist" / NAME
    files = len(tree(folder)) - 1
    for path in (folder, folder.with_name(f"{NAME}.zip")):
        done = verify(path)
        assert (done.exit_code, done.stdout, done.stderr) == (0, f"{files} files: all are as SHA256SUMS says.\n", "")
        assert verify(path, "--quiet").output == ""


def test_a_copy_that_is_not_whole_ends_with_1_and_names_each_file(run: Run, library: SampleLibrary) -> None:
    run("usb", "-q")
    folder = library.root / "dist" / NAME
    (folder / "VERSION.txt").write_text("another")
    (folder / "library" / "en" / "about.html").unlink()
    (folder / "notes.txt").write_text("mine")
    done = verify(folder)
    assert done.exit_code == 1
    assert done.stdout == "changed: VERSION.txt\nextra: notes.txt\nmissing: library/en/about.html\n"
    files = len(tree(folder)) - 1
    assert done.stderr == f"This edition is not whole: 1 changed, 1 extra, 1 missing; {files} files should be there.\n"


def test_what_is_no_edition_ends_with_2(library: SampleLibrary) -> None:
    done = verify(library.root)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr == (
        "Error: library is no edition: it holds no SHA256SUMS; name the folder with START-HERE.html, or the zip\n"
    )
    assert verify(library.root / "nothing").exit_code == 2


# ------------------------------------------------------------------------------------------------ the date


def edition(library: SampleLibrary) -> str:
    """Return the date that the front page carries."""
    page = (library.output / "en/index.html").read_text(encoding="utf-8")
    (date,) = {date.strip() for date in re.findall(r"Edition of\s+(?:<[^>]*>)?([^<]+)", page)}
    return str(date)


def test_the_date_of_the_edition_comes_from_the_option_then_from_the_environment(
    run: Run, library: SampleLibrary
) -> None:
    run()
    assert edition(library) == "23 November 2026"
    run(SOURCE_DATE_EPOCH="1600000000")
    assert edition(library) == "13 September 2020"
    run("--date", "2021-02-03", SOURCE_DATE_EPOCH="1600000000")
    assert edition(library) == "3 February 2021"


def test_a_date_before_the_decisions_were_made_is_an_error(run: Run) -> None:
    done = run(SOURCE_DATE_EPOCH="0")
    assert done.exit_code == 1
    assert "error[F202] decided: 2020-05-04 lies in the future; today is 1970-01-01" in done.stderr


@pytest.mark.parametrize("epoch", ["yesterday", "1e9", "99999999999999999999"])
def test_an_epoch_that_is_no_number_of_seconds_is_refused_with_2(run: Run, epoch: str) -> None:
    done = run(SOURCE_DATE_EPOCH=epoch)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.endswith(f'Error: SOURCE_DATE_EPOCH is "{epoch}"; it must be a number of seconds\n')


def test_an_embargo_ends_with_the_date_that_is_given(run: Run, library: SampleLibrary) -> None:
    library.add("embargoed", publication={"status": "published", "embargo_until": "2026-12-01"})
    assert run("check", "--date", "2026-11-30").stdout.startswith("1 case,")
    assert run("check", "--date", "2026-12-01").stdout.startswith("2 cases,")


# ------------------------------------------------------------------------------------------------ help


@pytest.mark.parametrize("flag", ["--help", "-h"])
@pytest.mark.parametrize("command", [(), ("build",), ("check",), ("usb",), ("verify",)])
def test_the_help_names_every_option_and_command(command: tuple[str, ...], flag: str) -> None:
    done = CliRunner().invoke(build.main, [*command, flag])
    assert done.exit_code == 0
    named: click.Command = build.main.commands[command[0]] if command else build.main
    for parameter in named.params:
        assert all(option in done.stdout for option in parameter.opts if option.startswith("-"))
    assert [name for name in build.main.commands if not command and name not in done.stdout] == []


def test_the_help_explains_the_exit_codes() -> None:
    said = CliRunner().invoke(build.main, ["--help"]).stdout
    assert "Exit codes:  0  done\n               1  the content has errors\n               2  wrong use" in said


# ------------------------------------------------------------------------------------------------ as a program


def start(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "build.py", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_the_program_builds_a_library_wherever_it_lies(library: SampleLibrary, tmp_path: Path) -> None:
    done = start("--config", str(library.config), "--output", str(tmp_path / "published"), "--date", "2026-11-23")
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "published" / "en" / "cases" / "first.html").is_file()


@pytest.mark.skipif(sys.platform != "linux", reason="terminals of other systems forget what nobody read in time")
def test_on_a_terminal_the_present_step_is_shown_and_taken_away_again(library: SampleLibrary) -> None:
    terminal, end = os.openpty()
    with os.fdopen(terminal, "rb", buffering=0) as screen:
        program = subprocess.Popen(
            [sys.executable, "build.py", "--config", str(library.config), "--date", "2026-11-23"],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=end,
        )
        os.close(end)
        assert program.wait(60) == 0
        shown = screen.read(4096).decode()
    clear = "\r\x1b[K"
    steps = ["reading the cases", "checking the links", "looking for personal data", "building the search"]
    assert shown == "".join(f"{clear}{step} …" for step in steps) + clear


def test_the_program_shows_no_traceback(library: SampleLibrary) -> None:
    library.add("bad", court="scc")
    done = start("check", "--config", str(library.config))
    assert (done.returncode, done.stderr) == (1, ERROR + "1 error.\n")
    assert start("--output", str(library.config), "--config", str(library.config)).returncode == 2
