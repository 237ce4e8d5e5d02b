"""The same content gives the same bytes, whatever the machine, the clock, the language or the order of the files."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.project import ROOT
from tests.sample_library import tree

EPOCH = str(int(time.time()))  # the same for both builds, and no content lies in the future

ONE = {"TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1", "umask": "022"}
OTHER = {
    "TZ": "Pacific/Kiritimati",
    "LANG": "tr_TR.UTF-8",
    "LC_ALL": "tr_TR.ISO-8859-9",
    "PYTHONHASHSEED": "2",
    "umask": "077",
}


def copy_content(target: Path, files: Iterable[Path]) -> None:
    for file in files:
        copy = target / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)


def build_copy(folder: Path, files: Iterable[Path], environment: dict[str, str], current: Path) -> Path:
    """Build a copy of the real library, its files created in the given order, and return the site."""
    copy_content(folder, files)
    umask = int(environment["umask"], 8)
    done = subprocess.run(
        [sys.executable, str(ROOT / "build.py"), "--quiet", "--config", str(folder / "site_config.yaml")],
        cwd=current,
        env={**os.environ, **environment, "SOURCE_DATE_EPOCH": EPOCH},
        umask=umask if os.name == "posix" else -1,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "site"


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Two builds of the real library, with as little in common as two builds of it can have."""
    files = [ROOT / "site_config.yaml", *sorted(path for path in (ROOT / "content").rglob("*") if path.is_file())]
    one, other = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("another folder with a longer name")
    return build_copy(one, files, ONE, ROOT), build_copy(other, reversed(files), OTHER, other)


def test_two_builds_have_the_same_files(sites: tuple[Path, Path]) -> None:
    assert tree(sites[0]).keys() == tree(sites[1]).keys()


def test_two_builds_have_the_same_bytes(sites: tuple[Path, Path]) -> None:
    one, other = tree(sites[0]), tree(sites[1])
    assert [name for name in one if one[name] != other.get(name)] == []


def test_no_file_of_a_site_tells_where_it_was_built(sites: tuple[Path, Path]) -> None:
    for site in sites:
        places = {str(site.parent).encode(), str(ROOT).encode(), str(Path.home()).encode() + b"/"} - {b"//"}
        assert [name for name, content in tree(site).items() if any(place in content for place in places)] == []
