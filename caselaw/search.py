"""Search: runs Pagefind over the texts of the library, once per language of texts, and wraps each index into scripts.

Pagefind gets pages of its own that hold nothing but a text, so that its index neither depends on what a page of the
site looks like nor on which languages of the site are built. What the scripts are and why is told in
``pagefind_bundle``. Same texts in, same bytes out: what Pagefind 1.5.2 writes in random order, its filters and sort
keys, we do not use. Its index chunks follow the order in which the pages were created on most file systems, so that
they are created sorted.
"""

from __future__ import annotations

import os
import subprocess
import sys
import zlib
from dataclasses import dataclass
from html import escape
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from caselaw.codes import Code
from caselaw.messages import Message, say
from caselaw.pagefind_bundle import LANGUAGE, VERSION, BundleShapeError, wrap_library
from caselaw.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from caselaw.pages.search_parts import SearchDocument, SearchLibrary

LAST_LINES = 8


@dataclass(frozen=True)
class SearchIndex:
    """The search as it stands in the stage; ``size`` is in bytes."""

    texts: int
    files: int
    size: int


class SearchError(Exception):
    """The search of a language could not be built; ``problem`` says it in the words of the reader."""

    def __init__(self, language: str, code: Code, message: Message, help: Message) -> None:
        super().__init__(message)
        self.problem = Problem(Place(f"search/{language}"), code, message, help)


def build_search(stage: Path, library: SearchLibrary, work: Path) -> SearchIndex:
    """Write ``stage/search/``; ``work`` is an existing folder for passing files.

    Raises SearchError with a problem P102 when Pagefind fails or leaves texts out, and P103 when its bundle has a
    shape that cannot be wrapped. A language without a text has no index.
    """
    with TemporaryDirectory(prefix="pagefind-", dir=work, ignore_cleanup_errors=True) as folder:
        bundles = {
            language: _index_texts(language, documents, work / folder / language)
            for language, documents in sorted(library.documents.items())
        }
        scripts = _wrap(library, bundles)
    texts = sum(len(documents) for documents in library.documents.values())
    return SearchIndex(texts, len(scripts), _write_scripts(stage / "search", scripts))


def _wrap(library: SearchLibrary, bundles: Mapping[str, Path]) -> dict[str, str]:
    languages = "/".join(sorted(bundles))
    try:
        return wrap_library(library, bundles)
    except BundleShapeError as error:
        message = say("the search index of Pagefind cannot be wrapped: {error}", error=error)
        help = say(
            "install the pinned pagefind[bin]=={version}, or adapt caselaw/pagefind_bundle.py to the new one",
            version=VERSION,
        )
        raise SearchError(languages, Code.PAGEFIND_SHAPE, message, help) from error
    except (ValueError, EOFError, zlib.error) as error:  # Pagefind does not say when the disk is full
        message = say("what Pagefind wrote cannot be read: {error}", error=error)
        help = say("make room on the disk if it is full, then build again")
        raise SearchError(languages, Code.PAGEFIND_FAILED, message, help) from error


def _index_texts(language: str, documents: Sequence[SearchDocument], folder: Path) -> Path:
    """Return the folder with Pagefind's index of the texts."""
    (folder / "pages").mkdir(parents=True)
    for document in sorted(documents, key=lambda document: document.case):
        (folder / "pages" / f"{document.case}.html").write_text(as_page(document), encoding="utf-8", newline="\n")
    _run_pagefind(language, folder)
    found = len(list((folder / "bundle" / "fragment").glob("*")))
    if found != len(documents):
        message = say(
            "Pagefind indexed {found} of the {texts} texts in the language {language}",
            found=found,
            texts=len(documents),
            language=language,
        )
        raise SearchError(language, Code.PAGEFIND_FAILED, message, say("look for a case without text"))
    return folder / "bundle"


def as_page(document: SearchDocument) -> str:
    """Return a text as a page for Pagefind; its words stand in attributes, so that no excerpt meets them."""
    words = "".join(f'<i data-pagefind-meta="{escape(f"{name}:{words}")}"></i>' for name, words in document.words)
    parts = "\n".join(html for _, html in document.parts)
    title = escape(document.title, quote=False)
    return f'<!doctype html><html lang="{LANGUAGE}"><body>\n<h1>{title}</h1>{words}\n{parts}\n'


def _run_pagefind(language: str, folder: Path) -> None:
    folder = folder.resolve()
    options = [*("--site", str(folder / "pages")), *("--output-path", str(folder / "bundle")), "--keep-index-url"]
    # Its output goes to a file: with a pipe, Pagefind hangs for ever once the build that reads it was killed.
    log = folder / "pagefind.log"
    with log.open("wb") as output:
        finished = subprocess.run(
            [sys.executable, "-m", "pagefind", *options],
            cwd=folder,  # a folder of its own: Pagefind reads settings from the current one
            env={name: value for name, value in os.environ.items() if not name.startswith("PAGEFIND_")},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if finished.returncode:
        lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()[-LAST_LINES:]
        said = " / ".join(line.strip() for line in lines)
        message = say("Pagefind ended with code {code}: {said}", code=finished.returncode, said=said)
        help = say(
            "run “make site” again; if it stays, run “python -m pagefind --version” to see whether it starts at all"
        )
        raise SearchError(language, Code.PAGEFIND_FAILED, message, help)


def _write_scripts(folder: Path, scripts: dict[str, str]) -> int:
    """Write the scripts in the order of their names and return their size in bytes."""
    size = 0
    for name, text in sorted(scripts.items()):
        content = text.encode("utf-8")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
        size += len(content)
    return size
