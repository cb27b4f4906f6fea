"""Regular expressions that look at two characters before they look at anything else.

``re`` tries every alternative of a long expression at every place of a text. Where the expression tells with which
characters a match can begin (or end), one look at them rules out most places.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterable
from typing import Any

_parser: Any = importlib.import_module("re._parser")  # what ``re`` itself reads expressions with
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_SINGLE = frozenset(("LITERAL", "IN"))
_ZERO_WIDTH = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
_ANYTHING = None
_FEW = 14
"""So many alternatives are tried faster than looks are taken."""
_Edge = tuple[frozenset[str] | None, bool]
"""With what a match begins, as the pieces of a character class (None: with anything), and whether it may be empty."""
_Opening = tuple[frozenset[str], frozenset[str] | None]
"""With which characters a match begins, and what may be the second one then (None: anything, or the end)."""


def watchful(expression: str) -> re.Pattern[str]:
    """The expression compiled, with a look at its first characters in front of it.

    A few words need none: ``re`` goes straight to the characters with which they begin (``开展|实施``).
    """
    return re.compile(expression if _are_few_words(expression) else watched(expression))


def watched(expression: str) -> str:
    """The expression with a look at its first two characters in front of it, also to be a part of a longer one.

    It matches what it matches without: ``建成|(?:隧道)?贯通`` is searched as
    ``(?=[建贯隧][成通道])(?:建成|(?:隧道)?贯通)``. One that may begin with anything stays as it is.
    """
    openings = _openings(list(_parser.parse(expression)))
    if not openings:
        return expression
    alone = frozenset().union(*(first for first, second in openings if second is _ANYTHING))
    first = frozenset().union(*(first for first, second in openings if second is not _ANYTHING))
    second = frozenset().union(*(second for _, second in openings if second is not _ANYTHING))
    looks = [f"{_class(first)}{_class(second)}"] if first else []
    looks += [_class(alone)] if alone else []
    return f"(?={'|'.join(looks)})(?:{expression})"


@functools.cache
def last_character(expression: str) -> re.Pattern[str]:
    """A pattern for the character with which any match of the expression ends, to be asked before ``…$`` is searched.

    Any character where that cannot be told.
    """
    pieces, may_be_empty = _edge(_parser.parse(expression), first=False)
    return re.compile("(?s:.)" if pieces is _ANYTHING or may_be_empty else _class(pieces))


def _are_few_words(expression: str) -> bool:
    """Whether each of a few alternatives begins with a single character."""
    (operation, argument), *_ = _parser.parse(expression) or [("AT", None)]
    if str(operation) != "BRANCH":
        return str(operation) == "LITERAL"
    beginnings = [str(item[0][0]) for item in argument[1] if item]
    return len(beginnings) == len(argument[1]) <= _FEW and set(beginnings) == {"LITERAL"}


def _class(pieces: Iterable[str]) -> str:
    return f"[{''.join(sorted(pieces))}]"


def _openings(items: list[Any]) -> list[_Opening] | None:
    """With which two characters a sequence of parsed items may begin; None where that cannot be told."""
    while items and str(items[0][0]) in _ZERO_WIDTH:
        items = items[1:]
    if not items:
        return None
    (operation, argument), rest = items[0], items[1:]
    if str(operation) == "BRANCH":
        return _of_all(_openings([*branch, *rest]) for branch in argument[1])
    if str(operation) == "SUBPATTERN":
        return _openings([*argument[-1], *rest])
    if str(operation) in _REPEATS:
        return _of_repeat(str(operation), argument, rest)
    pieces, may_be_empty = _edge_of(str(operation), argument, first=True)
    if pieces is _ANYTHING or may_be_empty:
        return None
    following, may_end = _edge(rest, first=True) if str(operation) in _SINGLE else (_ANYTHING, True)
    return [(pieces, _ANYTHING if may_end else following)]


def _of_repeat(operation: str, argument: Any, rest: list[Any]) -> list[_Opening] | None:
    """The openings of what is repeated, once or again before the rest, and of the rest where it may be left out."""
    least, most, repeated = argument
    if _edge(repeated, first=True)[1]:
        return None
    again = [(operation, (0, most, repeated))] if most > 1 else []
    once = _openings([*repeated, *again, *rest])
    return once if least else _of_all((once, _openings(rest)))


def _of_all(alternatives: Iterable[list[_Opening] | None]) -> list[_Opening] | None:
    """The openings of all alternatives; None where those of one cannot be told."""
    found: list[_Opening] = []
    for openings in alternatives:
        if openings is None:
            return None
        found += openings
    return found


def _edge(items: Iterable[Any], *, first: bool) -> _Edge:
    """The characters with which a sequence of parsed items begins, or ends."""
    found: frozenset[str] = frozenset()
    for operation, argument in items if first else reversed(list(items)):
        pieces, may_be_empty = _edge_of(str(operation), argument, first=first)
        if pieces is _ANYTHING:
            return _ANYTHING, False
        found |= pieces
        if not may_be_empty:
            return found, False
    return found, True


def _edge_of(operation: str, argument: Any, *, first: bool) -> _Edge:
    """The characters with which one parsed item begins, or ends; anything where it is of a kind not named here."""
    if operation in _ZERO_WIDTH:
        return frozenset(), True
    if operation == "LITERAL":
        return frozenset((re.escape(chr(argument)),)), False
    if operation == "IN":
        return _members(argument), False
    if operation == "SUBPATTERN":
        return _edge(argument[-1], first=first)
    if operation == "ATOMIC_GROUP":
        return _edge(argument, first=first)
    if operation in _REPEATS:
        least, _, repeated = argument
        pieces, may_be_empty = _edge(repeated, first=first)
        return pieces, may_be_empty or least == 0
    if operation == "BRANCH":
        edges = [_edge(branch, first=first) for branch in argument[1]]
        if any(pieces is _ANYTHING for pieces, _ in edges):
            return _ANYTHING, False
        return frozenset().union(*(pieces or () for pieces, _ in edges)), any(empty for _, empty in edges)
    return _ANYTHING, False


def _members(members: Iterable[Any]) -> frozenset[str] | None:
    """The pieces of a character class, None for one that names what it does not hold."""
    pieces = set()
    for operation, argument in members:
        if str(operation) == "LITERAL":
            pieces.add(re.escape(chr(argument)))
        elif str(operation) == "RANGE":
            pieces.add("-".join(re.escape(chr(end)) for end in argument))
        elif str(operation) == "CATEGORY" and str(argument) == "CATEGORY_DIGIT":
            pieces.add(r"\d")
        else:
            return _ANYTHING
    return frozenset(pieces)
