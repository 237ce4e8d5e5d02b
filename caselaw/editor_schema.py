"""The fields of content files as a JSON Schema for editors: completes closed lists while one types, finds mistakes.

It is draft-07, which is what VS Code reads, and judges the values that YAML makes of it, where ``2013`` is a number.
It refuses nothing that ``build.py check`` accepts but capitals in yes and no and empty quotation marks; that check
finds more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from caselaw.fields import CLOSED_LIST
from caselaw.schema import CaseRecord, TranslationRecord, WithdrawnRecord
from caselaw.terms import FALLBACK, UNKNOWN, Entry
from caselaw.vocabulary import COUNTRIES, Vocabulary
from caselaw.withdrawal import WITHDRAWN

Schema = dict[str, Any]
DIALECT = "http://json-schema.org/draft-07/schema#"
PARAGRAPH = r"([0-9]+[a-z]?(\.[0-9]+)?|[a-z])"  # of an article, as in pcck-2003/274/1
DERIVED = ("provisions", "charges", "countries")  # lists that have no file of that name
_CHOICES = 60  # as many terms as a snippet offers; more are easier to type than to look through
# What a snippet offers first: no term, so that the check finds it where somebody did not choose.
_TO_CHOOSE = "…"


def case_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of the front matter of a case; a withdrawn one needs nothing but its publication."""
    schema = _schema_of(CaseRecord, vocabulary, "The fields of a case")
    required = schema.pop("required")
    status = {"properties": {"status": {"const": WITHDRAWN}}, "required": ["status"]}
    needed = [name for name, field in WithdrawnRecord.model_fields.items() if field.is_required()]
    return {
        **schema,
        "if": {"properties": {"publication": status}, "required": ["publication"]},
        "then": {"required": needed},
        "else": {"required": required},
    }


def translation_schema(vocabulary: Vocabulary) -> Schema:
    """Return the schema of the front matter of a translation."""
    return _schema_of(TranslationRecord, vocabulary, "The fields of a translation")


def terms_of(name: str, vocabulary: Vocabulary) -> dict[str, str]:
    """Return the keys of a closed list with their labels; those of ``DERIVED`` are lists too."""
    if name == "countries":
        return dict(COUNTRIES)
    if name == "charges":
        unknown = {UNKNOWN: "what was charged is not known"}
        return {**terms_of("provisions", vocabulary), **terms_of("offences", vocabulary), **unknown}
    if name == "provisions":
        return dict(_provisions(vocabulary))
    return {key: _label(term) for key, term in vocabulary.lists[name].items()}


def _label(term: Entry) -> str:
    wording, _ = term.label(FALLBACK)
    return wording.text if wording.verified else f"{wording.text} (not verified)"


def _provisions(vocabulary: Vocabulary) -> Iterator[tuple[str, str]]:
    for law in vocabulary.all_laws():
        short, _ = law.short(FALLBACK)
        for article in law.articles:
            subject = article.labels.get(FALLBACK)
            about = f": {subject.text}" if subject else ""
            yield f"{law.id}/{article.article}", f"{short.text}, Article {article.article}{about}"


def _schema_of(model: type[BaseModel], vocabulary: Vocabulary, title: str) -> Schema:
    made = model.model_json_schema(ref_template="#/definitions/{model}")
    parts: dict[str, Schema] = made.pop("$defs")
    lists: set[str] = set()
    whole = _group(made, parts, lists)
    groups = {name: _with_snippet(_group(part, parts, lists), vocabulary) for name, part in sorted(parts.items())}
    closed = {_name_of(name): _closed_list(name, vocabulary) for name in sorted(lists)}
    return {"$schema": DIALECT, "title": title, **whole, "definitions": {**groups, **closed}}


def _group(group: Schema, parts: Mapping[str, Schema], lists: set[str]) -> Schema:
    """Return a group of fields; collects the closed lists that it needs in ``lists``."""
    required = group.get("required", [])
    fields = {
        name: _field(field, parts, lists, optional=name not in required) for name, field in group["properties"].items()
    }
    return {
        "type": "object",
        "markdownDescription": group["description"],
        "properties": fields,
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _field(field: Schema, parts: Mapping[str, Schema], lists: set[str], *, optional: bool) -> Schema:
    """Return a field: what it takes, and where it may be left out also nothing, as behind a colon alone."""
    value = _value(field, parts, lists)
    # In draft-07 nothing may stand beside a reference.
    taken = {"anyOf": [value, {"type": "null"}]} if optional else {"allOf": [value]}
    about = field.get("description", "")
    more = "" if optional else " *Required.*"
    return {"description": about, "markdownDescription": f"{about}{more}{_example(value)}", **taken}


def value_of(field: Schema) -> Schema:
    """Return what a field takes where it is filled in."""
    value: Schema = (field.get("allOf") or field["anyOf"])[0]
    return value


def _example(value: Schema) -> str:
    """Return what is said of a value behind its description: how it is written, or where its closed list is."""
    inner = value.get("items", value)
    inner = inner["anyOf"][0] if "anyOf" in inner else inner
    closed_list = inner.get("$ref", "").partition("/list-")[2]
    if closed_list in ("", *DERIVED):
        return f" Example: `{inner['examples'][0]}`." if "examples" in inner else ""
    return f" One of `content/vocabulary/{closed_list}.yaml`."


def _value(field: Schema, parts: Mapping[str, Schema], lists: set[str]) -> Schema:
    if "anyOf" in field:  # a value or nothing
        return _value(next(part for part in field["anyOf"] if part.get("type") != "null"), parts, lists)
    if reference := field.get("$ref"):
        return {"$ref": reference}
    if field["type"] == "array":
        least = {"minItems": field["minItems"]} if "minItems" in field else {}
        return {"type": "array", "items": _item(field["items"], parts, lists), **least}
    if name := field.get(CLOSED_LIST):
        lists.add(name)
        return {"$ref": f"#/definitions/{_name_of(name)}"}
    return _text(field)


def _item(item: Schema, parts: Mapping[str, Schema], lists: set[str]) -> Schema:
    """Return an entry of a list; a coded element or topic may be written as its key alone."""
    value = _value(item, parts, lists)
    part = parts.get(item.get("$ref", "").rpartition("/")[2], {})
    if coded := part.get("properties", {}).get("value"):
        return {"anyOf": [_value(coded, parts, lists), value]}
    return value


def _text(field: Schema) -> Schema:
    """Return a text; figures alone are a number to YAML, and yes and no are written as true and false as well."""
    if words := field.get("enum"):
        return {"enum": [*words, *([True, False] if "yes" in words else [])], "examples": field["examples"]}
    kept: Schema = {name: field[name] for name in ("pattern", "minimum", "maximum", "examples") if name in field}
    figures = re.search(field.get("pattern", ""), "2013") is not None
    return {"type": ["string", "number"] if figures else "string", **kept}


def _name_of(closed_list: str) -> str:
    return f"list-{closed_list}"


def _closed_list(name: str, vocabulary: Vocabulary) -> Schema:
    terms = terms_of(name, vocabulary)
    keys = {"enum": list(terms), "markdownEnumDescriptions": list(terms.values())}
    if name not in DERIVED[:2]:
        return {"type": "string", **keys}
    articles = "|".join(key.replace(".", r"\.") for key in terms_of("provisions", vocabulary))
    return {"type": "string", "anyOf": [keys, {"pattern": f"^({articles})/{PARAGRAPH}$"}]}


def _with_snippet(group: Schema, vocabulary: Vocabulary) -> Schema:
    """Add what an editor offers to write for the group: its required fields, each to be filled in."""
    required = group.get("required", [])
    if not required:
        return group
    body = {name: placeholder(group["properties"][name], vocabulary, at) for at, name in enumerate(required, 1)}
    return {**group, "defaultSnippets": [{"label": ", ".join(required), "body": body}]}


def placeholder(field: Schema, vocabulary: Vocabulary, at: int) -> str:
    """Return what a snippet offers for a field at its stop ``at``: the terms of a closed list, or a gap to fill in.

    Nothing true of some case is offered for another one: only a publication begins with a term, which is draft.
    """
    value = value_of(field)
    value = value.get("items", value)
    value = value["anyOf"][0] if "anyOf" in value else value
    name = value.get("$ref", "").rpartition("/")[2].removeprefix("list-")
    terms = list(terms_of(name, vocabulary)) if name in vocabulary.lists else []
    words = [word for word in value.get("enum", terms) if isinstance(word, str)]
    if not 1 < len(words) <= _CHOICES:
        return f"${at}"
    first = [] if name == "publication-statuses" else [_TO_CHOOSE]
    return f"${{{at}|{','.join([*first, *words])}|}}"
