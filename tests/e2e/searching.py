"""What tests do on the search page: ask, and read what it answers."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from tests.e2e.browsers import Tab

ANSWERED = "document.querySelector('.search-results').ariaBusy === 'false'"


def address_of(search_address: str, query: str, *more: str) -> str:
    """Return the address of a search: its query and further parts, such as ``court=sc``."""
    return f"{search_address}?{'&'.join((f'q={quote(query)}', *more))}"


def ask(tab: Tab, query: str) -> None:
    """Type a query into the open search page, send it, and wait for the answer."""
    field = "document.querySelector('#search-query')"
    tab.evaluate(f"({field}.value = {json.dumps(query)}, {field}.form.requestSubmit(), true)")
    tab.wait_for(ANSWERED)


def go(tab: Tab, address: str) -> None:
    """Open the address of a search and wait for its answer."""
    tab.open(address)
    tab.wait_for(
        f"{ANSWERED} && (line => line.textContent !== line.dataset.idle)(document.querySelector('[data-status]'))"
    )


def said(tab: Tab) -> str:
    """Return the line above the results, once the search has been answered."""
    tab.wait_for(ANSWERED)
    return tab.text("[data-status]")


def found(tab: Tab) -> int:
    """Return how many cases the line above the results tells of."""
    count = re.fullmatch(r"Cases found: (\d+)", said(tab))
    return int(count[1]) if count else 0


def shown(tab: Tab) -> list[str]:
    """Return the ids of the cases in the list, in its order."""
    links = "Array.from(document.querySelectorAll('.search-result-title a'), link => link.pathname)"
    return [address.rpartition("/")[2].removesuffix(".html") for address in tab.evaluate(links)]


def how_read(tab: Tab) -> str:
    """Return the line under the box, which says how the query was read."""
    return tab.text("[data-plan]")


def query_of(tab: Tab) -> str:
    return str(tab.evaluate("location.search"))
