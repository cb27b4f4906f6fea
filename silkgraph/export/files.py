"""Files that are whole or not there, and what the operating system says when they cannot be written."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from silkgraph.errors import SilkgraphError
from silkgraph.store.failures import reason_of
from silkgraph.store.layout import replace_file, sync_folder


def write_file(path: Path, pieces: Iterable[bytes]) -> int:
    """Write ``pieces`` to ``path``, so that a reader finds the old file or the new one, never a part.

    Returns:
        How many bytes it is.

    Raises:
        SilkgraphError: it cannot be written; what was there before stays.
    """
    with output_errors(path):
        return replace_file(path, pieces)


def print_pieces(pieces: Iterable[bytes]) -> None:
    """Write ``pieces`` to standard output, byte for byte."""
    sys.stdout.flush()
    for piece in pieces:
        sys.stdout.buffer.write(piece)
    sys.stdout.buffer.flush()


@contextmanager
def output_errors(path: Path) -> Iterator[None]:
    """Turn every ``OSError`` inside the block into an error about ``path`` that a user can act on."""
    try:
        yield
    except OSError as error:
        raise SilkgraphError(
            f"cannot be written: {reason_of(error)}", path=path, advice="Name another place with --output."
        ) from error


@contextmanager
def new_folder(folder: Path, mark: str) -> Iterator[Path]:
    """A new folder to write into, which becomes ``folder`` if the block succeeds and vanishes if it does not.

    Args:
        folder: does not exist, or is empty, or holds a file ``mark``: then it is one of its kind and is replaced.
        mark: the name of a file that tells such folders.

    Raises:
        SilkgraphError: there is something else, or it cannot be written; what was there before stays.
    """
    if folder.exists() and not _may_be_replaced(folder, mark):
        raise SilkgraphError(
            "this is neither an empty folder nor an earlier release",
            path=folder,
            advice="Name a folder that does not exist yet.",
        )
    folder = folder.absolute()
    with output_errors(folder):
        yield from _moved_into_place(folder)


def _moved_into_place(folder: Path) -> Iterator[Path]:
    folder.parent.mkdir(parents=True, exist_ok=True)
    new, old = (folder.with_name(f".{folder.name}.{which}.{os.getpid()}") for which in ("new", "old"))
    new.mkdir()
    try:
        yield new
        if folder.exists():
            folder.rename(old)
        try:
            new.rename(folder)
        except BaseException:
            if old.exists():
                old.rename(folder)
            raise
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    sync_folder(folder.parent)
    shutil.rmtree(old, ignore_errors=True)


def _may_be_replaced(folder: Path, mark: str) -> bool:
    return folder.is_dir() and ((folder / mark).is_file() or not any(folder.iterdir()))
