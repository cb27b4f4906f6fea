"""Which bodies of the authority file have a name like that of a body that is not in it.

Two names are as alike as the share of pairs of neighbouring characters that they have in common (Dice's coefficient):
``欧亚经济联盟`` and ``俄罗斯欧亚经济联盟`` have 5 pairs in common out of 5 and 8, which is 2·5/(5+8), 77 percent.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypedDict

LEAST = 0.4
"""Names less alike than this have no more in common than 中国 or 委员会."""
_NO_LETTERS = re.compile(r"[\W_]+")


class Candidate(TypedDict):
    """A body that may be meant, under its name that is most like the one asked about; ``likeness`` from 0 to 1."""

    body: str
    name: str
    likeness: float


@dataclass(frozen=True)
class KnownNames:
    """The names of the authority file, found by what they have in common. Make one with ``KnownNames.of()``."""

    names: tuple[tuple[str, str, str | None], ...]
    """Identifier, name and country of the body, for each name."""
    sizes: tuple[int, ...]
    """How many pairs of characters each name has."""
    having: Mapping[str, tuple[int, ...]]
    """The positions of the names that have a pair of characters."""

    @classmethod
    def of(cls, names: Iterable[tuple[str, str, str | None]]) -> KnownNames:
        """The names given as identifier, name and country (None where of no country)."""
        ordered = tuple(sorted(set(names), key=lambda name: (name[0], name[1])))
        having: defaultdict[str, list[int]] = defaultdict(list)
        sizes = []
        for position, (_, name, _) in enumerate(ordered):
            found = _pairs(name)
            sizes.append(len(found))
            for pair in found:
                having[pair].append(position)
        return cls(ordered, tuple(sizes), {pair: tuple(positions) for pair, positions in having.items()})

    def nearest(self, name: str, country: str | None, most: int = 3) -> list[Candidate]:
        """The bodies with a name like ``name``, the most alike first, each once; none of another country."""
        asked = _pairs(name)
        common = Counter(position for pair in asked for position in self.having.get(pair, ()))
        best: dict[str, Candidate] = {}
        for position, shared in common.items():
            identifier, known, of = self.names[position]
            likeness = round(2 * shared / (len(asked) + self.sizes[position]), 2)
            if likeness < LEAST or country and of and country != of:
                continue
            earlier = best.get(identifier)
            if earlier is None or (-likeness, known) < (-earlier["likeness"], earlier["name"]):
                best[identifier] = Candidate(body=identifier, name=known, likeness=likeness)
        return sorted(best.values(), key=lambda one: (-one["likeness"], one["body"]))[:most]


def _pairs(name: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a name, without marks and spaces."""
    plain = _NO_LETTERS.sub("", name).casefold()
    return frozenset(plain[at : at + 2] for at in range(len(plain) - 1)) or frozenset((plain,))
