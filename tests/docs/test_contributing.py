"""The example of the contributor's guide, put into the real library as an editor would."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

from caselaw.pipeline import Request, read_library
from caselaw.problems import Problems
from tests.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_example_of_the_guide_is_a_case_without_a_fault(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    example = re.search(r"^```yaml\n(---\n.*?)^```", guide, re.MULTILINE | re.DOTALL)
    assert example
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site_config.yaml", tmp_path)
    (tmp_path / "content/cases/sc/example-case.md").write_text(example[1], encoding="utf-8")
    problems = Problems()
    assert read_library(Request(tmp_path / "site_config.yaml", "2026-11-23"), problems)
    assert [str(problem) for problem in problems] == []
