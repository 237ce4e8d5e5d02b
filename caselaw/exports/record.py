"""The record of a case as it is given away: the words of the front matter, typed, with labels in every language.

These models are the single source of the data files and of their JSON Schema. Every field is always there; null or an
empty list where the source says nothing. Nobody is named in it whom the page of the case does not name.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
FULL_DATE = r"^\d{4}-\d{2}-\d{2}$"

Paragraphs = tuple[int, ...]
_PARAGRAPHS = "Numbers of the paragraphs of the text that say so."


class Data(BaseModel):
    """A part of an exported record: nothing is left out, added or changed."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class TermData(Data):
    """A term of a closed list."""

    key: str = Field(description="The key of the term; it is the same in every record and edition.")
    labels: dict[str, str] = Field(description="The term in words, by language.")
    unverified_labels: tuple[str, ...] = Field(
        description="Languages whose label was not yet read in a source; treat it as a working translation."
    )


class ProvisionData(Data):
    """A provision of a law or convention."""

    key: str = Field(description="law/article or law/article/paragraph, such as pcck-2003/139/1.")
    law: str = Field(description="The key of the law or convention in one version.")
    article: str = Field(description="The article as cited.")
    paragraph: str | None = Field(description="The paragraph, where one is named.")
    labels: dict[str, str] = Field(description="The provision as lawyers cite it, by language.")
    unverified_labels: tuple[str, ...] = Field(
        description="Languages whose citation has a part that was not yet read in a source."
    )


class ChargedData(Data):
    """What was charged: a provision, or the offence alone; both are null where neither is known."""

    provision: ProvisionData | None = Field(description="The provision.")
    offence: TermData | None = Field(description="The offence, where no provision is known.")


class DurationData(Data):
    """A term of imprisonment as the court printed it."""

    years: int = Field(description="Years.", ge=0)
    months: int = Field(description="Months beside the years.", ge=0)
    days: int = Field(description="Days beside the months.", ge=0)
    life: bool = Field(description="Imprisonment for life; the numbers are then 0.")


class MoneyData(Data):
    """A sum in one currency; sums in different currencies must not be added."""

    amount: int | float = Field(description="The amount.", ge=0)
    currency: str = Field(description="ISO 4217 code, such as EUR.", pattern="^[A-Z]{3}$")


class SentenceData(Data):
    """What a defendant was sentenced to."""

    imprisonment: DurationData | None = Field(description="The term of imprisonment.")
    fine: MoneyData | None = Field(description="The fine.")
    suspended: bool | None = Field(description="Whether the imprisonment is suspended; null where it is not said.")
    other: tuple[str, ...] = Field(description="Other sanctions, in the language of the record.")


class ChargeData(Data):
    """One charge against one defendant and what became of it."""

    defendant: str = Field(description="Initials, a letter or a role, never a name.")
    charged: ChargedData = Field(description="What was charged.")
    finding: TermData = Field(description="What the court found on this charge.")
    convicted_of: ChargedData | None = Field(description="What the conviction is for, only if it differs.")
    sentence: SentenceData | None = Field(description="The sentence for this charge, or the single one for all.")
    paragraphs: Paragraphs = Field(description=_PARAGRAPHS)


class CodedData(Data):
    """A coded element of the offence."""

    value: TermData = Field(description="The act, means, purpose or aggravating fact.")
    basis: TermData | None = Field(description="Whether the court said so or the editor inferred it.")
    paragraphs: Paragraphs = Field(description=_PARAGRAPHS)


class TopicData(Data):
    """A point on which decisions are compared."""

    value: TermData = Field(description="The topic.")
    paragraphs: Paragraphs = Field(description="Numbers of the paragraphs to read on this topic.")


class VictimsData(Data):
    """Victims as totals only; null where a number is not known."""

    total: int | None = Field(description="Number of victims.")
    adults: int | None = Field(description="Of them adults.")
    children: int | None = Field(description="Of them under 18.")
    sex: TermData | None = Field(description="Sex of the victims.")
    nationalities: tuple[str, ...] = Field(description="ISO 3166 country codes; XK stands for Kosovo*.")
    vulnerabilities: tuple[TermData, ...] = Field(description="Vulnerabilities.")


class CompensationData(Data):
    """Compensation claimed and awarded; null where it is not known."""

    to: str = Field(description="To whom, never a name; in the language of the record.")
    claimed: MoneyData | None = Field(description="Sum claimed.")
    awarded: MoneyData | None = Field(description="Sum awarded; 0 if it was refused.")
    referred_to_civil: bool | None = Field(description="Whether the claim was referred to civil proceedings.")
    paragraphs: Paragraphs = Field(description=_PARAGRAPHS)


class NonPunishmentData(Data):
    """The non-punishment principle, where somebody raised it."""

    raised_by: TermData = Field(description="Who raised it.")
    result: TermData = Field(description="What the court did with it.")
    paragraphs: Paragraphs = Field(description=_PARAGRAPHS)


class ProtectionData(Data):
    """A protection measure for a victim or witness."""

    measure: TermData = Field(description="The measure.")
    result: TermData = Field(description="Whether it was granted.")
    paragraphs: Paragraphs = Field(description=_PARAGRAPHS)


class FindingData(Data):
    """A human-rights court's finding on one provision."""

    provision: ProvisionData = Field(description="The provision examined.")
    result: TermData = Field(description="Violation or not.")
    aspect: TermData | None = Field(description="Procedural, substantive …")
    paragraphs: Paragraphs = Field(description=_PARAGRAPHS)


class HistoryData(Data):
    """Another decision in the same proceedings."""

    case: str = Field(description="The id of that decision.")
    relation: TermData | None = Field(description="What that decision is to this one, where either of them says so.")
    decided: str = Field(description="Its date, as precise as the source.", pattern=PARTIAL_DATE)
    outcome: TermData = Field(description="Its outcome.")


class LaterData(Data):
    """A later decision on the case that has no page, since too little of it is known."""

    court: TermData = Field(description="The court that decided.")
    outcome: TermData = Field(description="Its outcome.")
    decided: str | None = Field(description="Its date, as precise as the source.", pattern=PARTIAL_DATE)
    paragraphs: tuple[int, ...] = Field(description="Paragraphs of the text that tell of it.")


class CitationData(Data):
    """A citation between two cases of the library."""

    case: str = Field(description="The id of the other case.")
    treatment: TermData = Field(description="How the citing case treats the cited one.")
    paragraphs: Paragraphs = Field(description="Numbers of the citing paragraphs, of the text of the citing case.")


class SourceData(Data):
    """Where the facts were read."""

    url: str = Field(description="Web address.")
    title: str = Field(description="Title of the source.")
    publisher: str | None = Field(description="Who published it.")
    kind: TermData | None = Field(description="Judgment, press, report …")
    read: str | None = Field(description="The day it was read.", pattern=FULL_DATE)


class DocumentData(Data):
    """A document that is published with the case."""

    path: str = Field(description="Path within the site, the same on the web, offline and on a stick.")
    url: str | None = Field(description="Permanent address; null while the library has none.")
    title: str = Field(description="Its title, in the language of the record.")
    language: str = Field(description="Language of the document.")
    media_type: str = Field(description="application/pdf, image/png, image/jpeg or image/webp.")
    size: int = Field(description="Bytes.", ge=1)


class ReviewData(Data):
    """Who coded and who reviewed the record, by initials, as on its page."""

    coded_by: str | None = Field(description="Initials of the coder.")
    reviewed_by: str | None = Field(description="Initials of the reviewer.")
    reviewed_on: str | None = Field(description="Day of the review.", pattern=FULL_DATE)


class CorrectionData(Data):
    """A published change."""

    date: str = Field(description="Day of the change.", pattern=FULL_DATE)
    note: str = Field(description="What changed, in the language of the record.")


class TranslationData(Data):
    """A translation; what the record says itself counts, and above both the judgment."""

    language: str = Field(description="Language of the translation.")
    title: str = Field(description="Name of the case in this language.")
    summary: str = Field(description="Summary in this language.")
    kind: TermData = Field(description="Official, unofficial or machine translation.")
    by: str | None = Field(description="Initials of the translator.")
    date: str = Field(description="Day of the translation.", pattern=FULL_DATE)
    text: bool = Field(description="Whether the text is translated too, not only title and summary.")


class ParagraphData(Data):
    """A piece of a text, as plain text."""

    kind: Literal["paragraph", "heading", "other"] = Field(
        description="A numbered paragraph, a heading, or anything else, such as a list or the notes."
    )
    number: int | None = Field(description="The number by which the paragraph is cited; #p12 in the address of 12.")
    text: str = Field(
        description="The words; lines of lists and tables are separated by line breaks, notes are marked [^1]."
    )


class TextData(Data):
    """The text of the record in one language."""

    language: str = Field(description="Language of the text.")
    paragraphs: tuple[ParagraphData, ...] = Field(description="Its pieces in their order.")


class AddressData(Data):
    """Where the page of the case is in one language."""

    language: str = Field(description="Language of the page.")
    path: str = Field(description="Path within the site, the same on the web, offline and on a stick.")
    url: str | None = Field(description="Permanent address; null while the library has none.")
