"""Problems: what an editor must cure, collected over a whole run and reported together.

A problem is a fault in content (a case, the vocabulary, the configuration, a stage page), never a fault of the
program: those are exceptions. ``Problems`` is the only mutable thing in a build.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from caselaw.codes import Code, Severity
from caselaw.safety import masked

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["Place", "Problem", "Problems", "Severity", "did_you_mean"]


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
        """Record a problem that a stage has put together itself; personal data in it is masked."""
        place = replace(problem.place, path=masked(problem.place.path))
        message, help = masked(problem.message), masked(problem.help)
        self._problems.add(replace(problem, place=place, message=message, help=help))

    def in_file(self, path: str) -> Iterator[Problem]:
        """Yield the problems of one file, in no order; it may be asked for by a name that is masked in them."""
        shown = masked(path)
        return (problem for problem in self._problems if problem.place.path == shown)

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
