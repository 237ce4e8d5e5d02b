"""The build from end to end: read, check, link, make pages, render, check links, index, publish.

Two gates stand in it: content with an error renders nothing, a stage with an error is not published.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from caselaw import search
from caselaw.assets import copy_assets
from caselaw.exports import downloads_pages, make_files, sizes_of, write_exports
from caselaw.links import check_links
from caselaw.offline import write_worker
from caselaw.pages import build_pages, search_library
from caselaw.pages.context import Library
from caselaw.pages.translated import interface_notice
from caselaw.problems import Problems
from caselaw.publish import OutputRefused, publish, staged
from caselaw.reading import PROGRAM, Request, UnknownLanguage, read_library
from caselaw.render import Site, describe_site, make_environment, render_page
from caselaw.safeguards import guard_output

__all__ = [
    "PROGRAM", "Progress", "Request", "Result", "UnknownLanguage", "build_site", "check_site", "describe",
    "describe_sites", "make_site", "read_library", "refuse_content", "render_stage",
]  # fmt: skip

Progress = Callable[[str], None]


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

    ``work`` is an existing folder for passing files. Raises ``OutputRefused`` for the library of a preview.
    """
    if library.drafts:
        raise OutputRefused("this library holds drafts for a preview; it is never published")
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
