"""What a case has to do with others: its chain of proceedings, citations; and where it was read."""

from __future__ import annotations

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.pages.parts import CitationRow, Label, Link, SourceRow, Step
from caselaw.schema import SourceReference


def chain(context: Context, case: Case) -> tuple[Step, ...]:
    """Return the chain of proceedings of a case, the oldest decision first."""
    return tuple(
        Step(
            link=case_link(context, step.case),
            court=context.label("courts", other.record.court),
            decided=context.date(other.record.decided),
            outcome=context.label("outcomes", other.record.outcome),
            relation=context.label("relations", step.relation) if step.relation else None,
            current=step.case == case.id,
        )
        for step in context.library.citations.chains.get(case.id, ())
        for other in (context.library.catalogue.by_id[step.case],)
    )


def case_link(context: Context, case_id: str) -> Link:
    """Return the link to a public case."""
    case = context.library.catalogue.by_id[case_id]
    return Link(context.title(case), urls.case(context.language, case_id))


def citation_row(
    context: Context, other_id: str, treatment: str, citing: str, paragraphs: tuple[int, ...]
) -> CitationRow:
    """Return one citation as seen from one end; ``paragraphs`` are those of the case ``citing``."""
    other = context.library.catalogue.by_id[other_id]
    return CitationRow(
        link=case_link(context, other_id),
        court=context.label("courts", other.record.court),
        decided=context.date(other.record.decided),
        treatment=context.label("treatments", treatment),
        paragraphs=tuple(
            Link(Label(str(number)), urls.case(context.language, citing, number)) for number in paragraphs
        ),
    )


def source_row(context: Context, source: SourceReference, lang: str | None) -> SourceRow:
    """Return where the facts of a case or a text were read; ``lang`` is the language of their titles."""
    details = [source.publisher] if source.publisher else []
    if source.kind:
        details.append(context.label("source-kinds", source.kind).text)
    if source.read:
        details.append(context.locale.text("sources.read_on", date=context.date(source.read).text))
    return SourceRow(Label(source.title, lang), source.url, tuple(details))
