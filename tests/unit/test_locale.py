"""Interface texts, and what they say in three languages."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from caselaw.locale import Locale, parse_locale, read_locale
from caselaw.vocabulary import COUNTRIES

FOLDER = Path(__file__).parent.parent.parent / "locales"
LANGUAGES = sorted(path.stem for path in FOLDER.glob("*.yaml"))
EN = read_locale(FOLDER, "en")


def make(tag: str, conventions: str, **sections: object) -> Locale:
    language = {"tag": tag, "name": tag, "conventions": conventions}
    return parse_locale(tag, {"language": language, **sections})


SQ = make("sq", "sq", count={"cases": {"one": "{n} rast", "other": "{n} raste"}})
SR = make(
    "sr-Latn", "sr-Latn", count={"cases": {"one": "{n} predmet", "few": "{n} predmeta", "other": "{n} predmeta."}}
)


def test_a_text_is_filled_with_its_values() -> None:
    assert EN.text("pages.page_of", number=2, total=7) == "Page 2 of 7"


def test_a_missing_text_is_named() -> None:
    with pytest.raises(KeyError, match=r"case\.nothing is missing from the English texts"):
        EN.text("case.nothing")


def test_a_missing_value_is_named() -> None:
    with pytest.raises(KeyError, match=r"pages\.page_of needs a value for total"):
        EN.text("pages.page_of", number=2)


def test_plural_forms_and_texts_are_not_confused() -> None:
    with pytest.raises(KeyError, match=r"count\.cases has plural forms in the English texts: use count\(\)"):
        EN.text("count.cases")
    with pytest.raises(KeyError, match=r"case\.facts has no plural forms in the English texts: use text\(\)"):
        EN.count("case.facts", 1)


@pytest.mark.parametrize(
    ("locale", "n", "text"),
    [
        (EN, 0, "0 cases"),
        (EN, 1, "1 case"),
        (EN, 1234, "1,234 cases"),
        (SQ, 1, "1 rast"),
        (SQ, 5, "5 raste"),
        (SR, 1, "1 predmet"),
        (SR, 3, "3 predmeta"),
        (SR, 5, "5 predmeta."),
        (SR, 21, "21 predmet"),
    ],
)
def test_a_count_takes_the_plural_form_of_its_language(locale: Locale, n: int, text: str) -> None:
    assert locale.count("count.cases", n) == text


@pytest.mark.parametrize(
    ("locale", "iso", "text"),
    [
        (EN, "2013-04-29", "29 April 2013"),
        (EN, "2013-04", "April 2013"),
        (EN, "2013", "2013"),
        (SQ, "2013-04-29", "29 prill 2013"),
        (SR, "2013-04-29", "29. april 2013."),
        (SR, "2013-04", "april 2013."),
    ],
)
def test_a_date_is_as_precise_as_its_source(locale: Locale, iso: str, text: str) -> None:
    assert locale.date(iso) == text


def test_numbers_have_the_separators_of_the_language() -> None:
    assert EN.number(250000) == "250,000"
    assert EN.number(Decimal("26209.69")) == "26,209.69"
    assert SR.number(Decimal("26209.69")) == "26.209,69"


def test_countries_are_named_and_kosovo_carries_its_asterisk() -> None:
    assert EN.country("MD") == "Moldova"
    assert EN.country("XK") == "Kosovo*"
    with pytest.raises(KeyError, match="no country has the code QQ"):
        EN.country("QQ")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_country_that_a_case_may_name_has_a_name_in_each_language(language: str) -> None:
    locale = read_locale(FOLDER, language)
    assert [code for code in COUNTRIES if not locale.country(code)] == []


def test_an_unquoted_yes_is_refused() -> None:
    with pytest.raises(ValueError, match=r'the key answers\.True is not text: put it in quotes, such as "yes":'):
        make("en", "en", answers=yaml.safe_load("yes: ja"))


def test_a_text_that_is_no_text_is_refused() -> None:
    with pytest.raises(ValueError, match=r"case\.facts is neither a text nor a section: put a text in quotes"):
        make("en", "en", case={"facts": 5})


def test_a_file_without_its_language_is_refused() -> None:
    with pytest.raises(ValueError, match="the texts of sq lack the section language"):
        parse_locale("sq", ["not a mapping"])
    with pytest.raises(ValueError, match="the section language of sq lacks name, conventions"):
        parse_locale("sq", {"language": {"tag": "sq"}})


def test_conventions_that_nobody_knows_are_refused() -> None:
    with pytest.raises(
        ValueError, match=r'^nobody knows the conventions "qq" of sq: write a language tag, such as "sq"'
    ):
        make("sq", "qq")


def test_a_text_knows_its_line(tmp_path: Path) -> None:
    (tmp_path / "sq.yaml").write_text(
        "# A remark.\nlanguage: {tag: sq, name: Shqip, conventions: sq}\ncount:\n  cases:\n    one: a\n    other: b\n",
        encoding="utf-8",
    )
    locale = read_locale(tmp_path, "sq")
    assert [locale.line_of(key) for key in ("count.cases", "count.cases.other", "count.courts", "case.facts")] == [
        4, 6, 3, 1,
    ]  # fmt: skip


# A group in each real file, and the numbers between which a language may distinguish.
PLURALS = {
    ("en", "count.cases"): "1 case|2 cases|5 cases|11 cases|21 cases|22 cases|1,000 cases",
    ("sq", "count.cases"): "1 lëndë|2 lëndë|5 lëndë|11 lëndë|21 lëndë|22 lëndë|1 000 lëndë",
    ("sr", "count.cases"): "1 predmet|2 predmeta|5 predmeta|11 predmeta|21 predmet|22 predmeta|1.000 predmeta",
    ("sq", "sentence.years"): "1 vit|2 vjet|5 vjet|11 vjet|21 vjet|22 vjet|1 000 vjet",
    ("sr", "sentence.years"): "1 godina|2 godine|5 godina|11 godina|21 godina|22 godine|1.000 godina",
    ("sr", "victims.total"): "1 žrtva|2 žrtve|5 žrtava|11 žrtava|21 žrtva|22 žrtve|1.000 žrtava",
}


@pytest.mark.parametrize(("language", "key"), PLURALS)
def test_the_real_texts_count_as_their_language_does(language: str, key: str) -> None:
    locale = read_locale(FOLDER, language)
    counted = "|".join(locale.count(key, n) for n in (1, 2, 5, 11, 21, 22, 1000))
    assert counted.replace("\u00a0", " ") == PLURALS[language, key]


def test_the_real_languages_write_dates_and_sums_in_their_own_way() -> None:
    written = {
        key: (
            locale.date("2013-04-29"),
            locale.date("2013-04"),
            locale.date("2013"),
            locale.number(Decimal("26209.69")),
        )
        for key in LANGUAGES
        for locale in (read_locale(FOLDER, key),)
    }
    assert {key: tuple(text.replace("\u00a0", " ") for text in texts) for key, texts in written.items()} == {
        "en": ("29 April 2013", "April 2013", "2013", "26,209.69"),
        "sq": ("29 prill 2013", "prill 2013", "2013", "26 209,69"),
        "sr": ("29. april 2013.", "april 2013.", "2013.", "26.209,69"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_stands_twice_in_a_file(language: str) -> None:
    def repeated(node: yaml.Node) -> list[str]:
        if not isinstance(node, yaml.MappingNode):
            return []
        keys = [key.value for key, _ in node.value]
        return [key for key in keys if keys.count(key) > 1] + [
            name for _, part in node.value for name in repeated(part)
        ]

    node = yaml.compose((FOLDER / f"{language}.yaml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    assert node is not None
    assert repeated(node) == []


def test_english_texts_use_the_house_words() -> None:
    texts = " ".join(str(text) for text in EN.texts.values())
    assert "judgement" not in texts.lower()
    assert "Kosovo" not in texts.replace("Kosovo*", "")


def test_a_language_may_name_who_reviewed_its_texts() -> None:
    language = {"tag": "sq", "name": "Shqip", "conventions": "sq"}
    assert parse_locale("sq", {"language": language}).reviewed_by == ""
    assert parse_locale("sq", {"language": {**language, "reviewed_by": None}}).reviewed_by == ""
    assert parse_locale("sq", {"language": {**language, "reviewed_by": "A.B."}}).reviewed_by == "A.B."
    with pytest.raises(ValueError, match="reviewed_by in the section language of sq is not the name of a reviewer"):
        parse_locale("sq", {"language": {**language, "reviewed_by": ["A.B."]}})
