"""Numbers footnotes in the order of the text, and keeps account of those that are missing or left over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from caselaw.markdown.pieces import Piece

# The reference waits under this attribute for its number, which depends on the text before it.
WAITING = "data-note"
# An arrow that phones must not turn into a coloured picture, hence the variation selector.
_BACK = "\u21a9\ufe0e"


@dataclass
class Notes:
    """The footnotes of one text while it is being set: their definitions, and how often each is referred to."""

    definitions: Mapping[str, Piece]
    labels: list[str] = field(default_factory=list)  # in the order of their first references
    counts: dict[str, int] = field(default_factory=dict)
    _numbers: dict[str, int] = field(default_factory=dict)

    def number(self, element: Element) -> None:
        """Give each reference within ``element`` its number, its address and its own id to come back to."""
        for mark in element.iter("sup"):
            label = mark.attrib.pop(WAITING)
            if label not in self._numbers:
                self.labels.append(label)
                self._numbers[label] = len(self.labels)
            number = self._numbers[label]
            count = self.counts[label] = self.counts.get(label, 0) + 1
            mark.set("id", _reference_id(number, count))
            link = SubElement(mark, "a", {"href": f"#fn-{number}", "role": "doc-noteref"})
            link.text = AtomicString(number)


def _reference_id(number: int, count: int) -> str:
    return f"fnref-{number}" if count == 1 else f"fnref-{number}-{count}"


def notes_section(items: Iterable[tuple[int, Element]]) -> Element:
    """Return the list of footnotes: pairs of a note's content (its children) and how often it is referred to."""
    section = Element("section", {"class": "footnotes", "role": "doc-endnotes"})
    notes = SubElement(section, "ol")
    for number, (count, content) in enumerate(items, 1):
        item = SubElement(notes, "li", {"id": f"fn-{number}"})
        item.extend(content)
        last = item[-1] if len(item) and item[-1].tag == "p" else SubElement(item, "p")
        for index in range(1, count + 1):
            _add_text(last, "\u00a0")
            back = SubElement(last, "a", {"href": f"#{_reference_id(number, index)}", "role": "doc-backlink"})
            back.text = AtomicString(_BACK if index == 1 else f"{_BACK}{index}")
    return section


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
