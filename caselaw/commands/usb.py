"""``build.py usb``: the edition for USB sticks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from caselaw.commands.options import messages_option, shared_options
from caselaw.commands.output import (
    CONTENT_ERROR,
    counts,
    errors,
    number,
    plain_failures,
    print_problems,
    show_progress,
    shown,
    tell,
)
from caselaw.message_words import read_words
from caselaw.messages import say
from caselaw.pipeline import Request
from caselaw.problems import Problems
from caselaw.urls import START
from caselaw.usb import Edition, build_edition


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path),
    default=None,
    show_default="dist/ beside the configuration",
    help="The folder in which the edition and its zip are written.",
)
@messages_option
@shared_options
def usb(config: Path, output: Path | None, languages: tuple[str, ...], day: str, quiet: bool, messages: str) -> None:
    """Build the library for USB sticks: a folder that works by double-click without network, and the same as a zip.

    Both are named after short_name in site_config.yaml and the date. With --languages sq,en it becomes smaller.
    """
    dist = (output or config.parent / "dist").absolute()
    problems, words = Problems(), read_words(messages)
    with plain_failures("what was there is as it was"), show_progress(quiet) as progress:
        edition = build_edition(Request(config.absolute(), day, languages), dist, problems, progress)
    print_problems(problems, quiet, words)
    if edition is None:
        tell(say("{errors}; nothing was written.", errors=errors(problems)), words, err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo("\n".join(_about(edition)))


def _about(edition: Edition) -> Iterator[str]:
    yield f"{counts(edition.result)}: {number(edition.files, 'file')}, {edition.size:,} bytes."
    for cluster, size in edition.on_sticks:
        yield f"On a stick with clusters of {cluster // 1024} kB: {size / 1e6:.1f} MB."
    yield f"Hand out {shown(edition.zip)} ({edition.zip_size / 1e6:.1f} MB), or the folder that it holds."
    yield f"Open {shown(edition.folder / START)}"
