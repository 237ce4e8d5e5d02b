"""What each code means, in the languages of editors: ``locales/codes/<language>.yaml``.

English is complete. What another language lacks is said in English, and known to be English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

import yaml

from caselaw.codes import Code

COMPLETE = "en"
_NEEDED, _EXAMPLES, _WORDS = ("title", "why", "cure"), ("wrong", "right"), "words"


@dataclass(frozen=True)
class Explanation:
    """One code explained; ``language`` is that of its texts, ``wrong`` and ``right`` are empty without an example."""

    code: Code
    language: str
    title: str
    why: str
    cure: str
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True)
class Explanations:
    """All codes explained in one language, the words around them, and the names of the groups by their letter."""

    language: str
    by_code: Mapping[Code, Explanation]
    words: Mapping[str, str]
    stages: Mapping[str, str] = field(default_factory=dict)


def read_explanations(folder: Path, language: str) -> Explanations:
    """Read the explanations in ``folder``, completed in English; a misshapen file is a ``ValueError``."""
    english = parse_explanations(COMPLETE, _load(folder / f"{COMPLETE}.yaml"))
    path = folder / f"{language}.yaml"
    if language == COMPLETE or not path.is_file():
        return Explanations(language, english.by_code, english.words, english.stages)
    own = parse_explanations(language, _load(path))
    return Explanations(
        language,
        MappingProxyType({**english.by_code, **own.by_code}),
        MappingProxyType({**english.words, **own.words}),
        MappingProxyType({**english.stages, **own.stages}),
    )


def _load(path: Path) -> object:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def parse_explanations(language: str, data: object) -> Explanations:
    """Return what a file says: ``words:``, and for each code its title, why, cure and perhaps an example."""
    file = f"locales/codes/{language}.yaml"
    if not isinstance(data, dict):
        raise ValueError(f"{file} explains no codes")
    words = data.get(_WORDS, {})
    if not isinstance(words, dict) or not isinstance(stages := words.get("stages", {}), dict):
        raise ValueError(f"{file}: {_WORDS} is not a group of texts")
    return Explanations(
        language,
        MappingProxyType(dict(_explained(file, language, data))),
        MappingProxyType(_texts(f"{file}: {_WORDS}", {key: text for key, text in words.items() if key != "stages"})),
        MappingProxyType(_texts(f"{file}: stages", stages)),
    )


def _explained(file: str, language: str, data: Mapping[object, object]) -> list[tuple[Code, Explanation]]:
    explained = []
    for key, entry in data.items():
        if key == _WORDS:
            continue
        if key not in set(Code):
            raise ValueError(f"{file}: there is no code {key}")
        texts = _texts(f"{file}: {key}", entry)
        if lacking := [name for name in _NEEDED if name not in texts]:
            raise ValueError(f"{file}: {key} lacks {', '.join(lacking)}")
        if foreign := sorted(texts.keys() - {*_NEEDED, *_EXAMPLES}):
            raise ValueError(f"{file}: {key} has {', '.join(foreign)}, which nothing prints")
        code = Code(str(key))
        explained.append((code, Explanation(code, language, **texts)))
    return explained


def _texts(where: str, entry: object) -> dict[str, str]:
    if not isinstance(entry, dict) or not all(isinstance(text, str) and text.strip() for text in entry.values()):
        raise ValueError(f"{where} is not a group of texts: put a text with a colon or number sign in quotes")
    return {str(name): text.strip() for name, text in entry.items()}


def explained(explanation: Explanation, words: Mapping[str, str], language: str) -> str:
    """Return one explanation as lines for a terminal, and a remark where it is not in the ``language`` asked for."""
    lines = [f"{explanation.code}: {explanation.title}"]
    if explanation.language != language:
        lines.append(f"({words['untranslated']})")
    for name in (*_NEEDED[1:], *_EXAMPLES):
        if text := getattr(explanation, name):
            lines += ["", f"{words[name]}:", *(f"    {line}".rstrip() for line in text.split("\n"))]
    return "\n".join(lines)
