"""Sizes of files in words."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from caselaw.locale import Locale


def size_in_words(locale: Locale, size: int) -> str:
    """Return a size in bytes as readers know it: whole kilobytes, at least one; from a million on, megabytes."""
    if size < 1_000_000:
        return locale.text("downloads.kilobytes", n=locale.number(max(1, -(-size // 1000))))
    megabytes = (Decimal(size) / 1_000_000).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return locale.text("downloads.megabytes", n=locale.number(megabytes))
