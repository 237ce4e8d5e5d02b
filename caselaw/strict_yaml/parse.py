"""Reads YAML into nodes, and reads on behind a line that is at fault."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import yaml

from caselaw.codes import Code
from caselaw.messages import say
from caselaw.problems import Place, Problems
from caselaw.strict_yaml.lines import NO_SPACE_AFTER_COLON, explain
from caselaw.strict_yaml.nodes import Mapping, Node, Scalar, Sequence

MAX_DEPTH = 12
# Each faulty line costs one more reading of the file; an editor has enough to do with this many.
MAX_FAULTS = 20

# Spaces that word processors write; to YAML they are letters.
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u202f", " "))
_TABS = re.compile(r"(?:[ ]*-(?=[ \t]))*[ ]*\t[ \t]*")
_DIVISION = re.compile(r"(?:---|\.\.\.)(?=\s|$)")


PlaceOf = Callable[[int, int], Place]  # from line and column in the text, counted from 0


def parse_yaml(text: str, place: Place, problems: Problems) -> Node | None:
    """Read one YAML document whose first line stands at ``place``; None where it cannot be read."""
    lines = text.translate(_SPACES).split("\n")
    widths = [len(line) for line in lines]

    def at(line: int, column: int) -> Place:
        line = min(line, len(widths) - 1)  # the end of the text is a line of its own to the parser
        return Place(place.path, place.line + line, min(column, widths[line]) + 1)

    faulty = {*_cure_tabs(lines, at, problems), *_cure_divisions(lines, at, problems)}
    for _ in range(MAX_FAULTS):
        builder = _Builder(lines, at)
        try:
            root = builder.build()
        except TooDeepError:
            root = None
        except yaml.MarkedYAMLError as error:
            faulty |= builder.cut_lines
            fault = explain(error, lines, faulty)
            if fault:
                problems.add(at(fault.line, fault.column), fault.code, fault.message, fault.help)
            if fault and fault.meant:
                lines[fault.line : fault.line + len(fault.meant)] = fault.meant
                faulty.add(fault.line)
                continue
            root = None
        for problem in builder.problems:
            problems.report(problem)
        return root
    return None


def _cure_tabs(lines: list[str], at: PlaceOf, problems: Problems) -> Iterator[int]:
    """Report every tab that indents a line, put spaces in its place, and yield the line: YAML allows spaces only."""
    for number, line in enumerate(lines):
        match = _TABS.match(line)
        if match is None:
            continue
        lines[number] = match[0].expandtabs(2) + line[match.end() :]
        if line.strip():
            yield number
            problems.add(
                at(number, line.index("\t")), Code.YAML_TAB,
                say("a tab stands at the beginning of the line"), say("replace the tab with spaces, two for each step"),
            )  # fmt: skip


def _cure_divisions(lines: list[str], at: PlaceOf, problems: Problems) -> Iterator[int]:
    """Report every line that would begin a second YAML document, make it part of the first, and yield it."""
    is_begun = False
    for number, line in enumerate(lines):
        match = _DIVISION.match(line)
        if match and is_begun:
            yield number
            lines[number] = line[match.end() :].lstrip()
            problems.add(
                at(number, 0), Code.YAML_SECOND_DOCUMENT,
                say('"{mark}" at the beginning of a line divides the file in two', mark=match[0]), say("delete it"),
            )  # fmt: skip
        is_begun = is_begun or bool(line.strip() and not line.startswith("#"))


class TooDeepError(Exception):
    """Lists and mappings stand inside each other beyond ``MAX_DEPTH``; it was reported."""


class _Builder:
    """Turns the parser's events into nodes; they are ``Any``, as libyaml's marks are never None."""

    def __init__(self, lines: list[str], at: PlaceOf) -> None:
        self.events: Iterator[Any] = iter(yaml.parse("\n".join(lines), Loader=yaml.CBaseLoader))
        self.lines = lines
        self.at = at
        self.problems = Problems()
        self.cut_lines: set[int] = set()  # whose text ends at a remark that may not have been meant as one

    def build(self) -> Node | None:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.NodeEvent):
                root = self.node(event, 0)
        return root

    def node(self, event: Any, depth: int) -> Node:
        place = self.at(event.start_mark.line, event.start_mark.column)
        if depth > MAX_DEPTH:
            self.problems.add(
                place, Code.YAML_TOO_DEEP, say("lists and fields are nested more than {most} deep", most=MAX_DEPTH),
                say("write the fields as the contributor's guide shows them"),
            )  # fmt: skip
            raise TooDeepError
        if isinstance(event, yaml.AliasEvent):
            self._reject_anchor(place, f"*{event.anchor}")
            return Scalar(None, place)
        self._reject_marks(event, place)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), place)
        return Mapping(tuple(self._entries(depth)), place)

    def _scalar(self, event: Any, place: Place) -> Scalar:
        if event.style in ("'", '"', "|", ">"):
            return Scalar(event.value, place)
        end = event.end_mark
        rest = self.lines[end.line][end.column :] if end.line < len(self.lines) else ""
        # One space before "#" is how texts have it ("Case # 12"), two are how remarks have it.
        if rest.startswith(" #"):
            self.cut_lines.add(end.line)
            self.problems.add(
                self.at(end.line, end.column + 1), Code.YAML_REMARK, say('what follows "#" would not be read'),
                say("put the whole text in quotation marks; a remark has two spaces before it"),
            )  # fmt: skip
        return Scalar(event.value or None, place)

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self.node(event, depth + 1)

    def _entries(self, depth: int) -> Iterator[tuple[Scalar, Node]]:
        first: dict[str, Place] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            key, following = self.node(event, depth + 1), next(self.events)
            is_stray = following.start_mark.index == event.end_mark.index
            value = self.node(following, depth + 1)
            if not isinstance(key, Scalar) or key.text is None:
                self.problems.add(
                    key.place, Code.YAML_SYNTAX, say("a field has no name here"),
                    say(
                        'write "name: value"; put a text that begins with a bracket or question mark in quotation '
                        'marks',
                    ),
                )  # fmt: skip
            elif is_stray:
                yield from self._reject_stray(key.place, key.text)
            elif key.text in first:
                self.problems.add(
                    key.place, Code.YAML_DUPLICATE_KEY,
                    say('"{name}" stands twice; the first is in line {line}', name=key.text, line=first[key.text].line),
                    say("keep one of the two and delete the other"),
                )  # fmt: skip
            else:
                first[key.text] = key.place
                yield key, value

    def _reject_stray(self, place: Place, text: str) -> Iterator[tuple[Scalar, Node]]:
        """Report what stands between two commas of a group in braces without being "name: value"."""
        name, colon, value = text.partition(":")
        if colon:
            self.problems.add(place, Code.YAML_COLON, *NO_SPACE_AFTER_COLON)
            yield Scalar(name, place), Scalar(value, place)
            return
        self.problems.add(
            place, Code.YAML_COMMA, say('a comma begins a new field here, but no "name:" follows it'),
            say("if the comma belongs to a text, put that whole text in quotation marks"),
        )  # fmt: skip

    def _reject_marks(self, event: Any, place: Place) -> None:
        if event.anchor:
            self._reject_anchor(place, f"&{event.anchor}")
        if event.tag:
            mark = event.tag.replace("tag:yaml.org,2002:", "!!")
            self.problems.add(
                place, Code.YAML_TAG, say('the mark "{mark}" before a value is not allowed', mark=mark),
                say("remove the mark; if the text begins with an exclamation mark, put it in quotation marks"),
            )  # fmt: skip

    def _reject_anchor(self, place: Place, mark: str) -> None:
        self.problems.add(
            place, Code.YAML_ALIAS, say('the reference mark "{mark}" is not allowed', mark=mark),
            say('write the value out; if the text begins with "&" or "*", put it in quotation marks'),
        )  # fmt: skip
