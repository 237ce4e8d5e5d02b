"""What ``build.py new`` says when the file is written: what is open, what was guessed, what must not become public."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import click
import yaml

from caselaw.intake.case_file import NewCase
from caselaw.locale import Locale
from caselaw.pipeline import PROGRAM
from caselaw.problems import Severity
from caselaw.safety import Finding, find_personal_data


@dataclass(frozen=True)
class Written:
    """The new file, and what is to be said of it."""

    path: Path
    root: Path
    case: NewCase
    missing: tuple[str, ...]
    notices: Mapping[str, int] | None  # what was lost of the document; None where there was none


def report(written: Written, words: Locale) -> None:
    """Print what the editor must know and do next; never a personal datum itself."""
    path = written.path.relative_to(written.root).as_posix()
    click.echo(words.text("intake.written", path=path))
    _report_reading(written, words)
    found = _report_personal_data(written.path.read_text(encoding="utf-8"), words)
    if found or written.notices is not None:  # a whole judgment names people, whether or not the program sees it
        click.echo(words.text("intake.private"))
    if written.notices is not None:
        click.echo(f"{words.text('intake.search_names')} {words.text('intake.keep_outside')}")
    _say_what_next(path, words)


def _report_reading(written: Written, words: Locale) -> None:
    """Say what was lost of the document, what was guessed, and what is still open."""
    for sentence in written.case.text_notes:
        click.echo(sentence)
    for key, count in (written.notices or {}).items():
        if key != "cyrillic":
            click.echo(words.count(f"intake.notices.{key}", count))
    if written.case.guessed:
        click.echo(f"{words.text('intake.guessed')} {', '.join(sorted(written.case.guessed))}")
    if written.notices is not None and "applies" not in written.case.values:
        click.echo(words.text("intake.no_provisions"))
    if written.missing:
        click.echo(f"{words.text('intake.missing')} {', '.join(written.missing)}")


def _report_personal_data(text: str, words: Locale) -> bool:
    """Say of each kind on which lines it stands; return whether there is any."""
    findings = find_personal_data(text)
    for severity, key in ((Severity.ERROR, "intake.personal"), (Severity.WARNING, "intake.perhaps_personal")):
        if found := [finding for finding in findings if finding.severity is severity]:
            click.echo("\n" + words.text(key))
            for line in _by_kind(found, text, words):
                click.echo(f"  {line}")
    if not findings:
        click.echo(words.text("intake.no_personal"))
    return bool(findings)


def _by_kind(findings: list[Finding], text: str, words: Locale) -> Iterator[str]:
    lines: defaultdict[str, set[int]] = defaultdict(set)
    for finding in findings:
        lines[finding.code.value].add(text.count("\n", 0, finding.start) + 1)
    titles = _titles(words.key)
    for code, numbers in sorted(lines.items()):
        listed = ", ".join(map(str, sorted(numbers)))
        kind = f"{titles[code]} ({code})" if code in titles else code
        yield words.count("intake.lines", len(numbers), kind=kind, lines=listed)


def _titles(language: str) -> dict[str, str]:
    """Return the title of each code in a language, in English where it has none."""
    titles: dict[str, str] = {}
    for key in ("en", language):
        path = PROGRAM / "locales" / "codes" / f"{key}.yaml"
        if path.is_file():
            entries = yaml.safe_load(path.read_text(encoding="utf-8")) or {}
            titles |= {code: str(entry["title"]) for code, entry in entries.items() if "title" in entry}
    return titles


def _say_what_next(path: str, words: Locale) -> None:
    python = ".venv\\Scripts\\python" if os.name == "nt" else ".venv/bin/python"
    click.echo("\n" + words.text("intake.next"))
    click.echo(words.text("intake.steps.edit", path=path))
    click.echo(words.text("intake.steps.check", command=f"{python} build.py check"))
    click.echo(words.text("intake.steps.preview", command=f"{python} build.py serve"))
    click.echo(words.text("intake.steps.publish"))
