"""What takes long to make and is only read: made once, however many processes run the tests."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from silkgraph.store.locks import FileLock


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """A folder that the first process to want it fills with ``make``, while the others wait.

    Where making it fails, the next one tries again and fails by itself.
    """
    base = factory.getbasetemp()
    root = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder, made, lock = root / name, root / f"{name}.made", FileLock(root / f"{name}.lock")
    while not lock.acquire():
        time.sleep(0.05)
    try:
        if not made.exists():
            folder.mkdir(exist_ok=True)
            make(folder)
            made.touch()
    finally:
        lock.release()
    return folder
