"""The public list of withdrawn cases, by which older editions and copies of the data are put right, and its schema."""

from __future__ import annotations

from typing import Any

from pydantic import Field
from pydantic.json_schema import GenerateJsonSchema

from caselaw import urls
from caselaw.checks import Case
from caselaw.exports.record import FULL_DATE, Data
from caselaw.pages.context import Library
from caselaw.pages.withdrawn import language_of_reason

WITHDRAWN = "withdrawn.json"
WITHDRAWN_SCHEMA = "withdrawn.schema.json"


class WithdrawnData(Data):
    """A withdrawn case: all that is left of it."""

    id: str = Field(description="The id of the case; delete from your copy whatever bears it.")
    aliases: tuple[str, ...] = Field(description="Former ids, under which older copies may hold the case.")
    withdrawn_on: str | None = Field(description="The day; null where it was not recorded.", pattern=FULL_DATE)
    reason: str = Field(description="Why it was withdrawn.")
    language: str = Field(description="Language in which the reason is written.")
    paths: tuple[str, ...] = Field(description="Paths within the site where its pages were, one for each language.")


class WithdrawnList(Data):
    """All cases that were withdrawn from the library, as of an edition."""

    title: dict[str, str] = Field(description="Title of the library, by language.")
    edition: str = Field(description="Date of the edition that the list belongs to.", pattern=FULL_DATE)
    url: str | None = Field(description="Address of the library; null while it has none.")
    licence: str = Field(description="Licence of the list.")
    disclaimer: dict[str, str] = Field(description="The status footnote that the sign * refers to, by language.")
    caution: dict[str, str] = Field(description="That the library is not an official publication, by language.")
    schema_: str = Field(description="Path of the schema from here.", alias="schema")
    count: int = Field(description="Number of the cases.", ge=0)
    cases: tuple[WithdrawnData, ...] = Field(description="The cases, in the order of their ids.")


def withdrawn_list(library: Library, about: dict[str, Any]) -> dict[str, Any]:
    """Return the list; ``about`` is what every data file says of the library."""
    cases = tuple(_withdrawn(library, case) for case in library.catalogue.withdrawn)
    schema = urls.relative(urls.data(WITHDRAWN), urls.data(WITHDRAWN_SCHEMA))
    whole = WithdrawnList.model_validate({**about, "schema": schema, "count": len(cases), "cases": cases})
    return whole.model_dump(mode="json", by_alias=True)


def withdrawn_schema(base_url: str | None) -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the list."""
    address = {"$id": base_url + urls.data(WITHDRAWN_SCHEMA)} if base_url else {}
    schema = WithdrawnList.model_json_schema(mode="serialization")
    return {"$schema": GenerateJsonSchema.schema_dialect, **address, **schema}


def _withdrawn(library: Library, case: Case) -> WithdrawnData:
    publication = case.record.publication
    return WithdrawnData(
        id=case.id,
        aliases=tuple(sorted(case.record.aliases)),
        withdrawn_on=publication.withdrawn_on.iso if publication.withdrawn_on else None,
        reason=publication.reason or "",
        language=language_of_reason(library, case),
        paths=tuple(urls.case(locale.key, case.id) for locale in library.locales),
    )
