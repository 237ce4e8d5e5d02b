"""Real browsers for the tests: Chromium by Playwright, Firefox by Marionette, both with one small set of verbs.

A test written for ``Tab`` runs in either browser, over HTTP (``served``) and from a folder (``Path.as_uri()``)::

    with served(site) as base, firefox_page() as tab:
        tab.open(base + "en/search.html")
        tab.type("#search-query", "Medicus\\n")
        tab.wait_for("document.querySelector('.search-result')")
        assert tab.complaints() == []
        assert tab.foreign_requests() == []

Both browsers keep their default security settings, so that what fails from ``file://`` for a reader fails here too.
"""

from __future__ import annotations

import base64
import os
import re
import shutil
import tempfile
import threading
import time
import warnings
from abc import ABC, abstractmethod
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import sync_playwright

with warnings.catch_warnings():
    # Mozilla's packages call what other packages have deprecated; our tests turn warnings into errors.
    warnings.simplefilter("ignore", DeprecationWarning)
    from marionette_driver.by import By
    from marionette_driver.keys import Keys
    from marionette_driver.marionette import Marionette

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, ConsoleMessage, Page

CHROMIUM_ARGUMENTS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()

FIREFOX_PREFERENCES: dict[str, Any] = {
    # Marionette's own default is false, and with false a page that is broken from file:// would pass.
    "security.fileuri.strict_origin_policy": True,
    # Writes console.error of pages into the log, where complaints() finds it.
    "devtools.console.stdout.content": True,
    "browser.chrome.site_icons": False,
    "network.dns.disablePrefetch": True,
    "network.prefetch-next": False,
}

# Notes every address that a page (not the browser itself) asks for.
_WATCH_REQUESTS = """
window.testRequests = [];
Services.obs.addObserver(subject => {
  const channel = subject.QueryInterface(Ci.nsIHttpChannel);
  const info = channel.loadInfo;
  if (info.browsingContextID || info.workerAssociatedBrowsingContextID) window.testRequests.push(channel.URI.spec);
}, "http-on-modify-request");
Services.io.offline = arguments[0];
"""

_READ_CONSOLE = """
return Services.console.getMessageArray()
  .filter(message => message instanceof Ci.nsIScriptError)
  .filter(message => /^(https?|file|blob):/.test(message.sourceName) || /CSP|Content Security/.test(message.category))
  .filter(message => !(message.flags & Ci.nsIScriptError.warningFlag) || message.category.includes("CSP"))
  .map(message => message.errorMessage);
"""


# In Firefox's log the texts of pages are quoted; those of the browser itself are not, or name a script of its own, as
# when it cannot fetch its settings without a network.
_PAGE_CONSOLE = re.compile(r"""console\.(error|warn): ["'(\[{](?!.*"resource://)""")


class Tab(ABC):
    """One tab of a browser; selectors are CSS, expressions are JavaScript on the page's DOM."""

    @abstractmethod
    def open(self, address: str) -> None:
        """Go to an address and wait until it has loaded."""

    @abstractmethod
    def evaluate(self, expression: str) -> Any:
        """Return the value of an expression, such as ``document.title``."""

    @abstractmethod
    def click(self, selector: str) -> None:
        """Click the first match."""

    @abstractmethod
    def type(self, selector: str, text: str) -> None:
        """Empty the first match and type into it; a line break presses Enter."""

    @abstractmethod
    def press(self, key: str) -> None:
        """Press a key wherever the focus is: a letter or sign, or ``Enter``."""

    @abstractmethod
    def choose(self, selector: str, value: str) -> None:
        """Choose an option of a ``<select>`` by its value."""

    @abstractmethod
    def back(self) -> None:
        """Go back in the history."""

    @abstractmethod
    def reload(self) -> None:
        """Load the page again."""

    @abstractmethod
    def screenshot(self, path: Path) -> None:
        """Write what is visible as PNG."""

    @abstractmethod
    def complaints(self) -> list[str]:
        """Return the errors and warnings of the console so far, breaches of the content security policy included."""

    @abstractmethod
    def requests(self) -> list[str]:
        """Return the addresses that pages asked for so far (Firefox does not tell those of ``file:``)."""

    def foreign_requests(self) -> list[str]:
        """Return the addresses asked for that lie neither on this machine nor within the page itself."""
        return [address for address in self.requests() if not _is_own(address)]

    def wait_for(self, expression: str, seconds: float = 20) -> None:
        """Wait until an expression is truthy; AssertionError with the expression when it stays false."""
        # Polled from here: Playwright's own waiting evaluates text within the page, which our policy forbids.
        deadline = time.monotonic() + seconds
        while not self._holds(expression):
            assert time.monotonic() < deadline, f"still false after {seconds} s: {expression}"
            time.sleep(0.05)

    def _holds(self, expression: str) -> bool:
        return bool(self.evaluate(f"Boolean({expression})"))

    def text(self, selector: str) -> str:
        """Return the visible text of the first match."""
        return self.texts(selector)[0]

    def texts(self, selector: str) -> list[str]:
        """Return the visible texts of all matches."""
        found = self.evaluate(f"Array.from(document.querySelectorAll({selector!r}), e => e.innerText)")
        return [str(text).strip() for text in found]


def _is_own(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme in {"file", "data", "blob", "about"} or parts.hostname == "127.0.0.1"


class ChromiumTab(Tab):
    """A tab of Chromium; ``page`` is Playwright's, for what has no verb here (axe, emulation …)."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._complaints: list[str] = []
        self._requests: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self._complaints.append(str(error)))
        page.on("request", lambda request: self._requests.append(request.url))

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            self._complaints.append(message.text)

    def open(self, address: str) -> None:
        self.page.goto(address)

    def evaluate(self, expression: str) -> Any:
        return self.page.evaluate(expression)

    def _holds(self, expression: str) -> bool:
        try:
            return super()._holds(expression)
        except PlaywrightError as error:
            if "context was destroyed" not in error.message:
                raise
            return False  # the page was left while it was asked

    def click(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def type(self, selector: str, text: str) -> None:
        line, enter, _ = text.partition("\n")
        self.page.locator(selector).first.fill(line)
        if enter:
            self.page.locator(selector).first.press("Enter")

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)

    def choose(self, selector: str, value: str) -> None:
        self.page.locator(selector).first.select_option(value)

    def back(self) -> None:
        self.page.go_back()

    def reload(self) -> None:
        self.page.reload()

    def screenshot(self, path: Path) -> None:
        self.page.screenshot(path=path)

    def complaints(self) -> list[str]:
        return list(self._complaints)

    def requests(self) -> list[str]:
        return list(self._requests)


class FirefoxTab(Tab):
    """The tab of a Firefox of its own; ``marionette`` is the driver, for what has no verb here."""

    def __init__(self, marionette: Marionette, log: Path, offline: bool) -> None:
        self.marionette = marionette
        self._log = log
        with marionette.using_context("chrome"):
            marionette.execute_script(_WATCH_REQUESTS, script_args=[offline])
        self._lines_before = 0

    def forget(self) -> None:
        """Begin anew with complaints and requests: what earlier tests caused does not count any more."""
        with self.marionette.using_context("chrome"):
            self.marionette.execute_script("Services.console.reset(); window.testRequests = [];")
        self._lines_before = len(self._log_lines())

    def _log_lines(self) -> list[str]:
        return self._log.read_text(encoding="utf-8", errors="replace").splitlines()

    def open(self, address: str) -> None:
        self.marionette.navigate(address)

    def evaluate(self, expression: str) -> Any:
        return self.marionette.execute_script(f"return ({expression});")

    def _find(self, selector: str) -> Any:
        return self.marionette.find_element(By.CSS_SELECTOR, selector)

    def click(self, selector: str) -> None:
        self._find(selector).click()

    def type(self, selector: str, text: str) -> None:
        field = self._find(selector)
        field.clear()
        field.send_keys(text.replace("\n", Keys.ENTER))

    def press(self, key: str) -> None:
        code = getattr(Keys, key.upper(), key)
        self.marionette.actions.sequence("key", "keyboard").key_down(code).key_up(code).perform()

    def choose(self, selector: str, value: str) -> None:
        self._find(f'{selector} option[value="{value}"]').click()

    def back(self) -> None:
        self.marionette.go_back()

    def reload(self) -> None:
        self.marionette.refresh()

    def screenshot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(self.marionette.screenshot(full=False)))

    def complaints(self) -> list[str]:
        with self.marionette.using_context("chrome"):
            found = [str(message) for message in self.marionette.execute_script(_READ_CONSOLE)]
        return found + [line for line in self._log_lines()[self._lines_before :] if _PAGE_CONSOLE.match(line)]

    def requests(self) -> list[str]:
        with self.marionette.using_context("chrome"):
            return [str(address) for address in self.marionette.execute_script("return window.testRequests;")]


def browser_path(*names: str) -> str | None:
    """Return the first of the named programs that this machine has, or None."""
    return next((found for name in names if (found := shutil.which(name))), None)


def chromium_path() -> str | None:
    """Return the system's Chromium; the variable CHROMIUM names another one."""
    return os.environ.get("CHROMIUM") or browser_path("chromium", "chromium-browser", "google-chrome")


def firefox_path() -> str | None:
    """Return the system's Firefox; the variable FIREFOX names another one."""
    return os.environ.get("FIREFOX") or browser_path("firefox-esr", "firefox")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start one Chromium for many pages; only one may run at a time in a thread."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_path(), args=CHROMIUM_ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


@contextmanager
def chromium_page(
    browser: Browser | None = None,
    *,
    width: int = 1280,
    height: int = 800,
    dark: bool = False,
    javascript: bool = True,
    offline: bool = False,
) -> Iterator[ChromiumTab]:
    """Open a page with a context of its own, in the given browser or in one that is started for it."""
    if browser is None:
        with (
            chromium() as started,
            chromium_page(
                started, width=width, height=height, dark=dark, javascript=javascript, offline=offline
            ) as tab,
        ):
            yield tab
        return
    context = browser.new_context(
        viewport={"width": width, "height": height},
        color_scheme="dark" if dark else "light",
        java_script_enabled=javascript,
        offline=offline,
    )
    try:
        yield ChromiumTab(context.new_page())
    finally:
        context.close()


def _start_firefox(workspace: str, log: Path, preferences: dict[str, Any]) -> Marionette:
    with warnings.catch_warnings():
        # While it knocks at Firefox's port, the driver leaves its sockets to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        marionette = Marionette(
            app="fxdesktop",
            bin=firefox_path(),
            port=0,
            headless=True,
            workspace=workspace,
            gecko_log=str(log),
            prefs=preferences,
        )
        marionette.start_session()
    return marionette


@contextmanager
def firefox_page(
    *,
    width: int = 1280,
    height: int = 800,
    dark: bool = False,
    offline: bool = False,
) -> Iterator[FirefoxTab]:
    """Start a Firefox with an empty profile (about three seconds) and hand over its tab."""
    preferences = {**FIREFOX_PREFERENCES, "layout.css.prefers-color-scheme.content-override": 0 if dark else 1}
    with tempfile.TemporaryDirectory(prefix="firefox-", ignore_cleanup_errors=True) as workspace:
        log = Path(workspace) / "gecko.log"
        marionette = _start_firefox(workspace, log, preferences)
        try:
            marionette.set_window_rect(width=width, height=height)
            yield FirefoxTab(marionette, log, offline)
        finally:
            profiles = [marionette.instance.profile]
            marionette.cleanup()
            profiles.append(marionette.instance.profile)  # the driver has made a new one
            for profile in profiles:
                profile.restore = False  # or their destructors clean up again, and fail when Python is ending


class _QuietHandler(SimpleHTTPRequestHandler):
    """Serves without a line on the terminal for each request."""

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; yields the address with its final slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
