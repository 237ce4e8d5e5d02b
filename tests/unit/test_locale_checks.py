"""Whether the languages say the same: what an editor is told, and that the real files, templates and scripts agree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from caselaw.locale import read_locale
from caselaw.locale_checks import check_locales
from caselaw.problems import Problems
from tests.project import ROOT
from tests.sample_library import said

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = ROOT / "locales"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))

EN = """\
language: {tag: en, name: English, conventions: en-GB}
frame:
  title: "{page} – {site}"
  skip: Skip
count:
  cases:
    one: "{n} case"
    other: "{n} cases"
"""
SR = """\
language: {tag: sr-Latn, name: srpski, conventions: sr-Latn}
frame:
  title: "{page} – {site}"
  skip: Preskoči
count:
  cases:
    one: "{n} predmet"
    few: "{n} predmeta"
    other: "{n} predmeta"
"""

# What is written in the Serbian file instead of what, and what is said of it.
FAULTS = {
    "a missing text": (
        "  skip: Preskoči\n", "",
        'locales/sr.yaml:2:1: error[G104] the text "frame.skip" is missing\n'
        "    help: translate it from locales/en.yaml, line 4",
    ),
    "a text left over": (
        "  skip: Preskoči\n", "  skip: Preskoči\n  old: Staro\n",
        'locales/sr.yaml:5:1: error[G104] the text "frame.old" is not among those of locales/en.yaml\n'
        "    help: delete it, or add it to locales/en.yaml if a page needs it",
    ),
    "a text without words": (
        "skip: Preskoči", 'skip: ""',
        'locales/sr.yaml:4:1: error[G104] "frame.skip" has no words\n'
        "    help: translate it from locales/en.yaml, line 4",
    ),
    "a lost placeholder": (
        '"{page} – {site}"', '"{page}"',
        'locales/sr.yaml:3:1: error[G104] "frame.title" lacks {site}\n'
        "    help: write in braces what locales/en.yaml, line 3 has: {page} and {site}",
    ),
    "a translated placeholder": (
        '"{page} – {site}"', '"{strana} – {site}"',
        'locales/sr.yaml:3:1: error[G104] "frame.title" lacks {page} and has {strana}, which no page fills in\n'
        "    help: write in braces what locales/en.yaml, line 3 has: {page} and {site}",
    ),
    "a placeholder where there is none": (
        "skip: Preskoči", 'skip: "Preskoči {n}"',
        'locales/sr.yaml:4:1: error[G104] "frame.skip" has {n}, which no page fills in\n'
        "    help: write in braces what locales/en.yaml, line 4 has: there is nothing",
    ),
    "a placeholder lost in one plural form": (
        'few: "{n} predmeta"', "few: predmeta",
        'locales/sr.yaml:8:1: error[G104] "count.cases" (few) lacks {n}\n'
        "    help: write in braces what locales/en.yaml, line 6 has: {n}",
    ),
    "an open brace": (
        '"{page} – {site}"', '"{page – {site}"',
        'locales/sr.yaml:3:1: error[G104] "frame.title" has a brace without its other half\n'
        "    help: write each placeholder in one pair of braces, such as {n}",
    ),
    "a missing plural form": (
        '    few: "{n} predmeta"\n', "",
        'locales/sr.yaml:6:1: error[G104] "count.cases" lacks the plural form few\n'
        "    help: add few: … to it; srpski has one, few and other",
    ),
    "a plural form that the language lacks": (
        "    few:", '    many: "{n} predmeta"\n    few:',
        'locales/sr.yaml:8:1: error[G104] "count.cases" has the plural form many, which srpski does not use\n'
        "    help: delete it; srpski has one, few and other",
    ),
    "one text for plural forms": (
        '\n    one: "{n} predmet"\n    few: "{n} predmeta"\n    other: "{n} predmeta"', ' "{n} predmeta"',
        'locales/sr.yaml:6:1: error[G104] "count.cases" needs plural forms, as in locales/en.yaml, line 6\n'
        "    help: write it as a group of one:, few: and other:",
    ),
    "plural forms for one text": (
        "skip: Preskoči", "skip: {one: Preskoči, few: Preskoči, other: Preskoči}",
        'locales/sr.yaml:4:1: error[G104] "frame.skip" has plural forms, but is one text in locales/en.yaml, line 4\n'
        "    help: write it as one text",
    ),
}  # fmt: skip


def check(folder: Path, serbian: str, english: str = EN) -> list[str]:
    for key, text in (("en", english), ("sr", serbian)):
        (folder / f"{key}.yaml").write_text(text, encoding="utf-8")
    reference, other = read_locale(folder, "en"), read_locale(folder, "sr")
    problems = Problems()
    check_locales([reference, other], reference, problems)
    return said(problems)


def test_languages_that_say_the_same_have_no_fault(tmp_path: Path) -> None:
    assert check(tmp_path, SR) == []


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_named_with_its_line_and_cure(name: str, tmp_path: Path) -> None:
    instead_of, written, message = FAULTS[name]
    assert instead_of in SR
    assert check(tmp_path, SR.replace(instead_of, written, 1)) == [message]


def test_a_misspelt_key_is_recognised(tmp_path: Path) -> None:
    assert check(tmp_path, SR.replace("skip:", "skpi:")) == [
        'locales/sr.yaml:2:1: error[G104] the text "frame.skip" is missing\n'
        "    help: translate it from locales/en.yaml, line 4",
        'locales/sr.yaml:4:1: error[G104] the text "frame.skpi" is not among those of locales/en.yaml\n'
        '    help: did you mean "frame.skip"? delete it, or add it to locales/en.yaml if a page needs it',
    ]


def test_the_reference_language_is_checked_too(tmp_path: Path) -> None:
    english = EN.replace('one: "{n} case"', "one: case")
    assert check(tmp_path, SR, english) == [
        'locales/en.yaml:7:1: error[G104] "count.cases" (one) lacks {n}\n'
        "    help: write in braces what locales/en.yaml, line 6 has: {n}"
    ]


def test_the_real_languages_say_the_same() -> None:
    locales = [read_locale(FOLDER, key) for key in LANGUAGES]
    problems = Problems()
    for reference in locales:  # none of them has what another lacks, whichever is the default language
        check_locales(locales, reference, problems)
    assert said(problems) == []


# Texts that are right to be the same as in English: patterns without words, abbreviations, names.
SAME = {
    "sq": {
        "case.description", "cite.forms.bibtex", "cite.forms.csl", "cite.forms.ris", "cite.later_decision",
        "cite.paragraph.full", "downloads.kilobytes", "downloads.megabytes", "facts.ecli", "fields.ecli",
        "findings.one", "frame.title", "hits.query", "laws.law_description", "laws.titled", "marks.label", "quoted",
        "search.decision", "search.later_decisions", "sentence.of", "unverified.part",
    },
    "sr": {
        "case.description", "cite.forms.bibtex", "cite.forms.csl", "cite.forms.ris", "cite.later_decision",
        "cite.paragraph.full", "countries.XK", "downloads.kilobytes", "downloads.megabytes", "elements.element",
        "facts.ecli", "fields.ecli", "fields.status", "findings.one", "frame.title", "laws.law_description",
        "laws.titled", "marks.label", "search.decision", "search.later_decisions", "sentence.imprisonment",
        "sentence.of", "unverified.part",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", SAME)
def test_no_text_was_left_in_english(language: str) -> None:
    texts, reference = (read_locale(FOLDER, key).texts for key in (language, "en"))
    assert {key for key, text in texts.items() if text == reference[key]} - SAME[language] == set()


# ------------------------------------------------------------------------------------------------ unused texts

# Keys that are put together while a page is made: the star stands for a word that code, templates or models name.
PUT_TOGETHER = (
    "bridge.domestic.*",
    "bridge.human_rights.*",
    "chain.effect.*",
    "cite.forms.*",
    "cite.paragraph.*",
    "compensation.*",
    "compliance.facts.*",
    "downloads.columns.*",
    "downloads.feeds_*",
    "downloads.file.*",
    "elements.*",
    "facts.*",
    "feeds.*",
    "fields.*",
    "findings.*",
    "footer.texts.*",
    "form.by_file.*",
    "form.faults.*",
    "form.hints.*",
    "form.kinds.*",
    "form.notes.*",
    "form.personal.*",
    "form.sections.*",
    "intake.ask.*",
    "intake.file.*",
    "intake.help.*",
    "intake.notices.*",
    "intake.refused.*",
    "laws.facts.*",
    "laws.groups.*",
    "laws.kinds.*",
    "laws.use.*",
    "navigation.*",
    "non_punishment.*",
    "offline.*",
    "offline.note.*",
    "pages.cases.*",
    "pages.courts.*",
    "pages.offences.*",
    "pages.offences.groups.*",
    "pages.topics.groups.*",
    "pages.topics.systems.*",
    "pages.years.*",
    "protection.*",
    "provision.*",
    "reference.*",
    "search.advice.*",
    "search.example.*_help",
    "search.filter.*",
    "search.note.*",
    "search.sort_by.*",
    "search.victims.*",
    "search.year_*",
    "sentence.*",
    "status.*",
    "status.mark.*",
    "status.passed_on.*",
    "translation.*",
    "victims.*",
)


def test_every_text_is_asked_for_somewhere() -> None:
    """A text that no page shows would be translated, reviewed and kept for nothing."""
    folders = {"caselaw": "*.py", "templates": "*.html", "static": "*.js"}
    files = [path for folder, pattern in folders.items() for path in (ROOT / folder).rglob(pattern)]
    source = "\n".join(path.read_text(encoding="utf-8") for path in files)
    words = set(re.findall(r"\w+", source))
    named = set(re.findall(r"""["'`]([a-z_]+(?:\.[a-z_]+)*)["'`]""", source))
    parts = [re.escape(pattern).replace(r"\*", r"(\w+)") for pattern in PUT_TOGETHER]
    keys = read_locale(FOLDER, "en").texts.keys()
    made = {key for key in keys - named for part in parts if (found := re.fullmatch(part, key)) and found[1] in words}
    own = {key for key in keys if key.startswith("countries.")}  # asked for with the code of any country
    assert sorted(keys - named - made - own) == []
