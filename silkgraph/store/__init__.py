"""Keeping the built graph on disk: one complete store at a time, switched in by one rename.

A data folder looks like this::

    current                     the name of the store that is in use (a text file, replaced as a whole)
    building.lock               held while a build runs
    readings/                   what was read from each document, for the next build (``silkgraph.corpus``)
    store-1f2e3d4c5b6a/         a store, named after the SHA-256 of its canonical N-Quads
        silkgraph.json          the manifest: versions, checksum, counts, what each document gave
        silkgraph.nq            the whole graph as canonical, sorted N-Quads
        sources/DOCUMENT.txt    the texts that the offsets in the graph point into
        database/               pyoxigraph's own files
        in-use.lock             held, shared, by everyone who reads the store

A build fills a new ``store-…`` folder that nobody looks at and then replaces ``current``. Killed
at any point before that, it leaves the last good store as it was; the next build clears the rest away.
"""

from silkgraph.store.canonical import canonical_nquads, sha256_of
from silkgraph.store.manifest import DocumentSummary, Manifest
from silkgraph.store.reading import OpenStore, open_store
from silkgraph.store.writing import StoreWriter, in_union, new_store

__all__ = [
    "DocumentSummary",
    "Manifest",
    "OpenStore",
    "StoreWriter",
    "canonical_nquads",
    "in_union",
    "new_store",
    "open_store",
    "sha256_of",
]
