"""The site's own pages: texts, withdrawn cases, use without a network, gateway, and what a server shows for no page."""

from __future__ import annotations

from caselaw import urls
from caselaw.markdown import TextBlock
from caselaw.pages.context import Context, Library
from caselaw.pages.model import (
    Frame,
    GatewayPage,
    NotFoundPage,
    OfflinePage,
    TextPage,
    WithdrawnPage,
)
from caselaw.pages.parts import (
    Block,
    GatewayLanguage,
    Label,
    Link,
    WithdrawnCase,
    search_box,
)
from caselaw.text_pages import TextDocument

INTRODUCTION = "home"  # the text that stands on the front page instead of a page of its own
SECTIONS = ("cases", "courts", "years", "offences")


def text_in(context: Context, versions: tuple[TextDocument, ...]) -> TextDocument:
    """Return a text in the page's language, else in the site's default one, else the first there is."""
    by_language = {version.record.language: version for version in versions}
    default = context.library.config.default_language
    return by_language.get(context.language) or by_language.get(default) or versions[0]


def text_page(context: Context, document: TextDocument) -> TextPage:
    """Return the page of one of the site's own texts."""
    record = document.record
    tag = context.vocabulary.language_tag(record.language)
    path = urls.text_page(context.language, document.name)
    blocks = (Block(block.kind, block.html, block.number, block.id, block.level) for block in document.text.blocks)
    return TextPage(
        frame=context.frame(path, record.title, record.description),
        heading=record.title,
        lang=None if tag == context.locale.tag else tag,
        blocks=tuple(blocks),
    )


def introduction(context: Context) -> str:
    """Return the HTML that opens the front page."""
    versions = context.library.texts.get(INTRODUCTION)
    blocks = text_in(context, versions).text.blocks if versions else ()
    return "\n".join(_as_html(block) for block in blocks)


def _as_html(block: TextBlock) -> str:
    if block.kind == "heading":
        return f'<h{block.level} id="{block.id}">{block.html}</h{block.level}>'
    return f"<p>{block.html}</p>" if block.kind == "paragraph" else block.html


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
                Link(Label(case.id), urls.case(context.language, case.id)),
                Label(case.record.publication.reason or "", context.case_lang(case)),
            )
            for case in context.library.catalogue.withdrawn
        ),
    )


def offline_page(context: Context) -> OfflinePage:
    """Return the page from which a reader saves the library on a device."""
    locale = context.locale
    path = urls.text_page(context.language, "offline")
    frame = context.frame(path, locale.text("offline.title"), locale.text("offline.description"))
    return OfflinePage(frame, context.library.config.offline)


def gateway_page(library: Library) -> GatewayPage:
    """Return the root of the site."""
    config = library.config
    default = library.default_locale
    return GatewayPage(
        frame=_root_frame(library, urls.GATEWAY, config.title[default.key], default.text("pages.gateway.description")),
        languages=tuple(
            GatewayLanguage(
                lang=locale.tag,
                name=locale.name,
                title=config.title[locale.key],
                href=urls.home(locale.key),
                search=search_box(locale),
                disclaimer=config.disclaimer[locale.key],
            )
            for locale in library.locales
        ),
    )


def not_found_page(context: Context) -> NotFoundPage:
    """Return the page for unknown addresses."""
    locale = context.locale
    links = [Link(Label(locale.text("navigation.home")), urls.home(context.language))]
    links += [context.section(name) for name in SECTIONS]
    links.append(Link(Label(locale.text("navigation.search")), urls.text_page(context.language, "search")))
    return NotFoundPage(
        frame=_root_frame(
            context.library,
            urls.NOT_FOUND,
            locale.text("pages.not_found.title"),
            locale.text("pages.not_found.description"),
        ),
        ways_in=tuple(links),
    )


def _root_frame(library: Library, path: str, title: str, description: str) -> Frame:
    return Frame(
        path=path,
        title=title,
        language=library.default_locale.key,
        description=description,
        indexable=path == urls.GATEWAY,
        breadcrumbs=(),
        alternates=(),
    )
