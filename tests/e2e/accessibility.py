"""What axe says against a page, and how to keep a page in place while it is asked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from axe_playwright_python.sync_playwright import Axe

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from tests.e2e.browsers import ChromiumTab

# Level AA of WCAG 2.2 and axe's good practice; the size of targets is a rule that axe leaves off by default.
AXE_OPTIONS = "{resultTypes: ['violations'], rules: {'target-size': {enabled: true}}}"


def stay(tab: ChromiumTab) -> None:
    """Keep pages in place that lead on at once, such as the gateway with one language; only over HTTP."""

    def without_refresh(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=re.sub(r'<meta http-equiv="refresh"[^>]*>', "", response.text()))

    tab.page.route("**/redirect.js", lambda route: route.fulfill(body=""))
    tab.page.route(re.compile(r"^http.*\.html$"), without_refresh)


def violations(tab: ChromiumTab) -> list[str]:
    tab.page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = tab.page.evaluate(f"axe.run({AXE_OPTIONS}).then(results => results.violations)")
    return [
        f"{violation['id']}: {node['html']}: {node['failureSummary']}"
        for violation in found
        for node in violation["nodes"]
    ]
