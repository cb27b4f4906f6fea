"""Where each thing lies in a data folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

STORE_PREFIX = "store-"
POINTER = "current"
BUILD_LOCK = "building.lock"
READ_LOCK = "in-use.lock"
MANIFEST = "silkgraph.json"
NQUADS = "silkgraph.nq"
DATABASE = "database"
SOURCES = "sources"
SEARCH = "search.sqlite"
READINGS = "readings"


def current_store(data: Path) -> Path | None:
    """The folder of the store in use, None if there is none; whether it is whole is not looked at."""
    try:
        name = (data / POINTER).read_text(encoding="ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return data / name if name.startswith(STORE_PREFIX) and Path(name).name == name else None


def point_to(data: Path, store: Path) -> None:
    """Make ``store`` the store in use, in one rename."""
    replace_file(data / POINTER, [f"{store.name}\n".encode("ascii")])


def replace_file(path: Path, pieces: Iterable[bytes]) -> int:
    """Write ``pieces`` to ``path`` so that a reader finds the old file or the new one, never a part.

    Returns:
        How many bytes it is.

    Raises:
        OSError: it cannot be written; what was there before stays.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with temporary.open("wb") as file:
            for piece in pieces:
                file.write(piece)
            size = file.tell()
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
    return size


def sync_folder(folder: Path) -> None:
    """Make the names in ``folder`` survive a power cut; a no-op where folders cannot be synchronised."""
    if os.name != "posix":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def sync_tree(folder: Path) -> None:
    """Synchronise every file and folder below ``folder``, the deepest first, then itself."""
    for parent, _folders, files in os.walk(folder, topdown=False):
        for name in files:
            with open(Path(parent, name), "rb+") as file:
                os.fsync(file.fileno())
        sync_folder(Path(parent))
