"""Whether each language says what the reference language says: the same texts, placeholders and plural forms.

A text that is missing would stop a build halfway, a placeholder that differs would leave a hole in a page, and a plural
form that is missing would say "2 predmet" to a Serbian reader; all are found before any page is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING

from caselaw.codes import Code
from caselaw.messages import Message, joined, say
from caselaw.problems import Place, Problem, Problems, did_you_mean

if TYPE_CHECKING:
    from caselaw.locale import Locale, Text

_BRACES = say("write each placeholder in one pair of braces, such as {{n}}")


def check_locales(locales: Iterable[Locale], reference: Locale, problems: Problems) -> None:
    """Report every text in which a language and the reference language, which is one of them, do not fit together."""
    for locale in locales:
        for fault in _faults(locale, reference):
            problems.report(fault)


def _faults(locale: Locale, reference: Locale) -> Iterator[Problem]:
    missing = sorted(reference.texts.keys() - locale.texts.keys())
    for key in missing:
        yield _fault(
            locale,
            key,
            say('the text "{key}" is missing', key=key),
            say("translate it from {place}", place=_line(reference, key)),
        )
    for key, text in sorted(locale.texts.items()):
        if key not in reference.texts:
            yield _fault(
                locale, key, say('the text "{key}" is not among those of {file}', key=key, file=_file(reference)),
                joined(
                    did_you_mean(key, missing),
                    say("delete it, or add it to {file} if a page needs it", file=_file(reference)),
                ),
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
            yield _fault(
                locale, key, say("{name} has no words", name=name), say("translate it from {where}", where=where), form
            )
        elif (own := _placeholders(words)) is None:
            yield _fault(locale, key, say("{name} has a brace without its other half", name=name), _BRACES, form)
        elif placeholders is not None and own != placeholders:
            yield _wrong_placeholders(locale, (key, form), name, own, placeholders, where)


def _wrong_kind(locale: Locale, key: str, text: Text, where: str) -> Problem:
    if isinstance(text, str):
        forms = _listed([f"{form}:" for form in locale.plural_forms])
        return _fault(
            locale,
            key,
            say('"{key}" needs plural forms, as in {where}', key=key, where=where),
            say("write it as a group of {forms}", forms=forms),
        )
    return _fault(
        locale,
        key,
        say('"{key}" has plural forms, but is one text in {where}', key=key, where=where),
        say("write it as one text"),
    )


def _faults_of_forms(locale: Locale, key: str, text: Mapping[str, str]) -> Iterator[Problem]:
    forms = _listed(locale.plural_forms)
    for form in locale.plural_forms:
        if form not in text:
            yield _fault(
                locale,
                key,
                say('"{key}" lacks the plural form {form}', key=key, form=form),
                say("add {form}: … to it; {language} has {forms}", form=form, language=locale.name, forms=forms),
            )
    for form in text:
        if form not in locale.plural_forms:
            yield _fault(
                locale,
                key,
                say(
                    '"{key}" has the plural form {form}, which {language} does not use',
                    key=key,
                    form=form,
                    language=locale.name,
                ),
                say("delete it; {language} has {forms}", language=locale.name, forms=forms),
                form,
            )


def _wrong_placeholders(
    locale: Locale, at: tuple[str, str], name: str, own: frozenset[str], wanted: frozenset[str], where: str
) -> Problem:
    lacking, foreign = sorted(wanted - own), sorted(own - wanted)
    lacks = say("lacks {placeholders}", placeholders=_in_braces(lacking))
    has = say("has {placeholders}, which no page fills in", placeholders=_in_braces(foreign))
    both = say("{one} and {other}", one=lacks, other=has)
    said = both if lacking and foreign else lacks if lacking else has
    kept = _in_braces(wanted) or say("there is nothing")
    key, form = at
    return _fault(
        locale,
        key,
        joined(name, " ", said),
        say("write in braces what {where} has: {kept}", where=where, kept=kept),
        form,
    )


def _words(text: Text) -> Iterator[tuple[str, str]]:
    """Yield each plural form with its words; one text has one form without a name."""
    yield from ([("", text)] if isinstance(text, str) else text.items())


def _placeholders(text: str) -> frozenset[str] | None:
    """Return what stands in braces, None where they do not close."""
    try:
        return frozenset(name for _, name, _, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return None


def _fault(locale: Locale, key: str, message: Message, help: Message, form: str = "") -> Problem:
    line = locale.line_of(f"{key}.{form}" if form else key)
    return Problem(Place(_file(locale), line), Code.LOCALE_KEYS, message, help)


def _file(locale: Locale) -> str:
    return f"locales/{locale.key}.yaml"


def _line(locale: Locale, key: str) -> str:
    return f"{_file(locale)}, line {locale.line_of(key)}"


def _in_braces(names: Iterable[str]) -> str:
    return _listed([f"{{{name}}}" for name in sorted(names)])


def _listed(words: Iterable[str]) -> str:
    *first, last = [*words] or [""]
    return say("{one} and {other}", one=", ".join(first), other=last) if first else last
