"""The graph as bytes that depend on nothing but what it says."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse, serialize


def canonical_nquads(quads: Iterable[Quad]) -> bytes:
    """The quads as N-Quads, each once, one a line, lines in byte order.

    Blank nodes, which the project avoids, are named by RDF Dataset Canonicalization (RDFC-1.0), so
    that a stray one cannot make two builds differ.
    """
    content = serialize(quads, format=RdfFormat.N_QUADS) or b""
    lines = set(content.splitlines(keepends=True))
    if any(line.startswith(b"_:") or b" _:" in line for line in lines):
        dataset = Dataset(parse(content, format=RdfFormat.N_QUADS))
        dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        lines = set((serialize(dataset, format=RdfFormat.N_QUADS) or b"").splitlines(keepends=True))
    return b"".join(sorted(lines))


def sha256_of(content: bytes) -> str:
    """The SHA-256 of ``content``, in lower-case hexadecimal."""
    return hashlib.sha256(content).hexdigest()
