"""How a reader of a case tells the editors of a mistake: their form filled in, or what to copy into a letter."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

from caselaw import urls
from caselaw.checks import Case
from caselaw.pages.context import Context
from caselaw.pages.correction_parts import SuggestedCorrection
from caselaw.pages.parts import Label, Link

_POLICY = "anonymisation"  # the page of the library on names


def suggested_correction(context: Context, case: Case) -> SuggestedCorrection:
    """Return how to report a mistake on the page of a case."""
    page = urls.case(context.language, case.id)
    base = context.library.config.base_url
    address = base.rstrip("/") + "/" + page if base else page
    return SuggestedCorrection(_form(context, case.id, address), case.id, address, tuple(_confidential(context)))


def _form(context: Context, case_id: str, address: str) -> str:
    """Return the address of the issue form in the page's language; the names are the ids of its fields."""
    repository = context.library.config.repository
    if not repository:
        return ""
    filled = {
        "template": f"correction-{context.language}.yml",
        "title": context.locale.text("suggest.issue", case=case_id),
        "case": case_id,
        "address": address,
    }
    return f"{repository.rstrip('/')}/issues/new?{urlencode(filled)}"


def _confidential(context: Context) -> Iterator[Link]:
    """Yield where it is written how to report what must not be public."""
    text, config = context.locale.text, context.library.config
    if config.repository:
        yield Link(Label(text("suggest.security")), f"{config.repository.rstrip('/')}/blob/main/SECURITY.md")
    if _POLICY in context.library.texts:
        yield Link(Label(text("footer.texts.anonymisation")), urls.text_page(context.language, _POLICY))
