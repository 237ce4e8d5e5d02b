"""The record of a case: every field of the front matter, typed, with the description that editors read.

These pydantic models are the single source: they validate, and their field descriptions and types make the JSON Schema
and the contributor's field reference. What cannot be told from one record alone is checked in ``checks``.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field

from caselaw.coding import (
    VALUE_ALONE,
    Act,
    Aggravating,
    Charge,
    Compensation,
    Finding,
    Means,
    NonPunishment,
    ProceedingDates,
    Protection,
    Purpose,
    TopicReference,
    Victims,
)
from caselaw.fields import (
    CaseId,
    Date,
    Ecli,
    FileName,
    FullDate,
    Initials,
    Key,
    Paragraphs,
    ProvisionKey,
    Record,
    Summary,
    Text,
    Url,
)
from caselaw.values import Provision


class HistoryStep(Record):
    """Another decision in the same proceedings, stated from either end."""

    relation: Annotated[str, Key("relations")] = Field(description="What that decision is to this one.")
    case: CaseId = Field(description="The id of that decision.")


class LaterDecision(Record):
    """A later decision that reviewed this one, of which too little is known for a page of its own."""

    court: Annotated[str, Key("courts")] = Field(description="The court that decided.")
    outcome: Annotated[str, Key("outcomes")] = Field(description="Its outcome.")
    decided: Date | None = Field(None, description="Its date, as precise as the source; left out where not known.")
    paragraphs: Paragraphs = Field((), description="Paragraphs of the text that tell of it.")


class Citation(Record):
    """A case of the library that this decision cites."""

    case: CaseId = Field(description="The id of the cited case.")
    treatment: Annotated[str, Key("treatments")] = Field("cited", description="How it is treated.")
    paragraphs: Paragraphs = Field((), description="The citing paragraphs of the text.")


class SourceReference(Record):
    """Where the facts were read."""

    url: Url = Field(description="Web address.")
    title: Text = Field(description="Title of the source.")
    publisher: Text | None = Field(None, description="Who published it.")
    kind: Annotated[str, Key("source-kinds")] | None = Field(None, description="Judgment, press, report …")
    read: FullDate | None = Field(None, description="The day it was read.")


class AttachedDocument(Record):
    """A file that lies beside the case file."""

    file: FileName = Field(description="File name.")
    language: Annotated[str, Key("languages")] = Field(description="Its language.")
    title: Text = Field(description="Its title.")


class Review(Record):
    """Who coded and who reviewed, by initials."""

    coded_by: Text | None = Field(None, description="Initials of the coder.")
    reviewed_by: Text | None = Field(None, description="Initials of the reviewer.")
    reviewed_on: FullDate | None = Field(None, description="Day of the review.")


class Publication(Record):
    """Whether the case is public."""

    status: Annotated[str, Key("publication-statuses")] = Field(description="draft, published or withdrawn.")
    reason: Text | None = Field(None, description="Why it was withdrawn; published in its place.")
    embargo_until: FullDate | None = Field(None, description="First day on which it is public.")
    since: FullDate | None = Field(None, description="Day on which it came into the library; feeds go by it.")
    withdrawn_on: FullDate | None = Field(None, description="Day on which it was withdrawn; published with the reason.")


class CorrectionNote(Record):
    """A published change."""

    date: FullDate = Field(description="Day of the change.")
    note: Text = Field(description="What changed.")


class CaseRecord(Record):
    """The front matter of a case."""

    title: Text = Field(description="Name of the case, as lawyers call it.")
    court: Annotated[str, Key("courts")] = Field(description="The deciding court.")
    formation: Text | None = Field(None, description="Panel, section or chamber.")
    case_numbers: tuple[Text, ...] = Field((), description="Case numbers as printed.")
    ecli: Ecli | None = Field(None, description="Official identifiers only, never minted.")
    decided: Date = Field(description="Date of the decision, as precise as the source.")
    dates: ProceedingDates | None = Field(None, description="When the offence, the indictment and the end were.")
    kind: Annotated[str, Key("kinds")] = Field(description="Judgment, decision, ruling or opinion.")
    text: Annotated[str, Key("text-kinds")] = Field(description="What the body holds: summary, extract or full.")
    language: Annotated[str, Key("languages")] = Field(description="Language of this file.")
    summary: Summary = Field(description="Headnote in plain text, at most 120 words.")
    offences: tuple[Annotated[str, Key("offences")], ...] = Field(
        description="Offences the case is about.", min_length=1
    )
    outcome: Annotated[str, Key("outcomes")] = Field(description="Outcome of the decision as a whole.")
    applies: tuple[ProvisionKey, ...] = Field((), description="Provisions applied.")
    charges: tuple[Charge, ...] = Field((), description="Charges, findings and sentences per defendant.")
    acts: tuple[Annotated[Act, VALUE_ALONE], ...] = Field((), description="Acts of trafficking.")
    means: tuple[Annotated[Means, VALUE_ALONE], ...] = Field((), description="Means used.")
    purposes: tuple[Annotated[Purpose, VALUE_ALONE], ...] = Field((), description="Purposes.")
    aggravating: tuple[Annotated[Aggravating, VALUE_ALONE], ...] = Field((), description="Aggravating facts.")
    sectors: tuple[Annotated[str, Key("sectors")], ...] = Field((), description="Sectors of exploitation.")
    victims: Victims | None = Field(None, description="Victims as totals.")
    compensation: tuple[Compensation, ...] = Field((), description="Compensation claimed and awarded.")
    non_punishment: NonPunishment | None = Field(None, description="The non-punishment principle.")
    protection: tuple[Protection, ...] = Field((), description="Protection measures.")
    findings: tuple[Finding, ...] = Field((), description="Findings of human-rights courts.")
    history: tuple[HistoryStep, ...] = Field((), description="Other decisions in the same proceedings.")
    later: tuple[LaterDecision, ...] = Field(
        (), description="Later decisions on this one that have no page, since too little of them is known."
    )
    cites: tuple[Citation, ...] = Field((), description="Cases of the library that it cites.")
    authorities: tuple[Text, ...] = Field((), description="Other authorities it cites.")
    topics: tuple[Annotated[TopicReference, VALUE_ALONE], ...] = Field((), description="Topics.")
    importance: Annotated[str, Key("importance")] = Field("normal", description="key, high or normal.")
    sources: tuple[SourceReference, ...] = Field(description="Where the facts were read; at least one.", min_length=1)
    documents: tuple[AttachedDocument, ...] = Field((), description="Files beside the case file.")
    unverified: tuple[Text, ...] = Field((), description="Fields or paragraphs not yet checked against the judgment.")
    review: Review | None = Field(None, description="Coder and reviewer.")
    publication: Publication = Field(description="draft, published or withdrawn.")
    corrections: tuple[CorrectionNote, ...] = Field((), description="Published changes.")
    aliases: tuple[CaseId, ...] = Field((), description="Former ids; their addresses redirect here.")

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The articles that it applies, charges or finds on, as keys such as ``pcck-2003/139``."""
        charged = [key for charge in self.charges for key in (charge.charged, charge.convicted_of)]
        found = [finding.provision for finding in self.findings]
        named = (*self.applies, *charged, *found)
        return tuple(sorted({provision.of_article for provision in named if isinstance(provision, Provision)}))

    @cached_property
    def ties(self) -> str:
        """All that ties it to other cases, in one text: two records that say the same of it have the same."""
        return repr((self.decided, self.cites, self.history, self.unverified))

    def is_unverified(self, path: str) -> bool:
        """Whether the field at ``path``, a part of it, or the group it belongs to is listed as unverified."""
        return any(
            entry == path or entry.startswith(f"{path}.") or path.startswith(f"{entry}.") for entry in self.unverified
        )


class WithdrawnRecord(Record):
    """What is read of the file of a withdrawn case; whatever else it holds is for nobody."""

    publication: Publication = Field(description="status: withdrawn, the reason and the day, which are published.")
    aliases: tuple[CaseId, ...] = Field((), description="Former ids; their addresses redirect here.")
    language: Annotated[str, Key("languages")] | None = Field(None, description="Language of the reason.")


class TranslationNote(Record):
    """What kind of translation it is, who made it and when."""

    kind: Annotated[str, Key("translation-kinds")] = Field(description="official, unofficial or machine.")
    by: Initials | None = Field(None, description="Initials of the translator.")
    date: FullDate = Field(description="Day of the translation.")


class TranslationRecord(Record):
    """The front matter of a translation; all else stands once, in the main file."""

    title: Text = Field(description="Name of the case in this language.")
    language: Annotated[str, Key("languages")] = Field(description="Language of this file, as in its name.")
    summary: Summary = Field(description="Headnote in this language, in plain text, at most 120 words.")
    translation: TranslationNote = Field(description="Its kind, the translator's initials, its date.")
