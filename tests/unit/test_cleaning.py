"""Copies without hidden data: what is taken out, what stays, and that no file is ever lost."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result
from PIL import Image
from pypdf import PdfReader
from pypdf.generic import TextStringObject

from build import main
from caselaw.attachments.cleaning import clean
from caselaw.attachments.inspection import inspect
from caselaw.problems import Severity
from tests import attachments as samples

if TYPE_CHECKING:
    from pathlib import Path

DIRTY = {
    "author.pdf": samples.pdf(author=samples.PRIVATE),
    "xmp.pdf": samples.with_xmp(),
    "comment.pdf": samples.pdf(note=samples.PRIVATE),
    "form.pdf": samples.with_form_field(),
    "files.pdf": samples.with_attached_file(),
    "script.pdf": samples.with_open_action("JavaScript", JS=samples.PRIVATE),
    "page-script.pdf": samples.with_page_action(),
    "link.pdf": samples.pdf(link="javascript:1"),
    "tracker.pdf": samples.with_open_action("URI", URI="https://court.example/who-reads"),
    "catalog.pdf": samples.with_root_entry("/Foo", TextStringObject(samples.PRIVATE)),
    "page.pdf": samples.with_page_entry("/Foo", TextStringObject(samples.PRIVATE)),
    "lost-part.pdf": samples.with_lost_part(),
    "lost-words.pdf": samples.with_lost_words(),
    "program.pdf": samples.with_properties(Producer=samples.PRIVATE),
    "link-words.pdf": samples.with_words_on_a_link(),
    "between.pdf": samples.with_bytes_after_objects(samples.PRIVATE.encode()),
    "before.pdf": samples.saved_on_top(),
    "photograph.pdf": samples.with_photograph(),
    "longer.pdf": samples.pdf() + b"PK\x03\x04",
    "text.png": samples.png_with_text(),
    "camera.png": samples.picture("PNG", exif=samples.exif()),
    "camera.jpg": samples.picture("JPEG", exif=samples.exif()),
    "comment.jpg": samples.picture("JPEG", comment=samples.PRIVATE),
    "longer.jpg": samples.picture("JPEG") + samples.PRIVATE.encode(),
    "camera.webp": samples.picture("WEBP", exif=samples.exif()),
    "profile.jpg": samples.picture("JPEG", "CMYK", icc_profile=samples.colour_profile()),
    "profile.png": samples.picture("PNG", "RGBA", icc_profile=samples.colour_profile()),
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["clean", *map(str, arguments)])


@pytest.mark.parametrize("name", DIRTY)
def test_a_cleaned_copy_passes_the_check_and_holds_nothing_hidden(name: str) -> None:
    cleaned = clean(DIRTY[name], name)
    assert cleaned.copy
    assert cleaned.removed
    assert {objection.severity for objection in inspect(cleaned.copy, name)[1]} <= {Severity.NOTICE}
    assert samples.PRIVATE.encode() not in cleaned.copy
    assert clean(DIRTY[name], name) == cleaned


def test_pages_and_links_of_a_document_stay() -> None:
    cleaned = clean(samples.pdf(pages=3, author=samples.PRIVATE, link="https://court.example/law"), "a.pdf")
    assert cleaned.copy
    reader = PdfReader(BytesIO(cleaned.copy))
    assert [page.extract_text() for page in reader.pages] == ["\n".join(samples.LINES)] * 3
    links = [str(note.get_object()["/A"]["/URI"]) for page in reader.pages for note in page.annotations or ()]
    assert links == ["https://court.example/law"] * 6


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_picture_is_turned_before_the_camera_s_word_for_it_is_lost(kind: str) -> None:
    cleaned = clean(samples.picture(kind, exif=samples.exif(orientation=6)), f"a.{kind.lower()}")
    assert cleaned.copy
    with Image.open(BytesIO(cleaned.copy)) as picture:
        assert picture.size == (30, 40)


def test_the_points_of_a_picture_without_loss_stay() -> None:
    cleaned = clean(samples.png_with_text(), "a.png")
    assert cleaned.copy
    with Image.open(BytesIO(cleaned.copy)) as picture:
        assert picture.convert("RGB").tobytes() == samples.image().tobytes()


@pytest.mark.parametrize(
    ("raw", "name"),
    [(samples.encrypted(), "a.pdf"), (samples.pdf()[:300], "a.pdf"), (b"<svg/>", "a.png"), (samples.word(), "a.docx"),
     (samples.huge_png(), "a.png"), (b"%PDF-" + b" " * 10_000_001, "a.pdf"), (b"", "a.pdf")],
)  # fmt: skip
def test_what_cannot_be_cleaned_is_refused_with_the_reason(raw: bytes, name: str) -> None:
    cleaned = clean(raw, name)
    assert cleaned.copy is None
    assert cleaned.left


def test_the_command_writes_a_copy_and_says_what_kinds_it_took_out(tmp_path: Path) -> None:
    file = tmp_path / "judgment.pdf"
    file.write_bytes(DIRTY["author.pdf"])
    result = run(file)
    copy = tmp_path / "judgment.clean.pdf"
    assert (result.exit_code, result.output) == (
        0,
        f"{copy}: written.\n"
        "    taken out: properties such as author, title and program\n"
        "Names on the pages stay as they are: this does not anonymise a text.\n",
    )
    assert file.read_bytes() == DIRTY["author.pdf"]
    assert inspect(copy.read_bytes(), "judgment.pdf")[1] == ()


def test_a_file_is_never_overwritten_by_a_copy(tmp_path: Path) -> None:
    file, copy = tmp_path / "judgment.pdf", tmp_path / "judgment.clean.pdf"
    file.write_bytes(DIRTY["author.pdf"])
    copy.write_bytes(b"mine")
    result = run(file)
    assert (result.exit_code, copy.read_bytes()) == (2, b"mine")
    assert "is there already" in result.output


def test_in_place_the_copy_takes_the_place_of_the_file_and_nothing_else_is_left(tmp_path: Path) -> None:
    file = tmp_path / "photograph.jpg"
    file.write_bytes(DIRTY["camera.jpg"])
    assert run("--in-place", file).exit_code == 0
    assert inspect(file.read_bytes(), file.name)[1][0].severity is Severity.NOTICE
    assert list(tmp_path.iterdir()) == [file]


def test_in_place_a_file_that_cannot_be_cleaned_stays_as_it_was(tmp_path: Path) -> None:
    file, sound = tmp_path / "a.pdf", tmp_path / "b.pdf"
    file.write_bytes(raw := samples.encrypted())
    sound.write_bytes(samples.pdf())
    result = run("--in-place", file, sound)
    assert result.exit_code == 1
    assert result.output.startswith(f"{file}: no clean copy could be made.\n    error[A105] ")
    assert f"{sound}: written; nothing hidden was found." in result.output
    assert file.read_bytes() == raw


def test_what_must_not_be_published_is_told_though_the_copy_is_clean(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(samples.pdf("She wrote to somebody@mail.example on that day."))
    result = run(file)
    assert result.exit_code == 1
    assert "error[D104] page 1: " in result.output
    assert "somebody" not in result.output
