"""The ``<main>`` of one page of each type, as it was last looked at and blessed.

After a change that is meant, run ``pytest tests/golden --bless`` and read the difference before you commit it.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from caselaw.exports import downloads_pages, make_files, sizes_of
from caselaw.locale import read_locale
from caselaw.pages import start_page
from caselaw.pages.context import Library
from caselaw.pages.model import Page
from caselaw.pipeline import describe_sites
from caselaw.render import make_environment, render_page
from tests.project import ROOT
from tests.sample_library import (
    make_case,
    make_library,
    make_text,
    make_topic_text,
    pages_of,
    translated,
)
from tests.samples import EN

BLESSED = Path(__file__).parent / "pages"
CHARTS = Path(__file__).parent / "charts"
PAGES = {
    "gateway": "index.html",
    "not-found": "404.html",
    "home": "en/index.html",
    "all-cases": "en/cases/index.html",
    "all-cases-page-2": "en/cases/page-2.html",
    "courts": "en/courts/index.html",
    "court": "en/courts/dc-north/index.html",
    "years": "en/years/index.html",
    "year": "en/years/2013/index.html",
    "offences": "en/offences/index.html",
    "offence": "en/offences/smuggling/index.html",
    "topics": "en/topics/index.html",
    "topic": "en/topics/organ-removal/index.html",
    "checklist": "en/checklist.html",
    "case": "en/cases/clinic-first-instance.html",
    "case-of-a-human-rights-court": "en/cases/worker-v-state.html",
    "case-in-another-language": "en/cases/border.html",
    "case-in-translation": "en/cases/harbour.html",
    "case-whose-title-is-translated": "en/cases/station.html",
    "laws": "en/laws/index.html",
    "law": "en/laws/code-2003/index.html",
    "convention": "en/laws/cets-197/index.html",
    "article": "en/laws/code-2003/139.html",
    "article-without-a-case": "en/laws/code-2012/171.html",
    "compliance": "en/compliance.html",
    "statistics": "en/statistics/index.html",
    "statistics-sentences": "en/statistics/sentences.html",
    "statistics-verdicts": "en/statistics/verdicts.html",
    "statistics-compensation": "en/statistics/compensation.html",
    "statistics-rights": "en/statistics/rights.html",
    "statistics-time": "en/statistics/time.html",
    "statistics-coverage": "en/statistics/coverage.html",
    "withdrawn": "en/cases/gone.html",
    "withdrawn-cases": "en/withdrawn.html",
    "corrections": "en/corrections.html",
    "downloads": "en/downloads.html",
    "redirect": "en/cases/clinic.html",
    "search": "en/search.html",
    "offline": "en/offline.html",
    "add-case": "en/add-case.html",
    "text": "en/about.html",
    "start": "START-HERE.html",
}
# Of a library in three languages, with the real texts of each.
TRANSLATED = {
    "gateway-in-three-languages": "index.html",
    "not-found-in-three-languages": "404.html",
    "start-in-three-languages": "START-HERE.html",
    "text-translated": "sr/about.html",
    "home-translated": "sq/index.html",
    "add-case-translated": "sr/add-case.html",
    "downloads-translated": "sr/downloads.html",
    "topics-translated": "sr/topics/index.html",
    "topic-translated": "sq/topics/consent/index.html",
}


@cache
def library() -> Library:
    """Return a library in which everything that a page can show is shown once."""
    clinic = make_case(
        "clinic-first-instance",
        "## Facts\n\n[1] Donors came from *abroad*.[^1]\n\n[2] They were promised money & not paid.\n\n"
        "- deception\n- poverty\n\n### Clinic\n\n[3] See paragraph [1](#p1).\n\n[^1]: Statement of a witness.\n",
        title="Clinic (first instance)",
        court="bc-north",
        formation="mixed panel",
        case_numbers=["P 309/10", "P 340/10"],
        ecli="ECLI:XK:BCN:2013:309",
        decided="2013-04-29",
        offences=["trafficking", "slavery"],
        applies=["code-2003/139", "code-2003/274/1"],
        charges=[
            {
                "defendant": "L.D.",
                "charged": "code-2003/139",
                "finding": "convicted",
                "sentence": {"imprisonment": "8 years", "fine": "10000 EUR", "other": ["two-year professional ban"]},
                "paragraphs": [1, 3],
            },
            {
                "defendant": "A.D.",
                "charged": "code-2003/139",
                "finding": "reclassified",
                "convicted_of": "code-2003/140",
                "sentence": {"imprisonment": "6 months", "suspended": "yes"},
            },
            {"defendant": "S.H.", "charged": "code-2003/274/1", "finding": "acquitted"},
        ],
        acts=[{"value": "recruitment", "paragraphs": [1], "basis": "court"}, "transportation"],
        means=["deception"],
        purposes=["removal-of-organs"],
        sectors=["medical"],
        victims={
            "total": 30, "adults": 30, "children": 0, "sex": "mixed", "nationalities": ["TR", "XK"],
            "vulnerabilities": ["poverty"],
        },
        compensation=[{"to": "victims", "claimed": "unknown", "awarded": "0 EUR", "referred_to_civil": "yes"}],
        non_punishment={"raised_by": "defence", "result": "refused", "paragraphs": [2]},
        protection=[{"measure": "anonymous-witness", "result": "granted"}],
        cites=[{"case": "worker-v-state", "treatment": "followed", "paragraphs": [2]}],
        authorities=["Palermo Protocol, Article 3"],
        topics=[{"value": "organ-removal", "paragraphs": [1, 3]}, "sentencing"],
        importance="key",
        sources=[
            {
                "url": "https://court.example/judgment?page=1&part=2", "title": "Judgment", "publisher": "The court",
                "kind": "judgment", "read": "2026-11-20",
            }
        ],
        unverified=["victims.total", "charges.2", "acts.2", "p3"],
        review={"coded_by": "A.B.", "reviewed_by": "C.D.", "reviewed_on": "2026-11-21"},
        corrections=[{"date": "2026-11-22", "note": "A date was corrected."}],
        aliases=["clinic"],
    )  # fmt: skip
    cases = [
        clinic,
        make_case(
            "clinic-appeal",
            "[1] The judgment P 309/10, and Worker v. State, were considered.",
            court="ca",
            decided="2015-11",
            outcome="modified",
            charges=[
                {
                    "defendant": "S.H.",
                    "charged": "code-2003/139",
                    "finding": "convicted",
                    "sentence": {"imprisonment": "1 year"},
                    "paragraphs": [1],
                }
            ],
            history=[{"relation": "appeal-of", "case": clinic.id}],
        ),
        make_case("clinic-supreme", decided="2016", history=[{"relation": "appeal-of", "case": "clinic-appeal"}]),
        make_case(
            "worker-v-state",
            title="Worker v. State",
            court="hrc",
            case_numbers=["12345/06"],
            decided="2005-07-26",
            offences=["slavery"],
            outcome="violation",
            findings=[{"provision": "treaty/4", "result": "violation", "aspect": "substantive", "paragraphs": [2]}],
            topics=["organ-removal"],
        ),
        make_case("border", title="Kufiri", court="dc-north", decided="2011-06", language="sq", offences=["smuggling"]),
        translated(
            make_case(
                "harbour",
                "## Faktet\n\n[1] Paragrafi i parë.[^1]\n\n- mashtrim\n\n[2] Shih paragrafin [1](#p1).\n\n"
                "[^1]: Dëshmi.\n",
                title="Porti",
                summary="Çfarë u vendos.",
                decided="2012",
                language="sq",
                formation="trup i përzier",
                charges=[
                    {
                        "defendant": "dy të akuzuar",
                        "charged": "code-2003/139",
                        "finding": "convicted",
                        "sentence": {"imprisonment": "2 years", "other": ["ndalim"]},
                        "paragraphs": [2],
                    }
                ],
                unverified=["p2"],
            ),
            "en",
            "## Facts\n\n[1] The first paragraph.\n\n[2] See paragraph [1](#p1).\n",
            title="Harbour",
            summary="What was decided.",
        ),
        translated(
            make_case("station", title="Stacioni", decided="2011", language="sq"),
            "en",
            "",
            title="Station",
            translation={"kind": "machine", "by": "A.B.", "date": "2026-11-20"},
        ),
        make_case("gone", publication={"status": "withdrawn", "reason": "A protected person could be recognised."}),
    ]
    texts = [
        make_text("home", "Home", "What the library is."),
        make_text(
            "about",
            "About",
            "## What this is\n\nA *sample*, see [the court](https://court.example/).\n\n- one\n- two\n",
        ),
    ]
    return make_library(*cases, page_size=3, texts=texts)


def made_beside(library: Library) -> dict[str, Page]:
    """Return the pages that are not made with the others: of an edition, and of files that must be there first."""
    beside: tuple[Page, ...] = (start_page(library), *downloads_pages(library, sizes_of(make_files(library))))
    return {page.frame.path: page for page in beside}


@cache
def pages() -> dict[str, Page]:
    return {**pages_of(library()), **made_beside(library())}


@cache
def translated_pages() -> dict[str, Page]:
    return {**pages_of(translated_library()), **made_beside(translated_library())}


@cache
def translated_library() -> Library:
    """Return a library in three languages, whose own texts nobody has reviewed."""
    texts = [
        make_text("home", "Home", "What the library is."),
        make_text("home.sq", "Ballina", "Çfarë është biblioteka.", "sq"),
        make_text("about", "About", "A *sample*."),
        make_text("about.sr", "O biblioteci", "Jedan *primer*.", "sr"),
    ]
    topics = [
        make_topic_text("consent", "It is *irrelevant*, see [a case](../../cases/a.html#p1)."),
        make_topic_text("consent", "Nuk ka rëndësi.\n\n## Pse\n\nSepse.", "sq"),
    ]
    locales = tuple(read_locale(ROOT / "locales", key) for key in ("en", "sq", "sr"))
    a = make_case("a", topics=[{"value": "consent", "paragraphs": [1]}])
    return make_library(a, locales=locales, texts=texts, topic_texts=topics)


def sentenced() -> Library:
    """Return a library with a sentence of every shape that the chart has."""
    terms = ("1 year", "1 year", "8 years", "15 years", "life")
    charges = [
        {
            "defendant": f"{letter}.A.",
            "charged": "code-2003/139",
            "finding": "convicted",
            "sentence": {"imprisonment": term, "suspended": "yes" if number == 1 else "no"},
            "paragraphs": [1],
        }
        for number, (letter, term) in enumerate(zip("ABCDE", terms, strict=True))
    ]
    first, *_ = charges
    unverified = {**first, "defendant": "F.A.", "sentence": {"imprisonment": "3 years"}}
    no_range = {**first, "defendant": "G.A.", "charged": "slavery"}
    return make_library(
        make_case("river", court="bc-north", charges=[*charges, unverified, no_range], unverified=["charges.6"])
    )


def main_of(page: Page, library: Library) -> str:
    """Return the ``<main>`` of a page as the templates make it."""
    site = describe_sites(library)[page.frame.language]
    html = render_page(page, site, make_environment(ROOT / "templates"))
    (main,) = re.findall(r"<main\b.*</main>", html, re.DOTALL)
    return f"{main}\n"


@pytest.mark.parametrize("name", [*PAGES, *TRANSLATED])
def test_a_page_looks_as_it_was_blessed(name: str, request: pytest.FixtureRequest) -> None:
    path = PAGES.get(name) or TRANSLATED[name]
    page = (pages() if name in PAGES else translated_pages())[path]
    golden, main = BLESSED / f"{name}.html", main_of(page, library() if name in PAGES else translated_library())
    if request.config.getoption("--bless"):
        BLESSED.mkdir(exist_ok=True)
        golden.write_text(main, encoding="utf-8", newline="\n")
    blessed = golden.read_text(encoding="utf-8") if golden.is_file() else ""
    assert main.splitlines() == blessed.splitlines(), "if this is meant: pytest tests/golden --bless"


def test_a_chart_with_every_shape_looks_as_it_was_blessed(request: pytest.FixtureRequest) -> None:
    library, golden = sentenced(), CHARTS / "sentences.html"
    (chart,) = re.findall(
        r'<figure class="scale-chart".*</figure>',
        main_of(pages_of(library)["en/statistics/sentences.html"], library),
        re.DOTALL,
    )
    if request.config.getoption("--bless"):
        CHARTS.mkdir(exist_ok=True)
        golden.write_text(f"{chart}\n", encoding="utf-8", newline="\n")
    for kind in ("below", "within", "above", "no_range", "unverified"):
        assert f"({EN.text(f'statistics.sentences.kinds.{kind}')})" in chart
    blessed = golden.read_text(encoding="utf-8") if golden.is_file() else ""
    assert chart.splitlines() == blessed.splitlines(), "if this is meant: pytest tests/golden --bless"


def test_every_type_of_page_is_blessed() -> None:
    assert {type(pages()[path]) for path in PAGES.values()} == {type(page) for page in pages().values()}


def test_nothing_is_blessed_that_no_test_reads() -> None:
    assert {path.stem for path in BLESSED.iterdir()} == PAGES.keys() | TRANSLATED.keys()
