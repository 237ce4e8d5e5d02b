"""What is said to editors, as texts that know how they were put together, so that they can be said in another language.

A ``Message`` is its English text, for tests, logs and everybody who only prints it. It also keeps its template and what
stands in the braces: ``locales/messages/<language>.yaml`` holds a translation for each template.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import reduce
from string import Formatter
from types import MappingProxyType


class Message(str):
    """An English text, and the template and values that it was made of."""

    __slots__ = ("template", "values")
    template: str
    values: Mapping[str, object]


def say(template: str, /, **values: object) -> Message:
    """Return ``template`` with its braces filled in; a value may be a message itself.

    The template is written out where it is used, so that a test finds each one: never a variable, never an f-string.
    """
    message = Message(template.format(**values))
    message.template, message.values = template, MappingProxyType(values)
    return message


def whole(text: str) -> Message:
    """Return a text of the program's own that stands elsewhere, the description of a field, as a message."""
    message = Message(text)
    message.template, message.values = text.replace("{", "{{").replace("}", "}}"), MappingProxyType({})
    return message


def joined(*parts: str) -> Message:
    """Return messages one behind the other, as they stand; empty ones are left out."""
    said = {f"part{number}": part for number, part in enumerate(parts, 1) if part}
    message = Message("".join(said.values()))
    message.template, message.values = "".join(f"{{{name}}}" for name in said), MappingProxyType(said)
    return message


def with_values(message: Message, /, **values: object) -> Message:
    """Return a message with other values in those of its braces that ``values`` names."""
    known = {name: value for name, value in values.items() if name in message.values}
    if not known:
        return message
    merged = {**message.values, **known}
    changed = Message(message.template.format(**merged))
    changed.template, changed.values = message.template, MappingProxyType(merged)
    return changed


def without_echo(message: Message) -> Message:
    """Return a message about a text it has ``found`` without that text."""
    return with_values(message, found=say("this"))


def either(words: Iterable[str]) -> str:
    """Return ``a or b or c``; one word stays as it is."""
    return reduce(lambda one, other: say("{one} or {other}", one=one, other=other), words)


# How all languages but English write numbers: 1.234,5.
_SEPARATORS = str.maketrans(",.", ".,")


class _Filling(Formatter):
    def format_field(self, value: object, format_spec: str) -> str:
        text: str = super().format_field(value, format_spec)
        return text.translate(_SEPARATORS) if isinstance(value, int | float) else text


def translated(text: str, words: Mapping[str, str]) -> str:
    """Return a message in another language; ``words`` are its templates by the English ones.

    What has no translation stays in English, as does a text that is no message.
    """
    if not isinstance(text, Message):
        return text
    values = {
        name: translated(value, words) if isinstance(value, str) else value for name, value in text.values.items()
    }
    if text.template not in words:
        return text.template.format(**values)
    return _Filling().vformat(words[text.template], (), values)
