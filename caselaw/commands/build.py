"""``build.py build``, and ``build.py`` alone: check the content and publish the site."""

from __future__ import annotations

import time
from pathlib import Path

import click

from caselaw.commands.options import messages_option, output_option, shared_options
from caselaw.commands.output import (
    CONTENT_ERROR,
    counts,
    errors,
    plain_failures,
    print_problems,
    show_progress,
    shown,
    tell,
)
from caselaw.message_words import read_words
from caselaw.messages import say
from caselaw.pipeline import Request, build_site
from caselaw.problems import Problems


@click.command()
@output_option
@messages_option
@shared_options
def build(config: Path, output: Path | None, languages: tuple[str, ...], day: str, quiet: bool, messages: str) -> None:
    """Check the content and publish the site (what happens without a command)."""
    started = time.monotonic()
    site = (output or config.parent / "site").absolute()
    problems, words = Problems(), read_words(messages)
    with plain_failures(), show_progress(quiet) as progress:
        result = build_site(Request(config.absolute(), day, languages), site, problems, progress)
    print_problems(problems, quiet, words)
    if result is None:
        tell(say("{errors}; nothing was published, the site is as it was.", errors=errors(problems)), words, err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo(f"{counts(result)}, built in {time.monotonic() - started:.1f} s. Open {shown(site / 'index.html')}")
