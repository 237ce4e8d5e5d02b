"""Links from the library's own texts to cases: kept, or plain words where the case is not public."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from caselaw.checks import Case
from caselaw.pages import build_pages
from caselaw.pipeline import Request, read_library
from caselaw.problems import Problems
from caselaw.text_links import link_texts
from tests.project import ROOT
from tests.sample_library import (
    SampleLibrary,
    as_file,
    make_case,
    make_catalogue,
    make_text,
    said,
)

if TYPE_CHECKING:
    from pathlib import Path

    from caselaw.pages.context import Library

HIDDEN = {
    "draft": {"status": "draft"},
    "withdrawn": {"status": "withdrawn", "reason": "Names had to be removed."},
    "embargoed": {"status": "published", "embargo_until": "2030-01-01"},
}


def linked(body: str, *cases: Case) -> tuple[str, list[str]]:
    """Return the HTML that a text has in a library, and the first line of all that is said."""
    problems, catalogue = Problems(), make_catalogue(*cases)
    hidden, ids = [case for case in cases if case.id not in catalogue.by_id], frozenset(case.id for case in cases)
    text = make_text("help", "Help", body)
    (found,) = link_texts({"help": (text,)}, catalogue, hidden, ids, (), problems)["help"]
    return "".join(block.html for block in found.text.blocks), [line.split("\n")[0] for line in said(problems)]


@pytest.mark.parametrize("status", HIDDEN)
def test_a_link_to_a_case_that_is_not_public_becomes_its_words(status: str) -> None:
    case = make_case("a", publication=HIDDEN[status])
    html, lines = linked("See [the *case*](cases/a.html#p99) & [more](https://example.org/).", case)
    assert html.startswith('<p>See the <em>case</em> &amp; <a href="https://example.org/"')
    assert [line.partition("] ")[0] for line in lines] == ["content/pages/help.md:1:1: notice[C114"]


@pytest.mark.parametrize(
    "address",
    ["cases/a.html", "./cases/a.html#p2", "../en/cases/a.html#p1", "cases/a.html#charges", "cases/index.html"],
)
def test_a_link_to_what_is_there_stays_as_it_is(address: str) -> None:
    html, lines = linked(f"See [it]({address}).", make_case("a"))
    assert (html, lines) == (f'<p>See <a href="{address}">it</a>.</p>', [])


def test_links_in_lists_tables_headings_and_notes_are_seen() -> None:
    link = "[it](cases/a.html#p1)"
    body = f"## On {link}\n\n- {link}\n\n| A |\n|---|\n| {link} |\n\nText.[^1]\n\n[^1]: {link}\n"
    html, _ = linked(body, make_case("a", publication=HIDDEN["withdrawn"]))
    assert "cases/" not in html
    assert html.count("it") == 4


def test_a_case_whose_own_file_is_at_fault_has_no_echo_in_the_texts_that_link_to_it() -> None:
    problems = Problems()
    texts = {"help": (make_text("help", "Help", "See [it](cases/faulty.html)."),)}
    link_texts(texts, make_catalogue(), (), frozenset({"faulty"}), (), problems)
    assert said(problems) == []


def test_a_case_without_numbered_paragraphs_is_linked_to_as_a_whole() -> None:
    problems, catalogue = Problems(), make_catalogue(make_case("a", "A text without numbers.\n"))
    texts = {"help": (make_text("help", "Help", "See [it](cases/a.html#p1)."),)}
    link_texts(texts, catalogue, (), frozenset({"a"}), (), problems)
    (line,) = said(problems)
    assert "error[C116]" in line
    assert line.endswith("link to the case without # and what follows, as its paragraphs have no numbers")


def test_withdrawing_a_case_is_published_although_texts_link_to_it(tmp_path: Path) -> None:
    library, problems = SampleLibrary(tmp_path), Problems()
    fields = {"title": "Consent", "description": "On consent.", "language": "en"}
    sources = {"sources": [{"url": "https://treaty.example/text", "title": "Treaty"}]}
    library.write("content/topics/consent.md", as_file({**fields, **sources}, "See\n[it](../../cases/a.html#p1)."))
    library.write("content/pages/help.md", as_file(fields, "See [it](cases/a.html#p1)."))
    library.add("a")
    library.build()
    assert 'cases/a.html#p1">it</a>' in (library.output / "en/topics/consent/index.html").read_text(encoding="utf-8")

    library.add("a", publication=HIDDEN["withdrawn"])
    assert library.try_build(problems), said(problems)
    assert "cases/a.html" not in (library.output / "en/topics/consent/index.html").read_text(encoding="utf-8")
    source = (library.root / "content/topics/consent.md").read_text(encoding="utf-8").split("\n")
    line = source.index("[it](../../cases/a.html#p1).") + 1
    told = [problem for problem in problems if problem.place.path.startswith("content/topics")]
    assert [
        (problem.place.path, problem.place.line, problem.place.column, str(problem.severity)) for problem in told
    ] == [("content/topics/consent.md", line, 6, "notice")]


# ------------------------------------------------------------------------------------------------ the real content


@pytest.fixture(scope="module")
def real() -> Library:
    problems = Problems()
    library = read_library(Request(ROOT / "site_config.yaml", datetime.now(UTC).date().isoformat()), problems)
    assert library, said(problems)
    return library


def links_of(library: Library) -> list[str]:
    """Return the id of the case for each link from a text of the library's own."""
    texts = [text for versions in (*library.texts.values(), *library.topic_texts.values()) for text in versions]
    html = "\n".join(block.html for text in texts for block in text.text.blocks)
    return re.findall(r'<a href="[^"]*cases/([^"/]+)\.html[^"]*"', html)


def without(library: Library, hidden: frozenset[str]) -> tuple[Library, Problems]:
    """Return a library in which some of the public cases are not, and what is said of that."""
    problems, catalogue = Problems(), library.catalogue
    cases = [case for case in catalogue.cases if case.id in hidden]
    rest = replace(catalogue, by_id={key: case for key, case in catalogue.by_id.items() if key not in hidden})
    ids = frozenset(catalogue.by_id)
    texts, topic_texts = (
        link_texts(found, rest, cases, ids, (), problems) for found in (library.texts, library.topic_texts)
    )
    return replace(library, texts=texts, topic_texts=topic_texts), problems


def test_each_case_that_the_real_texts_link_to_can_be_withdrawn_or_put_under_embargo(real: Library) -> None:
    links = links_of(real)
    assert links
    for case in sorted(set(links)):
        library, problems = without(real, frozenset({case}))
        assert links_of(library) == [other for other in links if other != case]
        assert problems.errors == 0
        assert len(problems) > 0


def test_pages_are_built_where_none_of_the_cases_that_texts_link_to_is_public(real: Library) -> None:
    library, problems = without(real, frozenset(links_of(real)))
    assert links_of(library) == []
    assert problems.errors == 0
    assert list(build_pages(library))
