"""The page of corrections: what was changed in published cases, and when."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.context import Context, Library
from caselaw.pages.download_parts import CorrectedCase
from caselaw.pages.feed_links import feed_link
from caselaw.pages.model import CorrectionsPage
from caselaw.pages.parts import Correction, Label, Link
from caselaw.schema import CorrectionNote


@dataclass(frozen=True)
class PublishedCorrection:
    """A correction of a public case; ``number`` counts those of the case on the same day, from 1."""

    case: Case
    note: CorrectionNote
    number: int


def published_corrections(library: Library) -> tuple[PublishedCorrection, ...]:
    """Return the corrections of all public cases, the newest first."""
    found: list[PublishedCorrection] = []
    for case_id in sorted(library.catalogue.by_id):
        case, counts = library.catalogue.by_id[case_id], dict[str, int]()
        for note in case.record.corrections:
            number = counts[note.date.iso] = counts.get(note.date.iso, 0) + 1
            found.append(PublishedCorrection(case, note, number))
    return tuple(sorted(found, key=lambda one: one.note.date.iso, reverse=True))


def corrections_page(context: Context) -> CorrectionsPage:
    """Return the list of corrections."""
    locale = context.locale
    return CorrectionsPage(
        frame=context.frame(
            urls.text_page(context.language, "corrections"),
            locale.text("corrections.title"),
            locale.text("corrections.description"),
            tells_of_cases=True,
            files=(feed_link(context, "corrections"),),
        ),
        corrections=tuple(_corrected(context, one) for one in published_corrections(context.library)),
    )


def _corrected(context: Context, one: PublishedCorrection) -> CorrectedCase:
    case, note = one.case, one.note
    return CorrectedCase(
        case=Link(context.title(case), urls.case(context.language, case.id)),
        court=context.label("courts", case.record.court),
        correction=Correction(context.date(note.date), Label(note.note, context.case_lang(case))),
    )
