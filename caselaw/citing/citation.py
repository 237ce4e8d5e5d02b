"""What a citation of one case holds, in one language, before any format writes it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caselaw import urls
from caselaw.checks import Case
from caselaw.locale import Locale
from caselaw.schema import CaseRecord, LaterDecision
from caselaw.values import PartialDate
from caselaw.vocabulary import Vocabulary

# The fields that a citation rests on: of these it says when they are not verified.
_CITED_FIELDS = ("title", "court", "case_numbers", "ecli", "decided", "kind")


@dataclass(frozen=True)
class Collection:
    """The library in which a case was read: its title, edition as YYYY-MM-DD, and address with a slash, or empty."""

    title: str
    edition: str
    base_url: str = ""


@dataclass(frozen=True)
class Citation:
    """One case as it is cited in one language; every text is a single line without control characters."""

    id: str
    title: str
    court: str
    oscola_court: str  # short name of a court that decides on applications, or empty
    numbers: tuple[str, ...]  # as printed
    ecli: str  # official, or empty
    kind: str  # “Judgment”
    decided: PartialDate
    decided_on: str  # the date in words
    text_kind: str  # what the page holds, a key: summary, extract or full
    language: str  # BCP 47 tag of title and abstract
    abstract: str
    keywords: tuple[str, ...]  # offences, then topics
    history: tuple[str, ...]  # what later decisions made of it: “Conviction (Court of Appeals, 6 November 2015)”
    note: str  # which of the cited fields nobody has checked yet, or empty
    collection: str  # title of the library
    source: str  # the same with its edition
    address: str  # permanent address of the page; empty while the library has none


def make_citation(
    case: Case, locale: Locale, vocabulary: Vocabulary, later: Sequence[Case], collection: Collection
) -> Citation:
    """Return the citation of a case for readers of a language; ``later`` are the later decisions of the proceedings."""
    record, version = case.record, case.version(locale.key)
    unverified = tuple(locale.text(f"fields.{name}") for name in _CITED_FIELDS if name in record.unverified)
    title = one_line(collection.title)
    return Citation(
        id=case.id,
        title=one_line(version.title),
        court=_label(vocabulary, locale, "courts", record.court),
        oscola_court=vocabulary.court(record.court).oscola or "",
        numbers=tuple(one_line(number) for number in record.case_numbers),
        ecli=record.ecli or "",
        kind=_label(vocabulary, locale, "kinds", record.kind),
        decided=record.decided,
        decided_on=locale.date(record.decided.iso),
        text_kind=record.text,
        language=vocabulary.language_tag(version.language),
        abstract=one_line(version.summary),
        keywords=tuple(dict.fromkeys(_keywords(case, vocabulary, locale))),
        history=tuple(_history(case, later, vocabulary, locale)),
        note=locale.text("cite.note", fields=", ".join(unverified)) if unverified else "",
        collection=title,
        source=locale.text("cite.source", library=title, date=locale.date(collection.edition)),
        address=collection.base_url and collection.base_url.rstrip("/") + "/" + urls.case(locale.key, case.id),
    )


def _label(vocabulary: Vocabulary, locale: Locale, name: str, key: str) -> str:
    return one_line(vocabulary.term(name, key).label(locale.key)[0].text)


def _keywords(case: Case, vocabulary: Vocabulary, locale: Locale) -> Iterator[str]:
    yield from (_label(vocabulary, locale, "offences", key) for key in case.record.offences)
    yield from (_label(vocabulary, locale, "topics", topic.value) for topic in case.record.topics)


def _history(case: Case, later: Sequence[Case], vocabulary: Vocabulary, locale: Locale) -> Iterator[str]:
    """Yield what became of a case in its proceedings, decisions without a page after those that they reviewed."""
    for one in (case, *later):
        decisions: list[CaseRecord | LaterDecision] = [*([one.record] if one.id != case.id else []), *one.record.later]
        for decision in decisions:
            yield locale.text(
                "cite.later_decision",
                outcome=_label(vocabulary, locale, "outcomes", decision.outcome),
                court=_label(vocabulary, locale, "courts", decision.court),
                date=locale.date(decision.decided.iso) if decision.decided else locale.text("chain.no_date"),
            )


def one_line(text: str) -> str:
    """Return a text with every run of white space and control characters as one space."""
    return " ".join("".join(" " if unicodedata.category(sign) in ("Cc", "Cs") else sign for sign in text).split())
