"""What the search keeps of a case beside its text: filters by key, and what a result shows."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw.checks import Case
from caselaw.pages.context import Context


def search_filters(case: Case) -> tuple[tuple[str, str], ...]:
    """Return the (filter, key) pairs by which a search is narrowed."""
    record = case.record
    offences = tuple(("offence", key) for key in record.offences)
    year = str(record.decided.year)
    return (("court", record.court), ("year", year), *offences, ("outcome", record.outcome))


def search_meta(context: Context, case: Case) -> tuple[tuple[str, str], ...]:
    """Return what Pagefind keeps of a case beside its text; it keeps no empty value."""
    record = case.record
    meta = (
        ("title", record.title),
        ("court", context.label("courts", record.court).text),
        ("number", "; ".join(record.case_numbers)),
        ("date", context.date(record.decided).text),
        ("outcome", context.label("outcomes", record.outcome).text),
        ("terms", "; ".join(_coded_terms(context, case))),
    )
    return tuple((name, value) for name, value in meta if value)


def _coded_terms(context: Context, case: Case) -> Iterator[str]:
    """Yield the labels of what is coded, so that a search finds them where the text has other words."""
    record = case.record
    for vocabulary, keys in (
        ("offences", record.offences),
        ("purposes", tuple(coded.value for coded in record.purposes)),
        ("topics", record.topics),
        ("sectors", record.sectors),
    ):
        yield from (context.label(vocabulary, key).text for key in keys)
