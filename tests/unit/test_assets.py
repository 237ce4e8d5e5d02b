"""The style sheets, fonts and other files beside the pages."""

import gzip
import re
from pathlib import Path

import pytest

from caselaw.assets import copy_assets, join_scripts, join_styles
from caselaw.pages.model import Page
from caselaw.render import make_environment, render_page
from tests import samples

STATIC = samples.ROOT / "static"
TEXT_CONTRAST = 4.5
SHAPE_CONTRAST = 3.0


def test_the_styles_name_the_order_of_their_layers_first_and_print_last() -> None:
    styles = join_styles(STATIC / "css")
    assert styles.startswith("@layer tokens, reset, base, layout, components, print;\n")
    assert styles.rindex("@layer print {") > styles.rindex("@layer components {")


def test_every_rule_stands_in_a_layer() -> None:
    layers = {"tokens", "reset", "base", "layout", "components", "print"}
    for sheet in STATIC.glob("css/*.css"):
        text = re.sub(r"/\*.*?\*/", "", sheet.read_text(encoding="utf-8"), flags=re.DOTALL).strip()
        if sheet.stem != "layers":
            assert re.match(r"@layer (\w+) \{", text), sheet.name
            assert set(re.findall(r"^@layer (\w+) \{", text, re.MULTILINE)) <= layers, sheet.name
            assert text.count("{") == text.count("}"), sheet.name


def test_colours_are_named_once() -> None:
    for sheet in STATIC.glob("css/*.css"):
        if sheet.stem not in ("tokens", "print"):
            assert not re.search(r"#[0-9a-f]{3,8}\b|rgb|hsl", sheet.read_text(encoding="utf-8")), sheet.name


def test_joining_drops_comments_and_is_repeatable(tmp_path: Path) -> None:
    for name in ("layers", "tokens", "fonts", "reset", "base", "layout", "print", "zebra", "apple"):
        (tmp_path / f"{name}.css").write_text(f"/* of\n{name} */\n.{name} {{\n    color: red;\n}}\n", encoding="utf-8")
    styles = join_styles(tmp_path)
    assert styles == join_styles(tmp_path)
    assert re.findall(r"\.(\w+) \{", styles) == [
        *("layers", "tokens", "fonts", "reset", "base", "layout"),
        *("apple", "zebra", "print"),
    ]
    assert "/*" not in styles
    assert "\n " not in styles


def test_the_stage_gets_styles_scripts_fonts_images_and_licences(tmp_path: Path) -> None:
    copy_assets(STATIC, tmp_path)
    copied = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert copied == {
        "static/site.css",
        *(f"static/js/{script.name}" for script in STATIC.glob("js/*.js")),
        "static/js/search.js",
        "static/js/search-core.js",
        *(f"static/fonts/literata-{face}.woff2" for face in ("regular", "italic", "semibold")),
        "static/fonts/ofl.txt",
        "static/fonts/fontlog.txt",
        "static/images/icon.svg",
    }


def test_scripts_are_joined_without_comments_and_nothing_else_is_lost(tmp_path: Path) -> None:
    one, other = tmp_path / "one.js", tmp_path / "other.js"
    one.write_text('/* What\n   it does. */\n(() => {\n  // why\n  go("https://a.example/*"); // then\n})();\n')
    other.write_text("let text = `// ${1 / 2} /* not */`;\n\n  go(/[/*]/);\n")
    assert join_scripts([one, other]) == (
        '(() => {\ngo("https://a.example/*");\n})();\nlet text = `// ${1 / 2} /* not */`;\ngo(/[/*]/);\n'
    )


def test_every_script_of_the_search_page_is_in_its_bundle(tmp_path: Path) -> None:
    copy_assets(STATIC, tmp_path)
    scripts = ("search.js", "search-core.js")
    bundle = "".join((tmp_path / "static" / "js" / script).read_text(encoding="utf-8") for script in scripts)
    assert [file.name for file in STATIC.glob("js/search/*.js") if join_scripts([file]) not in bundle] == []


def test_what_the_styles_name_is_there(tmp_path: Path) -> None:
    copy_assets(STATIC, tmp_path)
    styles = (tmp_path / "static" / "site.css").read_text(encoding="utf-8")
    addresses = re.findall(r'url\("([^"]+)"\)', styles)
    assert len(addresses) == 3
    assert all((tmp_path / "static" / address).is_file() for address in addresses)


def test_the_fonts_fit_their_budget() -> None:
    assert sum(font.stat().st_size for font in STATIC.glob("fonts/*.woff2")) < 60_000


def test_a_case_page_with_its_styles_fits_its_budget() -> None:
    html = render_page(samples.CASE, samples.make_site(), make_environment(samples.ROOT / "templates"))
    size = sum(len(gzip.compress(text.encode())) for text in (html, join_styles(STATIC / "css")))
    assert size < 60_000


def scripts_of(page: Page) -> list[str]:
    """Return the scripts that a page loads at once."""
    html = render_page(page, samples.make_site(), make_environment(samples.ROOT / "templates"))
    return re.findall(r'<script defer src="[^"]*(static/js/[^"]+)"', html)


@pytest.mark.parametrize("page", samples.PAGES, ids=lambda page: page.frame.path)
def test_the_scripts_that_a_page_loads_fit_their_budget(tmp_path: Path, page: Page) -> None:
    copy_assets(STATIC, tmp_path)
    scripts = {script: (tmp_path / script).read_bytes() for script in scripts_of(page)}
    assert scripts or page.frame.path in ("index.html", "START-HERE.html")
    assert sum(len(gzip.compress(script)) for script in scripts.values()) <= 12_000


def _schemes() -> dict[str, dict[str, str]]:
    light, dark = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8").split("prefers-color-scheme: dark")
    colours = [dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", part)) for part in (light, dark)]
    return {"light": colours[0], "dark": colours[1]}


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_colour_schemes_meet_the_contrast_of_wcag_aa(scheme: str) -> None:
    colours = _schemes()[scheme]
    grounds = ("paper", "paper-sunk", "accent-wash")
    pairs = [(text, ground, TEXT_CONTRAST) for text in ("ink", "ink-soft", "accent") for ground in grounds]
    pairs += [("accent-ink", "accent", TEXT_CONTRAST), ("alarm-ink", "alarm", TEXT_CONTRAST)]
    pairs += [("rule-strong", "paper", SHAPE_CONTRAST)]
    assert [pair for pair in pairs if _contrast(colours[pair[0]], colours[pair[1]]) < pair[2]] == []


def test_both_colour_schemes_name_the_same_colours() -> None:
    light, dark = _schemes().values()
    assert light.keys() == dark.keys()
