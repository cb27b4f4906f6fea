"""How long the main job takes and how much memory: a table of what README.md beside this file explains.

python benchmarks/build.py [--rounds N]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

MEBIBYTE = 1024 * 1024
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024
"""``ru_maxrss`` counts bytes on macOS and kibibytes elsewhere."""


@dataclass(frozen=True, slots=True)
class Run:
    """Wall time and peak memory of a process."""

    seconds: float
    peak_mebibytes: float


def run_build(data: Path, caches: Path, *options: str) -> Run:
    """``silkgraph build`` in a process of its own that keeps its caches in ``caches``."""
    command = [sys.executable, "-m", "silkgraph", "build", "--quiet", "--data-dir", str(data), *options]
    started = time.perf_counter()
    process = subprocess.Popen(command, env={**os.environ, "TMPDIR": str(caches)})
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"silkgraph build ended with exit code {process.returncode}")
    return Run(seconds, usage.ru_maxrss * MAXRSS_UNIT / MEBIBYTE)


def best_times(rounds: int, *jobs: Callable[[], object]) -> list[float]:
    """The shortest time of each job, the jobs taking turns so that a busy moment hits all of them."""
    times: list[list[float]] = [[] for _ in jobs]
    for _round in range(rounds):
        for taken, job in zip(times, jobs, strict=True):
            started = time.perf_counter()
            job()
            taken.append(time.perf_counter() - started)
    return [min(taken) for taken in times]


def reading_rows(rounds: int) -> list[tuple[str, str]]:
    """Extraction against ``jieba.posseg.cut`` on the same texts in the same rounds."""
    from jieba import posseg

    from silkgraph.extraction import read_folder
    from silkgraph.read.documents import document_folders

    folders = document_folders()
    texts = [(folder / "source.txt").read_bytes().decode("utf-8") for folder in folders]
    characters = sum(map(len, texts))

    def extract() -> None:
        for folder in folders:
            read_folder(folder)

    def tag() -> None:
        for text in texts:
            for _word in posseg.cut(text):
                pass

    extract()  # loads the lexicons and the dictionary, which is not what is compared
    tag()
    extraction, tagging = best_times(rounds, extract, tag)
    return [
        ("characters", f"{characters:,}"),
        ("extraction", f"{characters / extraction:,.0f} characters/s"),
        ("jieba.posseg", f"{characters / tagging:,.0f} characters/s"),
        ("ratio", f"{tagging / extraction:.2f}"),
    ]


def folder_size(folder: Path) -> int:
    """The bytes of all files below ``folder``."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())


def store_rows(data: Path) -> list[tuple[str, str]]:
    """How long validation of the built graph takes, and how large the store is."""
    from silkgraph.store import open_store
    from silkgraph.validate import validate_store

    with open_store(data) as store:
        started = time.perf_counter()
        validate_store(store.graph)
        seconds = time.perf_counter() - started
        return [
            ("validation", f"{seconds:.2f} s"),
            ("statements", f"{store.manifest.quads:,}"),
            ("store", f"{folder_size(store.folder) / MEBIBYTE:.1f} MiB"),
            ("N-Quads", f"{store.nquads.stat().st_size / MEBIBYTE:.1f} MiB"),
        ]


def print_table(rows: Sequence[tuple[str, str]]) -> None:
    """The rows, for people."""
    table = Table("measure", "value", title=f"Silkgraph on Python {sys.version.split()[0]}, {os.cpu_count()} cores")
    for row in rows:
        table.add_row(*row)
    Console().print(table)


def main() -> None:
    """Measure, then print."""
    parser = argparse.ArgumentParser(description="Measure the build, the reading and the store.")
    parser.add_argument("--rounds", type=int, default=5, help="rounds of reading, the best of which counts")
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as folder:
        data, caches = Path(folder, "graph"), Path(folder, "caches")
        caches.mkdir()
        runs = {
            "build, cold": run_build(data, caches),
            "build, warm": run_build(data, caches, "--anew"),
            "build, unchanged": run_build(data, caches),
        }
        rows = [(name, f"{run.seconds:.2f} s, {run.peak_mebibytes:.0f} MiB") for name, run in runs.items()]
        print_table([*rows, *reading_rows(rounds), *store_rows(data)])


if __name__ == "__main__":
    main()
