"""``build.py serve``: the site as it would become, on this machine and anew with each change."""

from __future__ import annotations

import signal
import sys
import threading
import webbrowser
from pathlib import Path
from types import FrameType

import click

from caselaw.commands.options import shared_options
from caselaw.commands.output import errors, plain_failures
from caselaw.pipeline import Request
from caselaw.preview.session import preview_session
from caselaw.preview.state import State
from caselaw.problems import Problems, Severity

_PORT = 8000


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=_PORT,
    show_default=True,
    help="Where the preview answers; where that is taken, the next free one. 0 takes any.",
)
@click.option(
    "--open/--no-open",
    "opens",
    default=None,
    show_default="in a terminal",
    help="Open the preview in the browser.",
)
@shared_options
def serve(
    config: Path, languages: tuple[str, ...], day: str, quiet: bool, port: int, opens: bool | None
) -> None:  # fmt: skip
    """Show the site as it would become, on this machine only: each saved change appears by itself.

    Drafts and cases under embargo are shown too, under a red banner. Mistakes stand above the last page without them.
    Nothing is published: the site/ folder stays as it is. Ctrl-C ends the preview.
    """
    ended = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        ended.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, end)
    request = Request(config.absolute(), day, languages)
    with (
        plain_failures("nothing was changed"),
        preview_session(request, port, lambda state: _tell(state, quiet)) as site,
    ):
        if port not in (0, site.server_port):
            click.echo(f"Port {port} is taken; this is the next free one.")
        click.echo(f"Preview: {site.address} (this machine only; Ctrl-C ends it)")
        if sys.stdout.isatty() if opens is None else opens:
            webbrowser.open(site.address)
        while not ended.wait(0.2):  # Windows hears of Ctrl-C only in between
            pass
    if not quiet:
        click.echo("The preview has ended.")


def _tell(state: State, quiet: bool) -> None:
    """Print the mistakes of a state, as ``check`` does."""
    problems = Problems()
    for problem in (*state.errors, *state.notes):
        problems.report(problem)
        if problem.severity is Severity.ERROR or not quiet:
            click.echo(str(problem), err=True)
    said = f"{errors(problems)}; the pages stay as they were before." if problems.errors else "No errors."
    if problems.errors or not quiet:
        click.echo(said, err=True)
