"""The parts of what surrounds a text: what is said of its translation, and one language of the page for no address."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import Link, SearchBox


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
