"""Where a query goes wrong, and with which word.

The engine's parser reads ahead to compare keywords, and names as the place of an error the farthest character that it
has looked at: in ``SELECT * { ?s ?p . ?x ?y ?z }`` some place in ``?x``, not the ``.`` that stands where an object
should. So the place is looked for: the first token after which no query could go on.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

from silkgraph.ask.guard import line_and_column, tokens

LONGEST_SEARCHED = 100_000
"""Of longer queries the engine's own place is told: each look takes as long as parsing the query."""

_AT = re.compile(r"^error at (\d+):(\d+): (.*)$", re.DOTALL)
_GAP = " " * 100
"""Longer than any keyword, so that a parser that reads ahead from before it never looks at what is behind it."""
_NONSENSE = "\x01" * 100
_SENTENCE = re.compile(r"[A-Z][A-Za-z]+(?: [A-Za-z]+){2,}")


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a query: the place, counted from 1, the line as it is written, and what is wrong there."""

    line: int
    column: int
    text: str
    problem: str


def fault(query: str, error: SyntaxError, parse: Callable[[str], object]) -> Fault | None:
    """The place of an error, None where the engine names no place.

    Args:
        query: the query.
        error: what the engine says of it.
        parse: has the engine parse a query; raises SyntaxError.

    >>> import pyoxigraph
    >>> parse = pyoxigraph.Store().query
    >>> try:
    ...     parse("SELECT * { ?s ?p . ?x ?y ?z }")
    ... except SyntaxError as error:
    ...     fault("SELECT * { ?s ?p . ?x ?y ?z }", error, parse).problem
    "'.' is not expected here"
    """
    told = _AT.match(str(error))
    if told is None:
        return None
    line, column = int(told[1]), int(told[2])
    problem = _said(told[3])
    if len(query) <= LONGEST_SEARCHED:
        written = list(tokens(query))
        ends = [token.start + len(token.text) for token in written]
        first = bisect_left(ends, True, key=lambda end: _is_lost(query[:end], parse))
        if first < len(written):
            line, column = line_and_column(query, written[first].start)
            problem = problem or f"{written[first].text[:60]!r} is not expected here"
        else:
            line, column = line_and_column(query, len(query.rstrip()))
            problem = problem or "the query ends too early"
    lines = query.split("\n")
    return Fault(line, column, lines[line - 1] if line <= len(lines) else "", problem or _expected(told[3]))


def _is_lost(start: str, parse: Callable[[str], object]) -> bool:
    """Whether no query begins like this."""
    try:
        parse(start + _GAP + _NONSENSE)
    except SyntaxError as error:
        told = _AT.match(str(error))
        if told is None:
            return False
        line, column = int(told[1]), int(told[2])
        end_line, end_column = line_and_column(start, len(start))
        return (line, column) < (end_line, end_column + len(_GAP))
    except ValueError:
        return True
    return False


def _said(wanted: str) -> str:
    """The sentence among what the parser expected: ``Prefix not found``, ``The SELECT overrides …``."""
    found = _SENTENCE.search(" ".join(wanted.split()))
    return found[0] if found else ""


def _expected(wanted: str) -> str:
    """What the parser expected, short."""
    line = " ".join(wanted.split())
    return line if len(line) <= 200 else line[:200] + " …"
