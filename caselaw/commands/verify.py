"""``build.py verify``: whether a copy of an edition is whole."""

from __future__ import annotations

from pathlib import Path

import click

from caselaw.commands.output import CONTENT_ERROR, number, plain_failures
from caselaw.sums import SUMS
from caselaw.verify import verify


@click.command("verify")
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
    with plain_failures("nothing was changed"):
        report = verify(path.absolute())
    for finding in report.findings:
        click.echo(str(finding))
    if report.findings:
        counts = ", ".join(f"{count} {kind}" for kind, count in report.counts.items())
        click.echo(f"This edition is not whole: {counts}; {number(report.files, 'file')} should be there.", err=True)
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo(f"{number(report.files, 'file')}: all are as {SUMS} says.")
