"""Whole numbers and days as values that can be compared; of other datatypes the order is left to pySHACL."""

from __future__ import annotations

import re
from datetime import date

from pyoxigraph import Literal
from rdflib.namespace import XSD

from silkgraph.numbered import Term, Terms

Measure = tuple[str, int | date]
"""A datatype and a value of it."""

INTEGER, DAY = str(XSD.integer), str(XSD.date)
"""Datatypes whose values are compared."""
INTEGERS = re.compile(r"[+-]?[0-9]+")
DAYS = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


class Measures(dict[int, "Measure | None"]):
    """``measure`` of the terms with these numbers, remembered."""

    def __init__(self, terms: Terms) -> None:
        super().__init__()
        self._terms = terms

    def __missing__(self, number: int) -> Measure | None:
        found = self[number] = measure(self._terms[number])
        return found


def measure(term: Term) -> Measure | None:
    """The datatype and the value of a whole number or a day; None of anything else, and of what is none.

    >>> from pyoxigraph import NamedNode
    >>> measure(Literal("12", datatype=NamedNode(INTEGER)))
    ('http://www.w3.org/2001/XMLSchema#integer', 12)
    """
    if not isinstance(term, Literal):
        return None
    kind, written = term.datatype.value, term.value
    if kind == INTEGER and INTEGERS.fullmatch(written):
        return kind, int(written)
    if kind == DAY and DAYS.fullmatch(written):
        try:
            return kind, date.fromisoformat(written)
        except ValueError:
            return None
    return None


def is_less(one: Measure | None, other: Measure | None) -> bool:
    """Whether a value is certainly less than another."""
    return one is not None and other is not None and one[0] == other[0] and one[1] < other[1]  # type: ignore[operator]
