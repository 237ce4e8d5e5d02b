"""The ten things that are asked about a new case, each held against the very rules and messages of ``check``."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from caselaw.codes import Code
from caselaw.intake.blocks import clean
from caselaw.messages import say
from caselaw.problems import Place, Problem, Problems
from caselaw.records import read_record
from caselaw.schema import CaseRecord
from caselaw.source import bad_id
from caselaw.strict_yaml import Mapping, Scalar, parse_yaml
from caselaw.term_keys import check_keys
from caselaw.terms import Entry
from caselaw.transliteration import latin
from caselaw.urls import ID, ID_LENGTH, RESERVED_ID
from caselaw.values import PartialDate, parse_date
from caselaw.vocabulary import Vocabulary

_DOTS = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})\.?")
_ALIKE, _MOST_ALIKE = 0.6, 5


@dataclass(frozen=True)
class Question:
    """One of the questions: the field that it fills, its closed list if it has one, and whether it takes several."""

    field: str
    closed_list: str | None = None
    several: bool = False
    needed: bool = True  # whether a case cannot be without it


QUESTIONS = (
    Question("court", "courts"),
    Question("case_numbers", several=True, needed=False),
    Question("decided"),
    Question("kind", "kinds"),
    Question("language", "languages"),
    Question("offences", "offences", several=True),
    Question("outcome", "outcomes"),
    Question("title"),
    Question("sources"),
    Question("id"),
)


def split_answer(question: Question, answer: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the values of an answer, names of terms replaced by their keys where they leave no doubt."""
    whole = " ".join(clean(answer).split())
    if not whole:
        return ()
    if question.field == "decided":
        return (_with_dots(whole),)
    if question.closed_list is None:
        parts = re.split(r"\s*;\s*", whole) if question.several else [whole]
        return tuple(part for part in parts if part)
    key = key_of(whole, question.closed_list, vocabulary)
    if key or not question.several:
        return (key or whole,)
    return tuple(
        key_of(part, question.closed_list, vocabulary) or part
        for part in re.split(r"\s*;\s*" if ";" in whole else r"\s*,\s*", whole)
        if part
    )


def _with_dots(text: str) -> str:
    """Return ``2021-05-12`` for 12.05.2021, which can only mean that day; all else as it is."""
    match = _DOTS.fullmatch(text)
    return PartialDate(int(match[3]), int(match[2]), int(match[1])).iso if match else text


def key_of(text: str, closed_list: str, vocabulary: Vocabulary) -> str | None:
    """Return the key of a term by key or name in any language; None where none or several are called so."""
    entries = vocabulary.lists[closed_list]
    if text in entries:
        return text
    wanted = folded(text)
    named = [key for key, entry in entries.items() if wanted == key or wanted in set(_names(entry))]
    return named[0] if len(named) == 1 else None


def near_terms(text: str, closed_list: str, vocabulary: Vocabulary, language: str) -> tuple[tuple[str, str], ...]:
    """Return (key, name) of the terms in whose key or name a text occurs, else of those that are written alike.

    Of all where the text is empty.
    """
    wanted = folded(text)
    entries = vocabulary.lists[closed_list]
    names = {key: (key, *_names(entry)) for key, entry in entries.items()}
    near = [key for key, called in names.items() if any(wanted in name for name in called)]
    if not near:
        likeness = {key: max(_likeness(wanted, name) for name in called) for key, called in names.items()}
        alike = [key for key in sorted(names, key=lambda key: -likeness[key]) if likeness[key] >= _ALIKE]
        near = alike[:_MOST_ALIKE]
    return tuple((key, entries[key].label(language)[0].text) for key in near)


def _likeness(wanted: str, name: str) -> float:
    """Return how alike a text and a name, or its most similar word, are written, from 0 to 1."""
    return max(SequenceMatcher(None, wanted, part).ratio() for part in (name, *name.split()))


def _names(entry: Entry) -> Iterator[str]:
    yield from (folded(wording.text) for wording in entry.labels.values())


def folded(text: str) -> str:
    """Return a text as names are compared: small Latin letters without their signs, single spaces."""
    plain = unicodedata.normalize("NFKD", latin(text).casefold().replace("đ", "d"))
    return " ".join("".join(sign for sign in plain if not unicodedata.combining(sign)).split())


def faults_of(question: Question, values: tuple[str, ...], vocabulary: Vocabulary, today: str) -> tuple[Problem, ...]:
    """Return what ``check`` would say about these values of a field, in its words."""
    problems = Problems()
    if question.field == "id":
        _check_id(values[0], problems)
        return tuple(problems)
    node = parse_yaml(f"{question.field}: {as_yaml(question, values)}\n", Place("new"), problems)
    if not isinstance(node, Mapping):
        return tuple(problems)
    read_record(CaseRecord, node, problems)
    check_keys(CaseRecord, node, vocabulary, problems)
    if question.field == "decided" and not any(problem.code is Code.DATE for problem in problems):
        _check_past(values[0], today, problems)
    # Of the fields that this one stands without nothing is to be said.
    own = (problem for problem in problems if problem.code is not Code.FIELD_MISSING)
    return tuple(own)


def _check_id(case_id: str, problems: Problems) -> None:
    if not ID.fullmatch(case_id) or len(case_id) > ID_LENGTH or RESERVED_ID.fullmatch(case_id):
        problems.add(Place("new"), Code.FILE_NAME, *bad_id(case_id))


def _check_past(decided: str, today: str, problems: Problems) -> None:
    if parse_date(decided).first_day > today:
        problems.add(
            Place("new"), Code.DATE_FUTURE,
            say("decided: {decided} lies in the future; today is {today}", decided=decided, today=today),
            say("correct the date; a decision is recorded after it was made"),
        )  # fmt: skip


def as_yaml(question: Question, values: tuple[str, ...], source_title: str = "?") -> str:
    """Return the values of a field as they stand behind its name."""
    if question.field == "sources":
        return f"[{{url: {json.dumps(values[0], ensure_ascii=False)}, title: {quoted(source_title)}}}]"
    if question.several:
        return f"[{', '.join(quoted(value) for value in values)}]"
    return quoted(values[0])


# Words that YAML readers may take for something else than a text.
_PLAIN = re.compile(r"[^\W_][\w./() –-]*[\w.)]|[^\W_]")


def quoted(text: str) -> str:
    """Return a text as a value, in quotation marks where something in it could be misread."""
    if _PLAIN.fullmatch(text):
        node = parse_yaml(text, Place("new"), Problems())
        if isinstance(node, Scalar) and node.text == text:
            return text
    return json.dumps(text, ensure_ascii=False)
