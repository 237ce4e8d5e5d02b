"""The real library, built once for all tests that read it, and a loud word on tests that no browser could run."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests.project import BROWSERS_REQUIRED
from tests.site import build

if TYPE_CHECKING:
    from pathlib import Path

# What is said depends neither on the language of the machine nor on where the tests run.
os.environ["CASELAW_MESSAGES"] = "en"
for name in ("GITHUB_STEP_SUMMARY", "GITHUB_BASE_REF"):
    os.environ.pop(name, None)

# How long one example takes says more about the machine than about the code.
settings.register_profile("library", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("library")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--bless", action="store_true", help="write the golden files anew; read the difference before you commit"
    )


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site that the content of this project makes, built once."""
    site = tmp_path_factory.mktemp("library") / "site"
    build(site)
    return site


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run what is quick before what is slow, so that a fault is seen soon."""
    items.sort(key=lambda item: "e2e" in item.path.parts or item.get_closest_marker("slow") is not None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "no browser" in report.longreprtext]
    if skipped:
        terminalreporter.section("NOT TESTED IN BROWSERS", sep="!", red=True, bold=True)
        terminalreporter.write_line(
            f"{len(skipped)} tests did not run: this machine lacks a browser. Install Chromium and Firefox and run "
            f"them again; with {BROWSERS_REQUIRED}=1 a missing browser is a failure.",
            red=True,
        )
