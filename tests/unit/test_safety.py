"""Personal data in texts: a list of strings in three languages and two alphabets, with the scores; masking."""

from __future__ import annotations

import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caselaw.codes import Code, Severity
from caselaw.messages import Message, joined, say, translated
from caselaw.problems import Place, Problems
from caselaw.safety import describe, find_personal_data, masked
from caselaw.values import Fault, parse_date, quoted

STRINGS = Path(__file__).with_name("safety_strings.txt")
# Applicants in titles of published cases.
PUBLIC = frozenset({"rantsev", "rantseva", "chowdury", "siliadin"})
JMBG = "0101990980005"  # the region 98 does not exist


@dataclass(frozen=True)
class Sample:
    """A string, and the code of what is to be found in it: none in a negative one."""

    code: Code | None
    text: str

    @property
    def found(self) -> set[Code]:
        return {finding.code for finding in find_personal_data(self.text, PUBLIC)}


def samples() -> list[Sample]:
    lines = (line for line in STRINGS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    parts = (line.split("\t") for line in lines)
    return [Sample(None if code == "-" else Code(code), text.replace("\\n", "\n")) for code, text in parts]


SAMPLES = samples()


@dataclass(frozen=True)
class Score:
    """How often a code was found, missed, and found where it should not be."""

    code: Code
    right: int
    missed: int
    wrong: int

    def __str__(self) -> str:
        precision, recall = self.right / (self.right + self.wrong), self.right / (self.right + self.missed)
        counts = f"{self.right:3} found, {self.missed} missed, {self.wrong} wrong"
        return f"{self.code} {self.code.name:22} {counts}; precision {precision:.2f}, recall {recall:.2f}"


def scores() -> list[Score]:
    right, missed, wrong = Counter[Code](), Counter[Code](), Counter[Code]()
    for sample in SAMPLES:
        wanted = {sample.code} if sample.code else set()
        right.update(wanted & sample.found)
        missed.update(wanted - sample.found)
        wrong.update(sample.found - wanted)
    return [Score(code, right[code], missed[code], wrong[code]) for code in sorted({*right, *missed, *wrong})]


def test_all_personal_data_is_found_and_nothing_else_and_the_scores_are_printed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with capsys.disabled():
        positive = sum(1 for sample in SAMPLES if sample.code)
        lines = [f"\n{positive} strings with personal data, {len(SAMPLES) - positive} without", *map(str, scores())]
        sys.stdout.write("\n".join(lines) + "\n")
    assert [score for score in scores() if score.missed or score.wrong] == []


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: f"{sample.code}-{sample.text[:40]!r}")
def test_a_string_is_judged_as_listed(sample: Sample) -> None:
    assert sample.found == ({sample.code} if sample.code else set())


def test_the_list_is_long_enough_and_has_every_kind_three_times() -> None:
    positive = Counter(sample.code for sample in SAMPLES if sample.code)
    assert positive.total() >= 120
    assert sum(1 for sample in SAMPLES if sample.code is None) >= 120
    of_whole_files = {Code.HIDDEN_CASE_SHOWN, Code.NAME_REPEATED}
    looked_for = {code for code in Code if code.startswith(("D1", "D2"))} - of_whole_files
    assert set(positive) == looked_for
    assert min(positive.values()) >= 3


@pytest.mark.parametrize("text", ["the victim Oksana Rantseva", "victims Rantsev Doe"])
def test_a_name_passes_only_where_all_of_it_is_in_a_public_title(text: str) -> None:
    assert [finding.code for finding in find_personal_data(text, PUBLIC)] == [Code.VICTIM_NAMED]
    assert find_personal_data("the victim Rantsev Siliadin", PUBLIC) == ()


def test_accents_written_as_letters_of_their_own_are_seen_and_the_places_are_right() -> None:
    text = "z\u030crtva Petrana Petranovic\u0301 je"
    (finding,) = find_personal_data(text)
    assert text[finding.start : finding.end] == "Petrana Petranovic\u0301"


def test_d1_is_an_error_and_d2_a_warning() -> None:
    found = find_personal_data("the victim Jane Doe, the witness John Doe")
    assert [finding.severity for finding in found] == [Severity.ERROR, Severity.WARNING]


# ------------------------------------------------------------------------------------------ any text at all

PIECES = [
    *(
        "victim ",
        "Jane ",
        "Doe",
        "viktima ",
        "žrtva ",
        "жртва ",
        "044",
        "+383",
        " ",
        "-",
        "1",
        "22",
        "333",
        "@",
        ".org",
    ),
    *(
        "born ",
        "rođen ",
        "3 May 1999",
        "passport ",
        "XK05",
        "rruga ",
        "(",
        ")",
        ",",
        "\n",
        "\n\n",
        "İ",
        "z\u030c",
        "٣",
        "°",
    ),
]
TEXTS = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=30).map("".join))


@given(TEXTS)
def test_findings_lie_in_the_text_in_order_and_do_not_overlap(text: str) -> None:
    position = 0
    for finding in find_personal_data(text):
        assert position <= finding.start < finding.end <= len(text)
        position = finding.end


@given(TEXTS)
def test_a_masked_text_has_the_same_length_and_what_is_said_of_a_finding_does_not_repeat_it(text: str) -> None:
    assert len(masked(text)) == len(text)
    for finding in find_personal_data(text):
        datum = text[finding.start : finding.end]
        if len(datum) > 6:
            assert datum not in "".join(describe(finding, text))


# ------------------------------------------------------------------------------------------ masking


def said_of(problems: Problems) -> str:
    return "\n".join(str(problem) for problem in problems)


def test_a_personal_number_as_a_date_is_masked_in_what_is_said_of_the_date() -> None:
    with pytest.raises(Fault) as fault:
        parse_date(JMBG)
    problems = Problems()
    problems.add(Place("a.md"), fault.value.code, fault.value.message, fault.value.help)
    assert JMBG not in said_of(problems)
    assert "*" * 13 in said_of(problems)


def test_message_help_and_file_name_of_a_problem_are_masked() -> None:
    problems = Problems()
    problems.add(
        Place("content/cases/sc/case-044-000-000.md"), Code.FIELD_VALUE, 'title: "jane@example.org"', "not Tel. 5550100"
    )
    said = said_of(problems)
    assert not any(datum in said for datum in ("044-000-000", "jane", "5550100"))
    assert "case-***********.md" in said
    assert list(problems.in_file("content/cases/sc/case-044-000-000.md")) == list(problems)


def test_a_datum_that_would_be_cut_is_masked_before() -> None:
    assert "010199" not in quoted("x" * 50 + " " + JMBG)


def test_a_masked_message_can_still_be_translated() -> None:
    message = joined(say("{name} is no title", name="jane@example.org"), say("; correct it"))
    words = {"{name} is no title": "{name} s'është titull", "; correct it": "; ndreqe"}
    hidden = masked(message)
    assert isinstance(hidden, Message)
    assert translated(hidden, words) == "**************** s'është titull; ndreqe"


def test_a_message_that_only_as_a_whole_gives_somebody_away_is_masked_too() -> None:
    hidden = masked(say("the victim {name} of {{braces}}", name="Jane Doe"))
    assert hidden == "the victim ******** of {braces}"
    assert translated(hidden, {}) == hidden


def test_a_message_without_personal_data_is_left_alone() -> None:
    message = say("{field}: there is no case", field="cites")
    assert masked(message) is message


# ------------------------------------------------------------------------------------------ one thing hides no other


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("The victim Junik Fisteku, 15 years old, Albanian, was found on 12.03.2019.", "Junik Fisteku"),
        ("passport number AA123BB", "AA123BB"),
        ("+383 44.000 456.789", "+383 44.000 456.789"),
    ],
)
def test_an_error_is_not_hidden_by_a_warning_about_the_same_words(text: str, hidden: str) -> None:
    assert [finding.severity for finding in find_personal_data(text)] == [Severity.ERROR]
    assert hidden not in masked(text)


def test_what_several_findings_cover_is_masked_as_a_whole() -> None:
    text = "The victim Jane Fisteku village, aged 15, Albanian, 12.03.2019"
    assert masked(text) == text.replace("Jane Fisteku village", "*" * 20)


# ------------------------------------------------------------------------------------------ texts made to be slow

LENGTH = 200_000
SLOW = {
    "a long word before an @": ("x", "@"),
    "points before an @": ("a.", "@"),
    "an address without an end": ("a.", ""),
    "addresses in a row": ("x@", ""),
    "an address spelt out": ("x(at)", ""),
    "spaces behind a name": (" ", "a"),
    "an abbreviation": ("l.k.", "12345"),
    "signs in a street": ("A.-'", "street 1"),
    "a role again and again": ("victim-", ""),
    "a word for phones": ("tel.", "12345"),
    "a word for numbers": ("broj.", "12345"),
    "a word for births": ("dob", "1.1.2000"),
    "identifiers": ("10.1234/", ""),
    "names with a role behind": ("Aa Bb (victim)", ""),
    "names in capitals": ("A", "1"),
    "a name without an end": ("a", "1"),
    "words that may stand between": ("born " + "In " * 15, ""),
    "series of passports": ("passport " + "seri " * 12, ""),
    "phones": ("+383 44 000 000 ", ""),
}
PLAIN = "The court found that the accused had recruited persons in the period from 12 March 2012 to May 2013. "


def seconds(text: str) -> float:
    begun = time.process_time()
    find_personal_data(text)
    return time.process_time() - begun


@pytest.mark.parametrize(("part", "end"), SLOW.values(), ids=SLOW)
def test_a_text_made_to_be_slow_takes_no_more_than_its_length(part: str, end: str) -> None:
    text = "victim Aa" + part * (LENGTH // len(part)) + end
    ordinary = seconds(PLAIN * (LENGTH // len(PLAIN)))
    # A text full of findings takes ten times as long; one that is tried from every place takes a thousand times.
    assert seconds(text) < 40 * ordinary + 1
