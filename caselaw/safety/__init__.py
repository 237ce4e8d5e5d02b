"""Publication safety: personal data that must not become public, found in any text before it is published.

``detector`` asks ``numbers``, ``contacts``, ``papers`` (with ``companies``), ``births``, ``places``, ``streets``,
``apposition``, ``people`` and ``relatives``; ``letters``, ``dates`` and ``names`` are what their patterns are made of,
``not_names`` holds words that no person is called by. ``echoes`` follows a name that was found through its file.
``masking`` keeps what was found out of all that is printed, ``wording`` says what it is.
"""

from __future__ import annotations

from caselaw.safety.detector import find_in_file_name, find_names_below, find_personal_data
from caselaw.safety.findings import Finding
from caselaw.safety.masking import masked
from caselaw.safety.not_names import is_name, no_names
from caselaw.safety.wording import describe

__all__ = [
    "Finding", "describe", "find_in_file_name", "find_names_below", "find_personal_data", "is_name", "masked",
    "no_names",
]  # fmt: skip
