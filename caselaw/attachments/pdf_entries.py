"""Which entries the catalog, the pages and the properties of a PDF document may have; what others say, nobody sees."""

from __future__ import annotations

import re

from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject

_CATALOG = frozenset(
    "/Type /Version /Extensions /Pages /PageLabels /Names /Dests /ViewerPreferences /PageLayout /PageMode /Outlines "
    "/OpenAction /Lang /MarkInfo /StructTreeRoot /OutputIntents /OCProperties".split()
)
_PAGE = frozenset(
    "/Type /Parent /Kids /Count /LastModified /Resources /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /BoxColorInfo "
    "/Contents /Rotate /Group /Annots /StructParents /Tabs /UserUnit /Trans /Dur /OutputIntents /PZ /ID "
    "/SeparationInfo".split()
)
_TRAILER = frozenset(
    "/Type /Size /Prev /Root /Encrypt /Info /ID /XRefStm /DocChecksum /Index /W /Length /Filter /DecodeParms".split()
)
# What ``pdf_contents`` has its own words for.
_SAID = frozenset("/Metadata /AA /PieceInfo /Thumb /AcroForm /XFA /EF /EmbeddedFiles".split())
_TURNS_PAGES = frozenset({"/NextPage", "/PrevPage", "/FirstPage", "/LastPage"})
# Of the properties: those that name the program and the day, as long as they name nothing else.
_KEPT = {
    "/Producer": re.compile(r".{0,80}", re.DOTALL),
    "/CreationDate": re.compile(r"[D:\d+\-Zz' ]*"),
    "/ModDate": re.compile(r"[D:\d+\-Zz' ]*"),
    "/Trapped": re.compile(r"/?(?:True|False|Unknown)"),
}
_WORD = re.compile(r"[^\W\d_]{2,}")
# Words in the names of programs; of all other words a program may have one, since two may be a person's name.
_PROGRAMS = frozenset(
    "abbyy acrobat adobe agpl apache apeos apple api aspose build bizhub brother bullzip by cairo canon capture chrome "
    "chromium com community converter core corporation creator crystal cute cutepdf devexpress device distiller doc "
    "document documents dopdf edition engine enterprise epson exchange export finereader firefox fop for foxit fpdf "
    "from generator ghostscript gmbh google gpl group html https ilovepdf image impress inc indesign itext itextsharp "
    "jasper jasperreports java jspdf konica kyocera lexmark library libreoffice license licensed limited llc ltd "
    "luatex mac macos microsoft minolta modified ms mupdf net nitro novapdf nv office online openoffice openpdf oracle "
    "org os outlook paper pdf pdfbox pdfcontext pdfcreator pdfium pdfkit pdflib pdfsharp pdftex phantompdf plugin "
    "poppler pre prince print printer pro professional py pypdf python qpdf qt quartz reader release reportlab reports "
    "ricoh safari samsung sap scan scanner scansnap sdk sejda server services sharp skia smallpdf software standard "
    "suite syncfusion tcpdf telerik tex the to toshiba trial ur unregistered use using ver version via weasyprint web "
    "windows with wkhtmltopdf word words workcentre writer www xchange xerox xetex xodo xmp".split()
)


def has_unknown_entries(group: DictionaryObject) -> bool:
    """Whether the catalog or a page says something that no program shows."""
    known = _known_of(group)
    return known is not None and bool(group.keys() - known - _SAID)


def has_unknown_ends(reader: PdfReader) -> bool:
    """Whether the trailer, or a catalog that does not call itself one, does so."""
    root = reader.root_object
    return bool(reader.trailer.keys() - _TRAILER or root.keys() - _CATALOG - _SAID)


def remove_unknown_entries(group: DictionaryObject, *, is_catalog: bool) -> None:
    """Take out of the catalog or a page what no program shows."""
    known = _CATALOG if is_catalog else _known_of(group)
    for key in [key for key in group if known is not None and key not in known]:
        del group[key]


def _known_of(group: DictionaryObject) -> frozenset[str] | None:
    kind = str(group.get("/Type"))
    if kind == "/Catalog":
        return _CATALOG
    return _PAGE if kind in ("/Page", "/Pages") or ("/Parent" in group and "/Resources" in group) else None


def starts_more_than_a_page(group: DictionaryObject) -> bool:
    """Whether a document does more as it opens than to show one of its pages."""
    found = group.get("/OpenAction")
    action = found.get_object() if isinstance(found, PdfObject) else None
    if not isinstance(action, DictionaryObject):
        return False  # a place in the document
    is_known = str(action.get("/S")) == "/GoTo" or (str(action.get("/S")) == "/Named" and turns_pages(action))
    return not is_known or "/Next" in action


def turns_pages(action: DictionaryObject) -> bool:
    """Whether a named action is one of the four that turn pages, and not one that prints or saves."""
    return str(action.get("/N")) in _TURNS_PAGES


def are_plain(properties: dict[str, str]) -> bool:
    """Whether properties tell the program and the day and no more."""
    if any(key not in _KEPT or not _KEPT[key].fullmatch(value) for key, value in properties.items()):
        return False
    others = {word for word in _WORD.findall(properties.get("/Producer", "").lower()) if word not in _PROGRAMS}
    return len(others) < 2
