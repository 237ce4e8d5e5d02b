"""What commands print, and the codes with which they end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import click

from caselaw.changes import ChangesUnknown
from caselaw.messages import translated
from caselaw.pipeline import Progress, Result, UnknownLanguage
from caselaw.problems import Problem, Problems, Severity
from caselaw.publish import OutputRefused
from caselaw.verify import NotAnEdition

CONTENT_ERROR, USAGE_ERROR = 1, 2
Words = Mapping[str, str]


class Refused(click.ClickException):
    """What the machine or the choice of the user does not allow."""

    exit_code = USAGE_ERROR


@contextmanager
def plain_failures(kept: str = "the site is as it was") -> Iterator[None]:
    """Say in one line what the machine or the user's choice refused, and what that left."""
    try:
        yield
    except (OutputRefused, UnknownLanguage, NotAnEdition, ChangesUnknown) as refusal:
        raise Refused(str(refusal)) from refusal
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise Refused(f"{error.strerror or error}{where}; {kept}") from error


@contextmanager
def show_progress(quiet: bool) -> Iterator[Progress]:
    """Yield a function that shows the present step in one line, where there is a terminal to show it on."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    clear = "\r\x1b[K"
    try:
        yield lambda step: click.echo(f"{clear}{step} …", nl=False, err=True)
    finally:
        click.echo(clear, nl=False, err=True)


def print_problems(problems: Iterable[Problem], quiet: bool, words: Words) -> None:
    """Print every problem, in the language of the ``words``; only the errors where ``quiet``."""
    for problem in problems:
        if problem.severity is Severity.ERROR or not quiet:
            click.echo(said(problem, words), err=True)


def said(problem: Problem, words: Words) -> str:
    """Return a problem as the lines that an editor reads."""
    return str(replace(problem, message=translated(problem.message, words), help=translated(problem.help, words)))


def words_of(_language: str) -> Words:
    """Return the translated templates of messages by their English ones."""
    return {}


def counts(result: Result) -> str:
    """Return what was built, in one line."""
    return f"{number(result.cases, 'case')}, {result.pages} pages ({', '.join(result.languages)})"


def errors(problems: Problems) -> str:
    """Return how many errors there are, in words."""
    return number(problems.errors, "error")


def number(count: int, noun: str, several: str = "") -> str:
    """Return a count with its noun; ``several`` is its plural where that is not made with an s."""
    return f"{count} {noun if count == 1 else several or f'{noun}s'}"


def shown(path: Path) -> str:
    """Return a path as short as it can be from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
