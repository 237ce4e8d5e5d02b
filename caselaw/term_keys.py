"""Whether the keys of a content file stand in their closed lists, and which ones were meant where they do not."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

from caselaw.codes import Code
from caselaw.fields import Record
from caselaw.messages import Message, joined, say
from caselaw.problems import Problems, ask, did_you_mean
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
            problems.add(place, code, joined(dotted(location), ": ", message), help)


def _fault_of(name: str, text: str, vocabulary: Vocabulary) -> tuple[Code, Message, Message] | None:
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
    return (
        Code.TERM_UNKNOWN,
        say("{found} is not in the list of {here}", found=_shown(text, near), here=here),
        joined(near, _where(name, entries)),
    )


def _unknown_country(text: str) -> tuple[Code, Message, Message] | None:
    if text in COUNTRIES:
        return None
    names = {name.lower(): code for code, name in COUNTRIES.items()}
    near = joined(ask(text.upper()), " ") if text.upper() in COUNTRIES else _nearest(text, names)
    help = say("write the two-letter code of the country, such as AL, MD or TR")
    shown = quoted(text) if near or len(text) <= 3 else say("this")
    return Code.COUNTRY, say("{shown} is not the code of a country", shown=shown), joined(near, help)


def _names(entries: Mapping[str, Entry]) -> dict[str, str]:
    """Return the keys by themselves and by their labels: people write "Supreme Court" for ``sc``."""
    labels = {words.text.lower(): key for key, entry in entries.items() for words in entry.labels.values()}
    return {**labels, **{key: key for key in entries}}


def _nearest(text: str, names: Mapping[str, str]) -> str:
    bare = text.lower().strip("“”„«»‘’ ")
    near = get_close_matches(bare, sorted(names), n=1, cutoff=0.7)
    return joined(ask(names[near[0]]), " ") if near else ""


def _shown(text: str, near: str) -> str:
    """Return the text in quotes; several words or capitals that are like no term may be a person's name: not shown."""
    return quoted(text) if near or re.fullmatch(r"[^\WA-Z]*", text) else say("this")


def _where(name: str, known: Collection[str]) -> str:
    if len(known) <= 12:
        return say("the list has {known}", known=", ".join(sorted(known)))
    return say("the list is content/vocabulary/{name}.yaml", name=name)


def _unknown_charge(text: str, vocabulary: Vocabulary) -> tuple[Code, Message, Message] | None:
    offences = vocabulary.lists["offences"]
    if text == UNKNOWN or text in offences:
        return None
    near = _nearest(text, _names(offences))
    help = say(
        "write law/article, such as pcck-2003/139; an offence where the article is not known; or {unknown}",
        unknown=UNKNOWN,
    )
    return (
        Code.TERM_UNKNOWN,
        say("{found} is neither a provision nor an offence", found=_shown(text, near)),
        joined(near, help),
    )


def _unknown_provision(text: str, vocabulary: Vocabulary) -> tuple[Code, Message, Message] | None:
    try:
        provision = parse_provision(text)
    except Fault:
        return None  # reported with the other values
    law = vocabulary.law(provision.law)
    if law is None:
        laws = [*vocabulary.lists["laws"], *vocabulary.lists["conventions"]]
        where = say("the laws are in content/vocabulary/laws.yaml")
        if len(laws) <= 12:
            where = say("the laws are {laws}", laws=", ".join(laws))
        return (
            Code.TERM_UNKNOWN,
            say('there is no law "{law}"', law=provision.law),
            joined(did_you_mean(provision.law, laws), where),
        )
    if vocabulary.article(provision):
        return None
    articles = [article.article for article in law.articles]
    help = say("correct the number, or add the article to {law} in content/vocabulary", law=provision.law)
    if len(articles) <= 12:
        help = joined(help, "; ", say("it has {articles}", articles=", ".join(articles)))
    return (
        Code.TERM_UNKNOWN,
        say('"{law}" has no article "{article}" in the vocabulary', law=provision.law, article=provision.article),
        help,
    )
