"""The part of a case page by which readers tell the editors of a mistake."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import Link


@dataclass(frozen=True)
class SuggestedCorrection:
    """Where to report a mistake in public, what any report must name, and the way for what must not be public."""

    form: str  # address of the editors' form, filled in; empty where the library names no repository
    case: str
    address: str  # permanent, or within the site while the library has none
    confidential: tuple[Link, ...]
