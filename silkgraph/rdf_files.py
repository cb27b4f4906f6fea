"""RDF files of any syntax, told by their suffix, also packed with gzip."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, parse

from silkgraph.errors import SourceError

OTHER_SUFFIXES = {"owl": RdfFormat.RDF_XML, "json": RdfFormat.JSON_LD}
"""File names that people give to RDF and that ``RdfFormat.from_extension`` does not know."""
PACKED = ".gz"


def read_quads(path: Path) -> list[Quad]:
    """The statements of an RDF file: ``release/silkgraph.trig``, ``dump.nq.gz``.

    Raises:
        SourceError: the file is missing, of no known syntax, unreadable or empty.
    """
    syntax = syntax_of(path)
    try:
        if path.suffix == PACKED:
            quads = list(parse(gzip.decompress(path.read_bytes()), format=syntax))
        else:
            quads = list(parse(path=str(path), format=syntax))
    except FileNotFoundError:
        raise SourceError("there is no such file", path=path) from None
    except SyntaxError as error:
        raise SourceError(f"this is not {syntax.name}: {error.msg}", path=path, line=error.lineno) from error
    except (OSError, ValueError, EOFError, zlib.error) as error:
        raise SourceError(f"the file cannot be read: {error}", path=path) from error
    if not quads:
        raise SourceError("the file holds no statement", path=path, advice="Give a file with RDF data.")
    return [quad for quad in quads if isinstance(quad, Quad)]


def syntax_of(path: Path) -> RdfFormat:
    """The syntax that the name of a file tells.

    Raises:
        SourceError: it tells none.
    """
    named = path.with_suffix("") if path.suffix == PACKED else path
    suffix = named.suffix.removeprefix(".").lower()
    known = RdfFormat.from_extension(suffix) or OTHER_SUFFIXES.get(suffix)
    if known is None:
        raise SourceError(
            f"the suffix {path.suffix or '(none)'} says no RDF syntax",
            path=path,
            advice="Name it .ttl, .trig, .nt, .nq, .rdf, .jsonld or .n3, by what it holds; .gz may follow.",
        )
    return known
