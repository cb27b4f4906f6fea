"""Known names in a text: every longest match of a list of names, leftmost first."""

from __future__ import annotations

import functools
import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_SHORT = 200
"""What is found in a text of so many characters is not worth keeping."""


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Names by their first two characters: the lengths they come in, longest first, and the names."""

    index: dict[str, tuple[tuple[int, ...], frozenset[str]]]
    single: frozenset[str] = frozenset()
    """Names of one character."""

    @classmethod
    def of(cls, names: Iterable[str], *, shortest: int = 2) -> Gazetteer:
        """A gazetteer of the given names; those of one character are left out unless ``shortest`` is 1."""
        grouped: dict[str, set[str]] = {}
        single = set()
        for name in names:
            if len(name) > 1:
                grouped.setdefault(name[:2], set()).add(name)
            elif len(name) >= shortest:
                single.add(name)
        index = {
            key: (tuple(sorted({len(n) for n in found}, reverse=True)), frozenset(found))
            for key, found in grouped.items()
        }
        return cls(index, frozenset(single))

    def with_names(self, names: Iterable[str]) -> Gazetteer:
        """The same names and some more."""
        further = Gazetteer.of(names)
        index = dict(self.index)
        for key, (lengths, found) in further.index.items():
            have = index.get(key, ((), frozenset()))
            index[key] = (tuple(sorted({*have[0], *lengths}, reverse=True)), have[1] | found)
        return Gazetteer(index, self.single)

    def at(self, text: str, position: int, end: int) -> str | None:
        """The longest name that begins at ``position`` and ends by ``end``."""
        entry = self.index.get(text[position : position + 2])
        if entry is not None:
            lengths, names = entry
            for length in lengths:
                name = text[position : position + length]
                if position + length <= end and name in names:
                    return name
        return text[position] if self.single and position < end and text[position] in self.single else None

    def names_in(self, text: str) -> Iterator[str]:
        """The names that stand in a text, without overlaps: what ``find`` finds in the whole of it."""
        free, end = 0, len(text)
        for opening in self.opening.finditer(text):
            position = opening.start()
            if position >= free and (name := self.at(text, position, end)) is not None:
                yield name
                free = position + len(name)

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of known names between ``start`` and ``end``, without overlaps."""
        starts, ends = (_longest if len(text) > _SHORT else _longest_now)(self, text)
        found: list[tuple[int, int]] = []
        free = start
        index, count = bisect_left(starts, start), len(starts)
        while index < count and starts[index] < end:
            position, stop = starts[index], ends[index]
            index += 1
            if position < free:
                continue
            if stop > end:
                name = self.at(text, position, end)
                if name is None:
                    continue
                stop = position + len(name)
            found.append((position, stop))
            free = stop
        return found

    @functools.cached_property
    def opening(self) -> re.Pattern[str]:
        """Finds the places where a name may begin, which are few: by its first and its second character."""
        if not self.index:
            return re.compile(r"(?!)")
        first, second = (
            "".join(map(re.escape, sorted(set(characters)))) for characters in zip(*self.index, strict=True)
        )
        single = f"|[{''.join(map(re.escape, sorted(self.single)))}]" if self.single else ""
        return re.compile(f"[{first}](?=[{second}]){single}")


def _longest_now(gazetteer: Gazetteer, text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Where names begin in a text, and where the longest that begins there ends."""
    starts, ends = array("I"), array("I")
    at, end = gazetteer.at, len(text)
    for opening in gazetteer.opening.finditer(text):
        position = opening.start()
        name = at(text, position, end)
        if name is not None:
            starts.append(position)
            ends.append(position + len(name))
    return starts, ends


_longest = functools.lru_cache(maxsize=8)(_longest_now)
"""The same, kept for the long texts asked for last: the grammar looks into a document from many sides."""
