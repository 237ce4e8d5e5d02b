"""Sentences against the law: for each offence and code every sentence on a scale, beside its verified range."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from caselaw import urls
from caselaw.pages.case_tables import defendant_label, sentence_parts
from caselaw.pages.context import Context
from caselaw.pages.parts import Label, Phrase
from caselaw.pages.statistics.base import (
    choices,
    decision_cells,
    excluded,
    figure_table,
    left_out,
    paragraph_links,
    theme_page,
)
from caselaw.pages.statistics.scale import Point, Track, draw_scale
from caselaw.pages.statistics_parts import FigureRow, FigureSection, Filter, StatisticsPage
from caselaw.statistics.counting import Excluded, count_charges, is_domestic
from caselaw.statistics.sentences import LIFE, Position, Range, SentenceMark, convicted_of, mark_sentences
from caselaw.values import Duration

_COLUMNS = ("case", "court", "date", "defendant", "convicted_of", "sentence", "range", "position", "finality")
_RESULT_COLUMNS = ("offence", "law", "counted", "below", "within", "above", "no_range", "suspended", "excluded_all")
_DRAWN = (None, Excluded.UNVERIFIED)  # what was quashed or changed is not drawn a second time


@dataclass(frozen=True)
class _Group:
    """The sentences for one offence under one law; None where it is not known."""

    offence: str | None
    law: str | None
    marks: tuple[SentenceMark, ...]


def page(context: Context) -> StatisticsPage:
    """Return the page: courts of Kosovo* with their chart, then courts elsewhere, whose law is not compared."""
    library = context.library
    marks = mark_sentences(count_charges(library.proceedings), context.vocabulary)
    here = tuple(mark for mark in marks if is_domestic(library.proceedings, mark.counted.case))
    elsewhere = tuple(mark for mark in marks if mark not in here)
    sections = [_section(context, "kosovo", "sentences", "sentence_results", here)]
    if elsewhere:
        sections.append(_section(context, "elsewhere", "sentences_elsewhere", "sentence_results_elsewhere", elsewhere))
    return theme_page(context, "sentences", sections, tuple(_filters(context, here)))


def _section(context: Context, name: str, table: str, results: str, marks: Sequence[SentenceMark]) -> FigureSection:
    locale, key, groups = context.locale, f"statistics.sentences.{name}", _groups(context, marks)
    counted = sum(mark.counted.is_counted for mark in marks)
    return FigureSection(
        id=name,
        heading=locale.text(f"{key}.heading"),
        lead=locale.text(f"{key}.lead"),
        basis=" ".join((locale.count("statistics.sentences.basis", counted), *left_out(context, _counted(marks)))),
        caveats=(
            locale.text("statistics.sentences.forms"),
            locale.text("statistics.sentences.shared"),
            locale.text("statistics.sentences.finality"),
        ),
        chart=draw_scale(
            context,
            locale.text(f"{key}.chart"),
            locale.text("statistics.sentences.described", n=locale.number(sum(map(_is_drawn, marks)))),
            [track for group in groups if (track := _track(context, group)).points],
        )
        if any(map(_is_drawn, marks))
        else None,
        tables=(
            figure_table(context, results, _RESULT_COLUMNS, (_result_row(context, group) for group in groups)),
            figure_table(context, table, _COLUMNS, (_row(context, mark) for mark in marks)),
        ),
    )


def _counted(marks: Iterable[SentenceMark]) -> list[Excluded]:
    return [mark.counted.excluded for mark in marks if mark.counted.excluded]


def _is_drawn(mark: SentenceMark) -> bool:
    return mark.counted.excluded in _DRAWN


def _groups(context: Context, marks: Sequence[SentenceMark]) -> tuple[_Group, ...]:
    """Return the sentences by offence and law, in the order of the closed lists, what is not known last."""
    offences = [*context.vocabulary.lists["offences"], None]
    laws = [*(law.id for law in context.vocabulary.all_laws()), None]  # conventions too
    found = sorted(
        {(mark.offence, mark.law) for mark in marks}, key=lambda key: (offences.index(key[0]), laws.index(key[1]))
    )
    return tuple(
        _Group(offence, law, tuple(mark for mark in marks if (mark.offence, mark.law) == (offence, law)))
        for offence, law in found
    )


def _offence(context: Context, offence: str | None) -> Label:
    return (
        context.label("offences", offence)
        if offence
        else Label(context.locale.text("statistics.sentences.offence_unknown"))
    )


def _law(context: Context, key: str | None) -> Label:
    law = context.vocabulary.law(key) if key else None
    return (
        context.wording(*law.short(context.language))
        if law
        else Label(context.locale.text("statistics.sentences.law_unknown"))
    )


def _track(context: Context, group: _Group) -> Track:
    ranges = [mark.range for mark in group.marks if mark.range]
    range_ = ranges[0] if len({one.article for one in ranges}) == 1 else None
    return Track(
        name=context.compose(
            "statistics.sentences.lane", offence=_offence(context, group.offence), law=_law(context, group.law)
        ),
        range_text=_range(context, range_),
        range=range_,
        points=tuple(
            _point(context, mark) for mark in sorted(group.marks, key=lambda one: one.months) if _is_drawn(mark)
        ),
    )


def _point(context: Context, mark: SentenceMark) -> Point:
    case, charge = mark.counted.case, mark.counted.charge
    paragraph = charge.paragraphs[0] if charge.paragraphs else None
    kind = _kind(mark)
    # Without names: a drawing cannot say in which language a part of its text is. The table has them.
    suspended = [context.locale.text("sentence.suspended")] if mark.suspended else []
    text = context.locale.text(
        "statistics.sentences.mark",
        sentence=", ".join([context.duration(mark.term), *suspended]),
        date=context.date(case.record.decided).text,
        position=context.locale.text(f"statistics.sentences.kinds.{kind}"),
    )
    return Point(
        mark.months, kind, mark.suspended, urls.case(context.language, case.id, paragraph), text, _tags(context, mark)
    )


def _kind(mark: SentenceMark) -> str:
    """Return how a mark lies to the range; what is not counted is compared with nothing."""
    return mark.position.value if mark.counted.is_counted else Excluded.UNVERIFIED.value


def _compared(context: Context, mark: SentenceMark) -> Label:
    """Return how a sentence lies to the range, nothing where a reason is given why it is not counted."""
    return Label(context.locale.text(f"statistics.sentences.kinds.{_kind(mark)}") if _is_drawn(mark) else "")


def _sentence(context: Context, mark: SentenceMark) -> Iterator[Label]:
    if mark.counted.charge.sentence:
        yield from sentence_parts(context, mark.counted.case, mark.counted.charge.sentence)


def _tags(context: Context, mark: SentenceMark) -> tuple[tuple[str, str], ...]:
    record = mark.counted.case.record
    return (
        ("court", record.court),
        ("year", str(record.decided.year)),
        ("instance", context.vocabulary.court(record.court).level),
        ("offence", mark.offence or "unknown"),
        ("finality", mark.counted.finality.value),
    )


def _filters(context: Context, marks: Sequence[SentenceMark]) -> Iterator[Filter]:
    """Yield the filters that have more than one choice among the sentences."""
    names: dict[str, Callable[[str], Label]] = {
        "court": lambda key: context.label("courts", key),
        "year": Label,
        "instance": lambda key: context.label("court-levels", key),
        "offence": lambda key: _offence(context, None if key == "unknown" else key),
        "finality": lambda key: Label(context.locale.text(f"statistics.finality.{key}")),
    }
    yield from choices(context, [_tags(context, mark) for mark in marks], names)


def _range(context: Context, range_: Range | None) -> Label:
    """Return a range in words: “2 to 12 years”, “at least 7 years”, or that none was verified."""
    locale = context.locale
    if range_ is None:
        return Label(locale.text("statistics.sentences.range.none"))
    minimum, maximum = (
        None if months is None else _months(context, months) for months in (range_.minimum, range_.maximum)
    )
    if minimum and maximum:
        return Label(locale.text("statistics.sentences.range.both", minimum=minimum, maximum=maximum))
    if minimum:
        return Label(locale.text("statistics.sentences.range.minimum", minimum=minimum))
    return Label(locale.text("statistics.sentences.range.maximum", maximum=maximum or ""))


def _months(context: Context, months: int) -> str:
    return context.duration(Duration(life=True) if months == LIFE else Duration(months // 12, months % 12))


def _result_row(context: Context, group: _Group) -> FigureRow:
    counted = [mark for mark in group.marks if mark.counted.is_counted]
    positions = Counter(mark.position for mark in counted)
    numbers = (
        len(counted),
        *(positions[position] for position in Position),
        sum(mark.suspended for mark in counted),
        len(group.marks) - len(counted),
    )
    cells = (_offence(context, group.offence), _law(context, group.law))
    return FigureRow((*cells, *(Label(context.locale.number(number)) for number in numbers)))


def _row(context: Context, mark: SentenceMark) -> FigureRow:
    case, charge, counted = mark.counted.case, mark.counted.charge, mark.counted
    sentence = [piece for part in _sentence(context, mark) for piece in (Label(", "), part)][1:]
    return FigureRow(
        cells=(
            *decision_cells(context, case),
            defendant_label(context, case, charge.defendant),
            context.linked_charge(convicted_of(charge)),
            Phrase(tuple(sentence)),
            _range(context, mark.range),
            _compared(context, mark),
            Label(context.locale.text(f"statistics.finality.{counted.finality.value}")),
        ),
        paragraphs=paragraph_links(context, case, charge.paragraphs),
        excluded=excluded(context, counted.excluded),
        tags=_tags(context, mark),
    )
