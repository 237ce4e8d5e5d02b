"""Who cites whom, and which decisions belong to the same proceedings, whichever end states it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from caselaw.catalogue import Catalogue
from caselaw.checks import Case
from caselaw.codes import Code
from caselaw.messages import say
from caselaw.problems import Problems
from caselaw.recall import Recall, afresh
from caselaw.terms import Relation
from caselaw.values import PartialDate
from caselaw.vocabulary import Vocabulary

# Neighbours that belong to other proceedings: shown, but their own chain is not joined.
RELATED = "related"


Relations = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Cited:
    """One citation between two public cases."""

    citing: str
    cited: str
    treatment: str
    paragraphs: tuple[int, ...]  # of the citing case's text
    unverified: bool = False


@dataclass(frozen=True)
class ChainStep:
    """One decision of a chain; ``relation`` is what it is to the decision whose chain this is, if either states it."""

    case: str
    relation: str | None


@dataclass(frozen=True)
class CitationGraph:
    """Citations in both directions and, per case, its chain of proceedings in date order (itself included).

    ``later`` holds, per case, what was decided on it afterwards, on appeal, in a retrial and so on, in date order; not
    what was joined with it or is only related.
    """

    cites: Mapping[str, tuple[Cited, ...]]
    cited_by: Mapping[str, tuple[Cited, ...]]
    chains: Mapping[str, tuple[ChainStep, ...]]
    later: Mapping[str, tuple[str, ...]]


def link_citations(
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    problems: Problems,
    hidden: Iterable[Case] = (),
    recall: Recall = afresh,
) -> CitationGraph:
    """Link the public cases; statements of two ends that contradict each other are problems.

    Those of ``hidden`` cases, drafts and embargoed ones, are checked too: their day of release brings no surprise.
    """
    awaited = tuple(hidden)
    public = {case.id: case for case in catalogue.cases}
    every = {**public, **{case.id: case for case in awaited}}
    relations = _collect_relations(every, vocabulary, problems)
    if awaited:
        relations = _collect_relations(public, vocabulary, Problems())
    # No more than this is asked below: for a preview it seldom changes.
    asked = tuple((case.id, case.record.ties) for case in catalogue.cases)
    return recall(_make_graph, catalogue, relations, vocabulary, problems=problems, given=(id(vocabulary), asked))


def _make_graph(
    catalogue: Catalogue, relations: Relations, vocabulary: Vocabulary, _problems: Problems
) -> CitationGraph:
    cites: dict[str, list[Cited]] = defaultdict(list)
    cited_by: dict[str, list[Cited]] = defaultdict(list)
    for case in catalogue.cases:
        for number, citation in enumerate(case.record.cites, 1):
            if citation.case in catalogue.by_id and citation.case != case.id:
                unverified = case.record.is_unverified(f"cites.{number}")
                cited = Cited(case.id, citation.case, citation.treatment, citation.paragraphs, unverified)
                cites[case.id].append(cited)
                cited_by[citation.case].append(cited)
    # The decisions of one chain come in one order, whichever of them it is the chain of.
    in_order = cache(lambda members: _in_order(members, relations, catalogue, vocabulary))
    chains = {
        case.id: tuple(ChainStep(key, relations[case.id].get(key)) for key in in_order(_members(case.id, relations)))
        for case in catalogue.cases
        if case.id in relations
    }
    return CitationGraph(
        {key: tuple(value) for key, value in cites.items()},
        {key: tuple(value) for key, value in cited_by.items()},
        chains,
        {case: _later(case, chain, relations, vocabulary) for case, chain in chains.items()},
    )


def _collect_relations(cases: Mapping[str, Case], vocabulary: Vocabulary, problems: Problems) -> Relations:
    """Return, per case, what each related case is to it, completing the end that says nothing."""
    relations: dict[str, dict[str, str]] = defaultdict(dict)
    for case in cases.values():
        for index, other, relation in _steps(case, cases, vocabulary):
            said = relations[case.id].get(other.id)
            if said is None:
                _check_order(case, index, other, relation.later, problems)
                relations[case.id][other.id] = relation.id
                relations[other.id][case.id] = relation.inverse
            elif said != relation.id:
                problems.add(
                    case.place("history", index, "relation"), Code.HISTORY_CONTRADICTION,
                    say(
                        'history: "{other}" is called "{relation}" here, but the other end says that it is "{said}"',
                        other=other.id, relation=relation.id, said=said,
                    ),
                    say("correct one of the two files; the other is {path}", path=other.path),
                )  # fmt: skip
    return relations


def _steps(case: Case, cases: Mapping[str, Case], vocabulary: Vocabulary) -> Iterator[tuple[int, Case, Relation]]:
    """Yield (index in the history, other case, relation) for each other case; what is faulty was reported."""
    named = {case.id}
    for index, step in enumerate(case.record.history):
        other = cases.get(step.case)
        if other and other.id not in named and step.relation in vocabulary.lists["relations"]:
            named.add(other.id)
            yield index, other, vocabulary.relation(step.relation)


def _check_order(case: Case, index: int, other: Case, later: str, problems: Problems) -> None:
    this, that, relation = case.record.decided, other.record.decided, case.record.history[index].relation
    if (later == "that" and _is_before(that, this)) or (later == "this" and _is_before(this, that)):
        problems.add(
            case.place("history", index), Code.HISTORY_CONTRADICTION,
            say(
                'history: "{other}" of {that} cannot be "{relation}" of a decision of {this}', other=other.id,
                that=that, relation=relation, this=this,
            ),
            say("correct the relation or one of the two dates"),
        )  # fmt: skip


def _is_before(one: PartialDate, other: PartialDate) -> bool:
    """Whether ``one`` is earlier for certain, as far as the less precise of the two dates can tell."""
    precision = min(len(one.iso), len(other.iso))
    return one.iso[:precision] < other.iso[:precision]


def _members(start: str, relations: Relations) -> frozenset[str]:
    """Return the decisions of the proceedings of one decision, and those that are only related to it."""
    members, queue = {start}, [start]
    while queue:
        for other, relation in relations[queue.pop()].items():
            if relation != RELATED and other not in members:
                members.add(other)
                queue.append(other)
    return frozenset(members.union(relations[start]))


def _in_order(
    members: frozenset[str], relations: Relations, catalogue: Catalogue, vocabulary: Vocabulary
) -> tuple[str, ...]:
    """Return decisions by date, but none before one that precedes it by its relation."""
    ordered: list[str] = []
    waiting = sorted(members, key=lambda key: (catalogue.by_id[key].record.decided.first_day, key))
    while waiting:
        # An appeal of "2013" comes after the judgment of 29 April 2013, though its first day is earlier.
        step = next((key for key in waiting if not _must_wait(key, waiting, relations, vocabulary)), waiting[0])
        waiting.remove(step)
        ordered.append(step)
    return tuple(ordered)


def _later(start: str, chain: tuple[ChainStep, ...], relations: Relations, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the decisions of a chain to which steps lead that say of themselves that they come later."""
    found, queue = {start}, [start]
    while queue:
        for other, relation in relations[queue.pop()].items():
            if other not in found and vocabulary.relation(relation).later == "that":
                found.add(other)
                queue.append(other)
    return tuple(step.case for step in chain if step.case in found and step.case != start)


def _must_wait(case: str, waiting: list[str], relations: Relations, vocabulary: Vocabulary) -> bool:
    """Whether a decision that is not yet placed precedes this one by its relation."""
    return any(
        other in waiting and vocabulary.relation(relation).later == "this"
        for other, relation in relations[case].items()
    )
