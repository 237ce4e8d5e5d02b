"""What a judgment says about itself: court, number, date, kind, language, ECLI, provisions; to be confirmed."""

from __future__ import annotations

import html
import re

from caselaw.intake.documents import Draft
from caselaw.intake.guess_courts import court_at_head
from caselaw.intake.guess_dates import guess_date
from caselaw.intake.guess_laws import guess_provisions, named_offences
from caselaw.reference_courts import CourtNames
from caselaw.values import parse_provision
from caselaw.vocabulary import Vocabulary

_HEAD = 1_500  # characters in which a judgment says which one it is
_STOP_WORDS = {
    "sq": frozenset("dhe të në për është më nga si që me së gjykata ka nuk".split()),
    "sr": frozenset("i je u na se da za od koji sa su sud nije po iz".split()),
    "en": frozenset("the of and to in that was is for by on court with".split()),
}
# The signs before a number, such as P.nr., PKR. br., Pml.Kzz, Ap.-Kž., KP; never a word such as "nr" alone.
_NUMBER = re.compile(
    r"(?<![\w./-])(?!(?:nr|br|no|neni|ligj|zakon|law|reg)\b)"
    r"[A-ZÇĐŠŽĆČ][^\W\d_]{0,4}(?:(?:\.\s?-?\s?|-)[A-ZÇĐŠŽĆČ][^\W\d_]{0,4}){0,2}[.\s-]{0,2}"
    r"(?:(?:nr|br|no|Nr|Br|No|NR|BR|NO)\b\.?\s?)?"
    r"\d{1,5}/(?:(?:19|20)\d\d|\d\d)(?![\d/])"
)
_APPLICATION = re.compile(
    r"(?:applications?|kërkes\w*|aplikacion\w*|predstav\w*)\s+(?:nos?|nr|br)\.?\s*(\d{2,6}/\d\d)(?!\d)", re.IGNORECASE
)
_CJEU = re.compile(r"\bC[-‑]\d{1,4}/\d\d\b")
_ECLI = re.compile(r"\bECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:[A-Z0-9.]{1,25}")
# Which kind the heading says; the first that is found counts.
_KINDS = {
    "judgment": ("aktgjykim", "presud", "judgment"),
    "ruling": ("aktvendim", "rešenj", "rješenj", "ruling"),
    "decision": ("vendim", "odluk", "decision"),
    "opinion": ("mendim", "mišljenj", "opinion"),
}
_PARTIES = re.compile(r"^CASE OF (.{2,80} v\. .{2,60})$", re.MULTILINE)
_SPACED = re.compile(r"\b(?:[^\W\d_]{1,2} ){4,}[^\W\d_]{1,2}\b")  # A K T GJ Y K I M


def guess(draft: Draft, vocabulary: Vocabulary, today: str) -> dict[str, tuple[str, ...]]:
    """Return the values that the document suggests, by field; a field of which it does not tell is left out."""
    text = _SPACED.sub(lambda match: re.sub(r"\s", "", match[0]), draft.words)
    head = " ".join(text[:_HEAD].split())
    decided = guess_date(text, today)
    provisions = guess_provisions(text, vocabulary, decided)
    court = court_at_head(text[:_HEAD], vocabulary) or _court(head, vocabulary)
    found: dict[str, tuple[str | None, ...]] = {
        "court": (court,),
        "case_numbers": (_number(text[:_HEAD]),),
        "ecli": (match[0].rstrip(".") if (match := _ECLI.search(text)) else None,),
        "decided": (decided,),
        "kind": (_kind(head, vocabulary),),
        "language": (_language(text, vocabulary),),
        "offences": _offences(provisions, text, vocabulary),
        "applies": provisions,
        "title": (_title(text[:_HEAD]),),
    }
    kept = {name: tuple(value for value in values if value) for name, values in found.items()}
    return {name: values for name, values in kept.items() if values}


def _court(head: str, vocabulary: Vocabulary) -> str | None:
    """Return the court that is named first, if its name leaves no doubt."""
    mentions = CourtNames(vocabulary.courts()).around(html.escape(head, quote=False), 0, len(head))
    if mentions and len(mentions[0].courts) == 1:
        return next(iter(mentions[0].courts))
    if _APPLICATION.search(head) and re.search("strasbourg|strasburg", head, re.IGNORECASE):
        return next((court.id for court in vocabulary.courts() if court.oscola == "ECtHR"), None)
    return None


def _number(head: str) -> str | None:
    for pattern in (_APPLICATION, _CJEU, _NUMBER):
        if match := pattern.search(head):
            return " ".join(match[match.lastindex or 0].split())
    return None


def _kind(head: str, vocabulary: Vocabulary) -> str | None:
    words = re.findall(r"[^\W\d_]+", head)
    capitals = [word for word in words if word.isupper()]
    for candidates in (capitals, words):  # a heading tells; a sentence may speak of another decision
        for word in candidates:
            kind = next((kind for kind, names in _KINDS.items() if word.lower().startswith(names)), None)
            if kind in vocabulary.lists["kinds"]:
                return kind
    return None


def _language(text: str, vocabulary: Vocabulary) -> str | None:
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    counts = {
        key: sum(word in stop_words for word in words)
        for key, stop_words in _STOP_WORDS.items()
        if key in vocabulary.lists["languages"]
    }
    best = max(counts, key=lambda key: counts[key], default=None)
    return best if best and counts[best] * 20 >= len(words) and counts[best] > 2 else None


def _title(head: str) -> str | None:
    """Return the names of the parties as the European Court prints them above its judgments, in small letters."""
    match = _PARTIES.search(head)
    if match is None:
        return None
    words = [word if "." in word or not word.isupper() else word.capitalize() for word in match[1].split()]
    return " ".join("and" if word == "And" else word for word in words)


def _offences(provisions: tuple[str, ...], text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    articles = (vocabulary.article(parse_provision(provision)) for provision in provisions)
    defined = (article.offence for article in articles if article and article.offence)
    return tuple(dict.fromkeys((*defined, *named_offences(text, vocabulary))))
