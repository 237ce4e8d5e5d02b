"""Where the project stands and which files are its own, for tests that read the tree itself."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BROWSERS_REQUIRED = "CASELAW_REQUIRE_BROWSERS"

_MADE = {"site", "dist", "test-results", "__pycache__", "node_modules"}
_HIDDEN_OWN = {".ci", ".github", ".gitignore", ".gitattributes", ".editorconfig", ".vscode", ".remarkrc.mjs"}


def own_files() -> list[Path]:
    """Return every file of the project that people write, and none that tools make."""
    return [
        path
        for top in sorted(ROOT.iterdir())
        if top.name not in _MADE and (not top.name.startswith(".") or top.name in _HIDDEN_OWN)
        for path in ([top] if top.is_file() else sorted(top.rglob("*")))
        if path.is_file() and not _MADE.intersection(path.parts)
    ]


def production_code() -> list[Path]:
    """Return the modules that make the library: build.py and the package."""
    return [ROOT / "build.py", *sorted((ROOT / "caselaw").rglob("*.py"))]
