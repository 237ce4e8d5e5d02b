"""``build.py new``: what it asks, writes, refuses and says."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import build
from caselaw.pipeline import Request, read_library
from caselaw.problems import Problems
from tests.golden.test_intake import ANSWERS
from tests.judgments import as_docx, as_pdf, word_document
from tests.project import ROOT
from tests.sample_library import BODY, SampleLibrary, as_file, said, tree

Run = Callable[..., Result]
TODAY = "2026-11-23"
PATH = "content/cases/sc/a-title-with-a-colon-supreme-court-2020.md"


@pytest.fixture
def library(tmp_path: Path) -> SampleLibrary:
    library = SampleLibrary(tmp_path / "library")
    library.add("first", court="ca", aliases=["former"])
    return library


@pytest.fixture
def run(library: SampleLibrary) -> Run:
    """Run ``build.py new`` in the library, with lines typed by an editor if any are given."""

    def run(*arguments: str, typed: tuple[str, ...] = (), language: str = "en") -> Result:
        given = ["new", *arguments, "--config", str(library.config), "--date", TODAY]
        return CliRunner().invoke(
            build.main, given, input="".join(f"{line}\n" for line in typed), env={"CASELAW_MESSAGES": language}
        )

    return run


def faults(library: SampleLibrary) -> list[str]:
    problems = Problems()
    read_library(Request(library.config, TODAY), problems)
    return said(problems)


def new_files(library: SampleLibrary) -> list[str]:
    cases = library.root / "content" / "cases"
    return sorted(path.relative_to(library.root).as_posix() for path in cases.rglob("*.md") if path.stem != "first")


# ------------------------------------------------------------------------------------------------ what it writes


def test_a_draft_of_which_all_is_told_has_no_fault(run: Run, library: SampleLibrary) -> None:
    done = run(*ANSWERS)
    assert (done.exit_code, done.stderr) == (0, "")
    assert done.stdout.startswith(f"Written: {PATH}\n")
    assert [
        word for word in ("build.py check", "build.py serve", "CONTRIBUTING.md, step 5") if word not in done.stdout
    ] == []
    assert new_files(library) == [PATH]
    assert faults(library) == []


def test_what_is_left_open_is_named_by_the_check_and_by_the_command(run: Run, library: SampleLibrary) -> None:
    done = run("--court", "sc", "--no-input")
    assert done.exit_code == 0
    assert "decided, kind, language, offences, outcome, title, sources\n" in done.stdout
    assert [fault.partition("error[")[2].split("\n")[0] for fault in faults(library)] == [
        f"F104] {name} has no value"
        for name in ("title", "decided", "kind", "language", "offences", "outcome", "sources")
    ]


def test_every_field_that_waits_is_right_when_its_sign_is_deleted(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site_config.yaml", tmp_path)
    arguments = [word.replace("trafficking", "trafficking-in-persons") for word in ANSWERS]
    done = CliRunner().invoke(build.main, ["new", *arguments, "--config", str(tmp_path / "site_config.yaml")])
    assert done.exit_code == 0
    path = tmp_path / PATH
    text = path.read_text(encoding="utf-8")
    assert len(re.findall(r"^#\w", text, re.MULTILINE)) > 20
    path.write_text(re.sub(r"^#(?=[\w ] *[\w-])(?! )|^#(?=  )", "", text, flags=re.MULTILINE), encoding="utf-8")
    problems = Problems()
    read_library(Request(tmp_path / "site_config.yaml", "2027-12-31"), problems)
    assert said(problems) == []


def test_what_is_not_written_yet_cannot_be_published(run: Run, library: SampleLibrary) -> None:
    run(*ANSWERS)
    path = library.root / PATH
    path.write_text(path.read_text(encoding="utf-8").replace("status: draft", "status: published"), encoding="utf-8")
    assert [fault.partition(" error")[2].split("\n")[0] for fault in faults(library)] == [
        "[F104] the summary is not written yet",
        *(f"[T101] paragraph [{number}] is not written yet" for number in (1, 2, 3)),
    ]


@pytest.mark.parametrize(("language", "word"), [("en", "A new case."), ("sq", "Lëndë e re."), ("sr", "Novi predmet.")])
def test_the_file_speaks_the_editor_s_language(run: Run, library: SampleLibrary, language: str, word: str) -> None:
    run(*ANSWERS, language=language)
    assert word in (library.root / PATH).read_text(encoding="utf-8")
    assert "## Facts" in (library.root / PATH).read_text(encoding="utf-8")  # the case itself is in English


# ------------------------------------------------------------------------------------------------ questions


def test_ten_questions_are_asked_and_wrong_answers_are_told_at_once(run: Run, library: SampleLibrary) -> None:
    typed = (
        "?", "Supremme", "1", "P 1/2020", "?", "2031-01-01", "4.5.2020", "Judgment", "English",
        "Trafficking in persons; smuggling", "conviction", "A case", "court.example", "https://court.example/x",
        "Bad Id", "former", "",
    )  # fmt: skip
    done = run("--ask", typed=typed)
    assert done.exit_code == 0, done.output
    assert [f"Question {number} of 10." in done.stdout for number in range(1, 12)] == [True] * 10 + [False]
    for message in (
        "Ctrl-C stops; nothing is written before the last question.\n",
        "Basic Court North (bc-north)",
        "This is not on the list. Type the name, or the number that stands before it.\n"
        "Did you mean:\n   1  Supreme Court (sc)\n",
        "Year-month-day, such as 2021-05-12, or day.month.year with dots",
        "Understood: 2020-05-04\n",
        "decided: 2031-01-01 lies in the future; today is 2026-11-23",
        'sources.1.url: "court.example" is not a web address',
        '"Bad Id" cannot be the address of a case; rename it to bad-id.md',
        "The address “former” is taken: content/cases/ca/first.md.",
        "[a-case-supreme-court-2020]",
    ):
        assert message in done.stdout
    assert new_files(library) == ["content/cases/sc/a-case-supreme-court-2020.md"]
    text = (library.root / "content/cases/sc/a-case-supreme-court-2020.md").read_text(encoding="utf-8")
    assert "\noffences: [trafficking, smuggling]\n" in text
    assert faults(library) == []


def test_questions_are_asked_in_the_editor_s_language(run: Run) -> None:
    done = run("--ask", *ANSWERS, typed=("",), language="sr")
    assert "Pitanje 10 od 10. Trajna adresa predmeta" in done.stdout
    assert done.stdout.startswith("Ctrl-C prekida; do poslednjeg pitanja ništa se ne upisuje.\n")


def test_terms_are_proposed_by_their_labels_and_chosen_by_number_and_no_file_is_named(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    shutil.copytree(ROOT / "content" / "vocabulary", library.root / "content" / "vocabulary", dirs_exist_ok=True)
    typed = ("xxxxxxxx", "osuđujuća", "2", "?", "3", "")
    given = [
        word for word in ANSWERS if word not in ("--outcome", "conviction", "--court", "sc", "--offence", "trafficking")
    ]
    done = CliRunner().invoke(
        build.main,
        ["new", "--ask", *given, "--court=sc", "--offence=trafficking-in-persons", "--config", str(library.config)],
        input="".join(f"{line}\n" for line in typed), env={"CASELAW_MESSAGES": "sr"},
    )  # fmt: skip
    assert done.exit_code == 0, done.output
    asked = done.stdout.partition("Upisano:")[0]
    assert "Ništa na spisku se tako ne zove." in asked
    assert "Da li ste mislili:\n   1  Osuđujuća presuda (conviction)\n   2  Delimično osuđujuća presuda" in asked
    assert "Shvaćeno: partial-conviction\n" in asked
    assert "content/vocabulary" not in asked


def test_a_date_that_may_mean_two_days_is_proposed_and_enter_takes_it(run: Run, library: SampleLibrary) -> None:
    given = [word for word in ANSWERS if word not in ("--decided", "2020-05-04")]
    done = run("--ask", *given, typed=("4/5/2020", "", ""))
    assert done.exit_code == 0, done.output
    assert "[2020-05-04]" in done.stdout
    (name,) = new_files(library)
    assert "\ndecided: 2020-05-04\n" in (library.root / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("language", "missing", "stopped"),
    [
        ("en", "The file presuda.docx does not exist; look", "Stopped; nothing was written."),
        ("sq", "Skedari presuda.docx nuk ekziston; shikoni emrin dhe dosjen.", "U ndërpre; asgjë nuk u shkrua."),
        ("sr", "Datoteka presuda.docx ne postoji; proverite ime i fasciklu.", "Prekinuto; ništa nije upisano."),
    ],
)
def test_a_missing_file_and_a_stop_are_told_in_the_editor_s_language(
    run: Run, language: str, missing: str, stopped: str
) -> None:
    done = run("--from", "presuda.docx", language=language)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(missing)
    assert run("--ask", typed=("sc",), language=language).stderr == f"\n{stopped}\n"


def test_an_unknown_court_is_answered_with_the_nearest(run: Run) -> None:
    done = run("--court", "suprem court", "--no-input")
    assert done.exit_code == 2
    assert "Did you mean:\n  sc (Supreme Court)\n" in done.stderr
    nothing_near = run("--court", "xx", "--no-input").stderr
    assert "The list has:\n" in nothing_near
    assert "bc-north (Basic Court North)" in nothing_near
    assert "content/vocabulary" not in nothing_near


def test_without_a_terminal_nothing_is_asked_and_nothing_hangs(library: SampleLibrary) -> None:
    done = subprocess.run(
        [sys.executable, "build.py", "new", "--court", "sc", "--config", str(library.config)],
        cwd=ROOT, stdin=subprocess.PIPE, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert new_files(library) == ["content/cases/sc/supreme-court.md"]


def test_an_editor_who_stops_answering_has_written_nothing(run: Run, library: SampleLibrary) -> None:
    assert run("--ask", typed=("sc", "P 1/2020")).exit_code == 1
    assert new_files(library) == []


# ------------------------------------------------------------------------------------------------ refusals


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--id", "first"], "The address “first” is taken: content/cases/ca/first.md."),
        (["--id", "former"], "The address “former” is taken: content/cases/ca/first.md."),
        (["--id", "../first"], "cannot be the address of a case"),
        (["--id", "con"], "cannot be the name of a case"),
        (["--decided", "yesterday"], '--decided: "yesterday" is not a date'),
        (["--court", "nowhere"], '--court: "nowhere" is not in the list of courts'),
        (["--source", "D:\\judgments\\judgment.pdf"], "is not a web address"),
        (["--from", "D:\\judgments\\judgment.docx"], "does not exist; look at its name"),
    ],
)
def test_a_wrong_answer_is_wrong_use_and_writes_nothing(
    run: Run, library: SampleLibrary, arguments: list[str], message: str
) -> None:
    before = tree(library.root)
    done = run(*ANSWERS, *arguments)
    assert (done.exit_code, done.stdout) == (2, "")
    assert message in " ".join(done.stderr.split())
    assert tree(library.root) == before


def test_a_case_without_its_court_has_no_place(run: Run, library: SampleLibrary) -> None:
    done = run("--no-input")
    assert (done.exit_code, done.stdout) == (2, "")
    assert "--court" in done.stderr
    assert new_files(library) == []


def test_a_file_that_came_into_being_meanwhile_is_not_overwritten(run: Run, library: SampleLibrary) -> None:
    # A folder that looks like the file is no case, so that only the moment of writing can tell.
    (library.root / PATH).mkdir(parents=True)
    done = run(*ANSWERS, "--id", Path(PATH).stem)
    assert done.exit_code == 2
    assert (library.root / PATH).is_dir()


def test_a_library_with_a_faulty_vocabulary_is_told_first(run: Run, library: SampleLibrary) -> None:
    library.write("content/vocabulary/courts.yaml", "nothing")
    done = run(*ANSWERS)
    assert (done.exit_code, done.stdout) == (1, "")
    assert "; nothing was written.\n" in done.stderr


# ------------------------------------------------------------------------------------------------ from a judgment


def test_a_judgment_becomes_a_draft_in_which_each_guess_is_marked(
    run: Run, library: SampleLibrary, tmp_path: Path
) -> None:
    path = tmp_path / "My judgment (1).DOCX"
    path.write_bytes(as_docx(word_document(["SUPREME COURT", "P.nr. 5/2020", "JUDGMENT", "The court held so. " * 9])))
    done = run("--from", str(path), "--no-input")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Guessed from the document; confirm each field and take it out of unverified: " in done.stdout
    assert "private repository for incoming judgments" in done.stdout
    (name,) = new_files(library)
    text = (library.root / name).read_text(encoding="utf-8")
    assert "\nunverified: [title, court, case_numbers, kind, language]\n" in text
    assert text.count("# GUESSED from the document") == 5
    assert "numbers are ours" in text
    assert "\ntext: full\n" in text
    assert [fault.partition("error[")[2].split(" ")[1] for fault in faults(library)] == [
        "decided", "offences", "outcome", "sources",
    ]  # fmt: skip


def test_personal_data_is_named_by_kind_and_line_and_never_repeated(
    run: Run, library: SampleLibrary, tmp_path: Path
) -> None:
    (tmp_path / "judgment.pdf").write_bytes(as_pdf(["Supreme Court", "The witness wrote to canary@example.org twice."]))
    done = run("--from", str(tmp_path / "judgment.pdf"), "--court", "sc", "--no-input")
    assert done.exit_code == 0
    assert "canary" not in done.output
    (name,) = new_files(library)
    lines = (library.root / name).read_text(encoding="utf-8").split("\n")
    (line,) = [number for number, text in enumerate(lines, 1) if "canary@example.org" in text]
    assert re.search(rf"\n  .*\(D104\): line {line}\n", done.stdout)
    assert "must be taken out before it may go into a public repository" in done.stdout


@pytest.mark.parametrize(
    ("language", "kind", "sentences"),
    [
        (
            "sq",
            "Një adresë elektronike",
            ("Dispozitat nuk u hamendësuan", "çdo mbiemër", "jashtë kësaj dosjeje", "hapi 5"),
        ),
        (
            "sr",
            "Elektronska adresa",
            ("Odredbe nisu pretpostavljene", "svako prezime", "izvan ove fascikle", "korak 5"),
        ),
        (
            "en",
            "An e-mail address",
            ("The provisions were not guessed", "family name", "outside this folder", "step 5"),
        ),
    ],
)
def test_dangers_and_next_steps_are_told_in_the_editor_s_language(
    run: Run, tmp_path: Path, language: str, kind: str, sentences: tuple[str, ...]
) -> None:
    (tmp_path / "judgment.txt").write_text("Court\n\nThe witness wrote to canary@example.org twice.", encoding="utf-8")
    done = run("--from", str(tmp_path / "judgment.txt"), "--court", "sc", "--no-input", language=language)
    assert done.exit_code == 0
    assert re.search(rf"\n  {kind}[^\n]* \(D104\): \w+ \d+\n", done.stdout), done.stdout
    assert [sentence for sentence in sentences if sentence not in done.stdout] == []


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("judgment.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(64), "This is an old Word document"),
        ("judgment.pdf", b"%PDF-1.7 and no more", "The document is damaged"),
        ("judgment.docx", b"PK\x03\x04 and no more", "The document is damaged"),
        ("judgment.txt", b" \n ", "The document holds no text."),
        ("judgment.pages", b"words", "Documents with one of these endings can be read: .docx, .pdf,"),
    ],
)
def test_a_document_that_cannot_be_read_is_told_in_plain_words(
    run: Run, library: SampleLibrary, tmp_path: Path, name: str, content: bytes, message: str
) -> None:
    (tmp_path / name).write_bytes(content)
    before = tree(library.root)
    done = run("--from", str(tmp_path / name), "--court", "sc", "--no-input")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{name}: {message}")
    assert done.stderr.endswith(" Nothing was written.\n")
    assert tree(library.root) == before


def test_a_published_case_of_the_same_id_is_never_touched(run: Run, library: SampleLibrary) -> None:
    path = library.write("content/cases/ca/second.md", as_file({"title": "broken"}, BODY))
    assert run(*ANSWERS, "--id", "second").exit_code == 2
    assert path.read_text(encoding="utf-8") == as_file({"title": "broken"}, BODY)


def test_the_help_names_every_option() -> None:
    done = CliRunner().invoke(build.main, ["new", "--help"])
    for parameter in build.main.commands["new"].params:
        assert all(option in done.stdout for option in parameter.opts)
