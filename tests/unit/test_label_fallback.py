"""A label that a language lacks: everywhere its English words, marked as English, and never its key."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from caselaw.pages import build_pages
from caselaw.problems import Problems
from caselaw.render import describe_site, render_page
from caselaw.vocabulary import Vocabulary
from caselaw.vocabulary_files import read_vocabulary
from tests.golden.test_pages import library as complete_library  # it shows everything that a page can show
from tests.languages import pieces_of
from tests.sample_library import CLOSED_LISTS, make_locale, said, templates

if TYPE_CHECKING:
    from pathlib import Path

    from caselaw.pages.context import Library

# What no markup can mark as foreign: the title and description of a page, what is printed above it, and by what name a
# script calls a chosen filter.
UNMARKABLE = ("title", "meta", "link", "div.print-head", "datalist")
UNMARKABLE_ATTRIBUTES = ("data-name",)

# The label that is taken away, and a page of each type that shows it.
SHOWN = {
    ("court-levels", "appeal"): {"courts/index.html", "search.html"},
    ("courts", "ca"): {
        "index.html", "cases/index.html", "courts/index.html", "courts/ca/index.html", "years/2015/index.html",
        "offences/trafficking/index.html", "cases/clinic-first-instance.html", "cases/clinic-appeal.html",
        "search.html",
    },
    ("offences", "slavery"): {
        "index.html", "offences/index.html", "offences/slavery/index.html", "cases/worker-v-state.html", "search.html",
    },
    ("laws", "code-2003"): {"search.html"},
    ("laws abbreviation", "code-2003"): {"cases/clinic-first-instance.html", "search.html"},
    ("laws article", "139"): {"cases/clinic-first-instance.html", "search.html"},
    ("conventions abbreviation", "treaty"): {"cases/worker-v-state.html", "checklist.html", "search.html"},
    ("outcomes", "violation"): {"courts/hrc/index.html", "cases/worker-v-state.html", "search.html"},
    ("provision-findings", "violation"): {"cases/worker-v-state.html"},
    ("aspects", "substantive"): {"cases/worker-v-state.html"},
    ("charge-findings", "convicted"): {"cases/clinic-first-instance.html"},
    ("sexes", "mixed"): {"cases/clinic-first-instance.html"},
    ("vulnerabilities", "poverty"): {"cases/clinic-first-instance.html"},
    ("acts", "recruitment"): {"cases/clinic-first-instance.html", "checklist.html", "search.html"},
    ("bases", "court"): {"cases/clinic-first-instance.html", "checklist.html"},
    ("topics", "organ-removal"): {
        "index.html", "topics/index.html", "topics/organ-removal/index.html", "cases/clinic-first-instance.html",
        "search.html",
    },
    ("kinds", "judgment"): {"cases/clinic-first-instance.html"},
    ("treatments", "followed"): {"cases/clinic-first-instance.html", "cases/worker-v-state.html"},
    ("relations", "appeal"): {"cases/clinic-first-instance.html"},
    ("languages", "sq"): {"cases/border.html", "search.html"},
    ("parties", "defence"): {"cases/clinic-first-instance.html"},
    ("protection-measures", "anonymous-witness"): {"cases/clinic-first-instance.html"},
}  # fmt: skip


def english(name: str, key: str) -> str:
    return f"Zyx {name.replace('-', ' ')} {key.replace('-', ' ')}"


def wordings(name: str, entries: list[dict[str, Any]]) -> list[tuple[tuple[str, str], dict[str, Any]]]:
    """Return every group of labels in a list, by what it belongs to."""
    found = [((name, entry["id"]), entry["labels"]) for entry in entries]
    found += [
        ((f"{name} abbreviation", entry["id"]), entry["abbreviation"]) for entry in entries if "articles" in entry
    ]
    articles = [article for entry in entries for article in entry.get("articles", ())]
    return found + [((f"{name} article", article["article"]), article["labels"]) for article in articles]


def vocabulary_without(lacking: tuple[str, str], folder: Path) -> Vocabulary:
    """Return the sample lists with Albanian words for all labels but one, whose English words occur nowhere else."""
    lists = deepcopy(dict(CLOSED_LISTS))
    (folder / "content" / "vocabulary").mkdir(parents=True)
    for name, entries in lists.items():
        for of, labels in wordings(name, entries):
            labels["sq"] = {"text": "Fjalë", "verified": True}
            if of == lacking:
                del labels["sq"]
                labels["en"] = {"text": english(*of), "verified": True}
        file = folder / "content" / "vocabulary" / f"{name}.yaml"
        file.write_text(yaml.safe_dump(entries, sort_keys=False, allow_unicode=True), encoding="utf-8")
    problems = Problems()
    vocabulary = read_vocabulary(folder, problems)
    assert vocabulary, said(problems)
    return vocabulary


@cache
def albanian_library() -> Library:
    library, locale = complete_library(), make_locale("sq", "Shqip")
    config = library.config.model_copy(
        update={
            "languages": ("sq",),
            "default_language": "sq",
            "title": {"sq": "Biblioteka"},
            "disclaimer": {"sq": "* Shënim."},
        }
    )
    return replace(library, config=config, locales=(locale,))


@pytest.mark.parametrize("lacking", SHOWN, ids=" ".join)
def test_a_missing_label_is_shown_in_english_and_marked(lacking: tuple[str, str], tmp_path: Path) -> None:
    library = replace(albanian_library(), vocabulary=vocabulary_without(lacking, tmp_path))
    locale = library.locales[0]
    site = describe_site({"sq": locale}, "sq", title="Biblioteka", disclaimer="* Shënim.", edition=library.today)
    words, showing, unmarked = english(*lacking), set(), []
    for page in build_pages(library):
        for piece in pieces_of(render_page(page, site, templates())):
            if (
                words not in piece.text
                or piece.attribute in UNMARKABLE_ATTRIBUTES
                or any(map(piece.within, UNMARKABLE))
            ):
                continue
            showing.add(page.frame.path.removeprefix("sq/"))
            unmarked += [(page.frame.path, piece)] if (piece.lang, piece.text) != ("en", words) else []
    assert unmarked == []
    assert sorted(SHOWN[lacking] - showing) == []
