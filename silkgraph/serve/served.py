"""The store that is served: where it is, what it says of itself, and the lock that keeps builds from removing it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from silkgraph import __version__
from silkgraph.errors import StoreError
from silkgraph.serve.look_ups import LookUps
from silkgraph.store.failures import store_errors
from silkgraph.store.in_memory import in_memory
from silkgraph.store.layout import DATABASE, NQUADS, READ_LOCK, SEARCH, SOURCES, current_store
from silkgraph.store.locks import FileLock
from silkgraph.store.manifest import BUILD_AGAIN, Manifest, read_manifest

_ATTEMPTS = 5


@dataclass(frozen=True, slots=True)
class Served:
    """A store that is served."""

    folder: Path
    manifest: Manifest
    _lock: FileLock
    is_in_memory: bool
    """Whether it is answered from memory, as graphs are that are not too large; otherwise from the database on disk."""

    @property
    def database(self) -> Path:
        """The database that workers open."""
        return self.folder / DATABASE

    @property
    def nquads(self) -> Path:
        """The whole graph as canonical N-Quads."""
        return self.folder / NQUADS

    @property
    def name(self) -> str:
        """What the log calls it."""
        return self.folder.name

    def look_ups(self, base: str) -> LookUps:
        """What is looked up in it without a worker; the graph is opened for that, or loaded into memory."""
        store = in_memory(self.nquads) if self.is_in_memory else Store.read_only(str(self.database))
        return LookUps(store, base)

    def for_workers(self) -> dict[str, Any]:
        """What workers are told of it."""
        return {
            "database": str(self.database),
            "nquads": str(self.nquads) if self.is_in_memory else "",
            "search": str(self.search) if self.search.is_file() else "",
            "upstream": None,
        }

    def is_current(self) -> bool:
        """Whether it is still the store in use of its data folder, as far as can be told at a glance."""
        return current_store(self.folder.parent) == self.folder

    def is_same(self, other: object) -> bool:
        """Whether it is the same store."""
        return isinstance(other, Served) and self.folder == other.folder

    @property
    def search(self) -> Path:
        """The index of texts; a store may be without."""
        return self.folder / SEARCH

    def source(self, document: str) -> Path | None:
        """The file with the text of a source document."""
        path = self.folder / SOURCES / f"{document}.txt"
        return path if path.parent == self.folder / SOURCES and path.is_file() else None

    def release(self) -> None:
        """Let a later build remove the store."""
        self._lock.release()


def served_store(data: Path, most_in_memory: int = 0) -> Served:
    """The store in use in a data folder, held so that it stays.

    Args:
        data: the folder.
        most_in_memory: so many statements a graph may have that is answered from memory.

    Raises:
        StoreError: there is none, or it is of another version.
    """
    for _ in range(_ATTEMPTS):
        with store_errors(data, "open the store"):
            folder = current_store(data)
        if folder is None:
            raise StoreError("nothing is built here yet", path=data, advice="Run `silkgraph build` first.")
        lock = FileLock(folder / READ_LOCK, shared=True)
        try:
            held = lock.acquire() and (folder / READ_LOCK).is_file()
        except FileNotFoundError:
            held = False
        if not held:
            continue
        try:
            manifest = read_manifest(folder)
            if manifest.version != __version__:
                raise StoreError(
                    f"the store was built by Silkgraph {manifest.version}, this is {__version__}",
                    path=folder,
                    advice=BUILD_AGAIN,
                )
        except BaseException:
            lock.release()
            raise
        return Served(folder, manifest, lock, manifest.quads <= most_in_memory)
    raise StoreError("the store in use is incomplete", path=data, advice=BUILD_AGAIN)
