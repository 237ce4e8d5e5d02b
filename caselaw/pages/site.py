"""The site's own pages: texts, use without a network, gateway, and what a server shows for no page."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.locale import Locale
from caselaw.markdown import TextBlock
from caselaw.pages.case_relations import source_row
from caselaw.pages.context import Context, Library
from caselaw.pages.frame_parts import Frame, Introduction, NotFoundLanguage
from caselaw.pages.model import (
    GatewayPage,
    NotFoundPage,
    OfflinePage,
    TextPage,
)
from caselaw.pages.parts import (
    Block,
    GatewayLanguage,
    Label,
    Link,
    SourceRow,
    search_box,
)
from caselaw.pages.text_parts import TextBody
from caselaw.pages.translated import interface_notice, text_notice
from caselaw.text_pages import TextDocument

INTRODUCTION = "home"  # the text that stands on the front page instead of a page of its own
CHECKLIST = "checklist"  # the text that opens the checklist
SECTIONS = ("cases", "courts", "years", "offences", "laws", "topics", "statistics")


def text_in(context: Context, versions: tuple[TextDocument, ...]) -> TextDocument:
    """Return a text in the page's language, else in the site's default one, else the first there is."""
    by_language = {version.record.language: version for version in versions}
    default = context.library.config.default_language
    return by_language.get(context.language) or by_language.get(default) or versions[0]


def text_page(context: Context, document: TextDocument) -> TextPage:
    """Return the page of one of the site's own texts."""
    record = document.record
    frame = context.frame(urls.text_page(context.language, document.name), record.title, record.description)
    body = text_body(context, context.library.texts[document.name], frame)
    return TextPage(frame, record.title, body.lang, body.notice, body.blocks, body.sources)


def text_body(context: Context, versions: tuple[TextDocument, ...], frame: Frame) -> TextBody:
    """Return the version of a text for the page's language; ``frame`` is that of the page it stands on."""
    document = text_in(context, versions)
    lang = context.lang(document.record.language)
    blocks = (Block(block.kind, block.html, block.number, block.id, block.level) for block in document.text.blocks)
    return TextBody(
        lang=lang,
        notice=text_notice(context, document, versions, frame),
        blocks=tuple(blocks),
        sources=tuple(_sources(context, document, versions)),
    )


def _sources(context: Context, document: TextDocument, versions: tuple[TextDocument, ...]) -> Iterator[SourceRow]:
    """Yield what a text rests on; a title that a translation leaves as it was is in the language of the original."""
    default = context.library.config.default_language
    original = {
        source.title for version in versions if version.record.language == default for source in version.record.sources
    }
    for source in document.record.sources:
        language = default if source.title in original else document.record.language
        yield source_row(context, source, context.lang(language))


def introduction(context: Context, frame: Frame) -> Introduction:
    """Return what opens the front page, which has this frame."""
    versions = context.library.texts.get(INTRODUCTION)
    if not versions:
        return Introduction("", None, None)
    document = text_in(context, versions)
    return Introduction(
        html="\n".join(_as_html(block) for block in document.text.blocks),
        lang=context.lang(document.record.language),
        notice=text_notice(context, document, versions, frame),
    )


def _as_html(block: TextBlock) -> str:
    if block.kind == "heading":
        return f'<h{block.level} id="{block.id}">{block.html}</h{block.level}>'
    return f"<p>{block.html}</p>" if block.kind == "paragraph" else block.html


def offline_page(context: Context) -> OfflinePage:
    """Return the page from which a reader saves the library on a device."""
    locale = context.locale
    path = urls.text_page(context.language, "offline")
    frame = context.frame(path, locale.text("offline.title"), locale.text("offline.description"))
    return OfflinePage(frame, context.library.config.offline)


def gateway_page(library: Library) -> GatewayPage:
    """Return the root of the site."""
    config, default = library.config, library.default_locale
    homes = tuple((locale.key, urls.home(locale.key)) for locale in library.locales)
    title, description = config.title[default.key], default.text("pages.gateway.description")
    return GatewayPage(
        frame=_root_frame(library, urls.GATEWAY, title, description, homes),
        languages=tuple(_gateway_language(library, locale) for locale in library.locales),
    )


def _gateway_language(library: Library, locale: Locale) -> GatewayLanguage:
    return GatewayLanguage(
        lang=locale.tag,
        name=locale.name,
        title=library.config.title[locale.key],
        href=urls.home(locale.key),
        search=search_box(locale),
        disclaimer=library.config.disclaimer[locale.key],
        choose=locale.text("pages.gateway.title"),
        last_read=locale.text("pages.gateway.last_read"),
        edition=locale.text("footer.edition", date=locale.date(library.today)),
        edition_old=locale.text("footer.edition_old"),
        translation=interface_notice(library, locale),
    )


def not_found_page(library: Library) -> NotFoundPage:
    """Return the page for unknown addresses: nobody knows in which language its reader reads."""
    default = library.default_locale
    others = (locale for locale in library.locales if locale is not default)
    title, description = default.text("pages.not_found.title"), default.text("pages.not_found.description")
    return NotFoundPage(
        frame=_root_frame(library, urls.NOT_FOUND, title, description),
        languages=tuple(_not_found_language(Context(library, locale)) for locale in (default, *others)),
    )


def _not_found_language(context: Context) -> NotFoundLanguage:
    locale, config = context.locale, context.library.config
    links = [Link(Label(config.title[locale.key]), urls.home(context.language))]
    links += [context.section(name) for name in SECTIONS]
    links.append(Link(Label(locale.text("navigation.search")), urls.text_page(context.language, "search")))
    return NotFoundLanguage(
        lang=locale.tag,
        heading=locale.text("pages.not_found.heading"),
        explanation=locale.text("pages.not_found.explanation"),
        lead=locale.text("pages.not_found.ways_in"),
        ways_in=tuple(links),
        search=search_box(locale),
        disclaimer=config.disclaimer[locale.key],
        translation=interface_notice(context.library, locale),
    )


def _root_frame(
    library: Library, path: str, title: str, description: str, alternates: tuple[tuple[str, str], ...] = ()
) -> Frame:
    return Frame(
        path=path,
        title=title,
        language=library.default_locale.key,
        description=description,
        indexable=path == urls.GATEWAY,
        breadcrumbs=(),
        alternates=alternates,
        x_default=path,
    )
