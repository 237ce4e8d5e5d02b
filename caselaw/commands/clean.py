"""``build.py clean``: copies of documents and pictures without hidden data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from caselaw.attachments.cleaning import Cleaned, clean
from caselaw.attachments.kinds import MAX_BYTES
from caselaw.commands.options import messages_option
from caselaw.commands.output import CONTENT_ERROR, plain_failures, tell
from caselaw.message_words import read_words
from caselaw.messages import Message, joined, say, with_values


@click.command("clean")
@click.option("--in-place", is_flag=True, help="Put the copy in the place of the file.")
@messages_option
@click.argument(
    "files", metavar="FILE…", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
def clean_files(files: tuple[Path, ...], in_place: bool, messages: str) -> None:
    """Copy documents and pictures without hidden data: FILE.clean.pdf beside FILE.pdf, which stays as it is.

    Taken out are properties such as author and title, comments, form fields, signatures, scripts, other files within
    it, earlier versions, and what cameras write. What stands on the pages stays: names in it are NOT made unreadable.

    \b
    Exit codes:  0  every file has a clean copy
                 1  one could not be cleaned, or holds what must not be published
                 2  a file cannot be read or written, or the copy would overwrite one
    """  # noqa: D301 click keeps the lines below its mark as they are
    failed, made, words = False, False, read_words(messages)
    for file in files:
        with plain_failures("the file is as it was"):
            copy = file if in_place else file.with_name(f"{file.stem}.clean{file.suffix}")
            if not in_place and copy.exists():
                raise FileExistsError(17, "a file of this name is there already", str(copy))
            cleaned = clean(_read(file), file.name)
            if cleaned.copy is not None:
                _write(copy, cleaned.copy, replace=in_place)
        for line in _report(file, copy, cleaned):
            tell(line, words)
        made = made or cleaned.copy is not None
        failed = failed or cleaned.copy is None or any(one.severity == "error" for one in cleaned.left)
    if made:
        tell(say("Names on the pages stay as they are: this does not anonymise a text."), words)
    if failed:
        raise SystemExit(CONTENT_ERROR)


def _read(file: Path) -> bytes:
    """Return a file, and of a huge one no more than shows that it is too large."""
    with file.open("rb") as opened:
        return opened.read(MAX_BYTES + 1)


def _write(target: Path, content: bytes, *, replace: bool) -> None:
    """Write a new file, or put a written one in the place of an old one in one step, so that neither is ever lost."""
    if not replace:
        with target.open("xb") as new:
            new.write(content)
        return
    with NamedTemporaryFile(dir=target.parent, prefix=".clean-", delete=False) as written:
        written.write(content)
        written.flush()
        os.fsync(written.fileno())
    try:
        Path(written.name).chmod(target.stat().st_mode)
        Path(written.name).replace(target)
    finally:
        Path(written.name).unlink(missing_ok=True)


def _report(file: Path, copy: Path, cleaned: Cleaned) -> Iterator[Message]:
    """Yield what was taken out, by kind, and what still stands against the copy; never what it said."""
    if cleaned.copy is None:
        yield say("{file}: no clean copy could be made.", file=file)
    elif not cleaned.removed:
        yield say("{file}: written; nothing hidden was found.", file=copy)
    else:
        yield say("{file}: written.", file=copy)
    for objection in cleaned.removed:
        yield joined("    ", say("taken out: {what}", what=objection.kinds or objection.message))
    for objection in cleaned.left:
        yield joined(f"    {objection.severity}[{objection.code}] ", objection.message)
        yield joined("        ", say("help"), ": ", with_values(objection.help, file=file))
