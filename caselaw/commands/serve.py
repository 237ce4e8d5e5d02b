"""``build.py serve``: the site as it would become, on this machine and anew with each change."""

from __future__ import annotations

import signal
import sys
import threading
import webbrowser
from pathlib import Path
from types import FrameType

import click

from caselaw.commands.options import messages_option, shared_options
from caselaw.commands.output import Words, errors, plain_failures, print_problems, tell
from caselaw.message_words import read_words
from caselaw.messages import say
from caselaw.pipeline import Request
from caselaw.preview.session import preview_session
from caselaw.preview.state import State
from caselaw.problems import Problems

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
@messages_option
@shared_options
def serve(
    config: Path, languages: tuple[str, ...], day: str, quiet: bool, messages: str, port: int, opens: bool | None
) -> None:
    """Show the site as it would become, on this machine only: each saved change appears by itself.

    Drafts and cases under embargo are shown too, under a red banner. Mistakes stand above the last page without them.
    Nothing is published: the site/ folder stays as it is. Ctrl-C ends the preview.
    """
    ended = threading.Event()

    def end(_signal: int, _frame: FrameType | None) -> None:
        ended.set()

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, end)
    request, words = Request(config.absolute(), day, languages), read_words(messages)
    with (
        plain_failures("nothing was changed"),
        preview_session(request, port, lambda state: _tell(state, quiet, words)) as site,
    ):
        if port not in (0, site.server_port):
            tell(say("Port {port} is taken; this is the next free one.", port=port), words)
        tell(say("Preview: {address} (this machine only; Ctrl-C ends it)", address=site.address), words)
        if sys.stdout.isatty() if opens is None else opens:
            webbrowser.open(site.address)
        while not ended.wait(0.2):  # Windows hears of Ctrl-C only in between
            pass
    if not quiet:
        tell(say("The preview has ended."), words)


def _tell(state: State, quiet: bool, words: Words) -> None:
    """Print the mistakes of a state, as ``check`` does."""
    print_problems((*state.errors, *state.notes), quiet, words)
    problems = Problems()
    for problem in state.errors:
        problems.report(problem)
    if problems.errors:
        tell(say("{errors}; the pages stay as they were before.", errors=errors(problems)), words, err=True)
    elif not quiet:
        tell(say("No errors."), words, err=True)
