"""How ``build.py check`` prints problems, for people and for programs."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

import click

from caselaw.changes import prefix_of
from caselaw.commands.explain import explanations_in
from caselaw.commands.options import LOCALES
from caselaw.commands.output import Words, print_problems, tell
from caselaw.config import read_config
from caselaw.messages import say
from caselaw.problem_formats import as_json, as_sarif, summary, unannotated, workflow_commands
from caselaw.problem_formats.github import SUMMARY_SIZE
from caselaw.problems import Problem, Problems


@dataclass(frozen=True)
class Report:
    """What to print: the problems, how many in other files are left out, the language to say it in and its words."""

    problems: tuple[Problem, ...]
    hidden: int
    config: Path
    messages: str
    words: Words


def _print_text(report: Report) -> None:
    print_problems(report.problems, quiet=False, words=report.words)
    _say_hidden(report)


def _print_github(report: Report) -> None:
    for line in workflow_commands(report.problems, report.words, prefix_of(report.config.parent)):
        click.echo(line)
    if rest := unannotated(report.problems):
        if _write_summary(report):
            tell(say("More than GitHub shows: {count}; they are in the summary of this job.", count=rest), report.words)
        else:
            tell(say("More than GitHub shows: {count}; build.py check prints them all.", count=rest), report.words)
    _say_hidden(report)


def _write_summary(report: Report) -> bool:
    """Append what has no annotation to the summary of the job; return whether there is one with room."""
    if not (name := os.environ.get("GITHUB_STEP_SUMMARY")):
        return False
    path = Path(name)
    room = SUMMARY_SIZE - (path.stat().st_size if path.exists() else 0)
    text = summary(report.problems, report.words, room)
    if not text:
        return False
    with path.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
        file.write(text)
    return True


def _print_json(report: Report) -> None:
    click.echo(as_json(report.problems, report.words, report.hidden))


def _print_sarif(report: Report) -> None:
    root = report.config.parent
    config = read_config(root, report.config, LOCALES, Problems())  # its faults are among the problems already
    repository = (config and config.repository) or ""
    explanations = explanations_in(report.messages)
    click.echo(as_sarif(report.problems, report.words, explanations, repository, prefix_of(root), report.hidden))


def _say_hidden(report: Report) -> None:
    if report.hidden:
        said = say("Warnings and notices in files that do not differ, not shown: {count}.", count=report.hidden)
        tell(said, report.words, err=True)


_PRINTERS: Mapping[str, Callable[[Report], None]] = MappingProxyType(
    {"text": _print_text, "github": _print_github, "json": _print_json, "sarif": _print_sarif}
)
FORMATS = tuple(_PRINTERS)


def print_in(shape: str, report: Report) -> None:
    """Print a report in one of the ``FORMATS``."""
    _PRINTERS[shape](report)
