"""What a case has to do with others: citations and mentions in both directions; and where it was read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from caselaw import urls
from caselaw.checks import Case
from caselaw.citations import Cited
from caselaw.pages.context import Context
from caselaw.pages.parts import CitationRow, Label, Link, SourceRow
from caselaw.schema import SourceReference


def cited_cases(context: Context, case: Case) -> tuple[CitationRow, ...]:
    """Return the cases that a case cites: those that it does not follow first, else in the order of its file."""
    cites = context.library.citations.cites.get(case.id, ())
    return _ordered(_citation_row(context, c.cited, c) for c in cites)


def citing_cases(context: Context, case: Case) -> tuple[CitationRow, ...]:
    """Return the cases that cite a case: those that do not follow it first, else the newest first."""
    cited_by = context.library.citations.cited_by.get(case.id, ())
    return _ordered(_citation_row(context, c.citing, c) for c in cited_by)


def mentioned_cases(context: Context, case: Case) -> tuple[CitationRow, ...]:
    """Return the cases that the text of a case names, but not as cited by the court nor as its own proceedings."""
    told = {c.cited for c in context.library.citations.cites.get(case.id, ())} | _proceedings(context, case)
    mentions = context.library.references.mentions.get(case.id, ())
    return tuple(_mention_row(context, m.mentioned, case.id, m.paragraphs) for m in mentions if m.mentioned not in told)


def mentioning_cases(context: Context, case: Case) -> tuple[CitationRow, ...]:
    """Return the cases whose texts name this one: the other end of ``mentioned_cases``."""
    told = {c.citing for c in context.library.citations.cited_by.get(case.id, ())} | _proceedings(context, case)
    mentions = context.library.references.mentioned_by.get(case.id, ())
    return tuple(_mention_row(context, m.citing, m.citing, m.paragraphs) for m in mentions if m.citing not in told)


def _proceedings(context: Context, case: Case) -> set[str]:
    return {step.case for step in context.library.citations.chains.get(case.id, ())}


def _ordered(rows: Iterable[CitationRow]) -> tuple[CitationRow, ...]:
    return tuple(sorted(rows, key=lambda row: not row.negative))


def _citation_row(context: Context, other_id: str, cited: Cited) -> CitationRow:
    """Return one citation as seen from one end."""
    return replace(
        _mention_row(context, other_id, cited.citing, cited.paragraphs),
        treatment=context.label("treatments", cited.treatment),
        negative=context.vocabulary.treatment(cited.treatment).negative,
        unverified=cited.unverified,
    )


def _mention_row(context: Context, other_id: str, citing: str, paragraphs: tuple[int, ...]) -> CitationRow:
    """Return the other case with links to the paragraphs of ``citing`` that name the one or the other."""
    other = context.library.catalogue.by_id[other_id]
    return CitationRow(
        link=Link(context.title(other), urls.case(context.language, other_id)),
        court=context.label("courts", other.record.court),
        decided=context.date(other.record.decided),
        treatment=None,
        paragraphs=tuple(
            Link(Label(str(number)), urls.case(context.language, citing, number)) for number in paragraphs
        ),
        status=context.status_mark(other),
    )


def source_row(context: Context, source: SourceReference, lang: str | None) -> SourceRow:
    """Return where the facts of a case or a text were read; ``lang`` is the language of their titles."""
    details = [source.publisher] if source.publisher else []
    if source.kind:
        details.append(context.label("source-kinds", source.kind).text)
    if source.read:
        details.append(context.locale.text("sources.read_on", date=context.date(source.read).text))
    return SourceRow(Label(source.title, lang), source.url, tuple(details))
