"""The report on translations: its totals, and what it says of each file."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace
from typing import TYPE_CHECKING

from caselaw.problems import Problems
from caselaw.translation_report import Lack, Subject, report_translations, table
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary
from tests.sample_library import SampleLibrary, make_case, make_library, make_locale, make_text, said

if TYPE_CHECKING:
    from pathlib import Path

    from caselaw.checks import Case
    from caselaw.pages.context import Library

TERMS = """\
- id: sc
  labels: {en: {text: Supreme Court, verified: true}, sq: {text: Gjykata Supreme, verified: true}}
  level: supreme
- id: bc-south
  labels: {en: {text: Basic Court South, verified: false}, sq: {text: Gjykata Jug, verified: false}}
  level: basic
- id: bc-north
  labels: {en: {text: Basic Court North, verified: true}}
  level: basic
"""
LAWS = """\
- id: code-2003
  kind: code
  labels: {en: {text: Code, verified: true}, sq: {text: Kodi, verified: true}}
  abbreviation: {en: {text: CC, verified: true}}
  articles:
    - article: 139
      number_verified: yes
      labels: {en: {text: trafficking, verified: true}, sq: {text: trafikimi, verified: false}}
      penalties:
        - form: {en: {text: basic form, verified: true}}
          verified: no
"""


def small_vocabulary(folder: Path) -> Vocabulary:
    """Return closed lists of which only courts and laws have gaps worth reading."""
    problems, library = Problems(), SampleLibrary(folder)
    library.write("content/vocabulary/courts.yaml", TERMS)
    library.write("content/vocabulary/laws.yaml", LAWS)
    vocabulary = read_vocabulary(folder, problems)
    assert vocabulary, said(problems)
    return Vocabulary({name: vocabulary.lists[name] if name in ("courts", "laws") else {} for name in vocabulary.lists})


def translate(case: Case, **languages: tuple[str, str]) -> None:
    """Give a case translations: per language their kind and text."""
    translations = {
        key: SimpleNamespace(record=SimpleNamespace(translation=SimpleNamespace(kind=kind)), text=text)
        for key, (kind, text) in languages.items()
    }
    vars(case)["translations"] = translations


def library(folder: Path) -> Library:
    cases = (make_case("first"), make_case("second"), make_case("third", language="sq"))
    texts = [
        make_text("about", "About", "Words."),
        make_text("about.sq", "Rreth", "Fjalë.", language="sq"),
        make_text("method", "Method", "Words."),
    ]
    locales = (make_locale(), make_locale("sq", "Shqip"))
    made = make_library(*cases, texts=texts, locales=locales)
    translate(cases[0], sq=("unofficial", ""))
    translate(cases[1], sq=("official", "Teksti."))
    return replace(made, vocabulary=small_vocabulary(folder))


def test_the_report_says_whole_what_is_missing_or_unverified(tmp_path: Path) -> None:
    interface = len(make_locale().texts)
    assert (
        "\n".join(table(report_translations(library(tmp_path))))
        == f"""\
                                in all      en      sq
vocabulary labels                    7
  missing                                    0       3
  not verified                               1       2
interface texts               {interface:8}
  not reviewed                               0{interface:8}
text pages                           2
  missing                                    0       1
  not reviewed                               0       1
cases                                3
  without title and summary                  1       0
  without text                               1       1
  not official                               0       1

content/vocabulary/courts.yaml
  en  not verified (1): bc-south
  sq  missing (1): bc-north
  sq  not verified (1): bc-south

content/vocabulary/laws.yaml
  sq  missing (2): code-2003 (short form), code-2003/139 (penalty 1)
  sq  not verified (1): code-2003/139

locales/sq.yaml
  sq  not reviewed: {interface}

content/pages/about.sq.md
  sq  not reviewed

content/pages/method.sq.md
  sq  missing

content/cases/sc/first.sq.md
  sq  not official
  sq  without text

content/cases/sc/third.en.md
  en  without title and summary
  en  without text"""
    )


def test_a_reviewed_language_has_no_gap_in_its_interface(tmp_path: Path) -> None:
    before = library(tmp_path)
    for locale in before.locales:
        vars(locale)["reviewed_by"] = ""
    assert report_translations(before).count(Subject.INTERFACE, Lack.UNREVIEWED, "sq") > 0
    vars(before.locales[1])["reviewed_by"] = "A.B."
    try:
        assert report_translations(before).count(Subject.INTERFACE, Lack.UNREVIEWED, "sq") == 0
    finally:
        vars(before.locales[1])["reviewed_by"] = ""


def test_no_key_is_broken_between_two_lines(tmp_path: Path) -> None:
    whole = library(tmp_path)
    report = report_translations(whole)
    keys = tuple(f"code-with-a-long-name-{number} (short form)" for number in range(9))
    long = replace(report, gaps=(replace(report.gaps[0], keys=keys, count=len(keys)),))
    lines = list(table(long))
    assert all(len(line) <= 100 for line in lines)
    assert sum(line.count(key) for key in keys for line in lines) == len(keys)
