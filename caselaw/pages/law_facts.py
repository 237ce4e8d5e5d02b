"""What the pages of laws, articles and the convention share: periods in force, sources, cases, and who has a page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from caselaw import urls
from caselaw.catalogue import Catalogue
from caselaw.pages.context import Context
from caselaw.pages.law_parts import Checked, LawStanding
from caselaw.pages.parts import Fact, Label, Link
from caselaw.terms import Article, Law
from caselaw.values import Provision

# Where the vocabulary names no address, in its words; any other remark is shown as it is.
_WITHOUT_ADDRESS = {
    "general knowledge": "laws.sources.general",
    "read in a page whose address was not kept": "laws.sources.unkept",
}


# How a period is put, by what of it is known.
_PERIODS = {
    ("since", "until"): "laws.period.since_until",
    ("since",): "laws.period.since",
    ("until",): "laws.period.until",
    ("adopted",): "laws.period.adopted",
}


def article_key(law: Law, article: Article) -> str:
    """Return the key by which the catalogue files the cases of an article: ``pcck-2003/139``."""
    return Provision(law.id, article.article).of_article


def has_page(context: Context, law: Law, article: Article) -> bool:
    """Whether an article has a page: a case names it, it defines an offence, or it concerns one."""
    by_article = context.library.catalogue.by_article
    return bool(article_key(law, article) in by_article or article.offence or article.concerns)


def article_address(context: Context, law: Law, article: Article) -> str:
    """Return the page of an article, or its entry on the page of its law where it has none."""
    address = urls.article if has_page(context, law, article) else urls.article_entry
    return address(context.language, law.id, article.article)


def article_link(context: Context, provision: Provision) -> Link:
    """Return the link to an article that the vocabulary holds, whether or not a case names it."""
    law, article = context.vocabulary.law(provision.law), context.vocabulary.article(provision)
    if law is None or article is None:  # checked when the vocabulary was read
        raise KeyError(str(provision))
    return Link(context.provision(provision), article_address(context, law, article))


def cases_of_law(context: Context, law: Law) -> frozenset[str]:
    """Return the ids of the cases that name an article of a law."""
    catalogue: Catalogue = context.library.catalogue
    keys = (article_key(law, article) for article in law.articles)
    return frozenset(case.id for key in keys for case in catalogue.by_article.get(key, ()))


def period_facts(context: Context, law: Law) -> Iterator[Fact]:
    """Yield from when until when a law is in force, as far as known, each date with its verification."""
    locale = context.locale
    for name, fact in (("in_force", law.in_force), ("until", law.until)):
        if fact:
            date = Label(context.date(fact.date).text)
            yield Fact(locale.text(f"laws.facts.{name}"), (date,), not fact.verified)
    if not law.in_force and not law.until:
        yield Fact(locale.text("laws.facts.in_force"), (Label(locale.text("laws.no_period")),))


def period_of(context: Context, law: Law) -> Checked | None:
    """Return the period of a law in a few words; the date of the law itself where the period is not known."""
    facts = {"since": law.in_force, "until": law.until} if law.in_force or law.until else {"adopted": law.adopted}
    known = {name: fact for name, fact in facts.items() if fact}
    if not known:
        return None
    dates = {name: context.date(fact.date).text for name, fact in known.items()}
    text, verified = context.locale.text(_PERIODS[tuple(known)], **dates), all(fact.verified for fact in known.values())
    successor = next(context.vocabulary.later_laws(law.id), None)
    if successor is None or successor.replaces is None or "until" in known:
        return Checked(Label(text), not verified)
    # Without this, two codes would seem to be in force at once.
    by = context.wording(*successor.short(context.language))
    label = context.compose("laws.period.replaced", period=text, law=by)
    return Checked(label, not (verified and successor.replaces.verified))


def first_day(law: Law) -> str:
    """Return the day by which laws are put in the order of their time; those without one come last."""
    fact = law.in_force or law.adopted
    return fact.date.first_day if fact else "9999"


def standing_of(context: Context, law: Law) -> tuple[LawStanding, ...]:
    """Return what readers must know of how far a law binds."""
    statements = []
    for standing in law.standing:
        source = source_of(context, standing.source) if standing.source else None
        checked = Checked(context.wording(*standing.label(context.language)), not standing.verified)
        statements.append(LawStanding(checked, source if isinstance(source, Link) else None))
    return tuple(statements)


def source_of(context: Context, source: str) -> Link | Label:
    """Return where something was read: a link with the name of the site, or why there is none."""
    host = urlsplit(source).netloc
    if host:
        return Link(Label(host.removeprefix("www.")), source)
    key = _WITHOUT_ADDRESS.get(source)
    return Label(context.locale.text(key)) if key else Label(source, context.lang("en"))
