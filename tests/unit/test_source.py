"""Reading the content folders: which files are read, in which order, and what never is."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from caselaw.document import MAX_BYTES, decode, parse_document
from caselaw.problems import Problems
from caselaw.source import list_files, read_cases, read_text_pages, read_yaml
from tests.mistakes import CASE
from tests.sample_library import said


def write(root: Path, name: str, content: str | bytes = CASE) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def test_cases_are_read_in_the_order_of_their_paths_with_every_file_and_id(tmp_path: Path) -> None:
    for name in ("sc/b.md", "sc/a.md", "bc-north/z.md", "sc/a.pdf", "sc/a-scan.PNG"):
        write(tmp_path, f"content/cases/{name}")
    problems = Problems()
    source = read_cases(tmp_path, problems)
    assert said(problems) == []
    paths = ["content/cases/bc-north/z.md", "content/cases/sc/a.md", "content/cases/sc/b.md"]
    assert [document.path for document in source.documents] == paths
    assert [document.id for document in source.documents] == ["z", "a", "b"]
    assert source.ids == {"a", "b", "z"}
    assert source.files == {*paths, "content/cases/sc/a.pdf", "content/cases/sc/a-scan.PNG"}


def test_a_document_knows_where_its_text_begins(tmp_path: Path) -> None:
    write(tmp_path, "content/cases/sc/a.md")
    (document,) = read_cases(tmp_path, Problems()).documents
    assert document.text_line == 22
    assert document.text.startswith("## Facts\n")
    assert document.front.place.line == 2


def test_what_systems_leave_behind_is_not_looked_at(tmp_path: Path) -> None:
    junk = [".DS_Store", "Thumbs.db", "desktop.ini", "~$word.docx", ".a.md.swp", ".git/config", ".obsidian/a.md"]
    for name in junk:
        write(tmp_path, f"content/cases/sc/{name}", b"\x00\xff")
    problems = Problems()
    source = read_cases(tmp_path, problems)
    assert (said(problems), source.documents, source.ids, source.files) == ([], (), frozenset(), frozenset())


def test_a_library_without_cases_and_pages_is_empty(tmp_path: Path) -> None:
    problems = Problems()
    assert read_cases(tmp_path, problems).documents == ()
    assert read_text_pages(tmp_path, problems) == ()
    assert said(problems) == []


def test_files_that_need_mending_have_their_ids_so_that_nobody_misses_them(tmp_path: Path) -> None:
    for name in ("Medicus 2013.md", "notes.txt", "broken.md", "translated.sq.md", "Suđenje-ç.md"):
        write(tmp_path, f"content/cases/sc/{name}", b"\xff")
    (tmp_path / "content/cases/sc/linked.md").symlink_to(tmp_path)
    source = read_cases(tmp_path, Problems())
    assert source.documents == ()
    assert source.ids == {"medicus-2013", "notes", "broken", "translated", "sudenje-c", "linked"}


def test_a_link_is_not_followed_though_it_leads_to_a_case_beside_it(tmp_path: Path) -> None:
    case = write(tmp_path, "content/cases/sc/a.md")
    (case.parent / "b.md").symlink_to(case)
    (tmp_path / "content/cases/linked").symlink_to(case.parent, target_is_directory=True)
    problems = Problems()
    source = read_cases(tmp_path, problems)
    assert [document.id for document in source.documents] == ["a"]
    assert source.files == {"content/cases/sc/a.md"}
    assert [problem.place.path for problem in problems] == ["content/cases/linked", "content/cases/sc/b.md"]


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
def test_a_name_that_is_no_text_is_a_problem_and_no_crash(tmp_path: Path) -> None:
    folder = tmp_path / "content/cases/sc"
    folder.mkdir(parents=True)
    (Path(os.fsdecode(os.fsencode(folder) + b"/caf\xe9.md"))).write_bytes(b"")
    problems = Problems()
    assert read_cases(tmp_path, problems).ids == {"caf"}
    assert [str(problem.code) for problem in problems] == ["S103", "S108"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is closed to the superuser")
@pytest.mark.parametrize("name", ["content/cases/sc/a.md", "content/cases/sc"])
def test_what_may_not_be_opened_is_a_problem(name: str, tmp_path: Path) -> None:
    write(tmp_path, "content/cases/sc/a.md")
    (tmp_path / name).chmod(0)
    problems = Problems()
    read_cases(tmp_path, problems)
    (tmp_path / name).chmod(0o700)
    assert said(problems) == [
        f"{name}:1:1: error[S104] this cannot be read: Permission denied\n"
        "    help: check that it is a file and that you may open it"
    ]


def test_a_disk_that_fails_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "content/cases/sc/a.md")

    def fail(path: Path) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", fail)
    problems = Problems()
    assert read_cases(tmp_path, problems).ids == {"a"}
    assert said(problems) == [
        "content/cases/sc/a.md:1:1: error[S104] this cannot be read: Input/output error\n"
        "    help: check that it is a file and that you may open it"
    ]


def test_a_folder_that_cannot_be_listed_is_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write(tmp_path, "content/cases/sc/a.md").parent

    def refuse(path: str) -> object:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(os, "scandir", refuse)
    problems = Problems()
    read_cases(tmp_path, problems)
    assert said(problems) == [
        "content/cases/sc:1:1: error[S104] this cannot be read: Permission denied\n"
        "    help: check that it is a file and that you may open it"
    ]


def test_pages_and_lists_lie_in_their_folder_and_nowhere_below(tmp_path: Path) -> None:
    for name in ("b.md", "a.md", "notes.txt", "more/c.md"):
        write(tmp_path, f"content/pages/{name}")
    problems = Problems()
    files = list_files(tmp_path, tmp_path / "content" / "pages", ".md", problems)
    assert [path.name for path in files] == ["a.md", "b.md"]
    assert [f"{problem.place.path} {problem.code}" for problem in problems] == [
        "content/pages/more/c.md S109",
        "content/pages/notes.txt S108",
    ]


def test_a_file_may_be_a_megabyte_and_not_a_byte_more(tmp_path: Path) -> None:
    text = "---\n- a\n---\n".ljust(MAX_BYTES, "x")
    assert decode(text.encode(), "a.md", Problems())
    problems = Problems()
    assert decode(f"{text}x".encode(), "a.md", problems) is None
    assert [str(problem.code) for problem in problems] == ["S101"]


def test_what_is_left_of_a_list_that_cannot_be_decoded_is_nothing(tmp_path: Path) -> None:
    problems = Problems()
    assert read_yaml(tmp_path, write(tmp_path, "sexes.yaml", b"- id: \xff"), problems) is None
    assert [f"{problem.place.path}:{problem.place.line}:{problem.place.column}" for problem in problems] == [
        "sexes.yaml:1:7"
    ]


def test_the_place_of_a_wrong_byte_counts_every_kind_of_line_end() -> None:
    problems = Problems()
    assert parse_document(b"---\r\na: b\rc: \xe8\r\n---\r\n", "a.md", problems) is None
    assert said(problems) == [
        'a.md:3:4: error[S102] the file is not saved as UTF-8: the letter here, perhaps "č", cannot be read\n'
        "    help: open it in a text editor and save it with the encoding UTF-8 (in Notepad: Save as, Encoding: UTF-8)"
    ]
