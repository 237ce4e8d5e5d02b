"""Reading the closed lists from ``content/vocabulary``: each file is a list of terms, its stem the list's name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path

from caselaw.codes import Code
from caselaw.messages import joined, say
from caselaw.problems import Place, Problems, ask, nearest
from caselaw.records import Location, read_record
from caselaw.source import list_files, read_yaml
from caselaw.strict_yaml import Node, Sequence, place_at
from caselaw.term_keys import check_keys
from caselaw.terms import (
    FALLBACK,
    Court,
    CourtLevel,
    Entry,
    KnownFigure,
    LanguageEntry,
    Law,
    Means,
    Offence,
    Outcome,
    Relation,
    Subject,
    Topic,
    Treatment,
    Wording,
)
from caselaw.urls import ID, RESERVED_ID, article_name
from caselaw.values import ARTICLE
from caselaw.vocabulary import Vocabulary

_PLAIN: Mapping[str, type[Entry]] = dict.fromkeys(
    (
        "acts", "purposes", "sectors", "vulnerabilities",
        "protection-measures", "charge-findings", "provision-findings", "aspects",
        "non-punishment-results", "protection-results", "parties", "kinds", "text-kinds", "importance",
        "compensation-heads", "compensation-proceedings",
        "source-kinds", "sexes", "bases", "publication-statuses", "glossary", "translation-kinds",
    ),
    Entry,
)  # fmt: skip
_LISTS: Mapping[str, type[Entry]] = {
    **_PLAIN,
    "court-levels": CourtLevel, "courts": Court, "means": Means, "offences": Offence,
    "outcomes": Outcome, "topics": Topic, "aggravating": Subject,
    "relations": Relation, "treatments": Treatment,
    "languages": LanguageEntry, "coverage": KnownFigure,
    "laws": Law, "conventions": Law,
}  # fmt: skip
# Terms that the program itself knows.
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "importance": ("normal",), "aggravating": ("child-victim",), "treatments": ("cited",),
    "publication-statuses": ("draft", "published", "withdrawn"),
    "translation-kinds": ("official", "unofficial", "machine"),
}  # fmt: skip


def read_vocabulary(root: Path, problems: Problems) -> Vocabulary | None:
    """Read and cross-check every list; None after a fault, since everything else rests on them."""
    before = problems.errors
    files = {path.stem: path for path in list_files(root, root / "content" / "vocabulary", ".yaml", problems)}
    for name in sorted(set(files) - set(_LISTS)):
        near, known = nearest(name, _LISTS), ", ".join(sorted(_LISTS))
        problems.add(
            _file(name), Code.VOCABULARY_FILE, say('there is no closed list "{name}"', name=name),
            ask(near) if near else say("the lists are {lists}", lists=known),
        )  # fmt: skip
    for name in sorted(set(_LISTS) - set(files)):
        problems.add(
            _file(name), Code.VOCABULARY_FILE, say("this closed list is missing"),
            say("restore the file from the repository's history"),
        )  # fmt: skip
    read = {name: _read_list(root, files[name], problems) for name in _LISTS if name in files}
    vocabulary = Vocabulary({name: {entry.id: entry for entry, _ in read.get(name, ())} for name in _LISTS})
    if problems.errors == before:
        _cross_check(read, vocabulary, problems)
    return vocabulary if problems.errors == before else None


def _file(name: str) -> Place:
    return Place(f"content/vocabulary/{name}.yaml")


def _read_list(root: Path, path: Path, problems: Problems) -> list[tuple[Entry, Node]]:
    before = len(problems)
    node = read_yaml(root, path, problems)
    if not isinstance(node, Sequence):
        if node is not None or len(problems) == before:
            place = node.place if node else _file(path.stem)
            problems.add(
                place,
                Code.VOCABULARY_FILE,
                say("this file is not a list of terms"),
                say('begin each term with "- id: …"'),
            )
        return []
    read = [(entry, item) for item in node.items if (entry := read_record(_LISTS[path.stem], item, problems))]
    seen: set[str] = set()
    for entry, item in read:
        _check_entry(entry, item, seen, problems)
        seen.add(entry.id)
    return read


def _check_entry(entry: Entry, item: Node, seen: Collection[str], problems: Problems) -> None:
    place = place_at(item, ("id",))
    if not ID.fullmatch(entry.id):
        problems.add(
            place,
            Code.FIELD_VALUE,
            say('"{term}" cannot be a key', term=entry.id),
            say("use small letters, figures and hyphens"),
        )
    if entry.id in seen:
        problems.add(
            place,
            Code.TERM_DUPLICATE,
            say('"{term}" stands twice in this list', term=entry.id),
            say("delete one of the two"),
        )
    for location, labels in _labels_of(entry):
        if FALLBACK not in labels:
            problems.add(
                place_at(item, location), Code.FIELD_MISSING,
                say('the English label of "{term}" is missing', term=entry.id),
                say("add en: {{text: …, verified: no}}"),
            )  # fmt: skip
    if isinstance(entry, Law):
        _check_articles(entry, item, problems)
    if isinstance(entry, KnownFigure) and entry.since and entry.until.last_day < entry.since.first_day:
        problems.add(
            place_at(item, ("until",)), Code.CONTRADICTION,
            say('"{term}" ends before it begins', term=entry.id),
            say("correct since or until"),
        )  # fmt: skip


def _labels_of(entry: Entry) -> Iterator[tuple[Location, dict[str, Wording]]]:
    yield ("labels",), entry.labels
    if isinstance(entry, Law):
        yield ("abbreviation",), entry.abbreviation
        for name in ("standing", "chapters", "articles"):
            for index, part in enumerate(getattr(entry, name)):
                yield (name, index, "labels"), part.labels
        for index, article in enumerate(entry.articles):
            for number, penalty in enumerate(article.penalties):
                yield ("articles", index, "penalties", number, "form"), penalty.form


def _check_articles(law: Law, item: Node, problems: Problems) -> None:
    """Check that each article and chapter of a law stands once, and that each article is in one of its chapters."""
    seen: dict[str, str] = {}
    for index, article in enumerate(law.articles):
        place = place_at(item, ("articles", index, "article"))
        name = article_name(article.article)
        if not ARTICLE.fullmatch(article.article) or RESERVED_ID.fullmatch(name):
            problems.add(
                place, Code.FIELD_VALUE, say('"{article}" cannot be the number of an article', article=article.article),
                say("write figures, letters and full stops, such as 4, 4.1 or 4a"),
            )  # fmt: skip
        elif name in seen:
            problems.add(
                place, Code.TERM_DUPLICATE,
                say('article "{article}" of "{law}" stands twice', article=article.article, law=law.id),
                say("join the two into one") if seen[name] == article.article
                else say('its page would be that of article "{other}"; join the two into one', other=seen[name]),
            )  # fmt: skip
        seen.setdefault(name, article.article)
    _check_chapters(law, item, problems)


def _check_chapters(law: Law, item: Node, problems: Problems) -> None:
    numbers = [chapter.number for chapter in law.chapters]
    for index, number in enumerate(numbers):
        if number in numbers[:index]:
            problems.add(
                place_at(item, ("chapters", index, "number")), Code.TERM_DUPLICATE,
                say('chapter "{number}" of "{law}" stands twice', number=number, law=law.id),
                say("join the two into one"),
            )  # fmt: skip
    for index, article in enumerate(law.articles):
        if article.chapter is not None and article.chapter not in numbers:
            problems.add(
                place_at(item, ("articles", index, "chapter")), Code.TERM_UNKNOWN,
                say('"{law}" has no chapter "{chapter}"', law=law.id, chapter=article.chapter),
                joined(
                    say("correct the number, or add the chapter to {law}", law=law.id), "; ",
                    say("it has {chapters}", chapters=", ".join(numbers))
                    if numbers else say("it lists no chapters so far"),
                ),
            )  # fmt: skip


def _cross_check(read: Mapping[str, list[tuple[Entry, Node]]], vocabulary: Vocabulary, problems: Problems) -> None:
    """Check what the lists say of each other."""
    for name, keys in _NEEDED.items():
        for key in sorted(set(keys) - set(vocabulary.lists[name])):
            problems.add(
                _file(name), Code.VOCABULARY_FILE,
                say('the term "{key}", which the program needs, is missing', key=key),
                say("restore it from the repository's history"),
            )  # fmt: skip
    before = problems.errors
    for entry, node in (found for entries in read.values() for found in entries):
        check_keys(entry, node, vocabulary, problems)
    if problems.errors == before:
        _check_inverses(read["relations"], vocabulary, problems)
        _check_laws(read, vocabulary, problems)


def _check_laws(read: Mapping[str, list[tuple[Entry, Node]]], vocabulary: Vocabulary, problems: Problems) -> None:
    """Check that no convention has the key of a law, and that no law comes after itself."""
    for entry, node in read["conventions"]:
        if entry.id in vocabulary.lists["laws"]:
            problems.add(
                place_at(node, ("id",)), Code.TERM_DUPLICATE,
                say('"{term}" is the key of a law already', term=entry.id),
                say("give one of the two another key; their pages would have one address"),
            )  # fmt: skip
    for entry, node in read["laws"]:
        if entry.id in (law.id for law in vocabulary.earlier_laws(entry.id)):
            problems.add(
                place_at(node, ("replaces", "law")), Code.CONTRADICTION,
                say('"{term}" replaces itself, directly or through other laws', term=entry.id),
                say("name the law that was in force before it"),
            )  # fmt: skip


def _check_inverses(read: list[tuple[Entry, Node]], vocabulary: Vocabulary, problems: Problems) -> None:
    """Check that two relations that are each other's inverse agree on that and on which decision is the later one."""
    mirrored = {"that": "this", "this": "that", "neither": "neither"}
    reported: set[str] = set()
    for entry, node in read:
        one = vocabulary.relation(entry.id)
        other = vocabulary.relation(one.inverse)
        if reported & {one.id, other.id} or (other.inverse == one.id and other.later == mirrored[one.later]):
            continue
        reported |= {one.id, other.id}
        problems.add(
            place_at(node, ("inverse",)), Code.CONTRADICTION,
            say('"{one}" and its inverse "{other}" do not agree', one=one.id, other=other.id),
            say("let each name the other as its inverse; where one says later: that, the other says later: this"),
        )  # fmt: skip
