"""The convention article by article: the cases that touch each, and the gaps.

A case touches an article because a court named it, or because the editors gave the case a topic that concerns it. The
two are never mixed up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.pages.law_facts import article_address, article_key, standing_of
from caselaw.pages.law_model import CompliancePage
from caselaw.pages.law_parts import ComplianceArticle, ComplianceCase, ComplianceCases, ComplianceChapter
from caselaw.pages.parts import Fact, Label, Link
from caselaw.terms import Article, Law
from caselaw.values import Provision

CONVENTION = "cets-197"
# How cases touch an article: the name of the way, whether the court is one of Kosovo*, whether it named the article.
_WAYS = (
    ("compliance.groups.domestic_direct", True, True),
    ("compliance.groups.domestic_topic", True, False),
    ("compliance.groups.elsewhere_direct", False, True),
    ("compliance.groups.elsewhere_topic", False, False),
)


@dataclass(frozen=True)
class Touching:
    """The cases that touch one article, newest first: those that name it, and the others with the topics that do."""

    direct: tuple[Case, ...]
    by_topic: tuple[tuple[Case, tuple[str, ...]], ...]

    @property
    def cases(self) -> tuple[Case, ...]:
        """All of them, in no order that means anything."""
        return (*self.direct, *(case for case, _ in self.by_topic))


def compliance_link(context: Context) -> Link | None:
    """Return the link to the compliance page, if the vocabulary has the convention."""
    if context.vocabulary.law(CONVENTION) is None:
        return None
    return Link(Label(context.locale.text("compliance.title")), urls.text_page(context.language, "compliance"))


def compliance_pages(context: Context) -> Iterator[CompliancePage]:
    """Yield the compliance page, if the vocabulary has the convention."""
    law = context.vocabulary.law(CONVENTION)
    if law is None:
        return
    touching = {article.article: touching_cases(context, law, article) for article in law.articles}
    indexed = [article for article in law.articles if is_indexed(article, touching[article.article])]
    locale, short = context.locale, context.wording(*law.label(context.language))
    yield CompliancePage(
        frame=context.frame(
            urls.text_page(context.language, "compliance"),
            locale.text("compliance.title"),
            locale.text("compliance.description"),
            (context.section("laws"),),
            tells_of_cases=True,
        ),
        convention=Link(short, urls.listing(context.language, "laws", law.id)),
        standing=standing_of(context, law),
        facts=tuple(_facts(context, [touching[article.article] for article in indexed])),
        gaps=tuple(
            Link(_named(context, article), f"#{urls.article_anchor(article.article)}")
            for article in indexed
            if not touching[article.article].cases
        ),
        chapters=tuple(_chapters(context, law, touching)),
    )


def is_indexed(article: Article, touching: Touching) -> bool:
    """Whether an article is shown with its cases or as a gap: the editors index it, or a case touches it anyway."""
    return bool(article.for_courts or touching.cases)


def touching_cases(context: Context, law: Law, article: Article) -> Touching:
    """Return the cases that name an article, and the others of which a topic concerns it."""
    catalogue, vocabulary, key = context.library.catalogue, context.vocabulary, article_key(law, article)
    direct = catalogue.by_article.get(key, ())
    named = {case.id for case in direct}
    concerned = (
        (
            case,
            tuple(
                topic.value for topic in case.record.topics if _concerns(vocabulary.topic(topic.value).concerns, key)
            ),
        )
        for case in catalogue.cases
        if case.id not in named
    )
    return Touching(direct, tuple((case, topics) for case, topics in concerned if topics))


def _concerns(provisions: Iterable[Provision], key: str) -> bool:
    return any(provision.of_article == key for provision in provisions)


def _facts(context: Context, found: list[Touching]) -> Iterator[Fact]:
    """Yield how many of the articles have a case, and how."""
    counts = {
        "indexed": len(found),
        "with_case": sum(1 for touching in found if touching.cases),
        "direct": sum(1 for touching in found if touching.direct),
        "topic_only": sum(1 for touching in found if touching.by_topic and not touching.direct),
        "domestic": sum(1 for touching in found if any(_is_domestic(context, case) for case in touching.cases)),
        "gaps": sum(1 for touching in found if not touching.cases),
    }
    for name, count in counts.items():
        yield Fact(context.locale.text(f"compliance.facts.{name}"), (Label(context.locale.number(count)),))


def _is_domestic(context: Context, case: Case) -> bool:
    return context.vocabulary.court_level(case.record.court).system == "domestic"


def _chapters(context: Context, law: Law, touching: Mapping[str, Touching]) -> Iterator[ComplianceChapter]:
    for chapter in law.chapters:
        articles = [article for article in law.articles if article.chapter == chapter.number]
        indexed = [article for article in articles if is_indexed(article, touching[article.article])]
        title = context.wording(*chapter.label(context.language))
        yield ComplianceChapter(
            id=f"chapter-{urls.article_name(chapter.number)}",
            heading=context.compose("laws.chapter", number=chapter.number, title=title),
            articles=tuple(_article(context, law, article, touching[article.article]) for article in indexed),
            aside=tuple(
                Link(_named(context, article), article_address(context, law, article))
                for article in articles
                if article not in indexed
            ),
        )


def _article(context: Context, law: Law, article: Article, touching: Touching) -> ComplianceArticle:
    return ComplianceArticle(
        id=urls.article_anchor(article.article),
        link=Link(_named(context, article), article_address(context, law, article)),
        groups=tuple(_groups(context, touching)),
    )


def _named(context: Context, article: Article) -> Label:
    """Return number and subject of an article; unverified where they were not read together."""
    subject = context.wording(*article.label(context.language))
    label = context.compose("compliance.article", article=article.article, subject=subject)
    return Label(label.text, label.lang, label.verified and article.number_verified, label.pieces)


def _groups(context: Context, touching: Touching) -> Iterator[ComplianceCases]:
    """Yield the cases of Kosovo* and then the others, each named by a court before linked by topic."""
    found = [*((True, case, ()) for case in touching.direct), *((False, *linked) for linked in touching.by_topic)]
    for name, domestic, direct in _WAYS:
        cases = [
            _case(context, case, topics)
            for is_direct, case, topics in found
            if is_direct is direct and _is_domestic(context, case) is domestic
        ]
        if cases:
            yield ComplianceCases(context.locale.text(name), tuple(cases))


def _case(context: Context, case: Case, topics: tuple[str, ...]) -> ComplianceCase:
    return ComplianceCase(
        link=Link(context.title(case), urls.case(context.language, case.id)),
        court=context.label("courts", case.record.court),
        decided=context.date(case.record.decided),
        status=context.status_mark(case),
        topics=tuple(context.label("topics", topic) for topic in topics),
    )
