"""Interface texts, and what they say in three languages."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml

from caselaw.locale import Locale, missing_keys, parse_locale, read_locale

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


def test_texts_that_another_language_has_are_found_missing() -> None:
    full = make("en", "en", case={"facts": "Facts", "charges": "Charges"}, count={"cases": {"other": "{n} cases"}})
    partial = make("sq", "sq", case={"facts": "Faktet"}, count={"cases": "raste"})
    assert missing_keys(partial, full) == ("case.charges", "count.cases")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_has_every_text_of_the_english_file(language: str) -> None:
    assert missing_keys(read_locale(FOLDER, language), EN) == ()


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
