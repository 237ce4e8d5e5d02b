"""The file of a new case: what is known, and every other field with its explanation, waiting behind a sign."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caselaw.checks import UNWRITTEN
from caselaw.intake.answers import QUESTIONS, Question, as_yaml, quoted
from caselaw.locale import Locale

_WIDTH = 110
# Fields in the order of the guide; a text is an example that waits until its sign is deleted.
_WAITING: Mapping[str, str] = {
    "formation": "formation: panel of three",
    "ecli": "ecli: ECLI:CE:ECHR:2005:0726JUD007331601",
    "applies": "applies: [pcck-2003/139]",
    "charges": (
        "charges:\n"
        "  - defendant: L.D.\n"
        "    charged: pcck-2003/139\n"
        "    finding: convicted\n"
        "    sentence: {imprisonment: 8 years, fine: 8000 EUR, suspended: no}\n"
        "    paragraphs: [3]"
    ),
    "acts": "acts: [{value: recruitment, paragraphs: [1], basis: court}, transportation]",
    "means": "means: [deception]",
    "purposes": "purposes: [forced-labour]",
    "aggravating": "aggravating: [{value: child-victim, paragraphs: [1], basis: court}]",
    "sectors": "sectors: [agriculture]",
    "victims": "victims: {total: 3, adults: 2, children: 1, sex: mixed, nationalities: [AL, MD]}",
    "compensation": "compensation: [{to: victims, claimed: unknown, awarded: 0 EUR, referred_to_civil: yes}]",
    "non_punishment": "non_punishment: {raised_by: defence, result: refused, paragraphs: [2]}",
    "protection": "protection: [{measure: anonymous-witness, result: granted, paragraphs: [1]}]",
    "findings": "findings: [{provision: echr/4, result: violation, aspect: procedural}]",
    "history": "history: [{relation: appeal-of, case: medicus-first-instance-2013}]",
    "later": "later: [{court: ca, outcome: upheld, paragraphs: [2]}]",
    "cites": "cites: [{case: siliadin-v-france, treatment: followed, paragraphs: [3]}]",
    "authorities": 'authorities: ["Palermo Protocol, Article 3"]',
    "topics": "topics: [{value: consent, paragraphs: [2]}]",
    "importance": "importance: normal",
    "review": "review: {coded_by: A.B., reviewed_by: C.D., reviewed_on: 2026-11-23}",
}
_ORDER = (
    "title", "court", "formation", "case_numbers", "ecli", "decided", "kind", "text", "language", "summary", "offences",
    "outcome", "applies", "charges", "acts", "means", "purposes", "aggravating", "sectors", "victims", "compensation",
    "non_punishment", "protection", "findings", "history", "later", "cites", "authorities", "topics", "importance",
    "sources", "unverified", "review", "publication",
)  # fmt: skip
_ASKED = {question.field: question for question in QUESTIONS if question.field != "id"}
# Fields that only a document tells of, as lists or single values.
_READ = {"ecli": Question("ecli"), "applies": Question("applies", several=True)}


@dataclass(frozen=True)
class NewCase:
    """What is known of a new case: values by field, which of them were guessed, and its text if there is one."""

    values: Mapping[str, tuple[str, ...]]
    guessed: frozenset[str]
    source_title: str
    body: str | None = None  # Markdown
    text_notes: tuple[str, ...] = ()  # what the editor must know of the text, as sentences


def write_case(case: NewCase, words: Locale, own_words: Locale) -> str:
    """Return the whole file; ``words`` is the editor's language, ``own_words`` that of the case."""
    notes = [*_comment(words.text("intake.file.top")), *_comment(*case.text_notes)]
    fields = [line for name in _ORDER for line in _field(name, case, words)]
    return "\n".join(["---", *notes, "", *fields, "---", case.body or _stub(own_words)])


def missing(case: NewCase) -> tuple[str, ...]:
    """Return the required fields that nobody has named yet."""
    return tuple(name for name, question in _ASKED.items() if question.needed and not case.values.get(name))


def _field(name: str, case: NewCase, words: Locale) -> Iterator[str]:
    """Yield what the file says of a field: its explanation, whether it was guessed, and its line, open or waiting."""
    yield from _comment(words.text(f"intake.file.{name}"))
    if name in case.guessed:
        yield from _comment(words.text("intake.file.guessed"))
    values, question = case.values.get(name, ()), _ASKED.get(name) or _READ.get(name)
    if name == "text":
        yield f"text: {'summary' if case.body is None else 'full'}"
    elif name == "summary":
        yield f"summary: {quoted(UNWRITTEN)}"
    elif name == "publication":
        yield "publication: {status: draft}"
    elif name == "unverified":
        listed = ", ".join(field for field in _ORDER if field in case.guessed)
        yield f"unverified: [{listed}]" if listed else "#unverified: [decided, p2]"
    elif question and values:
        yield f"{name}: {as_yaml(question, values, case.source_title)}"
    elif name in _ASKED:
        yield f"{name}:" if _ASKED[name].needed else f"#{name}: [P 1/2020]"
    else:
        yield from (f"#{line}" for line in _WAITING[name].split("\n"))


def _comment(*sentences: str) -> Iterator[str]:
    for sentence in sentences:
        yield from textwrap.wrap(
            sentence,
            _WIDTH,
            initial_indent="# ",
            subsequent_indent="# ",
            break_long_words=False,
            break_on_hyphens=False,
        )


def _stub(words: Locale) -> str:
    headings = (
        words.text("intake.stub.facts"),
        words.text("intake.stub.proceedings"),
        words.text("intake.stub.reasons"),
    )
    parts = [f"## {heading}\n\n[{number}] {UNWRITTEN}\n" for number, heading in enumerate(headings, 1)]
    return "\n".join(parts)
