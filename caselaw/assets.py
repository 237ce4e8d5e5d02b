"""The files beside the pages: the style sheets joined into one, scripts, fonts with their licence, images."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# The cascade layers and tokens come first, print last; every other sheet is one component and independent of the rest.
_FIRST = ("layers", "tokens", "fonts", "reset", "base", "layout")
_LAST = ("print",)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANK = re.compile(r"\s*\n\s*")
_REMARK = re.compile(r"^[ \t]*(?://[^\n]*|/\*.*?\*/[ \t]*)\n", re.MULTILINE | re.DOTALL)
_FOLDERS = ("js", "fonts", "images")


def copy_assets(static: Path, stage: Path) -> None:
    """Write ``static/site.css`` and the scripts, fonts and images into the stage, in sorted order."""
    target = stage / "static"
    target.mkdir(parents=True, exist_ok=True)
    (target / "site.css").write_text(join_styles(static / "css"), encoding="utf-8", newline="\n")
    for folder in _FOLDERS:
        for file in sorted((static / folder).rglob("*")):
            if file.is_file() and not file.name.startswith("."):
                copy = target / file.relative_to(static)
                copy.parent.mkdir(parents=True, exist_ok=True)
                if file.suffix == ".js":
                    script = file.read_text(encoding="utf-8")
                    copy.write_text(drop_remarks(script), encoding="utf-8", newline="\n")
                else:
                    shutil.copyfile(file, copy)


def drop_remarks(script: str) -> str:
    """Return a script without the comments that have lines to themselves: a third of what readers would load.

    A line within a template literal that looks like a comment would go too; no script of ours has one.
    """
    return _REMARK.sub("", script)


def join_styles(css: Path) -> str:
    """Return all style sheets of a folder as one, without comments and indentation."""
    sheets = {file.stem: file for file in css.glob("*.css")}
    middle = sorted(sheets.keys() - set(_FIRST) - set(_LAST))
    texts = (sheets[name].read_text(encoding="utf-8") for name in (*_FIRST, *middle, *_LAST))
    return "".join(_BLANK.sub("\n", _COMMENT.sub("", text)).strip() + "\n" for text in texts)
