"""Page builders: from the linked library to one dataclass per page, ready to print.

``model`` and the modules of parts are the contract with the templates; ``context`` supplies labels and links in one
language, ``translated`` what is said of translations; the other modules build the pages of one kind each.
"""

from __future__ import annotations

from collections.abc import Iterator

from caselaw.pages.articles import article_pages
from caselaw.pages.by_address import WITHIN, is_made_alone, page_at
from caselaw.pages.case import case_page, redirect_page
from caselaw.pages.checklist import checklist_page
from caselaw.pages.compliance import compliance_pages
from caselaw.pages.context import Context, Library
from caselaw.pages.corrections import corrections_page
from caselaw.pages.form import add_case_page
from caselaw.pages.laws import law_index_page, law_pages
from caselaw.pages.lists import home_page, index_pages, list_pages
from caselaw.pages.model import (
    Page,
)
from caselaw.pages.search import search_page
from caselaw.pages.search_data import search_library
from caselaw.pages.site import (
    gateway_page,
    not_found_page,
    offline_page,
    text_in,
    text_page,
)
from caselaw.pages.start import start_page
from caselaw.pages.statistics import statistics_pages
from caselaw.pages.topics import topic_pages
from caselaw.pages.withdrawn import tombstone_page, withdrawn_page

__all__ = ["build_pages", "is_made_alone", "page_at", "search_library", "start_page"]


def build_pages(library: Library) -> Iterator[Page]:
    """Yield every page of the site, language by language, in an order that does not depend on the order of files."""
    contexts = [Context(library, locale) for locale in library.locales]
    yield gateway_page(library)
    yield not_found_page(library)
    for context in contexts:
        yield from _language_pages(context)


def _language_pages(context: Context) -> Iterator[Page]:
    catalogue = context.library.catalogue
    yield home_page(context)
    yield from index_pages(context)
    yield from list_pages(context)
    yield from topic_pages(context)
    yield checklist_page(context)
    yield from (case_page(context, catalogue.by_id[case_id]) for case_id in sorted(catalogue.by_id))
    yield from (tombstone_page(context, case) for case in catalogue.withdrawn)
    yield from (redirect_page(context, alias, target) for alias, target in sorted(catalogue.aliases.items()))
    yield law_index_page(context)
    yield from law_pages(context)
    yield from article_pages(context)
    yield from compliance_pages(context)
    yield from statistics_pages(context)
    yield withdrawn_page(context)
    yield corrections_page(context)
    yield search_page(context)
    yield offline_page(context)
    yield add_case_page(context)
    texts = context.library.texts
    yield from (text_page(context, text_in(context, texts[name])) for name in sorted(texts) if name not in WITHIN)
