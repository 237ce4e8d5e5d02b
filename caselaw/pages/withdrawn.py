"""What is left of withdrawn cases: the page at the address of each, and the list of all of them."""

from __future__ import annotations

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.context import Context, Library
from caselaw.pages.model import TombstonePage, WithdrawnPage
from caselaw.pages.parts import Label, Link, WithdrawnCase


def language_of_reason(library: Library, case: Case) -> str:
    """Return the language of the reason: the default one of the library where the file does not say."""
    return case.record.language or library.config.default_language


def reason(context: Context, case: Case) -> Label:
    """Return why a case was withdrawn, as its editor wrote it."""
    lang = context.lang(language_of_reason(context.library, case))
    return Label(case.record.publication.reason or "", lang)


def tombstone_page(context: Context, case: Case) -> TombstonePage:
    """Return what stands at the address of a withdrawn case: neither its title nor anything else it said."""
    locale, why = context.locale, reason(context, case)
    frame = context.frame(
        urls.case(context.language, case.id),
        locale.text("pages.withdrawn.title"),
        locale.text("pages.withdrawn.description"),
        (context.section("cases"),),
        indexable=False,
    )
    return TombstonePage(frame, case.id, why.text, why.lang, _day(context, case))


def withdrawn_page(context: Context) -> WithdrawnPage:
    """Return the list of withdrawn cases, in the order of their ids."""
    locale = context.locale
    return WithdrawnPage(
        frame=context.frame(
            urls.text_page(context.language, "withdrawn"),
            locale.text("withdrawn.title"),
            locale.text("withdrawn.description"),
            indexable=False,
        ),
        cases=tuple(
            WithdrawnCase(
                Link(Label(case.id), urls.case(context.language, case.id)), reason(context, case), _day(context, case)
            )
            for case in context.library.catalogue.withdrawn
        ),
    )


def _day(context: Context, case: Case) -> str:
    """Return since when a case is withdrawn, in words; empty where its file does not say."""
    day = case.record.publication.withdrawn_on
    return context.locale.text("withdrawn.day", date=context.locale.date(day.iso)) if day else ""
