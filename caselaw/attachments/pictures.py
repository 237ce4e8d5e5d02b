"""Pictures: whether one opens, is no larger than a page, holds nothing else, and nothing hidden."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from io import BytesIO

from PIL import Image

from caselaw.attachments.kinds import MAX_PIXELS, Kind
from caselaw.attachments.objections import Objection, listed
from caselaw.attachments.parts import Broken, parts_of
from caselaw.codes import Code
from caselaw.messages import Message, say
from caselaw.problems import Severity


def inspect_picture(raw: bytes, kind: Kind) -> Iterator[Objection]:
    """Yield what stands against a picture, and that nobody but a person can read it."""
    try:
        parts = tuple(parts_of(raw, kind))
        size = _points(raw, kind)
    except Broken:
        yield unreadable()
        return
    if size > MAX_PIXELS:
        yield _too_large()
        return
    if not parts or not _opens(raw, kind):
        yield unreadable()
        return
    if parts[-1].end < len(raw):
        yield Objection(
            Code.DOCUMENT_MIXED,
            say("behind the end of the picture the file goes on"),
            say("open the picture, save it anew under another name, and take that file instead"),
        )
    if hidden := tuple(sorted({part.hidden for part in parts if part.hidden})):
        yield hidden_data(hidden)
    yield Objection(
        Code.DOCUMENT_WITHOUT_TEXT,
        say("no program can read this picture: names in it are not found"),
        say("let a person read all of it before it is published"),
        Severity.NOTICE,
    )


def _points(raw: bytes, kind: Kind) -> int:
    """Return of how many points a picture is, as its head states it; ``Broken`` where it does not open."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(raw), formats=[kind.name]) as picture:
            return picture.width * picture.height
    except Image.DecompressionBombError:
        return MAX_PIXELS + 1
    except Exception:  # noqa: BLE001 a damaged file makes Pillow raise nearly anything
        raise Broken from None


def _opens(raw: bytes, kind: Kind) -> bool:
    """Whether all of a picture can be read; its size must have been found small enough before."""
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(raw), formats=[kind.name]) as picture:
            picture.load()
    except Exception:  # noqa: BLE001 as above
        return False
    return True


def hidden_data(kinds: tuple[Message, ...]) -> Objection:
    """Return the objection to hidden data, whose kinds are named and whose content is not repeated."""
    return Objection(
        Code.DOCUMENT_HIDDEN_DATA,
        say("beside what readers see the file holds: {kinds}", kinds=listed(kinds)),
        say(
            "remove it with build.py clean {file}, look at the copy, and put it in the place of this file", file="FILE"
        ),
        kinds=listed(kinds),
    )


def unreadable() -> Objection:
    """Return the objection to a damaged file."""
    return Objection(
        Code.DOCUMENT_UNREADABLE,
        say("the file is damaged: it cannot be read to its end"),
        say("get it anew from where it came from, or open it and save it under another name"),
    )


def _too_large() -> Objection:
    return Objection(
        Code.DOCUMENT_LARGE,
        say("the picture has more than {most} million points, and is not opened", most=MAX_PIXELS // 1_000_000),
        say("save it smaller; 300 points an inch are enough for a page"),
    )
