"""Where two graphs differ, statement by statement: two sorted files read side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from silkgraph.compare.side import LINE
from silkgraph.namespaces import GRAPHS, THINGS

_THINGS = re.escape(THINGS.encode())
OWNER = re.compile(
    rb"<("
    + _THINGS
    + rb"(?:(?:outcome|figure)/[^/>]+/[^/>]+/[^/>]+(?=(?:/party|/amount)?(?:/\d+)?>)|body/[^/>]+(?=>)))"
)
"""The outcome, figure or body that a statement tells of, also where its subject is a party or a sum of an outcome."""
PASSAGE = re.compile(rb"<(" + _THINGS + rb"passage/[^/>]+/[^/>]+)>")


@dataclass(slots=True)
class Difference:
    """Which things have statements that only one side has, and how many there are in each graph."""

    owners: set[bytes] = field(default_factory=set)
    passages: set[bytes] = field(default_factory=set)
    removed: Counter[str] = field(default_factory=Counter)
    """Statements that only the old side has, by graph."""
    added: Counter[str] = field(default_factory=Counter)


def difference(old: Iterable[bytes], new: Iterable[bytes]) -> Difference:
    """Where two graphs, given as sorted lines, differ."""
    found = Difference()
    for line, is_new in differing(old, new):
        statement = LINE.fullmatch(line)
        graph = (statement["graph"] if statement else None) or b""
        counts = found.added if is_new else found.removed
        counts[graph.decode("utf-8").strip("<>").removeprefix(GRAPHS)] += 1
        if owner := OWNER.match(line):
            found.owners.add(owner[1])
        elif passage := PASSAGE.match(line):
            found.passages.add(passage[1])
    return found


def differing(old: Iterable[bytes], new: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """The lines that only one of two sorted files has, in order, and whether it is the new one.

    >>> list(differing([b"a", b"b"], [b"b", b"c"]))
    [(b'a', False), (b'c', True)]
    """
    olds, news = iter(old), iter(new)
    left, right = next(olds, None), next(news, None)
    while left is not None or right is not None:
        if left == right:
            left, right = next(olds, None), next(news, None)
        elif right is None or (left is not None and left < right):
            assert left is not None
            yield left, False
            left = next(olds, None)
        else:
            yield right, True
            right = next(news, None)
