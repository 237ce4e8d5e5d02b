"""Citations in BibTeX, as the entry type ``@jurisdiction`` of biblatex; letters stay as they are, in UTF-8."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from caselaw.citing.citation import Citation

# Braces are commands, not "\{": BibTeX counts braces whatever stands before them.
_SPECIAL = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "%&#$_"},
}
_ANY_SPECIAL = re.compile(f"[{re.escape(''.join(_SPECIAL))}]")
# Names of languages in LaTeX, for hyphenation.
_LANGUAGES = {"en": "english", "sq": "albanian", "sr": "serbian", "fr": "french", "de": "german", "hr": "croatian"}


def as_bibtex(citation: Citation) -> str:
    """Return one entry, whose key is the id of the case."""
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(citation) if value)
    return f"@jurisdiction{{{citation.id},\n{fields}}}\n"


def all_as_bibtex(citations: Iterable[Citation]) -> str:
    """Return one file with an entry per citation, an empty line between them."""
    return "\n".join(as_bibtex(citation) for citation in citations)


def escape(text: str) -> str:
    """Return a text in which every sign that LaTeX would take for a command stands for itself."""
    return _ANY_SPECIAL.sub(lambda found: _SPECIAL[found[0]], text)


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    # Braces of its own, or styles would write the names in a title small.
    yield "title", f"{{{escape(citation.title)}}}"
    yield "institution", escape(citation.court)
    yield "number", escape("; ".join(citation.numbers))
    yield "date", citation.decided.iso
    yield "type", escape(citation.kind)
    yield "eprint", citation.ecli
    yield "eprinttype", "ecli" if citation.ecli else ""
    yield "addendum", escape("; ".join(citation.history))
    yield "note", escape(citation.note)
    yield "abstract", escape(citation.abstract)
    # A comma parts keywords, so one with a comma in it needs braces.
    yield "keywords", ", ".join(f"{{{escape(word)}}}" if "," in word else escape(word) for word in citation.keywords)
    yield "library", escape(citation.source)
    yield "url", citation.address
    yield "langid", _LANGUAGES.get(citation.language.partition("-")[0], "")
