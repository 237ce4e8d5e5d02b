"""Which feeds there are in a language, and how pages lead to them."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw import urls
from caselaw.pages.context import Context
from caselaw.pages.frame_parts import FileLink

ATOM = "application/atom+xml"
# Sections whose lists have a feed of their own: years have none, for old ones hardly change.
FEEDS_OF = ("cases", "courts", "offences")


def feed_title(context: Context, section: str, key: str | None = None) -> str:
    """Return what a feed is called beside the title of the library."""
    text = context.locale.text
    if key is None:
        return text(f"feeds.{section}")
    label = context.label(section, key).text
    if section == "courts":
        return text("pages.courts.court_title", court=label)
    return text("pages.offences.offence_title", offence=label)


def feed_link(context: Context, section: str, key: str | None = None) -> FileLink:
    """Return the link from a page to the feed of what it lists."""
    return FileLink(ATOM, feed_title(context, section, key), urls.feed(context.language, section, key))


def feed_keys(context: Context, section: str) -> Iterator[str]:
    """Yield the courts or offences that have cases, in the order of their list."""
    catalogue = context.library.catalogue
    groups = catalogue.by_court if section == "courts" else catalogue.by_offence
    yield from (key for key in context.vocabulary.lists[section] if key in groups)
