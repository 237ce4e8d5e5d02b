#!/usr/bin/env python3
"""The command line of the library; each command is a module of ``caselaw.commands``."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import Any

import click

from caselaw.commands.build import build
from caselaw.commands.check import check
from caselaw.commands.clean import clean_files
from caselaw.commands.new import new
from caselaw.commands.options import messages_option, output_option, shared_options
from caselaw.commands.schema import schema
from caselaw.commands.serve import serve
from caselaw.commands.stats import stats
from caselaw.commands.usb import usb
from caselaw.commands.verify import verify_edition


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@output_option
@messages_option
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


for command in (build, check, clean_files, new, schema, serve, stats, usb, verify_edition):
    main.add_command(command)

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a Windows console may lack letters that names have
            stream.reconfigure(errors="backslashreplace")
    main()
