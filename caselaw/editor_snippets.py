"""What VS Code offers to write into a content file: each field with its choices, and whole files to fill in."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from caselaw.editor_schema import Schema, case_schema, placeholder, translation_schema, value_of
from caselaw.vocabulary import Vocabulary

Snippet = dict[str, Any]


def snippets(vocabulary: Vocabulary) -> dict[str, Snippet]:
    """Return the snippets by their names; what one types to get a field is the name of the field."""
    case, translation = case_schema(vocabulary), translation_schema(vocabulary)
    fields = {
        f"field {name}": _snippet(name, list(_Writer(case, vocabulary).lines(name, field)), field["description"])
        for name, field in case["properties"].items()
    }
    note = translation["properties"]["translation"]
    withdrawn = "publication: {status: withdrawn, reason: $1, withdrawn_on: $2}"
    return {
        "new case": _snippet("case", _file(case, vocabulary, case["else"]["required"]), "A new case, as it has to be."),
        "new translation": _snippet(
            "translation-file", _file(translation, vocabulary, translation["required"]), "A translation of a case."
        ),
        "withdrawn case": _snippet(
            "withdrawn-file", ["---", withdrawn, "---"], "All that may be left in the file of a withdrawn case."
        ),
        **fields,
        "field translation": _snippet(
            "translation", list(_Writer(translation, vocabulary).lines("translation", note)), note["description"]
        ),
    }  # fmt: skip


def _snippet(prefix: str, body: list[str], description: str) -> Snippet:
    return {"scope": "markdown", "prefix": prefix, "body": body, "description": description}


def _file(schema: Schema, vocabulary: Vocabulary, names: list[str]) -> list[str]:
    writer = _Writer(schema, vocabulary)
    lines = [line for name in names for line in writer.lines(name, schema["properties"][name])]
    return ["---", *lines, "---", "## $0", "", "[1] ", "", "[2] "]


class _Writer:
    """Writes fields one below the other; the stops of a snippet are numbered through."""

    def __init__(self, schema: Schema, vocabulary: Vocabulary) -> None:
        self._groups, self._vocabulary, self._stops = schema["definitions"], vocabulary, count(1)

    def lines(self, name: str, field: Schema) -> Iterator[str]:
        """Yield the lines of a field, those of a group indented below its name."""
        value = value_of(field)
        item = value.get("items", value)
        group = self._group(item)
        if group is None:
            written = self._placeholder(field)
            yield f"{name}: [{written}]" if "items" in value else f"{name}: {written}"
            return
        inner = [line for key in self._offered(group) for line in self.lines(key, group["properties"][key])]
        marks = ("  - ", "    ") if "items" in value else ("  ", "  ")
        yield f"{name}:"
        yield from (f"{marks[number > 0]}{line}" for number, line in enumerate(inner))

    def _group(self, item: Schema) -> Schema | None:
        """Return the group of fields that a value is; an element that can be written as its key alone is none."""
        found: Schema = self._groups.get(item.get("$ref", "").rpartition("/")[2], {})
        return found if "properties" in found else None

    def _offered(self, group: Schema) -> list[str]:
        return list(group.get("required") or group["properties"])

    def _placeholder(self, field: Schema) -> str:
        return placeholder(field, self._vocabulary, next(self._stops))
