"""What stands around a name or number: whether it still means the case that it would mean alone."""

from __future__ import annotations

import re

from caselaw.case_numbers import normalise
from caselaw.reference_names import DIGITS, ECLI, NEUTRAL, VERSUS, Facts

FILLER = re.compile(r"(?:nr|nos?|br|num|numbers?|numri|broj|numër)\.?", re.IGNORECASE)
OPENING = "([{«„“”\"'‘’"
_CLOSING = ")]}»“”\"'‘’"
# Laws have numbers too.
_LAW = re.compile(
    r"laws?|ligj\w*|zakon\w*|regulation\w*|rregullor\w*|uredb\w*|directive\w*|direktiv\w*|gazett?e?|"
    r"resolution\w*|rezolut\w*|rezoluc\w*|protocol\w*|protokol\w*|decree\w*|dekret\w*",
    re.IGNORECASE,
)
# What has numbers like those of applications.
_PAPER = re.compile(
    r"files?|dosj\w*|spis\w*|invoices?|fatur\w*|faktur\w*|račun\w*|acts?|akt\w*|bills?|contracts?|kontrat\w*|ugovor\w*|"
    r"reports?|raport\w*|izveštaj\w*|documents?|doc|dokument\w*|letters?|passports?|pasaport\w*|pasoš\w*|orders?|permits?",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(r"[^\W\d_a-z][\w.\-]{0,10}\.|[^\W\d_a-z](?:[.\-]?[^\W\d_a-z]){0,6}")
_COURT = frozenset({"ECHR", "ECTHR", "CEDH"})

_APPLICATION = r"(?:applications?|appl?s?\.?|aplikacion\w*|kërkes\w*|kërk\.|predstav[kc]\w*|predst?\.|requêtes?)"
_LIST = r"(?:\d+/\d+(?:\s*,\s*(?:(?:and|dhe|i|et)\s+)?|\s+(?:and|dhe|i|et)\s+))*"
_NUMBERED = rf"[(\[]?(?:(?:nos?|nr|br)\.?\s*)?[(\[]?{_LIST}$"
_AFTER_APPLICATION = re.compile(rf"(?:(\w+)\s+)?(?<!\w){_APPLICATION}\s*{_NUMBERED}", re.IGNORECASE)
_OTHER_APPLICATION = frozenset("asylum visa planning patent residence permit licence license job bail".split())
_AFTER_TITLE = re.compile(
    r"\s*(?:\[GC\]|\((?:dec|GC)\.?\))?(?:,?\s*\d{1,2}\.?\s[^\W\d_]+\s\d{4})?(?:,?\s\(?cited above)?"
    rf"[\s,(\[]*(?:{_APPLICATION}\s*)?{_NUMBERED}",
    re.IGNORECASE,
)

_MORE_INITIALS = re.compile(r"\.\s(?:and|dhe|i|et)\s$")
_AND_MORE = re.compile(r"\s(?:and|dhe|i|et)\s(?:(?:the\s)?[^\W\d_a-z]|others?\b|another\b)")
_ANOTHER = re.compile(r"\s(?:v\.?|vs\.?)\s")
_SENTENCE = re.compile(r"(?<!\b[Nn]o)(?<!\b[Nn]r)(?<!\b[Bb]r)(?<!\bnos)(?<!pp)(?<!ppl)[.!?;]\s+(?=[^\W\da-z])|\x1e")
_ANOTHER_ONE = re.compile(
    r"[(\[,]\s*(?:nos?|nr|br)\.?\s*\d{1,2}(?![\d/])|^\s+(?:nos?|nr|br)\.?\s*\d{1,2}(?![\d/])", re.IGNORECASE
)
_DECISION = re.compile(r"\((?:[^()]*\s)?(?:dec|déc|vend|odl)\.?\)", re.IGNORECASE)
_GRAND_CHAMBER = re.compile(r"\[GC\]|\(GC\)|Grand Chamber|Dhom\w+ e Madhe|Velik\w+ već\w+")
_CHAMBER = re.compile(r"[(\[,](?:[^()\[\]]*\s)?(?:Chamber|Dhoma|[Vv]eće)\s?[)\]]")
_YEAR = re.compile(r"[\s,]*\(((?:19|20)\d\d)\)(?!\s+\d)")
_DATE = re.compile(r"(\d{1,2})(?:\.\s?(\d{1,2})\.\s?|\.?\s([^\W\d_]{3,9})\s)(\d{4})")
_BEFORE_DATE = re.compile(
    r"(?:[\s,()\[\]/\d.]|\b(?:judgment|decision|of|dated|on|the|delivered|cited|above|no|nos|nr|br|app|application|dec|GC|"
    r"Grand|Chamber|aktgjykim\w*|vendim\w*|i|e|më|datës|datë|presud\w*|odluk\w*|od|dana|kërkesa|predstavka)\b)*"
)
_MONTHS = {
    name: month
    for month, names in enumerate(
        "jan|feb shk|mar|apr pri|may maj|jun qer|jul kor|aug avg gus|sep sht|oct okt tet|nov nën|dec dhj".split("|"), 1
    )
    for name in names.split()
}

# Words that may stand in capitals before a case: they begin a sentence.
_LEADING = frozenset("In See As Cf But And Unlike Under Following Per Shih Në Vidi Videti Si Kao U Also".split())
_PERSON = re.compile(
    r"(?:mr|mrs|ms|miss|dr|prof|sir|lady|lord|judge|justice|witness|applicant|accused|defendant|victim|prosecutor|lawyer|"
    r"z|znj|zonja|zoti|gjyqtar\w*|dëshmitar\w*|kërkues\w*|aplikues\w*|parashtrues\w*|pandehur\w*|viktim\w*|avokat\w*|"
    r"g|gđa|gospodin\w*|gospođ\w*|sudij\w*|svedo[kc]\w*|podnosi\w*|optužen\w*|žrtv\w*|tužilac|prokuror\w*)\.?",
    re.IGNORECASE,
)
_ADJOINS = re.compile(r"\s+[^\W\d_a-z]\w|-|(?:'|’|&#39;|&#x27;)s\b|,\s(?:an?|the|who|një|i cili|e cila|koj[iae])\s")
_CITED_BEFORE = re.compile(
    r"(?:(?:^|[.;:(\[,—–]\s*|\s(?:and|dhe|i)\s)(?:see|shih|vid(?:i|eti)|cf\.?)(?:\s(?:also|edhe|i))?|"
    r"(?<!\w)(?:in|në|u)|§§?\s*\d+ (?:of|të|u))\s$",
    re.IGNORECASE,
)
_CITED_AFTER = re.compile(
    r",?\s*[(\[]?\s*(?:cited above|cituar më sipër|gore naveden\w*|§)|\s*[(\[](?:19|20)\d\d[)\]]", re.IGNORECASE
)


def may_begin(words: str, ahead: str) -> bool:
    """Whether what stands ahead leaves a number as it is: no further letters of it, not that of a law or paper."""
    if ahead and not ahead[-1].isspace() and ahead[-1] not in OPENING:
        return False
    last = last_word(ahead)
    numbered = FILLER.fullmatch(last) is not None
    if numbered:
        last = last_word(ahead.rstrip()[: -len(last)])
    bare = words[0].isdigit()
    if _LAW.fullmatch(last) or (bare and _PAPER.fullmatch(last)):
        return False
    if bare and words.index("/") < 4 and not numbered:
        return False  # "12/15" is anything
    return numbered or last in _COURT or bare or _ABBREVIATION.fullmatch(last) is None


def last_word(text: str) -> str:
    """Return the word that a text ends with, where a number can follow it."""
    words = text.split()
    return words[-1].lstrip(OPENING) if words and (text[-1:].isspace() or text[-1:] in OPENING) else ""


def is_an_application(ahead: str) -> bool:
    """Whether a bare number is said to be that of an application to a court."""
    match = _AFTER_APPLICATION.search(ahead)
    return match is not None and (match[1] or "").lower() not in _OTHER_APPLICATION


def follows_a_title(between: str) -> bool:
    """Whether only "(no." or the like stands between a title and a bare number."""
    return _AFTER_TITLE.fullmatch(between) is not None


def is_the_title(before: str, after: str) -> bool:
    """Whether a title is whole, and not a part of the name of another case."""
    if _MORE_INITIALS.search(before):
        return False
    return not _AND_MORE.match(after) or _ANOTHER.search(after[:80]) is not None


def agrees(after: str, facts: Facts) -> bool:
    """Whether what follows a title in its sentence fits the case: numbers, date, stage of the proceedings."""
    tail = after[:80]
    for end in (VERSUS.search(tail), _SENTENCE.search(tail)):
        tail = tail[: end.start()] if end and end.start() < len(tail) else tail
    if _ANOTHER_ONE.search(tail) or not (_numbers_agree(tail, facts) and _dates_agree(tail, facts)):
        return False
    if _GRAND_CHAMBER.search(tail):
        return facts.is_grand_chamber
    if _CHAMBER.search(tail):
        return not facts.is_grand_chamber
    return facts.is_decision or not _DECISION.search(tail)


def _numbers_agree(tail: str, facts: Facts) -> bool:
    for pattern in (NEUTRAL, ECLI, DIGITS):
        found = [normalise(m[0]) if pattern is not ECLI else m[0].upper() for m in pattern.finditer(tail)]
        if found and not any(_is_end(key, of) for key in found for of in facts.keys):
            return False
    return True


def _is_end(key: str, of: str) -> bool:
    """Whether a number is one of a case, or the digits of one: "52/2014" of "PAKR52/2014"."""
    return of == key or (key[0].isdigit() and of.endswith(key) and not of[-len(key) - 1].isdigit())


def _dates_agree(tail: str, facts: Facts) -> bool:
    if (year := _YEAR.match(tail)) and year[1] != facts.decided[:4]:
        return False
    for date in _DATE.finditer(tail):
        month = int(date[2]) if date[2] else _MONTHS.get(date[3][:3].lower())
        iso = f"{date[4]}-{month or 0:02}-{int(date[1]):02}"
        if month and _BEFORE_DATE.fullmatch(tail[: date.start()]) and not iso.startswith(facts.decided):
            return False
    return True


def is_a_person(before: str, after: str, *, emphasised: bool) -> bool:
    """Whether a short name belongs to a person or an institution, or to the title of another case."""
    last = before.split()[-1:] if before[-1:].isspace() else []
    word = last[0].lstrip(OPENING) if last else ""
    if _PERSON.fullmatch(word) or (word[:1].isupper() and word not in _LEADING):
        return True
    if before[-1:] == "-" or VERSUS.match(after[:10] + " ") or _and_versus(after):
        return True
    adjoining = _ADJOINS.match(after)
    return adjoining is not None and not (emphasised and adjoining[0].startswith(","))


def is_cited(before: str, after: str) -> bool:
    """Whether a short name stands as in a citation: "see", "in", "cited above", "§", a year in brackets."""
    return bool(_CITED_BEFORE.search(before) or _CITED_AFTER.match(after))


def is_quoted(before: str, after: str) -> bool:
    """Whether a title stands in quotation marks."""
    return before[-1:] in tuple("«„“”\"‘'") and after[:1] in tuple("»“”\"’'")


def _and_versus(after: str) -> bool:
    """Whether further parties follow: "Siliadin and Others v. Belgium"."""
    return re.match(r"\s(?:and|dhe|i|et)\s\w+\s(?:v\.?|vs\.?|kundër|protiv)\s", after) is not None
