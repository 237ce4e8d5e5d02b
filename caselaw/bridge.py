"""The bridge to Strasbourg: which domestic cases and which cases of a human-rights court are on the same point.

A court cites a case, whether it follows it or not; otherwise the two share topics, which is the editors' comparison.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from caselaw.catalogue import Catalogue, articles_of
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


def bridge_cases(catalogue: Catalogue, vocabulary: Vocabulary) -> Mapping[str, tuple[Comparison, ...]]:
    """Return, per case, the cases of the other system: cited ones first, then those with most topics in common.

    What is chosen for a domestic case is seen from the other end too: a pair is on both pages or on neither.
    """
    ranks = _rank_of(catalogue, vocabulary)
    rights = {case.id for case in catalogue.cases if _is_of_human_rights(case, vocabulary)}
    found: dict[str, list[Comparison]] = defaultdict(list)
    for case in catalogue.cases:
        if vocabulary.court_level(case.record.court).system == "domestic":
            for pair in _choose(case, rights, catalogue, vocabulary, ranks):
                found[case.id].append(pair)
                found[pair.case].append(replace(pair, case=case.id))
    return {case_id: tuple(sorted(pairs, key=ranks)) for case_id, pairs in found.items()}


def _is_of_human_rights(case: Case, vocabulary: Vocabulary) -> bool:
    """Whether a case is one of those that its court's level says are set beside domestic ones."""
    level = vocabulary.court_level(case.record.court)
    wanted = {provision.of_article for provision in level.bridge}
    return level.system == "human-rights" and not wanted.isdisjoint(articles_of(case))


def _choose(
    case: Case,
    rights: set[str],
    catalogue: Catalogue,
    vocabulary: Vocabulary,
    ranks: Callable[[Comparison], tuple[int, ...]],
) -> list[Comparison]:
    cited = {citation.case: number for number, citation in enumerate(case.record.cites) if citation.case in rights}
    topics = _telling(case, vocabulary)
    shared = Counter(other.id for topic in topics for other in catalogue.by_topic[topic])
    pairs = [
        _compare(case, cited.get(other), catalogue.by_id[other], _in_common(topics, catalogue.by_id[other], vocabulary))
        for other in cited.keys() | (shared.keys() & rights)
    ]
    return sorted(pairs, key=ranks)[: len(cited) + COMPARED]


def _compare(case: Case, citation: int | None, other: Case, topics: tuple[str, ...]) -> Comparison:
    """Return a pair; ``citation`` is the place of the other in the citations of the domestic case."""
    if citation is None:
        return Comparison(other.id, None, topics)
    unverified = case.record.is_unverified(f"cites.{citation + 1}")
    return Comparison(other.id, case.record.cites[citation].treatment, topics, unverified)


def _telling(case: Case, vocabulary: Vocabulary) -> set[str]:
    """Return the topics of a case that say something by themselves."""
    return {topic.value for topic in case.record.topics if vocabulary.topic(topic.value).bridge}


def _in_common(topics: Iterable[str], other: Case, vocabulary: Vocabulary) -> tuple[str, ...]:
    both = set(topics) & {topic.value for topic in other.record.topics}
    return tuple(key for key in vocabulary.lists["topics"] if key in both)


def _rank_of(catalogue: Catalogue, vocabulary: Vocabulary) -> Callable[[Comparison], tuple[int, ...]]:
    """Return what pairs are sorted by: cited, number of topics, importance, newest."""
    importance = {key: number for number, key in enumerate(vocabulary.lists["importance"])}
    newest = {case.id: number for number, case in enumerate(catalogue.cases)}

    def rank(pair: Comparison) -> tuple[int, ...]:
        record = catalogue.by_id[pair.case].record
        return not pair.cited, -len(pair.topics), importance[record.importance], newest[pair.case]

    return rank
