"""The content before anything is made of it: every text, field, remark and file name, drafts and broken files too."""

from __future__ import annotations

import os
import stat
from collections import defaultdict
from collections.abc import Iterable, Set
from pathlib import Path, PurePosixPath

from caselaw.catalogue import is_public
from caselaw.checks import Case
from caselaw.codes import Code, Severity
from caselaw.document import MAX_BYTES
from caselaw.loading import load
from caselaw.messages import joined, say
from caselaw.problems import Place, Problems
from caselaw.recall import Recall, afresh
from caselaw.safeguards.misplaced import report_misplaced
from caselaw.safeguards.one_file import FileFacts, guard_file, names_in
from caselaw.safeguards.waivers import Key, read_waivers, report_unused
from caselaw.safety import describe, find_in_file_name, masked
from caselaw.safety.detector import words_of
from caselaw.source import ATTACHMENTS, WORD_DOCUMENTS
from caselaw.vocabulary import Vocabulary

_TEXTS = (".md", ".yaml", ".yml", ".txt")
# A defendant's or translator's name in a field for initials is said to be one where the field is read.
_SAID = (Code.DEFENDANT_NAMED, Code.INITIALS)


def public_words(cases: Iterable[Case], today: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the words in titles of public cases of human-rights courts: the names of applicants are known by these."""
    titles = (
        title
        for case in cases
        if case.sound
        and is_public(case, today)
        and case.record.court in vocabulary.lists["courts"]
        and vocabulary.court_level(case.record.court).system == "human-rights"
        for title in (case.record.title, *(translation.record.title for translation in case.translations.values()))
    )
    return words_of(titles)


def guard_content(
    root: Path, config: Path, public: frozenset[str], today: str, problems: Problems,
    drafts: Set[str] = frozenset(), recall: Recall = afresh,
) -> None:  # fmt: skip
    """Report personal data in the configuration and in every file below ``root``/content, read or not.

    ``public`` as in ``public_words``; ``today`` is the date of the build, ``YYYY-MM-DD``; ``drafts`` are the paths of
    files that are still being written.
    """
    listed = read_waivers(root, problems)
    folders, files, links = _entries(root, "content")
    own = config.relative_to(root).as_posix()
    recall(_guard_names, (own, *folders, *files, *links), problems=problems)
    recall(report_misplaced, (*files, *links), problems=problems)
    said, looked = _lines_said(problems), []
    waivers = _by_path(listed)
    for path in (own, *files):
        raw = _read(f"{root}/{path}", recall)
        text, names = recall(_understand, raw, path, public, problems=problems)
        facts = FileFacts(
            names,
            waivers.get(path, frozenset()),
            said.get(masked(path), frozenset()) if said else frozenset(),
            path in drafts,
            today,
        )
        looked.append(recall(guard_file, text, path, facts, problems=problems, given=(text, path, facts)))
    report_unused(listed, looked, today, problems)


def _by_path(listed: Iterable[Key]) -> dict[str, frozenset[Key]]:
    found: defaultdict[str, set[Key]] = defaultdict(set)
    for key in listed:
        found[key[0]].add(key)
    return {path: frozenset(keys) for path, keys in found.items()}


def _lines_said(problems: Problems) -> dict[str, frozenset[int]]:
    """Return by path, masked as problems are, the lines whose names were said where the field was read."""
    said: defaultdict[str, set[int]] = defaultdict(set)
    for problem in problems:
        if problem.code in _SAID:
            said[problem.place.path].add(problem.place.line)
    return {path: frozenset(lines) for path, lines in said.items()}


def _entries(root: Path, name: str) -> tuple[list[str], list[str], list[str]]:
    """Return the paths of all folders, files and links below a folder of ``root``."""
    folders: list[str] = []
    files: list[str] = []
    links: list[str] = []
    for current, inner, outer in os.walk(root / name):
        inner.sort()
        here = current[len(str(root)) + 1 :].replace(os.sep, "/")
        for names, kind in ((inner, folders), (sorted(outer), files)):
            for one in names:
                is_link = os.path.islink(f"{current}{os.sep}{one}")  # noqa: PTH114 takes a fifth of the time
                (links if is_link else kind).append(f"{here}/{one}")
    return folders, files, links


def _read(path: str, recall: Recall) -> bytes:
    """Return the bytes of a file; what is no file or too large was reported and has none."""
    if path.lower().endswith((*ATTACHMENTS, *WORD_DOCUMENTS)):
        return b""  # looked into with the attachments
    try:
        info = os.stat(path)  # noqa: PTH116 thousands of times at each look
        return load(path, info, recall) if stat.S_ISREG(info.st_mode) and info.st_size <= MAX_BYTES else b""
    except OSError:
        return b""


def _understand(raw: bytes, path: str, public: frozenset[str], _problems: Problems) -> tuple[str, frozenset[str]]:
    """Return the text of a file, and those of the words ``public`` that may stand in it."""
    text = _as_text(raw, PurePosixPath(path).suffix.lower())
    return text, names_in(text, path, public)


def _as_text(raw: bytes, kind: str) -> str:
    """Return a file as text, whatever is wrong with it."""
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    if encoding == "utf-8" and (b"\0" in raw or raw.startswith(b"%PDF")) and kind not in _TEXTS:
        return ""  # a picture, or another file that is no text
    text = raw.decode(encoding, "replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guard_names(paths: Iterable[str], problems: Problems) -> None:
    for path in paths:
        file = path.rpartition("/")[2]
        for found in find_in_file_name(file):
            if found.severity is Severity.ERROR:
                problems.add(
                    Place(path), found.code, joined(say("in the name of the file "), describe(found, file)[0]),
                    say("give the file a name that leads to nobody"),
                )  # fmt: skip
