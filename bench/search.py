"""How long the first ten results take, how much they load and how long they block the page: python -m bench.search.

Beside it stands MiniSearch on the same texts. Engines, transports and queries take turns within one run, so that
whatever else the machine does meets all of them alike; every figure is a median. What is built and how a search is
measured is told in search_corpus and search_pages. The server is this machine's own: no network slows anything down.
"""

from __future__ import annotations

import json
import math
import os
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, get_args

import click
from playwright.sync_api import Browser

from bench.search_corpus import Building, Query, Text, build_library, choose_queries, languages_of, texts_of
from bench.search_firefox import search_in_firefox
from bench.search_minisearch import build_minisearch
from bench.search_pages import Place, Run, ask_once, names_without_search, placed, search_once
from bench.search_table import CHROMIUM, FIREFOX, LIBRARY, OTHER, Row, table, verdicts
from tests.e2e.browsers import chromium

SIZES = (1000, 10_000)
ROUNDS = 5
TRANSPORTS = ("http", "file")


@dataclass(frozen=True)
class Target:
    """A search page to measure: whose it is, where it lies, and what it loads without a query."""

    engine: str
    language: str
    place: Place
    page: str
    apart: frozenset[str]


def measure(
    size: int, folder: Path, rounds: int, build: Building = "all", *, compare: bool = True, firefox: bool = False
) -> list[Row]:
    """Build one library in a folder, search it in every way, and return a row for each."""
    _say(f"{size} texts: building the library")
    site = build_library(folder / "library", size, build)
    texts = list(texts_of(size))
    folders = {LIBRARY: site}
    if compare and _has_minisearch(folder / "minisearch", texts, build):
        folders[OTHER] = folder / "minisearch"
    runs: defaultdict[tuple[str, ...], list[Run]] = defaultdict(list)
    asked: defaultdict[tuple[str, ...], list[float]] = defaultdict(list)
    with ExitStack() as stack:
        browser = stack.enter_context(chromium())
        places = [(name, stack.enter_context(placed(folders[name], way))) for name in folders for way in TRANSPORTS]
        targets = list(_targets(browser, places, languages_of(site)))
        for number, query in product(range(rounds), choose_queries(texts)):
            _say(f"{size} texts: round {number + 1} of {rounds}, {query.name}")
            for target, name in product(targets, (CHROMIUM, FIREFOX) if firefox else (CHROMIUM,)):
                key = (name, target.language, target.place.transport, query.name, target.engine)
                runs[key].append(_search(browser if name == CHROMIUM else None, target, query))
                if name == CHROMIUM and target.engine == LIBRARY:
                    asked[key].append(
                        ask_once(browser, target.place, target.page, query.address, results=query.results)
                    )
    return [_row(size, key, found, asked[key]) for key, found in runs.items()]


def _has_minisearch(folder: Path, texts: list[Text], build: Building) -> bool:
    """Build MiniSearch, or take what an earlier run left; say why where there is none."""
    if build != "all" and (folder / "index.js").is_file():
        return True
    _say(f"{len(texts)} texts: building the index of MiniSearch")
    lacking = build_minisearch(folder, texts)
    if lacking:
        _say(f"no comparison with MiniSearch: {lacking}")
    return lacking is None


def _targets(browser: Browser, places: list[tuple[str, Place]], languages: list[str]) -> Iterator[Target]:
    for (engine, place), language in product(places, languages):
        page = f"{language}/search.html" if engine == LIBRARY else "search.html"
        yield Target(engine, language, place, page, names_without_search(browser, place, page))


def _search(browser: Browser | None, target: Target, query: Query) -> Run:
    place, page = target.place, target.page
    if browser is None:
        return search_in_firefox(place, page, query.address, results=query.results)
    return search_once(browser, place, page, query.address, results=query.results, apart=target.apart)


def _row(size: int, key: tuple[str, ...], runs: list[Run], asked: list[float]) -> Row:
    browser, language, transport, query, engine = key
    seconds = [run.seconds for run in runs]
    answered = [run for run in runs if run.seconds < math.inf] or runs
    return Row(
        size, browser, language, transport, query, engine,
        median(seconds), min(seconds), max(seconds),
        asked=median(asked) if asked else None,
        size=int(median(run.size for run in answered)),
        later=int(median(run.later for run in answered)),
        files=int(median(len(run.files) for run in answered)),
        work=median(run.work for run in runs),
        late=median(run.late for run in runs),
        task=max(run.task for run in runs),
        names=answered[-1].files,
    )  # fmt: skip


@click.command()
@click.argument("sizes", nargs=-1, type=click.IntRange(min=1))
@click.option("--rounds", default=ROUNDS, show_default=True, help="How often each search is made.")
@click.option("--folder", type=click.Path(path_type=Path), help="Keep the libraries in this folder.")
@click.option(
    "--build",
    type=click.Choice(get_args(Building)),
    default="all",
    show_default=True,
    help="What to make anew in the folder: the libraries, only their scripts and index, or nothing.",
)
@click.option("--alone", is_flag=True, help="Without MiniSearch.")
@click.option("--firefox", is_flag=True, help="In Firefox too: seconds only, a new Firefox for each search.")
@click.option("--json", "report", type=click.Path(path_type=Path), help="Write all figures into this file.")
def main(
    sizes: tuple[int, ...],
    rounds: int,
    folder: Path | None,
    build: Building,
    alone: bool,
    firefox: bool,
    report: Path | None,
) -> None:
    """Measure the search of libraries with so many texts (default: 1000 and 10000) and print one table."""
    shares = [_share()]
    rows: list[Row] = []
    with TemporaryDirectory(prefix="bench-") as temporary:
        for size in sizes or SIZES:
            place = (folder or Path(temporary)).resolve() / str(size)
            rows += measure(size, place, rounds, build, compare=not alone, firefox=firefox)
            shares.append(_share())
    click.echo("\n".join([*table(rows), *verdicts(rows), _machine(shares)]))
    if report:
        report.write_text(json.dumps([_plain(row) for row in rows], indent=1) + "\n", encoding="utf-8")


def _share() -> float:
    """Return which part of a processor this machine has left for a program that never waits."""
    began, used = time.perf_counter(), time.process_time()
    while time.perf_counter() < began + 0.5:
        pass
    return (time.process_time() - used) / (time.perf_counter() - began)


def _machine(shares: list[float]) -> str:
    """Say how far the figures may be trusted."""
    parts = ", ".join(f"{share:.0%}" for share in shares)
    return (
        "work: seconds of processor time; task, late: milliseconds that the page was blocked.\n"
        f"A program that never waits got {parts} of one of the {os.cpu_count()} processors,\n"
        f"before and after each library; load now {os.getloadavg()[0]:.1f}. "
        "Much below 100%, the seconds tell of other programs too."
    )


def _plain(row: Row) -> dict[str, Any]:
    """Return a row for JSON, which knows no infinite and no missing numbers."""
    unknown = (isinstance(value, float) and not math.isfinite(value) for value in asdict(row).values())
    return {name: None if lacks else value for (name, value), lacks in zip(asdict(row).items(), unknown, strict=True)}


def _say(text: str) -> None:
    click.echo(text, err=True)


if __name__ == "__main__":
    main()
