"""What is missing or unverified in each language, file by file: the editors' list of work on translations.

A report, not a check: nothing in it stops a build, since a missing label falls back to English, a missing page to the
default language, and a case without a translation to its own text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from caselaw.terms import Entry, Law

if TYPE_CHECKING:
    from caselaw.checks import Case
    from caselaw.locale import Locale
    from caselaw.pages.context import Library
    from caselaw.terms import Wording

_WIDTH = 100


class Subject(StrEnum):
    """What is translated."""

    LABELS = "vocabulary labels"
    INTERFACE = "interface texts"
    PAGES = "text pages"
    CASES = "cases"


class Lack(StrEnum):
    """What a translation lacks."""

    MISSING = "missing"
    UNVERIFIED = "not verified"
    UNREVIEWED = "not reviewed"
    SUMMARY = "without title and summary"
    TEXT = "without text"
    UNOFFICIAL = "not official"


_LACKS: Mapping[Subject, tuple[Lack, ...]] = {
    Subject.LABELS: (Lack.MISSING, Lack.UNVERIFIED),
    Subject.INTERFACE: (Lack.UNREVIEWED,),
    Subject.PAGES: (Lack.MISSING, Lack.UNREVIEWED),
    Subject.CASES: (Lack.SUMMARY, Lack.TEXT, Lack.UNOFFICIAL),
}


@dataclass(frozen=True)
class Gap:
    """What one file lacks in one language; ``keys`` name it where the file holds more than one thing."""

    subject: Subject
    file: str
    language: str
    lack: Lack
    count: int = 1
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class TranslationReport:
    """All gaps, by file, and of how many things they are."""

    languages: tuple[str, ...]
    totals: Mapping[Subject, int]
    gaps: tuple[Gap, ...]

    def count(self, subject: Subject, lack: Lack, language: str) -> int:
        """Return how many labels, texts, pages or cases lack that in a language."""
        wanted = (subject, lack, language)
        return sum(gap.count for gap in self.gaps if (gap.subject, gap.lack, gap.language) == wanted)


def report_translations(library: Library) -> TranslationReport:
    """Return what the languages of the library lack; what is in its own language lacks nothing."""
    lists = library.vocabulary.lists
    labels = {name: [*_labels(entries)] for name, entries in sorted(lists.items())}
    gaps = [gap for name, found in labels.items() for gap in _label_gaps(name, found, library)]
    gaps += _interface_gaps(library)
    gaps += _page_gaps(library)
    gaps += (gap for case in sorted(library.catalogue.cases, key=_file_of) for gap in _case_gaps(case, library))
    totals = {
        Subject.LABELS: sum(len(found) for found in labels.values()),
        Subject.INTERFACE: len(library.default_locale.texts),
        Subject.PAGES: len(library.texts) + len(library.topic_texts),
        Subject.CASES: len(library.catalogue.cases),
    }
    return TranslationReport(tuple(locale.key for locale in library.locales), totals, tuple(gaps))


def _labels(entries: Mapping[str, Entry]) -> Iterator[tuple[str, Mapping[str, Wording]]]:
    """Yield what has labels in a closed list: its terms, and the parts of laws with labels of their own."""
    for entry in entries.values():
        yield entry.id, entry.labels
        if isinstance(entry, Law):
            yield f"{entry.id} (short form)", entry.abbreviation
            for number, standing in enumerate(entry.standing, 1):
                yield f"{entry.id} (standing {number})", standing.labels
            for chapter in entry.chapters:
                yield f"{entry.id} (chapter {chapter.number})", chapter.labels
            for article in entry.articles:
                yield f"{entry.id}/{article.article}", article.labels
                for number, penalty in enumerate(article.penalties, 1):
                    yield f"{entry.id}/{article.article} (penalty {number})", penalty.form


def _label_gaps(name: str, labels: list[tuple[str, Mapping[str, Wording]]], library: Library) -> Iterator[Gap]:
    file = f"content/vocabulary/{name}.yaml"
    for locale in library.locales:
        missing = tuple(key for key, wordings in labels if locale.key not in wordings)
        unverified = tuple(key for key, found in labels if locale.key in found and not found[locale.key].verified)
        for lack, keys in ((Lack.MISSING, missing), (Lack.UNVERIFIED, unverified)):
            if keys:
                yield Gap(Subject.LABELS, file, locale.key, lack, len(keys), keys)


def _interface_gaps(library: Library) -> Iterator[Gap]:
    for locale in _translations(library):
        if not getattr(locale, "reviewed_by", ""):
            file = f"locales/{locale.key}.yaml"
            yield Gap(Subject.INTERFACE, file, locale.key, Lack.UNREVIEWED, len(locale.texts))


def _page_gaps(library: Library) -> Iterator[Gap]:
    texts = [("pages", *text) for text in sorted(library.texts.items())]
    texts += [("topics", *text) for text in sorted(library.topic_texts.items())]
    for folder, name, versions in texts:
        reviewers = {version.record.language: getattr(version.record, "reviewed_by", None) for version in versions}
        for locale in _translations(library):
            file = f"content/{folder}/{name}.{locale.key}.md"
            if locale.key not in reviewers:
                yield Gap(Subject.PAGES, file, locale.key, Lack.MISSING)
            elif not reviewers[locale.key]:
                yield Gap(Subject.PAGES, file, locale.key, Lack.UNREVIEWED)


def _translations(library: Library) -> Iterator[Locale]:
    """Yield the languages but the default one, from which the others are translated."""
    return (locale for locale in library.locales if locale.key != library.config.default_language)


def _case_gaps(case: Case, library: Library) -> Iterator[Gap]:
    for locale in library.locales:
        if locale.key == case.record.language:
            continue
        file = f"{_file_of(case).removesuffix('.md')}.{locale.key}.md"
        translation: Any = getattr(case, "translations", {}).get(locale.key)
        if translation is None:
            yield Gap(Subject.CASES, file, locale.key, Lack.SUMMARY)
        elif translation.record.translation.kind != "official":
            yield Gap(Subject.CASES, file, locale.key, Lack.UNOFFICIAL)
        if translation is None or not translation.text:
            yield Gap(Subject.CASES, file, locale.key, Lack.TEXT)


def _file_of(case: Case) -> str:
    return case.place().path


def table(report: TranslationReport) -> Iterator[str]:
    """Yield the report line by line: totals of each language, then what each file lacks."""
    yield f"{'':30}{'in all':>8}" + "".join(f"{language:>8}" for language in report.languages)
    for subject, lacks in _LACKS.items():
        yield f"{subject:30}{report.totals[subject]:>8}"
        for lack in lacks:
            counts = (report.count(subject, lack, language) for language in report.languages)
            yield f"  {lack:28}{'':8}" + "".join(f"{count:>8}" for count in counts)
    file = ""
    for gap in report.gaps:
        if gap.file != file:
            file = gap.file
            yield from ("", file)
        yield from _lines(gap)


def _lines(gap: Gap) -> Iterator[str]:
    head = f"  {gap.language}  {gap.lack}"
    if not gap.keys:
        yield head if gap.count == 1 else f"{head}: {gap.count}"
        return
    whole = (key.replace(" ", "\u00a0") for key in gap.keys)  # a key is not broken between lines
    lines = wrap(f"{head} ({gap.count}): {', '.join(whole)}", _WIDTH, subsequent_indent=" " * 6, break_on_hyphens=False)
    yield from (line.replace("\u00a0", " ") for line in lines)
