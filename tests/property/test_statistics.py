"""On 300 generated libraries: nobody is counted twice, nothing unverified is counted, and every sum adds up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from itertools import product
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from caselaw.catalogue import build_catalogue
from caselaw.citations import link_citations
from caselaw.fields import are_initials
from caselaw.problems import Problems
from caselaw.schema import HistoryStep
from caselaw.statistics.compensation import LedgerRow, count_ledger, ledger
from caselaw.statistics.counting import Counted, Excluded, Proceedings, count_charges, excluded_by_reason
from caselaw.statistics.durations import times
from caselaw.statistics.rights import ChildVictims, Measure, Plea, child_victims, count_measures, measures, pleas
from caselaw.statistics.sentences import Position, SentenceMark, mark_sentences
from caselaw.statistics.small_cells import LEAST, suppress_small
from caselaw.statistics.verdicts import Ending, Verdict, trafficking_verdicts
from caselaw.status import QUASHED, Statuses
from caselaw.values import PartialDate
from tests.sample_library import TODAY, make_case, sample_vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from caselaw.checks import Case

SEEDS = range(300)
CHARGED = ("code-2003/139", "code-2003/274", "code-2012/171", "trafficking", "smuggling", "unknown")
TERMS = ("1 year", "3 years", "3 years 6 months", "13 years", "40 years", "life")
LABELS = (("A.B.", "C.D.", "E.F.", "G.H."), ("first accused", "defendant 1", "nine defendants"))
FINDINGS = ("convicted", "convicted", "convicted", "reclassified", "acquitted", "remitted", "quashed", "unknown")
OUTCOMES = ("conviction", "upheld", "upheld", "modified", "quashed", "not-upheld")
PATHS = (
    *("charges", "charges.1", "charges.2.sentence", "compensation.1", "compensation.1.awarded", "protection"),
    *("non_punishment", "victims", "victims.children", "outcome", "history.1", "p1", "dates.final", "decided"),
)
# Read once as files are read; the generated cases take their charges, claims and so on from here.
BASE = make_case(
    "base",
    court="bc-north",
    charges=[
        {
            "defendant": "A.B.",
            "charged": charged,
            "finding": "convicted",
            **({"sentence": {"imprisonment": term}} if term else {}),
        }
        for charged, term in product(CHARGED, (None, *TERMS))
    ],
    compensation=[
        {"to": "victims", "awarded": "200 EUR", "paragraphs": [1]},
        {"to": "victims", "awarded": "0 EUR"},
        {"to": "victims", "awarded": "9 EUR", "proceedings": "civil", "paid": "9 EUR"},
        {"to": "victims", "awarded": "unknown", "referred_to_civil": "yes"},
        {"to": "victims", "awarded": "5 EUR", "head": "costs"},
    ],
    protection=[{"measure": "anonymous-witness", "result": result} for result in ("granted", "refused")],
    non_punishment={"raised_by": "defence", "result": "refused"},
    victims={"adults": 4, "children": 5},
    dates={"indictment": "1999-01-01", "final": "2025-01-01"},
)


@dataclass(frozen=True)
class Generated:
    """Cases, and of each the trial from which its line of appeals and retrials begins."""

    cases: tuple[Case, ...]
    trial: dict[str, str]
    earlier: dict[str, str]


@dataclass(frozen=True)
class Figures:
    """All that is counted of one library."""

    library: Generated
    proceedings: Proceedings
    charges: tuple[Counted, ...]
    marks: tuple[SentenceMark, ...]
    verdicts: tuple[Verdict, ...]
    claims: tuple[LedgerRow, ...]
    pleas: tuple[Plea, ...]
    measures: tuple[Measure, ...]
    children: ChildVictims


def generate(seed: int) -> Generated:
    random = Random(seed)
    cases: list[Case] = []
    trial: dict[str, str] = {}
    earlier: dict[str, str] = {}
    for place in range(random.randint(5, 25)):
        case_id, fields = f"case-{place:02}", _fields(random, place)
        if cases and random.random() < 0.7:
            before = random.choice(cases).id
            earlier[case_id] = before
            relation = random.choice(("appeal-of", "appeal-of", "retrial-of"))
            steps = [HistoryStep(relation=relation, case=before)]
            if before in earlier and random.random() < 0.3:  # a remedy against both decisions below
                steps.append(HistoryStep(relation="appeal-of", case=earlier[before]))
            fields["history"] = tuple(steps)
        elif cases and random.random() < 0.5:
            fields["history"] = (
                HistoryStep(relation=random.choice(("joined", "related")), case=random.choice(cases).id),
            )
        trial[case_id] = trial[earlier[case_id]] if case_id in earlier else case_id
        cases.append(replace(BASE, id=case_id, path=f"{case_id}.md", record=BASE.record.model_copy(update=fields)))
    return Generated(tuple(cases), trial, earlier)


def _fields(random: Random, place: int) -> dict[str, Any]:
    record = BASE.record
    return {
        "title": f"Case {place}",
        "court": random.choice(("bc-north", "ca", "sc", "hrc")),
        "decided": PartialDate(2000 + place, 1, 1),
        "outcome": random.choice(OUTCOMES),
        "charges": _charges(random),
        "compensation": tuple(random.sample(record.compensation, random.randint(0, 3))),
        "protection": record.protection if random.random() < 0.3 else (),
        "non_punishment": record.non_punishment if random.random() < 0.3 else None,
        "victims": _victims(random),
        "dates": record.dates if random.random() < 0.5 else None,
        "unverified": tuple(random.sample(PATHS, random.choice((0, 0, 0, 1, 2)))),
    }


def _charges(random: Random) -> tuple[Any, ...]:
    """Return charges, none twice for one defendant; sometimes one sentence for all of a defendant's."""
    labels = LABELS[random.random() < 0.25]
    found = []
    for defendant in random.sample(labels, random.randint(0, len(labels))):
        of_charge = {charge.charged: charge for charge in random.sample(BASE.record.charges, len(BASE.record.charges))}
        chosen = random.sample(list(of_charge.values()), random.randint(1, 3))
        shared = chosen[0].sentence if random.random() < 0.5 else None
        for charge in chosen:
            finding = random.choice(FINDINGS)
            sentence = None if finding in ("acquitted", "quashed", "remitted") else shared or charge.sentence
            found.append(charge.model_copy(update={"defendant": defendant, "finding": finding, "sentence": sentence}))
    return tuple(found)


def _victims(random: Random) -> Any:
    numbers = {part: random.choice((None, 0, 1, 2, 5, 9)) for part in ("adults", "children")}
    victims = BASE.record.victims
    assert victims
    return victims.model_copy(update=numbers) if random.random() < 0.5 else None


def count(library: Generated, cases: Iterable[Case] | None = None) -> Figures:
    problems, vocabulary = Problems(), sample_vocabulary()
    found = tuple(cases or library.cases)
    catalogue = build_catalogue(found, frozenset(case.id for case in found), TODAY, problems)
    graph = link_citations(catalogue, vocabulary, problems, [])
    known = Proceedings(catalogue, graph, Statuses(catalogue, graph, vocabulary), vocabulary)
    charges = count_charges(known)
    return Figures(
        library,
        known,
        charges,
        mark_sentences(charges, vocabulary),
        trafficking_verdicts(charges, vocabulary),
        ledger(known),
        pleas(known),
        measures(known),
        child_victims(known),
    )


@pytest.fixture(scope="module")
def figures() -> list[Figures]:
    return [count(library) for library in map(generate, SEEDS)]


def is_listed(path: str, entries: Iterable[str]) -> bool:
    """Whether a path, a part of it or its group is among the entries, compared step by step."""
    steps = path.split(".")
    return any(all(a == b for a, b in zip(steps, entry.split("."), strict=False)) for entry in entries)


def test_no_defendant_is_counted_twice_along_a_chain_for_the_same_charge(figures: list[Figures]) -> None:
    seen = 0
    for one in figures:
        counted = Counter(
            (one.library.trial[found.case.id], found.charge.defendant, str(found.charge.charged))
            for found in one.charges
            if found.is_counted and are_initials(found.charge.defendant)
        )
        assert {key: number for key, number in counted.items() if number > 1} == {}
        seen += len(counted)
    assert seen > 1000


def test_labels_that_may_be_the_same_person_are_counted_in_one_decision_of_a_chain(figures: list[Figures]) -> None:
    for one in figures:
        by_trial: dict[str, set[str]] = {}
        for found in one.charges:
            if found.is_counted and not are_initials(found.charge.defendant):
                by_trial.setdefault(one.library.trial[found.case.id], set()).add(found.case.id)
        assert [cases for cases in by_trial.values() if len(cases) > 1] == []


def test_no_sentence_of_a_defendant_is_counted_twice_in_a_decision(figures: list[Figures]) -> None:
    shared = 0
    for one in figures:
        counted = Counter(
            (mark.counted.case.id, mark.counted.charge.defendant, str(mark.counted.charge.sentence))
            for mark in one.marks
            if mark.counted.is_counted
        )
        assert set(counted.values()) <= {1}
        shared += sum(mark.counted.excluded is Excluded.SHARED for mark in one.marks)
    assert shared > 100


def test_nothing_unverified_is_counted(figures: list[Figures]) -> None:
    for one in figures:
        paths: list[tuple[Case, str, Iterable[int]]] = [
            *((row.case, f"charges.{row.number}", row.charge.paragraphs) for row in one.charges if row.is_counted),
            *((row.case, f"compensation.{row.number}", row.claim.paragraphs) for row in one.claims if row.counted),
            *((row.case, f"protection.{row.number}", row.measure.paragraphs) for row in one.measures if row.counted),
            *((row.case, "non_punishment", row.plea.paragraphs) for row in one.pleas if row.counted),
        ]
        for case, path, paragraphs in paths:
            unverified = case.record.unverified
            assert not is_listed(path, unverified), (case.id, path, unverified)
            assert not {f"p{number}" for number in paragraphs} & set(unverified), (case.id, path)
        for told in one.children.cases:
            assert not told.counted or not is_listed("victims.children", told.case.record.unverified)
        for stage in times(one.proceedings):
            assert all(not is_listed("decided", span.case.record.unverified) for span in stage.times)


def test_a_quashed_decision_counts_nowhere(figures: list[Figures]) -> None:
    quashed = 0
    for one in figures:
        gone = {case.id for case in one.proceedings.catalogue.cases if one.proceedings.status(case).effect == QUASHED}
        by_id = {case.id: case for case in one.library.cases}
        later = {
            (step.case, case.id) for case in by_id.values() for step in case.record.history if "-of" in step.relation
        }
        # By the plainest rule: a review that nobody reviewed said so.
        last = by_id.keys() - {before for before, _ in later}
        appeals = {
            (step.case, case.id)
            for case in by_id.values()
            for step in case.record.history
            if step.relation == "appeal-of"
        }
        plainly = {before for before, by in appeals if by in last and by_id[by].record.outcome == "quashed"}
        assert plainly <= gone
        counted = {
            *(row.case.id for row in one.charges if row.is_counted),
            *(row.case.id for row in one.claims if row.counted),
            *(row.case.id for row in one.pleas if row.counted),
            *(row.case.id for row in one.measures if row.counted),
            *(row.case.id for row in one.children.cases if row.counted),
        }
        assert not counted & gone
        quashed += len(gone)
    assert quashed > 300


def test_a_claim_a_plea_and_a_measure_count_in_one_decision_of_a_chain(figures: list[Figures]) -> None:
    for one in figures:
        told: dict[object, set[str]] = {}
        trial = one.library.trial
        for claim in one.claims:
            if claim.counted:
                told.setdefault(("claim", trial[claim.case.id], claim.proceedings), set()).add(claim.case.id)
        for plea in one.pleas:
            if plea.counted:
                told.setdefault(("plea", trial[plea.case.id]), set()).add(plea.case.id)
        for measure in one.measures:
            if measure.counted:
                key = ("measure", trial[measure.case.id], measure.measure.measure)
                told.setdefault(key, set()).add(measure.case.id)
        assert {key: cases for key, cases in told.items() if len(cases) > 1} == {}


def test_all_sums_add_up(figures: list[Figures]) -> None:
    for one in figures:
        assert sum(found.is_counted for found in one.charges) + sum(excluded_by_reason(one.charges).values()) == sum(
            len(case.record.charges) for case in one.library.cases
        )
        counted = [mark for mark in one.marks if mark.counted.is_counted]
        positions = Counter(mark.position for mark in counted)
        assert sum(positions[position] for position in Position) == len(counted)
        assert all((mark.range is None) == (mark.position is Position.NO_RANGE) for mark in one.marks)
        endings = Counter(verdict.ending for verdict in one.verdicts if verdict.counted.is_counted)
        assert sum(endings[ending] for ending in Ending) == sum(one.counted.is_counted for one in one.verdicts)
        harm = [row for row in one.claims if not row.is_costs]
        counts = count_ledger(one.claims)
        assert all(sum(row.results.values()) == row.claims >= row.paid for row in counts)
        assert sum(row.claims + row.excluded for row in counts) == len(harm)
        assert sum(row.claims for row in counts) == sum(row.counted for row in harm)
        assert sum(count_measures(one.measures).values()) == sum(row.counted for row in one.measures)
        for stage in times(one.proceedings):
            assert (stage.shortest or 0) <= (stage.median or 0) <= (stage.longest or 0)


def test_a_sentence_is_below_or_above_only_where_both_ends_say_so(figures: list[Figures]) -> None:
    """Of the sample laws one range alone is verified: 2 to 12 years for code-2003/139."""
    below, above = {"1 year"}, {"13 years", "40 years", "life"}
    wanted = {**dict.fromkeys(below, Position.BELOW), **dict.fromkeys(above, Position.ABOVE)}
    for mark in (mark for one in figures for mark in one.marks):
        charge = mark.counted.charge
        known = str(charge.charged) == "code-2003/139" and charge.finding == "convicted"
        term = str(mark.term) if not mark.term.life else "life"
        months = {"1 year": 12, "13 years": 156, "40 years": 480}
        name = next((name for name, number in months.items() if mark.months == number), term)
        assert mark.position is (wanted.get(name, Position.WITHIN) if known else Position.NO_RANGE)


def summary(one: Figures) -> tuple[object, ...]:
    """Return what is counted, whatever its order."""
    key: Callable[[Any], tuple[str, int]] = lambda row: (row.case.id, getattr(row, "number", 0))  # noqa: E731
    return (
        {key(row): (row.excluded, row.finality) for row in one.charges},
        {key(mark.counted): (mark.counted.excluded, mark.position, mark.shared) for mark in one.marks},
        {key(row.counted): row.ending for row in one.verdicts},
        {key(row): (row.excluded, row.result) for row in one.claims},
        count_ledger(one.claims),
        {key(row): row.excluded for row in (*one.pleas, *one.measures)},
        ({key(row): row.excluded for row in one.children.cases}, one.children.victims, one.children.known),
        {stage.stage: (stage.shortest, stage.median, stage.longest, stage.without) for stage in times(one.proceedings)},
    )


def test_the_order_of_the_files_changes_nothing(figures: list[Figures]) -> None:
    for seed, one in list(zip(SEEDS, figures, strict=True))[:100]:
        shuffled = Random(seed).sample(one.library.cases, len(one.library.cases))
        assert summary(count(one.library, shuffled)) == summary(one)


def test_small_numbers_of_victims_are_never_printed(figures: list[Figures]) -> None:
    for one in figures:
        assert not {1, 2} & set(one.children.victims.values())


def test_no_difference_between_printed_cells_and_their_total_tells_a_small_number() -> None:
    random = Random(7)
    for _ in range(500):
        cells = {name: random.choice((0, 0, 1, 1, 2, 3, 4, 7)) for name in "abcd"[: random.randint(1, 4)]}
        printed = suppress_small(cells)
        hidden = [name for name, number in printed.items() if number is None]
        assert all(number in (None, cells[name]) and number not in (1, 2) for name, number in printed.items())
        assert all(cells[name] for name in hidden)
        if not hidden or not any(number for number in printed.values()):
            continue  # nothing is hidden, or nothing else is printed from which it could be told
        rest = sum(cells.values()) - sum(number for number in printed.values() if number)
        fitting = [numbers for numbers in product(range(1, rest + 1), repeat=len(hidden)) if sum(numbers) == rest]
        for place in range(len(hidden)):
            assert len({numbers[place] for numbers in fitting}) > 1, (cells, printed)
    assert LEAST == 3
