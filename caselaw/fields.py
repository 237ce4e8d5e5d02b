"""The types that fields of content files have, each reading one text and saying plainly what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, GetJsonSchemaHandler, WithJsonSchema

from caselaw import values
from caselaw.codes import Code
from caselaw.messages import Message, say
from caselaw.urls import ID, ID_HELP
from caselaw.values import Duration, Fault, Money, PartialDate, Provision

Value = TypeVar("Value")
# In the JSON Schema of a model, what names the closed list that a text is a key of.
CLOSED_LIST = "closedList"


@dataclass(frozen=True)
class Key:
    """Marks a text as a key of the closed list ``vocabulary``; ``provisions`` and ``countries`` are lists too."""

    vocabulary: str

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Name the list in the JSON Schema of a model; ``editor_schema`` puts its terms there."""
        return {**handler(core_schema), CLOSED_LIST: self.vocabulary}


class Record(BaseModel):
    """A part of a front matter: unknown fields are faults, nothing changes after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, arbitrary_types_allowed=True)


def read_with(
    parse: Callable[[str], Value], example: str, pattern: str = "", **schema: Any
) -> tuple[BeforeValidator, WithJsonSchema]:
    """Return what makes pydantic read a text with ``parse``; the example is shown to editors.

    Programs that know no Python check the text by ``pattern`` and the rest of its JSON Schema: they find most of what
    ``parse`` finds, and may not refuse what it accepts.
    """

    def read(value: object) -> object:
        if not isinstance(value, str):
            raise Fault(
                Code.FIELD_SHAPE,
                say("a single value is expected here"),
                say("write it like this: {example}", example=example),
            )
        return parse(value.strip())

    more = {**({"pattern": pattern} if pattern else {}), **schema}
    return BeforeValidator(read), WithJsonSchema({"type": "string", "examples": [example], **more})


def _one_line(value: str) -> str:
    return " ".join(value.split())


def one_of(*words: str) -> tuple[BeforeValidator, WithJsonSchema]:
    """Return what makes a text one of a few words that only the program gives a meaning; all other lists are files."""
    choice = say("{one} or {other}", one=", ".join(words[:-1]), other=words[-1])

    def parse(value: str) -> str:
        if value not in words:
            raise Fault(
                Code.FIELD_CHOICE,
                say("{found} is not one of the words that can stand here", found=values.quoted(value)),
                say("write {choice}", choice=choice),
            )
        return value

    return read_with(parse, words[0], enum=list(words))


def matching(
    pattern: re.Pattern[str], code: Code, fault: Callable[[str], Message], help: Message
) -> Callable[[str], str]:
    """Return a reader of texts that match a pattern; ``fault`` makes the message of the text in quotes."""

    def parse(value: str) -> str:
        if not pattern.fullmatch(value):
            raise Fault(code, fault(values.quoted(value)), help)
        return value

    return parse


# Initials ("L.D.", "Xh. B."), a letter, or a role in small letters; never two words that could be a name.
_INITIALS = r"(?:[^\W\d_]{1,2}\.[\s-]?){1,4}|[A-Z]"
_TWO_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.[\s-]?){2,4}")
_DEFENDANT = re.compile(rf"(?:{_INITIALS})|(?:(?:[A-Z]?[^\WA-Z_]+|{_INITIALS}|[0-9]+)(?:[\s-]|$)){{1,8}}")
_ROLE = re.compile(r"[A-Z][a-z]+")
_NUMBERS = "One Two Three Four Five Six Seven Eight Nine Ten Several"
_ROLES = f"Accused Company Defendant Defendants Person The {_NUMBERS}".split()


def are_initials(defendant: str) -> bool:
    """Whether a defendant stands under initials of at least two names, which mean the same person in another file."""
    return _TWO_INITIALS.fullmatch(defendant) is not None


def _parse_defendant(value: str) -> str:
    if re.fullmatch(_INITIALS, value):
        return value
    capitalised = [word for word in _ROLE.findall(value) if word not in _ROLES]
    if capitalised or not _DEFENDANT.fullmatch(value):
        raise Fault(
            Code.DEFENDANT_NAMED, say("a defendant is named by initials, a letter or a role, never by name"),
            say('write initials such as "L.D.", a letter, or a role such as "defendant 1"'),
        )  # fmt: skip
    return value


def _parse_initials(value: str) -> str:
    if not re.fullmatch(_INITIALS, value):
        raise Fault(
            Code.INITIALS, say("a person stands here by initials, never by name"),
            say('write initials such as "A.B.", or delete the entry'),
        )  # fmt: skip
    return value


def _parse_charged(value: str) -> Provision | str:
    return values.parse_provision(value) if "/" in value else value


def _parse_summary(value: str) -> str:
    words = len(value.split())
    if words > 120:
        raise Fault(
            Code.SUMMARY_LONG, say("the summary has {words} words; at most 120 are allowed", words=words),
            say("keep what was decided and why; move the rest into the text"),
        )  # fmt: skip
    return _one_line(value)


_CASE_ID = matching(ID, Code.FIELD_VALUE, lambda found: say("{found} is not the id of a case", found=found), ID_HELP)
_URL = matching(
    re.compile(r"https?://[^\s/?#@]+\.[^\s<>\"]+"), Code.ADDRESS,
    lambda found: say("{found} is not a web address", found=found),
    say("copy the whole address from the browser; it begins with https:// or http://"),
)  # fmt: skip
_ECLI = matching(
    re.compile(r"ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}"), Code.ECLI,
    lambda found: say("{found} is not an ECLI", found=found),
    say(
        "copy the official identifier, such as ECLI:CE:ECHR:2005:0726JUD007331601, or delete the line; never make "
        "one up",
    ),
)  # fmt: skip
_FILE = matching(
    re.compile(r"[a-z0-9][a-z0-9_-]*\.(?:pdf|png|jpe?g|webp)"), Code.FIELD_VALUE,
    lambda found: say("{found} cannot be the name of an attached document", found=found),
    say("use small letters, figures and hyphens and one of the endings pdf, png, jpg, webp: medicus-2013.pdf"),
)  # fmt: skip
_PARAGRAPH_HELP = say("write the numbers of paragraphs without brackets, such as [3, 4]")
_NUMBER = matching(
    re.compile(r"[1-9]\d{0,4}"),
    Code.FIELD_VALUE,
    lambda found: say("{found} is not the number of a paragraph", found=found),
    _PARAGRAPH_HELP,
)

_ID_PATTERN = f"^{ID.pattern}$"
_DATE_PATTERN = r"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"
_DAY_PATTERN = r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_YEARS, _MONTHS, _DAYS, _LIFE = (
    "".join(f"[{letter.upper()}{letter}]" for letter in word) for word in ("year", "month", "day", "life")
)
_TERM_PATTERN = (
    rf"^\s*({_LIFE}|[0-9]+\s+({_YEARS}|{_MONTHS}|{_DAYS})[Ss]?(\s+[0-9]+\s+({_MONTHS}|{_DAYS})[Ss]?){{0,2}})\s*$"
)
_SUM_PATTERN = r"^[0-9]{1,12}(\.[0-9]{1,2})?\s[A-Z]{3}$"
_YES_NO = ["yes", "no"]

Text = Annotated[str, BeforeValidator(lambda value: _one_line(value) if isinstance(value, str) else value)]
Date = Annotated[PartialDate, *read_with(values.parse_date, "2013-04-29", _DATE_PATTERN, minimum=1900, maximum=2199)]
FullDate = Annotated[PartialDate, *read_with(values.parse_full_date, "2026-11-23", _DAY_PATTERN)]
Term = Annotated[Duration, *read_with(values.parse_duration, "8 years 6 months", _TERM_PATTERN)]
Initials = Annotated[str, *read_with(_parse_initials, "A.B.")]
Defendant = Annotated[str, *read_with(_parse_defendant, "L.D.")]
Summary = Annotated[str, *read_with(_parse_summary, "The court held …", r"^\s*(\S+(\s+|$)){0,120}$")]
Ecli = Annotated[str, *read_with(_ECLI, "ECLI:CE:ECHR:2005:0726JUD007331601", "^ECLI:[A-Z]{2}:")]
FileName = Annotated[str, *read_with(_FILE, "medicus-2013.pdf", r"^[a-z0-9][a-z0-9_-]*\.(pdf|png|jpe?g|webp)$")]
CaseId = Annotated[str, *read_with(_CASE_ID, "medicus-supreme-court-2016", _ID_PATTERN)]
Paragraphs = tuple[
    Annotated[int, *read_with(lambda value: int(_NUMBER(value)), "12", "^[1-9][0-9]{0,4}$", minimum=1)], ...
]
YesNo = Annotated[bool, *read_with(values.parse_yes_no, "yes", enum=_YES_NO)]
Count = Annotated[int, *read_with(values.parse_count, "7", "^[0-9]{1,5}$", minimum=0)]
ProvisionKey = Annotated[Provision, *read_with(values.parse_provision, "pcck-2003/139"), Key("provisions")]
# A charge names the provision; the offence alone where the law it was charged under is not known; or "unknown".
Charged = Annotated[Provision | str, *read_with(_parse_charged, "pcck-2003/139"), Key("charges")]
Url = Annotated[str, *read_with(_URL, "https://example.org/judgment.pdf", "^https?://")]
Sum = Annotated[Money, *read_with(values.parse_money, "8000 EUR", _SUM_PATTERN)]


def _or_unknown(parse: Callable[[str], Value]) -> Callable[[str], Value | Literal["unknown"]]:
    return lambda value: "unknown" if value == "unknown" else parse(value)


SumOrUnknown = Annotated[
    Money | Literal["unknown"], *read_with(_or_unknown(values.parse_money), "8000 EUR", f"^unknown$|{_SUM_PATTERN}")
]
YesNoOrUnknown = Annotated[
    bool | Literal["unknown"], *read_with(_or_unknown(values.parse_yes_no), "unknown", enum=[*_YES_NO, "unknown"])
]
