"""``content/safety.yaml``: warnings that a reviewer has looked at and lets pass, each for one text as it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field

from caselaw.codes import Code, Severity
from caselaw.fields import FullDate, Initials, Record, Text, read_with
from caselaw.messages import say
from caselaw.problems import Place, Problems
from caselaw.records import read_record
from caselaw.safeguards.units import Unit
from caselaw.source import read_yaml
from caselaw.strict_yaml import Sequence
from caselaw.values import Fault

WAIVERS = "content/safety.yaml"
Key = tuple[str, str, str]  # path, code, hash


def _parse_code(value: str) -> str:
    if re.fullmatch(r"D1\d\d", value):
        raise Fault(
            Code.WAIVER_OF_ERROR, say("what {code} stands for is an error and cannot be waived", code=value),
            say("take the personal data out of the text, and this entry out of the list"),
        )  # fmt: skip
    if not re.fullmatch(r"D2\d\d", value):
        raise Fault(
            Code.FIELD_VALUE, say("this is not the code of a warning about personal data"),
            say("copy the code from the warning, such as {code}", code=Code.DEFENDANT_FULL_NAME),
        )  # fmt: skip
    return value


def _parse_hash(value: str) -> str:
    if not re.fullmatch(r"[0-9a-f]{12}", value):
        raise Fault(
            Code.FIELD_VALUE, say("this is not what a warning gives as hash"),
            say("copy the whole line from the warning; its hash has twelve signs"),
        )  # fmt: skip
    return value


def _parse_reason(value: str) -> str:
    if len(value) < 10:
        raise Fault(
            Code.FIELD_VALUE, say("this does not say why the text may stand"),
            say("write the reason in a few words, such as: the name of a company in its own public judgment"),
        )  # fmt: skip
    return value


class Waiver(Record):
    """One warning that a reviewer lets pass."""

    path: Text = Field(description="The file that the warning names.")
    code: Annotated[str, *read_with(_parse_code, "D204")] = Field(description="The code of the warning.")
    hash: Annotated[str, *read_with(_parse_hash, "0a1b2c3d4e5f")] = Field(
        description="Stands for the text, as the warning gives it; any change of the text voids the waiver."
    )
    reason: Annotated[str, *read_with(_parse_reason, "The name of a company")] = Field(
        description="Why the text may stand, without repeating it."
    )
    reviewer: Initials = Field(description="Initials of the reviewer.")
    date: FullDate = Field(description="Day of the review.")


@dataclass
class Waivers:
    """The waivers of a file, which of them were needed, and the warnings that none covered."""

    listed: Set[Key]
    used: set[Key] = field(default_factory=set)
    open: set[Key] = field(default_factory=set)

    def cover(self, unit: Unit, code: Code) -> bool:
        """Whether a waiver lets a warning about this text pass; it is noted either way."""
        key = (unit.path, str(code), unit.hash)
        if key in self.listed:
            self.used.add(key)
            return True
        self.open.add(key)
        return False


def read_waivers(root: Path, problems: Problems) -> dict[Key, Place]:
    """Read the list below the project folder ``root`` and where each stands; a library without warnings has none."""
    path = root / WAIVERS
    if not path.exists():
        return {}
    before = len(problems)
    node = read_yaml(root, path, problems)
    if not isinstance(node, Sequence):
        if node is not None or len(problems) == before:
            problems.add(
                node.place if node else Place(WAIVERS), Code.WAIVER_FILE, say("this file is not a list of waivers"),
                say("begin each waiver with “- path: …”, or delete the file if nothing is waived"),
            )  # fmt: skip
        return {}
    listed: dict[Key, Place] = {}
    for item in node.items:
        waiver = read_record(Waiver, item, problems)
        if waiver is None:
            continue
        key = (waiver.path, waiver.code, waiver.hash)
        if key in listed:
            _report(
                item.place, Code.WAIVER_UNUSED, say("this waiver stands twice"), say("delete one of the two"), problems
            )
        listed.setdefault(key, item.place)
    return listed


def line_to_add(unit: Unit, code: Code, today: str) -> str:
    """Return the line that waives a warning, ready to be completed by a reviewer."""
    return _line(unit.path, code, unit.hash, today)


def _line(path: str, code: str, hash: str, today: str) -> str:
    shown = path if re.fullmatch(r"[\w./-]+", path) else json.dumps(path, ensure_ascii=False)
    return f"- {{path: {shown}, code: {code}, hash: {hash}, reason: …, reviewer: …, date: {today}}}"


def report_unused(listed: Mapping[Key, Place], looked: Iterable[Waivers], today: str, problems: Problems) -> None:
    """Say which waivers are void, because their text was changed, and which waive nothing; ``looked`` are of all files.

    Both are warnings: a case must be changed or withdrawn at once where that is needed, whatever was waived in it.
    """
    used: set[Key] = set()
    uncovered: set[Key] = set()
    for waivers in looked:
        used |= waivers.used
        uncovered |= waivers.open
    for key, place in listed.items():
        if key in used:
            continue
        path, code, _ = key
        now = sorted(other for other in uncovered if other[:2] == (path, code))
        if now:
            lines = " ".join(_line(*other, today) for other in now)
            _report(
                place, Code.WAIVER_VOID, say("this waiver is void: the text it was given for was changed"),
                say("have a reviewer read the text as it is now, and write in its place: {lines}", lines=lines),
                problems,
            )  # fmt: skip
        else:
            _report(
                place, Code.WAIVER_UNUSED, say("this waiver waives nothing: {path} has no such warning", path=path),
                say("delete the entry"), problems,
            )  # fmt: skip


def _report(place: Place, code: Code, message: str, help: str, problems: Problems) -> None:
    problems.add(place, code, message, help, Severity.WARNING)
