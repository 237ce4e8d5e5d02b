"""The closed lists: courts, offences, laws, elements, outcomes …, each from key to term.

Labels say per language whether their wording was verified, and a missing one falls back to English. Nothing unverified
is ever computed with.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from babel import Locale

from caselaw.terms import (
    Article,
    Court,
    CourtLevel,
    Entry,
    KnownFigure,
    LanguageEntry,
    Law,
    Means,
    Offence,
    Outcome,
    Relation,
    Topic,
    Treatment,
)
from caselaw.values import Provision

# ISO 3166 codes with their names; XK is the user-assigned one. CLDR also lists unions, pseudo-codes and "unknown".
_NO_COUNTRIES = frozenset("EU EZ QO UN XA XB ZZ".split())
COUNTRIES: Mapping[str, str] = {
    str(code): str(name)
    for code, name in Locale("en").territories.items()
    if len(str(code)) == 2 and str(code).isalpha() and code not in _NO_COUNTRIES
}


@dataclass(frozen=True)
class Vocabulary:
    """All closed lists by name, each from key to term in the order of its file."""

    lists: Mapping[str, Mapping[str, Entry]]

    def term(self, name: str, key: str) -> Entry:
        """Return the term ``key`` of the list ``name``."""
        return self.lists[name][key]

    def court(self, key: str) -> Court:
        """Return a court."""
        return cast(Court, self.lists["courts"][key])

    def courts(self) -> Iterator[Court]:
        """Yield the courts in the order of their file."""
        yield from cast("Mapping[str, Court]", self.lists["courts"]).values()

    def court_level(self, court: str) -> CourtLevel:
        """Return the level of a court."""
        return cast(CourtLevel, self.lists["court-levels"][self.court(court).level])

    def means(self, key: str) -> Means:
        """Return a means of trafficking."""
        return cast(Means, self.lists["means"][key])

    def offence(self, key: str) -> Offence:
        """Return an offence."""
        return cast(Offence, self.lists["offences"][key])

    def outcome(self, key: str) -> Outcome:
        """Return an outcome."""
        return cast(Outcome, self.lists["outcomes"][key])

    def treatment(self, key: str) -> Treatment:
        """Return how a decision treats a case that it cites."""
        return cast(Treatment, self.lists["treatments"][key])

    def topic(self, key: str) -> Topic:
        """Return a topic."""
        return cast(Topic, self.lists["topics"][key])

    def relation(self, key: str) -> Relation:
        """Return a relation between decisions."""
        return cast(Relation, self.lists["relations"][key])

    def known_figures(self) -> Iterator[KnownFigure]:
        """Yield the numbers that others published, in the order of their file."""
        yield from cast("Mapping[str, KnownFigure]", self.lists["coverage"]).values()

    def language_tag(self, key: str) -> str:
        """Return the BCP 47 tag of a language of case texts."""
        return cast(LanguageEntry, self.lists["languages"][key]).tag

    def all_laws(self) -> Iterator[Law]:
        """Yield the laws and then the conventions, each in the order of its file."""
        for name in ("laws", "conventions"):
            yield from cast("Mapping[str, Law]", self.lists[name]).values()

    def law(self, key: str) -> Law | None:
        """Return a law or convention, None where there is none of that key."""
        return cast("Law | None", self.lists["laws"].get(key) or self.lists["conventions"].get(key))

    def earlier_laws(self, key: str) -> Iterator[Law]:
        """Yield the law that a law came after, the one before that, and so on; each once, even in a circle."""
        seen: set[str] = set()
        law = self.law(key)
        while law and law.replaces and law.replaces.law not in seen:
            seen.add(law.replaces.law)
            law = self.law(law.replaces.law)
            if law:
                yield law

    def later_laws(self, key: str) -> Iterator[Law]:
        """Yield the laws that came directly after a law."""
        yield from (law for law in self.all_laws() if law.replaces and law.replaces.law == key)

    def is_domestic(self, provision: Provision) -> bool:
        """Whether a provision belongs to a law, not to a convention."""
        return provision.law in self.lists["laws"]

    def article(self, provision: Provision) -> Article | None:
        """Return the article that a provision names, None where its law does not list it."""
        law = self.law(provision.law)
        articles = law.articles if law else ()
        return next((article for article in articles if article.article == provision.article), None)
