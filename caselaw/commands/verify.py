"""``build.py verify``: whether a copy of an edition is whole, and may still be handed out."""

from __future__ import annotations

from pathlib import Path

import click

from caselaw.commands.output import CONTENT_ERROR, number, plain_failures
from caselaw.sums import SUMS
from caselaw.verify import Report, verify
from caselaw.withdrawn_since import PublicList, Withdrawal, read_list, withdrawn_since


@click.command("verify")
@click.option("--quiet", "-q", is_flag=True, help="Say nothing but what is wrong.")
@click.option(
    "--withdrawn", "listed", metavar="FILE|ADDRESS", default=None,
    help="Say also which cases of the edition have been withdrawn since: by the file data/withdrawn.json of the "
    "library as it is now, or its web address, which begins with https://.",
)  # fmt: skip
@click.argument("path", type=click.Path(path_type=Path))
def verify_edition(path: Path, quiet: bool, listed: str | None) -> None:
    """Check whether an edition for USB sticks is whole: PATH is its folder, or the zip itself.

    Every file that is changed, missing or extra is named. The list SHA256SUMS is a part of the edition: this finds
    damage, but who changed a file on purpose may have changed the list too.

    With --withdrawn it is also compared with the list of withdrawn cases; that alone uses the network, and only where
    an address is given.

    \b
    Exit codes:  0  every file is as the list says, and no case was withdrawn
                 1  something is not, or was
                 2  PATH is no edition, or there is no list of withdrawn cases
    """  # noqa: D301 click keeps the lines below its mark as they are
    with plain_failures("nothing was changed"):
        public = read_list(listed) if listed else None
        report = verify(path.absolute())
        withdrawn = withdrawn_since(path.absolute(), public) if public else ()
    for finding in (*report.findings, *withdrawn):
        click.echo(str(finding))
    _say_verdict(report, withdrawn)
    if report.findings or withdrawn:
        raise SystemExit(CONTENT_ERROR)
    if not quiet:
        click.echo(f"{number(report.files, 'file')}: all are as {SUMS} says.")
        if public:
            click.echo(f"No case of it is on the list of withdrawn cases{_as_of(public)}.")


def _say_verdict(report: Report, withdrawn: tuple[Withdrawal, ...]) -> None:
    if report.findings:
        counts = ", ".join(f"{count} {kind}" for kind, count in report.counts.items())
        click.echo(f"This edition is not whole: {counts}; {number(report.files, 'file')} should be there.", err=True)
    if withdrawn:
        cases = number(len(withdrawn), "case")
        click.echo(
            f"This edition must no longer be handed out: it holds {cases} withdrawn since it was made.", err=True
        )


def _as_of(public: PublicList) -> str:
    return f" of {public.edition}" if public.edition else ""
