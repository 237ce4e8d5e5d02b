"""Citations in RIS, which nearly every reference manager reads.

The tags are those that Zotero and EndNote use for a case: PB the court, SV the number, OP the history.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from caselaw.citing.citation import Citation
from caselaw.values import PartialDate


def as_ris(citation: Citation) -> str:
    """Return one record, a tag a line, each line ending in CR and LF."""
    return "".join(f"{tag}  - {value}\r\n" for tag, value in _fields(citation) if value or tag == "ER")


def all_as_ris(citations: Iterable[Citation]) -> str:
    """Return one file with a record per citation, an empty line between them."""
    return "\r\n".join(as_ris(citation) for citation in citations)


def _fields(citation: Citation) -> Iterator[tuple[str, str]]:
    yield "TY", "CASE"
    yield "ID", citation.id
    yield "TI", citation.title
    yield "PB", citation.court
    yield "SV", "; ".join(citation.numbers)
    yield "DA", _date(citation.decided)
    yield "PY", f"{citation.decided.year:04}"
    yield "M3", citation.kind
    yield "OP", "; ".join(citation.history)
    yield "AB", citation.abstract
    yield from (("KW", keyword) for keyword in citation.keywords)
    yield "N1", citation.ecli
    yield "N1", citation.note
    yield "DB", citation.source
    yield "UR", citation.address
    yield "LA", citation.language
    yield "ER", ""


def _date(date: PartialDate) -> str:
    """Return YYYY/MM/DD/ with nothing between the strokes for what is not known."""
    parts = (f"{part:02}" if part else "" for part in (date.month, date.day))
    return f"{date.year:04}/{'/'.join(parts)}/"
