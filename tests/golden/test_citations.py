"""Citations in each format and language, as they were last looked at and blessed.

After a change that is meant, run ``pytest tests/golden --bless`` and read the difference before you commit it.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from caselaw import urls
from caselaw.citing.wording import in_oscola, in_words, pinpoint
from caselaw.exports.citation_files import FORMATS
from caselaw.locale import read_locale
from caselaw.pages.context import Context, Library
from tests.project import ROOT
from tests.sample_library import make_case, make_library, translated

BLESSED = Path(__file__).parent / "citations"
LANGUAGES = ("en", "sq", "sr")
CASES = ("clinic-first-instance", "worker-v-state", "part-of-a-date", "not-verified")


@cache
def library() -> Library:
    """Return a library with several numbers, later decisions, an ECLI, and much that is not known."""
    clinic = make_case(
        "clinic-first-instance",
        title="Clinic & {others} (first instance)",
        court="bc-north",
        case_numbers=["P 309/10", "P_nr. 340/10"],
        decided="2013-04-29",
        offences=["trafficking", "slavery"],
        topics=["organ-removal"],
        summary="Kidneys were removed; the donors had been\npromised “15.000” $, 100% of it unpaid.",
    )
    cases = [
        translated(
            translated(clinic, "sq", title="Klinika (shkalla e parë)", summary="Dhuruesve iu hoqën veshkat: ë, ç."),
            "sr",
            title="Клиника (prvi stepen)",
            summary="Davaocima su uklonjeni bubrezi: č, ć, š, ž, đ.",
        ),
        make_case(
            "clinic-appeal", court="ca", decided="2015-11-06", history=[{"relation": "appeal-of", "case": clinic.id}]
        ),
        make_case("clinic-retrial", decided="2018", history=[{"relation": "retrial-of", "case": clinic.id}]),
        make_case(
            "worker-v-state",
            title="Worker v. State",
            court="hrc",
            case_numbers=["12345/06"],
            ecli="ECLI:CE:ECHR:2005:0726JUD001234506",
            decided="2005-07-26",
            outcome="violation",
            text="full",
        ),
        make_case("part-of-a-date", decided="2011-06", text="extract"),
        make_case("not-verified", decided="2009", case_numbers=["AP 1/09"], unverified=["decided", "case_numbers"]),
    ]
    locales = tuple(read_locale(ROOT / "locales", key) for key in LANGUAGES)
    found = make_library(*cases, locales=locales)
    return replace(found, config=found.config.model_copy(update={"base_url": "https://case-law.example/thb/"}))


def in_every_form(case_id: str, language: str) -> str:
    """Return what readers of a language can copy, then the files."""
    (locale,) = (locale for locale in library().locales if locale.key == language)
    citation = Context(library(), locale).citation(library().catalogue.by_id[case_id])
    point = pinpoint(citation, locale)
    parts = [
        in_words(citation, locale),
        in_oscola(citation, locale),
        f"{point.before}12{point.after}, {point.address}#p12",
        *(f"{urls.export(language, case_id, key)}\n{write(citation)}" for key, write in FORMATS.items()),
    ]
    return "\n\n".join(part.replace("\r\n", "\n").rstrip("\n") for part in parts) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case_id", CASES)
def test_a_citation_looks_as_it_was_blessed(case_id: str, language: str, request: pytest.FixtureRequest) -> None:
    golden, text = BLESSED / f"{case_id}.{language}.txt", in_every_form(case_id, language)
    if request.config.getoption("--bless"):
        BLESSED.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8", newline="\n")
    blessed = golden.read_text(encoding="utf-8") if golden.is_file() else ""
    assert text.splitlines() == blessed.splitlines(), "if this is meant: pytest tests/golden --bless"


def test_no_citation_is_blessed_that_no_test_reads() -> None:
    wanted = {f"{case}.{language}.txt" for case in CASES for language in LANGUAGES}
    assert {path.name for path in BLESSED.iterdir()} == wanted
