"""The data of all public cases in every format, by address; the same library gives the same bytes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from caselaw import urls
from caselaw.citing.bibtex import all_as_bibtex
from caselaw.citing.csl import all_as_csl
from caselaw.citing.ris import all_as_ris
from caselaw.config import LICENCE
from caselaw.exports.case_data import case_data
from caselaw.exports.case_record import CaseData
from caselaw.exports.table import as_csv
from caselaw.exports.withdrawn import WITHDRAWN, WITHDRAWN_SCHEMA, withdrawn_list, withdrawn_schema
from caselaw.exports.words import Words
from caselaw.pages.context import Context, Library

SCHEMA = "case.schema.json"


def data_files(library: Library) -> Iterator[tuple[str, str]]:
    """Yield address and text of each data file; drafts and embargoed cases are in none."""
    words = Words(library)
    cases = [case_data(words, case) for case in library.catalogue.cases]
    yield urls.data("cases.json"), _as_json(_all_cases(library, cases))
    yield urls.data("cases.csv"), as_csv(cases, library.default_locale.key)
    yield from _citations(library)
    yield urls.data(SCHEMA), _as_json(case_schema(library.config.base_url))
    yield urls.data(WITHDRAWN), _as_json(withdrawn_list(library, _about(library)))
    yield urls.data(WITHDRAWN_SCHEMA), _as_json(withdrawn_schema(library.config.base_url))
    for case in cases:
        yield urls.case_data(case.id), _as_json(case.model_dump(mode="json"))


def case_schema(base_url: str | None) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record."""
    address = {"$id": base_url + urls.data(SCHEMA)} if base_url else {}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        **address,
        **CaseData.model_json_schema(mode="serialization"),
    }


def _citations(library: Library) -> Iterator[tuple[str, str]]:
    """Yield the citations of all cases in the site's default language."""
    context = Context(library, library.default_locale)
    citations = [context.citation(case) for case in library.catalogue.cases]
    yield urls.data("cases.ris"), all_as_ris(citations)
    yield urls.data("cases.csl.json"), all_as_csl(citations)
    yield urls.data("cases.bib"), all_as_bibtex(citations)


def _all_cases(library: Library, cases: list[CaseData]) -> dict[str, Any]:
    return {
        **_about(library),
        "schema": urls.relative(urls.data("cases.json"), urls.data(SCHEMA)),
        "count": len(cases),
        "cases": [case.model_dump(mode="json") for case in cases],
    }


def _about(library: Library) -> dict[str, Any]:
    config = library.config
    return {
        "title": dict(sorted(config.title.items())),
        "edition": library.today,
        "url": config.base_url,
        "licence": LICENCE,
        "disclaimer": dict(sorted(config.disclaimer.items())),
        "caution": {locale.key: locale.text("footer.not_official") for locale in library.locales},
    }


def _as_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
