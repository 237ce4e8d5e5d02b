"""Publishing: the new site takes the place of the old one whole, and nobody else's file is ever lost."""

from __future__ import annotations

import contextlib
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from caselaw import publish as publishing
from caselaw.publish import MANIFEST, OutputRefused, publish, staged
from tests.sample_library import tree

OLD = {"index.html": b"old", "en/cases/a.html": b"old case"}
NEW = {"index.html": b"new", "en/cases/b.html": b"new case", "static/site.css": b"body{}"}


def write(folder: Path, files: dict[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)


def put(output: Path, files: dict[str, bytes]) -> None:
    """Publish files as a build does."""
    with staged(output) as stage:
        write(stage, files)
        publish(stage, output)


def with_manifest(files: dict[str, bytes]) -> dict[str, bytes]:
    return {MANIFEST: "".join(f"{name}\n" for name in sorted(files)).encode(), **files}


def left_over(output: Path) -> list[str]:
    """Return what lies beside the site, but for the lock."""
    return sorted(
        path.name for path in output.parent.iterdir() if path.name not in (output.name, f".{output.name}.lock")
    )


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "library" / "site"


# ------------------------------------------------------------------------------------------------ what is published


def test_the_first_site_makes_its_folder_and_those_above_it(output: Path) -> None:
    put(output, NEW)
    assert tree(output) == with_manifest(NEW)
    assert left_over(output) == []


def test_a_site_may_be_published_into_an_empty_folder(output: Path) -> None:
    output.mkdir(parents=True)
    put(output, NEW)
    assert tree(output) == with_manifest(NEW)


def test_a_new_site_takes_the_place_of_the_old_one_and_leaves_nothing_of_it(output: Path) -> None:
    put(output, OLD)
    put(output, NEW)
    assert tree(output) == with_manifest(NEW)
    assert left_over(output) == []


def test_the_manifest_names_every_file_of_the_site_in_sorted_order(output: Path) -> None:
    put(output, NEW)
    assert (output / MANIFEST).read_text() == "en/cases/b.html\nindex.html\nstatic/site.css\n"


@pytest.mark.parametrize("junk", [".DS_Store", "Thumbs.db", "desktop.ini"])
def test_what_file_managers_leave_in_a_folder_is_tolerated(output: Path, junk: str) -> None:
    put(output, OLD)
    write(output, {junk: b"icons", f"en/cases/{junk}": b"icons"})
    put(output, NEW)
    assert tree(output) == with_manifest(NEW)


def test_what_file_managers_leave_in_a_folder_does_not_make_it_foreign(output: Path) -> None:
    write(output, {".DS_Store": b"icons"})
    put(output, NEW)
    assert tree(output) == with_manifest(NEW)


# ------------------------------------------------------------------------------------------------ what is refused


def assert_refused(output: Path, message: str) -> None:
    """Check that nothing is staged for ``output`` and that nothing in its folder changes."""
    lock = {".site.lock": b""}
    before = tree(output.parent) | lock
    with pytest.raises(OutputRefused) as refusal, staged(output):
        pytest.fail("a stage was made")
    assert str(refusal.value) == message
    assert tree(output.parent) | lock == before
    assert left_over(output) == []


def test_a_folder_with_files_that_no_build_made_is_refused(output: Path) -> None:
    write(output, {"letter.docx": b"Dear Sir"})
    assert_refused(output, "site holds files that no build made (letter.docx); name an empty folder with --output")


def test_at_most_three_of_the_files_in_the_way_are_named(output: Path) -> None:
    write(output, {f"{name}.txt": b"text" for name in "abcde"})
    assert_refused(
        output,
        "site holds files that no build made (a.txt, b.txt, c.txt and 2 more); name an empty folder with --output",
    )


@pytest.mark.parametrize("stray", ["notes.txt", "en/cases/my-draft.docx", ".hidden", "new folder/x.pdf"])
def test_a_site_in_which_somebody_put_a_file_is_refused(output: Path, stray: str) -> None:
    put(output, OLD)
    write(output, {stray: b"three days of work"})
    assert_refused(
        output,
        f"site holds files that no build made ({stray}); move them elsewhere, a build would delete them",
    )


def test_a_file_that_is_put_into_the_site_during_the_build_is_not_lost(output: Path) -> None:
    put(output, OLD)
    with staged(output) as stage:
        write(stage, NEW)
        write(output, {"notes.txt": b"three days of work"})
        with pytest.raises(OutputRefused, match=r"notes\.txt"):
            publish(stage, output)
    assert tree(output) == with_manifest(OLD) | {"notes.txt": b"three days of work"}
    assert left_over(output) == []


def test_a_file_is_no_output_folder(output: Path) -> None:
    write(output.parent, {"site": b"a file"})
    assert_refused(output, "site is not a folder; name another one with --output")


def test_a_link_is_no_output_folder(output: Path, tmp_path: Path) -> None:
    put(tmp_path / "elsewhere" / "site", OLD)
    output.parent.mkdir()
    output.symlink_to(tmp_path / "elsewhere" / "site")
    assert_refused(output, "site is not a folder; name another one with --output")
    assert tree(tmp_path / "elsewhere" / "site") == with_manifest(OLD)


@pytest.mark.parametrize("target", ["elsewhere", "nowhere"])
def test_a_link_within_the_site_is_foreign_wherever_it_leads(output: Path, tmp_path: Path, target: str) -> None:
    put(output, OLD)
    write(tmp_path / "elsewhere", {"precious.txt": b"precious"})
    (output / "link").symlink_to(tmp_path / target)
    assert_refused(output, "site holds files that no build made (link); move them elsewhere, a build would delete them")
    assert tree(tmp_path / "elsewhere") == {"precious.txt": b"precious"}


def test_a_manifest_that_is_no_text_vouches_for_nothing(output: Path) -> None:
    write(output, {MANIFEST: b"\xff\xfe\x00", "a.txt": b"text"})
    assert_refused(
        output, "site holds files that no build made (a.txt); move them elsewhere, a build would delete them"
    )


@pytest.mark.parametrize("name", ["/", ".."])
def test_a_folder_that_holds_everything_else_is_refused(output: Path, name: str) -> None:
    folder = output / name
    with pytest.raises(OutputRefused) as refusal, staged(folder):
        pytest.fail("a stage was made")
    assert str(refusal.value) == f"{folder} cannot be replaced by a site; name a folder below it with --output"
    assert not output.parent.exists()


# ------------------------------------------------------------------------------------------------ one build at a time


def test_a_second_build_of_the_same_site_is_refused(output: Path) -> None:
    with staged(output), pytest.raises(OutputRefused) as refusal, staged(output):
        pytest.fail("two stages were made")
    assert str(refusal.value) == "another build is writing site; wait until it has ended"


def test_a_refused_second_build_does_not_disturb_the_first(output: Path) -> None:
    with staged(output) as stage:
        write(stage, NEW)
        with pytest.raises(OutputRefused), staged(output):
            pytest.fail("two stages were made")
        publish(stage, output)
    assert tree(output) == with_manifest(NEW)


def test_two_sites_may_be_built_at_once(output: Path) -> None:
    other = output.parent / "other"
    with staged(output) as one, staged(other) as two:
        write(one, OLD)
        write(two, NEW)
        publish(one, output)
        publish(two, other)
    assert (tree(output), tree(other)) == (with_manifest(OLD), with_manifest(NEW))


def test_a_lock_file_alone_stops_nobody(output: Path) -> None:
    """Locks end with the process that held them, however it ended; the file stays."""
    lock = FileLock(output.parent / ".site.lock")
    output.parent.mkdir()
    with lock:
        pass
    (output.parent / ".site.lock").touch()
    put(output, NEW)
    assert tree(output) == with_manifest(NEW)


# ------------------------------------------------------------------------------------------------ failures


def test_a_failed_build_leaves_the_old_site_and_no_stage(output: Path) -> None:
    put(output, OLD)
    with contextlib.suppress(ZeroDivisionError), staged(output) as stage:
        write(stage, NEW)
        raise ZeroDivisionError
    assert tree(output) == with_manifest(OLD)
    assert left_over(output) == []


def test_a_build_that_is_not_published_leaves_the_old_site_and_no_stage(output: Path) -> None:
    put(output, OLD)
    with staged(output) as stage:
        write(stage, NEW)
        write(stage.parent, {"passing/file": b"of the search"})
    assert tree(output) == with_manifest(OLD)
    assert left_over(output) == []


def test_a_stage_begins_empty_whatever_a_killed_build_left(output: Path) -> None:
    put(output, OLD)
    write(output.parent, {".site.stage/site/index.html": b"half", ".site.stage/pagefind-x/y": b"half"})
    with staged(output) as stage:
        assert tree(stage.parent) == {}
    assert left_over(output) == []


def test_what_another_process_is_still_writing_is_removed_when_it_has_ended(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The Pagefind of a killed build may live a moment longer and write a file into a folder that is being removed."""
    write(output.parent, {".site.stage/pagefind-x/y": b"half"})
    remove = shutil.rmtree
    attempts: list[Path] = []

    def rmtree(folder: Path) -> None:
        remove(folder)
        if not attempts:
            write(folder, {"pagefind-x/z": b"late"})
            attempts.append(folder)
            raise OSError("Directory not empty")

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    put(output, NEW)
    assert attempts
    assert left_over(output) == []


def test_a_folder_that_cannot_be_removed_stops_the_build(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(output, OLD)
    write(output.parent, {".site.stage/site/index.html": b"half"})

    def rmtree(folder: Path) -> None:
        raise PermissionError(13, "Permission denied", str(folder))

    monkeypatch.setattr(shutil, "rmtree", rmtree)
    monkeypatch.setattr(publishing, "_PAUSES", (0.0,))
    with pytest.raises(PermissionError, match="Permission denied"), staged(output):
        pytest.fail("a stage was made among what could not be removed")
    assert tree(output) == with_manifest(OLD)


@pytest.fixture
def no_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that cannot swap two folders in one step, such as Windows."""
    monkeypatch.setattr(publishing, "_exchange", lambda *_: False)


@pytest.mark.usefixtures("no_exchange")
def test_where_there_is_no_exchange_two_renames_publish_the_site(output: Path) -> None:
    put(output, OLD)
    put(output, NEW)
    assert tree(output) == with_manifest(NEW)
    assert left_over(output) == []


def interrupt_after_first_rename(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rename: Callable[[Path, Path], Path] = Path.rename

    def rename_once(self: Path, target: Path) -> Path:
        rename(self, target)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", rename_once)
        with pytest.raises(KeyboardInterrupt):
            put(output, NEW)
    assert not output.exists()


@pytest.mark.usefixtures("no_exchange")
def test_a_build_that_was_stopped_between_two_renames_is_undone_by_the_next(
    output: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(output, OLD)
    interrupt_after_first_rename(output, monkeypatch)
    with staged(output):
        assert tree(output) == with_manifest(OLD)
    assert tree(output) == with_manifest(OLD)
    assert left_over(output) == []


@pytest.mark.usefixtures("no_exchange")
def test_a_build_that_was_stopped_after_two_renames_is_finished_by_the_next(output: Path) -> None:
    put(output, NEW)
    write(output.parent, {f".site.old/{name}": content for name, content in with_manifest(OLD).items()})
    with staged(output):
        assert tree(output) == with_manifest(NEW)
    assert left_over(output) == []


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the call may be missing")
def test_on_linux_two_folders_are_swapped_in_one_step(tmp_path: Path) -> None:
    write(tmp_path, {"one/a": b"a", "other/b": b"b"})
    one, other = tmp_path / "one", tmp_path / "other"
    inodes = one.stat().st_ino, other.stat().st_ino
    assert publishing._exchange(one, other) is True
    assert tree(tmp_path) == {"one/b": b"b", "other/a": b"a"}
    assert inodes == (other.stat().st_ino, one.stat().st_ino)


def test_an_exchange_with_a_folder_that_is_not_there_says_so(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    assert publishing._exchange(tmp_path / "one", tmp_path / "other") is False
    assert (tmp_path / "one").is_dir()
