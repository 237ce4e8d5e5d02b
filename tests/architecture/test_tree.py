"""What must stand in no file: the machine it was written on, where packages come from, what is unfinished."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.project import ROOT, own_files

if TYPE_CHECKING:
    from pathlib import Path

BINARY = {".woff2", ".png", ".jpg", ".webp", ".pdf"}

# Written so that this file does not hold what it looks for.
REGISTRIES = re.compile(r"pypi[.]org|pythonhosted[.]org|registry[.]npmjs|deb[.]debian")
# A path of a machine begins a word; a path within an address ("https://host/work/…") does not.
MACHINE_PATH = re.compile(r"(?<![\w.:/*>)}-])/(?:work|root|home|Users|tmp|opt)/[\w.]|[A-Z]:\\\\?Users\\")
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X]|Not[I]mplementedError)\b|(?i:lorem [i]psum)")
UNFINISHED_IN = ("caselaw/", "templates/", "static/", "content/", "locales/", "build.py")


def lines_with(pattern: re.Pattern[str], files: list[Path]) -> list[str]:
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()[:120]}"
        for path in files
        if path.suffix not in BINARY
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), 1)
        if pattern.search(line)
    ]


def test_no_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRIES, own_files()) == []


def test_no_file_names_a_path_of_the_machine_it_was_written_on() -> None:
    assert lines_with(MACHINE_PATH, own_files()) == []


def test_nothing_that_makes_the_site_is_unfinished() -> None:
    files = [path for path in own_files() if path.relative_to(ROOT).as_posix().startswith(UNFINISHED_IN)]
    assert lines_with(UNFINISHED, files) == []


@pytest.mark.parametrize("line", ["see /{}/notes.txt", 'open("/{}/ann/x")'])
@pytest.mark.parametrize("folder", ["work", "home", "root", "tmp", "Users"])
def test_a_machine_path_is_recognised(line: str, folder: str) -> None:
    assert MACHINE_PATH.search(line.format(folder))


@pytest.mark.parametrize("line", ["https://example.org/{}/a", "<a href='../{}/x'>", "/wor{}/"])
@pytest.mark.parametrize("folder", ["work", "home", "root", "tmp", "Users"])
def test_an_address_is_not_taken_for_a_machine_path(line: str, folder: str) -> None:
    assert not MACHINE_PATH.search(line.format(folder))


# What the search index and the offline edition hold beside our own scripts.
MADE_SCRIPTS = {
    *(
        "start.js",
        "engine.js",
        "wasm.js",
        "meta.js",
        "facets.js",
        "references.js",
        "words.js",
        "pagefind.js",
        "search.js",
    ),
    *("sw.js", "edition.js", "pagefind-worker.js"),
}


def test_every_script_that_a_comment_or_a_template_names_exists() -> None:
    own = [path.relative_to(ROOT).as_posix() for path in (ROOT / "static").rglob("*.js")]
    sources = [path for path in own_files() if path.suffix in {".py", ".js", ".html", ".css"}]
    tops = {"caselaw", "templates", "static"}
    named = {
        (path.relative_to(ROOT).as_posix(), name)
        for path in sources
        if path.relative_to(ROOT).parts[0] in tops
        for name in re.findall(r"(?<![\w<>*{}-])[a-z][a-z/-]*\.js\b", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    assert {
        (path, name)
        for path, name in named
        if name.rpartition("/")[2] not in MADE_SCRIPTS and not any(f"/{file}".endswith(f"/{name}") for file in own)
    } == set()
