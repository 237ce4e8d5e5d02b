"""What sticks and Windows can hold: names, lengths, sizes, and what they take."""

from __future__ import annotations

import pytest

from caselaw.codes import Code
from caselaw.problems import Problems
from caselaw.stick import UPPER_CASE, check_names, check_zip, size_on_stick
from tests.sample_library import said

RENAME = "rename the case, court, offence or file that it is named after"


def faults(*paths: str, size: int = 1, edition: str = "caselaw-2026-11-23") -> list[str]:
    problems = Problems()
    check_names(edition, dict.fromkeys(paths, size), problems)
    return said(problems)


@pytest.mark.parametrize(
    "path",
    [
        *sorted(UPPER_CASE),
        "library/en/cases/a-v-b.html",
        "library/search/en/index-0af.js",
        "a/b_c.woff2",
        "console/com10.js",
    ],
)
def test_names_that_every_stick_can_hold_are_fine(path: str) -> None:
    assert faults(path) == []


@pytest.mark.parametrize(
    "name", ["Case.html", "çështje.html", "a b.html", "a#1.html", "100%.html", "a:b", "a\\b", "a+b", "START-HERE.htm"]
)
def test_other_names_are_reported(name: str) -> None:
    assert faults(f"library/{name}") == [
        f'library/{name}:1:1: error[{Code.STICK_NAME}] "{name}" may not be readable on every stick\n'
        f"    help: only a-z, 0-9, dots, hyphens and underscores are; {RENAME}"
    ]


@pytest.mark.parametrize("name", ["con", "aux.html", "nul.tar.gz", "lpt1", "com9.txt", "prn.", "name."])
def test_names_that_windows_reserves_are_reported(name: str) -> None:
    assert faults(f"library/{name}") == [
        f'library/{name}:1:1: error[{Code.STICK_NAME_RESERVED}] Windows cannot have a file named "{name}"\n'
        f"    help: {RENAME}"
    ]


def test_a_folder_with_a_wrong_name_is_reported_once() -> None:
    assert [line.split(" ")[0] for line in faults("library/con/a.html", "library/con/b.html")] == ["library/con:1:1:"]


def test_names_that_differ_in_capitals_only_are_twins() -> None:
    twins = [fault for fault in faults("library/a.html", "library/A.html") if Code.STICK_NAME_TWINS in fault]
    assert twins == [
        f'library/a.html:1:1: error[{Code.STICK_NAME_TWINS}] Windows cannot tell this name from "library/A.html"\n'
        f"    help: {RENAME}"
    ]
    assert faults("library/en/a.html", "library/sq/a.html") == []


def test_a_path_has_at_most_120_characters_with_the_name_of_the_edition() -> None:
    edition = "caselaw-2026-11-23"
    fitting = "a" * (120 - len(edition) - 1)
    assert faults(fitting, edition=edition) == []
    assert faults(f"{fitting}b", edition=edition) == [
        f"{fitting}b:1:1: error[{Code.STICK_PATH_LONG}] with the name of the edition this path has 121 characters; "
        "at most 120 are allowed\n"
        "    help: shorten short_name in site_config.yaml, or the name of the case, court or offence"
    ]


def test_no_file_is_larger_than_two_gigabytes() -> None:
    assert faults("a.pdf", size=2_000_000_000) == []
    assert faults("a.pdf", size=2_100_000_000) == [
        f"a.pdf:1:1: error[{Code.STICK_FILE_LARGE}] the file has 2.1 GB; sticks and old computers hold at most 2 GB\n"
        "    help: leave the file out, or make it smaller"
    ]


def test_a_zip_that_is_too_large_can_be_made_of_fewer_languages() -> None:
    problems = Problems()
    check_zip("small.zip", 2_000_000_000, problems)
    check_zip("a.zip", 4_000_000_000, problems)
    assert said(problems) == [
        f"a.zip:1:1: error[{Code.STICK_FILE_LARGE}] the file has 4.0 GB; sticks and old computers hold at most 2 GB\n"
        "    help: take fewer languages: --languages en"
    ]


@pytest.mark.parametrize(
    ("sizes", "clusters"),
    [({}, 1), ({"a": 0}, 1), ({"a": 1}, 2), ({"a": 100}, 2), ({"a": 101}, 3), ({"x/y/a": 1, "x/b": 1}, 5)],
)
def test_each_file_and_folder_begins_a_cluster_of_its_own(sizes: dict[str, int], clusters: int) -> None:
    assert size_on_stick(sizes, 100) == clusters * 100
