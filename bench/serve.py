"""How soon the preview shows what was saved, in a library of 1,000 cases: python -m bench.serve [CASES [SAVES]].

The preview runs as editors run it, in a process of its own, and renders all pages in the background meanwhile. A save
counts as visible when the page of the case, asked for as soon as the browser is told, holds the new words.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPResponse
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from bench.corpus import ROOT, write_corpus

CASES, SAVES = 1000, 20
GOAL = 0.5  # seconds
_PATIENCE = 900  # seconds
TODAY = "2026-11-23"
# What is saved: text with a new word at the place of another one. The last two change what is known of every case.
KINDS: dict[str, Callable[[str, str], str]] = {
    "a word of the text": lambda text, word: text.replace("[2] ", f"[2] {word} ", 1),
    "a word of the summary": lambda text, word: text.replace("summary: ", f"summary: {word} ", 1),
    "the title": lambda text, word: text.replace("title: ", f"title: {word} ", 1),
    "a word of a draft": lambda text, word: text.replace("[2] ", f"[2] {word} ", 1).replace(
        "status: published", "status: draft"
    ),
}


@contextmanager
def preview(config: Path) -> Iterator[str]:
    """Run the preview of a library and yield its address as soon as it is printed."""
    command = [
        sys.executable,
        "build.py",
        "serve",
        "--port",
        "0",
        "--no-open",
        "--messages",
        "en",
        "--quiet",
        "--date",
        TODAY,
    ]
    with subprocess.Popen([*command, "--config", str(config)], cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            line = process.stdout.readline() if process.stdout else ""
            yield line.split()[1]
        finally:
            process.send_signal(signal.SIGINT)


def status(address: str) -> int:
    """Return the HTTP status of an address."""
    try:
        with _open(address) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code


def wait_for(address: str) -> None:
    """Wait until an address has its page."""
    end = time.monotonic() + _PATIENCE
    while status(address) != 200:
        if time.monotonic() > end:
            raise TimeoutError(address)
        time.sleep(0.02)


def save(site: str, case: Path, change: Callable[[str, str], str], word: str) -> float:
    """Change a case and return the seconds until its page holds the new word; the case is then put back."""
    before = case.read_text(encoding="utf-8")
    with _open(f"{site}_preview/events") as heard:
        known = _next(heard)
        began = time.perf_counter()
        case.write_text(change(before, word), encoding="utf-8", newline="\n")
        while True:
            if (told := _next(heard)) != known:
                known = told
                with _open(f"{site}en/cases/{case.stem}.html") as page:
                    if word in page.read().decode():
                        break
        seconds = time.perf_counter() - began
        case.write_text(before, encoding="utf-8", newline="\n")
        while _next(heard) == known:
            pass
    time.sleep(1.5)  # nobody saves faster; what was put off is done meanwhile
    return seconds


def _open(address: str) -> HTTPResponse:
    answer: HTTPResponse = urllib.request.urlopen(address, timeout=60)  # noqa: S310 an address of this machine
    return answer


def _next(heard: HTTPResponse) -> int:
    while not (line := heard.readline()).startswith(b"data: "):
        pass
    return int(json.loads(line[6:])["quick"])


def main(cases: int = CASES, saves: int = SAVES) -> None:
    """Print when the preview answers first, and how soon it shows each kind of change."""
    with TemporaryDirectory(prefix="bench-") as folder:
        config = write_corpus(Path(folder), cases)
        files = sorted((config.parent / "content" / "cases").rglob("*.md"))
        began = time.monotonic()
        with preview(config) as site:
            _say(f"{cases} cases. Seconds from the start to …")
            status(site)
            _say(f"  the first answer    {time.monotonic() - began:6.1f}")
            wait_for(f"{site}en/cases/{files[0].stem}.html")
            _say(f"  the first case page {time.monotonic() - began:6.1f}")
            _say(f"\nSeconds from a save to the page with the new words, {saves} of each{'median':>13}{'worst':>9}")
            for kind, change in KINDS.items():
                times = [
                    save(site, files[7 * number % len(files)], change, f"Zebra{number}") for number in range(saves)
                ]
                verdict = "" if max(times) <= GOAL else f"   not within {GOAL}"
                _say(f"  {kind:55}{median(times):14.2f}{max(times):9.2f}{verdict}")
            began = time.monotonic()
            _say("\nSeconds from the last save to …")
            for what, path in (("every page", "en/courts/index.html"), ("the search", "search/start.js")):
                wait_for(site + path)
                _say(f"  {what:18}  {time.monotonic() - began:6.1f}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
