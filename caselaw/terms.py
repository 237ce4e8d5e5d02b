"""The terms of the closed lists: labels per language, courts, offences, laws with their articles and penalties."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import Field

from caselaw.fields import Count, Date, Key, ProvisionKey, Record, Sum, Term, Text, Url, YesNo, one_of

FALLBACK = "en"
UNKNOWN = "unknown"  # a charge of which the sources do not say for what it was


class Wording(Record):
    """A label in one language."""

    text: Text = Field(description="The label.")
    verified: YesNo = Field(description="Whether this wording was read in a source.")


def in_language(wordings: Mapping[str, Wording], language: str) -> tuple[Wording, str]:
    """Return the wording in ``language`` and that language, or the fallback and its language."""
    found = language if language in wordings else FALLBACK
    return wordings[found], found


class Entry(Record):
    """A term of a closed list."""

    id: Text = Field(description="The key that content files use.")
    labels: dict[str, Wording] = Field(description="The label per language; English is required.")
    source: Text | None = Field(None, description="Where the term was read.")
    note: Text | None = Field(None, description="A note for editors.")

    def label(self, language: str) -> tuple[Wording, str]:
        """Return the wording in ``language`` and that language, or the fallback and its language."""
        return in_language(self.labels, language)


class Period(Record):
    """From when until when something existed, as far as known."""

    since: Date | None = Field(None, description="First day.")
    until: Date | None = Field(None, description="Last day.")


class Court(Entry):
    """A court, past or present."""

    level: Annotated[str, Key("court-levels")] = Field(description="Its level, by which lists are grouped.")
    period: Period | None = Field(None, description="When it existed, if it no longer does.")
    place: Text | None = Field(None, description="Its seat.")
    oscola: Text | None = Field(
        None, description="Its short name in OSCOLA, such as ECtHR; for courts that decide on applications only."
    )


class CourtLevel(Entry):
    """A level of courts, by which lists are grouped."""

    system: Annotated[str, *one_of("domestic", "human-rights", "other")] = Field(
        "domestic", description="domestic; human-rights for courts whose cases are set beside domestic ones; or other."
    )
    bridge: tuple[ProvisionKey, ...] = Field(
        (), description="Of a human-rights court: the articles whose cases are set beside domestic ones."
    )


class Means(Entry):
    """A means of trafficking, or that none is needed."""

    none_needed: tuple[ProvisionKey, ...] = Field(
        (), description="Of the entry for child victims only: the provisions by which no means is needed."
    )


class Offence(Entry):
    """An offence that cases are about."""

    neighbouring: YesNo = Field(description="Yes for offences beside trafficking, such as smuggling of migrants.")


class Outcome(Entry):
    """The outcome of a decision as a whole."""

    effect: Annotated[str, *one_of("upheld", "modified", "quashed", "not-upheld", "none")] = Field(
        "none",
        description="What it did to a decision that it reviewed; not-upheld: modified or quashed, none: not known.",
    )


class Treatment(Entry):
    """How a decision treats a case that it cites."""

    negative: YesNo = Field(False, description="Whether it weakens the cited case; shown first and marked.")


class Subject(Entry):
    """What the editors code of a case and articles are about, such as an aggravating fact."""

    concerns: tuple[ProvisionKey, ...] = Field((), description="Articles of conventions and laws about this point.")


class Topic(Subject):
    """A point on which decisions are compared."""

    bridge: YesNo = Field(
        True, description="no for a topic so general that cases which share only it have no point in common."
    )


class Relation(Entry):
    """What another decision in the same proceedings is to a decision."""

    inverse: Annotated[str, Key("relations")] = Field(description="What this decision is to that one.")
    later: Annotated[str, *one_of("that", "this", "neither")] = Field(
        description="Which of the two comes later: that, this or neither."
    )
    reviews: YesNo = Field(False, description="Whether that decision reviews this one, as an appeal does.")


class KnownFigure(Entry):
    """A number that somebody else published, beside which the library sets its own for the same time."""

    number: Count = Field(description="The number as published.")
    counts: Annotated[str, *one_of("victims", "cases", "indictments", "convictions", "judgments")] = Field(
        description="victims, cases, indictments (persons charged), convictions (persons convicted), or judgments."
    )
    since: Date | None = Field(
        None, description="First day, month or year of the time it is about; leave it out where none is given."
    )
    until: Date = Field(description="Last day, month or year of that time.")
    court: Annotated[str, Key("courts")] | None = Field(None, description="The court it is about; all of them without.")
    publisher: Text = Field(description="Who published it.")
    source: Url = Field(description="The address at which it was read.")
    verified: YesNo = Field(description="Whether the number and its time were read there.")


class LanguageEntry(Entry):
    """A language of case texts."""

    tag: Text = Field(description="BCP 47 tag, such as sr-Latn.")


class TermRange(Record):
    """Least and most imprisonment."""

    min: Term | None = Field(None, description="Minimum.")
    max: Term | None = Field(None, description="Maximum.")


class FineRange(Record):
    """Least and most fine."""

    min: Sum | None = Field(None, description="Minimum.")
    max: Sum | None = Field(None, description="Maximum.")


class Penalty(Record):
    """The statutory range for one form of an offence."""

    form: dict[str, Wording] = Field(description="Which form of the offence, per language.")
    imprisonment: TermRange | None = Field(None, description="Imprisonment.")
    fine: FineRange | None = Field(None, description="Fine.")
    verified: YesNo = Field(
        description="Whether the range was read in a source; only then it is compared with sentences."
    )
    source: Text | None = Field(None, description="Where it was read.")

    def form_in(self, language: str) -> tuple[Wording, str]:
        """Return the form of the offence in ``language`` and that language, or the fallback and its language."""
        return in_language(self.form, language)


class Article(Record):
    """One article of a law."""

    article: Text = Field(description="Its number as cited.")
    labels: dict[str, Wording] = Field(description="Its heading per language.")
    number_verified: YesNo = Field(description="Whether number and subject were read together in a source.")
    offence: Annotated[str, Key("offences")] | None = Field(None, description="The offence it defines.")
    concerns: tuple[Annotated[str, Key("offences")], ...] = Field(
        (), description="Offences that an article of a convention is about; so it corresponds to those of the codes."
    )
    chapter: Text | None = Field(None, description="The number of its chapter, where its law lists chapters.")
    for_courts: YesNo = Field(
        True, description="No where cases are not indexed under it, such as an article on monitoring."
    )
    penalties: tuple[Penalty, ...] = Field((), description="Statutory ranges.")
    source: Text | None = Field(None, description="Where it was read.")
    note: Text | None = Field(None, description="A note for editors.")

    def label(self, language: str) -> tuple[Wording, str]:
        """Return the heading in ``language`` and that language, or the fallback and its language."""
        return in_language(self.labels, language)


class DatedFact(Record):
    """A date and whether it was verified."""

    date: Date = Field(description="The date.")
    verified: YesNo = Field(description="Whether it was read in a source.")


class Chapter(Record):
    """One chapter of a law or convention."""

    number: Text = Field(description="Its number as printed.")
    labels: dict[str, Wording] = Field(description="Its title per language.")
    source: Text | None = Field(None, description="Where the title was read.")

    def label(self, language: str) -> tuple[Wording, str]:
        """Return the title in ``language`` and that language, or the fallback and its language."""
        return in_language(self.labels, language)


class Predecessor(Record):
    """The law that a later one on the same matter came after."""

    law: Annotated[str, Key("laws")] = Field(description="The earlier law.")
    verified: YesNo = Field(description="Whether a source says that the later law replaced it.")


class Standing(Record):
    """A statement on how far a law or convention binds, for readers."""

    labels: dict[str, Wording] = Field(description="The statement per language.")
    verified: YesNo = Field(description="Whether it was read in a source.")
    source: Text | None = Field(None, description="Where it was read.")

    def label(self, language: str) -> tuple[Wording, str]:
        """Return the statement in ``language`` and that language, or the fallback and its language."""
        return in_language(self.labels, language)


class Law(Entry):
    """A code, law, regulation or convention, in one version."""

    abbreviation: dict[str, Wording] = Field(description="The short form to cite by, per language.")
    number: Text | None = Field(None, description="Official number.")
    kind: Annotated[str, *one_of("code", "regulation", "law", "convention", "directive")] = Field(
        description="code, regulation, law, convention or directive."
    )
    adopted: DatedFact | None = Field(None, description="The day of its adoption, its own date.")
    in_force: DatedFact | None = Field(None, description="First day in force.")
    until: DatedFact | None = Field(None, description="Last day applied.")
    gazette: Wording | None = Field(None, description="Official gazette.")
    replaces: Predecessor | None = Field(None, description="The earlier law on the same matter.")
    standing: tuple[Standing, ...] = Field((), description="What readers must know of how far it binds.")
    chapters: tuple[Chapter, ...] = Field((), description="Its chapters, in order.")
    articles: tuple[Article, ...] = Field((), description="The articles that cases may refer to.")

    def short(self, language: str) -> tuple[Wording, str]:
        """Return the abbreviation in ``language`` and that language, or the fallback and its language."""
        return in_language(self.abbreviation, language)
