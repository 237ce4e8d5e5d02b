"""Values of the front matter as the exported record has them, with their words in every language."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from functools import cached_property

from caselaw.coding import Sentence
from caselaw.exports.record import (
    ChargedData,
    DurationData,
    MoneyData,
    ProvisionData,
    SentenceData,
    TermData,
)
from caselaw.pages.context import Context, Library
from caselaw.terms import UNKNOWN
from caselaw.values import Duration, Money, Provision

# Notes are numbered as in Markdown, [^1], so that nobody takes their numbers for a part of the text; the numbers of
# items, which browsers write, are written out.
_MARKS = (
    (re.compile(r'<sup id="fnref[^>]*><a[^>]*>(\d+)</a></sup>'), r"[^\1]"),
    (re.compile(r'<li id="fn-(\d+)">'), r"[^\1] "),
    (re.compile(r'<a[^>]*role="doc-backlink"[^>]*>[^<]*</a>'), ""),
    (re.compile(r'<li value="(\d+)">'), r"\1. "),
)
# What ends a line in the sanitised HTML of texts; what ends a cell only keeps two words apart.
_LINE_END = re.compile(r"<br ?/?>|</(?:p|li|tr|h[1-6]|blockquote|ul|ol|table)>")
_CELL_END = re.compile(r"</t[dh]>")
_TAG = re.compile(r"<[^>]*>")


@dataclass(frozen=True)
class Words:
    """The words of a library in all its languages."""

    library: Library

    @cached_property
    def contexts(self) -> tuple[Context, ...]:
        """The library seen in each of its languages."""
        return tuple(Context(self.library, locale) for locale in self.library.locales)

    @cached_property
    def _terms(self) -> dict[tuple[str, str], TermData]:
        return {}

    @cached_property
    def _provisions(self) -> dict[str, ProvisionData]:
        return {}

    def term(self, name: str, key: str) -> TermData:
        """Return a term of the closed list ``name``; a missing label is missing, not stood in for by English."""
        if (name, key) not in self._terms:
            labels = dict(sorted(self.library.vocabulary.term(name, key).labels.items()))
            self._terms[name, key] = TermData(
                key=key,
                labels={language: wording.text for language, wording in labels.items()},
                unverified_labels=tuple(language for language, wording in labels.items() if not wording.verified),
            )
        return self._terms[name, key]

    def maybe(self, name: str, key: str | None) -> TermData | None:
        """Return a term, None where the record names none."""
        return self.term(name, key) if key else None

    def terms(self, name: str, keys: tuple[str, ...]) -> tuple[TermData, ...]:
        """Return terms in the order of their keys."""
        return tuple(self.term(name, key) for key in keys)

    def provision(self, provision: Provision) -> ProvisionData:
        """Return a provision as it is cited in each language of the site, also where that is not built."""
        key = str(provision)
        if key not in self._provisions:
            locales = self.library.site_locales or self.library.locales
            labels = {locale.key: Context(self.library, locale).provision(provision) for locale in locales}
            self._provisions[key] = ProvisionData(
                key=key,
                law=provision.law,
                article=provision.article,
                paragraph=provision.paragraph,
                labels={language: label.text for language, label in labels.items()},
                unverified_labels=tuple(language for language, label in labels.items() if not label.verified),
            )
        return self._provisions[key]

    def charged(self, charged: Provision | str) -> ChargedData:
        """Return what was charged, as precise as it is known."""
        if isinstance(charged, Provision):
            return ChargedData(provision=self.provision(charged), offence=None)
        offence = None if charged == UNKNOWN else self.term("offences", charged)
        return ChargedData(provision=None, offence=offence)


def duration(value: Duration) -> DurationData:
    """Return a term of imprisonment in numbers."""
    return DurationData(years=value.years, months=value.months, days=value.days, life=value.life)


def money(value: Money | str | None) -> MoneyData | None:
    """Return a sum; None where the front matter says nothing or that it is unknown."""
    if not isinstance(value, Money):
        return None
    # Sums have at most twelve digits and two decimals, which a float holds as they were written.
    amount = int(value.amount) if value.amount == int(value.amount) else float(value.amount)
    return MoneyData(amount=amount, currency=value.currency)


def yes_or_no(value: bool | str | None) -> bool | None:
    """Return yes or no; None where the front matter says nothing or that it is unknown."""
    return value if isinstance(value, bool) else None


def sentence(value: Sentence | None) -> SentenceData | None:
    """Return a sentence in numbers."""
    if value is None:
        return None
    return SentenceData(
        imprisonment=duration(value.imprisonment) if value.imprisonment else None,
        fine=money(value.fine),
        suspended=value.suspended,
        other=value.other,
    )


def plain_text(inner: str) -> str:
    """Return the words of sanitised HTML; what stands on lines of its own keeps them."""
    for mark, words in _MARKS:
        inner = mark.sub(words, inner)
    broken = _TAG.sub("", _CELL_END.sub("\t", _LINE_END.sub("\n", inner.replace("\n", " "))))
    lines = (" ".join(line.split()) for line in html.unescape(broken).split("\n"))
    return "\n".join(line for line in lines if line)
