"""The closed lists: courts, offences, laws, elements, outcomes … read from ``content/vocabulary``.

Each file is a list of terms; its stem is the list's name. Labels say per language whether their wording was verified,
and a missing one falls back to English. Nothing unverified is ever computed with.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import cast

from babel import Locale

from caselaw.codes import Code
from caselaw.fields import Record
from caselaw.problems import Place, Problems, did_you_mean
from caselaw.records import Location, dotted, keys_in, lines_at_fault, read_record
from caselaw.source import list_files, read_yaml
from caselaw.strict_yaml import Node, Sequence, place_at
from caselaw.terms import FALLBACK, UNKNOWN, Article, Court, Entry, LanguageEntry, Law, Offence, Relation, Wording
from caselaw.urls import ID
from caselaw.values import Fault, Provision, parse_provision, quoted

# ISO 3166 codes with their names; XK is the user-assigned one. CLDR also lists unions, pseudo-codes and "unknown".
_NO_COUNTRIES = frozenset("EU EZ QO UN XA XB ZZ".split())
COUNTRIES: Mapping[str, str] = {
    str(code): str(name)
    for code, name in Locale("en").territories.items()
    if len(str(code)) == 2 and str(code).isalpha() and code not in _NO_COUNTRIES
}

_PLAIN: Mapping[str, type[Entry]] = dict.fromkeys(
    (
        "court-levels", "outcomes", "topics", "acts", "means", "purposes", "sectors", "vulnerabilities",
        "protection-measures", "treatments", "charge-findings", "provision-findings", "aspects",
        "non-punishment-results", "protection-results", "parties", "kinds", "text-kinds", "importance",
        "source-kinds", "sexes", "bases", "publication-statuses", "glossary", "translation-kinds",
    ),
    Entry,
)  # fmt: skip
_LISTS: Mapping[str, type[Entry]] = {
    **_PLAIN,
    "courts": Court, "offences": Offence, "relations": Relation, "languages": LanguageEntry,
    "laws": Law, "conventions": Law,
}  # fmt: skip
# Terms that the program itself knows.
_NEEDED: Mapping[str, tuple[str, ...]] = {
    "importance": ("normal",), "treatments": ("cited",), "publication-statuses": ("draft", "published", "withdrawn"),
    "translation-kinds": ("official", "unofficial", "machine"),
}  # fmt: skip


@dataclass(frozen=True)
class Vocabulary:
    """All closed lists by name, each from key to term in the order of its file."""

    lists: Mapping[str, Mapping[str, Entry]]

    def term(self, name: str, key: str) -> Entry:
        """Return the term ``key`` of the list ``name``."""
        return self.lists[name][key]

    def court(self, key: str) -> Court:
        """Return a court."""
        return cast(Court, self.lists["courts"][key])

    def offence(self, key: str) -> Offence:
        """Return an offence."""
        return cast(Offence, self.lists["offences"][key])

    def relation(self, key: str) -> Relation:
        """Return a relation between decisions."""
        return cast(Relation, self.lists["relations"][key])

    def language_tag(self, key: str) -> str:
        """Return the BCP 47 tag of a language of case texts."""
        return cast(LanguageEntry, self.lists["languages"][key]).tag

    def law(self, key: str) -> Law | None:
        """Return a law or convention, None where there is none of that key."""
        return cast("Law | None", self.lists["laws"].get(key) or self.lists["conventions"].get(key))

    def is_domestic(self, provision: Provision) -> bool:
        """Whether a provision belongs to a law, not to a convention."""
        return provision.law in self.lists["laws"]

    def article(self, provision: Provision) -> Article | None:
        """Return the article that a provision names, None where its law does not list it."""
        law = self.law(provision.law)
        articles = law.articles if law else ()
        return next((article for article in articles if article.article == provision.article), None)


def read_vocabulary(root: Path, problems: Problems) -> Vocabulary | None:
    """Read and cross-check every list; None after a fault, since everything else rests on them."""
    before = problems.errors
    files = {path.stem: path for path in list_files(root, root / "content" / "vocabulary", ".yaml", problems)}
    for name in sorted(set(files) - set(_LISTS)):
        problems.add(
            _file(name), Code.VOCABULARY_FILE, f'there is no closed list "{name}"',
            did_you_mean(name, _LISTS).rstrip() or f"the lists are {', '.join(sorted(_LISTS))}",
        )  # fmt: skip
    for name in sorted(set(_LISTS) - set(files)):
        problems.add(
            _file(name), Code.VOCABULARY_FILE, "this closed list is missing",
            "restore the file from the repository's history",
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
                place, Code.VOCABULARY_FILE, "this file is not a list of terms", 'begin each term with "- id: …"'
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
        problems.add(place, Code.FIELD_VALUE, f'"{entry.id}" cannot be a key', "use small letters, figures and hyphens")
    if entry.id in seen:
        problems.add(place, Code.TERM_DUPLICATE, f'"{entry.id}" stands twice in this list', "delete one of the two")
    for location, labels in _labels_of(entry):
        if FALLBACK not in labels:
            problems.add(
                place_at(item, location), Code.FIELD_MISSING, f'the English label of "{entry.id}" is missing',
                "add en: {text: …, verified: no}",
            )  # fmt: skip
    articles = [article.article for article in entry.articles] if isinstance(entry, Law) else []
    for index, number in enumerate(articles):
        if number in articles[:index]:
            problems.add(
                place_at(item, ("articles", index, "article")), Code.TERM_DUPLICATE,
                f'article "{number}" of "{entry.id}" stands twice', "join the two into one",
            )  # fmt: skip


def _labels_of(entry: Entry) -> Iterator[tuple[Location, dict[str, Wording]]]:
    yield ("labels",), entry.labels
    if isinstance(entry, Law):
        yield ("abbreviation",), entry.abbreviation
        for index, article in enumerate(entry.articles):
            yield ("articles", index, "labels"), article.labels


def _cross_check(read: Mapping[str, list[tuple[Entry, Node]]], vocabulary: Vocabulary, problems: Problems) -> None:
    """Check what the lists say of each other."""
    for name, keys in _NEEDED.items():
        for key in sorted(set(keys) - set(vocabulary.lists[name])):
            problems.add(
                _file(name), Code.VOCABULARY_FILE, f'the term "{key}", which the program needs, is missing',
                "restore it from the repository's history",
            )  # fmt: skip
    before = problems.errors
    for entry, node in (found for entries in read.values() for found in entries):
        check_keys(entry, node, vocabulary, problems)
    if problems.errors == before:
        _check_inverses(read["relations"], vocabulary, problems)


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
            place_at(node, ("inverse",)), Code.CONTRADICTION, f'"{one.id}" and its inverse "{other.id}" do not agree',
            "let each name the other as its inverse; where one says later: that, the other says later: this",
        )  # fmt: skip


def check_keys(record: Record | type[Record], node: Node, vocabulary: Vocabulary, problems: Problems) -> None:
    """Report every key in ``node`` that its closed list does not hold, with the nearest one that it does.

    ``record`` is what was read, or what should have been: keys are checked whether or not the other fields are valid.
    """
    model = record if isinstance(record, type) else type(record)
    found = [
        (place_at(node, location), location, fault)
        for location, name, text in keys_in(model, node)
        if (fault := _fault_of(name, text, vocabulary))
    ]
    said = lines_at_fault(problems, node.place.path) if found else set()
    for place, location, (code, message, help) in found:
        if place.line not in said:
            problems.add(place, code, f"{dotted(location)}: {message}", help)


def _fault_of(name: str, text: str, vocabulary: Vocabulary) -> tuple[Code, str, str] | None:
    if name == "provisions" or (name == "charges" and "/" in text):
        return _unknown_provision(text, vocabulary)
    if name == "countries":
        return _unknown_country(text)
    if name == "charges":
        return _unknown_charge(text, vocabulary)
    entries = vocabulary.lists[name]
    if text in entries:
        return None
    near, here = _nearest(text, _names(entries)), name.replace("-", " ")
    return Code.TERM_UNKNOWN, f"{_shown(text, near)} is not in the list of {here}", near + _where(name, entries)


def _unknown_country(text: str) -> tuple[Code, str, str] | None:
    if text in COUNTRIES:
        return None
    names = {name.lower(): code for code, name in COUNTRIES.items()}
    near = f'did you mean "{text.upper()}"? ' if text.upper() in COUNTRIES else _nearest(text, names)
    help = "write the two-letter code of the country, such as AL, MD or TR"
    shown = quoted(text) if near or len(text) <= 3 else "this"
    return Code.COUNTRY, f"{shown} is not the code of a country", near + help


def _names(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return the keys by themselves and by their labels: people write "Supreme Court" for ``sc``."""
    labels = {words.text.lower(): key for key, entry in entries.items() for words in entry.labels.values()}
    return {**labels, **{key: key for key in entries}}


def _nearest(text: str, names: Mapping[str, str]) -> str:
    bare = text.lower().strip("“”„«»‘’ ")
    near = get_close_matches(bare, sorted(names), n=1, cutoff=0.7)
    return f'did you mean "{names[near[0]]}"? ' if near else ""


def _shown(text: str, near: str) -> str:
    """Return the text in quotes; what has capitals and is like no term may be a person's name, and is not shown."""
    return quoted(text) if near or text == text.lower() else "this"


def _where(name: str, known: Collection[str]) -> str:
    if len(known) <= 12:
        return f"the list has {', '.join(sorted(known))}"
    return f"the list is content/vocabulary/{name}.yaml"


def _unknown_charge(text: str, vocabulary: Vocabulary) -> tuple[Code, str, str] | None:
    offences = vocabulary.lists["offences"]
    if text == UNKNOWN or text in offences:
        return None
    near = _nearest(text, _names(offences))
    help = f"{near}write law/article, such as pcck-2003/139; an offence where the article is not known; or {UNKNOWN}"
    return Code.TERM_UNKNOWN, f"{_shown(text, near)} is neither a provision nor an offence", help


def _unknown_provision(text: str, vocabulary: Vocabulary) -> tuple[Code, str, str] | None:
    try:
        provision = parse_provision(text)
    except Fault:
        return None  # reported with the other values
    law = vocabulary.law(provision.law)
    if law is None:
        laws = [*vocabulary.lists["laws"], *vocabulary.lists["conventions"]]
        where = f"the laws are {', '.join(laws)}" if len(laws) <= 12 else "the laws are in content/vocabulary/laws.yaml"
        return Code.TERM_UNKNOWN, f'there is no law "{provision.law}"', did_you_mean(provision.law, laws) + where
    if vocabulary.article(provision):
        return None
    articles = [article.article for article in law.articles]
    listed = f"; it has {', '.join(articles)}" if len(articles) <= 12 else ""
    return (
        Code.TERM_UNKNOWN, f'"{provision.law}" has no article "{provision.article}" in the vocabulary',
        f"correct the number, or add the article to {provision.law} in content/vocabulary{listed}",
    )  # fmt: skip
