"""The configuration: what it may leave out, and languages whose interface texts are incomplete."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from caselaw import reading
from caselaw.config import read_config
from caselaw.problems import Problems
from tests.project import ROOT
from tests.sample_library import SampleLibrary, said

SHORTEST = """\
title: {en: A library}
languages: [en]
default_language: en
disclaimer: {en: A footnote.}
"""


def test_the_configuration_of_this_project_is_sound() -> None:
    problems = Problems()
    config = read_config(ROOT, ROOT / "site_config.yaml", ROOT / "locales", problems)
    assert said(problems) == []
    assert config
    assert config.default_language in config.languages


def test_what_is_left_out_is_cautious(tmp_path: Path) -> None:
    path = tmp_path / "site_config.yaml"
    path.write_text(SHORTEST, encoding="utf-8")
    config = read_config(tmp_path, path, ROOT / "locales", Problems())
    assert config
    assert (config.base_url, config.repository, config.page_size, config.index_cases) == (None, None, 50, False)
    assert config.short_name == "caselaw"
    assert config.offline


@pytest.mark.parametrize("name", ["thb", "9", "kosovo-thb-caselaw", "a" * 30])
def test_the_short_name_is_one_for_folders(name: str, tmp_path: Path) -> None:
    path = tmp_path / "site_config.yaml"
    path.write_text(f"{SHORTEST}short_name: {name}\n", encoding="utf-8")
    config = read_config(tmp_path, path, ROOT / "locales", Problems())
    assert config
    assert config.short_name == name


def test_empty_addresses_are_addresses_that_are_not_known_yet(tmp_path: Path) -> None:
    path = tmp_path / "site_config.yaml"
    path.write_text(f"{SHORTEST}base_url:\nrepository: ''\nindex_cases: Yes\n", encoding="utf-8")
    config = read_config(tmp_path, path, ROOT / "locales", Problems())
    assert config
    assert (config.base_url, config.repository, config.index_cases) == (None, None, True)


@pytest.mark.parametrize(
    "address", ["https://example.org/", "http://example.org/thb/", "https://example.org:8000/a/b/"]
)
def test_the_base_address_ends_in_a_slash(address: str, tmp_path: Path) -> None:
    path = tmp_path / "another_name.yaml"
    path.write_text(f"{SHORTEST}base_url: {address}\n", encoding="utf-8")
    config = read_config(tmp_path, path, ROOT / "locales", Problems())
    assert config
    assert config.base_url == address


def test_a_fault_names_the_configuration_by_the_name_it_has(tmp_path: Path) -> None:
    problems = Problems()
    assert read_config(tmp_path, tmp_path / "another_name.yaml", ROOT / "locales", problems) is None
    assert said(problems) == [
        "another_name.yaml:1:1: error[G101] the configuration is missing\n"
        "    help: run the command in the folder of the library, or name the file with --config"
    ]


@pytest.fixture
def two_languages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SampleLibrary:
    """A library in English and Albanian, and a program of the test's own with the texts of both."""
    library = SampleLibrary(tmp_path / "library")
    library.config.write_text(
        SHORTEST.replace("[en]", "[en, sq]").replace("A library", "A library, sq: Biblioteka")
        .replace("A footnote.", "A footnote., sq: Shënim."),
        encoding="utf-8",
    )  # fmt: skip
    program = tmp_path / "program"
    shutil.copytree(ROOT / "locales", program / "locales")
    shutil.copy(program / "locales" / "en.yaml", program / "locales" / "sq.yaml")
    monkeypatch.setattr(reading, "PROGRAM", program)
    return library


def test_a_language_that_says_everything_is_built(two_languages: SampleLibrary) -> None:
    problems = Problems()
    read = two_languages.read(problems)
    assert read, said(problems)
    assert [locale.key for locale in read.locales] == ["en", "sq"]


def test_a_text_that_a_language_lacks_is_named(two_languages: SampleLibrary, tmp_path: Path) -> None:
    texts = tmp_path / "program" / "locales" / "sq.yaml"
    lines = texts.read_text(encoding="utf-8").splitlines(keepends=True)
    lacking = next(line for line in lines if line.startswith("  home:"))
    section, english = lines.index("navigation:\n") + 1, lines.index(lacking) + 1
    texts.write_text("".join(line for line in lines if line is not lacking), encoding="utf-8")
    problems = Problems()
    assert two_languages.read(problems) is None
    assert said(problems) == [
        f'locales/sq.yaml:{section}:1: error[G104] the text "navigation.home" is missing\n'
        f"    help: translate it from locales/en.yaml, line {english}"
    ]


@pytest.mark.parametrize("texts", ["", "language: sq\n", "language: {tag: sq}\n", "a: [\n"])
def test_texts_that_cannot_be_read_are_a_problem_and_no_crash(
    texts: str, two_languages: SampleLibrary, tmp_path: Path
) -> None:
    (tmp_path / "program" / "locales" / "sq.yaml").write_text(texts, encoding="utf-8")
    problems = Problems()
    assert two_languages.read(problems) is None
    assert [(problem.place.path, str(problem.code)) for problem in problems] == [("locales/sq.yaml", "G104")]
