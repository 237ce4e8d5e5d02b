"""The citation of each public case in the formats of reference managers, beside its page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from caselaw import urls
from caselaw.citing.bibtex import as_bibtex
from caselaw.citing.citation import Citation
from caselaw.citing.csl import all_as_csl
from caselaw.citing.ris import as_ris
from caselaw.pages.context import Context, Library

# By the extension of the file.
FORMATS: Mapping[str, Callable[[Citation], str]] = {
    "ris": as_ris,
    "bib": as_bibtex,
    "csl.json": lambda citation: all_as_csl([citation]),
}


def write_citations(library: Library, stage: Path) -> None:
    """Write ``<lang>/cases/<id>.ris``, ``.bib`` and ``.csl.json`` for each public case and language."""
    for locale in library.locales:
        context = Context(library, locale)
        for case in library.catalogue.cases:
            citation = context.citation(case)
            for extension, write in FORMATS.items():
                path = stage / urls.export(locale.key, case.id, extension)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(write(citation), encoding="utf-8", newline="")
