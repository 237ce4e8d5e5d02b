"""Problems: what an editor must cure, collected over a whole run and reported together.

A problem is a fault in content (a case, the vocabulary, the configuration, a stage page), never a fault of the
program: those are exceptions. ``Problems`` is the only mutable thing in a build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING

from caselaw.codes import Code, Severity
from caselaw.messages import Message, joined, say, translated
from caselaw.safety import masked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

__all__ = ["Place", "Problem", "Problems", "Severity", "did_you_mean", "in_one_line"]


_SEVERITIES = {
    Severity.ERROR: say("error"),
    Severity.WARNING: say("warning"),
    Severity.NOTICE: say("notice"),
}
_HELP = say("help")
# Controls, line breaks, overrides of the direction: what a terminal or the log of a workflow would obey.
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


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
        """Return the two lines that an editor reads, in English."""
        return self.said({})

    def said(self, words: Mapping[str, str]) -> str:
        """Return the two lines, never more, in another language; ``words`` are its templates by the English ones."""
        place, severity = self.place, translated(_SEVERITIES[self.severity], words)
        head = f"{place.path}:{place.line}:{place.column}: {severity}[{self.code}] {translated(self.message, words)}"
        help = f"{translated(_HELP, words)}: {translated(self.help, words)}"
        return f"{in_one_line(head)}\n    {in_one_line(help)}"


def in_one_line(text: str) -> str:
    """Return a text with spaces for its line breaks and other control characters, as wide as it was."""
    return _CONTROLS.sub(" ", text)


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

    def repeat(self, reported: Iterable[Problem]) -> None:
        """Record once more what a collector has yielded, in which personal data is masked already."""
        self._problems.update(reported)

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


def did_you_mean(word: str, known: Iterable[str]) -> Message:
    """Return ``did you mean "…"? `` (with the space) for the nearest of the known words, or an empty text."""
    near = nearest(word, known)
    return joined(ask(near), " ") if near else joined()


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the nearest of the known words, or an empty text."""
    return next(iter(get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)), "")


def ask(near: str) -> Message:
    """Return the question whether another word was meant."""
    return say('did you mean "{near}"?', near=near)
