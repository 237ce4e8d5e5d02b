"""Dates, terms, sums and provisions: what is read, how it is printed, and which date somebody probably meant."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest

from caselaw.codes import Code
from caselaw.values import (
    DATE_HELP,
    Duration,
    Fault,
    Money,
    PartialDate,
    Provision,
    parse_count,
    parse_date,
    parse_duration,
    parse_full_date,
    parse_money,
    parse_provision,
    parse_yes_no,
    quoted,
)


@pytest.mark.parametrize(
    ("text", "date", "first_day"),
    [
        ("2013-04-29", PartialDate(2013, 4, 29), "2013-04-29"),
        ("2013-04", PartialDate(2013, 4), "2013-04-01"),
        ("2013", PartialDate(2013), "2013-01-01"),
        ("2012-02-29", PartialDate(2012, 2, 29), "2012-02-29"),
        ("1900", PartialDate(1900), "1900-01-01"),
        ("2199-12-31", PartialDate(2199, 12, 31), "2199-12-31"),
    ],
)
def test_a_date_is_as_precise_as_its_source(text: str, date: PartialDate, first_day: str) -> None:
    assert parse_date(text) == date
    assert (date.iso, str(date), date.first_day) == (text, text, first_day)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("29.04.2013", "2013-04-29"),
        ("29. 4. 2013.", "2013-04-29"),
        ("29/04/2013", "2013-04-29"),
        ("04/29/2013", "2013-04-29"),
        ("2013/04/29", "2013-04-29"),
        ("2013.04.29", "2013-04-29"),
        ("2013–04–29", "2013-04-29"),
        ("2013 04 29", "2013-04-29"),
        ("2013-4-9", "2013-04-09"),
        ("2013-29-04", "2013-04-29"),
        ("“2013-04-29”", "2013-04-29"),
        ("04/2013", "2013-04"),
        ("2013-4", "2013-04"),
        ("April 2013", "2013-04"),
        ("29 April 2013", "2013-04-29"),
        ("April 29, 2013", "2013-04-29"),
        ("2013 April 29", "2013-04-29"),
        ("29 Sept. 2013", "2013-09-29"),
        ("1 janar 2013", "2013-01-01"),
        ("28 shkurt 2013", "2013-02-28"),
        ("31 mars 2013", "2013-03-31"),
        ("29 prill 2013", "2013-04-29"),
        ("31 maj 2013", "2013-05-31"),
        ("30 qershor 2013", "2013-06-30"),
        ("31 korrik 2013", "2013-07-31"),
        ("31 gusht 2013", "2013-08-31"),
        ("30 shtator 2013", "2013-09-30"),
        ("31 tetor 2013", "2013-10-31"),
        ("30 nëntor 2013", "2013-11-30"),
        ("31 dhjetor 2013", "2013-12-31"),
        ("1. januara 2013", "2013-01-01"),
        ("31. jula 2013", "2013-07-31"),
        ("31. avgusta 2013", "2013-08-31"),
        ("31. oktobra 2013. ", "2013-10-31"),
        ("30. јуна 2013", "2013-06-30"),
        ("31. октобра 2013", "2013-10-31"),
    ],
)
def test_a_date_in_another_order_or_language_is_recognised(text: str, meant: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_date(text)
    assert fault.value.help == f"did you mean {meant}? {DATE_HELP}"


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "213", "20133", "31.04.2013", "2013-02-30", "29.04.13", "4 5 6", "2013 and 2014", "May June 2013",
     "1 May 2013 noon", "29 foo 2013", "2013-04-29T10:00", "0000-00-00", "1013"],
)  # fmt: skip
def test_no_date_is_guessed_where_there_is_none(text: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_date(text)
    assert (fault.value.code, fault.value.help) == (Code.DATE, DATE_HELP)


@pytest.mark.parametrize(
    ("text", "help"),
    [
        ("2013", ""),
        ("2013-04", ""),
        ("April 2013", ""),
        ("1 May 2013", "did you mean 2013-05-01? "),
    ],
)
def test_where_the_day_matters_no_date_without_it_is_taken_or_proposed(text: str, help: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_full_date(text)
    assert fault.value.help == f"{help}write the whole date as year-month-day, such as 2026-11-23"
    assert parse_full_date("2013-05-01") == PartialDate(2013, 5, 1)


@pytest.mark.parametrize(
    ("text", "duration", "printed"),
    [
        ("8 years", Duration(years=8), "8 years"),
        ("1 year", Duration(years=1), "1 year"),
        ("8 Years  6 months", Duration(years=8, months=6), "8 years 6 months"),
        ("7 years 3 months 10 days", Duration(7, 3, 10), "7 years 3 months 10 days"),
        ("18 months", Duration(months=18), "18 months"),
        ("1 month 1 day", Duration(months=1, days=1), "1 month 1 day"),
        ("45 days", Duration(days=45), "45 days"),
        ("2 years 15 days", Duration(years=2, days=15), "2 years 15 days"),
        ("life", Duration(life=True), "life"),
        ("LIFE", Duration(life=True), "life"),
    ],
)
def test_a_term_of_imprisonment_is_printed_as_it_is_read(text: str, duration: Duration, printed: str) -> None:
    assert parse_duration(text) == duration
    assert str(duration) == printed
    assert parse_duration(printed) == duration


@pytest.mark.parametrize(
    "text", ["", "8", "0 years", "years", "8years", "6 months 8 years", "8 years and 6 months", "-1 years", "100 years"]
)
def test_what_is_no_term_is_refused(text: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_duration(text)
    assert fault.value.code is Code.DURATION


def test_sums_keep_their_cents_and_their_currency() -> None:
    assert parse_money("26209.69 EUR") == Money(Decimal("26209.69"), "EUR")
    assert [str(parse_money(text)) for text in ("8000 EUR", "0 EUR", "5.50 USD")] == ["8000 EUR", "0 EUR", "5.50 USD"]


@pytest.mark.parametrize(
    "text", ["8000", "8,000 EUR", "8.000 EUR", "8 000 EUR", "8000 euro", "EUR 8000", "-1 EUR", "€5"]
)
def test_what_is_no_sum_is_refused(text: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_money(text)
    assert fault.value.code is Code.MONEY


@pytest.mark.parametrize(
    ("text", "provision", "article"),
    [
        ("pcck-2003/139", Provision("pcck-2003", "139"), "pcck-2003/139"),
        ("pcck-2003/274/1", Provision("pcck-2003", "274", "1"), "pcck-2003/274"),
        ("cets-197/4/1a", Provision("cets-197", "4", "1a"), "cets-197/4"),
        ("thb-law-2013/12/1.3", Provision("thb-law-2013", "12", "1.3"), "thb-law-2013/12"),
    ],
)
def test_a_provision_has_a_law_an_article_and_perhaps_a_paragraph(
    text: str, provision: Provision, article: str
) -> None:
    assert parse_provision(text) == provision
    assert (str(provision), provision.of_article) == (text, article)


@pytest.mark.parametrize(
    "text", ["pcck-2003", "PCCK/139", "pcck-2003/", "pcck-2003/139/", "a/b/c/d", "/139", "pcck 139"]
)
def test_what_is_no_provision_is_refused(text: str) -> None:
    with pytest.raises(Fault) as fault:
        parse_provision(text)
    assert fault.value.code is Code.PROVISION


def test_yes_and_no_are_read_in_any_case_and_as_true_and_false() -> None:
    assert [parse_yes_no(text) for text in ("yes", "Yes", "TRUE", "true")] == [True] * 4
    assert [parse_yes_no(text) for text in ("no", "No", "FALSE", "false")] == [False] * 4


@pytest.mark.parametrize(("parse", "text"), [(parse_yes_no, "po"), (parse_count, "-1"), (parse_count, "1.5"),
                                             (parse_count, "100000"), (parse_count, "²")])  # fmt: skip
def test_what_is_no_answer_and_no_number_is_refused(parse: Callable[[str], object], text: str) -> None:
    with pytest.raises(Fault) as fault:
        parse(text)
    assert fault.value.message.startswith(f'"{text}" is ')


def test_a_long_text_is_quoted_only_as_far_as_one_needs_to_find_it() -> None:
    assert quoted("sixty " * 10) == f'"{"sixty " * 10}"'
    assert quoted("x" * 61) == f'"{"x" * 60} …"'
