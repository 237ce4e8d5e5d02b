"""What one case must fulfil beyond the type of each field: references within the file, dates, sense."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from caselaw.codes import Code
from caselaw.document import Document
from caselaw.markdown import Text
from caselaw.problems import Place, Problems, Severity, did_you_mean
from caselaw.records import Location, dotted, model_at
from caselaw.schema import CaseRecord
from caselaw.strict_yaml import Mapping, Node, Sequence, place_at
from caselaw.values import PartialDate


@dataclass(frozen=True)
class Case:
    """One decision: its record, its text, and its front matter with places for what is found out later."""

    id: str
    path: str
    record: CaseRecord
    text: Text
    front: Mapping

    def place(self, *location: int | str) -> Place:
        """Return the place of a field."""
        return place_at(self.front, location)


def check_case(case: Case, document: Document, files: frozenset[str], today: str, problems: Problems) -> None:
    """Report what does not fit together in one case; ``today`` is the date of the build, ``YYYY-MM-DD``."""
    _check_folder(case, problems)
    _check_dates(case, today, problems)
    _check_publication(case, problems)
    _check_paragraphs(case, problems)
    _check_unverified(case, problems)
    _check_documents(case, document, files, problems)
    _check_sense(case, problems)
    _check_repetitions(case, problems)


def _check_folder(case: Case, problems: Problems) -> None:
    folder = case.path.split("/")[-2]
    if case.path.count("/") == 3 and folder != case.record.court:
        problems.add(
            case.place("court"), Code.FILE_MISPLACED,
            f'the court is "{case.record.court}", but the file lies in the folder "{folder}"',
            f"move the file to content/cases/{case.record.court}/, or correct the court",
        )  # fmt: skip


def _check_dates(case: Case, today: str, problems: Problems) -> None:
    decided = case.record.decided
    if decided.first_day > today:
        problems.add(
            case.place("decided"), Code.DATE_FUTURE, f"decided: {decided} lies in the future; today is {today}",
            "correct the date; a decision is recorded after it was made",
        )  # fmt: skip
    for location, date in _dates(case.record):
        if date.first_day > today and location not in (("decided",), ("publication", "embargo_until")):
            problems.add(
                case.place(*location), Code.DATE_FUTURE, f"{dotted(location)}: {date} lies in the future",
                "correct the date", Severity.WARNING,
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
    publication = case.record.publication
    if publication.status == "withdrawn" and not publication.reason:
        problems.add(
            case.place("publication"), Code.WITHDRAWN_WITHOUT_REASON, "the case is withdrawn without a reason",
            "add reason: … to publication; the reason is published in the place of the case",
        )  # fmt: skip
    if publication.status == "withdrawn" and publication.embargo_until:
        problems.add(
            case.place("publication", "embargo_until"), Code.CONTRADICTION,
            "a withdrawn case has an embargo", "delete embargo_until",
        )  # fmt: skip


def _check_paragraphs(case: Case, problems: Problems) -> None:
    numbers = set(case.text.paragraphs)
    for location, number in _paragraph_references(case.record):
        if number not in numbers:
            problems.add(
                case.place(*location), Code.PARAGRAPH_REFERENCE,
                f"{dotted(location)}: the text has no paragraph [{number}]", _which_paragraphs(case.text.paragraphs),
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


def _which_paragraphs(numbers: tuple[int, ...]) -> str:
    if not numbers:
        return "number the paragraphs of the text, each beginning with its number in brackets: [1] …"
    return f"correct the number; the text has paragraphs [{numbers[0]}] to [{numbers[-1]}]"


def _check_unverified(case: Case, problems: Problems) -> None:
    for index, path in enumerate(case.record.unverified):
        if path.startswith("p") and path[1:].isdigit():
            known = int(path[1:]) in case.text.paragraphs
            help = _which_paragraphs(case.text.paragraphs)
        else:
            known, help = _exists(case.front, path), _unverified_help(path)
        if not known:
            problems.add(
                case.place("unverified", index), Code.UNVERIFIED_PATH,
                f'unverified.{index + 1}: there is no field or paragraph "{path}" in this file', help,
            )  # fmt: skip


def _unverified_help(path: str) -> str:
    first = path.split(".")[0]
    fields = model_at(CaseRecord, ()).model_fields
    near = did_you_mean(first, fields) if first not in fields else ""
    return f"{near}write a field of this file with dots, lists counted from 1 (charges.2.sentence), or a paragraph (p12)"


def _exists(node: Node | None, path: str) -> bool:
    for step in path.split("."):
        if isinstance(node, Mapping):
            node = node.get(step)
        elif isinstance(node, Sequence) and step.isdigit() and 1 <= int(step) <= len(node.items):
            node = node.items[int(step) - 1]
        else:
            return False
    return node is not None


def _check_documents(case: Case, document: Document, files: frozenset[str], problems: Problems) -> None:
    folder = document.path.rpartition("/")[0]
    for index, attached in enumerate(case.record.documents):
        if f"{folder}/{attached.file}" not in files:
            problems.add(
                case.place("documents", index, "file"), Code.DOCUMENT_MISSING,
                f'the document "{attached.file}" does not lie beside the case file', f"put it into {folder}/",
            )  # fmt: skip


def _check_sense(case: Case, problems: Problems) -> None:
    victims = case.record.victims
    if victims and victims.total is not None and (victims.adults or 0) + (victims.children or 0) > victims.total:
        problems.add(
            case.place("victims", "total"), Code.CONTRADICTION,
            "victims: adults and children together are more than the total", "correct the numbers",
        )  # fmt: skip
    for index, charge in enumerate(case.record.charges):
        if charge.convicted_of == charge.charged:
            problems.add(
                case.place("charges", index, "convicted_of"), Code.CONTRADICTION,
                f"charges.{index + 1}: convicted of the very provision that was charged",
                "delete convicted_of; it states a re-qualification only",
            )  # fmt: skip
        if charge.finding in ("acquitted", "dismissed") and charge.sentence:
            problems.add(
                case.place("charges", index, "sentence"), Code.CONTRADICTION,
                f'charges.{index + 1}: a sentence, although the finding is "{charge.finding}"',
                "correct the finding, or delete the sentence",
            )  # fmt: skip


_UNIQUE = ("case_numbers", "offences", "applies", "sectors", "topics", "aliases", "unverified")


def _check_repetitions(case: Case, problems: Problems) -> None:
    for field in _UNIQUE:
        values = getattr(case.record, field)
        for index, value in enumerate(values):
            if value in values[:index]:
                problems.add(
                    case.place(field, index), Code.CONTRADICTION, f'{field}: "{value}" stands twice',
                    "delete one of the two",
                )  # fmt: skip
