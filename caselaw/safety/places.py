"""Where somebody lives or was: plates of vehicles, street addresses, coordinates, and what narrows a person down."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caselaw.codes import Code
from caselaw.safety.dates import WHOLE_DATE
from caselaw.safety.findings import Finding, finding
from caselaw.safety.letters import HYPHEN, LOWER, UPPER

_H = rf"[ {HYPHEN}]"
_PLATE = re.compile(
    rf"(?<![\w/-])(?:0[1-8]{_H}?\d{{3}}{_H}?[A-Z]{{2}}|\d{{3}}{_H}?KS{_H}?\d{{3}}"  # Kosovo*, now and before 2012
    rf"|[A-ZČĆŠŽĐ]{{2}}{_H}\d{{3,5}}{_H}[A-Z]{{2}}"  # Serbia, North Macedonia, Montenegro, Croatia
    rf"|(?:[АВЕКМОРСТЈЉЊЂЋЏБГДЖЗИЛНПУФХЦЧШ]{{2}}){_H}\d{{3,5}}{_H}[А-ЯA-ZЈЉЊЂЋЏ]{{2}}"
    rf"|[A-Z]{{2}} ?\d{{3}} ?[A-Z]{{2}}|[A-Z]\d{{2}}{_H}[A-Z]{_H}\d{{3}})(?![\w/-])"  # Albania; Bosnia and Herzegovina
)
_NAME = rf"[{UPPER}][{LOWER}{UPPER}’'.-]{{0,40}}+"
_NAMES = rf"[\"“„«'‘]?{_NAME}(?:\s(?:e|i|të|dhe|{_NAME})){{0,4}}[\"”“»'’]?"
_NUMBER = r"(?:(?!(?:19|20)\d{2})\d{1,4}\s?[A-Za-zА-Яа-я]?|p\.?\s?n\.?|b\.?b\.?|бб)(?![\w/])"
_ADDRESS = re.compile(
    rf"(?<!\w)(?i:rrug(?:a|ën|ës|ë)|rr\.|bulevard\w*|bul\.|sheshi|lagj(?:ja|en|es))\s?{_NAMES}[\s,]{{1,3}}(?i:nr\.?|num[eë]r\w*|hyrja|banesa)?\s?{_NUMBER}"
    rf"|(?<!\w)(?i:ulic\w+|ul\.|bulevar\w*|trg|улиц\w+|ул\.|булевар\w*)\s?{_NAMES}[\s,]{{1,3}}(?i:br\.?|broj|бр\.?|број)?\s?{_NUMBER}"
    rf"|(?<![\w./-])\d{{1,4}}[a-zA-Z]?,?\s{_NAME}(?:\s{_NAME}){{0,2}}\s(?:Street|Road|Avenue|Lane|Boulevard|Square|Drive)\b"
    rf"|(?<!\w){_NAME}(?:\s{_NAME}){{0,2}}\s(?:Street|Road|Avenue|Lane|Boulevard|St\.)[\s,]{{1,3}}(?:(?i:no\.?|nr\.?|number)\s?)?{_NUMBER}"
)
_ADDRESS_STEMS = ("rrug", "rr.", "bul", "shesh", "lagj", "ulic", "ul.", "trg", "улиц", "ул.", "булевар",
                  "street", "road", "avenue", "lane", "square", "drive", "st.")  # fmt: skip
_COORDINATES = re.compile(
    r"(?<![\d.])[-+]?\d{1,2}\.\d{3,8}\s?°?\s?[NS]?\s?[,;/ ]\s?[-+]?\d{1,3}\.\d{3,8}\s?°?\s?[EW]?(?!\.?\d)"
    r"|\d{1,3}\s?°\s?\d{1,2}\s?[′'’]\s?(?:\d{1,2}(?:[.,]\d+)?\s?(?:[″\"”]|[′'’]{2}))?\s?[NSEWVLJI]?"
)
_DECIMALS = re.compile(r"\.\d{3}")

_SMALL = (
    "Deçan|Dečani|Dragash|Dragaš|Gora|Istog|Istok|Klin[ëae]|Kamenic[ëae]|Kamenica|Novob[ëe]rd[ëa]"
    "|Novo Brdo|Sht[ëe]rpc[ëa]|Štrpce|Zveçan|Zvečan|Leposaviq|Leposavić|Zubin Potok|Hani i Elezit|Elez Han"
    "|Mamush[ëa]|Mamuša|Junik|Ranil(?:l)?ug|Partesh|Parteš|Kllokot|Klokot|Graçanic[ëa]|Gračanica|Obiliq"
    "|Obilić|Malishev[ëa]|Mališevo|Rahovec|Orahovac|Suharek[ëa]|Suva Reka|Viti|Vitina|Kaçanik|Kačanik"
    "|Shtime|Štimlje|Lipjan|Lipljan|Skenderaj|Srbica|Gllogoc|Glogovac|Drenas|Дечани|Драгаш|Исток|Клина"
    "|Каменица|Ново Брдо|Штрпце|Звечан|Лепосавић|Зубин Поток|Јуник|Ранилуг|Партеш|Клокот|Грачаница|Обилић"
    "|Малишево|Ораховац|Сува Река|Витина|Качаник|Штимље|Липљан|Србица|Глоговац"
)
_PLACE = re.compile(
    rf"(?<!\w)(?:(?i:village|hamlet|fshat\w*|katund\w*|sel[ouae]|selom|sela|сел[оуае])\s+(?:of\s+)?[\"“„]?[{UPPER}][{LOWER}]+"
    rf"|[{UPPER}][{LOWER}]+\s+village|(?:{_SMALL}))"
)
_AGE = re.compile(
    r"\baged?\s+(?:of\s+)?\d{1,2}\b|\b\d{1,2}[\s‑-]years?(?:[\s‑-]old|\s+of\s+age)|\b\d{1,2}[\s‑-]?vje[çc]\w*|\bmosh\w+\s+(?:prej\s+)?\d{1,2}\b"
    r"|\b(?:star\w*|uzrasta|uzrastu)\s+(?:od\s+)?\d{1,2}\s+godin\w*|\b\d{1,2}[\s‑-]?godi[šs]nj\w*|\b\d{1,2}\s+godin\w+\s+star\w*"
    r"|\b(?:стар\w*|узраста)\s+(?:од\s+)?\d{1,2}\s+годин\w*|\b\d{1,2}[\s‑-]?годишњ\w*",
    re.IGNORECASE,
)
_NATIONALITY = re.compile(
    r"\b(?:citizens?|nationals?|nationality|ethnicity|shtetas\w*|shtetësi\w*|kombësi\w*|komb[eë]tar\w*|etni\w+"
    r"|državljan\w*|nacionalnost\w*|narodnost\w*|држављан\w*|националност\w*"
    r"|Moldovan|Ukrainian|Romanian|Bulgarian|Albanian|Serbian|Russian|Turkish|Macedonian|Montenegrin|Bosnian|Croatian|Roma"
    r"|Ashkali|Egyptian|Gorani|Nigerian|Filipino|Filipina|Thai|Vietnamese|Chinese|Bangladeshi|Pakistani|Indian|Polish|Hungarian"
    r"|moldov\w*|romania\w*|bulgaria\w*|nigeria\w*|philippin\w*|thailand\w*"
    r"|moldav\w*|ukrain\w*|rumun\w*|bullgar\w*|shqiptar\w*|serb[eë]?|rom[eë]|ukrajin\w*|bugar\w*|alban\w+|srp\w+|rom(?:kinja|ske)"
    r"|молдав\w*|украјин\w*|румун\w*|бугар\w*|албан\w*|српск\w*|ромк\w*|ромск\w*)\b",
    re.IGNORECASE,
)


def find_plates(text: str) -> Iterator[Finding]:
    """Yield the plates of vehicles of the region."""
    for match in _PLATE.finditer(text):
        yield finding(Code.VEHICLE_PLATE, *match.span())


def find_addresses(text: str, lower: str) -> Iterator[Finding]:
    """Yield streets with a number; ``lower`` is the text in small letters."""
    if any(stem in lower for stem in _ADDRESS_STEMS):
        for match in _ADDRESS.finditer(text):
            yield finding(Code.STREET_ADDRESS, *match.span())


def find_coordinates(text: str) -> Iterator[Finding]:
    """Yield geographical coordinates."""
    if "°" in text or _DECIMALS.search(text):
        for match in _COORDINATES.finditer(text):
            yield finding(Code.COORDINATES, *match.span())


def find_narrowing(text: str) -> Iterator[Finding]:
    """Yield a small place that stands in one paragraph with an age, a nationality and a whole date."""
    place = _PLACE.search(text)
    if place and _AGE.search(text) and _NATIONALITY.search(text) and WHOLE_DATE.search(text):
        yield finding(Code.PERSON_NARROWED_DOWN, *place.span())
