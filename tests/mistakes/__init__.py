"""Mistakes that editors make, each by itself, with every line that is said of it: the data of test_seeded_mistakes.

A mistake is one change to a sound library: to ``CASE``, to a file of its own, or to the site's own files. The lines
``says`` are whole; where they begin with a line number, they speak of the one file that the mistake is in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

# A file's text, its bytes, or what makes something else at its path; None takes the file away.
Content = str | bytes | Callable[[Path], None] | None

# A sound case in a library of tests/sample_library.py.
CASE = """\
---
title: Case of the harbour
court: sc
decided: 2013-04-29
kind: judgment
text: summary
language: en
summary: The court convicted two defendants of trafficking in persons.
offences: [trafficking]
outcome: conviction
charges:
  - defendant: A.B.
    charged: code-2003/139
    finding: convicted
    sentence: {imprisonment: 8 years, fine: 8000 EUR, suspended: no}
    paragraphs: [1, 2]
sources:
  - url: https://example.org/judgment
    title: Judgment
publication: {status: published}
---
## Facts

[1] The first paragraph.

[2] The second paragraph.
"""
# Both hold CASE; other cases may refer to them.
SOUND_CASES = ("harbour-case-2013", "station-case-2016")
# People of whom nothing may be repeated in what is said.
PRIVATE_NAMES = ("Arben", "Berisha", "Maria", "Kola")

# Lines of CASE that mistakes change, and one before which they add a field.
TITLE = "title: Case of the harbour"
COURT = "court: sc"
DECIDED = "decided: 2013-04-29"
OFFENCES = "offences: [trafficking]"
SENTENCE = "{imprisonment: 8 years, fine: 8000 EUR, suspended: no}"
SOURCES = "sources:\n"
PUBLICATION = "publication: {status: published}"


@dataclass(frozen=True)
class Mistake:
    """One mistake: the files that make it, and all that is said of it."""

    name: str
    files: Mapping[str, Content]
    says: tuple[str, ...]

    def make(self, root: Path) -> None:
        """Put the mistake into the library in the folder ``root``."""
        for path, content in self.files.items():
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            if content is None:
                file.unlink()
            elif callable(content):
                content(file)
            else:
                file.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)


def changed(before: str, after: str, text: str = CASE) -> str:
    """Return a text with the one place where ``before`` stands in it changed."""
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in the text"
    return text.replace(before, after)


def in_files(name: str, files: Mapping[str, Content], *says: str) -> Mistake:
    """Return a mistake that takes these files."""
    only = next(iter(files))
    return Mistake(name, files, tuple(f"{only}:{line}" if line[0].isdigit() else line for line in says))


def as_case(name: str, content: Content, *says: str) -> Mistake:
    """Return a mistake that is the whole of one case file."""
    return in_files(name, {f"content/cases/sc/{name}.md": content}, *says)


def in_case(name: str, before: str, after: str, *says: str) -> Mistake:
    """Return a mistake that is one change to a sound case."""
    return as_case(name, changed(before, after), *says)


def add_field(name: str, lines: str, *says: str) -> Mistake:
    """Return a mistake that is one more field in a sound case, in line 17."""
    return as_case(name, changed(SOURCES, f"{lines}\n{SOURCES}"), *says)
