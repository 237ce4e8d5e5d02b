"""Mistakes in the site's own files: its configuration, the closed lists, its pages."""

from __future__ import annotations

from tests.mistakes import CASE, DECIDED, Mistake, changed, in_files
from tests.mistakes.files import link_outside

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
PAGE = """\
---
title: Help
description: What helps.
language: en
---
A paragraph.
"""
TOPIC = """\
---
title: Removal of organs
description: What courts say of it.
language: en
sources:
  - url: https://treaty.example/text
    title: Treaty
    kind: judgment
---
A paragraph.
"""
TOPIC_LIST = """\
- id: organ-removal
  labels: {en: {text: Removal of organs, verified: yes}}
  bridge: no
"""
LEVELS = """\
- id: supreme
  labels: {en: {text: Supreme, verified: yes}}
  system: human-rights
"""
RELATIONS = """\
- id: appeal
  labels: {en: {text: Appeal, verified: yes}}
  inverse: appeal-of
  later: that
- id: appeal-of
  labels: {en: {text: Decision under appeal, verified: yes}}
  inverse: appeal
  later: this
"""
LAWS = """\
- id: code-2003
  labels: {en: {text: Criminal Code, verified: yes}}
  abbreviation: {en: {text: CC, verified: yes}}
  kind: code
  articles:
    - article: "139"
      labels: {en: {text: Trafficking in persons, verified: yes}}
      number_verified: yes
      offence: trafficking
    - article: "140"
      labels: {en: {text: Identity papers, verified: yes}}
      number_verified: yes
"""
SECTORS = """\
- id: medical
  labels: {en: {text: Medicine, verified: yes}}
- id: mining
  labels: {en: {text: Mining, verified: yes}}
"""
COURTS = """\
- id: sc
  labels: {en: {text: Supreme Court, verified: yes}}
  level: supreme
"""


def in_config(name: str, before: str, after: str, *says: str) -> Mistake:
    return in_files(name, {"site_config.yaml": changed(before, after, CONFIG)}, *says)


def in_list(name: str, list_: str, text: str, before: str, after: str, *says: str) -> Mistake:
    return in_files(name, {f"content/vocabulary/{list_}.yaml": changed(before, after, text)}, *says)


CONFIGURATION = (
    in_config(
        "misspelt-setting",
        "page_size",
        "pagesize",
        '7:1: error[F101] there is no field "pagesize"',
        '    help: did you mean "page_size"?',
    ),
    in_config(
        "language-without-texts",
        "[en]",
        "[en, xx]",
        '3:1: error[G103] languages: there are no interface texts for "xx"',
        "    help: add locales/xx.yaml, or take the language out",
    ),
    in_config(
        "language-in-words",
        "[en]",
        "[english]",
        '3:13: error[G102] languages.1: "english" is not a language',
        "    help: write the two letters of the language's file in locales/, such as en",
    ),
    in_config(
        "language-twice",
        "[en]",
        "[en, en]",
        "3:1: error[G102] languages: one of them stands twice",
        "    help: name each language once",
    ),
    in_config(
        "no-languages",
        "[en]",
        "[]",
        "3:1: error[F104] languages has no value",
        "    help: write the value after the colon: The languages of the site.",
    ),
    in_config(
        "default-language-that-is-none",
        "default_language: en",
        "default_language: sq",
        '4:19: error[G102] default_language: "sq" is not one of the languages of the site',
        "    help: write en",
    ),
    in_config(
        "no-disclaimer",
        "disclaimer:\n  en: A status footnote.\n",
        "",
        "1:1: error[F102] disclaimer is missing",
        '    help: add a line "disclaimer: …": The status footnote per language.',
    ),
    in_config(
        "empty-disclaimer",
        "  en: A status footnote.\n",
        "",
        "5:1: error[F104] disclaimer has no value",
        "    help: write the value after the colon: The status footnote per language.",
    ),
    in_config(
        "disclaimer-in-another-language",
        "  en: A status",
        "  sq: A status",
        '5:1: error[G102] disclaimer has no text for the language "en"',
        "    help: add en: … below disclaimer",
    ),
    in_config(
        "title-without-language",
        "title:\n  en: A tiny library",
        "title: A tiny library",
        "1:8: error[F103] title must be a group with one entry for each language, but a text stands here",
        "    help: write one line for each language below it, such as en: …",
    ),
    in_config(
        "titles-as-a-list",
        "title:\n  en: A tiny library",
        "title: [A tiny library]",
        "1:1: error[F103] title must be a group with one entry for each language, but a list stands here",
        "    help: write one line for each language below it, such as en: …",
    ),
    in_config(
        "title-as-a-list",
        "en: A tiny library",
        "en: [A tiny library]",
        "2:3: error[F103] title.en must be a single text, but a list stands here",
        "    help: write one text here; if brackets belong to it, put the whole text in quotation marks",
    ),
    in_config(
        "no-case-on-a-page",
        "50",
        "0",
        "7:12: error[G102] page_size: a page cannot list 0 cases",
        "    help: write a number from 1 to 500",
    ),
    in_config(
        "page-size-in-words",
        "50",
        "many",
        '7:12: error[F106] page_size: "many" is not a whole number',
        "    help: write the number in figures, such as 7",
    ),
    in_config(
        "index-cases-perhaps",
        "index_cases: no",
        "index_cases: perhaps",
        '8:14: error[F105] index_cases: "perhaps" is neither yes nor no',
        "    help: write yes or no",
    ),
    in_config(
        "base-address-without-slash",
        "page_size",
        "base_url: https://example.org\npage_size",
        '7:11: error[F206] base_url: "https://example.org" is not the address of a site',
        "    help: write the whole address with https:// and a slash at the end, or leave it empty",
    ),
    in_config(
        "short-name-with-capitals-and-spaces",
        "page_size",
        "short_name: THB case law\npage_size",
        '7:13: error[G102] short_name: "THB case law" cannot be the name of a folder on a USB stick',
        "    help: use small letters a-z, figures and hyphens, at most 30, such as thb-caselaw",
    ),
    in_config(
        "short-name-that-is-long",
        "page_size",
        f"short_name: {'thb-' * 8}\npage_size",
        f'7:13: error[G102] short_name: "{"thb-" * 8}" cannot be the name of a folder on a USB stick',
        "    help: use small letters a-z, figures and hyphens, at most 30, such as thb-caselaw",
    ),
    in_config(
        "repository-without-https",
        "page_size",
        "repository: example.org/library\npage_size",
        '7:13: error[F206] repository: "example.org/library" is not a web address',
        "    help: copy the whole address from the browser; it begins with https:// or http://",
    ),
    in_files(
        "configuration-that-is-empty",
        {"site_config.yaml": ""},
        "1:1: error[S103] the file is empty",
        "    help: write its text into it, or delete the file",
    ),
    in_files(
        "configuration-of-remarks",
        {"site_config.yaml": "# nothing yet\n"},
        "1:1: error[G102] the configuration has no fields",
        '    help: write one field a line as "name: value", or restore the file from the repository\'s history',
    ),
    in_files(
        "configuration-that-is-missing",
        {"site_config.yaml": None},
        "1:1: error[G101] the configuration is missing",
        "    help: run the command in the folder of the library, or name the file with --config",
    ),
)

VOCABULARY = (
    in_files(
        "unknown-list",
        {"content/vocabulary/court.yaml": COURTS},
        '1:1: error[V103] there is no closed list "court"',
        '    help: did you mean "courts"?',
    ),
    in_files(
        "list-with-another-ending",
        {"content/vocabulary/courts.yml": COURTS},
        '1:1: error[S108] "courts.yml" does not end in .yaml',
        "    help: give it the ending .yaml, or move it out of content/vocabulary",
    ),
    in_files(
        "list-in-a-folder",
        {"content/vocabulary/old/courts.yaml": COURTS},
        "1:1: error[S109] this file lies too deep",
        "    help: move it to content/vocabulary/, or out of it",
    ),
    in_files(
        "missing-list",
        {"content/vocabulary/sexes.yaml": None},
        "1:1: error[V103] this closed list is missing",
        "    help: restore the file from the repository's history",
    ),
    in_files(
        "list-of-remarks",
        {"content/vocabulary/sectors.yaml": "# nothing yet\n"},
        "1:1: error[V103] this file is not a list of terms",
        '    help: begin each term with "- id: …"',
    ),
    in_files(
        "list-that-is-a-group",
        {"content/vocabulary/sectors.yaml": "id: medical\n"},
        "1:1: error[V103] this file is not a list of terms",
        '    help: begin each term with "- id: …"',
    ),
    in_files(
        "list-without-a-term-that-is-needed",
        {"content/vocabulary/importance.yaml": SECTORS},
        '1:1: error[V103] the term "normal", which the program needs, is missing',
        "    help: restore it from the repository's history",
    ),
    in_list(
        "id-twice",
        "sectors",
        SECTORS,
        "id: mining",
        "id: medical",
        '3:7: error[V102] "medical" stands twice in this list',
        "    help: delete one of the two",
    ),
    in_list(
        "id-in-capitals",
        "sectors",
        SECTORS,
        "id: mining",
        "id: Mining",
        '3:7: error[F106] "Mining" cannot be a key',
        "    help: use small letters, figures and hyphens",
    ),
    in_list(
        "no-english-label",
        "sectors",
        SECTORS,
        "{en: {text: Mining",
        "{sq: {text: Miniera",
        '4:3: error[F102] the English label of "mining" is missing',
        "    help: add en: {text: …, verified: no}",
    ),
    in_list(
        "label-without-verified",
        "sectors",
        SECTORS,
        "{text: Mining, verified: yes}",
        "{text: Mining}",
        "4:16: error[F102] labels.en.verified is missing",
        '    help: add a line "verified: …": Whether this wording was read in a source.',
    ),
    in_list(
        "label-half-verified",
        "sectors",
        SECTORS,
        "Mining, verified: yes",
        "Mining, verified: half",
        '4:41: error[F105] labels.en.verified: "half" is neither yes nor no',
        "    help: write yes or no",
    ),
    in_list(
        "label-without-language",
        "sectors",
        SECTORS,
        "{en: {text: Mining, verified: yes}}",
        "Mining",
        "4:11: error[F103] labels must be a group with one entry for each language, but a text stands here",
        "    help: write one line for each language below it, such as en: …",
    ),
    in_list(
        "label-as-a-text",
        "sectors",
        SECTORS,
        "{text: Mining, verified: yes}",
        "Mining",
        "4:16: error[F103] labels.en must be a group of fields, but a text stands here",
        "    help: write its fields indented below it, one a line, or in braces: {text: …, verified: …}",
    ),
    in_list(
        "misspelt-field-of-a-term",
        "sectors",
        SECTORS,
        "labels: {en: {text: Min",
        "lables: {en: {text: Min",
        '4:3: error[F101] there is no field "lables"',
        '    help: did you mean "labels"?',
    ),
    in_list(
        "second-document-in-a-list",
        "sectors",
        SECTORS,
        "- id: mining",
        "---\n- id: mining",
        '3:1: error[S210] "---" at the beginning of a line divides the file in two',
        "    help: delete it",
    ),
    in_list(
        "unknown-level",
        "courts",
        COURTS,
        "level: supreme",
        "level: suprem",
        '3:10: error[V101] level: "suprem" is not in the list of court levels',
        '    help: did you mean "supreme"? the list has appeal, basic, european, supreme',
    ),
    in_list(
        "unknown-inverse",
        "relations",
        RELATIONS,
        "inverse: appeal-of",
        "inverse: apeal-of",
        '3:12: error[V101] inverse: "apeal-of" is not in the list of relations',
        '    help: did you mean "appeal-of"? the list has appeal, appeal-of',
    ),
    in_list(
        "inverse-that-does-not-answer",
        "relations",
        RELATIONS,
        "inverse: appeal\n",
        "inverse: appeal-of\n",
        '3:12: error[F305] "appeal" and its inverse "appeal-of" do not agree',
        "    help: let each name the other as its inverse; where one says later: that, the other says later: this",
    ),
    in_list(
        "both-decisions-later",
        "relations",
        RELATIONS,
        "later: this",
        "later: that",
        '3:12: error[F305] "appeal" and its inverse "appeal-of" do not agree',
        "    help: let each name the other as its inverse; where one says later: that, the other says later: this",
    ),
    in_list(
        "later-than-what",
        "relations",
        RELATIONS,
        "later: this",
        "later: then",
        '8:10: error[F105] later: "then" is not one of the words that can stand here',
        "    help: write that, this or neither",
    ),
    in_list(
        "article-twice",
        "laws",
        LAWS,
        'article: "140"',
        'article: "139"',
        '10:16: error[V102] article "139" of "code-2003" stands twice',
        "    help: join the two into one",
    ),
    in_list(
        "articles-with-one-page",
        "laws",
        LAWS.replace("139", "139a"),
        'article: "140"',
        'article: "139A"',
        '10:16: error[V102] article "139A" of "code-2003" stands twice',
        '    help: its page would be that of article "139a"; join the two into one',
    ),
    in_list(
        "article-with-its-paragraph",
        "laws",
        LAWS,
        'article: "140"',
        'article: "140(1)"',
        '10:16: error[F106] "140(1)" cannot be the number of an article',
        "    help: write figures, letters and full stops, such as 4, 4.1 or 4a",
    ),
    in_list(
        "article-named-as-the-page-of-its-law",
        "laws",
        LAWS,
        'article: "140"',
        "article: Index",
        '10:16: error[F106] "Index" cannot be the number of an article',
        "    help: write figures, letters and full stops, such as 4, 4.1 or 4a",
    ),
    in_list(
        "article-that-concerns-no-offence",
        "laws",
        LAWS,
        "      offence: trafficking\n",
        "      concerns: [trafficing]\n",
        '9:18: error[V101] articles.1.concerns.1: "trafficing" is not in the list of offences',
        '    help: did you mean "trafficking"? the list has slavery, smuggling, trafficking',
    ),
    in_list(
        "penalty-without-an-english-form",
        "laws",
        LAWS,
        "      offence: trafficking\n",
        "      offence: trafficking\n      penalties: [{form: {sq: {text: themelore, verified: yes}}, verified: no}]\n",
        '10:20: error[F102] the English label of "code-2003" is missing',
        "    help: add en: {text: …, verified: no}",
    ),
    in_list(
        "penalty-that-is-no-term",
        "laws",
        LAWS,
        "      offence: trafficking\n",
        "      penalties: [{form: {en: {text: basic, verified: yes}}, imprisonment: {min: two years}, verified: no}]\n",
        '9:82: error[F203] articles.1.penalties.1.imprisonment.min: "two years" is not a term of imprisonment',
        '    help: write years, months and days in full: "8 years", "7 years 3 months", "45 days", or "life"',
    ),
    in_list(
        "chapter-that-the-law-lacks",
        "laws",
        LAWS,
        "      offence: trafficking\n",
        "      chapter: II\n",
        '9:16: error[V101] "code-2003" has no chapter "II"',
        "    help: correct the number, or add the chapter to code-2003; it lists no chapters so far",
    ),
    in_list(
        "chapter-twice",
        "laws",
        LAWS,
        "  articles:\n",
        "  chapters:\n    - {number: I, labels: {en: {text: One, verified: yes}}}\n"
        "    - {number: I, labels: {en: {text: Two, verified: yes}}}\n  articles:\n",
        '7:16: error[V102] chapter "I" of "code-2003" stands twice',
        "    help: join the two into one",
    ),
    in_list(
        "law-that-replaces-itself",
        "laws",
        LAWS,
        "  kind: code\n",
        "  kind: code\n  replaces: {law: code-2003, verified: no}\n",
        '5:19: error[F305] "code-2003" replaces itself, directly or through other laws',
        "    help: name the law that was in force before it",
    ),
    in_list(
        "law-that-replaces-none",
        "laws",
        LAWS,
        "  kind: code\n",
        "  kind: code\n  replaces: {law: code-2033, verified: no}\n",
        '5:19: error[V101] replaces.law: "code-2033" is not in the list of laws',
        '    help: did you mean "code-2003"? the list has code-2003',
    ),
    in_files(
        "convention-with-the-key-of-a-law",
        {
            "content/vocabulary/conventions.yaml": LAWS + LAWS.replace("code-2003", "treaty").replace("139", "4"),
            "content/vocabulary/topics.yaml": SECTORS,
            "content/vocabulary/aggravating.yaml": (
                "- id: child-victim\n  labels: {en: {text: Child victim, verified: yes}}\n"
            ),
        },
        '1:7: error[V102] "code-2003" is the key of a law already',
        "    help: give one of the two another key; their pages would have one address",
    ),
    in_list(
        "topic-about-an-article-that-is-not-listed",
        "topics",
        SECTORS,
        "labels: {en: {text: Mining",
        "concerns: [treaty/5]\n  labels: {en: {text: Mining",
        '4:14: error[V101] concerns.1: "treaty" has no article "5" in the vocabulary',
        "    help: correct the number, or add the article to treaty in content/vocabulary; it has 4",
    ),
    in_list(
        "misspelt-field-of-an-article",
        "laws",
        LAWS,
        'article: "140"',
        'articel: "140"',
        '10:7: error[F101] there is no field "articles.2.articel"',
        '    help: did you mean "article"?',
    ),
    in_list(
        "unknown-kind-of-law",
        "laws",
        LAWS,
        "kind: code",
        "kind: statute",
        '4:9: error[F105] kind: "statute" is not one of the words that can stand here',
        "    help: write code, regulation, law, convention or directive",
    ),
    in_list(
        "unknown-offence-of-an-article",
        "laws",
        LAWS,
        "offence: trafficking",
        "offence: traficking",
        '9:16: error[V101] articles.1.offence: "traficking" is not in the list of offences',
        '    help: did you mean "trafficking"? the list has slavery, smuggling, trafficking',
    ),
)

PAGES = (
    in_files(
        "page-without-description",
        {"content/pages/help.md": changed("description: What helps.\n", "", PAGE)},
        "2:1: error[F102] description is missing",
        '    help: add a line "description: …": One sentence for search engines.',
    ),
    in_files(
        "page-in-an-unknown-language",
        {"content/pages/help.md": changed("language: en", "language: de", PAGE)},
        '4:11: error[V101] language: "de" is not in the list of languages',
        "    help: the list has en, sq, sr",
    ),
    in_files(
        "page-with-capitals",
        {"content/pages/Help.md": PAGE},
        '1:1: error[S108] "Help" cannot be the address of a page',
        "    help: use small letters, figures and single hyphens; "
        "index, offline, search, withdrawn are made by the site itself",
    ),
    in_files(
        "page-that-the-site-makes",
        {"content/pages/search.md": PAGE},
        '1:1: error[S108] "search" cannot be the address of a page',
        "    help: use small letters, figures and single hyphens; "
        "index, offline, search, withdrawn are made by the site itself",
    ),
    in_files(
        "page-with-another-ending",
        {"content/pages/help.txt": PAGE},
        '1:1: error[S108] "help.txt" does not end in .md',
        "    help: give it the ending .md, or move it out of content/pages",
    ),
    in_files(
        "page-that-is-a-link",
        {"content/pages/linked.md": link_outside},
        "1:1: error[S105] this is a link to another place, not a file",
        "    help: put the file itself here; links are not followed, so that nothing from outside is published",
    ),
    in_files(
        "page-in-a-folder",
        {"content/pages/more/help.md": PAGE},
        "1:1: error[S109] this file lies too deep",
        "    help: move it to content/pages/, or out of it",
    ),
)

TEXT_LINKS = (
    in_files(
        "page-that-links-to-no-case",
        {"content/pages/help.md": changed("A paragraph.", "See [it](cases/harbor-case-2013.html#p1).", PAGE)},
        '6:10: error[C115] the text links to "harbor-case-2013", but there is no such case in the library',
        '    help: did you mean "harbour-case-2013"? write the name of its file without .md in front of .html',
    ),
    in_files(
        "topic-text-that-links-to-a-former-id",
        {
            "content/topics/organ-removal.md": changed("A paragraph.", "See [it](../../cases/old-name.html).", TOPIC),
            "content/cases/sc/new-name.md": changed(DECIDED, f"aliases: [old-name]\n{DECIDED}", CASE),
        },
        '10:10: error[C115] the text links to "old-name", the former id of a case',
        "    help: write its present one, new-name",
    ),
    in_files(
        "topic-text-that-links-to-a-paragraph-of-no-such-number",
        {
            "content/topics/organ-removal.md": changed(
                "A paragraph.", "First.\n\nSee\n[it](../../cases/harbour-case-2013.html#p12).", TOPIC
            )
        },
        '13:6: error[C116] the text links to "#p12" of "harbour-case-2013", which has no such paragraph',
        '    help: did you mean "#p2"? its paragraphs are numbered 1 to 2',
    ),
    in_files(
        "topic-text-that-links-to-a-draft",
        {
            "content/topics/organ-removal.md": changed(
                "A paragraph.", "See [it](../../cases/draft.html#p9), [again](../../cases/draft.html#p9).", TOPIC
            ),
            "content/cases/sc/draft.md": changed("status: published", "status: draft", CASE),
        },
        '10:10: notice[C114] the text links to "draft", which is not public; '
        "readers see plain words in the place of the link",
        "    help: nothing to do if the case will be public again, the link then comes back; else take the link out",
        'content/topics/organ-removal.md:10:46: notice[C114] the text links to "draft", which is not public; '
        "readers see plain words in the place of the link",
        "    help: nothing to do if the case will be public again, the link then comes back; else take the link out",
    ),
)

TOPICS = (
    in_files(
        "topic-text-of-an-unknown-topic",
        {"content/topics/organ-removl.md": TOPIC},
        '1:1: error[V101] "organ-removl" is not in the list of topics',
        '    help: did you mean "organ-removal"? name the file after its topic; '
        "the list is content/vocabulary/topics.yaml",
    ),
    in_files(
        "topic-text-without-sources",
        {"content/topics/organ-removal.md": PAGE},
        "2:1: error[F102] sources is missing",
        '    help: add a line "sources: …": What the text rests on; at least one.',
    ),
    in_files(
        "topic-text-with-a-source-of-an-unknown-kind",
        {"content/topics/organ-removal.md": changed("kind: judgment", "kind: rumour", TOPIC)},
        '8:11: error[V101] sources.1.kind: "rumour" is not in the list of source kinds',
        "    help: the list has judgment, press",
    ),
    in_files(
        "topic-text-whose-name-names-another-language",
        {"content/topics/organ-removal.sq.md": TOPIC},
        '4:11: error[F305] language: "en", but the name of the file says "sq"',
        "    help: correct one of the two",
    ),
    in_files(
        "topic-text-in-a-folder",
        {"content/topics/more/organ-removal.md": TOPIC},
        "1:1: error[S109] this file lies too deep",
        "    help: move it to content/topics/, or out of it",
    ),
    in_list(
        "topic-that-is-neither-general-nor-not",
        "topics",
        TOPIC_LIST,
        "bridge: no",
        "bridge: maybe",
        '3:11: error[F105] bridge: "maybe" is neither yes nor no',
        "    help: write yes or no",
    ),
    in_list(
        "court-level-of-an-unknown-system",
        "court-levels",
        LEVELS,
        "system: human-rights",
        "system: rights",
        '3:11: error[F105] system: "rights" is not one of the words that can stand here',
        "    help: write domestic, human-rights or other",
    ),
)

SITE_MISTAKES = (*CONFIGURATION, *VOCABULARY, *PAGES, *TEXT_LINKS, *TOPICS)
