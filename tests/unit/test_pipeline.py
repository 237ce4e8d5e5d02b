"""The build from end to end: what readers may see, what stops it, and what is left of it then."""

from __future__ import annotations

import base64
import gzip
import re
import shutil
from pathlib import Path

import pytest

from caselaw import pipeline, reading
from caselaw.pipeline import Request, Result, check_site
from caselaw.problems import Problems
from caselaw.publish import OutputRefused
from tests.project import ROOT
from tests.sample_library import SampleLibrary, said, tree

WITHDRAWN = {"status": "withdrawn", "reason": "The reason that everyone may read."}
EMBARGO = {"status": "published", "embargo_until": "2026-12-01"}
SIGNATURE = b"pagefind_dcd"  # begins each file that Pagefind packs


@pytest.fixture
def library(tmp_path: Path) -> SampleLibrary:
    """A library of two public cases."""
    library = SampleLibrary(tmp_path / "library")
    library.add("first", court="bc-north", decided="2013-04-29", case_numbers=["P 309/10"])
    library.add("appeal", court="ca", decided="2015-11-06", history=[{"relation": "appeal-of", "case": "first"}])
    return library


def readable(site: Path) -> str:
    """Return everything that can be read in a site, the packed files of its search index included."""
    parts = []
    for name, content in tree(site).items():
        parts += [name.encode(), content]
        parts += [unpack(base64.b64decode(text)) for text in re.findall(rb'"([A-Za-z0-9+/]{40,}={0,2})"', content)]
    return b"\n".join(parts).decode("utf-8", errors="replace")


def unpack(content: bytes) -> bytes:
    try:
        return gzip.decompress(content)
    except (OSError, EOFError):
        return content


def canaries(library: SampleLibrary, case_id: str, publication: dict[str, str], court: str) -> list[str]:
    """Add a case each word of which occurs nowhere else, and return those words."""
    canary = f"canary{case_id}"
    library.add(
        case_id,
        f"## Heading{canary}\n\n[1] Text{canary}.\n",
        title=f"Title{canary}",
        court=court,
        case_numbers=[f"Number{canary} 7/19"],
        decided="1999-12-31",
        formation=f"Panel{canary}",
        summary=f"Summary{canary}.",
        outcome="acquittal",
        charges=[{"defendant": "Q.X.", "charged": "code-2003/274", "finding": "acquitted"}],
        cites=[{"case": "first"}],
        history=[{"relation": "appeal", "case": "appeal"}],
        authorities=[f"Authority{canary}"],
        sources=[{"url": f"https://{canary}.example/x", "title": f"Source{canary}"}],
        publication=publication,
        aliases=[f"old-{case_id}"],
    )
    return [canary, "Q.X.", "1999", "acquittal"]


def told(library: SampleLibrary) -> str:
    """Return what the site says; the form that adds a case names every term of the closed lists, whatever the cases."""
    (library.output / "en/add-case.html").unlink()
    return readable(library.output)


# ------------------------------------------------------------------------------------------------ who may see what


def test_the_decoded_search_index_can_be_searched_for_words(library: SampleLibrary) -> None:
    """Otherwise the tests below would find nothing because they cannot read."""
    library.add("third", "[1] Zyzzogeton.\n")
    library.build()
    assert "zyzzogeton" in readable(library.output / "search").lower()


@pytest.mark.parametrize(
    ("case_id", "publication"),
    [("hidden-a", {"status": "draft"}), ("hidden-b", EMBARGO), ("hidden-c", {**EMBARGO, "status": "draft"})],
)
def test_nothing_of_a_hidden_case_is_in_the_site(
    library: SampleLibrary, case_id: str, publication: dict[str, str]
) -> None:
    words = canaries(library, case_id, publication, court="hrc")
    assert library.build().cases == 2
    site = told(library)
    assert [
        word for word in [*words, case_id, "Human Rights Court", "courts/hrc"] if word.lower() in site.lower()
    ] == []


def test_a_site_does_not_differ_from_one_in_which_the_hidden_cases_never_were(library: SampleLibrary) -> None:
    for number, publication in enumerate(({"status": "draft"}, EMBARGO)):
        canaries(library, f"hidden-{number}", publication, court="hrc")
    library.build()
    with_hidden = tree(library.output)
    for file in (library.root / "content/cases/hrc").iterdir():
        file.unlink()
    library.build()
    assert tree(library.output) == with_hidden


def test_of_a_withdrawn_case_the_site_holds_its_address_and_the_reason(library: SampleLibrary) -> None:
    words = canaries(library, "gone", WITHDRAWN, court="hrc")
    words.remove("canarygone")  # the address of a case is for ever, its words are not
    assert library.build().cases == 2
    site = told(library).lower()
    own = ["title", "heading", "text", "number", "panel", "summary", "authority", "source"]
    found = [
        word for word in [*words, *(f"{part}canarygone" for part in own), "human rights court"] if word.lower() in site
    ]
    assert found == []
    holding = [name for name, content in tree(library.output).items() if WITHDRAWN["reason"].encode() in content]
    assert holding == ["data/withdrawn.json", "en/cases/gone.html", "en/feeds/corrections.xml", "en/withdrawn.html"]
    assert 'href="gone.html"' in (library.output / "en/cases/old-gone.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(("today", "cases"), [("2026-11-30", 2), ("2026-12-01", 3)])
def test_an_embargo_ends_on_its_day(library: SampleLibrary, today: str, cases: int) -> None:
    library.add("embargoed", publication=EMBARGO)
    assert library.build(today).cases == cases
    assert (library.output / "en/cases/embargoed.html").exists() == (cases == 3)


def test_an_old_address_leads_to_the_present_one(library: SampleLibrary) -> None:
    library.add("third", aliases=["third-as-it-was"])
    library.build()
    page = (library.output / "en/cases/third-as-it-was.html").read_text(encoding="utf-8")
    assert 'href="third.html"' in page
    assert "noindex" in page
    assert "third-as-it-was" not in readable(library.output / "search")


# ------------------------------------------------------------------------------------------------ what a build says


def test_a_build_says_what_it_built(library: SampleLibrary) -> None:
    assert library.build() == Result(2, len(list(library.output.rglob("*.html"))), ("en",))


def test_check_says_the_same_as_a_build(library: SampleLibrary) -> None:
    assert check_site(library.request(), Problems(), lambda _: None) == library.build()


def test_the_steps_are_announced_in_their_order(library: SampleLibrary) -> None:
    steps: list[str] = []
    pipeline.build_site(library.request(), library.output, Problems(), steps.append)
    assert steps == ["reading the cases", "checking the links", "looking for personal data", "building the search"]


def test_a_long_step_counts_its_pages(tmp_path: Path) -> None:
    library, steps = SampleLibrary(tmp_path), list[str]()
    for number in range(250):
        library.add(f"case-{number}")
    check_site(library.request(), Problems(), steps.append)
    assert [step for step in steps if "page" in step][:2] == ["writing page 100 of 304", "writing page 200 of 304"]


# ------------------------------------------------------------------------------------------------ what stops it

BAD_LINK = "[1] See [this](nowhere.html).\n"


@pytest.mark.parametrize(
    ("path", "text", "first_line"),
    [
        ("content/cases/sc/bad.md", "no fence", "content/cases/sc/bad.md:1:1: error[S110]"),
        ("content/vocabulary/courts.yaml", "- id: sc", "content/vocabulary/courts.yaml:1:"),
        ("content/pages/about.md", "---\ntitle: About\n---\nText.", "content/pages/about.md:2:1: error[F102]"),
        ("site_config.yaml", "languages: [en]", "site_config.yaml:1:"),
    ],
)
def test_content_with_an_error_leaves_the_old_site_as_it_was(
    library: SampleLibrary, path: str, text: str, first_line: str
) -> None:
    library.build()
    before = tree(library.output)
    library.write(path, text)
    problems = Problems()
    assert library.try_build(problems) is None
    assert said(problems)[0].startswith(first_line)
    assert tree(library.output) == before
    assert beside(library) == [".site.lock", "content", "site", "site_config.yaml"]


def test_a_link_that_leads_nowhere_leaves_the_old_site_as_it_was(library: SampleLibrary) -> None:
    library.build()
    before = tree(library.output)
    library.add("bad", BAD_LINK)
    problems = Problems()
    assert library.try_build(problems) is None
    assert [problem.code for problem in problems] == ["L101"]
    assert tree(library.output) == before
    assert beside(library) == [".site.lock", "content", "site", "site_config.yaml"]


def test_a_search_that_cannot_be_built_leaves_the_old_site_as_it_was(
    library: SampleLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.build()
    before = tree(library.output)
    monkeypatch.setattr("sys.executable", "/bin/false")
    problems = Problems()
    assert library.try_build(problems) is None
    assert [problem.code for problem in problems] == ["P102"]
    assert tree(library.output) == before
    assert beside(library) == [".site.lock", "content", "site", "site_config.yaml"]


def test_a_fault_of_the_program_leaves_the_old_site_as_it_was(
    library: SampleLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library.build()
    before = tree(library.output)
    monkeypatch.setattr(pipeline, "copy_assets", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        library.try_build(Problems())
    assert tree(library.output) == before
    assert beside(library) == [".site.lock", "content", "site", "site_config.yaml"]


def beside(library: SampleLibrary) -> list[str]:
    return sorted(path.name for path in library.root.iterdir())


def test_check_writes_nothing(library: SampleLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    library.build()
    library.add("bad", BAD_LINK)
    before = tree(tmp_path)
    problems = Problems()
    check_site(library.request(), problems, lambda _: None)
    assert [problem.code for problem in problems] == ["L101"]
    assert tree(tmp_path) == before
    assert list(temporary.iterdir()) == []


def test_all_faults_of_all_files_are_said_in_one_run(library: SampleLibrary) -> None:
    library.add("a", court="scc")
    library.add("b", decided="2020-13-01")
    library.add("c", cites=[{"case": "nowhere"}])
    library.write("content/pages/about.md", "---\ntitle: About\n---\nText.")
    problems = Problems()
    assert library.read(problems) is None
    assert sorted({problem.place.path for problem in problems}) == [
        "content/cases/sc/b.md",
        "content/cases/sc/c.md",
        "content/cases/scc/a.md",
        "content/pages/about.md",
    ]


def test_a_site_within_the_content_is_refused(library: SampleLibrary) -> None:
    before = tree(library.root)
    for output in ("content", "content/cases/site"):
        with pytest.raises(OutputRefused) as refusal:
            library.build(output=library.root / output)
        assert str(refusal.value) == (
            "the site cannot lie inside content/, where cases are read; name another folder with --output"
        )
    assert tree(library.root) == before


# ------------------------------------------------------------------------------------------------ languages


@pytest.fixture
def albanian(library: SampleLibrary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The program with Albanian texts beside the English ones; return their file."""
    program = tmp_path / "program"
    program.mkdir()
    for folder in ("templates", "static"):
        (program / folder).symlink_to(ROOT / folder)
    shutil.copytree(ROOT / "locales", program / "locales")
    english = (program / "locales" / "en.yaml").read_text(encoding="utf-8")
    file = program / "locales" / "sq.yaml"
    words = {"tag: en": "tag: sq", "conventions: en-GB": "conventions: sq", "name: English": "name: Shqip"}
    for before, after in {**words, "Edition of {date}": "Botimi i {date}"}.items():
        assert before in english
        english = english.replace(before, after)
    file.write_text(english, encoding="utf-8")
    config = library.config.read_text(encoding="utf-8").replace("[en]", "[en, sq]")
    library.config.write_text(re.sub(r'\{en: (".*?")\}', r"{en: \1, sq: \1}", config), encoding="utf-8")
    for module in (pipeline, reading):
        monkeypatch.setattr(module, "PROGRAM", program)
    return file


@pytest.mark.usefixtures("albanian")
def test_a_further_language_is_added_as_a_file_and_not_as_code(library: SampleLibrary) -> None:
    english = library.build()
    assert english.languages == ("en", "sq")
    site = tree(library.output)
    trees = {language: {name[3:] for name in site if name.startswith(f"{language}/")} for language in english.languages}
    assert trees["en"] == trees["sq"]
    page = site["sq/cases/first.html"].decode()
    assert '<html lang="sq"' in page
    assert "Botimi i 23 nëntor 2026" in " ".join(re.sub(r"<[^>]+>", "", page).split())
    assert "Gjykata Veri" in page
    assert 'data-index="../search/" data-tree="sq"' in site["sq/search.html"].decode()


@pytest.mark.usefixtures("albanian")
def test_one_of_several_languages_may_be_built_alone(library: SampleLibrary) -> None:
    problems = Problems()
    request = Request(library.config, "2026-11-23", ("sq",))
    result = pipeline.build_site(request, library.output, problems, lambda _: None)
    assert result and result.languages == ("sq",), said(problems)  # noqa: PT018 the second part explains the first
    assert {name.split("/")[0] for name in tree(library.output) if name.endswith(".html")} == {
        "404.html",
        "index.html",
        "sq",
    }


def test_a_text_that_a_further_language_lacks_is_an_error(library: SampleLibrary, albanian: Path) -> None:
    text = albanian.read_text(encoding="utf-8")
    section, english = (text.splitlines().index(line) + 1 for line in ("navigation:", "  home: Home"))
    albanian.write_text(text.replace("  home: Home\n", "", 1), encoding="utf-8")
    problems = Problems()
    assert library.read(problems) is None
    assert said(problems) == [
        f'locales/sq.yaml:{section}:1: error[G104] the text "navigation.home" is missing\n'
        f"    help: translate it from locales/en.yaml, line {english}"
    ]


def test_texts_that_cannot_be_read_are_an_error(library: SampleLibrary, albanian: Path) -> None:
    albanian.write_text("yes: no\n", encoding="utf-8")
    problems = Problems()
    assert library.read(problems) is None
    assert said(problems) == [
        "locales/sq.yaml:1:1: error[G104] the interface texts cannot be read: the texts of sq lack the section "
        "language\n    help: correct the file"
    ]


def test_texts_with_a_slip_are_named_with_its_line(library: SampleLibrary, albanian: Path) -> None:
    albanian.write_text("language:\n  tag: [sq\nframe: {}\n", encoding="utf-8")
    problems = Problems()
    assert library.read(problems) is None
    assert said(problems) == [
        "locales/sq.yaml:3:6: error[G104] the interface texts cannot be read: expected ',' or ']', but got ':'\n"
        "    help: correct the file"
    ]


def test_a_language_that_the_site_does_not_have_is_refused(library: SampleLibrary) -> None:
    with pytest.raises(pipeline.UnknownLanguage) as refusal:
        check_site(Request(library.config, "2026-11-23", ("en", "xx")), Problems(), lambda _: None)
    assert str(refusal.value) == '"xx" is not a language of this site; choose from en'
