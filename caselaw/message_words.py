"""The words of messages in other languages: ``locales/messages/<language>.yaml`` has one for each English template."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml

_FOLDER = Path(__file__).resolve().parent.parent / "locales" / "messages"


@cache
def read_words(language: str) -> Mapping[str, str]:
    """Return the translations of a language by the English templates; English and what has no file need none."""
    path = _FOLDER / f"{language}.yaml"
    if not path.is_file():
        return MappingProxyType({})
    found: Any = yaml.safe_load(path.read_text(encoding="utf-8"))
    return MappingProxyType({str(template): str(words) for template, words in found.items()})
