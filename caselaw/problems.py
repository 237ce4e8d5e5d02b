"""Problems: what an editor must cure, collected over a whole run and reported together.

A problem is a fault in content (a case, the vocabulary, the configuration, a stage page), never a fault of the
program: those are exceptions. ``Problems`` is the only mutable thing in a build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from caselaw.codes import Code


class Severity(StrEnum):
    """How grave a problem is: an error stops the build, a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, order=True)
class Place:
    """Where a problem is: a path relative to the project with forward slashes, line and column counted from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True)
class Problem:
    """One fault in the words of its reader: what is wrong, and how it is cured."""

    place: Place
    code: Code
    message: str
    help: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return the two lines that an editor reads."""
        place = self.place
        head = f"{place.path}:{place.line}:{place.column}: {self.severity}[{self.code}] {self.message}"
        return f"{head}\n    help: {self.help}"


class Problems:
    """The collector of one run; iterating yields each distinct problem once, ordered by file, line and column."""

    def __init__(self) -> None:
        self._problems: set[Problem] = set()

    def add(self, place: Place, code: Code, message: str, help: str, severity: Severity = Severity.ERROR) -> None:
        """Record one problem; the same problem said twice is kept once."""
        self.report(Problem(place, code, message, help, severity))

    def report(self, problem: Problem) -> None:
        """Record a problem that a stage has put together itself."""
        self._problems.add(problem)

    def __iter__(self) -> Iterator[Problem]:
        return iter(sorted(self._problems, key=lambda p: (p.place, p.code, p.message)))

    def __len__(self) -> int:
        return len(self._problems)

    @property
    def errors(self) -> int:
        """The number of problems that stop a build."""
        return sum(1 for problem in self._problems if problem.severity is Severity.ERROR)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``did you mean "…"? `` (with the space) for the nearest of the known words, or an empty text."""
    near = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return f'did you mean "{near[0]}"? ' if near else ""
