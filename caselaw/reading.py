"""From the folder of a library to the library in memory: read, check and link everything (gate 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from caselaw.attachments import Attachment, check_attachments
from caselaw.catalogue import build_catalogue
from caselaw.checks import Case, read_case
from caselaw.citations import link_citations
from caselaw.codes import Code
from caselaw.config import SiteConfig, read_config
from caselaw.document import Document
from caselaw.locale import Locale, read_locale
from caselaw.locale_checks import check_locales
from caselaw.messages import Message, say
from caselaw.pages.context import Library
from caselaw.problems import Place, Problems
from caselaw.recall import Recall, afresh, itself
from caselaw.references import link_references
from caselaw.safeguards import guard_content, public_words
from caselaw.source import Source, contents, read_cases, read_text_pages, read_topic_texts
from caselaw.text_links import link_texts
from caselaw.text_pages import TextDocument, read_text_page, read_topic_text
from caselaw.translations import add_translations
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary
from caselaw.withdrawn_traces import report_traces

PROGRAM = Path(__file__).resolve().parent.parent  # templates, static files and interface texts lie beside the program


class UnknownLanguage(ValueError):
    """A language was asked for that the site does not have; the message says which there are."""


@dataclass(frozen=True)
class Request:
    """What to build: the configuration, whose folder holds ``content/``; the languages, all if empty; the date."""

    config: Path
    today: str  # YYYY-MM-DD
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Content:
    """Everything that was read, each file by itself; faulty cases among the others, for finding more faults."""

    config: SiteConfig | None
    vocabulary: Vocabulary
    source: Source
    cases: tuple[Case, ...]
    documents: tuple[Document, ...]  # the source files of the texts
    texts: dict[str, tuple[TextDocument, ...]]
    topic_texts: dict[str, tuple[TextDocument, ...]]
    locales: tuple[Locale, ...]
    attachments: Mapping[str, Attachment]


def read_library(request: Request, problems: Problems, recall: Recall = afresh) -> Library | None:
    """Read, check and link everything; None after any error (gate 1)."""
    content = _read_content(request, problems, recall)
    library = _link(content, request, problems, recall) if content else None
    return None if problems.errors else library


def read_preview(request: Request, problems: Problems, recall: Recall) -> Library | None:
    """Do as ``read_library``, and report the same, but file drafts and embargoed cases with the public ones.

    Such a library is for ``caselaw.preview`` alone; ``make_site`` refuses it.
    """
    content = _read_content(request, problems, recall)
    library = _link(content, request, problems, recall) if content else None
    if content is None or library is None or problems.errors:
        return None
    is_whole = len(library.catalogue.by_id) + len(library.catalogue.withdrawn) == len(content.cases)
    # What only the preview shows is no news: a build says it on the day on which the case becomes public.
    shown = library if is_whole else _link(content, request, Problems(), recall, drafts=True)
    return replace(shown, drafts=True) if shown else None


def _read_content(request: Request, problems: Problems, recall: Recall) -> _Content | None:
    """Read each file by itself; None without a configuration or a sound vocabulary, on which all else rests."""
    root, today = request.config.parent, request.today
    config = read_config(root, request.config, PROGRAM / "locales", problems)
    if not request.config.is_file():
        return None  # what else is missing here is no news: this is not the folder of a library
    lists = contents(root / "content" / "vocabulary", "*")
    vocabulary = recall(read_vocabulary, root, problems=problems, given=lists)
    source = read_cases(root, problems, recall)
    files = recall(itself, source.files, problems=problems)
    documents, introductions = read_text_pages(root, problems, recall), read_topic_texts(root, problems, recall)
    own_texts = (*documents, *introductions)
    report_traces((*source.documents, *source.translations, *own_texts), _other_files(request.config), problems)
    read = [recall(read_case, document, files, vocabulary, today, problems=problems) for document in source.documents]
    cases = add_translations(
        [case for case in read if case], source.translations, files, vocabulary, today, problems, recall
    )
    public = public_words(cases, today, vocabulary) if vocabulary else frozenset()
    attachments = check_attachments(root, cases, source, public, problems, recall)
    texts, topic_texts = (
        _by_name(recall(step, document, vocabulary, today, problems=problems) for document in found)
        for step, found in ((read_text_page, documents), (read_topic_text, introductions))
    )
    locales = _read_interface(config, request, problems, recall) if config else ()
    guard_content(root, request.config, public, today, problems, _drafts(cases), recall)
    if vocabulary is None:
        build_catalogue(cases, source.ids, today, problems)  # what cases say of each other can be checked all the same
        return None
    return _Content(config, vocabulary, source, tuple(cases), own_texts, texts, topic_texts, locales, attachments)


def _other_files(config: Path) -> dict[str, bytes]:
    """Return the files of a library that are no texts and no cases, by their paths."""
    root = config.parent
    folders = {"content/vocabulary/": "*.yaml", "content/": "*.yaml", "": config.name}
    return {
        f"{folder}{name}": content
        for folder, pattern in folders.items()
        for name, content in contents(root / folder, pattern)
    }


def _drafts(cases: Iterable[Case]) -> frozenset[str]:
    """Return the paths of all files of drafts, translations too."""
    drafts = [case for case in cases if case.record.publication.status == "draft"]
    return frozenset(path for case in drafts for path in (case.path, *(one.path for one in case.translations.values())))


def _link(
    content: _Content, request: Request, problems: Problems, recall: Recall, *, drafts: bool = False
) -> Library | None:
    """Join what was read; None without a configuration. Whether there were errors is for the caller to ask."""
    config, vocabulary, source = content.config, content.vocabulary, content.source
    catalogue = build_catalogue(content.cases, source.ids, request.today, problems, drafts=drafts)
    hidden = [case for case in content.cases if case.sound and case.id not in catalogue.by_id]
    awaited = [case for case in hidden if case not in catalogue.withdrawn]
    citations = link_citations(catalogue, vocabulary, problems, awaited, recall)
    sources = (*source.documents, *source.translations)
    references = link_references(catalogue, citations, vocabulary, problems, awaited, sources, recall)
    texts, topic_texts = (
        link_texts(found, catalogue, hidden, source.ids, content.documents, problems)
        for found in (content.texts, content.topic_texts)
    )
    if config is None:
        return None
    built = tuple(locale for locale in content.locales if locale.key in (request.languages or config.languages))
    return Library(
        config, vocabulary, catalogue, citations, texts, built, request.today, references, topic_texts, content.locales,
        content.attachments,
        hidden=() if drafts else tuple(case for case in content.cases if case.id not in catalogue.by_id),
    )  # fmt: skip


def _by_name(read: Iterable[TextDocument | None]) -> dict[str, tuple[TextDocument, ...]]:
    texts: dict[str, tuple[TextDocument, ...]] = defaultdict(tuple)
    for text in read:
        if text:
            texts[text.name] += (text,)
    return dict(texts)


def read_interface(request: Request, problems: Problems, recall: Recall = afresh) -> tuple[Locale, ...]:
    """Read the interface texts of the languages to be built, and nothing else; none without a configuration.

    Raises ``UnknownLanguage``.
    """
    config = read_config(request.config.parent, request.config, PROGRAM / "locales", problems)
    locales = _read_interface(config, request, problems, recall) if config else ()
    return tuple(locale for locale in locales if locale.key in (request.languages or [locale.key]))


def _read_interface(config: SiteConfig, request: Request, problems: Problems, recall: Recall) -> tuple[Locale, ...]:
    given = (config.languages, config.default_language, request.languages, contents(PROGRAM / "locales", "*.yaml"))
    return recall(_read_locales, config, request.languages, problems=problems, given=given)


def _read_locales(config: SiteConfig, wanted: tuple[str, ...], problems: Problems) -> tuple[Locale, ...]:
    """Read the interface texts of all languages; each must say everything that the default language says.

    Raises ``UnknownLanguage`` where one of the ``wanted`` is none of them.
    """
    if unknown := sorted(set(wanted) - set(config.languages)):
        raise UnknownLanguage(
            f'"{unknown[0]}" is not a language of this site; choose from {", ".join(config.languages)}'
        )
    locales: list[Locale] = []
    for key in config.languages:
        path = f"locales/{key}.yaml"
        try:
            locales.append(read_locale(PROGRAM / "locales", key))
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark
            place = Place(path, mark.line + 1, mark.column + 1) if mark else Place(path)
            problems.add(place, Code.LOCALE_KEYS, _unreadable(error.problem), say("correct the file"))
        except (ValueError, yaml.YAMLError) as error:
            problems.add(Place(path), Code.LOCALE_KEYS, _unreadable(error), say("correct the file"))
    reference = next((locale for locale in locales if locale.key == config.default_language), None)
    if reference:
        check_locales(locales, reference, problems)
    return tuple(locales)


def _unreadable(fault: object) -> Message:
    if isinstance(fault, Exception) and fault.args and isinstance(fault.args[0], Message):
        fault = fault.args[0]
    return say("the interface texts cannot be read: {fault}", fault=fault)
