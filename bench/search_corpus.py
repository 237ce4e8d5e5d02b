"""Libraries for measuring the search: texts whose words follow Zipf's law, built by the whole pipeline, and queries.

A few words stand on nearly every page and thousands on hardly any, as in real texts; that decides how much of an index
a query loads. The most common words are English, the rest is invented; 6–7 kB of text per case. The selective word
stands on about ten pages, and on two dozen of 10,000, where no word is rarer. The most common word is the most common
one that the search does not leave out ("the" is).
"""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import accumulate
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal
from urllib.parse import urlencode

from bench.corpus import ROOT, Lexicon, Shape, invent_cases, write_library
from caselaw.assets import copy_assets
from caselaw.locale import read_locale
from caselaw.pages import search_library
from caselaw.pages.context import Context, Library
from caselaw.pages.search import search_page
from caselaw.pipeline import Request, build_site, describe_sites, read_library
from caselaw.problems import Problems
from caselaw.render import make_environment, render_page
from caselaw.search import build_search

TODAY = "2026-11-23"
LANGUAGES = ("en",)  # of the pages; the texts are in English
PARAGRAPHS = 12
INVENTED_WORDS = 20_000
# In the order of their frequency, the ordinary words and those of the field mixed as in judgments.
COMMON_WORDS = (
    "the of court and in to that was accused a for trafficking by on victim with as judgment is article not his her "
    "criminal which from were this at had it an persons be code sentence witness law prosecution been defence offence "
    "appeal evidence they their or first two statement years imprisonment injured party who after because police money "
    "exploitation prostitution before house against decision under paragraph basic indictment found guilty work "
    "penalty punishment supreme proceedings fact state municipality during vulnerable recruited transported harboured "
    "deception threat force abuse position border travel documents owner bar employed minor child begging forced "
    "labour consent payment debt passport compensation damages claim protection interview hearing panel judge lawyer "
    "counsel expert report medical search seizure confiscation fine suspended mitigating aggravating circumstances "
    "intent organised group accomplice attempt smuggling migrants acquitted convicted reclassified remitted retrial "
    "violation"
).split()
BEGINNINGS = "b bl br d dr f fl g gr h j k kl kr l m n p pl pr r s sh sk sl st t tr v z zh".split()
VOWELS = "a e i o u ai au ea io ou".split()
ENDINGS = ("", "", "", "l", "m", "n", "nd", "r", "rk", "sht", "t", "x")
SELECTIVE_PAGES = 10
Building = Literal["all", "index", "none"]


@dataclass(frozen=True)
class Query:
    """A search as its page gets it in the address; ``results`` is how many of its first ten must be shown."""

    name: str
    text: str = ""
    court: str = ""
    results: int = 10

    @property
    def address(self) -> str:
        """The part of the address behind the question mark."""
        return urlencode({name: value for name, value in (("q", self.text), ("court", self.court)) if value})


@dataclass(frozen=True)
class Text:
    """A case as another search engine gets it."""

    id: str
    title: str
    number: str
    date: str
    court: str
    text: str


@cache
def zipf_lexicon() -> Lexicon:
    """Return the words, the most common first: the word of rank n is drawn with a weight of 1/n."""
    draw = random.Random(1)  # noqa: S311 not for secrets
    words = dict.fromkeys(COMMON_WORDS)
    while len(words) < len(COMMON_WORDS) + INVENTED_WORDS:
        syllables = draw.choices((2, 3, 4), (5, 4, 1))[0]
        word = "".join(draw.choice(BEGINNINGS) + draw.choice(VOWELS) for _ in range(syllables)) + draw.choice(ENDINGS)
        words[word] = None
    return Lexicon(tuple(words), tuple(accumulate(1 / rank for rank in range(1, len(words) + 1))))


def shape_of(size: int) -> Shape:
    """Return the shape of a library with ``size`` cases."""
    return Shape(size, paragraphs=PARAGRAPHS, lexicon=zipf_lexicon())


def build_library(folder: Path, size: int, build: Building = "all") -> Path:
    """Return the built site of a library in ``folder``: all made anew, or only its search index, or as it stands.

    "index" copies the scripts and styles of today, and makes the index and the search page anew.
    """
    site = folder / "site"
    if build == "all":
        shutil.rmtree(folder, ignore_errors=True)
        problems = Problems()
        request = Request(write_library(folder, shape_of(size)), TODAY, LANGUAGES)
        if build_site(request, site, problems, lambda _: None) is None:
            raise ValueError("\n".join(map(str, problems)))
    elif build == "index":
        library = read_library(Request(folder / "site_config.yaml", TODAY, LANGUAGES), Problems())
        if library is None:
            raise ValueError(f"{folder} holds no library; make it with --build all")
        shutil.rmtree(site / "search")
        copy_assets(ROOT / "static", site)
        render_search_page(library, site)
        with TemporaryDirectory(prefix="bench-search-") as work:
            build_search(site, search_library(library), Path(work))
    return site


def render_search_page(library: Library, site: Path) -> None:
    """Write the search page, which the scripts of today need as it is today."""
    (locale,) = library.locales
    page, sites = search_page(Context(library, locale)), describe_sites(library)
    html = render_page(page, sites[locale.key], make_environment(ROOT / "templates"))
    (site / page.frame.path).write_text(html, encoding="utf-8", newline="\n")


def languages_of(site: Path) -> list[str]:
    """Return the languages in which a built site has texts to search."""
    return sorted(folder.name for folder in (site / "search").iterdir() if folder.is_dir())


def texts_of(size: int) -> Iterator[Text]:
    """Yield the cases of a library, with what a page of the site gives to its search."""
    for case_id, fields, body in invent_cases(shape_of(size)):
        text = f"{fields['summary']}\n{re.sub(r'[*#]', '', body)}"
        yield Text(case_id, fields["title"], fields["case_numbers"][0], fields["decided"], fields["court"], text)


def choose_queries(texts: list[Text]) -> list[Query]:
    """Return the queries to measure, chosen by how many of the texts hold their words."""
    pages: Counter[str] = Counter()
    uses: Counter[str] = Counter()
    for text in texts:
        words = re.findall(r"[a-z]+", f"{text.title} {text.text}".lower())
        uses.update(words)
        pages.update(set(words))
    selective = _selective_word(pages)
    left_out = set(read_locale(ROOT / "locales", "en").text("search.common_words").split())
    common = next(word for word, _ in uses.most_common() if word not in left_out)
    court = Counter(text.court for text in texts).most_common(1)[0]
    middle = texts[len(texts) // 2]
    return [
        Query("most common word", common, results=min(10, pages[common])),
        Query("word left out", "the"),
        Query("word of the field", "trafficking", results=min(10, pages["trafficking"])),
        Query("selective word", selective, results=min(10, pages[selective])),
        Query("two words", f"trafficking {selective}", results=min(10, _pages_with(texts, "trafficking", selective))),
        Query("filter alone", court=court[0], results=min(10, court[1])),
        Query("case number", middle.number, results=1),
    ]


def _selective_word(pages: Counter[str]) -> str:
    """Return an invented word on about ten pages; no other word begins with it, for Pagefind finds beginnings."""
    invented = sorted(pages.keys() - set(COMMON_WORDS))
    alone = [word for word, after in zip(invented, [*invented[1:], ""], strict=True) if not after.startswith(word)]
    return min(alone, key=lambda word: (abs(pages[word] - SELECTIVE_PAGES), -len(word), word))


def _pages_with(texts: list[Text], *words: str) -> int:
    patterns = [re.compile(rf"\b{word}\b", re.IGNORECASE) for word in words]
    return sum(all(pattern.search(f"{text.title} {text.text}") for pattern in patterns) for text in texts)
