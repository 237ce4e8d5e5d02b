"""kill -9 at any moment: the site is the old one or the new one, and the next build tidies up."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from caselaw.pipeline import Request
from caselaw.problems import Problems
from caselaw.publish import MANIFEST
from tests.project import ROOT
from tests.sample_library import SampleLibrary, tree

if sys.platform == "win32":
    pytest.skip("a process of Windows is killed in another way", allow_module_level=True)

from tests.killed import Moment, copy_site, kill_at, start_build

# Two editions of one library: every page carries the date, so that a page of the other edition is seen.
OLD, NEW = "2026-11-23", "2026-12-24"

Tree = dict[str, bytes]


@dataclass(frozen=True)
class Editions:
    """A library and what its site looks like in two editions."""

    library: SampleLibrary
    sites: dict[str, Path]
    trees: dict[str, Tree]

    @property
    def output(self) -> Path:
        return self.library.output

    def of(self, site: Path) -> str:
        """Return the edition of a site; AssertionError unless it is whole and of one edition alone."""
        found = essence(site)
        editions = [day for day, expected in self.trees.items() if found == expected]
        assert len(editions) == 1, f"{site} is neither the old nor the new site"
        return editions[0]

    def left_over(self) -> list[str]:
        names = {path.name for path in self.library.root.iterdir()}
        return sorted(names - {"site", "content", "site_config.yaml", ".site.lock"})


def essence(site: Path) -> Tree:
    """Return the files of a site, which are those that its manifest names."""
    files = tree(site)
    assert sorted(files) == sorted([MANIFEST, *files[MANIFEST].decode().splitlines()])
    return files


@pytest.fixture(scope="module")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Editions:
    folder = tmp_path_factory.mktemp("killed")
    library = SampleLibrary(folder / "library")
    for number in range(6):
        library.add(f"case-{number}")
    library.add("later", publication={"status": "published", "embargo_until": NEW})
    sites = {day: folder / day / "site" for day in (OLD, NEW)}
    for day, site in sites.items():
        library.build(day, site)
    return Editions(library, sites, {day: essence(site) for day, site in sites.items()})


@pytest.fixture
def old(editions: Editions) -> Editions:
    """The library with its old edition published."""
    copy_site(editions.sites[OLD], editions.output)
    return editions


# What stands before the exchange leaves the old site, what stands after it the new one.
BEFORE = {
    "before anything is read": Moment("caselaw.pipeline.read_library", "before"),
    "while the cases are read": Moment("caselaw.reading.read_case", "after", 3),
    "when everything is read": Moment("caselaw.pipeline.read_library", "after"),
    "before the first page": Moment("caselaw.pipeline.render_page", "before"),
    "within a page": Moment("pathlib.Path.write_text", "during", 7),
    "after a few pages": Moment("caselaw.pipeline.render_page", "after", 9),
    "before the assets": Moment("caselaw.pipeline.copy_assets", "before"),
    "within an asset": Moment("shutil.copyfile", "during", 3),
    "after the assets": Moment("caselaw.pipeline.copy_assets", "after"),
    "when the links are checked": Moment("caselaw.pipeline.check_links", "after"),
    "before the search": Moment("caselaw.search.build_search", "before"),
    "while Pagefind runs": Moment("subprocess.run", "during"),
    "after Pagefind": Moment("caselaw.search._run_pagefind", "after"),
    "before the search is written": Moment("caselaw.search._write_scripts", "before"),
    "after the search": Moment("caselaw.search.build_search", "after"),
    "before the site is published": Moment("caselaw.pipeline.publish", "before"),
    "when the manifest is written": Moment("caselaw.publish.refuse_foreign", "before", 2),
    "before the exchange": Moment("caselaw.publish._exchange", "before"),
    "before two renames": Moment("pathlib.Path.rename", "before", exchange=False),
}
AFTER = {
    "after the exchange": Moment("caselaw.publish._exchange", "after"),
    "when the site is published": Moment("caselaw.pipeline.publish", "after"),
    "while the old site is removed": Moment("shutil.rmtree", "during", 2),
    "when the old site is removed": Moment("shutil.rmtree", "after", 2),
    "after two renames": Moment("pathlib.Path.rename", "after", 2, exchange=False),
    "while the old site is removed after two renames": Moment("shutil.rmtree", "during", 2, exchange=False),
}


def assert_next_build_succeeds(editions: Editions) -> None:
    editions.library.build(NEW)
    assert editions.of(editions.output) == NEW
    assert editions.left_over() == []


@pytest.mark.parametrize("moment", BEFORE.values(), ids=BEFORE)
def test_a_build_killed_before_the_exchange_leaves_the_old_site(old: Editions, moment: Moment) -> None:
    kill_at(moment, old.library.request(NEW), old.output)
    assert old.of(old.output) == OLD
    assert_next_build_succeeds(old)


@pytest.mark.parametrize("moment", AFTER.values(), ids=AFTER)
def test_a_build_killed_after_the_exchange_leaves_the_new_site(old: Editions, moment: Moment) -> None:
    kill_at(moment, old.library.request(NEW), old.output)
    assert old.of(old.output) == NEW
    assert_next_build_succeeds(old)


BETWEEN = Moment("pathlib.Path.rename", "after", 1, exchange=False)


def test_without_an_exchange_a_build_killed_between_two_renames_is_undone_by_the_next(old: Editions) -> None:
    """The one gap there is on Windows: the site is away, and whole again as soon as anything is built."""
    kill_at(BETWEEN, old.library.request(NEW), old.output)
    assert not old.output.exists()
    faulty = old.library.add("faulty", court="scc")
    try:
        assert old.library.try_build(Problems(), NEW) is None
    finally:
        faulty.unlink()
    assert old.of(old.output) == OLD
    assert_next_build_succeeds(old)


def test_a_first_build_killed_before_it_is_published_leaves_no_site(editions: Editions, tmp_path: Path) -> None:
    output = tmp_path / "site"
    kill_at(BEFORE["when the manifest is written"], editions.library.request(NEW), output)
    assert not output.exists()
    editions.library.build(NEW, output)
    assert editions.of(output) == NEW


# ------------------------------------------------------------------------------------------------ at any moment

Start = Callable[[Request, Path], "Killable"]


class Killable:
    """A build that is running."""

    def __init__(self, request: Request, output: Path) -> None:
        self.process = start_build(request, output)

    def kill_after(self, seconds: float) -> None:
        self.process.join(seconds)
        self.process.kill()
        self.process.join()
        self.process.close()


class KillableProgram(Killable):
    """The same as a user starts it."""

    def __init__(self, request: Request, output: Path) -> None:
        options = ["--config", str(request.config), "--output", str(output), "--date", request.today, "--quiet"]
        self.program = subprocess.Popen([sys.executable, "build.py", *options], cwd=ROOT)

    def kill_after(self, seconds: float) -> None:
        try:
            self.program.wait(seconds)
        except subprocess.TimeoutExpired:
            self.program.kill()
            self.program.wait()


@pytest.mark.slow
@pytest.mark.parametrize(("start", "times"), [(Killable, 25), (KillableProgram, 8)])
def test_a_build_killed_at_any_moment_leaves_the_old_or_the_new_site(old: Editions, start: Start, times: int) -> None:
    began = time.monotonic()
    start(old.library.request(NEW), old.output).kill_after(60)
    duration = time.monotonic() - began
    present = old.of(old.output)
    assert present == NEW
    for number in range(times):
        other = OLD if present == NEW else NEW
        start(old.library.request(other), old.output).kill_after(duration * (number + 1) / times)
        present = old.of(old.output)
    assert_next_build_succeeds(old)
