"""Wraps Pagefind bundles into classic scripts, so that search runs from a folder as it does from a web server.

Browsers refuse ``fetch``, modules and workers on ``file:`` pages, but they run classic scripts. So each file of a
bundle becomes a part of a script that hands itself to ``caselawSearch.receive`` (static/js/search/loader.js), which
loads the scripts when Pagefind asks for the files. There is a bundle for each language of texts, without Pagefind's
stemmers: forms of a word are found by its beginning (static/js/search/forms.js), so that all share one program.

- ``start.js``: the version, how many cases there are, and of each language the names and numbers that the loader needs
- ``engine.js``, ``wasm.js``: the program; it runs in a worker of ours, so that Pagefind's second copy is not needed
- ``facets.js``, ``references.js``, ``terms-<letter>.js``: what Pagefind has no equal for, see ``search_tables``
- ``<language>/words.js``: which words need not be looked for in the texts of this language
- ``<language>/meta.js``, ``<language>/index-<hash>.js``: the index; beside Pagefind's list of pages, their cases
- ``<language>/fragments-<n>.js``: the texts for the results, in packs, for sticks dislike thousands of files
"""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from caselaw.search_tables import facet_table, reference_table, term_tables, word_table

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

    from caselaw.pages.search_parts import SearchDocument, SearchEntry, SearchLibrary

VERSION = "1.5.2"
# Large libraries pack three texts to a file. A small one need not make its readers load three for one.
PACK_SIZE = 3
PACKS_AT_LEAST = 256

ENTRY = "pagefind-entry.json"
ENGINE = "pagefind.js"
WASM = "wasm.unknown.pagefind"
# "No linguistic content": Pagefind has no stemmer for it.
LANGUAGE = "zxx"

# Pagefind's worker and ready-made interfaces, which this site does not use.
UNUSED = re.compile(r"pagefind-(worker|component-ui|modular-ui|ui|highlight)\.(js|css)")
CHUNK = re.compile(r"(index|fragment)/[a-z-]+_([0-9a-f]{7,13})\.pf_\1")
# How the content of each of Pagefind's compressed files begins.
SIGNATURE = b"pagefind_dcd"
# Paragraphs and headings of a text; other elements with an id are of no use in a result.
ANCHOR = re.compile(r"p\d+|h-.*")

MODULE_ADDRESS = "import.meta.url"
# From here on the module joins several indexes and starts workers, both of which we do ourselves.
REST = "var Pagefind=class{"
EXPORT = "export{createInstance,debouncedSearch,destroy,filters,init,mergeIndex,options,preload,search};"

# What the program must hold, and how often: our wrapping relies on nothing else in it.
SHAPE = {
    f'const pagefind_version="{VERSION}";': 1,
    MODULE_ADDRESS: 4,
    "import.meta": 4,
    "export{": 1,
    EXPORT: 1,
    "var PagefindInstance=class{": 1,
    REST: 1,
    'typeof Worker!=="undefined"': 1,
    "new Worker(": 1,
    "fetch(": 2,
    "importScripts": 0,
    "import(": 0,
    "XMLHttpRequest": 0,
    "eval(": 0,
    "new Function": 0,
}
LICENCE = f"""\
/* Pagefind {VERSION}, changed to run as a classic script. Copyright 2022 CloudCannon

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE. */
"""


class BundleShapeError(Exception):
    """Pagefind wrote something that this module was not made for; the message says what."""


def wrap_library(library: SearchLibrary, bundles: Mapping[str, Path]) -> dict[str, str]:
    """Return the scripts by their paths in sorted order; ``bundles`` are Pagefind's output folders by language.

    Raises BundleShapeError where a folder is not what Pagefind 1.5.2 writes for pages in the one language ``LANGUAGE``.
    """
    scripts: dict[str, str] = {}
    languages: dict[str, object] = {}
    for language, folder in sorted(bundles.items()):
        bundle = _read_bundle(folder)
        languages[language] = {
            "pages": bundle.entry["page_count"],
            "packs": bundle.packs,
            "meta": bundle.meta,
            "within": _within(language, library),
        }
        scripts |= _wrap_language(language, bundle, library)
        program = {"wasm": bundle.files[WASM].read_bytes()}
        scripts["wasm.js"] = _receive("", _encoded(program, ["wasm"]))
        scripts["engine.js"] = _wrap_engine(bundle.files[ENGINE].read_text(encoding="utf-8"))
    facets = {"facets": _compress(facet_table(library.entries))}
    scripts["facets.js"] = _receive("", _encoded(facets, ["facets"]))
    scripts["references.js"] = _receive("", {"references": reference_table(library)})
    for letter, terms in term_tables(library.terms).items():
        scripts[f"terms-{letter}.js"] = _receive("", {f"terms-{letter}": terms})
    start = {
        "version": _version(scripts),
        "cases": len(library.entries),
        "languages": languages,
        "terms": "".join(term_tables(library.terms)),
    }
    scripts["start.js"] = _receive("", {"start": start})
    return dict(sorted(scripts.items()))


@dataclass(frozen=True)
class _Bundle:
    """What Pagefind wrote for one language."""

    files: Mapping[str, Path]
    entry: Mapping[str, Any]  # what its entry file says
    meta: str
    chunks: Mapping[str, Mapping[str, str]]  # kind → file name → hash
    fragments: Mapping[str, dict[str, Any]]  # by file name

    @property
    def packs(self) -> int:
        """How many scripts hold the texts."""
        size = len(self.fragments)
        return max(-(-size // PACK_SIZE), min(size, PACKS_AT_LEAST), 1)


def _read_bundle(folder: Path) -> _Bundle:
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    entry = _read_entry(files)
    meta = f"pagefind.{entry['hash']}.pf_meta"
    chunks = _sort_chunks(files, needed={ENTRY, ENGINE, meta, WASM})
    return _Bundle(files, entry, meta, chunks, {name: _read_fragment(files[name]) for name in chunks["fragment"]})


def _within(language: str, library: SearchLibrary) -> list[str]:
    """Return the other languages in which every case of this language has a whole text, not only a summary."""
    cases = {document.case for document in library.documents[language]}
    whole = {
        name: {document.case for document in documents if len(document.parts) > 1}
        for name, documents in library.documents.items()
    }
    return [other for other in sorted(whole) if other != language and cases <= whole[other]]


def _wrap_language(language: str, bundle: _Bundle, library: SearchLibrary) -> dict[str, str]:
    """Return the scripts of the texts of one language."""
    documents = {f"/{document.case}.html": document for document in library.documents[language]}
    entries = {entry.id: (number, entry) for number, entry in enumerate(library.entries)}
    payloads = {name: bundle.files[name].read_bytes() for name in (ENTRY, bundle.meta, *bundle.chunks["index"])}
    cases: dict[str, int] = {}
    for name, fragment in bundle.fragments.items():
        document = documents[fragment["url"]]
        number, entry = entries[document.case]
        cases[f"{LANGUAGE}_{bundle.chunks['fragment'][name]}"] = number
        payloads[name] = _slim_fragment(fragment, document, entry)
    pages = _page_ids(bundle.files[bundle.meta], bundle.entry["page_count"], cases)
    payloads["cases"] = _compress([cases[page] for page in pages])
    payloads["words"] = _compress(word_table(library.documents[language]))
    groups = {"words.js": ["words"], "meta.js": [ENTRY, bundle.meta, "cases"], **_group_chunks(bundle)}
    return {
        f"{language}/{script}": _receive(f"{language}/", _encoded(payloads, names)) for script, names in groups.items()
    }


def _read_fragment(file: Path) -> dict[str, Any]:
    """Return what Pagefind keeps of one page to show in a result."""
    content = gzip.decompress(file.read_bytes())
    if not content.startswith(SIGNATURE):
        raise BundleShapeError(f"{file.name} does not begin with {SIGNATURE.decode()}")
    fragment: dict[str, Any] = json.loads(content.removeprefix(SIGNATURE))
    if missing := {"url", "content", "anchors"} - fragment.keys():
        raise BundleShapeError(f"{file.name} lacks {', '.join(sorted(missing))}")
    return fragment


def _page_ids(meta: Path, count: int, known: Collection[str]) -> list[str]:
    """Return the ids of all pages in the order of Pagefind's own list, which the search page reads in the same way.

    The list is CBOR and comes first in its file; behind the text of an id stands the sign of a number or of a text.
    """
    content = gzip.decompress(meta.read_bytes())
    ids = [found.decode() for found in re.findall(rb"%s_[0-9a-f]+" % LANGUAGE.encode(), content)[:count]]
    if sorted(ids) != sorted(known):
        raise BundleShapeError(f"{meta.name} does not begin with the list of the {len(known)} pages")
    return ids


def _slim_fragment(fragment: dict[str, Any], document: SearchDocument, entry: SearchEntry) -> bytes:
    """Return a fragment with what our results show instead of Pagefind's metadata and its second copy of the text."""
    slim = {
        "case": document.case,
        "content": fragment["content"],
        "title": len(document.title.split()),  # words: the content begins with them
        "meta": dict(entry.shown),
        "anchors": [
            [anchor["id"], anchor["location"]] for anchor in fragment["anchors"] if ANCHOR.fullmatch(anchor["id"])
        ],
    }
    return _compress(slim)


def _compress(content: object) -> bytes:
    """Return JSON as Pagefind's program reads its files."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(SIGNATURE + text.encode("utf-8"), mtime=0)


def _version(scripts: Mapping[str, str]) -> str:
    """Return a name for these very scripts: browsers keep them by it, and load none of another build with them."""
    return hashlib.sha256("".join(f"{name} {text}" for name, text in sorted(scripts.items())).encode()).hexdigest()[:12]


def _read_entry(files: Mapping[str, Path]) -> dict[str, Any]:
    """Return what Pagefind's entry file says of the only language in the bundle."""
    if ENTRY not in files:
        raise BundleShapeError(f"{ENTRY} is missing")
    entry = json.loads(files[ENTRY].read_bytes())
    if entry.get("version") != VERSION:
        raise BundleShapeError(f"the index was written by Pagefind {entry.get('version')}, expected is {VERSION}")
    languages = entry.get("languages", {})
    if set(languages) != {LANGUAGE}:
        raise BundleShapeError(f"the index holds the languages {', '.join(sorted(languages))}, not {LANGUAGE} alone")
    index = languages[LANGUAGE]
    if set(index) != {"hash", "wasm", "page_count"}:
        raise BundleShapeError(f"{ENTRY} describes a language by {', '.join(sorted(index))}")
    if index["wasm"]:
        raise BundleShapeError(f"the index was made with the stemmer {index['wasm']}, expected is none")
    return dict(index)


def _sort_chunks(files: Mapping[str, Path], needed: set[str]) -> dict[str, dict[str, str]]:
    """Return kind → file name → hash of all chunks; every other file must be needed or known to be unused."""
    missing = sorted(needed - files.keys())
    if missing:
        raise BundleShapeError(f"{missing[0]} is missing")
    chunks: dict[str, dict[str, str]] = {"index": {}, "fragment": {}}
    for name in files:
        chunk = CHUNK.fullmatch(name)
        if chunk:
            chunks[chunk[1]][name] = chunk[2]
        elif not (name in needed or UNUSED.fullmatch(name) or name.startswith("wasm.")):
            raise BundleShapeError(f"{name} is not a file that Pagefind {VERSION} writes")
    return chunks


def _group_chunks(bundle: _Bundle) -> dict[str, list[str]]:
    """Return script → names of the chunks in it; the pack follows from the hash alone, as in search/loader.js."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for name, digest in bundle.chunks["index"].items():
        groups[f"index-{digest}.js"].append(name)
    for name, digest in bundle.chunks["fragment"].items():
        groups[f"fragments-{int(digest[-7:], 16) % bundle.packs}.js"].append(name)
    return dict(groups)


def _encoded(payloads: Mapping[str, bytes], names: list[str]) -> dict[str, str]:
    return {name: base64.b64encode(payloads[name]).decode("ascii") for name in sorted(names)}


def _receive(folder: str, parts: Mapping[str, object]) -> str:
    """Return the script that hands over parts; their names begin with the folder, such as ``en/``."""
    named = {folder + name: part for name, part in parts.items()}
    return f"caselawSearch.receive({json.dumps(named, ensure_ascii=False, indent=0, sort_keys=True)});\n"


def _wrap_engine(source: str) -> str:
    """Make a function of the module: its parameter shadows the browser's ``fetch``."""
    for text, expected in SHAPE.items():
        found = source.count(text)
        if found != expected:
            raise BundleShapeError(f"{ENGINE} holds “{text}” {found} times, expected is {expected}")
    body = source[: source.index(REST)].replace(MODULE_ADDRESS, "moduleAddress")
    function = f'function(fetch,moduleAddress){{"use strict";\n{body}\nreturn{{PagefindInstance}};}}'
    return f"{LICENCE}caselawSearch.receive({{engine: {function}}});\n"
