"""The catalogue: the public cases of the library, by id, court, year, offence, article and topic, newest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TypeVar

from caselaw.case_numbers import normalise
from caselaw.checks import Case
from caselaw.codes import Code
from caselaw.messages import Message, joined, say
from caselaw.problems import Problems, Severity, did_you_mean
from caselaw.urls import ID_LENGTH, RESERVED_ID
from caselaw.values import looks_like_a_person
from caselaw.withdrawal import WITHDRAWN

_NOT_YET = say("nothing to do if that is meant; the link appears when the case is published")
_GONE = say("delete the entry, and reword the text if it still tells of that case: it was withdrawn")
Group = TypeVar("Group", bound=Hashable)


@dataclass(frozen=True)
class Catalogue:
    """All that readers may see. Withdrawn cases are only in ``withdrawn``; drafts and embargoed ones in none of it.

    Only in that of a preview they are.
    """

    cases: tuple[Case, ...]  # newest first
    withdrawn: tuple[Case, ...]
    by_id: Mapping[str, Case]
    aliases: Mapping[str, str]  # former id to present id

    @cached_property
    def by_court(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases of each court."""
        return _group(self.cases, lambda case: [case.record.court])

    @cached_property
    def by_year(self) -> Mapping[int, tuple[Case, ...]]:
        """The cases of each year."""
        return _group(self.cases, lambda case: [case.record.decided.year])

    @cached_property
    def by_offence(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases on each offence."""
        return _group(self.cases, lambda case: case.record.offences)

    @cached_property
    def by_article(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases that apply, charge or find on each article, by keys such as ``pcck-2003/139``."""
        return _group(self.cases, lambda case: case.record.articles)

    @cached_property
    def by_topic(self) -> Mapping[str, tuple[Case, ...]]:
        """The cases on each topic."""
        return _group(self.cases, lambda case: [topic.value for topic in case.record.topics])


def build_catalogue(
    cases: Iterable[Case], ids: frozenset[str], today: str, problems: Problems, *, drafts: bool = False
) -> Catalogue:
    """Check all cases against each other and file the public ones.

    ``ids`` names every case file there is, also the unreadable ones, so that a reference to one of those is not called
    unknown. ``today`` is the date of the build, ``YYYY-MM-DD``. With ``drafts``, which only a preview has, drafts and
    embargoed cases are filed with the public ones, and nothing is checked: the cases were, for the catalogue without.
    """
    found = sorted(cases, key=lambda case: (case.id, case.path))
    everything = [case for case in found if case.sound]
    withdrawn = tuple(case for case in everything if case.record.publication.status == WITHDRAWN)
    gone = frozenset(case.id for case in withdrawn)
    left = [case for case in everything if case.id not in gone]
    aliases = _collect_aliases(everything, ids, problems)
    seen = left if drafts else (case for case in left if is_public(case, today))
    public = tuple(sorted(seen, key=lambda case: case.id))
    newest_first = tuple(sorted(public, key=lambda case: case.record.decided.first_day, reverse=True))
    visible = frozenset(case.id for case in public)
    known = _Known(ids, visible, frozenset(case.id for case in everything) - visible, gone, aliases)
    if not drafts:
        _check_duplicates(left, problems)
        for case in found:
            _check_references(case, known, problems)
    shown = visible | gone
    return Catalogue(
        cases=newest_first,
        withdrawn=withdrawn,
        by_id={case.id: case for case in public},
        aliases={alias: present for alias, present in aliases.items() if present in shown},
    )


def is_public(case: Case, today: str) -> bool:
    """Whether readers may see a case on the day ``today``: published, and not under embargo."""
    publication = case.record.publication
    embargoed = publication.embargo_until is not None and publication.embargo_until.first_day > today
    return publication.status == "published" and not embargoed


def _group(cases: Iterable[Case], keys: Callable[[Case], Iterable[Group]]) -> dict[Group, tuple[Case, ...]]:
    groups: dict[Group, list[Case]] = defaultdict(list)
    for case in cases:
        for key in keys(case):
            groups[key].append(case)
    return {key: tuple(group) for key, group in groups.items()}


def _check_duplicates(cases: list[Case], problems: Problems) -> None:
    first: dict[Hashable, Case] = {}
    for case in cases:
        record = case.record
        for index, number in enumerate(record.case_numbers):
            other = first.setdefault((record.court, record.kind, record.decided, normalise(number)), case)
            if other.id != case.id:
                problems.add(
                    case.place("case_numbers", index), Code.CASE_DUPLICATE,
                    say(
                        'the decision {number} of {date} is in the library already: "{other}"', number=number,
                        date=record.decided, other=other.id,
                    ),
                    say("merge the two files, or correct court, number or date; the other is {path}", path=other.path),
                )  # fmt: skip
                break


def _collect_aliases(cases: list[Case], ids: frozenset[str], problems: Problems) -> dict[str, str]:
    aliases: dict[str, str] = {}
    for case in cases:
        for index, alias in enumerate(case.record.aliases):
            taken = _taken(alias, ids)
            if aliases.setdefault(alias, case.id) != case.id:
                taken = say('"{alias}" is already an alias of "{case}"', alias=alias, case=aliases[alias])
            if taken:
                problems.add(
                    case.place("aliases", index), Code.ALIAS_TAKEN, joined("aliases: ", taken),
                    say("an old address can lead to one case only; delete one of the two"),
                )  # fmt: skip
    return aliases


def _taken(alias: str, ids: frozenset[str]) -> Message | None:
    if RESERVED_ID.fullmatch(alias):
        return say('"{alias}" is an address that the site or Windows needs', alias=alias)
    if alias in ids:
        return say('"{alias}" is the id of a case', alias=alias)
    if len(alias) > ID_LENGTH:
        return say('"{alias}" is longer than {most} characters', alias=alias, most=ID_LENGTH)
    return None


@dataclass(frozen=True)
class _Known:
    """What a case may refer to."""

    ids: frozenset[str]  # of every file there is
    visible: frozenset[str]
    hidden: frozenset[str]  # readable, but not visible
    withdrawn: frozenset[str]  # of the hidden ones
    aliases: Mapping[str, str]


def _check_references(case: Case, known: _Known, problems: Problems) -> None:
    record = case.record
    references = [("cites", index, citation.case) for index, citation in enumerate(record.cites)]
    references += [("history", index, step.case) for index, step in enumerate(record.history)]
    seen: set[tuple[str, str]] = set()
    for field, index, target in references:
        place = partial(case.place, field, index, "case")
        if target == case.id:
            itself = say("the case cites itself") if field == "cites" else say("the case is a step of its own history")
            fault = joined(field, ": ", itself)
            problems.add(place(), Code.CASE_ITSELF, fault, say("name the other case, or delete the entry"))
        elif target not in known.ids:
            problems.add(place(), Code.CASE_UNKNOWN, *_reword_unknown(field, target, known))
        elif (field, target) in seen:
            fault = say('{field}: "{target}" stands twice', field=field, target=target)
            problems.add(place(), Code.CONTRADICTION, fault, say("join the two entries into one"))
        elif target in known.hidden and case.id in known.visible:
            problems.add(
                place(), Code.CASE_UNPUBLISHED,
                say('{field}: "{target}" is not public; readers will not see this link', field=field, target=target),
                _GONE if target in known.withdrawn else _NOT_YET, Severity.NOTICE,
            )  # fmt: skip
        seen.add((field, target))


def _reword_unknown(field: str, target: str, known: _Known) -> tuple[Message, Message]:
    if present := known.aliases.get(target):
        return say('{field}: "{target}" is the former id of a case', field=field, target=target), say(
            "write its present one, {present}", present=present
        )
    near = did_you_mean(target, known.ids)
    help = say("write the name of its file without .md, or list the decision under authorities")
    if not near and looks_like_a_person(target.replace("-", " ").title()):
        return say("{field}: there is no case of this name in the library", field=field), help
    return say('{field}: there is no case "{target}" in the library', field=field, target=target), joined(near, help)
