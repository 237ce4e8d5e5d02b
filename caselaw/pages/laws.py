"""The list of all laws and conventions, and the page of each with its articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caselaw import urls
from caselaw.pages.compliance import CONVENTION, compliance_link
from caselaw.pages.context import Context
from caselaw.pages.law_facts import cases_of_law, has_page, period_facts, period_of, source_of, standing_of
from caselaw.pages.law_model import LawIndexPage, LawPage
from caselaw.pages.law_parts import ArticleEntry, ArticleGroup, Checked, LawEntry, LawGroup
from caselaw.pages.parts import CountedLink, Fact, Label, Link
from caselaw.terms import Article, Law

# What the list of laws groups together, in this order.
_GROUPS = (
    ("codes", ("code",)),
    ("laws", ("regulation", "law")),
    ("conventions", ("convention",)),
    ("directives", ("directive",)),
)


def law_index_page(context: Context) -> LawIndexPage:
    """Return the list of all laws and conventions."""
    locale = context.locale
    path = urls.index(context.language, "laws")
    laws = list(context.vocabulary.all_laws())
    groups = (
        LawGroup(
            Label(locale.text(f"laws.groups.{name}")),
            tuple(_entry(context, law) for law in laws if law.kind in kinds),
        )
        for name, kinds in _GROUPS
    )
    return LawIndexPage(
        frame=context.frame(path, locale.text("laws.title"), locale.text("laws.description")),
        compliance=compliance_link(context),
        groups=tuple(group for group in groups if group.entries),
    )


def _entry(context: Context, law: Law) -> LawEntry:
    count = len(cases_of_law(context, law))
    short, period = context.wording(*law.short(context.language)), period_of(context, law)
    number = [Checked(Label(law.number))] if law.number and law.number not in short.text else []
    return LawEntry(
        link=Link(context.wording(*law.label(context.language)), urls.listing(context.language, "laws", law.id)),
        details=(Checked(short), *number, *([period] if period else [])),
        count=count,
        phrase=context.locale.count("count.cases", count),
    )


def law_entries(context: Context) -> tuple[CountedLink, ...]:
    """Return the laws and conventions that cases name, each by its title and number, in the order of the vocabulary."""
    found = ((law, len(cases_of_law(context, law))) for law in context.vocabulary.all_laws())
    return tuple(
        context.counted(_titled(context, law), urls.listing(context.language, "laws", law.id), count)
        for law, count in found
        if count
    )


def _titled(context: Context, law: Law) -> Label:
    """Return the title of a law with its number, as several versions may have one title."""
    title = context.wording(*law.label(context.language))
    if not law.number or law.number in title.text:
        return title
    return context.compose("laws.titled", title=title, number=law.number)


def law_pages(context: Context) -> Iterator[LawPage]:
    """Yield the page of each law and convention."""
    return (_law_page(context, law) for law in context.vocabulary.all_laws())


def _law_page(context: Context, law: Law) -> LawPage:
    locale, count = context.locale, len(cases_of_law(context, law))
    path, heading = urls.listing(context.language, "laws", law.id), context.wording(*law.label(context.language))
    phrase = locale.count("count.cases", count)
    description = locale.text("laws.law_description", law=heading.text, cases=phrase)
    return LawPage(
        frame=context.frame(path, _titled(context, law).text, description, (context.section("laws"),)),
        heading=heading,
        count_phrase=phrase,
        facts=tuple(_facts(context, law)),
        standing=standing_of(context, law),
        compliance=compliance_link(context) if law.id == CONVENTION else None,
        groups=tuple(_article_groups(context, law)),
    )


def _facts(context: Context, law: Law) -> Iterator[Fact]:
    locale = context.locale

    def fact(name: str, value: Label | Link, *, verified: bool = True) -> Fact:
        return Fact(locale.text(f"laws.facts.{name}"), (value,), not verified)

    yield fact("short", context.wording(*law.short(context.language)))
    if law.number:
        yield fact("number", Label(law.number))
    yield fact("kind", Label(locale.text(f"laws.kinds.{law.kind}")))
    if law.adopted:
        yield fact("adopted", Label(context.date(law.adopted.date).text), verified=law.adopted.verified)
    yield from period_facts(context, law)
    for name, other, verified in _versions(context, law):
        link = Link(_titled(context, other), urls.listing(context.language, "laws", other.id))
        yield fact(name, link, verified=verified)
    if law.gazette:
        yield fact("gazette", Label(law.gazette.text, context.lang("en")), verified=law.gazette.verified)
    if law.source:
        yield fact("source", source_of(context, law.source))


def _versions(context: Context, law: Law) -> Iterator[tuple[str, Law, bool]]:
    """Yield the law before and the laws after this one on the same matter."""
    if law.replaces and (earlier := context.vocabulary.law(law.replaces.law)):
        yield "earlier", earlier, law.replaces.verified
    for later in context.vocabulary.later_laws(law.id):
        if later.replaces:
            yield "later", later, later.replaces.verified


def _article_groups(context: Context, law: Law) -> Iterator[ArticleGroup]:
    """Yield the articles by chapter, in the order of the vocabulary; those of no chapter come first."""
    alone = [article for article in law.articles if article.chapter is None]
    if alone:
        yield ArticleGroup("articles", None, _article_entries(context, law, alone))
    for chapter in law.chapters:
        articles = [article for article in law.articles if article.chapter == chapter.number]
        if articles:
            title = context.wording(*chapter.label(context.language))
            heading = context.compose("laws.chapter", number=chapter.number, title=title)
            name = urls.article_name(chapter.number)
            yield ArticleGroup(f"chapter-{name}", heading, _article_entries(context, law, articles))


def _article_entries(context: Context, law: Law, articles: Iterable[Article]) -> tuple[ArticleEntry, ...]:
    by_article = context.library.catalogue.by_article
    entries = []
    for article in articles:
        count = len(by_article.get(f"{law.id}/{article.article}", ()))
        page = urls.article(context.language, law.id, article.article)
        entries.append(
            ArticleEntry(
                id=urls.article_anchor(article.article),
                number=context.locale.text("laws.article_number", article=article.article),
                subject=_subject(context, article),
                href=page if has_page(context, law, article) else None,
                count=count,
                phrase=context.locale.count("count.cases", count),
            )
        )
    return tuple(entries)


def _subject(context: Context, article: Article) -> Label:
    """Return what an article is about; unverified too where only its number is."""
    label = context.wording(*article.label(context.language))
    return Label(label.text, label.lang, label.verified and article.number_verified)
