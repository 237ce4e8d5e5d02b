"""What search engines read: sitemap.xml, where the library has an address, and robots.txt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from caselaw import urls
from caselaw.exports.feeds import HEAD
from caselaw.pages.frame_parts import Frame

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"

# No page is shut out, the cases neither: that they are not to be listed stands in their pages, as "noindex". A search
# engine that may not read a page does not see it, and lists its address when others link to it. Files for programs
# cannot say so themselves.
_ROBOTS = """\
# Every page may be read. A page that must not be listed says so itself, so please read it before you list it.
User-agent: *
"""
_FILES = ("data/", "*/feeds/", "*.ris$", "*.bib$", "*.csl.json$")


def robots_text(base_url: str | None, *, index_cases: bool) -> str:
    """Return robots.txt; it names the sitemap where there is one, and shuts out what tells of cases but is no page."""
    root = (urlsplit(base_url).path if base_url else "") or "/"
    shut = [""] if index_cases else [root + file for file in _FILES]
    rules = "".join(f"Disallow: {path}".rstrip() + "\n" for path in shut)
    return f"{_ROBOTS}{rules}" + (f"\nSitemap: {base_url}{urls.SITEMAP}\n" if base_url else "")


def sitemap_xml(frames: Iterable[Frame], tags: Mapping[str, str], base_url: str) -> str:
    """Return the sitemap of the pages that search engines may list, each with the same page in the other languages.

    ``tags`` holds the BCP 47 tag of each language. No day of change is given, as nobody records it.
    """
    root = Element("urlset", {"xmlns": _SITEMAP, "xmlns:xhtml": _XHTML})
    for frame in sorted(frames, key=lambda frame: frame.path):
        if frame.indexable:
            _add_page(root, frame, tags, base_url)
    indent(root, " ")
    return f"{HEAD}{tostring(root, encoding='unicode')}\n"


def _add_page(root: Element, frame: Frame, tags: Mapping[str, str], base_url: str) -> None:
    page = SubElement(root, "url")
    SubElement(page, "loc").text = base_url + frame.path
    if len(frame.alternates) < 2:
        return
    alternates = [(tags[language], address) for language, address in frame.alternates]
    for tag, address in (*alternates, ("x-default", frame.x_default)):
        SubElement(page, "xhtml:link", {"rel": "alternate", "hreflang": tag, "href": base_url + address})
