"""Mistakes in a case as a whole, in its text, and between cases."""

from __future__ import annotations

from tests.mistakes import DECIDED, OFFENCES, PUBLICATION, SOURCES, add_field, as_case, changed, in_case, in_files

TEXT = (
    in_case(
        "no-text",
        "## Facts\n\n[1] The first paragraph.\n\n[2] The second paragraph.\n",
        "",
        "22:1: error[T101] the text is empty",
        "    help: write it below the fields, one paragraph after the other, each with its number in brackets: [1] …",
    ),
    in_case(
        "paragraph-number-twice",
        "[2] The",
        "[1] The",
        "26:1: error[T102] paragraph [1] stands here a second time; the first is in line 24",
        "    help: give each paragraph a number of its own: it is the address by which it is cited",
    ),
    in_case(
        "paragraphs-out-of-order",
        "[1] The first",
        "[3] The first",
        "26:1: error[T103] paragraph [2] comes after paragraph [3]",
        "    help: number the paragraphs in ascending order; if [2] is no paragraph number, write \\[2]",
    ),
    in_case(
        "paragraph-without-text",
        "[2] The second paragraph.",
        "[2]",
        "26:1: error[T101] paragraph [2] has no text",
        "    help: write its text behind the number: [2] …",
    ),
    in_case(
        "paragraph-without-empty-line",
        "first paragraph.\n\n",
        "first paragraph.\n",
        "25:1: error[T105] no empty line stands above paragraph [2]",
        "    help: put an empty line above it; if [2] is no paragraph number but a reference, write \\[2]",
    ),
    in_case(
        "coded-paragraph-that-the-text-lacks",
        "[1, 2]",
        "[1, 3]",
        "16:21: error[F301] charges.1.paragraphs.2: the text has no paragraph [3]",
        "    help: correct the number; the text has paragraphs [1] to [2]",
    ),
    in_case(
        "paragraph-number-with-a-letter",
        "[1] The first",
        "[1a] The first",
        "16:18: error[F301] charges.1.paragraphs.1: the text has no paragraph [1]",
        "    help: correct the number; the text has one numbered paragraph, [2]",
    ),
    in_case(
        "paragraph-numbers-with-points",
        "[1] The first paragraph.\n\n[2]",
        "1. The first paragraph.\n\n2.",
        "16:18: error[F301] charges.1.paragraphs.1: the text has no paragraph [1]",
        "    help: number the paragraphs of the text, each beginning with its number in brackets: [1] …",
    ),
    in_case(
        "link-to-a-script",
        "The first",
        "The [first](javascript:alert)",
        '24:1: error[T107] the text cannot link to "javascript:alert"',
        "    help: write the whole address, beginning with https://, http:// or mailto:, or a paragraph such as #p12",
    ),
    in_case(
        "footnote-that-is-missing",
        "The first",
        "The first[^1]",
        "24:1: error[T106] there is no footnote [^1]",
        "    help: write it at the end of the text, on a line that begins with [^1]: and has an empty line above",
    ),
    in_case(
        "table-row-with-a-cell-too-many",
        "[2] The second paragraph.",
        "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n\n[2] The",
        "28:1: error[T108] this row of the table has more cells than its heading",
        "    help: add a column to the heading and to the line below it; write \\| for a bar within a cell",
    ),
    in_case(
        "brackets-without-end",
        "The first",
        "[" * 5_000,
        "24:1: error[T104] 5,000 markup characters (* _ [ ` < > & \\) stand in one block of text; at most 1,000 can "
        "be set here",
        "    help: put an empty line between the paragraphs, or remove the characters that are not needed",
    ),
)

LEFT_OVER = (
    "2:1: notice[F308] the file of a withdrawn case still holds more than it needs: title, court, decided, …, text",
    "    help: delete all but publication, aliases, language: readers do not see the rest, but it is public in the"
    " repository",
)
SENSE = (
    in_case(
        "withdrawn-without-reason",
        PUBLICATION,
        "publication: {status: withdrawn}",
        *LEFT_OVER,
        "20:1: error[F303] the case is withdrawn without a reason",
        "    help: add reason: … to publication; the reason is published in the place of the case",
        "20:1: notice[F307] the case is withdrawn, but not said since when",
        "    help: add withdrawn_on: 2026-11-23 to publication; the list of withdrawn cases names the day",
    ),
    in_case(
        "withdrawn-tomorrow",
        PUBLICATION,
        "publication: {status: withdrawn, reason: Anonymity, withdrawn_on: 2027-01-01}",
        *LEFT_OVER,
        "20:67: warning[F202] publication.withdrawn_on: 2027-01-01 lies in the future",
        "    help: correct the date; the case is withdrawn already",
    ),
    in_case(
        "day-of-withdrawal-of-a-published-case",
        PUBLICATION,
        "publication: {status: published, withdrawn_on: 2026-11-22}",
        "20:48: error[F305] the case has a day of withdrawal, but its status does not say that it is withdrawn",
        "    help: write status: withdrawn, or delete withdrawn_on",
    ),
    as_case(
        "withdrawn-with-a-mistyped-reason",
        "---\npublication: {status: withdrawn, raeson: Anonymity, withdrawn_on: 2026-11-22}\n---\n",
        '2:34: error[F101] there is no field "publication.raeson"',
        '    help: did you mean "reason"?',
    ),
    in_case(
        "withdrawn-with-embargo",
        PUBLICATION,
        "publication: {status: withdrawn, reason: Anonymity, embargo_until: 2027-01-01}",
        *LEFT_OVER,
        "20:1: notice[F307] the case is withdrawn, but not said since when",
        "    help: add withdrawn_on: 2026-11-23 to publication; the list of withdrawn cases names the day",
        "20:68: error[F305] a withdrawn case has an embargo",
        "    help: delete embargo_until",
    ),
    add_field(
        "more-adults-than-victims",
        "victims: {total: 2, adults: 2, children: 1}",
        "17:18: error[F305] victims: adults and children together are more than the total",
        "    help: correct the numbers",
    ),
    in_case(
        "sentence-although-acquitted",
        "finding: convicted",
        "finding: acquitted",
        '15:5: error[F305] charges.1: a sentence, although the finding is "acquitted"',
        "    help: correct the finding, or delete the sentence",
    ),
    in_case(
        "convicted-as-charged",
        "convicted\n",
        "convicted\n    convicted_of: code-2003/139\n",
        "15:19: error[F305] charges.1: convicted of the very provision that was charged",
        "    help: delete convicted_of; it states a re-qualification only",
    ),
    in_case(
        "offence-twice",
        OFFENCES,
        "offences: [trafficking, trafficking]",
        '9:25: error[F305] offences: "trafficking" stands twice',
        "    help: delete one of the two",
    ),
    add_field(
        "unverified-entry-that-is-not-there",
        "unverified: [charges.2.sentence]",
        '17:14: error[F302] unverified.1: there is no field or paragraph "charges.2.sentence" in this file',
        "    help: write a field of this file with dots, lists counted from 1 (charges.2.sentence), or a paragraph "
        "(p12)",
    ),
    add_field(
        "unverified-field-misspelt",
        "unverified: [decidet]",
        '17:14: error[F302] unverified.1: there is no field or paragraph "decidet" in this file',
        '    help: did you mean "decided"? write a field of this file with dots, lists counted from 1 '
        "(charges.2.sentence), or a paragraph (p12)",
    ),
    add_field(
        "unverified-paragraph-that-is-not-there",
        "unverified: [p9]",
        '17:14: error[F302] unverified.1: there is no field or paragraph "p9" in this file',
        "    help: correct the number; the text has paragraphs [1] to [2]",
    ),
    add_field(
        "document-that-is-not-there",
        "documents: [{file: judgment.pdf, language: en, title: Judgment}]",
        '17:20: error[F306] the document "judgment.pdf" does not lie beside the case file',
        "    help: put it into content/cases/sc/",
    ),
)

REFERENCES = (
    add_field(
        "cites-a-missing-case",
        "cites: [{case: harbor-case-2013}]",
        '17:16: error[C102] cites: there is no case "harbor-case-2013" in the library',
        '    help: did you mean "harbour-case-2013"? write the name of its file without .md, or list the decision '
        "under authorities",
    ),
    add_field(
        "cites-itself",
        "cites: [{case: cites-itself}]",
        "17:16: error[C103] cites: the case cites itself",
        "    help: name the other case, or delete the entry",
    ),
    add_field(
        "cites-twice",
        "cites: [{case: harbour-case-2013}, {case: harbour-case-2013}]",
        '17:43: error[F305] cites: "harbour-case-2013" stands twice',
        "    help: join the two entries into one",
    ),
    add_field(
        "history-with-a-missing-case",
        "history: [{relation: appeal, case: station-case-2061}]",
        '17:36: error[C102] history: there is no case "station-case-2061" in the library',
        '    help: did you mean "station-case-2016"? write the name of its file without .md, or list the decision '
        "under authorities",
    ),
    add_field(
        "history-with-itself",
        "history: [{relation: appeal, case: history-with-itself}]",
        "17:36: error[C103] history: the case is a step of its own history",
        "    help: name the other case, or delete the entry",
    ),
    add_field(
        "history-with-one-case-twice",
        "history:\n  - {relation: joined, case: station-case-2016}\n  - {relation: appeal, case: station-case-2016}",
        '19:30: error[F305] history: "station-case-2016" stands twice',
        "    help: join the two entries into one",
    ),
    add_field(
        "alias-that-is-a-case",
        "aliases: [harbour-case-2013]",
        '17:11: error[C105] aliases: "harbour-case-2013" is the id of a case',
        "    help: an old address can lead to one case only; delete one of the two",
    ),
    add_field(
        "alias-that-is-a-page",
        "aliases: [index]",
        '17:11: error[C105] aliases: "index" is an address that the site or Windows needs',
        "    help: an old address can lead to one case only; delete one of the two",
    ),
    in_files(
        "alias-of-two-cases",
        {
            "content/cases/sc/first-with-alias.md": changed(SOURCES, f"aliases: [shared-name]\n{SOURCES}"),
            "content/cases/sc/second-with-alias.md": changed(SOURCES, f"aliases: [shared-name]\n{SOURCES}"),
        },
        'content/cases/sc/second-with-alias.md:17:11: error[C105] aliases: "shared-name" is already an alias of '
        '"first-with-alias"',
        "    help: an old address can lead to one case only; delete one of the two",
    ),
    in_files(
        "cites-by-a-former-id",
        {
            "content/cases/sc/renamed-case.md": changed(SOURCES, f"aliases: [former-name]\n{SOURCES}"),
            "content/cases/sc/citing-former-name.md": changed(SOURCES, f"cites: [{{case: former-name}}]\n{SOURCES}"),
        },
        'content/cases/sc/citing-former-name.md:17:16: error[C102] cites: "former-name" is the former id of a case',
        "    help: write its present one, renamed-case",
    ),
    in_files(
        "cites-an-embargoed-case",
        {
            "content/cases/sc/embargoed.md": changed("published}", "published, embargo_until: 2027-05-01}"),
            "content/cases/sc/citing-embargoed.md": changed(SOURCES, f"cites: [{{case: embargoed}}]\n{SOURCES}"),
        },
        'content/cases/sc/citing-embargoed.md:17:16: notice[C107] cites: "embargoed" is not public; readers will '
        "not see this link",
        "    help: nothing to do if that is meant; the link appears when the case is published",
    ),
    in_files(
        "withdrawn-case-that-another-one-names",
        {
            "content/cases/sc/naming-withdrawn.md": changed(
                SOURCES, f"authorities: [Court of Appeals P 4711/2010]\n{SOURCES}"
            ),
            "content/cases/sc/named-withdrawn.md": "---\ncase_numbers: [P 4711/2010]\n"
            "publication: {status: withdrawn, reason: Anonymity, withdrawn_on: 2026-11-22}\n---\n",
        },
        "content/cases/sc/named-withdrawn.md:2:1: notice[F308] the file of a withdrawn case still holds more than it "
        "needs: case_numbers",
        "    help: delete all but publication, aliases, language: readers do not see the rest, but it is public in the"
        " repository",
        "content/cases/sc/naming-withdrawn.md:17:15: warning[C117] the withdrawn case named-withdrawn is still named "
        "here, by its title or number",
        "    help: reword it, and run the check again, before you empty the file of the withdrawn case; nothing to do "
        "if nobody can be recognised by it",
    ),
    in_files(
        "one-decision-in-two-files",
        {
            "content/cases/sc/decision-1.md": changed(DECIDED, f"{DECIDED}\ncase_numbers: [PKR.nr.11/2013]"),
            "content/cases/sc/decision-2.md": changed(DECIDED, f"{DECIDED}\ncase_numbers: [PKR no. 11/13]"),
        },
        "content/cases/sc/decision-2.md:5:16: error[C104] the decision PKR no. 11/13 of 2013-04-29 is in the "
        'library already: "decision-1"',
        "    help: merge the two files, or correct court, number or date; the other is content/cases/sc/decision-1.md",
    ),
    in_files(
        "ends-of-a-history-that-disagree",
        {
            "content/cases/sc/one-end.md": changed(
                SOURCES, f"history: [{{relation: joined, case: other-end}}]\n{SOURCES}"
            ),
            "content/cases/sc/other-end.md": changed(
                SOURCES, f"history: [{{relation: appeal, case: one-end}}]\n{SOURCES}"
            ),
        },
        'content/cases/sc/other-end.md:17:22: error[C106] history: "one-end" is called "appeal" here, but the other '
        'end says that it is "joined"',
        "    help: correct one of the two files; the other is content/cases/sc/one-end.md",
    ),
    in_files(
        "appeal-before-the-decision",
        {
            "content/cases/sc/first-instance.md": changed(
                SOURCES, f"history: [{{relation: appeal, case: early-appeal}}]\n{SOURCES}"
            ),
            "content/cases/sc/early-appeal.md": changed(
                DECIDED,
                "decided: 2012",
                changed(SOURCES, f"history: [{{relation: appeal-of, case: first-instance}}]\n{SOURCES}"),
            ),
        },
        '17:11: error[C106] history: "early-appeal" of 2012 cannot be "appeal" of a decision of 2013-04-29',
        "    help: correct the relation or one of the two dates",
    ),
)

# In the text, not in the fields.
MENTIONS = (
    in_case(
        "number-of-no-case",
        "The first paragraph.",
        "As in application no. 12345/06.",
        '24:27: notice[C113] "12345/06" looks like the number of a case, but no case in the library has it; it is not '
        "linked",
        "    help: correct the number, or list that decision under authorities; nothing to do if neither fits",
    ),
    in_files(
        "number-of-two-cases",
        {
            "content/cases/sc/naming-pk-5.md": changed("The first paragraph.", "As the court\nsaid in PK 5/2014."),
            "content/cases/sc/pk-5-judgment.md": changed(DECIDED, f"{DECIDED}\ncase_numbers: [PK 5/2014]"),
            "content/cases/sc/pk-5-ruling.md": changed(DECIDED, "decided: 2014\ncase_numbers: [PK nr. 5/14]"),
        },
        '25:9: notice[C112] "PK 5/2014" may mean pk-5-judgment or pk-5-ruling; it is not linked',
        "    help: nothing to do if readers can tell; to have it linked, add the ECLI or a number that only the one "
        "case has",
    ),
)

WHOLE_CASE_MISTAKES = (*TEXT, *SENSE, *REFERENCES, *MENTIONS)
