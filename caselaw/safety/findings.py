"""What in a text may be personal data: a place in it, and of what kind it is."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.codes import Code, Severity

Span = tuple[int, int]


@dataclass(frozen=True)
class Finding:
    """A place in a text, from ``start`` to ``end``, that must or should not become public."""

    code: Code
    severity: Severity
    start: int
    end: int


def finding(code: Code, start: int, end: int) -> Finding:
    """Return a finding with the severity that its code stands for: D1 is an error, D2 a warning."""
    severity = Severity.ERROR if code.startswith("D1") else Severity.WARNING
    return Finding(code, severity, start, end)
