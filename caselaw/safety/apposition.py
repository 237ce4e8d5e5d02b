"""Full names of victims that are set apart from their role: in brackets, in lists, behind initials, before the role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from caselaw.codes import Code
from caselaw.safety.findings import Finding, finding
from caselaw.safety.letters import LOWER, word_starts
from caselaw.safety.names import FULL_NAME, INITIALS, in_both_alphabets, is_persons

_SERBIAN = in_both_alphabets(
    r"žrtv\w*|žrtav\w*|oštećen(?!j)\w*(?:\s+(?:stran\w+|lic\w+))?|maloletn\w*|maloljetn\w*|malodobn\w*|zaštićen\w*\s+sv(?:e|je)do\w+"
)
_ROLE = (
    r"victims?|(?:injured|aggrieved|damaged)\s+(?:part(?:y|ies)|persons?)|survivors?|complainants?|minors?|protected\s+witness(?:es)?"
    rf"|viktim\w*|d[eë]mtuar\w*|mitur\w*|d[eë]shmitar\w*\s+(?:[ei]|të)\s+mbrojtur\w*|zrtv\w*|ostecen(?!j)\w*|{_SERBIAN}"
)
_STEMS = (
    "victim injured aggrieved damaged surviv complain minor viktim dëmtuar demtuar mitur žrt zrtv oštećen ostecen"
    " protected dëshmitar deshmitar zaštićen заштићен"
    " maloletn maloljetn malodobn жрт оштећен малолетн малољетн малодобн"
).split()

# What leads from a role to a name: "with the initials A.B.", "(ime i prezime:", "no. 2", ": 1.".
_SIGNS = r"[\s,:;(\[\"“”„«»‘’*_|–—-]{0,6}+"
_NUMBER = r"(?:(?:no|nr|br|бр)\.?\s?)?\d{1,2}(?:[.)]|(?!\d))"
_CALLED_SERBIAN = in_both_alphabets(
    r"(?:sa?\s+)?inicijal\w*|(?:puno\s+)?ime(?:na|nom)?(?:\s+i\s+prezime\w*)?(?:\s+(?:je|su))?"
)
_CALLED = (
    r"(?:with\s+(?:the\s+)?)?initials?|me\s+inicial\w+|inicial\w+"
    r"|(?:the\s+)?(?:full\s+|first\s+)?names?(?:\s+and\s+surnames?)?(?:\s+(?:is|are))?"
    r"|(?:me\s+)?em[eë]?r\w*(?:\s+dhe\s+mbiem[eë]?r\w*)?(?:\s+(?:i|e|të)\s+(?:plotë|saj|tij|tyre))?(?:\s+(?:është|janë))?"
    rf"|{_CALLED_SERBIAN}"
)
_LEADS = rf"(?:{INITIALS}|(?i:\b(?:{_CALLED})(?!\w))|{_NUMBER}|:)"
# Between a role and a list with numbers more may stand: "Palët e dëmtuara në këtë çështje: 1. …".
_TO_LIST = r"[^.:;()]{0,60}:\s*(?=1[.)])"
_BEFORE = re.compile(
    rf"(?:(?i:[ei]|të|te|së)\s)?(?i:{_ROLE})(?!\w)(?:['’]s?)?(?:{_TO_LIST})?(?:{_SIGNS}{_LEADS}){{1,5}}{_SIGNS}"
)
_NAME = re.compile(rf"{FULL_NAME}(?!\s(?:v|c)\.|\s(?:protiv|kundër|против)\b)")
_NEXT = re.compile(
    r"\s{0,3}[)\]]?(?:\s{0,3}[,;](?:\s{0,3}(?:and|dhe|edhe|i|и)(?!\w))?|\s{1,3}(?:and|dhe|edhe|i|и)(?!\w)|\s{0,3}\n)"
    rf"\s{{0,3}}(?:[-*•]\s)?(?:{_NUMBER}\s{{0,3}})?(?:{INITIALS}\s{{0,3}}[(:–-]\s?)?"
)
_MOST = 30  # names in a list

# What leads from a name to its role: a comma or bracket, or words that need neither.
_AS = r"as|in\s+the\s+capacity\s+of|në\s+cilësi\w*|si|" + in_both_alphabets(r"u\s+svojstvu|u\s+ulozi|kao")
_ARTICLE = r"the|an?|alleged|presumed|one|of|tani|[ei]|të|te|së|një|palë|pala|palën|ovde|ovdje"
_WHO = r"who\s+(?:is|was)|e\s+cila\s+(?:është|ishte)|i\s+cili\s+(?:është|ishte)|" + in_both_alphabets(
    r"koja\s+je(?:\s+bila)?|koji\s+je(?:\s+bio)?"
)
_TO_ROLE = re.compile(
    rf"(?P<name>{FULL_NAME})\s{{0,3}}(?:[,(\[–—-]\s{{0,3}}(?:(?i:{_WHO})\s{{1,3}})?(?P<as>(?i:{_AS})\s{{1,3}})?"
    rf"|(?P<plain>(?i:{_AS})\s{{1,3}}))(?:(?i:{_ARTICLE})\s{{1,3}}){{0,3}}$"
)
_VERB = in_both_alphabets(r"is|was|are|were|has|have|had|may|can|must|should|është|ishte|ka|je|su|bila|može|mora")
# Behind a role that ends an apposition: a sign, after "of trafficking" or the like at most.
_ENDS = re.compile(
    rf"(?i:{_ROLE})(?!\w)(?!['’])(?:\s{_NUMBER})?(?:\s(?!(?i:{_VERB})\b)[{LOWER}]+){{0,5}}\s{{0,3}}(?:[,.;:)\]–—]|$)"
)
_ROLE_RE = re.compile(rf"(?i:{_ROLE})(?!['’\w])")
_TAG = re.compile(r"(?<!\w)[A-Z][A-Z0-9]$")  # of a line of RIS: "AB  - A victim …"
_FARTHEST = 110  # letters between the beginning of a name and the role behind it


def find_apposed(text: str, lower: str, public: Set[str]) -> Iterator[Finding]:
    """Yield full names that belong to the role of a victim; ``lower`` is the text in small letters.

    ``public`` are words in small letters that pass as names.
    """
    for start in word_starts(lower, _STEMS):
        lead = _BEFORE.match(text, start)
        if lead and "\n\n" not in lead[0]:
            yield from _listed(text, lead.end(), public)
        name = _named_before(text, start)
        if name and is_persons(name["name"], public):
            offset = max(0, start - _FARTHEST)
            yield finding(Code.VICTIM_NAMED, offset + name.start("name"), offset + name.end("name"))


def _listed(text: str, position: int, public: Set[str]) -> Iterator[Finding]:
    for _ in range(_MOST):
        name = _NAME.match(text, position)
        if not name or not is_persons(name[0], public):
            return
        yield finding(Code.VICTIM_NAMED, *name.span())
        step = _NEXT.match(text, name.end())
        if not step or "\n\n" in step[0]:
            return
        position = step.end()


def _named_before(text: str, start: int) -> re.Match[str] | None:
    """Return the name that a role at ``start`` is said of, with places in the letters before the role."""
    if not _ROLE_RE.match(text, start):
        return None
    before = text[max(0, start - _FARTHEST) : start]
    name = _TO_ROLE.search(before)
    if not name or "\n\n" in name[0] or _TAG.search(name["name"]):
        return None
    if name["name"].isupper() and text[start : start + 5].isupper():  # a heading, of which `people` thinks less
        return None
    is_plain = name["plain"] or name["as"]
    return name if is_plain or _ENDS.match(text, start) else None
