"""YAML as editors may write it: plain text, lists and mappings, every one with its place in the file.

Scalars stay text (``NO``, ``12:30`` and ``2020-13-01`` surprise nobody); duplicate keys, anchors, aliases, tags and tabs are
problems. Where a single line is at fault, it is read as the editor meant it, so that the rest of the file is checked too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from caselaw.codes import Code
from caselaw.problems import Place, Problems

MAX_DEPTH = 12
# Each syntax fault costs one more reading of the file; an editor has enough to do with this many.
MAX_FAULTS = 20


@dataclass(frozen=True)
class Scalar:
    """A text; ``text`` is None where nothing at all is written."""

    text: str | None
    place: Place


@dataclass(frozen=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True)
class Mapping:
    """Keys with values, in the order of the file; each key is written once."""

    entries: tuple[tuple[Scalar, Node], ...]
    place: Place

    def get(self, key: str) -> Node | None:
        """Return the value of a key, or None where it is not written."""
        return next((value for scalar, value in self.entries if scalar.text == key), None)

    def place_of(self, key: str) -> Place:
        """Return the place of a key, or of the mapping where it is not written."""
        return next((scalar.place for scalar, _ in self.entries if scalar.text == key), self.place)


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"] | None


def to_plain(node: Node) -> Plain:
    """Return the node as text, lists and dicts, leaving out what is written but empty."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    values = ((key.text or "", to_plain(value)) for key, value in node.entries)
    return {key: value for key, value in values if value not in (None, [], {})}


def place_at(node: Node, path: tuple[int | str, ...]) -> Place:
    """Return the place of the deepest part of ``path`` that exists, on the key where the last step is one."""
    place = node.place
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            place, value = node.place_of(step), node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            place, value = node.items[step].place, node.items[step]
        else:
            return place
        if value is None:
            return place
        node = value
    return node.place if isinstance(node, Scalar) and node.text is not None else place


def parse_yaml(text: str, place: Place, problems: Problems) -> Node | None:
    """Read one YAML document whose first line stands at ``place``; None where it cannot be read."""
    faulty = set(_report_tabs(text, place, problems))
    text = _TAB_INDENT.sub(lambda match: match[0].replace("\t", "  "), text)
    for _ in range(MAX_FAULTS):
        try:
            return _Builder(text, place, problems).build()
        except yaml.YAMLError as error:
            line = _report_syntax(error, text, place, problems, faulty)
            cured = _cure_line(text, line)
            if cured is None:
                return None
            text = cured
            faulty.add(line)
    return None


class _Builder:
    """Turns the parser's events into nodes; ``at`` shifts its places to those of the file."""

    def __init__(self, text: str, place: Place, problems: Problems) -> None:
        self.events: Iterator[yaml.Event] = iter(yaml.parse(text, Loader=yaml.CBaseLoader))
        self.origin = place
        self.problems = problems

    def at(self, event: yaml.Event) -> Place:
        mark = event.start_mark
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(self.origin.path, self.origin.line + line, column + 1)

    def build(self) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self.problems.add(
                        self.at(event), Code.YAML_SECOND_DOCUMENT, "a second YAML document begins here",
                        "a line of three hyphens may only open and close the front matter; remove it",
                    )  # fmt: skip
                    list(self.events)
            elif isinstance(event, yaml.NodeEvent) and documents == 1:
                root = self.node(event, 0)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        place = self.at(event)
        if depth > MAX_DEPTH:
            raise TooDeep(place)
        if isinstance(event, yaml.AliasEvent):
            self._reject_anchor(place, f"*{getattr(event, 'anchor', '')}")
            return Scalar(None, place)
        elif anchor := getattr(event, "anchor", None):
            self._reject_anchor(place, f"&{anchor}")
        if tag := getattr(event, "tag", None):
            self.problems.add(
                place, Code.YAML_TAG, f'the mark "{_short_tag(tag)}" before a value is not allowed',
                "remove the mark; if the text begins with an exclamation mark, put it in quotation marks",
            )  # fmt: skip
        if isinstance(event, yaml.ScalarEvent):
            empty = event.value == "" and event.style not in ("'", "\"")
            return Scalar(None if empty else event.value, place)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), place)
        return Mapping(tuple(self._entries(depth)), place)

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
            key, value = self.node(event, depth + 1), self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar) or key.text is None:
                self.problems.add(
                    key.place, Code.YAML_SYNTAX, "a field has no name here",
                    'write "name: value"; put a text that begins with a bracket or question mark in quotation marks',
                )  # fmt: skip
            elif key.text in first:
                self.problems.add(
                    key.place, Code.YAML_DUPLICATE_KEY,
                    f'"{key.text}" stands twice; the first is in line {first[key.text].line}',
                    "keep one of the two and delete the other",
                )  # fmt: skip
            else:
                first[key.text] = key.place
                yield key, value

    def _reject_anchor(self, place: Place, mark: str) -> None:
        self.problems.add(
            place, Code.YAML_ALIAS, f'the reference mark "{mark}" is not allowed',
            'write the value out; if the text begins with "&" or "*", put it in quotation marks',
        )  # fmt: skip


class TooDeep(yaml.YAMLError):
    """Lists and mappings inside each other beyond ``MAX_DEPTH``."""

    def __init__(self, place: Place) -> None:
        super().__init__()
        self.place = place


def _short_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


def _report_tabs(text: str, place: Place, problems: Problems) -> Iterator[int]:
    """Report every tab that indents a line, and yield the lines (from 0): YAML allows spaces only."""
    for match in _TAB_INDENT.finditer(text):
        number = text.count("\n", 0, match.start())
        problems.add(
            Place(place.path, place.line + number, match[0].index("\t") + 1), Code.YAML_TAB,
            "a tab stands at the beginning of the line", "replace the tab with spaces, two for each step",
        )  # fmt: skip
        yield number


_TAB_INDENT = re.compile(r"^ *\t[ \t]*", re.MULTILINE)
_VALUE = re.compile(r"(?P<key>\s*(?:- +)*(?:[\w-]+: +|- +))(?P<value>\S.*)")


def _report_syntax(
    error: yaml.YAMLError, text: str, origin: Place, problems: Problems, faulty: set[int]
) -> int:
    """Say in plain words what the parser stumbled over; return the line (from 0) to cure."""
    if isinstance(error, TooDeep):
        problems.add(
            error.place, Code.YAML_TOO_DEEP, f"lists and fields are nested more than {MAX_DEPTH} deep",
            "write the fields as the contributor's guide shows them",
        )  # fmt: skip
        return -1
    mark = getattr(error, "problem_mark", None)
    start, context = getattr(error, "context_mark", None), str(getattr(error, "context", ""))
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    for candidate in (start, mark):
        if candidate is None or candidate.line >= len(lines) or candidate.line in faulty:
            continue
        diagnosis = _diagnose(lines[candidate.line])
        # A fault of the whole mapping starts at its first line; only its own line explains a bracket or quote.
        if diagnosis and (candidate is mark or "flow" in context or "quoted" in context):
            code, message, help = diagnosis
            column = len(match["key"]) if (match := _VALUE.match(lines[candidate.line])) else 0
            problems.add(Place(origin.path, origin.line + candidate.line, column + 1), code, message, help)
            return int(candidate.line)
    if line not in faulty and line - 1 not in faulty:
        place = Place(origin.path, origin.line + min(line, max(len(lines) - 1, 0)), column + 1)
        problems.add(place, Code.YAML_SYNTAX, *_GENERAL)
    return int(line) if line not in faulty else -1


_GENERAL = (
    "the fields cannot be read from here on",
    "check this line and the one above: each field is \"name: value\", lists begin with a hyphen, lines of one list or "
    "group begin at the same column, and quotation marks and brackets are closed",
)  # fmt: skip


def _diagnose(line: str) -> tuple[Code, str, str] | None:
    """Return code, message and help for what is wrong in one line by itself, if that can be told."""
    match = _VALUE.match(line)
    value = match["value"].rstrip() if match else ""
    quoted = "put the whole text in quotation marks"
    if value[:1] in "[{" and value[:1]:
        if value.count(value[0]) != value.count("]" if value[0] == "[" else "}"):
            return Code.YAML_UNQUOTED_BRACKET, f'the bracket "{value[0]}" is not closed', (
                "close the bracket at the end of the list; if it belongs to the text, " + quoted)  # fmt: skip
        return Code.YAML_UNQUOTED_BRACKET, f'a text may not begin with "{value[0]}"', quoted
    if value[:1] in ('"', "'") and value[:1]:
        return Code.YAML_SYNTAX, "the quotation marks of this text do not match", (
            "write a quotation mark inside the text twice if it is the same sign as the one around it"
            if value[0] == "'" else 'use typographic quotation marks inside the text, or put it between single ones (\')')  # fmt: skip
    if value[:1] in "@`%" and value[:1]:
        return Code.YAML_SYNTAX, f'a text may not begin with "{value[0]}"', quoted
    if re.search(r":(\s|$)", value) and not value.startswith(("-", "?", "|", ">")):
        return Code.YAML_UNQUOTED_COLON, "a colon followed by a space stands inside a text", quoted
    return None


def _cure_line(text: str, number: int) -> str | None:
    """Return the text with the value of one line quoted, or None where that cannot help."""
    lines = text.split("\n")
    if not 0 <= number < len(lines):
        return None
    line = lines[number]
    match = _VALUE.match(line)
    if not match or not _diagnose(line):
        return None
    bare = match["value"].replace("'", "").replace('"', "").strip()
    lines[number] = f"{match['key']}'{bare}'"
    return "\n".join(lines)
