"""What may be attached to a case, what is said of the rest, and that nothing of it is repeated."""

from __future__ import annotations

import os
import warnings
from functools import partial
from typing import TYPE_CHECKING

import pytest
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from caselaw.attachments.inspection import inspect
from caselaw.attachments.kinds import Kind
from caselaw.attachments.pdf import inspect_pdf
from caselaw.attachments.word import inspect_word
from caselaw.codes import Code
from caselaw.problems import Problems, Severity
from caselaw.reading import read_library
from caselaw.recall import Memory
from tests import attachments as samples
from tests.sample_library import SampleLibrary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def codes(raw: bytes, name: str) -> set[str]:
    return {objection.code for objection in inspect(raw, name)[1] if objection.severity is not Severity.NOTICE}


@pytest.mark.parametrize(
    ("raw", "name", "kind"),
    [
        (samples.pdf(), "a.pdf", Kind.PDF),
        (samples.pdf(link="https://court.example/law"), "a.pdf", Kind.PDF),
        (samples.pdf(link="mailto:"), "a.pdf", Kind.PDF),
        (samples.scan(), "a.pdf", Kind.PDF),
        (samples.picture("PNG"), "a.png", Kind.PNG),
        (samples.picture("PNG", "P"), "a.png", Kind.PNG),
        (samples.picture("JPEG"), "a.jpg", Kind.JPEG),
        (samples.picture("JPEG", "CMYK"), "a.jpeg", Kind.JPEG),
        (samples.picture("JPEG", progressive=True), "a.jpg", Kind.JPEG),
        (samples.picture("WEBP"), "a.webp", Kind.WEBP),
        (samples.picture("WEBP", lossless=True), "a.webp", Kind.WEBP),
        (samples.picture("WEBP", "RGBA"), "a.webp", Kind.WEBP),
    ],
)
def test_a_plain_document_or_picture_passes(raw: bytes, name: str, kind: Kind) -> None:
    assert inspect(raw, name)[0] is kind
    assert codes(raw, name) == set()


@pytest.mark.parametrize("name", ["a.pdf", "a.jpg", "a.webp", "a"])
def test_name_and_content_must_agree(name: str) -> None:
    assert codes(samples.picture("PNG"), name) == {Code.DOCUMENT_ENDING}


@pytest.mark.parametrize(
    "action", ["JavaScript", "Launch", "SubmitForm", "ImportData", "GoToR", "GoToE", "Rendition", "Movie", "Sound"]
)
def test_a_document_that_acts_is_refused(action: str) -> None:
    assert codes(samples.with_open_action(action), "a.pdf") == {Code.DOCUMENT_ACTIVE}


@pytest.mark.parametrize("action", [("GoTo", {}), ("Named", {"N": NameObject("/FirstPage")})])
def test_a_document_may_open_at_a_page(action: tuple[str, dict[str, NameObject]]) -> None:
    name, values = action
    assert codes(samples.with_open_action(name, **values), "a.pdf") == set()


@pytest.mark.parametrize(
    "raw",
    [
        samples.with_open_action("URI", URI="https://court.example/who-reads"),
        samples.with_open_action("Named", N=NameObject("/Print")),
        samples.with_open_action("Named"),
        samples.with_open_action("Unheard"),
        samples.with_open_action("GoTo", Next=samples.action("URI", URI="https://court.example/who-reads")),
        samples.with_page_entry("/AA", DictionaryObject({NameObject("/O"): samples.action("URI", URI="https://a.b")})),
        samples.with_root_entry("/AA", DictionaryObject()),
    ],
)
def test_a_document_does_nothing_by_itself(raw: bytes) -> None:
    assert codes(raw, "a.pdf") == {Code.DOCUMENT_ACTIVE}


HIDDEN = {
    "an entry of the catalog": samples.with_root_entry("/Foo", TextStringObject(samples.PRIVATE)),
    "an entry of a page": samples.with_page_entry("/Foo", TextStringObject(samples.PRIVATE)),
    "a form without fields": samples.with_root_entry("/AcroForm", DictionaryObject()),
    "a part that nothing refers to": samples.with_lost_part(),
    "words that nothing refers to": samples.with_lost_words(),
    "a person as the program": samples.with_properties(Producer=samples.PRIVATE),
    "a person beside the program": samples.with_properties(Producer=f"Microsoft Word for {samples.PRIVATE}"),
    "a long tale of the program": samples.with_properties(Producer="pdf " * 40),
    "a person as the day": samples.with_properties(Producer="pypdf", ModDate=samples.PRIVATE),
    "words on a link": samples.with_words_on_a_link(),
}


@pytest.mark.parametrize("name", HIDDEN)
def test_what_no_reader_sees_is_hidden_data(name: str) -> None:
    assert codes(HIDDEN[name], "a.pdf") == {Code.DOCUMENT_HIDDEN_DATA}


@pytest.mark.parametrize(
    "program",
    ["Microsoft® Word 2016", "LibreOffice 7.3", "GPL Ghostscript 9.55.0", "macOS Version 12.6 Quartz PDFContext",
     "iText® 5.5.10 ©2000-2015 iText Group NV (AGPL-version)", "Skia/PDF m120", "Adobe PDF Library 15.0", ""],
)  # fmt: skip
def test_the_name_of_the_program_may_stay(program: str) -> None:
    assert codes(samples.with_properties(Producer=program), "a.pdf") == set()


BETWEEN = (samples.word() + b"\n", b"\n%Arben Berisha\n", b"\nArben\n")


@pytest.mark.parametrize("between", BETWEEN)
@pytest.mark.parametrize("wrap", [samples.with_bytes_after_objects, partial(samples.with_bytes_between, b"startxref")])
def test_between_the_parts_of_a_document_stands_nothing_else(wrap: Callable[[bytes], bytes], between: bytes) -> None:
    assert codes(wrap(b"\n"), "a.pdf") == set()
    assert codes(wrap(between), "a.pdf") == {Code.DOCUMENT_MIXED}


@pytest.mark.parametrize("between", BETWEEN)
def test_nothing_stands_within_the_end_of_a_document(between: bytes) -> None:
    assert codes(samples.with_bytes_between(b"%%EOF", between), "a.pdf") <= {Code.DOCUMENT_UNREADABLE}
    assert codes(samples.with_bytes_between(b"%%EOF", between), "a.pdf")


def test_bookmarks_are_texts_of_their_own() -> None:
    assert codes(samples.with_bookmarks("The victim", "Arben Berisha"), "a.pdf") == set()
    assert codes(samples.with_bookmarks("The victim Arben Berisha"), "a.pdf") == {Code.VICTIM_NAMED}


def test_an_applicant_of_a_published_case_may_be_named_in_a_document_too() -> None:
    raw = samples.pdf("The victim Jane Sample told the court so.")
    assert codes(raw, "a.pdf") == {Code.VICTIM_NAMED}
    assert inspect(raw, "a.pdf", frozenset({"jane", "sample"}))[1] == ()


def test_no_sign_of_a_datum_is_repeated_and_others_of_its_kind_are_counted() -> None:
    raw = samples.pdf("She wrote to somebody@mail.example and to another@mail.example.")
    (objection,) = inspect(raw, "a.pdf")[1]
    assert objection.message == "page 1: an e-mail address of 21 characters stands here (and 1 more of this kind)"


def test_a_warning_about_a_document_says_that_it_cannot_be_waived() -> None:
    (objection,) = inspect(samples.pdf("The defendant Arben Berisha was convicted."), "a.pdf")[1]
    assert objection.severity is Severity.WARNING
    assert objection.help.endswith("a warning about a document stops nothing and cannot be waived")


def test_a_preview_looks_again_only_into_documents_that_changed(tmp_path: Path) -> None:
    library, memory = SampleLibrary(tmp_path), Memory()
    library.add("a", documents=[{"file": "a.pdf", "language": "en", "title": "Judgment"}])
    file = tmp_path / "content" / "cases" / "sc" / "a.pdf"

    def look() -> list[Code]:
        problems = Problems()
        read_library(library.request(), problems, memory)
        return [problem.code for problem in problems]

    file.write_bytes(samples.pdf())
    facts = file.stat()
    assert look() == []
    file.write_bytes(b"x" * facts.st_size)
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))  # as if it had not changed
    assert look() == []
    os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns + 1))
    assert look() == look() == [Code.DOCUMENT_TYPE]


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///c:/a.exe", "a.exe", "data:text/html,x"])
def test_links_of_a_document_lead_to_the_web_only(address: str) -> None:
    assert codes(samples.pdf(link=address), "a.pdf") == {Code.DOCUMENT_ACTIVE}


def test_an_address_behind_a_link_is_read_as_the_pages_are() -> None:
    (objection,) = inspect(samples.pdf(link="mailto:somebody@mail.example"), "a.pdf")[1]
    assert objection.message == ("bookmarks, links and properties: an e-mail address of 21 characters stands here")


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_the_colour_profile_of_a_device_is_hidden_data(kind: str) -> None:
    raw = samples.picture(kind, icc_profile=samples.colour_profile())
    assert codes(raw, f"a.{kind.lower()}") == {Code.DOCUMENT_HIDDEN_DATA}


def test_a_photograph_within_a_document_is_looked_into() -> None:
    (objection, *_) = inspect(samples.with_photograph(), "a.pdf")[1]
    assert objection.message.endswith("what a camera or scanner wrote into a picture (EXIF, comments)")


def test_a_moving_picture_is_more_than_a_picture() -> None:
    frames = [samples.image(), samples.image().rotate(180)]
    for kind in ("PNG", "WEBP"):
        raw = samples.picture(kind, save_all=True, append_images=frames[1:])
        assert codes(raw, f"a.{kind.lower()}") == {Code.DOCUMENT_HIDDEN_DATA}


def test_a_document_that_unfolds_without_end_is_given_up() -> None:
    objections, text = inspect_pdf(samples.that_unfolds(30_000_000))
    assert [objection.code for objection in objections] == [Code.DOCUMENT_LARGE]
    assert text.pages == ()


def test_pages_that_print_the_same_part_again_and_again_are_counted_before_they_are_read() -> None:
    objections, _ = inspect_pdf(samples.that_repeats_itself())
    assert [str(objection.message) for objection in objections] == [
        "the document is too large to be checked: its pages consist of more pieces than those of a judgment"
    ]


def test_words_that_would_take_too_long_to_join_are_counted_before_they_are_read() -> None:
    objections, _ = inspect_pdf(samples.with_contents(b"BT " + b"(a) Tj 1 1 Td " * 80_000 + b"ET"))
    assert [objection.code for objection in objections] == [Code.DOCUMENT_LARGE]


def test_reading_says_nothing_by_itself(caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]) -> None:
    with warnings.catch_warnings(action="error"):
        for raw in (samples.pdf()[:-60], samples.pdf().replace(b"endobj", b"endo"), samples.huge_png()):
            inspect(raw, "a.pdf")
    assert (caplog.records, capfd.readouterr()) == ([], ("", ""))


@pytest.mark.parametrize("raw", [b"", b"PK\x03\x04", samples.word()[:-30], samples.word(), b"{\\rtf1 Arben}"])
def test_a_word_document_is_refused_though_nothing_is_found_in_it(raw: bytes) -> None:
    assert inspect_word(raw).message == "Word documents are not published"


def test_a_document_of_a_withdrawn_case_is_not_opened(tmp_path: Path) -> None:
    library, problems = SampleLibrary(tmp_path), Problems()
    document = {"file": "a.pdf", "language": "en", "title": "Judgment"}
    library.add("a", documents=[document], publication={"status": "withdrawn", "reason": "A request."})
    library.write("content/cases/sc/a.pdf", "not a document")
    assert library.read(problems)
    # What the bare file must not hold is told; of the document itself nothing is said, since nobody looked into it.
    assert [(problem.code, problem.place.path) for problem in problems] == [
        (Code.WITHDRAWN_NOT_EMPTIED, "content/cases/sc/a.md"),
        (Code.WITHDRAWN_WITHOUT_DAY, "content/cases/sc/a.md"),
    ]
    assert "more than it needs: documents," in next(iter(problems)).message


def test_a_document_left_beside_an_emptied_case_is_to_be_deleted(tmp_path: Path) -> None:
    library, problems = SampleLibrary(tmp_path), Problems()
    withdrawn = "publication: {status: withdrawn, reason: A request., withdrawn_on: 2026-11-20}"
    library.write("content/cases/sc/a.md", f"---\n{withdrawn}\n---\n")
    library.write("content/cases/sc/a.pdf", "not a document")
    assert library.read(problems)
    (found,) = problems
    assert (found.code, found.place.path) == (Code.DOCUMENT_ALONE, "content/cases/sc/a.pdf")
    assert found.help.startswith("if it belonged to a withdrawn case, delete it")


def test_what_is_no_file_or_cannot_be_read_is_said(tmp_path: Path) -> None:
    library, problems = SampleLibrary(tmp_path), Problems()
    library.add("a", documents=[{"file": "pipe.pdf", "language": "en", "title": "Judgment"}])
    os.mkfifo(tmp_path / "content" / "cases" / "sc" / "pipe.pdf")
    assert library.read(problems) is None
    assert [problem.code for problem in problems] == [Code.FILE_UNREADABLE]


def test_a_document_that_a_faulty_case_names_is_not_called_unnamed(tmp_path: Path) -> None:
    library, problems = SampleLibrary(tmp_path), Problems()
    library.add("a", decided="yesterday", documents=[{"file": "a.pdf", "language": "en", "title": "Judgment"}])
    (tmp_path / "content" / "cases" / "sc" / "a.pdf").write_bytes(samples.pdf())
    library.read(problems)
    assert [problem.code for problem in problems] == [Code.DATE]
