"""The kinds of files that can be attached to a case, told apart by how their bytes begin; and how large they may be."""

from __future__ import annotations

from enum import Enum

# Limits of one file: what a scanned judgment of a few hundred pages takes, and what a program reads in seconds.
MAX_BYTES = 10_000_000
MAX_PIXELS = 50_000_000
MAX_PAGES = 1_000


class Kind(Enum):
    """A kind of file, and the endings that its name may have."""

    PDF = ("PDF", "application/pdf", (".pdf",))
    PNG = ("PNG", "image/png", (".png",))
    JPEG = ("JPEG", "image/jpeg", (".jpg", ".jpeg"))
    WEBP = ("WebP", "image/webp", (".webp",))

    def __init__(self, label: str, media_type: str, endings: tuple[str, ...]) -> None:
        self.label = label
        self.media_type = media_type
        self.endings = endings


def kind_of(raw: bytes) -> Kind | None:
    """Return what a file is by its first bytes, None where it is none of the kinds that can be attached."""
    if raw.startswith(b"%PDF-"):
        return Kind.PDF
    if raw.startswith(b"\x89PNG\r\n\x1a\n"):
        return Kind.PNG
    if raw.startswith(b"\xff\xd8\xff"):
        return Kind.JPEG
    return Kind.WEBP if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP" else None


def is_named_as(kind: Kind, name: str) -> bool:
    """Whether a file's name has an ending of its kind."""
    return name.lower().endswith(kind.endings)
