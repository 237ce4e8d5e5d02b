"""Use without a network: writes the service worker by which readers save an edition on their device.

Three files come into the stage: ``sw.js``, which must lie at the root of what it answers; ``offline/files.json``, every
other file of the site with its hash; and ``offline/edition.js``, by which the page learns what saving costs. The
version of an edition is the hash of its list: it changes with every byte of the site, and with nothing else. How the
worker keeps editions apart is told in ``static/offline/answering.js``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from pathlib import Path

WORKER = "sw.js"
LIST = "offline/files.json"
EDITION = "offline/edition.js"
HASH_LENGTH = 32  # hexadecimal digits of SHA-256; as in static/offline/saving.js
_PARTS = ("answering.js", "saving.js")
_KILL_SWITCH = "off.js"


@dataclass(frozen=True)
class SavedFile:
    """One file that a reader saves: its address in the site, its hash, its size in bytes."""

    address: str
    hash: str
    size: int


def write_worker(stage: Path, sources: Path, dates: Mapping[str, str], offered: bool) -> None:
    """Write the worker of a finished stage; where saving is not offered, one that removes what was saved.

    ``sources`` holds the parts of the worker; ``dates`` is the date of the edition in the words of each language.
    """
    if not offered:
        _write(stage / WORKER, (sources / _KILL_SWITCH).read_text(encoding="utf-8"))
        return
    program = "\n".join((sources / part).read_text(encoding="utf-8") for part in _PARTS)
    for address, text in make_worker(program, _saved_files(stage), dates).items():
        _write(stage / address, text)


def make_worker(program: str, files: Iterable[SavedFile], dates: Mapping[str, str]) -> dict[str, str]:
    """Return address → text of the worker and its two companions, the same for the same files in any order."""
    files = sorted(files, key=lambda file: file.address)
    # Addresses as browsers write them, since the worker compares them with those of requests.
    listed = {quote(file.address): file.hash for file in files}
    list_ = json.dumps(listed, indent=0) + "\n"
    edition = json.dumps(
        {
            "version": hash_of(list_.encode()),
            "dates": dict(sorted(dates.items())),
            "files": len(files),
            "size": sum(file.size for file in files),
        },
        ensure_ascii=False,
    )
    return {
        WORKER: f'"use strict";\n\nconst EDITION = {edition};\n\n{program}',
        LIST: list_,
        EDITION: f"window.caselawEdition = {edition};\n",
    }


def hash_of(content: bytes) -> str:
    """Return the hash by which the worker checks what it has received."""
    return hashlib.sha256(content).hexdigest()[:HASH_LENGTH]


def _saved_files(stage: Path) -> Iterable[SavedFile]:
    for file in stage.rglob("*"):
        if file.is_file():
            content = file.read_bytes()
            yield SavedFile(file.relative_to(stage).as_posix(), hash_of(content), len(content))


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(text, encoding="utf-8", newline="\n")
