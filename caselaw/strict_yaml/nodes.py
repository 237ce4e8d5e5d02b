"""Texts, lists and mappings as they stand in a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from caselaw.problems import Place


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
        return self._by_key[key][1] if key in self._by_key else None

    def place_of(self, key: str) -> Place:
        """Return the place of a key, or of the mapping where it is not written."""
        return self._by_key[key][0].place if key in self._by_key else self.place

    @cached_property
    def _by_key(self) -> dict[str | None, tuple[Scalar, Node]]:
        return {scalar.text: (scalar, value) for scalar, value in reversed(self.entries)}


Node = Scalar | Sequence | Mapping
Plain = str | list["Plain"] | dict[str, "Plain"] | None


def to_plain(node: Node) -> Plain:
    """Return the node as text, lists and dicts, leaving out fields that are written but empty."""
    if isinstance(node, Scalar):
        return node.text if node.text and node.text.strip() else None
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    values = ((key.text or "", to_plain(value)) for key, value in node.entries)
    return {key: value for key, value in values if value not in (None, [], {})}


def node_at(node: Node | None, path: tuple[int | str, ...]) -> Node | None:
    """Return the node that ``path`` leads to, lists counted from 0; None where there is none."""
    for step in path:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


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
