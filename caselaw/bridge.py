"""The bridge to Strasbourg: which domestic cases and which cases of a human-rights court are on the same point.

A court cites a case, whether it follows it or not; otherwise the two share topics, which is the editors' comparison.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from caselaw.catalogue import Catalogue
from caselaw.checks import Case
from caselaw.vocabulary import Vocabulary

COMPARED = 6  # cases at most that a domestic case is compared with, beside those that it cites


@dataclass(frozen=True)
class Comparison:
    """A case of the other system on the same point, and how the domestic decision treats the other if it cites it."""

    case: str
    treatment: str | None  # None: not cited
    topics: tuple[str, ...]  # that both have, in the order of the vocabulary
    unverified: bool = False  # the citation

    @property
    def cited(self) -> bool:
        """Whether the domestic decision cites the other."""
        return self.treatment is not None


class Bridge:
    """Finds the cases of the other system for a case: cited ones first, then those with most topics in common.

    What is chosen for a domestic case is seen from the other end too: a pair is on both pages or on neither.
    """

    def __init__(self, catalogue: Catalogue, vocabulary: Vocabulary) -> None:
        self._catalogue = catalogue
        self._vocabulary = vocabulary
        self._ranks = _rank_of(catalogue, vocabulary)
        # Topics that say something by themselves, in the order of the vocabulary.
        self._order = {key: n for n, key in enumerate(vocabulary.lists["topics"]) if vocabulary.topic(key).bridge}
        self._topics = {
            case.id: self._telling(case) for case in catalogue.cases if _is_of_human_rights(case, vocabulary)
        }
        self._by_topic: defaultdict[str, set[str]] = defaultdict(set)
        for case_id, topics in self._topics.items():
            for topic in topics:
                self._by_topic[topic].add(case_id)

    def of(self, case_id: str) -> tuple[Comparison, ...]:
        """Return what a public case is compared with."""
        case = self._catalogue.by_id[case_id]
        return self._choose(case) if self._is_domestic(case) else self._from_the_other_end.get(case_id, ())

    @cached_property
    def _from_the_other_end(self) -> Mapping[str, tuple[Comparison, ...]]:
        found: dict[str, list[Comparison]] = defaultdict(list)
        for case in filter(self._is_domestic, self._catalogue.cases):
            for pair in self._choose(case):
                found[pair.case].append(replace(pair, case=case.id))
        return {case_id: tuple(sorted(pairs, key=self._ranks)) for case_id, pairs in found.items()}

    def _is_domestic(self, case: Case) -> bool:
        return self._vocabulary.court_level(case.record.court).system == "domestic"

    def _choose(self, case: Case) -> tuple[Comparison, ...]:
        """Return the pairs of a domestic case: all that it cites, and of the others those that rank first."""
        cited = {one.case: number for number, one in enumerate(case.record.cites) if one.case in self._topics}
        topics = self._telling(case)
        others = set(cited).union(*(self._by_topic[topic] for topic in topics))
        pairs = [self._compare(case, cited.get(other), other, topics & self._topics[other]) for other in others]
        return tuple(sorted(pairs, key=self._ranks)[: len(cited) + COMPARED])

    def _telling(self, case: Case) -> set[str]:
        return {topic.value for topic in case.record.topics if topic.value in self._order}

    def _compare(self, case: Case, citation: int | None, other: str, both: set[str]) -> Comparison:
        """Return a pair; ``citation`` is the place of the other in the citations of the domestic case."""
        topics = tuple(sorted(both, key=self._order.__getitem__))
        if citation is None:
            return Comparison(other, None, topics)
        unverified = case.record.is_unverified(f"cites.{citation + 1}")
        return Comparison(other, case.record.cites[citation].treatment, topics, unverified)


def _is_of_human_rights(case: Case, vocabulary: Vocabulary) -> bool:
    """Whether a case is one of those that its court's level says are set beside domestic ones."""
    level = vocabulary.court_level(case.record.court)
    wanted = {provision.of_article for provision in level.bridge}
    return level.system == "human-rights" and not wanted.isdisjoint(case.record.articles)


def _rank_of(catalogue: Catalogue, vocabulary: Vocabulary) -> Callable[[Comparison], tuple[int, ...]]:
    """Return what pairs are sorted by: cited, number of topics, importance, newest."""
    importance = {key: number for number, key in enumerate(vocabulary.lists["importance"])}
    newest = {case.id: number for number, case in enumerate(catalogue.cases)}

    def rank(pair: Comparison) -> tuple[int, ...]:
        record = catalogue.by_id[pair.case].record
        return not pair.cited, -len(pair.topics), importance[record.importance], newest[pair.case]

    return rank
