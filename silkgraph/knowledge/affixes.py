"""Lists of words that names begin or end with, asked for the longest one: which lengths are worth a look.

Of the hundreds of endings that tell a kind of body only those are as long as their length says that end with the
last character of the name in hand; most often there are none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

Lengths = Mapping[str, tuple[int, ...]]
"""How long the words are that share a beginning or an ending, the longest first."""


def lengths_by_beginning(words: Iterable[str], characters: int) -> Lengths:
    """The lengths of words by their first characters.

    >>> lengths_by_beginning(["老挝", "老挝人民民主共和国", "缅甸"], 2)
    {'老挝': (9, 2), '缅甸': (2,)}
    """
    return _grouped((word[:characters], len(word)) for word in words)


def lengths_by_ending(words: Iterable[str]) -> Lengths:
    """The lengths of words by their last character.

    >>> lengths_by_ending(["银行", "开发银行", "部"])
    {'行': (4, 2), '部': (1,)}
    """
    return _grouped((word[-1:], len(word)) for word in words)


def _grouped(lengths: Iterable[tuple[str, int]]) -> Lengths:
    found: dict[str, set[int]] = {}
    for shared, length in lengths:
        found.setdefault(shared, set()).add(length)
    return {shared: tuple(sorted(of_these, reverse=True)) for shared, of_these in found.items()}
