"""One Chromium and one Firefox for all browser tests, and the site in both ways that readers open it."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from tests.e2e import browsers
from tests.project import BROWSERS_REQUIRED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser


def need(browser: str, path: str | None) -> None:
    """Skip, or fail where browsers are required, when this machine lacks a browser."""
    if path is None:
        message = f"no browser: {browser} is not installed"
        if os.environ.get(BROWSERS_REQUIRED):
            pytest.fail(message)
        pytest.skip(message)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium; pages of it are opened with ``chromium_page(chromium, …)``."""
    need("Chromium", browsers.chromium_path())
    with browsers.chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def firefox() -> Iterator[browsers.FirefoxTab]:
    """One tab of the system's Firefox, used by one test after the other."""
    need("Firefox", browsers.firefox_path())
    with browsers.firefox_page() as tab:
        yield tab


@pytest.fixture(scope="session")
def address(built_site: Path) -> Iterator[str]:
    """The site on a web server of this machine."""
    with browsers.served(built_site) as base:
        yield base


@pytest.fixture(params=["chromium", "firefox"])
def tab(request: pytest.FixtureRequest) -> Iterator[browsers.Tab]:
    """A tab in either browser: what uses it runs twice."""
    browser = request.getfixturevalue(request.param)
    if request.param == "firefox":
        browser.forget()
        yield browser
    else:
        with browsers.chromium_page(browser) as page:
            yield page


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, built_site: Path) -> str:
    """The site as readers open it, from a web server and from a folder: what uses it runs twice."""
    return str(request.getfixturevalue("address")) if request.param == "http" else built_site.as_uri() + "/"
