"""Whatever the text: it is set or refused, nothing in it is active, and no word of it is lost."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from caselaw.codes import Code
from caselaw.markdown import Text, render_text
from caselaw.problems import Place, Problem, Problems

PATH = "content/cases/sc/a.md"
TAGS = frozenset("a blockquote br code em hr li ol p section strong sup table tbody td th thead tr ul".split())
ATTRIBUTES = frozenset({"href", "rel", "role", "id", "class", "value"})
ADDRESS = re.compile(r"https?://\S+|mailto:\S+|#\S+|(?![a-z][a-z0-9+.-]*:|/)\S+", re.IGNORECASE)

# The marks of Markdown, of HTML and of Python-Markdown's own inside, to be strung together in any order.
MARKS = (
    "[ ] ( ) * ** *** _ __ ____ ` `` < > \\ & | ! : # ## ### - + 1. 2. > >> ^ ' \" ~ = === --- *** [1] [2] [12] [^1] "
    "[^1]: [^a] ]( ](#p1) ](a.html) ](https://x.org) ](javascript:x) ](data:x) <script> </script> <svg/onload=x> "
    "<https://x.org> <a@b.org> &lt; &#106; &colon; javascript: onerror= style= a|b -|- é Đ \u00a0 \u0301 \x02 \x03 "
    "\x0260\x03 klzzwxh:0000 \x00 \ud800 {: .a } [a]: [TOC] http://x.org"
).split(" ")
SPACES = ("\n", "\n\n", "  \n", " ", "    ", "\t", "\r\n", "")
marked_texts = st.lists(st.sampled_from((*MARKS, *SPACES, *SPACES)), max_size=60).map("".join)
any_texts = st.one_of(marked_texts, st.text(), st.tuples(marked_texts, st.text()).map("".join))


def set_text(text: str) -> tuple[Text | None, list[Problem]]:
    problems = Problems()
    return render_text(text, place=Place(PATH, 5), problems=problems), list(problems)


class Elements(HTMLParser):
    """The elements of a piece of HTML, as a browser would see them."""

    def __init__(self, text: Text) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.ids: list[str] = [block.id for block in text.blocks if block.id is not None]
        self.words: list[str] = []
        self.others: list[str] = []
        for block in text.blocks:
            self.feed(block.html)
            self.feed("\n")
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)
        self.addresses.extend(value or "" for name, value in attrs if name == "href")
        self.ids.extend(value or "" for name, value in attrs if name == "id")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def handle_comment(self, data: str) -> None:
        self.others.append(data)

    def handle_decl(self, decl: str) -> None:
        self.others.append(decl)

    def handle_pi(self, data: str) -> None:
        self.others.append(data)


@given(any_texts)
def test_any_text_is_set_or_refused_and_never_an_exception(text: str) -> None:
    result, problems = set_text(text)
    last = 5 + text.count("\n")
    assert all(problem.place.path == PATH and 5 <= problem.place.line <= last for problem in problems)
    assert all(problem.message and problem.help for problem in problems)
    if result is None:
        assert {problem.code for problem in problems} <= {Code.TEXT_EMPTY, Code.TEXT_TOO_COMPLEX}
        assert problems


@given(any_texts)
def test_nothing_in_the_result_is_active(text: str) -> None:
    result, _ = set_text(text)
    if result is None:
        return
    elements = Elements(result)
    assert elements.tags <= TAGS
    assert elements.attributes <= ATTRIBUTES
    assert elements.others == []
    for address in elements.addresses:
        assert ADDRESS.fullmatch(address), address


@given(any_texts)
def test_ids_are_unique_and_keep_to_their_own_names(text: str) -> None:
    result, _ = set_text(text)
    if result is None:
        return
    elements = Elements(result)
    assert len(set(elements.ids)) == len(elements.ids)
    for name in elements.ids:
        assert re.fullmatch(r"h-[a-z0-9-]+|fn-\d+|fnref-\d+(-\d+)?", name)
    assert {address[1:] for address in elements.addresses if address.startswith("#fn")} <= set(elements.ids)


@given(any_texts)
def test_the_numbers_reported_are_the_numbers_of_the_blocks(text: str) -> None:
    result, problems = set_text(text)
    if result is None:
        return
    numbers = tuple(block.number for block in result.blocks if block.kind == "paragraph")
    assert numbers == result.paragraphs
    headings = [(block.id, block.level) for block in result.blocks if block.kind == "heading"]
    assert headings == [(heading.id, heading.level) for heading in result.headings]
    faults = {problem.code for problem in problems} & {Code.PARAGRAPH_TWICE, Code.PARAGRAPH_ORDER}
    assert bool(faults) == (list(numbers) != sorted({n for n in numbers if n is not None}))


@given(any_texts)
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert set_text(text) == set_text(text)


@given(st.lists(st.one_of(st.sampled_from((*MARKS, *SPACES, *SPACES)), st.integers(100, 999)), max_size=60))
def test_no_word_is_lost_without_a_problem(parts: list[str | int]) -> None:
    words = [f"w{part}w" for part in parts if isinstance(part, int)]
    text = "".join(f"w{part}w" if isinstance(part, int) else part for part in parts)
    result, problems = set_text(text)
    if result is None or any(problem.code in (Code.FOOTNOTE, Code.TABLE_ROW) for problem in problems):
        return
    elements = Elements(result)
    shown = "".join(elements.words) + " ".join(elements.addresses)
    for word in words:
        # The title of a link and the label of a footnote are not shown.
        assert word in shown or re.search(rf'"[^"]*{word}|\[\^[^\]\s]*{word}', text), word


@given(st.text(st.characters(exclude_categories=["C", "Z"], exclude_characters="[*_`\\<>#&|+-"), min_size=1))
def test_a_word_without_marks_stands_as_it_is(word: str) -> None:
    result, problems = set_text(f"a{word}")
    assert problems == []
    assert result is not None
    assert [html.unescape(block.html) for block in result.blocks] == [f"<p>a{word}</p>"]
