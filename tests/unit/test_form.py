"""The page that adds a case is made from the model: every field, every list, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from caselaw.document import Document, parse_document
from caselaw.locale import read_locale
from caselaw.pages.context import Context, Library
from caselaw.pages.form import LEFT_OUT, SECTIONS, add_case_page
from caselaw.pages.form_parts import FormField, FormGroup, FormPart
from caselaw.pages.form_shapes import SHAPES, is_repeated, model_in, shape_of
from caselaw.pages.model import AddCasePage
from caselaw.pages.suggest import suggested_correction
from caselaw.problems import Problems
from caselaw.schema import CaseRecord
from caselaw.strict_yaml import Mapping
from tests.project import ROOT
from tests.sample_library import make_case, make_library, make_text, pages_of, sample_vocabulary

LANGUAGES = ("en", "sq", "sr")
every_language = pytest.mark.parametrize("language", LANGUAGES)


@cache
def library() -> Library:
    return make_library(
        make_case("a"),
        locales=tuple(read_locale(ROOT / "locales", key) for key in LANGUAGES),
        texts=[make_text("anonymisation", "Anonymisation", "No names.")],
    )


def context(language: str, **config: Any) -> Context:
    whole = replace(library(), config=library().config.model_copy(update=config))
    return Context(whole, next(locale for locale in whole.locales if locale.key == language))


def page(language: str = "en") -> AddCasePage:
    return add_case_page(context(language))


def parts(page: AddCasePage) -> dict[str, FormPart]:
    return {part.name: part for section in page.sections for part in section.parts}


def paths(found: Iterable[FormPart], above: str = "") -> Iterator[str]:
    """Yield the dotted name of every field that is asked for; the only value of a row has the name of its list."""
    for part in found:
        path = f"{above}.{part.name}" if above and part.name else above or part.name
        if isinstance(part, FormGroup):
            yield from paths(part.parts, path)
        else:
            yield path


def paths_of_model(model: type[BaseModel], above: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        inner = model_in(field.annotation)
        if inner:
            yield from paths_of_model(inner, f"{above}{name}.")
        else:
            yield f"{above}{name}"


@every_language
def test_every_field_of_a_case_is_asked_for_or_left_out_for_a_reason(language: str) -> None:
    asked = set(paths(parts(page(language)).values())) - {"id", "body"}
    wanted = {path for path in paths_of_model(CaseRecord) if path.split(".")[0] not in LEFT_OUT}
    assert asked == wanted
    assert all(LEFT_OUT.values())
    assert not LEFT_OUT.keys() & {name for names in SECTIONS.values() for name in names.split()}


def test_what_the_model_needs_the_form_needs() -> None:
    found = parts(page())
    assert {name for name, part in found.items() if part.required} == {
        *(name for name, field in CaseRecord.model_fields.items() if field.is_required() and name not in LEFT_OUT),
        "id",
        "body",
    }
    charges = found["charges"]
    assert isinstance(charges, FormGroup)
    assert [part.name for part in charges.parts if part.required] == ["defendant", "charged", "finding"]
    assert charges.repeated


@every_language
def test_every_closed_list_is_offered_with_its_labels_in_the_language(language: str) -> None:
    found, vocabulary = parts(page(language)), sample_vocabulary()
    for name, listed in {"court": "courts", "offences": "offences", "outcome": "outcomes", "kind": "kinds"}.items():
        field = found[name]
        assert isinstance(field, FormField)
        assert [option.value for option in field.options] == list(vocabulary.lists[listed])
    court = found["court"]
    assert isinstance(court, FormField)
    names = {option.value: option.label for option in court.options}
    assert names["bc-north"].text == ("Gjykata Veri" if language == "sq" else "Basic Court North")
    assert names["bc-north"].lang == (None if language in ("en", "sq") else "en")
    proposed = {one.id: [option.value for option in one.options] for one in page(language).option_lists}
    assert "code-2003/139" in proposed["form-provisions"]
    assert {"treaty/4", "slavery", "unknown"} <= set(proposed["form-charges"])
    assert {"XK", "NO"} <= set(proposed["form-countries"])


def test_the_hints_in_english_are_what_the_model_says() -> None:
    texts = read_locale(ROOT / "locales", "en").texts
    hints = {key.removeprefix("form.hints."): text for key, text in texts.items() if key.startswith("form.hints.")}
    asked = [name for names in SECTIONS.values() for name in names.split()]
    assert hints == {name: CaseRecord.model_fields[name].description for name in asked}


@every_language
def test_every_field_says_what_it_is(language: str) -> None:
    assert [name for name, part in parts(page(language)).items() if not part.label or not part.hint] == []


# Texts of each kind: which the model reads, and which it refuses.
TRIED = (
    "2013-04-29 2013-04 2013 2013-4-29 29.04.2013 8000 life 45 12 -1 1.5 pcck-2003/139 pcck-2003/274/1 echr/4/a "
    "pcck-2003/ /139 PCCK/1 medicus-2013 Medicus https://example.org/a http://example ftp://example.org/a example.org "
    "ECLI:CE:ECHR:2005:0726JUD007331601 ECLI:1 unknown 3 0 03 [3] 3a"
).split()
TRIED += [
    "8 years 6 months",
    "8 year",
    "6 months 10 days",
    "8 years, 6 months",
    "6 months 8 years",
    "8000 EUR",
    "8000.50 EUR",
    "8,000 EUR",
    "8000 eur",
    "https://example.org/a b",
]


def test_no_pattern_lets_pass_what_the_model_refuses_for_its_shape() -> None:
    """Initials are left out: their pattern is one of browsers, which Python's ``re`` does not read."""
    readers = {validator.func: shape for validator, shape in SHAPES.items()}
    tried = 0
    for read, shape in readers.items():
        if not shape.pattern or r"\p" in shape.pattern:
            continue
        assert re.fullmatch(shape.pattern, shape.example), shape
        for text in TRIED if shape.kind != "paragraphs" else ():
            if re.fullmatch(shape.pattern, text):
                tried += 1
                read(text)  # type: ignore[call-arg]
    assert tried > 20


def test_a_field_is_asked_for_by_the_type_it_has() -> None:
    fields = CaseRecord.model_fields
    assert {name: shape_of(fields[name]).kind for name in ("title", "decided", "ecli", "summary", "court")} == {
        "title": "text",
        "decided": "date",
        "ecli": "ecli",
        "summary": "summary",
        "court": "word",
    }
    assert is_repeated(fields["case_numbers"])
    assert not is_repeated(fields["title"])


@every_language
def test_the_file_to_copy_names_every_field_and_can_be_read(language: str) -> None:
    text = page(language).file
    names = re.findall(r"^(?:# )?([a-z_]+):", text, re.MULTILINE)
    assert set(names) == {*CaseRecord.model_fields} - LEFT_OUT.keys() | {"publication"}
    for whole in (text, re.sub(r"^# (?!-)", "", text, flags=re.MULTILINE)):
        problems = Problems()
        document = parse_document(whole.encode(), "content/cases/sc/a.md", problems)
        assert isinstance(document, Document)
        assert isinstance(document.front, Mapping)
        assert [problem for problem in problems if problem.code.startswith("S")] == []


def test_search_engines_may_list_the_page_which_tells_of_no_case() -> None:
    found = pages_of(library())
    for language in LANGUAGES:
        frame = found[f"{language}/add-case.html"].frame
        assert frame.indexable


@every_language
def test_a_correction_is_suggested_in_a_form_that_is_filled_in(language: str) -> None:
    case = library().catalogue.by_id["a"]
    there = context(language, repository="https://repository.example/thb/", base_url="https://case-law.example/")
    suggested = suggested_correction(there, case)
    address = f"https://case-law.example/{language}/cases/a.html"
    assert suggested.address == address
    begin = f"https://repository.example/thb/issues/new?template=correction-{language}.yml&title="
    assert suggested.form.startswith(begin)
    assert suggested.form.endswith(f"&case=a&address=https%3A%2F%2Fcase-law.example%2F{language}%2Fcases%2Fa.html")
    assert [link.href for link in suggested.confidential] == [
        "https://repository.example/thb/blob/main/SECURITY.md",
        f"{language}/anonymisation.html",
    ]


def test_without_a_repository_the_case_is_named_to_be_copied() -> None:
    suggested = suggested_correction(context("en"), library().catalogue.by_id["a"])
    assert (suggested.form, suggested.case, suggested.address) == ("", "a", "en/cases/a.html")
    assert [link.href for link in suggested.confidential] == ["en/anonymisation.html"]
