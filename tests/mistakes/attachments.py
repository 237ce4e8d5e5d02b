"""Mistakes in the documents that are attached to cases; each has a sound case of its own that names it."""

from __future__ import annotations

from pathlib import Path

from pypdf.generic import TextStringObject

from tests import attachments as samples
from tests.mistakes import SOURCES, Content, Mistake, changed, in_files

_HIDDEN_HELP = "    help: remove it with build.py clean {FILE}, look at the copy, and put it in the place of this file"
_ANEW = "    help: open it, print it into a new PDF file, and take that file instead"
_DAMAGED = (
    "1:1: error[A104] the file is damaged: it cannot be read to its end",
    "    help: get it anew from where it came from, or open it and save it under another name",
)
_TYPE_HELP = "    help: save it as PDF, or as a picture; giving it another name does not change it"
_UNREAD_HELP = "    help: let a person read all of it before it is published"
_UNREAD = ("1:1: notice[A109] no program can read this picture: names in it are not found", _UNREAD_HELP)
_BARE_HELP = "    help: print it into a new PDF file, or remove this with build.py clean {FILE} and look at the copy"


def attached(name: str, content: Content, *says: str, ending: str = "pdf") -> Mistake:
    """Return a mistake in a file that a case names."""
    field = f"documents: [{{file: {name}.{ending}, language: en, title: Judgment}}]\n"
    case = changed(SOURCES, field + SOURCES)
    folder = "content/cases/sc"
    path = f"{folder}/{name}.{ending}"
    filled = (line.replace("{FILE}", path) for line in says)
    return in_files(name, {path: content, f"{folder}/with-{name}.md": case}, *filled)


def huge(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"%PDF-1.7\n")
        file.truncate(30_000_000)


def hidden(kind: str) -> tuple[str, str]:
    return f"1:1: error[A108] beside what readers see the file holds: {kind}", _HIDDEN_HELP


def active(kind: str) -> tuple[str, str]:
    return f"1:1: error[A106] the document does more than show its pages: {kind}", _BARE_HELP


KINDS = (
    attached(
        "svg-as-pdf",
        b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
        "1:1: error[A101] only PDF, PNG, JPEG and WebP are published; this file holds an SVG drawing, which can hold "
        "programs",
        _TYPE_HELP,
    ),
    attached(
        "page-as-png",
        b"<!DOCTYPE html><html><body>Judgment</body></html>",
        "1:1: error[A101] only PDF, PNG, JPEG and WebP are published; this file holds a web page",
        _TYPE_HELP,
        ending="png",
    ),
    attached(
        "word-as-pdf",
        samples.word(),
        "1:1: error[A101] only PDF, PNG, JPEG and WebP are published; this file holds a Word document or another "
        "packed file",
        _TYPE_HELP,
    ),
    attached(
        "empty-document",
        b"",
        "1:1: error[A101] only PDF, PNG, JPEG and WebP are published; this file holds nothing: it is empty",
        _TYPE_HELP,
    ),
    attached(
        "picture-as-pdf",
        samples.picture("PNG"),
        "1:1: error[A102] the file is of the kind PNG, but its name says otherwise",
        "    help: let its name end in .png, here and in the case",
        *_UNREAD,
    ),
    attached(
        "document-behind-something",
        b"GIF89a" + samples.pdf(),
        "1:1: error[A103] something else stands before the beginning of the PDF document",
        _ANEW,
    ),
    attached(
        "document-that-goes-on",
        samples.pdf() + samples.word(),
        "1:1: error[A103] the file is a PDF document and something else as well",
        _ANEW,
    ),
    attached(
        "picture-that-goes-on",
        samples.picture("JPEG") + samples.word(),
        "1:1: error[A103] behind the end of the picture the file goes on",
        "    help: open the picture, save it anew under another name, and take that file instead",
        *_UNREAD,
        ending="jpg",
    ),
    attached("half-a-document", samples.pdf()[:400], *_DAMAGED),
    attached("half-a-picture", samples.picture("PNG")[:80], *_DAMAGED, ending="png"),
    attached(
        "document-with-password",
        samples.encrypted(),
        "1:1: error[A105] the document is protected: it cannot be checked",
        "    help: ask for a copy without protection, or print it into a new PDF file",
    ),
    attached(
        "thirty-megabytes-document",
        huge,
        "1:1: error[A107] the file has 30.0 MB; at most 10 MB are published",
        "    help: save it smaller: 200 points an inch and shades of grey are enough for a scan; or divide it",
    ),
    attached(
        "thousand-pages",
        samples.with_pages(1_001),
        "1:1: error[A107] the document is too large to be checked: it has 1001 pages; at most 1000 are read",
        "    help: divide it, or print it into a new PDF file",
    ),
    attached(
        "picture-that-unfolds",
        samples.huge_png(),
        "1:1: error[A107] the picture has more than 50 million points, and is not opened",
        "    help: save it smaller; 300 points an inch are enough for a page",
        ending="png",
    ),
)

ACTIVE = (
    attached(
        "document-with-script", samples.with_open_action("JavaScript", JS="1"),
        *active("an action (JavaScript), an action that starts by itself"),
    ),
    attached(
        "document-that-starts", samples.with_open_action("Launch", F="a.exe"),
        *active("an action (Launch), an action that starts by itself"),
    ),
    attached(
        "document-that-sends", samples.with_open_action("SubmitForm", F="https://a.example"),
        *active("an action (SubmitForm), an action that starts by itself"),
    ),
    attached("document-with-files", samples.with_attached_file(), *active("other files within it")),
    attached("document-with-odd-link", samples.pdf(link="javascript:1"), *active("a link that is no web address")),
)  # fmt: skip

HIDDEN = (
    attached(
        "document-with-author", samples.pdf(author=samples.PRIVATE),
        *hidden("properties such as author, title and program"),
    ),
    attached("document-with-xmp", samples.with_xmp(), *hidden("properties (XMP)")),
    attached("document-with-comment", samples.pdf(note=samples.PRIVATE), *hidden("comments or marks")),
    attached(
        "document-with-form", samples.with_form_field(), *hidden("fields of a form, or the place of a signature"),
    ),
    attached(
        "document-with-strange-entry", samples.with_root_entry("/Foo", TextStringObject(samples.PRIVATE)),
        *hidden("entries that no reader shows"),
    ),
    attached("document-with-lost-part", samples.with_lost_part(), *hidden("parts that belong to no page")),
    attached(
        "document-saved-on-top", samples.saved_on_top(), *hidden("what it was before it was last changed"),
    ),
    attached("picture-with-text", samples.png_with_text(), *hidden("texts beside the picture"), *_UNREAD, ending="png"),
    attached(
        "photograph", samples.picture("JPEG", exif=samples.exif()),
        *hidden("what the camera or scanner wrote: device, time, perhaps the place (EXIF)"), *_UNREAD, ending="jpeg",
    ),
    attached(
        "web-photograph", samples.picture("WEBP", xmp=b"<x/>"), *hidden("properties (XMP)"), *_UNREAD, ending="webp"
    ),
)  # fmt: skip

READ = (
    attached(
        "address-on-page-two",
        samples.joined_pdf(samples.pdf(), samples.pdf("She wrote to somebody@mail.example on that day.")),
        "1:1: error[D104] page 2: an e-mail address of 21 characters stands here",
        "    help: black it out in the judgment so that the words are gone, not only covered; then attach the new file",
    ),
    attached(
        "scanned-judgment",
        samples.scan(),
        "1:1: notice[A109] no program can read this document (it has no text): names in it are not found",
        _UNREAD_HELP,
    ),
    attached(
        "partly-scanned-judgment",
        samples.joined_pdf(samples.pdf(), samples.scan(2)),
        "1:1: notice[A109] no program can read this document (these pages have no text: 2, 3): names in it are not "
        "found",
        _UNREAD_HELP,
    ),
)

NAMED = (
    in_files(
        "document-of-no-case",
        {"content/cases/hrc/nobodys-document.pdf": samples.pdf(author=samples.PRIVATE)},
        "1:1: warning[A110] no case names this file; it is not published",
        "    help: name it under documents: in its case, with language and title, or take it away",
    ),
    in_files(
        "ending-docx",
        {
            "content/cases/sc/word-case.docx": samples.word(
                docProps__core="<dc:creator>Arben</dc:creator><cp:lastModifiedBy>Maria</cp:lastModifiedBy>",
                word__comments='<w:comment w:id="0" w:author="Arben"/>',
                word__document='<w:p><w:ins w:id="1" w:author="Maria"/></w:p>',
            )
        },
        "1:1: error[A111] Word documents are not published, and this one also holds: its author, who changed it last, "
        "comments, tracked changes, with deleted words",
        "    help: save the judgment as PDF and attach that, or copy the text into the case; move the Word file out of "
        "content/ before you hand anything in",
    ),
    in_files(
        "word-among-the-pages",
        {"content/pages/about-us.docx": samples.word(docProps__app="<Company>Office</Company>")},
        "1:1: error[A111] Word documents are not published, and this one also holds: an office or company",
        "    help: save the judgment as PDF and attach that, or copy the text into the case; move the Word file out of "
        "content/ before you hand anything in",
    ),
    in_files(
        "ending-doc",
        {"content/cases/sc/word-case.DOC": b"\xd0\xcf\x11\xe0"},
        "1:1: error[A111] Word documents are not published",
        "    help: save the judgment as PDF and attach that, or copy the text into the case; move the Word file out of "
        "content/ before you hand anything in",
    ),
    in_files(
        "long-names",
        {
            "content/cases/sc/a-case-with-a-name-that-is-rather-long-2013.md": changed(
                SOURCES,
                "documents: [{file: judgment-of-the-court-of-first-instance.pdf, language: en, title: J}]\n" + SOURCES,
            ),
            "content/cases/sc/judgment-of-the-court-of-first-instance.pdf": samples.pdf(),
        },
        "17:20: error[A112] the names of case and document have 86 characters together; a USB stick may not hold more "
        "than 70",
        "    help: give the document a shorter name, here and where it lies",
    ),
    in_files(
        "document-that-windows-refuses",
        {
            "content/cases/sc/with-aux.md": changed(
                SOURCES, f"documents: [{{file: aux.pdf, language: en, title: Judgment}}]\n{SOURCES}"
            ),
            "content/cases/sc/aux.pdf": samples.pdf(),
        },
        '17:20: error[A112] Windows cannot have a file named "aux.pdf"',
        "    help: give the document another name, here and where it lies",
    ),
)

ATTACHMENT_MISTAKES = (*KINDS, *ACTIVE, *HIDDEN, *READ, *NAMED)
