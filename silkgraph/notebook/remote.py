"""An endpoint that speaks the SPARQL 1.1 Protocol, as a source of answers for notebooks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from pyoxigraph import QueryBoolean, QuerySolutions, Triple

from silkgraph.errors import RemoteError
from silkgraph.notebook.sources import Solutions, solutions
from silkgraph.remote.credentials import NOBODY, Authorization
from silkgraph.remote.endpoint import RemoteGraph
from silkgraph.remote.http import Web

EndpointError = RemoteError
"""An endpoint that does not answer, or answers with an error; ``status`` is that of HTTP, 0 where there is none."""

LATE = "Ask for less, or wait longer: silkgraph.load(url, timeout=300)."


@dataclass(frozen=True, slots=True)
class RemoteSource:
    """A SPARQL endpoint; make one with ``connected``."""

    graph: RemoteGraph

    @classmethod
    def connected(cls, url: str, timeout: float) -> Self:
        """The endpoint at ``url``, after a look at whether it has Silkgraph's data and where.

        Raises:
            EndpointError: it does not answer, is no SPARQL endpoint, or has no such data.
        """
        return cls(RemoteGraph.connected(url, Web(Authorization(NOBODY), timeout, when_late=LATE)))

    @property
    def place(self) -> str:
        """The address."""
        return self.graph.url

    @property
    def graphs(self) -> tuple[str, ...]:
        """The graphs that are sent with every query that names none itself."""
        return self.graph.dataset.default

    def select(self, query: str) -> Solutions:
        """See ``Source``."""
        answer = self.graph.query(query)
        if not isinstance(answer, QuerySolutions):
            raise self._unreadable("a truth value where rows were asked for")
        return solutions(answer)

    def ask(self, query: str) -> bool:
        """See ``Source``."""
        answer = self.graph.query(query)
        if not isinstance(answer, QueryBoolean):
            raise self._unreadable("rows where a truth value was asked for")
        return bool(answer)

    def construct(self, query: str) -> list[Triple]:
        """See ``Source``."""
        answer = self.graph.query(query)
        if isinstance(answer, QuerySolutions | QueryBoolean):
            raise self._unreadable("rows where triples were asked for")
        return list(answer)

    def close(self) -> None:
        """Nothing is held open between two questions."""

    def _unreadable(self, what: str) -> EndpointError:
        return EndpointError(f"the endpoint answered with {what}", url=self.place, advice="Is this a SPARQL endpoint?")
