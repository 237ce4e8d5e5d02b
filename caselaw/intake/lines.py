"""The lines of printed pages as paragraphs: without page numbers and running heads, words joined where lines broke."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from caselaw.intake.blocks import Block, Kind, clean, plain

_EDGE = 3  # lines at the top and at the foot of a page that may be running heads
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|faq\w*|str(?:ana|anica)?|стр\w*|p|f)?\W*\d{1,4}(?:\s*(?:/|of|nga|prej|od|од)\s*\d{1,4})?\W*",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?:\[\d{1,4}\]|¶\s*\d{1,4}|\d{1,3}[.)])\s+[\"“„«‘(\[]?[^\W\d_a-zëçčćšžđа-џ]")
_LETTERED = re.compile(r"\(?(?:[a-zçë]{1,2}|[ivx]{1,5}|\d{1,2})\)\s|[•●▪–—-]\s")
_ENDS = re.compile(r"[.:;!?][\"”“»’)]*$")
_BROKEN_WORD = re.compile(r"[^\W\d_][-\u2010]$")
_MAX_HEADING = 100


def paragraphs_of(pages: Sequence[str]) -> tuple[Block, ...]:
    """Return the paragraphs and headings of pages, each a text whose lines stand as they were printed."""
    cleaned = [[line.expandtabs().rstrip() for line in clean(page).split("\n")] for page in pages]
    lines = [line for page in _without_running_heads(cleaned) for line in page]
    paragraphs = [plain(words) for words in _joined(lines)]
    blocks = [Block(Kind.PARAGRAPH, runs) for runs in paragraphs if runs]
    return tuple(blocks)


def _without_running_heads(pages: list[list[str]]) -> Iterator[list[str]]:
    """Yield pages without page numbers and without what stands at the same edge of most pages.

    What heads the first page stays, for there it may be the name of the court; not so a line that counts pages.
    """
    tops, feet = Counter[str](), Counter[str]()
    forms: dict[str, set[str]] = {}
    for page in pages:
        for counter, lines in ((tops, _top(page)), (feet, _foot(page))):
            counter.update({_form(page[index]) for index in lines})
            for index in lines:
                forms.setdefault(_form(page[index]), set()).add(" ".join(page[index].split()))
    enough = max(2, (len(pages) + 1) // 2)
    for number, page in enumerate(pages):
        dropped = {*_at_edge(page, _foot(page)[::-1], {form for form, count in feet.items() if count >= enough})}
        heads = {form for form, count in tops.items() if count >= enough}
        top = set(_at_edge(page, _top(page), heads))
        dropped |= top if number else {index for index in top if len(forms[_form(page[index])]) > 1}
        yield _without_margins([line for index, line in enumerate(page) if index not in dropped])


def _at_edge(page: list[str], lines: list[int], running: set[str]) -> list[int]:
    """Return those of the lines, the outermost first, that are running heads or page numbers.

    A gap stands between them and the text, so that no line of the text is lost that happens to be there twice.
    """
    found: list[int] = []
    for index in lines:
        if _form(page[index]) not in running and not _PAGE_NUMBER.fullmatch(page[index].strip()):
            break
        found.append(index)
    step = 1 if lines[:2] == sorted(lines[:2]) else -1
    while found and 0 <= found[-1] + step < len(page) and page[found[-1] + step].strip() and not all(page):
        found.pop()
    return found


def _without_margins(page: list[str]) -> list[str]:
    """Return a page without the empty lines at both ends, which are no gap in the text."""
    filled = [index for index, line in enumerate(page) if line.strip()]
    return page[filled[0] : filled[-1] + 1] if filled else []


def _top(page: list[str]) -> list[int]:
    return [index for index, line in enumerate(page) if line.strip()][:_EDGE]


def _foot(page: list[str]) -> list[int]:
    filled = [index for index, line in enumerate(page) if line.strip()]
    return filled[max(_EDGE, len(filled) - _EDGE) :]


def _form(line: str) -> str:
    return re.sub(r"\d+", "#", " ".join(line.casefold().split()))


def _joined(lines: list[str]) -> Iterator[str]:
    """Yield the words of each paragraph."""
    filled = [line for line in lines if line.strip()]
    lengths = sorted(len(line.strip()) for line in filled)
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    usual_gap = _usual_gap(lines, width)
    paragraph, before, gap = "", "", 0
    for line in lines:
        words = line.strip()
        if not words:
            gap += 1
            continue
        if before and (gap > usual_gap or _begins(words, before, width)):
            yield paragraph
            paragraph = ""
        paragraph = _continued(paragraph, words)
        before, gap = words, 0
    if paragraph:
        yield paragraph


def _usual_gap(lines: list[str], width: int) -> int:
    """Return how many empty lines stand between two lines of a sentence: pages may be set with double spacing."""
    gaps: Counter[int] = Counter()
    before, gap = "", 0
    for line in lines:
        words = line.strip()
        if not words:
            gap += 1
            continue
        if len(before) >= 0.8 * width and not _ENDS.search(before):
            gaps[gap] += 1
        before, gap = words, 0
    return gaps.most_common(1)[0][0] if gaps.total() > 2 else 0


def _begins(words: str, before: str, width: int) -> bool:
    """Whether a paragraph begins with this line, of which the line before tells as much as the line itself."""
    if _NUMBERED.match(words) or _LETTERED.match(words):
        return True
    if is_heading(words) or is_heading(before):
        return True
    return len(before) < width * (0.85 if _ENDS.search(before) else 0.55)


def _continued(paragraph: str, words: str) -> str:
    if _BROKEN_WORD.search(paragraph) and words[:1].islower():
        return paragraph[:-1] + words
    return f"{paragraph} {words}" if paragraph else words


def is_heading(words: str) -> bool:
    """Whether a line is short and in capitals, as headings of judgments are."""
    letters = [sign for sign in words if sign.isalpha()]
    return len(words) <= _MAX_HEADING and len(letters) >= 4 and all(sign.isupper() for sign in letters)
