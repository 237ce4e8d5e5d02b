"""Citations as CSL-JSON, the format of citation processors: items of the type ``legal_case``."""

from __future__ import annotations

import json
from collections.abc import Iterable

from caselaw.citing.citation import Citation

Item = dict[str, object]


def csl_item(citation: Citation) -> Item:
    """Return one item; what is not known has no key."""
    date = citation.decided
    item: Item = {
        "id": citation.id,
        "type": "legal_case",
        "title": citation.title,
        "authority": citation.court,
        "number": "; ".join(citation.numbers),
        "issued": {"date-parts": [[part for part in (date.year, date.month, date.day) if part]]},
        "genre": citation.kind,
        "references": "; ".join(citation.history),  # where Zotero and CSL styles look for the history of a case
        "abstract": citation.abstract,
        "keyword": ", ".join(citation.keywords),
        "note": "; ".join(note for note in (citation.ecli, citation.note) if note),
        "source": citation.source,
        "URL": citation.address,
        "language": citation.language,
    }
    return {name: value for name, value in item.items() if value}


def all_as_csl(citations: Iterable[Citation]) -> str:
    """Return one file, a list of items, as programs expect it even for a single one."""
    return json.dumps([csl_item(citation) for citation in citations], ensure_ascii=False, indent=2) + "\n"
