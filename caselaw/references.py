"""References to other cases in the texts: found once for the library, checked against it, seen from both ends.

Only a reference to exactly one public case becomes a link. What may be one of several cases or another decision, or is
clearly the number of a case that the library does not have, is a notice to the editor and never a link.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from caselaw.catalogue import Catalogue
from caselaw.checks import Case
from caselaw.citations import CitationGraph
from caselaw.codes import Code
from caselaw.document import Document
from caselaw.markdown import Text, TextBlock
from caselaw.messages import either, say
from caselaw.problems import Place, Problems, Severity
from caselaw.recall import Recall, afresh, itself
from caselaw.reference_finder import Citing, Finder, Reference
from caselaw.vocabulary import Vocabulary


@dataclass(frozen=True)
class TextLink:
    """A place in the HTML of a block that names another public case."""

    start: int
    end: int
    case: str


@dataclass(frozen=True)
class Mention:
    """That the text of a case names another public case; ``paragraphs`` are the numbered ones where it does."""

    citing: str
    mentioned: str
    paragraphs: tuple[int, ...]


@dataclass(frozen=True)
class References:
    """What the texts of the public cases refer to; mentions in both directions, in the order of the ids."""

    links: Mapping[tuple[str, str], Mapping[int, tuple[TextLink, ...]]] = field(default_factory=dict)
    mentions: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)
    mentioned_by: Mapping[str, tuple[Mention, ...]] = field(default_factory=dict)

    def links_in(self, case: str, language: str) -> Mapping[int, tuple[TextLink, ...]]:
        """Return the links of a case's text in one language, by the index of the block that they stand in."""
        return self.links.get((case, language), {})


def link_references(
    catalogue: Catalogue,
    citations: CitationGraph,
    vocabulary: Vocabulary,
    problems: Problems,
    hidden: Iterable[Case] = (),
    documents: Iterable[Document] = (),
    recall: Recall = afresh,
) -> References:
    """Find what the texts of the public cases refer to.

    A number counts for its court: the courts are those of the vocabulary, the proceedings those of ``citations``.
    ``hidden`` cases are known, so that nothing that may mean one of them is linked to another; ``documents`` are the
    source files, for the places of notices.
    """
    cases, public = (*catalogue.cases, *hidden), catalogue.by_id
    # Until there is time, the preview goes by what cases were called before, and keeps what it found in other texts.
    called = recall(itself, tuple(sorted(map(_called, cases))), problems=problems)
    finder = recall(
        _make_finder, cases, vocabulary, problems=problems, given=("finder", id(vocabulary)), loosely=called
    )
    sources = {document.path: document for document in documents}
    links: dict[tuple[str, str], Mapping[int, tuple[TextLink, ...]]] = {}
    paragraphs: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for case in sorted(public.values(), key=lambda case: case.id):
        chain = frozenset(step.case for step in citations.chains.get(case.id, ()) if step.relation != "related")
        for language, path, text in _texts(case):
            found: defaultdict[int, tuple[TextLink, ...]] = defaultdict(tuple)
            named = recall(_references, case.id, case.record.court, chain, text, problems=problems, loosely=finder)
            for index, block, reference in named:
                target = reference.case
                if target is None:
                    _report(case, path, sources.get(path), reference, problems)
                elif target in public:
                    found[index] += (TextLink(reference.start, reference.end, target),)
                    paragraphs[case.id, target] |= {block.number} if block.number else set()
            if found:
                links[case.id, language] = dict(found)
    mentions = [Mention(citing, target, tuple(sorted(found))) for (citing, target), found in sorted(paragraphs.items())]
    return References(links, _by(mentions, lambda one: one.citing), _by(mentions, lambda one: one.mentioned))


def _by(mentions: Iterable[Mention], key: Callable[[Mention], str]) -> dict[str, tuple[Mention, ...]]:
    found: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        found[key(mention)].append(mention)
    return {case: tuple(group) for case, group in found.items()}


def _texts(case: Case) -> Iterator[tuple[str, str, Text]]:
    """Yield (language, path of the file, text) for each text that a case has."""
    yield case.record.language, case.path, case.text
    for language, translation in case.translations.items():
        if translation.text:
            yield language, translation.path, translation.text


def _called(case: Case) -> tuple[str, ...]:
    """Return all that a ``Finder`` knows a case by."""
    record, titles = case.record, (version.record.title for version in case.translations.values())
    facts = (record.title, record.court, record.decided.iso, record.ecli or "", record.formation or "")
    return (case.id, *facts, *record.case_numbers, "", *titles)


def _make_finder(cases: Iterable[Case], vocabulary: Vocabulary, _called: object, _problems: Problems) -> Finder:
    return Finder(cases, vocabulary.courts())


def _references(
    case: str, court: str, chain: frozenset[str], text: Text, finder: Finder, _problems: Problems
) -> tuple[tuple[int, TextBlock, Reference], ...]:
    """Return (index of the block, block, reference) for what names another case; headings stay as they are."""
    blocks = [(index, block) for index, block in enumerate(text.blocks) if block.kind != "heading"]
    found = finder.in_text((block.html for _, block in blocks), Citing(court, chain))
    return tuple(
        (index, block, reference)
        for (index, block), references in zip(blocks, found, strict=True)
        for reference in references
        if case not in reference.cases
    )


def _report(case: Case, path: str, source: Document | None, reference: Reference, problems: Problems) -> None:
    words = reference.words
    if reference.doubt and not any(words in authority for authority in case.record.authorities):
        problems.add(
            _place(path, source, words), Code.REFERENCE_AMBIGUOUS,
            say(
                '"{words}" may mean {cases}, but {doubt}; it is not linked', words=words,
                cases=either(sorted(reference.cases)), doubt=reference.doubt,
            ),
            say("nothing to do if another decision is meant; if this one is, name its court or ECLI beside it"),
            Severity.NOTICE,
        )  # fmt: skip
    elif reference.doubt:
        return
    elif reference.cases:
        problems.add(
            _place(path, source, words), Code.REFERENCE_AMBIGUOUS,
            say('"{words}" may mean {cases}; it is not linked', words=words, cases=either(sorted(reference.cases))),
            say(
                "nothing to do if readers can tell; to have it linked, add the ECLI or a number that only the one "
                "case has",
            ),
            Severity.NOTICE,
        )  # fmt: skip
    elif not any(words in authority for authority in case.record.authorities):
        problems.add(
            _place(path, source, words), Code.REFERENCE_UNKNOWN,
            say(
                '"{words}" looks like the number of a case, but no case in the library has it; it is not linked',
                words=words,
            ),
            say("correct the number, or list that decision under authorities; nothing to do if neither fits"),
            Severity.NOTICE,
        )  # fmt: skip


def _place(path: str, source: Document | None, words: str) -> Place:
    """Return where the words stand first in the text of a file, which may break its lines elsewhere."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    match = re.search(pattern, source.text) if source else None
    if source is None or match is None:
        return Place(path)
    before = source.text[: match.start()]
    return Place(path, source.text_line + before.count("\n"), match.start() - (before.rfind("\n") + 1) + 1)
