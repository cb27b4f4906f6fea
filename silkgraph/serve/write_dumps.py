"""``python -m silkgraph.serve.write_dumps GRAPH.nq FOLDER``: the graph in every format, each file whole or absent."""

from __future__ import annotations

import hashlib
import json
import os
import sys
from pathlib import Path

from silkgraph.export.graph import graph_pieces
from silkgraph.serve.dumps import INDEX, NAMES
from silkgraph.store.layout import replace_file

NICENESS = 15
"""Queries go first."""


def write_dumps(nquads: Path, folder: Path) -> None:
    """Write all files, and an index with their sizes and checksums."""
    index = {}
    for name, format in NAMES.items():
        content = b"".join(graph_pieces(nquads, format))
        index[name] = (len(content), hashlib.sha256(content).hexdigest())
        replace_file(folder / INDEX, [json.dumps(index).encode("ascii")])
        if format != "nquads":
            replace_file(folder / name, [content])


if __name__ == "__main__":
    os.nice(NICENESS)
    write_dumps(Path(sys.argv[1]), Path(sys.argv[2]))
