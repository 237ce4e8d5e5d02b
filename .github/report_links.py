"""The nightly report: which addresses of other sites do not answer, and which pages name them.

``python .github/report_links.py site/en/index.html links.csv`` writes the list, and a summary where GitHub shows one.
It ends well once the list is written: courts move their judgments, and refuse programs, whenever they like.
"""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

ASK = (
    *(
        "linkchecker",
        "--check-extern",
        "--no-robots",
        "--no-status",
        "--no-warnings",
        "--timeout",
        "30",
        "--threads",
        "8",
    ),
    # One language names every address; pages of the library itself were checked by the build.
    *("--ignore-url", "^file:.*/(sq|sr|data|feeds|search|static)/", "--output", "csv/utf-8"),
)
SUMMARY_LIMIT = 900_000  # bytes; GitHub shows up to a megabyte


def ask(start: str) -> str:
    """Return linkchecker's list of the addresses that do not answer, of all pages that ``start`` leads to."""
    linkchecker = Path(sys.executable).with_name(ASK[0])
    done = subprocess.run([linkchecker, *ASK[1:], start], stdout=subprocess.PIPE, encoding="utf-8", check=False)
    if done.returncode > 1:  # 1 says that an address does not answer
        raise SystemExit(f"linkchecker ended with {done.returncode}")
    return done.stdout


def summary(report: str) -> str:
    """Return the list of linkchecker as Markdown, one line an address."""
    rows = csv.DictReader((line for line in report.splitlines() if not line.startswith("#")), delimiter=";")
    results: dict[str, str] = {}
    pages: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        address = row["url"] or row["urlname"]
        if address.startswith("http"):
            results[address] = row["result"].partition(":")[0]
            pages[address].add(row["parentname"].rpartition("/site/")[2])
    lines = [
        f"- `{address}`: {results[address]} ({', '.join(sorted(pages[address])[:3])})" for address in sorted(results)
    ]
    head = f"Addresses that do not answer: {len(lines)}. Courts refuse programs: open one before you change it."
    return "\n".join([head, "", *lines, ""])


def main() -> None:
    """Ask, and say what was found."""
    report = ask(sys.argv[1])
    Path(sys.argv[2]).write_text(report, encoding="utf-8")
    text = summary(report)
    sys.stdout.write(text)
    if place := os.environ.get("GITHUB_STEP_SUMMARY"):
        with Path(place).open("a", encoding="utf-8") as file:
            file.write(text.encode()[:SUMMARY_LIMIT].decode(errors="ignore"))


if __name__ == "__main__":
    main()
