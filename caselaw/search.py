"""Search: runs Pagefind over the case pages of the stage, once per language, and wraps each index into scripts.

Pagefind indexes the pages that carry ``data-pagefind-body``, and only what stands within. What the scripts are and why
is told in ``pagefind_bundle``. Same pages in, same bytes out: what Pagefind 1.5.2 writes in random order, its filters
and sort keys, we do not use. Its index chunks follow the order in which the pages were created on most file systems, so
that the renderer creates them sorted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from dataclasses import dataclass
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from caselaw.codes import Code
from caselaw.pagefind_bundle import VERSION, BundleShapeError, wrap_bundle, wrap_empty
from caselaw.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from caselaw.pages.search_parts import SearchLibrary

MARKER = b"data-pagefind-body"
LAST_LINES = 8


@dataclass(frozen=True)
class SearchIndex:
    """The search index of one language as it stands in the stage; ``size`` is in bytes."""

    language: str
    pages: int
    files: int
    size: int


class SearchError(Exception):
    """The search of a language could not be built; ``problem`` says it in the words of the reader."""

    def __init__(self, language: str, code: Code, message: str, help: str) -> None:
        super().__init__(message)
        self.problem = Problem(Place(f"search/{language}"), code, message, help)


def build_search(stage: Path, libraries: Mapping[str, SearchLibrary], work: Path) -> tuple[SearchIndex, ...]:
    """Write ``stage/search/<language>/`` for each language key; ``work`` is an existing folder for passing files.

    Raises SearchError with a problem P102 when Pagefind fails or leaves pages out, and P103 when its bundle has a
    shape that cannot be wrapped. A language without a searchable page gets a bundle that says so.
    """
    return tuple(_build_language(stage, language, libraries[language], work) for language in sorted(libraries))


def _build_language(stage: Path, language: str, library: SearchLibrary, work: Path) -> SearchIndex:
    expected = sum(1 for page in (stage / language / "cases").glob("*.html") if MARKER in page.read_bytes())
    # Without a single marked page Pagefind would index every list page instead.
    pages, scripts = _index_pages(stage, language, library, work) if expected else (0, wrap_empty(language))
    if pages != expected:
        message = f"Pagefind indexed {pages} of the {expected} pages in {language}/cases"
        raise SearchError(language, Code.PAGEFIND_FAILED, message, "look for a case page without text")
    return SearchIndex(language, pages, len(scripts), _write_scripts(stage / "search" / language, scripts))


def _index_pages(stage: Path, language: str, library: SearchLibrary, work: Path) -> tuple[int, dict[str, str]]:
    with TemporaryDirectory(prefix="pagefind-", dir=work, ignore_cleanup_errors=True) as folder:
        bundle = work / folder / "bundle"
        _run_pagefind(stage, language, bundle)
        try:
            return wrap_bundle(bundle, language, library)
        except BundleShapeError as error:
            message = f"the search index of Pagefind cannot be wrapped: {error}"
            help = f"install the pinned pagefind[bin]=={VERSION}, or adapt caselaw/pagefind_bundle.py to the new one"
            raise SearchError(language, Code.PAGEFIND_SHAPE, message, help) from error
        except (ValueError, EOFError, zlib.error) as error:  # Pagefind does not say when the disk is full
            message = f"what Pagefind wrote cannot be read: {error}"
            help = "make room on the disk if it is full, then build again"
            raise SearchError(language, Code.PAGEFIND_FAILED, message, help) from error


def _run_pagefind(stage: Path, language: str, bundle: Path) -> None:
    options = [
        *("--site", str(stage.resolve())),
        *("--glob", f"{language}/cases/*.html"),
        *("--output-path", str(bundle.resolve())),
        "--keep-index-url",
    ]
    # Its output goes to a file: with a pipe, Pagefind hangs for ever once the build that reads it was killed.
    log = bundle.parent / "pagefind.log"
    with log.open("wb") as output:
        finished = subprocess.run(
            [sys.executable, "-m", "pagefind", *options],
            cwd=bundle.parent,  # a folder of its own: Pagefind reads settings from the current one
            env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if finished.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-LAST_LINES:]
        message = f"Pagefind ended with code {finished.returncode}: {' / '.join(line.strip() for line in lines)}"
        help = "run “make site” again; if it stays, run “python -m pagefind --version” to see whether it starts at all"
        raise SearchError(language, Code.PAGEFIND_FAILED, message, help)


def _write_scripts(folder: Path, scripts: dict[str, str]) -> int:
    """Write the scripts in the order of their names and return their size in bytes."""
    folder.mkdir(parents=True)
    size = 0
    for name, text in sorted(scripts.items()):
        content = text.encode("utf-8")
        (folder / name).write_bytes(content)
        size += len(content)
    return size
