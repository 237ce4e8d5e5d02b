"""MiniSearch on the same texts: a search that loads its whole index at once, to compare with.

It is fetched by npm when it is needed and belongs to nothing that this project ships. Its index is JSON in a script, so
that it works from a folder too.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path

from bench.search_corpus import Text

PAGES = Path(__file__).resolve().parent / "minisearch"
PACKAGE = "minisearch@7.2.0"
MEMORY = 8000  # MB, for Node


def build_minisearch(folder: Path, texts: Iterable[Text]) -> str | None:
    """Make a folder with a search page of MiniSearch; return None, or why there is none."""
    lacking = [program for program in ("npm", "node") if not shutil.which(program)]
    if lacking:
        return f"{' and '.join(lacking)} not installed"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    package = _fetch(folder)
    if package is None:
        return f"npm could not fetch {PACKAGE}"
    for name in ("search.html", "page.js", "options.js"):
        shutil.copyfile(PAGES / name, folder / name)
    shutil.copyfile(package / "dist" / "umd" / "index.js", folder / "minisearch.js")
    source = folder / "texts.json"
    source.write_text(json.dumps([asdict(text) for text in texts]), encoding="utf-8")
    files = [PAGES / "build.js", package / "dist" / "cjs" / "index.cjs", source, folder / "index.js"]
    command = [shutil.which("node") or "node", f"--max-old-space-size={MEMORY}", *map(str, files)]
    subprocess.run(command, check=True)
    return None


def _fetch(folder: Path) -> Path | None:
    """Return the unpacked package, or None where npm cannot get it."""
    command = [shutil.which("npm") or "npm", "pack", "--silent", PACKAGE]
    if subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode:
        return None
    (archive,) = folder.glob("*.tgz")
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    return folder / "package"
