"""The library saved on a device: only when asked, whole or not at all, one edition at a time, and gone when told."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

from tests.e2e.accessibility import violations
from tests.e2e.browsers import ChromiumTab, chromium_page
from tests.e2e.hosting import Host, hosted, make_edition

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

    from tests.e2e.browsers import Tab

PAGE = "en/offline.html"
SAVE, REMOVE = "[data-part=save]", "[data-part=remove]"
MEDICUS = "en/cases/medicus-first-instance-2013.html"
REGISTRATIONS = "navigator.serviceWorker.getRegistrations().then(all => all.map(one => one.scope))"
CACHES = "caches.keys()"


@pytest.fixture(scope="module")
def editions(built_site: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two editions of the library, and one whose publisher has switched saving off."""
    folder = tmp_path_factory.mktemp("editions")
    return [
        make_edition(built_site, folder / "first", "1 May 2026"),
        make_edition(built_site, folder / "second", "2 June 2026"),
        make_edition(built_site, folder / "off", "3 July 2026", offered=False),
    ]


@pytest.fixture
def host(editions: list[Path]) -> Iterator[Host]:
    with hosted({"/": editions[0]}) as host:
        yield host


@pytest.fixture
def reader(chromium: Browser) -> Iterator[ChromiumTab]:
    with chromium_page(chromium) as tab:
        yield tab


def said(tab: Tab, beginning: str) -> str:
    """Return what the page says, once it begins so; saving the whole library takes a busy machine its time."""
    tab.wait_for(f"document.querySelector('[role=status]').textContent.startsWith({beginning!r})", seconds=120)
    return tab.text("[role=status]")


def eventually(tab: Tab, expression: str) -> None:
    """Wait until what a promise brings is true."""
    deadline = time.monotonic() + 20
    while tab.evaluate(expression) is not True:
        assert time.monotonic() < deadline, f"still false: {expression}"
        time.sleep(0.05)


def buttons(tab: Tab) -> list[str]:
    """Return what stands on the buttons that can be seen."""
    return tab.texts("main .offline-panel button:not([hidden])")


def save(tab: Tab, address: str) -> None:
    tab.open(address + PAGE)
    tab.wait_for(f"!document.querySelector('{SAVE}').hidden")
    tab.click(SAVE)
    said(tab, "Saved: ")


def shown(tab: Tab) -> tuple[str, str]:
    """Return of which edition the page is, and of which its script."""
    page = tab.evaluate("document.querySelector('[data-page-edition]').dataset.pageEdition")
    return str(page), str(tab.evaluate("document.documentElement.dataset.scriptEdition"))


def disconnect(tab: ChromiumTab, host: Host) -> None:
    tab.page.context.set_offline(True)
    host.stop()


# ------------------------------------------------------------------------------------------------ never by itself


def test_nothing_is_saved_or_registered_before_the_reader_asks(reader: ChromiumTab, host: Host) -> None:
    for path in ("en/index.html", MEDICUS, "en/search.html?q=victim", PAGE):
        reader.open(host.address + path)
        reader.page.wait_for_load_state("networkidle")
    said(reader, "The library is not saved on this device.")
    assert reader.evaluate(REGISTRATIONS) == []
    assert reader.evaluate(CACHES) == []
    assert "/sw.js" not in host.asked
    (button,) = buttons(reader)
    assert re.fullmatch(r"Save this library on this device \(\d+\.\d\sMB\)", button)
    assert reader.complaints() == []


def test_each_page_leads_to_the_page_for_saving(reader: ChromiumTab, host: Host) -> None:
    reader.open(host.address + MEDICUS)
    reader.click("footer a[href$='offline.html']")
    reader.wait_for("location.pathname === '/en/offline.html'")
    assert reader.text("h1") == "Use without a network"


def test_a_copy_in_a_folder_says_that_it_works_as_it_is(reader: ChromiumTab, editions: list[Path]) -> None:
    reader.open((editions[0] / PAGE).as_uri())
    assert said(reader, "You opened this copy from a folder or a stick. It already works without a network")
    assert buttons(reader) == []
    assert reader.complaints() == []


def test_a_browser_that_cannot_save_says_so(reader: ChromiumTab, host: Host) -> None:
    reader.page.add_init_script("delete Navigator.prototype.serviceWorker")
    reader.open(host.address + PAGE)
    assert said(reader, "This browser cannot save the library here.")
    assert buttons(reader) == []


def test_without_javascript_the_page_explains_itself(chromium: Browser, host: Host) -> None:
    with chromium_page(chromium, javascript=False) as tab:
        tab.open(host.address + PAGE)
        main = tab.page.locator("main").inner_text()
        assert "Saving needs JavaScript" in main
        assert "A copy on a stick" in main
        assert not tab.page.locator("[role=status]").is_visible()


# ------------------------------------------------------------------------------------------------ without a network


def test_a_saved_library_works_without_a_network(reader: ChromiumTab, host: Host) -> None:
    save(reader, host.address)
    assert reader.text("[role=status]") == "Saved: edition of 1 May 2026."
    assert reader.evaluate("document.activeElement === document.querySelector('[role=status]')")
    disconnect(reader, host)

    reader.open(host.address)
    reader.click("main a[href='en/index.html']")
    assert reader.texts("main a[href^='cases/']")

    reader.open(host.address + "en/courts/")
    assert reader.text("h1") == "By court"
    reader.open(host.address + "en/courts")
    assert reader.evaluate("location.pathname") == "/en/courts/index.html"

    reader.open(f"{host.address}{MEDICUS}?from=a-letter#p3")
    assert reader.text("h1") == "Medicus (first instance)"
    assert reader.evaluate("document.querySelector(':target').id") == "p3"
    assert reader.evaluate("getComputedStyle(document.querySelector('.case')).display") == "grid"

    reader.open(host.address + "en/search.html?q=kidney&court=bc-prishtina")
    reader.wait_for("document.querySelector('.search-result mark')")

    reader.open(host.address + "en/cases/no-such-case.html")
    assert reader.text("h1") == "There is no page at this address"
    assert reader.evaluate("getComputedStyle(document.querySelector('main')).flexGrow") == "1"

    reader.open(host.address + PAGE)
    assert said(reader, "Saved: ") == "Saved: edition of 1 May 2026."


def test_firefox_keeps_the_library_too(firefox: Tab, host: Host) -> None:
    save(firefox, host.address)
    host.stop()
    firefox.open(host.address + MEDICUS + "#p3")
    assert firefox.text("h1") == "Medicus (first instance)"
    firefox.open(host.address + "en/search.html?q=kidney")
    firefox.wait_for("document.querySelector('.search-result mark')")
    firefox.open(host.address + "en/no-such-page.html")
    assert firefox.text("h1") == "There is no page at this address"
    host.start()
    firefox.open(host.address + PAGE)
    said(firefox, "Saved: ")
    firefox.click(REMOVE)
    said(firefox, "The library has been removed from this device.")
    assert firefox.evaluate(CACHES) == []


def test_nothing_but_the_library_is_answered_from_the_device(
    reader: ChromiumTab, host: Host, editions: list[Path], tmp_path: Path
) -> None:
    (tmp_path / "note.txt").write_text("from the server", encoding="utf-8")
    host.sites = {"/thb/": editions[0], "/": tmp_path}
    save(reader, host.address + "thb/")
    assert reader.evaluate(REGISTRATIONS) == [host.address + "thb/"]
    reader.open(host.address + "note.txt")
    assert reader.text("body") == "from the server"
    disconnect(reader, host)
    reader.open(host.address + "thb/" + MEDICUS)
    assert reader.text("h1") == "Medicus (first instance)"
    with pytest.raises(Exception, match="ERR_"):
        reader.open(host.address + "note.txt")


def test_two_libraries_of_one_host_leave_each_other_alone(
    reader: ChromiumTab, host: Host, editions: list[Path]
) -> None:
    host.sites = {"/thb/": editions[1], "/": editions[0]}
    save(reader, host.address)
    reader.open(host.address + "thb/" + PAGE)
    said(reader, "The library is not saved on this device.")
    save(reader, host.address + "thb/")
    reader.click(REMOVE)
    said(reader, "The library has been removed from this device.")
    disconnect(reader, host)
    reader.open(host.address + MEDICUS)
    assert shown(reader) == ("1 May 2026", "1 May 2026")


# ------------------------------------------------------------------------------------------------ a newer edition


def test_a_newer_edition_is_offered_and_taken_only_when_asked(
    reader: ChromiumTab, host: Host, editions: list[Path]
) -> None:
    save(reader, host.address)
    host.sites = {"/": editions[1]}
    for _ in range(2):
        reader.open(host.address + PAGE)
        text = said(reader, "Saved: edition of 1 May 2026. A newer edition")
        assert text == "Saved: edition of 1 May 2026. A newer edition is available: edition of 2 June 2026."
        reader.open(host.address + MEDICUS)
        assert shown(reader) == ("1 May 2026", "1 May 2026")
    reader.open(host.address + PAGE)
    said(reader, "Saved: edition of 1 May 2026. A newer edition")
    assert buttons(reader) == ["Take the newer edition", "Remove from this device"]
    asked = len(host.asked)
    reader.click(SAVE)
    said(reader, "Saved: edition of 2 June 2026.")
    loaded = set(host.asked[asked:])
    assert "/en/index.html" in loaded
    assert "/static/fonts/literata-regular.woff2" not in loaded  # unchanged: copied from the edition before
    reader.open(host.address + MEDICUS)
    assert shown(reader) == ("2 June 2026", "2 June 2026")
    disconnect(reader, host)
    reader.open(host.address + "en/search.html?q=kidney")
    reader.wait_for("document.querySelector('.search-result mark')")


def test_a_window_that_is_open_keeps_its_edition_until_it_moves_on(
    reader: ChromiumTab, host: Host, editions: list[Path]
) -> None:
    save(reader, host.address)
    reader.open(host.address + MEDICUS)
    host.sites = {"/": editions[1]}
    other = ChromiumTab(reader.page.context.new_page())
    other.open(host.address + PAGE)
    said(other, "Saved: edition of 1 May 2026. A newer edition")
    other.click(SAVE)
    said(other, "Saved: edition of 2 June 2026.")
    script = "fetch('../../static/js/search-box.js').then(answer => answer.text())"
    assert "1 May 2026" in reader.evaluate(script)
    reader.reload()
    assert shown(reader) == ("2 June 2026", "2 June 2026")
    assert "2 June 2026" in reader.evaluate(script)
    for path in (MEDICUS, "en/index.html"):  # no window is left with the first edition, and with the next page it goes
        other.open(host.address + path)
    eventually(other, "caches.keys().then(names => names.length === 2)")


def test_when_all_pages_were_closed_the_saved_edition_still_stays(
    chromium: Browser, host: Host, editions: list[Path]
) -> None:
    context = chromium.new_context()
    save(ChromiumTab(context.new_page()), host.address)
    host.sites = {"/": editions[1]}
    tab = ChromiumTab(context.new_page())
    tab.open(host.address + PAGE)
    said(tab, "Saved: edition of 1 May 2026. A newer edition")
    for page in context.pages:
        page.close()
    tab = ChromiumTab(context.new_page())
    tab.open(host.address + MEDICUS)
    waiting = "navigator.serviceWorker.getRegistration().then(found => found.waiting === null)"
    eventually(tab, waiting)
    assert shown(tab) == ("1 May 2026", "1 May 2026")
    tab.open(host.address + PAGE)
    said(tab, "Saved: edition of 1 May 2026. A newer edition")
    tab.click(SAVE)
    said(tab, "Saved: edition of 2 June 2026.")
    context.close()


def test_a_page_that_only_the_newer_edition_has_comes_whole_from_the_network(
    reader: ChromiumTab, host: Host, editions: list[Path], tmp_path: Path
) -> None:
    save(reader, host.address)
    newer = make_edition(editions[1], tmp_path / "newer", "4 August 2026")
    (newer / "en" / "new.html").write_bytes((newer / "en" / "about.html").read_bytes())
    host.sites = {"/": newer}
    reader.open(host.address + "en/new.html")
    assert shown(reader)[1] == "4 August 2026"


# ------------------------------------------------------------------------------------------------ what can go wrong


def test_an_interrupted_save_keeps_the_edition_before_and_goes_on_later(
    reader: ChromiumTab, host: Host, editions: list[Path]
) -> None:
    save(reader, host.address)
    host.sites = {"/": editions[1]}
    host.failing = {"/" + MEDICUS}
    reader.open(host.address + PAGE)
    said(reader, "Saved: edition of 1 May 2026. A newer edition")
    reader.click(SAVE)
    text = said(reader, "A file did not arrive as it should")
    assert text == (
        f"A file did not arrive as it should: {MEDICUS}. Perhaps the library is being updated right now; try again in "
        "some minutes. The edition that was saved before is whole and works on."
    )
    reader.open(host.address + MEDICUS)
    assert shown(reader) == ("1 May 2026", "1 May 2026")
    host.failing = set()
    reader.open(host.address + PAGE)
    asked = len(host.asked)
    said(reader, "Saved: edition of 1 May 2026. A newer edition")
    reader.click(SAVE)
    said(reader, "Saved: edition of 2 June 2026.")
    again = [path for path in host.asked[asked:] if path.endswith(".html")]
    assert "/" + MEDICUS in again
    pages = list(editions[1].rglob("*.html"))
    assert len(again) < len(pages) / 2  # what had arrived was not loaded again


def test_a_file_of_another_edition_is_not_taken(
    reader: ChromiumTab, host: Host, editions: list[Path], tmp_path: Path
) -> None:
    reader.open(host.address + PAGE)
    said(reader, "The library is not saved")
    half = make_edition(editions[1], tmp_path / "half", "4 August 2026")
    for name in ("sw.js", "offline/files.json"):
        (half / name).write_bytes((editions[0] / name).read_bytes())
    host.sites = {"/": half}
    reader.click(SAVE)
    text = said(reader, "A file did not arrive as it should")
    assert text.endswith("Nothing is saved; with a network everything works as usual.")
    reader.open(host.address + MEDICUS)
    assert shown(reader)[1] == "4 August 2026"


def test_without_a_network_a_newer_edition_cannot_be_taken_and_the_saved_one_stays(
    reader: ChromiumTab, host: Host, editions: list[Path]
) -> None:
    save(reader, host.address)
    host.sites = {"/": editions[1]}
    reader.open(host.address + PAGE)
    said(reader, "Saved: edition of 1 May 2026. A newer edition")
    disconnect(reader, host)
    reader.click(SAVE)
    assert said(reader, "The server") == (
        "The server of the library could not be reached. The edition that was saved before is whole and works on."
    )
    reader.open(host.address + MEDICUS)
    assert shown(reader) == ("1 May 2026", "1 May 2026")


def test_a_device_without_space_is_told(reader: ChromiumTab, host: Host) -> None:
    reader.open(host.address + PAGE)
    said(reader, "The library is not saved")
    session = reader.page.context.new_cdp_session(reader.page)
    session.send("Storage.overrideQuotaForOrigin", {"origin": host.address, "quotaSize": 300_000})
    reader.click(SAVE)
    assert said(reader, "There is not enough space") == (
        "There is not enough space on this device, or the browser allows no more. "
        "Nothing is saved; with a network everything works as usual."
    )


def test_saving_can_be_stopped_and_taken_up_again(reader: ChromiumTab, host: Host) -> None:
    reader.open(host.address + PAGE)
    said(reader, "The library is not saved")
    # Two presses before the worker has answered: the first step is always finished.
    reader.evaluate(
        "(() => { const save = document.querySelector('[data-part=save]'); save.click(); save.click(); })()"
    )
    text = said(reader, "S")
    while text.startswith("Saving"):
        text = reader.text("[role=status]")
    if text.startswith("Stopped"):
        assert reader.text(SAVE).startswith("Save this library on this device")
        reader.click(SAVE)
    said(reader, "Saved: ")


# ------------------------------------------------------------------------------------------------ gone when told


def test_what_is_saved_can_be_removed(reader: ChromiumTab, host: Host) -> None:
    save(reader, host.address)
    reader.click(REMOVE)
    said(reader, "The library has been removed from this device.")
    assert reader.evaluate("document.activeElement === document.querySelector('[data-part=save]')")
    assert reader.evaluate(CACHES) == []
    assert reader.evaluate(REGISTRATIONS) == []
    save(reader, host.address)


def test_the_kill_switch_removes_everything_and_the_site_works_from_the_network(
    reader: ChromiumTab, host: Host, editions: list[Path]
) -> None:
    save(reader, host.address)
    host.sites = {"/": editions[2]}
    reader.open(host.address + MEDICUS)  # the saved edition; meanwhile the browser finds the kill switch
    gone = f"Promise.all([{CACHES}, {REGISTRATIONS}]).then(both => both.every(names => names.length === 0))"
    eventually(reader, gone)
    reader.open(host.address + MEDICUS)
    assert shown(reader)[1] == "3 July 2026"
    reader.open(host.address + "en/search.html?q=kidney")
    reader.wait_for("document.querySelector('.search-result mark')")


def test_the_saved_page_tells_of_the_kill_switch(reader: ChromiumTab, host: Host, editions: list[Path]) -> None:
    save(reader, host.address)
    host.sites = {"/": editions[2]}
    reader.open(host.address + PAGE)
    assert said(reader, "Saving is switched off")
    assert buttons(reader) == []
    assert reader.evaluate(CACHES) == []


# ------------------------------------------------------------------------------------------------ for everyone


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_any_state(chromium: Browser, host: Host, scheme: str, width: int) -> None:
    with chromium_page(chromium, dark=scheme == "dark", width=width) as tab:
        tab.open(host.address + PAGE)
        said(tab, "The library is not saved")
        assert violations(tab) == []
        tab.evaluate("document.querySelector('[data-part=progress]').hidden = false")
        assert violations(tab) == []
        tab.page.keyboard.press("Tab")
        tab.page.locator(SAVE).focus()
        tab.page.keyboard.press("Enter")
        said(tab, "Saved: ")
        assert violations(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
