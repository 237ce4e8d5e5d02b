"""Links to cases in the library's own texts: kept where readers may follow them, plain words where they may not.

A case can be withdrawn or put under embargo at once, without a change to the texts that link to it; the editor is told
of each such link. A link to a case or a paragraph that does not exist is an error.
"""

from __future__ import annotations

import html
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from caselaw.catalogue import Catalogue
from caselaw.checks import Case
from caselaw.codes import Code
from caselaw.document import Document
from caselaw.messages import joined, say
from caselaw.problems import Place, Problem, Problems, Severity, ask, did_you_mean
from caselaw.text_pages import TextDocument
from caselaw.urls import RESERVED_ID

# A relative link to the page of a case in sanitised HTML, in which links are not nested.
_LINK = re.compile(
    r"""<a\ href="(?P<address>
        (?:\.{1,2}/)*(?:[a-z]{2}/)?cases/(?P<case>[^"/.?\#]+)\.html(?:\?[^"\#]*)?(?:\#(?P<anchor>[^"]*))?
    )"[^>]*>(?P<words>.*?)</a>""",
    re.VERBOSE | re.DOTALL,
)
_PARAGRAPH = re.compile(r"p[0-9]+")


@dataclass(frozen=True)
class _Known:
    """What a text may link to."""

    catalogue: Catalogue
    hidden: frozenset[str]  # sound, but not public
    ids: frozenset[str]  # of every file there is

    def fault_of(self, case: str, anchor: str, place: Place) -> Problem | None:
        """Return what is to be said of a link to a case, or to what has the id ``anchor`` on its page."""
        if public := self.catalogue.by_id.get(case):
            return _fault_of_paragraph(public, anchor, place) if _PARAGRAPH.fullmatch(anchor) else None
        if case in self.hidden:
            return Problem(
                place, Code.TEXT_LINK_UNPUBLISHED,
                say(
                    'the text links to "{case}", which is not public; readers see plain words in the place of the link',
                    case=case,
                ),
                say("nothing to do if the case will be public again, the link then comes back; else take the link out"),
                Severity.NOTICE,
            )  # fmt: skip
        if case in self.ids:
            return None  # what is wrong with its file is said there
        if present := self.catalogue.aliases.get(case):
            fault, cure = (
                say('the text links to "{case}", the former id of a case', case=case),
                say("write its present one, {present}", present=present),
            )
        else:
            fault = say('the text links to "{case}", but there is no such case in the library', case=case)
            cure = say("write the name of its file without .md in front of .html")
            cure = joined(did_you_mean(case, self.ids), cure)
        return Problem(place, Code.TEXT_LINK_UNKNOWN, fault, cure)


def link_texts(
    texts: Mapping[str, tuple[TextDocument, ...]],
    catalogue: Catalogue,
    hidden: Iterable[Case],
    ids: frozenset[str],
    documents: Iterable[Document],
    problems: Problems,
) -> dict[str, tuple[TextDocument, ...]]:
    """Return the texts with links to public cases only; those to ``hidden`` ones become plain words.

    ``ids`` names every case file there is; ``documents`` are the source files, for the places of what is said.
    """
    known = _Known(catalogue, frozenset(case.id for case in hidden), ids)
    sources = {document.path: document for document in documents}
    return {
        name: tuple(_link_text(version, known, sources.get(version.path), problems) for version in versions)
        for name, versions in texts.items()
    }


def _link_text(text: TextDocument, known: _Known, source: Document | None, problems: Problems) -> TextDocument:
    met: Counter[str] = Counter()

    def settle(link: re.Match[str]) -> str:
        address, case = html.unescape(link["address"]), link["case"]
        if RESERVED_ID.fullmatch(case):
            return link[0]  # a list of cases
        place = _place(text.path, source, address, met[address])
        met[address] += 1
        if problem := known.fault_of(case, link["anchor"] or "", place):
            problems.report(problem)
        return link[0] if case in known.catalogue.by_id else link["words"]

    blocks = tuple(replace(block, html=_LINK.sub(settle, block.html)) for block in text.text.blocks)
    return replace(text, text=replace(text.text, blocks=blocks))


def _fault_of_paragraph(case: Case, anchor: str, place: Place) -> Problem | None:
    numbers = case.text.paragraphs
    if anchor in {f"p{number}" for number in numbers}:
        return None
    near = min(numbers, key=lambda number: abs(number - int(anchor[1:])), default=None)
    cure = say("link to the case without # and what follows, as its paragraphs have no numbers")
    if near is not None:
        these = say("its paragraphs are numbered {first} to {last}", first=numbers[0], last=numbers[-1])
        cure = joined(ask(f"#p{near}"), " ", these)
    return Problem(
        place, Code.TEXT_LINK_PARAGRAPH,
        say('the text links to "#{anchor}" of "{case}", which has no such paragraph', anchor=anchor, case=case.id),
        cure,
    )  # fmt: skip


def _place(path: str, source: Document | None, address: str, number: int) -> Place:
    """Return where an address stands in the text of a file, ``number`` times after its first place."""
    if source is None:
        return Place(path)
    starts = [match.start() for match in re.finditer(rf"{re.escape(address)}(?![\w-])", source.text)]
    if not starts:
        return Place(path)
    start = starts[min(number, len(starts) - 1)]
    before = source.text[:start]
    return Place(path, source.text_line + before.count("\n"), start - (before.rfind("\n") + 1) + 1)
