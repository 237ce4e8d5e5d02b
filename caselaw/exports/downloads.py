"""The page that documents the data files and the feeds of a library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from caselaw import urls
from caselaw.exports.data_files import SCHEMA
from caselaw.exports.table import COLUMNS
from caselaw.exports.withdrawn import WITHDRAWN, WITHDRAWN_SCHEMA
from caselaw.locale import Locale
from caselaw.pages.context import Context, Library
from caselaw.pages.download_parts import Column, DataFile
from caselaw.pages.feed_links import feed_keys, feed_link
from caselaw.pages.model import DownloadsPage
from caselaw.pages.parts import Label, Link
from caselaw.pages.sizes import size_in_words

# Name, key of its description, format.
_FILES = (
    ("cases.json", "json", "JSON"),
    ("cases.csv", "csv", "CSV, UTF-8"),
    ("cases.ris", "ris", "RIS"),
    ("cases.csl.json", "csl", "CSL-JSON"),
    ("cases.bib", "bibtex", "BibTeX"),
    (SCHEMA, "schema", "JSON Schema 2020-12"),
    (WITHDRAWN, "withdrawn", "JSON"),
    (WITHDRAWN_SCHEMA, "withdrawn_schema", "JSON Schema 2020-12"),
)


def downloads_pages(library: Library, sizes: Mapping[str, int]) -> Iterator[DownloadsPage]:
    """Yield the page of each language; ``sizes`` maps the address of a file to its bytes."""
    for locale in library.locales:
        yield _downloads_page(Context(library, locale), sizes)


def _downloads_page(context: Context, sizes: Mapping[str, int]) -> DownloadsPage:
    locale, library = context.locale, context.library
    feeds = (feed_link(context, "cases"), feed_link(context, "corrections"))
    newest = next(iter(library.catalogue.cases), None)
    return DownloadsPage(
        frame=context.frame(
            urls.text_page(context.language, "downloads"),
            locale.text("downloads.title"),
            locale.text("downloads.description"),
            files=feeds,
        ),
        files=tuple(_file(locale, sizes, *file) for file in _FILES),
        record_example=_linked(urls.case_data(newest.id)) if newest else None,
        columns=tuple(
            Column(Label(name, context.lang("en")), locale.text(f"downloads.columns.{name}")) for name in COLUMNS
        ),
        feeds=tuple(Link(Label(feed.title), feed.href) for feed in feeds),
        feed_groups=tuple(_feed_groups(context)),
        attribution=locale.text(
            "downloads.attribution_example",
            library=library.config.title[context.language],
            date=locale.date(library.today),
        ),
    )


def _file(locale: Locale, sizes: Mapping[str, int], name: str, key: str, format: str) -> DataFile:
    address = urls.data(name)
    details = (format, size_in_words(locale, sizes[address]))
    return DataFile(_linked(address), details, locale.text(f"downloads.file.{key}"))


def _linked(address: str) -> Link:
    return Link(Label(address.rpartition("/")[2]), address)


def _feed_groups(context: Context) -> Iterator[tuple[str, tuple[Link, ...]]]:
    for section in ("courts", "offences"):
        links = tuple(
            Link(context.label(section, key), urls.feed(context.language, section, key))
            for key in feed_keys(context, section)
        )
        if links:
            yield context.locale.text(f"downloads.feeds_{section}"), links
