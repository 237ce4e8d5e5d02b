"""Reading the content folders: which files there are, and each one as a ``Document`` or as YAML nodes."""

from __future__ import annotations

import os
import re
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from caselaw.codes import Code
from caselaw.document import MAX_BYTES, Document, decode, parse_document, report_too_large
from caselaw.loading import load
from caselaw.messages import Message, say
from caselaw.problems import Place, Problems
from caselaw.recall import Recall, afresh
from caselaw.safety import masked
from caselaw.strict_yaml import Node, parse_yaml
from caselaw.urls import ID, ID_HELP, ID_LENGTH, RESERVED_ID

ATTACHMENTS = (".pdf", ".png", ".jpg", ".jpeg", ".webp")
# Word processors' files are never published; each is looked into, since they hold more than they show.
WORD_DOCUMENTS = (".docx", ".docm", ".dotx", ".doc", ".odt", ".rtf", ".pages")
# A case in another language: <id>.sq.md; what comes near to it is told how it is named.
_TRANSLATION = re.compile(r"(?P<case>.+)\.(?P<language>[A-Za-z]{2}(?:[-_][A-Za-z]{2,4})?)")
_LANGUAGE = re.compile(r"[a-z]{2}")
# What systems and word processors put beside files.
_JUNK = re.compile(r"\..*|~\$.*|Thumbs\.db|desktop\.ini")


@dataclass(frozen=True)
class Source:
    """Everything read from the folder of cases.

    ``ids`` also names the files that could not be read or have a wrong name, so that nobody is told that a case which
    only needs mending does not exist.
    """

    documents: tuple[Document, ...]
    translations: tuple[Document, ...]  # whose ids end in a point and the language
    ids: frozenset[str]
    files: frozenset[str]  # every file found, relative to the project


def read_cases(root: Path, problems: Problems, recall: Recall = afresh) -> Source:
    """Read ``content/cases/<court>/<id>.md`` and ``<id>.<language>.md`` below the project folder ``root``."""
    folder = root / "content" / "cases"
    found = tuple(_walk(root, folder, problems))
    files = recall(_sort_files, root, folder, found, problems=problems, given=(str(root), found))
    return Source(
        _read_documents(root, files.cases, problems, recall),
        _read_documents(root, files.translations, problems, recall),
        files.ids,
        files.all,
    )


@dataclass(frozen=True)
class _Files:
    """The files of the folder of cases; the sets are as in ``Source``."""

    cases: list[Path]
    translations: list[Path]
    ids: frozenset[str]
    all: frozenset[str]


def _sort_files(root: Path, folder: Path, found: Iterable[tuple[str, bool]], problems: Problems) -> _Files:
    """Tell cases from translations by their names; ``found`` says of each path whether it is a link."""
    every = [(Path(path), is_link) for path, is_link in found]
    paths = [path for path, is_link in every if not is_link and path.suffix.lower() not in ATTACHMENTS]
    names = [path for path in paths if _is_case_name(path, path.relative_to(folder).parts, root, problems)]
    translations = [path for path in names if _TRANSLATION.fullmatch(path.stem)]
    cases = [path for path in names if not _TRANSLATION.fullmatch(path.stem)]
    _report_twins(root, cases, problems)
    return _Files(
        cases,
        translations,
        frozenset(_as_id(path.name) for path, _ in every if path.suffix.lower() not in ATTACHMENTS),
        frozenset(_relative(root, path) for path, is_link in every if not is_link),
    )


def read_text_pages(root: Path, problems: Problems, recall: Recall = afresh) -> tuple[Document, ...]:
    """Read ``content/pages/*.md``."""
    return _read_folder(root, "pages", problems, recall)


def read_topic_texts(root: Path, problems: Problems, recall: Recall = afresh) -> tuple[Document, ...]:
    """Read ``content/topics/*.md``."""
    return _read_folder(root, "topics", problems, recall)


def _read_folder(root: Path, name: str, problems: Problems, recall: Recall) -> tuple[Document, ...]:
    return _read_documents(root, list_files(root, root / "content" / name, ".md", problems), problems, recall)


def contents(folder: Path, pattern: str) -> tuple[tuple[str, bytes], ...]:
    """Return name and bytes of the small files of a folder: whether any of them changed, for ``Recall``."""
    try:
        return tuple((path.name, path.read_bytes()) for path in sorted(folder.glob(pattern)) if path.is_file())
    except OSError:  # said where they are read
        return ()


def list_files(root: Path, folder: Path, suffix: str, problems: Problems) -> list[Path]:
    """Return the files of a content folder, in the order of their names; all must end in ``suffix`` and lie in it."""
    files = []
    for path in (Path(found) for found, is_link in _walk(root, folder, problems) if not is_link):
        place = Place(_relative(root, path))
        if path.suffix.lower() in WORD_DOCUMENTS:
            continue
        if path.parent != folder:
            problems.add(
                place, Code.FILE_MISPLACED, say("this file lies too deep"),
                say("move it to {folder}/, or out of it", folder=_relative(root, folder)),
            )  # fmt: skip
        elif path.suffix != suffix:
            problems.add(
                place, Code.FILE_NAME, say('"{name}" does not end in {suffix}', name=path.name, suffix=suffix),
                say(
                    "give it the ending {suffix}, or move it out of {folder}", suffix=suffix,
                    folder=_relative(root, folder),
                ),
            )  # fmt: skip
        else:
            files.append(path)
    return files


def read_yaml(root: Path, path: Path, problems: Problems) -> Node | None:
    """Read one YAML file below ``root``."""
    name = _relative(root, path)
    raw = _read_bytes(path, name, root, problems)
    text = decode(raw, name, problems) if raw is not None else None
    return parse_yaml(text, Place(name), problems) if text is not None else None


def _read_documents(root: Path, paths: list[Path], problems: Problems, recall: Recall) -> tuple[Document, ...]:
    documents = (_read_document(root, path, problems, recall) for path in paths)
    return tuple(document for document in documents if document)


def _read_document(root: Path, path: Path, problems: Problems, recall: Recall) -> Document | None:
    name = _relative(root, path)
    raw = _read_bytes(path, name, root, problems, recall)
    return recall(parse_document, raw, name, problems=problems) if raw is not None else None


def _walk(root: Path, folder: Path, problems: Problems) -> Iterator[tuple[str, bool]]:
    """Yield what lies below ``folder`` in the order of its names, and whether it is a link: reported, not followed."""

    def report_unreadable(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):  # a library without cases or pages has no folder for them
            _report_unreadable(Path(error.filename), root, error.strerror, problems)

    for current, folders, files in os.walk(folder, onerror=report_unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        are_folders = dict.fromkeys(folders, True) | dict.fromkeys(files, False)
        for name, is_folder in sorted(are_folders.items()):
            path = os.path.join(current, name)  # noqa: PTH118 thousands of times at each look, as below
            if os.path.islink(path):  # noqa: PTH114
                problems.add(
                    Place(_relative(root, Path(path))), Code.SYMLINK,
                    say("this is a link to another place, not a file"),
                    say("put the file itself here; links are not followed, so that nothing from outside is published"),
                )  # fmt: skip
                yield path, True
            elif is_folder and name.lower().endswith(".md"):
                _report_unreadable(Path(path), root, say("it is a folder"), problems)
            elif not is_folder and not _JUNK.fullmatch(name):
                yield path, False


def _is_case_name(path: Path, parts: tuple[str, ...], root: Path, problems: Problems) -> bool:
    place = Place(_relative(root, path))
    if path.suffix.lower() in WORD_DOCUMENTS:
        return False  # what they hold is looked into and said with the attachments
    if path.suffix != ".md" or path.stem.endswith(".md"):
        right = (
            say("rename it to {right}.md", right=_suggested(path.name))
            if ".md" in path.name.lower()
            else say("save it as plain text with the ending .md")
        )
        problems.add(
            place, Code.FILE_NAME, say('"{name}" is not the name of a case file', name=path.name),
            say("{right}, or move it out of content/cases", right=right),
        )  # fmt: skip
        return False
    if len(parts) != 2:
        problems.add(
            place, Code.FILE_MISPLACED,
            say("a case file lies in the folder of its court, directly below content/cases"),
            say("move it to content/cases/<court>/, such as content/cases/sc/"),
        )  # fmt: skip
    # Whatever is wrong with the name, read on: its content may have faults too.
    if translation := _TRANSLATION.fullmatch(path.stem):
        _check_translation_name(translation["case"], translation["language"], place, problems)
    elif not ID.fullmatch(path.stem) or len(path.stem) > ID_LENGTH or RESERVED_ID.fullmatch(path.stem):
        problems.add(place, Code.FILE_NAME, *bad_id(path.stem))
    return True


def _check_translation_name(case_id: str, language: str, place: Place, problems: Problems) -> None:
    if not ID.fullmatch(case_id) or not _LANGUAGE.fullmatch(language):
        problems.add(
            place, Code.FILE_NAME,
            say('"{case_id}.{language}" cannot be the name of a translation', case_id=case_id, language=language),
            say(
                "name it as its case with two small letters for the language: {right}.{language}.md",
                right=_suggested(case_id), language=language[:2].lower(),
            ),
        )  # fmt: skip


def _as_id(name: str) -> str:
    """Return the id that a file of this name has, or would have under a right name."""
    stem = name.lower().partition(".")[0].replace("đ", "d")
    plain = unicodedata.normalize("NFKD", stem).encode("ascii", "ignore").decode("ascii")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _suggested(name: str) -> str:
    """Return the id to rename a file to; none is made of a name that holds personal data."""
    return _as_id(name) if masked(name) == name else "<id>"


def _report_twins(root: Path, names: list[Path], problems: Problems) -> None:
    first: dict[str, Path] = {}
    for path in names:
        other = first.setdefault(path.stem, path)
        if other is not path:
            problems.add(
                Place(_relative(root, path)), Code.ID_TWICE,
                say(
                    'two files have the id "{name}"; the other is {other}', name=path.stem,
                    other=_relative(root, other),
                ),
                say("rename one of them: the id is the address of the case and stands once in the library"),
            )  # fmt: skip


def bad_id(stem: str) -> tuple[Message, Message]:
    """Return why a text cannot be the id of a case, and the cure."""
    if RESERVED_ID.fullmatch(stem):
        return say('"{stem}" cannot be the name of a case: the site or Windows needs it', stem=stem), say(
            "choose another name"
        )
    if len(stem) > ID_LENGTH:
        return say(
            "the file's name has {length} characters; at most {most} are allowed", length=len(stem), most=ID_LENGTH
        ), say("choose a shorter name")
    suggestion = _suggested(stem.replace(".", "-")) if masked(stem) == stem else ""
    cure = say("rename it to {suggestion}.md", suggestion=suggestion) if ID.fullmatch(suggestion) else ID_HELP
    return say('"{stem}" cannot be the address of a case', stem=stem), say(
        "{right}; only a-z, 0-9 and hyphens are allowed", right=cure
    )


def _read_bytes(path: Path, name: str, root: Path, problems: Problems, recall: Recall = afresh) -> bytes | None:
    """Return the bytes of a file; the size of a huge one is asked, it is never loaded."""
    try:
        info = os.stat(path)  # noqa: PTH116 as above
        if not stat.S_ISREG(info.st_mode):
            _report_unreadable(path, root, say("it is not an ordinary file"), problems)
            return None
        size = info.st_size
        if size > MAX_BYTES:
            report_too_large(size, name, problems)
            return None
        return load(str(path), info, recall)
    except OSError as error:
        _report_unreadable(path, root, error.strerror, problems)
        return None


def _report_unreadable(path: Path, root: Path, reason: str | None, problems: Problems) -> None:
    problems.add(
        Place(_relative(root, path)), Code.FILE_UNREADABLE, say("this cannot be read: {reason}", reason=reason),
        say("check that it is a file and that you may open it"),
    )  # fmt: skip


def _relative(root: Path, path: Path) -> str:
    return path.as_posix()[len(root.as_posix()) + 1 :]  # "relative_to" takes ten times as long
