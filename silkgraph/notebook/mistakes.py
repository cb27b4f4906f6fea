"""Where a query goes wrong by its grammar: told in lines and columns of what was written, whoever was asked."""

from __future__ import annotations

from pyoxigraph import Store

from silkgraph.ask.guard import tokens
from silkgraph.ask.query import ask
from silkgraph.errors import QueryError


def mistake(query: str) -> QueryError | None:
    """What is wrong with a query, found by asking an empty store; None where nothing is.

    A query with ``SERVICE`` is not looked at: the store would ask the other server.
    """
    if any(token.kind == "word" and token.text.casefold() == "service" for token in tokens(query)):
        return None
    try:
        ask(Store(), query)
    except QueryError as error:
        return error
    return None
