"""Which cases of an edition have been withdrawn since it was made: an old copy against the present public list."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from http.client import HTTPException, HTTPMessage
from pathlib import Path
from typing import IO, Any
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from caselaw.sums import SUMS
from caselaw.verify import UNREADABLE, printable

_MAX_BYTES = 5_000_000  # a list of some 20,000 withdrawn cases
_SECONDS = 20
_CASE_PAGE = re.compile(r"(?:^|.*/)[a-z]{2}/cases/([a-z0-9-]+)\.html")
_OWN_LISTS = ("library/data/withdrawn.json", "data/withdrawn.json")  # in an edition, or in a copy of the site
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class NoList(Exception):
    """The list of withdrawn cases cannot be had; the message says why and what to do."""


@dataclass(frozen=True)
class Withdrawal:
    """A withdrawn case of the list; ``day`` is empty where it was not recorded."""

    id: str
    aliases: tuple[str, ...]
    day: str
    reason: str

    def __str__(self) -> str:
        """Return the line that people read; no words of the list can play with their terminal."""
        details = " ".join(self.reason.split())
        if self.day:
            details = f"{self.day}: {details}"
        return printable(f"withdrawn: {self.id} ({details})")


@dataclass(frozen=True)
class PublicList:
    """The list of withdrawn cases as of the edition of ``edition``, ``YYYY-MM-DD`` or empty."""

    edition: str
    withdrawals: tuple[Withdrawal, ...]


def read_list(where: str) -> PublicList:
    """Read the list from a file or a web address that begins with ``https://``; raises ``NoList``."""
    raw = _fetch(where) if "://" in where else _read(Path(where))
    if len(raw) > _MAX_BYTES:
        raise NoList(f"{where} is too large to be the list of withdrawn cases; name the file data/withdrawn.json")
    found = _parse(raw)
    if found is None:
        raise NoList(f"{where} is not the list of withdrawn cases; name the file data/withdrawn.json of the library")
    return found


def withdrawn_since(path: Path, public: PublicList) -> tuple[Withdrawal, ...]:
    """Return what the list says of cases that the edition at ``path``, a folder or zip, still holds.

    What the edition itself says was withdrawn when it was made is no news: at the address of such a case it holds only
    the reason.
    """
    pages, own = _contents(path)
    known = {one.id for one in own.withdrawals} if own else set()
    return tuple(one for one in public.withdrawals if one.id not in known and pages & {one.id, *one.aliases})


def _contents(path: Path) -> tuple[set[str], PublicList | None]:
    """Return the names of the case pages, former ids among them, and the list that the edition brings itself."""
    try:
        if path.is_dir():
            pages = _pages(file.relative_to(path).as_posix() for file in path.rglob("*.*"))
            own = next((file for place in _OWN_LISTS if _is_within(file := path / place, path)), None)
            return pages, _parse(_head(own.open("rb"))) if own else None
        with zipfile.ZipFile(path) as packed:
            listed = _own_list(packed)
            return _pages(packed.namelist()), _parse(_head(packed.open(listed))) if listed else None
    except UNREADABLE:
        return set(), None  # what is damaged was said already; there is nothing to compare


def _is_within(file: Path, folder: Path) -> bool:
    """Whether a file is an ordinary one of the folder, and not a link to another place."""
    return file.is_file() and file.resolve() == folder.resolve() / file.relative_to(folder)


def _own_list(packed: zipfile.ZipFile) -> zipfile.ZipInfo | None:
    """Return the list at its place in the edition, which is where its checksums lie."""
    tops = [name.removesuffix(SUMS) for name in packed.namelist() if name == SUMS or name.endswith(f"/{SUMS}")]
    top = min(tops, key=len, default="")
    entries = [entry for place in _OWN_LISTS for entry in packed.infolist() if entry.filename == f"{top}{place}"]
    # Other methods unfold without a limit that could be set here, and no edition is packed by them.
    usual = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
    return next((entry for entry in entries if entry.compress_type in usual), None)


def _head(opened: IO[bytes]) -> bytes:
    """Return a list, and nothing of what is too large to be one."""
    with opened:
        raw = opened.read(_MAX_BYTES + 1)
    return raw if len(raw) <= _MAX_BYTES else b""


def _pages(names: Iterable[str]) -> set[str]:
    return {match[1] for name in names if (match := _CASE_PAGE.fullmatch(name))}


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_MAX_BYTES + 1)
    except OSError as error:
        raise NoList(f"{path} cannot be read: {error.strerror}; name the file data/withdrawn.json") from error


class _OnlyHttps(HTTPRedirectHandler):
    """Follows redirects, but never to an address that others on the way could change."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        _refuse_other_schemes(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _refuse_other_schemes(address: str) -> None:
    if urlsplit(address).scheme.lower() != "https":
        raise NoList(f"{address} does not begin with https://, so the list could be changed on its way")


def _fetch(address: str) -> bytes:
    _refuse_other_schemes(address)
    try:
        with build_opener(_OnlyHttps()).open(address, timeout=_SECONDS) as answer:
            raw: bytes = answer.read(_MAX_BYTES + 1)
            return raw
    except (URLError, HTTPException, OSError, ValueError) as error:
        reason = getattr(error, "reason", None) or error
        raise NoList(f"{address} cannot be fetched: {reason}; save the list as a file and name that") from error


def _parse(raw: bytes | None) -> PublicList | None:
    """Read the list as it is published, or was by earlier versions, which told neither day nor former ids."""
    try:
        data = json.loads(raw or b"")
        return PublicList(_day(data.get("edition")), tuple(_withdrawals(data["cases"])))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _withdrawals(cases: list[dict[str, Any]]) -> Iterator[Withdrawal]:
    for case in cases:
        aliases = tuple(str(alias) for alias in case.get("aliases") or ())
        yield Withdrawal(str(case["id"]), aliases, _day(case.get("withdrawn_on")), str(case.get("reason") or ""))


def _day(value: object) -> str:
    return value if isinstance(value, str) and _DAY.fullmatch(value) else ""
