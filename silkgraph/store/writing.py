"""Writing a new store beside the one in use, and switching over."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, serialize

from silkgraph import __version__
from silkgraph.errors import StoreError
from silkgraph.store.canonical import canonical_nquads, sha256_of
from silkgraph.store.failures import store_errors
from silkgraph.store.layout import (
    BUILD_LOCK,
    DATABASE,
    MANIFEST,
    NQUADS,
    POINTER,
    READ_LOCK,
    SOURCES,
    STORE_PREFIX,
    current_store,
    point_to,
    sync_tree,
)
from silkgraph.store.locks import FileLock
from silkgraph.store.manifest import FORMAT, DocumentSummary, Manifest

if TYPE_CHECKING:
    from concurrent.futures import Future


class StoreWriter:
    """Writes stores into one data folder; made by ``new_store``, which holds the lock."""

    def __init__(self, data: Path) -> None:
        self.data = data

    def write(
        self,
        quads: Iterable[Quad],
        documents: Iterable[DocumentSummary],
        sources: Mapping[str, bytes],
        further: Mapping[str, Callable[[Path], None]] | None = None,
    ) -> Manifest:
        """Write a complete store and make it the one in use.

        Args:
            quads: the whole graph.
            documents: the summary of each document.
            sources: the bytes of each source file, by document identifier.
            further: files that belong to the store, by name, each with what writes it to the path it is given.

        Raises:
            StoreError: the folder cannot be written; what was in use stays in use.
        """
        with self.draft(quads, sources, further) as draft:
            return draft.put_in_use(documents)

    @contextmanager
    def draft(
        self,
        quads: Iterable[Quad],
        sources: Mapping[str, bytes],
        further: Mapping[str, Callable[[Path], None]] | None = None,
    ) -> Iterator[Draft]:
        """A store that is written in the background while the block does something else, and put in use by it or not.

        Oxigraph writes without holding up Python. The arguments are those of ``write``.
        """
        quads = set(quads)
        content = canonical_nquads(quads)
        contents = Contents(sha256_of(content), content.count(b"\n"), _count_graphs(quads))

        def fill(folder: Path) -> None:
            for document, source in sources.items():
                (folder / SOURCES / f"{document}.txt").write_bytes(source)
            (folder / NQUADS).write_bytes(content)
            database = Store(str(folder / DATABASE))
            _load(database, quads, content)
            database.flush()
            del database  # closes the files; Oxigraph has no other way

        with self.filled_by(fill, contents, further) as draft:
            yield draft

    @contextmanager
    def filled_by(
        self,
        fill: Callable[[Path], None],
        contents: Contents,
        further: Mapping[str, Callable[[Path], None]] | None = None,
    ) -> Iterator[Draft]:
        """As ``draft``, of a graph that is on disk already: ``fill`` writes all but further files to the folder given.

        Args:
            fill: writes the N-Quads, the database and the sources.
            contents: what they hold.
            further: as for ``write``.
        """
        from concurrent.futures import ThreadPoolExecutor, wait  # not for those who only read stores

        with store_errors(self.data, "write the store"):
            folder = self._free_folder(contents.sha256)
            (folder / SOURCES).mkdir(parents=True)
        with ThreadPoolExecutor(1 + len(further or ())) as background:
            parts = [background.submit(fill, folder)]
            parts += [background.submit(write_file, folder / name) for name, write_file in (further or {}).items()]
            try:
                yield Draft(self.data, folder, contents, parts)
            finally:
                wait(parts)
                if current_store(self.data) != folder:
                    shutil.rmtree(folder, ignore_errors=True)
        remove_unused(self.data)

    def _free_folder(self, sha256: str) -> Path:
        name = STORE_PREFIX + sha256[:12]
        for suffix in ("", *(f"-{number}" for number in range(2, 1000))):
            folder = self.data / (name + suffix)
            if not folder.exists():
                return folder
        raise StoreError("too many stores of this graph are in use", path=self.data)


@dataclass(frozen=True, slots=True)
class Contents:
    """What a store holds: the checksum of its N-Quads, its statements, and those of each named graph by its IRI."""

    sha256: str
    statements: int
    graphs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Draft:
    """A store that is being written, in a folder that nobody looks at; made by ``StoreWriter.draft``."""

    data: Path
    folder: Path
    contents: Contents
    parts: Sequence[Future[None]]
    """What is being written."""

    def complete(self) -> None:
        """Wait until everything is written.

        Raises:
            StoreError: it cannot be written.
        """
        with store_errors(self.data, "write the store"):
            for part in self.parts:
                part.result()

    def put_in_use(self, documents: Iterable[DocumentSummary]) -> Manifest:
        """Make this the store in use, when it is complete.

        Raises:
            StoreError: it cannot be written; what was in use stays in use.
        """
        told = self.contents
        manifest = Manifest(FORMAT, __version__, told.sha256, told.statements, dict(told.graphs), tuple(documents))
        self.complete()
        with store_errors(self.data, "write the store"):
            (self.folder / MANIFEST).write_bytes(manifest.to_json())
            (self.folder / READ_LOCK).touch()
            sync_tree(self.folder)
            point_to(self.data, self.folder)
        return manifest


@contextmanager
def new_store(data: Path) -> Iterator[StoreWriter]:
    """Hold the build lock of the data folder ``data``, which is made if need be, and clear leftovers.

    Raises:
        StoreError: another build is running there, or the folder cannot be written.
    """
    with store_errors(data, "use the data folder"):
        data.mkdir(parents=True, exist_ok=True)
        lock = FileLock(data / BUILD_LOCK)
        if not lock.acquire():
            raise StoreError(
                "another build is running here",
                path=data,
                advice="Wait until it has ended, or name another --data-dir.",
            )
    with lock:
        remove_unused(data)
        yield StoreWriter(data)


def remove_unused(data: Path) -> list[Path]:
    """Remove what killed builds left and old stores that nobody reads; the store in use stays.

    Returns:
        What was removed. What cannot be removed is left to the next build.
    """
    keep = current_store(data)
    removed = [
        folder
        for folder in sorted(data.glob(STORE_PREFIX + "*"))
        if folder != keep and folder.is_dir() and _remove_unless_read(folder)
    ]
    for file in data.glob(f".{POINTER}.*"):
        file.unlink(missing_ok=True)
        removed.append(file)
    return removed


def _remove_unless_read(store: Path) -> bool:
    """Remove ``store`` unless somebody has it open; a store without a lock file was never finished."""
    path = store / READ_LOCK
    with FileLock(path) as lock:
        try:
            if path.is_file() and not lock.acquire():
                return False
        except OSError:
            return False
        shutil.rmtree(store, ignore_errors=True)
    return True


def _load(database: Store, quads: Iterable[Quad], content: bytes) -> None:
    """Fill a database with the quads, which are also the N-Quads ``content``, and their union as default graph.

    Oxigraph reads text in less time and memory than it takes over statements from Python. Of blank nodes it would
    make new ones for each text.
    """
    if b"_:" in content:
        database.bulk_extend(in_union(quads))
        return
    database.bulk_load(content, RdfFormat.N_QUADS)
    union = serialize({quad.triple for quad in quads}, format=RdfFormat.N_TRIPLES)
    database.bulk_load(union or b"", RdfFormat.N_TRIPLES)


def in_union(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The quads, and each of their triples once more in the default graph.

    Queries see the union of all graphs as default graph. pyoxigraph's own union gives a triple that
    stands in two graphs twice, which makes counts wrong; so the union is stored.
    """
    triples = set()
    for quad in quads:
        triples.add(quad.triple)
        yield quad
    for triple in triples:
        yield Quad(triple.subject, triple.predicate, triple.object)


def _count_graphs(quads: Iterable[Quad]) -> dict[str, int]:
    graphs = (quad.graph_name for quad in quads)
    counts = Counter(graph.value if isinstance(graph, NamedNode) else "" for graph in graphs)
    return dict(sorted(counts.items()))
