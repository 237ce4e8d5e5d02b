"""Mistakes in translations of cases, each beside a sound case of its own."""

from __future__ import annotations

from tests.mistakes import CASE, Mistake, changed, in_files

# A sound translation of CASE.
TRANSLATION = """\
---
title: Rasti i portit
language: sq
summary: Gjykata dënoi dy të akuzuar për trafikim me njerëz.
translation: {kind: unofficial, by: A.B., date: 2026-11-20}
---
## Faktet

[1] Paragrafi i parë.

[2] Paragrafi i dytë.
"""
LANGUAGE = "language: sq"
SUMMARY = "summary: Gjykata dënoi dy të akuzuar për trafikim me njerëz.\n"
NUMBERS = "    help: number the translation as the case is numbered: [12] must be the same paragraph in every language"


def translated(name: str, before: str, after: str, *says: str, language: str = "sq", case: str = CASE) -> Mistake:
    """Return a mistake that is one change to the translation of a sound case."""
    files = {
        f"content/cases/sc/{name}.{language}.md": changed(before, after, TRANSLATION),
        f"content/cases/sc/{name}.md": case,
    }
    return in_files(name, files, *says)


NAMES = (
    in_files(
        "translation-without-its-case",
        {"content/cases/sc/translated-alone.sq.md": TRANSLATION},
        "1:1: error[C108] this is a translation, but its case translated-alone.md does not lie here",
        "    help: add the case as translated-alone.md, or give this file the name of its case: <id>.sq.md",
    ),
    in_files(
        "translation-in-another-folder",
        {
            "content/cases/bc-north/translated-elsewhere.sq.md": TRANSLATION,
            "content/cases/sc/translated-elsewhere.md": CASE,
        },
        "1:1: error[C108] this is a translation, but its case translated-elsewhere.md does not lie here",
        "    help: move it to content/cases/sc/, where its case lies",
    ),
    in_files(
        "translation-named-by-the-tag-of-its-language",
        {
            "content/cases/sc/tagged.sr-Latn.md": changed(LANGUAGE, "language: sr", TRANSLATION),
            "content/cases/sc/tagged.md": CASE,
        },
        '1:1: error[S108] "tagged.sr-Latn" cannot be the name of a translation',
        "    help: name it as its case with two small letters for the language: tagged.sr.md",
    ),
    translated(
        "translation-in-another-language-than-its-name",
        LANGUAGE,
        "language: sr",
        '3:11: error[C109] language: the name of the file says "sq", but "sr" stands here',
        "    help: correct the language, or rename the file to translation-in-another-language-than-its-name.sr.md",
    ),
    translated(
        "translation-into-its-own-language",
        LANGUAGE,
        "language: en",
        '3:11: error[C109] language: the case itself is in "en", so that this is no translation of it',
        "    help: correct name and language, or delete the file and change translation-into-its-own-language.md",
        language="en",
    ),
    translated(
        "translation-into-a-language-of-no-case",
        LANGUAGE,
        "language: de",
        '3:11: error[V101] language: "de" is not in the list of languages',
        "    help: the list has en, sq, sr",
        language="de",
    ),
)

FIELDS = (
    in_files(
        "translation-that-repeats-the-case",
        {
            "content/cases/sc/said-twice.sq.md": changed(
                "translation: ", "court: sc\ndecided: 2013-04-29\ntranslation: ", TRANSLATION
            ),
            "content/cases/sc/said-twice.md": CASE,
        },
        "5:1: error[C110] court, decided: the facts of a case stand once, in its main file said-twice.md",
        "    help: delete them here; a translation has only title, language, summary, translation",
    ),
    translated(
        "translation-with-a-field-of-no-file",
        "translation: ",
        "translator: A.B.\ntranslation: ",
        '5:1: error[F101] there is no field "translator"',
        '    help: did you mean "translation"?',
    ),
    translated(
        "translation-without-title",
        "title: Rasti i portit\n",
        "",
        "2:1: error[F102] title is missing",
        '    help: add a line "title: …": Name of the case in this language.',
    ),
    translated(
        "translation-without-summary",
        SUMMARY,
        "",
        "2:1: error[F102] summary is missing",
        '    help: add a line "summary: …": Headnote in this language, in plain text, at most 120 words.',
    ),
    translated(
        "translation-with-a-long-summary",
        SUMMARY,
        f"summary: {'fjalë ' * 121}\n",
        "4:10: error[F209] summary: the summary has 121 words; at most 120 are allowed",
        "    help: keep what was decided and why; move the rest into the text",
    ),
    translated(
        "translation-that-does-not-say-its-kind",
        "translation: {kind: unofficial, by: A.B., date: 2026-11-20}\n",
        "",
        "2:1: error[F102] translation is missing",
        '    help: add a line "translation: …": Its kind, the translator\'s initials, its date.',
    ),
    translated(
        "translation-of-an-unknown-kind",
        "kind: unofficial",
        "kind: private",
        '5:21: error[V101] translation.kind: "private" is not in the list of translation kinds',
        "    help: the list has machine, official, unofficial",
    ),
    translated(
        "translator-by-name",
        "by: A.B.",
        "by: Arben Berisha",
        "5:37: error[F211] translation.by: a person stands here by initials, never by name",
        '    help: write initials such as "A.B.", or delete the entry',
    ),
    translated(
        "translation-without-a-date",
        ", date: 2026-11-20",
        "",
        "5:14: error[F102] translation.date is missing",
        '    help: add a line "date: …": Day of the translation.',
    ),
    translated(
        "translation-of-tomorrow",
        "date: 2026-11-20",
        "date: 2026-11-24",
        "5:49: error[F202] translation.date: 2026-11-24 lies in the future; today is 2026-11-23",
        "    help: correct the date; a translation is recorded after it was made",
    ),
)

PARAGRAPHS = (
    translated(
        "translation-without-a-paragraph",
        "[2] Paragrafi i dytë.\n",
        "",
        "7:1: error[C111] paragraph [2] of translation-without-a-paragraph.md is missing in this translation",
        NUMBERS,
    ),
    translated(
        "translation-without-numbers",
        "[1] Paragrafi i parë.\n\n[2] Paragrafi i dytë.\n",
        "Paragrafi i parë.\n",
        "7:1: error[C111] paragraphs [1], [2] of translation-without-numbers.md are missing in this translation",
        NUMBERS,
    ),
    translated(
        "translation-with-more-paragraphs",
        "i dytë.\n",
        "i dytë.\n\n[3] Shtesë.\n\n[4] Shtesë.\n",
        "13:1: error[C111] translation-with-more-paragraphs.md has no paragraphs [3], [4]",
        NUMBERS,
    ),
    translated(
        "translation-in-another-order",
        "[1] Paragrafi i parë.\n\n[2] Paragrafi i dytë.\n",
        "[2] Paragrafi i dytë.\n\n[1] Paragrafi i parë.\n",
        "11:1: error[T103] paragraph [1] comes after paragraph [2]",
        "    help: number the paragraphs in ascending order; if [1] is no paragraph number, write \\[1]",
    ),
    translated(
        "translation-of-a-draft",
        "[2] Paragrafi i dytë.\n",
        "",
        "7:1: error[C111] paragraph [2] of translation-of-a-draft.md is missing in this translation",
        NUMBERS,
        case=changed("status: published", "status: draft"),
    ),
)

TRANSLATION_MISTAKES = (*NAMES, *FIELDS, *PARAGRAPHS)
