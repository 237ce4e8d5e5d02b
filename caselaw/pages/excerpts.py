"""Short excerpts of the paragraphs of a case, in plain text."""

from __future__ import annotations

import re

from caselaw.checks import Case
from caselaw.markdown import plain_text
from caselaw.pages.context import Context
from caselaw.pages.parts import Label

# A sentence ends behind a word of three letters or more, so that neither "Art." nor "v." nor initials end one.
_END = re.compile(r"(?<=[^\W\d_]{3})[.!?][)\"”“»’]*(?=\s)|(?<=\d{4})\.(?=\s+[^\W\d_a-z])")


def excerpt(text: str, length: int) -> str:
    """Return a text as it is, or its beginning: whole sentences if they make half of ``length`` words, else words."""
    words = text.split()
    if len(words) <= length:
        return " ".join(words)
    beginning = " ".join(words[:length])
    ends = [match.end() for match in _END.finditer(f"{beginning} ")]
    if ends and len(beginning[: ends[-1]].split()) >= length // 2:
        beginning = beginning[: ends[-1]]
    return f"{beginning} …"


def paragraph_excerpt(context: Context, case: Case, number: int, length: int) -> Label:
    """Return the beginning of a paragraph, ``length`` words at most, from the text that the page's readers get."""
    version = context.version(case)
    html = next(block.html for block in version.text.blocks if block.number == number)
    return Label(excerpt(plain_text(html), length), context.lang(version.text_language))
