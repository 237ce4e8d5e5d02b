"""Documents and pictures that tests attach, made on the fly; nothing of them is a real judgment or a real person's."""

from __future__ import annotations

import struct
import zlib
from datetime import UTC, datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from fpdf import FPDF
from fpdf.enums import AnnotationName
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

LINES = ("The court convicted two defendants of trafficking in persons.", "The sentence is eight years.")
# What hidden data say; nothing that is printed may repeat it.
PRIVATE = "Arben Berisha"
_DAY = datetime(2026, 11, 23, tzinfo=UTC)


def pdf(*lines: str, pages: int = 1, author: str = "", note: str = "", link: str = "") -> bytes:
    """Return a document of one or more pages with the same lines on each."""
    document = FPDF()
    document.set_creation_date(_DAY)
    document.set_font("Helvetica", size=11)
    if author:
        document.set_author(author)
    for _ in range(pages):
        document.add_page()
        for line in lines or LINES:
            document.cell(0, 6, line, new_x="LMARGIN", new_y="NEXT", link=link)
        if note:
            document.text_annotation(x=100, y=130, text=note, name=AnnotationName.NOTE)
    return bytes(document.output())


def scan(pages: int = 1) -> bytes:
    """Return a document whose pages are pictures."""
    document = FPDF()
    document.set_creation_date(_DAY)
    for _ in range(pages):
        document.add_page()
        document.image(BytesIO(picture("JPEG")), x=10, y=10, w=100)
    return bytes(document.output())


def with_pages(count: int) -> bytes:
    """Return a document that has the same page many times."""

    def change(writer: PdfWriter) -> None:
        (page,) = writer.root_object["/Pages"]["/Kids"]  # type: ignore[index]
        pages = writer.root_object["/Pages"]
        pages[NameObject("/Kids")] = ArrayObject([page] * count)  # type: ignore[index]

    return changed_pdf(change)


def joined_pdf(*documents: bytes) -> bytes:
    """Return one document of several."""
    writer = PdfWriter()
    for document in documents:
        writer.append(BytesIO(document))
    writer.metadata = None
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def changed_pdf(change: Any, raw: bytes | None = None) -> bytes:
    """Return a document after ``change`` was made to it in pypdf's writer."""
    writer = PdfWriter()
    writer.clone_reader_document_root(PdfReader(BytesIO(raw or pdf())))
    change(writer)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def action(name: str, **values: Any) -> DictionaryObject:
    """Return an action of a document."""
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Action"),
            NameObject("/S"): NameObject(f"/{name}"),
            **{
                NameObject(f"/{key}"): value if isinstance(value, PdfObject) else TextStringObject(value)
                for key, value in values.items()
            },
        }
    )


def with_open_action(name: str, **values: Any) -> bytes:
    """Return a document that acts as it is opened."""

    def change(writer: PdfWriter) -> None:
        writer.root_object[NameObject("/OpenAction")] = action(name, **values)

    return changed_pdf(change)


def with_root_entry(key: str, value: Any) -> bytes:
    """Return a document with one more entry in its root."""
    return changed_pdf(lambda writer: writer.root_object.__setitem__(NameObject(key), value))


def with_page_entry(key: str, value: Any) -> bytes:
    """Return a document with one more entry in its page."""
    return changed_pdf(lambda writer: writer.pages[0].__setitem__(NameObject(key), value))


def with_properties(**properties: str) -> bytes:
    """Return a document with these properties."""
    return changed_pdf(lambda writer: writer.add_metadata({f"/{key}": value for key, value in properties.items()}))


def with_lost_part() -> bytes:
    """Return a document with a part that nothing refers to."""

    def change(writer: PdfWriter) -> None:
        lost = DecodedStreamObject()
        lost.set_data(PRIVATE.encode())
        writer._add_object(lost)

    return changed_pdf(change)


def with_lost_words() -> bytes:
    """Return a document with words in a group that nothing refers to."""
    words = DictionaryObject({NameObject("/Note"): ArrayObject([TextStringObject(PRIVATE)])})
    return changed_pdf(lambda writer: writer._add_object(words))


def with_bytes_between(mark: bytes, between: bytes) -> bytes:
    """Return a document in which other bytes stand before the last ``mark``; its tables are found where they lie."""
    before, _, after = pdf().rpartition(mark)
    return before + between + mark + after


def with_bytes_after_objects(between: bytes) -> bytes:
    """Return a document in which other bytes stand before the table of its objects, which knows that."""
    raw = pdf()
    before, _, after = raw.rpartition(b"\nxref\n")
    table = after.rpartition(b"startxref")[0]
    at = len(before) + 1 + len(between)
    return before + b"\n" + between + b"xref\n" + table + b"startxref\n%d\n%%%%EOF\n" % at


def with_words_on_a_link() -> bytes:
    """Return a document whose link says more than where it leads."""

    def change(writer: PdfWriter) -> None:
        note: Any = next(iter(writer.pages[0]["/Annots"]))  # type: ignore[call-overload]
        note.get_object()[NameObject("/Contents")] = TextStringObject(PRIVATE)

    return changed_pdf(change, pdf(link="https://court.example/law"))


def with_bookmarks(*titles: str) -> bytes:
    """Return a document with these bookmarks."""

    def change(writer: PdfWriter) -> None:
        for title in titles:
            writer.add_outline_item(title=title, page_number=0)

    return changed_pdf(change)


def with_attached_file() -> bytes:
    """Return a document that holds another file."""
    return changed_pdf(lambda writer: writer.add_attachment("notes.txt", PRIVATE.encode()))


def with_form_field() -> bytes:
    """Return a document with a field to fill in."""

    def change(writer: PdfWriter) -> None:
        field = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Annot"),
                NameObject("/Subtype"): NameObject("/Widget"),
                NameObject("/FT"): NameObject("/Tx"),
                NameObject("/V"): TextStringObject(PRIVATE),
                NameObject("/Rect"): ArrayObject([NumberObject(n) for n in (10, 10, 90, 20)]),
            }
        )
        reference = writer._add_object(field)
        writer.pages[0][NameObject("/Annots")] = ArrayObject([reference])
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
            {NameObject("/Fields"): ArrayObject([reference])}
        )

    return changed_pdf(change)


def with_xmp() -> bytes:
    """Return a document with properties in XML."""
    packet = f"""<?xpacket begin="" id="x"?><x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator><rdf:Seq><rdf:li>{PRIVATE}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""
    return changed_pdf(lambda writer: setattr(writer, "xmp_metadata", packet.encode()))


def with_page_action() -> bytes:
    """Return a document that acts as a page is turned to, by an action behind another."""

    def change(writer: PdfWriter) -> None:
        first = action("Named", N="NextPage")
        first[NameObject("/Next")] = ArrayObject([action("JavaScript", JS=PRIVATE)])
        writer.pages[0][NameObject("/AA")] = DictionaryObject({NameObject("/O"): first})

    return changed_pdf(change)


def with_photograph() -> bytes:
    """Return a document with a picture as a camera wrote it."""

    def change(writer: PdfWriter) -> None:
        (found,) = (one for one in writer._objects if isinstance(one, StreamObject) and one.get("/Subtype") == "/Image")
        found._data = picture("JPEG", exif=exif())

    return changed_pdf(change, scan())


def that_unfolds(size: int) -> bytes:
    """Return a small document whose page unfolds to ``size`` bytes."""

    def change(writer: PdfWriter) -> None:
        stream = StreamObject()
        stream.set_data(zlib.compress(b" " * size))
        stream[NameObject("/Filter")] = NameObject("/FlateDecode")
        writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)

    return changed_pdf(change)


def with_contents(drawing: bytes) -> bytes:
    """Return a document with a page that is drawn by these operators."""

    def change(writer: PdfWriter) -> None:
        contents = DecodedStreamObject()
        contents.set_data(drawing)
        writer.pages[0][NameObject("/Contents")] = writer._add_object(contents)

    return changed_pdf(change)


def that_repeats_itself() -> bytes:
    """Return a small document of which each page prints a part many times, which again prints another."""

    def change(writer: PdfWriter) -> None:
        form = DecodedStreamObject()
        form.update({NameObject("/Type"): NameObject("/XObject"), NameObject("/Subtype"): NameObject("/Form")})
        form[NameObject("/BBox")] = ArrayObject([NumberObject(n) for n in (0, 0, 9, 9)])
        form.set_data(b"q 1 0 0 1 0 0 cm Q " * 20_000)
        forms = DictionaryObject({NameObject("/F"): writer._add_object(form.flate_encode())})
        page = writer.pages[0]
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/XObject"): forms})
        contents = DecodedStreamObject()
        contents.set_data(b"/F Do " * 200)
        page[NameObject("/Contents")] = writer._add_object(contents)

    return changed_pdf(change)


def colour_profile() -> bytes:
    """Return a colour profile as scanners write it."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def saved_on_top() -> bytes:
    """Return a document that still holds what it was before its last change."""
    target = BytesIO()
    writer = PdfWriter(BytesIO(pdf()), incremental=True)
    writer.pages[0][NameObject("/Rotate")] = NumberObject(90)
    writer.write(target)
    return target.getvalue()


def encrypted() -> bytes:
    """Return a document that opens only with a password."""
    return changed_pdf(lambda writer: writer.encrypt("secret", algorithm="RC4-128"))


def image(mode: str = "RGB", size: tuple[int, int] = (40, 30)) -> Image.Image:
    """Return a picture of grey steps."""
    picture = Image.new(mode, size)
    picture.paste(Image.linear_gradient("L").resize(size).convert(mode))
    return picture


def picture(kind: str, mode: str = "RGB", **options: Any) -> bytes:
    """Return a picture as a file of a kind: PNG, JPEG or WEBP."""
    target = BytesIO()
    image(mode).save(target, kind, **options)
    return target.getvalue()


def exif(orientation: int = 1) -> Image.Exif:
    """Return what a camera writes."""
    found = Image.Exif()
    found[0x0112] = orientation
    found[0x013B] = PRIVATE
    found.get_ifd(0x8825)[1] = "N"  # of the place
    return found


def png_with_text() -> bytes:
    """Return a picture with a text beside it."""
    info = PngInfo()
    info.add_text("Author", PRIVATE)
    return picture("PNG", pnginfo=info)


def huge_png() -> bytes:
    """Return a small file that says it is a picture of four thousand million points."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))

    head = struct.pack(">IIBBBBB", 65_000, 65_000, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 100)) + chunk(b"IEND", b"")
    )


def word(**parts: str) -> bytes:
    """Return a Word document with these parts; double underscores stand for slashes, the endings are added."""
    target = BytesIO()
    with ZipFile(target, "w") as packed:
        for name, content in {"word__document": "<w:p/>", **parts}.items():
            packed.writestr(f"{name.replace('__', '/')}.xml", content)
    return target.getvalue()
