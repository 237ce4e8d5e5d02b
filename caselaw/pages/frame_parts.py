"""The frame of every page, what is said of the translation of a text, and one language of the page for no address."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import Link, SearchBox


@dataclass(frozen=True)
class FileLink:
    """What a page says in another form, for programs: its media type, what it is called, its site address."""

    type: str
    title: str
    href: str


@dataclass(frozen=True)
class Frame:
    """What every page has: its address, title and place in the site."""

    path: str  # site address of this page
    title: str
    language: str  # key of the language tree, such as "en"
    description: str
    indexable: bool  # whether search engines may list it
    breadcrumbs: tuple[Link, ...]  # from home down to the parent page
    alternates: tuple[tuple[str, str], ...]  # (language key, address) of the same page, this one included
    x_default: str = ""  # the page for readers of any other language, as search engines call it
    files: tuple[FileLink, ...] = ()  # feeds and data that belong to the page


@dataclass(frozen=True)
class ReviewNotice:
    """What stands above a translated text; the link leads to the text that was translated, if that is on the site."""

    text: str
    original: Link | None


@dataclass(frozen=True)
class Introduction:
    """What opens the front page: sanitised HTML of content/pages/home.md, its language where that is not the page's."""

    html: str
    lang: str | None
    notice: ReviewNotice | None


@dataclass(frozen=True)
class NotFoundLanguage:
    """One language of the page for unknown addresses, in its own words."""

    lang: str
    heading: str
    explanation: str
    lead: str  # to the ways in
    ways_in: tuple[Link, ...]
    search: SearchBox
    disclaimer: str
    translation: str  # that the interface texts are an unreviewed translation, or nothing
