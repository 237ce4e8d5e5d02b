"""The first page of an edition for USB sticks; its words make the README.txt beside it as well."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.pages.context import Context, Library
from caselaw.pages.frame_parts import Frame
from caselaw.pages.model import StartPage
from caselaw.pages.parts import (
    Label,
    Link,
    StartLanguage,
    StartNote,
    search_box,
)
from caselaw.pages.translated import interface_notice


def start_page(library: Library) -> StartPage:
    """Return the page that people open by double-click."""
    config, default = library.config, library.default_locale
    return StartPage(
        frame=Frame(
            path=urls.START,
            title=config.title[default.key],
            language=default.key,
            description=default.text("pages.gateway.description"),
            indexable=False,
            breadcrumbs=(),
            alternates=(),
        ),
        languages=tuple(_language(Context(library, locale)) for locale in library.locales),
    )


def _language(context: Context) -> StartLanguage:
    locale, config = context.locale, context.library.config
    return StartLanguage(
        lang=locale.tag,
        name=locale.name,
        title=config.title[locale.key],
        open=Link(Label(locale.text("start.open")), urls.home(locale.key)),
        search=search_box(locale),
        heading=locale.text("start.heading"),
        edition=locale.text("footer.edition", date=locale.date(context.library.today)),
        edition_old=locale.text("footer.edition_old"),
        translation=interface_notice(context.library, locale),
        last_read=locale.text("pages.gateway.last_read"),
        notes=tuple(_notes(context)),
        disclaimer=config.disclaimer[locale.key],
    )


def _notes(context: Context) -> Iterator[StartNote]:
    text, library = context.locale.text, context.library
    cases = context.locale.count("count.cases", len(library.catalogue.cases))
    inside = f"{text('start.inside_text', cases=cases)} {text('footer.not_official')}"
    yield StartNote(text("start.inside"), inside, None)
    yield StartNote(text("start.check"), text("start.check_text"), None)
    if address := library.config.base_url:
        yield StartNote(text("start.newer"), text("start.newer_text"), Link(Label(address), address))
    else:
        yield StartNote(text("start.newer"), text("start.newer_ask"), None)
    if address:
        listed = address + urls.text_page(context.language, "withdrawn")
        yield StartNote(text("start.since"), text("start.since_text"), Link(Label(listed), listed))
    else:
        yield StartNote(text("start.since"), text("start.since_ask"), None)
    withdrawn = Link(Label(text("withdrawn.title")), urls.text_page(context.language, "withdrawn"))
    yield StartNote(text("withdrawn.heading"), text("start.withdrawn_text"), withdrawn)
