"""What programs read in the head of a case: decoded as they do it, and checked against the case."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from typing import Any

from caselaw.config import SiteConfig
from caselaw.locale import read_locale
from caselaw.pages.context import Library
from caselaw.pipeline import describe_sites
from caselaw.render import render_page
from tests.project import ROOT
from tests.sample_library import make_case, make_library, pages_of, templates, translated

ECLI = "ECLI:CE:ECHR:2010:0107JUD002596504"
DC, TERMS, ZOTERO = (
    "http://purl.org/dc/elements/1.1/",
    "http://purl.org/dc/terms/",
    "http://www.zotero.org/namespaces/export#",
)
HARD = "A “quoted” </script><!-- <script> & title"


class Head(HTMLParser):
    """A page as programs read its head."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.prefixes: dict[str, str] = {}
        self.metas: list[dict[str, str]] = []
        self.data: list[str] = []
        self._in_data = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        self._in_data = tag == "script" and values.get("type") == "application/ld+json"
        if tag == "meta":
            self.metas.append(values)
        elif tag == "link" and values["rel"].startswith("schema."):
            self.prefixes[values["rel"].removeprefix("schema.").lower()] = values["href"]

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, tag: str) -> None:
        self._in_data = self._in_data and tag != "script"

    def as_zotero(self) -> dict[str, list[str]]:
        """Return what Zotero takes: names with a known prefix before the first dot, colon or line, capitals or not."""
        found: dict[str, list[str]] = {}
        for meta in self.metas:
            prefix, mark, name = re.match(
                r"([^.:_]*)([.:_]?)(.*)", meta.get("name") or meta.get("property", "")
            ).groups()  # type: ignore[union-attr]
            if mark and meta.get("content") and (address := self.prefixes.get(prefix.lower())):
                found.setdefault(address + name[:1].lower() + name[1:], []).append(meta["content"])
        return found

    def values(self, name: str) -> list[str]:
        return [meta["content"] for meta in self.metas if name in (meta.get("name"), meta.get("property"))]

    def json_ld(self) -> dict[str, Any]:
        (text,) = self.data
        data = json.loads(text)
        assert isinstance(data, dict)
        return data


def library_of(*, base_url: str | None = None, index_cases: str = "no", **fields: Any) -> Library:
    library = make_library(
        make_case("a", decided="2013-04", **fields),
        make_case("b", court="ca", decided="2015", history=[{"relation": "appeal-of", "case": "a"}]),
    )
    config = {
        "title": library.config.title,
        "disclaimer": library.config.disclaimer,
        "languages": list(library.config.languages),
        "default_language": library.config.default_language,
        "base_url": base_url,
        "index_cases": index_cases,
    }
    return Library(**{**vars(library), "config": SiteConfig.model_validate(config)})


def head_of(library: Library, path: str = "en/cases/a.html") -> Head:
    page = pages_of(library)[path]
    return Head(render_page(page, describe_sites(library)[page.frame.language], templates()))


def test_zotero_catches_a_case_with_court_number_date_title_language_and_abstract() -> None:
    found = head_of(library_of(title=HARD, case_numbers=["P 309/10", "P 340/10"])).as_zotero()
    assert found[f"{ZOTERO}itemType"] == ["case"]
    assert found[f"{ZOTERO}court"] == ["Supreme Court"]
    assert found[f"{ZOTERO}docketNumber"] == ["P 309/10; P 340/10"]
    assert found[f"{ZOTERO}dateDecided"] == ["2013-04"]
    assert found[f"{ZOTERO}history"] == ["Conviction (Court of Appeals, 2015)"]
    assert found[f"{DC}title"] == [HARD]
    assert found[f"{DC}language"] == ["en"]
    assert found[f"{DC}subject"] == ["Trafficking in persons"]
    assert found[f"{TERMS}abstract"] == ["What was decided in a."]


def test_zotero_does_not_take_the_court_for_an_author() -> None:
    found = head_of(library_of(ecli=ECLI)).as_zotero()
    assert not found.keys() & {f"{DC}creator", f"{TERMS}creator", f"{DC}coverage", f"{TERMS}coverage"}


def test_the_terms_of_the_ecli_standard_are_all_there_where_the_case_has_one() -> None:
    head = head_of(library_of(ecli=ECLI, base_url="https://case-law.example/"))
    terms = head.as_zotero()
    assert {name: terms[TERMS + name] for name in ("identifier", "isVersionOf", "date", "language", "type")} == {
        "identifier": ["https://case-law.example/en/cases/a.html"],
        "isVersionOf": [ECLI],
        "date": ["2013-04"],
        "language": ["en"],
        "type": ["Judgment"],
    }
    assert terms[f"{TERMS}publisher"] == ["Sample library of Kosovo*"]
    assert terms[f"{TERMS}accessRights"] == ["public"]
    assert head.values("dcterms:creator") == ["Supreme Court"]
    assert head.values("dcterms:coverage") == ["CE"]


def test_nothing_is_said_that_is_not_known() -> None:
    head = head_of(library_of())
    assert not head.as_zotero().keys() & {f"{TERMS}isVersionOf", f"{TERMS}identifier", f"{ZOTERO}extra"}
    assert head.values("dcterms:coverage") == []
    assert all(meta["content"] for meta in head.metas if "name" in meta)
    assert "url" not in head.json_ld()


def test_the_data_for_search_engines_say_what_the_case_is_and_do_not_end_early() -> None:
    numbers = ["P 309/10", "P 340/10"]
    head = head_of(library_of(title=HARD, case_numbers=numbers, ecli=ECLI, base_url="https://case-law.example/"))
    data = head.json_ld()
    assert (data["@type"], data["name"]) == ("CreativeWork", HARD)
    assert data["additionalType"] == "http://purl.org/ontology/bibo/LegalDecision"
    assert data["creator"] == {"@type": "Organization", "name": "Supreme Court"}
    assert data["identifier"] == [*numbers, ECLI]
    assert (data["dateCreated"], data["inLanguage"]) == ("2013-04", "en")
    assert data["url"] == "https://case-law.example/en/cases/a.html"
    assert not re.search(r"[<>&]", head.data[0])


def test_what_stands_in_another_language_is_marked_with_it() -> None:
    locales = tuple(read_locale(ROOT / "locales", key) for key in ("en", "sq", "sr"))
    library = make_library(translated(make_case("a"), "sq", title="Rasti", summary="Çfarë u vendos."), locales=locales)
    assert head_of(library, "sq/cases/a.html").as_zotero()[f"{DC}language"] == ["sq"]
    serbian = head_of(library, "sr/cases/a.html")
    (title,) = [meta for meta in serbian.metas if meta.get("name") == "DC.title"]
    assert (title["content"], title["lang"]) == ("A", "en")


def test_search_engines_stay_out_of_cases_and_reference_managers_do_not() -> None:
    closed, opened = head_of(library_of()), head_of(library_of(index_cases="yes"))
    assert (closed.values("robots"), opened.values("robots")) == (["noindex"], [])
    assert closed.as_zotero() == opened.as_zotero()
