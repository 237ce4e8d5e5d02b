"""The guide's pages on codes: their explanations, and what the seeded mistakes make the check say."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from caselaw.codes import Code
from caselaw.explanations import Explanation, Explanations, read_explanations
from tests.docs.messages_in_source import said_in_source
from tests.project import ROOT
from tests.unit.test_seeded_mistakes import MISTAKES

LANGUAGES = {"en": "English", "sq": "Shqip", "sr": "Srpski"}
AT_MOST = 12  # examples a page
_SAID = re.compile(r"^(?P<path>.+?):\d+:\d+: (?P<severity>\w+)\[(?P<code>[A-Z]\d{3})\] (?P<message>.*)$")
# What differs between two examples that say the same.
_VALUE = re.compile(r'"[^"]*"|“[^”]*”|\d+|^[\w.]+:')
_GENERATED = "<!-- Made by `make guide` from locales/codes/ and tests/mistakes/: change those, not this file. -->"


@cache
def pages() -> Mapping[str, str]:
    """Return every page of the guide by the name of its file."""
    read = {language: read_explanations(ROOT / "locales" / "codes", language) for language in LANGUAGES}
    said = _said_of()
    made = {f"{code}.md": _page(code, read, said[code]) for code in Code}
    return {"README.md": _index(read), **made}


def _said_of() -> Mapping[Code, list[tuple[str, str]]]:
    """Return what the seeded mistakes make the check say, message and help, one example of each kind.

    Codes that no mistake in a library causes have what the source says of them.
    """
    examples: dict[Code, dict[str, tuple[str, str]]] = defaultdict(dict)
    for mistake in MISTAKES:
        for head, help in zip(mistake.says[::2], mistake.says[1::2], strict=True):
            if match := _SAID.match(head):
                kind = _VALUE.sub("…", match["message"])
                example = f"{match['severity']}[{match['code']}] {match['message']}", help.strip()
                examples[Code(match["code"])].setdefault(kind, example)
    for code, pairs in said_in_source().items():
        if code not in examples:
            examples[code] = {message: (f"[{code}] {message}", help) for message, help in pairs}
    return defaultdict(list, {code: list(kinds.values())[:AT_MOST] for code, kinds in examples.items()})


def _page(code: Code, read: Mapping[str, Explanations], said: list[tuple[str, str]]) -> str:
    english = read["en"]
    parts = [_GENERATED, f"# {code}: {_text(english.by_code[code].title)}", f"[{english.words['heading']}](README.md)"]
    for language, explanations in read.items():
        parts.append(f"## {LANGUAGES[language]}")
        parts += _section(explanations.by_code[code], explanations, language)
    if said:
        examples = "\n\n".join(f"{message}\n    {help}" for message, help in said)
        parts += [f"## {english.words['said']}", _block(examples)]
    return "\n\n".join(parts) + "\n"


def _section(one: Explanation, explanations: Explanations, language: str) -> Iterable[str]:
    words = explanations.words
    if one.language != language:
        yield f"*{words['untranslated']}*"
        return
    yield f"**{_text(one.title)}**"
    yield f"{words['why']}: {_text(one.why)}"
    yield f"{words['cure']}: {_text(one.cure)}"
    for name, text in (("wrong", one.wrong), ("right", one.right)):
        if text:
            yield f"{words[name]}:"
            yield _block(text)


def _index(read: Mapping[str, Explanations]) -> str:
    english = read["en"]
    about = f"{english.words['about']} `build.py check --explain CODE`."
    parts = [_GENERATED, f"# {english.words['heading']}", about]
    for stage in sorted({code[0] for code in Code}, key=list(english.stages).index):
        named = dict.fromkeys(explanations.stages[stage] for explanations in read.values())
        parts.append(f"## {stage}: {' · '.join(named)}")
        rows = [_row(code, read) for code in sorted(Code) if code[0] == stage]
        parts.append("\n".join(rows))
    return "\n\n".join(parts) + "\n"


def _row(code: Code, read: Mapping[str, Explanations]) -> str:
    titles = dict.fromkeys(_text(explanations.by_code[code].title) for explanations in read.values())
    return f"- [{code}]({code}.md): {' · '.join(titles)}"


def _block(text: str) -> str:
    return f"```text\n{text}\n```"


def _text(text: str) -> str:
    """Return an explanation as Markdown shows it unchanged."""
    return re.sub(r"([\\*_`<>\[\]])", r"\\\1", text)
