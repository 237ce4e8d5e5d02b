#!/usr/bin/env python3
"""The command line of the library: parse, call, print, exit."""

from __future__ import annotations

import datetime
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import Any

import click

from caselaw.pipeline import Progress, Request, Result, UnknownLanguage, build_site, check_site, read_library
from caselaw.problems import Problems, Severity
from caselaw.publish import OutputRefused
from caselaw.sums import SUMS
from caselaw.translation_report import report_translations, table
from caselaw.urls import START
from caselaw.usb import Edition, build_edition
from caselaw.verify import NotAnEdition, verify

HERE = Path(__file__).resolve().parent
CONTENT_ERROR, USAGE_ERROR = 1, 2
Command = Callable[..., None]


class Day(click.ParamType[str]):
    """A day written ``YYYY-MM-DD``."""

    name = "day"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the day as ISO text."""
        try:
            return datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            self.fail(f'"{value}" is not a day; write it as 2026-11-23', param, ctx)


def today() -> str:
    """Return the day of SOURCE_DATE_EPOCH in UTC, or the present one; see reproducible-builds.org."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        moment = datetime.datetime.fromtimestamp(int(epoch) if epoch else time.time(), datetime.UTC)
    except (ValueError, OverflowError, OSError):
        raise click.UsageError(f'SOURCE_DATE_EPOCH is "{epoch}"; it must be a number of seconds') from None
    return moment.date().isoformat()


def split_languages(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[str, ...]:
    """Return the languages of ``--language sq --language en`` or ``--languages sq,en``."""
    return tuple(language.strip() for value in given for language in value.split(",") if language.strip())


def shared_options(command: Command) -> Command:
    """Add the options that every command understands."""
    for option in (
        click.option("--quiet", "-q", is_flag=True, help="Say nothing but errors."),
        click.option(
            "--date", "day", type=Day(), default=today, show_default="SOURCE_DATE_EPOCH, else today",
            help="The date of the edition: as seen from this day embargoes end and dates lie in the future.",
        ),
        click.option(
            "--languages", "--language", "languages", multiple=True, metavar="LANGUAGES", callback=split_languages,
            help="Take only these languages of the site: one, or several with commas, such as sq,en.",
        ),
        click.option(
            "--config", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=HERE / "site_config.yaml",
            show_default="site_config.yaml beside build.py",
            help="The configuration of the library; its content/ is read beside it.",
        ),
    ):  # fmt: skip
        command = option(command)
    return command


output_option = click.option(
    "--output", type=click.Path(path_type=Path), default=None, show_default="site/ beside the configuration",
    help="The folder to publish into: an empty one, or the site of an earlier build.",
)  # fmt: skip


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@output_option
@shared_options
@click.pass_context
def main(context: click.Context, /, **options: Any) -> None:
    """Build the case-law library: read content/, check it, and publish a searchable site.

    Without a command the site is built. Wrong content is reported with file, line and cure, all of it in one run; the
    site that is already published then stays as it was.

    \b
    Exit codes:  0  done
                 1  the content has errors
                 2  wrong use, or a folder that cannot be read or written
    """  # noqa: D301 click keeps the lines below its mark as they are
    if context.invoked_subcommand is None:
        context.invoke(build, **options)
        return
    # "build.py --quiet check" means the same as "build.py check --quiet".
    default = click.core.ParameterSource.DEFAULT
    given = {name: value for name, value in options.items() if context.get_parameter_source(name) is not default}
    context.default_map = {context.invoked_subcommand: given}


@main.command()
@output_option
@shared_options
def build(config: Path, output: Path | None, languages: tuple[str, ...], day: str, quiet: bool) -> None:
    """Check the content and publish the site (what happens without a command)."""
    started = time.monotonic()
    site = (output or config.parent / "site").absolute()
    problems = Problems()
    with _plain_failures(), _progress(quiet) as progress:
        result = build_site(Request(config.absolute(), day, languages), site, problems, progress)
    _print_problems(problems, quiet)
    if result is None:
        click.echo(f"{_errors(problems)}; nothing was published, the site is as it was.", err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo(
            f"{_counts(result)}, built in {time.monotonic() - started:.1f} s. Open {_shown(site / 'index.html')}"
        )


@main.command()
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
    with _plain_failures(), _progress(quiet) as progress:
        result = check_site(request, problems, progress)
    _print_problems(problems, quiet)
    if result is None or problems.errors:
        click.echo(f"{_errors(problems)}.", err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo(f"{_counts(result)}: no errors.")


def _report_translations(request: Request, problems: Problems, quiet: bool) -> None:
    """Print what the languages lack; that is no error, but content that cannot be read is."""
    with _plain_failures():
        library = read_library(request, problems)
    _print_problems(problems, quiet)
    if library is None:
        click.echo(f"{_errors(problems)}; there is no report before they are cured.", err=True)
        raise SystemExit(CONTENT_ERROR)
    for line in table(report_translations(library)):
        click.echo(line)


@main.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    show_default="dist/ beside the configuration",
    help="The folder in which the edition and its zip are written.",
)
@shared_options
def usb(config: Path, output: Path | None, languages: tuple[str, ...], day: str, quiet: bool) -> None:
    """Build the library for USB sticks: a folder that works by double-click without network, and the same as a zip.

    Both are named after short_name in site_config.yaml and the date. With --languages sq,en it becomes smaller.
    """
    dist = (output or config.parent / "dist").absolute()
    problems = Problems()
    with _plain_failures("what was there is as it was"), _progress(quiet) as progress:
        edition = build_edition(Request(config.absolute(), day, languages), dist, problems, progress)
    _print_problems(problems, quiet)
    if edition is None:
        click.echo(f"{_errors(problems)}; nothing was written.", err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo("\n".join(_about(edition)))


@main.command("verify")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")
@click.argument("path", type=click.Path(path_type=Path))
def verify_edition(path: Path, quiet: bool) -> None:
    """Check whether an edition for USB sticks is whole: PATH is its folder, or the zip itself.

    Every file that is changed, missing or extra is named. The list SHA256SUMS is a part of the edition: this finds
    damage, but who changed a file on purpose may have changed the list too.

    \b
    Exit codes:  0  every file is as the list says
                 1  something is not
                 2  PATH is no edition
    """  # noqa: D301 click keeps the lines below its mark as they are
    with _plain_failures("nothing was changed"):
        report = verify(path.absolute())
    for finding in report.findings:
        click.echo(str(finding))
    if report.findings:
        counts = ", ".join(f"{count} {kind}" for kind, count in report.counts.items())
        click.echo(f"This edition is not whole: {counts}; {_number(report.files, 'file')} should be there.", err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo(f"{_number(report.files, 'file')}: all are as {SUMS} says.")


class Refused(click.ClickException):
    """What the machine or the choice of the user does not allow."""

    exit_code = USAGE_ERROR


@contextmanager
def _plain_failures(kept: str = "the site is as it was") -> Iterator[None]:
    """Say in one line what the machine or the user's choice refused, and what that left."""
    try:
        yield
    except (OutputRefused, UnknownLanguage, NotAnEdition) as refusal:
        raise Refused(str(refusal)) from refusal
    except OSError as error:
        where = f": {error.filename}" if error.filename else ""
        raise Refused(f"{error.strerror or error}{where}; {kept}") from error


@contextmanager
def _progress(quiet: bool) -> Iterator[Progress]:
    """Yield a function that shows the present step in one line, where there is a terminal to show it on."""
    if quiet or not sys.stderr.isatty():
        yield lambda _: None
        return
    clear = "\r\x1b[K"
    try:
        yield lambda step: click.echo(f"{clear}{step} …", nl=False, err=True)
    finally:
        click.echo(clear, nl=False, err=True)


def _print_problems(problems: Problems, quiet: bool) -> None:
    for problem in problems:
        if problem.severity is Severity.ERROR or not quiet:
            click.echo(str(problem), err=True)


def _about(edition: Edition) -> Iterator[str]:
    yield f"{_counts(edition.result)}: {_number(edition.files, 'file')}, {edition.size:,} bytes."
    for cluster, size in edition.on_sticks:
        yield f"On a stick with clusters of {cluster // 1024} kB: {size / 1e6:.1f} MB."
    yield f"Hand out {_shown(edition.zip)} ({edition.zip_size / 1e6:.1f} MB), or the folder that it holds."
    yield f"Open {_shown(edition.folder / START)}"


def _counts(result: Result) -> str:
    return f"{_number(result.cases, 'case')}, {result.pages} pages ({', '.join(result.languages)})"


def _errors(problems: Problems) -> str:
    return _number(problems.errors, "error")


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" + ("" if count == 1 else "s")


def _shown(path: Path) -> str:
    """Return a path as short as it can be from here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a Windows console may lack letters that names have
            stream.reconfigure(errors="backslashreplace")
    main()
