"""Advice for a name that is not known."""

from __future__ import annotations

import difflib
from collections.abc import Collection


def nearest(name: str, known: Collection[str], most: int = 3) -> str:
    """ "Did you mean …?" with the names closest to ``name``, or all of them where few, or nothing."""
    close = difflib.get_close_matches(name, sorted(known), n=most, cutoff=0.5)
    if close:
        return f"Did you mean {' or '.join(close)}?"
    return f"Known are: {', '.join(sorted(known))}." if 0 < len(known) <= 12 else ""
