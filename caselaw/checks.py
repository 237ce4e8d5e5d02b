"""What one case must fulfil beyond the type of each field: references within the file, dates, sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from collections.abc import Mapping as Lookup
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel

from caselaw.codes import Code
from caselaw.document import Document
from caselaw.markdown import Text, render_text
from caselaw.messages import Message, joined, say
from caselaw.problems import Place, Problems, Severity, did_you_mean
from caselaw.records import Location, dotted, model_at, read_record, read_sound_fields
from caselaw.schema import CaseRecord
from caselaw.strict_yaml import Mapping, Plain, node_at, place_at
from caselaw.term_keys import check_keys
from caselaw.values import PartialDate, looks_like_a_person, quoted
from caselaw.versions import Translation, Version
from caselaw.vocabulary import Vocabulary
from caselaw.withdrawal import is_withdrawn, read_withdrawn


@dataclass(frozen=True)
class Case:
    """One decision: its record, its text, and its front matter with places for what is found out later."""

    id: str
    path: str
    record: CaseRecord
    text: Text
    front: Mapping
    sound: bool = True  # False: fields at fault are left out or stood in for; only good for finding more faults
    translations: Lookup[str, Translation] = field(default_factory=dict)  # by language, sorted
    left_over: tuple[Document, ...] = ()  # files of a withdrawn case: what they still say must not be shown

    @property
    def text_languages(self) -> tuple[str, ...]:
        """The languages in which the case has a text, its own first."""
        translated = (language for language, translation in self.translations.items() if translation.text)
        return self.record.language, *translated

    def version(self, language: str) -> Version:
        """Return the case as readers of ``language`` get it: the translation if there is one, else what it says itself.

        Where only title and summary were translated, the text stays in the language of the case.
        """
        own, translation = self.record, self.translations.get(language)
        if translation is None:
            return Version(own.language, own.title, own.summary, self.text, own.language, None)
        record, text = translation.record, translation.text
        text_language = language if text else own.language
        return Version(language, record.title, record.summary, text or self.text, text_language, record.translation)

    def place(self, *location: int | str) -> Place:
        """Return the place of a field."""
        return place_at(self.front, location)


# Required fields that are at fault, so that the other fields of the same file are checked in the same run.
_STAND_INS: dict[str, Plain] = {
    "title": "?", "decided": "1900", "kind": "?", "text": "?", "language": "?", "summary": "?", "offences": ["?"],
    "outcome": "?", "sources": [{"url": "https://stand-in.invalid", "title": "?"}], "publication": {"status": "draft"},
}  # fmt: skip


def read_case(
    document: Document, files: frozenset[str], vocabulary: Vocabulary | None, today: str, problems: Problems
) -> Case | None:
    """Read one document as a case, and check it as far as it can be read; ``files`` and ``today`` as in ``check_case``.

    The case is not ``sound`` where a field is at fault; None where the text cannot be set or next to nothing is left.
    Of a withdrawn case there is only what readers may still know, and no text.
    Without a vocabulary, because that is at fault itself, keys are not checked.
    """
    if is_withdrawn(document.front):
        bare = read_withdrawn(document, vocabulary, today, problems)
        empty = Text((), (), ())
        return Case(document.id, document.path, bare, empty, document.front, left_over=(document,)) if bare else None
    record = read_record(CaseRecord, document.front, problems)
    if vocabulary:
        check_keys(CaseRecord, document.front, vocabulary, problems)
    text = render_text(document.text, place=Place(document.path, document.text_line), problems=problems)
    folder = document.path.split("/")[-2]
    readable = record or read_sound_fields(CaseRecord, document.front, {**_STAND_INS, "court": folder})
    if readable is None or text is None:
        return None
    case = Case(document.id, document.path, readable, text, document.front, sound=record is not None)
    check_case(case, document, files, today, problems)
    return case


def check_case(case: Case, document: Document, files: frozenset[str], today: str, problems: Problems) -> None:
    """Report what does not fit together in one case; ``today`` is the date of the build, ``YYYY-MM-DD``."""
    _check_folder(case, problems)
    _check_dates(case, today, problems)
    _check_publication(case, problems)
    _check_unwritten(case, document, problems)
    _check_paragraphs(case, problems)
    _check_unverified(case, problems)
    _check_documents(case, document, files, problems)
    _check_sense(case, problems)
    _check_repetitions(case, problems)


def _check_folder(case: Case, problems: Problems) -> None:
    folder, place = case.path.split("/")[-2], case.place("court")
    here = {(problem.place.line, problem.place.column) for problem in problems.in_file(case.path)}  # court at fault
    if case.path.count("/") == 3 and folder != case.record.court and (place.line, place.column) not in here:
        problems.add(
            place, Code.FILE_MISPLACED,
            say(
                'the court is "{court}", but the file lies in the folder "{folder}"', court=case.record.court,
                folder=folder,
            ),
            say("move the file to content/cases/{court}/, or correct the court", court=case.record.court),
        )  # fmt: skip


def _check_dates(case: Case, today: str, problems: Problems) -> None:
    decided = case.record.decided
    if decided.first_day > today:
        problems.add(
            case.place("decided"), Code.DATE_FUTURE,
            say("decided: {decided} lies in the future; today is {today}", decided=decided, today=today),
            say("correct the date; a decision is recorded after it was made"),
        )  # fmt: skip
    for location, date in _dates(case.record):
        if date.first_day > today and location not in (("decided",), ("publication", "embargo_until")):
            problems.add(
                case.place(*location), Code.DATE_FUTURE,
                say("{field}: {date} lies in the future", field=dotted(location), date=date), say("correct the date"),
                Severity.WARNING,
            )  # fmt: skip


def _dates(value: Any, location: Location = ()) -> Iterator[tuple[Location, PartialDate]]:
    if isinstance(value, PartialDate):
        yield location, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _dates(getattr(value, name), (*location, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _dates(item, (*location, index))


def _check_publication(case: Case, problems: Problems) -> None:
    if case.record.publication.withdrawn_on:
        problems.add(
            case.place("publication", "withdrawn_on"), Code.CONTRADICTION,
            say("the case has a day of withdrawal, but its status does not say that it is withdrawn"),
            say("write status: withdrawn, or delete withdrawn_on"),
        )  # fmt: skip


# What ``build.py new`` leaves for its editor to write: sound in a draft, never in a published case.
UNWRITTEN = "…"


def _check_unwritten(case: Case, document: Document, problems: Problems) -> None:
    if case.record.publication.status == "draft":
        return
    if case.record.summary == UNWRITTEN:
        problems.add(
            case.place("summary"), Code.FIELD_EMPTY, say("the summary is not written yet"),
            say("write what was decided and why, or leave the case a draft"),
        )  # fmt: skip
    for line, text in enumerate(document.text.split("\n"), document.text_line):
        if match := _UNWRITTEN_PARAGRAPH.fullmatch(text):
            problems.add(
                Place(document.path, line), Code.TEXT_EMPTY,
                say("paragraph [{number}] is not written yet", number=match[1]),
                say("write it, delete it, or leave the case a draft"),
            )  # fmt: skip


_UNWRITTEN_PARAGRAPH = re.compile(rf"\[(\d{{1,5}})\] {UNWRITTEN}\s*")


def _check_paragraphs(case: Case, problems: Problems) -> None:
    numbers = case.text.paragraphs
    # Where numbers stand twice or out of order, the missing ones are an echo of that.
    known = set(numbers) if list(numbers) == sorted(set(numbers)) else {*numbers, *range(1, len(numbers) + 1)}
    missing = [reference for reference in _paragraph_references(case.record) if reference[1] not in known]
    for location, number in missing if numbers else missing[:1]:
        problems.add(
            case.place(*location), Code.PARAGRAPH_REFERENCE,
            say("{field}: the text has no paragraph [{number}]", field=dotted(location), number=number),
            _which_paragraphs(numbers),
        )  # fmt: skip


def _paragraph_references(value: Any, location: Location = ()) -> Iterator[tuple[Location, int]]:
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _paragraph_references(getattr(value, name), (*location, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, int) and location[-1] == "paragraphs":
                yield (*location, index), item
            else:
                yield from _paragraph_references(item, (*location, index))


def _which_paragraphs(numbers: tuple[int, ...]) -> Message:
    if not numbers:
        return say("number the paragraphs of the text, each beginning with its number in brackets: [1] …")
    if len(numbers) == 1:
        return say("correct the number; the text has one numbered paragraph, [{first}]", first=numbers[0])
    return say("correct the number; the text has paragraphs [{first}] to [{last}]", first=numbers[0], last=numbers[-1])


_LIST_NUMBER = re.compile(r"[1-9][0-9]{0,4}")
_PARAGRAPH = re.compile(r"p([1-9][0-9]{0,4})")


def _check_unverified(case: Case, problems: Problems) -> None:
    for index, path in enumerate(case.record.unverified):
        if match := _PARAGRAPH.fullmatch(path):
            known = int(match[1]) in case.text.paragraphs
            help = _which_paragraphs(case.text.paragraphs)
        else:
            known, help = _exists(case.front, path), _unverified_help(path)
        if not known:
            problems.add(
                case.place("unverified", index), Code.UNVERIFIED_PATH,
                say(
                    "unverified.{number}: there is no field or paragraph {found} in this file", number=index + 1,
                    found=quoted(path) if not looks_like_a_person(path) else "…",
                ),
                help,
            )  # fmt: skip


def _unverified_help(path: str) -> Message:
    first = path.split(".", maxsplit=1)[0]
    fields = model_at(CaseRecord, ()).model_fields
    near = did_you_mean(first, fields) if first not in fields else ""
    help = say("write a field of this file with dots, lists counted from 1 (charges.2.sentence), or a paragraph (p12)")
    return joined(near, help)


def _exists(front: Mapping, path: str) -> bool:
    location = (int(step) - 1 if _LIST_NUMBER.fullmatch(step) else step for step in path.split("."))
    return node_at(front, tuple(location)) is not None


def _check_documents(case: Case, document: Document, files: frozenset[str], problems: Problems) -> None:
    folder = document.path.rpartition("/")[0]
    for index, attached in enumerate(case.record.documents):
        if f"{folder}/{attached.file}" not in files:
            problems.add(
                case.place("documents", index, "file"), Code.DOCUMENT_MISSING,
                say('the document "{file}" does not lie beside the case file', file=attached.file),
                say("put it into {folder}/", folder=folder),
            )  # fmt: skip


def _check_sense(case: Case, problems: Problems) -> None:
    victims = case.record.victims
    if victims and victims.total is not None and (victims.adults or 0) + (victims.children or 0) > victims.total:
        problems.add(
            case.place("victims", "total"), Code.CONTRADICTION,
            say("victims: adults and children together are more than the total"), say("correct the numbers"),
        )  # fmt: skip
    for index, charge in enumerate(case.record.charges):
        if charge.convicted_of == charge.charged:
            problems.add(
                case.place("charges", index, "convicted_of"), Code.CONTRADICTION,
                say("charges.{number}: convicted of the very provision that was charged", number=index + 1),
                say("delete convicted_of; it states a re-qualification only"),
            )  # fmt: skip
        if charge.finding in ("acquitted", "dismissed") and charge.sentence:
            problems.add(
                case.place("charges", index, "sentence"), Code.CONTRADICTION,
                say(
                    'charges.{number}: a sentence, although the finding is "{finding}"', number=index + 1,
                    finding=charge.finding,
                ),
                say("correct the finding, or delete the sentence"),
            )  # fmt: skip


_UNIQUE = ("case_numbers", "offences", "applies", "sectors", "topics", "aliases", "unverified")


def _check_repetitions(case: Case, problems: Problems) -> None:
    for name in _UNIQUE:
        values = [getattr(value, "value", value) for value in getattr(case.record, name)]
        for index, value in enumerate(values):
            if value in values[:index]:
                problems.add(
                    case.place(name, index), Code.CONTRADICTION,
                    say('{name}: "{value}" stands twice', name=name, value=value), say("delete one of the two"),
                )  # fmt: skip
