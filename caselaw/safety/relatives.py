"""Names by which somebody is introduced: by those of the parents, "me emrin …", "my name is …".

No role stands beside them, so that a court's quotation of what a victim said is found as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from caselaw.codes import Code
from caselaw.safety.findings import Finding, finding
from caselaw.safety.names import GAP, NAME_WORD, in_both_alphabets, is_persons

_CHILD_SQ = r"bir\w{0,3}|djal(?:i|in|it)|bij\w{1,3}|vajz(?:a|ën|ës)"
_OF_SQ = r"(?:[ei]|të|së)"
_PARENT_SQ = r"babai|babait|baba|babës|atit|ati|nëna|nënës|nënën|nëne|ëma|ëmës|prindërit|prindërve"
_PARENTS_SERBIAN = in_both_alphabets(
    r"od\s+(?:oca|majke|matere|roditelja)|(?<=\bi\s)majke|ime\s+(?:jednog\s+)?(?:oca|majke|roditelja)"
    r"|sin(?:a|u|om)?|kći|kćer(?:i|ju)?|kćerk(?:a|e|i|u|om)|ćerk(?:a|e|i|u|om)"
)
_PARENTS = (
    rf"(?:{_CHILD_SQ})\s+{_OF_SQ}(?:\s+(?:{_PARENT_SQ}))?|nga\s+(?:[ei]\s+)?(?:{_PARENT_SQ})|(?<=\b[ei]\s)nënës"
    r"|emri\s+i\s+(?:babait|nënës|prindit|atit)"
    r"|(?:son|daughter|child)\s+of|(?:of|from)\s+(?:the\s+)?(?:father|mother)|(?:father|mother|parent)['’]s\s+name(?:\s+is)?"
    rf"|{_PARENTS_SERBIAN}"
)
_PERSON = r"(?:girl|woman|man|boy|person|child|someone|somebody|one|lady|female|male|citizen|national|friend|minor)"
_SAID_SERBIAN = in_both_alphabets(r"po\s+imenu|zovem\s+se|zove\s+se|zvala\s+se|zvao\s+se|moje\s+ime\s+je|ja\s+sam")
_SAID = (
    rf"{_PERSON}(?:\s+\w+){{0,2}}\s+(?:named|called|by\s+the\s+name\s+of)|my\s+name\s+is|(?:goes|went)\s+by\s+the\s+name\s+of"
    r"|me\s+(?:em[eë]r|emr(?:in|a|at))|quhem|quhet|quhej|e\s+quajtur|emri\s+im\s+(?:është|asht)|unë\s+jam"
    rf"|{_SAID_SERBIAN}"
)
_TITLE = r"(?:(?i:mr|mrs|ms|z|znj|zj|g|gđa)\.?\s)?"
_SIGNS = r"[\s:\"“”„«»‘’'(*_-]{1,5}+"
_NAMES = rf"{NAME_WORD}(?:(?:{GAP}){NAME_WORD}){{0,2}}(?!\w)"
_INTRODUCED = re.compile(
    rf"(?<!\w)(?P<said>(?i:{_PARENTS}|{_SAID}|i\s+am(?=\s+\w+[.,!\"”“])))(?!\w){_SIGNS}{_TITLE}(?P<name>{_NAMES})"
)
# A name of the other parent: "od oca Milana i majke Radmile", "i biri i Ramadanit dhe Hatixhes".
_OTHER = re.compile(
    rf"\s{{1,3}}(?:and|dhe|edhe|i|и)\s{{1,3}}(?:(?i:of|{_OF_SQ}|od|од|the|{_PARENT_SQ}|mother|father|majke|мајке|oca|оца)\s{{1,3}}){{0,3}}"
    rf"(?P<name>{_NAMES})"
)
_PARENTS_RE = re.compile(_PARENTS, re.IGNORECASE)
# What else has a name, with the words before "named": no person is meant.
_THING = re.compile(
    r"\b(?:bar|cafe|kafe|kafi[ćt]|hotel|motel|restor|restaur|klub|club|lokal|kompani|company|preduze|firm|ndërmarr|operac|operation"
    r"|operacion|aksion|organiz|ojq|nvo|ngo|projekt|project|faq|sajt|stranic|website|page|fshat|village|sel[ou]|qytet|grad|rrug|ulic"
    r"|anij|brod|ship|lëvizj|pokret|program|parti|strank|film|lib[rë]|knjig|book|ligj|zakon|gazet|list|shkoll|škol|school"
    r"|бар|кафи|хотел|мотел|ресторан|клуб|локал|предузе|фирм|операц|организац|нво|сајт|страниц|сел[оу]|град|улиц|брод|закон|школ)\w*"
    r"(?:\W+\w+){0,3}\W*$",
    re.IGNORECASE,
)  # fmt: skip
_STEMS = (
    r"i\sam of\s from\s bir bij vaj djal nga nën son daughter child father mother parent"
    " od од sin син majke мајке kć кћ ćerk ћерк ime име"
    " po по my goes went named called name me emri quh quajtur unë ja ја zove зове zvala звала moje моје am oca оца"
    " girl woman man boy person some one lady male citizen national friend minor"
).split()
_ANY = re.compile(rf"(?<!\w)(?:{'|'.join(_STEMS)})")


def find_introduced(text: str, lower: str, public: Set[str]) -> Iterator[Finding]:
    """Yield names behind words that introduce somebody; ``lower`` is the text in small letters.

    ``public`` are words in small letters that pass as names.
    """
    for start in _ANY.finditer(lower):
        yield from _names_at(text, start.start(), public)


def _names_at(text: str, start: int, public: Set[str]) -> Iterator[Finding]:
    match = _INTRODUCED.match(text, start)
    if not match or "\n\n" in match[0] or not is_persons(match["name"], public):
        return
    is_parent = _PARENTS_RE.fullmatch(match["said"]) is not None
    if not is_parent and _THING.search(text, max(0, start - 60), start):
        return
    yield finding(Code.PERSON_INTRODUCED, *match.span("name"))
    other = _OTHER.match(text, match.end()) if is_parent else None
    if other and is_persons(other["name"], public):
        yield finding(Code.PERSON_INTRODUCED, *other.span("name"))
