"""Known names in a text: every longest match of a list of names, leftmost first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Gazetteer:
    """Names indexed by their first two characters, the longer ones first."""

    index: dict[str, tuple[str, ...]]

    @classmethod
    def of(cls, names: Iterable[str]) -> Gazetteer:
        """A gazetteer of the given names; names of one character are left out."""
        index: dict[str, list[str]] = {}
        for name in set(names):
            if len(name) > 1:
                index.setdefault(name[:2], []).append(name)
        return cls({key: tuple(sorted(values, key=lambda n: (-len(n), n))) for key, values in index.items()})

    def at(self, text: str, position: int, end: int) -> str | None:
        """The longest name that begins at ``position`` and ends by ``end``."""
        for name in self.index.get(text[position : position + 2], ()):
            if position + len(name) <= end and text.startswith(name, position):
                return name
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
