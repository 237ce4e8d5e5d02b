"""One file of the content: its paragraphs and fields, each by itself, and names followed through all of them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from caselaw.codes import Severity
from caselaw.messages import joined, say
from caselaw.problems import Place, Problems
from caselaw.safeguards.echoes import report_echoes
from caselaw.safeguards.units import Unit, split_file
from caselaw.safeguards.waivers import WAIVERS, Key, Waivers, line_to_add
from caselaw.safety import Finding, describe, find_names_below, find_personal_data
from caselaw.safety.letters import composed

_LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class FileFacts:
    """What a file is judged by besides its text.

    ``public`` are those of its words that pass as names (see ``find_personal_data``), ``listed`` the waivers for it,
    ``said`` the lines in which a field for initials was already said to hold a name; ``today`` is ``YYYY-MM-DD``. The
    warnings of a draft, which is still being written, come without the line that waives them.
    """

    public: frozenset[str]
    listed: frozenset[Key]
    said: frozenset[int]
    is_draft: bool
    today: str


def names_in(text: str, path: str, public: frozenset[str]) -> frozenset[str]:
    """Return those of the words ``public`` that may stand in a file: about the others it need not be asked."""
    seen = "\n".join(form for unit in split_file(text, path) for form in (unit.text, unit.as_read))
    letters = frozenset(_LETTERS.findall(composed(seen)[0].lower()))
    return frozenset(word for word in public if letters.issuperset(_LETTERS.findall(word)))


def guard_file(text: str, path: str, facts: FileFacts, problems: Problems) -> Waivers:
    """Report what one file holds, and return which of its waivers were needed; nothing else follows from the call."""
    waivers = Waivers(facts.listed)
    units = tuple(split_file(text, path))
    for above, unit in zip((None, *units), units, strict=False):
        _guard_unit(unit, facts, waivers, problems)
        for found in find_names_below(above.as_read, unit.text, facts.public) if above else ():
            _report(found, unit.text, unit.place(found.start), unit, facts, waivers, problems)
    if path != WAIVERS:
        report_echoes(units, facts.public, waivers, facts.today, problems)
    return waivers


def _guard_unit(unit: Unit, facts: FileFacts, waivers: Waivers, problems: Problems) -> None:
    findings = find_personal_data(unit.text, facts.public)
    for found in findings:
        _report(found, unit.text, unit.place(found.start), unit, facts, waivers, problems)
    read = unit.as_read
    if read == unit.text:
        return
    known = Counter(found.code for found in findings)
    for found in find_personal_data(read, facts.public):  # what marks or escapes kept apart; its column is not known
        known[found.code] -= 1
        if known[found.code] < 0:
            _report(found, read, unit.place(0), unit, facts, waivers, problems)


def _report(
    found: Finding, text: str, place: Place, unit: Unit, facts: FileFacts, waivers: Waivers, problems: Problems
) -> None:
    message, help = describe(found, text)
    if found.severity is Severity.ERROR:
        problems.add(place, found.code, message, help)
        return
    if place.line in facts.said or waivers.cover(unit, found.code):
        return
    if not facts.is_draft:
        line = line_to_add(unit, found.code, facts.today)
        help = joined(
            help,
            say("; if it must stand, let a reviewer complete this line in {file}: {line}", file=WAIVERS, line=line),
        )
    problems.add(place, found.code, message, help, Severity.WARNING)
