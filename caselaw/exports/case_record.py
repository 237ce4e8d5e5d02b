"""The whole exported record of a case, made of the parts in ``record``."""

from __future__ import annotations

from pydantic import Field

from caselaw.exports.record import (
    PARTIAL_DATE,
    AddressData,
    ChargeData,
    CitationData,
    CodedData,
    CompensationData,
    CorrectionData,
    Data,
    DocumentData,
    FindingData,
    HistoryData,
    LaterData,
    NonPunishmentData,
    ProtectionData,
    ProvisionData,
    ReviewData,
    SourceData,
    TermData,
    TextData,
    TopicData,
    TranslationData,
    VictimsData,
)


class CaseData(Data):
    """One decision on trafficking in human beings, as the library of case law has it."""

    id: str = Field(description="The id of the case, which is its address and never changes its meaning.")
    aliases: tuple[str, ...] = Field(description="Former ids; their addresses lead to the present one.")
    addresses: tuple[AddressData, ...] = Field(description="The pages of the case.")
    licence: str = Field(description="Licence of the record; the judgments themselves are as their courts allow.")
    disclaimer: dict[str, str] = Field(description="The status footnote that the sign * refers to, by language.")
    title: str = Field(description="Name of the case, as lawyers call it.")
    language: str = Field(description="Language in which the record is written: title, summary, notes.")
    summary: str = Field(description="Headnote in plain text, written by the library.")
    translations: tuple[TranslationData, ...] = Field(description="Translations of title, summary and text.")
    court: TermData = Field(description="The deciding court.")
    formation: str | None = Field(description="Panel, section or chamber.")
    case_numbers: tuple[str, ...] = Field(description="Case numbers as printed.")
    ecli: str | None = Field(description="Official European Case Law Identifier; never minted by the library.")
    decided: str = Field(description="Date of the decision, as precise as the source.", pattern=PARTIAL_DATE)
    kind: TermData = Field(description="Judgment, decision, ruling or opinion.")
    text: TermData = Field(description="What the text holds: a summary, an extract or the full judgment.")
    importance: TermData = Field(description="Key, high or normal.")
    outcome: TermData = Field(description="Outcome of the decision as a whole.")
    status: str = Field(
        description="What later decisions of the library did to this one, computed from them: quashed, modified, "
        "not-upheld, upheld, unsettled (what is known was quashed itself), or none: nothing is known."
    )
    status_unverified: bool = Field(
        description="Whether the status rests on an outcome, or on a relation between decisions, not yet checked."
    )
    later_decisions: tuple[str, ...] = Field(description="Ids of later decisions of the proceedings, oldest first.")
    offences: tuple[TermData, ...] = Field(description="Offences the case is about.")
    applies: tuple[ProvisionData, ...] = Field(description="Provisions applied.")
    charges: tuple[ChargeData, ...] = Field(description="Charges, findings and sentences per defendant.")
    acts: tuple[CodedData, ...] = Field(description="Acts of trafficking.")
    means: tuple[CodedData, ...] = Field(description="Means used.")
    purposes: tuple[CodedData, ...] = Field(description="Purposes of exploitation.")
    aggravating: tuple[CodedData, ...] = Field(description="Aggravating facts.")
    sectors: tuple[TermData, ...] = Field(description="Sectors of exploitation.")
    victims: VictimsData | None = Field(description="Victims as totals.")
    compensation: tuple[CompensationData, ...] = Field(description="Compensation claimed and awarded.")
    non_punishment: NonPunishmentData | None = Field(description="The non-punishment principle.")
    protection: tuple[ProtectionData, ...] = Field(description="Protection measures.")
    findings: tuple[FindingData, ...] = Field(description="Findings of human-rights courts.")
    history: tuple[HistoryData, ...] = Field(description="Other decisions in the same proceedings, oldest first.")
    later: tuple[LaterData, ...] = Field(description="Later decisions on it that have no page.")
    cites: tuple[CitationData, ...] = Field(description="Cases of the library that it cites.")
    cited_by: tuple[CitationData, ...] = Field(description="Cases of the library that cite it.")
    authorities: tuple[str, ...] = Field(description="Other authorities it cites.")
    topics: tuple[TopicData, ...] = Field(description="Topics.")
    sources: tuple[SourceData, ...] = Field(description="Where the facts were read.")
    documents: tuple[DocumentData, ...] = Field(description="Documents published with the case.")
    unverified: tuple[str, ...] = Field(
        description="What is not yet checked against the judgment: fields of the record by path, counted from 1 "
        "(charges.2.sentence), and paragraphs (p12). Treat these as not established."
    )
    review: ReviewData | None = Field(description="Coder and reviewer.")
    corrections: tuple[CorrectionData, ...] = Field(description="Published changes.")
    texts: tuple[TextData, ...] = Field(description="The text in its own language and in translation.")
