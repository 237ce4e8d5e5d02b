"""The page of one decision."""

from __future__ import annotations

from caselaw import urls
from caselaw.catalogue import is_public
from caselaw.checks import Case
from caselaw.pages.case_bridge import bridge_section
from caselaw.pages.case_cite import cite
from caselaw.pages.case_documents import document_rows
from caselaw.pages.case_elements import element_groups
from caselaw.pages.case_facts import detail_facts, head_facts, review_facts
from caselaw.pages.case_relations import cited_cases, citing_cases, mentioned_cases, mentioning_cases, source_row
from caselaw.pages.case_tables import case_tables, charge_rows
from caselaw.pages.case_texts import case_texts, version_note
from caselaw.pages.checklist import checklist_link
from caselaw.pages.context import Context
from caselaw.pages.frame_parts import FileLink, Frame
from caselaw.pages.model import (
    CasePage,
    RedirectPage,
)
from caselaw.pages.parts import (
    Correction,
    Label,
    Link,
    OutlineEntry,
)
from caselaw.pages.proceedings import status_lines, timeline
from caselaw.pages.suggest import suggested_correction
from caselaw.pages.unverified import unverified_names
from caselaw.versions import Version

JSON = "application/json"


def case_page(context: Context, case: Case) -> CasePage:
    """Return the page of a public case."""
    record, version = case.record, context.version(case)
    return CasePage(
        frame=_frame(context, case),
        id=case.id,
        heading=version.title,
        citation=_citation_line(context, case),
        lang=context.lang(version.language),
        note=version_note(context, case),
        status=status_lines(context, case),
        kind=context.label("kinds", record.kind),
        text_kind=context.label("text-kinds", record.text),
        neighbouring=context.is_neighbouring(case),
        facts=tuple(head_facts(context, case)),
        summary=version.summary,
        charges=charge_rows(context, case),
        elements=element_groups(context, case),
        checklist=checklist_link(context),
        tables=case_tables(context, case),
        details=tuple(detail_facts(context, case)),
        chain=timeline(context, case),
        cites=cited_cases(context, case),
        cited_by=citing_cases(context, case),
        mentions=mentioned_cases(context, case),
        mentioned_by=mentioning_cases(context, case),
        bridge=bridge_section(context, case),
        authorities=tuple(Label(authority, context.case_lang(case)) for authority in record.authorities),
        cite=cite(context, case),
        suggest=suggested_correction(context, case),
        sources=tuple(source_row(context, source, context.case_lang(case)) for source in record.sources),
        documents=document_rows(context, case),
        unverified=unverified_names(context, case),
        unpublished=_unpublished(context, case),
        review=tuple(review_facts(context, case)),
        corrections=_corrections(context, case),
        texts=case_texts(context, case),
        outline=_outline(context, version),
    )


def _outline(context: Context, version: Version) -> tuple[OutlineEntry, ...]:
    lang = context.lang(version.text_language)
    return tuple(OutlineEntry(h.text, f"#{h.id}", h.level, lang) for h in version.text.headings)


def _unpublished(context: Context, case: Case) -> str:
    """Return why readers of the published site do not see the case; empty where they do."""
    if is_public(case, context.library.today):
        return ""
    until = case.record.publication.embargo_until
    if case.record.publication.status == "published" and until:
        return context.locale.text("preview.embargo", date=context.date(until).text)
    return context.locale.text("preview.draft")


def _corrections(context: Context, case: Case) -> tuple[Correction, ...]:
    lang = context.case_lang(case)
    return tuple(Correction(context.date(note.date), Label(note.note, lang)) for note in case.record.corrections)


def _frame(context: Context, case: Case) -> Frame:
    record, version = case.record, context.version(case)
    court = context.label("courts", record.court)
    citation = _citation_line(context, case)
    description = context.locale.text("case.description", citation=citation, summary=version.summary)
    parents = (context.section("courts"), Link(court, urls.listing(context.language, "courts", record.court)))
    path = urls.case(context.language, case.id)
    data = FileLink(JSON, context.locale.text("case.data"), urls.case_data(case.id))
    return context.frame(path, version.title, description, parents, tells_of_cases=True, files=(data,))


def _citation_line(context: Context, case: Case) -> str:
    """Return court, numbers and date in one line."""
    record = case.record
    court = context.label("courts", record.court).text
    return ", ".join((court, *record.case_numbers, context.date(record.decided).text))


def redirect_page(context: Context, alias: str, case_id: str) -> RedirectPage:
    """Return the page at a former address of a case."""
    locale, catalogue = context.locale, context.library.catalogue
    frame = context.frame(
        urls.case(context.language, alias),
        locale.text("pages.redirect.title"),
        locale.text("pages.redirect.description"),
        (context.section("cases"),),
        indexable=False,
    )
    case = catalogue.by_id.get(case_id)
    label = context.title(case) if case else Label(locale.text("pages.withdrawn.title"))
    return RedirectPage(frame, Link(label, urls.case(context.language, case_id)))
