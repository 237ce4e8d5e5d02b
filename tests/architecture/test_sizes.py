"""The sizes that keep every piece readable at one sitting."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.project import ROOT, production_code

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MODULE_LINES = 300
FUNCTION_LINES = 40
SCRIPT_LINES = 150


def too_long(files: list[Path], limit: int) -> list[str]:
    counts = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in files}
    return [f"{path.relative_to(ROOT)}: {count} lines" for path, count in counts.items() if count > limit]


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_module_is_longer_than_300_lines() -> None:
    assert too_long(production_code(), MODULE_LINES) == []


def test_no_function_is_longer_than_40_lines() -> None:
    found = [
        f"{module.relative_to(ROOT)}:{function.lineno}: {function.name} has {length(function)} lines"
        for module in production_code()
        for function in functions(module)
        if length(function) > FUNCTION_LINES
    ]
    assert found == []


def test_no_script_is_longer_than_150_lines() -> None:
    assert too_long(sorted((ROOT / "static").rglob("*.js")), SCRIPT_LINES) == []
