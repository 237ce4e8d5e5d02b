"""The convention article by article: the cases that touch each, and the gaps.

A case touches an article because a court named it, or because the editors gave the case a topic that concerns it. The
two are never mixed up.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import cast

from caselaw import urls
from caselaw.checks import Case
from caselaw.coding import Aggravating, TopicReference
from caselaw.pages.context import Context
from caselaw.pages.law_facts import article_address, article_key, standing_of
from caselaw.pages.law_model import CompliancePage
from caselaw.pages.law_parts import ComplianceArticle, ComplianceCase, ComplianceCases, ComplianceChapter
from caselaw.pages.parts import Fact, Label, Link
from caselaw.pages.unverified import is_unverified, namings
from caselaw.terms import Article, Law, Subject
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
class Touch:
    """That a case touches an article: a court named it there, or what the editors coded concerns it."""

    case: Case
    direct: bool
    topics: tuple[Label, ...]  # and aggravating facts; none where it is direct
    unverified: bool


@dataclass(frozen=True)
class Touching:
    """All that touches one article, newest first; what is not verified is shown, but counts for nothing."""

    listed: tuple[Touch, ...]

    @property
    def counted(self) -> tuple[Touch, ...]:
        """What is verified."""
        return tuple(touch for touch in self.listed if not touch.unverified)

    @property
    def direct(self) -> bool:
        """Whether a court named the article, verified."""
        return any(touch.direct for touch in self.counted)


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
            if not touching[article.article].counted
        ),
        chapters=tuple(_chapters(context, law, touching)),
    )


def is_indexed(article: Article, touching: Touching) -> bool:
    """Whether an article is shown with its cases or as a gap: the editors index it, or a case touches it anyway."""
    return bool(article.for_courts or touching.listed)


def touching_cases(context: Context, law: Law, article: Article) -> Touching:
    """Return the cases that name an article, and those of which a topic concerns it."""
    key = article_key(law, article)
    return Touching(tuple(touch for case in context.library.catalogue.cases for touch in _touches(context, case, key)))


def _touches(context: Context, case: Case, key: str) -> Iterator[Touch]:
    """Yield how a case touches an article: by name, and by topic where the name does not settle it."""
    named = [is_unverified(case, path) for path in namings(case, key)]
    if named:
        yield Touch(case, direct=True, topics=(), unverified=all(named))
    if False in named:
        return
    coded: tuple[tuple[str, tuple[TopicReference | Aggravating, ...]], ...] = (
        ("topics", case.record.topics),
        ("aggravating", case.record.aggravating),
    )
    found = {
        context.label(name, one.value): is_unverified(case, f"{name}.{number}")
        for name, entries in coded
        for number, one in enumerate(entries, 1)
        if _concerns(cast(Subject, context.vocabulary.term(name, one.value)).concerns, key)
    }
    verified = tuple(topic for topic, unverified in found.items() if not unverified)
    if found:
        yield Touch(case, direct=False, topics=verified or tuple(found), unverified=not verified)


def _concerns(provisions: Iterable[Provision], key: str) -> bool:
    return any(provision.of_article == key for provision in provisions)


def _facts(context: Context, found: list[Touching]) -> Iterator[Fact]:
    """Yield how many of the articles have a case, and how."""
    counts = {
        "indexed": len(found),
        "with_case": sum(1 for touching in found if touching.counted),
        "direct": sum(1 for touching in found if touching.direct),
        "topic_only": sum(1 for touching in found if touching.counted and not touching.direct),
        "domestic": sum(
            1 for touching in found if any(_is_domestic(context, touch.case) for touch in touching.counted)
        ),
        "gaps": sum(1 for touching in found if not touching.counted),
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
    for name, domestic, direct in _WAYS:
        cases = [
            _case(context, touch)
            for touch in touching.listed
            if touch.direct is direct and _is_domestic(context, touch.case) is domestic
        ]
        if cases:
            yield ComplianceCases(context.locale.text(name), tuple(cases))


def _case(context: Context, touch: Touch) -> ComplianceCase:
    case = touch.case
    return ComplianceCase(
        link=Link(context.title(case), urls.case(context.language, case.id)),
        court=context.label("courts", case.record.court),
        decided=context.date(case.record.decided),
        topics=touch.topics,
        unverified=touch.unverified,
        status=context.status_mark(case),
    )
