"""The gate behind the stage: what is found in the pages, where, and in which words."""

from __future__ import annotations

from pathlib import Path

import pytest

from caselaw.links import check_links
from caselaw.problems import Problems


def check(stage: Path, pages: dict[str, str], base_path: str = "/") -> list[str]:
    """Write the pages into the stage and return what the check says of them."""
    for path, content in pages.items():
        file = stage / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")
    problems = Problems()
    check_links(stage, base_path, problems)
    return [str(problem) for problem in problems]


SITE = {
    "index.html": '<a href="en/index.html">English</a>',
    "en/index.html": '<h1 id="home">Home</h1>',
    "en/courts/index.html": "",
    "en/cases/medicus.html": '<p id="p1">a</p><p id="p2">b</p>',
    "static/site.css": "",
    "static/a b.png": "",
}


def fault(tmp_path: Path, markup: str) -> list[str]:
    """Return what is said of some markup in the page en/about.html, without the name of the page."""
    said = check(tmp_path, {**SITE, "en/about.html": markup})
    assert all(line.startswith("en/about.html:") for line in said)
    return [line.removeprefix("en/about.html:") for line in said]


@pytest.mark.parametrize(
    "markup",
    [
        '<a href="index.html">a</a>',
        '<a href="index.html#home">a</a>',
        '<a href="./courts/../index.html">a</a>',
        '<a href="cases/medicus.html#p2">a</a>',
        '<a href="cases/medicus.html?highlight=x#p2">a</a>',
        '<a href="cases/medicus.html#top">a</a>',
        '<a href="cases/medicus.html#">a</a>',
        '<a href="cases%2Fmedicus.html#%70%31">a</a>',
        '<a href="#">a</a><a href="#top">b</a><a href="#c">c</a><p id="c">',
        '<a href="#žrtve">a</a><a href="#%C5%BErtve">b</a><p id="žrtve">',
        '<a href="?q=a&amp;b=c">a</a>',
        '<link rel="stylesheet" href="../static/site.css">',
        '<img src="../static/a%20b.png" srcset="../static/a%20b.png 1x, ../static/a%20b.png 2x">',
        '<img src="data:image/png;base64,AAAA"><link rel="icon" href="data:,">',
        '<form action="index.html"><button formaction="index.html">a</button></form>',
        '<meta http-equiv="refresh" content="0; url=index.html">',
        '<meta content="0;url=&quot;index.html&quot;" http-equiv="Refresh">',
        '<a href="https://x.org/a#b">a</a><a href="HTTP://x.org">b</a><a href="mailto:a@x.org">c</a>',
        '<link rel="canonical" href="https://x.org/en/about.html">',
        "<script>document.write('<a href=\"nowhere.html\">')</script>",
        '<!-- <a href="nowhere.html"> -->',
        "<a>no link</a><a name=x>b</a>",
        '<meta name="description" content="nowhere.html">',
    ],
)
def test_these_links_are_in_order(tmp_path: Path, markup: str) -> None:
    assert fault(tmp_path, markup) == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        (
            '<a href="cases/nobody.html">a</a>',
            'error[L101] the link "cases/nobody.html" leads nowhere: there is no en/cases/nobody.html\n'
            "    help: correct it, or add what it names",
        ),
        (
            '<script src="../static/js/search.js"></script>',
            'error[L101] the link "../static/js/search.js" leads nowhere: there is no static/js/search.js\n'
            "    help: correct it, or add what it names",
        ),
        (
            '<form action="search.html">',
            'error[L101] the link "search.html" leads nowhere: there is no en/search.html\n'
            "    help: correct it, or add what it names",
        ),
        (
            '<meta http-equiv="refresh" content="0; URL=gone.html">',
            'error[L101] the link "gone.html" leads nowhere: there is no en/gone.html\n'
            "    help: correct it, or add what it names",
        ),
        (
            '<img src="../static/a%20b.png" srcset="../static/c.png 2x">',
            'error[L101] the link "../static/c.png" leads nowhere: there is no static/c.png\n'
            "    help: correct it, or add what it names",
        ),
        (
            '<a href="Cases/medicus.html">a</a>',
            'error[L101] the link "Cases/medicus.html" is not spelled as its file\n'
            "    help: write the same capitals as in en/cases/medicus.html",
        ),
        (
            '<a href="courts/">a</a>',
            'error[L101] the link "courts/" leads to a folder\n    help: write the file: courts/index.html',
        ),
        (
            '<a href="courts?a#b">a</a>',
            'error[L101] the link "courts?a#b" leads to a folder\n    help: write the file: courts/index.html',
        ),
        (
            '<a href="..">a</a>',
            'error[L101] the link ".." leads to a folder\n    help: write the file: ../index.html',
        ),
        (
            '<a href="index.html/">a</a>',
            'error[L101] the link "index.html/" has a / behind the file\n    help: remove it',
        ),
        (
            '<a href="../../index.html">a</a>',
            'error[L101] the link "../../index.html" leads out of the site\n'
            "    help: link to a file of the site, or to https://",
        ),
        ("<a href>a</a>", "error[L101] a link has no address\n    help: write one, or # for the top of the page"),
        ('<a href=" ">a</a>', "error[L101] a link has no address\n    help: write one, or # for the top of the page"),
        (
            '<a href="cases\\medicus.html">a</a>',
            'error[L101] the link "cases\\medicus.html" has a backslash\n    help: write / instead',
        ),
        (
            '<a href="cases/medicus.html#p3">a</a>',
            'error[L102] the link "cases/medicus.html#p3" leads to no place: en/cases/medicus.html has no id "p3"\n'
            "    help: correct what follows the #, or number the paragraph that it names",
        ),
        (
            '<a href="#p3">a</a>',
            'error[L102] the link "#p3" leads to no place: en/about.html has no id "p3"\n'
            "    help: correct what follows the #, or number the paragraph that it names",
        ),
        (
            '<a href="/en/index.html">a</a>',
            'error[L103] the link "/en/index.html" begins with /, which leads nowhere in a copied folder\n'
            "    help: link relative to the page, such as ../about.html",
        ),
        (
            '<a href="//x.org/a">a</a>',
            'error[L103] the link "//x.org/a" begins with //\n    help: write https:// instead',
        ),
        (
            '<p id="a"><b id="a">',
            'error[L104] the id "a" stands here a second time; the first is in line 3\n'
            "    help: give each element of a page an id of its own",
        ),
        (
            '<a href="javascript:alert(1)">a</a>',
            'error[L105] the link "javascript:alert(1)" begins with javascript:, which is not allowed\n'
            "    help: link to https:, http: or mailto:, or to a file of the site",
        ),
        (
            '<a href=" java&#10;script:alert(1)">a</a>',
            'error[L105] the link "javascript:alert(1)" begins with javascript:, which is not allowed\n'
            "    help: link to https:, http: or mailto:, or to a file of the site",
        ),
        (
            '<a href="file:///C:/a.html">a</a>',
            'error[L105] the link "file:///C:/a.html" begins with file:, which is not allowed\n'
            "    help: link to https:, http: or mailto:, or to a file of the site",
        ),
        (
            '<a href="data:text/html,a">a</a>',
            'error[L105] the link "data:text/html,a" begins with data:, which is not allowed\n'
            "    help: link to https:, http: or mailto:, or to a file of the site",
        ),
        (
            '<script src="data:text/javascript,a"></script>',
            'error[L105] the link "data:text/javascript,a" begins with data:, which is not allowed\n'
            "    help: link to https:, http: or mailto:, or to a file of the site",
        ),
        (
            '<link rel="preload stylesheet" href="https://x.org/a.css">',
            'error[L106] "https://x.org/a.css" is loaded from another site\n'
            "    help: put the file into static/ and load it from there",
        ),
        (
            '<img src="https://x.org/a.png">',
            'error[L106] "https://x.org/a.png" is loaded from another site\n'
            "    help: put the file into static/ and load it from there",
        ),
    ],
)
def test_a_fault_is_reported_where_it_stands(tmp_path: Path, markup: str, expected: str) -> None:
    column = 3 if "L104" not in expected else 3 + len('<p id="a">')
    assert fault(tmp_path, f"<!doctype html>\n<p>\n  {markup}") == [f"3:{column}: {expected}"]


def test_all_faults_of_all_pages_are_reported_in_one_run(tmp_path: Path) -> None:
    said = check(tmp_path, {"a.html": '<a href="x.html"><a href="y.html">', "b/c.html": '<a href="../a.html#z">'})
    assert [line.split(" ")[0] + line.split(" ")[1] for line in said] == [
        "a.html:1:1:error[L101]",
        "a.html:1:18:error[L101]",
        "b/c.html:1:1:error[L102]",
    ]


def test_only_pages_are_read_and_anchors_of_other_files_are_left_alone(tmp_path: Path) -> None:
    pages = {"a.html": '<a href="b.pdf#page=3">', "b.pdf": '<a href="nowhere.html">', "search/en/c.js": "<a href=d>"}
    assert check(tmp_path, pages) == []


def test_a_page_that_is_not_utf8_does_not_stop_the_check(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b'\xff\xfe<a href="b.html">')
    assert check(tmp_path, {}) == [
        'a.html:1:3: error[L101] the link "b.html" leads nowhere: there is no b.html\n'
        "    help: correct it, or add what it names"
    ]


def test_an_empty_stage_has_no_faults(tmp_path: Path) -> None:
    assert check(tmp_path, {}) == []


# The 404 page


@pytest.mark.parametrize("base_path", ["/library/", "/library", "library"])
def test_links_of_the_404_page_begin_with_the_base_path(tmp_path: Path, base_path: str) -> None:
    page = (
        '<a href="/library/en/index.html#home"><link rel="icon" href="/library/static/a%20b.png"><a href="#x" id="x">'
    )
    assert check(tmp_path, {**SITE, "404.html": page}, base_path) == []


def test_the_base_path_may_be_the_root(tmp_path: Path) -> None:
    assert check(tmp_path, {**SITE, "404.html": '<a href="/en/index.html">'}, "/") == []
    assert check(tmp_path, {**SITE, "404.html": '<a href="/en/index.html">'}, "") == []


def test_other_links_of_the_404_page_are_reported(tmp_path: Path) -> None:
    page = '<a href="en/index.html">\n<a href="/en/index.html">\n<a href="/library/en/gone.html">\n<a href="/library/">'
    assert check(tmp_path, {**SITE, "404.html": page}, "/library/") == [
        '404.html:1:1: error[L103] the link "en/index.html" of the 404 page does not begin with /library/\n'
        "    help: begin it with /library/: the server shows this page under any address",
        '404.html:2:1: error[L103] the link "/en/index.html" of the 404 page does not begin with /library/\n'
        "    help: begin it with /library/: the server shows this page under any address",
        '404.html:3:1: error[L101] the link "/library/en/gone.html" leads nowhere: there is no en/gone.html\n'
        "    help: correct it, or add what it names",
        '404.html:4:1: error[L101] the link "/library/" leads to a folder\n'
        "    help: write the file: /library/index.html",
    ]


def test_a_404_page_in_a_language_folder_is_a_page_like_any_other(tmp_path: Path) -> None:
    assert check(tmp_path, {**SITE, "en/404.html": '<a href="index.html">'}) == []
