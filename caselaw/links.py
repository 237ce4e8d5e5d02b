"""The second gate: every link and anchor of the staged pages must lead somewhere, from a server and from a folder."""

from __future__ import annotations

import posixpath
import re
import sys
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TypeAlias
from urllib.parse import unquote

from caselaw import urls
from caselaw.codes import Code
from caselaw.messages import Message, say
from caselaw.problems import Place, Problems

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_OUTSIDE = ("http", "https", "mailto")
# Pictures within the page; the other is the usual way to say that there is no icon.
_DATA = ("data:image/", "data:,")
# What browsers take out of an address before they read it: "java\nscript:" is a script.
_IGNORED = re.compile(r"[\t\n\r]|^[\x00-\x20]+|[\x00-\x20]+$")
_REFRESH = re.compile(r"[\s\d.]*[;,]?\s*(?:url\s*=\s*)?[\"']?([^\"']*)", re.IGNORECASE)
_ADDRESS_ATTRIBUTES = frozenset({"href", "src", "action", "formaction", "poster", "data", "xlink:href"})
# What the browser loads by itself: from another site it would tell that site who reads what.
_LOADING_TAGS = frozenset("audio embed iframe image img object script source track use video".split())
_LOADING_RELATIONS = frozenset(
    "apple-touch-icon dns-prefetch icon manifest modulepreload preconnect prefetch preload stylesheet".split()
)


def check_links(stage: Path, base_path: str, problems: Problems) -> None:
    """Report each address in the ``*.html`` files below ``stage`` that leads nowhere, and each id given twice.

    ``base_path`` is the path of the site on its server, such as ``/`` or ``/library/``: with it begin the links of the
    404 page, which the server shows under any address. Letters must agree in case, even where the disk is less strict.
    """
    site = _Site(stage, base_path)
    ids: dict[str, Collection[str]] = {}
    elsewhere: list[tuple[Place, str, str]] = []
    for path in site.pages:
        page = _read_page(stage / path)
        ids[path] = tuple(page.ids)
        for line, column, name, first in page.repeated:
            _report_repeated(Place(path, line, column), name, first, problems)
        for link in page.links:
            place = Place(path, link.line, link.column)
            target, fault = site.resolve(path, link)
            if fault is not None:
                problems.add(place, fault.code, fault.message, fault.help)
            elif target == path:
                _check_anchor(place, link.address, path, page.ids, problems)
            elif target.endswith(".html") and "#" in link.address:
                elsewhere.append((place, link.address, target))
    for place, address, target in elsewhere:
        _check_anchor(place, address, target, ids[target], problems)


def _check_anchor(place: Place, address: str, target: str, ids: Collection[str], problems: Problems) -> None:
    fragment = address.partition("#")[2]
    if fragment.lower() in ("", "top") or fragment in ids or unquote(fragment) in ids:
        return
    problems.add(
        place, Code.ANCHOR_MISSING,
        say(
            'the link "{address}" leads to no place: {target} has no id "{name}"', address=address, target=target,
            name=unquote(fragment),
        ),
        say("correct what follows the #, or number the paragraph that it names"),
    )  # fmt: skip


def _report_repeated(place: Place, name: str, first: int, problems: Problems) -> None:
    problems.add(
        place, Code.ID_REPEATED,
        say('the id "{name}" stands here a second time; the first is in line {first}', name=name, first=first),
        say("give each element of a page an id of its own"),
    )  # fmt: skip


@dataclass(frozen=True)
class _Link:
    """One address of a page; ``loads`` tells what a browser fetches by itself from what a reader follows."""

    address: str
    line: int
    column: int
    loads: bool


def _read_page(file: Path) -> _Page:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8", errors="replace"))
    page.close()
    return page


class _Page(HTMLParser):
    """What one page links to and can be linked at, read in a single pass."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: dict[str, int] = {}  # with the line of each
        self.repeated: list[tuple[int, int, str, int]] = []  # line, column, id, line of the first
        self.links: list[_Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self._take_id(value)
            elif name in _ADDRESS_ATTRIBUTES:
                self._take_link(value or "", _loads(tag, attrs))
            elif name == "srcset":
                for candidate in (value or "").split(","):
                    self._take_link(candidate.split(maxsplit=1)[0] if candidate.strip() else "", loads=True)
            elif name == "content" and ("http-equiv", "refresh") in ((n, (v or "").lower()) for n, v in attrs):
                match = _REFRESH.match(value or "")
                self._take_link(match[1] if match else "", loads=False)

    def _take_id(self, value: str) -> None:
        line, offset = self.getpos()
        # Thousands of pages share the ids p1, p2 …
        name = sys.intern(value)
        if name in self.ids:
            self.repeated.append((line, offset + 1, name, self.ids[name]))
        else:
            self.ids[name] = line

    def _take_link(self, value: str, loads: bool) -> None:
        line, offset = self.getpos()
        self.links.append(_Link(_IGNORED.sub("", value), line, offset + 1, loads))


def _loads(tag: str, attrs: list[tuple[str, str | None]]) -> bool:
    if tag == "link":
        relations = next((value for name, value in attrs if name == "rel"), None) or ""
        return not _LOADING_RELATIONS.isdisjoint(relations.lower().split())
    return tag in _LOADING_TAGS


@dataclass(frozen=True)
class _Fault:
    code: Code
    message: Message
    help: Message


# The file that is meant, "" where it is none of the site's, and what is wrong.
_Resolution: TypeAlias = tuple[str, _Fault | None]


class _Site:
    """The files of the stage, and where an address leads among them."""

    def __init__(self, stage: Path, base_path: str) -> None:
        files = sorted(file.relative_to(stage).as_posix() for file in stage.rglob("*") if file.is_file())
        self.pages = [path for path in files if path.endswith(".html")]
        self._files = frozenset(files)
        self._folders = frozenset(folder for path in files for folder in _parents(path))
        self._spelling = {path.lower(): path for path in files}
        self._base = f"/{base_path.strip('/')}/".replace("//", "/")
        # Pages of one folder share most of their links.
        self._resolved: dict[tuple[str, str, bool], _Resolution] = {}

    def resolve(self, page: str, link: _Link) -> _Resolution:
        """Return where a link of ``page`` leads."""
        if link.address.startswith(("#", "?")) and page != urls.NOT_FOUND:
            return page, None
        folder = page if page == urls.NOT_FOUND else posixpath.dirname(page)
        key = (folder, link.address, link.loads)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(page, link.address, link.loads)
        return self._resolved[key]

    def _resolve(self, page: str, address: str, loads: bool) -> _Resolution:
        scheme = _SCHEME.match(address)
        if scheme:
            return "", _fault_of_scheme(address, scheme[1].lower(), loads)
        path = unquote(address.partition("#")[0].partition("?")[0])
        fault = _fault_of_form(address)
        if fault is not None:
            return "", fault
        if page == urls.NOT_FOUND:
            return self._resolve_from_anywhere(page, address, path)
        if path.startswith("/"):
            return "", _Fault(
                Code.LINK_ABSOLUTE,
                say('the link "{address}" begins with /, which leads nowhere in a copied folder', address=address),
                say("link relative to the page, such as ../about.html"),
            )
        return self._find(address, posixpath.normpath(posixpath.join(posixpath.dirname(page), path)), path)

    def _resolve_from_anywhere(self, page: str, address: str, path: str) -> _Resolution:
        if not path:
            return page, None
        if not path.startswith(self._base):
            return "", _Fault(
                Code.LINK_ABSOLUTE,
                say(
                    'the link "{address}" of the 404 page does not begin with {base}', address=address, base=self._base
                ),
                say("begin it with {base}: the server shows this page under any address", base=self._base),
            )
        return self._find(address, posixpath.normpath(path.removeprefix(self._base)), path)

    def _find(self, address: str, target: str, path: str) -> _Resolution:
        if target in self._files and not path.endswith("/"):
            return target, None
        if target == ".." or target.startswith("../"):
            fault = (
                say('the link "{address}" leads out of the site', address=address),
                say("link to a file of the site, or to https://"),
            )
        elif target in self._files:
            fault = say('the link "{address}" has a / behind the file', address=address), say("remove it")
        elif target in self._folders:
            index = address.partition("#")[0].partition("?")[0].rstrip("/") + "/index.html"
            fault = (
                say('the link "{address}" leads to a folder', address=address),
                say("write the file: {index}", index=index),
            )
        elif target.lower() in self._spelling:
            spelling = self._spelling[target.lower()]
            fault = (
                say('the link "{address}" is not spelled as its file', address=address),
                say("write the same capitals as in {spelling}", spelling=spelling),
            )
        else:
            fault = (
                say('the link "{address}" leads nowhere: there is no {target}', address=address, target=target),
                say("correct it, or add what it names"),
            )
        return "", _Fault(Code.LINK_BROKEN, *fault)


def _parents(path: str) -> Iterator[str]:
    yield "."
    while path := posixpath.dirname(path):
        yield path


def _fault_of_scheme(address: str, scheme: str, loads: bool) -> _Fault | None:
    if loads and address.startswith(_DATA):
        return None
    if scheme not in _OUTSIDE:
        return _Fault(
            Code.LINK_SCHEME,
            say(
                'the link "{address}" begins with {scheme}:, which is not allowed', address=address[:80], scheme=scheme,
            ),
            say("link to https:, http: or mailto:, or to a file of the site"),
        )  # fmt: skip
    if loads:
        return _Fault(
            Code.LINK_FOREIGN, say('"{address}" is loaded from another site', address=address),
            say("put the file into static/ and load it from there"),
        )  # fmt: skip
    return None


def _fault_of_form(address: str) -> _Fault | None:
    if not address:
        return _Fault(Code.LINK_BROKEN, say("a link has no address"), say("write one, or # for the top of the page"))
    if address.startswith("//"):
        return _Fault(
            Code.LINK_ABSOLUTE,
            say('the link "{address}" begins with //', address=address),
            say("write https:// instead"),
        )
    if "\\" in address:
        return _Fault(
            Code.LINK_BROKEN, say('the link "{address}" has a backslash', address=address), say("write / instead")
        )
    return None
