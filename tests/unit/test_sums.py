"""The list of checksums: as sha256sum writes it, and read as if a stranger had written it."""

from __future__ import annotations

import hashlib
import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caselaw.sums import SUMS, digest, parse_sums, write_sum, write_sums

ONE, OTHER = "1" * 64, "a" * 64


def test_the_list_names_every_file_but_itself_sorted_with_line_feeds(tmp_path: Path) -> None:
    for name in ("b.html", "a/z.html", "a.html", SUMS):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    write_sums(tmp_path)
    lines = (tmp_path / SUMS).read_bytes().decode().split("\n")
    assert lines == [
        f"{hashlib.sha256(name.encode()).hexdigest()}  {name}" for name in ("a.html", "a/z.html", "b.html")
    ] + [""]


@pytest.mark.skipif(not shutil.which("sha256sum"), reason="sha256sum is not installed")
def test_sha256sum_understands_both_lists(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"text")
    write_sum(tmp_path / "a.html", tmp_path / "a.html.sha256")
    write_sums(tmp_path)
    for name in (SUMS, "a.html.sha256"):
        assert subprocess.run(["sha256sum", "--check", "--strict", name], cwd=tmp_path, check=False).returncode == 0


def test_a_long_file_is_read_in_pieces() -> None:
    content = bytes(5_000_001)
    assert digest(io.BytesIO(content)) == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize(
    "line", [f"{ONE}  a/b.html", f"{ONE} *a/b.html", f"{'1' * 64}  a/b.html\r", f"{ONE}  a/b.html\n"]
)
def test_the_forms_that_tools_write_are_read(line: str) -> None:
    sums = parse_sums(line.encode())
    assert (dict(sums.by_name), sums.faults) == ({"a/b.html": ONE}, ())


def test_capitals_of_windows_are_read() -> None:
    assert parse_sums(f"{OTHER.upper()}  a".encode()).by_name == {"a": OTHER}


@pytest.mark.parametrize("line", ["", "a.html", ONE, f"{ONE} a", f"{ONE[1:]}  a", f"{'g' * 64}  a", f"\\{ONE}  a"])
def test_what_is_no_line_of_the_list_is_said_with_its_number(line: str) -> None:
    sums = parse_sums(f"{OTHER}  b\n{line}\n{OTHER}  c\n".encode())
    assert (list(sums.by_name), sums.faults) == (["b", "c"], ("line 2 is not a checksum and a name",))


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a/..",
        "./a",
        "a//b",
        "a/",
        "C:/x",
        "C:x",
        "..\\x",
        "a\\b",
        "a\x00b",
        "a\x1b[2J",
    ],
)
def test_no_line_can_name_a_place_outside_of_the_edition(name: str) -> None:
    sums = parse_sums(f"{ONE}  {name}\n".encode())
    assert (dict(sums.by_name), sums.faults) == ({}, ("line 1 names a place outside of the edition",))


def test_a_file_with_two_checksums_is_said() -> None:
    sums = parse_sums(f"{ONE}  a\n{ONE}  a\n{OTHER}  a\n".encode())
    assert (dict(sums.by_name), sums.faults) == ({"a": ONE}, ("line 3 gives a second checksum for one file",))


@given(st.binary())
def test_any_bytes_give_a_list_or_faults(raw: bytes) -> None:
    sums = parse_sums(raw)
    assert all(not name.startswith("/") and ".." not in name.split("/") for name in sums.by_name)
