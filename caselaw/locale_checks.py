"""Whether each language says what the reference language says: the same texts, placeholders and plural forms.

A text that is missing would stop a build halfway, a placeholder that differs would leave a hole in a page, and a plural
form that is missing would say "2 predmet" to a Serbian reader; all are found before any page is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING

from caselaw.codes import Code
from caselaw.problems import Place, Problem, Problems, did_you_mean

if TYPE_CHECKING:
    from caselaw.locale import Locale, Text

_BRACES = "write each placeholder in one pair of braces, such as {n}"


def check_locales(locales: Iterable[Locale], reference: Locale, problems: Problems) -> None:
    """Report every text in which a language and the reference language, which is one of them, do not fit together."""
    for locale in locales:
        for fault in _faults(locale, reference):
            problems.report(fault)


def _faults(locale: Locale, reference: Locale) -> Iterator[Problem]:
    missing = sorted(reference.texts.keys() - locale.texts.keys())
    for key in missing:
        yield _fault(locale, key, f'the text "{key}" is missing', f"translate it from {_line(reference, key)}")
    for key, text in sorted(locale.texts.items()):
        if key not in reference.texts:
            yield _fault(
                locale, key, f'the text "{key}" is not among those of {_file(reference)}',
                f"{did_you_mean(key, missing)}delete it, or add it to {_file(reference)} if a page needs it",
            )  # fmt: skip
        else:
            yield from _faults_of_text(locale, key, text, reference)


def _faults_of_text(locale: Locale, key: str, text: Text, reference: Locale) -> Iterator[Problem]:
    wanted, where = reference.texts[key], _line(reference, key)
    if isinstance(text, str) is not isinstance(wanted, str):
        yield _wrong_kind(locale, key, text, where)
        return
    if isinstance(text, Mapping):
        yield from _faults_of_forms(locale, key, text)
    placeholders = _placeholders(wanted if isinstance(wanted, str) else wanted["other"])
    for form, words in _words(text):
        name = f'"{key}" ({form})' if form else f'"{key}"'
        if not words.strip():
            yield _fault(locale, key, f"{name} has no words", f"translate it from {where}", form)
        elif (own := _placeholders(words)) is None:
            yield _fault(locale, key, f"{name} has a brace without its other half", _BRACES, form)
        elif placeholders is not None and own != placeholders:
            yield _wrong_placeholders(locale, (key, form), name, own, placeholders, where)


def _wrong_kind(locale: Locale, key: str, text: Text, where: str) -> Problem:
    if isinstance(text, str):
        forms = _listed([f"{form}:" for form in locale.plural_forms])
        return _fault(locale, key, f'"{key}" needs plural forms, as in {where}', f"write it as a group of {forms}")
    return _fault(locale, key, f'"{key}" has plural forms, but is one text in {where}', "write it as one text")


def _faults_of_forms(locale: Locale, key: str, text: Mapping[str, str]) -> Iterator[Problem]:
    forms = _listed(locale.plural_forms)
    for form in locale.plural_forms:
        if form not in text:
            yield _fault(
                locale, key, f'"{key}" lacks the plural form {form}', f"add {form}: … to it; {locale.name} has {forms}"
            )
    for form in text:
        if form not in locale.plural_forms:
            yield _fault(
                locale, key, f'"{key}" has the plural form {form}, which {locale.name} does not use',
                f"delete it; {locale.name} has {forms}", form,
            )  # fmt: skip


def _wrong_placeholders(
    locale: Locale, at: tuple[str, str], name: str, own: frozenset[str], wanted: frozenset[str], where: str
) -> Problem:
    lacking, foreign = sorted(wanted - own), sorted(own - wanted)
    said = [f"lacks {_listed([f'{{{one}}}' for one in lacking])}"] if lacking else []
    said += [f"has {_listed([f'{{{one}}}' for one in foreign])}, which no page fills in"] if foreign else []
    kept = _listed([f"{{{one}}}" for one in sorted(wanted)]) or "there is nothing"
    key, form = at
    return _fault(locale, key, f"{name} {' and '.join(said)}", f"write in braces what {where} has: {kept}", form)


def _words(text: Text) -> Iterator[tuple[str, str]]:
    """Yield each plural form with its words; one text has one form without a name."""
    yield from ([("", text)] if isinstance(text, str) else text.items())


def _placeholders(text: str) -> frozenset[str] | None:
    """Return what stands in braces, None where they do not close."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None


def _fault(locale: Locale, key: str, message: str, help: str, form: str = "") -> Problem:
    line = locale.line_of(f"{key}.{form}" if form else key)
    return Problem(Place(_file(locale), line), Code.LOCALE_KEYS, message, help)


def _file(locale: Locale) -> str:
    return f"locales/{locale.key}.yaml"


def _line(locale: Locale, key: str) -> str:
    return f"{_file(locale)}, line {locale.line_of(key)}"


def _listed(words: Iterable[str]) -> str:
    *first, last = [*words] or [""]
    return f"{', '.join(first)} and {last}" if first else last
