"""Known names in a text: every longest match of a list of names, leftmost first."""

from __future__ import annotations

import functools
import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

_SHORT = 200
"""What is found in a text of so many characters is not worth keeping."""


@dataclass(frozen=True, slots=True)
class _Alike:
    """The names that begin with the same two characters.

    ``names`` are sorted, so that of those with which a text may begin the longest stands right before the text;
    where it is none of them, one that it begins with may be (``shorter``), and so on.
    """

    names: Sequence[str]
    shorter: Mapping[str, str]
    """For a name that begins with others, the longest of them."""
    size: int
    """How many characters the longest has."""
    third: frozenset[str]
    """The third characters of the names; most of what begins like them goes on with another."""
    shortest: str | None
    """The name that has only the two characters, if there is one."""

    @classmethod
    def of(cls, names: Iterable[str]) -> _Alike:
        ordered = sorted(names)
        shorter: dict[str, str] = {}
        beginnings: list[str] = []
        for name in ordered:
            while beginnings and not name.startswith(beginnings[-1]):
                beginnings.pop()
            if beginnings:
                shorter[name] = beginnings[-1]
            beginnings.append(name)
        third = frozenset(name[2] for name in ordered if len(name) > 2)
        shortest = ordered[0] if len(ordered[0]) == 2 else None
        return cls(ordered, shorter, max(map(len, ordered)), third, shortest)

    def longest(self, text: str, position: int, end: int) -> str | None:
        """The longest of the names that stands at ``position`` and ends by ``end``."""
        names = self.names
        if len(names) == 1:
            return names[0] if text.startswith(names[0], position, end) else None
        if text[position + 2 : position + 3] not in self.third:
            return self.shortest if position + 2 <= end else None
        index = bisect_right(names, text[position : min(end, position + self.size)])
        name = names[index - 1] if index else None
        while name is not None and not text.startswith(name, position, end):
            name = self.shorter.get(name)
        return name


@dataclass(frozen=True, eq=False)
class Gazetteer:
    """Names by their first two characters."""

    index: dict[str, _Alike]
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
        return cls({opening: _Alike.of(found) for opening, found in grouped.items()}, frozenset(single))

    def with_names(self, names: Iterable[str]) -> Gazetteer:
        """The same names and some more."""
        index = dict(self.index)
        for opening, further in Gazetteer.of(names).index.items():
            have = index.get(opening)
            index[opening] = _Alike.of({*have.names, *further.names}) if have else further
        return Gazetteer(index, self.single)

    def at(self, text: str, position: int, end: int) -> str | None:
        """The longest name that begins at ``position`` and ends by ``end``."""
        alike = self.index.get(text[position : position + 2])
        if alike is not None and (name := alike.longest(text, position, end)) is not None:
            return name
        return text[position] if self.single and position < end and text[position] in self.single else None

    def all_in(self, text: str, *, overlapping: bool = True) -> Iterator[tuple[int, str]]:
        """Where names begin in a text, and the longest that begins there.

        Args:
            overlapping: also those that begin within another; without them it is what ``find`` finds in the whole text.
        """
        alike_by_opening, single, end = self.index, self.single, len(text)
        free = 0
        for opening in self.opening.finditer(text):
            position = opening.start()
            if position < free:
                continue
            alike = alike_by_opening.get(text[position : position + 2])
            if alike is None:
                name = None
            elif text[position + 2 : position + 3] in alike.third:
                name = alike.longest(text, position, end)
            else:
                name = alike.shortest
            if name is None and text[position] in single:
                name = text[position]
            if name is not None:
                yield position, name
                free = free if overlapping else position + len(name)

    def find(self, text: str, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of known names between ``start`` and ``end``, without overlaps."""
        starts, ends = (_longest if len(text) > _SHORT else _longest_now)(self, text)
        index, count = bisect_left(starts, start), len(starts)
        found: list[tuple[int, int]] = []
        free = start
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
        """Finds the places where a name may begin, which are few: by its first three characters, if it has so many."""
        pairs = [opening for opening, alike in self.index.items() if alike.shortest]
        longer = [opening for opening, alike in self.index.items() if alike.third]
        looks = [_class(pair[1] for pair in pairs)] if pairs else []
        if longer:
            third = frozenset().union(*(self.index[opening].third for opening in longer))
            looks.append(_class(opening[1] for opening in longer) + _class(third))
        names = [f"{_class(opening[0] for opening in self.index)}(?={'|'.join(looks)})"] if looks else []
        return re.compile("|".join([*names, *([_class(self.single)] if self.single else [])]) or r"(?!)")


def _class(characters: Iterable[str]) -> str:
    return f"[{''.join(map(re.escape, sorted(set(characters))))}]"


def _longest_now(gazetteer: Gazetteer, text: str) -> tuple[Sequence[int], Sequence[int]]:
    """Where names begin in a text, and where the longest that begins there ends."""
    starts, ends = array("I"), array("I")
    for position, name in gazetteer.all_in(text):
        starts.append(position)
        ends.append(position + len(name))
    return starts, ends


_longest = functools.lru_cache(maxsize=8)(_longest_now)
"""The same, kept for the long texts asked for last: the grammar looks into a document from many sides."""
