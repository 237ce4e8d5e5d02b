"""The texts on the page of a case: the version of the page's language, and beside a translation its original."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.pages.parts import Block, Label, Link
from caselaw.pages.version_parts import CaseText, VersionNote
from caselaw.references import TextLink
from caselaw.versions import Version

Row = tuple[Block, ...]
# What a text has ids of and links to within itself; the template makes those of its paragraphs.
_OWN = re.compile(r'((?:\sid="|\shref="#)(?:p[1-9][0-9]*|h-[^"]*|fn(?:ref)?-[^"]*))"')


def case_texts(context: Context, case: Case) -> tuple[CaseText, ...]:
    """Return the text for readers of the page's language and, where that is a translation, the original behind it.

    The rows of two texts correspond: a numbered paragraph is a row, and what stands between two is one.
    """
    version, own = context.version(case), case.version(case.record.language)
    shown = tuple(_blocks(context, case, version))
    if version.text_language == own.language:
        return (_case_text(context, own, "", (shown,)),)
    suffix = f"-{own.language}"
    rows = _align(shown, tuple(_blocks(context, case, own, suffix)))
    left, right = zip(*rows, strict=True)
    return _case_text(context, version, "", left), _case_text(context, own, suffix, right)


def _case_text(context: Context, version: Version, suffix: str, rows: tuple[Row, ...]) -> CaseText:
    language = version.text_language
    name = _name(context, version)
    return CaseText(name, context.label("languages", language), context.lang(language), suffix, rows)


def _name(context: Context, version: Version) -> Label:
    if version.translation is None:
        return Label(context.locale.text("translation.original"))
    return context.label("translation-kinds", version.translation.kind)


def _blocks(context: Context, case: Case, version: Version, suffix: str = "") -> Iterator[Block]:
    unchecked = {entry for entry in case.record.unverified if entry.startswith("p")}
    links = context.library.references.links_in(case.id, version.text_language)
    for index, block in enumerate(version.text.blocks):
        html = _linked(context, case, block.html, version.text_language, links.get(index, ()))
        html = _OWN.sub(rf'\1{suffix}"', html) if suffix else html
        own_id = f"{block.id}{suffix}" if block.id else None
        yield Block(block.kind, html, block.number, own_id, block.level, f"p{block.number}" in unchecked)


def _linked(context: Context, case: Case, html: str, language: str, links: Iterable[TextLink]) -> str:
    """Return the HTML of a block with a link on each reference to another case.

    Its tooltip is the title of that case, if there is one in the ``language`` of the text.
    """
    pieces, end = [], 0
    for link in links:
        address = urls.relative(urls.case(context.language, case.id), urls.case(context.language, link.case))
        named = context.library.catalogue.by_id[link.case].version(language)
        title = f' title="{escape(named.title)}"' if named.language == language else ""
        words = html[link.start : link.end]
        pieces += [html[end : link.start], f'<a class="prose-reference" href="{address}"{title}>{words}</a>']
        end = link.end
    return "".join((*pieces, html[end:]))


def _align(one: Iterable[Block], other: Iterable[Block]) -> Iterator[tuple[Row, Row]]:
    """Yield the rows of two texts that have the same numbered paragraphs, which was checked when they were read."""
    for left, right in zip(_rows(one), _rows(other), strict=True):
        if left or right:
            yield left, right


def _rows(blocks: Iterable[Block]) -> Iterator[Row]:
    between: list[Block] = []
    for block in blocks:
        if block.number is None:
            between.append(block)
        else:
            yield tuple(between)
            yield (block,)
            between = []
    yield tuple(between)


def version_note(context: Context, case: Case) -> VersionNote | None:
    """Return what readers must know of the version they get; None where there is only one, in their language."""
    version, locale = context.version(case), context.locale
    others = tuple(_other_versions(context, case))
    if version.translation:
        by, date = version.translation.by, version.translation.date
        details: tuple[Label, ...] = (
            Label(locale.text("translation.by", initials=by) if by else locale.text("translation.unnamed")),
            Label(context.date(date).text),
        )
        explained = "explained" if version.text_language == version.language else "summary_only"
        return VersionNote(_name(context, version), details, locale.text(f"translation.{explained}"), others)
    language = context.label("languages", version.language)
    if version.language != context.language:
        name = Label(locale.text("translation.none"))
        return VersionNote(name, (language,), locale.text("translation.none_explained"), others)
    if others:
        explanation = locale.text("translation.original_explained")
        return VersionNote(_name(context, version), (language,), explanation, others)
    return None


def _other_versions(context: Context, case: Case) -> Iterator[Link]:
    """Yield links to the other languages in which the case has a text and the site its pages."""
    built = {locale.key for locale in context.library.locales}
    for language in case.text_languages:
        if language != context.language and language in built:
            yield Link(context.label("languages", language), urls.case(language, case.id))
