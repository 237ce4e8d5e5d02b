"""The search index: real runs of Pagefind over small stages, and bundles of a shape that must be refused."""

from __future__ import annotations

import base64
import gzip
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from caselaw.codes import Code
from caselaw.pagefind_bundle import BundleShapeError, wrap_bundle, wrap_empty
from caselaw.pages.search_parts import LawNames, SearchEntry, SearchLibrary
from caselaw.render import make_environment
from caselaw.search import SearchError, SearchIndex, build_search
from caselaw.search_tables import facet_table, reference_table

ROOT = Path(__file__).parents[2]
OWN_SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))
NOTHING = SearchLibrary((), ())

METADATA = make_environment(ROOT / "templates").get_template("components/search-metadata.html").module


def write_case(stage: Path, name: str, *, language: str = "en", text: str = "", title: str = "") -> None:
    """Write a case page as Pagefind sees it, with the metadata of the real template."""
    page = SimpleNamespace(search_words=(("title", title or f"Case {name}"), ("number", "P 309/10")))
    metadata = METADATA.search_metadata(page)  # type: ignore[attr-defined]
    folder = stage / language / "cases"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.html").write_text(
        f'<!doctype html><html lang="{language}"><title>x</title>{metadata}'
        f"<h1>Case</h1><div data-pagefind-body>{text or f'Trafficking of persons, number {name}.'}</div></html>",
        encoding="utf-8",
    )


def known(stage: Path, *languages: str, title: str = "") -> dict[str, SearchLibrary]:
    """Return what the search knows of the cases of a stage."""
    return {
        language: SearchLibrary(
            tuple(
                SearchEntry(
                    href=f"{language}/cases/{path.name}",
                    facets=(("court", "bc-prishtina"), ("year", "2013")),
                    numbers=("P 309/10",),
                    shown=(("title", title or path.stem), ("offences", ("Trafficking", "Slavery"))),
                )
                for path in sorted((stage / language / "cases").glob("[!i]*.html"))
            ),
            (LawNames("code-2003", ("Code", "Old Code"), ("139", "140")),),
        )
        for language in languages or ("en",)
    }


def write_list(stage: Path, language: str = "en") -> None:
    """Write a list page, which must not be found by a search."""
    folder = stage / language / "cases"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(f'<html lang="{language}"><h1>All cases</h1><p>Listed.</html>', encoding="utf-8")


def make_stage(folder: Path, cases: int = 20) -> Path:
    """Return a new stage with some case pages and a list page."""
    stage = folder / "stage"
    for number in range(cases):
        write_case(stage, f"case-{number:02}")
    write_list(stage)
    return stage


def parts_of(script: Path) -> dict[str, Any]:
    """Return what a script of payloads hands over."""
    call = re.fullmatch(r"(?:/\*.*?\*/\n)?caselawSearch\.receive\(\"[a-z]+\", (.*)\);\n", script.read_text(), re.DOTALL)
    assert call, script
    parts: dict[str, Any] = json.loads(call[1])
    return parts


def contents_of(folder: Path) -> dict[str, bytes]:
    """Return name → bytes of the files in a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def fragments_of(folder: Path) -> list[dict[str, Any]]:
    """Return what the index keeps of each case to show in a result."""
    payloads = [payload for script in folder.glob("fragments-*.js") for payload in parts_of(script).values()]
    texts = [gzip.decompress(base64.b64decode(payload)) for payload in payloads]
    return [json.loads(text.removeprefix(b"pagefind_dcd")) for text in texts]


@pytest.fixture(scope="module")
def pagefind_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as Pagefind writes it; tests copy it before they change it."""
    folder = tmp_path_factory.mktemp("pagefind")
    stage = make_stage(folder)
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", str(stage), "--output-path", str(folder / "out")]
    subprocess.run(command, check=True, cwd=folder)
    return folder / "out"


@pytest.fixture
def bundle(pagefind_output: Path, tmp_path: Path) -> Path:
    """Return a copy of Pagefind's output that a test may spoil."""
    return shutil.copytree(pagefind_output, tmp_path / "bundle")


def test_each_case_page_is_indexed_and_no_list_page(tmp_path: Path) -> None:
    (index,) = build_search(stage := make_stage(tmp_path), known(stage), tmp_path)
    scripts = contents_of(tmp_path / "stage" / "search" / "en")
    assert index == SearchIndex("en", 20, len(scripts), sum(map(len, scripts.values())))
    found = {fragment["url"] for fragment in fragments_of(tmp_path / "stage" / "search" / "en")}
    assert found == {f"/en/cases/case-{number:02}.html" for number in range(20)}


def test_the_stage_receives_classic_scripts_and_no_file_of_pagefind(tmp_path: Path) -> None:
    stage = make_stage(tmp_path)
    before = {path for path in stage.rglob("*") if path.is_file()}
    build_search(stage, known(stage), tmp_path)
    added = {path for path in stage.rglob("*") if path.is_file()} - before
    names = {path.relative_to(stage).as_posix() for path in added}
    kinds = {re.sub(r"index-[0-9a-f]+|fragments-\d+", "chunk", name) for name in names}
    assert kinds == {f"search/en/{kind}.js" for kind in "start engine wasm meta facets references chunk".split()}
    for path in added:
        text = path.read_text(encoding="utf-8")
        assert re.match(r'(/\*.*?\*/\n)?caselawSearch\.receive\("en", \{', text, re.DOTALL), path.name


def test_the_engine_holds_no_syntax_of_modules(tmp_path: Path) -> None:
    build_search(stage := make_stage(tmp_path), known(stage), tmp_path)
    engine = (tmp_path / "stage" / "search" / "en" / "engine.js").read_text(encoding="utf-8")
    assert 'caselawSearch.receive("en", {engine: function(fetch,moduleAddress){"use strict";' in engine
    assert "return{PagefindInstance};" in engine
    assert not re.search(r"import\.meta|\bimport\(|\bexport\b", engine)
    assert "Copyright 2022 CloudCannon" in engine


def test_fragments_lie_in_the_pack_that_their_hash_names(tmp_path: Path) -> None:
    build_search(stage := make_stage(tmp_path), known(stage), tmp_path)
    folder = tmp_path / "stage" / "search" / "en"
    assert parts_of(folder / "start.js")["start"]["packs"] == 20  # a small library needs no packs
    for pack in folder.glob("fragments-*.js"):
        for name in parts_of(pack):
            digest = re.fullmatch(r"fragment/en_([0-9a-f]+)\.pf_fragment", name)
            assert digest
            assert pack.name == f"fragments-{int(digest[1][-7:], 16) % 20}.js"


def test_what_a_result_shows_reaches_the_index_unchanged(tmp_path: Path) -> None:
    title = 'M. [A], B: "C" & <D> (no. 1)'
    write_case(tmp_path / "stage", "one", title=title, text="The text.")
    build_search(stage := tmp_path / "stage", known(stage, title=title), tmp_path)
    (fragment,) = fragments_of(tmp_path / "stage" / "search" / "en")
    assert fragment["meta"] == {"title": title, "offences": ["Trafficking", "Slavery"]}
    assert fragment["content"] == "The text."


def test_a_text_keeps_the_places_of_its_paragraphs_and_headings_alone(tmp_path: Path) -> None:
    text = '<h2 id="h-facts">Facts</h2><p id="p1">One two.</p><p id="p2">Three.</p><div id="other">Four.</div>'
    write_case(tmp_path / "stage", "one", text=text)
    build_search(stage := tmp_path / "stage", known(stage), tmp_path)
    (fragment,) = fragments_of(tmp_path / "stage" / "search" / "en")
    assert fragment["content"] == "Facts. One two. Three. Four."
    assert fragment["anchors"] == [["h-facts", 0], ["p1", 1], ["p2", 3]]


def test_facets_are_sets_of_cases_numbered_as_in_the_library() -> None:
    facets = [(("court", "sc"),), (("court", "ca"), ("topic", "organs")), *[()] * 7, (("court", "ca"),)]
    entries = [SearchEntry(f"en/cases/{number}.html", own, (), ()) for number, own in enumerate(facets)]
    table = facet_table(entries)
    sets = {"court": {"sc": bytes([1, 0]), "ca": bytes([2, 2])}, "topic": {"organs": bytes([2, 0])}}
    assert table == {
        facet: {key: base64.b64encode(bits).decode() for key, bits in keys.items()} for facet, keys in sets.items()
    }


def test_references_are_the_numbers_of_cases_and_the_articles_of_laws() -> None:
    entries = tuple(
        SearchEntry(f"en/cases/{n}.html", (), numbers, ()) for n, numbers in enumerate([(), ("P 1/10", "P 2/10")])
    )
    assert reference_table(SearchLibrary(entries, (LawNames("code", ("Code",), ("139",)),))) == {
        "numbers": [[1, "P 1/10", "P 2/10"]],
        "laws": [{"key": "code", "names": ["Code"], "articles": ["139"]}],
    }


def test_the_version_changes_with_what_a_result_shows(tmp_path: Path) -> None:
    versions = []
    for name, title in (("first", "One"), ("second", "Two")):
        (tmp_path / name).mkdir()
        stage = make_stage(tmp_path / name)
        build_search(stage, known(stage, title=title), tmp_path / name)
        versions.append(parts_of(stage / "search" / "en" / "start.js")["start"]["version"])
    assert versions[0] != versions[1]
    assert all(re.fullmatch("[0-9a-f]{12}", version) for version in versions)


def test_each_language_has_an_index_of_its_own(tmp_path: Path) -> None:
    for language in ("en", "sq", "sr"):
        write_case(tmp_path / "stage", "one", language=language)
    indexes = build_search(stage := tmp_path / "stage", known(stage, "sr", "en", "sq"), tmp_path)
    assert [(index.language, index.pages) for index in indexes] == [("en", 1), ("sq", 1), ("sr", 1)]
    for language in ("en", "sq", "sr"):
        (fragment,) = fragments_of(tmp_path / "stage" / "search" / language)
        assert fragment["url"] == f"/{language}/cases/one.html"


@pytest.mark.parametrize("lists", [True, False])
def test_a_language_without_cases_gets_an_index_that_says_so(tmp_path: Path, lists: bool) -> None:
    (tmp_path / "stage").mkdir()
    if lists:
        write_list(tmp_path / "stage")
    (index,) = build_search(stage := tmp_path / "stage", known(stage), tmp_path)
    assert (index.pages, index.files) == (0, 1)
    assert parts_of(tmp_path / "stage" / "search" / "en" / "start.js") == {
        "start": {"version": "empty", "pages": 0, "packs": 0}
    }
    assert list(wrap_empty("en")) == ["start.js"]


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    scripts = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        build_search(stage := make_stage(tmp_path / name), known(stage), tmp_path / name)
        scripts.append(contents_of(tmp_path / name / "stage" / "search" / "en"))
    first, second = scripts
    assert first.keys() == second.keys()
    assert {name for name in first if first[name] != second[name]} == set()


def test_settings_of_pagefind_lying_around_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pagefind.toml").write_text('glob = "nothing"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "sr")
    build_search(stage := make_stage(tmp_path), known(stage), tmp_path)
    wasm = parts_of(tmp_path / "stage" / "search" / "en" / "wasm.js")
    assert list(wasm) == ["wasm.en.pagefind"]


def test_a_run_leaves_nothing_in_the_work_folder(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    build_search(stage := make_stage(tmp_path), known(stage), tmp_path / "work")
    assert list((tmp_path / "work").iterdir()) == []


def test_a_pagefind_that_fails_is_reported_with_its_last_words(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    write_case(tmp_path / "stage", "empty", text=" ")
    with pytest.raises(SearchError) as caught:
        build_search(stage := tmp_path / "stage", known(stage), tmp_path / "work")
    assert caught.value.problem.code is Code.PAGEFIND_FAILED
    first, help = str(caught.value.problem).splitlines()
    assert first.startswith("search/en:1:1: error[P102] Pagefind ended with code 1: ")
    assert first.endswith("Most likely, the directory passed to Pagefind was empty or did not contain any html files.")
    assert help == (
        "    help: run “make site” again; if it stays, run “python -m pagefind --version” to see whether "
        "it starts at all"
    )
    assert list((tmp_path / "work").iterdir()) == []
    assert not (tmp_path / "stage" / "search").exists()


def test_a_case_page_left_out_by_pagefind_is_reported(tmp_path: Path) -> None:
    stage = make_stage(tmp_path, cases=2)
    write_case(stage, "empty", text=" ")
    with pytest.raises(SearchError) as caught:
        build_search(stage, known(stage), tmp_path)
    assert str(caught.value.problem) == (
        "search/en:1:1: error[P102] Pagefind indexed 2 of the 3 pages in en/cases\n"
        "    help: look for a case page without text"
    )


def test_a_tree_that_speaks_two_languages_is_reported(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    stage = make_stage(tmp_path, cases=2)
    page = stage / "en" / "cases" / "case-01.html"
    page.write_text(page.read_text(encoding="utf-8").replace('lang="en"', 'lang="sq"'), encoding="utf-8")
    with pytest.raises(SearchError) as caught:
        build_search(stage, known(stage), tmp_path / "work")
    assert str(caught.value.problem) == (
        "search/en:1:1: error[P103] the search index of Pagefind cannot be wrapped: the index holds 2 languages "
        "(en, sq), not one\n"
        "    help: install the pinned pagefind[bin]==1.5.2, or adapt caselaw/pagefind_bundle.py to the new one"
    )
    assert list((tmp_path / "work").iterdir()) == []


def test_the_output_of_the_pinned_pagefind_is_wrapped(bundle: Path) -> None:
    entries = tuple(SearchEntry(f"en/cases/case-{number:02}.html", (), (), ()) for number in reversed(range(20)))
    pages, scripts = wrap_bundle(bundle, "en", SearchLibrary(entries, ()))
    assert pages == 20
    assert list(scripts) == sorted(scripts)
    assert all(re.fullmatch(r"[a-z0-9._-]+\.js", name) for name in scripts)


def test_the_list_of_pages_is_read_only_where_pagefind_puts_it(bundle: Path) -> None:
    meta = next(bundle.glob("*.pf_meta"))
    content = gzip.decompress(meta.read_bytes())
    meta.write_bytes(gzip.compress(content.replace(b"en_", b"en_0", 1)))
    with pytest.raises(BundleShapeError, match=rf"^{meta.name} does not begin with the list of the 20 pages$"):
        wrap_bundle(bundle, "en", NOTHING)


def spoil_entry(bundle: Path, **changes: object) -> None:
    """Change what Pagefind's entry file says."""
    entry = bundle / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text()) | changes))


def test_an_index_of_another_version_is_refused(bundle: Path) -> None:
    spoil_entry(bundle, version="1.6.0")
    with pytest.raises(BundleShapeError, match=r"^the index was written by Pagefind 1\.6\.0, expected is 1\.5\.2$"):
        wrap_bundle(bundle, "en", NOTHING)


def test_an_entry_that_tells_more_than_known_is_refused(bundle: Path) -> None:
    spoil_entry(bundle, languages={"en": {"hash": "en_1234567", "wasm": "en", "page_count": 1, "shards": 2}})
    with pytest.raises(
        BundleShapeError, match=r"^pagefind-entry\.json describes a language by hash, page_count, shards, wasm$"
    ):
        wrap_bundle(bundle, "en", NOTHING)


@pytest.mark.parametrize("name", ["pagefind-entry.json", "pagefind.js", "wasm.en.pagefind"])
def test_a_missing_file_is_refused(bundle: Path, name: str) -> None:
    (bundle / name).unlink()
    with pytest.raises(BundleShapeError, match=f"^{re.escape(name)} is missing$"):
        wrap_bundle(bundle, "en", NOTHING)


@pytest.mark.parametrize("name", ["pagefind-vectors.bin", "index/en_1234567.pf_index2", "shard/en_1234567.pf_index"])
def test_an_unknown_file_is_refused(bundle: Path, name: str) -> None:
    (bundle / name).parent.mkdir(exist_ok=True)
    (bundle / name).write_bytes(b"")
    with pytest.raises(BundleShapeError, match=f"^{re.escape(name)} is not a file that Pagefind 1.5.2 writes$"):
        wrap_bundle(bundle, "en", NOTHING)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("", "import.meta.url;", "“import.meta.url” 5 times, expected is 4"),
        ("export{createInstance,", "export{", "“export{createInstance,"),
        ('version="1.5.2"', 'version="1.5.3"', "“const pagefind_version="),
        ("", 'import("./more.js");', "“import(” 1 times, expected is 0"),
        ("new Worker(", "new SharedWorker(", "“new Worker(” 0 times, expected is 1"),
        ("", 'importScripts("x");', "“importScripts” 1 times, expected is 0"),
        ("", 'fetch("x");', "“fetch(” 3 times, expected is 2"),
    ],
)
def test_a_program_of_another_shape_is_refused(bundle: Path, old: str, new: str, message: str) -> None:
    program = bundle / "pagefind.js"
    program.write_text(program.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BundleShapeError, match=rf"^pagefind\.js holds {re.escape(message)}"):
        wrap_bundle(bundle, "en", NOTHING)


def test_only_the_service_worker_may_fetch_and_no_page_loads_it() -> None:
    """A page may stand in a folder, where nothing can be fetched; a service worker never does."""
    workers = sorted((ROOT / "static" / "offline").glob("*.js"))
    assert [path.name for path in workers] == ["answering.js", "off.js", "saving.js"]
    code = "".join(re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text("utf-8"), flags=re.DOTALL) for path in workers)
    assert not re.search(
        r"^\s*(import|export)\b|\bimport\(|importScripts|\beval\(|new Function|https?:", code, re.MULTILINE
    )
    templates = "".join(path.read_text("utf-8") for path in (ROOT / "templates").rglob("*.html"))
    assert "static/offline" not in templates
    assert "sw.js" not in templates


@pytest.mark.parametrize("path", OWN_SCRIPTS, ids=lambda path: path.name)
def test_the_scripts_of_the_site_use_nothing_that_a_folder_or_the_policy_forbids(path: Path) -> None:
    code = re.sub(r"/\*.*?\*/|//[^\n]*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    forbidden = (
        r"^\s*(import|export)\b|\bimport\(|innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function"
        r"|(?<!self\.)\bfetch\(|XMLHttpRequest|setAttribute\(.on"
    )
    assert re.search(forbidden, code, re.MULTILINE) is None
    assert '"use strict";' in code
