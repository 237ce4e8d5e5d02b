"""Words that stand only in a draft, an embargoed and a withdrawn case are nowhere in a site, an edition or its zip.

They are looked for in the bytes of every file, in what is packed in the search, in entries of zips and in texts of PDF
documents. That the same looking finds a word of a published case proves that it looks.
"""

from __future__ import annotations

import base64
import gzip
import io
import json
import re
import zlib
from typing import TYPE_CHECKING
from zipfile import ZipFile, is_zipfile

import pytest
from fpdf import FPDF
from pypdf import PdfReader

from caselaw.problems import Problems
from caselaw.usb import build_edition
from tests.sample_library import TODAY, SampleLibrary, as_file, case_fields, said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

STATUSES: Mapping[str, dict[str, str]] = {
    "draft": {"status": "draft"},
    "embargoed": {"status": "published", "embargo_until": "2027-01-01"},
    "withdrawn": {"status": "withdrawn", "reason": "At the request of a person concerned."},
    "published": {"status": "published"},
}
# Where a word stands in a case: no two of them share their letters with anything else.
PARTS = ("title", "summary", "text", "formation", "note", "sqtitle", "sqsummary", "sqtext", "file", "document")
NUMBERS = {"draft": "11", "embargoed": "22", "withdrawn": "33", "published": "44"}


def canary(status: str, part: str) -> str:
    """Return a word that stands in one part of one case and nowhere else."""
    return f"zq{status}{part}xv"


def pdf(words: str) -> bytes:
    document = FPDF()
    document.add_page()
    document.set_font("Helvetica")
    document.cell(text=words)
    return bytes(document.output())


def write_case(library: SampleLibrary, status: str) -> None:
    def word(part: str) -> str:
        return canary(status, part)

    file = f"{word('file')}.pdf"
    fields = case_fields(
        f"case-{status}",
        title=f"The {word('title')} case",
        case_numbers=[f"P 7{NUMBERS[status]}/19"],
        summary=f"The court decided on {word('summary')}, after a hearing.",
        formation=f"Panel {word('formation')}",
        publication=STATUSES[status],
        charges=[
            {"defendant": "A.B.", "charged": "code-2003/139", "finding": "convicted",
             "sentence": {"imprisonment": "2 years", "other": [f"A ban on {word('note')}"]}}
        ],
        documents=[{"file": file, "language": "en", "title": f"The {word('document')}"}],
    )  # fmt: skip
    library.write(f"content/cases/sc/case-{status}.md", as_file(fields, f"[1] They spoke of {word('text')} at length."))
    translation = {
        "title": f"Rasti {word('sqtitle')}", "language": "sq", "summary": f"Gjykata vendosi për {word('sqsummary')}.",
        "translation": {"kind": "unofficial", "date": "2026-11-20"},
    }  # fmt: skip
    library.write(
        f"content/cases/sc/case-{status}.sq.md", as_file(translation, f"[1] Folën për {word('sqtext')} gjatë.")
    )
    (library.root / f"content/cases/sc/{file}").write_bytes(pdf(f"Pages of {word('document')}"))


def refer_to_all(library: SampleLibrary) -> None:
    """Write a public case and a page that name every other case, as a link would lead to them."""
    fields = case_fields(
        "case-referring", cites=[{"case": f"case-{status}"} for status in STATUSES],
        history=[{"relation": "related", "case": f"case-{status}"} for status in STATUSES],
    )  # fmt: skip
    library.write("content/cases/sc/case-referring.md", as_file(fields, "[1] See P 711/19, P 722/19, P 733/19."))
    links = ", ".join(f"[this](cases/case-{status}.html)" for status in STATUSES)
    page = {"title": "Links", "description": "Links.", "language": "en"}
    library.write("content/pages/links.md", as_file(page, f"See {links}."))


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A site and an edition of a library with a case of each status."""
    library = SampleLibrary(tmp_path_factory.mktemp("canary") / "library")
    config = library.config.read_text(encoding="utf-8")
    config = config.replace("[en]", "[en, sq]").replace("}\nlanguages", ", sq: Biblioteka}\nlanguages")
    library.config.write_text(config.replace('footnote."}', 'footnote.", sq: "*"}'), encoding="utf-8")
    for status in STATUSES:
        write_case(library, status)
    refer_to_all(library)
    problems = Problems()
    assert library.try_build(problems), said(problems)
    dist = library.root / "dist"
    assert build_edition(library.request(TODAY), dist, problems, lambda _: None), said(problems)
    return {"site": library.output, "edition": dist}


def contents(name: str, raw: bytes) -> Iterator[bytes]:
    """Yield what a file holds: its name, its bytes, and whatever is packed in them."""
    yield name.encode()
    yield raw
    if is_zipfile(io.BytesIO(raw)):
        with ZipFile(io.BytesIO(raw)) as packed:
            for entry in packed.infolist():
                yield from contents(entry.filename, packed.read(entry))
    elif raw.startswith(b"%PDF"):
        yield "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(raw)).pages).encode()
    elif name.endswith(".js"):
        for packed_part in re.findall(rb"[A-Za-z0-9+/]{24,}={0,2}", raw):
            yield unpacked(packed_part)
    elif name.endswith(".json"):
        yield json.dumps(json.loads(raw), ensure_ascii=False).encode()


def unpacked(part: bytes) -> bytes:
    try:
        return gzip.decompress(base64.b64decode(part, validate=True))
    except (ValueError, OSError, EOFError, zlib.error):
        return b""


def words_in(folder: Path) -> set[str]:
    """Return every canary word that stands anywhere below a folder."""
    found: set[str] = set()
    for path in folder.rglob("*"):
        if path.is_file():
            for content in contents(path.relative_to(folder).as_posix(), path.read_bytes()):
                found |= {match.decode() for match in re.findall(rb"zq[a-z]+?xv", content.lower())}
    return found


@pytest.mark.parametrize("output", ["site", "edition"])
def test_no_word_of_a_hidden_case_stands_anywhere_and_those_of_a_published_one_are_found(
    output: str, outputs: dict[str, Path]
) -> None:
    found = words_in(outputs[output])
    hidden = {canary(status, part) for status in STATUSES if status != "published" for part in PARTS}
    assert found & hidden == set()
    shown = {
        canary("published", part) for part in ("title", "summary", "text", "formation", "note", "sqtitle", "sqtext")
    }
    assert shown <= found


@pytest.mark.parametrize("output", ["site", "edition"])
def test_the_ids_of_drafts_and_embargoed_cases_stand_nowhere(output: str, outputs: dict[str, Path]) -> None:
    found: set[bytes] = set()
    for path in outputs[output].rglob("*"):
        if path.is_file():
            for content in contents(path.relative_to(outputs[output]).as_posix(), path.read_bytes()):
                found |= set(re.findall(rb"case-(?:draft|embargoed|withdrawn|published)", content))
    assert found == {b"case-withdrawn", b"case-published"}


@pytest.mark.parametrize("kind", ["a.pdf", "a.zip", "a.js", "a.json", "a.html"])
def test_the_looking_opens_what_is_packed(kind: str, tmp_path: Path) -> None:
    word = canary("published", "text")
    zipped = io.BytesIO()
    with ZipFile(zipped, "w", compression=8) as packed:
        packed.writestr("inner.pdf", pdf(word))
    raw = {
        "a.pdf": pdf(word),
        "a.zip": zipped.getvalue(),
        "a.js": b'x("' + base64.b64encode(gzip.compress(word.encode())) + b'")',
        "a.json": json.dumps({"a": word}).replace("z", "\\u007a").encode(),
        "a.html": word.upper().encode(),
    }[kind]
    (tmp_path / kind).write_bytes(raw)
    assert words_in(tmp_path) == {word}
