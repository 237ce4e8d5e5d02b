"""What a page says, piece by piece, each with the language that a browser or screen reader takes it to be in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

# Attributes that are shown or read out, by themselves or by a script.
_SPOKEN = {"alt", "aria-description", "aria-label", "aria-roledescription", "aria-valuetext", "placeholder", "title"}
# Nobody reads these out: what Pagefind reads, and the halves of a citation, which are copied.
_UNSPOKEN_DATA = {"data-pagefind-meta", "data-pagefind-filter", "data-pagefind-sort", "data-before", "data-after"}
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())
_SILENT = ("script", "style", "pre")  # code is in no language of people


@dataclass(frozen=True)
class Piece:
    """A text or attribute of a page: ``place`` is the path of elements with their classes, outermost first."""

    text: str
    lang: str
    place: tuple[str, ...]
    attribute: str = ""

    def within(self, name: str) -> bool:
        """Whether it stands in an element of that name, ``tag`` or ``tag.class``."""
        return any(name in (step.split(".")[0], step) or f"{step}.".startswith(f"{name}.") for step in self.place)


@dataclass
class _Reader(HTMLParser):
    pieces: list[Piece] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[tuple[str, str, str]] = []  # tag, step, language

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        lang = values.get("lang") or (self._open[-1][2] if self._open else "")
        step = ".".join([tag, *values.get("class", "").split()])
        place = (*(outer for _, outer, _ in self._open), step)
        for name, value in values.items():
            spoken = name in _SPOKEN or (name == "content" and values.get("name") == "description")
            if spoken or (name.startswith("data-") and name not in _UNSPOKEN_DATA and " " in value):
                self.pieces.append(Piece(value, lang, place, name))
        if tag not in _VOID:
            self._open.append((tag, step, lang))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open and self._open[-1][0] not in _SILENT:
            place = tuple(step for _, step, _ in self._open)
            self.pieces.append(Piece(re.sub(r"\s+", " ", data).strip(), self._open[-1][2], place))


def pieces_of(html: str) -> list[Piece]:
    """Return every text and spoken attribute of a page."""
    reader = _Reader()
    reader.feed(html)
    return reader.pieces
