"""What the measurements of the search say: one table, and the goals with met or not met."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from math import inf, isnan

LIBRARY, OTHER = "library", "MiniSearch"
CHROMIUM, FIREFOX = "Chromium", "Firefox"
GOALS_AT = 10_000  # texts
WIDTH = 60  # of the figures of one engine
MOST_COMMON, SELECTIVE = "most common word", "selective word"


@dataclass(frozen=True)
class Row:
    """The medians of one query; sizes in bytes, ``work`` in seconds of processor time, ``late`` in milliseconds.

    ``seconds`` begin with opening the page, ``asked`` with sending the query from the open page. ``size`` and ``files``
    go up to the first results, ``later`` is what came after them. ``task`` is the longest task of all rounds in
    milliseconds, for the page must never be blocked.
    """

    texts: int
    browser: str
    language: str
    transport: str
    query: str
    engine: str
    seconds: float
    fastest: float
    slowest: float
    asked: float | None
    size: int
    later: int
    files: int
    work: float
    late: float
    task: float
    names: dict[str, int]


@dataclass(frozen=True)
class Goal:
    """A limit for a figure of the library, for one query or for all."""

    text: str
    figure: Callable[[Row], float]
    limit: float
    query: str = ""


GOALS = (
    Goal("kB for the most common word", lambda row: row.size / 1000 if row.size else inf, 900, MOST_COMMON),
    Goal("s for the most common word, from opening the page", lambda row: row.seconds, 2.5, MOST_COMMON),
    Goal("s for the most common word, from sending it", lambda row: row.asked or inf, 2.5, MOST_COMMON),
    Goal("s for a selective word, from opening the page", lambda row: row.seconds, 0.8, SELECTIVE),
    Goal("s for a selective word, from sending it", lambda row: row.asked or inf, 0.8, SELECTIVE),
    Goal("ms for the longest task of the page, any query", lambda row: row.task, 100),
)


def table(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the lines: a block for each size, browser and language, a line for each transport and query."""
    ordered = sorted(rows, key=_block_of)
    for (texts, browser, language), group in groupby(ordered, key=_block_of):
        cells = {(row.transport, row.query, row.engine): row for row in group}
        columns = "     s   (from–to) asked  work     kB  +kB files  task  late"
        name = f"{texts:,} texts, {language}, {browser}"
        yield f"{name:24} | {LIBRARY + ' ':-<{WIDTH}} | {OTHER + ' ':-<{WIDTH}} | {LIBRARY} : {OTHER}"
        yield f"{'':24} | {columns} | {columns} | {'s':>6} {'work':>6} {'kB':>6}"
        for transport, query in dict.fromkeys((row[0], row[1]) for row in cells):
            own, other = cells[transport, query, LIBRARY], cells.get((transport, query, OTHER))
            yield f"{transport:4}  {query:18} | {_cells(own)} | {_cells(other)} | {_ratios(own, other)}".rstrip()
        yield ""


def _block_of(row: Row) -> tuple[int, str, str]:
    return row.texts, row.browser, row.language


def _cells(row: Row | None) -> str:
    if row is None:
        return f"{'–':>{WIDTH}}"
    spread = f"{row.fastest:.2f}–{row.slowest:.2f}"
    seconds = f"{row.seconds:6.2f} {spread:>11}"
    if row.browser != CHROMIUM:
        return f"{seconds} {'–':>{WIDTH - len(seconds) - 1}}"
    task = f"{row.task:.0f}" if row.task else "<50"
    asked = "–" if row.asked is None else f"{row.asked:.2f}"
    sizes = f"{row.size / 1000:6.0f} {row.later / 1000:4.0f}"
    return f"{seconds} {asked:>5} {row.work:5.2f} {sizes} {row.files:5} {task:>5} {row.late:5.0f}"


def _ratios(own: Row, other: Row | None) -> str:
    if other is None:
        return ""
    pairs = ((own.seconds, other.seconds), (own.work, other.work), (own.size, other.size))
    return " ".join(f"{one / two:6.2f}" if two and not isnan(two) else f"{'–':>6}" for one, two in pairs)


def verdicts(rows: Iterable[Row]) -> Iterator[str]:
    """Yield a line for each goal and size: the worst figure of the library in Chromium, and whether the goal is met."""
    own = [row for row in rows if row.engine == LIBRARY and row.browser == CHROMIUM]
    for texts in sorted({row.texts for row in own}):
        yield f"goals at {texts:,} texts" + ("" if texts == GOALS_AT else f" (they are set for {GOALS_AT:,})")
        for goal in GOALS:
            concerned = [row for row in own if row.texts == texts and goal.query in ("", row.query)]
            worst = max(concerned, key=goal.figure)
            value = goal.figure(worst)
            met = "met" if value <= goal.limit else "NOT MET"
            where = f"{worst.transport}, {worst.query}, {worst.language}"
            yield f"  {met:8} {value:7.2f} of {goal.limit:g} {goal.text} (worst: {where})"
        yield ""
