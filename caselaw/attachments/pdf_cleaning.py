"""PDF documents written anew without what readers of their pages do not see."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, PdfObject, StreamObject

from caselaw.attachments.kinds import Kind
from caselaw.attachments.parts import Broken, parts_of
from caselaw.attachments.pdf_contents import active_parts, hidden_parts, is_note, jpeg_of
from caselaw.attachments.pdf_entries import remove_unknown_entries, starts_more_than_a_page
from caselaw.attachments.pdf_file import Damaged, TooMuch, careful_reading, groups_of, open_pdf

# What hangs on the document, its pages, its pictures and its links without being seen on a page.
_HIDDEN = frozenset(
    "/Metadata /PieceInfo /Thumb /AA /AF /EF /JS /SpiderInfo /Popup /AcroForm /Perms /DSS /Legal /Collection /XFA "
    "/EmbeddedFiles /JavaScript /Renditions /AlternatePresentations".split()
)


def clean_pdf(raw: bytes) -> bytes | None:
    """Return a document with the same pages, links and bookmarks and nothing else, None where it cannot be read."""
    try:
        with careful_reading():
            reader = open_pdf(raw)
            if reader.is_encrypted:
                return None
            groups = list(groups_of(reader))
            _take_off_notes(groups)
            for group in groups:
                _bare(group)
                remove_unknown_entries(group, is_catalog=group is reader.root_object)
            # The copy takes what can be reached from the first page on, and so nothing that was taken off.
            writer = PdfWriter()
            writer.clone_reader_document_root(reader)
            target = BytesIO()
            writer.write(target)
            return target.getvalue()
    except (Damaged, TooMuch):
        return None


def _take_off_notes(groups: Iterable[DictionaryObject]) -> None:
    """Take comments, fields and players off their pages, and empty them: the outline of the text may name them too."""
    for group in groups:
        found = dict.get(group, "/Annots")
        notes = found.get_object() if isinstance(found, PdfObject) else None
        if isinstance(notes, ArrayObject):
            kept = [one for one in list.__iter__(notes) if not _is_refused_note(one.get_object())]
            group[NameObject("/Annots")] = ArrayObject(kept)
    for group in groups:
        if _is_refused_note(group) or str(group.get("/Type")) == "/Sig":
            group.clear()


def _is_refused_note(found: PdfObject | None) -> bool:
    return isinstance(found, DictionaryObject) and is_note(found) and str(found.get("/Subtype")) != "/Link"


def _bare(group: DictionaryObject) -> None:
    if starts_more_than_a_page(group):
        del group["/OpenAction"]
    for key in [key for key in group if key in _HIDDEN or _acts(group[key])]:
        del group[key]
    if is_note(group):
        group.pop("/T", None)
        group.pop("/Contents", None)  # of a link, as no other note is left
    jpeg = jpeg_of(group) if isinstance(group, StreamObject) and group.get("/Subtype") == "/Image" else None
    if jpeg and isinstance(group, StreamObject) and any(hidden_parts(group)):
        group[NameObject("/Filter")] = NameObject("/DCTDecode")
        group.pop("/DecodeParms", None)
        StreamObject.set_data(group, _without_hidden_parts(jpeg))


def _acts(value: object) -> bool:
    """Whether a value is an action that is refused, or a list that holds one."""
    found = value if isinstance(value, list) else [value]
    resolved = (one.get_object() for one in found if isinstance(one, PdfObject))
    return any(isinstance(one, DictionaryObject) and "/S" in one and any(active_parts(one)) for one in resolved)


def _without_hidden_parts(jpeg: bytes) -> bytes:
    """Return a picture without what a camera wrote into it; its points stay as they are."""
    try:
        parts = list(parts_of(jpeg, Kind.JPEG))
    except Broken:
        return jpeg
    return jpeg[:2] + b"".join(jpeg[part.start : part.end] for part in parts if not part.hidden)
