"""The checklist of the elements of trafficking, each with the paragraphs of leading cases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caselaw import urls
from caselaw.checks import Case
from caselaw.coding import Coded
from caselaw.markdown import Text
from caselaw.pages.case_elements import FIELDS, no_means_needed
from caselaw.pages.context import Context
from caselaw.pages.element_parts import ChecklistCase, ChecklistElement, ChecklistGroup, ChecklistPage
from caselaw.pages.excerpts import paragraph_excerpt
from caselaw.pages.law_parts import Checked
from caselaw.pages.parts import Label, Link, ParagraphLink
from caselaw.pages.site import CHECKLIST, text_body
from caselaw.pages.unverified import is_unverified

LEADING = 5  # cases an element at most
EXCERPT = 30  # words of a paragraph at most
_SECTION = 2  # the level of its heading
_CLOSING = 2  # sections at the end of each text: what is not known or verified, and why the case matters


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
    """Return the first cases by what a reader can rely on.

    That is: paragraphs, and of what the court said; importance; the court's own word for the element; the newest.
    """
    importance = list(context.vocabulary.lists["importance"])
    bases = [*context.vocabulary.lists["bases"], None]

    def rank(entry: tuple[Case, int, Coded]) -> tuple[int, ...]:
        case, _, coded = entry
        remark = bool(coded.paragraphs) and _in_closing_sections(case.text, _first(case, coded.paragraphs))
        return not coded.paragraphs, remark, importance.index(case.record.importance), bases.index(coded.basis)

    return sorted(found, key=rank)[:LEADING]


def _first(case: Case, paragraphs: tuple[int, ...]) -> int:
    """Return the first of the paragraphs in which the editors do not speak themselves, else the first."""
    return next((number for number in paragraphs if not _in_closing_sections(case.text, number)), paragraphs[0])


def _in_closing_sections(text: Text, number: int) -> bool:
    """Whether a paragraph stands in the last two sections of a text, in which the editors speak and not the court."""
    places = {block.number: place for place, block in enumerate(text.blocks) if block.number}
    sections = [place for place, block in enumerate(text.blocks) if block.level == _SECTION]
    return len(sections) > _CLOSING and places[number] > sections[-_CLOSING]


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
        excerpt=_excerpt(context, case, _first(case, coded.paragraphs)) if coded.paragraphs else None,
        unverified=is_unverified(case, path),
    )


def _excerpt(context: Context, case: Case, number: int) -> Checked:
    return Checked(paragraph_excerpt(context, case, number, EXCERPT), is_unverified(case, f"p{number}"))
