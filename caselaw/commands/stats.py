"""``build.py stats``: the tables of what courts decide, in the terminal and as CSV files, for a report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path
from shutil import get_terminal_size

import click

from caselaw.commands.options import messages_option, shared_options
from caselaw.commands.output import CONTENT_ERROR, Refused, errors, number, plain_failures, print_problems, shown, tell
from caselaw.commands.stats_text import table_text, wrapped
from caselaw.exports.statistics import table_lines
from caselaw.exports.table import csv_text
from caselaw.message_words import read_words
from caselaw.messages import say
from caselaw.pages.context import Context, Library
from caselaw.pages.statistics import THEMES
from caselaw.pages.statistics.base import NAMES
from caselaw.pages.statistics_parts import FigureTable, StatisticsPage
from caselaw.pipeline import Request, read_library
from caselaw.problems import Problems


@click.command()
@click.option(
    "--theme", "themes", multiple=True, metavar="NAME",
    help=f"Take only this theme; may be given several times. The themes are {', '.join(NAMES)}.",
)  # fmt: skip
@click.option(
    "--csv", "folder", type=click.Path(file_okay=False, path_type=Path), default=None, metavar="FOLDER",
    help="Write each table too, as a file such as sentences-en.csv; into an empty folder, or that of an earlier run.",
)  # fmt: skip
@messages_option
@shared_options
def stats(
    config: Path,
    languages: tuple[str, ...],
    day: str,
    quiet: bool,
    messages: str,
    themes: tuple[str, ...],
    folder: Path | None,
) -> None:
    """Print the tables of the statistics pages, each row with its paragraphs; nothing is built.

    They are in the site's default language, or in those that --language names. This is a collection, not statistics:
    quote no number without saying what is counted and how many there are.

    \b
    Exit codes:  0  done
                 1  the content has errors
                 2  wrong use, or a folder that cannot be written
    """  # noqa: D301 click keeps the lines below its mark as they are
    chosen = tuple(map(_known_theme, themes)) or NAMES
    library = _read(Request(config.absolute(), day, languages), quiet, messages)
    contexts = [Context(library, locale) for locale in (library.locales if languages else (library.default_locale,))]
    written = 0
    if folder is not None:
        with plain_failures("some files may be written, some not"):
            written = _write(folder, contexts, chosen)
    if quiet:
        return
    width = get_terminal_size().columns
    for context in contexts:
        for line in _lines(context, chosen, width):
            click.echo(line)
    if folder is not None:
        click.echo(f"Wrote {number(written, 'file')} into {shown(folder.absolute())}")


def _known_theme(name: str) -> str:
    wanted = name.strip().lower()
    if wanted in THEMES:
        return wanted
    near = get_close_matches(wanted, NAMES, n=1, cutoff=0.5)
    hint = f"did you mean {near[0]}?" if near else f"the themes are {', '.join(NAMES)}"
    raise Refused(f'there is no theme "{name}"; {hint}')


def _read(request: Request, quiet: bool, messages: str) -> Library:
    """Return the library; content that cannot be read ends the command."""
    problems, words = Problems(), read_words(messages)
    with plain_failures():
        library = read_library(request, problems)
    print_problems((problem for problem in problems if library is None), quiet, words)
    if library is None:
        tell(say("{errors}; there are no tables before they are cured.", errors=errors(problems)), words, err=True)
        raise SystemExit(CONTENT_ERROR)
    return library


def _lines(context: Context, themes: Iterable[str], width: int) -> Iterator[str]:
    yield from wrapped(context.locale.text("statistics.not_statistics"), width)
    for theme in themes:
        page = THEMES[theme](context)
        yield from ("", "", page.heading.upper())
        for section in page.sections:
            yield from ("", section.heading)
            for note in (section.basis, *section.caveats):
                yield from wrapped(note, width)
            for table in section.tables:
                yield from ("", *table_text(table, context.locale, width))


def _tables(context: Context, themes: Iterable[str]) -> Iterator[FigureTable]:
    pages: Iterator[StatisticsPage] = (THEMES[theme](context) for theme in themes)
    return (table for page in pages for section in page.sections for table in section.tables)


def _write(folder: Path, contexts: Sequence[Context], themes: Iterable[str]) -> int:
    """Write the tables and return how many; a folder with files of another origin is refused."""
    files = {
        f"{table.name}-{context.language}.csv": csv_text(table_lines(table, context.locale))
        for context in contexts
        for table in _tables(context, themes)
    }
    folder.mkdir(parents=True, exist_ok=True)
    _refuse_foreign(folder, contexts)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")
    return len(files)


def _refuse_foreign(folder: Path, contexts: Sequence[Context]) -> None:
    library = contexts[0].library
    every = {
        f"{table.name}-{locale.key}.csv"
        for table in _tables(contexts[0], NAMES)
        for locale in library.site_locales or library.locales
    }
    foreign = sorted(path.name for path in folder.iterdir() if path.name not in every)
    if foreign:
        raise Refused(
            f"{shown(folder.absolute())} holds other files ({foreign[0]}); choose an empty folder; nothing was written"
        )
