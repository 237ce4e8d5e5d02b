"""What editors code of a decision: charges and sentences, elements, victims, compensation, findings, dates."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from caselaw.fields import (
    Charged,
    Count,
    Date,
    Defendant,
    Key,
    Paragraphs,
    ProvisionKey,
    Record,
    Sum,
    SumOrUnknown,
    Term,
    Text,
    YesNo,
    YesNoOrUnknown,
)


class Sentence(Record):
    """What a defendant was sentenced to."""

    imprisonment: Term | None = Field(None, description="Term of imprisonment as the court printed it.")
    fine: Sum | None = Field(None, description="Fine.")
    suspended: YesNo | None = Field(None, description="Whether the imprisonment is suspended.")
    other: tuple[Text, ...] = Field((), description="Other sanctions, such as a professional ban or forfeiture.")


class Charge(Record):
    """One charge against one defendant and what became of it."""

    defendant: Defendant = Field(description="Initials or a letter, never a name.")
    charged: Charged = Field(description="The provision charged; the offence or “unknown” where no more is known.")
    finding: Annotated[str, Key("charge-findings")] = Field(description="What the court found on this charge.")
    convicted_of: Charged | None = Field(None, description="Only if it differs from `charged`: the re-qualification.")
    sentence: Sentence | None = Field(None, description="The sentence for this charge, or the single one for all.")
    paragraphs: Paragraphs = Field((), description="Paragraphs of the text that say so.")


class Coded(Record):
    """A coded element of the offence, and what it rests on."""

    paragraphs: Paragraphs = Field((), description="Paragraphs of the text that support it.")
    basis: Annotated[str, Key("bases")] | None = Field(
        None, description="Whether the court said so or the editor inferred it."
    )
    value: str


def _value_alone(value: object) -> object:
    return {"value": value} if isinstance(value, str) else value


# An element or a topic may be written as its key alone, where no paragraphs are named.
VALUE_ALONE = BeforeValidator(_value_alone)


class Act(Coded):
    """A coded act of trafficking."""

    value: Annotated[str, Key("acts")] = Field(description="The act.")


class Means(Coded):
    """A coded means of trafficking."""

    value: Annotated[str, Key("means")] = Field(description="The means.")


class Purpose(Coded):
    """A coded purpose of exploitation."""

    value: Annotated[str, Key("purposes")] = Field(description="The purpose.")


class Aggravating(Coded):
    """A coded aggravating fact."""

    value: Annotated[str, Key("aggravating")] = Field(description="The aggravating fact.")


class TopicReference(Record):
    """A topic of the decision and the paragraphs that matter for it."""

    value: Annotated[str, Key("topics")] = Field(description="The topic.")
    paragraphs: Paragraphs = Field((), description="The paragraphs of the text to read on this topic.")


class Victims(Record):
    """Victims as totals only; no field for a victim's name exists."""

    total: Count | None = Field(None, description="Number of victims.")
    adults: Count | None = Field(None, description="Of them adults.")
    children: Count | None = Field(None, description="Of them under 18.")
    sex: Annotated[str, Key("sexes")] | None = Field(None, description="Sex of the victims.")
    nationalities: tuple[Annotated[str, Key("countries")], ...] = Field((), description="ISO 3166 country codes.")
    vulnerabilities: tuple[Annotated[str, Key("vulnerabilities")], ...] = Field((), description="Vulnerabilities.")


class Compensation(Record):
    """Compensation claimed and awarded."""

    to: Text = Field(description="To whom: victims, applicant …; never a name.")
    claimed: SumOrUnknown | None = Field(None, description="Sum claimed.")
    awarded: SumOrUnknown | None = Field(None, description="Sum awarded; 0 EUR if refused.")
    referred_to_civil: YesNoOrUnknown | None = Field(
        None, description="Whether the claim was referred to civil proceedings."
    )
    paid: SumOrUnknown | None = Field(None, description="Sum that was really paid; 0 EUR if nothing was.")
    head: Annotated[str, Key("compensation-heads")] | None = Field(None, description="What the sum is for.")
    proceedings: Annotated[str, Key("compensation-proceedings")] | None = Field(
        None, description="In which proceedings, if not in those of this decision."
    )
    reasons: Text | None = Field(None, description="The court's reasons for the sum, in a few words.")
    paragraphs: Paragraphs = Field((), description="Paragraphs of the text that say so.")


class NonPunishment(Record):
    """The non-punishment principle, where somebody raised it."""

    raised_by: Annotated[str, Key("parties")] = Field(description="Who raised it.")
    result: Annotated[str, Key("non-punishment-results")] = Field(description="What the court did with it.")
    test: Text | None = Field(None, description="By which test the court decided it, in a few words.")
    paragraphs: Paragraphs = Field((), description="Paragraphs of the text that say so.")


class Protection(Record):
    """A protection measure for a victim or witness."""

    measure: Annotated[str, Key("protection-measures")] = Field(description="The measure.")
    result: Annotated[str, Key("protection-results")] = Field(description="Whether it was granted.")
    paragraphs: Paragraphs = Field((), description="Paragraphs of the text that say so.")


class Finding(Record):
    """A human-rights court's finding on one provision."""

    provision: ProvisionKey = Field(description="The provision examined.")
    result: Annotated[str, Key("provision-findings")] = Field(description="Violation or not.")
    aspect: Annotated[str, Key("aspects")] | None = Field(None, description="Procedural, substantive …")
    paragraphs: Paragraphs = Field((), description="Paragraphs of the text that say so.")


class ProceedingDates(Record):
    """When what the decision is about happened, as precise as the source."""

    offence_from: Date | None = Field(None, description="When the offence began.")
    offence_until: Date | None = Field(None, description="When it ended.")
    indictment: Date | None = Field(None, description="When the indictment was filed.")
    final: Date | None = Field(None, description="When the decision became final.")
    paragraphs: Paragraphs = Field((), description="Paragraphs of the text that say so.")
