"""The questions of ``build.py new``: asked in the editor's language, each answer held against the rules at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import click

from caselaw.intake.answers import Question, faults_of, near_terms, split_answer
from caselaw.locale import Locale
from caselaw.message_words import read_words
from caselaw.messages import translated
from caselaw.problems import Problem
from caselaw.vocabulary import Vocabulary

_MOST_SHOWN = 60
Refusal = Callable[[Question, tuple[str, ...]], str]  # what else stands against an answer, "" where nothing does


@dataclass(frozen=True)
class Interview:
    """What every question needs: the editor's language, the closed lists, the day, and what only this library knows."""

    words: Locale
    vocabulary: Vocabulary
    today: str
    refusal: Refusal

    def faults(self, question: Question, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return what stands against the values of a field, as sentences."""
        return tuple(self._said(fault) for fault in self._faults_in(question, values))

    def ask(self, question: Question, number: int, count: int, proposed: tuple[str, ...]) -> tuple[str, ...]:
        """Ask until the answer is in order; Enter takes what is proposed, or leaves the field open."""
        must = question.field in ("court", "id")
        self._introduce(question, number, count, bool(proposed), must)
        shown: tuple[str, ...] = ()  # the keys of the list that was shown last
        while True:
            answer = click.prompt(_bracketed(proposed), default="", show_default=False, prompt_suffix="> ").strip()
            if answer == "?":
                shown = self._help(question)
                continue
            values = split_answer(question, _numbered(answer, shown), self.vocabulary) or proposed
            if must and not values:
                click.echo(self.words.text("intake.needed"))
                continue
            if not (faults := self._faults_in(question, values)):
                self._say_understood(question, answer, values)
                return values
            shown, meant = self._explain(question, values, faults)
            if meant and not proposed:
                proposed = meant
                click.echo(self.words.text("intake.enter_takes"))

    def near(self, question: Question, values: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
        """Return (key, name) of the terms near to the values that are not on the list of a question."""
        name = question.closed_list or ""
        unknown = self.unknown(question, values)
        found = (near_terms(value, name, self.vocabulary, self.words.key) for value in unknown)
        return tuple(dict.fromkeys(term for group in found for term in group))

    def unknown(self, question: Question, values: tuple[str, ...]) -> tuple[str, ...]:
        """Return the values that are not on the list of a question; none where it has no list."""
        known = self.vocabulary.lists[question.closed_list] if question.closed_list else values
        return tuple(value for value in values if value not in known)

    def all_terms(self, question: Question) -> tuple[tuple[str, str], ...]:
        """Return (key, name) of all terms on the list of a question."""
        return near_terms("", question.closed_list or "", self.vocabulary, self.words.key)

    def _faults_in(self, question: Question, values: tuple[str, ...]) -> tuple[Problem | str, ...]:
        if not values:
            return ()
        problems = faults_of(question, values, self.vocabulary, self.today)
        return problems or tuple(filter(None, [self.refusal(question, values)]))

    def _explain(
        self, question: Question, values: tuple[str, ...], faults: tuple[Problem | str, ...]
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Say what is wrong; return the keys of the list that was shown, and the value that was probably meant."""
        if question.closed_list and self.unknown(question, values):
            near = self.near(question, values)
            click.echo(self.words.text("intake.not_listed" if near else "intake.none_near"))
            return (self._list("intake.meant", near) if near else ()), ()
        click.echo("\n".join(self._said(fault) for fault in faults))
        return (), next((meant for fault in faults if (meant := _meant(fault))), ())

    def _said(self, fault: Problem | str) -> str:
        return fault if isinstance(fault, str) else _sentence(fault, read_words(self.words.key))

    def _introduce(self, question: Question, number: int, count: int, is_proposed: bool, must: bool) -> None:
        sentences = [
            self.words.text("intake.question", number=number, count=count),
            self.words.text(f"intake.ask.{question.field}") + ".",
            self.words.text("intake.list" if question.closed_list else "intake.more"),
            self.words.text("intake.enter_takes") if is_proposed else "",
            "" if is_proposed or must else self.words.text("intake.enter_skips"),
        ]
        click.echo("\n" + " ".join(sentence.replace("?.", "?") for sentence in sentences if sentence))

    def _help(self, question: Question) -> tuple[str, ...]:
        """Show the list of a question, and return its keys; of another question, how it is answered."""
        if question.closed_list is None:
            click.echo(self.words.text(f"intake.help.{question.field}"))
            return ()
        return self._list("intake.near", self.all_terms(question))

    def _list(self, heading: str, terms: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
        """Show terms with numbers to choose them by, and return their keys."""
        click.echo(self.words.text(heading))
        for number, (key, name) in enumerate(terms[:_MOST_SHOWN], 1):
            click.echo(f"  {number:>2}  {name} ({key})")
        return tuple(key for key, _ in terms[:_MOST_SHOWN])

    def _say_understood(self, question: Question, answer: str, values: tuple[str, ...]) -> None:
        """Show a date that was written otherwise, or what a number stands for."""
        is_other = question.field == "decided" or any(part.isdigit() for part in _parts(answer) if question.closed_list)
        if answer and is_other and values != (answer,):
            click.echo(self.words.text("intake.understood", value="; ".join(values)))


def _bracketed(proposed: tuple[str, ...]) -> str:
    return f"[{'; '.join(proposed)}] " if proposed else ""


def _parts(answer: str) -> list[str]:
    return re.split(r"\s*[;,]\s*", answer)


def _numbered(answer: str, shown: tuple[str, ...]) -> str:
    """Return an answer with the numbers of the list that was shown replaced by its keys."""
    parts = _parts(answer)
    if not shown or not any(part.isdigit() for part in parts):
        return answer
    keys = dict(enumerate(shown, 1))
    return "; ".join(keys.get(int(part), part) if part.isdigit() else part for part in parts)


def _meant(fault: Problem | str) -> tuple[str, ...]:
    """Return the date that a fault proposes: "did you mean 2020-05-04?"."""
    help = "" if isinstance(fault, str) else fault.help
    near = re.search(r"did you mean (\d{4}-\d\d-\d\d)\?", help)  # a message is its English text
    return (near[1],) if near else ()


def _sentence(problem: Problem, said: Mapping[str, str]) -> str:
    return f"{translated(problem.message, said)}; {translated(problem.help, said)}"
