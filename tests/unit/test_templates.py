"""What every template keeps to, read from the template itself and from the sample pages that it renders."""

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from jinja2 import nodes
from jinja2.lexer import TOKEN_DATA

from caselaw.pages import model
from caselaw.pages.model import (
    Page,
)
from caselaw.render import make_environment, render_page
from tests import samples

TEMPLATES = samples.ROOT / "templates"
STYLES = samples.ROOT / "static" / "css"
ENVIRONMENT = make_environment(TEMPLATES)
SITE = samples.make_site()
FILES = sorted(TEMPLATES.glob("**/*.html"))
SCRIPTS = sorted((samples.ROOT / "static").rglob("*.js"))
COMPONENTS = sorted(TEMPLATES.glob("components/*.html"))
ALL_TEMPLATES = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
ALL_COMPONENTS = pytest.mark.parametrize("file", COMPONENTS, ids=lambda file: file.stem)
ALL_PAGES = pytest.mark.parametrize("page", samples.PAGES, ids=lambda page: page.frame.path)

# Sheets that belong to no component, and components that are nothing to look at.
FOUNDATIONS = {"layers", "tokens", "fonts", "reset", "base", "layout", "print"}
ARRANGED_BY_LAYOUT = {"gateway"}
UNSEEN = {"case-metadata", "search-metadata"}
# Names that come from the texts of cases and from scripts.
FOREIGN_CLASSES = {"footnotes", "footnote", "prose-cite", "with-script"}
POLICY = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; "
    "object-src 'none'"
)

# Attributes that are shown or read out, and the values among them that only machines read.
SPOKEN = (
    "aria-label|aria-description|aria-roledescription|aria-valuetext|alt|title|placeholder|summary|label|content|value"
)
FOR_MACHINES = {
    POLICY: "the content security policy",
    "width=device-width, initial-scale=1": "how phones lay the page out",
    "light dark": "the colour schemes that the styles have",
    "noindex": "for search engines",
    "0; url=\x00": "where a page leads on to",
}
# Words in a row, or one with a capital: what looks like a text for people.
TEXT_OF_A_READER = re.compile(
    r"(?!\(\?:|\"?use strict|(?:[^\W\d_]{1,6} ?){12,}$)"
    r"(?:.*[^\W\d_]{2,} +[^\W\d_]{3,}|.*[^\W\d_]{3,} +[^\W\d_]{2,}|[A-ZÇËČĆŠŽĐ][a-zçëčćšžđ]{2,})",
    re.DOTALL,
)
# What looks like a text in a script and is none; patterns, which begin with "(?:", "use strict" and long lists of short
# endings are none either.
NOT_FOR_READERS = {
    "Escape": "a key",
    "QuotaExceededError": "a name of the browser's",
}

# The texts of a script: comments and patterns are read over, and what a template text is filled with becomes \x00.
_FILLING = r"\$\{(?:[^{}`]|`[^`]*`|\{[^{}]*\})*\}"
_SCRIPT = re.compile(
    r"//[^\n]*|/\*.*?\*/"
    r"|(?:(?<=[(=,:\[!&|?{;])|(?<=[(=,:\[!&|?{;>] ))/(?![/*])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\[\n])+/"
    rf"""|(?P<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|{_FILLING}|[^`\\])*`)""",
    re.DOTALL,
)

_FAULT = re.compile(r"new Error\((?:event\.message \|\| )?$")


def said(name: str, value: str) -> bool:
    """Whether an attribute holds words of its own; those for scripts also hold names."""
    words = TEXT_OF_A_READER.match(value) if name.startswith("data-") else re.search(r"[^\W\d_]", value)
    return bool(words) and value not in FOR_MACHINES


def texts_of_script(file: Path) -> list[str]:
    """Return what a script holds in quotes, but for the details of faults, which are for those who mend them."""
    source = file.read_text(encoding="utf-8")
    found = [match for match in _SCRIPT.finditer(source) if match["text"]]
    told = [match["text"][1:-1] for match in found if not _FAULT.search(source, 0, match.start())]
    return [re.sub(_FILLING, "\x00", text) for text in told]


@dataclass
class Reading(HTMLParser):
    """A page as its parts: elements with attributes, ids, and the text of some elements."""

    elements: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def all(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, attribute: str) -> list[str]:
        return [attributes[attribute] for _, attributes in self.elements if attribute in attributes]


def read(page: Page) -> Reading:
    reading = Reading()
    reading.feed(render_page(page, SITE, ENVIRONMENT))
    return reading


def markup(file: Path) -> str:
    """The template without expressions, statements and comments: what it writes whatever the page."""
    tokens = ENVIRONMENT.lex(file.read_text(encoding="utf-8"))
    return "".join(
        value if kind == TOKEN_DATA else "\x00" for _, kind, value in tokens if kind == TOKEN_DATA or "begin" in kind
    )


def test_every_page_type_has_a_template_and_a_sample() -> None:
    types = set(get_args(Page))
    assert types == {type(page) for page in samples.PAGES}
    assert {TEMPLATES / page_type.template for page_type in types} == set(TEMPLATES.glob("pages/*.html"))
    assert {name for name in vars(model) if name.endswith("Page")} - {"Page"} == {kind.__name__ for kind in types}


@ALL_TEMPLATES
def test_no_template_holds_a_text_of_its_own(file: Path) -> None:
    text = re.sub(r"<!doctype html>|<[^>]*>", "", markup(file))
    assert not re.search(r"[^\W\d_]", text), text
    spoken = re.findall(rf'\s({SPOKEN}|data-[\w-]+)="([^"]*)"', markup(file))
    assert [(name, value) for name, value in spoken if said(name, value)] == []


@ALL_TEMPLATES
def test_no_expression_of_a_template_holds_a_text_of_its_own(file: Path) -> None:
    tree = ENVIRONMENT.parse(file.read_text(encoding="utf-8"))
    constants = [found.value for found in tree.find_all(nodes.Const) if isinstance(found.value, str)]
    assert [text for text in constants if TEXT_OF_A_READER.match(text)] == []


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.relative_to(samples.ROOT / "static").as_posix())
def test_no_script_holds_a_text_of_its_own(file: Path) -> None:
    texts = [text for text in texts_of_script(file) if TEXT_OF_A_READER.match(text)]
    assert [text for text in texts if text not in NOT_FOR_READERS] == []


def test_every_exception_among_the_texts_is_needed() -> None:
    texts = {text for file in SCRIPTS for text in texts_of_script(file)}
    assert sorted(NOT_FOR_READERS.keys() - texts) == []
    assert sorted(value for value in FOR_MACHINES if not any(f'"{value}"' in markup(file) for file in FILES)) == []


@ALL_TEMPLATES
def test_no_template_holds_a_style_or_a_script(file: Path) -> None:
    text = markup(file)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)
    assert all(
        re.fullmatch(r'<script (?:defer src="\x00">|type="application/ld\+json">\x00)</script>', script)
        for script in re.findall(r"<script.*?/script>", text)
    )


@ALL_TEMPLATES
def test_the_texts_a_template_asks_for_exist(file: Path) -> None:
    tree = ENVIRONMENT.parse(file.read_text(encoding="utf-8"))
    asked = [
        (call.node.name, call.args[0].value)
        for call in tree.find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.args and isinstance(call.args[0], nodes.Const)
    ]
    texts = samples.EN.texts
    assert [key for name, key in asked if name == "t" and not isinstance(texts.get(key), str)] == []
    assert [key for name, key in asked if name == "count" and isinstance(texts.get(key, ""), str)] == []


@ALL_TEMPLATES
def test_templates_neither_sort_nor_group(file: Path) -> None:
    tree = ENVIRONMENT.parse(file.read_text(encoding="utf-8"))
    filters = {found.name for found in tree.find_all(nodes.Filter)}
    assert filters <= {"link", "length", "safe"}


@ALL_COMPONENTS
def test_a_component_is_one_macro_of_the_name_of_its_file(file: Path) -> None:
    macros = ENVIRONMENT.parse(file.read_text(encoding="utf-8")).find_all(nodes.Macro)
    assert [macro.name for macro in macros] == [file.stem.replace("-", "_")]


def test_each_component_has_a_style_sheet_and_each_sheet_a_component() -> None:
    components = {file.stem for file in COMPONENTS} - UNSEEN
    assert {file.stem for file in STYLES.glob("*.css")} - FOUNDATIONS - ARRANGED_BY_LAYOUT == components


def test_every_class_in_the_styles_is_one_that_pages_have() -> None:
    rules = "".join(
        re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL) for sheet in STYLES.glob("*.css")
    )
    styled = {
        name for selector in re.findall(r"[^{};]+(?={)", rules) for name in re.findall(r"\.([a-z][\w-]*)", selector)
    }
    templates = "".join(re.sub(r"{%.*?%}|{{.*?}}", " ", file.read_text(encoding="utf-8")) for file in FILES)
    used = {name for value in re.findall(r'class="([^"]*)"', templates) for name in value.split()}
    assert sorted(styled - used - FOREIGN_CLASSES - {f"outline-level-{level}" for level in range(3, 7)}) == []


@ALL_PAGES
def test_a_page_has_its_language_policy_title_and_status_footnote(page: Page) -> None:
    html, reading = render_page(page, SITE, ENVIRONMENT), read(page)
    assert html.startswith("<!doctype html>\n")
    assert reading.all("html") == [{"lang": "en"}]
    assert f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">' in html
    assert html.index("Content-Security-Policy") < html.index("<title>")
    # Marks of a drawing have titles of their own.
    assert html.partition("</head>")[0].count("<title>") == len(reading.all("main")) == len(reading.all("h1")) == 1
    assert samples.DISCLAIMER in html


@ALL_PAGES
def test_a_page_skips_no_level_of_headings(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in read(page).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(level <= before + 1 for before, level in pairwise(levels)), levels


@ALL_PAGES
def test_the_ids_of_a_page_are_unique_and_what_refers_to_them_finds_them(page: Page) -> None:
    reading = read(page)
    ids = Counter(reading.values("id"))
    assert [name for name, times in ids.items() if times > 1] == []
    referred = [
        name for attribute in ("for", "aria-labelledby", "aria-describedby") for name in reading.values(attribute)
    ]
    referred += [href[1:] for href in reading.values("href") if href.startswith("#")]
    assert sorted(set(referred) - ids.keys()) == []


@ALL_PAGES
def test_a_page_loads_nothing_from_elsewhere(page: Page) -> None:
    reading = read(page)
    links = [link["href"] for link in reading.all("link") if not link["rel"].startswith("schema.")]
    loaded = links + reading.values("src")
    assert [address for address in loaded if re.match(r"//|[a-z]+:", address)] == []


def test_a_paragraph_number_is_a_link_to_itself() -> None:
    html = render_page(samples.CASE, SITE, ENVIRONMENT)
    assert '<p id="p9" class="prose-paragraph"><a class="prose-number" href="#p9"' in html


def test_what_is_not_verified_says_so_in_words() -> None:
    html = render_page(samples.CASE, SITE, ENVIRONMENT)
    assert '<dt>Sentences <span class="unverified-mark" lang="en">not yet verified</span></dt>' in html
    paragraph = re.search(r'<p id="p3".*?</p>', html, re.DOTALL)
    assert paragraph is not None
    assert "not yet verified" in paragraph[0]
    assert '<span class="visually-hidden"> (wording not verified)</span>' in html


def test_what_is_in_another_language_is_marked_with_it() -> None:
    case = render_page(samples.HUMAN_RIGHTS_CASE, SITE, ENVIRONMENT)
    assert '<h1 lang="fr">A. v. France</h1>' in case
    assert '<div class="prose" lang="fr">' in case
    cards = render_page(samples.COURT_LIST, SITE, ENVIRONMENT)
    assert '<span lang="sq">Gjykata e Qarkut në Pejë</span>' in cards


def test_findings_come_before_the_text_where_nobody_is_charged() -> None:
    html = render_page(samples.HUMAN_RIGHTS_CASE, SITE, ENVIRONMENT)
    assert html.index('id="case-table-1"') < html.index('id="p1"')
    html = render_page(samples.CASE, SITE, ENVIRONMENT)
    assert html.index('id="p10"') < html.index('id="case-table-1"')


def test_a_gateway_of_one_language_leads_straight_on() -> None:
    page = model.GatewayPage(samples.GATEWAY.frame, samples.GATEWAY.languages[:1])
    assert '<meta http-equiv="refresh" content="0; url=en/index.html">' in render_page(page, SITE, ENVIRONMENT)
    assert "refresh" not in render_page(samples.GATEWAY, SITE, ENVIRONMENT)


def test_a_redirect_works_without_scripts() -> None:
    html = render_page(samples.REDIRECT, SITE, ENVIRONMENT)
    assert '<meta http-equiv="refresh" content="0; url=lake-clinic-2013.html">' in html
    assert '<a id="redirect-target" href="lake-clinic-2013.html">' in html
