"""The files that lie beside the cases: each one that a case names is looked into, once; the others are named."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from caselaw.attachments.inspection import inspect, too_large
from caselaw.attachments.kinds import MAX_BYTES, Kind
from caselaw.attachments.word import inspect_word
from caselaw.checks import Case
from caselaw.codes import Code
from caselaw.document import Document
from caselaw.messages import Message, say, with_values
from caselaw.problems import Place, Problems, Severity
from caselaw.recall import Recall, afresh
from caselaw.source import ATTACHMENTS, WORD_DOCUMENTS, Source
from caselaw.strict_yaml import Mapping, Scalar, Sequence
from caselaw.urls import DOCUMENT_LENGTH, RESERVED_ID
from caselaw.withdrawal import is_withdrawn


@dataclass(frozen=True)
class Attachment:
    """A file that may be published with a case."""

    path: str  # relative to the project, with forward slashes
    kind: Kind
    size: int  # bytes
    file: Path


def check_attachments(
    root: Path,
    cases: Iterable[Case],
    source: Source,
    public: frozenset[str],
    problems: Problems,
    recall: Recall = afresh,
) -> dict[str, Attachment]:
    """Look into the files that cases name, and return those of a known kind by their paths.

    A file of a withdrawn case is not opened, nor is one that no case names: neither is published. ``public`` are words
    of which published names consist.
    """
    found: dict[str, Attachment] = {}
    wanted = sorted({path for case in cases for path in _wanted(case, source, problems)})
    for path in wanted:
        given = (path, public, *_state(root / path))
        attachment = recall(_look_into, root, path, public, problems=problems, given=given)
        if attachment is not None:
            found[path] = attachment
    for path in _word_documents(root):
        recall(_report_word, root, path, problems=problems, given=(path, *_state(root / path)))
    if attached := sorted(path for path in source.files if path.lower().endswith(ATTACHMENTS)):
        _report_alone(attached, source, problems)
    return found


def _report_alone(attached: Iterable[str], source: Source, problems: Problems) -> None:
    named = {path for document in source.documents for path in _named_by(document)}
    for path in attached:
        if path not in named:
            problems.add(
                Place(path), Code.DOCUMENT_ALONE, say("no case names this file; it is not published"),
                _what_to_do_with_it(path, source), Severity.WARNING,
            )  # fmt: skip


def _what_to_do_with_it(path: str, source: Source) -> Message:
    folder = path.rpartition("/")[0]
    beside = (document for document in source.documents if document.path.rpartition("/")[0] == folder)
    if not any(is_withdrawn(document.front) for document in beside):
        return say("name it under documents: in its case, with language and title, or take it away")
    return say(
        "if it belonged to a withdrawn case, delete it: it is still public in the repository; otherwise name it under "
        "documents: in its case, with language and title"
    )


def document_path(case: Case, file: str) -> str:
    """Return the path of a file that a case names, which lies beside it."""
    return f"{case.path.rpartition('/')[0]}/{file}"


def _wanted(case: Case, source: Source, problems: Problems) -> Iterator[str]:
    if case.record.publication.status == "withdrawn":
        return
    for index, attached in enumerate(case.record.documents):
        path = document_path(case, attached.file)
        if path in source.files:
            _check_name(case, index, attached.file, problems)
            yield path


def _check_name(case: Case, index: int, file: str, problems: Problems) -> None:
    place = case.place("documents", index, "file")
    if len(case.id) + len(file) > DOCUMENT_LENGTH:
        problems.add(
            place, Code.DOCUMENT_NAME,
            say("the names of case and document have {length} characters together; a USB stick may not hold more than "
                "{most}", length=len(case.id) + len(file), most=DOCUMENT_LENGTH),
            say("give the document a shorter name, here and where it lies"),
        )  # fmt: skip
    elif RESERVED_ID.fullmatch(file.partition(".")[0]):
        problems.add(
            place, Code.DOCUMENT_NAME, say('Windows cannot have a file named "{file}"', file=file),
            say("give the document another name, here and where it lies"),
        )  # fmt: skip


def _named_by(document: Document) -> Iterator[str]:
    """Yield the paths that a case file names, though it may have faults."""
    entries = document.front.get("documents")
    for entry in entries.items if isinstance(entries, Sequence) else ():
        file = entry.get("file") if isinstance(entry, Mapping) else None
        if isinstance(file, Scalar):
            yield f"{document.path.rpartition('/')[0]}/{file.text}"


def _state(file: Path) -> tuple[int, int, int]:
    """Return what changes with a file: a preview looks again and again, while most documents stay as they are."""
    try:
        facts = file.stat()
    except OSError:
        return 0, 0, 0
    return facts.st_mode, facts.st_size, facts.st_mtime_ns


def _look_into(root: Path, path: str, public: frozenset[str], problems: Problems) -> Attachment | None:
    try:
        file = root / path
        if not file.is_file():
            _report_unreadable(path, problems)
            return None
        size = file.stat().st_size
        kind, objections = (
            inspect(file.read_bytes(), file.name, public) if size <= MAX_BYTES else (None, (too_large(size),))
        )
    except OSError:
        _report_unreadable(path, problems)
        return None
    for objection in objections:
        help = with_values(objection.help, file=path)
        problems.add(Place(path), objection.code, objection.message, help, objection.severity)
    return Attachment(path, kind, size, file) if kind else None


def _word_documents(root: Path) -> Iterator[str]:
    """Yield the paths of all Word documents among the content, but for those that Word itself puts beside open ones."""
    for folder, folders, files in os.walk(root / "content"):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            if name.lower().endswith(WORD_DOCUMENTS) and not name.startswith((".", "~$")):
                path = Path(folder) / name
                if not path.is_symlink():
                    yield path.relative_to(root).as_posix()


def _report_word(root: Path, path: str, problems: Problems) -> None:
    try:
        file = root / path
        is_readable = file.is_file() and file.stat().st_size <= MAX_BYTES
        objection = inspect_word(file.read_bytes() if is_readable else b"")
    except OSError:
        objection = inspect_word(b"")
    problems.add(Place(path), objection.code, objection.message, objection.help)


def _report_unreadable(path: str, problems: Problems) -> None:
    problems.add(
        Place(path), Code.FILE_UNREADABLE, say("this cannot be read"),
        say("check that it is a file and that you may open it"),
    )  # fmt: skip
