"""What of a case still has to be checked against the judgment, and how readers are told."""

from __future__ import annotations

from collections.abc import Iterator

from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.values import Provision


def is_unverified(case: Case, path: str) -> bool:
    """Whether the field at ``path``, a part of it, or the group it belongs to is listed as unverified."""
    return any(
        entry == path or entry.startswith(f"{path}.") or path.startswith(f"{entry}.")
        for entry in case.record.unverified
    )


def namings(case: Case, article: str) -> Iterator[str]:
    """Yield the paths of the fields in which a court names an article, such as ``charges.1.convicted_of``."""
    record = case.record
    fields: list[tuple[str, Provision | str | None]] = [
        (f"applies.{number}", provision) for number, provision in enumerate(record.applies, 1)
    ]
    for number, charge in enumerate(record.charges, 1):
        fields += [
            (f"charges.{number}.charged", charge.charged),
            (f"charges.{number}.convicted_of", charge.convicted_of),
        ]
    fields += [(f"findings.{number}.provision", finding.provision) for number, finding in enumerate(record.findings, 1)]
    for path, provision in fields:
        if isinstance(provision, Provision) and provision.of_article == article:
            yield path


def unverified_names(context: Context, case: Case) -> tuple[str, ...]:
    """Return readable names: ``charges.2.sentence`` becomes “Charges and sentences, no. 2: Sentence”."""
    return tuple(dict.fromkeys(_name(context, entry) for entry in case.record.unverified))


def _name(context: Context, entry: str) -> str:
    locale = context.locale
    if entry[:1] == "p" and entry[1:].isdigit():
        return locale.text("unverified.paragraph", number=entry[1:])
    name = ""
    for step in entry.split("."):
        if step.isdigit():
            name = locale.text("unverified.item", name=name, number=step)
        else:
            part = locale.text(f"fields.{step}")
            name = locale.text("unverified.part", name=name, part=part) if name else part
    return name
