"""Loading a database while there is more to come: parts are taken in as they are written.

Oxigraph sorts a million statements at once and adds a piece to each of its indexes; RocksDB below it merges the pieces
in the background, again and again while more come, which in the end costs more than the loading. So pieces are merged
once, when all are there, in a database that is then read in half the time (decision 21). It stays open meanwhile, in a
process of its own: closing it waits for the merging that is under way, as ``Store.flush`` does from the twentieth piece
on, and where that is left for idle time it may take as long as everything else (decision 22).
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from functools import cache
from itertools import chain
from pathlib import Path

from pyoxigraph import RdfFormat, Store

from silkgraph.apart import Apart, apart

AT_ONCE = 1_000_000
"""Statements that are loaded together: as many as Oxigraph sorts at once."""
TOGETHER = "loading"
"""The file that what is loaded together is put into, beside the database."""
TIDYING = "rocksdb:low"
"""What RocksDB calls its threads that merge pieces."""


class Loading:
    """A new database that is filled with files of N-Quads in the background.

    Which file comes first makes no difference to what the database says, nor does a statement that comes twice.
    """

    def __init__(self, database: Path) -> None:
        """The database is made when there is something to load."""
        self.database = database
        self._files: list[tuple[Path, Path]] = []
        self._statements = 0
        self._thread = ThreadPoolExecutor(1, "loading")
        self._process = Apart()
        self._begun: list[Future[None]] = []

    def add(self, statements: int, kept: Path, spent: Path) -> None:
        """Have two files loaded, together with others until there is enough.

        Args:
            statements: how many there are in both.
            kept: must stay until all is complete.
            spent: is removed when it is loaded.
        """
        if self._statements + statements > AT_ONCE:
            self._begin()
        self._files.append((kept, spent))
        self._statements += statements

    def finish(self) -> None:
        """Have what there is left loaded too, and the database tidied: there is nothing more to come."""
        self._begin()
        self._begun.append(self._thread.submit(self._process.call, _opened.cache_clear))
        self._begun.append(self._thread.submit(apart, tidy, self.database))

    def complete(self) -> None:
        """Wait until all is done.

        Raises:
            OSError: something could not be loaded.
            SilkgraphError: the process that loads was stopped from outside.
        """
        for load in self._begun:
            load.result()

    def close(self) -> None:
        """Let go of the database, finished or not, when the load that is under way has ended."""
        self._thread.shutdown(cancel_futures=True)
        self._process.close()

    def _begin(self) -> None:
        files, self._files, self._statements = self._files, [], 0
        if files:
            self._begun.append(self._thread.submit(self._process.call, load, self.database, files))


def load(database: Path, files: Sequence[tuple[Path, Path]]) -> None:
    """Load files into a database, in the process that has it open; the second of two is then removed.

    Raises:
        OSError: they cannot be loaded.
    """
    together = database.with_name(TOGETHER)
    with together.open("wb") as target:
        for file in chain.from_iterable(files):
            with file.open("rb") as source:
                shutil.copyfileobj(source, target, 1 << 20)
    _opened(database).bulk_load(path=str(together), format=RdfFormat.N_QUADS)
    for file in (together, *(spent for _, spent in files)):
        file.unlink()


def tidy(database: Path) -> None:
    """Merge the pieces of each index of a database, in a process whose threads are as good as any.

    Raises:
        OSError: it cannot be written.
    """
    store = Store(str(database))
    store.optimize()
    store.flush()
    del store  # closes the files; Oxigraph has no other way


@cache
def _opened(database: Path) -> Store:
    """A database that stays open in this process from one load to the next."""
    store = Store(str(database))
    _leave_idle_time_to_tidying()
    return store


def _leave_idle_time_to_tidying() -> None:
    """Have RocksDB merge pieces only while nothing else wants the processor; a no-op where systems cannot tell."""
    for task in Path("/proc/self/task").glob("*") if hasattr(os, "SCHED_IDLE") else ():
        with suppress(OSError):
            if (task / "comm").read_text().strip() == TIDYING:
                os.sched_setscheduler(int(task.name), os.SCHED_IDLE, os.sched_param(0))
