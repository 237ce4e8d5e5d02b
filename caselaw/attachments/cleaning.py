"""Copies of documents and pictures without hidden data; what readers see stays, and with it every name in a text."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO

from PIL import Image, ImageCms, ImageOps

from caselaw.attachments.inspection import inspect, too_large
from caselaw.attachments.kinds import MAX_BYTES, Kind
from caselaw.attachments.objections import Objection
from caselaw.attachments.pdf_cleaning import clean_pdf
from caselaw.codes import Code

_CURED = frozenset({Code.DOCUMENT_ACTIVE, Code.DOCUMENT_HIDDEN_DATA, Code.DOCUMENT_MIXED})
# With these, nothing can be written that would be the same document.
_HOPELESS = frozenset({Code.DOCUMENT_TYPE, Code.DOCUMENT_LARGE, Code.DOCUMENT_UNREADABLE, Code.DOCUMENT_ENCRYPTED})
_MODES = frozenset({"1", "L", "LA", "P", "RGB", "RGBA"})


@dataclass(frozen=True)
class Cleaned:
    """What came of cleaning a file: the copy, if there is one; what was taken out; what stands against it still."""

    copy: bytes | None
    removed: tuple[Objection, ...]
    left: tuple[Objection, ...]


def clean(raw: bytes, name: str) -> Cleaned:
    """Return a copy of a file without hidden data, with the objections it met and those that it does not."""
    if len(raw) > MAX_BYTES:
        return Cleaned(None, (), (too_large(len(raw)),))
    kind, before = inspect(raw, name)
    if kind is None or any(objection.code in _HOPELESS for objection in before):
        return Cleaned(None, (), before)
    copy = clean_pdf(raw) if kind is Kind.PDF else _clean_picture(raw, kind)
    after = inspect(copy, name)[1] if copy else before
    if copy is None or any(objection.code in _CURED | _HOPELESS for objection in after):
        return Cleaned(None, (), tuple(one for one in after if one.code in _CURED | _HOPELESS) or before)
    return Cleaned(copy, tuple(one for one in before if one.code in _CURED), after)


def _clean_picture(raw: bytes, kind: Kind) -> bytes | None:
    """Return a picture saved anew: turned as it is meant to be seen, in the colours of the web, and bare."""
    target = BytesIO()
    try:
        with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(raw), formats=[kind.name]) as opened:
            lossless = kind is Kind.WEBP and b"VP8L" in raw[:64]
            picture = _in_web_colours(ImageOps.exif_transpose(opened))
            bare = picture if picture.mode in _MODES else picture.convert("RGB")
            if kind is Kind.JPEG and bare.mode not in ("L", "RGB"):
                bare = bare.convert("RGB")
            bare.info = {key: value for key, value in bare.info.items() if key == "transparency"}
            options = {Kind.JPEG: {"quality": 92}, Kind.WEBP: {"quality": 92, "lossless": lossless}, Kind.PNG: {}}[kind]
            bare.save(target, kind.name, **options)
    except Exception:  # noqa: BLE001 a damaged file makes Pillow raise nearly anything
        return None
    return target.getvalue()


def _in_web_colours(picture: Image.Image) -> Image.Image:
    """Return a picture whose colours no longer need the profile of a device."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode)
    except ImageCms.PyCMSError:  # a profile of another kind of device, or a damaged one
        return picture
    return converted or picture
