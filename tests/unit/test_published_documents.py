"""Documents on the site: those of public cases, once for all languages; of all others not even the name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from caselaw.problems import Problems
from caselaw.usb import build_edition
from tests import attachments as samples
from tests.sample_library import SampleLibrary, tree
from tests.site import read_pages

if TYPE_CHECKING:
    from pathlib import Path

JUDGMENT = {"file": "judgment.pdf", "language": "sq", "title": "Judgment of the first instance"}
HIDDEN: dict[str, dict[str, Any]] = {
    "draft": {"status": "draft"},
    "embargoed": {"status": "published", "embargo_until": "2027-01-01"},
    "withdrawn": {"status": "withdrawn", "reason": "On request."},
}


def document(case_id: str, **changes: str) -> dict[str, str]:
    return {**JUDGMENT, "file": f"{case_id}.pdf", **changes}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SampleLibrary:
    """A built library with a public case that has two documents, and hidden ones that have one each."""
    library = SampleLibrary(tmp_path_factory.mktemp("library"))
    folder = library.root / "content" / "cases" / "sc"
    photograph = {"file": "order.jpeg", "language": "en", "title": "Order"}
    library.add("harbour", documents=[document("harbour"), photograph])
    (folder / "harbour.pdf").write_bytes(samples.pdf())
    (folder / "order.jpeg").write_bytes(samples.picture("JPEG"))
    (folder / "nobodys.pdf").write_bytes(samples.pdf("Nobody names this, and nobody sees it."))
    for name, publication in HIDDEN.items():
        library.add(name, publication=publication, documents=[document(name, title=f"Secret of the {name}")])
        (folder / f"{name}.pdf").write_bytes(samples.pdf(f"What stands in the document of the {name} case."))
    library.build()
    return library


def test_documents_of_public_cases_are_copied_byte_for_byte_and_no_others(library: SampleLibrary) -> None:
    copied = {path: content for path, content in tree(library.output).items() if path.startswith("documents/")}
    assert copied == {
        "documents/harbour/harbour.pdf": samples.pdf(),
        "documents/harbour/order.jpeg": samples.picture("JPEG"),
    }


def test_nothing_names_the_document_of_a_hidden_case(library: SampleLibrary) -> None:
    names = [f"{word}{name}" for name in HIDDEN for word in ("Secret of the ", f"{name}/")] + ["nobodys", "draft.pdf"]
    for path, content in tree(library.output).items():
        assert [name for name in names if name.encode() in content] == [], path


def test_the_page_of_a_case_leads_to_its_documents_with_kind_size_and_language(library: SampleLibrary) -> None:
    html = (library.output / "en" / "cases" / "harbour.html").read_text(encoding="utf-8")
    link = '<a href="../../documents/harbour/harbour.pdf" hreflang="sq" type="application/pdf" download>'
    assert f"{link}Judgment of the first instance</a>" in html
    details = html.split(link)[1].split("</ul>")[0]
    assert [part.split("</li>")[0] for part in details.split("<li>")[1:]] == ["PDF", "2\u00a0kB", "Albanian"]
    targets = read_pages(library.output)["en/cases/harbour.html"].targets()
    assert {"documents/harbour/harbour.pdf", "documents/harbour/order.jpeg"} <= targets


def test_the_record_of_a_case_lists_its_documents(library: SampleLibrary) -> None:
    record = json.loads((library.output / "data" / "cases" / "harbour.json").read_text(encoding="utf-8"))
    assert record["documents"][1] == {
        "path": "documents/harbour/order.jpeg",
        "url": None,
        "title": "Order",
        "language": "en",
        "media_type": "image/jpeg",
        "size": len(samples.picture("JPEG")),
    }


def test_whoever_saves_the_library_on_a_device_has_the_documents_too(library: SampleLibrary) -> None:
    files = json.loads((library.output / "offline" / "files.json").read_text(encoding="utf-8"))
    assert "documents/harbour/harbour.pdf" in files


def test_an_edition_for_sticks_has_the_documents(library: SampleLibrary, tmp_path: Path) -> None:
    edition = build_edition(library.request(), tmp_path, Problems(), lambda _: None)
    assert edition
    assert (edition.folder / "library" / "documents" / "harbour" / "harbour.pdf").read_bytes() == samples.pdf()


def test_a_document_that_must_not_be_published_keeps_the_old_site(library: SampleLibrary, tmp_path: Path) -> None:
    other, problems = SampleLibrary(tmp_path), Problems()
    other.add("harbour", documents=[document("harbour")])
    (tmp_path / "content" / "cases" / "sc" / "harbour.pdf").write_bytes(samples.pdf(author=samples.PRIVATE))
    assert other.try_build(problems) is None
    assert not other.output.exists()
    assert not any(samples.PRIVATE in str(problem) for problem in problems)
