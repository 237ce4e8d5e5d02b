"""The locked requirements hold what pyproject.toml asks for, with hashes, and nothing about where they came from."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, requires

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.project import ROOT

LOCKS = ("site.txt", "dev.txt")


def locked(name: str) -> dict[str, str]:
    """Return the version of each package of a lock file."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    return {match[1]: match[2] for match in re.finditer(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==(\S+)", text, re.MULTILINE)}


def wanted(name: str) -> list[Requirement]:
    """Return what pyproject.toml asks for in a lock file."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines: list[str] = list(project["project"]["dependencies"])
    if name == "dev.txt":
        lines += project["dependency-groups"]["dev"]
    return [Requirement(line) for line in lines]


@pytest.mark.parametrize("name", LOCKS)
def test_each_dependency_is_locked_at_a_version_that_pyproject_allows(name: str) -> None:
    versions = locked(name)
    for requirement in wanted(name):
        package = canonicalize_name(requirement.name)
        assert package in versions, f"{package} is not locked; run make lock"
        assert requirement.specifier.contains(versions[package]), f"{package}: run make lock"


@pytest.mark.parametrize("name", LOCKS)
def test_each_locked_package_has_its_hashes_and_no_place_where_it_was_found(name: str) -> None:
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text
    assert not re.search(r"^\s*--(?!hash)", text, re.MULTILINE)


def test_both_locks_agree_on_the_versions_that_build_the_site() -> None:
    development = locked("dev.txt")
    assert {name: development.get(name) for name in locked("site.txt")} == locked("site.txt")


def test_a_package_that_another_wants_with_extras_is_locked_with_them() -> None:
    """Old pips, such as that of Python 3.11, take the newest "coverage[toml]" where only "coverage" is locked."""
    text = (ROOT / "requirements" / "dev.txt").read_text(encoding="utf-8")
    wanted_by_locked = [Requirement(line) for package in locked("dev.txt") for line in _requires(package)]
    extras = [
        f"{canonicalize_name(requirement.name)}[{','.join(sorted(requirement.extras))}]"
        for requirement in wanted_by_locked
        if requirement.extras and (requirement.marker is None or requirement.marker.evaluate({"extra": ""}))
    ]
    assert extras
    assert [extra for extra in extras if f"\n{extra}==" not in text] == []


def _requires(package: str) -> list[str]:
    try:
        return requires(package) or []
    except PackageNotFoundError:  # locked for another system
        return []
