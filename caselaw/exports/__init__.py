"""Files for programs, beside the pages: data and feeds of all cases, citations of each, what search engines read.

``record`` and ``case_record`` are the exported record, ``words`` and ``case_data`` fill it, ``data_files`` and
``table`` write it, ``withdrawn`` lists what was taken out of it; ``citation_files`` lie beside the pages of cases,
``documents`` in a folder for each case;
``feeds``, ``sitemap`` and the page of ``downloads`` speak for themselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from caselaw import urls
from caselaw.exports.citation_files import write_citations
from caselaw.exports.data_files import data_files
from caselaw.exports.documents import copy_documents
from caselaw.exports.downloads import downloads_pages
from caselaw.exports.feeds import feed_files
from caselaw.exports.sitemap import robots_text, sitemap_xml
from caselaw.exports.statistics import statistics_files
from caselaw.pages.context import Library
from caselaw.pages.frame_parts import Frame

__all__ = ["downloads_pages", "make_files", "sizes_of", "write_exports"]


def make_files(library: Library) -> dict[str, str]:
    """Return address → text of the data files, feeds and tables of the statistics."""
    return {**dict(data_files(library)), **dict(feed_files(library)), **dict(statistics_files(library))}


def sizes_of(files: Mapping[str, str]) -> dict[str, int]:
    """Return address → bytes of files that are not written yet."""
    return {address: len(text.encode()) for address, text in files.items()}


def write_exports(library: Library, files: Mapping[str, str], frames: Iterable[Frame], stage: Path) -> None:
    """Write every export into the stage: ``files``, and what follows from the ``frames`` of all pages."""
    write_citations(library, stage)
    copy_documents(library, stage)
    base = library.config.base_url
    engines = {urls.ROBOTS: robots_text(base, index_cases=library.config.index_cases)}
    if base:
        tags = {locale.key: locale.tag for locale in library.locales}
        engines[urls.SITEMAP] = sitemap_xml(frames, tags, base)
    for address, text in {**files, **engines}.items():
        path = stage / address
        path.parent.mkdir(parents=True, exist_ok=True)
        # Line ends are part of the formats.
        path.write_text(text, encoding="utf-8", newline="")
