"""From YAML nodes to records: validation by the pydantic models, with every fault put into a lawyer's words.

One mistake gives one problem: a field that is missing because its name is misspelt, or unreadable because of a fault in
its line that was already reported, is not reported again.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError

from caselaw.codes import Code
from caselaw.fields import Key, Record
from caselaw.problems import Place, Problems, did_you_mean
from caselaw.strict_yaml import Mapping, Node, Sequence, place_at, to_plain
from caselaw.values import Fault

AnyRecord = TypeVar("AnyRecord", bound=Record)
Location = tuple[int | str, ...]

_SHAPES = {
    "string_type": ("is a single text", "write the text after the colon, on the same line or indented below it"),
    "tuple_type": ("is a list", "write the entries in square brackets, [a, b], or one a line, each after a hyphen"),
    "model_type": ("is a group of fields", "write its fields indented below it, one a line, or in braces"),
}
_NO_SUCH_FIELD = {
    "id": "the id of a case is the name of its file; delete the line",
    "names": "victims are recorded as totals only; no field for a name exists; delete the line",
    "name": "people are never named here; delete the line",
}


def read_record(model: type[AnyRecord], node: Node, problems: Problems) -> AnyRecord | None:
    """Validate ``node`` as ``model``; None after all its faults have been reported."""
    try:
        return model.model_validate(to_plain(node))
    except ValidationError as error:
        faults = error.errors(include_url=False)
    said = {(problem.place.path, problem.place.line) for problem in problems}
    unknown = {(fault["loc"][:-1], str(fault["loc"][-1])) for fault in faults if fault["type"] == "extra_forbidden"}
    for fault in faults:
        place = place_at(node, fault["loc"])
        if (place.path, place.line) in said and fault["type"] != "missing":
            continue
        if fault["type"] == "missing" and _is_misspelt(fault["loc"], unknown):
            continue
        problems.add(_place(node, fault, place), *_reword(model, node, fault))
    return None


def _is_misspelt(location: Location, unknown: set[tuple[Location, str]]) -> bool:
    siblings = [name for parent, name in unknown if parent == location[:-1]]
    return bool(get_close_matches(str(location[-1]), siblings, n=1, cutoff=0.6))


def _place(node: Node, fault: Any, place: Place) -> Place:
    """Point at the name of an unknown or empty field, at the group that lacks a field, and else at the value."""
    location: Location = fault["loc"]
    if fault["type"] not in ("extra_forbidden", "missing"):
        return place
    parent = _node_at(node, location[:-1])
    if isinstance(parent, Mapping) and isinstance(location[-1], str):
        return parent.place_of(location[-1])
    return place


def _node_at(node: Node | None, location: Location) -> Node | None:
    for step in location:
        if isinstance(node, Mapping) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int):
            node = node.items[step]
        else:
            return None
    return node


def _reword(model: type[Record], node: Node, fault: Any) -> tuple[Code, str, str]:
    location: Location = fault["loc"]
    name, kind = dotted(location), fault["type"]
    cause = fault.get("ctx", {}).get("error")
    if isinstance(cause, Fault):
        return cause.code, f"{name}: {cause.message}", cause.help
    if kind in ("missing", "too_short"):
        return _reword_missing(model, node, location)
    if kind == "extra_forbidden":
        fields = model_at(model, location[:-1]).model_fields
        last = str(location[-1])
        cure = _NO_SUCH_FIELD.get(last) or f"{did_you_mean(last, fields)}the fields here are {', '.join(sorted(fields))}"
        return Code.FIELD_UNKNOWN, f'there is no field "{name}"', cure
    shape, cure = _SHAPES.get(kind, ("has another form", "write it as the contributor's guide shows"))
    return Code.FIELD_SHAPE, f"{name or 'this'} {shape}", cure


def _reword_missing(model: type[Record], node: Node, location: Location) -> tuple[Code, str, str]:
    name = str(location[-1])
    description = model_at(model, location[:-1]).model_fields[name].description or ""
    parent = _node_at(node, location[:-1])
    is_written = isinstance(parent, Mapping) and parent.get(name) is not None
    if is_written:
        return Code.FIELD_EMPTY, f"{dotted(location)} has no value", f"write the value after the colon: {description}"
    return Code.FIELD_MISSING, f"{dotted(location)} is missing", f'add a line "{name}: …": {description}'


def dotted(location: Location) -> str:
    """Return a location as editors write it, lists counted from 1: ``charges.2.sentence``."""
    return ".".join(str(step + 1) if isinstance(step, int) else step for step in location)


def model_at(model: type[BaseModel], location: Location) -> type[BaseModel]:
    """Return the model of the group of fields at ``location``."""
    for step in location:
        if isinstance(step, str) and step in model.model_fields:
            model = _model_in(model.model_fields[step].annotation) or model
    return model


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _model_in(part))), None)


def keys_of(record: BaseModel, location: Location = ()) -> Iterator[tuple[Location, str, Any]]:
    """Yield (location, closed list, value) for every field of ``record`` that is a key of a closed list."""
    for name, field in type(record).model_fields.items():
        value, here = getattr(record, name), (*location, name)
        key = next((part for part in field.metadata if isinstance(part, Key)), None) or _key_in(field.annotation)
        items = [((*here, index), item) for index, item in enumerate(value)] if isinstance(value, tuple) else [(here, value)]
        for place, item in items:
            if isinstance(item, BaseModel):
                yield from keys_of(item, place)
            elif key and item is not None:
                yield place, key.vocabulary, item


def _key_in(annotation: Any) -> Key | None:
    if get_origin(annotation) is Annotated:
        found = next((part for part in get_args(annotation)[1:] if isinstance(part, Key)), None)
        if found:
            return found
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        return next((found for part in get_args(annotation) if (found := _key_in(part))), None)
    return None
