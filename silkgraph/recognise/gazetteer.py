"""Known names in a text: every longest match of a list of names, leftmost first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Gazetteer:
    """Names by their first two characters: the lengths they come in, longest first, and the names."""

    index: dict[str, tuple[tuple[int, ...], frozenset[str]]]

    @classmethod
    def of(cls, names: Iterable[str]) -> Gazetteer:
        """A gazetteer of the given names; names of one character are left out."""
        grouped: dict[str, set[str]] = {}
        for name in names:
            if len(name) > 1:
                grouped.setdefault(name[:2], set()).add(name)
        return cls(
            {
                key: (tuple(sorted({len(n) for n in found}, reverse=True)), frozenset(found))
                for key, found in grouped.items()
            }
        )

    def at(self, text: str, position: int, end: int) -> str | None:
        """The longest name that begins at ``position`` and ends by ``end``."""
        entry = self.index.get(text[position : position + 2])
        if entry is None:
            return None
        lengths, names = entry
        for length in lengths:
            if position + length <= end and text[position : position + length] in names:
                return text[position : position + length]
        return None

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of known names between ``start`` and ``end``, without overlaps."""
        found = []
        position = start
        while position < end - 1:
            name = self.at(text, position, end)
            if name is None:
                position += 1
            else:
                found.append((position, position + len(name)))
                position += len(name)
        return found
