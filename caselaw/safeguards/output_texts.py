"""The finished site as the texts that readers and programs find in its files, the scripts of the search decoded."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import json
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var|wbr)(?:\s[^>]*)?>"
)
# The number of a note stands for nothing that is read: "the victim¹ Jane Doe".
_NOTE_MARK = re.compile(r"<sup\b[^>]{0,200}>(?:<[^>]{0,300}>|[\[\]()\d*†\s]){0,12}</sup>")
_TAG = re.compile(r"<[^>]*>")
_SCRIPT = re.compile(r"<(style|svg)\b.*?</\1>", re.DOTALL)
# What readers, search engines and browsers read out of attributes. Of addresses only those that name a person.
_ATTRIBUTE = re.compile(r"\s(?:content|title|alt|aria-label|value|placeholder|data-[\w-]+)=\"([^\"]+)\"")
_PERSONAL_ADDRESS = re.compile(r"(?:href|action)=\"((?:mailto|tel|sms):[^\"]+|[^\"]*(?:@|wa\.me/)[^\"]*)\"")
_SIGNATURE = b"pagefind_dcd"
# Parts of the search that repeat texts as sets of cases, beginnings of words or normalised numbers.
_TABLES = re.compile(r"(?:.*/)?(?:facets|words|cases|start|wasm|.*\.pf_meta|.*\.pf_index|pagefind-entry\.json)")


def texts_of_file(path: Path) -> Iterator[str]:
    """Yield the texts of one file of the site, a line or a value each."""
    if path.suffix in (".html", ".xml"):
        yield from _texts_of_markup(path.read_text(encoding="utf-8"))
    elif path.suffix == ".json":
        yield from texts_in(json.loads(path.read_text(encoding="utf-8")))
    elif path.suffix == ".js":
        yield from _texts_of_script(path.read_text(encoding="utf-8"))
    elif path.suffix in (".csv", ".bib", ".ris", ".txt"):
        yield from path.read_text(encoding="utf-8").splitlines()


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text in what was read from JSON or YAML, also the keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from texts_in(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from texts_in(inner)


def lines_of_markup(text: str) -> Iterator[str]:
    """Yield the texts between the tags; what stands in a line for a reader is one, whatever tags are in it."""
    text = _INLINE.sub("", _NOTE_MARK.sub("", text.replace("\n", " ")))
    for line in html.unescape(_TAG.sub("\n", text)).split("\n"):
        if not line.isspace() and line:
            yield " ".join(line.split())


def _texts_of_markup(text: str) -> Iterator[str]:
    for pattern in (_ATTRIBUTE, _PERSONAL_ADDRESS):
        for match in pattern.finditer(text):
            yield html.unescape(match[1])
    if "&lt;" in text[:2000] or text.startswith("<?xml"):  # a feed holds its texts as markup within markup
        yield from lines_of_markup(html.unescape(text))
    yield from lines_of_markup(_SCRIPT.sub(" ", text))


def _texts_of_script(text: str) -> Iterator[str]:
    """Yield the texts of a script of the search; any other is the program's own and holds none."""
    start, end = text.find("receive("), text.rfind(");")
    try:
        parts = json.loads(text[start + 8 : end]) if 0 <= start < end else {}
    except ValueError:  # the program of the search itself
        return
    for name, part in parts.items():
        if not _TABLES.fullmatch(name):
            yield from texts_in(unpacked(part) if isinstance(part, str) else part)


def unpacked(part: str) -> Any:
    """Return what is packed in a part of the search: texts, numbers or bytes; the part itself where nothing is."""
    try:
        content = gzip.decompress(base64.b64decode(part, validate=True)).removeprefix(_SIGNATURE)
    except (binascii.Error, ValueError, OSError, EOFError, zlib.error):
        return part
    try:
        return json.loads(content)
    except ValueError:
        return content
