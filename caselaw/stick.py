"""What real USB sticks and Windows ask of a folder: names, lengths, sizes. Pure: paths and sizes in, problems out."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable, Mapping

from caselaw.codes import Code
from caselaw.messages import Message, say
from caselaw.problems import Place, Problems

MAX_PATH = 120  # characters, the name of the edition included; Windows stops at 260, and people nest folders
MAX_SIZE = 2_000_000_000  # bytes; FAT sticks stop at 4 GB, some programs at 2
CLUSTERS = (32_768, 131_072)  # bytes that a file or folder takes at least, on sticks of common sizes

# The files of an edition that stand before all others, for people who look for them.
UPPER_CASE = frozenset({"START-HERE.html", "README.txt", "VERSION.txt", "SHA256SUMS"})
_NAME = re.compile(r"[a-z0-9._-]+")
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?|.*\.", re.IGNORECASE)
_RENAME = say("rename the case, court, offence or file that it is named after")


def check_names(edition: str, sizes: Mapping[str, int], problems: Problems) -> None:
    """Report every file that some stick or Windows cannot hold; ``sizes`` maps path in the edition to bytes."""
    first: dict[str, str] = {}
    for path, size in sorted(sizes.items()):
        for name, part in _parts(path):
            _check_name(name, part, problems)
            twin = first.setdefault(part.casefold(), part)
            if twin != part:
                problems.add(
                    Place(part),
                    Code.STICK_NAME_TWINS,
                    say('Windows cannot tell this name from "{twin}"', twin=twin),
                    _RENAME,
                )
        _check_measures(edition, path, size, problems)


def check_zip(name: str, size: int, problems: Problems) -> None:
    """Report a zip that a stick cannot hold."""
    if size > MAX_SIZE:
        problems.add(Place(name), Code.STICK_FILE_LARGE, _too_large(size), say("take fewer languages: --languages en"))


def _parts(path: str) -> Iterable[tuple[str, str]]:
    """Return the name of each folder on the way and of the file, with the path up to it."""
    while path:
        yield posixpath.basename(path), path
        path = posixpath.dirname(path)


def _check_name(name: str, part: str, problems: Problems) -> None:
    if _RESERVED.fullmatch(name):
        problems.add(
            Place(part), Code.STICK_NAME_RESERVED, say('Windows cannot have a file named "{name}"', name=name), _RENAME
        )
    elif not _NAME.fullmatch(name) and part not in UPPER_CASE:
        problems.add(
            Place(part), Code.STICK_NAME, say('"{name}" may not be readable on every stick', name=name),
            say("only a-z, 0-9, dots, hyphens and underscores are; {cure}", cure=_RENAME),
        )  # fmt: skip


def _check_measures(edition: str, path: str, size: int, problems: Problems) -> None:
    length = len(f"{edition}/{path}")
    if length > MAX_PATH:
        problems.add(
            Place(path), Code.STICK_PATH_LONG,
            say(
                "with the name of the edition this path has {length} characters; at most {most} are allowed",
                length=length, most=MAX_PATH,
            ),
            say("shorten short_name in site_config.yaml, or the name of the case, court or offence"),
        )  # fmt: skip
    if size > MAX_SIZE:
        problems.add(
            Place(path), Code.STICK_FILE_LARGE, _too_large(size), say("leave the file out, or make it smaller")
        )


def _too_large(size: int) -> Message:
    return say(
        "the file has {size:.1f} GB; sticks and old computers hold at most {most:.0f} GB",
        size=size / 1e9,
        most=MAX_SIZE / 1e9,
    )


def size_on_stick(sizes: Mapping[str, int], cluster: int) -> int:
    """Return the bytes that files and their folders take where each begins a new cluster; the top folder counts too."""
    folders = {""} | {part for path in sizes for _, part in _parts(path) if part != path}
    return cluster * (len(folders) + sum(-(-size // cluster) for size in sizes.values()))
