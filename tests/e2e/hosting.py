"""A web server that tests stop, start again, and let fail; and editions of the library to put on it."""

from __future__ import annotations

import shutil
import threading
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from caselaw.offline import write_worker
from caselaw.publish import MANIFEST
from tests.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator


class Host:
    """A server of this machine; ``sites`` are folders by the path below which they are seen, such as ``/thb/``."""

    def __init__(self, sites: dict[str, Path]) -> None:
        self.sites = sites
        self.failing: set[str] = set()  # paths that are answered with an error
        self.asked: list[str] = []  # every path that was asked for
        self._port = 0
        self._server: ThreadingHTTPServer | None = None

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self._port}/"

    def start(self) -> None:
        host = self

        class Handler(SimpleHTTPRequestHandler):
            def translate_path(self, path: str) -> str:
                return str(host.file_of(urlsplit(path).path)) + ("/" if path.endswith("/") else "")

            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                host.asked.append(path)
                # Editions of a test are made within a second, which this server would take for no change.
                del self.headers["If-Modified-Since"]
                if path in host.failing:
                    self.send_error(503)
                else:
                    super().do_GET()

            def end_headers(self) -> None:
                self.send_header("Cache-Control", "no-cache")
                super().end_headers()

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", self._port), Handler)
        self._port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def stop(self) -> None:
        if self._server:
            self._server.shutdown()
            self._server.server_close()
            self._server = None

    def file_of(self, path: str) -> Path:
        for prefix, folder in sorted(self.sites.items(), reverse=True):
            if path.startswith(prefix):
                return folder / path.removeprefix(prefix)
        return Path("/nonexistent")


@contextmanager
def hosted(sites: dict[str, Path]) -> Iterator[Host]:
    """Run a host for the time of a test."""
    host = Host(sites)
    host.start()
    try:
        yield host
    finally:
        host.stop()


def make_edition(site: Path, target: Path, date: str, *, offered: bool = True) -> Path:
    """Copy a built site as another edition: each page tells the date, and so does a script of each page."""
    shutil.copytree(site, target, ignore=shutil.ignore_patterns("offline", "sw.js", MANIFEST))
    for page in target.rglob("*.html"):
        text = page.read_text(encoding="utf-8").replace(
            "<li>Edition of ", f'<li data-page-edition="{date}">Edition of '
        )
        page.write_text(text, encoding="utf-8")
    script = target / "static" / "js" / "search-box.js"
    script.write_text(
        script.read_text(encoding="utf-8") + f'document.documentElement.dataset.scriptEdition = "{date}";\n',
        encoding="utf-8",
    )
    write_worker(target, ROOT / "static" / "offline", {"en": date}, offered)
    return target
