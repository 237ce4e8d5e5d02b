"""Home, the indexes by court, year and offence, and the lists of cases behind them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.compliance import compliance_link
from caselaw.pages.context import Context
from caselaw.pages.feed_links import FEEDS_OF, feed_link
from caselaw.pages.frame_parts import FileLink
from caselaw.pages.laws import law_entries
from caselaw.pages.model import (
    HomePage,
    IndexPage,
    ListPage,
)
from caselaw.pages.parts import (
    CaseCard,
    CountedLink,
    Group,
    Label,
    Link,
    Pagination,
)
from caselaw.pages.site import introduction
from caselaw.pages.statistics.base import NAMES, SECTION, theme_link
from caselaw.pages.topics import home_topics

NEWEST = 5  # cases on the front page


def home_page(context: Context) -> HomePage:
    """Return the front page."""
    locale, cases = context.locale, context.library.catalogue.cases
    path = urls.home(context.language)
    frame = context.frame(
        path, locale.text("pages.home.title"), locale.text("pages.home.description"), files=_home_feeds(context)
    )
    return HomePage(
        frame=frame,
        total=len(cases),
        total_phrase=locale.count("count.cases", len(cases)),
        introduction=introduction(context, frame),
        newest=tuple(_newest(context)),
        all_cases=context.counted(
            Label(locale.text("home.all_cases")), urls.index(context.language, "cases"), len(cases)
        ),
        courts=tuple(entry for group in court_groups(context) for entry in group.entries),
        years=year_entries(context),
        offences=tuple(entry for group in offence_groups(context) for entry in group.entries),
        laws=law_entries(context),
        compliance=compliance_link(context),
        topics=home_topics(context),
        all_topics=Link(Label(locale.text("home.all_topics")), urls.index(context.language, "topics")),
        statistics=tuple(theme_link(context, name) for name in NAMES),
        all_statistics=Link(Label(locale.text("statistics.overview")), urls.index(context.language, SECTION)),
    )


def _home_feeds(context: Context) -> tuple[FileLink, ...]:
    return feed_link(context, "cases"), feed_link(context, "corrections")


def court_groups(context: Context) -> tuple[Group, ...]:
    """Return the courts that have cases, grouped by level in the order of the vocabulary."""
    vocabulary, by_court = context.vocabulary, context.library.catalogue.by_court
    groups = []
    for level in vocabulary.lists["court-levels"]:
        keys = [key for key in vocabulary.lists["courts"] if key in by_court and vocabulary.court(key).level == level]
        if keys:
            entries = tuple(_entry(context, "courts", key, len(by_court[key])) for key in keys)
            groups.append(Group(context.label("court-levels", level), entries))
    return tuple(groups)


def year_entries(context: Context) -> tuple[CountedLink, ...]:
    """Return the years that have cases, newest first."""
    by_year = context.library.catalogue.by_year
    return tuple(
        context.counted(Label(str(year)), urls.listing(context.language, "years", str(year)), len(by_year[year]))
        for year in sorted(by_year, reverse=True)
    )


def offence_groups(context: Context) -> tuple[Group, ...]:
    """Return the offences that have cases: trafficking and exploitation first, neighbouring offences after."""
    vocabulary, by_offence = context.vocabulary, context.library.catalogue.by_offence
    groups = []
    for heading, neighbouring in (("trafficking", False), ("neighbouring", True)):
        keys = [
            key
            for key in vocabulary.lists["offences"]
            if key in by_offence and vocabulary.offence(key).neighbouring == neighbouring
        ]
        if keys:
            entries = tuple(_entry(context, "offences", key, len(by_offence[key])) for key in keys)
            groups.append(Group(Label(context.locale.text(f"pages.offences.groups.{heading}")), entries))
    return tuple(groups)


def _entry(context: Context, section: str, key: str, count: int) -> CountedLink:
    return context.counted(context.label(section, key), urls.listing(context.language, section, key), count)


def _newest(context: Context) -> Iterator[CaseCard]:
    """Yield the newest cases, without summaries where search engines, which list this page, may not list cases."""
    for case in context.library.catalogue.cases[:NEWEST]:
        card = context.card(case)
        yield card if context.library.config.index_cases else replace(card, summary="")


def index_pages(context: Context) -> Iterator[IndexPage]:
    """Yield the indexes by court, year and offence."""
    yield _index_page(context, "courts", court_groups(context))
    years = year_entries(context)
    yield _index_page(context, "years", (Group(None, years),) if years else ())
    yield _index_page(context, "offences", offence_groups(context))


def _index_page(context: Context, section: str, groups: tuple[Group, ...]) -> IndexPage:
    def text(key: str) -> str:
        return context.locale.text(f"pages.{section}.{key}")

    path = urls.index(context.language, section)
    return IndexPage(
        context.frame(path, text("title"), text("description")), text("heading"), text("introduction"), groups
    )


def list_pages(context: Context) -> Iterator[ListPage]:
    """Yield every list of cases, page by page: all, by court, by year, by offence."""
    catalogue, locale = context.library.catalogue, context.locale
    all_cases = Label(locale.text("pages.cases.heading"))
    yield from _list(context, "cases", None, all_cases, locale.text("pages.cases.title"), catalogue.cases)
    for court, cases in sorted(catalogue.by_court.items()):
        label = context.label("courts", court)
        yield from _list(
            context, "courts", court, label, locale.text("pages.courts.court_title", court=label.text), cases
        )
    for year, cases in sorted(catalogue.by_year.items()):
        title = locale.text("pages.years.year_title", year=str(year))
        yield from _list(context, "years", str(year), Label(title), title, cases)
    for offence, cases in sorted(catalogue.by_offence.items()):
        label = context.label("offences", offence)
        title = locale.text("pages.offences.offence_title", offence=label.text)
        yield from _list(context, "offences", offence, label, title, cases)


def _list(
    context: Context, section: str, key: str | None, heading: Label, title: str, cases: tuple[Case, ...]
) -> Iterator[ListPage]:
    locale, size = context.locale, context.library.config.page_size
    total = max(1, -(-len(cases) // size))
    addresses = [urls.listing(context.language, section, key, number) for number in range(1, total + 1)]
    parents: tuple[Link, ...] = () if key is None else (context.section(section),)
    feeds = (feed_link(context, section, key),) if section in FEEDS_OF else ()
    for number, path in enumerate(addresses, 1):
        shown = cases[(number - 1) * size : number * size]
        page_title = title if total == 1 else locale.text("pages.titled_page", title=title, number=number, total=total)
        count_phrase = locale.count("count.cases", len(cases))
        yield ListPage(
            frame=context.frame(
                path, page_title, f"{title}: {count_phrase}", parents, tells_of_cases=True, files=feeds
            ),
            heading=heading,
            count_phrase=count_phrase,
            note=_note(context, section, key),
            cards=tuple(context.card(case) for case in shown),
            pagination=Pagination(
                number=number,
                total=total,
                phrase=locale.text("pages.page_of", number=number, total=total),
                previous=addresses[number - 2] if number > 1 else None,
                next=addresses[number] if number < total else None,
                pages=tuple(enumerate(addresses, 1)),
            ),
        )


def _note(context: Context, section: str, key: str | None) -> Label | None:
    if section == "offences" and key and context.vocabulary.offence(key).neighbouring:
        return Label(context.locale.text("pages.offences.neighbouring"))
    if section == "courts" and key:
        period = context.vocabulary.court(key).period
        if period and period.until:
            return Label(context.locale.text("pages.courts.former", date=context.locale.date(period.until.iso)))
    return None
