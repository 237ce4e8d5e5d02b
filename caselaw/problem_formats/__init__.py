"""Problems as texts for people and programs: plain lines, GitHub's annotations, JSON, SARIF. Pure: text comes out."""

from __future__ import annotations

from caselaw.problem_formats.github import summary, unannotated, workflow_commands
from caselaw.problem_formats.listing import as_json
from caselaw.problem_formats.sarif import as_sarif

__all__ = ["as_json", "as_sarif", "summary", "unannotated", "workflow_commands"]
