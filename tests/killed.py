"""Builds in processes of their own that are killed, with no chance to tidy up, at a chosen moment or after a time."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Any

from caselaw.pipeline import Progress, Request, build_site
from caselaw.problems import Problems
from tests.sample_library import templates

Build = Callable[[Request, Path, Problems, Progress], object]

# What every build imports and compiles is ready in the process that the others are forked from.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.killed"])
for _name in templates().list_templates():
    templates().get_template(_name)


@dataclass(frozen=True)
class Moment:
    """Where a build is killed: before, during or after the n-th call of a function."""

    function: str  # "caselaw.pipeline.copy_assets"
    when: str  # "before" | "during" | "after"
    call: int = 1
    exchange: bool = True  # whether the system can swap two folders in one step


def start_build(
    request: Request, output: Path, moment: Moment | None = None, build: Build = build_site
) -> ForkServerProcess:
    """Start a build and return its process."""
    process = PROCESSES.Process(target=_build, args=(request, output, moment, build))
    process.start()
    return process


def kill_at(moment: Moment, request: Request, output: Path, build: Build = build_site) -> None:
    """Build until the moment comes; AssertionError where it does not come."""
    process = start_build(request, output, moment, build)
    process.join(60)
    code = process.exitcode
    process.close()
    assert code == -signal.SIGKILL, f"the build ended with {code} before it was killed"


def _build(request: Request, output: Path, moment: Moment | None, build: Build) -> None:
    if moment:
        if not moment.exchange:
            _replace("caselaw.publish._exchange", lambda _: _no_exchange)
        _replace(moment.function, lambda function: _deadly(function, moment))
    assert build(request, output, Problems(), lambda _: None)


def _no_exchange(one: Path, other: Path) -> bool:
    return False


def _replace(name: str, change: Callable[[Any], Any]) -> None:
    """Put something else in the place of a function or method."""
    owner_name, _, attribute = name.rpartition(".")
    try:
        owner: Any = import_module(owner_name)
    except ModuleNotFoundError:  # the method of a class
        module, _, class_name = owner_name.rpartition(".")
        owner = getattr(import_module(module), class_name)
    setattr(owner, attribute, change(getattr(owner, attribute)))


def _deadly(function: Callable[..., Any], moment: Moment) -> Callable[..., Any]:
    calls = 0

    def deadly(*arguments: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if calls != moment.call:
            return function(*arguments, **options)
        if moment.when == "during":
            _HALVES[moment.function](*arguments, **options)
        elif moment.when == "after":
            function(*arguments, **options)
        os.kill(os.getpid(), signal.SIGKILL)
        return None

    return deadly


def _remove_half(folder: Path, **_: Any) -> None:
    for path in sorted(path for path in folder.rglob("*") if path.is_file())[::2]:
        path.unlink()


def _write_half(path: Path, text: str, **_: Any) -> None:
    path.write_bytes(text.encode()[: len(text) // 2])


def _copy_half(source: Path, target: Path) -> None:
    target.write_bytes(source.read_bytes()[: source.stat().st_size // 2])


def _leave_running(command: list[str], **options: Any) -> None:
    """Start a program that goes on when its build is dead."""
    subprocess.Popen(command, cwd=options["cwd"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


_HALVES: dict[str, Callable[..., None]] = {
    "shutil.rmtree": _remove_half,
    "shutil.copyfile": _copy_half,
    "pathlib.Path.write_text": _write_half,
    "subprocess.run": _leave_running,
}


def copy_site(site: Path, output: Path) -> None:
    """Put a built site where a build will replace it."""
    shutil.rmtree(output, ignore_errors=True)
    shutil.copytree(site, output)
