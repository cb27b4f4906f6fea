"""Opening the store in use, to read and only to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Quad, Store

from silkgraph import __version__
from silkgraph.errors import StoreError
from silkgraph.store.failures import store_errors
from silkgraph.store.layout import DATABASE, NQUADS, READ_LOCK, SOURCES, current_store
from silkgraph.store.locks import FileLock
from silkgraph.store.manifest import BUILD_AGAIN, Manifest, read_manifest

_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class OpenStore:
    """A store open for reading. While it is open no build removes it; close it, or use ``with``.

    The default graph of ``graph`` holds the union of its named graphs.
    """

    folder: Path
    manifest: Manifest
    graph: Store
    _lock: FileLock

    @property
    def nquads(self) -> Path:
        """The file with the whole graph as canonical N-Quads."""
        return self.folder / NQUADS

    def quads(self) -> Iterator[Quad]:
        """Every statement with the named graph it stands in."""
        for graph in sorted(self.graph.named_graphs(), key=str):
            yield from self.graph.quads_for_pattern(None, None, None, graph)

    def source(self, document: str) -> str | None:
        """The text of a source document as it is on disk, None if the store has none of that name."""
        path = self.folder / SOURCES / f"{document}.txt"
        if Path(document).name != document or not path.is_file():
            return None
        return path.read_bytes().decode("utf-8")

    def close(self) -> None:
        """Let a later build remove this store."""
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_store(data: Path) -> OpenStore:
    """Open the store in use in the data folder ``data``, read-only.

    Raises:
        StoreError: nothing is built there, or what is there is damaged, of another version, or
            not to be read by this user.
    """
    for _attempt in range(_ATTEMPTS):
        with store_errors(data, "open the store"):
            folder = current_store(data)
        if folder is None:
            raise StoreError("nothing is built here yet", path=data, advice="Run `silkgraph build` first.")
        lock = FileLock(folder / READ_LOCK, shared=True)
        with store_errors(data, "open the store"):
            try:
                held = lock.acquire() and (folder / READ_LOCK).is_file()
            except FileNotFoundError:
                held = False
        if held:
            return _open_locked(folder, lock)
        if current_store(data) == folder:
            break
        # Another build has switched over and removed this store between the two steps: look again.
    raise StoreError("the store in use is incomplete", path=folder, advice=BUILD_AGAIN)


def _open_locked(folder: Path, lock: FileLock) -> OpenStore:
    try:
        manifest = read_manifest(folder)
        if manifest.version != __version__:
            raise StoreError(
                f"the store was built by Silkgraph {manifest.version}, this is {__version__}",
                path=folder,
                advice=BUILD_AGAIN,
            )
        try:
            graph = Store.read_only(str(folder / DATABASE))
        except OSError as error:
            raise StoreError(f"the database cannot be read: {error}", path=folder, advice=BUILD_AGAIN) from error
        return OpenStore(folder, manifest, graph, lock)
    except BaseException:
        lock.release()
        raise
