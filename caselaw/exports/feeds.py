"""Atom feeds (RFC 4287) of each language: all cases, those of a court or an offence, and corrections.

A withdrawn case is in none but the last, where its withdrawal takes over the id of its former entry: programs that go
by ids then overwrite what they kept of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID, uuid5
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.context import Context, Library
from caselaw.pages.corrections import PublishedCorrection, published_corrections
from caselaw.pages.feed_links import ATOM, feed_keys, feed_title
from caselaw.pages.parts import Label
from caselaw.pages.withdrawn import reason

NEWEST = 50  # entries in a feed
NAMESPACE = "http://www.w3.org/2005/Atom"
HEAD = '<?xml version="1.0" encoding="utf-8"?>\n'
# Ids of feeds and entries are made from it and from addresses, which are for ever; so it must never change.
_OURS = UUID("6d0f3a3e-4c55-4b0e-9a3c-2f3b7f1f7d58")
# XML 1.0 cannot hold these in any spelling.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True)
class Entry:
    """One entry of a feed, in the language of the feed unless a label says otherwise."""

    address: str  # its id is made of it
    updated: str  # YYYY-MM-DD
    title: Label
    summary: Label
    page: str  # site address
    categories: tuple[tuple[str, str], ...]  # key and label of offences


def feed_files(library: Library) -> Iterator[tuple[str, str]]:
    """Yield address and text of each feed."""
    catalogue = library.catalogue
    for locale in library.locales:
        context = Context(library, locale)
        entries = {case.id: _case_entry(context, case) for case in catalogue.cases}
        corrections = (_correction_entry(context, one) for one in published_corrections(library))
        yield _feed(context, "cases", None, entries.values())
        withdrawals = (_withdrawal_entry(context, case) for case in catalogue.withdrawn)
        yield _feed(context, "corrections", None, [*corrections, *withdrawals])
        for section, groups in (("courts", catalogue.by_court), ("offences", catalogue.by_offence)):
            for key in feed_keys(context, section):
                yield _feed(context, section, key, [entries[case.id] for case in groups[key]])


def last_change(case: Case, language: str) -> str:
    """Return the last day on which a case is known to have been worked on, ``YYYY-MM-DD``.

    The day of the build is not it: every edition would then call every case new. Known are the days on which it came
    into the library, was corrected, translated, reviewed, released from an embargo, or on which its sources were read;
    without any of them only the day of the decision is left.
    """
    record, translation = case.record, case.version(language).translation
    days = [note.date for note in record.corrections]
    days += [source.read for source in record.sources if source.read]
    days += [translation.date] if translation else []
    days += [record.review.reviewed_on] if record.review and record.review.reviewed_on else []
    days += [record.publication.since] if record.publication.since else []
    days += [record.publication.embargo_until] if record.publication.embargo_until else []
    return max((day.first_day for day in days), default=record.decided.first_day)


def _case_entry(context: Context, case: Case) -> Entry:
    version, citation = context.version(case), context.citation(case)
    decision = ", ".join((citation.court, *citation.numbers, citation.decided_on))
    description = context.locale.text("case.description", citation=decision, summary=version.summary)
    path = urls.case(context.language, case.id)
    return Entry(
        address=path,
        updated=last_change(case, context.language),
        title=context.title(case),
        summary=Label(_with_status(context, case, description), context.lang(version.language)),
        page=path,
        categories=_categories(context, case),
    )


def _with_status(context: Context, case: Case, description: str) -> str:
    """Return a description behind what became of the decision, where it did not stand or that is unsettled."""
    mark = context.status_mark(case)
    if mark is None or not mark.grave:
        return description
    status = context.locale.text("status.unverified", status=mark.text) if mark.unverified else mark.text
    return context.locale.text("status.summary", status=status, description=description)


def _correction_entry(context: Context, one: PublishedCorrection) -> Entry:
    path = urls.case(context.language, one.case.id)
    return Entry(
        address=f"{path}#{one.note.date.iso}/{one.number}",
        updated=one.note.date.iso,
        title=context.title(one.case),
        summary=Label(one.note.note, context.case_lang(one.case)),
        page=path,
        categories=_categories(context, one.case),
    )


def _withdrawal_entry(context: Context, case: Case) -> Entry:
    path, day = urls.case(context.language, case.id), case.record.publication.withdrawn_on
    return Entry(
        address=path,
        updated=day.iso if day else context.library.today,
        title=Label(context.locale.text("feeds.withdrawn", id=case.id)),
        summary=reason(context, case),
        page=path,
        categories=(),
    )


def _categories(context: Context, case: Case) -> tuple[tuple[str, str], ...]:
    return tuple((key, context.label("offences", key).text) for key in case.record.offences)


def _feed(context: Context, section: str, key: str | None, entries: Iterable[Entry]) -> tuple[str, str]:
    """Return address and text of one feed: its newest entries, those of a day in the order of their addresses."""
    in_order = sorted(entries, key=lambda entry: entry.address)
    newest = sorted(in_order, key=lambda entry: entry.updated, reverse=True)[:NEWEST]
    path = urls.feed(context.language, section, key)
    root = _head(context, path, section, key, newest[0].updated if newest else context.library.today)
    for entry in newest:
        _add_entry(root, context, path, entry)
    indent(root, " ")
    return path, f"{HEAD}{tostring(root, encoding='unicode')}\n"


def _head(context: Context, path: str, section: str, key: str | None, updated: str) -> Element:
    locale, config = context.locale, context.library.config
    title = locale.text("frame.title", page=feed_title(context, section, key), site=config.title[context.language])
    root = Element("feed", {"xmlns": NAMESPACE, "xml:lang": locale.tag})
    _add(root, "id", _id(path))
    _add(root, "title", title)
    _add(root, "subtitle", locale.text("footer.not_official"))
    _add(root, "updated", _instant(updated))
    author = SubElement(root, "author")
    _add(author, "name", config.title[context.language])
    if config.base_url:
        _add(author, "uri", config.base_url)
    SubElement(root, "link", {"rel": "self", "type": ATOM, "href": _href(context, path, path)})
    SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": _href(context, path, _page_of(path))})
    _add(root, "rights", f"{locale.text('footer.licence')} {config.disclaimer[context.language]}")
    return root


def _page_of(feed: str) -> str:
    """Return the page that lists what a feed tells of."""
    language, _, section, *key = feed.removesuffix(".xml").split("/")
    if key:
        return urls.listing(language, section, key[0])
    return urls.index(language, section) if section == "cases" else urls.text_page(language, section)


def _add_entry(root: Element, context: Context, path: str, entry: Entry) -> None:
    element = SubElement(root, "entry")
    _add(element, "id", _id(entry.address))
    _add(element, "title", entry.title.text, entry.title.lang)
    _add(element, "updated", _instant(entry.updated))
    SubElement(element, "link", {"rel": "alternate", "type": "text/html", "href": _href(context, path, entry.page)})
    for key, label in entry.categories:
        SubElement(element, "category", {"term": key, "label": _clean(label)})
    _add(element, "summary", entry.summary.text, entry.summary.lang)


def _add(parent: Element, tag: str, text: str, lang: str | None = None) -> None:
    SubElement(parent, tag, {"xml:lang": lang} if lang else {}).text = _clean(text)


def _clean(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)


def _id(address: str) -> str:
    return uuid5(_OURS, address).urn


def _instant(day: str) -> str:
    return f"{day}T00:00:00Z"


def _href(context: Context, origin: str, target: str) -> str:
    """Return the permanent address; while the library has none, one that leads there from the feed's own place."""
    base = context.library.config.base_url
    return base + target if base else urls.relative(origin, target)
