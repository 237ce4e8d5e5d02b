"""What a change touches, in repositories made for the test."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from caselaw.changes import ChangesUnknown, changed_files, default_base, prefix_of, select
from caselaw.codes import Code
from caselaw.problems import Place, Problem, Problems, Severity


class Repository:
    """A repository in which ``library/`` is a folder, with one commit on ``main`` and the branch ``work``."""

    def __init__(self, root: Path) -> None:
        self.root, self.library = root, root / "library"
        self.library.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        for name in ("a.md", "b.md", "c.md", "d.md"):
            self.write(name, name)
        (root / "outside.md").write_text("x", encoding="utf-8")
        self.commit()
        self.git("switch", "-q", "-c", "work")

    def git(self, *arguments: str) -> None:
        own = ("-c", "user.name=A.B.", "-c", "user.email=", "-c", "commit.gpgsign=false")
        subprocess.run(["git", *own, *arguments], cwd=self.root, check=True, capture_output=True)

    def write(self, name: str, text: str) -> None:
        path = self.library / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def commit(self) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", "A change")


@pytest.fixture(autouse=True)
def no_settings_of_the_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "no-such-file"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return Repository(tmp_path / "repository")


def test_committed_changed_added_removed_and_new_files_are_changed(repository: Repository) -> None:
    repository.write("a.md", "committed")
    repository.commit()
    repository.write("b.md", "not committed")
    (repository.library / "c.md").unlink()
    repository.write("new.md", "not even added")
    assert changed_files(repository.library, "main") == {"a.md", "b.md", "c.md", "new.md"}


def test_nothing_is_changed_where_nothing_was(repository: Repository) -> None:
    assert changed_files(repository.library, "main") == frozenset()


def test_what_others_changed_meanwhile_is_not_changed(repository: Repository) -> None:
    repository.git("switch", "-q", "main")
    repository.write("d.md", "by others")
    repository.commit()
    repository.git("switch", "-q", "work")
    repository.write("a.md", "by us")
    assert changed_files(repository.library, "main") == {"a.md"}


def test_a_renamed_file_is_changed_under_both_names(repository: Repository) -> None:
    repository.git("mv", "library/a.md", "library/z.md")
    assert changed_files(repository.library, "main") == {"a.md", "z.md"}


def test_paths_are_seen_from_the_library_and_others_are_left_out(repository: Repository) -> None:
    (repository.root / "outside.md").write_text("changed", encoding="utf-8")
    (repository.root / "new-outside.md").write_text("new", encoding="utf-8")
    repository.write("content/cases/sc/x.md", "new")
    assert changed_files(repository.library, "main") == {"content/cases/sc/x.md"}
    assert "library/content/cases/sc/x.md" in changed_files(repository.root, "main")
    assert (prefix_of(repository.library), prefix_of(repository.root)) == ("library/", "")


def test_names_with_spaces_quotes_and_letters_of_our_languages_are_found(repository: Repository) -> None:
    names = {"copy of case (1).md", "çështja.md", "пресуда.md", 'a "b".md'}
    for name in sorted(names)[:2]:
        repository.write(name, "committed")
    repository.commit()
    for name in sorted(names)[2:]:
        repository.write(name, "new")
    assert changed_files(repository.library, "main") == names


def test_letters_that_are_composed_otherwise_are_the_same(repository: Repository) -> None:
    repository.write("c\u0327ka.md", "new")
    assert changed_files(repository.library, "main") == {"\u00e7ka.md"}


def test_a_folder_without_a_repository_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ChangesUnknown, match="needs a Git repository, and the library lies in none"):
        changed_files(tmp_path, "main")
    assert prefix_of(tmp_path) == ""


@pytest.mark.skipif("os.name == 'nt'", reason="Windows finds programs in other places than PATH names")
def test_a_machine_without_git_is_refused(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.library))
    with pytest.raises(ChangesUnknown, match="needs a Git repository"):
        changed_files(repository.library, "main")


@pytest.mark.parametrize("base", ["nowhere", "origin/main", ""])
def test_an_unknown_branch_is_refused(repository: Repository, base: str) -> None:
    with pytest.raises(ChangesUnknown, match="finds no common commit"):
        changed_files(repository.library, base)


def test_a_branch_is_never_an_option_of_git(repository: Repository) -> None:
    with pytest.raises(ChangesUnknown, match="is not the name of a branch"):
        changed_files(repository.library, "--output=a.md")
    assert (repository.library / "a.md").read_text(encoding="utf-8") == "a.md"


def test_the_target_of_a_pull_request_is_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_base() == "origin/main"
    monkeypatch.setenv("GITHUB_BASE_REF", "release")
    assert default_base() == "origin/release"


def test_every_error_is_shown_but_only_the_changed_files_warnings_and_notices() -> None:
    def problem(path: str, severity: Severity) -> Problem:
        return Problem(Place(path), Code.DATE_FUTURE, "a", "b", severity)

    ours = tuple(problem("a.md", severity) for severity in Severity)
    theirs = tuple(problem("b.md", severity) for severity in Severity)
    selection = select((*ours, *theirs), frozenset({"a.md"}))
    assert selection.shown == (*ours, theirs[0])
    assert selection.hidden == 2


def test_a_changed_file_with_personal_data_in_its_name_is_known_by_its_masked_name() -> None:
    problems = Problems()
    problems.add(Place("case-of-1234567890.md"), Code.DATE_FUTURE, "a", "b", Severity.WARNING)
    (problem,) = problems
    assert "1234567890" not in problem.place.path
    assert select(problems, frozenset({"case-of-1234567890.md"})).shown == (problem,)
    assert select(problems, frozenset({"case-of-others.md"})).hidden == 1
