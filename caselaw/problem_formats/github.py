"""Problems as annotations of a pull request, and what GitHub would not show of them as the summary of the job.

GitHub shows ten errors, ten warnings and ten notices of a step, and a summary of one MiB; it drops the rest silently.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from caselaw.messages import say, translated
from caselaw.problems import Problem, Severity, in_one_line

A_STEP = 10  # annotations of each kind
SUMMARY_SIZE = 1_000_000  # bytes, below GitHub's 1,048,576 so that other steps' words in the same file have room

_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = _DATA | str.maketrans({":": "%3A", ",": "%2C"})
# What Markdown, HTML or GitHub itself (mentions, issue numbers) would make something else of.
_MARKUP = re.compile(r"[\\`*_{}\[\]<>()#+\-.!|~&@$:/]")


def workflow_commands(problems: Iterable[Problem], words: Mapping[str, str], prefix: str = "") -> tuple[str, ...]:
    """Return workflow commands, gravest first, at most ten of each kind.

    ``prefix`` leads from the top of the repository to the library, such as ``library/``.
    """
    return tuple(_command(problem, words, prefix) for problem in _parted(problems)[0])


def summary(problems: Iterable[Problem], words: Mapping[str, str], room: int = SUMMARY_SIZE) -> str:
    """Return a Markdown table of the problems that have no annotation, empty where all have one.

    At most ``room`` bytes of UTF-8; a last line says how many did not fit. Empty too where not even that has room.
    """
    rest = _parted(problems)[1]
    if not rest or room < 500:
        return ""
    heads = (say("More problems: {count}", count=len(rest)), say("Where"), say("What"), say("Help"))
    title, *columns = (translated(head, words) for head in heads)
    lines = [f"### {title}", "", f"| {' | '.join(columns)} |", "| --- | --- | --- |"]
    room -= sum(map(_size, lines)) + 200  # for the last line
    for number, problem in enumerate(rest):
        row = _row(problem, words)
        if (room := room - _size(row)) < 0:
            left = say("There is no room here for {count} more.", count=len(rest) - number)
            lines += ["", translated(left, words)]
            break
        lines.append(row)
    return "\n".join(lines) + "\n"


def unannotated(problems: Iterable[Problem]) -> int:
    """Return how many problems have no annotation."""
    return len(_parted(problems)[1])


def _parted(problems: Iterable[Problem]) -> tuple[Sequence[Problem], Sequence[Problem]]:
    """Return the problems that GitHub shows, and the rest, each with the gravest first."""
    shown: list[Problem] = []
    rest: list[Problem] = []
    problems = list(problems)
    for severity in Severity:
        alike = [problem for problem in problems if problem.severity is severity]
        shown += alike[:A_STEP]
        rest += alike[A_STEP:]
    return shown, rest


def _command(problem: Problem, words: Mapping[str, str], prefix: str) -> str:
    place = problem.place
    properties = {"file": prefix + place.path, "line": place.line, "col": place.column, "title": problem.code}
    said = "\n".join(in_one_line(translated(text, words)) for text in (problem.message, problem.help))
    listed = ",".join(f"{name}={in_one_line(str(value)).translate(_PROPERTY)}" for name, value in properties.items())
    return f"::{problem.severity} {listed}::{said.translate(_DATA)}"


def _row(problem: Problem, words: Mapping[str, str]) -> str:
    place = problem.place
    where = _plain(f"{place.path}:{place.line}:{place.column}")
    message, help = (_plain(translated(text, words)) for text in (problem.message, problem.help))
    return f"| {where} | **{problem.severity} {problem.code}** {message} | {help} |"


def _plain(text: str) -> str:
    """Return a text that Markdown shows as it is, in one line; entities rather than backslashes, for tables' bars."""
    return _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", " ".join(in_one_line(text).split()))


def _size(line: str) -> int:
    return len(line.encode("utf-8", errors="replace")) + 1
