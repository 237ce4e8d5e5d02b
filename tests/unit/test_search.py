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
from typing import Any

import pytest

from caselaw.codes import Code
from caselaw.pagefind_bundle import BundleShapeError, wrap_library
from caselaw.pages.search_parts import LawNames, SearchDocument, SearchEntry, SearchLibrary
from caselaw.search import SearchError, SearchIndex, as_page, build_search
from caselaw.search_tables import facet_table, reference_table, skeleton, term_tables, word_table

ROOT = Path(__file__).parents[2]
OWN_SCRIPTS = sorted((ROOT / "static" / "js").rglob("*.js"))
TERM = {"en": ("trafficking in human beings",), "sq": ("trafikimi me njerëz", "trafikimi i qenieve njerëzore")}


def document(case: str, title: str = "", *parts: tuple[str, str]) -> SearchDocument:
    text = parts or (("", "<p>Summary.</p>"), ("p1", f'<p id="p1">Trafficking of persons, number {case}.</p>'))
    return SearchDocument(
        case, title or f"Case {case}", text, (("title", title or f"Case {case}"), ("number", "P 1/10"))
    )


def entry(case: str, title: str = "") -> SearchEntry:
    shown = {"titles": {"en": title or case}, "offences": ["trafficking", "slavery"]}
    return SearchEntry(case, (("court", "bc-prishtina"), ("year", "2013")), ("P 309/10",), shown)


def make_library(documents: dict[str, list[SearchDocument]], title: str = "") -> SearchLibrary:
    """Return what the search knows of the cases that have the documents."""
    cases = sorted({document.case for texts in documents.values() for document in texts}, reverse=True)
    return SearchLibrary(
        tuple(entry(case, title) for case in cases),
        {language: tuple(texts) for language, texts in documents.items()},
        (LawNames("code-2003", {"en": "CC"}, ("CC", "Old Code"), ("139", "140")),),
        (TERM,),
    )


def some_cases(number: int = 20, title: str = "") -> SearchLibrary:
    return make_library({"en": [document(f"case-{case:02}") for case in range(number)]}, title)


def build(folder: Path, library: SearchLibrary) -> Path:
    """Return the folder with the search of a library."""
    (folder / "work").mkdir(parents=True)
    build_search(folder / "stage", library, folder / "work")
    return folder / "stage" / "search"


def parts_of(script: Path) -> dict[str, Any]:
    """Return what a script of payloads hands over."""
    call = re.fullmatch(r"(?:/\*.*?\*/\n)?caselawSearch\.receive\((.*)\);\n", script.read_text(), re.DOTALL)
    assert call, script
    parts: dict[str, Any] = json.loads(call[1])
    return parts


def contents_of(folder: Path) -> dict[str, bytes]:
    """Return path → bytes of the files in a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def unpacked(payload: str) -> Any:
    """Return the JSON that a part of a script holds."""
    return json.loads(gzip.decompress(base64.b64decode(payload)).removeprefix(b"pagefind_dcd"))


def fragments_of(folder: Path) -> list[dict[str, Any]]:
    """Return what the index keeps of each case to show in a result."""
    return [unpacked(payload) for script in folder.glob("fragments-*.js") for payload in parts_of(script).values()]


@pytest.fixture(scope="module")
def pagefind_output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder as Pagefind writes it; tests copy it before they change it."""
    folder = tmp_path_factory.mktemp("pagefind")
    (folder / "pages").mkdir()
    for text in some_cases().documents["en"]:
        (folder / "pages" / f"{text.case}.html").write_text(as_page(text), encoding="utf-8")
    command = [sys.executable, "-m", "pagefind", "--silent", "--site", "pages", "--output-path", "out"]
    subprocess.run([*command, "--keep-index-url"], check=True, cwd=folder)
    return folder / "out"


@pytest.fixture
def bundle(pagefind_output: Path, tmp_path: Path) -> Path:
    """Return a copy of Pagefind's output that a test may spoil."""
    return shutil.copytree(pagefind_output, tmp_path / "bundle")


def wrap(bundle: Path) -> dict[str, str]:
    return wrap_library(some_cases(), {"en": bundle})


def test_each_text_is_indexed(tmp_path: Path) -> None:
    (tmp_path / "work").mkdir()
    index = build_search(tmp_path / "stage", some_cases(), tmp_path / "work")
    scripts = contents_of(tmp_path / "stage" / "search")
    assert index == SearchIndex(20, len(scripts), sum(map(len, scripts.values())))
    found = {fragment["case"] for fragment in fragments_of(tmp_path / "stage" / "search" / "en")}
    assert found == {f"case-{number:02}" for number in range(20)}


def test_the_stage_receives_classic_scripts_and_no_file_of_pagefind(tmp_path: Path) -> None:
    search = build(tmp_path, some_cases())
    kinds = {re.sub(r"index-[0-9a-f]+|fragments-\d+|terms-[a-z]", "chunk", name) for name in contents_of(search)}
    shared = {f"{kind}.js" for kind in "start engine wasm facets references chunk".split()}
    assert kinds == shared | {"en/words.js", "en/meta.js", "en/chunk.js"}
    for path in search.rglob("*.js"):
        text = path.read_text(encoding="utf-8")
        assert re.match(r"(/\*.*?\*/\n)?caselawSearch\.receive\(\{", text, re.DOTALL), path.name


def test_the_engine_holds_no_syntax_of_modules(tmp_path: Path) -> None:
    engine = (build(tmp_path, some_cases()) / "engine.js").read_text(encoding="utf-8")
    assert 'caselawSearch.receive({engine: function(fetch,moduleAddress){"use strict";' in engine
    assert "return{PagefindInstance};" in engine
    assert not re.search(r"import\.meta|\bimport\(|\bexport\b", engine)
    assert "Copyright 2022 CloudCannon" in engine


def test_fragments_lie_in_the_pack_that_their_hash_names(tmp_path: Path) -> None:
    search = build(tmp_path, some_cases())
    start = parts_of(search / "start.js")["start"]
    assert start["languages"]["en"]["packs"] == 20  # a small library needs no packs
    for pack in (search / "en").glob("fragments-*.js"):
        for name in parts_of(pack):
            digest = re.fullmatch(r"en/fragment/zxx_([0-9a-f]+)\.pf_fragment", name)
            assert digest
            assert pack.name == f"fragments-{int(digest[1][-7:], 16) % 20}.js"


def test_what_a_result_shows_reaches_the_index_unchanged(tmp_path: Path) -> None:
    title = 'M. [A], B: "C" & <D> (no. 1)'
    text = document("one", title, ("", "<p>The text &amp; more.</p>"))
    (fragment,) = fragments_of(build(tmp_path, make_library({"en": [text]}, title)) / "en")
    assert fragment["meta"] == {"titles": {"en": title}, "offences": ["trafficking", "slavery"]}
    assert fragment["content"] == f"{title}. The text & more."
    assert fragment["title"] == len(title.split())


def test_a_text_keeps_the_places_of_its_paragraphs_and_headings_alone(tmp_path: Path) -> None:
    parts = (
        ("h-facts", '<h2 id="h-facts">Facts</h2>'),
        ("p1", '<p id="p1">One two.</p>'),
        ("p2", '<p id="p2">Three.</p>'),
        ("", '<div id="other">Four.</div>'),
    )
    (fragment,) = fragments_of(build(tmp_path, make_library({"en": [document("one", "Title", *parts)]})) / "en")
    assert fragment["content"] == "Title. Facts. One two. Three. Four."
    assert fragment["anchors"] == [["h-facts", 1], ["p1", 2], ["p2", 4]]


def test_facets_are_sets_of_cases_numbered_as_in_the_library() -> None:
    facets = [(("court", "sc"),), (("court", "ca"), ("topic", "organs")), *[()] * 7, (("court", "ca"),)]
    table = facet_table([SearchEntry(str(number), own, (), {}) for number, own in enumerate(facets)])
    sets = {"court": {"sc": bytes([1, 0]), "ca": bytes([2, 2])}, "topic": {"organs": bytes([2, 0])}}
    assert table == {
        facet: {key: base64.b64encode(bits).decode() for key, bits in keys.items()} for facet, keys in sets.items()
    }


def test_references_are_the_numbers_of_cases_and_the_articles_of_laws() -> None:
    entries = tuple(SearchEntry(str(n), (), numbers, {}) for n, numbers in enumerate([(), ("P 1/10", "P 2/10")]))
    law = LawNames("code", {"en": "C", "sq": "K"}, ("C", "K", "Code"), ("139",))
    assert reference_table(SearchLibrary(entries, {}, (law,), ())) == {
        "numbers": [[1, "P 1/10", "P 2/10"]],
        "laws": [{"key": "code", "short": {"en": "C", "sq": "K"}, "names": ["C", "K", "Code"], "articles": ["139"]}],
    }


def test_the_words_of_an_index_are_known_by_what_inflection_leaves() -> None:
    assert [skeleton(word) for word in ("žrtva", "Žrtava", "osuđen", "osudjen", "osuden", "viktimës")] == [
        *("zrtv", "zrtv"), *("osdn", "osdn", "osdn"), "vktms",
    ]  # fmt: skip
    text = document("one", "Žrtve", ("p1", '<p id="p1">of <b>trafficking</b> &amp; kidney</p>'))
    assert word_table([text]) == "1 10 110 kdn of p trff zrtv"


def test_a_term_is_found_by_the_first_letter_of_each_of_its_words() -> None:
    victim = {"en": ("victim",), "sq": ("viktimë",), "sr": ("žrtva", "oštećeni")}
    tables = term_tables([TERM, victim])
    assert "".join(tables) == "bhimnoqtvz"
    assert tables["q"] == [{"en": [*TERM["en"]], "sq": [*TERM["sq"]]}]
    assert tables["z"] == [{"en": ["victim"], "sq": ["viktimë"], "sr": ["žrtva", "oštećeni"]}]


def test_the_version_changes_with_what_a_result_shows(tmp_path: Path) -> None:
    searches = [build(tmp_path / title, some_cases(title=title)) for title in ("One", "Two")]
    versions = [parts_of(search / "start.js")["start"]["version"] for search in searches]
    assert versions[0] != versions[1]
    assert all(re.fullmatch("[0-9a-f]{12}", version) for version in versions)


def test_each_language_has_an_index_of_its_own(tmp_path: Path) -> None:
    documents = {"sr": [document("one")], "en": [document("one"), document("two")], "sq": [document("two")]}
    search = build(tmp_path, make_library(documents))
    languages = parts_of(search / "start.js")["start"]["languages"]
    assert {language: told["pages"] for language, told in languages.items()} == {"en": 2, "sq": 1, "sr": 1}
    assert {language: told["within"] for language, told in languages.items()} == {"en": [], "sq": ["en"], "sr": ["en"]}
    summary = [document("one", "Title", ("", "<p>Summary only.</p>"))]
    partly = build(tmp_path / "partly", make_library({"sr": [document("one")], "en": summary}))
    assert parts_of(partly / "start.js")["start"]["languages"]["sr"]["within"] == []
    cases = {language: {fragment["case"] for fragment in fragments_of(search / language)} for language in languages}
    assert cases == {"en": {"one", "two"}, "sq": {"two"}, "sr": {"one"}}


def test_the_index_tells_which_case_each_of_its_texts_is(tmp_path: Path) -> None:
    search = build(tmp_path, some_cases())
    meta = parts_of(search / "en" / "meta.js")
    names = [name for script in (search / "en").glob("fragments-*.js") for name in parts_of(script)]
    assert sorted(unpacked(meta["en/cases"])) == list(range(20)) == list(range(len(names)))


def test_a_library_without_cases_gets_a_search_that_says_so(tmp_path: Path) -> None:
    start = parts_of(build(tmp_path, SearchLibrary((), {}, (), ())) / "start.js")["start"]
    assert (start["cases"], start["languages"]) == (0, {})


def test_two_builds_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (contents_of(build(tmp_path / name, some_cases())) for name in ("first", "second"))
    assert first.keys() == second.keys()
    assert {name for name in first if first[name] != second[name]} == set()


def test_settings_of_pagefind_lying_around_change_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pagefind.toml").write_text('glob = "nothing"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "sr")
    assert len(fragments_of(build(tmp_path / "folder", some_cases()) / "en")) == 20


def test_a_run_leaves_nothing_in_the_work_folder(tmp_path: Path) -> None:
    build(tmp_path, some_cases())
    assert list((tmp_path / "work").iterdir()) == []


def test_a_pagefind_that_fails_is_reported_with_its_last_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caselaw.search.as_page", lambda _: "")
    with pytest.raises(SearchError) as caught:
        build(tmp_path, some_cases(1))
    assert caught.value.problem.code is Code.PAGEFIND_FAILED
    first, help = str(caught.value.problem).splitlines()
    assert first.startswith("search/en:1:1: error[P102] Pagefind ended with code 1: ")
    assert help == (
        "    help: run “make site” again; if it stays, run “python -m pagefind --version” to see whether "
        "it starts at all"
    )
    assert list((tmp_path / "work").iterdir()) == []
    assert not (tmp_path / "stage" / "search").exists()


def test_a_text_left_out_by_pagefind_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("caselaw.search.as_page", lambda text: "" if text.case == "case-01" else as_page(text))
    with pytest.raises(SearchError) as caught:
        build(tmp_path, some_cases(3))
    assert str(caught.value.problem) == (
        "search/en:1:1: error[P102] Pagefind indexed 2 of the 3 texts in the language en\n"
        "    help: look for a case without text"
    )


def test_a_bundle_in_another_shape_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    speaking = as_page(document("one")).replace('lang="zxx"', 'lang="sq"')
    monkeypatch.setattr("caselaw.search.as_page", lambda _: speaking)
    with pytest.raises(SearchError) as caught:
        build(tmp_path, some_cases(2))
    assert str(caught.value.problem) == (
        "search/en:1:1: error[P103] the search index of Pagefind cannot be wrapped: the index holds the languages "
        "sq, not zxx alone\n"
        "    help: install the pinned pagefind[bin]==1.5.2, or adapt caselaw/pagefind_bundle.py to the new one"
    )
    assert list((tmp_path / "work").iterdir()) == []


def test_the_output_of_the_pinned_pagefind_is_wrapped(bundle: Path) -> None:
    scripts = wrap(bundle)
    assert list(scripts) == sorted(scripts)
    assert all(re.fullmatch(r"(en/)?[a-z0-9._-]+\.js", name) for name in scripts)


def test_the_list_of_pages_is_read_only_where_pagefind_puts_it(bundle: Path) -> None:
    meta = next(bundle.glob("*.pf_meta"))
    content = gzip.decompress(meta.read_bytes())
    meta.write_bytes(gzip.compress(content.replace(b"zxx_", b"zxx_0", 1)))
    with pytest.raises(BundleShapeError, match=rf"^{meta.name} does not begin with the list of the 20 pages$"):
        wrap(bundle)


def spoil_entry(bundle: Path, **changes: object) -> None:
    """Change what Pagefind's entry file says."""
    entry = bundle / "pagefind-entry.json"
    entry.write_text(json.dumps(json.loads(entry.read_text()) | changes))


def test_an_index_of_another_version_is_refused(bundle: Path) -> None:
    spoil_entry(bundle, version="1.6.0")
    with pytest.raises(BundleShapeError, match=r"^the index was written by Pagefind 1\.6\.0, expected is 1\.5\.2$"):
        wrap(bundle)


def test_an_entry_that_tells_more_than_known_is_refused(bundle: Path) -> None:
    spoil_entry(bundle, languages={"zxx": {"hash": "zxx_1234567", "wasm": None, "page_count": 1, "shards": 2}})
    with pytest.raises(
        BundleShapeError, match=r"^pagefind-entry\.json describes a language by hash, page_count, shards, wasm$"
    ):
        wrap(bundle)


def test_an_index_made_with_a_stemmer_is_refused(bundle: Path) -> None:
    spoil_entry(bundle, languages={"zxx": {"hash": "zxx_1234567", "wasm": "en", "page_count": 1}})
    with pytest.raises(BundleShapeError, match=r"^the index was made with the stemmer en, expected is none$"):
        wrap(bundle)


@pytest.mark.parametrize("name", ["pagefind-entry.json", "pagefind.js", "wasm.unknown.pagefind"])
def test_a_missing_file_is_refused(bundle: Path, name: str) -> None:
    (bundle / name).unlink()
    with pytest.raises(BundleShapeError, match=f"^{re.escape(name)} is missing$"):
        wrap(bundle)


@pytest.mark.parametrize("name", ["pagefind-vectors.bin", "index/zxx_1234567.pf_index2", "shard/zxx_1234567.pf_index"])
def test_an_unknown_file_is_refused(bundle: Path, name: str) -> None:
    (bundle / name).parent.mkdir(exist_ok=True)
    (bundle / name).write_bytes(b"")
    with pytest.raises(BundleShapeError, match=f"^{re.escape(name)} is not a file that Pagefind 1.5.2 writes$"):
        wrap(bundle)


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
        wrap(bundle)


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
