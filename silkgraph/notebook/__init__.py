"""The graph in Python and in notebooks: ``silkgraph.load()`` gives a ``KnowledgeGraph``.

The same questions go to the built graph, to an RDF file and to any SPARQL 1.1 endpoint, and are answered in values of
Python, DataFrames of pandas and polars, graphs of rdflib and networks of networkx. Those four come with
``pip install 'silkgraph[notebook]'``; none is imported before something asks for it.

    opening          what is to be opened: the built graph, a file, an endpoint, texts of one's own
    sources, remote  where answers come from, each behind the same three calls
    bindings, terms  from values of Python to SPARQL, and back
    result, html     an answer: rows, DataFrames, and what a notebook shows of it
    tables, frames   the ready tables (``kg.outcomes()`` …) out of the queries in ``queries/notebook/``
    networks, rdf    networkx and rdflib
    traces           from a thing to its sentence
    magic, progress, charts   what only notebooks have
"""
