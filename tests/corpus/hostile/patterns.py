"""Texts made to hang a Markdown renderer: each pattern yields its text at any size, so that no big files are kept.

Sources: the pathological inputs that Markdown renderers are tested with (unclosed and nested brackets, emphasis,
backticks, quotations), and the limits of our own guard, approached from below.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

Pattern = Callable[[int], str]


def repeated(unit: str, *, before: str = "", after: str = "") -> Pattern:
    """Return the pattern that fills a text with one unit."""

    def fill(size: int) -> str:
        room = size - len(before) - len(after)
        return before + (unit * (room // len(unit) + 1))[:room] + after

    return fill


def numbered(form: str) -> Pattern:
    """Return the pattern that fills a text with a counted unit, such as a new footnote each time."""

    def fill(size: int) -> str:
        units: list[str] = []
        length = 0
        for number in count(1):
            units.append(form.format(n=number))
            length += len(units[-1])
            if length >= size:
                break
        return "".join(units)[:size]

    return fill


def nested(before: str, after: str) -> Pattern:
    """Return the pattern that opens as often as it closes."""

    def fill(size: int) -> str:
        depth = size // (len(before) + len(after))
        return before * depth + "x" + after * depth

    return fill


def growing_runs(unit: str) -> Pattern:
    """Return runs of one, two, three … characters, none of which closes another."""

    def fill(size: int) -> str:
        runs: list[str] = []
        length = 0
        for number in count(1):
            runs.append(unit * number + "a")
            length += number + 1
            if length >= size:
                break
        return "".join(runs)[:size]

    return fill


def steps(unit: str) -> Pattern:
    """Return a list, each item of which is indented by two columns more than the one above it."""

    def fill(size: int) -> str:
        lines: list[str] = []
        length = 0
        for depth in count():
            lines.append("  " * depth + unit)
            length += len(lines[-1]) + 1
            if length >= size:
                break
        return "\n".join(lines)

    return fill


def wide_table(columns: int) -> Pattern:
    """Return a table of empty rows under a heading of many columns."""

    def fill(size: int) -> str:
        head = "a|" * columns + "a\n" + "-|" * columns + "-\n"
        return head + "x\n" * max(0, (size - len(head)) // 2)

    return fill


HOSTILE: dict[str, Pattern] = {
    "open brackets": repeated("["),
    "open brackets, one paragraph each": repeated("[\n\n"),
    "closed brackets": repeated("]"),
    "nested brackets": nested("[", "]"),
    "nested links": nested("[", "](a.html)"),
    "brackets in pairs": repeated("[a]"),
    "open links": repeated("[a](b"),
    "empty links": repeated("[]("),
    "many links": repeated("[a](b.html)"),
    "many refused links": repeated("[a](x:y) "),
    "parentheses in an address": repeated("(", before="[a](b.html"),
    "nested parentheses": nested("[a](", ")"),
    "open titles": repeated('[a](b "'),
    "link text without end": repeated("[b] ", before="[a "),
    "images": repeated("![a](b.png)"),
    "open images": repeated("!["),
    "reference definitions": numbered("[a{n}]: http://x.y/{n}\n"),
    "reference definition of spaces": repeated(" ", before="[a]:0", after="0"),
    "asterisks": repeated("*"),
    "asterisks on both sides": nested("*", "*"),
    "underscores on both sides": nested("_", "_"),
    "open emphasis": repeated("*a "),
    "open strong": repeated("**a "),
    "nested emphasis": nested("*a **a ", " a** a*"),
    "mixed emphasis": repeated("*a _b **c __d "),
    "emphasis in pairs": repeated("*a*_b_"),
    "triple emphasis": repeated("***a ** b* "),
    "emphasis and links": nested("[**", "**](b.html)"),
    "backticks": repeated("`a"),
    "backticks of growing length": growing_runs("`"),
    "code and pipes": repeated("`|", before="a|b\n-|-\n"),
    "backslashes": repeated("\\"),
    "escaped brackets": repeated("\\["),
    "less than": repeated("<"),
    "open autolinks": repeated("<http://"),
    "open mail addresses": repeated("<a@"),
    "open tags": repeated("<a b=c "),
    "comments": repeated("<!-- "),
    "ampersands": repeated("&"),
    "greater than": repeated(">", before="a"),
    "greater than in a quotation": repeated("> a>>>>>>>>\n"),
    "entities": repeated("&amp;&#0;&zz;"),
    "line breaks": repeated("a  \n"),
    "quotations within each other": repeated("> ", after="a"),
    "quotation, every line deeper": lambda size: "\n".join(">" * n + "a" for n in range(1, int((2 * size) ** 0.5))),
    "many quotations": repeated("> a\n\n"),
    "one long quotation": repeated("> a\n"),
    "lists within each other": repeated("- ", after="a"),
    "numbered lists within each other": repeated("1. ", after="a"),
    "lists and quotations within each other": repeated("> - 1. ", after="a"),
    "list by steps": steps("- a"),
    "list by steps with paragraphs": steps("- a\n"),
    "one long list": repeated("- a\n"),
    "one loose list": repeated("1. a\n\n"),
    "lists of two kinds": repeated("- a\n1. b\n"),
    "list item of many lines": repeated("a\n", before="- a\n"),
    "rules": repeated("---\n"),
    "rules in a quotation": repeated("> ---\n"),
    "rule that is none": repeated("* ", after="a"),
    "table of many columns": wide_table(1_000),
    "table of many rows": wide_table(10),
    "table of one wide row": repeated("|", before="a|b\n-|-\n"),
    "table heads": repeated("a|b\n-|-\n\n"),
    "table rule that is none": repeated("-|", before="a|b\n", after="a"),
    "pipes": repeated("|"),
    "escaped pipes": repeated("\\|", before="a|b\n-|-\n"),
    "footnote references without footnote": numbered("[^{n}] "),
    "footnotes without reference": numbered("[^{n}]: a\n"),
    "footnotes": numbered("a[^{n}]\n\n[^{n}]: b\n\n"),
    "one footnote, many references": repeated("[^1] ", before="[^1]: a\n\n"),
    "footnotes that refer to each other": numbered("[^{n}]: [^{n}0] [^{n}1]\n\n"),
    "footnote label without end": repeated("[^a"),
    "headings": repeated("# a\n"),
    "heading of hashes": repeated("#"),
    "heading of spaces": repeated(" ", before="# a", after="b"),
    "heading closed again and again": repeated(" #", before="# a", after="b"),
    "paragraph numbers": repeated("[1] a\n\n"),
    "paragraph numbers without empty lines": numbered("[{n}] a\n"),
    "one-letter paragraphs": repeated("a\n\n"),
    "one-letter lines": repeated("a\n"),
    "empty lines": repeated("\n"),
    "empty lines in a list": repeated("\n", before="- a", after="\n    b"),
    "spaces": repeated(" ", before="a", after="a"),
    "tabs": repeated("\t", before="a", after="a"),
    "tabs before a list": repeated("\t", before="- a\n", after="- a"),
    "one long word": repeated("x"),
    "non-breaking spaces": repeated("\u00a0"),
    "letters that fold": repeated("## Đ\n"),
    "combining marks": repeated("\u0301", before="## a"),
    "placeholders of Python-Markdown": repeated("\x02klzzwxh:0000\x03"),
    "escapes of Python-Markdown": repeated("\x0291\x03"),
    "everything": repeated("[*`<_>\\&|#-](!)^: \n"),
}

# About as much as is let through: what these cost is what any text may cost.
ACCEPTED: dict[str, Pattern] = {
    "emphasis up to the limit": repeated("*aa* " * 100 + "word " * 2_000 + "\n\n"),
    "links up to the limit": repeated("[a](b.html) " * 100 + "word " * 2_000 + "\n\n"),
    "footnotes up to the limit": numbered("a word of text[^{n}] " + "word " * 48 + "\n\n[^{n}]: b\n\n"),
    "paragraphs up to the limit": repeated("word " * 26 + "\n\n"),
    "list items up to the limit": repeated(("- " + "word " * 26 + "\n") * 500 + "\nword\n\n"),
    "table cells up to the limit": repeated("a|b|c|d\n-|-|-|-\n" + ("word " * 110 + "|b|c\n") * 300 + "\n"),
    "nested lists up to the limit": repeated(
        "".join("  " * depth + "- " + "word " * 26 + "\n" for depth in range(8)) + "\nword\n\n"
    ),
    "lines up to the limit": repeated("word " * 5 + "\n"),
    "everything up to the limit": repeated(
        "- [a](b.html) " + "word " * 100 + "*aa*\nword\nword\nword\n\n1. *a* b\n\n"
        "> a\n> b|c|d\n> -|-|-\n> *a*|[b](c.html)|d\n\na & b\n\n# a\n\n" + "word " * 400 + "\n\n"
    ),
    "one long paragraph": repeated("word "),
    "one long paragraph with a hundred marks": lambda size: ("x" * (size // 50 - 5) + " *a* ") * 49,
}
