"""What a query may not do, decided on its tokens before any engine sees it.

pyoxigraph performs ``SERVICE`` and has no switch against it, and a query of some thousand nested
groups overflows its parser's stack and ends the process. Both are refused here. Strings, IRIs and
comments are skipped first, so that a literal "SERVICE" or an IRI that ends in ``/service`` passes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from silkgraph.errors import QueryError

DEEPEST = 200
"""Groups, brackets and parentheses inside each other; what people write stays under 30."""

_FORBIDDEN = {
    "service": "SERVICE is refused: queries are answered from the built graph alone",
    "load": "LOAD is refused: the store is read-only",
    "insert": "INSERT is refused: the store is read-only",
    "delete": "DELETE is refused: the store is read-only",
    "clear": "CLEAR is refused: the store is read-only",
    "drop": "DROP is refused: the store is read-only",
    "create": "CREATE is refused: the store is read-only",
}

_TOKEN = re.compile(
    r"""
      (?P<space>\s+|\#[^\n\r]*)
    | (?P<iri><[^\x00-\x20<>"{}|^`\\]*>)
    | (?P<string>\"\"\"(?:\"{0,2}(?:[^"\\]|\\.))*\"\"\" | '''(?:'{0,2}(?:[^'\\]|\\.))*'''
        | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<tag>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
    | (?P<name>(?:[^\W\d_][\w.\-]*)?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\[^\w\s])(?:[\w.:\-]|%[0-9A-Fa-f]{2}|\\[^\w\s])*
        | (?:[^\W\d_][\w.\-]*)?: | _:\w[\w.\-]*)
    | (?P<word>[A-Za-z_]\w*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """A piece of a query: its kind (a group of ``_TOKEN``), its text and where it starts."""

    kind: str
    text: str
    start: int


def tokens(query: str) -> Iterator[Token]:
    """The tokens of a SPARQL query, without white space and comments."""
    for match in _TOKEN.finditer(query):
        kind = match.lastgroup or "mark"
        if kind != "space":
            yield Token(kind, match.group(), match.start())


def check_query(query: str, path: str | None = None, *, services: Collection[str] = ()) -> bool:
    """Let a query pass, or say why not.

    Args:
        query: the query.
        path: the file that it comes from, for messages.
        services: the endpoints that ``SERVICE`` may name, each by its whole IRI.

    Returns:
        Whether the query asks one of ``services``.

    Raises:
        QueryError: the query asks another server, writes, or nests too deeply.
    """
    depth = 0
    asks_a_service = False
    called: Token | None = None
    for token in tokens(query):
        word = token.text.casefold() if token.kind == "word" else ""
        if called is not None and word != "silent":
            # Only an IRI written out can be compared: not a variable, not a prefixed name, not a relative one.
            if token.kind != "iri" or token.text[1:-1] not in services:
                allowed = f"SERVICE may ask {', '.join(sorted(services))} only, written out in angle brackets"
                raise _refusal(query, called, allowed, path)
            called, asks_a_service = None, True
        if word == "service" and services:
            called = token
        elif reason := _FORBIDDEN.get(word):
            raise _refusal(query, token, reason, path)
        if token.kind == "mark":
            depth += (token.text in "{[(") - (token.text in "}])")
            if depth > DEEPEST:
                raise _refusal(query, token, f"more than {DEEPEST} groups inside each other", path)
    return asks_a_service


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    """Where ``offset`` is in ``text``, both counted from 1."""
    return text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)


def _refusal(query: str, token: Token, reason: str, path: str | None) -> QueryError:
    line, column = line_and_column(query, token.start)
    return QueryError(f"{reason} (line {line}, column {column})", path=path, line=line if path else None)
