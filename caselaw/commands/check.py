"""``build.py check``: say everything that a build would say."""

from __future__ import annotations

from pathlib import Path

import click

from caselaw.changes import Selection, changed_files, default_base, select
from caselaw.commands.explain import explain
from caselaw.commands.options import messages_option, shared_options
from caselaw.commands.output import (
    CONTENT_ERROR,
    counts,
    errors,
    plain_failures,
    print_problems,
    show_progress,
    tell,
)
from caselaw.commands.report import FORMATS, Report, print_in
from caselaw.message_words import read_words
from caselaw.messages import say
from caselaw.pipeline import Request, check_site, read_library
from caselaw.problems import Problems, Severity
from caselaw.translation_report import report_translations, table


@click.command()
@click.option(
    "--report",
    type=click.Choice(["translations"]),
    default=None,
    help="Say instead what editors still have to do: which translations are missing, unverified or not reviewed.",
)
@click.option(
    "--format",
    "shape",
    type=click.Choice(FORMATS),
    default="text",
    show_default=True,
    help="How problems are printed: as lines, as annotations of a pull request, as JSON, or as SARIF.",
)
@click.option(
    "--changed",
    "base",
    metavar="[BASE]",
    is_flag=False,
    flag_value="",
    default=None,
    help="Say all errors, but warnings and notices only of files that differ from the branch BASE: the target of the "
    "pull request, or origin/main.",
)
@click.option("--explain", "code", metavar="CODE", help="Explain a code such as C102 instead, and read no content.")
@messages_option
@shared_options
def check(
    config: Path,
    languages: tuple[str, ...],
    day: str,
    quiet: bool,
    messages: str,
    report: str | None,
    shape: str,
    base: str | None,
    code: str | None,
) -> None:
    """Say everything that a build would say about the content, without writing."""
    request = Request(config.absolute(), day, languages)
    if code is not None:
        explain(code, messages)
    elif report:
        _report_translations(request, quiet, messages)
    else:
        _check(request, quiet, messages, shape, base)


def _check(request: Request, quiet: bool, messages: str, shape: str, base: str | None) -> None:
    problems, words = Problems(), read_words(messages)
    with plain_failures(), show_progress(quiet) as progress:
        changed = None if base is None else changed_files(request.config.parent, base or default_base())
        result = check_site(request, problems, progress)
    said = tuple(problem for problem in problems if problem.severity is Severity.ERROR or not quiet)
    chosen = Selection(said, 0) if changed is None else select(said, changed)
    with plain_failures():
        print_in(shape, Report(chosen.shown, chosen.hidden, request.config, messages, words))
    if result is None or problems.errors:
        tell(say("{errors}.", errors=errors(problems)), words, err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet and shape in ("text", "github"):
        tell(say("{counts}: no errors.", counts=counts(result)), words)


def _report_translations(request: Request, quiet: bool, messages: str) -> None:
    """Print what the languages lack; that is no error, but content that cannot be read is."""
    problems, words = Problems(), read_words(messages)
    with plain_failures():
        library = read_library(request, problems)
    print_problems(problems, quiet, words)
    if library is None:
        tell(say("{errors}; there is no report before they are cured.", errors=errors(problems)), words, err=True)
        raise SystemExit(CONTENT_ERROR)
    for line in table(report_translations(library)):
        click.echo(line)
