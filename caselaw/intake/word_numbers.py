"""Word's automatic numbers, written out as text: mammoth forgets which list an item continues."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DOCUMENT, _STYLES, _NUMBERING = "word/document.xml", "word/styles.xml", "word/numbering.xml"


def with_numbers(packed: zipfile.ZipFile) -> bytes:
    """Return the document with "12. " before each paragraph that Word numbers so on the first level of a list."""
    names = packed.namelist()
    root = _parse(packed, _DOCUMENT)
    if _NUMBERING in names:
        styles = _parse(packed, _STYLES) if _STYLES in names else Element("none")
        _write_numbers(root, _style_lists(styles), _Counters(_parse(packed, _NUMBERING)))
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for name in dict.fromkeys(names):
            copy.writestr(name, ElementTree.tostring(root) if name == _DOCUMENT else packed.read(name))
    return target.getvalue()


def _parse(packed: zipfile.ZipFile, name: str) -> Element:
    raw = packed.read(name)
    if b"<!DOCTYPE" in raw[:1000] or b"<!ENTITY" in raw[:10_000]:
        raise ValueError(name)  # Word writes neither; what does may be made to swell when it is read
    return ElementTree.fromstring(raw)  # noqa: S314 without entities there is nothing to expand


def _value(element: Element | None, path: str) -> str | None:
    found = element.find(path) if element is not None else None
    return found.get(f"{_W}val") if found is not None else None


def _style_lists(styles: Element) -> dict[str, str]:
    """Return the list of each paragraph style that numbers its paragraphs on the first level."""
    own: dict[str, str] = {}
    based: dict[str, str] = {}
    for style in styles.iter(f"{_W}style"):
        name = style.get(f"{_W}styleId") or ""
        if (found := _value(style, f"{_W}pPr/{_W}numPr/{_W}numId")) is not None:
            own[name] = found
        if (above := _value(style, f"{_W}basedOn")) is not None:
            based[name] = above
    lists = dict(own)
    for name in based:
        above, steps = name, 0
        while above not in own and above in based and steps < 20:
            above, steps = based[above], steps + 1
        if above in own:
            lists[name] = own[above]
    return lists


class _Counters:
    """Counts each list as Word does: lists of one definition go on counting unless they start anew."""

    def __init__(self, numbering: Element) -> None:
        self._starts: dict[str, int] = {}  # of definitions that count in figures
        for definition in numbering.iter(f"{_W}abstractNum"):
            first = next(iter(definition.iter(f"{_W}lvl")), None)
            if first is not None and _value(first, f"{_W}numFmt") == "decimal":
                start = _value(first, f"{_W}start") or "1"
                self._starts[definition.get(f"{_W}abstractNumId") or ""] = int(start)
        self._lists = {number.get(f"{_W}numId") or "": number for number in numbering.iter(f"{_W}num")}
        self._next: dict[str, int] = {}
        self._begun: set[str] = set()

    def count(self, number_id: str) -> int | None:
        """Return the number that the next paragraph of a list bears; None where the list does not count in figures."""
        entry = self._lists.get(number_id)
        definition = _value(entry, f"{_W}abstractNumId") or ""
        if definition not in self._starts:
            return None
        anew = _value(entry, f"{_W}lvlOverride/{_W}startOverride")
        if number_id not in self._begun and anew is not None:
            self._next[definition] = int(anew)
        self._begun.add(number_id)
        number = self._next.get(definition, self._starts[definition])
        self._next[definition] = number + 1
        return number


def _write_numbers(root: Element, styles: dict[str, str], counters: _Counters) -> None:
    for paragraph, number_id in list(_listed(root, styles)):
        number = counters.count(number_id)
        if number is None:
            continue
        properties = paragraph.find(f"{_W}pPr")
        if properties is not None:
            for name in ("numPr", "pStyle"):  # a style may number too
                found = properties.find(f"{_W}{name}")
                if found is not None:
                    properties.remove(found)
        run = Element(f"{_W}r")
        text = SubElement(run, f"{_W}t", {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        text.text = f"{number}. "
        paragraph.insert(1 if properties is not None else 0, run)


def _listed(root: Element, styles: dict[str, str]) -> Iterator[tuple[Element, str]]:
    """Yield the paragraphs on the first level of a list that hold text, and their lists."""
    for paragraph in root.iter(f"{_W}p"):
        properties = paragraph.find(f"{_W}pPr")
        level = _value(properties, f"{_W}numPr/{_W}ilvl") or "0"
        style = _value(properties, f"{_W}pStyle") or ""
        number_id = _value(properties, f"{_W}numPr/{_W}numId") or styles.get(style)
        is_heading = style.lower().startswith("heading")
        if number_id and level == "0" and not is_heading and any(True for _ in paragraph.iter(f"{_W}t")):
            yield paragraph, number_id
