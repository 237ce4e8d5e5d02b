"""The table of all cases: one line each, for spreadsheets and statistics programs."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterable, Mapping
from io import StringIO

from caselaw.exports.case_record import CaseData
from caselaw.exports.record import ChargeData, ChargedData, CodedData, DurationData, TermData

# What a spreadsheet would take for a formula; as in static/js/search-export.js.
_FORMULA = re.compile(r"[=+\-@\t\r]")
# Excel reads UTF-8 only behind this sign.
_BYTE_ORDER_MARK = "\ufeff"
_SEPARATOR = "; "

Cell = Callable[[CaseData, str], object]


def _joined(values: Iterable[object]) -> str:
    return _SEPARATOR.join(str(value) for value in values)


def _keys(terms: Iterable[TermData]) -> str:
    return _joined(term.key for term in terms)


def _coded(elements: Iterable[CodedData]) -> str:
    return _keys(element.value for element in elements)


def _label(term: TermData, language: str) -> str:
    return term.labels.get(language, term.labels["en"])


def _victims(field: str) -> Cell:
    return lambda case, _: getattr(case.victims, field) if case.victims else None


# Their names are documented on the downloads page, in locales/ below downloads.columns.
COLUMNS: Mapping[str, Cell] = {
    "id": lambda case, _: case.id,
    "title": lambda case, _: case.title,
    "language": lambda case, _: case.language,
    "translations": lambda case, _: _joined(one.language for one in case.translations),
    "court": lambda case, _: case.court.key,
    "court_label": lambda case, language: _label(case.court, language),
    "case_numbers": lambda case, _: _joined(case.case_numbers),
    "ecli": lambda case, _: case.ecli,
    "decided": lambda case, _: case.decided,
    "kind": lambda case, _: case.kind.key,
    "outcome": lambda case, _: case.outcome.key,
    "outcome_label": lambda case, language: _label(case.outcome, language),
    "status": lambda case, _: case.status,
    "status_unverified": lambda case, _: "yes" if case.status_unverified else "no",
    "later_decisions": lambda case, _: _joined(case.later_decisions),
    "offences": lambda case, _: _keys(case.offences),
    "applies": lambda case, _: _joined(provision.key for provision in case.applies),
    "charges": lambda case, _: _joined(_charge(charge) for charge in case.charges),
    "acts": lambda case, _: _coded(case.acts),
    "means": lambda case, _: _coded(case.means),
    "purposes": lambda case, _: _coded(case.purposes),
    "aggravating": lambda case, _: _coded(case.aggravating),
    "sectors": lambda case, _: _keys(case.sectors),
    "topics": lambda case, _: _keys(topic.value for topic in case.topics),
    "victims_total": _victims("total"),
    "victims_adults": _victims("adults"),
    "victims_children": _victims("children"),
    "cites": lambda case, _: _joined(cited.case for cited in case.cites),
    "cited_by": lambda case, _: _joined(citing.case for citing in case.cited_by),
    "summary": lambda case, _: case.summary,
    "unverified": lambda case, _: _joined(case.unverified),
    "corrected": lambda case, _: max((one.date for one in case.corrections), default=None),
    "path": lambda case, language: next(one.path for one in case.addresses if one.language == language),
    "url": lambda case, language: next(one.url for one in case.addresses if one.language == language),
}


def _charge(charge: ChargeData) -> str:
    """Return a charge in one line: ``L.D.: pcck-2003/139, reclassified, of pcck-2003/140, 8 years, 500 EUR``."""
    parts = [_charged(charge.charged), charge.finding.key]
    if charge.convicted_of:
        parts.append(f"of {_charged(charge.convicted_of)}")
    if sentence := charge.sentence:
        parts += [_duration(sentence.imprisonment)] if sentence.imprisonment else []
        parts += ["suspended"] if sentence.suspended else []
        parts += [f"{sentence.fine.amount} {sentence.fine.currency}"] if sentence.fine else []
    return f"{charge.defendant}: {', '.join(parts)}"


def _charged(charged: ChargedData) -> str:
    known = charged.provision or charged.offence
    return known.key if known else "unknown"


def _duration(term: DurationData) -> str:
    if term.life:
        return "life"
    parts = (("years", term.years), ("months", term.months), ("days", term.days))
    return " ".join(f"{number} {unit}" for unit, number in parts if number)


def as_csv(cases: Iterable[CaseData], language: str) -> str:
    """Return the table of all cases; labels and addresses are those of ``language``."""
    return csv_text([tuple(COLUMNS), *([cell(case, language) for cell in COLUMNS.values()] for case in cases)])


def csv_text(lines: Iterable[Iterable[object]]) -> str:
    """Return lines of cells as RFC 4180 describes a table, for UTF-8; the first line holds the headings."""
    file = StringIO(newline="")
    file.write(_BYTE_ORDER_MARK)
    writer = csv.writer(file, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in line] for line in lines)
    return file.getvalue()


def safe_cell(value: object) -> str:
    """Return a value that no spreadsheet runs as a formula: an apostrophe stands before what begins like one."""
    text = "" if value is None else str(value)
    return f"'{text}" if _FORMULA.match(text) else text
