"""A chart of sentences on a scale of years: where each mark and each statutory range is drawn.

Positions across are in per cent, so that a phone draws the same chart with letters of the same size.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caselaw.pages.context import Context
from caselaw.pages.parts import Label
from caselaw.pages.statistics_parts import Lane, Mark, ScaleChart
from caselaw.statistics.sentences import LIFE, Range

_MARGIN = 3.0  # per cent at either end, so that no mark is cut
_STEP = 24  # pixels from one mark to the next above it: what a finger can hit
_ROOF, _AXIS = 14, 26  # pixels above the highest mark, and below the lowest for the scale


@dataclass(frozen=True)
class Point:
    """One sentence to be drawn."""

    months: int
    kind: str
    suspended: bool
    href: str
    text: str
    tags: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Track:
    """The sentences of one lane, and the range that they are compared with."""

    name: Label
    range_text: Label
    range: Range | None
    points: tuple[Point, ...]


@dataclass(frozen=True)
class _Scale:
    """A scale from nothing to ``years``, and behind it a place for life where ``with_life``."""

    years: int
    with_life: bool

    def at(self, months: int) -> float:
        """Return where a term lies, in per cent."""
        whole = 100 - 2 * _MARGIN
        used = whole * 0.9 if self.with_life else whole
        if months == LIFE:
            return _MARGIN + whole
        return _MARGIN + used * min(months / (12 * self.years), 1)


def draw_scale(context: Context, title: str, description: str, tracks: Sequence[Track]) -> ScaleChart:
    """Return the chart of the tracks, all on one scale."""
    terms = [point.months for track in tracks for point in track.points]
    ends = [end for track in tracks if track.range for end in (track.range.minimum, track.range.maximum) if end]
    longest = max((months for months in [*terms, *ends] if months != LIFE), default=12)
    scale = _Scale(-(-longest // 60) * 5, LIFE in terms)  # whole steps of five years
    shown = {point.kind for track in tracks for point in track.points}
    order = ("below", "within", "above", "no_range", "unverified")
    return ScaleChart(
        title=title,
        description=description,
        ticks=tuple(_ticks(context, scale)),
        lanes=tuple(_lane(track, scale) for track in tracks),
        legend=tuple(
            (_shape(kind), context.locale.text(f"statistics.sentences.kinds.{kind}")) for kind in order if kind in shown
        ),
    )


def _ticks(context: Context, scale: _Scale) -> Iterable[tuple[str, str]]:
    step = 5 if scale.years > 10 else 1 if scale.years <= 5 else 2
    for years in range(0, scale.years + 1, step):
        yield _percent(scale.at(12 * years)), context.locale.number(years)
    if scale.with_life:
        yield _percent(scale.at(LIFE)), context.locale.text("statistics.sentences.life")


def _lane(track: Track, scale: _Scale) -> Lane:
    above: Counter[int] = Counter()
    highest = max(Counter(point.months for point in track.points).values(), default=1)
    floor = _ROOF + (highest - 1) * _STEP
    marks = []
    for point in track.points:
        marks.append(
            Mark(
                x=_percent(scale.at(point.months)),
                y=floor - above[point.months] * _STEP,
                kind=_shape(point.kind),
                suspended=point.suspended,
                href=point.href,
                text=point.text,
                tags=point.tags,
            )
        )
        above[point.months] += 1
    start = end = None
    if track.range and (track.range.minimum or track.range.maximum):
        start = scale.at(track.range.minimum or 0)
        end = scale.at(track.range.maximum if track.range.maximum is not None else 12 * scale.years)
    return Lane(
        name=track.name,
        range_text=track.range_text,
        height=floor + _AXIS,
        start=None if start is None else _percent(start),
        width=None if start is None or end is None else _percent(end - start),
        marks=tuple(marks),
    )


def _shape(kind: str) -> str:
    """Return how style sheets name a kind of mark."""
    return kind.replace("_", "-")


def _percent(value: float) -> str:
    return f"{value:.2f}%"
