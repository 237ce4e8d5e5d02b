"""Withdrawn cases: of their files only what readers may still know is read, whatever else they hold or lack.

A case is withdrawn in a hurry, by taking out everything that somebody could be recognised by. So the file may be bare,
and what is left in it can neither stop the build nor reach a page: the rest of the program never gets to see it.
"""

from __future__ import annotations

from caselaw.codes import Code
from caselaw.document import Document
from caselaw.messages import say
from caselaw.problems import Place, Problems, Severity
from caselaw.records import read_record
from caselaw.schema import CaseRecord, WithdrawnRecord
from caselaw.strict_yaml import Mapping, Plain, Scalar, place_at
from caselaw.term_keys import check_keys
from caselaw.vocabulary import Vocabulary

WITHDRAWN = "withdrawn"
# What the record of a withdrawn case says of everything that readers no longer learn.
_BLANK: dict[str, Plain] = {
    "title": "?", "decided": "1900", "kind": "?", "text": "?", "language": "?", "summary": "?", "offences": ["?"],
    "outcome": "?", "sources": [{"url": "https://withdrawn.invalid", "title": "?"}],
}  # fmt: skip


def is_withdrawn(front: Mapping) -> bool:
    """Whether the fields of a case say that it is withdrawn, right or wrong as they may be otherwise."""
    publication = front.get("publication")
    status = publication.get("status") if isinstance(publication, Mapping) else None
    return isinstance(status, Scalar) and (status.text or "").strip() == WITHDRAWN


def read_withdrawn(
    document: Document, vocabulary: Vocabulary | None, today: str, problems: Problems
) -> CaseRecord | None:
    """Return a record that is blank but for publication, aliases and language; None where one of these is at fault.

    Its language is empty where the file names none: the reason is then in the default language of the library.
    """
    own = Mapping(
        tuple(entry for entry in document.front.entries if entry[0].text in WithdrawnRecord.model_fields),
        document.front.place,
    )
    record = read_record(WithdrawnRecord, own, problems)
    if vocabulary:
        check_keys(WithdrawnRecord, own, vocabulary, problems)
    _report_left_over(document, problems)
    if record is None:
        return None
    _check(record, own, today, problems)
    blank = CaseRecord.model_validate({**_BLANK, "court": "?", "publication": {"status": WITHDRAWN}})
    return blank.model_copy(
        update={
            "publication": record.publication,
            "aliases": record.aliases,
            "language": record.language or "",
        }
    )


def report_translation(document: Document, problems: Problems) -> None:
    """Say that the translation of a withdrawn case is not read, but still lies in the repository."""
    problems.add(
        Place(document.path), Code.WITHDRAWN_NOT_EMPTIED,
        say("this translation of a withdrawn case is no longer used, but it is still public in the repository"),
        say("delete the file"), Severity.NOTICE,
    )  # fmt: skip


def _check(record: WithdrawnRecord, front: Mapping, today: str, problems: Problems) -> None:
    publication, place = record.publication, place_at(front, ("publication",))
    if not publication.reason:
        problems.add(
            place, Code.WITHDRAWN_WITHOUT_REASON, say("the case is withdrawn without a reason"),
            say("add reason: … to publication; the reason is published in the place of the case"),
        )  # fmt: skip
    if publication.embargo_until:
        problems.add(
            place_at(front, ("publication", "embargo_until")), Code.CONTRADICTION,
            say("a withdrawn case has an embargo"), say("delete embargo_until"),
        )  # fmt: skip
    if publication.withdrawn_on is None:
        problems.add(
            place, Code.WITHDRAWN_WITHOUT_DAY, say("the case is withdrawn, but not said since when"),
            say("add withdrawn_on: {day} to publication; the list of withdrawn cases names the day", day=today),
            Severity.NOTICE,
        )  # fmt: skip
    elif publication.withdrawn_on.first_day > today:
        problems.add(
            place_at(front, ("publication", "withdrawn_on")), Code.DATE_FUTURE,
            say("publication.withdrawn_on: {day} lies in the future", day=publication.withdrawn_on.iso),
            say("correct the date; the case is withdrawn already"), Severity.WARNING,
        )  # fmt: skip


def _report_left_over(document: Document, problems: Problems) -> None:
    """Say what the file still holds: the newest state of a public repository is as public as the site."""
    left = [(key.text or "", key.place) for key, _ in document.front.entries if key.text not in _KEPT]
    if not left and not document.text.strip():
        return
    known = [name for name, _ in left if name in CaseRecord.model_fields]
    known.sort(key=lambda name: name != "documents")  # files of its own, which are easily forgotten
    named = [*known[:3], *(["…"] if len(left) > len(known[:3]) else []), *(["text"] if document.text.strip() else [])]
    problems.add(
        left[0][1] if left else Place(document.path, document.text_line), Code.WITHDRAWN_NOT_EMPTIED,
        say("the file of a withdrawn case still holds more than it needs: {left}", left=", ".join(named)),
        say("delete all but {kept}: readers do not see the rest, but it is public in the repository",
            kept=", ".join(_KEPT)),
        Severity.NOTICE,
    )  # fmt: skip


_KEPT = tuple(WithdrawnRecord.model_fields)
