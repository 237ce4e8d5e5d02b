"""The commands of the README, run as they stand in a fresh copy of the project."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.project import ROOT, own_files

if TYPE_CHECKING:
    from pathlib import Path

README = (ROOT / "README.md").read_text(encoding="utf-8")

# These run the very tests that this is one of, or prepare for them: here they are only looked up.
RUN_US = re.compile(r"make (test|check)\b|-m pytest\b|dev\.txt$")


def commands(language: str) -> list[str]:
    """Return the commands in the README's fenced blocks of a language, one a line, without comments."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    lines = [re.sub(r"(^|\s)#.*", "", line).strip() for block in blocks for line in block.splitlines()]
    return [line for line in lines if line]


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run one command as a new user would: with nothing of this test run in its environment."""
    ours = ("MAKE", "MFLAGS", "PYTHON", "VIRTUAL_ENV", "COV_", "PYTEST")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    clean["PATH"] = os.pathsep.join(part for part in clean["PATH"].split(os.pathsep) if part != sys.prefix + "/bin")
    return subprocess.run(
        ["bash", "-c", command], cwd=folder, env=clean, capture_output=True, text=True, encoding="utf-8", check=False
    )


def for_this_shell(command: str) -> str:
    """Write a command for Windows as this shell does."""
    return re.sub(r"^py( -3)?\b", "python3", command).replace("\\Scripts\\", "/bin/").replace("\\", "/")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as somebody gets it who has just downloaded it."""
    folder = tmp_path_factory.mktemp("download") / "library"
    for path in own_files():
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    return folder


def test_the_readme_opens_with_a_picture_and_both_commands() -> None:
    opening = README[: README.index("\n## ")]
    assert re.search(r"!\[[^\]]+\]\(([^)]+)\)", opening)
    assert {"make site", "make test"} <= set(commands("sh"))


def test_every_picture_and_file_that_the_readme_links_to_exists() -> None:
    links = re.findall(r"\]\((?!https?:|#|mailto:)([^)#]+)", README)
    assert [link for link in links if not (ROOT / link).exists() and not link.startswith("site/")] == []


@pytest.mark.slow
def test_the_commands_of_the_readme_work_in_a_fresh_copy(copy: Path) -> None:
    for command in commands("sh"):
        done = run(command.replace("make ", "make --dry-run ") if RUN_US.search(command) else command, copy)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    assert (copy / "site" / "en" / "index.html").is_file()


@pytest.mark.slow
def test_the_commands_for_windows_work_when_written_for_this_shell(copy: Path) -> None:
    for command in map(for_this_shell, commands("bat")):
        if RUN_US.search(command):
            paths = re.findall(r"(?:requirements|tests)/\S+", command)
            assert [path for path in paths if not (copy / path).exists()] == []
            continue
        done = run(command, copy)
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"


def test_windows_has_its_own_commands_without_make() -> None:
    found = commands("bat")
    assert any("-r requirements\\site.txt" in command and "--require-hashes" in command for command in found)
    assert any(command.endswith("build.py") for command in found)
    assert not [command for command in found if "make" in command]
