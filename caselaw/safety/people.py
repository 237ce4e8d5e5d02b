"""Names of persons, known by the role that stands beside them: of victims and injured parties, defendants, witnesses.

Initials and roles pass. What may be a name and may be the beginning of a sentence ("the victim J. Doe") is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from caselaw.codes import Code
from caselaw.safety.findings import Finding, finding
from caselaw.safety.letters import LOWER, UPPER, lowered, word_starts
from caselaw.safety.not_names import is_name

_VICTIM = (
    r"victims?|(?:injured|aggrieved|damaged)\s+(?:part(?:y|ies)|persons?)|survivors?|complainants?|(?:(?:the|a)\s+)?minors?"
    r"|(?:protected|anonymous)\s+witness(?:es)?"
    r"|trafficked\s+(?:persons?|people|wom[ae]n|girls?|boys?|m[ae]n|child(?:ren)?|migrants?|workers?)"
    r"|(?:i|e|të|te|së|se)\s+trafikuar\w*"
    r"|trafikovan\w*(?:\s{1,9}(?:osob|lic)\w+)?|трафикован\w*(?:\s{1,9}(?:особ|лиц)\w+)?"
    r"|viktim\w*|(?:i|e|të|te|së|se)\s+d[eë]mtuar\w*|d[eë]mtuar\w*|(?:i|e|të|te|së|se)\s+mitur\w*|d[eë]shmitar\w*\s+(?:i|e|të|te)\s+mbrojtur\w*"
    r"|[žz]rt(?:v|av)\w*|o[šs]te[ćc]en\w*(?:\s{1,9}stran\w+)?|maloletn\w*|malodobn\w*|maloljetn\w*|za[šs]ti[ćc]en\w*\s+sv(?:j?e)do\w+"
    r"|жрт(?:в|ав)\w*|оштећен\w*(?:\s{1,9}стран\w+)?|малолетн\w*|заштићен\w*\s+сведо\w+"
)
_DEFENDANT = (
    r"(?:co-?)?defendants?|(?:the\s+)?accused|suspects?|convicted\s+persons?|perpetrators?"
    r"|(?:i|e|të|te|së|se)?\s?(?:pandehur|akuzuar|dyshuar|dënuar)\w*"
    r"|okrivljen\w*|optu[žz]en\w*|osumnji[čc]en\w*|osu[đ]en\w*|окривљен\w*|оптужен\w*|осумњичен\w*|осуђен\w*"
)
_WITNESS = r"witness(?:es)?|d[eë]shmitar\w*|svedo[kc]\w*|svjedo[kc]\w*|сведо[кц]\w*|сведоч?\w*"
# Who is often the victim in such cases, and may as well be somebody else.
_PERHAPS_VICTIM = (
    r"(?:young\s+)?(?:girls?|boys?|wom[ae]n)|child(?:ren)?"
    r"|vajz(?:a|ën|ës|at|ave)|djal(?:i|in|it)|fëmij\w*|femij\w*|gruaja|gruan|gruas"
    r"|devojčic\w*|devojk\w*|djevoj\w*|dečak\w*|dete(?:ta)?|dijete|žena|žene|ženu"
    r"|девојчиц\w*|девојк\w*|дечак\w*|дете(?:та)?|жена|жене|жену"
)
_RELATIVES = (
    r"mother|father|parents?|sister|brother|husband|wife|daughter|son|aunt|uncle"
    r"|nëna|babai|motra|vëllai|bashkëshorti|majka|otac|sestra|brat|muž|мајка|отац|сестра|брат"
)
_SAYING = (
    r"named|called|namely|identified\s+as|known\s+as|by\s+the\s+name\s+of|is|was|were|are"
    r"|me\s+emr\w+|(?:i|e|të|së)\s+quajtur\w*|(?:tani\s+)?(?:i|e|të|së)\s+ndjer\w+|pokojn\w+|покојн\w+|deceased|late|quhe\w+|është|ishte|janë|ishin"
    r"|po\s+imenu|pod\s+imenom|imenom|zvan\w+|zove\s+se|se\s+zvala|je\s+bil[ao]|je|bil[aoei]|su"
    r"|по\s+имену|под\s+именом|именом|је\s+бил[ао]|је|бил[аои]|су"
)
_TITLE = (
    r"ms|mrs|mr|miss|dr|prof|z|zj|znj|zonj\w+|zot\w*|g|gđa|gđe|gđica|gosp\w*|gospo(?:đa|đe|din|dina|đica)"
    r"|г|г-ђа|гђа|госпо(?:ђа|ђе|дин|ђица)"
)
# Each is read in one way only, and not given back: else a text made for it keeps us busy for hours.
_WORD = (
    rf"[{UPPER}](?>[{LOWER}]+(?:[’'][{UPPER}]?[{LOWER}]+)?|[’'][{UPPER}]?[{LOWER}]+)"
    rf"(?>[{UPPER}][{LOWER}]+)?(?>[-‑][{UPPER}][{LOWER}]+)*+"
)
_CAPITALS = rf"[{UPPER}]{{2,}}+(?>[-‑][{UPPER}]{{2,}})*+"
_INITIAL = rf"[{UPPER}][{LOWER}]?\."
_PARTICLE = r"(?:de|da|di|van|von|der|bin|al|el|ibn)\s+"
_GAP = r"[^\S\n]{0,20}+(?:\n(?![^\S\n]{0,20}\n)[^\S\n]{0,20}+)?"  # a space, or the end of a line within a paragraph
_MORE = rf"(?=\s){_GAP}(?:{_PARTICLE})?(?:{_WORD}|{_CAPITALS}|{_INITIAL}(?=\s[{UPPER}]))"
_NAME = rf"(?:{_WORD}|{_CAPITALS})(?:{_MORE}){{1,3}}(?!\w)"
_PERHAPS = rf"{_INITIAL}{_GAP}{_WORD}(?!\w)|{_WORD}(?=\s){_GAP}{_INITIAL}(?!\w)"
_INITIALS = rf"{_INITIAL}(?:[\s-]?{_INITIAL}){{0,3}}"
_SIGNS = r"[\s,:(*_|\"“”„«»‘’\-–—]"
_NAME_RE, _PERHAPS_RE = re.compile(_NAME), re.compile(_PERHAPS)
_SINGLE_RE = re.compile(rf"{_WORD}(?!\w)(?=\s[{LOWER}])")
_TITLES = rf"(?:(?<!\w)(?P<title>(?i:{_TITLE})(?!\w)\.?{_SIGNS}{{1,6}}+))?"
# From one name to the next, or from initials to the name in full.
_NEXT = re.compile(
    r"(?:\s{0,4},\s{0,4}|\s{1,9}(?:and|or|dhe|edhe|ose|i|e|te|ili|и|или)\s{1,9}|\s{0,4},\s{0,4}(?:and|dhe|i|и)\s{1,9}|(?<=\.)\s{0,3}(?:[(\[]|[–—-]\s)\s?)"
    rf"(?:(?i:{_TITLE})\.?\s{{1,9}})?"
)
# What sets a role off from the name before it.
_SET_OFF = re.compile(r"[,(–—-]\s?(?:\w{1,8}\s){0,2}$")
_INITIALS_RE = re.compile(_INITIALS)
_WORD_RE = re.compile(rf"{_WORD}(?!\w)")
# Which of several: "victim 1", "victim no. 2", "žrtva br. 3".
_WHICH = r"(?:\s{0,3}(?:(?i:no|nr|br|number|num[eë]r|broj|бр|број)\.?\s?)?\d{1,3}\.?(?!\w|[./-]\d))?"
# What stands behind a name and says who it is: "Jane Doe (victim)", "Jane Doe, the injured party,".
_BEHIND = (
    r"\s?[,(–—-]\s?(?i:(?:the|a|an|as|alleged|si|kao|као)\s+){0,2}(?P<role>(?i:%s))(?!\w)(?=\s{0,9}(?:[,.;:)–—]|$))"
)


@dataclass(frozen=True)
class _Role:
    """A role: words that give it away in a text in small letters, its patterns, and what a name beside it is."""

    stems: tuple[str, ...]
    before: re.Pattern[str]
    behind: re.Pattern[str]
    code: Code


def _role(words: str, stems: str, code: Code) -> _Role:
    relatives = rf"(?:(?:['’]s?)?\s+(?i:{_RELATIVES}))?"
    between = rf"(?P<between>{_SIGNS}{{1,6}}(?:(?i:{_SAYING})\b{_SIGNS}{{1,4}}){{0,2}}{_TITLES})"
    before = rf"(?<!\w)(?P<role>(?i:{words}))(?!\w)(?:-\w+)?{relatives}{_WHICH}{between}(?=[{UPPER}])"
    return _Role(tuple(stems.split()), re.compile(before), re.compile(f"(?P<name>{_NAME})" + _BEHIND % words), code)


_ROLES = (
    _role(
        _VICTIM, "victim injured aggrieved damaged surviv complain minor witness traffick viktim mtuar mitur mbrojtur"
        " rtv rtav tećen tecen maloletn malodobn maloljetn štićen sticen жртв жртав оштећен малолетн заштићен"
        " trafikuar trafikovan трафикован",
        Code.VICTIM_NAMED,
    ),
    _role(
        _PERHAPS_VICTIM, "young girl boy woman women child vajz djal fëmij femij grua devoj djevoj dečak dete dijete"
        " žen девој дечак дете жен", Code.VICTIM_PERHAPS_NAMED,
    ),
    _role(
        _DEFENDANT, "defendant accused suspect convicted perpetrat pandehur akuzuar dyshuar dënuar okrivljen optu"
        " osumnji osuđen окривљен оптужен осумњичен осуђен", Code.DEFENDANT_FULL_NAME,
    ),
    _role(_WITNESS, "witness shmitar svedo svjedo сведо", Code.WITNESS_NAMED),
)  # fmt: skip
_HYPHENATED = re.compile(r"(?<![^\W_])[^\W_]{1,40}+(?:[-_]+[^\W_]{1,40}+){2,20}+")
_VICTIM_RE = re.compile(_VICTIM, re.IGNORECASE)
_ENDS_IN_ROLE = re.compile(rf"(?<!\w)(?i:{_VICTIM})(?!\w)(?=[\s:*_\"”»–—-]{{0,9}}$)")
_DOUBTFUL = {Code.VICTIM_NAMED: Code.VICTIM_PERHAPS_NAMED}


def find_people(text: str, lower: str, public: Set[str]) -> Iterator[Finding]:
    """Yield full names beside a role; ``lower`` is the text in small letters.

    ``public`` are words in small letters that are known to the public, such as the names of applicants in the titles of
    published cases: what consists of them passes.
    """
    for role in _ROLES:
        starts = list(word_starts(lower, role.stems))
        for start in starts:
            match = role.before.match(text, start)
            if match and "\n\n" not in match["between"]:
                yield from _names_from(text, match, role.code, public)
                yield from _first_name(text, match, role.code, public)
        set_off = [start for start in starts if _SET_OFF.search(text, max(0, start - 24), start)]
        for start, end in _windows(set_off):
            yield from _names_behind(text, start, end, role, public)


def role_at_the_end(text: str) -> str:
    """Return the role of a victim that a text ends in, such as a heading above a list of names; else nothing."""
    role = _ENDS_IN_ROLE.search(text, max(0, len(text) - 60))
    return role[0] if role else ""


def find_people_in_names(text: str) -> Iterator[Finding]:
    """Yield the names of victims in what names of files and ids of cases are made of: ``victim-jane-doe``."""
    for token in _HYPHENATED.finditer(text):
        words = token[0].replace("-", " ").replace("_", " ").title()
        if len(words) == len(token[0]):
            for found in find_people(words, lowered(words), frozenset()):
                if found.code == Code.VICTIM_NAMED:
                    yield finding(found.code, token.start() + found.start, token.start() + found.end)


def _first_name(text: str, role: re.Match[str], code: Code, public: Set[str]) -> Iterator[Finding]:
    """Yield a single name right behind a victim, before a word in small letters: "the victim Jane testified"."""
    name = _SINGLE_RE.match(text, role.end())
    if name and code in _DOUBTFUL and not role["between"].split() and _is_person(name[0], role["role"], public):
        yield finding(_DOUBTFUL[code], *name.span())


def _windows(starts: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text round the beginnings of roles in which names may be; none is looked at twice."""
    begin, end = 0, 0
    for start in starts:
        if start - 80 > end:
            yield begin, end
            begin = start - 80
        end = start + 60
    yield begin, end


def _names_behind(text: str, start: int, end: int, role: _Role, public: Set[str]) -> Iterator[Finding]:
    for match in role.behind.finditer(text, start, end):
        if "\n\n" not in match[0] and _is_person(match["name"], match["role"], public):
            is_heading = match["name"].isupper() and match["role"].isupper()
            code = _DOUBTFUL.get(role.code, role.code) if is_heading else role.code
            yield finding(code, *match.span("name"))


def _names_from(text: str, role: re.Match[str], code: Code, public: Set[str]) -> Iterator[Finding]:
    """Yield the names that follow a role, one behind the other: "the victims A.B., Jane Doe and Mary Roe"."""
    position, titled = role.end(), bool(role["title"])
    while position < len(text):
        initials = _INITIALS_RE.match(text, position)
        name, perhaps = _NAME_RE.match(text, position), _PERHAPS_RE.match(text, position)
        shared = _shared_name(text, position, role["role"], public)
        if shared:
            yield finding(code, position, shared.end())
            name = shared
        elif name and _is_person(name[0], role["role"], public):
            if name[0].isupper() and role["role"].isupper():  # it may be a heading
                code = _DOUBTFUL.get(code, code)
            yield finding(code, *name.span())
        elif perhaps and _is_person(perhaps[0], role["role"], public):
            yield finding(code if titled else _DOUBTFUL.get(code, code), *perhaps.span())
        elif not initials:
            return
        found = name or initials or perhaps
        step = _NEXT.match(text, found.end()) if found else None
        if step is None or "\n\n" in step[0]:
            return
        position = step.end()


def _shared_name(text: str, position: int, role: str, public: Set[str]) -> re.Match[str] | None:
    """Return where a family name ends that is said once for several: "the victims Jane, Mary and Ann Doe"."""
    for _ in range(5):
        first = _WORD_RE.match(text, position)
        step = _NEXT.match(text, first.end()) if first else None
        if not first or not step or "\n\n" in step[0] or not _is_person(first[0], role, public):
            return None
        position = step.end()
        name = _NAME_RE.match(text, position)
        if name:
            return name if _is_person(name[0], role, public) and step[0].strip() != "," else None
    return None


def _is_person(name: str, role: str, public: Set[str]) -> bool:
    words = [word for word in re.findall(r"[\w’'-]+", name) if len(word) > 1 or word.isalpha()]
    if role.isupper() and name.isupper() and not _VICTIM_RE.fullmatch(role):  # a heading in capitals
        return False
    if not all(is_name(word) for word in words if len(word) > 2 or not word.isupper()):
        return False
    return not all(word.lower() in public for word in words)
