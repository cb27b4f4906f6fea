"""Where answers come from: a store that is open here, or an endpoint; both answer the same three kinds of question."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NoReturn, Protocol

from pyoxigraph import QueryBoolean, QuerySolutions, Store, Triple

from silkgraph.ask.query import Answer, ask
from silkgraph.ask.written import form_of
from silkgraph.errors import QueryError
from silkgraph.notebook.terms import Term
from silkgraph.store import OpenStore


@dataclass(frozen=True, slots=True)
class Solutions:
    """The answer to a SELECT, all of it: names of columns, and rows of terms."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Term | None, ...], ...]


class Source(Protocol):
    """Something that answers queries. ``place`` is the folder, file or address that it is known by."""

    @property
    def place(self) -> str: ...

    def select(self, query: str) -> Solutions:
        """The rows of a SELECT; a ``QueryError`` where it cannot be answered."""

    def ask(self, query: str) -> bool:
        """The answer of an ASK."""

    def construct(self, query: str) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE."""

    def close(self) -> None:
        """Let go of what is held open."""


@dataclass(frozen=True, slots=True)
class LocalSource:
    """A store of pyoxigraph whose default graph is the union of its named graphs."""

    place: str
    graph: Store
    services: frozenset[str] = frozenset()
    """The endpoints that ``SERVICE`` may name."""
    opened: OpenStore | None = field(default=None, repr=False)
    """The built graph that ``graph`` is of, if it is: as long as it is open, no build removes it."""

    def select(self, query: str) -> Solutions:
        answer = self._answer(query)
        return solutions(answer) if isinstance(answer, QuerySolutions) else _wrong_form(query)

    def ask(self, query: str) -> bool:
        answer = self._answer(query)
        return bool(answer) if isinstance(answer, QueryBoolean) else _wrong_form(query)

    def construct(self, query: str) -> list[Triple]:
        answer = self._answer(query)
        return _wrong_form(query) if isinstance(answer, QuerySolutions | QueryBoolean) else list(answer)

    def _answer(self, query: str) -> Answer:
        return ask(self.graph, query, services=self.services)

    def close(self) -> None:
        if self.opened is not None:
            self.opened.close()


def solutions(answer: QuerySolutions) -> Solutions:
    """All rows of an answer.

    Raises:
        QueryError: one of them cannot be had.
    """
    names = tuple(variable.value for variable in answer.variables)
    try:
        return Solutions(names, tuple(tuple(row[name] for name in names) for row in answer))
    except (OSError, ValueError, RuntimeError, SyntaxError) as error:
        raise QueryError(f"the query could not be answered to its end: {error}") from error


CALLS: dict[str, str] = {
    "select": "kg.query(…)",
    "ask": "kg.ask(…)",
    "construct": "kg.construct(…)",
    "describe": "kg.construct(…)",
}


def check_form(query: str, *wanted: str) -> None:
    """Let a query of the wanted form pass.

    Raises:
        QueryError: it is of another form; the message says which call answers it.
    """
    form = form_of(query)
    if form not in wanted:
        raise QueryError(f"this is {form.upper()}, not {wanted[0].upper()}", advice=f"Ask it with {CALLS[form]}.")


def _wrong_form(query: str) -> NoReturn:
    raise QueryError(f"the query is {form_of(query).upper()}, which is asked with {CALLS[form_of(query)]}")
