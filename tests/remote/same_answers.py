"""The answers of the built graph, so that those of a server of other make can be compared with them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from pyoxigraph import Literal, QueryBoolean, QuerySolutions

from silkgraph.ask.query import Answer

NUMBERS = {f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("integer", "decimal")}


def normal(answer: Answer) -> Any:
    """An answer so that equal ones compare as equal: rows in their order, triples sorted, numbers by their value."""
    if isinstance(answer, QueryBoolean):
        return bool(answer)
    if isinstance(answer, QuerySolutions):
        return [variable.value for variable in answer.variables], [[_term(term) for term in row] for row in answer]
    return sorted(str(triple) for triple in answer)


def _term(term: Any) -> Any:
    # Virtuoso keeps integers of more than 32 bits as decimals.
    if isinstance(term, Literal) and term.datatype.value in NUMBERS:
        return Decimal(term.value)
    return None if term is None else str(term)
