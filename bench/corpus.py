"""Write a library of any size for benchmarks and load tests: python -m bench.corpus FOLDER CASES.

Its cases are invented and say nothing; their shape is that of the real ones: charges and sentences, elements, chains of
proceedings, citations, numbered paragraphs. The same number of cases and seed give the same bytes.
"""

from __future__ import annotations

import datetime
import random
import re
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from caselaw.problems import Problems
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary

ROOT = Path(__file__).resolve().parent.parent
FIRST_DAY = datetime.date(2001, 2, 5)
DAYS = 9000
LAST_DAY = datetime.date(2026, 10, 31)  # an appeal from an appeal from … would be decided in the future
PROVISIONS = ("pcck-2003/139", "pcck-2003/138", "pcck-2003/201", "pcck-2003/274/1", "echr/4")
INITIALS = "ABDEFGHIKLMNPRSTVZ"
WORDS = (
    "the court held that the accused was guilty of trafficking in human beings and imposed a sentence of imprisonment "
    "which the court of appeals upheld in part because victims had been recruited by deception and abuse of a position "
    "of vulnerability transported across the border harboured in a house near the bus station and exploited for work "
    "without pay while the prosecution appealed against the requalification of the offence as smuggling of migrants "
    "and the defence argued that the witnesses had not been heard in the presence of counsel"
).split()


@dataclass(frozen=True)
class Lexicon:
    """The words that cases are made of; ``weights`` are cumulative, without them all words are alike."""

    words: tuple[str, ...]
    weights: tuple[float, ...] | None = None


@dataclass(frozen=True)
class Shape:
    """What a library is like: the same shape gives the same bytes."""

    cases: int
    seed: int = 1
    paragraphs: int = 30
    lexicon: Lexicon = Lexicon(tuple(WORDS))


def write_corpus(folder: Path, cases: int, *, seed: int = 1, paragraphs: int = 30) -> Path:
    """Write a library of ``cases`` cases of about ``paragraphs`` paragraphs each; return its configuration."""
    return write_library(folder, Shape(cases, seed, paragraphs))


def write_library(folder: Path, shape: Shape) -> Path:
    """Write a library of a shape into a folder without one; return its configuration."""
    for part in ("content/vocabulary", "content/pages"):
        shutil.copytree(ROOT / part, folder / part)
    for page in (folder / "content" / "pages").glob("*.md"):  # the cases they lead to are not among the invented ones
        text = re.sub(r"\]\(cases/[^)]*\)", "](cases/index.html)", page.read_text(encoding="utf-8"))
        page.write_text(text, encoding="utf-8", newline="\n")
    config = shutil.copyfile(ROOT / "site_config.yaml", folder / "site_config.yaml")
    for case_id, fields, text in invent_cases(shape):
        path = folder / "content" / "cases" / fields["court"] / f"{case_id}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        front = yaml.dump(fields, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
        path.write_text(f"---\n{front}---\n{text}", encoding="utf-8", newline="\n")
    return config


def invent_cases(shape: Shape) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the id, front matter and text of each case of a library."""
    vocabulary = read_vocabulary(ROOT, Problems())
    if vocabulary is None:
        raise ValueError("the vocabulary of this project has errors; run python build.py check")
    corpus = _Corpus(vocabulary, shape)
    for number in range(shape.cases):
        yield _id(number), *corpus.next_case(number)


def _id(number: int) -> str:
    return f"invented-case-{number:05}"


class _Corpus:
    """Draws one case after the other; a third of them are appeals against the one before."""

    def __init__(self, vocabulary: Vocabulary, shape: Shape) -> None:
        self._draw = random.Random(shape.seed)  # noqa: S311 not for secrets
        self._lists = {name: list(entries) for name, entries in vocabulary.lists.items()}
        self._paragraphs = shape.paragraphs
        self._lexicon = shape.lexicon
        self._day = FIRST_DAY

    def next_case(self, number: int) -> tuple[dict[str, Any], str]:
        draw = self._draw
        is_appeal = number > 0 and draw.random() < 0.33
        start = self._day if is_appeal else FIRST_DAY
        later = start + datetime.timedelta(draw.randrange(30, 400 if is_appeal else DAYS))
        self._day = min(later, LAST_DAY)
        length = max(3, int(draw.gauss(self._paragraphs, self._paragraphs / 3)))
        fields = {
            "title": f"Invented case {number} ({self._words(3)})",
            "court": "ca" if is_appeal else draw.choice(self._lists["courts"]),
            "case_numbers": [f"P {number}/{self._day.year}"],
            "decided": self._day.isoformat()[: draw.choice([10, 10, 10, 7, 4])],
            "kind": "judgment",
            "text": "summary",
            "language": "en",
            "summary": self._sentence(80),
            "offences": self._some("offences", 2),
            "outcome": draw.choice(self._lists["outcomes"]),
            "applies": draw.sample(PROVISIONS, 2),
            "charges": [self._charge(length) for _ in range(draw.randrange(1, 6))],
            **{field: self._elements(field, length) for field in ("acts", "means", "purposes")},
            "sectors": self._some("sectors", 1),
            "victims": {"total": (total := draw.randrange(1, 31)), "adults": total, "children": 0, "sex": "female"},
            "history": [{"relation": "appeal-of", "case": _id(number - 1)}] if is_appeal else [],
            "cites": [{"case": _id(other)} for other in self._others(number)],
            "topics": self._some("topics", 3),
            "sources": [{"url": f"https://court.example/{number}", "title": "Judgment", "kind": "judgment"}],
            "unverified": ["decided"] if draw.random() < 0.2 else [],
            "publication": {"status": "published"},
        }
        return fields, self._text(length)

    def _some(self, name: str, most: int) -> list[str]:
        return self._draw.sample(self._lists[name], self._draw.randrange(1, most + 1))

    def _others(self, number: int) -> list[int]:
        """Return earlier cases, the first ones most often, as some judgments are cited by all others."""
        return sorted({int(number * self._draw.random() ** 3) for _ in range(min(number, 4))})

    def _charge(self, length: int) -> dict[str, Any]:
        draw = self._draw
        return {
            "defendant": f"{draw.choice(INITIALS)}.{draw.choice(INITIALS)}.",
            "charged": draw.choice(PROVISIONS),
            "finding": "convicted",
            "sentence": {"imprisonment": f"{draw.randrange(2, 15)} years", "fine": f"{draw.randrange(1, 20)}000 EUR"},
            "paragraphs": [draw.randrange(1, length)],
        }

    def _elements(self, name: str, length: int) -> list[dict[str, Any]]:
        return [{"value": key, "paragraphs": [self._draw.randrange(1, length)]} for key in self._some(name, 2)]

    def _words(self, number: int) -> str:
        return " ".join(self._draw.choices(self._lexicon.words, cum_weights=self._lexicon.weights, k=number))

    def _sentence(self, number: int) -> str:
        return self._words(number).capitalize() + "."

    def _text(self, length: int) -> str:
        parts = []
        for number in range(1, length + 1):
            if number % 10 == 1:
                parts.append(f"## Part {number // 10 + 1}")
            emphasis = f" *{self._words(3)}*," if number % 4 == 0 else ""
            parts.append(f"[{number}] {self._words(20).capitalize()},{emphasis} {self._words(50)}.")
        return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    write_corpus(Path(sys.argv[1]), int(sys.argv[2]))
