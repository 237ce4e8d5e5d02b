"""Files below ``content`` that no part of the program reads: nobody would look at what they hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from caselaw.codes import Code
from caselaw.messages import say
from caselaw.problems import Place, Problems
from caselaw.source import WORD_DOCUMENTS

_FOLDERS = ("cases", "pages", "topics", "vocabulary")
_FILES = ("safety.yaml",)
# What systems and open programs put beside files and take away again; Git's own files.
_JUNK = re.compile(
    r"\.DS_Store|\._.*|\.localized|Thumbs\.db|desktop\.ini|\.directory|\.git(?:keep|ignore|attributes)"
    r"|~\$.*|\.~lock\..*|\..*\.sw[a-p]|\.#.*|\.goutputstream-.*|\.nfs.*|\.fuse_hidden.*",
    re.IGNORECASE,
)


def report_misplaced(paths: Iterable[str], problems: Problems) -> None:
    """Report each of the files and links below ``content`` that lies where nothing is read."""
    for path in paths:
        *folders, name = path.split("/")
        if not _JUNK.fullmatch(name):
            _report(path, (*folders[1:], name), problems)


def _report(path: str, parts: tuple[str, ...], problems: Problems) -> None:
    if any(part.startswith(".") for part in parts):
        problems.add(
            Place(path), Code.FILE_MISPLACED, say("this file is hidden (a name here begins with a point) and not read"),
            say("move it out of content, or give file and folder a name without the point"),
        )  # fmt: skip
    elif parts[0] not in (_FOLDERS if len(parts) > 1 else _FILES) and not path.lower().endswith(WORD_DOCUMENTS):
        problems.add(
            Place(path), Code.FILE_MISPLACED, say("no file is read at this place"),
            say("move it out of content, or into the folder it belongs to: {folders}", folders=", ".join(_FOLDERS)),
        )  # fmt: skip
