"""The examples of the guide on codes, put into a sound case: the wrong one causes its code, the right one does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from caselaw.codes import Code
from caselaw.explanations import read_explanations
from caselaw.problems import Problems
from tests.mistakes import CASE, SOUND_CASES
from tests.project import ROOT
from tests.sample_library import TODAY, SampleLibrary

if TYPE_CHECKING:
    from pathlib import Path

EXPLANATIONS = read_explanations(ROOT / "locales" / "codes", "en").by_code
# Examples of what stands elsewhere than in a case: in the settings, in a translation, in the name of a file.
NOT_IN_A_CASE = {Code.CONFIG_VALUE, Code.FILE_NAME, Code.INITIALS, Code.LINK_ABSOLUTE}
# Examples of fields that stand within a group, and the group.
WITHIN = {Code.COUNTRY: "victims: {{{}}}"}
IN_CASE = [code for code in Code if EXPLANATIONS[code].wrong and code not in NOT_IN_A_CASE and str(code)[0] in "SFVTC"]


def put(code: Code, example: str) -> str:
    """Return a sound case with the example in its place."""
    if code in (Code.FENCE_MISSING, Code.FENCE_UNCLOSED):
        return f"{example}\n"
    if example.startswith("["):
        return CASE[: CASE.index("## Facts")] + example + "\n"
    if example.startswith("{"):
        return re.sub(r"^  - url: .*\n    title: .*$", lambda _: f"  - {example}", CASE, flags=re.MULTILINE)
    example = WITHIN.get(code, "{}").format(example) if code in WITHIN else example
    field = example.split(":")[0]
    if within := re.search(rf"(?<=[{{ ]){field}: [^,}}\n]*(?=[,}}])", CASE):
        return CASE.replace(within[0], example)
    if own := re.search(rf"^( *(?:- )?){field}:.*$(?:\n  .*$)*", CASE, re.MULTILINE):
        text = own[0] if example.count("\n") else own[0].split("\n")[0]
        return CASE.replace(text, own[1] + example)
    return CASE.replace("sources:\n", f"{example}\nsources:\n")


def codes_of(text: str, folder: Path) -> set[Code]:
    library = SampleLibrary(folder)
    for name in SOUND_CASES:
        library.write(f"content/cases/sc/{name}.md", CASE)
    library.write("content/cases/sc/example.md", text)
    problems = Problems()
    library.read(problems, TODAY)
    return {problem.code for problem in problems}


@pytest.mark.parametrize("code", IN_CASE)
def test_the_wrong_example_causes_its_code_and_the_right_one_does_not(code: Code, tmp_path: Path) -> None:
    one = EXPLANATIONS[code]
    assert code in codes_of(put(code, one.wrong), tmp_path / "wrong")
    assert code not in codes_of(put(code, one.right), tmp_path / "right")


def test_most_examples_are_tried() -> None:
    assert len(IN_CASE) > 30
