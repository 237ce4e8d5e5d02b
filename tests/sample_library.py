"""Sample libraries, all invented: in memory for the pure stages, in a folder for those that read and write."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import yaml
from jinja2 import Environment

from caselaw import pipeline
from caselaw.bridge import Bridge, Comparison
from caselaw.catalogue import Catalogue, build_catalogue
from caselaw.checks import Case, read_case
from caselaw.citations import link_citations
from caselaw.config import SiteConfig
from caselaw.document import Document, parse_document
from caselaw.locale import Locale, parse_locale
from caselaw.pages import build_pages
from caselaw.pages.context import Library
from caselaw.pages.model import (
    Page,
)
from caselaw.pipeline import Request, Result, build_site, read_library
from caselaw.problems import Problems
from caselaw.references import link_references
from caselaw.render import make_environment
from caselaw.text_pages import TextDocument, read_text_page, read_topic_text
from caselaw.translations import add_translations
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary
from tests.project import ROOT

# Half the time of a small build goes into compiling templates: all builds of a test run share them.
shared_environment = cache(make_environment)
vars(pipeline)["make_environment"] = shared_environment

TODAY = "2026-11-23"
DISCLAIMER = "* The status footnote."
TITLE = "Sample library of Kosovo*"
Fields = dict[str, Any]


def labels(text: str, *, verified: bool = True, **others: str) -> Fields:
    """Return labels: English, and further languages by their key."""
    return {key: {"text": words, "verified": verified} for key, words in {"en": text, **others}.items()}


def term(key: str, text: str = "", **fields: Any) -> Fields:
    """Return one term of a closed list; without a text its label is made from the key."""
    return {"id": key, "labels": labels(text or key.replace("-", " ").capitalize()), **fields}


def terms(keys: str) -> list[Fields]:
    """Return plain terms for keys that are separated by spaces."""
    return [term(key) for key in keys.split()]


def article(number: str, text: str, *, verified: bool = True, **fields: Any) -> Fields:
    return {"article": number, "labels": labels(text), "number_verified": verified, **fields}


def penalty(form: str, *, verified: bool = True, **ranges: Any) -> Fields:
    return {"form": labels(form), "verified": verified, "source": "https://code.example/read", **ranges}


def relation(key: str, inverse: str, later: str, *, reviews: bool = False) -> Fields:
    return term(key, inverse=inverse, later=later, reviews=reviews)


CLOSED_LISTS: Mapping[str, list[Fields]] = {
    "court-levels": [*terms("supreme appeal basic"), term("european", system="human-rights", bridge=["treaty/4"])],
    # Not in the order of the levels, so that grouping them by the order of this list alone is seen.
    "courts": [
        term("bc-south", "Basic Court South", level="basic"),
        {**term("bc-north", level="basic"), "labels": labels("Basic Court North", sq="Gjykata Veri")},
        term("dc-north", "District Court North", level="basic", period={"until": "2012-12-31"}),
        {**term("hrc", level="european", oscola="HRC"), "labels": labels("Human Rights Court", verified=False)},
        term("sc", "Supreme Court", level="supreme"),
        term("ca", "Court of Appeals", level="appeal"),
    ],
    "offences": [
        term("smuggling", "Smuggling of migrants", neighbouring=True),
        {**term("trafficking", neighbouring=False), "labels": labels("Trafficking in persons", sq="Trafikim")},
        term("slavery", neighbouring=False),
    ],
    "relations": [
        relation("appeal", "appeal-of", "that", reviews=True),
        relation("appeal-of", "appeal", "this"),
        relation("retrial", "retrial-of", "that"),
        relation("retrial-of", "retrial", "this"),
        relation("joined", "joined", "neither"),
        relation("related", "related", "neither"),
    ],
    "languages": [
        {**term("en", "English"), "tag": "en"},
        {**term("sq", "Albanian"), "tag": "sq"},
        {**term("sr", "Serbian"), "tag": "sr-Latn"},
    ],
    "laws": [
        {
            **term("code-2003", "Criminal Code of 2003", kind="code"),
            "abbreviation": labels("CC 2003"),
            "number": "2003/25",
            "in_force": {"date": "2004-04-06", "verified": True},
            "until": {"date": "2012-12-31", "verified": False},
            "source": "https://www.code.example/2003",
            "articles": [
                article(
                    "139",
                    "trafficking in persons",
                    offence="trafficking",
                    penalties=[
                        penalty("basic form", imprisonment={"min": "2 years", "max": "12 years"}),
                        penalty(
                            "of a child", verified=False, imprisonment={"min": "3 years"}, fine={"max": "50000 EUR"}
                        ),
                    ],
                    source="https://code.example/139",
                ),
                article("140", "withholding identity papers"),
                article("274", "organised crime"),
            ],
        },
        {
            **term("code-2012", "Criminal Code of 2012", kind="code"),
            "abbreviation": labels("CC 2012"),
            "in_force": {"date": "2013-01-01", "verified": True},
            "gazette": {"text": "No. 19", "verified": False},
            "replaces": {"law": "code-2003", "verified": False},
            "source": "general knowledge",
            "articles": [article("171", "trafficking in persons", verified=False, offence="trafficking")],
        },
    ],
    "conventions": [
        {
            **term("treaty", "Treaty against slavery", kind="convention"),
            "abbreviation": labels("TAS"),
            "articles": [article("4", "prohibition of slavery", concerns=["slavery"])],
        },
        {
            **term("cets-197", "Convention against trafficking", kind="convention"),
            "abbreviation": labels("CETS 197"),
            "number": "CETS 197",
            "adopted": {"date": "2005-05-03", "verified": True},
            "standing": [
                {"labels": labels("A statement that nobody read."), "verified": False},
                {
                    "labels": labels("A statement that was read."),
                    "verified": True,
                    "source": "https://council.example/standing",
                },
            ],
            "chapters": [
                {"number": "I", "labels": labels("Definitions")},
                {"number": "II", "labels": labels("Criminal law")},
                {"number": "III", "labels": labels("Final clauses")},
            ],
            "articles": [
                article("1", "purposes", verified=False, chapter="I", for_courts=False),
                article("4", "definitions", chapter="I", concerns=["trafficking", "slavery"]),
                article("18", "criminalisation", chapter="II", concerns=["trafficking"]),
                article("26", "non-punishment", chapter="II"),
            ],
        },
    ],
    "outcomes": [
        *terms("conviction acquittal violation"),
        *(term(effect, effect=effect) for effect in ("upheld", "modified", "quashed", "not-upheld")),
    ],
    "topics": [
        term("organ-removal", concerns=["treaty/4", "cets-197/4", "cets-197/18"]),
        term("consent"),
        term("sentencing", bridge=False),
    ],
    "acts": terms("recruitment transportation"),
    "means": [*terms("deception coercion"), term("child", none_needed=["treaty/4/c"])],
    "purposes": terms("removal-of-organs forced-labour"),
    "aggravating": [term("child-victim", concerns=["cets-197/26"])],
    "sectors": terms("medical"),
    "vulnerabilities": terms("poverty"),
    "protection-measures": terms("anonymous-witness"),
    "treatments": terms("followed distinguished cited"),
    "charge-findings": terms("convicted acquitted reclassified"),
    "provision-findings": terms("violation no-violation"),
    "aspects": terms("procedural substantive"),
    "non-punishment-results": terms("applied refused"),
    "protection-results": terms("granted refused"),
    "parties": terms("defence prosecution"),
    "kinds": terms("judgment decision"),
    "text-kinds": terms("summary extract full"),
    "importance": terms("key high normal"),
    "source-kinds": terms("judgment press"),
    "compensation-heads": terms("damage costs"),
    "compensation-proceedings": terms("criminal civil human-rights"),
    "sexes": terms("female male mixed"),
    "bases": terms("court editor"),
    "publication-statuses": terms("draft published withdrawn"),
    "translation-kinds": terms("official unofficial machine"),
    "glossary": terms("victim"),
    "coverage": [
        term(
            "victims-2012",
            "Victims identified",
            number=40,
            counts="victims",
            since="2012",
            until="2013",
            publisher="The police",
            source="https://police.example/2013",
            verified=True,
        ),
        term(
            "judgments-2013",
            "Judgments published",
            number=7,
            counts="judgments",
            since="2013-01",
            until="2013-06",
            court="sc",
            publisher="The press",
            source="https://press.example/judgments",
            verified=False,
        ),
    ],
}


def case_fields(case_id: str, **fields: Any) -> Fields:
    """Return the front matter of a case: what is required, and whatever ``fields`` says instead or on top."""
    required = {
        "title": case_id.replace("-", " ").capitalize(),
        "court": "sc",
        "decided": "2020-05-04",
        "kind": "judgment",
        "text": "summary",
        "language": "en",
        "summary": f"What was decided in {case_id}.",
        "offences": ["trafficking"],
        "outcome": "conviction",
        "sources": [{"url": "https://court.example/judgment", "title": "Judgment"}],
        "publication": {"status": "published"},
    }
    return {**required, **fields}


BODY = "## Facts\n\n[1] What happened.\n\n[2] What the court held.\n"


def as_file(fields: Fields, body: str) -> str:
    """Return a content file with one field a line; values are written as JSON, which is YAML with every text quoted."""
    lines = [f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in fields.items()]
    return f"---\n{''.join(lines)}---\n{body}"


def case_path(case_id: str, fields: Fields) -> str:
    return f"content/cases/{fields['court']}/{case_id}.md"


def make_case(case_id: str, body: str = BODY, **fields: Any) -> Case:
    """Return a case that was read from a file's text as the pipeline reads it; a fault in it fails the test."""
    front = case_fields(case_id, **fields)
    path, problems = case_path(case_id, front), Problems()
    document = parse_document(as_file(front, body).encode(), path, problems)
    assert document, said(problems)
    case = read_case(document, frozenset(), sample_vocabulary(), TODAY, problems)
    assert case, said(problems)
    assert not problems.errors, said(problems)
    return case


def translated(case: Case, language: str, body: str = BODY, **fields: Any) -> Case:
    """Return a case with one more translation, read from a file's text; a fault in it fails the test."""
    required = {
        "title": f"{case.record.title} ({language})",
        "language": language,
        "summary": f"{case.record.summary} ({language})",
        "translation": {"kind": "unofficial", "date": "2026-11-20"},
    }
    path, problems = f"{case.path.removesuffix('.md')}.{language}.md", Problems()
    document = parse_document(as_file({**required, **fields}, body).encode(), path, problems)
    assert document, said(problems)
    files = frozenset({case.path, path})
    (found,) = add_translations([case], [document], files, sample_vocabulary(), TODAY, problems)
    assert not problems.errors, said(problems)
    return replace(found, translations=dict(sorted({**case.translations, **found.translations}.items())))


def make_text(name: str, title: str, body: str, language: str = "en") -> TextDocument:
    """Return a page of the site's own."""
    fields = {"title": title, "description": f"{title}.", "language": language}
    problems = Problems()
    document = parse_document(as_file(fields, body).encode(), f"content/pages/{name}.md", problems)
    assert isinstance(document, Document)
    text = read_text_page(document, sample_vocabulary(), TODAY, problems)
    assert text, said(problems)
    return text


def make_topic_text(topic: str, body: str = "What it is about.", language: str = "en", **fields: Any) -> TextDocument:
    """Return the introduction to a topic."""
    required = {
        "title": topic,
        "description": f"About {topic}.",
        "language": language,
        "sources": [{"url": "https://treaty.example/text", "title": "Treaty", "publisher": "Council"}],
    }
    problems = Problems()
    document = parse_document(as_file({**required, **fields}, body).encode(), f"content/topics/{topic}.md", problems)
    assert isinstance(document, Document)
    text = read_topic_text(document, sample_vocabulary(), TODAY, problems)
    assert text, said(problems)
    return text


def templates() -> Environment:
    """Return the templates that all builds share."""
    return shared_environment(ROOT / "templates")


def said(problems: Problems) -> list[str]:
    """Return everything that was reported, as an editor reads it."""
    return [str(problem) for problem in problems]


@cache
def sample_vocabulary() -> Vocabulary:
    """Return the sample closed lists, read once."""
    problems = Problems()
    with TemporaryDirectory() as folder:
        write_vocabulary(Path(folder))
        vocabulary = read_vocabulary(Path(folder), problems)
    assert vocabulary, said(problems)
    return vocabulary


@cache
def make_locale(key: str = "en", name: str = "English") -> Locale:
    """Return the English interface texts, or a further language that says the same words under another name."""
    data = yaml.safe_load((ROOT / "locales" / "en.yaml").read_text(encoding="utf-8"))
    if key != "en":
        data["language"] = {"tag": key, "name": name, "conventions": key}
    return parse_locale(key, data)


def make_catalogue(*cases: Case, today: str = TODAY) -> Catalogue:
    """Return the catalogue of cases that fit together; a fault fails the test."""
    problems = Problems()
    catalogue = build_catalogue(cases, frozenset(case.id for case in cases), today, problems)
    assert not problems.errors, said(problems)
    return catalogue


def make_library(
    *cases: Case,
    today: str = TODAY,
    page_size: int = 50,
    locales: tuple[Locale, ...] = (),
    texts: Iterable[TextDocument] = (),
    topic_texts: Iterable[TextDocument] = (),
) -> Library:
    """Return the linked library of cases that fit together; a fault fails the test."""
    locales = locales or (make_locale(),)
    problems, vocabulary = Problems(), sample_vocabulary()
    catalogue = make_catalogue(*cases, today=today)
    citations = link_citations(catalogue, vocabulary, problems)
    assert not problems.errors, said(problems)
    config = SiteConfig.model_validate(
        {
            "title": {locale.key: TITLE for locale in locales},
            "disclaimer": {locale.key: DISCLAIMER for locale in locales},
            "languages": [locale.key for locale in locales],
            "default_language": locales[0].key,
            "page_size": str(page_size),
        }
    )
    hidden = [case for case in cases if case.id not in catalogue.by_id and case not in catalogue.withdrawn]
    references = link_references(catalogue, citations, vocabulary, problems, hidden)
    by_name, by_topic = _by_name(texts), _by_name(topic_texts)
    return Library(config, vocabulary, catalogue, citations, by_name, locales, today, references, by_topic)


def bridged(catalogue: Catalogue) -> dict[str, tuple[Comparison, ...]]:
    """Return what each case is compared with; a case without comparisons is left out."""
    bridge = Bridge(catalogue, sample_vocabulary())
    return {case.id: pairs for case in catalogue.cases if (pairs := bridge.of(case.id))}


def _by_name(texts: Iterable[TextDocument]) -> dict[str, tuple[TextDocument, ...]]:
    by_name: dict[str, tuple[TextDocument, ...]] = {}
    for text in texts:
        by_name[text.name] = (*by_name.get(text.name, ()), text)
    return by_name


def pages_of(library: Library) -> dict[str, Page]:
    """Return every page by its address; two pages at one address fail the test."""
    pages = list(build_pages(library))
    by_address = {page.frame.path: page for page in pages}
    assert len(by_address) == len(pages)
    return by_address


CONFIG = f"""\
title: {{en: "{TITLE}"}}
languages: [en]
default_language: en
disclaimer: {{en: "{DISCLAIMER}"}}
page_size: %d
"""


def write_vocabulary(root: Path) -> None:
    """Write the sample closed lists below ``root``."""
    folder = root / "content" / "vocabulary"
    folder.mkdir(parents=True, exist_ok=True)
    for name, entries in CLOSED_LISTS.items():
        (folder / f"{name}.yaml").write_text(yaml.safe_dump(entries, sort_keys=False), encoding="utf-8")


@dataclass(frozen=True)
class SampleLibrary:
    """A library in a folder, which tests add files to and build."""

    root: Path
    page_size: int = 50

    def __post_init__(self) -> None:
        self.root.mkdir(parents=True, exist_ok=True)
        self.config.write_text(CONFIG % self.page_size, encoding="utf-8")
        write_vocabulary(self.root)
        for name in ("about", "method"):
            fields = {"title": name.capitalize(), "description": f"{name}.", "language": "en"}
            self.write(f"content/pages/{name}.md", as_file(fields, f"What there is to say: {name}."))

    @property
    def config(self) -> Path:
        return self.root / "site_config.yaml"

    @property
    def output(self) -> Path:
        return self.root / "site"

    def write(self, path: str, text: str) -> Path:
        """Write any file of the library."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8", newline="\n")
        return file

    def add(self, case_id: str, body: str = BODY, **fields: Any) -> Path:
        """Write a case; one that is there already is replaced."""
        front = case_fields(case_id, **fields)
        return self.write(case_path(case_id, front), as_file(front, body))

    def request(self, today: str = TODAY) -> Request:
        return Request(self.config, today)

    def read(self, problems: Problems, today: str = TODAY) -> Library | None:
        return read_library(self.request(today), problems)

    def try_build(self, problems: Problems, today: str = TODAY, output: Path | None = None) -> Result | None:
        return build_site(self.request(today), output or self.output, problems, lambda _: None)

    def build(self, today: str = TODAY, output: Path | None = None) -> Result:
        """Build and publish; content with an error fails the test."""
        problems = Problems()
        result = self.try_build(problems, today, output)
        assert result, said(problems)
        return result


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder, hidden ones too, by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
