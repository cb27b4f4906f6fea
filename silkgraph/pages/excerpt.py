"""The part of a text that was searched for: cut out around the words found, and these marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from silkgraph.read.script import simplified

LONGEST = 180
"""Characters of a text that are shown."""
BEFORE = 50
"""Of these, how many stand before the first word found."""

Pieces = tuple[tuple[str, bool], ...]
"""A text in order, cut into pieces, and whether each was searched for."""


def excerpt(text: str, question: str) -> Pieces:
    """A text as a list of results shows it.

    >>> excerpt("支持發展綠色金融。", "绿色金融")
    (('支持發展', False), ('綠色金融', True), ('。', False))
    """
    found = _found(_plain(text), _plain(question))
    first = _densest(found, LONGEST - BEFORE)
    start = max(0, min(first - BEFORE, len(text) - LONGEST)) if len(text) > LONGEST else 0
    end = min(len(text), start + LONGEST)
    pieces = [
        ("".join(text[number] for number in numbers), is_found)
        for is_found, numbers in groupby(range(start, end), key=found.__contains__)
    ]
    before = [("… ", False)] if start else []
    return (*before, *pieces, *([(" …", False)] if end < len(text) else []))


def _found(text: str, question: str) -> set[int]:
    """Where in a text stand words of a question: the longest parts of it that the text has."""
    return {
        place
        for word in set(_parts(text, question))
        for start in _starts(text, word)
        for place in range(start, start + len(word))
    }


def _parts(text: str, question: str) -> Iterator[str]:
    """The parts of a question that a text has, as long as possible from the left. Latin words are not cut."""
    for piece in question.split():
        place = 0
        while place < len(piece):
            shortest = 1 if len(piece) == 1 else 2
            ends = range(len(piece), place + shortest - 1, -1)
            end = next((end for end in ends if piece[place:end] in text and not _is_cut(piece, place, end)), None)
            if end is not None:
                yield piece[place:end]
            place = end or place + 1


def _is_cut(text: str, start: int, end: int) -> bool:
    """Whether a Latin word goes on beyond one of two places."""
    return any(
        0 < place < len(text) and _is_latin(text[place - 1]) and _is_latin(text[place]) for place in (start, end)
    )


def _starts(text: str, word: str) -> Iterator[int]:
    start = text.find(word)
    while start >= 0:
        if not _is_cut(text, start, start + len(word)):
            yield start
        start = text.find(word, start + 1)


def _is_latin(character: str) -> bool:
    return character.isalnum() and character < "\u2e80"


def _densest(places: set[int], width: int) -> int:
    """Where as much as possible of what was found stands within so many characters; 0 where nothing was found."""
    ordered = sorted(places)
    best, first, end = 0, 0, 0
    for number, place in enumerate(ordered):
        while end < len(ordered) and ordered[end] < place + width:
            end += 1
        if end - number > best:
            best, first = end - number, place
    return first


def _plain(text: str) -> str:
    """A text as it is compared, character for character: simplified, half width, small letters."""
    folded = (unicodedata.normalize("NFKC", character).casefold() for character in text.translate(simplified()))
    return "".join(plain if len(plain) == 1 else " " for plain in folded)
