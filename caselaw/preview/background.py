"""All pages and the search, rendered in a process of its own, so that the quick view is never slowed down by it.

The process reads the library for itself and remembers it; a newer change makes it begin again. It ends with the
preview, also where that was killed.
"""

from __future__ import annotations

import copyreg
import multiprocessing
import os
import shutil
import signal
import sys
import threading
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from caselaw import search
from caselaw.messages import Message
from caselaw.pages import search_library
from caselaw.pipeline import Request, render_stage
from caselaw.preview.state import Preview
from caselaw.problems import Problems
from caselaw.reading import read_preview
from caselaw.recall import Memory

_CALM = 1.0  # seconds
_KEPT = 2  # renderings: the one that is shown, and the one before, of which a page may just be read


class _Overtaken(Exception):
    """There is a newer change to render."""


def _remake(template: str, values: dict[str, object], text: str) -> Message:
    message = Message(text)
    message.template, message.values = template, values
    return message


def _reduce(message: Message) -> tuple[Any, ...]:
    return _remake, (message.template, dict(message.values), str.__str__(message))


copyreg.pickle(Message, _reduce)  # messages go from one process to the other


class Background:
    """The process that renders, as the preview sees it."""

    def __init__(self, preview: Preview, request: Request, folder: Path) -> None:
        self._preview = preview
        self._request = request
        self._folder = folder
        self._start()

    def _start(self) -> None:
        spawning = multiprocessing.get_context("spawn")
        self._pipe, there = spawning.Pipe()
        self._process = spawning.Process(
            target=work, args=(self._request, self._folder, there), name="rendering", daemon=True
        )
        self._process.start()
        there.close()
        threading.Thread(target=self._listen, args=(self._pipe,), name="rendered", daemon=True).start()

    def render(self, number: int) -> None:
        """Have everything rendered as of the change ``number``, by another process where the first has died."""
        if not self._process.is_alive():
            self._start()
        self._pipe.send(number)

    def stop(self) -> None:
        """End the process."""
        self._process.terminate()
        self._process.join(5)

    def _listen(self, pipe: Connection) -> None:
        try:
            while True:
                kind, number, problems = pipe.recv()
                if kind == "failed":
                    self._preview.not_rendered(number)
                    continue
                if kind == "pages":
                    self._preview.rendered(number, self._folder / f"pages-{number}", problems)
                else:
                    self._preview.indexed(self._folder / f"search-{number}")
                _remove_older(self._folder, kind)
        except (EOFError, OSError):
            return


def work(request: Request, folder: Path, pipe: Connection) -> None:
    """Render whatever is asked for, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform != "win32":
        os.nice(5)
    memory = Memory()
    try:
        number = pipe.recv()
        while True:
            number = _newest(number, pipe)
            try:
                _render(request, folder, number, pipe, memory)
            except _Overtaken:
                continue
            except (OSError, TemplateError, KeyError, ValueError) as error:
                # A folder that is being moved, a template half-written: the next change brings another attempt.
                sys.stderr.write(f"the pages could not be rendered: {error}\n")
                pipe.send(("failed", number, ()))
            number = pipe.recv()
    except (EOFError, OSError):
        return  # the preview has ended


def _newest(number: int, pipe: Connection) -> int:
    """Return the newest change, once there has been none for a moment: until its page is shown, that comes first."""
    while pipe.poll(_CALM):
        number = pipe.recv()
    return number


def _render(request: Request, folder: Path, number: int, pipe: Connection, memory: Memory) -> None:
    def go_on(_step: str) -> None:
        if pipe.poll():
            raise _Overtaken

    problems = Problems()
    library = read_preview(request, problems, memory)
    if library is None:
        pipe.send(("failed", number, ()))
        return  # the quick view says what is wrong
    memory.forget_unused()
    stage = folder / f"pages-{number}"
    go_on("")
    render_stage(library, stage, problems, go_on)
    pipe.send(("pages", number, tuple(problems)))
    go_on("")
    index = folder / f"search-{number}"
    index.mkdir()
    try:
        search.build_search(index, search_library(library), folder)
    except search.SearchError as error:
        problems.report(error.problem)
        pipe.send(("pages", number, tuple(problems)))
    else:
        pipe.send(("search", number, ()))


def _remove_older(folder: Path, kind: str) -> None:
    found = sorted(folder.glob(f"{kind}-*"), key=lambda path: int(path.name.partition("-")[2]))
    for old in found[:-_KEPT]:
        shutil.rmtree(old, ignore_errors=True)
