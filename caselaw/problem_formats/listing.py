"""All problems as one JSON object, for programs of the library's own."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping, Sequence

from caselaw.messages import translated
from caselaw.problems import Problem, Severity

VERSION = 1


def as_json(problems: Sequence[Problem], words: Mapping[str, str], hidden: int = 0) -> str:
    """Return ``version``, ``problems``, ``counts`` by severity, and how many are ``hidden``: those in other files.

    Its letters are ASCII only, since what a Windows console cannot show would be replaced in it.
    """
    found = Counter(problem.severity for problem in problems)
    data = {
        "version": VERSION,
        "problems": [_entry(problem, words) for problem in problems],
        "counts": {f"{severity}s": found[severity] for severity in Severity} | {"hidden": hidden},
    }
    return json.dumps(data, indent=2)


def _entry(problem: Problem, words: Mapping[str, str]) -> dict[str, str | int]:
    return {
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "severity": problem.severity.value,
        "code": problem.code.value,
        "message": translated(problem.message, words),
        "help": translated(problem.help, words),
    }
