"""One side of a comparison: a graph as lines of canonical N-Quads, wherever it lies and however it is written.

<https://…/id/outcome/brf1-2017-outcome-list/1.3/2> <https://…#kind> <https://…/kind/agreement> <https://…> .
"""

from __future__ import annotations

import gzip
import hashlib
import re
import zlib
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from silkgraph.errors import SilkgraphError, SourceError
from silkgraph.namespaces import OWL, SILK, THINGS
from silkgraph.rdf_files import PACKED, read_quads, syntax_of
from silkgraph.store import canonical_nquads, open_store
from silkgraph.store.layout import MANIFEST, NQUADS, POINTER

CHECKSUMS = "SHA256SUMS"
"""The file that tells a release; it has the checksum of the graph."""
NQUADS_NAMES = (".nq", ".nq.gz")
LINE = re.compile(
    rb"(?P<subject><[^<>\s]*>|_:\S+) (?P<predicate><[^<>\s]*>) "
    rb'(?P<object><[^<>\s]*>|_:\S+|"(?:[^"\\\n]|\\.)*"(?:@[A-Za-z0-9-]+|\^\^<[^<>\s]*>)?)'
    rb"(?: (?P<graph><[^<>\s]*>|_:\S+))? \.\n"
)
"""A statement as canonical N-Quads have it."""
VERSION = f'<{THINGS}dataset/silkgraph> <{OWL}versionInfo> "'.encode()
OURS = f"<{SILK}document>".encode()
"""A property that every graph read from a document has."""
ADVICE = "Name a data folder, a store, a release folder, or an RDF file (.nq, .nq.gz, .trig, .ttl …) of Silkgraph."


@dataclass(frozen=True, slots=True)
class Side:
    """A graph to compare. ``lines`` gives its statements in byte order, each once, as often as it is called."""

    place: Path
    lines: Callable[[], Iterable[bytes]]
    sha256: str
    """Of all lines: that of the manifest and of ``silkgraph.nq``."""
    version: str
    """Of the dataset, as the graph tells it; "" where it does not."""
    has_graphs: bool

    def united(self) -> Side:
        """The same statements without their graphs, each once."""
        return Side(self.place, lambda: _united(self.lines()), self.sha256, self.version, has_graphs=False)


@contextmanager
def opened(place: Path) -> Iterator[Side]:
    """A data folder, a store, a release folder or an RDF file, as one side of a comparison.

    Raises:
        StoreError: it is a data folder, and what is built there cannot be used.
        SourceError: it is nothing of the kind, damaged, or holds nothing that Silkgraph has read.
    """
    if (place / POINTER).is_file():
        with open_store(place) as store:
            yield _side(place, store.nquads)
    elif (place / MANIFEST).is_file():
        yield _side(place, place / NQUADS)
    elif (place / CHECKSUMS).is_file():
        yield _unharmed(_side(place, place / NQUADS))
    elif place.is_dir():
        raise SourceError("this folder holds neither a built graph nor a release", path=place, advice=ADVICE)
    else:
        yield _side(place, place)


def _side(place: Path, file: Path) -> Side:
    """The graph in a file, as it stands there if that is canonical N-Quads, else brought into that form."""
    if file.name.endswith(NQUADS_NAMES) and (found := _canonical(file)) is not None:
        side = Side(place, lambda: _file_lines(file), found.sha256, found.version, found.has_graphs)
        return _of_silkgraph(side, found.is_ours)
    try:
        syntax_of(file)
    except SourceError as error:
        raise SourceError(error.problem, path=place, advice=ADVICE) from None
    lines = canonical_nquads(read_quads(file)).splitlines(keepends=True)
    found = _examined(lines)
    assert found is not None, "pyoxigraph writes canonical N-Quads"
    return _of_silkgraph(Side(place, lambda: lines, found.sha256, found.version, found.has_graphs), found.is_ours)


def _of_silkgraph(side: Side, is_ours: bool) -> Side:
    if not is_ours:
        problem = "this is RDF, but no graph of Silkgraph: nothing in it was read from a document"
        raise SourceError(problem, path=side.place, advice=ADVICE)
    return side


def _unharmed(side: Side) -> Side:
    """The graph of a release, if it is what the release's checksums tell.

    Raises:
        SourceError: it is not.
    """
    told = {}
    for line in (side.place / CHECKSUMS).read_text(encoding="utf-8").splitlines():
        sha256, _, name = line.partition("  ")
        told[name] = sha256
    if told.get(NQUADS) != side.sha256:
        problem = f"{NQUADS} is not what {CHECKSUMS} says: its SHA-256 is {side.sha256}"
        raise SourceError(problem, path=side.place, advice="The release is damaged: fetch it again.")
    return side


@dataclass(frozen=True, slots=True)
class _Found:
    sha256: str
    version: str
    has_graphs: bool
    is_ours: bool


def _canonical(file: Path) -> _Found | None:
    """What a file of canonical N-Quads holds; None where it is written in another way.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        return _examined(_file_lines(file))
    except FileNotFoundError:
        raise SourceError("there is no such file", path=file, advice=ADVICE) from None
    except (OSError, EOFError, zlib.error) as error:
        raise SourceError(f"the file cannot be read: {error}", path=file) from error


def _examined(lines: Iterable[bytes]) -> _Found | None:
    whole, version, has_graphs, is_ours = hashlib.sha256(), "", False, False
    before = b""
    for line in lines:
        statement = LINE.fullmatch(line)
        if statement is None or line <= before:
            return None
        has_graphs = has_graphs or statement["graph"] is not None
        is_ours = is_ours or statement["predicate"] == OURS
        if line.startswith(VERSION):
            version = line[len(VERSION) :].partition(b'"')[0].decode("utf-8")
        whole.update(line)
        before = line
    return _Found(whole.hexdigest(), version, has_graphs, is_ours) if before else None


def _file_lines(file: Path) -> Iterator[bytes]:
    with gzip.open(file) if file.suffix == PACKED else file.open("rb") as content:
        yield from content


def _united(lines: Iterable[bytes]) -> Iterator[bytes]:
    def triple(line: bytes) -> bytes:
        statement = LINE.fullmatch(line)
        if statement is None:
            raise SilkgraphError("the file was changed while it was read")
        return line[: statement.end("object")]

    return (once + b" .\n" for once, _all in groupby(lines, key=triple))
