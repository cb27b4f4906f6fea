"""Locks between processes: one build at a time, and no store removed under a reader.

The operating system lets go of a lock when its process ends, however it ends, so a killed build
or reader leaves nothing behind that has to be cleared by hand.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import TracebackType
from typing import IO, Self

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _lock(file: IO[bytes], *, shared: bool) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return shared
        return True
else:
    import fcntl

    def _lock(file: IO[bytes], *, shared: bool) -> bool:
        try:
            fcntl.flock(file, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class FileLock:
    """A lock on one file, exclusive or shared, held until ``release`` or the end of the process."""

    def __init__(self, path: Path, *, shared: bool = False) -> None:
        self.path = path
        self.shared = shared
        self._file: IO[bytes] | None = None

    def acquire(self) -> bool:
        """Take the lock if nobody stands against it; never waits.

        Raises:
            OSError: the file cannot be opened.
        """
        # A reader may have no right to write in the folder; only an exclusive lock makes its file.
        file = self.path.open("rb" if self.shared else "ab")
        if not _lock(file, shared=self.shared):
            file.close()
            return False
        self._file = file
        return True

    def release(self) -> None:
        """Let go of the lock; harmless when it is not held."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
