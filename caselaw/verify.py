"""Verifying an edition: every changed, missing or extra file of a folder or zip, whatever somebody did to it.

The list that it is compared with is a file of the edition too: who changes a file on purpose can change the list as
well. That the edition is ours follows only from a checksum that came another way, such as the zip's on a web page.
"""

from __future__ import annotations

import os
import struct
import zlib
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

from caselaw.publish import JUNK
from caselaw.sums import SUMS, digest, parse_sums

# What systems and file managers put onto a stick by themselves.
_JUNK_FILES = frozenset(name.casefold() for name in JUNK)
_SYSTEM_FOLDER = "system volume information"  # at the top of a stick
_MAX_LIST = 64_000_000  # bytes; a list of 500,000 files
# Whatever a damaged or malicious zip makes the library raise; a password or an unknown method is a RuntimeError.
UNREADABLE = (OSError, BadZipFile, zlib.error, EOFError, RuntimeError, ValueError, IndexError, struct.error)
# What zipfile says of a damaged list of entries: besides its own error whatever its reading stumbles over.
_BROKEN_ZIP = (BadZipFile, RuntimeError, ValueError, IndexError, struct.error)

Contents = Mapping[str, Callable[[], AbstractContextManager[IO[bytes]]]]


class NotAnEdition(Exception):
    """There is nothing to verify; the message says why and what to name instead."""


@dataclass(frozen=True, order=True)
class Finding:
    """One fault: ``kind`` is changed, missing, extra, unreadable or damaged (the list or the zip as a whole)."""

    kind: str
    name: str
    detail: str = ""

    def __str__(self) -> str:
        """Return the line that people read; a name cannot play with their terminal."""
        return f"{self.kind}: {printable(self.name)}" + (f" ({self.detail})" if self.detail else "")


def printable(text: str) -> str:
    """Return a text in which nothing can play with the terminal that it is printed on."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


@dataclass(frozen=True)
class Report:
    """What was found, sorted by kind and name; ``files`` counts those that the list names."""

    files: int
    findings: tuple[Finding, ...]

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of findings by kind."""
        return Counter(finding.kind for finding in self.findings)


def verify(path: Path) -> Report:
    """Compare a folder or zip with the list in it; raises ``NotAnEdition`` where there is none."""
    if path.is_dir():
        return _verify_folder(path)
    if path.is_file():
        return _verify_zip(path)
    raise NotAnEdition(f"there is no {path}; name the folder that holds START-HERE.html, or the zip")


def _verify_folder(folder: Path) -> Report:
    contents: dict[str, Callable[[], AbstractContextManager[IO[bytes]]]] = {}
    findings: list[Finding] = []

    def report_unreadable(error: OSError) -> None:
        findings.append(Finding("unreadable", _below(Path(error.filename), folder), _reason(error)))

    if not (folder / SUMS).is_file():
        return _compare(contents, findings, folder.name)  # which says that it is no edition
    for current, folders, files in os.walk(folder, onerror=report_unreadable):
        here = Path(current)
        links = [name for name in folders if (here / name).is_symlink()]
        ignored = {name for name in folders if here == folder and name.casefold() == _SYSTEM_FOLDER}
        folders[:] = [name for name in folders if name not in links and name not in ignored]
        for path in (here / name for name in (*links, *files)):
            if path.is_symlink() or path.name.casefold() not in _JUNK_FILES:
                contents[_below(path, folder)] = partial(_open_file, path)
    return _compare(contents, findings, folder.name)


def _below(path: Path, folder: Path) -> str:
    return path.relative_to(folder).as_posix()


def _open_file(path: Path) -> AbstractContextManager[IO[bytes]]:
    if path.is_symlink():
        raise ValueError("it is a link to another place, not a file")
    if not path.is_file():
        raise ValueError("it is not an ordinary file")
    return path.open("rb")


def _verify_zip(path: Path) -> Report:
    try:
        packed = ZipFile(path)
    except _BROKEN_ZIP:
        with path.open("rb") as file:
            if not file.read(4).startswith(b"PK"):
                raise NotAnEdition(f"{path.name} is no zip; name the folder with START-HERE.html, or the zip") from None
        finding = Finding("damaged", path.name, "the zip is cut off or broken; copy or download it again")
        return Report(0, (finding,))
    with packed:
        return _compare(*_zip_contents(packed), path.name, _beside(path))


def _zip_contents(packed: ZipFile) -> tuple[Contents, list[Finding]]:
    """Return what the zip holds, by the paths below its one top folder; what lies beside that begins with ``../``."""
    entries = [entry for entry in packed.infolist() if not entry.is_dir()]
    tops = [entry.filename.removesuffix(SUMS) for entry in entries if entry.filename.endswith(f"/{SUMS}")]
    top = min(tops, key=len, default="")
    names = Counter(entry.filename for entry in entries)
    findings = [Finding("damaged", name, "the zip holds it twice") for name, times in names.items() if times > 1]
    contents = {_within(entry.filename, top): partial(packed.open, entry) for entry in entries}
    return contents, findings


def _within(name: str, top: str) -> str:
    return name.removeprefix(top) if name.startswith(top) else f"../{name}"


def _beside(path: Path) -> list[Finding]:
    """Compare the zip with the ``.sha256`` file that was published with it, where that lies beside it."""
    listed = Path(f"{path}.sha256")
    if not listed.is_file() or listed.stat().st_size > _MAX_LIST:
        return []
    sums = set(parse_sums(listed.read_bytes()).by_name.values())
    with path.open("rb") as file:
        same = digest(file) in sums
    return [] if same else [Finding("changed", path.name, f"it is not the zip that {listed.name} was written for")]


def _compare(contents: Contents, found: list[Finding], name: str, more: list[Finding] | None = None) -> Report:
    if SUMS not in contents:
        raise NotAnEdition(
            f"{name} is no edition: it holds no {SUMS}; name the folder with START-HERE.html, or the zip"
        )
    findings = [*found, *(more or [])]
    try:
        with contents[SUMS]() as file:
            raw = file.read(_MAX_LIST + 1)
    except UNREADABLE as error:
        return Report(0, (*findings, Finding("unreadable", SUMS, _reason(error))))
    if len(raw) > _MAX_LIST:
        raise NotAnEdition(f"{name} is no edition: its {SUMS} is too large to be a list of files")
    sums = parse_sums(raw)
    findings += [Finding("damaged", SUMS, fault) for fault in sums.faults]
    findings += [Finding("extra", name) for name in contents.keys() - sums.by_name.keys() - {SUMS}]
    findings += [Finding("missing", name) for name in sums.by_name.keys() - contents.keys()]
    findings += [
        finding
        for name, expected in sums.by_name.items()
        if name in contents and (finding := _check_file(name, contents[name], expected))
    ]
    if not sums.by_name:
        findings.append(Finding("damaged", SUMS, "it lists no file"))
    return Report(len(sums.by_name), tuple(sorted(findings)))


def _check_file(name: str, opened: Callable[[], AbstractContextManager[IO[bytes]]], expected: str) -> Finding | None:
    try:
        with opened() as file:
            return None if digest(file) == expected else Finding("changed", name)
    except UNREADABLE as error:
        return Finding("unreadable", name, _reason(error))


def _reason(error: Exception) -> str:
    return getattr(error, "strerror", None) or str(error) or "the zip is damaged here"
