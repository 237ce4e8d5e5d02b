"""Case numbers: the spellings of one number have one key, and different numbers have different ones."""

from __future__ import annotations

import pytest

from caselaw.case_numbers import normalise


@pytest.mark.parametrize(
    ("key", "spellings"),
    [
        (
            "PKR11/2023",
            ["PKR.nr.11/2023", "PKR. br. 11/23", "PKR no. 11/2023", "PKR nr 11/23", "Pkr.Nr. 11/2023", "PKR 11/23"],
        ),
        ("P309/2010", ["P 309/10", "P. 309/10", "P.nr. 309/2010", "p.br.309/10", "P nr.309/10", "PNR309/10"]),
        ("PMLKZZ92/2016", ["Pml.Kzz 92/2016", "PML-KZZ-92/16", "Pml. Kzz. nr. 92/2016"]),
        ("APKZ466/2011", ["AP-KZ 466/2011", "Ap.-Kz. 466/11", "AP KZ Nr. 466/11"]),
        ("77782/2008", ["77782/08", "no. 77782/08", "No 77782/2008", "Number 77782/08"]),
        ("P5/1999", ["P 5/99", "P. br. 5/1999"]),
    ],
)
def test_the_spellings_of_a_number_have_one_key(key: str, spellings: list[str]) -> None:
    assert {normalise(spelling) for spelling in spellings} == {key}


def test_different_numbers_have_different_keys() -> None:
    numbers = [
        "P 309/10",
        "P 309/11",
        "P 390/10",
        "PP 309/10",
        "P 3/0910",
        "309/10",
        "P 309",
        "PNO 309/10",
        "P 1/70",
        "P 1/71",
    ]
    assert len({normalise(number) for number in numbers}) == len(numbers)


def test_a_word_is_not_taken_apart_for_the_filler_in_it() -> None:
    assert normalise("NORTH 5/2010") == "NORTH5/2010"
    assert normalise("BRNO 5/2010") == "BRNO5/2010"
