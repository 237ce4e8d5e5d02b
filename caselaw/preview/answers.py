"""What the preview answers to an address: a page made at once, a rendered file, or what the preview says itself."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from jinja2 import TemplateError

from caselaw import urls
from caselaw.locale import Locale
from caselaw.message_words import read_words
from caselaw.offline import WORKER
from caselaw.pages import is_made_alone, page_at
from caselaw.pipeline import PROGRAM
from caselaw.preview.state import Preview, State, View
from caselaw.render import make_environment, render_page

OWN = "_preview/"
EVENTS = f"{OWN}events"
_SCRIPT = f"{OWN}preview.js"
_STYLES = f"{OWN}preview.css"
_PANEL = f"{OWN}panel.html"
_HTML = "text/html; charset=utf-8"
# Not those of the system: Windows may take scripts for plain text.
_TYPES: Mapping[str, str] = {
    "html": _HTML, "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "json": "application/json", "jsonl": "application/jsonl", "xml": "application/xml", "wasm": "application/wasm",
    **dict.fromkeys(("txt", "bib", "ris"), "text/plain; charset=utf-8"), "csv": "text/csv; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "webp": "image/webp",
    "woff2": "font/woff2", "pdf": "application/pdf", "zip": "application/zip",
}  # fmt: skip
_MAKING = "The preview is being made."  # where not even the interface texts can be read
_MESSAGES = make_environment(PROGRAM / "templates")


@dataclass(frozen=True)
class Answer:
    """What is sent for one request."""

    status: int
    type: str
    body: bytes


@dataclass(frozen=True)
class _Made:
    """How a page came about: ``kind`` and number say after which change the browser takes it anew."""

    status: int
    html: str
    kind: str  # "quick" or "full", as in ``State``
    number: int


NOT_FOUND = Answer(404, "text/plain; charset=utf-8", b"There is nothing at this address.\n")


def address_of(path: str) -> str | None:
    """Return the site address that the path of a request names, None where it can name no file of a site."""
    address = unquote(path.partition("?")[0].partition("#")[0]).removeprefix("/")
    if address.endswith("/") or not address:
        address += "index.html"
    parts = address.split("/")
    if any(part in ("", ".", "..") or part.startswith(".") for part in parts) or set(address) & set('\\:\0"<>|*?'):
        return None
    return address


def answer(preview: Preview, address: str, query: str = "") -> Answer:
    """Return what the preview shows at an address, at any moment of its life."""
    if address in (_SCRIPT, _STYLES):
        return _file(PROGRAM / "static" / "preview", address.removeprefix(OWN))
    state = preview.state
    if address == _PANEL:
        return Answer(200, _HTML, _panel(state, _locale(preview, query.removeprefix("language="))).encode())
    if address == WORKER:  # a worker that forgets itself: what is saved would be shown instead of what is new
        return _file(PROGRAM / "static" / "offline", "off.js")
    if address.startswith("static/"):
        return _file(preview.assets, address)
    if address.startswith("search/"):
        return _file(state.search, address)
    if not address.endswith(".html"):
        return _file(state.pages, address)
    locale = _locale(preview, address.partition("/")[0])
    made = _page(preview, state, address)
    return Answer(made.status, _HTML, _complete(made, state, locale).encode())


def events(state: State) -> str:
    """Return what open pages are told of a state."""
    return json.dumps({"quick": state.quick, "full": state.full, "problems": [state.said, state.is_checking]})


def _locale(preview: Preview, key: str) -> Locale | None:
    own = [locale for locale in preview.locales if locale.key == key]
    return next(iter([*own, *preview.locales]), None)


def _page(preview: Preview, state: State, address: str) -> _Made:
    view = state.view
    if view and is_made_alone(view.library, address):
        return _made_at_once(state, view, address, preview.locales)
    try:
        if state.pages and is_within(state.pages, address):
            return _Made(200, (state.pages / address).read_text(encoding="utf-8"), "full", state.full)
    except OSError:  # exchanged for newer pages at this moment
        return _Made(503, _message(preview.locales, "preview.making"), "full", 0)
    if view is None or state.pages is None:
        return _Made(503, _message(preview.locales, "preview.making"), "full" if view else "quick", 0)
    return _made_at_once(state, view, urls.NOT_FOUND, preview.locales, kind="full")


def _made_at_once(state: State, view: View, address: str, locales: tuple[Locale, ...], kind: str = "quick") -> _Made:
    number = state.quick if kind == "quick" else state.full
    try:
        page = page_at(view.library, address)
        status = 200 if page and address != urls.NOT_FOUND else 404
        page = page or page_at(view.library, urls.NOT_FOUND)
        html = render_page(page, view.sites[page.frame.language], view.environment) if page else ""
    except (TemplateError, KeyError, OSError) as error:  # a template or interface text at fault
        return _Made(500, _message(locales, "preview.broken", reason=str(error)), kind, number)
    return _Made(status, html, kind, number)


def is_within(folder: Path, address: str) -> bool:
    """Whether an address is a file of a folder, wherever links in it may lead."""
    path = (folder / address).resolve()
    return path.is_relative_to(folder.resolve()) and path.is_file()


def _file(folder: Path | None, address: str) -> Answer:
    try:
        if folder is None or not is_within(folder, address):
            return NOT_FOUND
        return Answer(
            200, _TYPES.get(address.rpartition(".")[2], "application/octet-stream"), (folder / address).read_bytes()
        )
    except OSError:
        return NOT_FOUND


def _complete(made: _Made, state: State, locale: Locale | None) -> str:
    """Return a page with the panel, and the script that takes it anew."""
    facts = f'data-kind="{made.kind}" data-number="{made.number}" data-language="{locale.key if locale else ""}"'
    head = f'<link rel="stylesheet" href="/{_STYLES}">\n<script defer src="/{_SCRIPT}" {facts}></script>\n</head>'
    html = made.html.replace("</head>", head, 1)
    return html.replace("<body>", f"<body>\n{_panel(state, locale)}", 1)


def _panel(state: State, locale: Locale | None) -> str:
    words = read_words(locale.key if locale else "en")
    errors, notes = ([problem.said(words).split("\n", 1) for problem in found] for found in (state.errors, state.notes))
    key, count = ("preview.errors", len(errors)) if errors else ("preview.notes", len(notes))
    heading = locale.count(key, count) if locale else str(count)
    template = _MESSAGES.get_template("preview/panel.html")
    checking = locale.text("preview.checking") if locale and state.is_checking else ""
    return template.render(
        errors=errors, notes=notes, heading=heading, checking=checking, lang=locale.tag if locale and words else "en"
    )


def _message(locales: tuple[Locale, ...], key: str, **values: str) -> str:
    """Return a page that says one thing in each language of the site."""
    texts = [(locale.tag, locale.text(key, **values)) for locale in locales] or [("en", _MAKING)]
    title = locales[0].text("preview.title") if locales else _MAKING
    return _MESSAGES.get_template("preview/message.html").render(lang=texts[0][0], title=title, texts=texts)
