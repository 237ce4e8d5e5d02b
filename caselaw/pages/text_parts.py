"""A text of the library's own within a page; see ``parts``."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.frame_parts import ReviewNotice
from caselaw.pages.parts import Block, SourceRow


@dataclass(frozen=True)
class TextBody:
    """A text in one language, what is said of its translation, and what it rests on."""

    lang: str | None
    notice: ReviewNotice | None
    blocks: tuple[Block, ...]
    sources: tuple[SourceRow, ...]
