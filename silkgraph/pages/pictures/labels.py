"""Names beside dots, where there is room: none lies on another, nor on a dot. The first ones asked for come first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from silkgraph.pages.terms import Text

HEIGHT = 13.0
LATIN, CHINESE = 6.3, 12.2
"""How wide a character is, roughly, at 12 pixels."""

Spot = tuple[str, float, float, float]
"""What is named, the middle and the radius of its dot."""
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Label:
    """A name and the place of its beginning."""

    words: str
    language: str
    x: float
    y: float


def labels(
    wanted: Iterable[tuple[Spot, Text]], dots: Sequence[Spot], width: float, height: float, longest: int = 34
) -> list[Label]:
    """The names for which there is room.

    Args:
        wanted: the spots to be named, the most important first, with their names.
        dots: all dots, which are kept free.
        width: of the picture.
        height: of the picture.
        longest: how many Latin characters a name may have before it is cut.
    """
    taken: list[Box] = [(x - r, y - r, x + r, y + r) for _, x, y, r in dots if r > 4]
    found = []
    for (_, x, y, r), name in wanted:
        words = _cut(name.words, longest)
        wide = _width(words)
        places = (
            (x - wide / 2, y - r - 4),
            (x - wide / 2, y + r + HEIGHT),
            (x + r + 4, y + 4),
            (x - r - 4 - wide, y + 4),
        )
        for left, base in places:
            box = (left, base - HEIGHT + 3, left + wide, base + 3)
            inside = box[0] >= 0 and box[2] <= width and box[1] >= 0 and box[3] <= height
            if inside and not any(_meet(box, other) for other in taken):
                taken.append(box)
                found.append(Label(words, name.language, round(left, 1), round(base, 1)))
                break
    return found


def _cut(words: str, longest: int) -> str:
    width = longest * LATIN
    if _width(words) <= width:
        return words
    while words and _width(words) > width - LATIN:
        words = words[:-1]
    return words.rstrip() + "…"


def _width(words: str) -> float:
    return sum(CHINESE if ord(letter) > 0x2E80 else LATIN for letter in words)


def _meet(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
