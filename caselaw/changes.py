"""Which files a change touches, as Git knows it."""

from __future__ import annotations

import os
import subprocess
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from caselaw.problems import Problem, Severity
from caselaw.safety import masked

DEFAULT_BASE = "origin/main"


class ChangesUnknown(Exception):
    """Git cannot tell what changed; the text says why."""


@dataclass(frozen=True)
class Selection:
    """What to say of a change: all errors, the rest of the changed files, and how many problems that leaves out."""

    shown: tuple[Problem, ...]
    hidden: int


def select(problems: Iterable[Problem], changed: frozenset[str]) -> Selection:
    """Return the problems that concern a change to the files in ``changed``, paths within the library.

    An error in another file is shown too: the change may have caused it, and nothing can be published while it stands.
    """
    problems = tuple(problems)
    changed |= {masked(path) for path in changed}  # as problems name files whose names hold personal data
    shown = tuple(
        problem
        for problem in problems
        if problem.severity is Severity.ERROR or _composed(problem.place.path) in changed
    )
    return Selection(shown, len(problems) - len(shown))


def default_base() -> str:
    """Return the branch that a pull request is to be merged into, as GitHub names it, or ``origin/main``."""
    target = os.environ.get("GITHUB_BASE_REF")
    return f"origin/{target}" if target else DEFAULT_BASE


def changed_files(root: Path, base: str) -> frozenset[str]:
    """Return the files in ``root`` that differ from where HEAD left ``base``, whether or not committed or added yet.

    Paths are relative to ``root`` with forward slashes. Raises ``ChangesUnknown``.
    """
    if base.startswith("-"):
        raise ChangesUnknown(f'"{base}" is not the name of a branch or commit')
    if not is_repository(root):
        raise ChangesUnknown("--changed needs a Git repository, and the library lies in none")
    fork = _git(root, "merge-base", base, "HEAD")
    if fork is None:
        raise ChangesUnknown(
            f'--changed finds no common commit with "{base}": name another branch, or fetch it with its history'
        )
    # --relative: only this folder, and as seen from it; without renames the old path is named too.
    differing = _git(root, "diff", "--name-only", "-z", "--relative", "--no-renames", "--no-ext-diff", fork.strip())
    untracked = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    if differing is None or untracked is None:
        raise ChangesUnknown("Git cannot compare the files of this folder; run git status to see why")
    return frozenset(_composed(path) for path in (differing + untracked).split("\0") if path)


def is_repository(root: Path) -> bool:
    """Return whether the folder lies in a working copy."""
    return (_git(root, "rev-parse", "--is-inside-work-tree") or "").strip() == "true"


def prefix_of(root: Path) -> str:
    """Return the way from the top of the repository to ``root`` with a slash at its end, empty where there is none."""
    return (_git(root, "rev-parse", "--show-prefix") or "").rstrip("\n")


def _git(root: Path, *arguments: str) -> str | None:
    """Return what Git prints, None where it fails or is not installed."""
    try:
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 wherever the machine has it
            cwd=root,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
        )
    except FileNotFoundError:
        return None
    return done.stdout.decode("utf-8", errors="surrogateescape") if done.returncode == 0 else None


def _composed(path: str) -> str:
    """Return a path with its letters composed: macOS may name a file otherwise than Git."""
    return unicodedata.normalize("NFC", path)
