"""The same input gives the same bytes, whatever the hash seed, the locale, the time zone and the working folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from silkgraph.store import open_store

PROGRAM = [sys.executable, "-m", "silkgraph", "build", "--quiet", "--data-dir"]


def built_nquads(folder: Path, **surroundings: str) -> bytes:
    """The N-Quads that a build in a process of its own, in these surroundings, leaves in ``folder``."""
    folder.mkdir()
    subprocess.run(
        [*PROGRAM, str(folder / "graph")],
        check=True,
        cwd=folder,
        env={**os.environ, **surroundings},
        stdin=subprocess.DEVNULL,
        capture_output=True,
    )
    with open_store(folder / "graph") as store:
        return store.nquads.read_bytes()


def differences(first: bytes, second: bytes) -> list[bytes]:
    """The first few lines that only one of two files has; empty for files that are equal byte for byte."""
    if first == second:
        return []
    one, other = first.splitlines(), second.splitlines()
    return sorted(set(one) ^ set(other))[:5] or [b"the same lines in another order"]


@pytest.mark.slow
@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Shanghai"},
        {"PYTHONHASHSEED": "4294967295", "LC_ALL": "C.UTF-8", "TZ": "America/Lima"},
    ],
    ids=["one", "another"],
)
def test_a_build_in_other_surroundings_gives_the_same_bytes(
    surroundings: dict[str, str], built_folder: Path, tmp_path: Path
) -> None:
    with open_store(built_folder) as store:
        here = store.nquads.read_bytes()

    assert differences(here, built_nquads(tmp_path / "there", **surroundings)) == []
    assert here.count(b"\n") > 10_000
