"""The page of an article: penalties, corresponding articles, and the cases that name it with outcome and sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.article_cases import article_case
from caselaw.pages.context import Context
from caselaw.pages.law_facts import article_key, first_day, has_page, period_facts, period_of, source_of
from caselaw.pages.law_model import ArticlePage
from caselaw.pages.law_parts import Correspondence, Counterpart, PenaltyRow
from caselaw.pages.parts import Fact, Label, Link
from caselaw.terms import Article, FineRange, Law, Penalty, TermRange
from caselaw.values import Provision

_DOMESTIC = ("code", "regulation", "law")
# How a statutory range is put, by which of its ends were read.
_RANGES = {
    ("min", "max"): "laws.range.min_max",
    ("min",): "laws.range.min",
    ("max",): "laws.range.max",
    (): "laws.not_read",
}


def article_pages(context: Context) -> Iterator[ArticlePage]:
    """Yield a page for each article that a case names, and for each that defines or concerns an offence."""
    for law in context.vocabulary.all_laws():
        for article in law.articles:
            if has_page(context, law, article):
                yield _article_page(context, law, article)


def _article_page(context: Context, law: Law, article: Article) -> ArticlePage:
    locale, provision = context.locale, Provision(law.id, article.article)
    found = context.library.catalogue.by_article.get(article_key(law, article), ())
    cases = tuple(article_case(context, case, provision) for case in found)
    heading, phrase = context.provision(provision), locale.count("count.cases", len(cases))
    short = Link(context.wording(*law.short(context.language)), urls.listing(context.language, "laws", law.id))
    return ArticlePage(
        frame=context.frame(
            urls.article(context.language, law.id, article.article),
            heading.text,
            locale.text("laws.article_description", article=heading.text, cases=phrase),
            (context.section("laws"), short),
            tells_of_cases=True,
        ),
        heading=heading,
        count_phrase=phrase,
        number_unverified=not article.number_verified,
        facts=tuple(_facts(context, law, article)),
        has_penalties=bool(article.penalties or (article.offence and law.kind in _DOMESTIC)),
        penalties=tuple(_penalty(context, penalty) for penalty in article.penalties),
        correspondences=tuple(_correspondences(context, law, article)),
        cases=cases,
        with_sentences=any(case.sentences for case in cases),
    )


def _facts(context: Context, law: Law, article: Article) -> Iterator[Fact]:
    locale, language = context.locale, context.language

    def fact(name: str, *values: Label | Link) -> Fact:
        return Fact(locale.text(f"laws.facts.{name}"), values)

    title = context.wording(*law.label(language))
    yield fact("law", Link(title, urls.article_entry(language, law.id, article.article)))
    for chapter in law.chapters:
        if chapter.number == article.chapter:
            label = context.wording(*chapter.label(language))
            yield fact("chapter", context.compose("laws.chapter", number=chapter.number, title=label))
    yield from period_facts(context, law)
    if article.offence:
        yield fact("defines", _offence(context, article.offence))
    if article.concerns:
        yield fact("concerns", *(_offence(context, key) for key in article.concerns))
    if article.source:
        yield fact("source", source_of(context, article.source))


def _offence(context: Context, key: str) -> Label | Link:
    """Return an offence, as a link where it has cases."""
    label = context.label("offences", key)
    has_cases = key in context.library.catalogue.by_offence
    return Link(label, urls.listing(context.language, "offences", key)) if has_cases else label


def _penalty(context: Context, penalty: Penalty) -> PenaltyRow:
    source = source_of(context, penalty.source) if penalty.source else None
    return PenaltyRow(
        form=context.wording(*penalty.form_in(context.language)),
        imprisonment=_range(context, penalty.imprisonment),
        fine=_range(context, penalty.fine),
        unverified=not penalty.verified,
        source=source if isinstance(source, Link) else None,
    )


def _range(context: Context, found: TermRange | FineRange | None) -> str:
    """Return least and most in words; an end that was not read is said to be so, never filled in."""
    ends: dict[str, str] = {}
    if isinstance(found, TermRange):
        ends = {name: context.duration(end) for name in ("min", "max") if (end := getattr(found, name))}
    elif found:
        ends = {name: context.money(end) for name in ("min", "max") if (end := getattr(found, name))}
    return context.locale.text(_RANGES[tuple(ends)], **ends)


def offences_of(article: Article) -> frozenset[str]:
    """Return the offences that an article defines or concerns: articles that share one correspond to each other."""
    return frozenset((*article.concerns, *([article.offence] if article.offence else [])))


def counterparts(laws: Iterable[Law], law: Law, article: Article) -> Mapping[str, list[tuple[Law, Article]]]:
    """Return by offence the articles of other laws about it, each law in the order of its time."""
    found: dict[str, list[tuple[Law, Article]]] = {offence: [] for offence in sorted(offences_of(article))}
    for other in sorted(laws, key=first_day):
        for candidate in other.articles if other.id != law.id else ():
            for offence in offences_of(candidate) & found.keys():
                found[offence].append((other, candidate))
    return found


def _correspondences(context: Context, law: Law, article: Article) -> Iterator[Correspondence]:
    """Yield the line of articles on each offence, the page's own in its place."""
    laws = sorted(context.vocabulary.all_laws(), key=first_day)
    place = {found.id: position for position, found in enumerate(laws)}
    for offence, others in counterparts(laws, law, article).items():
        if others:
            line = sorted([*others, (law, article)], key=lambda found: place[found[0].id])
            entries = [(found[0].kind in _DOMESTIC, _counterpart(context, *found, found[0] is law)) for found in line]
            yield Correspondence(
                context.label("offences", offence),
                tuple(entry for domestic, entry in entries if domestic),
                tuple(entry for domestic, entry in entries if not domestic),
            )


def _counterpart(context: Context, law: Law, article: Article, current: bool) -> Counterpart:
    provision = Provision(law.id, article.article)
    cases: tuple[Case, ...] = context.library.catalogue.by_article.get(provision.of_article, ())
    return Counterpart(
        link=context.linked_provision(provision),
        period=period_of(context, law),
        phrase=context.locale.count("count.cases", len(cases)),
        current=current,
    )
