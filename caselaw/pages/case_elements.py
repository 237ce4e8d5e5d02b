"""The elements of the offence as a case has them: acts × means × purposes, and aggravating facts."""

from __future__ import annotations

from collections.abc import Iterable

from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.pages.element_parts import Element, ElementGroup
from caselaw.pages.parts import Label
from caselaw.pages.unverified import is_unverified
from caselaw.values import Provision

_REQUIRED = ("acts", "means", "purposes")
FIELDS = (*_REQUIRED, "aggravating")
_CHILD = "child-victim"  # of the list of aggravating facts


def element_groups(context: Context, case: Case) -> tuple[ElementGroup, ...]:
    """Return the three elements and any aggravating facts; nothing where no element is coded.

    An element that is not coded is there without entries: that tells a reader to look for it in the text.
    """
    if not any(getattr(case.record, field) for field in FIELDS):
        return ()
    return tuple(
        ElementGroup(
            context.locale.text(f"elements.{field}"),
            _elements(context, case, field),
            _note(context, case) if field == "means" else None,
        )
        for field in FIELDS
        if field in _REQUIRED or getattr(case.record, field)
    )


def _elements(context: Context, case: Case, field: str) -> tuple[Element, ...]:
    return tuple(
        Element(
            label=context.label(field, coded.value),
            paragraphs=context.paragraphs(coded.paragraphs),
            basis=context.label("bases", coded.basis) if coded.basis else None,
            unverified=is_unverified(case, f"{field}.{number}"),
        )
        for number, coded in enumerate(getattr(case.record, field), 1)
    )


def _note(context: Context, case: Case) -> Label | None:
    """Return, for a child victim, by which provisions no means is needed: of conventions, and of laws it applies."""
    if not _has_child_victim(context, case):
        return None
    applied = {key.partition("/")[0] for key in case.record.articles}
    return no_means_needed(
        context,
        (
            provision
            for key in context.vocabulary.lists["means"]
            for provision in context.vocabulary.means(key).none_needed
            if not context.vocabulary.is_domestic(provision) or provision.law in applied
        ),
    )


def _has_child_victim(context: Context, case: Case) -> bool:
    record = case.record
    return bool(
        (record.victims and record.victims.children)
        or any(fact.value == _CHILD for fact in record.aggravating)
        or any(context.vocabulary.means(coded.value).none_needed for coded in record.means)
    )


def no_means_needed(context: Context, provisions: Iterable[Provision]) -> Label | None:
    """Return that a child victim makes the means needless, by these provisions; nothing is said without one."""
    sources = tuple(context.reference(provision) for provision in provisions)
    return context.compose("elements.child", provisions=context.listed(sources)) if sources else None
