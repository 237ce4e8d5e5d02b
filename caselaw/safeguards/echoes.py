"""Names that were found in a file of the content, followed through the rest of it word by word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caselaw.codes import Code, Severity
from caselaw.messages import joined, say
from caselaw.problems import Problems
from caselaw.safeguards.units import Unit
from caselaw.safeguards.waivers import WAIVERS, Waivers, line_to_add
from caselaw.safety import Finding, find_personal_data
from caselaw.safety.echoes import echoes_in, stems_of

_NAMED = frozenset({Code.VICTIM_NAMED, Code.DEFENDANT_FULL_NAME, Code.WITNESS_NAMED})


def report_echoes(
    units: Iterable[Unit], public: frozenset[str], waivers: Waivers, today: str, problems: Problems
) -> None:
    """Report the words of names that were alarmed in a file where they stand alone in it.

    ``units`` are those of one file that was reported on before; ``public`` are words that pass as names.
    """
    every = list(units)
    if not every or not any(problem.code in _NAMED for problem in problems.in_file(every[0].path)):
        return
    lines: dict[str, int] = {}
    for unit, found in _names(every, public):
        if found.severity is Severity.ERROR or not waivers.cover(unit, found.code):
            for stem in stems_of(unit.text[found.start : found.end], public):
                lines.setdefault(stem, unit.place(found.start).line)
    for unit in every:
        _report_in(unit, lines, public, waivers, today, problems)


def _names(units: Iterable[Unit], public: frozenset[str]) -> Iterator[tuple[Unit, Finding]]:
    for unit in units:
        for found in find_personal_data(unit.text, public):
            if found.code in _NAMED:
                yield unit, found


def _report_in(
    unit: Unit, lines: dict[str, int], public: frozenset[str], waivers: Waivers, today: str, problems: Problems
) -> None:
    said = find_personal_data(unit.text, public)
    for (start, end), stem in echoes_in(unit.text, lines):
        is_said = any(found.start < end and start < found.end for found in said)
        if is_said or waivers.cover(unit, Code.NAME_REPEATED):
            continue
        cure = say(
            "write the role here too, as in line {line}; if this is not that person, write the sentence in another way",
            line=lines[stem],
        )  # fmt: skip
        line = line_to_add(unit, Code.NAME_REPEATED, today)
        either = say("; if it must stand, let a reviewer complete this line in {file}: {line}", file=WAIVERS, line=line)
        message = say("a word of the name found in line {line} stands here", line=lines[stem])
        problems.add(unit.place(start), Code.NAME_REPEATED, message, joined(cure, either), Severity.WARNING)
