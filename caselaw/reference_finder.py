"""Where a text names cases of the library: by number, ECLI, title or short name.

A name counts only where it is unmistakable. What stands around it is looked at: "AP 309/10" is not the case P 309/10,
a P 309/10 of another court neither, and "Siliadin v. France (no. 2)" is not Siliadin v. France. Texts are sanitised
HTML; nothing is found inside a link or code.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from caselaw.checks import Case
from caselaw.messages import say
from caselaw.reference_context import (
    FILLER,
    OPENING,
    agrees,
    follows_a_title,
    is_a_person,
    is_an_application,
    is_cited,
    is_quoted,
    is_the_title,
    last_word,
    may_begin,
)
from caselaw.reference_courts import CourtNames, is_another_nearest, is_named_nearest
from caselaw.reference_names import (
    CAPITALISED,
    DIGITS,
    ECLI,
    NEUTRAL,
    Name,
    facts_of,
    names_of,
    number_key,
    number_keys,
)
from caselaw.terms import Court

_TAG = r'<(?:[^<>"]|"[^"]*")*>'
_NOT_TEXT = re.compile(rf"<(a|code)\b.*?</\1>|{_TAG}", re.DOTALL)
_INLINE = re.compile(r"</?(?:em|strong)>")
_INNER_TAG = re.compile(r"</?(?:a|abbr|code|del|span|sub|sup)\b[^<>]*>")
_ANY_TAG = re.compile(_TAG)
_LETTERS = re.compile(r"([^\W\d]+-?)\d+/\d{4}")
# As a human-rights court numbers its applications; shorter ones, and years, are as often something else.
_APPLICATION = re.compile(r"(?!(?:19|20)\d\d/)\d{4,6}/\d{2}")
_NEARBY = 120  # characters within which another court takes a number away from the citing case's own


@dataclass(frozen=True)
class Citing:
    """The case whose text is read, as far as its numbers mean those of its own court and proceedings."""

    court: str = ""
    chain: frozenset[str] = frozenset()  # ids of the cases of the same proceedings


@dataclass(frozen=True)
class Reference:
    """A place in a text that names a case: what stands there, and the cases that it may mean."""

    start: int
    end: int
    words: str
    cases: frozenset[str]  # none: clearly the number of a case, but of none that is known
    doubt: str = ""  # why it may mean none of the cases
    is_bare: bool = False  # a short name that only counts where its case is named in full elsewhere in the text

    @property
    def case(self) -> str | None:
        """The one case that is meant for certain."""
        return min(self.cases) if len(self.cases) == 1 and not self.doubt and not self.is_bare else None


@dataclass(frozen=True)
class _Block:
    html: str
    citing: Citing
    titles: list[Reference] = field(default_factory=list)


class Finder:
    """Finds what names any of the given cases; made once for a library and the courts of its vocabulary."""

    def __init__(self, cases: Iterable[Case], courts: Iterable[Court] = ()) -> None:
        cases = tuple(cases)
        self._facts = {case.id: facts_of(case) for case in cases}
        self._numbers = number_keys(cases)
        self._prefixes = frozenset(match[1] for key in self._numbers if (match := _LETTERS.fullmatch(key)))
        self._names = names_of(cases)
        self._courts = CourtNames(courts)

    def in_text(self, blocks: Iterable[str], citing: Citing) -> list[tuple[Reference, ...]]:
        """Return the references of each piece of sanitised HTML of one text, in order, none of which overlap."""
        found = [self._in_block(html, citing) for html in blocks]
        named = {reference.case for references in found for reference in references}
        return [
            tuple(replace(one, is_bare=False) for one in references if not one.is_bare or one.cases <= named)
            for references in found
        ]

    def find(self, html: str, citing: Citing) -> tuple[Reference, ...]:
        """Return the references in a text that is one piece of sanitised HTML."""
        return self.in_text([html], citing)[0]

    def _in_block(self, html: str, citing: Citing) -> list[Reference]:
        found = sorted(self._find(_Block(html, citing)), key=lambda reference: (reference.start, -reference.end))
        kept: list[Reference] = []
        for reference in found:
            if not kept or reference.start >= kept[-1].end:
                kept.append(reference)
        return kept

    def _find(self, block: _Block) -> Iterator[Reference]:
        html, spans = block.html, tuple(_text_spans(block.html))
        for start, end in spans:
            words = (word for word in CAPITALISED.finditer(html, start, end) if word[0] in self._names)
            block.titles.extend(found for word in words for found in self._named(html, end, word))
        yield from block.titles
        for start, end in spans:
            for match in ECLI.finditer(html, start, end):
                yield _reference(match.start(), match.end(), html, self._numbers.get(match[0].upper(), frozenset()))
            for match in NEUTRAL.finditer(html, start, end):
                if cases := self._numbers.get(number_key(match[0])):
                    yield _reference(match.start(), match.end(), html, cases)
            for match in DIGITS.finditer(html, start, end):
                yield from self._numbered(block, start, match)

    def _numbered(self, block: _Block, start: int, digits: re.Match[str]) -> Iterator[Reference]:
        """Yield the case whose number ends in ``digits``: of all readings, the longest that is known."""
        html = block.html
        before, _ = _around(html, digits.start(), digits.end())
        for begin in _word_starts(html, start, digits.start()):
            words = html[begin : digits.end()]
            if "/" in html[begin : digits.start()] or FILLER.match(words.split()[0]):
                continue
            ahead = before[: len(before) - (digits.start() - begin)]
            cases = self._numbers.get(number_key(words), frozenset())
            if (cases or self._is_clearly_a_number(words, ahead)) and may_begin(words, ahead):
                yield self._settled(block, _reference(begin, digits.end(), html, cases), ahead)
                return

    def _is_clearly_a_number(self, words: str, ahead: str) -> bool:
        if _APPLICATION.fullmatch(words):
            return bool(FILLER.fullmatch(last_word(ahead)))
        match = _LETTERS.fullmatch(number_key(words))
        return match is not None and match[1] in self._prefixes

    def _settled(self, block: _Block, number: Reference, ahead: str) -> Reference:
        """Return the reference with those of its cases whose court or proceedings the text speaks of."""
        if not number.cases:
            return number
        sure = frozenset(case for case in number.cases if self._is_meant(block, number, case, ahead))
        return (
            replace(number, cases=sure)
            if sure
            else replace(number, doubt=say("its court is not the one named nearest"))
        )

    def _is_meant(self, block: _Block, number: Reference, case: str, ahead: str) -> bool:
        own = {self._facts[case].court}
        courts = self._courts.around(block.html, number.start, number.end)
        if number.words[0].isdigit():
            if self._follows_its_title(block, number, case):
                return True
            if is_an_application(ahead):
                return not is_another_nearest(courts, own, 30)
            return is_named_nearest(courts, own)
        if case in block.citing.chain:
            own |= {self._facts[other].court for other in block.citing.chain if other in self._facts}
        elif own != {block.citing.court} and "-" not in number_key(number.words):
            return is_named_nearest(courts, own)
        return not is_another_nearest(courts, own, _NEARBY)

    def _follows_its_title(self, block: _Block, number: Reference, case: str) -> bool:
        titles = (one for one in block.titles if one.case == case and one.end <= number.start)
        return any(follows_a_title(_INLINE.sub("", block.html[one.end : number.start])) for one in titles)

    def _named(self, html: str, end: int, capitalised: re.Match[str]) -> Iterator[Reference]:
        for name in self._names[capitalised[0]]:
            match = name.pattern.match(html, capitalised.start(), end)
            if match:
                found = _reference(match.start(), match.end(), html, name.cases)
                yield from self._short(html, found) if name.is_short else self._titled(html, found, name)
                return  # a shorter name here would be a part of this one

    def _titled(self, html: str, title: Reference, name: Name) -> Iterator[Reference]:
        before, after = _around(html, title.start, title.end)
        if not is_the_title(before, after):
            return
        if name.is_generic and not (_is_emphasised(html, title) or is_quoted(before, after)):
            return
        fitting = frozenset(case for case in title.cases if agrees(after, self._facts[case]))
        yield (
            replace(title, cases=fitting)
            if fitting
            else replace(title, doubt=say("what follows it is of another decision"))
        )

    def _short(self, html: str, name: Reference) -> Iterator[Reference]:
        before, after = _around(html, name.start, name.end)
        emphasised = _is_emphasised(html, name)
        if not is_a_person(before, after, emphasised=emphasised) and agrees(after, self._facts[min(name.cases)]):
            yield replace(name, is_bare=not emphasised and not is_cited(before, after))


def _reference(start: int, end: int, html: str, cases: frozenset[str]) -> Reference:
    return Reference(start, end, " ".join(html[start:end].split()), cases)


def _is_emphasised(html: str, name: Reference) -> bool:
    return html[: name.start].endswith("<em>") and html.startswith("</em>", name.end)


def _text_spans(html: str) -> Iterator[tuple[int, int]]:
    """Yield (start, end) of what is text, and not in a link or code."""
    start = 0
    for match in _NOT_TEXT.finditer(html):
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < len(html):
        yield start, len(html)


def _around(html: str, start: int, end: int) -> tuple[str, str]:
    """Return what readers see just before and just after a place; blocks end in a record separator, a space."""
    before, after = html[max(0, start - 200) : start], html[end : end + 200]
    before, after = (_ANY_TAG.sub("\x1e", _INNER_TAG.sub("\n", _INLINE.sub("", text))) for text in (before, after))
    return before.rpartition(">")[2], after.partition("<")[0]


def _word_starts(html: str, start: int, end: int) -> list[int]:
    """Return where a number may begin that ends at ``end``: the longest reading first, of three words at most."""
    lead = html[max(start, end - 60) : end]
    begins = [match.start() for match in re.finditer(r"\S+", lead)]
    if not lead or lead[-1:].isspace():
        begins.append(len(lead))
    offset = end - len(lead)
    return [offset + begin + _opening(lead[begin:]) for begin in begins[-4:]]


def _opening(text: str) -> int:
    return len(text) - len(text.lstrip(OPENING))
