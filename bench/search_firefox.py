"""One search in Firefox, cold: the seconds until its results are there; what it loads is told by Chromium.

Each search has a Firefox with a new profile. Nothing can be put into a page before it runs, so the page is asked every
few milliseconds for the results, and for its own clock, which begins with the opening of the page.
"""

from __future__ import annotations

import math
import time
import warnings

from bench.search_pages import PATIENCE, Place, Run
from tests.e2e.browsers import firefox_page

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    from marionette_driver.errors import MarionetteException

PAUSE = 0.02  # seconds

# As the reader opens an address or a file; a page itself may not open files.
_OPEN = """
gBrowser.fixupAndLoadURIString(
  arguments[0], {triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal()});
"""
_STATE = "[document.querySelectorAll('.search-result').length, performance.now()]"


def search_in_firefox(place: Place, page_name: str, query: str, *, results: int) -> Run:
    """Open a search page with a query until it shows ``results`` results; neither files nor blocks are measured."""
    with firefox_page() as tab:
        with tab.marionette.using_context("chrome"):
            tab.marionette.execute_script(_OPEN, script_args=[f"{place.base}{page_name}?{query}"])
        deadline = time.monotonic() + PATIENCE / 1000
        while time.monotonic() < deadline:
            try:
                count, now = tab.evaluate(_STATE) or (0, 0)
            except MarionetteException:
                count, now = 0, 0  # between two pages there is none to ask
            if count >= results:
                return Run(now / 1000, {}, 0, math.nan, math.nan, math.nan)
            time.sleep(PAUSE)
    return Run(math.inf, {}, 0, math.nan, math.nan, math.nan)
