"""What in a text may be personal data, by its form."""

from __future__ import annotations

import re
from dataclasses import dataclass

from caselaw.codes import Code
from caselaw.problems import Severity

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True)
class Finding:
    """A place in a text, from ``start`` to ``end``, that must or should not become public."""

    code: Code
    severity: Severity
    start: int
    end: int


def find_personal_data(text: str) -> tuple[Finding, ...]:
    """Return what may be personal data in ``text``, in the order of its places."""
    return tuple(Finding(Code.EMAIL_ADDRESS, Severity.ERROR, *match.span()) for match in _EMAIL.finditer(text))
