"""One run of the preview, from the first page to the removal of what it wrote."""

from __future__ import annotations

import queue
import shutil
import tempfile
import threading
import time
import traceback
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

from caselaw.pipeline import Request
from caselaw.preview.background import Background
from caselaw.preview.server import Server, open_server
from caselaw.preview.state import Preview, State
from caselaw.preview.watching import Watch

PREFIX = "caselaw-preview-"  # of the temporary folder; one that a killed preview left is nobody's any more
_QUIET = 0.3  # seconds without a change, after which there is time for what was put off
_PAUSES = (0.1, 0.5, 2.0)  # seconds: Pagefind may still be writing
_END = None


@contextmanager
def preview_session(request: Request, port: int, tell: Callable[[State], None]) -> Iterator[Server]:
    """Serve the preview while the block runs; ``tell`` hears of each state with other problems.

    Raises ``UnknownLanguage``, and OSError where no port can be had.
    """
    with ExitStack() as stack:
        folder = Path(tempfile.mkdtemp(prefix=PREFIX)).resolve()
        stack.callback(_remove, folder)
        preview = Preview(request, folder)
        server = open_server(preview, port)
        stack.callback(server.server_close)
        threading.Thread(target=server.serve_forever, name="server", daemon=True).start()
        stack.callback(server.shutdown)
        background = Background(preview, request, folder)
        stack.callback(background.stop)
        changes: queue.Queue[bool | None] = queue.Queue()
        watch = Watch(request.config, changes.put)
        refreshing = threading.Thread(target=_refresh, args=(preview, background, changes), name="refreshing")
        refreshing.start()
        threading.Thread(target=_report, args=(preview, tell), name="reporting", daemon=True).start()
        stack.callback(refreshing.join)
        stack.callback(changes.put, _END)
        stack.callback(watch.stop)
        yield server


def _refresh(preview: Preview, background: Background, changes: queue.Queue[bool | None]) -> None:
    """Read the library, and again after each change, until the end."""
    heard: list[bool | None] = [False]
    while _END not in heard:
        _take_step(partial(preview.refresh, program=True in heard), preview, background)
        heard = _next(changes, _QUIET)
        if not heard:
            _take_step(partial(preview.settle, lambda: not changes.empty()), preview, background)
            heard = _next(changes, None)


def _take_step(step: Callable[[], bool], preview: Preview, background: Background) -> None:
    try:
        if step():
            background.render(preview.state.quick)
    except Exception:  # noqa: BLE001 a fault of ours is told, and the next change gets its chance all the same
        traceback.print_exc()


def _next(changes: queue.Queue[bool | None], seconds: float | None) -> list[bool | None]:
    """Return what was heard since: at least one change, or nothing after so many seconds."""
    try:
        heard = [changes.get(timeout=seconds)]
    except queue.Empty:
        return []
    while not changes.empty():
        heard.append(changes.get())
    return heard


def _report(preview: Preview, tell: Callable[[State], None]) -> None:
    said, state = 0, preview.state
    while True:
        if state.said != said:
            said = state.said
            tell(state)
        state = preview.wait(state.number, 3600)


def _remove(folder: Path) -> None:
    for pause in _PAUSES:
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return
        time.sleep(pause)
