"""The examples of the contributor's guide, put into the real library as an editor would."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from caselaw.pipeline import Request, read_library
from caselaw.problems import Problems
from tests.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_examples_of_the_guide_are_a_case_and_its_translation_without_a_fault(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    case, translation = re.findall(r"^```yaml\n(---\n.*?)^```", guide, re.MULTILINE | re.DOTALL)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site_config.yaml", tmp_path)
    (tmp_path / "content/cases/sc/example-case.md").write_text(case, encoding="utf-8")
    (tmp_path / "content/cases/sc/example-case.sq.md").write_text(translation, encoding="utf-8")
    problems = Problems()
    assert read_library(Request(tmp_path / "site_config.yaml", f"{datetime.now(UTC):%Y-%m-%d}"), problems)
    assert [str(problem) for problem in problems] == []


# ------------------------------------------------------------------------------------------------ your first case

PAGE = "site/en/cases/my-first-case.html"
PROGRAM = ("caselaw", "content", "locales", "static", "templates")


def first_case_section() -> str:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return guide.partition("## Your first case\n")[2].partition("\n## Add or correct a case\n")[0]


def blocks(section: str) -> list[tuple[str, str]]:
    """Return the blocks of a guide in their order: (language, content)."""
    return re.findall(r"^```(\w+)\n(.*?)^```", section, re.MULTILINE | re.DOTALL)


def first_case() -> list[tuple[str, str]]:
    """Return the blocks of "Your first case"."""
    return blocks(first_case_section())


@pytest.mark.parametrize("language", ["sq", "sr"])
def test_your_first_case_has_the_same_steps_in_albanian_and_serbian(language: str) -> None:
    name = f"docs/first-case.{language}.md"
    translation, english = (ROOT / name).read_text(encoding="utf-8"), first_case_section()
    assert f"]({name})" in english
    assert blocks(translation) == first_case()
    steps = [re.findall(r"^\*\*(\d)\.", text, re.MULTILINE) for text in (translation, english)]
    assert steps == [["1", "2", "3", "4", "5"]] * 2
    links = re.findall(r"\]\(([^)#]+)", translation)
    assert [link for link in links if not (ROOT / "docs" / link).is_file()] == []


def run_as_written(command: str, folder: Path) -> None:
    """Run a command of the guide in a folder, with this Python in the place of the library's own."""
    program, *arguments = shlex.split(command)
    assert program == ".venv/bin/python"
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, ""), command


def write_as_told(language: str, content: str, case: Path) -> None:
    """Put a field in the place of its line, or a text in the place of everything below the second line of hyphens."""
    text = case.read_text(encoding="utf-8")
    if language == "yaml":
        name = content.partition(":")[0]
        new, count = re.subn(rf"^{name}:.*\n", lambda _: content, text, flags=re.MULTILINE)
        assert count == 1
    else:
        fence, fields, _ = text.split("---\n", 2)
        new = f"{fence}---\n{fields}---\n{content}"
    case.write_text(new, encoding="utf-8")


@pytest.mark.slow
def test_who_follows_your_first_case_has_it_on_the_site_and_not_before_it_is_published(tmp_path: Path) -> None:
    for name in PROGRAM:
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("build.py", "site_config.yaml"):
        shutil.copy(ROOT / name, tmp_path)
    case, page = tmp_path / "content/cases/ca/my-first-case.md", tmp_path / PAGE
    steps = first_case()
    assert [language for language, _ in steps] == ["sh", "yaml", "markdown", "sh", "yaml", "sh"]
    for language, content in steps:
        if language != "sh":
            write_as_told(language, content, case)
            continue
        run_as_written(content, tmp_path)
        if "check" in content:  # whoever builds now has no page of the draft
            run_as_written(".venv/bin/python build.py --languages en", tmp_path)
            assert (tmp_path / "site/index.html").is_file()
            assert not page.exists()
            assert [file for file in (tmp_path / "site").rglob("*.*") if b"my-first-case" in file.read_bytes()] == []
    shown = page.read_text(encoding="utf-8")
    assert "<h1" in shown
    assert "My first case" in shown
    assert 'id="p2"' in shown
    assert "Deception was enough" in shown
    assert "my-first-case" in (tmp_path / "site/en/courts/ca/index.html").read_text(encoding="utf-8")
