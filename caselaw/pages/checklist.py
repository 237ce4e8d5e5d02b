"""The checklist of the elements of trafficking, each with the paragraphs of leading cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.case_elements import FIELDS, no_means_needed
from caselaw.pages.context import Context
from caselaw.pages.element_parts import ChecklistCase, ChecklistElement, ChecklistGroup, ChecklistPage
from caselaw.pages.excerpts import paragraph_excerpt
from caselaw.pages.parts import Label, Link, ParagraphLink
from caselaw.pages.site import CHECKLIST, text_body
from caselaw.pages.unverified import is_unverified
from caselaw.schema import Coded

LEADING = 5  # cases an element at most
EXCERPT = 30  # words of a paragraph at most


def checklist_link(context: Context) -> Link:
    """Return the link to the checklist."""
    return Link(Label(context.locale.text("checklist.title")), urls.text_page(context.language, CHECKLIST))


def checklist_page(context: Context) -> ChecklistPage:
    """Return the checklist; content/pages/checklist.md, if there is one, opens it."""
    locale, versions = context.locale, context.library.texts.get(CHECKLIST)
    frame = context.frame(
        urls.text_page(context.language, CHECKLIST),
        locale.text("checklist.title"),
        locale.text("checklist.description"),
        (context.section("topics"),),
        tells_of_cases=True,
    )
    return ChecklistPage(
        frame=frame,
        introduction=text_body(context, versions, frame) if versions else None,
        groups=tuple(
            ChecklistGroup(locale.text(f"elements.{field}"), tuple(_elements(context, field))) for field in FIELDS
        ),
    )


def _elements(context: Context, field: str) -> Iterator[ChecklistElement]:
    found: dict[str, list[tuple[Case, int, Coded]]] = {}
    for case in context.library.catalogue.cases:
        for number, coded in enumerate(getattr(case.record, field), 1):
            found.setdefault(coded.value, []).append((case, number, coded))
    for key in context.vocabulary.lists[field]:
        note = no_means_needed(context, context.vocabulary.means(key).none_needed) if field == "means" else None
        leading = _leading(context, found.get(key, ()))
        cases = tuple(_case(context, case, f"{field}.{number}", coded) for case, number, coded in leading)
        yield ChecklistElement(context.label(field, key), note, cases)


def _leading(context: Context, found: Iterable[tuple[Case, int, Coded]]) -> list[tuple[Case, int, Coded]]:
    """Return the first cases by what a reader can rely on: paragraphs, importance, the court's own word, the newest."""
    importance = list(context.vocabulary.lists["importance"])
    bases = [*context.vocabulary.lists["bases"], None]

    def rank(entry: tuple[Case, int, Coded]) -> tuple[int, ...]:
        case, _, coded = entry
        return not coded.paragraphs, importance.index(case.record.importance), bases.index(coded.basis)

    return sorted(found, key=rank)[:LEADING]


def _case(context: Context, case: Case, path: str, coded: Coded) -> ChecklistCase:
    address = urls.case(context.language, case.id)
    return ChecklistCase(
        link=Link(context.title(case), address),
        court=context.label("courts", case.record.court),
        decided=context.date(case.record.decided),
        status=context.status_mark(case),
        basis=context.label("bases", coded.basis) if coded.basis else None,
        paragraphs=tuple(
            ParagraphLink(number, urls.case(context.language, case.id, number)) for number in coded.paragraphs
        ),
        excerpt=paragraph_excerpt(context, case, coded.paragraphs[0], EXCERPT) if coded.paragraphs else None,
        unverified=is_unverified(case, path),
    )
