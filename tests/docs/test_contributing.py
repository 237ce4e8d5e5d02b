"""The examples of the contributor's guide, put into the real library as an editor would."""

from __future__ import annotations

import re
import shutil
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from caselaw.pipeline import Request, read_library
from caselaw.problems import Problems
from tests.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def test_the_examples_of_the_guide_are_a_case_and_its_translation_without_a_fault(tmp_path: Path) -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    case, translation = re.findall(r"^```yaml\n(---\n.*?)^```", guide, re.MULTILINE | re.DOTALL)
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "site_config.yaml", tmp_path)
    (tmp_path / "content/cases/sc/example-case.md").write_text(case, encoding="utf-8")
    (tmp_path / "content/cases/sc/example-case.sq.md").write_text(translation, encoding="utf-8")
    problems = Problems()
    assert read_library(Request(tmp_path / "site_config.yaml", f"{datetime.now(UTC):%Y-%m-%d}"), problems)
    assert [str(problem) for problem in problems] == []
