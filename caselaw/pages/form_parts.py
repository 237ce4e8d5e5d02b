"""The parts of the page that adds a case: fields, groups of fields, and the sections they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from caselaw.pages.parts import Label


@dataclass(frozen=True)
class FormOption:
    """One value that can be chosen, and what it means."""

    value: str
    label: Label


@dataclass(frozen=True)
class OptionList:
    """Values that a line proposes while it is filled in; ``id`` names the list on the page."""

    id: str
    options: tuple[FormOption, ...]


@dataclass(frozen=True)
class FormField:
    """One field of a case as the page asks for it; the patterns are those of HTML's ``pattern``."""

    is_group: ClassVar[bool] = False
    name: str  # as in the file; empty for the only value of a row
    label: str
    hint: str  # what belongs here
    control: str  # line, lines (one value each), area, choice, choices
    kind: str  # what the script does with the value: text, word, paragraphs, summary …
    required: bool
    pattern: str = ""
    max_length: int = 0
    example: str = ""
    options: tuple[FormOption, ...] = ()
    written: Label | None = None  # how a value is written; an example may be in another language
    option_list: str = ""  # id of an ``OptionList``


@dataclass(frozen=True)
class FormGroup:
    """Fields that belong together: once, such as victims, or in rows, such as charges."""

    is_group: ClassVar[bool] = True
    name: str
    label: str
    hint: str
    repeated: bool
    required: bool  # one row at least
    parts: tuple[FormPart, ...]


FormPart = FormField | FormGroup


@dataclass(frozen=True)
class FormSection:
    """What a lawyer thinks of as one thing: the decision, the victims, the sources."""

    name: str
    heading: str
    note: str
    parts: tuple[FormPart, ...]
