"""From YAML nodes to records: validation by the pydantic models, with every fault put into a lawyer's words.

One mistake gives one problem: a field that is missing because its name is misspelt, or unreadable because of a fault in
its line that was already reported, is not reported again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from types import UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic.fields import FieldInfo

from caselaw.codes import Code
from caselaw.fields import Key, Record
from caselaw.messages import Message, joined, say, whole, without_echo
from caselaw.problems import Place, Problems, ask, nearest
from caselaw.strict_yaml import Mapping, Node, Plain, Scalar, Sequence, node_at, place_at, to_plain
from caselaw.values import Fault

AnyRecord = TypeVar("AnyRecord", bound=Record)
Location = tuple[int | str, ...]

_SHAPES = {
    "string_type": say("a single text"),
    "tuple_type": say("a list"),
    "model_type": say("a group of fields"),
    "dict_type": say("a group with one entry for each language"),
}
_FOUND = {Scalar: say("a text"), Sequence: say("a list"), Mapping: say("a group of fields")}
# What editors look for and must not find, by the group of fields where they do.
_NO_NAMES = {
    "victims": say("victims are recorded as totals only, never by name"),
    "charges": say("defendants are named by initials in the field defendant"),
}
_QUOTE = say("put the whole text in quotation marks")
_NO_SPACE = re.compile(r"-\S|\w+:[^\s/]")


def read_record(model: type[AnyRecord], node: Node, problems: Problems) -> AnyRecord | None:
    """Validate ``node`` as ``model``; None after all its faults have been reported."""
    record, faults = None, []
    try:
        record = model.model_validate(to_plain(node))
    except ValidationError as error:
        faults = [fault for fault in error.errors(include_url=False) if fault["type"] != "extra_forbidden"]
    unknown = [found for found in fields_in(model, node) if found[1][-1] not in found[0].model_fields]
    if not faults and not unknown:
        return record
    said = lines_at_fault(problems, node.place.path)
    for parent, location, key, _ in unknown:
        if key.place.line not in said:
            problems.add(key.place, Code.FIELD_UNKNOWN, *_reword_unknown(parent, location))
    misspelt = [location for _, location, _, _ in unknown]
    for fault in faults:
        place = _place(node, fault)
        if not _is_echo(node, fault, place.line in said, misspelt):
            problems.add(place, *_reword(model, node, fault))
    return None


def read_sound_fields(model: type[AnyRecord], node: Node, stand_ins: dict[str, Plain]) -> AnyRecord | None:
    """Return the record that the sound fields make, ``stand_ins`` in the place of required ones that are at fault.

    It is for checking what the sound fields say, never for publishing; nothing is reported. None where too little is
    left.
    """
    plain = to_plain(node)
    if not isinstance(plain, dict):
        return None
    known = {name: value for name, value in plain.items() if name in model.model_fields}
    try:
        return model.model_validate(stand_ins | known)
    except ValidationError as error:
        faulty = {fault["loc"][0] for fault in error.errors(include_url=False) if fault["loc"]}
    sound = {name: value for name, value in known.items() if name not in faulty}
    try:
        return model.model_validate(stand_ins | sound)
    except ValidationError:
        return None


def lines_at_fault(problems: Problems, path: str) -> set[int]:
    """Return the lines of a file that could not be read as they stand: what else is wrong with them echoes that."""
    here = problems.in_file(path)
    return {problem.place.line for problem in here if problem.code.startswith("S") or problem.code == Code.FIELD_SHAPE}


def _is_echo(node: Node, fault: Any, is_said: bool, misspelt: list[Location]) -> bool:
    """Whether a fault only follows from another one; ``is_said`` tells whether its line was at fault already."""
    location: Location = fault["loc"]
    found = node_at(node, location)
    if fault["type"] == "missing" and found is None:
        siblings = [str(other[-1]).lower() for other in misspelt if other[:-1] == location[:-1]]
        return bool(get_close_matches(str(location[-1]), siblings, n=1, cutoff=0.6))
    return is_said or (fault["type"] == "too_short" and isinstance(found, Sequence) and len(found.items) > 0)


def _place(node: Node, fault: Any) -> Place:
    """Point at the name of an empty field, at the group that lacks a field, and else at the value."""
    location: Location = fault["loc"]
    parent = node_at(node, location[:-1])
    if fault["type"] == "missing" and isinstance(parent, Mapping):
        return parent.place_of(str(location[-1]))
    return place_at(node, location)


def _reword(model: type[Record], node: Node, fault: Any) -> tuple[Code, Message, Message]:
    location: Location = fault["loc"]
    name, kind, found = dotted(location) or say("this"), fault["type"], node_at(node, location)
    cause = fault.get("ctx", {}).get("error")
    if kind in ("missing", "too_short"):
        return _reword_missing(model, node, location)
    if isinstance(found, Scalar) and not (found.text or "").strip():
        return Code.FIELD_EMPTY, say("{field} has no value", field=name), say("write it, or delete the entry")
    if isinstance(cause, Fault) and cause.code is not Code.FIELD_SHAPE:
        said = without_echo(cause.message) if location[0] == "victims" else cause.message
        return cause.code, joined(name, ": ", said), cause.help
    wanted = _SHAPES.get("string_type" if cause else kind, say("written in another way"))
    here = _FOUND.get(type(found), say("nothing"))
    cure = cause.help if isinstance(cause, Fault) else _cure_shape(model_at(model, location), wanted, found)
    return (
        Code.FIELD_SHAPE,
        say("{field} must be {wanted}, but {here} stands here", field=name, wanted=wanted, here=here),
        cure,
    )


def _cure_shape(model: type[BaseModel], wanted: str, found: Node | None) -> Message:
    if isinstance(found, Scalar) and _NO_SPACE.match(found.text or ""):
        return say("write a space after each colon and each hyphen that begins an entry")
    if wanted == _SHAPES["dict_type"]:
        return say("write one line for each language below it, such as en: …")
    if wanted == _SHAPES["tuple_type"]:
        return say("write the entries in square brackets, [a, b], or one a line, each after a hyphen and a space")
    if wanted == _SHAPES["model_type"]:
        needed = [f"{name}: …" for name, field in model.model_fields.items() if field.is_required()]
        return say(
            "write its fields indented below it, one a line, or in braces: {{{fields}}}", fields=", ".join(needed)
        )
    if isinstance(found, Mapping):
        return say("write one text here; if a colon belongs to it, {cure}", cure=_QUOTE)
    return say("write one text here; if brackets belong to it, {cure}", cure=_QUOTE)


def _reword_unknown(model: type[BaseModel], location: Location) -> tuple[Message, Message]:
    name, group, fields = str(location[-1]), str(location[0]), model.model_fields
    if location == ("id",):
        return say('there is no field "{field}"', field="id"), say(
            "the id of a case is the name of its file; delete the line"
        )
    near = nearest(name, fields)
    # What is like no field may be the name of a person; of victims nothing is shown that editors have written.
    is_shown = group != "victims" and (near or re.fullmatch("[a-z]+", name))
    fault = (
        say('there is no field "{field}"', field=dotted(location))
        if is_shown
        else say("there is no field of this name")
    )
    if near:
        return fault, ask(near)
    others = say("the fields here are {fields}", fields=", ".join(sorted(fields)))
    return fault, joined(_NO_NAMES[group], "; ", others) if group in _NO_NAMES else others


def _reword_missing(model: type[Record], node: Node, location: Location) -> tuple[Code, Message, Message]:
    name = str(location[-1])
    description = whole(model_at(model, location[:-1]).model_fields[name].description or "")
    parent = node_at(node, location[:-1])
    if isinstance(parent, Mapping) and parent.get(name) is not None:
        return (
            Code.FIELD_EMPTY,
            say("{field} has no value", field=dotted(location)),
            say("write the value after the colon: {description}", description=description),
        )
    return (
        Code.FIELD_MISSING,
        say("{field} is missing", field=dotted(location)),
        say('add a line "{name}: …": {description}', name=name, description=description),
    )


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


def fields_in(
    model: type[BaseModel], node: Node, location: Location = ()
) -> Iterator[tuple[type[BaseModel], Location, Scalar, Node]]:
    """Yield (model it belongs to, location, name, value) for every field that is written, known or not."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from fields_in(model, item, (*location, index))
    if not isinstance(node, Mapping):
        return
    for key, value in node.entries:
        here = (*location, key.text or "")
        yield model, here, key, value
        field = model.model_fields.get(key.text or "")
        inner = _model_in(field.annotation) if field else None
        if inner and field and get_origin(field.annotation) is dict and isinstance(value, Mapping):
            for language, entry in value.entries:
                yield from fields_in(inner, entry, (*here, language.text or ""))
        elif inner:
            yield from fields_in(inner, value, here)


def keys_in(model: type[BaseModel], node: Node) -> Iterator[tuple[Location, str, str]]:
    """Yield (location, closed list, text) for every text that should be a key of a closed list, valid or not."""
    for parent, location, _, value in fields_in(model, node):
        name = str(location[-1])
        closed_list = _list_of(parent.model_fields[name]) if name in parent.model_fields else None
        items = enumerate(value.items) if isinstance(value, Sequence) else [(None, value)]
        for index, item in items:
            if closed_list and isinstance(item, Scalar) and item.text:
                yield location if index is None else (*location, index), closed_list, item.text.strip()


def _list_of(field: FieldInfo) -> str | None:
    """Return the closed list of a field; an element such as an act may be written as its key alone."""
    key = next((part for part in field.metadata if isinstance(part, Key)), None) or _key_in(field.annotation)
    inner = _model_in(field.annotation)
    if key is None and inner and "value" in inner.model_fields:
        return _list_of(inner.model_fields["value"])
    return key.vocabulary if key else None


def _key_in(annotation: Any) -> Key | None:
    if get_origin(annotation) is Annotated:
        found = next((part for part in get_args(annotation)[1:] if isinstance(part, Key)), None)
        if found:
            return found
    if get_origin(annotation) in (Annotated, Union, UnionType, tuple):
        return next((found for part in get_args(annotation) if (found := _key_in(part))), None)
    return None
