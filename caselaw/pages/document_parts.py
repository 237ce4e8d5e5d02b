"""The part of the page of a case that lists its documents; see ``parts``."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import Label, Link


@dataclass(frozen=True)
class DocumentRow:
    """A file to read or take away: its title as a link, then kind, size and language in words."""

    link: Link
    tag: str  # BCP 47, of the language of the document
    media_type: str
    details: tuple[Label, ...]
