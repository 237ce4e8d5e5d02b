"""Interface texts of one language, and dates, numbers, plurals and countries in its conventions.

A language is a file: ``locales/<key>.yaml`` holds every text that is neither a case nor a vocabulary label. Nothing
here chooses words; Babel supplies the conventions, and this module is its only user.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from string import Formatter
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

import babel
import yaml
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from caselaw.messages import say

if TYPE_CHECKING:
    from decimal import Decimal
    from pathlib import Path

Text = str | Mapping[str, str]

_PLURAL_FORMS = ("zero", "one", "two", "few", "many", "other")
# Skeletons of dates whose day, or day and month, are unknown; a full date is written in the language's long form.
_SKELETONS = {1: "y", 2: "yMMMM"}


@dataclass(frozen=True)
class Locale:
    """The texts and conventions of one language."""

    key: str  # of the language tree and its file: "en", "sq", "sr"
    tag: str  # BCP 47, for lang attributes: "en", "sq", "sr-Latn"
    name: str  # in the language itself: "English", "Shqip"
    conventions: str  # BCP 47 tag whose dates and numbers are used, such as "en-GB"
    texts: Mapping[str, Text] = field(repr=False)  # dotted key to text, or to plural forms
    reviewed_by: str = ""  # who has reviewed the translation of the texts; empty where nobody has
    # Dotted key, section or plural form to its line in the file.
    lines: Mapping[str, int] = field(default_factory=dict, repr=False)

    @property
    def plural_forms(self) -> tuple[str, ...]:
        """The plural forms that the language distinguishes, in the order of the numbers that take them."""
        used = {*_babel_locale(self.conventions).plural_form.tags, "other"}
        return tuple(form for form in _PLURAL_FORMS if form in used)

    def line_of(self, key: str) -> int:
        """Return the line of a key, or of the nearest section around it; 1 where that is not known."""
        while key not in self.lines and "." in key:
            key = key.rpartition(".")[0]
        return self.lines.get(key, 1)

    def text(self, key: str, **values: object) -> str:
        """Return one text with its ``{placeholders}`` filled; an unknown key or a missing value is a ``KeyError``."""
        found = self._find(key)
        if not isinstance(found, str):
            raise KeyError(f"{key} has plural forms in the {self.name} texts: use count()")
        return self._fill(key, found, values)

    def count(self, key: str, n: int, **values: object) -> str:
        """Return the plural form that ``n`` needs; ``{n}`` in it becomes the number as the language writes it."""
        found = self._find(key)
        if isinstance(found, str):
            raise KeyError(f"{key} has no plural forms in the {self.name} texts: use text()")
        form = _babel_locale(self.conventions).plural_form(n)
        return self._fill(key, found.get(form, found["other"]), {"n": self.number(n), **values})

    def pieces(self, key: str) -> tuple[tuple[str, str | None], ...]:
        """Return one text as words and the placeholder behind them: “{law} Art. ” is ("", "law"), (" Art. ", None)."""
        found = self._find(key)
        return tuple((words, name) for words, name, _, _ in Formatter().parse(found if isinstance(found, str) else ""))

    def date(self, iso: str) -> str:
        """Return ``2013-04-29``, ``2013-04`` or ``2013`` in words, as precise as it is."""
        parts = [int(part) for part in iso.split("-")]
        day = datetime.date(*[*parts, 1, 1][:3])
        locale = _babel_locale(self.conventions)
        if len(parts) == 3:
            return format_date(day, "long", locale=locale)
        return format_skeleton(_SKELETONS[len(parts)], day, locale=locale)

    def number(self, n: int | Decimal) -> str:
        """Return a number with the separators of the language."""
        return format_decimal(n, locale=_babel_locale(self.conventions))

    def country(self, code: str) -> str:
        """Return the name of an ISO 3166 country code; ``countries.<code>`` among the texts overrides Babel.

        Where a language has no name for it, the English one stands.
        """
        own = self.texts.get(f"countries.{code}")
        if isinstance(own, str):
            return own
        for conventions in (self.conventions, "en"):
            territories = cast("Mapping[str, str]", _babel_locale(conventions).territories)
            if code in territories:
                return territories[code]
        raise KeyError(f"no country has the code {code}")

    def _find(self, key: str) -> Text:
        if key not in self.texts:
            raise KeyError(f"{key} is missing from the {self.name} texts")
        return self.texts[key]

    def _fill(self, key: str, text: str, values: Mapping[str, object]) -> str:
        try:
            return text.format_map(values)
        except KeyError as missing:
            raise KeyError(f"{key} needs a value for {missing.args[0]}") from None


def read_locale(folder: Path, key: str) -> Locale:
    """Read the texts of one language from ``<folder>/<key>.yaml``; a misshapen file is a ``ValueError``."""
    loader = yaml.SafeLoader((folder / f"{key}.yaml").read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        return parse_locale(key, loader.construct_document(node) if node else None, dict(_lines(node)))
    finally:
        loader.dispose()


def _lines(node: yaml.Node | None, section: str = "") -> Iterator[tuple[str, int]]:
    for key, value in node.value if isinstance(node, yaml.MappingNode) else ():
        yield f"{section}{key.value}", key.start_mark.line + 1
        yield from _lines(value, f"{section}{key.value}.")


def parse_locale(key: str, data: object, lines: Mapping[str, int] | None = None) -> Locale:
    """Return the locale that the parsed file describes: ``language:`` and sections of texts, nested at will."""
    if not isinstance(data, dict) or not isinstance(language := data.get("language"), dict):
        raise ValueError(say("the texts of {key} lack the section language", key=key))
    lacking = [name for name in ("tag", "name", "conventions") if not isinstance(language.get(name), str)]
    if lacking:
        raise ValueError(say("the section language of {key} lacks {lacking}", key=key, lacking=", ".join(lacking)))
    reviewer = language.get("reviewed_by") or ""
    if not isinstance(reviewer, str):
        raise ValueError(say("reviewed_by in the section language of {key} is not the name of a reviewer", key=key))
    try:
        _babel_locale(language["conventions"])
    except (ValueError, babel.UnknownLocaleError):
        fault = say(
            'nobody knows the conventions "{tag}" of {key}: write a language tag, such as "sq" or "sr-Latn"',
            tag=language["conventions"],
            key=key,
        )
        raise ValueError(fault) from None
    texts = _flatten({section: content for section, content in data.items() if section != "language"})
    return Locale(
        key=key,
        tag=language["tag"],
        name=language["name"],
        conventions=language["conventions"],
        texts=MappingProxyType(texts),
        reviewed_by=reviewer,
        lines=MappingProxyType({} if lines is None else lines),
    )


def _flatten(content: Mapping[object, object], section: str = "") -> dict[str, Text]:
    texts: dict[str, Text] = {}
    for key, value in content.items():
        # YAML reads an unquoted yes, no, on or off as a boolean, which would make a key that no one can ask for.
        if not isinstance(key, str):
            raise ValueError(say('the key {key} is not text: put it in quotes, such as "yes":', key=f"{section}{key}"))
        if isinstance(value, str):
            texts[section + key] = value
        elif not isinstance(value, dict):
            raise ValueError(say("{key} is neither a text nor a section: put a text in quotes", key=f"{section}{key}"))
        elif "other" in value and set(_PLURAL_FORMS).issuperset(value):
            texts[section + key] = MappingProxyType({form: str(text) for form, text in value.items()})
        else:
            texts.update(_flatten(value, f"{section}{key}."))
    return texts


@lru_cache(maxsize=16)
def _babel_locale(tag: str) -> babel.Locale:
    return babel.Locale.parse(tag, sep="-")
