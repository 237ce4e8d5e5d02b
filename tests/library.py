"""A tiny library in a folder of its own: configuration, closed lists, pages and two cases, all of them invented.

Tests that make mistakes start from it, so that no change to the real content changes what they expect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

TODAY = "2026-11-23"

CONFIG = """\
title:
  en: A tiny library
languages: [en]
default_language: en
disclaimer:
  en: A status footnote.
page_size: 50
index_cases: no
"""

# A valid case that no other case refers to; a mistake is made by replacing some of its lines.
CASE = """\
---
title: Case of the harbour
court: sc
decided: 2013-04-29
kind: judgment
text: summary
language: en
summary: The court convicted two defendants of trafficking in persons.
offences: [trafficking-in-persons]
outcome: conviction
charges:
  - defendant: A.B.
    charged: pcck-2003/139
    finding: convicted
    sentence: {imprisonment: 8 years, fine: 8000 EUR, suspended: no}
    paragraphs: [1, 2]
sources:
  - url: https://example.org/judgment
    title: Judgment
publication: {status: published}
---
## Facts

[1] The first paragraph.

[2] The second paragraph.
"""
SOUND_CASES = ("harbour-case-2013", "station-case-2016")

TEXT_PAGE = """\
---
title: A page of the site
description: What this page is about.
language: en
---
A paragraph.
"""

_TERMS = {
    "acts": "recruitment transportation harbouring",
    "aspects": "substantive procedural",
    "bases": "court editor",
    "charge-findings": "convicted acquitted reclassified dismissed",
    "court-levels": "supreme-court basic-courts european-court",
    "importance": "key high normal",
    "kinds": "judgment decision ruling opinion",
    "means": "force deception",
    "non-punishment-results": "applied refused",
    "outcomes": "conviction acquittal violation",
    "parties": "defence prosecution court",
    "protection-measures": "anonymous-witness shelter",
    "protection-results": "granted refused",
    "provision-findings": "violation no-violation",
    "publication-statuses": "draft published withdrawn",
    "purposes": "forced-labour begging",
    "sectors": "medical agriculture",
    "sexes": "female male mixed unknown",
    "source-kinds": "judgment press",
    "text-kinds": "summary extract full",
    "topics": "sentencing begging",
    "treatments": "followed distinguished cited",
    "vulnerabilities": "poverty minority",
}

_LISTS = {
    "courts": """\
- id: sc
  labels: {en: {text: Supreme Court, verified: yes}, sq: {text: Gjykata Supreme, verified: yes}}
  level: supreme-court
- id: bc-prishtina
  labels: {en: {text: Basic Court of Prishtina, verified: yes}}
  level: basic-courts
- id: ecthr
  labels: {en: {text: European Court of Human Rights, verified: yes}}
  level: european-court
""",
    "offences": """\
- id: trafficking-in-persons
  labels: {en: {text: Trafficking in persons, verified: yes}}
  neighbouring: no
- id: smuggling-of-migrants
  labels: {en: {text: Smuggling of migrants, verified: yes}}
  neighbouring: yes
""",
    "relations": """\
- id: appeal
  labels: {en: {text: Appeal, verified: yes}}
  inverse: appeal-of
  later: that
- id: appeal-of
  labels: {en: {text: Decision under appeal, verified: yes}}
  inverse: appeal
  later: this
- id: joined
  labels: {en: {text: Joined proceedings, verified: yes}}
  inverse: joined
  later: neither
""",
    "languages": """\
- id: en
  labels: {en: {text: English, verified: yes}}
  tag: en
- id: sq
  labels: {en: {text: Albanian, verified: yes}}
  tag: sq
""",
    "laws": """\
- id: pcck-2003
  labels: {en: {text: Provisional Criminal Code, verified: yes}}
  abbreviation: {en: {text: PCCK, verified: yes}}
  kind: code
  articles:
    - article: "139"
      labels: {en: {text: Trafficking in persons, verified: yes}}
      number_verified: yes
      offence: trafficking-in-persons
    - article: "274"
      labels: {en: {text: Organised crime, verified: yes}}
      number_verified: yes
""",
    "conventions": """\
- id: echr
  labels: {en: {text: European Convention on Human Rights, verified: yes}}
  abbreviation: {en: {text: ECHR, verified: yes}}
  kind: convention
  articles:
    - article: "4"
      labels: {en: {text: Prohibition of slavery and forced labour, verified: yes}}
      number_verified: yes
""",
}


def write_library(root: Path) -> Path:
    """Write the library into ``root`` and return its configuration."""
    files = {"site_config.yaml": CONFIG}
    files |= {f"content/vocabulary/{name}.yaml": _plain_list(terms) for name, terms in _TERMS.items()}
    files |= {f"content/vocabulary/{name}.yaml": text for name, text in _LISTS.items()}
    files |= {f"content/pages/{name}.md": TEXT_PAGE for name in ("home", "about", "method")}
    files |= {f"content/cases/sc/{name}.md": CASE for name in SOUND_CASES}
    for name, text in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    return root / "site_config.yaml"


def _plain_list(terms: str) -> str:
    lines = (
        f"- id: {term}\n  labels: {{en: {{text: {term.replace('-', ' ').capitalize()}, verified: yes}}}}\n"
        for term in terms.split()
    )
    return "".join(lines)


def changed(text: str, before: str, after: str) -> str:
    """Return ``text`` with the one place where ``before`` stands in it changed."""
    assert text.count(before) == 1, f"{before!r} stands {text.count(before)} times in the text"
    return text.replace(before, after)
