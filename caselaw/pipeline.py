"""The build from end to end: read, check, link, make pages, render, check links, index, publish.

Two gates stand in it: content with an error renders nothing, a stage with an error is not published.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import yaml

from caselaw import search
from caselaw.assets import copy_assets
from caselaw.attachments import check_attachments
from caselaw.catalogue import build_catalogue
from caselaw.checks import read_case
from caselaw.citations import link_citations
from caselaw.codes import Code
from caselaw.config import SiteConfig, read_config
from caselaw.exports import downloads_pages, make_files, sizes_of, write_exports
from caselaw.links import check_links
from caselaw.locale import Locale, read_locale
from caselaw.locale_checks import check_locales
from caselaw.messages import Message, say
from caselaw.offline import write_worker
from caselaw.pages import build_pages, search_library
from caselaw.pages.context import Library
from caselaw.pages.translated import interface_notice
from caselaw.problems import Place, Problems
from caselaw.publish import OutputRefused, publish, staged
from caselaw.references import link_references
from caselaw.render import Site, describe_site, make_environment, render_page
from caselaw.safeguards import guard_content, guard_output, public_words
from caselaw.source import read_cases, read_text_pages, read_topic_texts
from caselaw.text_links import link_texts
from caselaw.text_pages import TextDocument, read_text_page, read_topic_text
from caselaw.translations import add_translations
from caselaw.vocabulary_files import read_vocabulary

PROGRAM = Path(__file__).resolve().parent.parent  # templates, static files and interface texts lie beside the program
Progress = Callable[[str], None]


class UnknownLanguage(ValueError):
    """A language was asked for that the site does not have; the message says which there are."""


@dataclass(frozen=True)
class Request:
    """What to build: the configuration, whose folder holds ``content/``; the languages, all if empty; the date."""

    config: Path
    today: str  # YYYY-MM-DD
    languages: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What was built."""

    cases: int
    pages: int
    languages: tuple[str, ...]


def build_site(request: Request, output: Path, problems: Problems, progress: Progress) -> Result | None:
    """Build and publish the site into ``output``; None, and the old site untouched, after any error.

    Raises ``OutputRefused`` where the output is not a site of ours, and ``UnknownLanguage``.
    """
    refuse_content(request, output)
    with staged(output) as stage:
        progress("reading the cases")
        library = read_library(request, problems)
        if library is None:
            return None
        pages = make_site(library, stage, stage.parent, problems, progress)
        if pages is None:
            return None
        dates = {locale.key: locale.date(library.today) for locale in library.locales}
        write_worker(stage, PROGRAM / "static" / "offline", dates, library.config.offline)
        publish(stage, output)
    return describe(library, pages)


def refuse_content(request: Request, output: Path) -> None:
    """Raise ``OutputRefused`` for an output folder in which the next build would read what this one wrote."""
    if output.is_relative_to(request.config.parent / "content"):
        raise OutputRefused(
            "the site cannot lie inside content/, where cases are read; name another folder with --output"
        )


def make_site(library: Library, stage: Path, work: Path, problems: Problems, progress: Progress) -> int | None:
    """Fill the stage with the whole site and return its number of pages, None after any error.

    ``work`` is an existing folder for passing files.
    """
    pages = render_stage(library, stage, problems, progress)
    faults = problems.errors
    if faults:
        return None
    progress("building the search")
    try:
        search.build_search(stage, search_library(library), work)
    except search.SearchError as error:
        problems.report(error.problem)
        return None
    guard_output(stage, library, problems, below="search")
    return None if problems.errors else pages


def describe(library: Library, pages: int) -> Result:
    """Return what was built, for the last line of the command."""
    return Result(len(library.catalogue.cases), pages, tuple(locale.key for locale in library.locales))


def check_site(request: Request, problems: Problems, progress: Progress) -> Result | None:
    """Say everything that a build would say about the content, and leave nothing behind."""
    progress("reading the cases")
    library = read_library(request, problems)
    if library is None:
        return None
    with TemporaryDirectory(prefix="caselaw-") as folder:
        pages = render_stage(library, Path(folder), problems, progress)
    return describe(library, pages)


def read_library(request: Request, problems: Problems) -> Library | None:
    """Read, check and link everything; None after any error (gate 1)."""
    root = request.config.parent
    config = read_config(root, request.config, PROGRAM / "locales", problems)
    if not request.config.is_file():
        return None  # what else is missing here is no news: this is not the folder of a library
    vocabulary = read_vocabulary(root, problems)
    source = read_cases(root, problems)
    documents, introductions = read_text_pages(root, problems), read_topic_texts(root, problems)
    cases = [
        case
        for document in source.documents
        if (case := read_case(document, source.files, vocabulary, request.today, problems))
    ]
    cases = add_translations(cases, source.translations, source.files, vocabulary, request.today, problems)
    attachments = check_attachments(root, cases, source, problems)
    texts = _by_name(read_text_page(document, vocabulary, request.today, problems) for document in documents)
    topic_texts = _by_name(read_topic_text(text, vocabulary, request.today, problems) for text in introductions)
    catalogue = build_catalogue(cases, source.ids, request.today, problems)
    locales = _read_locales(config, request.languages, problems) if config else ()
    public = public_words(catalogue.cases, vocabulary) if vocabulary else frozenset()
    guard_content(root, request.config, public, request.today, problems)
    if vocabulary is None:
        return None
    hidden = [case for case in cases if case.sound and case.id not in catalogue.by_id]
    citations = link_citations(catalogue, vocabulary, problems, hidden)
    sources = (*source.documents, *source.translations)
    references = link_references(catalogue, citations, vocabulary, problems, hidden, sources)
    texts, topic_texts = (
        link_texts(found, catalogue, hidden, source.ids, (*documents, *introductions), problems)
        for found in (texts, topic_texts)
    )
    if problems.errors or config is None:
        return None
    built = tuple(locale for locale in locales if locale.key in (request.languages or config.languages))
    return Library(
        config, vocabulary, catalogue, citations, texts, built, request.today, references, topic_texts, locales,
        attachments,
        tuple(case for case in cases if case.id not in catalogue.by_id),
    )  # fmt: skip


def _by_name(read: Iterable[TextDocument | None]) -> dict[str, tuple[TextDocument, ...]]:
    texts: dict[str, tuple[TextDocument, ...]] = defaultdict(tuple)
    for text in read:
        if text:
            texts[text.name] += (text,)
    return dict(texts)


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


def render_stage(library: Library, stage: Path, problems: Problems, progress: Progress) -> int:
    """Write every page and asset into the stage and check its links (gate 2); return the number of pages."""
    environment = make_environment(PROGRAM / "templates")
    sites = describe_sites(library)
    files = make_files(library)
    pages = sorted(
        [*build_pages(library), *downloads_pages(library, sizes_of(files))], key=lambda page: page.frame.path
    )
    for number, page in enumerate(pages, 1):
        if number % 100 == 0:
            progress(f"writing page {number} of {len(pages)}")
        path = stage / page.frame.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_page(page, sites[page.frame.language], environment), encoding="utf-8", newline="\n")
    write_exports(library, files, (page.frame for page in pages), stage)
    copy_assets(PROGRAM / "static", stage)
    progress("checking the links")
    base = urlsplit(library.config.base_url).path if library.config.base_url else "/"
    check_links(stage, base, problems)
    progress("looking for personal data")
    guard_output(stage, library, problems)
    return len(pages)


def describe_sites(library: Library) -> dict[str, Site]:
    """Return what the templates know beside the page, by language."""
    config = library.config
    languages = {locale.key: locale for locale in library.locales}
    return {
        key: describe_site(
            languages,
            key,
            title=config.title[key],
            disclaimer=config.disclaimer[key],
            edition=library.today,
            base_url=config.base_url or "",
            repository=config.repository or "",
            texts=library.texts,
            translation=interface_notice(library, languages[key]),
        )
        for key in languages
    }
