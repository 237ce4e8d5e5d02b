"""What a PDF document holds beside its pages: what acts by itself, what is hidden, what describes the pages."""

from __future__ import annotations

from collections.abc import Iterator

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from caselaw.attachments.kinds import Kind
from caselaw.attachments.parts import Broken, parts_of
from caselaw.attachments.pdf_entries import has_unknown_entries, starts_more_than_a_page, turns_pages
from caselaw.messages import Message, say

# All but those that only turn to a page, here or on the web: they act on the reader's device.
_ACTIONS = frozenset(
    "/JavaScript /Launch /SubmitForm /ResetForm /ImportData /GoToR /GoToE /GoToDp /Thread /Sound /Movie /Hide "
    "/SetOCGState /Rendition /Trans /GoTo3DView /RichMediaExecute".split()
)
_ACTIVE_NOTES = frozenset({"/RichMedia", "/Screen", "/Movie", "/Sound", "/3D"})
_NOTES = frozenset(
    "/Text /FreeText /Line /Square /Circle /Polygon /PolyLine /Highlight /Underline /Squiggly /StrikeOut /Stamp /Caret "
    "/Ink /Popup /FileAttachment /Watermark /PrinterMark /TrapNet /Redact /Projection".split()
)
_WEB = ("http://", "https://", "mailto:")
# What describes pages to readers who cannot see them, what links lead to, and the names of parts of the document.
_DESCRIPTIONS = ("/Alt", "/ActualText", "/E", "/Title", "/Contents", "/URI")


def active_parts(group: DictionaryObject) -> Iterator[Message]:
    """Yield what acts by itself in one group of properties, by kind."""
    yield from _actions(group)
    if isinstance(_get(group, "/EF"), DictionaryObject) or "/EmbeddedFiles" in group:
        yield say("other files within it")
    if "/XFA" in group:
        yield say("a form that computes (XFA)")
    if is_note(group) and _name(group, "/Subtype") in _ACTIVE_NOTES:
        yield say("sound, film or a model that plays")


def _actions(group: DictionaryObject) -> Iterator[Message]:
    action = _name(group, "/S")
    if "/AA" in group or starts_more_than_a_page(group):
        yield say("an action that starts by itself")
    if action in _ACTIONS or (action == "/Named" and "/N" in group and not turns_pages(group)):
        yield say("an action ({name})", name=action[1:])
    if action == "/URI" and not _text(group, "/URI").strip().lower().startswith(_WEB):
        yield say("a link that is no web address")
    if isinstance(_get(group, "/JS"), str | bytes | StreamObject) and action != "/JavaScript":
        yield say("an action ({name})", name="JavaScript")


def hidden_parts(group: DictionaryObject) -> Iterator[Message]:
    """Yield what readers of the pages do not see in one group of properties, by kind."""
    yield from _hidden_entries(group)
    if is_note(group):
        yield from _hidden_note(group)
    elif _name(group, "/Type") == "/Sig":
        yield say("an electronic signature, which names its holder")
    if isinstance(group, StreamObject) and _name(group, "/Subtype") == "/Image":
        yield from _hidden_in_picture(group)


def _hidden_entries(group: DictionaryObject) -> Iterator[Message]:
    if _name(group, "/Type") == "/Metadata" or isinstance(_get(group, "/Metadata"), StreamObject):
        yield say("properties (XMP)")
    if has_unknown_entries(group):
        yield say("entries that no reader shows")
    if "/AcroForm" in group:
        yield say("fields of a form, or the place of a signature")
    if "/PieceInfo" in group:
        yield say("notes of the program that wrote it")
    if "/Thumb" in group:
        yield say("small copies of its pages")


def _hidden_note(group: DictionaryObject) -> Iterator[Message]:
    subtype = _name(group, "/Subtype")
    if subtype == "/Widget":
        yield say("fields of a form, or the place of a signature")
    elif subtype != "/Link" or "/T" in group or "/Popup" in group or _text(group, "/Contents").strip():
        yield say("comments or marks")


def is_note(group: DictionaryObject) -> bool:
    """Whether a group is something laid over a page: a link, a comment, a field."""
    subtype = _name(group, "/Subtype")
    return _name(group, "/Type") == "/Annot" or (
        "/Rect" in group and subtype in {*_NOTES, *_ACTIVE_NOTES, "/Link", "/Widget"}
    )


def _hidden_in_picture(group: StreamObject) -> Iterator[Message]:
    jpeg = jpeg_of(group)
    try:
        if jpeg and any(part.hidden for part in parts_of(jpeg, Kind.JPEG)):
            yield say("what a camera or scanner wrote into a picture (EXIF, comments)")
    except Broken:
        yield say("a picture that is damaged")


def jpeg_of(group: StreamObject) -> bytes | None:
    """Return a picture in the document as the JPEG file that it is, if it is one."""
    filters = _get(group, "/Filter")
    names = [str(one) for one in filters or ("",)] if isinstance(filters, list) else [str(filters)]
    return group.get_data() if names[-1] == "/DCTDecode" else None


def properties_of(reader: PdfReader) -> dict[str, str]:
    """Return the properties of the document by their names."""
    found = _get(reader.trailer, "/Info")
    if not isinstance(found, DictionaryObject):
        return {}
    return {key: str(_get(found, key)) for key in found if str(_get(found, key) or "").strip()}


def descriptions_in(group: DictionaryObject) -> Iterator[str]:
    """Yield the texts of one group that are no part of a page but stay: bookmarks, addresses, alternative texts."""
    for name in _DESCRIPTIONS:
        if text := _text(group, name).strip():
            yield text


def _get(group: DictionaryObject, key: str) -> object:
    value = group.get(key)
    return value.get_object() if isinstance(value, PdfObject) else None


def _name(group: DictionaryObject, key: str) -> str:
    value = _get(group, key)
    return str(value) if isinstance(value, str) else ""


def _text(group: DictionaryObject, key: str) -> str:
    value = _get(group, key)
    return str(value) if isinstance(value, str) and not str(value).startswith("/") else ""
