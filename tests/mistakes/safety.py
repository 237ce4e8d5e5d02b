"""Personal data in content: errors, warnings, and the list of what a reviewer lets pass. All of it is invented."""

from __future__ import annotations

import hashlib

from tests.mistakes import CASE, DECIDED, TITLE, Mistake, as_case, changed, in_case, in_files

SENTENCE = "The first paragraph."
_WHAT = {
    "D103": "a phone number", "D104": "an e-mail address", "D105": "a bank account", "D107": "an identity paper",
    "D201": "a vehicle", "D202": "an address", "D203": "a place",
}  # fmt: skip
VICTIM = '    help: write a role such as "the victim" or "victim 1", neither name nor initials'
INITIALS = '    help: write initials such as "A.B." or a role such as "{}"'
NO_NAME = "    help: give the file a name that leads to nobody"
WAIVERS = "content/safety.yaml"
WITH_PLATE = {"content/cases/sc/a-plate.md": changed(SENTENCE, "He drove a car with the plates 01-000-XX.")}


def take_out(code: str) -> str:
    """Return the cure of a datum, which names its kind."""
    what = _WHAT.get(code, "a personal number")
    return f"    help: take it out; say what it was without repeating it, such as “{what}”"


def hash_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


PLATE_HASH = hash_of("[1] He drove a car with the plates 01-000-XX.")


def in_text(name: str, words: str, *says: str) -> Mistake:
    return in_case(name, SENTENCE, words, *says)


def with_waiver(path: str, code: str, hash: str) -> str:
    """Return what a warning says behind its cure."""
    line = f"- {{path: {path}, code: {code}, hash: {hash}, reason: …, reviewer: …, date: 2026-11-23}}"
    return f"; if it must stand, let a reviewer complete this line in {WAIVERS}: {line}"


def warned(name: str, words: str, code: str, message: str, cure: str = "") -> Mistake:
    path = f"content/cases/sc/{name}.md"
    return in_text(name, words, message, (cure or take_out(code)) + with_waiver(path, code, hash_of(f"[1] {words}")))


def in_waivers(name: str, waivers: str, *says: str) -> Mistake:
    return in_files(name, {WAIVERS: waivers, **WITH_PLATE}, *says)


def waiver(**changes: str) -> str:
    fields = {
        "path": "content/cases/sc/a-plate.md", "code": "D201", "hash": PLATE_HASH,
        "reason": "An invented plate.", "reviewer": "A.B.", "date": "2026-11-20", **changes,
    }  # fmt: skip
    return f"- {{{', '.join(f'{name}: {value}' for name, value in fields.items())}}}\n"


ERRORS = (
    in_text(
        "number-of-ten-digits",
        "He gave the number 1234567890.",
        "24:24: error[D101] a number of 10 digits stands here, as personal numbers have them",
        take_out("D101"),
    ),
    # The region 98 does not exist.
    in_case(
        "jmbg-as-a-date",
        DECIDED,
        "decided: 0101990980005",
        "4:10: error[D102] a personal number (JMBG) of 13 digits stands here",
        take_out("D102"),
        '4:10: error[F201] decided: "*************" is not a date',
        "    help: write the date as year-month-day, such as 2013-04-29; 2013-04 or 2013 where the source gives no "
        "more",
    ),
    in_text(
        "phone-in-a-text",
        "He was called from 044 000 000.",
        "24:24: error[D103] a phone number of 9 digits stands here",
        take_out("D103"),
    ),
    in_case(
        "e-mail-in-a-title",
        TITLE,
        "title: Case of jane.doe@example.org",
        "2:16: error[D104] an e-mail address of 20 characters stands here",
        take_out("D104"),
    ),
    in_text(
        "e-mail-kept-apart-by-marks",
        "She wrote to jane**@**example.org.",
        "24:1: error[D104] an e-mail address of 16 characters stands here",
        take_out("D104"),
    ),
    in_text(
        "account-in-a-text",
        "He paid to XK05 1212 0123 4567 8906.",
        "24:16: error[D105] the number of a bank account (IBAN), 24 characters, stands here",
        take_out("D105"),
    ),
    in_text(
        "date-of-birth",
        "A.B., born in Inventia\non 3 May 1999, was heard.",
        "25:4: error[D106] a date of birth, 10 characters, stands here",
        "    help: give the year or the age only, where the court's reasons depend on it",
    ),
    as_case(
        "passport-in-a-remark",
        changed(TITLE, f"{TITLE}  # passport no. K0000000"),
        "2:44: error[D107] the number of a passport, identity card or other paper, 8 characters, stands here",
        take_out("D107"),
    ),
    in_case(
        "victim-named-in-a-summary",
        "summary: The court convicted",
        "summary: >-\n  The victim\n  Maria Kola was heard. The court convicted",
        "10:3: error[D108] what looks like the name of a victim, 10 characters, stands here",
        VICTIM,
    ),
    as_case(
        "case-of-044-000-000",
        CASE,
        "content/cases/sc/case-of-***********.md:1:1: error[D103] in the name of the file "
        "a phone number of 9 digits stands here",
        NO_NAME,
    ),
    as_case(
        "jane@example.org",
        CASE,
        "content/cases/sc/*******************:1:1: error[D104] in the name of the file "
        "an e-mail address of 19 characters stands here",
        NO_NAME,
        'content/cases/sc/*******************:1:1: error[S108] "****************" cannot be the address of a case',
        "    help: use small letters a-z, figures and single hyphens, such as medicus-supreme-court-2016; "
        "only a-z, 0-9 and hyphens are allowed",
    ),
)

WARNINGS = (
    warned(
        "plate-of-a-car",
        "He drove a car with the plates 01-000-XX.",
        "D201",
        "24:36: warning[D201] what looks like the plate of a vehicle, 9 characters, stands here",
    ),
    warned(
        "street-with-a-number",
        "It stood at 12 Invented Street.",
        "D202",
        "24:17: warning[D202] what looks like a street with a number, 18 characters, stands here",
    ),
    warned(
        "coordinates-of-a-house",
        "It stood at 42.00000, 21.00000.",
        "D203",
        "24:17: warning[D203] what looks like coordinates of a place, 18 characters, stands here",
    ),
    warned(
        "defendant-in-full",
        "The accused Arben Berisha was heard.",
        "D204",
        "24:17: warning[D204] what looks like the full name of a defendant, 13 characters, stands here",
        INITIALS.format("defendant 1"),
    ),
    warned(
        "narrowed-down",
        "In the village of Inventia a Moldovan girl aged 16 was found on 3 May 2009.",
        "D205",
        "24:12: warning[D205] a small place (19 characters), an age, a nationality and a date stand in this paragraph "
        "together",
        "    help: leave out at least one of the four, so that nobody can be recognised by them",
    ),
    warned(
        "witness-in-full",
        "The witness Maria Kola was heard.",
        "D206",
        "24:17: warning[D206] what looks like the full name of a witness, 10 characters, stands here",
        INITIALS.format("witness 1"),
    ),
    warned(
        "victim-in-part",
        "The victim M. Kola was heard.",
        "D207",
        "24:16: warning[D207] what may be the name of a victim, or a part of it, 7 characters, stands here",
        VICTIM,
    ),
    warned(
        "daughter-of-a-father-with-a-name",
        "The girl was born to A.B., the daughter of Ramadan.",
        "D208",
        "24:48: warning[D208] what looks like the name of a person or of a parent, 7 characters, stands here",
        '    help: leave the name out, or write a role such as "her father"',
    ),
    in_case(
        "name-that-is-repeated",
        SENTENCE,
        "The victim Vjollca Kola was heard.\n\nThe court believed Vjollcën.",
        "24:16: error[D108] what looks like the name of a victim, 12 characters, stands here",
        VICTIM,
        "26:20: warning[D209] a word of the name found in line 24 stands here",
        "    help: write the role here too, as in line 24; "
        "if this is not that person, write the sentence in another way"
        + with_waiver("content/cases/sc/name-that-is-repeated.md", "D209", hash_of("The court believed Vjollcën.")),
    ),
)

PERSONAL_DATA_MISTAKES = (*ERRORS, *WARNINGS)

PLATE_SAID = (
    "content/cases/sc/a-plate.md:24:36: warning[D201] what looks like the plate of a vehicle, 9 characters, "
    "stands here",
    take_out("D201") + with_waiver("content/cases/sc/a-plate.md", "D201", PLATE_HASH),
)

WAIVER_MISTAKES = (
    in_waivers(
        "waivers-as-a-group",
        "path: content/cases/sc/a-plate.md\n",
        *PLATE_SAID,
        "1:1: error[D301] this file is not a list of waivers",
        "    help: begin each waiver with “- path: …”, or delete the file if nothing is waived",
    ),
    in_waivers(
        "waiver-of-an-error",
        waiver() + waiver(code="D108"),
        "2:45: error[D302] code: what D108 stands for is an error and cannot be waived",
        "    help: take the personal data out of the text, and this entry out of the list",
    ),
    in_waivers(
        "waiver-as-it-was-pasted",
        waiver(reason="…", reviewer="…"),
        *PLATE_SAID,
        "1:79: error[F106] reason: this does not say why the text may stand",
        "    help: write the reason in a few words, such as: the name of a company in its own public judgment",
        "1:92: error[F211] reviewer: a person stands here by initials, never by name",
        '    help: write initials such as "A.B.", or delete the entry',
    ),
    in_waivers(
        "waiver-without-a-reason",
        waiver().replace("reason: An invented plate., ", ""),
        *PLATE_SAID,
        "1:3: error[F102] reason is missing",
        '    help: add a line "reason: …": Why the text may stand, without repeating it.',
    ),
    in_waivers(
        "waiver-of-no-code",
        waiver() + waiver(code="P101"),
        "2:45: error[F106] code: this is not the code of a warning about personal data",
        "    help: copy the code from the warning, such as D204",
    ),
    in_waivers(
        "waiver-of-a-cut-hash",
        waiver(hash="3f0a"),
        *PLATE_SAID,
        "1:57: error[F106] hash: this is not what a warning gives as hash",
        "    help: copy the whole line from the warning; its hash has twelve signs",
    ),
    in_waivers(
        "void-waiver",
        waiver(hash="0a1b2c3d4e5f"),
        *PLATE_SAID,
        "1:3: warning[D303] this waiver is void: the text it was given for was changed",
        "    help: have a reviewer read the text as it is now, and write in its place: "
        f"- {{path: content/cases/sc/a-plate.md, code: D201, hash: {PLATE_HASH}, reason: …, reviewer: …, "
        "date: 2026-11-23}",
    ),
    in_waivers(
        "waiver-that-waives-nothing",
        waiver() + waiver(code="D202"),
        "2:3: warning[D304] this waiver waives nothing: content/cases/sc/a-plate.md has no such warning",
        "    help: delete the entry",
    ),
    in_waivers(
        "waiver-twice",
        waiver() + waiver(),
        "2:3: warning[D304] this waiver stands twice",
        "    help: delete one of the two",
    ),
)
