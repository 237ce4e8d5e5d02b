"""The reference of all fields for contributors, made from the models: what each takes, in a lawyer's words."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw.editor_schema import DERIVED, Schema, case_schema, translation_schema, value_of
from caselaw.vocabulary import Vocabulary

_HEAD = """\
# Fields of a case

Written by `python build.py schema --write`; do not change it by hand. What an example looks like as a whole is in
[CONTRIBUTING](../CONTRIBUTING.md#the-file). A field that is not required is left out where nothing is known.
"""
_TRANSLATION = """\

# Fields of a translation

A translation is a file of its own beside the case: see [CONTRIBUTING](../CONTRIBUTING.md#translating-a-case).
"""
_COLUMNS = "\n| Field | Required | What is written | Meaning |\n| --- | --- | --- | --- |\n"
# Where the terms of lists without a file of their own stand.
_WHERE = {
    "provisions": "a provision: a law of [laws](../content/vocabulary/laws.yaml) or "
    "[conventions](../content/vocabulary/conventions.yaml), article and, if known, paragraph, as in `pcck-2003/139/1`",
    "charges": "a provision, as in `pcck-2003/139`, one of [offences](../content/vocabulary/offences.yaml), "
    "or `unknown`",
    "countries": "the two-letter code of a country, as in `AL`; `XK` for Kosovo\\*",
}
_KINDS = {
    "2013-04-29": "a date as precise as the source",
    "2026-11-23": "a day",
    "8 years 6 months": "a term as the court printed it, or `life`",
    "8000 EUR": "a sum and its currency",
    "12": "the number of a paragraph of the text, without brackets",
    "7": "a number",
}


def field_reference(vocabulary: Vocabulary) -> str:
    """Return the reference as Markdown."""
    case, translation = case_schema(vocabulary), translation_schema(vocabulary)
    return "".join([_HEAD, *_tables(case, case["else"]["required"]), _TRANSLATION, *_tables(translation)])


def _tables(schema: Schema, required: list[str] | None = None) -> Iterator[str]:
    """Yield the table of the fields, and one for each group of fields, in the order in which they are named."""
    groups: list[str] = []
    yield _table(schema, required or schema["required"], groups)
    for name in groups:  # grows while it is read: groups hold groups
        group = schema["definitions"][name]
        yield f"\n## {_words(name)}\n\n{group['markdownDescription']}\n"
        yield _table(group, group.get("required", []), groups)


def _table(group: Schema, required: list[str], groups: list[str]) -> str:
    rows = [
        f"| `{name}` | {'yes' if name in required else ''} | {_written(field, groups)} | {field['description']} |\n"
        for name, field in group["properties"].items()
    ]
    return _COLUMNS + "".join(rows)


def _written(field: Schema, groups: list[str]) -> str:
    value = value_of(field)
    if value.get("type") != "array":
        return _kind(value, groups)
    item = value["items"]
    entry = " or ".join(_kind(part, groups) for part in item.get("anyOf", [item]))
    return f"a list; each entry {entry}"


def _kind(value: Schema, groups: list[str]) -> str:
    name = value.get("$ref", "").rpartition("/")[2]
    closed_list = name.removeprefix("list-")
    if name and closed_list == name:
        groups += [] if name in groups else [name]
        return f"the fields of [{_words(name)}](#{_words(name).lower().replace(' ', '-')})"
    if name:
        return _WHERE[closed_list] if closed_list in DERIVED else _term_of(closed_list)
    if words := [word for word in value.get("enum", ()) if not isinstance(word, bool)]:
        return " or ".join(f"`{word}`" for word in words)
    example = next(iter(value.get("examples", ())), "")
    kind = _KINDS.get(example, "text")
    unknown = ", or `unknown`" if "unknown" in value.get("pattern", "") else ""
    return f"{kind}, as in `{example}`{unknown}" if example else kind


def _term_of(closed_list: str) -> str:
    return f"one of [{closed_list.replace('-', ' ')}](../content/vocabulary/{closed_list}.yaml)"


def _words(name: str) -> str:
    """Return the name of a group as two words: ``HistoryStep`` becomes ``History step``."""
    return "".join(f" {sign.lower()}" if sign.isupper() and at else sign for at, sign in enumerate(name))
