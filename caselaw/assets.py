"""The files beside the pages: the style sheets joined into one, scripts, fonts with their licence, images."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# The cascade layers and tokens come first, print last; every other sheet is one component and independent of the rest.
_FIRST = ("layers", "tokens", "fonts", "reset", "base", "layout")
_LAST = ("print",)
# Scripts made of several, in the order in which each needs the one before: what the search page loads, and what it
# loads when a reader begins to search.
_JOINED = {
    "search": ("loader", "plan", "form", "labels", "facets", "results", "notes", "answers", "places", "page"),
    "search-core": ("forms", "terms", "texts", "library", "excerpts", "counts", "core", "engine"),
}
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SCRIPT_COMMENT = re.compile(r"^\s*/\*[\s\S]*?\*/[^\S\n]*$|^\s*//.*$|[^\S\n]+// .*$", re.MULTILINE)
_BLANK = re.compile(r"\s*\n\s*")
_FOLDERS = ("fonts", "images")


def copy_assets(static: Path, stage: Path) -> None:
    """Write ``static/site.css``, the scripts, fonts and images into the stage, in sorted order."""
    target = stage / "static"
    (target / "js").mkdir(parents=True, exist_ok=True)
    (target / "site.css").write_text(join_styles(static / "css"), encoding="utf-8", newline="\n")
    scripts: dict[str, tuple[Path, ...]] = {file.name: (file,) for file in (static / "js").glob("*.js")}
    for script, parts in _JOINED.items():
        scripts[f"{script}.js"] = tuple(static / "js" / "search" / f"{part}.js" for part in parts)
    for name, files in sorted(scripts.items()):
        (target / "js" / name).write_text(join_scripts(files), encoding="utf-8", newline="\n")
    for folder in _FOLDERS:
        for file in sorted((static / folder).rglob("*")):
            if file.is_file() and not file.name.startswith("."):
                copy = target / file.relative_to(static)
                copy.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, copy)


def join_scripts(files: Iterable[Path]) -> str:
    """Return scripts as one, without comments and indentation; a comment begins its line or has a blank before it."""
    texts = (_SCRIPT_COMMENT.sub("", file.read_text(encoding="utf-8")) for file in files)
    return "".join(_BLANK.sub("\n", text).strip() + "\n" for text in texts)


def join_styles(css: Path) -> str:
    """Return all style sheets of a folder as one, without comments and indentation."""
    sheets = {file.stem: file for file in css.glob("*.css")}
    middle = sorted(sheets.keys() - set(_FIRST) - set(_LAST))
    texts = (sheets[name].read_text(encoding="utf-8") for name in (*_FIRST, *middle, *_LAST))
    return "".join(_BLANK.sub("\n", _COMMENT.sub("", text)).strip() + "\n" for text in texts)
