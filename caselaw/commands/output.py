"""What commands print, and the codes with which they end."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from caselaw.changes import ChangesUnknown
from caselaw.messages import Message, say, translated
from caselaw.pipeline import Progress, Result, UnknownLanguage
from caselaw.problems import Problem, Problems, Severity
from caselaw.publish import OutputRefused
from caselaw.verify import NotAnEdition
from caselaw.withdrawn_since import NoList

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
    except (OutputRefused, UnknownLanguage, NotAnEdition, ChangesUnknown, NoList) as refusal:
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
            click.echo(problem.said(words), err=True)


def tell(message: str, words: Words, err: bool = False) -> None:
    """Print one message in the language of the ``words``."""
    click.echo(translated(message, words), err=err)


def counts(result: Result) -> Message:
    """Return what was built, in one line."""
    languages = ", ".join(result.languages)
    if result.cases == 1:
        return say("1 case, {pages} pages ({languages})", pages=result.pages, languages=languages)
    return say(
        "{cases} cases, {pages} pages ({languages})", cases=result.cases, pages=result.pages, languages=languages
    )


def errors(problems: Problems) -> Message:
    """Return how many errors there are, in words."""
    return say("1 error") if problems.errors == 1 else say("{count} errors", count=problems.errors)


def number(count: int, noun: str) -> str:
    """Return a count with its noun."""
    return f"{count} {noun}" + ("" if count == 1 else "s")


def shown(path: Path) -> str:
    """Return a path as short as it can be from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
