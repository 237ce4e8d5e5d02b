"""A built site as files: how to make one, which pages it has, of which type, and where their links lead."""

from __future__ import annotations

import posixpath
import re
import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from tests.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def build(output: Path, *arguments: str) -> None:
    """Build a site as a user does, in a process of its own; AssertionError with what it said when it fails."""
    command = [sys.executable, "build.py", "--quiet", "--output", str(output), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr


TREES = ("en", "sq", "sr")
# One page of each type, in English: the first address that fits the pattern.
PAGE_TYPES = {
    "gateway": "index.html",
    "not found": "404.html",
    "home": "en/index.html",
    "all cases": "en/cases/index.html",
    "index of courts": "en/courts/index.html",
    "one court": "en/courts/*/index.html",
    "index of years": "en/years/index.html",
    "one year": "en/years/*/index.html",
    "index of offences": "en/offences/index.html",
    "one offence": "en/offences/*/index.html",
    "index of laws": "en/laws/index.html",
    "one law": "en/laws/cets-197/index.html",
    "one article": "en/laws/pcck-2003/139.html",
    "compliance": "en/compliance.html",
    "statistics": "en/statistics/index.html",
    "statistics on sentences": "en/statistics/sentences.html",
    "statistics on verdicts": "en/statistics/verdicts.html",
    "statistics on coverage": "en/statistics/coverage.html",
    "case of Kosovo": "en/cases/medicus-first-instance-2013.html",
    "case of the European Court": "en/cases/*-v-*.html",
    "search": "en/search.html",
    "offline": "en/offline.html",
    "add a case": "en/add-case.html",
    "about": "en/about.html",
    "method": "en/method.html",
    "withdrawn cases": "en/withdrawn.html",
    "corrections": "en/corrections.html",
    "downloads": "en/downloads.html",
}


# Every type in every tree; the pages at the root stand once, beside the English ones.
TYPES_IN_TREES = tuple(
    (page_type, tree) for tree in TREES for page_type, pattern in PAGE_TYPES.items() if tree == "en" or "/" in pattern
)


def page_of_type(site: Path, page_type: str, tree: str = "en") -> str:
    """Return the address of the page that stands for a type; AssertionError where the site has none."""
    pattern = re.sub("^en/", f"{tree}/", PAGE_TYPES[page_type])
    found = sorted(site.glob(pattern))
    assert found, f"the site has no page {pattern}"
    return found[0].relative_to(site).as_posix()


@dataclass
class PageFile(HTMLParser):
    """What a browser without scripts finds in one HTML file."""

    address: str
    links: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    inline: list[str] = field(default_factory=list)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if "src" in values:
            self.resources.append(values["src"])
        # What only names a vocabulary or another page is not loaded.
        if tag == "link" and not re.match(r"canonical$|alternate$|schema\.", values.get("rel", "")):
            self.resources.append(values["href"])
        # A block of data is no script: no browser runs it.
        is_script = tag == "script" and values.get("type") != "application/ld+json"
        if (is_script and "src" not in values) or tag == "style" or "style" in values:
            self.inline.append(self.get_starttag_text() or tag)
        self.inline += [name for name in values if name.startswith("on")]

    def handle_data(self, data: str) -> None:
        self.text += data

    def targets(self) -> set[str]:
        """Return the addresses of the pages of this site that the page links to."""
        parts = [urlsplit(link) for link in self.links]
        return {
            posixpath.normpath(posixpath.join(posixpath.dirname(self.address), unquote(part.path)))
            for part in parts
            if part.path and not part.scheme and not part.netloc
        }


def read_pages(site: Path) -> dict[str, PageFile]:
    """Read every HTML file of a site, by address."""
    pages = {}
    for path in sorted(site.rglob("*.html")):
        page = PageFile(path.relative_to(site).as_posix())
        page.feed(path.read_text(encoding="utf-8"))
        pages[page.address] = page
    return pages
