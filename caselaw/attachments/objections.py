"""What can stand against the publication of a file."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.codes import Code
from caselaw.messages import Message, joined
from caselaw.problems import Severity

_NONE = joined()


@dataclass(frozen=True, order=True)
class Objection:
    """One thing that stands against a file, without the place, which is the file itself.

    Where ``help`` names the file, it does so as ``file``, for the caller to fill in. ``kinds`` are what was found.
    """

    code: Code
    message: Message
    help: Message
    severity: Severity = Severity.ERROR
    kinds: Message = _NONE


def listed(words: tuple[Message, ...]) -> Message:
    """Return messages in one line with commas."""
    return joined(*[part for word in words for part in (", ", word)][1:])
