"""The content before anything is made of it: every text, field, remark and file name, drafts and broken files too."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from pathlib import Path

from caselaw.catalogue import is_public
from caselaw.checks import Case
from caselaw.codes import Code, Severity
from caselaw.document import MAX_BYTES
from caselaw.messages import joined, say
from caselaw.problems import Place, Problems
from caselaw.safeguards.echoes import report_echoes
from caselaw.safeguards.misplaced import report_misplaced
from caselaw.safeguards.units import Unit, split_file
from caselaw.safeguards.waivers import WAIVERS, Waivers, line_to_add, read_waivers, report_unused
from caselaw.safety import Finding, describe, find_in_file_name, find_personal_data
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
    root: Path, config: Path, public: Set[str], today: str, problems: Problems, drafts: Set[str] = frozenset()
) -> None:
    """Report personal data in the configuration and in every file below ``root``/content, read or not.

    ``public`` as in ``public_words``; ``today`` is the date of the build, ``YYYY-MM-DD``. ``drafts`` are the paths of
    files that are still being written: their warnings come without the line that waives them.
    """
    waivers = replace(read_waivers(root, problems), drafts=drafts)
    for name in (config.relative_to(root).as_posix(), *_names(root)):
        _guard_name(name, problems)
    report_misplaced(root, problems)
    for path in (config, *_files(root / "content")):
        name = path.relative_to(root).as_posix()
        if name != WAIVERS:
            units = tuple(split_file(_read(path), name))
            for unit in units:
                _guard_unit(unit, public, waivers, today, problems)
            report_echoes(units, public, waivers, today, problems)
    if (root / WAIVERS).is_file():
        for unit in split_file(_read(root / WAIVERS), WAIVERS):
            _guard_unit(unit, public, waivers, today, problems)
    report_unused(waivers, today, problems)


def _files(folder: Path) -> Iterator[Path]:
    for current, folders, files in os.walk(folder):
        folders.sort()
        yield from (Path(current, name) for name in sorted(files) if not Path(current, name).is_symlink())


def _names(root: Path) -> Iterator[str]:
    """Yield the paths of all folders, files and links below the content."""
    for current, folders, files in os.walk(root / "content"):
        here = Path(current).relative_to(root).as_posix()
        yield from (f"{here}/{name}" for name in sorted((*folders, *files)))


def _read(path: Path) -> str:
    """Return a file as text, whatever is wrong with it; what is no file or too large was reported and has none."""
    if path.suffix.lower() in (*ATTACHMENTS, *WORD_DOCUMENTS):
        return ""  # looked into with the attachments
    try:
        if not path.is_file() or path.stat().st_size > MAX_BYTES:
            return ""
        raw = path.read_bytes()
    except OSError:
        return ""
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    if encoding == "utf-8" and (b"\0" in raw or raw.startswith(b"%PDF")) and path.suffix.lower() not in _TEXTS:
        return ""  # a picture, or another file that is no text
    text = raw.decode(encoding, "replace").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _guard_name(name: str, problems: Problems) -> None:
    file = name.rpartition("/")[2]
    for found in find_in_file_name(file):
        if found.severity is Severity.ERROR:
            problems.add(
                Place(name), found.code, joined(say("in the name of the file "), describe(found, file)[0]),
                say("give the file a name that leads to nobody"),
            )  # fmt: skip


def _guard_unit(unit: Unit, public: Set[str], waivers: Waivers, today: str, problems: Problems) -> None:
    findings = find_personal_data(unit.text, public)
    for found in findings:
        _report(found, unit.text, unit.place(found.start), unit, waivers, today, problems)
    read = unit.as_read
    if read == unit.text:
        return
    known = Counter(found.code for found in findings)
    for found in find_personal_data(read, public):  # what marks or escapes kept apart; its column is not known
        known[found.code] -= 1
        if known[found.code] < 0:
            _report(found, read, unit.place(0), unit, waivers, today, problems)


def _report(
    found: Finding, text: str, place: Place, unit: Unit, waivers: Waivers, today: str, problems: Problems
) -> None:
    message, help = describe(found, text)
    if found.severity is Severity.ERROR:
        problems.add(place, found.code, message, help)
        return
    if any(problem.place.line == place.line and problem.code in _SAID for problem in problems.in_file(unit.path)):
        return
    if not waivers.cover(unit, found.code):
        if unit.path not in waivers.drafts:
            line = line_to_add(unit, found.code, today)
            help = joined(
                help,
                say("; if it must stand, let a reviewer complete this line in {file}: {line}", file=WAIVERS, line=line),
            )
        problems.add(place, found.code, message, help, Severity.WARNING)
