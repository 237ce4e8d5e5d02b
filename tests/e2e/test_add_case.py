"""The form that adds a case: what a lawyer types becomes a file that the library reads without a fault."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from caselaw.checks import Case, read_case
from caselaw.document import Document, parse_document
from caselaw.problems import Problems
from caselaw.values import Duration, Provision
from tests.e2e.accessibility import violations
from tests.e2e.browsers import ChromiumTab, chromium_page, served
from tests.sample_library import TODAY, SampleLibrary, said, sample_vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Dialog, Locator

REPOSITORY = "https://repository.example/thb"
# What YAML, Markdown or HTML could take for something else, and letters of the region.
NASTY = [
    'He said: "no" #1 [x] {y} - & * ! | > % @ ` \\ \' <b>',
    "- a hyphen that leads",
    "yes",
    "no: yes # remark",
    "null",
    "0x1F",
    "[1] in brackets",
    "Gjykatë në Gjakovë, Đorđe čćšž, Ђорђе",
    "🙂 ⚖️",
]
BODY = """## Facts: "what" happened

[1] It is said: *yes* #1 - [x] {y} & "so".

- one
- two

[2] Përmbledhje e gjatë: Đorđe, čćšž 🙂.

[3] The end."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> SampleLibrary:
    library = SampleLibrary(tmp_path_factory.mktemp("form") / "library")
    library.config.write_text(f"{library.config.read_text('utf-8')}repository: {REPOSITORY}\n", encoding="utf-8")
    library.add("other-case")
    library.build()
    return library


@pytest.fixture(params=["http", "file"])
def tab(request: pytest.FixtureRequest, chromium: Browser, library: SampleLibrary) -> Iterator[ChromiumTab]:
    with served(library.output) as address, chromium_page(chromium) as tab:
        tab.page.on("dialog", lambda dialog: dialog.accept())
        tab.open((address if request.param == "http" else library.output.as_uri() + "/") + "en/add-case.html")
        tab.wait_for("!document.querySelector('[data-add-case]').hidden")
        yield tab


@pytest.fixture
def page(chromium: Browser, library: SampleLibrary) -> Iterator[ChromiumTab]:
    """The form in a folder only."""
    with chromium_page(chromium) as tab:
        tab.page.on("dialog", lambda dialog: dialog.accept())
        tab.page.add_init_script(_STAY)
        tab.open(library.output.as_uri() + "/en/add-case.html")
        tab.wait_for("!document.querySelector('[data-add-case]').hidden")
        yield tab


def fill(place: Locator, fields: dict[str, object]) -> None:
    """Fill in fields by their names: a text, keys to tick, a group, or rows, the first of which may be there."""
    for name, value in fields.items():
        if isinstance(value, dict):
            fill(place.locator(f"[data-group={name}]").first, value)
        elif isinstance(value, list):
            rows = place.locator(f"[data-rows={name}]").first
            for number, row in enumerate(value):
                if rows.locator("> [data-list] > [data-row]").count() <= number:
                    rows.locator("> p > [data-add]").click()
                fill(
                    rows.locator("> [data-list] > [data-row]").nth(number), row if isinstance(row, dict) else {"": row}
                )
        else:
            fill_field(place.locator(f"[data-field='{name}']").first, value)


def fill_field(field: Locator, value: object) -> None:
    if isinstance(value, set):
        for key in sorted(value):
            field.locator(f"input[value={key}]").check()
    elif field.get_attribute("data-control") == "choice":
        field.locator("select").select_option(str(value))
    else:
        field.locator("input, textarea").fill(str(value))


NEEDED: dict[str, object] = {
    "title": "New case",
    "court": "sc",
    "decided": "2016-12-15",
    "kind": "judgment",
    "language": "en",
    "id": "new-case",
    "summary": "What was decided.",
    "outcome": "conviction",
    "offences": {"trafficking"},
    "sources": [{"url": "https://court.example/judgment?a=1#p2", "title": "Judgment"}],
    "text": "summary",
    "body": BODY,
}
EVERYTHING: dict[str, object] = {
    **NEEDED,
    "title": NASTY[0],
    "formation": NASTY[1],
    "case_numbers": "\n".join(NASTY),
    "ecli": "ECLI:CE:ECHR:2005:0726JUD007331601",
    "importance": "key",
    "summary": "\n".join(NASTY),
    "applies": ["code-2003/139", "code-2003/274/1"],
    "findings": [{"provision": "treaty/4", "result": "violation", "aspect": "procedural", "paragraphs": "1, 2"}],
    "topics": [{"value": "consent", "paragraphs": "2"}, {"value": "organ-removal"}],
    "charges": [
        {
            "defendant": "L.D.",
            "charged": "code-2003/139",
            "finding": "convicted",
            "convicted_of": "slavery",
            "sentence": {
                "imprisonment": "8 years 6 months",
                "fine": "8000.50 EUR",
                "suspended": "no",
                "other": NASTY[0] + "\n" + NASTY[4],
            },
            "paragraphs": "1, 3",
        },
        {"defendant": "defendant 2", "charged": "unknown", "finding": "acquitted"},
    ],
    "compensation": [
        {"to": NASTY[2], "claimed": "unknown", "awarded": "0 EUR", "referred_to_civil": "unknown", "paragraphs": "3"}
    ],
    "non_punishment": {"raised_by": "defence", "result": "refused", "paragraphs": "2"},
    "acts": [{"value": "recruitment", "basis": "court", "paragraphs": "1"}, {"value": "transportation"}],
    "means": [{"value": "deception"}],
    "purposes": [{"value": "removal-of-organs"}],
    "aggravating": [{"value": "child-victim"}],
    "sectors": {"medical"},
    "dates": {"offence_from": "2012-03", "indictment": "2013-01-15"},
    "victims": {
        "total": "3",
        "adults": "2",
        "children": "1",
        "sex": "mixed",
        "nationalities": ["NO", "XK"],
        "vulnerabilities": {"poverty"},
    },
    "protection": [{"measure": "anonymous-witness", "result": "granted", "paragraphs": "1"}],
    "history": [{"relation": "related", "case": "other-case"}],
    "later": [{"court": "ca", "outcome": "upheld", "decided": "2017", "paragraphs": "2"}],
    "cites": [{"case": "other-case", "treatment": "followed", "paragraphs": "1"}],
    "authorities": NASTY[3],
    "sources": [
        {
            "url": "https://court.example/judgment?a=1#p2",
            "title": NASTY[5],
            "publisher": NASTY[6],
            "kind": "press",
            "read": "2026-11-20",
        },
        {"url": "https://court.example/2", "title": NASTY[8]},
    ],
    "unverified": "victims.total\np2",
}


def shown_file(tab: ChromiumTab) -> str:
    tab.page.wait_for_timeout(300)
    return str(tab.evaluate("document.querySelector('[data-output]').textContent"))


def read(text: str) -> Case:
    """Return the case of a file; anything that is said of it fails the test."""
    problems = Problems()
    document = parse_document(text.encode(), "content/cases/sc/new-case.md", problems)
    assert isinstance(document, Document), said(problems)
    case = read_case(document, frozenset(), sample_vocabulary(), TODAY, problems)
    assert case
    assert said(problems) == []
    return case


def faults(tab: ChromiumTab) -> list[str]:
    tab.page.wait_for_timeout(300)
    return tab.texts("[data-faults] li")


def test_everything_that_a_lawyer_types_stands_in_a_file_without_fault(tab: ChromiumTab) -> None:
    fill(tab.page.locator("[data-add-case]"), EVERYTHING)
    text = shown_file(tab)
    assert faults(tab) == []
    case = read(text)
    record = case.record
    assert record.title == NASTY[0]
    assert (record.formation, record.case_numbers) == (NASTY[1], tuple(NASTY))
    assert record.summary == " ".join(NASTY)
    assert record.charges[0].sentence
    assert record.charges[0].sentence.imprisonment == Duration(8, 6)
    assert record.charges[0].sentence.other == (NASTY[0], NASTY[4])
    assert (record.charges[0].convicted_of, record.charges[1].charged) == ("slavery", "unknown")
    assert record.applies == (Provision("code-2003", "139"), Provision("code-2003", "274", "1"))
    assert record.victims
    assert record.victims.nationalities == ("NO", "XK")
    assert [act.value for act in record.acts] == ["recruitment", "transportation"]
    assert record.sources[0].url == "https://court.example/judgment?a=1#p2"
    assert (record.sources[0].title, record.sources[1].title) == (NASTY[5], NASTY[8])
    assert record.publication.status == "draft"
    assert case.text.paragraphs == (1, 2, 3)
    left_empty = {"documents", "review", "corrections", "aliases"}
    unset = {name for name in type(record).model_fields if not getattr(record, name)}
    assert unset == left_empty
    assert tab.complaints() == []


def test_the_file_is_saved_and_the_library_takes_it(tab: ChromiumTab, library: SampleLibrary, tmp_path: Path) -> None:
    fill(tab.page.locator("[data-add-case]"), EVERYTHING)
    with tab.page.expect_download() as download:
        tab.click("[data-download]")
    assert download.value.suggested_filename == "new-case.md"
    taken = SampleLibrary(tmp_path / "library")
    taken.add("other-case")
    taken.write("content/cases/sc/new-case.md", Path(download.value.path()).read_text("utf-8"))
    problems = Problems()
    assert taken.read(problems)
    assert said(problems) == []


def test_only_what_is_needed_makes_a_file_too(page: ChromiumTab) -> None:
    fill(page.page.locator("[data-add-case]"), NEEDED)
    assert faults(page) == []
    assert read(shown_file(page)).record.title == "New case"


def test_what_the_model_refuses_is_said_while_it_is_typed(page: ChromiumTab) -> None:
    fill(page.page.locator("[data-add-case]"), EVERYTHING)
    wrong: dict[str, tuple[object, str]] = {
        "title": ("", "Title: This must be filled in."),
        "decided": ("2015-02-29", "Date of the decision: There is no such day, or it lies in the future."),
        "later": ([{"decided": "2017/2"}], "Later decisions without a page, no. 1, date of the decision: " + DAY),
        "ecli": ("ECLI:1", "ECLI: This is not written as it must be. ECLI:CE:ECHR:2005:0726JUD007331601"),
        "id": ("con", "Name of the file: This is not written as it must be. medicus-supreme-court-2016"),
        "summary": ("word " * 121, "Summary: The summary has 121 words; at most 120 are allowed."),
        "applies": (
            ["code-2003/999"],
            "Provisions applied, no. 1: This is not in the list; choose one of the proposals.",
        ),
        "findings": (
            [{"paragraphs": "9"}],
            "Findings, no. 1, paragraphs: The text has no paragraph [9].",
        ),
        "charges": (
            [{"defendant": "Leutrim Dushi"}],
            "Charges and sentences, no. 1, defendant: This is not written as it must be. A.B.",
        ),
        "victims": ({"total": "2"}, "Victims, total number: Adults and children together are more than the total."),
        "protection": (
            [{"paragraphs": "0"}],
            "Protection measures, no. 1, paragraphs: This is not written as it must be. 3, 4",
        ),
        "topics": ([{"paragraphs": "one"}], "Topics, no. 1, paragraphs: This is not written as it must be. 3, 4"),
        "unverified": ("p1\np1", "What is not verified: This stands twice: p1"),
    }
    fill(page.page.locator("[data-add-case]"), {name: value for name, (value, _) in wrong.items()})
    assert sorted(faults(page)) == sorted(text for _, text in wrong.values())
    title = page.page.locator("[data-field=title] input").first
    assert title.get_attribute("aria-invalid") == "true"
    described = str(title.get_attribute("aria-describedby")).split()
    assert "This must be filled in." in [page.text(f"#{one}") for one in described if page.texts(f"#{one}")[0]]


def test_the_list_of_faults_leads_to_each_by_keyboard(page: ChromiumTab) -> None:
    page.page.locator("[data-send]").focus()
    page.press("Enter")
    page.wait_for("document.activeElement.matches('[data-faults]')")
    assert page.evaluate("document.querySelectorAll('[aria-invalid=true]').length") > 5
    page.press("Tab")
    page.press("Enter")
    assert page.evaluate("document.activeElement.closest('[data-field]').dataset.field") == "title"


def test_a_row_comes_and_goes_by_keyboard(page: ChromiumTab) -> None:
    page.page.locator("[data-rows=charges] > p > [data-add]").focus()
    page.press("Enter")
    assert page.text(":focus") == "Charges and sentences, no. 1"
    page.page.locator("[data-rows=charges] [data-remove]").focus()
    page.press("Enter")
    assert page.evaluate("document.activeElement.matches('[data-rows=charges] > p > [data-add]')")
    assert page.page.locator("[data-rows=charges] [data-row]").count() == 0


# Notes where a link leads that a script follows, and stays.
_STAY = """
window.opened = [];
document.addEventListener("click", event => {
  if (event.target.target !== "_blank") return;
  event.preventDefault();
  window.opened.push(event.target.href);
}, true);
"""


def opened(tab: ChromiumTab) -> str:
    tab.click("[data-send]")
    tab.wait_for("window.opened.length")
    return str(tab.evaluate("window.opened.at(-1)"))


def test_the_editors_page_opens_filled_in(page: ChromiumTab) -> None:
    fill(page.page.locator("[data-add-case]"), NEEDED)
    text = shown_file(page)
    address = urlsplit(opened(page))
    assert address.path == "/thb/new/main/content/cases/sc"
    assert parse_qs(address.query, strict_parsing=True) == {"filename": ["new-case.md"], "value": [text]}


def test_a_long_text_is_copied_instead_of_standing_in_the_address(page: ChromiumTab) -> None:
    page.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    fill(page.page.locator("[data-add-case]"), {**NEEDED, "body": "[1] " + "Një fjali e gjatë. " * 400})
    text = shown_file(page)
    assert opened(page) == f"{REPOSITORY}/new/main/content/cases/sc?filename=new-case.md"
    assert page.evaluate("window.copied") == text
    page.wait_for("document.querySelector('[data-said]').textContent.startsWith('The text is too long for a link.')")


DAY = "Write it like this: 2013-04-29 (year-month-day)."
NUMBER = "A number of 10 or 13 digits stands here, like a personal number."
BIRTH = "This looks like a date of birth."
PERSONAL = {
    "The number 1234567890 stands there.": NUMBER,
    "JMBG 0101990710006": NUMBER,
    "Call +383 44 123 456": "This looks like a telephone number.",
    "044 123 456": "This looks like a telephone number.",
    "write to a.b@court.example": "This looks like an e-mail address.",
    "XK05 1212 0123 4567 8906": "This looks like a bank account.",
    "the victim Ana Horvat said": "This looks like a victim’s name.",
    "viktima Teuta Berisha": "This looks like a victim’s name.",
    "oštećena Ana Horvat": "This looks like a victim’s name.",
    "E lindur më 5 qershor 2004": BIRTH,
    "I lindur më 03.02.1981": BIRTH,
    "Rođena 1. januara 2001. godine": BIRTH,
    "Rođen 05.06.1975": BIRTH,
    "I akuzuari Agron Berisha": "This looks like a defendant’s full name.",
    "rr. Nëna Terezë nr. 14": "This looks like a street with a number.",
    "Victims Protection Act; the accused Supreme Court; rođen 2001; I pandehuri A.B., 5 qershor 2004": "",
    "XK05 1212 0123 4567 8907, 1234567890 EUR": "",
    "Pml.Kzz 92/2016, PAKR 52/14, no. 18269/18": "",
    "ECLI:CE:ECHR:2005:0726JUD007331601": "",
    "Law No. 04/L-218, 12,000,000.00 EUR, 2013-04-29": "",
    "victims A.B. and C.D.; viktima M.K.; oštećena A.": "",
    "https://hudoc.echr.coe.int/eng?i=001-69891": "",
}


def test_what_looks_like_personal_data_is_warned_of(page: ChromiumTab) -> None:
    body = page.page.locator("[data-field=body] textarea")
    warnings = {}
    for typed in PERSONAL:
        body.fill(typed)
        page.page.wait_for_timeout(250)
        warnings[typed] = str(page.evaluate("document.querySelector('[data-field=body] [data-warning]').textContent"))
    assert warnings == PERSONAL
    assert page.page.locator("[data-warnings]").is_hidden()


def test_nothing_is_sent_before_a_warning_was_looked_at(page: ChromiumTab) -> None:
    fill(page.page.locator("[data-add-case]"), {**NEEDED, "body": "[1] I akuzuari Agron Berisha."})
    page.page.wait_for_timeout(300)
    page.click("[data-send]")
    page.wait_for("document.activeElement.matches('[data-warnings]')")
    assert page.evaluate("window.opened") == []
    page.page.locator("[data-checked]").check()
    assert opened(page).startswith(REPOSITORY)


def test_what_the_check_would_stop_is_neither_copied_saved_nor_sent(page: ChromiumTab) -> None:
    form = page.page.locator("[data-add-case]")
    fill(form, {**NEEDED, "body": "[1] The number 1234567890."})
    page.page.wait_for_timeout(300)
    assert page.page.locator("[data-warnings]").is_hidden()
    page.evaluate("navigator.clipboard.writeText = text => { window.copied = text; return Promise.resolve(); }")
    page.evaluate("void (URL.createObjectURL = () => { window.saved = true; return ``; })")
    for way in ("copy", "download", "send"):
        button = page.page.locator(f"[data-{way}]")
        assert button.get_attribute("aria-disabled") == "true"
        button.focus()
        page.press("Enter")
        page.wait_for("document.activeElement.matches('[data-stops]')")
    page.wait_for("document.querySelector('[data-said]').textContent.startsWith('Take it out before you send')")
    assert page.evaluate("[window.opened.length, window.copied, window.saved]") == [0, None, None]
    fill(form, {"body": BODY})
    page.page.wait_for_timeout(300)
    assert page.page.locator("[data-stops]").is_hidden()
    assert opened(page).startswith(REPOSITORY)


def test_a_form_that_nobody_has_begun_lists_no_mistakes(page: ChromiumTab) -> None:
    heading = page.page.locator("[data-faults] h3")
    assert heading.inner_text() == "Fields still to be filled in: 13"
    assert page.page.locator("[data-faults] li").first.is_hidden()
    fill(page.page.locator("[data-add-case]"), {"title": "A"})
    page.page.wait_for_timeout(300)
    assert heading.inner_text() == "Still to be put right: 11"
    assert "Sources, no. 1, title: This must be filled in." in faults(page)


def test_a_day_written_as_in_the_region_becomes_one_of_the_file(page: ChromiumTab) -> None:
    decided = page.page.locator("[data-field=decided] input").first
    written = {}
    for typed in ("12.05.2021", "1. 5. 2021.", "05.2021", "2021", "2021-05-12", "32"):
        decided.fill(typed)
        decided.blur()
        written[typed] = decided.input_value()
    assert list(written.values()) == ["2021-05-12", "2021-05-01", "2021-05", "2021", "2021-05-12", "32"]


def test_text_that_was_not_saved_is_not_lost_without_a_word(chromium: Browser, library: SampleLibrary) -> None:
    with chromium_page(chromium) as tab:
        asked: list[str] = []

        def accept(dialog: Dialog) -> None:
            asked.append(dialog.type)
            dialog.accept()

        tab.page.on("dialog", accept)
        tab.open(library.output.as_uri() + "/en/add-case.html")
        fill(tab.page.locator("[data-add-case]"), {"title": "A"})
        tab.page.locator("[data-field=title] input").first.click()
        tab.open(library.output.as_uri() + "/en/index.html")
        assert asked == ["beforeunload"]
        tab.open(library.output.as_uri() + "/en/add-case.html")
        tab.open(library.output.as_uri() + "/en/index.html")
        assert asked == ["beforeunload"]
        assert tab.evaluate("localStorage.length + sessionStorage.length") == 0


def test_the_button_numbers_the_paragraphs_of_a_text(page: ChromiumTab) -> None:
    fill(page.page.locator("[data-add-case]"), {"body": "## Facts\n\nOne.\n\n- a\n- b\n\nTwo."})
    page.click("[data-number-button]")
    body = page.page.locator("[data-field=body] textarea")
    assert body.input_value() == "## Facts\n\n[1] One.\n\n- a\n- b\n\n[2] Two."


def test_the_name_of_the_file_is_proposed_until_it_is_typed(page: ChromiumTab) -> None:
    form = page.page.locator("[data-add-case]")
    fill(form, {"title": "Çështja “Đorđe” v. Kosovës", "decided": "2016-12"})
    page.page.wait_for_timeout(300)
    identity = page.page.locator("[data-field=id] input")
    assert identity.input_value() == "ceshtja-djordje-v-kosoves-2016"
    fill(form, {"id": "own"})
    fill(form, {"title": "Another"})
    page.page.wait_for_timeout(300)
    assert identity.input_value() == "own"


@pytest.mark.parametrize(("width", "dark"), [(320, False), (1280, True)])
def test_axe_finds_no_violation_in_a_full_form(
    chromium: Browser, library: SampleLibrary, width: int, dark: bool
) -> None:
    with served(library.output) as address, chromium_page(chromium, width=width, dark=dark) as tab:
        tab.page.on("dialog", lambda dialog: dialog.accept())
        tab.open(address + "en/add-case.html")
        form = tab.page.locator("[data-add-case]")
        fill(form, {**EVERYTHING, "decided": "2015-02-29", "formation": "victim Ana Horvat"})
        form.locator("[data-field=body] textarea").focus()
        tab.page.wait_for_timeout(300)
        assert violations(tab) == []
        assert tab.evaluate("document.documentElement.scrollWidth") == width


def test_without_scripts_the_page_shows_the_file_and_no_dead_form(chromium: Browser, library: SampleLibrary) -> None:
    with chromium_page(chromium, javascript=False) as tab:
        tab.open(library.output.as_uri() + "/en/add-case.html")
        assert tab.page.locator("[data-add-case]").is_hidden()
        assert tab.page.locator(".form-by-file-text").inner_text().startswith("---\n")


def test_a_case_page_offers_a_correction_with_and_without_scripts(chromium: Browser, library: SampleLibrary) -> None:
    for javascript in (True, False):
        with chromium_page(chromium, javascript=javascript) as tab:
            tab.open(library.output.as_uri() + "/en/cases/other-case.html")
            tab.page.locator(".suggest-correction > summary").focus()
            tab.page.keyboard.press("Enter")
            link = tab.page.locator(".suggest-correction-form").get_attribute("href")
            address = urlsplit(str(link))
            assert address.path == "/thb/issues/new"
            assert parse_qs(address.query) == {
                "template": ["correction-en.yml"],
                "title": ["Correction: other-case"],
                "case": ["other-case"],
                "address": ["en/cases/other-case.html"],
            }
            shown = tab.page.locator(".suggest-correction-copy").inner_text()
            assert shown == "other-case\nen/cases/other-case.html"
            assert tab.page.locator("[data-suggest-copy]").is_visible() == javascript
