"""The parts that tell the course of proceedings: what became of a case, and the steps of its timeline."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.pages.law_parts import Checked
from caselaw.pages.parts import DateText, Label, Link


@dataclass(frozen=True)
class StatusLine:
    """One thing that became of a case: words around the link to the decision; grave where it did not stand."""

    before: str
    link: Link
    after: str
    grave: bool
    unverified: bool = False


@dataclass(frozen=True)
class StepSentence:
    """What one step of the proceedings decided on one defendant, and beside it what the step before had decided."""

    defendant: Label
    result: tuple[Label, ...]  # finding and parts of the sentence: "convicted", "8 years of imprisonment"
    before: Label | None  # "was convicted, 8 years of imprisonment (Basic Court)", or that nothing changed
    paragraphs: tuple[Link, ...]  # of the page of that step
    unverified: bool


@dataclass(frozen=True)
class Step:
    """One decision in a chain of proceedings, oldest first; the page's own decision has ``current`` set."""

    link: Link
    court: Label
    numbers: tuple[str, ...]
    decided: DateText | None  # None: not known
    outcome: Checked
    relation: Label | None  # to an earlier step, or to the page's own decision where neither is the later one
    effects: tuple[Checked, ...]  # what it did to earlier steps: "annulled: Medicus (first instance)"
    sentences: tuple[StepSentence, ...]
    current: bool
