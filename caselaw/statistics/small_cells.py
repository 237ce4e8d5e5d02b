"""Small numbers of victims, which could tell who they are, are never printed in a table over several cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

LEAST = 3  # the smallest number that is printed; the usual threshold of statistical offices
Key = TypeVar("Key")


def suppress_small(cells: Mapping[Key, int]) -> Mapping[Key, int | None]:
    """Return the cells with None in the place of each number from 1 to ``LEAST`` - 1.

    Where a single one would be hidden, the smallest other one is hidden too: else it could be told from the sum.
    """
    hidden = {key for key, count in cells.items() if 0 < count < LEAST}
    others = [key for key, count in cells.items() if key not in hidden and count]
    if len(hidden) == 1 and others:
        hidden.add(min(others, key=lambda key: cells[key]))
    return {key: None if key in hidden else count for key, count in cells.items()}
