"""How long texts take to be set, honest prose and the hostile corpus of the tests: python -m bench.markdown_speed."""

from __future__ import annotations

import random
import time
from collections.abc import Iterable

from caselaw.markdown import render_text
from caselaw.problems import Place, Problems
from tests.corpus.hostile.patterns import ACCEPTED, HOSTILE

SIZES = (8_000, 64_000, 1_000_000)
WORDS = (
    "the court held that accused person was guilty of trafficking in human beings under Article 139 paragraph 1 of the "
    "Provisional Criminal Code and imposed a sentence of imprisonment which Supreme Court upheld in part on appeal by "
    "both parties because victims had been recruited by deception and abuse of their vulnerable position"
).split()


def judgment(size: int, *, words: int) -> str:
    """Return a text like a judgment's: numbered paragraphs of about ``words`` words, with what editors mark in them."""
    draw = random.Random(size)  # noqa: S311 not for secrets
    parts: list[str] = []
    length = number = 0
    while length < size:
        number += 1
        before = len(parts)
        if number % 25 == 1:
            parts.append(f"## Part {number // 25 + 1}")
        body = " ".join(draw.choices(WORDS, k=max(5, int(draw.gauss(words, words / 4)))))
        if number % 3 == 0:
            body += f" (*Siliadin v. France*, § {number}; **emphasis added**)"
        if number % 5 == 0:
            body += f" [see](https://example.org/{number}) paragraph [{number - 1}][^{number}]"
            parts.append(f"[^{number}]: Case file, p. {number}.")
        parts.append(f"[{number}] {body}.")
        if number % 20 == 0:
            parts.append("- first\n- second\n- third")
        length += sum(len(part) + 2 for part in parts[before:])
    return "\n\n".join(parts)[:size]


def measure(text: str) -> tuple[float, str]:
    """Return seconds of processor time and what came of it."""
    problems = Problems()
    start = time.process_time()
    result = render_text(text, place=Place("case.md"), problems=problems)
    seconds = time.process_time() - start
    return seconds, "set" if result else ",".join(sorted({str(problem.code) for problem in problems}))


def rows() -> Iterable[tuple[str, list[tuple[float, str]]]]:
    """Yield each line of the table: a name, and a measurement per size."""
    for name, pattern in {**ACCEPTED, **HOSTILE}.items():
        yield name, [measure(pattern(size)) for size in SIZES]


def main() -> None:
    """Print both tables."""
    measure("warm up [x](http://x.y) *a*")
    print(f"{'honest prose':45} {'seconds':>8}  blocks")  # noqa: T201
    for size, words in ((100_000, 45), (400_000, 42), (980_000, 45), (980_000, 100)):
        text = judgment(size, words=words)
        seconds, _ = measure(text)
        blocks = text.count("\n\n") + 1
        print(f"{size:>9,} characters, {words} words a paragraph      {seconds:8.3f}  {blocks:,}")  # noqa: T201
    print(f"\n{'pattern':45} " + " ".join(f"{size:>15,}" for size in SIZES))  # noqa: T201
    for name, cells in rows():
        print(f"{name:45} " + " ".join(f"{seconds:8.3f} {what:6}" for seconds, what in cells))  # noqa: T201


if __name__ == "__main__":
    main()
