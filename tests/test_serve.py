"""The preview, asked as a browser asks it: what it shows after each change, and what it keeps to itself."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from caselaw.loading import load
from caselaw.pipeline import make_site
from caselaw.preview.answers import address_of
from caselaw.preview.session import PREFIX, preview_session
from caselaw.preview.state import Preview, State
from caselaw.problems import Problems
from caselaw.publish import OutputRefused
from caselaw.reading import read_preview
from caselaw.recall import Memory, afresh
from tests.project import ROOT, production_code
from tests.sample_library import SampleLibrary, said, tree

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from caselaw.preview.server import Server

PATIENCE = 60  # seconds; a machine that runs other tests may need them
NO_MISTAKES = "preview-errors"


@dataclass
class Visitor:
    """A library with a preview, and the questions of a browser."""

    library: SampleLibrary
    server: Server

    def ask(self, address: str, **headers: str) -> tuple[int, str]:
        request = urllib.request.Request(self.server.address + address, headers=headers)
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                return answer.status, answer.read().decode("utf-8")
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode("utf-8")

    def page(self, case: str) -> str:
        return unescape(self.ask(f"en/cases/{case}.html")[1])

    def until(self, holds: Callable[[str], bool], case: str = "first") -> str:
        """Return the page of a case as soon as something holds of it."""
        end = time.monotonic() + PATIENCE
        while not holds(page := self.page(case)):
            assert time.monotonic() < end, page
            time.sleep(0.02)
        return page


@pytest.fixture(scope="module")
def visitor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visitor]:
    library = SampleLibrary(tmp_path_factory.mktemp("preview"))
    library.add("first", title="First case")
    library.add("second", title="Second case", cites=[{"case": "first"}])
    with preview_session(library.request(), 0, lambda _state: None) as server:
        found = Visitor(library, server)
        found.until(lambda page: "First case" in page)
        yield found


@pytest.fixture
def preview(visitor: Visitor) -> Visitor:
    """The preview with both cases as they were, and nothing else."""
    for path in (visitor.library.root / "content" / "cases").rglob("*"):
        if path.is_file() and path.stem not in ("first", "second"):
            path.unlink()
    visitor.library.add("first", title="First case")
    visitor.library.add("second", title="Second case", cites=[{"case": "first"}])
    visitor.until(lambda page: "First case</h1>" in page and NO_MISTAKES not in page)
    return visitor


def main_of(page: str) -> str:
    return page[page.index("<main") : page.index("</main>")]


def test_a_change_shows_its_new_words(preview: Visitor) -> None:
    preview.library.add("first", title="First case", body="[1] The words are new.")
    assert "The words are new." in preview.until(lambda page: "words are new" in page)


def test_a_mistake_stands_above_the_last_good_page_in_the_words_of_check_and_goes_when_it_is_cured(
    preview: Visitor,
) -> None:
    file = preview.library.add("first", title="Second thoughts", court="<b>nowhere</b>")
    page = preview.until(lambda page: NO_MISTAKES in page)
    problems = Problems()
    assert preview.library.read(problems) is None
    errors = [problem for problem in problems if problem.place.path.endswith(file.name)]
    assert errors
    raw = preview.ask("en/cases/first.html")[1]
    assert "<b>nowhere</b>" not in raw  # what editors wrote is never taken for part of a page
    for problem in errors:
        assert problem.message in page
        assert problem.help in page
    assert "First case</h1>" in page
    file.unlink()
    preview.library.add("first", title="Third thoughts")
    assert "Third thoughts" in preview.until(lambda page: NO_MISTAKES not in page)


def test_a_half_written_file_is_a_mistake_and_nothing_worse(preview: Visitor) -> None:
    file = next(preview.library.root.rglob("first.md"))
    whole = file.read_bytes()
    for part in (whole[:40], b"", b"\xff\xfe\x00", whole[: len(whole) // 2]):
        file.write_bytes(part)
        preview.until(lambda page: NO_MISTAKES in page)
    file.write_bytes(whole.replace(b"\n", b"\r\n").replace(b"First case", b"First again"))
    preview.until(lambda page: "First again" in page and NO_MISTAKES not in page)


def test_an_editor_may_save_by_another_file_that_takes_the_place(preview: Visitor) -> None:
    file = next(preview.library.root.rglob("first.md"))
    other = file.with_name(".first.md.swp")
    other.write_text(file.read_text(encoding="utf-8").replace("First case", "First by exchange"), encoding="utf-8")
    other.replace(file)
    preview.until(lambda page: "First by exchange" in page)


def test_of_two_quick_saves_the_second_is_shown(preview: Visitor) -> None:
    for number in range(5):
        preview.library.add("first", title=f"Save {number}")
    assert "Save 4" in preview.until(lambda page: "Save 4" in page)
    time.sleep(0.3)
    assert "Save 4" in preview.page("first")


def test_drafts_and_cases_under_embargo_are_shown_under_a_banner_that_says_so(preview: Visitor) -> None:
    preview.library.add("third", title="Third case", publication={"status": "draft"})
    until = {"status": "published", "embargo_until": "2027-03-01"}
    preview.library.add("fourth", title="Fourth case", publication=until)
    draft = preview.until(lambda page: "Third case" in page, "third")
    assert re.search(r'<p class="draft-banner" role="note">Draft: this case is not published', draft)
    embargoed = preview.until(lambda page: "Fourth case" in page, "fourth")
    assert "under embargo until 1 March 2027" in embargoed
    assert "draft-banner" not in preview.page("first")


def test_a_file_that_is_deleted_has_no_page_any_more(preview: Visitor) -> None:
    file = preview.library.add("third", title="Third case")
    preview.until(lambda page: "Third case" in page, "third")
    file.unlink()
    preview.until(lambda page: "Third case" not in page, "third")
    assert preview.ask("en/cases/third.html")[0] == 404


def test_a_folder_that_is_taken_away_and_brought_back_is_noticed(preview: Visitor, tmp_path: Path) -> None:
    content = preview.library.root / "content"
    shutil.move(content, tmp_path / "elsewhere")
    preview.until(lambda page: NO_MISTAKES in page)
    shutil.move(tmp_path / "elsewhere", content)
    preview.until(lambda page: NO_MISTAKES not in page)
    preview.library.add("first", title="After the move")
    preview.until(lambda page: "After the move" in page)


def test_all_pages_and_the_search_follow(preview: Visitor) -> None:
    preview.library.add("first", title="The title in lists")
    end = time.monotonic() + 2 * PATIENCE
    while "The title in lists" not in preview.ask("en/courts/sc/index.html")[1]:
        assert time.monotonic() < end
        time.sleep(0.1)
    while preview.ask("search/start.js")[0] != 200:
        assert time.monotonic() < end
        time.sleep(0.1)


def test_the_page_of_a_case_is_that_of_a_build(preview: Visitor) -> None:
    preview.library.add("first", title="First v. State", body="[1] As in Second v. State.")
    preview.library.add("second", title="Second v. State", body="[1] As in First v. State, at once.")
    preview.until(lambda page: "Also mentioned in the text" in page and "Mentioned on the pages" in page)
    preview.library.build(output=preview.library.root.parent / "built")
    for case in ("first", "second"):
        built = (preview.library.root.parent / "built" / "en" / "cases" / f"{case}.html").read_text(encoding="utf-8")
        assert main_of(preview.ask(f"en/cases/{case}.html")[1]) == main_of(built)


def test_the_preview_writes_nothing_into_the_library(preview: Visitor) -> None:
    before = tree(preview.library.root)
    preview.library.add("first", title="First case")
    preview.until(lambda page: "First case" in page)
    assert tree(preview.library.root) == before
    assert not preview.library.output.exists()


def test_only_the_pages_of_this_machine_are_answered(preview: Visitor) -> None:
    port = preview.server.server_port
    assert preview.ask("", Host="evil.example")[0] == 403
    assert preview.ask("", Host=f"evil.example:{port}")[0] == 403
    assert preview.ask("en/index.html", Host=f"localhost:{port}")[0] == 200
    elsewhere = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"}
    assert preview.ask("en/index.html", **elsewhere)[0] == 403
    assert preview.server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "path",
    ["/../site_config.yaml", "/%2e%2e/site_config.yaml", "/static/..%2f..%2fx", "/static/%5c..%5cx", "//etc/passwd",
     "/en/cases/", "/static/", "/data/", "/.caselaw-site", "/C:/x.txt", "/search/../../x", "/en/index.html%00.txt"],
)  # fmt: skip
def test_no_address_leads_out_of_the_preview_or_lists_a_folder(preview: Visitor, path: str) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", preview.server.server_port, timeout=30)
    connection.request("GET", path)
    answer = connection.getresponse()
    assert answer.status in (404, 503) or path == "/en/cases/"
    assert b"languages:" not in answer.read()
    connection.close()


def test_what_a_path_names_is_a_file_of_the_site_or_nothing() -> None:
    assert address_of("/") == "index.html"
    assert address_of("/en/?x=1") == "en/index.html"
    assert address_of("/en/cases/a.html#p1") == "en/cases/a.html"
    assert address_of("/a//b") is None


def test_nothing_can_be_sent_to_the_preview(preview: Visitor) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", preview.server.server_port, timeout=30)
    connection.request("POST", "/en/index.html", body=b"x")
    assert connection.getresponse().status == 501
    connection.close()


def test_nothing_is_kept_and_scripts_are_taken_for_scripts(preview: Visitor) -> None:
    with urllib.request.urlopen(preview.server.address + "static/js/shortcuts.js", timeout=30) as answer:
        assert answer.headers["Content-Type"] == "text/javascript; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
    assert "unregister" in preview.ask("sw.js")[1]
    assert "caches.open" not in preview.ask("sw.js")[1]


def test_a_preview_files_drafts_but_what_publishes_refuses_its_library(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    library.add("first")
    library.add("secret", title="Xylozebra", publication={"status": "draft"})
    problems = Problems()
    shown = read_preview(library.request(), problems, afresh)
    assert shown, said(problems)
    assert set(shown.catalogue.by_id) == {"first", "secret"}
    with pytest.raises(OutputRefused, match="never published"):
        make_site(shown, tmp_path / "stage", tmp_path, problems, lambda _: None)
    built = library.read(problems)
    assert built
    assert set(built.catalogue.by_id) == {"first"}
    library.build()
    assert not [name for name, content in tree(library.output).items() if b"Xylozebra" in content or "secret" in name]


def test_only_the_preview_reads_drafts_as_cases_to_show() -> None:
    users = {
        path.relative_to(ROOT).as_posix()
        for path in production_code()
        if re.search(r"\bread_preview\b|\bdrafts=True\b", path.read_text(encoding="utf-8"))
    }
    assert users == {"caselaw/reading.py", "caselaw/preview/state.py", "caselaw/preview/background.py"}


def test_what_is_remembered_is_what_is_read_afresh(tmp_path: Path) -> None:
    library, memory = SampleLibrary(tmp_path / "library"), Memory()
    library.add("first", title="First v. State", body="[1] As in Second v. State.")
    library.add("second", title="Second v. State")
    memory.hasty = True
    read_preview(library.request(), Problems(), memory)
    assert not memory.owes
    library.add("second", title="Third v. State")
    hasty = read_preview(library.request(), Problems(), memory)
    assert memory.owes
    memory.hasty = False
    settled = read_preview(library.request(), Problems(), memory)
    fresh = read_preview(library.request(), Problems(), afresh)
    assert hasty
    assert settled
    assert fresh
    assert hasty.references != fresh.references
    assert settled.references == fresh.references
    assert settled.catalogue.by_id.keys() == fresh.catalogue.by_id.keys()


def test_what_can_wait_is_given_up_for_a_change_and_found_the_next_time(tmp_path: Path) -> None:
    library = SampleLibrary(tmp_path / "library")
    library.add("first", title="First v. State", body="[1] As in Second v. State.")
    library.add("second", title="Second v. State")
    preview = Preview(library.request(), tmp_path)
    preview.refresh()
    library.add("second", title="Third v. State")
    preview.refresh()
    assert not preview.settle(lambda: True)
    assert preview.settle(lambda: False)
    assert not preview.settle(lambda: False)  # nothing is owed any more
    assert preview.state.view
    fresh = read_preview(library.request(), Problems(), afresh)
    assert fresh
    assert preview.state.view.library.references == fresh.references


def test_a_file_is_looked_at_again_where_a_name_in_it_becomes_public(tmp_path: Path) -> None:
    library, memory = SampleLibrary(tmp_path / "library"), Memory()
    library.add("first", body="[1] The victim Aurela Krasniqi was heard.")

    def found(title: str) -> list[str]:
        library.add("second", title=title, court="hrc", kind="judgment")
        again, fresh = Problems(), Problems()
        read_preview(library.request(), again, memory)
        read_preview(library.request(), fresh, afresh)
        assert said(again) == said(fresh)
        return said(again)

    assert any("D108" in line for line in found("Somebody v. State"))
    assert not any("D108" in line for line in found("Aurela Krasniqi v. State"))


def test_a_file_of_the_same_size_is_read_again_while_clocks_may_stand_still(tmp_path: Path) -> None:
    file, memory = tmp_path / "file", Memory()
    for content in (b"one", b"two"):
        file.write_bytes(content)
        os.utime(file, ns=(0, 0))
        assert load(str(file), file.stat(), memory) == content


def test_problems_are_said_again_where_a_step_is_remembered(tmp_path: Path) -> None:
    library, memory = SampleLibrary(tmp_path / "library"), Memory()
    library.add("first", court="nowhere")
    one, other = Problems(), Problems()
    read_preview(library.request(), one, memory)
    read_preview(library.request(), other, memory)
    assert said(one) == said(other) != []


def test_what_two_threads_change_at_once_has_a_number_of_its_own(tmp_path: Path) -> None:
    preview = Preview(SampleLibrary(tmp_path / "library").request(), tmp_path)
    before = preview.state.number
    other = threading.Thread(target=preview.rendered, args=(before, tmp_path, ()))
    with preview._changed:
        other.start()
        time.sleep(0.2)  # by now it waits for its turn
        preview.indexed(tmp_path)
        assert preview.state.number == before + 1
    other.join()
    state = preview.state
    assert (state.number, state.full, state.said) == (before + 2,) * 3


@pytest.mark.parametrize("ending", [signal.SIGINT, signal.SIGTERM])
def test_the_command_ends_in_peace_and_leaves_nothing(tmp_path: Path, ending: signal.Signals) -> None:
    library = SampleLibrary(tmp_path / "library")
    library.add("first", title="First case")
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    command = [sys.executable, "build.py", "serve", "--port", "0", "--no-open", "--config", str(library.config)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, "TMPDIR": str(temporary), "PYTHONUNBUFFERED": "1"},
    ) as process:  # fmt: skip
        assert process.stdout
        address = process.stdout.readline().split()[1]
        with pytest.raises(urllib.error.HTTPError) as early:
            urllib.request.urlopen(f"{address}en/courts/index.html", timeout=30)
        assert "The preview is being made" in early.value.read().decode()
        assert [path.name.startswith(PREFIX) for path in temporary.iterdir() if path.name.startswith("case")] == [True]
        process.send_signal(ending)
        assert process.wait(30) == 0
    assert [path.name for path in temporary.iterdir() if path.name.startswith(PREFIX)] == []
    assert not library.output.exists()


def test_a_taken_port_makes_way_for_the_next(tmp_path: Path, preview: Visitor) -> None:
    library, heard = SampleLibrary(tmp_path / "library"), list[State]()
    library.add("first", title="Another first", court="nowhere")
    with preview_session(library.request(), preview.server.server_port, heard.append) as other:
        assert other.server_port > preview.server.server_port
        end = time.monotonic() + PATIENCE
        while not heard and time.monotonic() < end:
            time.sleep(0.05)
        # A library that never was without mistakes has no last good page, but it says what is wrong.
        status, page = Visitor(library, other).ask("en/index.html")
        assert status == 503
        assert NO_MISTAKES in page
    assert heard[0].errors
