"""Pages to HTML: one template per page type, filled with the page, the site and the texts of the page's language.

Rendering is pure: the same page and site give the same text, whatever the clock or the machine.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined, pass_context

from caselaw import urls
from caselaw.config import LICENCE
from caselaw.locale import Locale
from caselaw.pages.model import (
    Page,
)
from caselaw.pages.parts import DateText, Label, Link, SearchBox, search_box
from caselaw.pages.site import SECTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from jinja2.runtime import Context

# Pages of the site's own that the foot of every page leads to, where the library has them.
FOOTER_TEXTS = ("method", "cite", "anonymisation", "accessibility")
_OUTSIDE = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True)
class Site:
    """What every template knows beside its page, in the language of that page."""

    locale: Locale
    title: str
    disclaimer: str  # the status footnote
    edition: DateText
    home: str
    search: str
    search_box: SearchBox
    offline: Link
    checklist: Link
    texts: tuple[Link, ...]  # about the library, at the foot of each page
    withdrawn: Link
    corrections: Link
    downloads: Link
    add_case: Link
    licence: Link
    navigation: tuple[Link, ...]
    translation: str  # that the interface texts are an unreviewed translation, or nothing
    languages: Mapping[str, Locale]  # every language of the site by its key, for the links to the other trees
    base_url: str = ""  # with a slash at its end, or empty while the site has no address
    repository: str = ""  # of the editors, or empty


def describe_site(
    languages: Mapping[str, Locale],
    key: str,
    *,
    title: str,
    disclaimer: str,
    edition: str,
    base_url: str = "",
    repository: str = "",
    texts: Container[str] = (),
    translation: str = "",
) -> Site:
    """Return the site as pages of the language ``key`` see it; ``edition`` is the ISO date of the build.

    ``texts`` holds the names of the pages in ``content/pages``.
    """
    locale = languages[key]
    return Site(
        locale=locale,
        title=title,
        disclaimer=disclaimer,
        edition=DateText(edition, locale.date(edition)),
        home=urls.home(key),
        search=urls.text_page(key, "search"),
        search_box=search_box(locale),
        offline=Link(Label(locale.text("footer.offline")), urls.text_page(key, "offline")),
        checklist=Link(Label(locale.text("checklist.title")), urls.text_page(key, "checklist")),
        texts=_about_the_library(locale, texts),
        withdrawn=Link(Label(locale.text("withdrawn.title")), urls.text_page(key, "withdrawn")),
        corrections=Link(Label(locale.text("corrections.title")), urls.text_page(key, "corrections")),
        downloads=Link(Label(locale.text("downloads.title")), urls.text_page(key, "downloads")),
        add_case=Link(Label(locale.text("form.title")), urls.text_page(key, "add-case")),
        licence=Link(Label(locale.text("footer.licence")), LICENCE),
        navigation=_navigation(locale),
        translation=translation,
        languages=languages,
        base_url=base_url and base_url.rstrip("/") + "/",
        repository=repository,
    )


def _navigation(locale: Locale) -> tuple[Link, ...]:
    sections = [(section, urls.index(locale.key, section)) for section in SECTIONS]
    own_pages = [(name, urls.text_page(locale.key, name)) for name in ("search", "about")]
    return tuple(Link(Label(locale.text(f"navigation.{name}")), address) for name, address in sections + own_pages)


def _about_the_library(locale: Locale, texts: Container[str]) -> tuple[Link, ...]:
    names = [name for name in FOOTER_TEXTS if name in texts]
    return tuple(Link(Label(locale.text(f"footer.texts.{name}")), urls.text_page(locale.key, name)) for name in names)


def make_environment(templates: Path) -> Environment:
    """Return the environment that finds the templates in a folder; an unknown name in one of them is an error."""
    environment = Environment(
        loader=FileSystemLoader(templates, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["link"] = _link
    return environment


def render_page(page: Page, site: Site, environment: Environment) -> str:
    """Return the HTML of one page."""
    return environment.get_template(page.template).render(
        page=page, site=site, t=site.locale.text, count=site.locale.count
    )


def link_from(page: Page, site: Site, target: str) -> str:
    """Return what a page writes in ``href`` for a site address, an outside address, a fragment or an absolute path.

    The page for unknown addresses is shown at any depth, so its links start at the root of the host; the first page of
    an edition stands beside the site.
    An outside address of an unexpected scheme (``javascript:``) is a ``ValueError``.
    """
    scheme = urlsplit(target).scheme
    if scheme and scheme not in _OUTSIDE:
        raise ValueError(f"{page.frame.path} links to an address of the scheme {scheme}: {target}")
    if scheme or target.startswith(("/", "#")):
        return target
    if page.frame.path == urls.NOT_FOUND:
        return (urlsplit(site.base_url).path or "/") + target
    if page.frame.path == urls.START:
        return f"{urls.LIBRARY}/{target}"
    return urls.relative(page.frame.path, target)


@pass_context
def _link(context: Context, target: str) -> str:
    return link_from(context["page"], context["site"], target)
