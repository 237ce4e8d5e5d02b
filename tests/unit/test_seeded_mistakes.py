"""Editors' mistakes, each alone and all of them at once: all that is said, in whole lines, and nothing is published."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from string import Formatter
from typing import TYPE_CHECKING

import pytest

from caselaw.codes import Code
from caselaw.message_words import read_words
from caselaw.messages import Message
from caselaw.problems import Problems
from tests.mistakes import CASE, PRIVATE_NAMES, SOUND_CASES, Mistake
from tests.mistakes.attachments import ATTACHMENT_MISTAKES
from tests.mistakes.cases import WHOLE_CASE_MISTAKES
from tests.mistakes.fields import FIELD_MISTAKES
from tests.mistakes.files import FILE_MISTAKES
from tests.mistakes.forgiven import FORGIVEN
from tests.mistakes.front_matter import FRONT_MATTER_MISTAKES
from tests.mistakes.safety import PERSONAL_DATA_MISTAKES, WAIVER_MISTAKES
from tests.mistakes.site import SITE_MISTAKES
from tests.mistakes.translations import TRANSLATION_MISTAKES
from tests.project import ROOT
from tests.sample_library import TODAY, SampleLibrary, tree

if TYPE_CHECKING:
    from pathlib import Path

CASE_MISTAKES = (
    *ATTACHMENT_MISTAKES,
    *FILE_MISTAKES,
    *FRONT_MATTER_MISTAKES,
    *FIELD_MISTAKES,
    *WHOLE_CASE_MISTAKES,
    *TRANSLATION_MISTAKES,
    *PERSONAL_DATA_MISTAKES,
)
MISTAKES = (*CASE_MISTAKES, *SITE_MISTAKES, *WAIVER_MISTAKES)

# Codes of what no editor's file can cause, and the tests that cause it.
ELSEWHERE = {
    Code.LOCALE_KEYS: "unit/test_config.py",
    Code.LINK_BROKEN: "unit/test_links.py",
    Code.ANCHOR_MISSING: "unit/test_links.py",
    Code.LINK_ABSOLUTE: "unit/test_links.py",
    Code.ID_REPEATED: "unit/test_links.py",
    Code.LINK_SCHEME: "unit/test_links.py",
    Code.LINK_FOREIGN: "unit/test_links.py",
    Code.HIDDEN_CASE_SHOWN: "unit/test_safeguards.py",
    Code.PAGEFIND_FAILED: "unit/test_search.py",
    Code.PAGEFIND_SHAPE: "unit/test_search.py",
    Code.STICK_NAME: "unit/test_stick.py",
    Code.STICK_NAME_RESERVED: "unit/test_stick.py",
    Code.STICK_NAME_TWINS: "unit/test_stick.py",
    Code.STICK_PATH_LONG: "unit/test_stick.py",
    Code.STICK_FILE_LARGE: "unit/test_stick.py",
}
# What only programmers say.
JARGON = re.compile(
    r"(?<![.!])\b(?:str|dict|tuple|int|bool|null|none|json|yaml|parse[rd]?|syntax|token|scalar|sequence|mapping|schema|pydantic"
    r"|validat\w+|exception|traceback|regex|enum|input|stem|front matter|codec|ascii|unicode)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="session")
def sound_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a sound library, and a file beside it that no library may reach."""
    folder = tmp_path_factory.mktemp("sound")
    library = SampleLibrary(folder / "library")
    for name in SOUND_CASES:
        library.write(f"content/cases/sc/{name}.md", CASE)
    (folder / "outside.md").write_text(CASE, encoding="utf-8")
    return folder


@pytest.fixture
def library(sound_library: Path, tmp_path: Path) -> SampleLibrary:
    """A sound library of the test's own."""
    folder = shutil.copytree(sound_library, tmp_path, dirs_exist_ok=True) / "library"
    return SampleLibrary(folder)


def said_of(library: SampleLibrary) -> list[str]:
    """Return every line that is said of a library."""
    problems = Problems()
    library.read(problems, TODAY)
    return [line for problem in problems for line in str(problem).split("\n")]


def english_left(library: SampleLibrary) -> list[tuple[str, str]]:
    """Return language and English text of all that is said of a library and is not said in that language."""
    problems = Problems()
    library.read(problems, TODAY)
    assert len(problems) > 0
    return [
        (language, part)
        for language in ("sq", "sr")
        for problem in problems
        for text in (problem.message, problem.help)
        for part in parts_of(text)
        if not isinstance(part, Message) or (is_worded(part) and part.template not in read_words(language))
    ]


def parts_of(text: str) -> list[str]:
    """Return a message with all messages that it is made of."""
    if not isinstance(text, Message):
        return [text]
    inner = [value for value in text.values.values() if isinstance(value, Message)]
    return [text, *(part for value in inner for part in parts_of(value))]


def is_worded(message: Message) -> bool:
    """Whether a template has words of its own, or only puts others side by side."""
    return any(text.strip() for text, *_ in Formatter().parse(message.template))


def run_build(library: SampleLibrary) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "build.py", "--config", str(library.config), "--date", TODAY]
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"}, capture_output=True, encoding="utf-8", check=False
    )


def in_pairs(lines: list[str]) -> list[tuple[str, str]]:
    """Return what is wrong together with its help, sorted."""
    return sorted(zip(lines[::2], lines[1::2], strict=True))


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda mistake: mistake.name)
def test_a_mistake_is_said_with_its_place_and_its_cure_and_without_an_echo(
    mistake: Mistake, library: SampleLibrary
) -> None:
    mistake.make(library.root)
    assert said_of(library) == list(mistake.says)


def test_all_mistakes_in_cases_at_once_are_said_in_one_run_and_the_old_site_stays(library: SampleLibrary) -> None:
    assert run_build(library).returncode == 0
    site = tree(library.output)
    times = {path: path.stat().st_mtime_ns for path in library.output.rglob("*")}
    for mistake in CASE_MISTAKES:
        mistake.make(library.root)

    build = run_build(library)

    expected = [line for mistake in CASE_MISTAKES for line in mistake.says]
    *said, verdict = build.stderr.splitlines()
    assert in_pairs(said) == in_pairs(expected)
    errors = sum(": error[" in line for line in expected)
    assert verdict == f"{errors} errors; nothing was published, the site is as it was."
    assert (build.returncode, build.stdout) == (1, "")
    assert tree(library.output) == site
    assert {path: path.stat().st_mtime_ns for path in library.output.rglob("*")} == times


def test_the_places_of_all_mistakes_are_said_in_the_order_of_files_and_lines(library: SampleLibrary) -> None:
    for mistake in CASE_MISTAKES:
        mistake.make(library.root)
    places = [re.match(r"(.+?):(\d+):(\d+): ", line) for line in said_of(library)[::2]]
    found = [(match[1], int(match[2]), int(match[3])) for match in places if match]
    assert len(found) == len(places)
    assert found == sorted(found)


def test_what_is_said_of_mistakes_in_cases_is_said_in_albanian_and_serbian_too(library: SampleLibrary) -> None:
    for mistake in CASE_MISTAKES:
        mistake.make(library.root)
    assert english_left(library) == []


@pytest.mark.parametrize("mistake", SITE_MISTAKES, ids=lambda mistake: mistake.name)
def test_what_is_said_of_a_mistake_in_the_site_is_said_in_albanian_and_serbian_too(
    mistake: Mistake, library: SampleLibrary
) -> None:
    mistake.make(library.root)
    assert english_left(library) == []


@pytest.mark.parametrize("name", FORGIVEN)
def test_what_is_no_mistake_is_read_as_it_was_meant(name: str, library: SampleLibrary) -> None:
    library.write("content/cases/sc/a-case.md", "").write_bytes(FORGIVEN[name].encode())
    problems = Problems()
    read = library.read(problems, TODAY)
    assert read, [str(problem) for problem in problems]
    assert len(problems) == 0
    sound = read.catalogue.by_id[SOUND_CASES[0]]
    assert read.catalogue.by_id["a-case"].record == sound.record
    assert read.catalogue.by_id["a-case"].text.paragraphs == sound.text.paragraphs


# ------------------------------------------------------------------------------------------ the mistakes themselves


def test_no_two_mistakes_share_a_name_or_a_file_so_that_all_fit_into_one_folder() -> None:
    names = [mistake.name for mistake in MISTAKES]
    assert len(names) == len(set(names))
    paths = [path for mistake in CASE_MISTAKES for path in mistake.files]
    assert len(paths) == len(set(paths))


def test_every_code_is_caused_by_a_mistake_or_by_a_test_of_its_own() -> None:
    caused = {code for mistake in MISTAKES for line in mistake.says for code in re.findall(r"\[([A-Z]\d{3})\]", line)}
    assert caused == set(Code) - set(ELSEWHERE)
    for code, test in ELSEWHERE.items():
        text = (ROOT / "tests" / test).read_text(encoding="utf-8")
        assert str(code) in text or f"Code.{code.name}" in text, f"{test} does not cause {code}"


def test_every_closed_list_that_cases_use_is_met_by_a_mistake() -> None:
    lines = "\n".join(line for mistake in CASE_MISTAKES for line in mistake.says)
    lists = closed_lists() - {"provisions", "charges", "countries"}  # these have codes or words of their own
    assert {name for name in lists if f"is not in the list of {name.replace('-', ' ')}" not in lines} == set()


def closed_lists() -> set[str]:
    """Return the closed lists that the fields of a case refer to."""
    models = "".join((ROOT / "caselaw" / f"{name}.py").read_text(encoding="utf-8") for name in ("schema", "coding"))
    return set(re.findall(r"Key\(\"([a-z-]+)\"\)", models))


def test_no_name_of_a_person_is_repeated_in_what_is_said() -> None:
    made = " ".join(str(content) for mistake in CASE_MISTAKES for content in mistake.files.values())
    said = " ".join(line for mistake in MISTAKES for line in mistake.says)
    assert [name for name in PRIVATE_NAMES if name not in made] == []
    assert [name for name in PRIVATE_NAMES if name in said] == []


def test_what_is_said_holds_no_words_of_programmers() -> None:
    messages = [re.sub(r"^.*?: (?:error|warning|notice)\[", "", line) for mistake in MISTAKES for line in mistake.says]
    assert [message for message in messages if JARGON.search(message)] == []
