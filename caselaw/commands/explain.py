"""``build.py check --explain CODE``: what a code means."""

from __future__ import annotations

from difflib import get_close_matches

import click

from caselaw.codes import Code
from caselaw.commands.options import LOCALES
from caselaw.commands.output import Refused
from caselaw.explanations import Explanations, explained, read_explanations
from caselaw.message_words import read_words
from caselaw.messages import say, translated
from caselaw.problems import ask


def explain(code: str, language: str) -> None:
    """Print the explanation of a code, in capitals or small letters, in the language of messages."""
    wanted = code.strip().upper()
    if wanted not in set(Code):
        near = get_close_matches(wanted, list(Code), n=1, cutoff=0.5)
        hint = ask(near[0]) if near else say("a code is a letter and three figures, such as C102")
        fault = say('there is no code "{code}"; {hint}', code=code, hint=hint)
        raise Refused(translated(fault, read_words(language)))
    explanations = explanations_in(language)
    click.echo(explained(explanations.by_code[Code(wanted)], explanations.words, language))


def explanations_in(language: str) -> Explanations:
    """Return the explanations of all codes in a language."""
    return read_explanations(LOCALES / "codes", language)
