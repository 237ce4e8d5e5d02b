"""Register numbers of companies, which have a name in common with the personal numbers of people."""

from __future__ import annotations

import re

# "matični broj" is a person's with 13 figures (JMBG) or 10 (Kosovo*), a company's with any other number of them.
_SHARED = re.compile(r"(?:mati[čc]n|матичн)\w+\s+", re.IGNORECASE)
_OF_PERSONS = (10, 13)


def is_of_company(said: str, figures: int) -> bool:
    """Whether a number of so many figures, behind the words in ``said``, is one of a register of companies."""
    return _SHARED.match(said) is not None and figures not in _OF_PERSONS
