"""What is wrong with the line that stopped the YAML parser, in plain words, and how the editor meant it.

The parser often stops lines behind the mistake, so the lines that may have caused it are looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import yaml

from caselaw.codes import Code
from caselaw.messages import Message, say

Words = tuple[Message, Message]  # message, help


@dataclass(frozen=True)
class LineFault:
    """One faulty line; line and column are counted from 0 in the text that was parsed."""

    line: int
    column: int
    code: Code
    message: Message
    help: Message
    meant: tuple[str, ...] = ()  # what to read in the place of this line and the next ones; empty: nothing can be read


_QUOTE = say("put the whole text in quotation marks")
_MISMATCH = say("the quotation marks of this text do not match")
_COLON_INSIDE = say("a colon followed by a space stands inside a text")
NO_SPACE_AFTER_COLON = (say("no space follows the colon"), say('write a space after it: "name: value"'))
_NO_SPACE_AFTER_HYPHEN = (say("no space follows the hyphen"), say('write a space after it: "- entry"'))
_NO_COLON = (
    say("no colon stands in this line, and what follows it cannot be read"),
    say('write "name: value"; if the line goes on with the text above, indent it by two spaces'),
)
_TWO_MEANINGS = (
    say("this line goes on with the text above, but a colon stands in it; what follows cannot be read"),
    say(
        "if it is a field of its own, begin it below the names of the others; if it belongs to the text, {cure}",
        cure=_QUOTE,
    ),
)
_REMARK_IN_TEXT = (say('a line that begins with "#" is not read, and ends the text above it'), _QUOTE)
_LIST_BEHIND_NAME = (
    say("a list cannot begin in the line of its name"),
    say('write its first "- " on the next line; if the hyphen belongs to a text, {cure}', cure=_QUOTE),
)
_WRONG_COLUMN = (
    say("this line begins at a column where it belongs to nothing; what follows cannot be read"),
    say("begin it exactly below the line that it belongs to: lines of one list or group begin at the same column"),
)
_GENERAL = (
    say("the fields cannot be read from here on"),
    say('check this line and the one above: each field is "name: value", and quotation marks and brackets are closed'),
)
_BY_PARSER = {
    "could not find expected ':'": (Code.YAML_COLON, _NO_COLON),
    "mapping values are not allowed in this context": (Code.YAML_COLUMN, _TWO_MEANINGS),
    "did not find expected key": (Code.YAML_COLUMN, _WRONG_COLUMN),
    "did not find expected '-' indicator": (Code.YAML_COLUMN, _WRONG_COLUMN),
}

# Indentation, hyphens and the name with its colon; then what the line says.
_LINE = re.compile(r"""(?P<start>\s*(?:-[ ]+)*)(?P<name>[^\s:"'\[\]{}#,-][^:"'\[\]{}#]*:[ ]+|)(?P<value>\S.*)""")
_FIELD = re.compile(r"\s*(?:- +)*[\w-]+:(?:\s|$)")
_NO_SPACE = re.compile(r"\s*(?:- +)*(?:[A-Za-z_]+(?P<colon>:)(?=[^\s:/])|(?P<hyphen>-)(?=[^\s-]))")
_BRACKETS = {"[": "]", "{": "}"}


def explain(error: yaml.MarkedYAMLError, lines: list[str], faulty: set[int]) -> LineFault | None:
    """Return what to say of a line that the parser could not read; None if it only echoes a line of ``faulty``."""
    stop = error.problem_mark.line if error.problem_mark else 0
    for number in _suspects(error, lines, stop):
        if number < len(lines) and number not in faulty and (fault := _explain_line(lines, number)):
            return fault
    number, column = stop, error.problem_mark.column if error.problem_mark else 0
    if "simple key" in str(error.context) and error.context_mark:
        number, column = error.context_mark.line, error.context_mark.column
    before = _line_before(lines, number)
    if number in faulty or before in faulty:
        return None
    if lines[before].lstrip().startswith("#") and number < len(lines) and not _FIELD.match(lines[number]):
        return LineFault(before, _indent(lines[before]), Code.YAML_REMARK, *_REMARK_IN_TEXT)
    code, words = _BY_PARSER.get(str(error.problem), (Code.YAML_SYNTAX, _GENERAL))
    return LineFault(min(number, len(lines) - 1), column, code, *words)


def _suspects(error: yaml.MarkedYAMLError, lines: list[str], stop: int) -> Iterator[int]:
    """Yield the lines that may be at fault, the likeliest first."""
    yield from _unclosed_quotes(lines, stop)
    # The parser names where it began to read something; a whole list or group of lines explains nothing.
    if error.context_mark and "block" not in str(error.context):
        yield error.context_mark.line
    yield stop
    yield _line_before(lines, stop)


def _line_before(lines: list[str], number: int) -> int:
    return next((before for before in range(min(number, len(lines)) - 1, 0, -1) if lines[before].strip()), 0)


def _unclosed_quotes(lines: list[str], stop: int) -> Iterator[int]:
    """Yield lines whose quotation mark is not closed before another field begins."""
    for number, line in enumerate(islice(lines, stop)):
        match = _LINE.match(line)
        if match and match["value"][0] in "\"'" and match["value"].count(match["value"][0]) == 1:
            following = next((after for after in islice(lines, number + 1, None) if after.strip()), "")
            if _FIELD.match(following) and _indent(following) <= len(match["start"]):
                yield number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _explain_line(lines: list[str], number: int) -> LineFault | None:
    """Return what is wrong in one line by itself, if that can be told."""
    line = lines[number]
    if match := _NO_SPACE.match(line):
        words = NO_SPACE_AFTER_COLON if match["colon"] else _NO_SPACE_AFTER_HYPHEN
        spaced = f"{match[0]} {line[match.end() :]}"
        return LineFault(number, match.end() - 1, Code.YAML_COLON, *words, (spaced,))
    match = _LINE.match(line)
    if not match or _can_be_read(line):
        return None
    code, message, help = _explain_value(match["value"].rstrip())
    meant = _close_brackets(match) or _quote(lines, number, match)
    return LineFault(number, match.start("value"), code, message, help, meant)


def _can_be_read(line: str) -> bool:
    try:
        for _ in yaml.parse(line.strip(), Loader=yaml.CBaseLoader):
            pass
    except yaml.YAMLError:
        return False
    return True


def _explain_value(value: str) -> tuple[Code, Message, Message]:
    first = value[0]
    if value == "-":
        return Code.YAML_SYNTAX, say("a hyphen stands alone here"), say("delete it: a field may be left empty")
    if first == ":":
        return Code.YAML_SYNTAX, say("a field has no name here"), say('write "name: value"')
    if first in _BRACKETS:
        return Code.YAML_UNQUOTED_BRACKET, *_explain_brackets(value)
    if first in "\"'":
        return Code.YAML_QUOTES, *_explain_quotes(value)
    if value.startswith("- "):
        return Code.YAML_SYNTAX, *_LIST_BEHIND_NAME
    if first in "@`%&*!|>?,]}":
        return Code.YAML_SYNTAX, say('a text may not begin with "{first}"', first=first), _QUOTE
    if first in "“”„«»‘’":
        help = say('put the whole text in straight quotation marks ("), not in typographic ones')
        return Code.YAML_UNQUOTED_COLON, _COLON_INSIDE, help
    return Code.YAML_UNQUOTED_COLON, _COLON_INSIDE, _QUOTE


def _explain_brackets(value: str) -> Words:
    for opening, closing in _BRACKETS.items():
        if value.count(opening) > value.count(closing):
            help = say("close it at the end of the list or group; if it belongs to the text, {cure}", cure=_QUOTE)
            return say('the bracket "{bracket}" is not closed', bracket=opening), help
    if value.endswith(_BRACKETS[value[0]]):
        help = say("separate the entries by commas; put a text with a comma, colon or bracket in quotation marks")
        return say("what stands between the brackets cannot be read"), help
    return say('a text may not begin with "{sign}"', sign=value[0]), _QUOTE


def _explain_quotes(value: str) -> Words:
    if value.count(value[0]) == 1:
        return say("the quotation mark is not closed"), say("write {sign} at the end of the text too", sign=value[0])
    if value[0] == "'":
        return _MISMATCH, say(
            "write an apostrophe inside the text twice (''), or put the text between double ones (\")"
        )
    if "\\" in value:
        return say("a backslash stands between double quotation marks"), say("put the text between single ones (')")
    return _MISMATCH, say("use typographic quotation marks inside the text, or put it between single ones (')")


def _close_brackets(match: re.Match[str]) -> tuple[str, ...]:
    """Return the line with the bracket that its value begins with closed, if that is all that it lacks."""
    value = match["value"].rstrip()
    if value[0] not in _BRACKETS or value.count(value[0]) != value.count(_BRACKETS[value[0]]) + 1:
        return ()
    closed = match["start"] + match["name"] + value + _BRACKETS[value[0]]
    return (closed,) if _can_be_read(closed) else ()


def _quote(lines: list[str], number: int, match: re.Match[str]) -> tuple[str, ...]:
    """Return the line, and those that its text goes on in, with the text in quotation marks."""
    own = len(match["start"])
    end = number + 1
    while match["value"][0] not in "\"'" and end < len(lines) and lines[end].strip() and _indent(lines[end]) > own:
        end += 1
    text = [match["value"], *lines[number + 1 : end]]
    bare = [re.sub("[\"']", "", part) for part in text]
    bare[0] = f"{match['start']}{match['name']}'{bare[0]}"
    bare[-1] = f"{bare[-1]}'"
    return tuple(bare)
