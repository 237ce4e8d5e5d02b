"""The index of topics, and the page of each: introduction, articles, cases with the paragraphs that matter."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.checklist import checklist_link
from caselaw.pages.context import Context
from caselaw.pages.excerpts import paragraph_excerpt
from caselaw.pages.law_facts import article_link
from caselaw.pages.parts import CountedLink, Fact, Label, Link
from caselaw.pages.site import text_body, text_in
from caselaw.pages.topic_parts import (
    Passage,
    TopicCase,
    TopicEntry,
    TopicGroup,
    TopicIndexGroup,
    TopicIndexPage,
    TopicPage,
)
from caselaw.pages.unverified import is_unverified

ON_HOME = 10  # topics on the front page
EXCERPT = 60  # words of a paragraph at most
# Domestic cases first: they bind the reader.
_SYSTEMS = ("domestic", "human-rights", "other")


def topic_link(context: Context, key: str) -> Link:
    """Return the link to the page of a topic that has a case or an introduction."""
    return Link(context.label("topics", key), urls.listing(context.language, "topics", key))


def topic_entries(context: Context, keys: Iterable[str]) -> Iterator[CountedLink]:
    """Yield topics as ways in, in the order of the page's language."""
    by_topic = context.library.catalogue.by_topic
    for key in sorted(keys, key=lambda key: _letters(context.label("topics", key).text)):
        link = topic_link(context, key)
        yield context.counted(link.label, link.href, len(by_topic.get(key, ())))


def home_topics(context: Context) -> tuple[CountedLink, ...]:
    """Return the topics for the front page: those with an introduction, then those with most cases."""
    by_topic, introduced = context.library.catalogue.by_topic, context.library.topic_texts
    others = sorted(by_topic.keys() - introduced.keys(), key=lambda key: (-len(by_topic[key]), key))
    return tuple(topic_entries(context, [*introduced, *others][: max(ON_HOME, len(introduced))]))


def _letters(text: str) -> str:
    """Return what a label is sorted by: its letters without marks, so that č stands with c and ë with e."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("đ", "dj"))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def topic_pages(context: Context) -> Iterator[TopicIndexPage | TopicPage]:
    """Yield the index of topics and a page for each that has a case or an introduction."""
    by_topic, introduced = context.library.catalogue.by_topic, context.library.topic_texts
    yield _index_page(context)
    for key in context.vocabulary.lists["topics"]:
        if key in by_topic or key in introduced:
            yield _topic_page(context, key)


def _index_page(context: Context) -> TopicIndexPage:
    by_topic, introduced = context.library.catalogue.by_topic, context.library.topic_texts
    groups = {"introduced": introduced.keys(), "others": by_topic.keys() - introduced.keys()}
    return TopicIndexPage(
        frame=context.frame(
            urls.index(context.language, "topics"),
            context.locale.text("pages.topics.title"),
            context.locale.text("pages.topics.description"),
        ),
        heading=context.locale.text("pages.topics.title"),
        introduction=context.locale.text("pages.topics.introduction"),
        checklist=checklist_link(context),
        groups=tuple(
            TopicIndexGroup(
                context.locale.text(f"pages.topics.groups.{name}"),
                tuple(TopicEntry(entry, _described(context, entry)) for entry in topic_entries(context, keys)),
            )
            for name, keys in groups.items()
            if keys
        ),
    )


def _described(context: Context, entry: CountedLink) -> Label | None:
    """Return the sentence that the introduction to a topic has for the index."""
    versions = context.library.topic_texts.get(entry.link.href.split("/")[-2])
    if not versions:
        return None
    record = text_in(context, versions).record
    return Label(record.description, context.lang(record.language))


def _topic_page(context: Context, key: str) -> TopicPage:
    locale, library = context.locale, context.library
    cases, versions = library.catalogue.by_topic.get(key, ()), library.topic_texts.get(key)
    topic = topic_link(context, key)
    title = locale.text("pages.topics.topic_title", topic=topic.label.text)
    count_phrase = locale.count("count.cases", len(cases))
    frame = context.frame(
        topic.href, title, f"{title}: {count_phrase}", (context.section("topics"),), tells_of_cases=True
    )
    return TopicPage(
        frame=frame,
        heading=topic.label,
        count_phrase=count_phrase,
        introduction=text_body(context, versions, frame) if versions else None,
        facts=_articles(context, key),
        groups=tuple(_groups(context, key, cases)),
    )


def _articles(context: Context, key: str) -> tuple[Fact, ...]:
    """Return the articles about a topic, each with a link to its page or its entry on the page of the law."""
    articles = tuple(article_link(context, provision) for provision in context.vocabulary.topic(key).concerns)
    return (Fact(context.locale.text("pages.topics.articles"), articles),) if articles else ()


def _groups(context: Context, key: str, cases: tuple[Case, ...]) -> Iterator[TopicGroup]:
    for system in _SYSTEMS:
        found = [case for case in cases if context.vocabulary.court_level(case.record.court).system == system]
        if found or (cases and system == _SYSTEMS[0]):  # that no domestic court has decided on it is news too
            heading = context.locale.text(f"pages.topics.systems.{system.replace('-', '_')}")
            yield TopicGroup(heading, tuple(_case(context, key, case) for case in found))


def _case(context: Context, key: str, case: Case) -> TopicCase:
    number, topic = next(found for found in enumerate(case.record.topics, 1) if found[1].value == key)
    passages = tuple(_passages(context, case, topic.paragraphs))
    return TopicCase(context.card(case), passages, is_unverified(case, f"topics.{number}"))


def _passages(context: Context, case: Case, numbers: tuple[int, ...]) -> Iterator[Passage]:
    for number in numbers:
        yield Passage(
            number=number,
            href=urls.case(context.language, case.id, number),
            text=paragraph_excerpt(context, case, number, EXCERPT),
            unverified=is_unverified(case, f"p{number}"),
        )
