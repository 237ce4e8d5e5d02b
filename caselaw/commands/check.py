"""``build.py check``: say everything that a build would say."""

from __future__ import annotations

from pathlib import Path

import click

from caselaw.commands.options import shared_options
from caselaw.commands.output import CONTENT_ERROR, counts, errors, plain_failures, print_problems, show_progress
from caselaw.messages import say
from caselaw.pipeline import Request, check_site, read_library
from caselaw.problems import Problems
from caselaw.translation_report import report_translations, table


@click.command()
@click.option(
    "--report", type=click.Choice(["translations"]), default=None,
    help="Say instead what editors still have to do: which translations are missing, unverified or not reviewed.",
)  # fmt: skip
@shared_options
def check(config: Path, languages: tuple[str, ...], day: str, quiet: bool, report: str | None) -> None:
    """Say everything that a build would say about the content, without writing."""
    problems, request = Problems(), Request(config.absolute(), day, languages)
    if report:
        _report_translations(request, problems, quiet)
        return
    with plain_failures(), show_progress(quiet) as progress:
        result = check_site(request, problems, progress)
    print_problems(problems, quiet)
    if result is None or problems.errors:
        click.echo(say("{errors}.", errors=errors(problems)), err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo(say("{counts}: no errors.", counts=counts(result)))


def _report_translations(request: Request, problems: Problems, quiet: bool) -> None:
    """Print what the languages lack; that is no error, but content that cannot be read is."""
    with plain_failures():
        library = read_library(request, problems)
    print_problems(problems, quiet)
    if library is None:
        click.echo(say("{errors}; there is no report before they are cured.", errors=errors(problems)), err=True)
        raise SystemExit(CONTENT_ERROR)
    for line in table(report_translations(library)):
        click.echo(line)
