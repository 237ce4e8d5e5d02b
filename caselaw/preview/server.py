"""The web server of the preview: this machine only, for reading only, and for no page of anybody else."""

from __future__ import annotations

import os
import socket
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from caselaw.preview.answers import EVENTS, NOT_FOUND, Answer, address_of, answer, events
from caselaw.preview.state import Preview

HOST = "127.0.0.1"
_PORTS = 100  # that are tried where the first is taken
_HEARTBEAT = 10.0  # seconds after which a page that went away is noticed
_REFUSED = Answer(403, "text/plain; charset=utf-8", b"The preview answers its own pages only.\n")
# Drafts are for nobody's eyes: no copy is kept, and no page from elsewhere can load anything from here.
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}


class Server(ThreadingHTTPServer):
    """Serves one preview."""

    daemon_threads = True
    block_on_close = False
    allow_reuse_address = os.name != "nt"  # on Windows, two programs could then have the same port

    def __init__(self, preview: Preview, port: int) -> None:
        """Take a port of this machine; OSError where it is taken."""
        self.preview = preview
        super().__init__((HOST, port), _Handler)

    @property
    def address(self) -> str:
        """The address of the first page."""
        return f"http://{HOST}:{self.server_port}/"

    def server_bind(self) -> None:
        """Bind without asking a name server for the name of this machine, which may take seconds."""
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        if self.allow_reuse_address:
            self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.socket.bind(self.server_address)
        self.server_address = self.socket.getsockname()
        self.server_name, self.server_port = HOST, self.server_address[1]

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing where a browser has hung up."""


def open_server(preview: Preview, port: int) -> Server:
    """Return a server on a port, or on the next free one; OSError where none is."""
    for number in range(port, min(port + _PORTS, 65536)):
        try:
            return Server(preview, number)
        except OSError:
            continue
    return Server(preview, port)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "preview"
    sys_version = ""
    timeout = 60
    server: Server

    def do_GET(self) -> None:
        path, _, query = self.path.partition("?")
        address = address_of(path)
        if not self._is_ours():
            self._send(_REFUSED)
        elif address == EVENTS:
            self._tell()
        else:
            self._send(answer(self.server.preview, address, query) if address else NOT_FOUND)

    do_HEAD = do_GET  # noqa: N815 as above

    def _is_ours(self) -> bool:
        """Whether a request comes from this machine's own pages, and not by a name that leads here from elsewhere."""
        port = self.server.server_port
        is_ours = self.headers.get("Host", "") in (f"{HOST}:{port}", f"localhost:{port}")
        is_from_elsewhere = self.headers.get("Sec-Fetch-Site") in ("cross-site", "same-site")
        return is_ours and (not is_from_elsewhere or self.headers.get("Sec-Fetch-Mode") == "navigate")

    def _send(self, found: Answer) -> None:
        self.send_response(found.status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", found.type)
        self.send_header("Content-Length", str(len(found.body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(found.body)

    def _tell(self) -> None:
        """Tell an open page of each new state, until it goes away."""
        self.close_connection = True
        self.send_response(200)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        state = self.server.preview.state
        while self.command != "HEAD":
            self.wfile.write(f"data: {events(state)}\n\n".encode())
            self.wfile.flush()
            state = self.server.preview.wait(state.number, _HEARTBEAT)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing: editors read what is wrong with their content."""
