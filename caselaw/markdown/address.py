"""Which addresses a text may link to, and the sanitiser that holds every page to it."""

from __future__ import annotations

import re

import nh3

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*+:", re.IGNORECASE)
_OUTSIDE = re.compile(r"https?://[^/?#@:]++(?::[0-9]++)?(?:[/?#].*+)?|mailto:[^@]++@[^@]++", re.IGNORECASE)
_FILE = re.compile(r"\.[a-z0-9]{2,5}", re.IGNORECASE)
_NOT_IN_ADDRESS = re.compile(r"[\x00-\x20\x7f-\xa0\\\"<>`]")


def is_address(words: str) -> bool:
    """Whether someone meant an address at all: "[12](a)" in a judgment is paragraph 12, letter a."""
    if words.startswith("#") or _SCHEME.match(words) or words.lower().startswith("www."):
        return True
    path = re.split(r"[?#]", words, maxsplit=1)[0]
    return "/" in path or "\\" in path or _FILE.fullmatch(path, path.rfind(".") if "." in path else 0) is not None


def is_outside(address: str) -> bool:
    """Whether the address leads out of the site in one of the ways that are allowed."""
    return _OUTSIDE.fullmatch(address) is not None


def may_be_linked(address: str) -> bool:
    """Whether the address is of the web, of mail, or a relative one; never a script, data or a file."""
    if _NOT_IN_ADDRESS.search(address):
        return False
    if _SCHEME.match(address):
        return is_outside(address)
    return len(address.strip("#")) > 0 and not address.lower().startswith(("/", "www."))


def _keep_relative(address: str) -> str | None:
    return address if may_be_linked(address) else None


# The engine lets nothing else through; this is what remains true if the engine has a fault.
SANITISER = nh3.Cleaner(
    tags=set("a blockquote br code em hr li ol p section strong sup table tbody td th thead tr ul".split()),
    clean_content_tags={"script", "style"},
    attributes={"a": {"href"}, "li": {"id", "value"}, "sup": {"id"}},
    tag_attribute_values={
        "a": {"rel": {"noopener noreferrer"}, "role": {"doc-backlink", "doc-noteref"}},
        "section": {"class": {"footnotes"}, "role": {"doc-endnotes"}},
    },
    link_rel=None,
    url_schemes={"http", "https", "mailto"},
    url_relative=_keep_relative,
)
