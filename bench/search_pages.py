"""One search in Chromium, cold: seconds until its results are painted, the files it loaded, how it blocked the page.

Each search has a browser context of its own, without cache. It is made in two ways: by opening the page with the query
in its address, as the search box of every other page does, so that the page itself is part of the seconds; and by
sending the query from the open page, which has loaded nothing of the search. What the same page loads without a query
is not part of the files. What comes after the first results, the counts beside the filters, is told apart. Blocks are
counted until half a second after the results.

The processor time of the pages and their workers is nearly the same on a busy and on a quiet machine, seconds are not.
Two figures tell of blocks. The longest task is the browser's own ("longtask"). The lateness of a timer is stricter, for
it counts tasks that follow each other, but on a busy machine it mostly tells how long other programs were at work.
"""

from __future__ import annotations

import gzip
import math
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from playwright.sync_api import Browser, Page
from playwright.sync_api import TimeoutError as TookTooLong

WATCH = Path(__file__).resolve().parent / "search_watch.js"
# As sending the form does; nobody steps into its field before, which would load the engine meanwhile.
ASK = """query => {
  const form = document.querySelector("[data-search] form");
  for (const [name, value] of new URLSearchParams(query)) {
    if (name === "q") form.elements.q.value = value;
    else for (const box of form.elements[name]) box.checked = box.value === value;
  }
  benchWatch.asked = performance.now();
  form.requestSubmit();
}"""
PATIENCE = 60_000  # ms
AFTERWARDS = 500  # ms
TEXT = {".html", ".js", ".css", ".svg", ".json"}


@dataclass(frozen=True)
class Run:
    """One search; seconds are infinite where no results came. ``files`` are the sizes in bytes as transferred."""

    seconds: float  # from opening the page
    files: dict[str, int]  # up to the first results
    later: int  # bytes of what came after them
    late: float  # ms that a timer had to wait at most
    task: float  # ms of the longest task; 0 below 50
    work: float  # seconds of processor time

    @property
    def size(self) -> int:
        """All bytes of the files."""
        return sum(self.files.values())


@dataclass
class Place:
    """A folder as readers reach it: ``base`` is its address; over HTTP, what the server has compressed is kept."""

    folder: Path
    transport: str
    base: str
    compressed: dict[Path, bytes] = field(default_factory=dict)

    def body(self, path: Path) -> bytes:
        """Return what is transferred of a file over HTTP."""
        if path not in self.compressed:
            content = path.read_bytes()
            self.compressed[path] = gzip.compress(content, 6) if path.suffix in TEXT else content
        return self.compressed[path]

    def size(self, name: str) -> int:
        """Return the bytes transferred for a file of the folder, or read from the disk."""
        path = self.folder / name
        return len(self.body(path)) if self.transport == "http" else path.stat().st_size

    def names(self, address: str) -> list[str]:
        """Return the file of the folder that an address names; nothing for blobs and the like."""
        bare, base = unquote(urlsplit(address)._replace(query="", fragment="").geturl()), unquote(self.base)
        return [bare.removeprefix(base)] if bare.startswith(base) else []


class _Handler(SimpleHTTPRequestHandler):
    """Serves compressed files and lets nobody keep them."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, place: Place) -> None:
        self._place = place
        super().__init__(*arguments, directory=str(place.folder))

    def do_GET(self) -> None:
        """Answer one request."""
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        body = self._place.body(path)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store")
        if path.suffix in TEXT:
            self.send_header("Content-Encoding", "gzip")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def handle_error(self, *_: Any) -> None:
        """Say nothing: a browser that is closed drops its connections."""


@contextmanager
def placed(folder: Path, transport: str) -> Iterator[Place]:
    """Yield a folder over HTTP, its scripts compressed beforehand as hosts do, or as it lies ("file")."""
    place = Place(folder, transport, f"{folder.resolve().as_uri()}/")
    if transport == "file":
        yield place
        return
    server = _Server(("127.0.0.1", 0), partial(_Handler, place=place))
    place.base = f"http://127.0.0.1:{server.server_address[1]}/"
    for script in folder.rglob("*.js"):
        place.body(script)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield place
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def names_without_search(browser: Browser, place: Place, page_name: str) -> frozenset[str]:
    """Return the files that a search page loads when it is opened without a query."""
    with _page(browser, place) as (page, names):
        page.goto(place.base + page_name)
        page.wait_for_timeout(AFTERWARDS)
        return frozenset(names)


def search_once(
    browser: Browser, place: Place, page_name: str, query: str, *, results: int, apart: frozenset[str]
) -> Run:
    """Open a search page with a query until it shows ``results`` results; the files ``apart`` are not counted."""
    with _page(browser, place) as (page, names):
        before = _processor_times(browser)
        page.add_init_script(WATCH.read_text(encoding="utf-8").replace("EXPECTED = 0", f"EXPECTED = {results}"))
        try:
            with page.expect_console_message(lambda message: message.text == "bench: shown", timeout=PATIENCE):
                page.goto(f"{place.base}{page_name}?{query}", wait_until="commit")
        except TookTooLong:
            return Run(math.inf, {}, 0, math.inf, math.inf, math.inf)
        page.wait_for_timeout(AFTERWARDS)
        noted = page.evaluate("benchWatch")
        work = sum(seconds - before.get(process, 0) for process, seconds in _processor_times(browser).items())
        first = {name for address in noted["scripts"] for name in place.names(address)}
        sizes = {name: place.size(name) for name in sorted(names - apart)}
        files = {name: size for name, size in sizes.items() if name in first}
        later = sum(sizes.values()) - sum(files.values())
        return Run(noted["shown"] / 1000, files, later, noted["late"], noted["task"], work)


def ask_once(browser: Browser, place: Place, page_name: str, query: str, *, results: int) -> float:
    """Return the seconds from sending a query on an open search page until it shows ``results`` results."""
    with _page(browser, place) as (page, _):
        page.add_init_script(WATCH.read_text(encoding="utf-8").replace("EXPECTED = 0", f"EXPECTED = {results}"))
        page.goto(place.base + page_name)
        try:
            with page.expect_console_message(lambda message: message.text == "bench: shown", timeout=PATIENCE):
                page.evaluate(ASK, query)
        except TookTooLong:
            return math.inf
        noted = page.evaluate("benchWatch")
        return float(noted["shown"] - noted["asked"]) / 1000


def _processor_times(browser: Browser) -> dict[int, float]:
    """Return the seconds that each process which shows pages has used so far."""
    session = browser.new_browser_cdp_session()
    processes = session.send("SystemInfo.getProcessInfo")["processInfo"]
    session.detach()
    return {process["id"]: process["cpuTime"] for process in processes if process["type"] == "renderer"}


@contextmanager
def _page(browser: Browser, place: Place) -> Iterator[tuple[Page, set[str]]]:
    """Yield a page without any cache, and the set into which the files that it asks for are written."""
    names: set[str] = set()
    context = browser.new_context()
    try:
        page = context.new_page()
        page.on("request", lambda request: names.update(place.names(request.url)))
        yield page, names
    finally:
        context.close()
