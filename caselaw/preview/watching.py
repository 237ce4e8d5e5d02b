"""Hearing of changes: to the content, the configuration, and what pages are made with."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from pathlib import Path

from watchfiles import Change, watch

from caselaw.pipeline import PROGRAM

_STEP = 25  # milliseconds without a further change, after which a save counts as done
_LONGEST = 250  # milliseconds after which a change is told of although others follow
_PROGRAM_FOLDERS = ("templates", "static", "locales")
Heard = Callable[[bool], None]


class Watch:
    """Tells of changes, from threads of its own: whether they are to what pages are made with, or to the content."""

    def __init__(self, config: Path, heard: Heard) -> None:
        self._root = config.parent
        self._config = config.name
        self._heard = heard
        self._ended = threading.Event()
        self._moved = threading.Event()
        for what in (self._watch_content, self._watch_root, self._watch_program):
            threading.Thread(target=what, name=what.__name__, daemon=True).start()

    def stop(self) -> None:
        """Hear nothing more."""
        self._ended.set()
        self._moved.set()

    def _watch_content(self) -> None:
        """Watch content/, also after the whole folder was taken away and another one put there."""
        while not self._ended.is_set():
            self._moved.clear()
            if (self._root / "content").is_dir():
                self._hear([self._root / "content"], self._moved, program=False)
            else:
                self._moved.wait(1)

    def _watch_root(self) -> None:
        """Watch the configuration and the folder of the content itself."""

        def concerns(_change: Change, path: str) -> bool:
            return Path(path).name in (self._config, "content")

        for changes in watch(
            self._root, watch_filter=concerns, step=_STEP, debounce=_LONGEST, stop_event=self._ended,
            rust_timeout=500, raise_interrupt=False, recursive=False,
        ):  # fmt: skip
            if any(Path(path).name == "content" for _, path in changes):
                self._moved.set()
            self._heard(False)

    def _watch_program(self) -> None:
        self._hear([PROGRAM / name for name in _PROGRAM_FOLDERS], self._ended, program=True)

    def _hear(self, folders: Iterable[Path], until: threading.Event, *, program: bool) -> None:
        # Every file counts, those of editors too: what is not read changes nothing.
        try:
            for _ in watch(
                *folders, watch_filter=None, step=_STEP, debounce=_LONGEST, stop_event=until,
                rust_timeout=500, raise_interrupt=False,
            ):  # fmt: skip
                self._heard(program)
        except FileNotFoundError:  # taken away between the question and the watch
            return
