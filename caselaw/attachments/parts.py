"""The parts that picture files are made of, read without opening the picture: which of them are no picture.

What is not known to be a part of the picture itself is hidden data, so that nothing slips through under a new name.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from caselaw.attachments.kinds import Kind
from caselaw.messages import Message, say

_PNG_PICTURE = frozenset(
    {b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"sBIT", b"bKGD", b"hIST", b"pHYs"}
)
_PNG_TEXT = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_WEBP_PICTURE = frozenset({b"VP8 ", b"VP8L", b"VP8X", b"ALPH"})  # moving pictures are not
# JPEG markers: of a segment without length; of the compressed lines; of tables, sizes and intervals.
_EOI, _SOS = 0xD9, 0xDA
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
_JPEG_PICTURE = frozenset({*range(0xC0, 0xD0), *range(0xDA, 0xE0)})
_JFIF = b"JFIF\x00"
_JFIF_LENGTH = 14  # a longer one holds a small copy of the picture


class Broken(Exception):
    """The file ends, or is damaged, before its parts do."""


@dataclass(frozen=True)
class Part:
    """A part of a picture file, from byte ``start`` to ``end``; ``hidden`` says what it is if it is no picture."""

    start: int
    end: int
    hidden: Message | None


def parts_of(raw: bytes, kind: Kind) -> Iterator[Part]:
    """Yield the parts of a picture up to its end, behind which nothing should follow; a damaged one is ``Broken``."""
    walk = {Kind.PNG: _png_parts, Kind.JPEG: _jpeg_parts, Kind.WEBP: _webp_parts}[kind]
    return walk(raw)


def _png_parts(raw: bytes) -> Iterator[Part]:
    start, name = 8, b""
    while name != b"IEND":
        name = _bytes_at(raw, start + 4, 4)
        end = start + 12 + int.from_bytes(_bytes_at(raw, start, 4), "big")
        yield Part(start, _inside(raw, end), _hidden_chunk(name, _PNG_PICTURE))
        start = end


def _webp_parts(raw: bytes) -> Iterator[Part]:
    start, last = 12, _inside(raw, 8 + int.from_bytes(_bytes_at(raw, 4, 4), "little"))
    while start < last:
        name = _bytes_at(raw, start, 4)
        length = int.from_bytes(_bytes_at(raw, start + 4, 4), "little")
        end = start + 8 + length + length % 2
        yield Part(start, _inside(raw, end), _hidden_chunk(name, _WEBP_PICTURE))
        start = end


def _hidden_chunk(name: bytes, picture: frozenset[bytes]) -> Message | None:
    if name in picture:
        return None
    if name in _PNG_TEXT:
        return say("texts beside the picture")
    if name in (b"eXIf", b"EXIF"):
        return _exif()
    if name == b"XMP ":
        return say("properties (XMP)")
    if name in (b"iCCP", b"ICCP"):
        return _profile()
    return say("the time of its last change") if name == b"tIME" else _unknown()


def _jpeg_parts(raw: bytes) -> Iterator[Part]:
    start, marker = 2, 0
    while marker != _EOI:
        before = start
        while raw[start + 1 : start + 2] == b"\xff":  # filling
            start += 1
        if _bytes_at(raw, start, 1) != b"\xff":
            raise Broken
        marker = _bytes_at(raw, start + 1, 1)[0]
        end = start + 2
        if marker != _EOI and marker not in _BARE:
            end += max(2, int.from_bytes(_bytes_at(raw, end, 2), "big"))
        hidden = _hidden_segment(marker, raw[start + 4 : end])
        if marker == _SOS:
            end = _end_of_scan(raw, end)
        yield Part(before, _inside(raw, end), hidden)
        start = end


def _end_of_scan(raw: bytes, start: int) -> int:
    """Return where the next segment begins: FF, then anything but a stuffed zero or a restart marker."""
    while (start := raw.find(b"\xff", start)) >= 0:
        if not (raw[start + 1 : start + 2] == b"\x00" or 0xD0 <= _bytes_at(raw, start + 1, 1)[0] <= 0xD7):
            return start
        start += 2
    raise Broken


def _hidden_segment(marker: int, content: bytes) -> Message | None:
    is_plain_head = marker == 0xE0 and content.startswith(_JFIF) and len(content) <= _JFIF_LENGTH
    if marker in _JPEG_PICTURE or marker in _BARE or marker == _EOI or is_plain_head:
        return None
    if marker == 0xEE and content.startswith(b"Adobe") and len(content) <= 12:  # which colours the numbers mean
        return None
    if marker == 0xE1:
        return _exif() if content.startswith(b"Exif") else say("properties (XMP)")
    if marker == 0xE2 and content.startswith(b"ICC_PROFILE"):
        return _profile()
    if marker == 0xED:
        return say("captions and credits (IPTC)")
    return say("a comment") if marker == 0xFE else _unknown()


def _exif() -> Message:
    return say("what the camera or scanner wrote: device, time, perhaps the place (EXIF)")


def _profile() -> Message:
    return say("a colour profile, which may name a device")


def _unknown() -> Message:
    return say("parts that are no picture")


def _bytes_at(raw: bytes, start: int, length: int) -> bytes:
    found = raw[start : start + length]
    if len(found) < length:
        raise Broken
    return found


def _inside(raw: bytes, end: int) -> int:
    if end > len(raw):
        raise Broken
    return end
