"""Where other files still name a withdrawn case, as long as its own file says what it was called.

No program can take a name out of the text of another case without mutilating that. So the editor is told each file and
line, mends them, and only then empties the file of the withdrawn case: after that nobody knows what to look for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table

from caselaw.codes import Code
from caselaw.document import Document
from caselaw.messages import say
from caselaw.problems import Place, Problems, Severity
from caselaw.strict_yaml import Mapping, Node, Scalar, Sequence
from caselaw.withdrawal import is_withdrawn

_NAMES = ("title", "case_numbers", "ecli")
_IDS = ("cites", "history")  # which name cases by id; readers do not see those of hidden cases
_LEAST = 5  # letters and figures; what is shorter stands in any text
_LONG = 12  # letters and figures; what is shorter may come about where lines meet


def report_traces(documents: Iterable[Document], files: Table[str, bytes], problems: Problems) -> None:
    """Report each file that holds a title, number or ECLI of a withdrawn case of ``documents``, once per case.

    ``files`` are all others by their paths: closed lists, the configuration, the waivers.
    """
    documents = tuple(documents)
    gone = {_case_of(document): document for document in documents if is_withdrawn(document.front)}
    if not gone:
        return
    others = [document for document in documents if _case_of(document) not in gone]
    # A title that other cases bear as well says nothing of the withdrawn one.
    borne = {name for document in others for name in _names(document, ("title",))}
    for case, names in _names_of(documents, gone).items():
        wanted = names - borne
        for document in others:
            _report(case, next(_places(document, wanted), None), problems)
        for path, content in files.items() if wanted else ():
            _report(case, next(_lines(path, content.decode("utf-8", errors="replace"), wanted), None), problems)


def _report(case: str, place: Place | None, problems: Problems) -> None:
    if place:
        problems.add(
            place, Code.WITHDRAWN_NAMED,
            say("the withdrawn case {case} is still named here, by its title or number", case=case),
            say("reword it, and run the check again, before you empty the file of the withdrawn case; "
                "nothing to do if nobody can be recognised by it"),
            Severity.WARNING,
        )  # fmt: skip


def _case_of(document: Document) -> str:
    return document.path.rpartition("/")[2].partition(".")[0] if "/cases/" in document.path else document.path


def _names_of(documents: Iterable[Document], gone: Iterable[str]) -> dict[str, set[str]]:
    """Return what each withdrawn case and its translations say that it is called, bare of signs."""
    found: dict[str, set[str]] = {case: set() for case in gone}
    for document in documents:
        if (case := _case_of(document)) in found:
            found[case] |= set(_names(document, _NAMES))
    return found


def _names(document: Document, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        for scalar in _scalars(document.front.get(field)):
            if len(bare := _bare(scalar.text or "")) >= _LEAST:
                yield bare


def _places(document: Document, names: set[str]) -> Iterator[Place]:
    """Yield the places of fields and lines of the text in which one of the names stands."""
    for scalar in (
        found for field, node in document.front.entries if field.text not in _IDS for found in _scalars(node)
    ):
        if any(name in _bare(scalar.text or "") for name in names):
            yield scalar.place
    for number, line in enumerate(document.text.split("\n"), document.text_line):
        if any(name in _bare(line) for name in names):
            yield Place(document.path, number)


def _lines(path: str, text: str, names: set[str]) -> Iterator[Place]:
    """Yield the lines of a file, its remarks too, in which a name stands or begins: editors wrap long ones."""
    lines = [_bare(line) for line in text.split("\n")]
    for number, line in enumerate(lines):
        wrapped = "".join(lines[number : number + 3])
        if any(name in line or (len(name) >= _LONG and 0 <= wrapped.find(name) < len(line)) for name in names):
            yield Place(path, number + 1)


def _scalars(node: Node | None) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _scalars(item)
    elif isinstance(node, Mapping):
        for _, value in node.entries:
            yield from _scalars(value)


def _bare(text: str) -> str:
    """Return a text in small letters without signs and spaces: numbers are written in many ways."""
    return re.sub(r"[\W_]+", "", text.casefold())
