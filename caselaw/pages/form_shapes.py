"""How each type of field is asked for: what control it has, and which texts it takes.

The patterns are written for HTML, whose browsers read them with the flag ``v``. They let pass nothing that the model
refuses for its shape; what a browser cannot know is left to ``build.py check``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from caselaw import fields
from caselaw.fields import Key
from caselaw.urls import ID

_INITIALS = r"(?:\p{L}{1,2}\.[\s\-]?){1,4}|[A-Z]"
_MONEY = r"\d{1,12}(?:\.\d{1,2})? [A-Z]{3}"
_YEAR = r"(?:19|2[01])\d{2}"
_MONTHS, _DAYS = r"\d{1,3} months?", r"\d{1,4} days?"
_NUMBER = r"[1-9]\d{0,4}"
_PROVISION = r"[a-z0-9]+(?:-[a-z0-9]+)*/[0-9A-Za-z.]+(?:/(?:[0-9]+[a-z]?(?:\.[0-9]+)?|[a-z]))?"


@dataclass(frozen=True)
class Shape:
    """How one type of field is asked for; ``words`` are values that only the program gives a meaning."""

    kind: str
    pattern: str = ""
    example: str = ""
    words: tuple[str, ...] = ()


TEXT = Shape("text")
WORD = Shape("word")

_SHAPES = (
    (fields.Text, TEXT),
    (fields.Date, Shape("date", rf"{_YEAR}(?:-\d{{2}}(?:-\d{{2}})?)?", "2013-04-29")),
    (fields.FullDate, Shape("day", rf"{_YEAR}-\d{{2}}-\d{{2}}", "2026-11-23")),
    (
        fields.Term,
        Shape(
            "term",
            rf"life|\d{{1,2}} years?(?: {_MONTHS})?(?: {_DAYS})?|{_MONTHS}(?: {_DAYS})?|{_DAYS}",
            "8 years 6 months",
        ),
    ),
    (fields.Defendant, Shape("defendant", rf"{_INITIALS}|(?:(?:\p{{Ll}}+|[0-9]+)[\s\-]?){{1,8}}", "A.B.")),
    (fields.Summary, Shape("summary")),
    (
        fields.Ecli,
        Shape("ecli", r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}", "ECLI:CE:ECHR:2005:0726JUD007331601"),
    ),
    (fields.CaseId, Shape("case", ID.pattern, "medicus-supreme-court-2016")),
    (fields.Paragraphs, Shape("paragraphs", rf"{_NUMBER}(?:\s*,\s*{_NUMBER})*", "3, 4")),
    (fields.YesNo, Shape("word", words=("yes", "no"))),
    (fields.YesNoOrUnknown, Shape("word", words=("yes", "no", "unknown"))),
    (fields.Count, Shape("count", r"\d{1,5}", "7")),
    (fields.ProvisionKey, Shape("provision", _PROVISION, "pcck-2003/139")),
    (fields.Charged, Shape("charged", rf"{_PROVISION}|{ID.pattern}", "pcck-2003/139")),
    (fields.Url, Shape("url", r'https?://[^\s\/?#@]+\.[^\s<>"]+', "https://example.org/judgment.pdf")),
    (fields.Sum, Shape("money", _MONEY, "8000 EUR")),
    (fields.SumOrUnknown, Shape("money_or_unknown", rf"unknown|{_MONEY}", "8000 EUR")),
)


def shape_of(field: FieldInfo) -> Shape:
    """Return how a field that holds no group of fields is asked for."""
    for mark in marks_of(field):
        if isinstance(mark, BeforeValidator) and mark in SHAPES:
            return SHAPES[mark]
    return WORD


def list_of(field: FieldInfo) -> str | None:
    """Return the closed list that a field takes its values from."""
    return next((mark.vocabulary for mark in marks_of(field) if isinstance(mark, Key)), None)


def is_repeated(field: FieldInfo) -> bool:
    """Whether a field is a list; the numbers of paragraphs, which stand in one line, are none."""
    return get_origin(field.annotation) is tuple and shape_of(field).kind != "paragraphs"


def model_in(annotation: Any) -> type[BaseModel] | None:
    """Return the group of fields that a field holds, once or in a list."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := model_in(part))), None)


def marks_of(field: FieldInfo) -> Iterator[object]:
    """Yield what marks the type of a field, and the types within it."""
    yield from field.metadata
    yield from _marks(field.annotation)


def _marks(annotation: Any) -> Iterator[object]:
    if get_origin(annotation) is Annotated:
        inner, *marks = get_args(annotation)
        yield from marks
        yield from _marks(inner)
    else:
        for part in get_args(annotation):
            yield from _marks(part)


def _validator(annotated: Any) -> BeforeValidator:
    return next(mark for mark in _marks(annotated) if isinstance(mark, BeforeValidator))


SHAPES = {_validator(annotated): shape for annotated, shape in _SHAPES}
