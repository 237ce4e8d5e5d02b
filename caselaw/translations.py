"""Translations of cases: each read, checked by itself and against its case, and joined to it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from caselaw.checks import Case
from caselaw.codes import Code
from caselaw.document import Document
from caselaw.markdown import Text, render_text
from caselaw.messages import Message, say
from caselaw.problems import Place, Problems
from caselaw.recall import Recall, afresh
from caselaw.records import read_record, read_sound_fields
from caselaw.schema import CaseRecord, TranslationRecord
from caselaw.strict_yaml import Mapping, Plain, Scalar, place_at
from caselaw.term_keys import check_keys
from caselaw.versions import Translation
from caselaw.vocabulary import Vocabulary
from caselaw.withdrawal import is_withdrawn, report_translation

# As in ``checks``: what stands in for required fields that are at fault, so that the others are checked all the same.
_STAND_INS: dict[str, Plain] = {
    "title": "?", "language": "?", "summary": "?", "translation": {"kind": "?", "date": "1900-01-01"},
}  # fmt: skip


def add_translations(
    cases: Iterable[Case],
    documents: Iterable[Document],
    files: frozenset[str],
    vocabulary: Vocabulary | None,
    today: str,
    problems: Problems,
    recall: Recall = afresh,
) -> list[Case]:
    """Return the cases with their translations; of a translation with a fault, only its faults remain.

    ``files`` names every file of the folder of cases, readable or not; ``today`` is the date of the build.
    """
    by_path = {case.path: case for case in cases}
    found: dict[str, dict[str, Translation]] = defaultdict(dict)
    for document in documents:
        path = _main_path(document)
        if path not in files:
            _report_alone(document, files, problems)
        elif path in by_path and is_withdrawn(by_path[path].front):
            report_translation(document, problems)
            by_path[path] = replace(by_path[path], left_over=(*by_path[path].left_over, document))
            continue
        translation = recall(read_translation, document, by_path.get(path), vocabulary, today, problems=problems)
        if translation and path in by_path:
            found[path][translation.record.language] = translation
    return [
        replace(case, translations=dict(sorted(found[path].items()))) if path in found else case
        for path, case in by_path.items()
    ]


def read_translation(
    document: Document, case: Case | None, vocabulary: Vocabulary | None, today: str, problems: Problems
) -> Translation | None:
    """Read one translation and check it, also against its case if that could be read; None after a fault."""
    front = _without_shared(document, problems)
    record = read_record(TranslationRecord, front, problems)
    if vocabulary:
        check_keys(TranslationRecord, front, vocabulary, problems)
    _check_language(document, case, vocabulary, problems)
    readable = record or read_sound_fields(TranslationRecord, front, _STAND_INS)
    if readable and readable.translation.date.first_day > today:
        problems.add(
            place_at(front, ("translation", "date")), Code.DATE_FUTURE,
            say(
                "translation.date: {date} lies in the future; today is {today}", date=readable.translation.date,
                today=today,
            ),
            say("correct the date; a translation is recorded after it was made"),
        )  # fmt: skip
    text = None
    if document.text.strip():  # else only title and summary are translated
        text = render_text(document.text, place=Place(document.path, document.text_line), problems=problems)
        if text is None:
            return None
        if case:
            _check_paragraphs(case, document, text, problems)
    return Translation(document.path, record, text, document.front) if record else None


def _name(document: Document) -> tuple[str, str]:
    """Return the id of the case and the language that a translation's file is named by."""
    case_id, _, language = document.id.rpartition(".")
    return case_id, language


def _main_path(document: Document) -> str:
    return f"{document.path.rpartition('/')[0]}/{_name(document)[0]}.md"


def _report_alone(document: Document, files: frozenset[str], problems: Problems) -> None:
    name = f"{_name(document)[0]}.md"
    elsewhere = next((path for path in sorted(files) if path.endswith(f"/{name}")), None)
    if elsewhere:
        cure = say("move it to {folder}/, where its case lies", folder=elsewhere.rpartition("/")[0])
    else:
        cure = say(
            "add the case as {name}, or give this file the name of its case: <id>.{language}.md",
            name=name,
            language=_name(document)[1],
        )
    problems.add(
        Place(document.path), Code.TRANSLATION_ALONE,
        say("this is a translation, but its case {name} does not lie here", name=name), cure,
    )  # fmt: skip


def _without_shared(document: Document, problems: Problems) -> Mapping:
    """Return the fields without those that only the case itself may state, after saying so in one go."""
    shared = CaseRecord.model_fields.keys() - TranslationRecord.model_fields.keys()
    repeated = [key for key, _ in document.front.entries if key.text in shared]
    if repeated:
        problems.add(
            repeated[0].place, Code.TRANSLATION_SHARED,
            say(
                "{fields}: the facts of a case stand once, in its main file {case}.md",
                fields=", ".join(str(key.text) for key in repeated), case=_name(document)[0],
            ),
            say("delete them here; a translation has only {own}", own=", ".join(TranslationRecord.model_fields)),
        )  # fmt: skip
    own = tuple(entry for entry in document.front.entries if entry[0] not in repeated)
    return Mapping(own, document.front.place)


def _check_language(document: Document, case: Case | None, vocabulary: Vocabulary | None, problems: Problems) -> None:
    node, (case_id, named) = document.front.get("language"), _name(document)
    written = (node.text or "").strip() if isinstance(node, Scalar) else ""
    if not written or len(named) != 2 or (vocabulary and written not in vocabulary.lists["languages"]):
        return  # the name or the language by itself is at fault, and that was said
    place = place_at(document.front, ("language",))
    if written != named:
        problems.add(
            place, Code.TRANSLATION_LANGUAGE,
            say(
                'language: the name of the file says "{named}", but "{written}" stands here', named=named,
                written=written,
            ),
            say("correct the language, or rename the file to {case_id}.{written}.md", case_id=case_id, written=written),
        )  # fmt: skip
    elif case and written == case.record.language:
        problems.add(
            place, Code.TRANSLATION_LANGUAGE,
            say('language: the case itself is in "{written}", so that this is no translation of it', written=written),
            say("correct name and language, or delete the file and change {case_id}.md", case_id=case_id),
        )  # fmt: skip


def _check_paragraphs(case: Case, document: Document, text: Text, problems: Problems) -> None:
    """Compare which paragraphs there are; that they ascend is checked in each text by itself."""
    missing = sorted(set(case.text.paragraphs) - set(text.paragraphs))
    added = sorted(set(text.paragraphs) - set(case.text.paragraphs))
    name = case.path.rpartition("/")[2]
    help = say("number the translation as the case is numbered: [12] must be the same paragraph in every language")
    if missing:
        problems.add(
            Place(document.path, document.text_line), Code.TRANSLATION_PARAGRAPHS,
            _missing(missing, name), help,
        )  # fmt: skip
    if added:
        problems.add(
            Place(document.path, _line_of(added[0], document)), Code.TRANSLATION_PARAGRAPHS,
            _added(added, name), help,
        )  # fmt: skip


def _missing(numbers: list[int], name: str) -> Message:
    if len(numbers) == 1:
        return say("paragraph {number} of {name} is missing in this translation", number=_numbered(numbers), name=name)
    return say("paragraphs {numbers} of {name} are missing in this translation", numbers=_numbered(numbers), name=name)


def _added(numbers: list[int], name: str) -> Message:
    if len(numbers) == 1:
        return say("{name} has no paragraph {number}", name=name, number=_numbered(numbers))
    return say("{name} has no paragraphs {numbers}", name=name, numbers=_numbered(numbers))


def _numbered(numbers: list[int]) -> str:
    return ", ".join(f"[{number}]" for number in numbers[:5]) + (", …" if len(numbers) > 5 else "")


def _line_of(number: int, document: Document) -> int:
    found = re.search(rf"^ *\[{number}\]", document.text, re.MULTILINE)
    return document.text_line + (document.text.count("\n", 0, found.start()) if found else 0)
