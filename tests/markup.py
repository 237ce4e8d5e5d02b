"""What a validator would say of a page: elements that are not closed, nested where they may not be, or repeated ids.

The W3C's checker needs Java; this one knows the rules for the elements that our templates and texts use, and calls any
other element or attribute unknown, so that it never passes what it cannot judge.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = frozenset("br col hr img input link meta".split())
_PHRASING = frozenset(
    "a abbr b br button cite code em i img input label noscript output progress q s select small span strong sub sup "
    "datalist svg template textarea time".split()
)
_FLOW = _PHRASING | frozenset(
    "article aside blockquote details dialog div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav "
    "ol p pre search section table ul".split()
)
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
# What each element may hold; those that are not named hold phrasing content.
_CONTENT: dict[str, frozenset[str]] = {
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title", "link", "script", "noscript"}),
    **dict.fromkeys(
        "article aside blockquote body dd dialog div figure footer form header li main nav section td th".split(),
        _FLOW | {"script"},
    ),
    "details": _FLOW | {"summary"},
    "fieldset": _FLOW | {"legend"},
    "figure": _FLOW | {"figcaption"},
    "summary": _PHRASING | _HEADINGS,
    "legend": _PHRASING | _HEADINGS,
    "noscript": _FLOW,
    "template": _FLOW | {"li", "dt", "dd", "tr", "option"},
    "ul": frozenset({"li", "template", "script"}),
    "ol": frozenset({"li", "template", "script"}),
    "dl": frozenset({"dt", "dd", "div", "template"}),
    "table": frozenset({"caption", "colgroup", "thead", "tbody", "tfoot", "tr"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), frozenset({"tr", "template"})),
    "tr": frozenset({"td", "th"}),
    "colgroup": frozenset({"col"}),
    "select": frozenset({"option", "optgroup"}),
    "optgroup": frozenset({"option"}),
    "datalist": frozenset({"option"}),
    **dict.fromkeys(("title", "option", "script", "textarea"), frozenset[str]()),
}
# Drawings: what charts are made of.
_DRAWING = frozenset("a circle g line path rect svg text title".split())
_OF_DRAWINGS = frozenset("cx cy d height overflow r viewbox width x x1 x2 y y1 y2".split())
_INTERACTIVE = frozenset({"a", "button", "select", "input", "label", "details"})

_GLOBAL = frozenset("class dir hidden id lang role tabindex title translate".split())
_ATTRIBUTES: dict[str, str] = {
    "a": "href hreflang rel download",
    "button": "type disabled name value",
    "col": "span",
    "details": "open name",
    "fieldset": "disabled",
    "form": "action method autocomplete novalidate",
    "img": "src alt width height loading",
    "input": "type name value checked min max inputmode autocomplete spellcheck enterkeyhint form placeholder required "
    "pattern maxlength list",
    "label": "for",
    "li": "value",
    "link": "rel href hreflang type",
    "meta": "charset name content http-equiv property",  # the last one is of RDFa, which HTML admits
    "ol": "start reversed type",
    "option": "value selected",
    "progress": "max value",
    "script": "src defer type",
    "select": "name form autocomplete required",
    "td": "colspan rowspan headers",
    "th": "colspan rowspan scope headers",
    "textarea": "readonly rows autocomplete required spellcheck maxlength name",
    "time": "datetime",
}


@dataclass
class _Checker(HTMLParser):
    faults: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []
        self._ids: Counter[str] = Counter()
        self._referred: list[tuple[str, str]] = []
        self._seen: Counter[str] = Counter()

    def _say(self, fault: str) -> None:
        self.faults.append(f"line {self.getpos()[0]}: {fault}")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._check_place(tag)
        self._check_attributes(tag, attrs)
        if "svg" not in self._open:  # each mark of a drawing has a title of its own
            self._seen[tag] += 1
        if tag not in _VOID:
            self._open.append(tag)

    def _check_place(self, tag: str) -> None:
        if "svg" in self._open:
            if tag not in _DRAWING:
                self._say(f"<{tag}> in <svg>")
            return
        parents = [outer for outer in self._open if outer != "a"] or ["html"]  # a link holds what its parent may hold
        parent = parents[-1]
        if self._open and tag not in _CONTENT.get(parent, _PHRASING) and not (parent == "div" and self._is_group(tag)):
            self._say(f"<{tag}> in <{parent}>")
        if tag in _INTERACTIVE - {"input", "details"} and {"a", "button"} & {*self._open}:
            self._say(f"<{tag}> in a link or button")
        if tag in {"header", "footer", "main"} and {"header", "footer"} & {*self._open}:
            self._say(f"<{tag}> in a header or footer")

    def _is_group(self, tag: str) -> bool:
        return tag in {"dt", "dd"} and self._open[-2:] == ["dl", "div"]

    def _check_attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = _GLOBAL | set(_ATTRIBUTES.get(tag, "").split())
        if tag == "svg" or "svg" in self._open:
            known |= _OF_DRAWINGS
        for name, times in Counter(name for name, _ in attrs).items():
            if times > 1:
                self._say(f"{name} twice on <{tag}>")
            if name not in known and not re.fullmatch(r"(?:aria|data)-[a-z-]+", name):
                self._say(f"unknown attribute {name} on <{tag}>")
        values = {name: value or "" for name, value in attrs}
        if tag == "img" and "alt" not in values:
            self._say("<img> without alt")
        self._check_values(values)
        for name in ("for", "form", "aria-labelledby", "aria-describedby", "aria-controls"):
            self._referred += [(name, id) for id in values.get(name, "").split()]

    def _check_values(self, values: dict[str, str]) -> None:
        if "id" in values:
            self._ids[values["id"]] += 1
            if not re.fullmatch(r"\S+", values["id"]):
                self._say(f'the id "{values["id"]}" is empty or holds a space')
        if "lang" in values and not re.fullmatch(r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?", values["lang"]):
            self._say(f'"{values["lang"]}" is no language')
        for name in {"href", "src", "action"} & values.keys():
            if re.search(r"[\s<>\"{}|\\^`]", values[name]):
                self._say(f"{name}={values[name]} is no address")

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1] != tag:
            self._say(f"</{tag}> closes <{self._open[-1] if self._open else ''}>")
        if tag in self._open:
            while self._open.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        parent = self._open[-1] if self._open else ""
        no_text = {"", "html", "head", "ul", "ol", "dl", "table", "thead", "tbody", "tr", "select"}
        if data.strip() and parent in no_text:
            self._say(f"text in <{parent}>: {data.strip()[:40]}")

    def close(self) -> None:
        super().close()
        for tag in self._open:
            self._say(f"<{tag}> is never closed")
        for id, times in self._ids.items():
            if times > 1:
                self._say(f"the id {id} stands {times} times")
        for name, id in self._referred:
            if id not in self._ids:
                self._say(f'{name}="{id}" refers to nothing')
        for tag in ("html", "head", "title", "body", "main", "h1"):
            if self._seen[tag] != 1:
                self._say(f"{self._seen[tag]} times <{tag}>")


def faults_of(html: str) -> list[str]:
    """Return every fault of a page with its line."""
    if not html.startswith("<!doctype html>\n"):
        return ["line 1: no doctype"]
    checker = _Checker()
    checker.feed(html)
    checker.close()
    return checker.faults
