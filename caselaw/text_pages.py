"""The site's own pages (about, method …) and introductions to topics: what their front matter says, and their text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from caselaw.codes import Code
from caselaw.document import Document
from caselaw.fields import FullDate, Key, Record, Text
from caselaw.markdown import Text as RenderedText
from caselaw.markdown import render_text
from caselaw.messages import joined, say
from caselaw.problems import Place, Problems, did_you_mean
from caselaw.records import read_record
from caselaw.schema import SourceReference
from caselaw.strict_yaml import Mapping, place_at
from caselaw.term_keys import check_keys
from caselaw.urls import ID
from caselaw.vocabulary import Vocabulary

# Pages that the program makes by itself.
TAKEN = ("index", "offline", "search", "withdrawn")


class TextPageRecord(Record):
    """The front matter of a page of the site's own."""

    title: Text = Field(description="Title of the page.")
    description: Text = Field(description="One sentence for search engines.")
    language: Annotated[str, Key("languages")] = Field(description="Language of this file.")
    sources: tuple[SourceReference, ...] = Field((), description="What the text rests on.")
    reviewed_by: Text | None = Field(None, description="Who has reviewed this translation, by name or initials.")
    reviewed_on: FullDate | None = Field(None, description="Day of that review.")


class TopicTextRecord(TextPageRecord):
    """The front matter of the introduction to a topic, which always says what it rests on."""

    sources: tuple[SourceReference, ...] = Field(description="What the text rests on; at least one.", min_length=1)


@dataclass(frozen=True)
class TextDocument:
    """One text of the site's own in one language; ``name`` is its address or topic, the same in all languages."""

    name: str
    record: TextPageRecord
    text: RenderedText
    path: str  # of its file, relative to the project


def read_text_page(
    document: Document, vocabulary: Vocabulary | None, today: str, problems: Problems
) -> TextDocument | None:
    """Validate and render ``about.md``, or ``about.sq.md`` for one language; None after a fault.

    ``today`` is the date of the build, ``YYYY-MM-DD``. Without a vocabulary, keys are not checked.
    """
    if not ID.fullmatch(_name(document)) or _name(document) in TAKEN:
        problems.add(
            Place(document.path), Code.FILE_NAME, say('"{name}" cannot be the address of a page', name=document.id),
            say(
                "use small letters, figures and single hyphens; {taken} are made by the site itself",
                taken=", ".join(TAKEN),
            ),
        )  # fmt: skip
    return _read_text(TextPageRecord, document, vocabulary, today, problems)


def read_topic_text(
    document: Document, vocabulary: Vocabulary | None, today: str, problems: Problems
) -> TextDocument | None:
    """Validate and render the introduction to a topic, a file named after it, as ``read_text_page`` does a page."""
    name = _name(document)
    if vocabulary and name not in vocabulary.lists["topics"]:
        problems.add(
            Place(document.path), Code.TERM_UNKNOWN, say('"{name}" is not in the list of topics', name=name),
            joined(
                did_you_mean(name, vocabulary.lists["topics"]),
                say("name the file after its topic; the list is content/vocabulary/topics.yaml"),
            ),
        )  # fmt: skip
    return _read_text(TopicTextRecord, document, vocabulary, today, problems)


def _name(document: Document) -> str:
    return document.id.partition(".")[0]


def _read_text(
    model: type[TextPageRecord], document: Document, vocabulary: Vocabulary | None, today: str, problems: Problems
) -> TextDocument | None:
    name, _, language = document.id.partition(".")
    record = read_record(model, document.front, problems)
    if vocabulary:
        check_keys(model, document.front, vocabulary, problems)
    text = render_text(document.text, place=Place(document.path, document.text_line), problems=problems)
    if record is None or text is None:
        return None
    if language not in ("", record.language):
        problems.add(
            place_at(document.front, ("language",)), Code.CONTRADICTION,
            say(
                'language: "{written}", but the name of the file says "{named}"', written=record.language,
                named=language,
            ),
            say("correct one of the two"),
        )  # fmt: skip
    _check_review(record, document.front, today, problems)
    return TextDocument(name, record, text, document.path)


def _check_review(record: TextPageRecord, front: Mapping, today: str, problems: Problems) -> None:
    by, on = record.reviewed_by, record.reviewed_on
    if by and not on:
        problems.add(
            place_at(front, ("reviewed_by",)), Code.FIELD_MISSING,
            say("a reviewer is named, but not the day of the review"),
            say('add a line "reviewed_on: YYYY-MM-DD"; readers are told of a review with its day'),
        )  # fmt: skip
    if on and not by:
        problems.add(
            place_at(front, ("reviewed_on",)), Code.FIELD_MISSING, say("there is a day of review, but nobody reviewed"),
            say('add a line "reviewed_by: …", or delete the day; a translation counts as reviewed by somebody'),
        )  # fmt: skip
    if on and on.first_day > today:
        problems.add(
            place_at(front, ("reviewed_on",)), Code.DATE_FUTURE,
            say("reviewed_on: {on} lies in the future; today is {today}", on=on, today=today),
            say("write the day on which the review was finished"),
        )  # fmt: skip
