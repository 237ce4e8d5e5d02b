"""The site's own facts from ``site_config.yaml``."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated

from pydantic import Field

from caselaw.codes import Code
from caselaw.fields import Count, Record, Text, Url, YesNo, matching, read_with
from caselaw.messages import Message, either, say
from caselaw.problems import Place, Problems
from caselaw.records import read_record
from caselaw.source import read_yaml
from caselaw.strict_yaml import Mapping, Node, place_at

_BASE = matching(
    re.compile(r"https?://[^\s/?#]+(?:/[^\s?#]*)?/"), Code.ADDRESS,
    lambda found: say("{found} is not the address of a site", found=found),
    say("write the whole address with https:// and a slash at the end, or leave it empty"),
)  # fmt: skip
_LANGUAGE = matching(
    re.compile(r"[a-z]{2}"), Code.CONFIG_VALUE, lambda found: say("{found} is not a language", found=found),
    say("write the two letters of the language's file in locales/, such as en"),
)  # fmt: skip
_SHORT_NAME = matching(
    re.compile(r"[a-z0-9][a-z0-9-]{0,29}"), Code.CONFIG_VALUE,
    lambda found: say("{found} cannot be the name of a folder on a USB stick", found=found),
    say("use small letters a-z, figures and hyphens, at most 30, such as thb-caselaw"),
)  # fmt: skip
Language = Annotated[str, *read_with(_LANGUAGE, "en")]

# Of everything in a library that is not the text of a court; see LICENSE-CONTENT.
LICENCE = "https://creativecommons.org/licenses/by/4.0/"


class SiteConfig(Record):
    """What one library says of itself."""

    title: dict[str, Text] = Field(description="Name of the library per language.")
    short_name: Annotated[str, *read_with(_SHORT_NAME, "thb-caselaw")] = Field(
        "caselaw", description="Name of the library in the names of files, such as those of an edition."
    )
    base_url: Annotated[str, *read_with(_BASE, "https://example.org/thb/")] | None = Field(
        None, description="Where the site is hosted."
    )
    languages: tuple[Language, ...] = Field(description="The languages of the site.", min_length=1)
    default_language: Language = Field(description="The language shown where nothing else is chosen.")
    disclaimer: dict[str, Text] = Field(description="The status footnote per language.")
    repository: Url | None = Field(None, description="Address of the editors' repository.")
    page_size: Count = Field(50, description="Cases on one list page.")
    index_cases: YesNo = Field(False, description="Whether search engines may list case pages.")
    offline: YesNo = Field(True, description="Whether readers may save the library on their device.")


def read_config(root: Path, path: Path, locales: Path, problems: Problems) -> SiteConfig | None:
    """Read the configuration at ``path`` in ``root``; ``locales`` holds the interface texts. None after any fault."""
    if not path.is_file():
        problems.add(
            Place(path.name), Code.CONFIG_MISSING, say("the configuration is missing"),
            say("run the command in the folder of the library, or name the file with --config"),
        )  # fmt: skip
        return None
    before = problems.errors
    node = read_yaml(root, path, problems)
    if not isinstance(node, Mapping):
        if problems.errors == before:
            problems.add(
                Place(path.name), Code.CONFIG_VALUE, say("the configuration has no fields"),
                say("write one field a line as \"name: value\", or restore the file from the repository's history"),
            )  # fmt: skip
        return None
    config = read_record(SiteConfig, node, problems)
    if config:
        _check_languages(locales, config, node, problems)
        _check_page_size(config, node, problems)
    return config if problems.errors == before else None


def _check_languages(locales: Path, config: SiteConfig, node: Node, problems: Problems) -> None:
    def report(field: str, code: Code, message: Message, help: Message) -> None:
        problems.add(place_at(node, (field,)), code, message, help)

    for language in config.languages:
        if not (locales / f"{language}.yaml").is_file():
            report(
                "languages", Code.LOCALE_MISSING,
                say('languages: there are no interface texts for "{language}"', language=language),
                say("add locales/{language}.yaml, or take the language out", language=language),
            )  # fmt: skip
            continue
        for field, texts in (("title", config.title), ("disclaimer", config.disclaimer)):
            if language not in texts:
                report(
                    field, Code.CONFIG_VALUE,
                    say('{field} has no text for the language "{language}"', field=field, language=language),
                    say("add {language}: … below {field}", language=language, field=field),
                )  # fmt: skip
    if len(set(config.languages)) < len(config.languages):
        report(
            "languages", Code.CONFIG_VALUE, say("languages: one of them stands twice"), say("name each language once")
        )
    if config.default_language not in config.languages:
        report(
            "default_language", Code.CONFIG_VALUE,
            say(
                'default_language: "{language}" is not one of the languages of the site',
                language=config.default_language,
            ),
            say("write {languages}", languages=either(config.languages)),
        )  # fmt: skip


def _check_page_size(config: SiteConfig, node: Node, problems: Problems) -> None:
    if not 1 <= config.page_size <= 500:
        problems.add(
            place_at(node, ("page_size",)), Code.CONFIG_VALUE,
            say("page_size: a page cannot list {count} cases", count=config.page_size),
            say("write a number from 1 to 500"),
        )  # fmt: skip
