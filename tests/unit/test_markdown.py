"""The text of a case: what Markdown means here, what is refused, and in which words."""

from __future__ import annotations

import pytest

from caselaw.markdown import Heading, Text, TextBlock, limits, render_text
from caselaw.markdown.address import SANITISER
from caselaw.problems import Place, Problems


def render(text: str) -> tuple[Text | None, list[str]]:
    """Set a text that begins in line 10 of its file."""
    problems = Problems()
    result = render_text(text, place=Place("content/cases/sc/a.md", 10), problems=problems)
    return result, [str(problem) for problem in problems]


def blocks(text: str) -> list[TextBlock]:
    result, problems = render(text)
    assert problems == []
    assert result is not None
    return list(result.blocks)


def html(text: str) -> str:
    return "\n".join(block.html for block in blocks(text))


def faults(text: str) -> list[str]:
    """Return the problems without the path, which is the same in all of them."""
    return [problem.removeprefix("content/cases/sc/a.md:") for problem in render(text)[1]]


# Paragraphs


def test_a_number_in_brackets_makes_a_numbered_paragraph() -> None:
    result, problems = render("[1] The *first*.\n\n[2] The second.\n")
    assert problems == []
    assert result == Text(
        blocks=(
            TextBlock("paragraph", "The <em>first</em>.", number=1),
            TextBlock("paragraph", "The second.", number=2),
        ),
        paragraphs=(1, 2),
        headings=(),
    )


def test_a_paragraph_without_a_number_is_a_whole_element() -> None:
    assert blocks("Plain\nwords.") == [TextBlock("other", "<p>Plain\nwords.</p>")]


def test_a_number_directly_below_a_heading_is_a_paragraph() -> None:
    assert [(block.kind, block.number) for block in blocks("## Facts\n[1] a\n## Law\n[2] b")] == [
        ("heading", None),
        ("paragraph", 1),
        ("heading", None),
        ("paragraph", 2),
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("[12] The court", "The court"),
        ("  [12]  The court", "The court"),
        ("[12]\nThe court", "The court"),
        ("[12]: The court", "The court"),
        ("[12]The court", "The court"),
        ("[12] “The court”", "“The court”"),
        ("[12]“The court”", "“The court”"),
        ("[12]: http://example.org", "http://example.org"),
    ],
)
def test_these_are_paragraph_twelve(line: str, expected: str) -> None:
    assert blocks(line) == [TextBlock("paragraph", expected, number=12)]


@pytest.mark.parametrize(
    "line",
    [
        "[12a] x",
        "[0] x",
        "[012] x",
        "[123456] x",
        "[١٢] x",
        "[12], [13] and [14] x",
        "[12](a) x",
        "[12]–[14] x",
        "12. x",
    ],
)
def test_these_are_no_paragraph_numbers(line: str) -> None:
    result, problems = render(line)
    assert problems == []
    assert result is not None
    assert result.paragraphs == ()


def test_an_escaped_number_is_text() -> None:
    assert blocks("\\[2019] UKSC 12 was followed.") == [TextBlock("other", "<p>[2019] UKSC 12 was followed.</p>")]


def test_a_number_within_a_sentence_a_list_or_a_quotation_is_text() -> None:
    text = "[1] See [12] and\n[14] above.\n\n- [2] a\n\n    [2] b\n\n> [3] c"
    result, problems = render(text)
    assert problems == []
    assert result is not None
    assert result.paragraphs == (1,)
    assert [block.html for block in result.blocks] == [
        "See [12] and\n[14] above.",
        "<ul><li><p>[2] a</p><p>[2] b</p></li></ul>",
        "<blockquote><p>[3] c</p></blockquote>",
    ]


def test_an_extract_may_start_anywhere_and_leave_numbers_out() -> None:
    result, problems = render("[272] a\n\n[280] b")
    assert problems == []
    assert result is not None
    assert result.paragraphs == (272, 280)


def test_a_paragraph_numbered_twice_is_reported_where_it_stands() -> None:
    assert faults("[1] a\n\n[2] b\n\n\n[1] c\n\n[3] d") == [
        "15:1: error[T102] paragraph [1] stands here a second time; the first is in line 10\n"
        "    help: give each paragraph a number of its own: it is the address by which it is cited"
    ]


def test_a_paragraph_out_of_order_is_reported_once() -> None:
    assert faults("[1] a\n\n[9] b\n\n[3] c\n\n[4] d") == [
        "14:1: error[T103] paragraph [3] comes after paragraph [9]\n"
        "    help: number the paragraphs in ascending order; if [3] is no paragraph number, write \\[3]"
    ]


def test_a_forgotten_empty_line_is_reported_and_the_paragraph_counts() -> None:
    result, problems = render("[1] a\n[2] b\n\n[3] c")
    assert problems == [
        "content/cases/sc/a.md:11:1: error[T105] no empty line stands above paragraph [2]\n"
        "    help: put an empty line above it; if [2] is no paragraph number but a reference, write \\[2]"
    ]
    assert result is not None
    assert result.paragraphs == (1, 2, 3)


def test_a_forgotten_empty_line_is_reported_below_a_list_too() -> None:
    assert faults("[1] a\n\n- b\n[2] c") == [
        "13:1: error[T105] no empty line stands above paragraph [2]\n"
        "    help: put an empty line above it; if [2] is no paragraph number but a reference, write \\[2]"
    ]


def test_a_paragraph_without_text_is_reported() -> None:
    assert faults("[1]\n\n[2] b") == [
        "10:1: error[T101] paragraph [1] has no text\n    help: write its text behind the number: [1] …"
    ]


@pytest.mark.parametrize("text", ["", " \n\t\n", "---\n", "\u00a0"])
def test_an_empty_text_is_reported(text: str) -> None:
    result, problems = render(text)
    assert result is None
    assert problems == [
        "content/cases/sc/a.md:10:1: error[T101] the text is empty\n"
        "    help: write it below the fields, one paragraph after the other, each with its number in brackets: [1] …"
    ]


def test_lines_are_counted_whatever_stands_above() -> None:
    text = "# T\n\n| a | b |\n|---|---|\n| c | d |\n\n- a\n  - b\n\n\n> q\n\n[^1]: n\n\n[1] a[^1]\n\n[1] b"
    assert faults(text)[0].startswith("26:1: error[T102]")
    assert "the first is in line 24" in faults(text)[0]


# Headings


def test_headings_have_stable_ids_and_go_into_the_outline() -> None:
    result, _ = render("## Facts\n\na\n\n### The *recruitment* & transfer[^1]\n\n## Facts\n\n## Facts 2\n\n[^1]: x")
    assert result is not None
    assert result.headings == (
        Heading("Facts", "h-facts", 2),
        Heading("The recruitment & transfer", "h-the-recruitment-transfer", 3),
        Heading("Facts", "h-facts-2", 2),
        Heading("Facts 2", "h-facts-2-2", 2),
    )
    assert [(block.id, block.level) for block in result.blocks if block.kind == "heading"] == [
        (heading.id, heading.level) for heading in result.headings
    ]
    assert result.blocks[2].html == (
        'The <em>recruitment</em> &amp; transfer<sup id="fnref-1"><a href="#fn-1" role="doc-noteref">1</a></sup>'
    )


@pytest.mark.parametrize(
    ("heading", "expected"),
    [
        ("P12", "h-p12"),
        ("Fn 1", "h-fn-1"),
        ("main", "h-main"),
        ("Ekstradimi në Kosovë – çështje", "h-ekstradimi-ne-kosove-ceshtje"),
        ("Đorđević protiv Hrvatske: žrtve", "h-dordevic-protiv-hrvatske-zrtve"),
        ("Пресуда", "h-section"),
        ("§", "h-section"),
        ("The victim's and the victims’ rights", "h-the-victims-and-the-victims-rights"),
        ("word " * 40, "h-" + "word-" * 11 + "word"),
        ("Closed ##", "h-closed"),
        ("In C#", "h-in-c"),
    ],
)
def test_ids_of_headings_collide_with_no_other_ids(heading: str, expected: str) -> None:
    assert next(block.id for block in blocks(f"## {heading}\n\na")) == expected


def test_headings_without_letters_are_told_apart() -> None:
    assert [block.id for block in blocks("# Један\n# Два\n# Три")] == ["h-section", "h-section-2", "h-section-3"]


@pytest.mark.parametrize(
    ("marks", "levels"),
    [
        ("# ## ###", [2, 3, 4]),
        ("## ### ##", [2, 3, 2]),
        ("### ### ##", [2, 2, 2]),
        ("# #### ## ######", [2, 3, 3, 4]),
        ("# ## ### #### ##### ######", [2, 3, 4, 5, 6, 6]),
    ],
)
def test_the_topmost_heading_is_below_the_page_title_and_no_level_is_skipped(marks: str, levels: list[int]) -> None:
    text = "\n".join(f"{mark} a" for mark in marks.split())
    assert [block.level for block in blocks(text)] == levels


@pytest.mark.parametrize("line", ["#5 on the list", "#", "## ", "####### a", "Title\n====="])
def test_these_are_no_headings(line: str) -> None:
    assert [block.kind for block in blocks(f"{line}\n\na")] == ["other", "other"]


# Lists, quotations, tables


def test_a_list_may_follow_its_sentence_without_an_empty_line() -> None:
    assert html("[1] The court held:\n- that a\n- that b") == (
        "The court held:\n<ul><li>that a</li><li>that b</li></ul>"
    )


def test_a_line_that_begins_with_a_year_is_no_list() -> None:
    assert html("[1] decided on 3 May\n2013. The accused") == "decided on 3 May\n2013. The accused"


def test_numbers_of_list_items_are_kept_as_written() -> None:
    assert html("3. a\n5. b\n\n    c\n\n5. d") == (
        '<ol><li value="3">a</li><li value="5"><p>b</p><p>c</p></li><li value="5"><p>d</p></li></ol>'
    )


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_nested_lists_are_understood_at_any_usual_indentation(indent: str) -> None:
    assert html(f"- a\n{indent}- b\n{indent}- c\n- d") == ("<ul><li>a<ul><li>b</li><li>c</li></ul></li><li>d</li></ul>")


def test_paragraphs_and_further_items_belong_to_their_list() -> None:
    assert html("1. a\n\n   b\n2. c\n   - d\n\n     e\n\nf") == (
        '<ol><li value="1"><p>a</p><p>b</p></li><li value="2"><p>c</p><ul><li><p>d</p><p>e</p></li></ul></li></ol>\n'
        "<p>f</p>"
    )


def test_lists_of_two_kinds_are_two_lists() -> None:
    assert html("- a\n1. b\n\n- c") == '<ul><li>a</li></ul>\n<ol><li value="1">b</li></ol>\n<ul><li>c</li></ul>'


def test_a_quotation_ends_a_paragraph_and_may_hold_several() -> None:
    assert html("a\n> b\n> c\n>\n> - d\n\ne") == (
        "<p>a</p>\n<blockquote><p>b\nc</p><ul><li>d</li></ul></blockquote>\n<p>e</p>"
    )


def test_a_table_is_a_table_without_attributes() -> None:
    assert html("| Charge | Years |\n|:--|--:|\n| 139 | *8* |\n| a \\| b |") == (
        "<table><thead><tr><th>Charge</th><th>Years</th></tr></thead>"
        "<tbody><tr><td>139</td><td><em>8</em></td></tr><tr><td>a | b</td><td></td></tr></tbody></table>"
    )


def test_a_table_may_follow_its_sentence() -> None:
    assert [block.kind for block in blocks("[1] As follows:\na | b\n- | -\nc | d")] == ["paragraph", "other"]


def test_a_row_with_more_cells_than_the_heading_is_reported() -> None:
    assert faults("a | b\n-|-\nc | d\ne | f | g") == [
        "13:1: error[T108] this row of the table has more cells than its heading\n"
        "    help: add a column to the heading and to the line below it; write \\| for a bar within a cell"
    ]


def test_indented_text_is_no_code() -> None:
    assert html("a\n\n      b") == "<p>a</p>\n<p>b</p>"


def test_a_line_of_hyphens_is_a_rule_even_below_text() -> None:
    assert html("a\n---\nb") == "<p>a</p>\n<hr>\n<p>b</p>"


# Within a line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* **b** ***c*** _d_", "<em>a</em> <strong>b</strong> <strong><em>c</em></strong> <em>d</em>"),
        ("**a *b* c**", "<strong>a <em>b</em> c</strong>"),
        ("snake_case_word", "snake_case_word"),
        ("born ____ in ________, *****", "born ____ in ________, *****"),
        ("`a * b` and `<i>`", "<code>a * b</code> and <code>&lt;i&gt;</code>"),
        ("\\*a\\* \\\\ \\[x](b.html) \\`c\\`", "*a* \\ [x](b.html) `c`"),
        ("a  \nb", "a<br>b"),
        ("5 < 6 & 7 > 2", "5 &lt; 6 &amp; 7 &gt; 2"),
        ("&sect; 5 &lt;b&gt; &bogus;", "§ 5 &lt;b&gt; &amp;bogus;"),
        ("“Kosovo*” and 2 * 3 or 2*3*4", "“Kosovo*” and 2 * 3 or 2*3*4"),
        ("Kosovo*, then (Kosovo*), Kosovo*-wide", "Kosovo*, then (Kosovo*), Kosovo*-wide"),
        ("in Kosovo* (*Medicus*) and Kosovo*.", "in Kosovo* (<em>Medicus</em>) and Kosovo*."),
        ("(*Siliadin*’s) “**first**”, *second*.", "(<em>Siliadin</em>’s) “<strong>first</strong>”, <em>second</em>."),
    ],
)
def test_marks_within_a_line(text: str, expected: str) -> None:
    assert html(text) == f"<p>{expected}</p>"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[a *b*](https://x.org/y_z_)", '<a href="https://x.org/y_z_" rel="noopener noreferrer">a <em>b</em></a>'),
        ("[a](https://x.org/?b=1&c=2)", '<a href="https://x.org/?b=1&amp;c=2" rel="noopener noreferrer">a</a>'),
        ("[a](https://x.org/?b=1&amp;c=2)", '<a href="https://x.org/?b=1&amp;c=2" rel="noopener noreferrer">a</a>'),
        ("[a](https://x.org/A_(b))", '<a href="https://x.org/A_(b)" rel="noopener noreferrer">a</a>'),
        ("[a [2005] b](https://x.org)", '<a href="https://x.org" rel="noopener noreferrer">a [2005] b</a>'),
        ('[a](https://x.org "title")', '<a href="https://x.org" rel="noopener noreferrer">a</a>'),
        ("[a](https://x.org/b\\_c)", '<a href="https://x.org/b_c" rel="noopener noreferrer">a</a>'),
        ("[a](http://x.org:80/@b)", '<a href="http://x.org:80/@b" rel="noopener noreferrer">a</a>'),
        ("[a](mailto:b@x.org)", '<a href="mailto:b@x.org" rel="noopener noreferrer">a</a>'),
        ("<https://x.org/a_b_c>", '<a href="https://x.org/a_b_c" rel="noopener noreferrer">https://x.org/a_b_c</a>'),
        ("<b@x.org>", '<a href="mailto:b@x.org" rel="noopener noreferrer">b@x.org</a>'),
        ("[a](#p12)", '<a href="#p12">a</a>'),
        ("[a](../about.html#x)", '<a href="../about.html#x">a</a>'),
        ("[12](a) and [b](c)", "[12](a) and [b](c)"),
        ("![a](https://x.org/b.png)", "![a](https://x.org/b.png)"),
        ("[a][b] and [c]: d", "[a][b] and [c]: d"),
        (
            "[<https://x.org>](https://y.org)",
            '<a href="https://y.org" rel="noopener noreferrer">&lt;https://x.org&gt;</a>',
        ),
    ],
)
def test_links(text: str, expected: str) -> None:
    assert html(f"See {text}.") == f"<p>See {expected}.</p>"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("JaVaScRiPt:alert(1)", "JaVaScRiPt:alert(1)"),
        ("java&#115;cript:alert(1)", "javascript:alert(1)"),
        ("javascript&colon;alert(1)", "javascript:alert(1)"),
        ("data:text/html,x", "data:text/html,x"),
        ("vbscript:x", "vbscript:x"),
        ("file:///etc/passwd", "file:///etc/passwd"),
        ("ftp://x.org", "ftp://x.org"),
        ("//x.org/a", "//x.org/a"),
        ("/en/about.html", "/en/about.html"),
        ("www.coe.int", "www.coe.int"),
        ("https://", "https://"),
        ("https://user@x.org/", "https://user@x.org/"),
        ("a\\b.html", "a\\b.html"),
        ("view\\-source:x", "view-source:x"),
        ("#", "#"),
    ],
)
def test_an_address_that_cannot_be_linked_stays_text_and_is_reported(address: str, shown: str) -> None:
    result, problems = render(f"One line.\n\nSee\n[a]({address}).")
    assert result is not None
    assert "<a" not in result.blocks[1].html
    assert problems == [
        f'content/cases/sc/a.md:13:1: error[T107] the text cannot link to "{shown}"\n'
        "    help: write the whole address, beginning with https://, http:// or mailto:, or a paragraph such as #p12"
    ]


# Footnotes


def test_footnotes_are_numbered_by_reference_and_lead_back() -> None:
    result = blocks("[1] a[^x] b[^y] c[^x].\n\n[^y]: Second, see[^z].\n[^x]: *First*.\n\n    - more\n\n[^z]: Third")
    assert [block.html for block in result] == [
        'a<sup id="fnref-1"><a href="#fn-1" role="doc-noteref">1</a></sup>'
        ' b<sup id="fnref-2"><a href="#fn-2" role="doc-noteref">2</a></sup>'
        ' c<sup id="fnref-1-2"><a href="#fn-1" role="doc-noteref">1</a></sup>.',
        '<section class="footnotes" role="doc-endnotes"><ol>'
        '<li id="fn-1"><p><em>First</em>.</p><ul><li>more</li></ul>'
        '<p>&nbsp;<a href="#fnref-1" role="doc-backlink">↩\ufe0e</a>'
        '&nbsp;<a href="#fnref-1-2" role="doc-backlink">↩\ufe0e2</a></p></li>'
        '<li id="fn-2"><p>Second, see<sup id="fnref-3"><a href="#fn-3" role="doc-noteref">3</a></sup>.'
        '&nbsp;<a href="#fnref-2" role="doc-backlink">↩\ufe0e</a></p></li>'
        '<li id="fn-3"><p>Third&nbsp;<a href="#fnref-3" role="doc-backlink">↩\ufe0e</a></p></li>'
        "</ol></section>",
    ]


def test_footnotes_within_lists_are_numbered_in_reading_order() -> None:
    result = blocks("- a[^1]\n    - b[^2]\n- c[^3]\n\n[^1]: x\n[^2]: y\n[^3]: z")
    assert [part.split("<")[0] for part in result[0].html.split('role="doc-noteref">')[1:]] == ["1", "2", "3"]


def test_footnotes_that_do_not_fit_their_references_are_reported() -> None:
    assert faults("[1] a[^1]\nb[^2]\n\n[^1]: x\n[^1]: y\n[^3]: z") == [
        "11:1: error[T106] there is no footnote [^2]\n"
        "    help: write it at the end of the text, on a line that begins with [^2]: and has an empty line above",
        "14:1: error[T106] footnote [^1] stands here a second time; the first is in line 13\n"
        "    help: give each footnote a label of its own",
        "15:1: error[T106] no text refers to footnote [^3]\n"
        "    help: put [^3] where the footnote belongs, or delete the footnote",
    ]


# No active content


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)></svg>",
        "<iframe src=javascript:alert(1)></iframe>",
        '<meta http-equiv="refresh" content="0; url=http://x.org">',
        "<style>body{display:none}</style>",
        '<p style="color:red" id="main">x</p>',
        "<form action=http://x.org><input name=a></form>",
        "<!-- comment -->",
        "<?php echo 1 ?>",
        "<a href='x' onclick='y'>z</a>",
        "</p></main><base href=//x.org>",
    ],
)
def test_raw_html_is_shown_as_text(markup: str) -> None:
    shown = markup.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    for text in (markup, f"- {markup}", f"> {markup}", f"## {markup}", f"[1] {markup}", f"a | b\n-|-\n{markup} | c"):
        assert shown in html(text)
        assert html(text).count("<") == html(text).replace(shown, "").count("<")


def test_marks_of_the_renderer_itself_are_harmless() -> None:
    assert html("a \x02klzzwxh:0000\x03 \x0260\x03script\x0262\x03 *b* \x00 \ud800") == (
        "<p>a \ufffdklzzwxh:0000\ufffd \ufffd60\ufffdscript\ufffd62\ufffd <em>b</em> \ufffd \ufffd</p>"
    )


@pytest.mark.parametrize(
    ("hostile", "clean"),
    [
        ("<p id='x' style='a' onclick='b'>c</p>", "<p>c</p>"),
        ("a<script>b</script><style>c</style>", "a"),
        ("<a href='javascript:a' onclick='b' target='_blank'>c</a>", "<a>c</a>"),
        ("<a href='//a'>b</a><a href='data:c'>d</a>", "<a>b</a><a>d</a>"),
        ("<a href='#a' rel='opener' role='button'>b</a>", '<a href="#a">b</a>'),
        ("<img src='a'><form action='b'>c</form><iframe src='d'></iframe>", "c"),
        ("<section class='a' role='main'>b</section>", "<section>b</section>"),
    ],
)
def test_the_sanitiser_alone_would_let_nothing_active_through(hostile: str, clean: str) -> None:
    assert SANITISER.clean(hostile) == clean


# Limits


def test_a_text_above_the_size_limit_is_refused() -> None:
    assert faults("a" * 1_000_001) == [
        "10:1: error[T104] the text has 1.0 MB; at most 1 MB can be set\n"
        "    help: publish an extract, and attach the whole judgment under documents:"
    ]


def test_a_text_of_too_many_lines_is_refused() -> None:
    assert faults("\n" * 40_000) == [
        "10:1: error[T104] the text has 40,001 lines; at most 40,000 can be set\n"
        "    help: delete empty lines, or publish an extract, and attach the whole judgment under documents:"
    ]


def test_a_text_of_too_many_paragraphs_is_refused() -> None:
    assert faults("a\n\n" * 8_001) == [
        "10:1: error[T104] the text has 8,001 paragraphs, list lines and table cells; at most 8,000 can be set\n"
        "    help: publish an extract, and attach the whole judgment under documents:"
    ]


def test_a_paragraph_of_too_many_marks_is_refused_where_it_stands() -> None:
    assert faults("a\n\n" + "[" * 1_001) == [
        "12:1: error[T104] 1,001 markup characters (* _ [ ` < > & \\) stand in one block of text; at most 1,000 can be "
        "set here\n    help: put an empty line between the paragraphs, or remove the characters that are not needed"
    ]


def test_a_long_paragraph_may_have_fewer_marks() -> None:
    assert faults("[" * 201 + "a" * 500_000)[0].startswith("10:1: error[T104] 201 markup characters")
    assert faults("[" * 199 + "a" * 500_000) == []


def test_a_text_of_too_many_marks_is_refused() -> None:
    assert faults(("[" * 1_000 + "\n\n") * 21) == [
        "10:1: error[T104] the text has 21,000 markup characters (* _ [ ` < > & \\); at most 20,000 can be set\n"
        "    help: remove those that are not needed, or publish an extract, and attach the whole judgment under "
        "documents:"
    ]


def test_a_list_of_too_many_lines_is_refused() -> None:
    assert faults("a\n" + "- b\n" * 2_001) == [
        "11:1: error[T104] one list, quotation or table has 2,001 lines; at most 2,000 can be set\n"
        "    help: divide it by a heading or a paragraph"
    ]


@pytest.mark.parametrize("text", ["> " * 9 + "a", "- " * 9 + "a", "> - 1. " * 3 + "a", "- a\n" + " " * 33 + "- b"])
def test_deep_nesting_is_refused(text: str) -> None:
    expected = (
        'a list or quotation is nested more than 8 deep\n    help: remove ">", "-" or spaces at the start of its lines'
    )
    if text.startswith("> -"):
        assert faults(text.replace("> - 1. ", "> - ", 1)) == []
    assert faults(text) == [f"10:1: error[T104] {expected}"]


def test_a_judgment_of_1500_paragraphs_is_set() -> None:
    sentence = "The court held, following *Siliadin v. France* [at 113], that the accused was guilty; "
    text = "\n\n".join(f"[{number}] {sentence * 3}" for number in range(1, 1_501))
    assert len(text) > 390_000
    result, problems = render(text)
    assert problems == []
    assert result is not None
    assert result.paragraphs == tuple(range(1, 1_501))


def test_the_limits_let_a_megabyte_of_honest_prose_through() -> None:
    paragraphs = "\n\n".join(f"[{number}] " + "word " * 65 for number in range(1, 2_990))
    assert 950_000 < len(paragraphs) < limits.MAX_BYTES
    result, problems = render(paragraphs)
    assert problems == []
    assert result is not None
    assert len(result.blocks) == 2_989
