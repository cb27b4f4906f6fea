"""Where a graph is at a server: SPARQL 1.1 Graph Store HTTP Protocol, section 4."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from silkgraph.namespaces import GRAPHS


@dataclass(frozen=True, slots=True)
class GraphStore:
    """A graph store.

    Args:
        url: its address; it may have a query of its own.
        is_direct: whether each graph has an address of its own below it, instead of ``?graph=IRI``.
    """

    url: str
    is_direct: bool = False

    def address(self, graph: str) -> str:
        """The address of a graph; of the default graph where ``graph`` is empty."""
        if self.is_direct and graph:
            return f"{self.url.rstrip('/')}/{quote(short(graph), safe='')}"
        joint = "&" if "?" in self.url else "?"
        return f"{self.url}{joint}" + (f"graph={quote(graph, safe='')}" if graph else "default")


def short(graph: str) -> str:
    """A graph as people call it: ``links`` for ``https://w3id.org/silkgraph/graph/links``."""
    return graph.removeprefix(GRAPHS) if graph else "the default graph"
