"""Ways to reach a person: e-mail addresses and phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

import phonenumbers

from caselaw.codes import Code
from caselaw.safety.dates import WHOLE_DATE
from caselaw.safety.findings import Finding, finding
from caselaw.safety.letters import HYPHEN, SPACE, queries_of_addresses, word_starts
from caselaw.safety.numbers import digits_of, is_sum

# Begun at the first sign of a run only, and never given back: a run of many signs without an @ is passed in one go.
_EMAIL = re.compile(r"(?<![\w.+%’'-])[\w.+%’'-]++(?<=[\w+%-])@(?:[\w-]++\.){1,20}[^\W\d_]{2,24}(?![\w@])")
_SPELT_AT = re.compile(r"[\[({]\s?(?:at|et|@)\s?[\])}]|\sat\s[\w-]+\sdot\s", re.IGNORECASE)
_AT = r"\s?(?:[\[({]\s?(?:at|et|@)\s?[\])}]|\sat(?=\s[\w-]+\sdot\s))\s?"
_DOT = r"(?:\s?[\[({]\s?(?:dot|pikë|tačka|\.)\s?[\])}]\s?|\sdot\s|\.)"
_SPELT_EMAIL = re.compile(
    rf"(?<![\w.+-])[\w.+-]++{_AT}[\w-]++(?:{_DOT}[\w-]++){{0,8}}{_DOT}[^\W\d_]{{2,24}}\b", re.IGNORECASE
)

_SIGN = rf"[{SPACE}./(){HYPHEN}]"
_INTERNATIONAL = re.compile(rf"(?<![\w/])(?:\+|\(\+|00(?![0-3]-))\s?\d(?:{_SIGN}{{0,3}}\d){{6,14}}(?![\w])")
_NEIGHBOURS = "383 381 355 389 382 387 385 386 377".split()
_BARE = re.compile(rf"(?<![\w/.,+{HYPHEN}])(?:{'|'.join(_NEIGHBOURS)})(?:{_SIGN}{{0,3}}\d){{7,9}}(?![\w/])(?![.,]\d)")
# 044 123 456, 044/123-456, (044) 123456, 044123456; of two figures only with a space or slash behind them.
_LOCAL = re.compile(
    rf"(?<![\w/.,+])(?<!\d[{HYPHEN}{SPACE}])(?:\(0\d{{1,3}}\)|0\d{{2}}|0\d(?=[ /]\d{{3}}))"
    rf"[{SPACE}/.{HYPHEN}]{{0,3}}\d{{2,7}}(?:[{SPACE}.{HYPHEN}/]\d{{2,4}}){{0,3}}(?![\w/])(?![.,]\d)"
)
_REGIONS = ("XK", "RS", "AL", "MK", "ME", "BA", "HR")
_KEYWORD = re.compile(
    r"(?<!\w)(?:tel|telef\w*|phone|mobile|mob|mobitel|cell|cellphone|viber|whatsapp|тел|телеф\w*|моб|мобилн\w*)\b"
    r"(?:[\s.:,;#()|*]|\b(?:no|nr|br|number|num(?:ri|[eë]r)\w*|broj\w*|i|is|was|phone|telefonit|mobil\w*|је|je|број\w*|бр)\b){0,10}"
    rf"(?P<number>[+(]?\d(?:{_SIGN}{{0,2}}\d){{5,14}})(?!\w)",
    re.IGNORECASE,
)
_STEMS = ("tel", "phone", "mob", "cell", "viber", "whatsapp", "тел", "моб")
# An address that calls a number when it is followed.
_CALLING = re.compile(
    r"(?:wa\.me/|tel:|sms:|viber://\S{0,40}?=|[?&]phone=|t\.me/\+)(?P<number>(?:\+|%2B)?\d[\d-]{6,16})", re.I
)
# What is asked of a web address: a number of the region, or any behind a word that says whose it is.
_ASKED = re.compile(
    rf"(?<!\w)(?:\+|%2B|00)(?P<region>(?:{'|'.join(_NEIGHBOURS)})\d{{7,9}})(?!\w)"
    r"|(?:tel|phone|mob|cell|viber|whatsapp|msisdn)\w{0,12}=(?P<phone>(?:\+|%2B)?\d[\d-]{5,16})(?!\w)"
    r"|(?:personal|jmbg|embg|nid|id_?card|identity)\w{0,12}=(?P<person>\d{9,13})(?!\w)",
    re.IGNORECASE,
)
_HUDOC = re.compile(r"00[0-3]-\d{3,6}")


def find_emails(text: str) -> Iterator[Finding]:
    """Yield e-mail addresses, also those that are spelt out: ``name (at) example.org``."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            if not text[: match.start()].endswith("://"):  # the user of a web address
                yield finding(Code.EMAIL_ADDRESS, *match.span())
    if _SPELT_AT.search(text):
        for match in _SPELT_EMAIL.finditer(text):
            yield finding(Code.EMAIL_ADDRESS, *match.span())


def find_calling_addresses(text: str) -> Iterator[Finding]:
    """Yield numbers in addresses such as ``tel:…`` and ``…?tel=…``; ``text`` still has its web addresses."""
    for match in _CALLING.finditer(text):
        yield finding(Code.PHONE_NUMBER, *match.span("number"))
    for start, end in queries_of_addresses(text):
        for match in _ASKED.finditer(text, start, end):
            code = Code.PERSONAL_NUMBER if match["person"] else Code.PHONE_NUMBER
            yield finding(code, *match.span(match.lastgroup or 0))


def find_phones(text: str, lower: str) -> Iterator[Finding]:
    """Yield phone numbers: international ones, those of the region as they are dialled there, any behind "tel.".

    ``lower`` is the text in small letters.
    """
    checks = ((_INTERNATIONAL, _is_possible), (_BARE, _is_bare), (_LOCAL, _is_local))
    for pattern, is_phone in checks:
        for match in pattern.finditer(text):
            if is_phone(match[0]) and not is_sum(text, *match.span()):
                yield finding(Code.PHONE_NUMBER, *match.span())
    for start in word_starts(lower, _STEMS, words_before=0):
        keyed = _KEYWORD.match(text, start)
        if keyed and not WHOLE_DATE.match(keyed["number"]) and not is_sum(text, *keyed.span("number")):
            yield finding(Code.PHONE_NUMBER, *keyed.span("number"))


def _is_local(number: str) -> bool:
    length = len(digits_of(number))
    if not 8 <= length <= 10 or _HUDOC.match(number) or WHOLE_DATE.search(number):
        return False
    if length < 9 and not re.match(r"\(?0\d{2}", number):  # 01/033-123 is the number of a decision
        return False
    return any(_is_valid(number, region) for region in _REGIONS)


def _is_valid(number: str, region: str | None) -> bool:
    read = _read(number, region)
    return read is not None and phonenumbers.is_valid_number(read)


def _is_bare(number: str) -> bool:
    return _is_valid(f"+{digits_of(number)}", None)


def _is_possible(number: str) -> bool:
    """Whether a number has the length of its country; no more is asked of one that begins with + or 00."""
    if _HUDOC.match(number):
        return False
    international = number.replace("(0)", "")
    read = _read(f"+{digits_of(international).removeprefix('00')}", None)
    return read is not None and phonenumbers.is_possible_number(read)


def _read(number: str, region: str | None) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(number, region)
    except phonenumbers.NumberParseException:
        return None
