"""The texts of cases that are not public, and where any of them stands in other texts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from caselaw.checks import Case
from caselaw.document import Document
from caselaw.markdown import Text, render_text
from caselaw.problems import Place, Problems
from caselaw.safeguards.output_texts import lines_of_markup, texts_in
from caselaw.strict_yaml import Mapping as Front
from caselaw.strict_yaml import Scalar, to_plain
from caselaw.withdrawal import WITHDRAWN

_WORD = re.compile(r"[^\W_]+")
_SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=[^\W\d_a-z])")
_NUMBER = re.compile(r"\s*\[\d+\]\s*")
_SHORT = 40  # characters: a shorter sentence says nothing that only one case says
Words = tuple[str, ...]
# Of a withdrawn case readers are told why; web addresses lead to what others have published.
_NOT_LOOKED_FOR = ("publication", "corrections")


@dataclass(frozen=True)
class HiddenTexts:
    """Texts that must not be in the site, by how they begin, each with the case it is of; the longest of them."""

    by_beginning: Mapping[Words, tuple[tuple[Words, str], ...]]
    ids: frozenset[str]

    def find(self, text: str) -> Iterator[tuple[Words, str]]:
        """Yield each hidden text, as words, that stands in ``text``, and the id of its case."""
        words = words_of_text(text)
        for start in range(len(words)):
            for length in (1, 2, 3):
                for hidden, case in self.by_beginning.get(words[start : start + length], ()):
                    if words[start : start + len(hidden)] == hidden:
                        yield hidden, case


def words_of_text(text: str) -> Words:
    """Return the words of a text in small letters."""
    return tuple(_WORD.findall(text.casefold()))


def hidden_texts(cases: Iterable[Case]) -> HiddenTexts:
    """Return what must not be found of ``cases``: titles, sentences of summaries, paragraphs, other long fields.

    The id of a withdrawn case is public, so that its old address says that it was withdrawn; so are, in its order, the
    words of that id. Of one word alone nobody can tell whose it is: a withdrawal is never stopped by it.
    """
    found: defaultdict[Words, set[tuple[Words, str]]] = defaultdict(set)
    ids = set()
    for case in cases:
        if case.record.publication.status != WITHDRAWN:
            ids.add(case.id)
        for text in _texts_to_hide(case):
            words = words_of_text(text)
            # Lists of beginnings are short where they have three words; of shorter texts there are few.
            if words and not (case.record.publication.status == WITHDRAWN and _is_public(words, case.id)):
                found[words[:3]].add((words, case.id))
    return HiddenTexts({start: tuple(sorted(texts)) for start, texts in found.items()}, frozenset(ids))


def _is_public(words: Words, withdrawn: str) -> bool:
    own = words_of_text(withdrawn)
    return len(words) == 1 or any(own[start : start + len(words)] == words for start in range(len(own)))


def _texts_to_hide(case: Case) -> Iterator[str]:
    versions = [*_translated(case), *map(_title_and_summary, case.left_over)]
    if case.record.publication.status != WITHDRAWN:
        versions.append((case.record.title, case.record.summary))
    for title, summary in versions:
        yield title
        yield from (sentence for sentence in _SENTENCE.split(summary) if len(sentence) > _SHORT)
    for text in texts_of_case(case):
        if len(text) > _SHORT and "://" not in text:
            yield text


def _translated(case: Case) -> Iterator[tuple[str, str]]:
    for translation in case.translations.values():
        yield translation.record.title, translation.record.summary


def _title_and_summary(document: Document) -> tuple[str, str]:
    """Return what the file of a withdrawn case still says of these, right or wrong as the rest of it may be."""
    title, summary = (document.front.get(name) for name in ("title", "summary"))
    return _said(title), _said(summary)


def _said(node: object) -> str:
    return (node.text or "") if isinstance(node, Scalar) else ""


def texts_of_case(case: Case, without: Collection[str] = ()) -> Iterator[str]:
    """Yield every paragraph and every text of a field of a case, in all its languages, but for some fields."""
    left_out = {*_NOT_LOOKED_FOR, *without}
    translated = (translation.front for translation in case.translations.values())
    fronts = (case.front, *translated, *(document.front for document in case.left_over))
    for front in fronts:
        own = Front(tuple(entry for entry in front.entries if entry[0].text not in left_out), front.place)
        yield from texts_in(to_plain(own))
    yield from lines_of_text(case.text)
    yield from chain.from_iterable(
        lines_of_text(translation.text) for translation in case.translations.values() if translation.text
    )
    yield from chain.from_iterable(map(_left_lines, case.left_over))


def _left_lines(document: Document) -> Iterator[str]:
    """Yield the paragraphs of a withdrawn text; those of one that cannot be set, as they were written."""
    if text := render_text(document.text, place=Place(document.path, document.text_line), problems=Problems()):
        return lines_of_text(text)
    return (_NUMBER.sub("", line) for line in document.text.split("\n"))


def lines_of_text(text: Text) -> Iterator[str]:
    """Yield the paragraphs, headings, cells … of a text."""
    for block in text.blocks:
        yield from lines_of_markup(block.html)
