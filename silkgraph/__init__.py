"""Silkgraph: the outcome documents of the Belt and Road Forum as a knowledge graph with evidence.

    import silkgraph

    kg = silkgraph.load()
    kg.outcomes(forum=2017, domain="energy")

Importing this loads nothing else; what ``load`` needs is imported when it is called.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from os import PathLike

    from IPython.core.interactiveshell import InteractiveShell

    from silkgraph.notebook.knowledge_graph import KnowledgeGraph
    from silkgraph.notebook.terms import Iri

__version__ = "0.1.0"
__all__ = ["iri", "load", "read_texts"]


def load(
    place: str | PathLike[str] | None = None,
    *,
    timeout: float = 60.0,
    build: bool = False,
    services: Iterable[str] = (),
) -> KnowledgeGraph:
    """Open a graph to ask.

    >>> import silkgraph
    >>> kg = silkgraph.load()
    >>> kg.ask("ASK { body:cdb rdfs:label 'China Development Bank'@en }")
    True

    Args:
        place: a data folder, an RDF file, or the address of a SPARQL 1.1 endpoint. If not given: the graph in
            ``$SILKGRAPH_DATA``, else in the user data folder, which is built first if nothing is there.
        timeout: how many seconds to wait for an endpoint.
        build: build the graph in the named data folder if nothing is there.
        services: endpoints that queries over a folder or a file may ask with ``SERVICE``; others are refused.

    Raises:
        StoreError: nothing is there, or it cannot be read.
        SourceError: a file holds no RDF.
        EndpointError: an endpoint does not answer, or has no such data.
    """
    from silkgraph.notebook import opening

    return opening.load(place, timeout=timeout, build=build, services=services)


def read_texts(*places: str | PathLike[str], like: str | None = None) -> KnowledgeGraph:
    """Read texts of your own into a graph in memory: nothing is stored.

    >>> mine = silkgraph.read_texts("extract/brf3-2023-multilateral-list/source.txt")
    >>> len(mine.outcomes())
    89

    Args:
        places: text files in UTF-8, or folders with ``source.txt`` and ``document.toml`` as in ``extract/``.
        like: the layout to read files with; recognised if not given.

    Raises:
        SourceError: one cannot be read.
    """
    from silkgraph.notebook import opening

    return opening.read_texts(places, like=like)


def iri(written: str) -> Iri:
    """An IRI, from a whole one, a prefixed name, or the part after ``…/id/``, to ask with.

    >>> silkgraph.iri("body:cdb")
    'https://w3id.org/silkgraph/id/body/cdb'
    """
    from silkgraph.notebook import terms

    return terms.iri(written)


def load_ipython_extension(shell: InteractiveShell) -> None:
    """``%load_ext silkgraph``: makes ``%%sparql`` known."""
    from silkgraph.notebook import magic

    magic.register(shell)
