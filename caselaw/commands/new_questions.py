"""The questions of ``build.py new``: asked in the editor's language, each answer held against the rules at once."""

from __future__ import annotations

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
        if not values:
            return ()
        problems = faults_of(question, values, self.vocabulary, self.today)
        said = read_words(self.words.key)
        return tuple(_sentence(problem, said) for problem in problems) or tuple(
            filter(None, [self.refusal(question, values)])
        )

    def ask(self, question: Question, number: int, count: int, proposed: tuple[str, ...]) -> tuple[str, ...]:
        """Ask until the answer is in order; Enter takes what is proposed, or leaves the field open."""
        must = question.field in ("court", "id")
        self._introduce(question, number, count, bool(proposed), must)
        while True:
            answer = click.prompt(self._shown(proposed), default="", show_default=False, prompt_suffix="> ")
            if answer.strip() == "?" and question.closed_list:
                self._list("", question.closed_list)
                continue
            values = split_answer(question, answer, self.vocabulary) or proposed
            if must and not values:
                click.echo(self.words.text("intake.needed"))
                continue
            faults = self.faults(question, values)
            if not faults:
                return values
            click.echo("\n".join(faults))
            if question.closed_list:
                self._list(answer, question.closed_list)

    def _introduce(self, question: Question, number: int, count: int, is_proposed: bool, must: bool) -> None:
        sentences = [
            self.words.text("intake.question", number=number, count=count),
            self.words.text(f"intake.ask.{question.field}") + ".",
            self.words.text("intake.list") if question.closed_list else "",
            self.words.text("intake.enter_takes") if is_proposed else "",
            "" if is_proposed or must else self.words.text("intake.enter_skips"),
        ]
        click.echo("\n" + " ".join(sentence.replace("?.", "?") for sentence in sentences if sentence))

    def _shown(self, proposed: tuple[str, ...]) -> str:
        return f"[{'; '.join(proposed)}] " if proposed else ""

    def _list(self, answer: str, closed_list: str) -> None:
        """Show the terms in which an answer occurs, or all of them."""
        found = near_terms(answer, closed_list, self.vocabulary, self.words.key)
        if answer and not found:
            click.echo(self.words.text("intake.none_near"))
            return
        click.echo(self.words.text("intake.near"))
        for key, name in found[:_MOST_SHOWN]:
            click.echo(f"  {key:<28} {name}")


def _sentence(problem: Problem, said: Mapping[str, str]) -> str:
    return f"{translated(problem.message, said)}; {translated(problem.help, said)}"
