"""The parts of a case page by which readers and programs cite it; see ``parts``."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.parts import Label, Link


@dataclass(frozen=True)
class CitationForm:
    """The citation in one form, to read and to copy; ``file`` is the same as a file beside the page."""

    name: str
    text: Label
    lines: bool  # whether it is code, whose lines are kept: a format for programs
    file: Link | None


@dataclass(frozen=True)
class PinpointParts:
    """The citation of any paragraph: its number stands between ``before`` and ``after``, the address follows."""

    before: str
    after: str
    address: str  # permanent, without the paragraph; empty while the library has none


@dataclass(frozen=True)
class MetaEntry:
    """One ``<meta>``; programs that read ``name`` do not look at ``property``."""

    name: str
    property: str
    content: str
    lang: str | None


@dataclass(frozen=True)
class CaseMetadata:
    """What programs read in the head of a case: reference managers, harvesters of ECLI, search engines."""

    schemas: tuple[tuple[str, str], ...]  # the prefix of names, the address of their vocabulary
    entries: tuple[MetaEntry, ...]
    json_ld: str  # safe within <script>


@dataclass(frozen=True)
class Cite:
    """How to cite a case: whole, in every form, and by the paragraph; and the same for programs."""

    forms: tuple[CitationForm, ...]
    pinpoint: PinpointParts
    address: str  # permanent; empty while the library has none
    metadata: CaseMetadata
