"""Problems as a SARIF 2.1.0 log, for code scanning and editors that show it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import quote

from caselaw.codes import Code
from caselaw.explanations import Explanation, Explanations
from caselaw.messages import translated
from caselaw.problems import Problem, Severity

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTICE: "note"}
# The pages of the contributor's guide, seen from the address of the repository.
_GUIDE = "/blob/HEAD/docs/problems/"


def as_sarif(
    problems: Sequence[Problem],
    words: Mapping[str, str],
    explanations: Explanations,
    repository: str = "",
    prefix: str = "",
    hidden: int = 0,
) -> str:
    """Return one run with a rule for each code that occurs; ``repository`` is the address of the editors' repository.

    ``prefix`` leads from the top of the repository to the library; ``hidden`` counts problems in other files.
    """
    codes = sorted({problem.code for problem in problems})
    driver: dict[str, Any] = {
        "name": "caselaw",
        "rules": [_rule(explanations.by_code[code], repository) for code in codes],
    }
    if repository:
        driver["informationUri"] = repository
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": _results(problems, codes, words, prefix),
        "properties": {"hidden": hidden},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2)


def _rule(explanation: Explanation, repository: str) -> dict[str, Any]:
    rule: dict[str, Any] = {
        "id": explanation.code.value,
        "name": "".join(part.capitalize() for part in explanation.code.name.split("_")),
        "shortDescription": {"text": explanation.title},
        "fullDescription": {"text": explanation.why},
        "help": {"text": explanation.cure},
    }
    if repository:
        rule["helpUri"] = f"{repository.rstrip('/')}{_GUIDE}{explanation.code}.md"
    return rule


def _results(
    problems: Sequence[Problem], codes: Sequence[Code], words: Mapping[str, str], prefix: str
) -> list[dict[str, Any]]:
    seen: Counter[str] = Counter()
    results = []
    for problem in problems:
        seen[alike := _kind(problem)] += 1
        place = problem.place
        region = {"startLine": place.line, "startColumn": place.column}
        said = f"{translated(problem.message, words)}\n{translated(problem.help, words)}"
        results.append(
            {
                "ruleId": problem.code.value,
                "ruleIndex": codes.index(problem.code),
                "level": _LEVELS[problem.severity],
                "message": {"text": said},
                "locations": [
                    {
                        "physicalLocation": {
                            "artifactLocation": {"uri": quote(prefix + place.path, errors="surrogateescape")},
                            "region": region,
                        }
                    }
                ],
                "partialFingerprints": {"problem/v1": _hash(f"{alike}\0{seen[alike]}")},
            }
        )
    return results


def _kind(problem: Problem) -> str:
    """Return what stays the same when lines are put above a problem, or when it is said in another language."""
    return "\0".join((problem.place.path, problem.code, str(problem.message)))


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogateescape")).hexdigest()[:32]
