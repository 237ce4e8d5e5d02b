"""The provisions that a judgment names, as far as its words leave no doubt which law they belong to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from caselaw.intake.guess_dates import days_in
from caselaw.terms import Law
from caselaw.values import Provision
from caselaw.vocabulary import Vocabulary

_FOLDED = str.maketrans("ëçšćčžđËÇŠĆČŽĐ", "ecscczdECSCCZD")
_ARTICLE = re.compile(
    r"(?<!\w)(?:nen(?:i|it|in|eve|et)?|art(?:icles?|\.)?|clan\w{0,3}|cl\.)\s*(\d{1,3}[a-z]?)(?![\d/])\.?", re.IGNORECASE
)
_REACH = 160  # characters from the article to the name of its law: "paragraph 1 in connection with … of the"
_YEAR = re.compile(r"\s(?:19|20)\d\d$")
_MOST = 12
# What courts also call the codes of the short form beside it, without "of the Republic".
_SHORTER = {"kprk": "kpk", "kzrk": "kzk"}
# Between a short form and its year: "KPRK 2012", "KPRK-së të vitit 2012", "KZRK iz 2012. godine", "KPRK/2012".
_TO_YEAR = r"(?:-?[a-z]{1,3})?(?:\s*[(/]\s*|\s+(?:(?:te|i|se|iz|of)\s+)?(?:vit\w{0,3}\s+|godin\w\s+)?)"
_LONGER = {shorter: name for name, shorter in _SHORTER.items()}
_SHORT = "|".join((*_SHORTER, *_LONGER))
_WITH_YEAR = re.compile(rf"\b({_SHORT}){_TO_YEAR}((?:19|20)\d\d)(?![\d/])", re.IGNORECASE)
_OF_A_YEAR = rf"(?:{_SHORT}) (?:19|20)\d\d"
_OFFENCE = r"(?:vepr\w{0,3}\s+penale|krivicn\w{1,3}\s+del\w{1,3}|offences?\s+of)\W{1,4}(?:(?:se|te|e)\s+)?"


def named_offences(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the offences that are named as such: "vepra penale trafikim me njerëz"."""
    wanted = text.translate(_FOLDED)
    return tuple(
        key
        for key, offence in vocabulary.lists["offences"].items()
        if any(
            re.search(_OFFENCE + _inflected(wording.text.translate(_FOLDED).lower()), wanted, re.IGNORECASE)
            for wording in offence.labels.values()
        )
    )


def guess_provisions(text: str, vocabulary: Vocabulary, decided: str | None = None) -> tuple[str, ...]:
    """Return the provisions that are named, the most frequent first; only those that the vocabulary lists.

    The day of the decision (``YYYY-MM-DD``) tells two laws of one short form apart where one of them came later.
    """
    folded = _WITH_YEAR.sub(
        lambda match: f"{_LONGER.get(match[1].lower(), match[1])} {match[2]}", text.translate(_FOLDED)
    )
    names = _Names(folded, vocabulary, decided)
    found: Counter[str] = Counter()
    for article in _ARTICLE.finditer(folded):
        end = article.end()
        law = names.first_in(folded[end : end + _REACH])
        if law and vocabulary.article(Provision(law, article[1])):
            found[f"{law}/{article[1]}"] += 1
    return tuple(provision for provision, _ in found.most_common(_MOST))


class _Names:
    """What laws are called; a name that several laws bear counts for one only if its number stands in the text."""

    def __init__(self, text: str, vocabulary: Vocabulary, decided: str | None) -> None:
        bearers: defaultdict[str, set[str]] = defaultdict(set)
        numbered = {law.id for law in vocabulary.all_laws() if law.number and law.number.lower() in text.lower()}
        # Laws of before 2013 were called by the shorter forms too: there a date leaves doubt.
        later = {law.id for law in vocabulary.all_laws() if decided and _is_later(law, decided)}
        for law in vocabulary.all_laws():
            for name in _names(law):
                bearers[name].add(law.id)
        codes = {law.id for law in vocabulary.all_laws() if any(article.offence for article in law.articles)}
        for name, shorter in _SHORTER.items():
            if name in bearers:
                bearers[shorter] = bearers[name] | codes
        self._laws = {
            name: sure
            for name, laws in bearers.items()
            if (
                sure := _only(laws)
                or _only(laws & numbered)
                or _only(laws - (later if name not in _SHORTER.values() else frozenset()))
            )
            is not None
        }
        ordered = sorted(bearers, key=len, reverse=True)
        self._pattern = re.compile(
            rf"(?<![\w/-])(?:{_OF_A_YEAR}|{'|'.join(map(_inflected, ordered))})(?![\w/])", re.IGNORECASE
        )
        self._ordered = [(name, re.compile(_inflected(name), re.IGNORECASE)) for name in ordered]

    def first_in(self, text: str) -> str | None:
        """Return the law that is named first, None where it is not sure which one that is."""
        match = self._pattern.search(text)
        if match is None:
            return None
        name = next((name for name, pattern in self._ordered if pattern.fullmatch(match[0])), None)
        return self._laws.get(name) if name else None


def _names(law: Law) -> Iterator[str]:
    """Yield number, titles and short forms of a law; of a short form that ends in a year, also what stands before."""
    if law.number:
        yield law.number.lower()
    for wording in (*law.labels.values(), *law.abbreviation.values()):
        name = wording.text.translate(_FOLDED).lower()
        yield name
        if _YEAR.search(name) and len(bare := _YEAR.sub("", name)) > 2:
            yield bare


def _is_later(law: Law, decided: str) -> bool:
    """Whether a law was not in force yet on a day: its first day, or its gazette's, was read and is later."""
    days = (law.in_force.date.iso,) if law.in_force and law.in_force.verified else ()
    if law.gazette and law.gazette.verified:
        days = (*days, *days_in(law.gazette.text.replace("/", " ")))
    return any(day > decided for day in days)


def _only(laws: set[str]) -> str | None:
    return next(iter(laws)) if len(laws) == 1 else None


def _inflected(name: str) -> str:
    """Return the pattern of a name whose words may be declined: "Kodit Penal", "Krivičnog zakonika", "KPRK-së"."""
    words = name.split()
    if len(words) == 1:
        return re.escape(name) + (r"(?:-?[a-z]{1,3})?" if name.isalpha() else "")
    return r"\s+".join(_declined(word) for word in words)


def _declined(word: str) -> str:
    if not word.isalpha():
        return re.escape(word)
    if len(word) <= 2:  # the Albanian "i", "e", "të", "së" change with the word before
        return r"\w{1,2}"
    return word if len(word) == 3 else rf"{word[: -1 - (len(word) > 5)]}\w{{0,5}}"
