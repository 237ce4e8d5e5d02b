"""The checker of markup, which must not pass what is wrong."""

from __future__ import annotations

import pytest

from tests.markup import faults_of

SOUND = (
    '<!doctype html>\n<html lang="sr-Latn">\n<head><title>T</title></head>\n<body>\n<main>{}</main>\n</body>\n</html>\n'
)

MISTAKES = {
    "<h1>A</h1><p>One<div>two</div></p>": ["line 5: <div> in <p>"],
    "<h1>A</h1><ul><p>One</p></ul>": ["line 5: <p> in <ul>"],
    "<h1>A</h1><ul>One</ul>": ["line 5: text in <ul>: One"],
    "<h1>A</h1><dl><div><dt>a</dt><dd>b</dd></div></dl>": [],
    "<h1>A</h1><div><dt>a</dt></div>": ["line 5: <dt> in <div>"],
    "<h1>A</h1><p><b>One</p></b>": ["line 5: </p> closes <b>", "line 5: </b> closes <main>"],
    '<h1>A</h1><p><a href="b.html"><button>Go</button></a></p>': ["line 5: <button> in a link or button"],
    '<h1>A</h1><p><a href="b c.html">Go</a></p>': ["line 5: href=b c.html is no address"],
    '<h1>A</h1><p id="x"></p><p id="x"></p>': ["line 8: the id x stands 2 times"],
    '<h1>A</h1><p aria-labelledby="y"></p>': ['line 8: aria-labelledby="y" refers to nothing'],
    '<h1>A</h1><p lang="serbian">A</p>': ['line 5: "serbian" is no language'],
    '<h1>A</h1><p align="left">A</p>': ["line 5: unknown attribute align on <p>"],
    '<h1>A</h1><p class="a" class="b">A</p>': ["line 5: class twice on <p>"],
    "<h1>A</h1><center>A</center>": ["line 5: <center> in <main>"],
    '<h1>A</h1><p><img src="a.png"></p>': ["line 5: <img> without alt"],
    "<p>A</p>": ["line 8: 0 times <h1>"],
    "<h1>A</h1><section>": ["line 5: </main> closes <section>"],
}


@pytest.mark.parametrize("markup", MISTAKES)
def test_a_mistake_is_named_with_its_line(markup: str) -> None:
    assert faults_of(SOUND.format(markup)) == MISTAKES[markup]


def test_a_page_begins_with_its_doctype() -> None:
    assert faults_of('<html lang="en"></html>') == ["line 1: no doctype"]
