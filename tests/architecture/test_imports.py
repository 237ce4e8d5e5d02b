"""The one-way imports of the design, proved by import-linter with the contracts in pyproject.toml."""

from __future__ import annotations

import subprocess
import sys

from tests.project import ROOT


def test_imports_run_one_way_and_the_core_is_pure() -> None:
    # A process of its own: import-linter sets up colours and caches for the one that it runs in.
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    report = subprocess.run(
        [*command, "--no-logo", "--no-cache"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False
    )
    assert report.returncode == 0, report.stdout + report.stderr
