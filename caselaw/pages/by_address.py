"""One page by its address, made by itself: those pages whose making does not go through the whole library."""

from __future__ import annotations

import re

from caselaw import urls
from caselaw.pages.case import case_page, redirect_page
from caselaw.pages.context import Context, Library
from caselaw.pages.lists import home_page
from caselaw.pages.model import Page
from caselaw.pages.site import CHECKLIST, INTRODUCTION, gateway_page, not_found_page, text_in, text_page
from caselaw.pages.withdrawn import tombstone_page

# Texts that stand on pages of another kind.
WITHIN = (CHECKLIST, INTRODUCTION)
_CASE = re.compile(r"[a-z]{2}/cases/([a-z0-9-]+)\.html")


def is_made_alone(library: Library, address: str) -> bool:
    """Whether ``page_at`` knows all about an address: what it has no page for, the site has none for."""
    language, _, rest = address.partition("/")
    if case := _CASE.fullmatch(address):
        return not urls.RESERVED_ID.fullmatch(case[1])
    own_text = rest.removesuffix(".html") in library.texts and rest.removesuffix(".html") not in WITHIN
    is_of_a_tree = any(locale.key == language for locale in library.locales)
    return address in (urls.GATEWAY, urls.NOT_FOUND) or (is_of_a_tree and (rest == "index.html" or own_text))


def page_at(library: Library, address: str) -> Page | None:
    """Return the page at an address that ``is_made_alone``, None where the site has no such page."""
    if address == urls.GATEWAY:
        return gateway_page(library)
    if address == urls.NOT_FOUND:
        return not_found_page(library)
    language, _, rest = address.partition("/")
    locale = next((locale for locale in library.locales if locale.key == language), None)
    if locale is None:
        return None
    context = Context(library, locale)
    if case := _CASE.fullmatch(address):
        return _at_case(context, case[1])
    if rest == "index.html":
        return home_page(context)
    return text_page(context, text_in(context, library.texts[rest.removesuffix(".html")]))


def _at_case(context: Context, case_id: str) -> Page | None:
    catalogue = context.library.catalogue
    if case := catalogue.by_id.get(case_id):
        return case_page(context, case)
    if withdrawn := next((case for case in catalogue.withdrawn if case.id == case_id), None):
        return tombstone_page(context, withdrawn)
    present = catalogue.aliases.get(case_id)
    return redirect_page(context, case_id, present) if present else None
