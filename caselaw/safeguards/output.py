"""The finished site before it is published (gate 2): personal data, and texts of cases that are not public.

Each distinct text is looked at once, however many pages repeat it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from pathlib import Path

from caselaw.codes import Code, Severity
from caselaw.messages import say
from caselaw.pages.context import Library
from caselaw.problems import Place, Problems
from caselaw.safeguards.content import public_words
from caselaw.safeguards.hidden import HiddenTexts, Words, hidden_texts, lines_of_text, texts_of_case
from caselaw.safeguards.output_texts import texts_in, texts_of_file
from caselaw.safety import describe, find_personal_data

_STATIC = "static"
_SCHEMA = ".schema.json"  # says what fields there are, in words of the program
_TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
# Where only the id of a case stands: its addresses, and what files of data say of cases.
_ADDRESS = re.compile(r"(?:^|/)(?:cases|documents)/([a-z0-9-]+)")
_IN_DATA = {
    ".json": re.compile(r'"(?:id|case)":\s*"([a-z0-9-]+)"'),
    ".csv": re.compile(r"^([a-z0-9-]+),", re.MULTILINE),
}
# Words with hyphens, which are ids where nothing that is public has them; not parts of addresses.
_WORD = re.compile(r"(?<![\w/.-])[a-z0-9]+(?:-[a-z0-9]+)+(?![\w/-]|\.\w)")
_OF_OTHER_CASES = ("cites", "history")  # which name cases by id


def guard_output(stage: Path, library: Library, problems: Problems, below: str = "") -> None:
    """Report what must not become public in the files of the stage, or of its folder ``below``."""
    public = public_words(library.catalogue.cases, library.today, library.vocabulary)
    hidden = hidden_texts(library.hidden)
    shown: set[tuple[Words, str, str]] = set()
    written: set[tuple[str, str]] = set()
    seen: set[str] = set()
    for path in sorted(path for path in (stage / below).rglob("*") if path.is_file()):
        name = path.relative_to(stage).as_posix()
        if name.startswith(f"{_STATIC}/") or name.endswith(_SCHEMA):
            continue
        texts = set(texts_of_file(path)) - seen
        seen |= texts
        _look_for_data(texts, public, name, problems)
        if library.hidden:
            shown |= {(*found, name) for text in texts for found in hidden.find(text)}
            _report_ids(_ids_at_places(path, name, texts) & hidden.ids, name, problems)
            words = {match[0] for text in texts for match in _WORD.finditer(text)}
            written |= {(word, name) for word in words & hidden.ids}
    _report_shown(shown, library, problems)
    _report_written(written, library, problems)


def _look_for_data(texts: Set[str], public: frozenset[str], name: str, problems: Problems) -> None:
    for text in sorted(texts):
        for found in find_personal_data(text, public):
            if found.severity is Severity.ERROR:
                problems.add(
                    Place(name), found.code, describe(found, text)[0],
                    say("this page or file was made from the content: take it out there, then build again"),
                )  # fmt: skip


def _ids_at_places(path: Path, name: str, texts: Set[str]) -> Set[str]:
    """Return what stands in a file, or in its name, where the id of a case does."""
    found = {match[1] for text in (name, *texts) for match in _ADDRESS.finditer(text)}
    if pattern := _IN_DATA.get(path.suffix):
        found |= set(pattern.findall(path.read_text(encoding="utf-8")))
    return found


def _report_ids(ids: Set[str], name: str, problems: Problems) -> None:
    for case in sorted(ids):
        _report(case, name, problems)


def _report_written(written: Set[tuple[str, str]], library: Library, problems: Problems) -> None:
    """Report ids that stand in texts of the site, where they are not also words of the site or of what is public.

    Otherwise a draft that is named as a term, such as ``forced-labour``, would stop the site and every withdrawal.
    """
    if not written:
        return
    known = {match[0] for text in _words_of_all(library) for match in _WORD.finditer(text)}
    for case, name in sorted(written):
        if case not in known:
            _report(case, name, problems)


def _words_of_all(library: Library) -> Iterator[str]:
    yield library.today
    for case in library.catalogue.cases:
        yield from texts_of_case(case, without=_OF_OTHER_CASES)
    yield from _texts_beside_cases(library)
    for template in sorted(_TEMPLATES.rglob("*.*")):
        yield template.read_text(encoding="utf-8")


def _report_shown(shown: Set[tuple[Words, str, str]], library: Library, problems: Problems) -> None:
    """Report hidden texts that stand in the site and are not also those of a public case, page or list."""
    if not shown:
        return
    wanted = {words for words, _, _ in shown}
    known = _in_public(wanted, library)
    for words, case, name in sorted(shown):
        if words not in known:
            _report(case, name, problems)


def _in_public(wanted: Set[Words], library: Library) -> Set[Words]:
    looked_for = HiddenTexts({words[:3]: () for words in wanted}, frozenset())
    by_beginning: dict[Words, list[tuple[Words, str]]] = {start: [] for start in looked_for.by_beginning}
    for words in wanted:
        by_beginning[words[:3]].append((words, ""))
    finder = HiddenTexts({start: tuple(texts) for start, texts in by_beginning.items()}, frozenset())
    return {words for text in _public_texts(library) for words, _ in finder.find(text)}


def _public_texts(library: Library) -> Iterator[str]:
    for case in library.catalogue.cases:
        yield from texts_of_case(case)
    yield from _texts_beside_cases(library)


def _texts_beside_cases(library: Library) -> Iterator[str]:
    for texts in (*library.texts.values(), *library.topic_texts.values()):
        for text in texts:
            yield from texts_in(text.record.model_dump())
            yield from lines_of_text(text.text)
    for entries in library.vocabulary.lists.values():
        for entry in entries.values():
            yield from texts_in(entry.model_dump())
    for locale in library.locales:
        for value in locale.texts.values():
            yield from texts_in(value if isinstance(value, str) else dict(value))
    yield from texts_in(library.config.model_dump())


def _report(case: str, name: str, problems: Problems) -> None:
    problems.add(
        Place(name), Code.HIDDEN_CASE_SHOWN,
        say("a text of a case that is not public, {case}, stands in this file of the site", case=case),
        say("nothing was published; this is a fault of the program unless a public text repeats it: report it"),
    )  # fmt: skip
