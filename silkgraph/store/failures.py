"""What the operating system says, as errors that a user can act on."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from silkgraph.errors import StoreError

CHOOSE_ANOTHER = "Name another folder with --data-dir or $SILKGRAPH_DATA."

_ADVICE = {
    errno.ENOSPC: ("the disk is full", f"Free some space and run the command again, or: {CHOOSE_ANOTHER}"),
    errno.EDQUOT: ("the disk quota is used up", f"Free some space and run the command again, or: {CHOOSE_ANOTHER}"),
    errno.EFBIG: ("a file would become larger than allowed here", f"Raise the limit (ulimit -f), or: {CHOOSE_ANOTHER}"),
    errno.EACCES: ("there is no permission to use this folder", CHOOSE_ANOTHER),
    errno.EPERM: ("there is no permission to use this folder", CHOOSE_ANOTHER),
    errno.EROFS: ("this folder can only be read", CHOOSE_ANOTHER),
    errno.ENOTDIR: ("a part of this path is a file, not a folder", CHOOSE_ANOTHER),
    errno.EEXIST: ("a file stands where the folder should be", CHOOSE_ANOTHER),
}
# RocksDB reports through pyoxigraph without an error number.
_PHRASES = {
    "no space left": errno.ENOSPC,
    "disk is full": errno.ENOSPC,
    "quota exceeded": errno.EDQUOT,
    "file too large": errno.EFBIG,
    "permission denied": errno.EACCES,
    "read-only file system": errno.EROFS,
}


@contextmanager
def store_errors(path: Path, doing: str) -> Iterator[None]:
    """Turn every ``OSError`` inside the block into a ``StoreError`` about ``path``.

    Args:
        path: the folder that is worked on.
        doing: what was being done, for the message ("write the store").
    """
    try:
        yield
    except OSError as error:
        _problem, advice = _ADVICE.get(_number(error), ("", CHOOSE_ANOTHER))
        raise StoreError(f"cannot {doing}: {reason_of(error)}", path=path, advice=advice) from error


def reason_of(error: OSError) -> str:
    """What went wrong, in plain words: ``the disk is full``."""
    problem, _advice = _ADVICE.get(_number(error), (error.strerror or str(error), ""))
    return problem


def _number(error: OSError) -> int:
    return error.errno or next((number for words, number in _PHRASES.items() if words in str(error).casefold()), 0)
