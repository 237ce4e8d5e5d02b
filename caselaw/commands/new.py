"""``build.py new``: from a few answers, or from a judgment, to the file of a new case."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click

from caselaw.commands.new_questions import Interview
from caselaw.commands.new_report import Written, report
from caselaw.commands.options import HERE, Day, message_languages, messages_option, today
from caselaw.commands.output import CONTENT_ERROR, USAGE_ERROR, errors, plain_failures, print_problems, tell
from caselaw.intake.answers import QUESTIONS, Question, split_answer
from caselaw.intake.blocks import Unreadable
from caselaw.intake.case_file import NewCase, missing, write_case
from caselaw.intake.documents import MAX_FILE, Draft, read_document
from caselaw.intake.guesses import guess
from caselaw.intake.ids import holder_of, propose_id
from caselaw.intake.typeset import typeset
from caselaw.locale import Locale, read_locale
from caselaw.message_words import read_words
from caselaw.messages import say
from caselaw.pipeline import PROGRAM
from caselaw.problems import Problems
from caselaw.source import read_cases
from caselaw.strict_yaml import to_plain
from caselaw.terms import FALLBACK
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary

Values = dict[str, tuple[str, ...]]
_MOST_NEAR = 8
# The options that answer a question, by field.
_FLAGS = {
    "court": "--court", "case_numbers": "--number", "decided": "--decided", "kind": "--kind", "language": "--language",
    "offences": "--offence", "outcome": "--outcome", "title": "--title", "sources": "--source", "id": "--id",
}  # fmt: skip
_HELP = {
    "court": "Its key or name, such as sc.", "case_numbers": "Case number as printed; may be repeated.",
    "decided": "Date of the decision, such as 2013-04-29.", "kind": "Its kind, such as judgment.",
    "language": "Language of the text: en, sq or sr.", "offences": "An offence, by key or name; may be repeated.",
    "outcome": "Its outcome, such as conviction.", "title": "What lawyers call the case.",
    "sources": "Web address where it was read.", "id": "Its address for ever; proposed where left out.",
}  # fmt: skip


@dataclass(frozen=True)
class _Library:
    root: Path
    vocabulary: Vocabulary
    paths: Mapping[str, str]  # the file of each id
    aliases: Mapping[str, tuple[str, ...]]  # former ids of each id

    @property
    def taken(self) -> frozenset[str]:
        return frozenset(self.paths) | {former for group in self.aliases.values() for former in group}


def _answers(command: Any) -> Any:
    """Add an option for each question."""
    for question in reversed(QUESTIONS):
        name = _FLAGS[question.field]
        command = click.option(name, question.field, help=_HELP[question.field], multiple=question.several)(command)
    return command


@click.command()
@click.option(
    "--from", "document", type=click.Path(path_type=Path), metavar="JUDGMENT",
    help="Read a judgment (.docx, .pdf, .html, .txt) into the new file; what it seems to say is proposed.",
)  # fmt: skip
@_answers
@click.option(
    "--ask/--no-input", "ask", default=None, show_default="ask on a terminal",
    help="Ask what no option answers, or leave it open in the file.",
)  # fmt: skip
@messages_option
@click.option("--date", "day", type=Day(), default=today, show_default="SOURCE_DATE_EPOCH, else today", help="Today.")
@click.option(
    "--config", type=click.Path(exists=True, dir_okay=False, path_type=Path), default=HERE / "site_config.yaml",
    show_default="site_config.yaml beside build.py", help="The configuration of the library.",
)  # fmt: skip
def new(document: Path | None, ask: bool | None, messages: str, day: str, config: Path, **flags: Any) -> None:
    """Start a new case: ask at most ten questions, and write a draft with every field explained.

    Every question has an option. Without a terminal nothing is asked, and what no option says is left open. Nothing is
    ever overwritten.

    \b
    Exit codes:  0  the file is written
                 1  the library has errors, or the document cannot be read
                 2  wrong use, or an address that is taken
    """  # noqa: D301 click keeps the lines below its mark as they are
    words = read_locale(PROGRAM / "locales", messages)
    with plain_failures("nothing was written"), _stopped(words):
        library = _read_library(config.absolute().parent, messages)
        draft = _read_draft(document, words) if document else None
        guesses = guess(draft, library.vocabulary, day) if draft else {}
        interview = Interview(
            words, library.vocabulary, day, lambda question, values: _refusal(library, question, values, words)
        )
        given = _given(flags, interview)
        is_asked = sys.stdin.isatty() if ask is None else ask
        values, guessed = _collect(given, guesses, interview, library, is_asked)
        if not values.get("court"):
            raise _wrong_use(words.text("intake.no_court"))
        case = _new_case(values, guessed, draft, library.vocabulary, words)
        written = _write(case, library.root, values["id"][0], words)
    report(Written(written, library.root, case, missing(case), draft.notices if draft else None), words)


def _read_library(root: Path, language: str) -> _Library:
    problems = Problems()
    vocabulary = read_vocabulary(root, problems)
    if vocabulary is None:
        said = read_words(language)
        print_problems(problems, False, said)
        tell(say("{errors}; nothing was written.", errors=errors(problems)), said, err=True)
        raise SystemExit(CONTENT_ERROR)
    source = read_cases(root, Problems())  # other cases may have mistakes: that is no matter of the new one
    paths = {Path(path).name.partition(".")[0]: path for path in sorted(source.files) if path.endswith(".md")}
    aliases = {document.id: _aliases(document.front.get("aliases")) for document in source.documents}
    return _Library(root, vocabulary, {**dict.fromkeys(source.ids, "content/cases"), **paths}, aliases)


def _aliases(node: Any) -> tuple[str, ...]:
    plain = to_plain(node) if node is not None else None
    return tuple(entry for entry in plain if isinstance(entry, str)) if isinstance(plain, list) else ()


@contextmanager
def _stopped(words: Locale) -> Iterator[None]:
    """Say in the editor's language that an interrupted run has written nothing."""
    try:
        yield
    except click.Abort:
        click.echo("\n" + words.text("intake.stopped"), err=True)
        raise SystemExit(CONTENT_ERROR) from None


def _wrong_use(message: str) -> SystemExit:
    """Print what is wrong with an option, without click's own English words around it."""
    click.echo(message, err=True)
    return SystemExit(USAGE_ERROR)


def _refused_option(question: Question, values: tuple[str, ...], faults: tuple[str, ...], interview: Interview) -> str:
    """Return what stands against an option, the name of the field once, and the terms that may be meant."""
    told = "; ".join(fault.removeprefix(f"{question.field}: ") for fault in faults)
    if not interview.unknown(question, values):
        return f"{_FLAGS[question.field]}: {told}"
    near = interview.near(question, values)[:_MOST_NEAR]
    heading = interview.words.text("intake.meant" if near else "intake.near")
    listed = "".join(f"\n  {key} ({name})" for key, name in near or interview.all_terms(question))
    return f"{_FLAGS[question.field]}: {told.partition('; ')[0]}\n{heading}{listed}"


def _read_draft(document: Path, words: Locale) -> Draft:
    if not document.is_file():
        raise _wrong_use(words.text("intake.no_file", file=document.name))
    try:
        if document.stat().st_size > MAX_FILE:
            raise Unreadable("large", most=MAX_FILE // 1_000_000)
        return read_document(document.read_bytes(), document.suffix.removeprefix("."))
    except Unreadable as refusal:
        reason = words.text(f"intake.refused.{refusal.reason}", **refusal.values)
        click.echo(f"{document.name}: {reason} {words.text('intake.refused_nothing')}", err=True)
        raise SystemExit(CONTENT_ERROR) from refusal


def _refusal(library: _Library, question: Question, values: tuple[str, ...], words: Locale) -> str:
    """Return that an id is taken, "" for all else."""
    if question.field != "id":
        return ""
    path = holder_of(values[0], library.paths, library.aliases)
    return words.text("intake.taken", id=values[0], path=path) if path else ""


def _given(flags: Mapping[str, Any], interview: Interview) -> Values:
    """Return the answers of the options; a wrong one is wrong use."""
    values: Values = {}
    for question in QUESTIONS:
        flag = flags[question.field]
        texts = flag if question.several else (flag,) if flag is not None else ()
        found = [split_answer(question, text, interview.vocabulary) for text in texts]
        values[question.field] = tuple(value for group in found for value in group)
        if faults := interview.faults(question, values[question.field]):
            raise _wrong_use(_refused_option(question, values[question.field], faults, interview))
    return values


def _collect(
    given: Values, guesses: Mapping[str, tuple[str, ...]], interview: Interview, library: _Library, is_asked: bool
) -> tuple[Values, frozenset[str]]:
    """Return the values of all fields and which of them nobody has confirmed."""
    values: Values = {name: found for name, found in guesses.items() if name in ("ecli", "applies")}
    guessed = set(values)
    if is_asked:
        click.echo(interview.words.text("intake.leave"))
    for number, question in enumerate(QUESTIONS, 1):
        name = question.field
        proposed = guesses.get(name, ()) or _proposal(name, values, library)
        answer = given[name]
        if not answer and is_asked:
            answer = interview.ask(question, number, len(QUESTIONS), proposed)
        elif not answer:
            answer = proposed if name != "title" or guesses else ()
        if answer and answer == proposed and answer != given[name] and name != "id":
            guessed.add(name)
        values[name] = answer
    return values, frozenset(guessed)


def _proposal(name: str, values: Values, library: _Library) -> tuple[str, ...]:
    """Return what follows from earlier answers: a title from court and number, an id from all of them."""
    first = {field: found[0] if found else "" for field, found in values.items()}
    court = library.vocabulary.court(first["court"]) if first.get("court") else None
    number = first.get("case_numbers", "")
    made = f"{court.label(first.get('language', ''))[0].text}, {number}" if court and number else ""
    if name == "title" and made:
        return (made,)
    if name == "id":
        title = first["title"] if first["title"] != made else ""
        english = court.label(FALLBACK)[0].text if court else ""
        return (propose_id(title, english, number, first["decided"], library.taken),)
    return ()


def _new_case(
    values: Values, guessed: frozenset[str], draft: Draft | None, vocabulary: Vocabulary, words: Locale
) -> NewCase:
    kind, language = values["kind"], (*values["language"], words.key)[0]
    label = vocabulary.term("kinds", kind[0]).label(language)[0].text if kind else ""
    title = ", ".join(part for part in (label, *values["case_numbers"][:1]) if part) or "?"
    notes = ()
    if draft:
        own = "intake.numbers_of_court" if draft.by_court else "intake.numbers_of_ours"
        cyrillic = (words.text("intake.cyrillic"),) if "cyrillic" in draft.notices else ()
        notes = (words.text(own), *cyrillic)
    return NewCase(values, guessed, title, typeset(draft.blocks) if draft else None, notes)


def _write(case: NewCase, root: Path, case_id: str, words: Locale) -> Path:
    """Write the file, never over another one: who comes second at the same moment is refused too."""
    language = (*case.values["language"], words.key)[0]
    own_words = read_locale(PROGRAM / "locales", language) if language in message_languages() else words
    path = root / "content" / "cases" / case.values["court"][0] / f"{case_id}.md"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(write_case(case, words, own_words))
    except FileExistsError as error:
        raise _wrong_use(words.text("intake.taken_folder", path=path.relative_to(root).as_posix())) from error
    return path
