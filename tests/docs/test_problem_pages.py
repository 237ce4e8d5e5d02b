"""The pages of the guide on codes are those that the explanations and the mistakes make; ``--bless`` writes them."""

from __future__ import annotations

import re

import pytest

from tests.docs.problem_pages import pages
from tests.project import ROOT

FOLDER = ROOT / "docs" / "problems"


def test_the_pages_of_the_guide_are_current(request: pytest.FixtureRequest) -> None:
    made = pages()
    if request.config.getoption("--bless"):
        FOLDER.mkdir(parents=True, exist_ok=True)
        for path in FOLDER.iterdir():
            path.unlink()
        for name, text in made.items():
            (FOLDER / name).write_text(text, encoding="utf-8", newline="\n")
    written = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    assert written.keys() == made.keys(), "run make guide"
    assert [name for name in made if written[name] != made[name]] == [], "run make guide"


def test_every_page_has_its_code_the_three_languages_and_a_way_back() -> None:
    for name, text in pages().items():
        if name != "README.md":
            assert text.split("\n")[2].startswith(f"# {name[:-3]}: ")
            assert re.findall(r"^## (English|Shqip|Srpski)$", text, re.MULTILINE) == ["English", "Shqip", "Srpski"]
            assert "(README.md)" in text


def test_every_code_is_in_the_index_once_and_its_link_leads_to_its_page() -> None:
    made = pages()
    linked = re.findall(r"^- \[([A-Z]\d{3})\]\(\1\.md\): \S", made["README.md"], re.MULTILINE)
    assert sorted(f"{code}.md" for code in linked) == sorted(made.keys() - {"README.md"})


def test_no_example_ends_its_block_early() -> None:
    assert [name for name, text in pages().items() if text.count("```") % 2] == []
