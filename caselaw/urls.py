"""Addresses: where each page of the site lives, and how one page reaches another.

Every address is a path inside the site with forward slashes and a spelled-out file name (``en/courts/index.html``), so
that the same files work from a web server and from a folder. Case addresses are for ever.
"""

from __future__ import annotations

import posixpath
import re

from caselaw.messages import say

# The id of a case is its file's stem and its address.
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_LENGTH = 70  # a path of an edition has at most 120 characters
# Of the id of a case and the name of a document attached to it: together they stand in one path of an edition.
DOCUMENT_LENGTH = 70
ID_HELP = say("use small letters a-z, figures and single hyphens, such as medicus-supreme-court-2016")
# A case with one of these ids would overwrite a list page or could not be copied to a Windows stick.
RESERVED_ID = re.compile(r"index|page-\d+|con|prn|aux|nul|com\d|lpt\d")

GATEWAY = "index.html"
NOT_FOUND = "404.html"
# For search engines.
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
# An edition for USB sticks: its first page, and the folder beside it that holds the site.
START = "START-HERE.html"
LIBRARY = "library"


def home(language: str) -> str:
    """Return the address of a language's home page."""
    return f"{language}/index.html"


def case(language: str, case_id: str, paragraph: int | None = None) -> str:
    """Return the permanent address of a case, or of one numbered paragraph of it."""
    anchor = "" if paragraph is None else f"#p{paragraph}"
    return f"{language}/cases/{case_id}.html{anchor}"


def index(language: str, section: str) -> str:
    """Return the address of a section's entry page; sections are cases, courts, years, offences, laws and topics."""
    return f"{language}/{section}/index.html"


def listing(language: str, section: str, key: str | None = None, number: int = 1) -> str:
    """Return the address of a list page: page ``number`` of the cases of one court, year …, or of all."""
    folder = f"{language}/{section}" if key is None else f"{language}/{section}/{key}"
    return f"{folder}/index.html" if number == 1 else f"{folder}/page-{number}.html"


def article(language: str, law: str, article: str) -> str:
    """Return the address of the page of an article; that of its law is ``listing(language, "laws", law)``."""
    return f"{language}/laws/{law}/{article_name(article)}.html"


def article_entry(language: str, law: str, article: str) -> str:
    """Return the address of the entry of an article on the page of its law."""
    return f"{listing(language, 'laws', law)}#{article_anchor(article)}"


def article_anchor(article: str) -> str:
    """Return the id of the entry of an article on the page of its law."""
    return f"article-{article_name(article)}"


def article_name(article: str) -> str:
    """Return the number of an article as addresses write it: ``4.1`` becomes ``4-1``."""
    return re.sub(r"[^a-z0-9]+", "-", article.lower()).strip("-")


def export(language: str, case_id: str, extension: str) -> str:
    """Return the address of a file beside the page of a case: its citation in another format, or its data."""
    return f"{language}/cases/{case_id}.{extension}"


def data(name: str) -> str:
    """Return the address of a file with the data of all cases, the same for every language."""
    return f"data/{name}"


def case_data(case_id: str) -> str:
    """Return the address of the file with the data of one case, the same for every language."""
    return data(f"cases/{case_id}.json")


def document(case_id: str, file: str) -> str:
    """Return the address of a document that is attached to a case, the same for every language."""
    return f"documents/{case_id}/{file}"


def feed(language: str, section: str, key: str | None = None) -> str:
    """Return the address of a feed: all cases, corrections, or the cases of one court or offence."""
    return f"{language}/feeds/{section}.xml" if key is None else f"{language}/feeds/{section}/{key}.xml"


def text_page(language: str, name: str) -> str:
    """Return the address of a page of the site's own, such as search or about."""
    return f"{language}/{name}.html"


def relative(origin: str, target: str) -> str:
    """Return the link from the page ``origin`` to the site address ``target``."""
    path, mark, fragment = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(origin) or ".") + mark + fragment
