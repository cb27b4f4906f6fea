"""The graph as bytes that depend on nothing but what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, serialize


def canonical_nquads(quads: Iterable[Quad]) -> bytes:
    """The quads as N-Quads, each once, one a line, lines in byte order.

    Blank nodes, which the project avoids, are named by RDF Dataset Canonicalization (RDFC-1.0), so
    that a stray one cannot make two builds differ.
    """
    dataset = Dataset(quads)
    if any(isinstance(term, BlankNode) for quad in dataset for term in (quad.subject, quad.object)):
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    lines = serialize(dataset, format=RdfFormat.N_QUADS) or b""
    return b"".join(sorted(lines.splitlines(keepends=True)))


def sha256_of(content: bytes) -> str:
    """The SHA-256 of ``content``, in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()
