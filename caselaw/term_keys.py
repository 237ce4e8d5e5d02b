"""Whether the keys of a content file stand in their closed lists, and which ones were meant where they do not."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from difflib import get_close_matches

from caselaw.codes import Code
from caselaw.fields import Record
from caselaw.problems import Problems, did_you_mean
from caselaw.records import dotted, keys_in, lines_at_fault
from caselaw.strict_yaml import Node, place_at
from caselaw.terms import UNKNOWN, Entry
from caselaw.values import Fault, parse_provision, quoted
from caselaw.vocabulary import COUNTRIES, Vocabulary


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
