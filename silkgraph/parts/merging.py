"""Sorted files of lines, put together without being held in memory."""

from __future__ import annotations

import hashlib
import heapq
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import groupby, islice
from pathlib import Path

AT_ONCE = 20_000
"""Lines that are handed on together."""
BUFFER = 1 << 16


@contextmanager
def merged(files: Sequence[Path]) -> Iterator[Iterator[bytes]]:
    """The lines of sorted files, in order, each once."""
    with ExitStack() as stack:
        opened = [stack.enter_context(file.open("rb", buffering=BUFFER)) for file in files]
        yield (line for line, _ in groupby(heapq.merge(*opened)))


def distinct(files: Sequence[Path]) -> int:
    """How many different lines sorted files have."""
    with merged(files) as lines:
        return sum(1 for _ in lines)


def write_merged(files: Sequence[Path], target: Path) -> tuple[str, int]:
    """Write the lines of sorted files to another, in order, each once; gives its SHA-256 and its number of lines.

    Raises:
        OSError: it cannot be written.
    """
    digest, number = hashlib.sha256(), 0
    with merged(files) as lines, target.open("wb") as output:
        while some := list(islice(lines, AT_ONCE)):
            content = b"".join(some)
            digest.update(content)
            output.write(content)
            number += len(some)
    return digest.hexdigest(), number


def write_sorted(lines: Iterable[bytes], target: Path) -> None:
    """Write lines to a file, in order, each once.

    Raises:
        OSError: it cannot be written.
    """
    target.write_bytes(b"".join(sorted(set(lines))))
