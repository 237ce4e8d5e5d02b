"""A case in several languages: its translations, and the version of it that readers of one language get."""

from __future__ import annotations

from dataclasses import dataclass

from caselaw.markdown import Text
from caselaw.schema import TranslationNote, TranslationRecord
from caselaw.strict_yaml import Mapping


@dataclass(frozen=True)
class Translation:
    """The file ``<id>.<language>.md``: title, summary and, unless ``text`` is None, the text in another language."""

    path: str
    record: TranslationRecord
    text: Text | None
    front: Mapping


@dataclass(frozen=True)
class Version:
    """What readers of one language get: title and summary in ``language``, the text in ``text_language``.

    The two differ where only title and summary were translated. ``translation`` is None for what the case file says.
    """

    language: str
    title: str
    summary: str
    text: Text
    text_language: str
    translation: TranslationNote | None
