"""The closed lists: courts, offences, laws with their penalties, elements, outcomes … read from ``content/vocabulary``.

Each file is a list of terms; its stem is the list's name. Labels say per language whether their wording was verified, and
a missing one falls back to English. Nothing unverified is ever computed with.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from babel import Locale

from caselaw.codes import Code
from caselaw.fields import Record
from caselaw.problems import Place, Problems, did_you_mean
from caselaw.records import dotted, keys_of, read_record
from caselaw.source import list_files, read_yaml
from caselaw.strict_yaml import Node, Sequence, place_at
from caselaw.terms import FALLBACK, UNKNOWN, Article, Court, Entry, LanguageEntry, Law, Offence, Relation, Wording
from caselaw.urls import ID
from caselaw.values import Provision

# ISO 3166 codes; XK is the user-assigned one.
COUNTRIES = frozenset(code for code in map(str, Locale("en").territories) if len(code) == 2 and code.isalpha())


_PLAIN: Mapping[str, type[Entry]] = dict.fromkeys(
    (
        "court-levels", "outcomes", "topics", "acts", "means", "purposes", "sectors", "vulnerabilities",
        "protection-measures", "treatments", "charge-findings", "provision-findings", "aspects",
        "non-punishment-results", "protection-results", "parties", "kinds", "text-kinds", "importance",
        "source-kinds", "sexes", "bases", "publication-statuses",
    ),
    Entry,
)  # fmt: skip
_LISTS: Mapping[str, type[Entry]] = {
    **_PLAIN,
    "courts": Court, "offences": Offence, "relations": Relation, "languages": LanguageEntry,
    "laws": Law, "conventions": Law,
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
        return next((article for article in law.articles if article.article == provision.article), None) if law else None

    def position(self, name: str, key: str) -> int:
        """Return where a term stands in its file, for ordering."""
        return list(self.lists[name]).index(key)


def read_vocabulary(root: Path, problems: Problems) -> Vocabulary | None:
    """Read and cross-check every list; None after a fault, since everything else rests on them."""
    before = problems.errors
    files = {path.stem: path for path in list_files(root, root / "content" / "vocabulary", ".yaml", problems)}
    for name in sorted(set(files) - set(_LISTS)):
        problems.add(
            Place(f"content/vocabulary/{name}.yaml"), Code.VOCABULARY_FILE, f'there is no closed list "{name}"',
            f"{did_you_mean(name, _LISTS)}the lists are {', '.join(sorted(_LISTS))}",
        )  # fmt: skip
    for name in sorted(set(_LISTS) - set(files)):
        problems.add(
            Place(f"content/vocabulary/{name}.yaml"), Code.VOCABULARY_FILE, "this closed list is missing",
            "restore the file from the repository's history",
        )  # fmt: skip
    nodes = {name: read_yaml(root, files[name], problems) for name in _LISTS if name in files}
    read = {name: _read_list(name, node, problems) for name, node in nodes.items() if node}
    vocabulary = Vocabulary({name: {entry.id: entry for entry, _ in read.get(name, ())} for name in _LISTS})
    if problems.errors == before:
        for entries in read.values():
            for entry, node in entries:
                check_keys(entry, node, vocabulary, problems)
    return vocabulary if problems.errors == before else None


def _read_list(name: str, node: Node, problems: Problems) -> list[tuple[Entry, Node]]:
    if not isinstance(node, Sequence):
        problems.add(
            node.place, Code.VOCABULARY_FILE, "this file is not a list of terms", 'begin each term with "- id: …"'
        )
        return []
    read = [(entry, item) for item in node.items if (entry := read_record(_LISTS[name], item, problems))]
    seen: set[str] = set()
    for entry, item in read:
        place = place_at(item, ("id",))
        if not ID.fullmatch(entry.id):
            problems.add(
                place, Code.FIELD_VALUE, f'"{entry.id}" cannot be a key', "use small letters, figures and hyphens"
            )
        if entry.id in seen:
            problems.add(place, Code.TERM_DUPLICATE, f'"{entry.id}" stands twice in this list', "delete one of the two")
        seen.add(entry.id)
        _check_labels(entry, item, problems)
    return read


def _check_labels(entry: Entry, item: Node, problems: Problems) -> None:
    labelled: Iterable[tuple[tuple[int | str, ...], dict[str, Wording]]] = [(("labels",), entry.labels)]
    if isinstance(entry, Law):
        articles = [(("articles", index, "labels"), article.labels) for index, article in enumerate(entry.articles)]
        labelled = [*labelled, (("abbreviation",), entry.abbreviation), *articles]
    for location, labels in labelled:
        if FALLBACK not in labels:
            problems.add(
                place_at(item, location), Code.FIELD_MISSING, f'the English label of "{entry.id}" is missing',
                "add en: {text: …, verified: no}",
            )  # fmt: skip


def check_keys(record: Record, node: Node, vocabulary: Vocabulary, problems: Problems) -> None:
    """Report every key in ``record`` that its closed list does not hold, with the nearest one that it does."""
    for location, name, value in keys_of(record):
        message = None
        if name == "charges":
            name = "provisions" if isinstance(value, Provision) else "offences"
            if value == UNKNOWN:
                continue
        if name == "provisions":
            message = _unknown_provision(value, vocabulary)
        elif value not in (known := COUNTRIES if name == "countries" else frozenset(vocabulary.lists[name])):
            message = (
                f'"{value}" is not in the list of {name.replace("-", " ")}',
                did_you_mean(value, known) + _where(name, known),
            )
        if message:
            code = Code.COUNTRY if name == "countries" else Code.TERM_UNKNOWN
            problems.add(place_at(node, location), code, f"{dotted(location)}: {message[0]}", message[1])


def _where(name: str, known: Iterable[str]) -> str:
    if name == "countries":
        return "write the two-letter code of the country, such as AL, MD or TR"
    if len(keys := sorted(known)) <= 12:
        return f"the list has {', '.join(keys)}"
    return f"the list is content/vocabulary/{name}.yaml"


def _unknown_provision(provision: Provision, vocabulary: Vocabulary) -> tuple[str, str] | None:
    law = vocabulary.law(provision.law)
    if law is None:
        laws = [*vocabulary.lists["laws"], *vocabulary.lists["conventions"]]
        return f'there is no law "{provision.law}"', did_you_mean(provision.law, laws) + f"the laws are {', '.join(laws)}"
    if vocabulary.article(provision) is None:
        articles = [article.article for article in law.articles]
        return (
            f'"{provision.law}" has no article "{provision.article}" in the vocabulary',
            did_you_mean(provision.article, articles) + f"add it to {provision.law} in content/vocabulary, or use one of "
            f"{', '.join(articles)}",
        )  # fmt: skip
    return None
