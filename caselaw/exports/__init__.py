"""Files for programs, written beside the pages: the citation of each case in each format and language."""

from __future__ import annotations

from pathlib import Path

from caselaw.exports.citation_files import write_citations
from caselaw.pages.context import Library

__all__ = ["write_exports"]


def write_exports(library: Library, stage: Path) -> None:
    """Write every export of the library into the stage, whose pages exist already."""
    write_citations(library, stage)
