"""Publishing: the stage beside the site, and the one exchange that makes it the site.

The old site stays whole until the new one is complete; a build killed at any moment leaves the old or the new one. What
a killed build left behind is removed by the next.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

# Names every file of the site, so that a file somebody else put there is never deleted with it. An edition has its list
# of checksums instead; of a line of either, the name is what stands behind two spaces, or the whole.
MANIFEST = ".caselaw-site"
# What file managers put into a folder.
JUNK = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_PAUSES = (0.1, 0.4, 1.5)  # seconds


class OutputRefused(Exception):
    """The output folder cannot be used; the message says why and what to do."""


@contextmanager
def staged(output: Path, manifest: str = MANIFEST) -> Iterator[Path]:
    """Yield an empty stage for the time of one build; only one build at a time may hold it.

    It lies in a folder beside ``output``, which goes with it: there the build may keep passing files.
    Raises ``OutputRefused`` where the output is not a site of ours or another build is running.
    """
    if output.name in ("", ".."):
        raise OutputRefused(f"{output} cannot be replaced by a site; name a folder below it with --output")
    refuse_foreign(output, manifest)  # before anything is written beside it
    output.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(output.parent / f".{output.name}.lock", timeout=0)
    try:
        lock.acquire()
    except Timeout as timeout:
        raise OutputRefused(f"another build is writing {output.name}; wait until it has ended") from timeout
    try:
        _restore_interrupted(output)
        refuse_foreign(output, manifest)
        workshop = _beside(output, "stage")
        _remove(workshop)
        stage = workshop / "site"
        stage.mkdir(parents=True)
        try:
            yield stage
        finally:
            _remove(workshop)
    finally:
        lock.release()


def publish(stage: Path, output: Path) -> None:
    """Write the manifest and put the stage in the place of the site in one exchange."""
    names = sorted(path.relative_to(stage).as_posix() for path in stage.rglob("*") if path.is_file())
    (stage / MANIFEST).write_text("".join(f"{name}\n" for name in names), encoding="utf-8", newline="\n")
    put_in_place(stage, output)


def put_in_place(stage: Path, output: Path, manifest: str = MANIFEST) -> None:
    """Put a stage that holds its manifest in the place of what was published before."""
    refuse_foreign(output, manifest)  # a file may have been put there during the build
    if not output.exists() or not any(output.iterdir()):
        if output.exists():
            output.rmdir()
        stage.rename(output)
    elif not _exchange(stage, output):
        old = _beside(output, "old")
        output.rename(old)
        stage.rename(output)
        _remove(old)


def refuse_foreign(output: Path, manifest: str = MANIFEST) -> None:
    """Raise ``OutputRefused`` if ``output`` holds anything that a build did not put there."""
    if output.is_symlink() or (output.exists() and not output.is_dir()):
        raise OutputRefused(f"{output.name} is not a folder; name another one with --output")
    if not output.exists():
        return
    found = {
        path.relative_to(output).as_posix() for path in output.rglob("*") if not path.is_dir() or path.is_symlink()
    }
    found = {name for name in found if name.rpartition("/")[2] not in JUNK}
    if found and manifest not in found:
        raise OutputRefused(
            f"{output.name} holds files that no build made ({_some(found)}); name an empty folder with --output"
        )
    lines = (output / manifest).read_text(encoding="utf-8", errors="replace").splitlines() if found else []
    if foreign := found - {line.rpartition("  ")[2] for line in lines} - {manifest}:
        raise OutputRefused(
            f"{output.name} holds files that no build made ({_some(foreign)}); "
            "move them elsewhere, a build would delete them"
        )


def _some(names: set[str]) -> str:
    shown = sorted(names)[:3]
    return ", ".join(shown) + (f" and {len(names) - 3} more" if len(names) > 3 else "")


def _beside(output: Path, purpose: str) -> Path:
    return output.parent / f".{output.name}.{purpose}"


def _remove(folder: Path) -> None:
    """Remove a folder, if need be after a while: the Pagefind of a killed build may still be writing into it."""
    for pause in _PAUSES:
        if not folder.exists():
            return
        try:
            shutil.rmtree(folder)
        except OSError:
            time.sleep(pause)
    if folder.exists():
        shutil.rmtree(folder)


def _restore_interrupted(output: Path) -> None:
    """Finish what a build killed between the two renames left (only where no exchange exists, as on Windows)."""
    old = _beside(output, "old")
    if old.exists() and not output.exists():
        old.rename(output)
    _remove(old)


def _exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step; False where system or file system cannot."""
    here, swap = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux; RENAME_SWAP of macOS is 2 as well
    paths = os.fsencode(one), os.fsencode(other)
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            return bool(libc.renameat2(here, paths[0], here, paths[1], swap) == 0)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(paths[0], paths[1], swap) == 0)
    except (AttributeError, OSError, TypeError):  # an old C library, or Windows, has no such call
        return False
    return False
