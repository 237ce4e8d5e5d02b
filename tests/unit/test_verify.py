"""Verifying: every changed, missing or extra file is named, and nothing that somebody does to an edition is a crash."""

from __future__ import annotations

import contextlib
import io
import os
import warnings
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_LZMA, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caselaw.sums import SUMS, write_sum, write_sums
from caselaw.usb import write_zip
from caselaw.verify import NotAnEdition, Report, verify

FILES = {"START-HERE.html": b"start", "library/en/index.html": b"home" * 500, "library/en/cases/a.html": b"case"}


@pytest.fixture
def edition(tmp_path: Path) -> Path:
    """A small edition in a folder, and the same as a zip beside it."""
    folder = tmp_path / "thb-2026-11-23"
    for name, content in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    write_sums(folder)
    write_zip(folder, as_zip(folder), folder.name, "2026-11-23")
    return folder


def as_zip(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.zip")


def said(report: Report) -> list[str]:
    return [str(finding) for finding in report.findings]


def repack(folder: Path, change: Callable[[dict[str, bytes]], object]) -> Path:
    """Change the files of the zip, as somebody would do who packs it anew."""
    with ZipFile(as_zip(folder)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    change(files)
    with ZipFile(as_zip(folder), "w") as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return as_zip(folder)


# ------------------------------------------------------------------------------------------------ a folder


def test_a_whole_edition_has_no_findings(edition: Path) -> None:
    assert verify(edition) == verify(as_zip(edition)) == Report(3, ())


def test_every_changed_missing_and_extra_file_is_named(edition: Path) -> None:
    (edition / "START-HERE.html").write_bytes(b"Start")
    (edition / "library/en/index.html").unlink()
    (edition / "library/en/more.html").write_bytes(b"more")
    (edition / "notes.txt").write_bytes(b"")
    report = verify(edition)
    assert said(report) == [
        "changed: START-HERE.html",
        "extra: library/en/more.html",
        "extra: notes.txt",
        "missing: library/en/index.html",
    ]
    assert (report.files, dict(report.counts)) == (3, {"changed": 1, "extra": 2, "missing": 1})


@pytest.mark.parametrize(
    "junk",
    [
        "Thumbs.db",
        "thumbs.db",
        "library/desktop.ini",
        "library/en/.DS_Store",
        "System Volume Information/IndexerVolumeGuid",
    ],
)
def test_what_systems_put_onto_a_stick_is_ignored(edition: Path, junk: str) -> None:
    (edition / junk).parent.mkdir(exist_ok=True)
    (edition / junk).write_bytes(b"junk")
    assert verify(edition) == Report(3, ())


def test_a_list_whose_lines_windows_has_changed_is_understood(edition: Path) -> None:
    (edition / SUMS).write_bytes((edition / SUMS).read_bytes().replace(b"\n", b"\r\n"))
    assert verify(edition) == Report(3, ())


def test_a_link_is_not_followed(edition: Path, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "outside" / "a.html").write_bytes(b"case")
    (edition / "library/en/cases/a.html").unlink()
    (edition / "library/en/cases/a.html").symlink_to(tmp_path / "outside" / "a.html")
    (edition / "folder").symlink_to(tmp_path / "outside")
    assert said(verify(edition)) == [
        "extra: folder",
        "unreadable: library/en/cases/a.html (it is a link to another place, not a file)",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes in folders")
def test_a_pipe_does_not_make_it_wait_for_ever(edition: Path) -> None:
    (edition / "START-HERE.html").unlink()
    os.mkfifo(edition / "START-HERE.html")
    assert said(verify(edition)) == ["unreadable: START-HERE.html (it is not an ordinary file)"]


def test_a_file_that_cannot_be_read_is_named_with_the_reason(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(path: Path, mode: str = "r") -> object:
        if path.name == "a.html":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert said(verify(edition)) == ["unreadable: library/en/cases/a.html (Permission denied)"]


def test_a_folder_that_cannot_be_read_is_named_with_the_reason(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    walk = os.walk

    def refuse(folder: Path, onerror: Callable[[OSError], None]) -> object:
        onerror(PermissionError(13, "Permission denied", str(edition / "library")))
        return walk(folder)

    monkeypatch.setattr(os, "walk", refuse)
    assert said(verify(edition)) == ["unreadable: library (Permission denied)"]


def test_a_name_cannot_play_with_the_terminal(edition: Path) -> None:
    (edition / "a\x1b[2Jb").write_bytes(b"")
    assert said(verify(edition)) == ["extra: a?[2Jb"]


@pytest.mark.parametrize(
    ("line", "finding"),
    [
        ("nonsense", "damaged: SHA256SUMS (line 4 is not a checksum and a name)"),
        (f"{'0' * 64}  ../../secret", "damaged: SHA256SUMS (line 4 names a place outside of the edition)"),
        (f"{'0' * 64}  /etc/hostname", "damaged: SHA256SUMS (line 4 names a place outside of the edition)"),
        (f"{'0' * 64}  START-HERE.html", "damaged: SHA256SUMS (line 4 gives a second checksum for one file)"),
        (f"{'0' * 64}  new.html", "missing: new.html"),
    ],
)
def test_a_line_that_somebody_added_to_the_list_is_said(edition: Path, line: str, finding: str) -> None:
    with (edition / SUMS).open("a", encoding="utf-8") as file:
        file.write(line)
    assert said(verify(edition)) == [finding]


def test_an_empty_list_vouches_for_nothing(edition: Path) -> None:
    (edition / SUMS).write_bytes(b"")
    assert said(verify(edition))[0] == "damaged: SHA256SUMS (it lists no file)"


def test_a_list_that_is_a_link_is_not_read(edition: Path, tmp_path: Path) -> None:
    (edition / SUMS).rename(tmp_path / "list")
    (edition / SUMS).symlink_to(tmp_path / "list")
    assert said(verify(edition)) == ["unreadable: SHA256SUMS (it is a link to another place, not a file)"]


# ------------------------------------------------------------------------------------------------ a zip


def test_a_zip_is_checked_as_its_folder_is(edition: Path) -> None:
    top = edition.name

    def change(files: dict[str, bytes]) -> None:
        files[f"{top}/START-HERE.html"] = b"Start"
        files[f"{top}/notes.txt"] = b""
        files["beside.txt"] = b""
        files["library/en/cases/a.html"] = b"not the one in the folder"
        files["../../outside.txt"] = b""
        del files[f"{top}/library/en/index.html"]

    assert said(verify(repack(edition, change))) == [
        "changed: START-HERE.html",
        "extra: ../../../outside.txt",
        "extra: ../beside.txt",
        "extra: ../library/en/cases/a.html",
        "extra: notes.txt",
        "missing: library/en/index.html",
    ]


@pytest.mark.parametrize("kept", [4, 100, 0.5, -1])
def test_a_zip_that_is_cut_off_is_said_to_be(edition: Path, kept: float) -> None:
    content = as_zip(edition).read_bytes()
    as_zip(edition).write_bytes(content[: int(len(content) * kept) if kept == 0.5 else int(kept)])
    assert said(verify(as_zip(edition))) == [
        "damaged: thb-2026-11-23.zip (the zip is cut off or broken; copy or download it again)"
    ]


def test_a_zip_with_a_broken_byte_names_the_file_it_is_in(edition: Path) -> None:
    content = bytearray(as_zip(edition).read_bytes())
    content[content.index(b"library/en/cases/a.html") + 25] ^= 0xFF
    as_zip(edition).write_bytes(content)
    (finding,) = verify(as_zip(edition)).findings
    assert (finding.kind, finding.name) in {
        ("unreadable", "library/en/cases/a.html"),
        ("changed", "library/en/cases/a.html"),
    }
    assert finding.kind == "changed" or finding.detail


def test_a_zip_that_holds_a_file_twice_is_said_to(edition: Path) -> None:
    with warnings.catch_warnings(), ZipFile(as_zip(edition), "a") as packed:
        warnings.simplefilter("ignore", UserWarning)  # which says just that
        packed.writestr(f"{edition.name}/START-HERE.html", b"another")
    assert said(verify(as_zip(edition))) == [
        "changed: START-HERE.html",
        "damaged: thb-2026-11-23/START-HERE.html (the zip holds it twice)",
    ]


def test_a_zip_packed_in_another_way_is_read_too(edition: Path) -> None:
    with ZipFile(as_zip(edition), "w", ZIP_LZMA) as packed:
        packed.mkdir("thb-2026-11-23/library")
        for name in (*FILES, SUMS):
            packed.write(edition / name, f"{edition.name}/{name}")
    assert verify(as_zip(edition)) == Report(3, ())


def test_a_zip_with_a_password_is_unreadable_and_no_crash(edition: Path) -> None:
    content = as_zip(edition).read_bytes()
    for mark, flag in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        parts = content.split(mark)
        content = mark.join([parts[0], *(_encrypted(part, flag - 4) for part in parts[1:])])
    as_zip(edition).write_bytes(content)
    (finding,) = verify(as_zip(edition)).findings
    assert (finding.kind, finding.name) == ("unreadable", SUMS)
    assert "password" in finding.detail


def _encrypted(header: bytes, flag: int) -> bytes:
    return header[:flag] + bytes([header[flag] | 1]) + header[flag + 1 :]


def test_the_checksum_beside_a_zip_is_compared_too(edition: Path) -> None:
    listed = as_zip(edition).with_name(f"{as_zip(edition).name}.sha256")
    write_sum(as_zip(edition), listed)
    assert verify(as_zip(edition)) == Report(3, ())
    repack(edition, dict.copy)  # the same files, another zip
    assert said(verify(as_zip(edition))) == [
        "changed: thb-2026-11-23.zip (it is not the zip that thb-2026-11-23.zip.sha256 was written for)"
    ]


@given(data=st.data())
def test_no_damage_to_a_zip_is_a_crash(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    buffer = io.BytesIO()
    with ZipFile(buffer, "w") as packed:
        packed.writestr("top/SHA256SUMS", b"")
        packed.writestr("top/a", b"a" * 40)
    content = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    path.write_bytes(content[: data.draw(st.integers(1, len(content)))])
    with contextlib.suppress(NotAnEdition):
        assert verify(path).findings


# ------------------------------------------------------------------------------------------------ no edition


def refusal(path: Path) -> str:
    with pytest.raises(NotAnEdition) as refused:
        verify(path)
    return str(refused.value)


def test_what_is_no_edition_is_said_with_what_to_name_instead(edition: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir")
    with ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("letter.txt", b"Dear Sir")
    right = "name the folder with START-HERE.html, or the zip"
    assert refusal(edition / "library") == f"library is no edition: it holds no SHA256SUMS; {right}"
    assert refusal(tmp_path / "other.zip") == f"other.zip is no edition: it holds no SHA256SUMS; {right}"
    assert refusal(tmp_path / "letter.txt") == f"letter.txt is no zip; {right}"
    assert refusal(tmp_path / "nothing") == (
        f"there is no {tmp_path / 'nothing'}; name the folder that holds START-HERE.html, or the zip"
    )


def test_a_list_of_absurd_size_is_not_read_into_memory(edition: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caselaw.verify._MAX_LIST", 100)
    assert refusal(edition) == "thb-2026-11-23 is no edition: its SHA256SUMS is too large to be a list of files"
