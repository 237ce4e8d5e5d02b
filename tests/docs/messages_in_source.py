"""What the program can say of a code, read from its source: for the codes that no mistake in a library causes."""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from caselaw.codes import Code
from tests.project import production_code

# A message and its help, with an ellipsis for what stands in braces.
Said = tuple[str, str]


def said_in_source() -> Mapping[Code, list[Said]]:
    """Return message and help of each place that names a code together with both; other places are left out."""
    found: dict[Code, list[Said]] = defaultdict(list)
    for path in production_code():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [one for node in ast.walk(tree) for one in _assigned(node)]
        for call in ast.walk(tree):
            if isinstance(call, ast.Call) and (code := _code_of(call)):
                texts = [text for argument in call.args if (text := _text_of(argument, call.lineno, named))]
                if len(texts) == 2 and (texts[0], texts[1]) not in found[code]:
                    found[code].append((texts[0], texts[1]))
    return found


def _code_of(call: ast.Call) -> Code | None:
    names = [
        argument.attr
        for argument in call.args
        if isinstance(argument, ast.Attribute) and isinstance(argument.value, ast.Name) and argument.value.id == "Code"
    ]
    return Code[names[0]] if len(names) == 1 else None


def _assigned(node: ast.AST) -> Iterator[tuple[int, str, str]]:
    if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and (text := _template(node.value)):
        yield node.lineno, node.targets[0].id, text


def _text_of(argument: ast.expr, line: int, named: list[tuple[int, str, str]]) -> str:
    """Return the template of an argument: of a message, or of the name that one was last given to."""
    if isinstance(argument, ast.Name):
        before = [(at, text) for at, name, text in named if name == argument.id and at < line]
        return max(before)[1] if before else ""
    return _template(argument)


def _template(node: ast.expr) -> str:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
        first = node.args[0]
        if isinstance(first, ast.Constant) and isinstance(first.value, str):
            return re.sub(r"\{\w+\}", "…", first.value)
    return ""
