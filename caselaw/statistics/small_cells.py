"""Small numbers of victims, which could tell who they are, are never printed in a table over several cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

LEAST = 3  # the smallest number that is printed; the usual threshold of statistical offices
Key = TypeVar("Key")


def suppress_small(cells: Mapping[Key, int]) -> Mapping[Key, int | None]:
    """Return the cells with None in the place of each number from 1 to ``LEAST`` - 1.

    Where those hidden are one alone, or nothing but ones, their sum would tell them: the smallest other one is hidden
    too.
    """
    hidden = {key for key, count in cells.items() if 0 < count < LEAST}
    others = sorted((key for key, count in cells.items() if count >= LEAST), key=lambda key: cells[key])
    if hidden and (len(hidden) == 1 or all(cells[key] == 1 for key in hidden)):
        hidden.update(others[:1])
    return {key: None if key in hidden else count for key, count in cells.items()}
