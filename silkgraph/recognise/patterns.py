"""Regular expressions that look at one character before they look at anything else.

``re`` tries every alternative of a long expression at every place of a text. Where the expression tells with which
characters a match can begin (or end), one look at the character rules out most places.
"""

from __future__ import annotations

import functools
import importlib
import re
from collections.abc import Iterable
from typing import Any

_parser: Any = importlib.import_module("re._parser")  # what ``re`` itself reads expressions with
_REPEATS = frozenset(("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"))
_ZERO_WIDTH = frozenset(("AT", "ASSERT", "ASSERT_NOT"))
_ANYTHING = None
_Edge = tuple[frozenset[str] | None, bool]
"""With what a match begins, as the pieces of a character class (None: with anything), and whether it may be empty."""


def watchful(expression: str) -> re.Pattern[str]:
    """The expression compiled, with a look at the first character in front of it."""
    return re.compile(watched(expression))


def watched(expression: str) -> str:
    """The expression with a look at the first character in front of it, also to be a part of a longer one.

    It matches what it matches without: ``建成|(?:隧道)?贯通`` is searched as ``(?=[建隧贯])(?:建成|(?:隧道)?贯通)``.
    One that may begin with anything stays as it is.
    """
    pieces, may_be_empty = _edge(_parser.parse(expression), first=True)
    return expression if pieces is _ANYTHING or may_be_empty else f"(?={_class(pieces)})(?:{expression})"


@functools.cache
def last_character(expression: str) -> re.Pattern[str]:
    """A pattern for the character with which any match of the expression ends, to be asked before ``…$`` is searched.

    Any character where that cannot be told.
    """
    pieces, may_be_empty = _edge(_parser.parse(expression), first=False)
    return re.compile("(?s:.)" if pieces is _ANYTHING or may_be_empty else _class(pieces))


def _class(pieces: Iterable[str]) -> str:
    return f"[{''.join(sorted(pieces))}]"


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
