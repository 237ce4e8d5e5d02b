"""The service worker that a build writes: which files it lists, when it differs, and the kill switch."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from caselaw.offline import SavedFile, make_worker, write_worker
from caselaw.pages.model import OfflinePage
from caselaw.publish import MANIFEST
from caselaw.render import make_environment, render_page
from tests import samples
from tests.project import ROOT
from tests.sample_library import SampleLibrary, tree

SOURCES = ROOT / "static" / "offline"
DATES = {"sq": "25 nëntor 2026", "en": "25 November 2026"}
FILES = (SavedFile("en/index.html", "aa", 1000), SavedFile("404.html", "bb", 24))
OWN = {"sw.js", "offline/edition.js", "offline/files.json"}


@pytest.fixture
def library(tmp_path: Path) -> SampleLibrary:
    library = SampleLibrary(tmp_path / "library")
    library.add("first", court="bc-north", decided="2013-04-29")
    return library


def edition_of(text: str) -> dict[str, Any]:
    """Return what a script tells of its edition."""
    match = re.search(r"(?:const EDITION|window\.caselawEdition) = (\{.*\});\n", text)
    assert match
    edition: dict[str, Any] = json.loads(match[1])
    return edition


def test_the_worker_and_the_page_are_told_the_same_of_an_edition() -> None:
    made = make_worker("program();\n", FILES, DATES)
    assert made.keys() == OWN
    assert made["offline/files.json"] == '{\n"404.html": "bb",\n"en/index.html": "aa"\n}\n'
    assert made["sw.js"].startswith('"use strict";\n\nconst EDITION = {"version": "')
    assert made["sw.js"].endswith("program();\n")
    expected = {
        "version": hashlib.sha256(made["offline/files.json"].encode()).hexdigest()[:32],
        "dates": DATES,
        "files": 2,
        "size": 1024,
    }
    assert edition_of(made["sw.js"]) == edition_of(made["offline/edition.js"]) == expected


def test_the_order_of_files_and_languages_changes_nothing() -> None:
    other = make_worker("p", reversed(FILES), dict(reversed(DATES.items())))
    assert other == make_worker("p", iter(FILES), DATES)


@pytest.mark.parametrize("changed", [SavedFile("404.html", "cc", 24), SavedFile("405.html", "bb", 24)])
def test_the_worker_differs_when_any_file_does(changed: SavedFile) -> None:
    before, after = (make_worker("p", files, DATES)["sw.js"] for files in (FILES, (FILES[0], changed)))
    assert edition_of(before)["version"] != edition_of(after)["version"]


def test_a_new_program_alone_is_no_new_edition() -> None:
    before, after = (edition_of(make_worker(program, FILES, DATES)["sw.js"]) for program in ("p", "q"))
    assert before == after


def test_addresses_are_listed_as_browsers_write_them() -> None:
    made = make_worker("p", [SavedFile("a b/ë.html", "aa", 1)], DATES)
    assert json.loads(made["offline/files.json"]) == {"a%20b/%C3%AB.html": "aa"}


def test_every_file_of_a_site_is_listed_with_its_hash_and_no_place_on_a_host(library: SampleLibrary) -> None:
    library.build()
    site = tree(library.output)
    listed = json.loads(site["offline/files.json"])
    assert listed.keys() == site.keys() - OWN - {MANIFEST}
    assert listed == {name: hashlib.sha256(site[name]).hexdigest()[:32] for name in listed}
    assert list(listed) == sorted(listed)
    edition = edition_of(site["sw.js"].decode())
    assert edition["size"] == sum(len(site[name]) for name in listed)
    assert edition["dates"] == {"en": "23 November 2026"}
    # The worker takes its place from the browser, so that the site works below any path of any host.
    assert not re.search(rb"https?://|127\.0\.0\.1", site["sw.js"] + site["offline/files.json"])


def test_the_list_and_the_pages_that_it_lists_come_from_one_build(library: SampleLibrary) -> None:
    library.build()
    before = tree(library.output)
    library.add("first", court="bc-north", decided="2013-04-30")
    library.build()
    after = tree(library.output)
    assert before["sw.js"] != after["sw.js"]
    old, new = json.loads(before["offline/files.json"]), json.loads(after["offline/files.json"])
    assert old["en/cases/first.html"] != new["en/cases/first.html"]
    assert old["static/site.css"] == new["static/site.css"]


def test_the_kill_switch_replaces_the_worker_and_leaves_no_list(library: SampleLibrary) -> None:
    library.build()
    library.config.write_text(library.config.read_text(encoding="utf-8") + "offline: no\n", encoding="utf-8")
    library.build()
    site = tree(library.output)
    assert {name for name in OWN if name in site} == {"sw.js"}
    worker = site["sw.js"].decode()
    assert worker == (SOURCES / "off.js").read_text(encoding="utf-8")
    assert "caches.delete" in worker
    assert "registration.unregister()" in worker
    assert '"fetch"' not in worker
    page = site["en/offline.html"].decode()
    assert 'data-offered="no"' in page
    assert "What was saved earlier is removed when this page is opened." in page
    assert "Good to know" not in page


def test_a_worker_written_twice_is_the_same(tmp_path: Path) -> None:
    made = []
    for name in ("one", "other"):
        stage = tmp_path / name
        stage.mkdir()
        (stage / "index.html").write_text("text", encoding="utf-8")
        write_worker(stage, SOURCES, DATES, offered=True)
        made.append(tree(stage))
    assert made[0] == made[1]


def test_worker_pages_and_kill_switch_agree_on_the_names_of_caches() -> None:
    names = {
        path.name: re.findall(r"`(caselaw [^`]*)`", path.read_text(encoding="utf-8"))
        for path in (SOURCES / "answering.js", SOURCES / "off.js", ROOT / "static" / "js" / "offline.js")
    }
    assert names == {
        "answering.js": ["caselaw ${new URL(SCOPE).pathname} "],
        "off.js": ["caselaw ${new URL(self.registration.scope).pathname} "],
        "offline.js": ["caselaw ${new URL(scope).pathname} "],
    }


def test_the_worker_takes_over_no_page_by_itself() -> None:
    program = "".join((SOURCES / name).read_text(encoding="utf-8") for name in ("answering.js", "saving.js"))
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", program, flags=re.DOTALL)
    assert not re.search(r"skipWaiting|clients\.claim|\"install\"|\"activate\"", code)


@pytest.mark.parametrize("offered", [True, False])
def test_the_page_has_every_text_that_its_script_may_say(offered: bool) -> None:
    html = render_page(
        OfflinePage(samples.OFFLINE.frame, offered), samples.make_site(), make_environment(ROOT / "templates")
    )
    script = (ROOT / "static" / "js" / "offline.js").read_text(encoding="utf-8")
    said = set(re.findall(r'\btext\("(\w+)"', script)) | {"network", "storage", "file", "fault", "stop", "take", "save"}
    assert said | {"kept", "still"} == set(re.findall(r'^  data-(\w+)="', html, re.MULTILINE))
