"""An edition for USB sticks: what it holds, that two builds of it are equal, and what is refused."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from zipfile import ZipFile

import pytest

from caselaw import pipeline, reading
from caselaw.edition_texts import WIDTH
from caselaw.pipeline import Request
from caselaw.problems import Problems
from caselaw.publish import MANIFEST, OutputRefused
from caselaw.stick import UPPER_CASE
from caselaw.sums import SUMS
from caselaw.usb import Edition, build_edition, write_zip
from caselaw.verify import verify
from tests.project import ROOT
from tests.sample_library import TODAY, SampleLibrary, said, tree

NAME = "caselaw-2026-11-23"
# Nothing that a computer would run by itself or a careful trainer would not.
PROGRAMS = re.compile(
    r".*\.(exe|com|bat|cmd|ps1|vbs|sh|lnk|url|inf|desktop|command|app|jar|hta)|autorun.*", re.IGNORECASE
)


def sample(root: Path) -> SampleLibrary:
    """Return a library of one public and one withdrawn case."""
    library = SampleLibrary(root)
    library.add("first")
    publication = "{status: withdrawn, reason: A protected person could be recognised., withdrawn_on: 2026-11-20}"
    library.write("content/cases/sc/gone.md", f"---\npublication: {publication}\n---\n")
    return library


@pytest.fixture
def library(tmp_path: Path) -> SampleLibrary:
    return sample(tmp_path / "library")


def dist(library: SampleLibrary) -> Path:
    return library.root / "dist"


def try_build(library: SampleLibrary, problems: Problems, *languages: str) -> Edition | None:
    return build_edition(Request(library.config, TODAY, languages), dist(library), problems, lambda _: None)


def build(library: SampleLibrary, *languages: str) -> Edition:
    problems = Problems()
    edition = try_build(library, problems, *languages)
    assert edition, said(problems)
    return edition


def configure(library: SampleLibrary, before: str, after: str) -> None:
    text = library.config.read_text(encoding="utf-8")
    assert before in text
    library.config.write_text(text.replace(before, after), encoding="utf-8")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """An edition for tests that only look at it; ``site`` lies beside its ``dist``."""
    library = sample(tmp_path_factory.mktemp("edition") / "library")
    library.build()
    return build(library)


# ------------------------------------------------------------------------------------------------ what it holds


def test_an_edition_is_a_folder_its_zip_and_the_checksum_of_the_zip(built: Edition) -> None:
    assert (built.folder.name, built.zip) == (NAME, built.folder.with_name(f"{NAME}.zip"))
    assert sorted(path.name for path in built.folder.parent.iterdir()) == [
        f".{NAME}.lock", NAME, f"{NAME}.zip", f"{NAME}.zip.sha256",
    ]  # fmt: skip
    assert verify(built.folder).findings == verify(built.zip).findings == ()


def test_the_folder_holds_the_site_and_what_explains_it(built: Edition) -> None:
    files = tree(built.folder)
    beside = {name for name in files if "/" not in name}
    assert beside == {*UPPER_CASE, "licence-code.txt", "licence-content.txt", "licence-font.txt"}
    hosted_only = re.compile(rf"404\.html|robots\.txt|sitemap\.xml|sw\.js|offline/.*|{re.escape(MANIFEST)}")
    site = {name for name in tree(built.folder.parent.parent / "site") if not hosted_only.fullmatch(name)}
    assert {name.removeprefix("library/") for name in files.keys() - beside} == site
    assert files["licence-code.txt"] == (ROOT / "LICENSE").read_bytes()
    assert b"SIL OPEN FONT LICENSE" in files["licence-font.txt"]


def test_every_name_is_one_that_any_stick_holds_and_none_is_that_of_a_program(built: Edition) -> None:
    names = tree(built.folder).keys()
    assert [name for name in names if PROGRAMS.fullmatch(name.rpartition("/")[2])] == []
    assert [name for name in names if not re.fullmatch(r"[a-z0-9._/-]+", name)] == sorted(UPPER_CASE)


def test_the_list_of_checksums_covers_every_file_but_itself(built: Edition) -> None:
    folder = built.folder
    listed = [line.partition("  ")[2] for line in (folder / SUMS).read_text(encoding="utf-8").splitlines()]
    assert listed == sorted(tree(folder).keys() - {SUMS})


def test_the_texts_are_made_for_notepad(library: SampleLibrary) -> None:
    configure(library, "languages:", "base_url: https://example.org/thb/\nlanguages:")
    for name in ("README.txt", "VERSION.txt"):
        raw = (build(library).folder / name).read_bytes()
        assert not raw.startswith(b"\xef\xbb\xbf")
        assert raw.count(b"\n") == raw.count(b"\r\n") == raw.count(b"\r")
        lines = raw.decode("utf-8").split("\r\n")
        commands = [line for line in lines if line.startswith("python build.py ")]  # which have to be pasted whole
        assert [line for line in lines if len(line) > WIDTH and line not in commands] == []
        assert [line for line in lines if line != line.rstrip()] == []


def test_the_version_says_what_this_is(built: Edition) -> None:
    assert (built.folder / "VERSION.txt").read_text(encoding="utf-8").splitlines() == [
        "name: caselaw", "edition: 2026-11-23", "languages: en", "cases: 1", "withdrawn: 1", "address:",
    ]  # fmt: skip


def test_the_first_page_and_the_readme_say_where_to_begin_and_what_to_know(library: SampleLibrary) -> None:
    configure(library, "languages:", "base_url: https://example.org/thb/\nlanguages:")
    folder = build(library).folder
    page = (folder / "START-HERE.html").read_text(encoding="utf-8")
    assert '<a href="library/en/index.html" hreflang="en">' in page
    assert '<link rel="stylesheet" href="library/static/site.css">' in page
    assert 'href="library/en/withdrawn.html"' in page
    assert 'href="https://example.org/thb/"' in page
    assert "canonical" not in page
    readme = " ".join((folder / "README.txt").read_text(encoding="utf-8").split())
    for text in (
        "Edition of 23 November 2026", "1 case,", "START-HERE.html", "library/en/withdrawn.html", "https://example.org/thb/",
        "Get-FileHash", f"certutil -hashfile {NAME}.zip SHA256", "* The status footnote.",
        "https://example.org/thb/en/withdrawn.html",
        f"python build.py verify {NAME} --withdrawn https://example.org/thb/data/withdrawn.json",
    ):  # fmt: skip
        assert text in readme, text


def test_without_an_address_the_reader_is_told_whom_to_ask(built: Edition) -> None:
    for name in ("START-HERE.html", "README.txt"):
        assert "Ask the people who gave you this copy." in (built.folder / name).read_text(encoding="utf-8")


def test_the_withdrawn_cases_are_listed_with_their_reason(built: Edition) -> None:
    page = (built.folder / "library/en/withdrawn.html").read_text(encoding="utf-8")
    assert '<a href="cases/gone.html">gone</a>' in page
    assert "A protected person could be recognised." in page


def test_the_sizes_are_those_of_the_files(built: Edition) -> None:
    sizes = [len(content) for content in tree(built.folder).values()]
    assert (built.files, built.size, built.zip_size) == (len(sizes), sum(sizes), built.zip.stat().st_size)
    folders = 1 + sum(path.is_dir() for path in built.folder.rglob("*"))
    assert built.on_sticks == tuple(
        (cluster, cluster * (folders + sum(-(-size // cluster) for size in sizes))) for cluster in (32768, 131072)
    )


# ------------------------------------------------------------------------------------------------ languages


@pytest.fixture
def two_languages(library: SampleLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SampleLibrary:
    """A library in English and Albanian, and a program of the test's own with interface texts for both."""
    program = tmp_path / "program"
    program.mkdir()
    for name in ("templates", "static", "LICENSE", "LICENSE-CONTENT"):
        (program / name).symlink_to(ROOT / name)
    shutil.copytree(ROOT / "locales", program / "locales")
    texts = (ROOT / "locales" / "en.yaml").read_text(encoding="utf-8")
    for before, after in (
        ("tag: en", "tag: sq"),
        ("name: English", "name: Shqip"),
        ("open: Open the library", "open: Hape"),
    ):
        assert texts.count(before) == 1
        texts = texts.replace(before, after)
    (program / "locales" / "sq.yaml").write_text(texts, encoding="utf-8")
    for module in (pipeline, reading):
        monkeypatch.setattr(module, "PROGRAM", program)
    configure(library, "languages: [en]", "languages: [en, sq]")
    configure(library, 'Kosovo*"}', 'Kosovo*", sq: "Biblioteka"}')
    configure(library, 'footnote."}', 'footnote.", sq: "* Shënim mbi statusin."}')
    return library


def test_the_first_page_offers_every_language_in_its_own_words(two_languages: SampleLibrary) -> None:
    folder = build(two_languages).folder
    page = (folder / "START-HERE.html").read_text(encoding="utf-8")
    assert re.findall(r'<li lang="(\w+)"><a href="([^"]+)" hreflang="\w+">([^<]+)', page) == [
        ("en", "library/en/index.html", "Open the library "),
        ("sq", "library/sq/index.html", "Hape "),
    ]
    assert re.findall(r'<section class="start-language" lang="(\w+)"', page) == ["en", "sq"]
    for text in ("* The status footnote.", "* Shënim mbi statusin."):
        assert text in page
        assert text in (folder / "README.txt").read_text(encoding="utf-8")


def test_an_edition_of_fewer_languages_is_smaller_and_leads_to_no_other(two_languages: SampleLibrary) -> None:
    both = build(two_languages)
    one = build(two_languages, "sq")
    assert one.size < both.size
    assert one.result.languages == ("sq",)
    assert {path.name for path in (one.folder / "library").iterdir()} == {
        "data",
        "index.html",
        "search",
        "sq",
        "static",
    }
    assert "en/index.html" not in (one.folder / "START-HERE.html").read_text(encoding="utf-8")
    assert verify(one.folder).findings == verify(one.zip).findings == ()


# ------------------------------------------------------------------------------------------------ the zip


def test_the_zip_has_one_folder_sorted_with_fixed_times_and_permissions(built: Edition) -> None:
    with ZipFile(built.zip) as packed:
        entries = packed.infolist()
        assert {entry.filename: packed.read(entry) for entry in entries} == {
            f"{NAME}/{name}": content for name, content in tree(built.folder).items()
        }
    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {(entry.date_time, entry.external_attr, entry.create_system) for entry in entries} == {
        ((2026, 11, 23, 0, 0, 0), 0o100644 << 16, 3)
    }


def test_two_builds_differ_only_in_what_pagefind_writes_at_random(library: SampleLibrary) -> None:
    zips = []
    for mask in (0o022, 0o077):
        before = os.umask(mask)
        try:
            with ZipFile(build(library).zip) as packed:
                zips.append(
                    {
                        entry.filename: (packed.read(entry), entry.date_time, entry.external_attr)
                        for entry in packed.infolist()
                    }
                )
        finally:
            os.umask(before)
    one, other = zips
    assert list(one) == list(other)
    assert [name for name in one if one[name] != other[name]] == []


def test_the_same_files_give_the_same_zip_however_they_came_into_the_folder(tmp_path: Path) -> None:
    for folder, names, mode in (("one", ("a", "b/c", "d"), 0o600), ("other", ("d", "b/c", "a"), 0o755)):
        for number, name in enumerate(names):
            file = tmp_path / folder / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(name.encode() * 1000)
            file.chmod(mode)
            os.utime(file, (number, number))
        write_zip(tmp_path / folder, tmp_path / f"{folder}.zip", "top", TODAY)
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "other.zip").read_bytes()


@pytest.mark.parametrize(("day", "packed_on"), [("1970-01-01", (1980, 1, 1)), ("9999-12-31", (2107, 12, 31))])
def test_a_date_that_a_zip_cannot_hold_is_the_nearest_that_it_can(
    tmp_path: Path, day: str, packed_on: tuple[int, int, int]
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "a").write_bytes(b"a")
    write_zip(tmp_path / "folder", tmp_path / "a.zip", "top", day)
    with ZipFile(tmp_path / "a.zip") as packed:
        assert packed.infolist()[0].date_time[:3] == packed_on


# ------------------------------------------------------------------------------------------------ what is refused


def test_an_error_in_the_content_writes_nothing(library: SampleLibrary) -> None:
    library.add("bad", court="scc")
    assert try_build(library, Problems()) is None
    assert not dist(library).exists()


def test_an_error_in_the_content_leaves_the_edition_as_it_was(library: SampleLibrary) -> None:
    build(library)
    before = tree(dist(library))
    library.add("bad", "[1] See [this](nowhere.html).\n")
    assert try_build(library, Problems()) is None
    assert tree(dist(library)) == before


def test_a_path_that_is_too_long_is_a_problem_with_its_cure_and_nothing_is_written(library: SampleLibrary) -> None:
    configure(library, "languages:", f"short_name: {'a' * 30}\nlanguages:")
    library.add("b" * 70)
    problems = Problems()
    assert try_build(library, problems) is None
    assert {problem.code for problem in problems} == {"U104"}
    assert (
        f"library/en/cases/{'b' * 70}.html:1:1: error[U104] with the name of the edition this path has 134 characters; "
        "at most 120 are allowed\n"
        "    help: shorten short_name in site_config.yaml, or the name of the case, court or offence"
    ) in said(problems)
    assert [path.name for path in dist(library).iterdir()] == [f".{'a' * 30}-2026-11-23.lock"]


def test_a_zip_that_is_too_large_is_not_published(library: SampleLibrary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caselaw.stick.MAX_SIZE", 50_000)
    problems = Problems()
    assert try_build(library, problems) is None
    assert {problem.code for problem in problems} == {"U105"}
    assert [path.name for path in dist(library).iterdir()] == [f".{NAME}.lock"]


def test_a_new_edition_of_the_same_day_takes_the_place_of_the_old_one(library: SampleLibrary) -> None:
    build(library)
    library.add("second")
    edition = build(library)
    assert (edition.folder / "library/en/cases/second.html").is_file()
    assert verify(edition.folder).findings == verify(edition.zip).findings == ()


@pytest.mark.parametrize("stray", ["notes.txt", "library/en/my-draft.docx"])
def test_an_edition_in_which_somebody_put_a_file_is_refused(library: SampleLibrary, stray: str) -> None:
    folder = build(library).folder
    (folder / stray).write_bytes(b"three days of work")
    before = tree(dist(library))
    with pytest.raises(OutputRefused) as refusal:
        build(library)
    assert str(refusal.value) == (
        f"{NAME} holds files that no build made ({stray}); move them elsewhere, a build would delete them"
    )
    assert tree(dist(library)) == before


def test_a_folder_where_the_zip_belongs_is_refused(library: SampleLibrary) -> None:
    (dist(library) / f"{NAME}.zip" / "work").mkdir(parents=True)
    with pytest.raises(OutputRefused) as refusal:
        build(library)
    assert str(refusal.value) == f"{NAME}.zip is a folder, where a file has to be written; move it elsewhere"
    assert not (dist(library) / NAME).exists()


def test_an_edition_is_not_written_among_the_cases(library: SampleLibrary) -> None:
    with pytest.raises(OutputRefused, match="cannot lie inside content/"):
        build_edition(library.request(), library.root / "content" / "cases", Problems(), lambda _: None)


def test_an_edition_that_cannot_be_exchanged_leaves_the_old_one_whole(
    library: SampleLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where another program may hold the folder open."""
    built = build(library)
    before = tree(built.folder.parent)

    def refuse(*_: object) -> None:
        raise PermissionError("held open")

    library.add("another")
    monkeypatch.setattr("caselaw.usb.put_in_place", refuse)
    with pytest.raises(PermissionError):
        build(library)
    assert tree(built.folder.parent) == before


def test_an_edition_is_not_put_into_a_published_site(library: SampleLibrary) -> None:
    library.build()
    with pytest.raises(
        OutputRefused, match=r"^editions is or lies in a published site; name another folder with --output$"
    ):
        build_edition(library.request(), library.output / "editions", Problems(), lambda _: None)
