"""Checksums: the list ``SHA256SUMS`` of an edition, as ``sha256sum`` writes and reads it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO

SUMS = "SHA256SUMS"

_LINE = re.compile(r"([0-9a-fA-F]{64}) [ *](.+)")
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Sums:
    """A list as it was read: path to checksum, and what is wrong with which lines, in words."""

    by_name: Mapping[str, str]
    faults: tuple[str, ...]


def digest(file: IO[bytes]) -> str:
    """Return the SHA-256 of what is left of an open file, in small hexadecimal figures."""
    found = hashlib.sha256()
    while chunk := file.read(_CHUNK):
        found.update(chunk)
    return found.hexdigest()


def write_sums(folder: Path) -> None:
    """Write the list of all files of a folder but itself, sorted by path."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    lines = [_line(files[name], name) for name in sorted(files.keys() - {SUMS})]
    (folder / SUMS).write_text("".join(lines), encoding="utf-8", newline="\n")


def write_sum(file: Path, target: Path) -> None:
    """Write the checksum of one file, named without its folder."""
    target.write_text(_line(file, file.name), encoding="utf-8", newline="\n")


def _line(file: Path, name: str) -> str:
    with file.open("rb") as stream:
        return f"{digest(stream)}  {name}\n"


def parse_sums(raw: bytes) -> Sums:
    """Read a list that anybody may have changed: no line of it can name a file outside of the edition."""
    by_name: dict[str, str] = {}
    faults: list[str] = []
    for number, line in enumerate(raw.decode("utf-8", errors="replace").splitlines(), 1):
        match = _LINE.fullmatch(line)
        if match is None:
            faults.append(f"line {number} is not a checksum and a name")
        elif not _is_inside(match[2]):
            faults.append(f"line {number} names a place outside of the edition")
        elif by_name.setdefault(match[2], match[1].lower()) != match[1].lower():
            faults.append(f"line {number} gives a second checksum for one file")
    return Sums(by_name, tuple(faults))


def _is_inside(name: str) -> bool:
    parts = name.split("/")
    return name.isprintable() and not set("\\:") & set(name) and not {"", ".", ".."} & set(parts)
