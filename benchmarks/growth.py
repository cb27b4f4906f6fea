"""How cost grows with the number of documents: one row for each size of an archive, and a mark beside what has one.

    python benchmarks/growth.py --times 1 10 100 [--only N] [--keep DIR]

Archives are made by ``archive.py``: once is 55 kB of text in five documents. Each is built by ``silkgraph build`` in
processes of its own, whose processor time and greatest memory together are measured by stage, then asked all questions
of the library, and exported.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from archive import write_archive
from rich.console import Console
from rich.table import Table

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
MEBIBYTE = 1024 * 1024
EVERY = 0.2
"""Seconds between two looks at the processes."""
ROUNDS = 5


@dataclass
class Cost:
    """What a job took: seconds by the clock, seconds of processors, and the most memory at one time."""

    clock: float = 0.0
    processor: float = 0.0
    memory: float = 0.0
    stages: dict[str, dict[str, float]] = field(default_factory=dict)


def processes_below(root: int) -> list[int]:
    """A process and all that it has started, and those have."""
    children: defaultdict[int, list[int]] = defaultdict(list)
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                fields = Path("/proc", entry, "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            children[int(fields[1])].append(int(entry))
    found = [root]
    for process in found:
        found += children[process]
    return found


def usage(root: int) -> tuple[float, float]:
    """The processor seconds of a process and all below it, with those that have ended, and their memory in MiB.

    Memory is the proportional share, so that what processes have in common is counted once.
    """
    seconds = memory = 0.0
    for process in processes_below(root):
        try:
            fields = Path("/proc", str(process), "stat").read_text().rpartition(")")[2].split()
            rollup = Path("/proc", str(process), "smaps_rollup").read_text()
        except OSError:
            continue
        seconds += sum(int(value) for value in fields[11:15]) / TICKS
        private = [line.split()[1] for line in rollup.splitlines() if line.startswith("Pss_Anon:")]
        memory += sum(map(int, private)) / 1024
    return seconds, memory


def measured(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """Run a command that prints the name of each stage when it begins, and see what the stages take."""
    process = subprocess.Popen(command, env={**os.environ, **environment}, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    os.set_blocking(process.stdout.fileno(), False)
    cost, stage, started = Cost(), "start", time.perf_counter()
    begun, spent = started, 0.0
    seconds = 0.0

    def close(now: float) -> None:
        told = cost.stages.setdefault(stage, {"clock": 0.0, "processor": 0.0, "memory": 0.0})
        told["clock"] += now - begun
        told["processor"] += seconds - spent

    while process.poll() is None:
        time.sleep(EVERY)
        found, memory = usage(process.pid)
        seconds = max(seconds, found)
        cost.memory = max(cost.memory, memory)
        told = cost.stages.setdefault(stage, {"clock": 0.0, "processor": 0.0, "memory": 0.0})
        told["memory"] = max(told["memory"], memory)
        for line in process.stdout.readlines():
            name = line.strip()
            if name != stage:
                now = time.perf_counter()
                close(now)
                stage, begun, spent = name, now, seconds
    close(time.perf_counter())
    cost.clock, cost.processor = time.perf_counter() - started, seconds
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with exit code {process.returncode}")
    return cost


def build_here(documents: Path, data: Path, jobs: int) -> None:
    """Build, and print each stage when it begins; this is the process that is measured."""
    from silkgraph.build import build_store

    def observe(stage: str, done: int, total: int) -> None:
        print(stage, flush=True)

    build_store(data, observe, jobs=jobs, anew=True, documents=documents)


def queries(data: Path) -> dict[str, float]:
    """The seconds that each question of the library takes: the median of some rounds, and the 95th percentile of all."""
    from silkgraph.ask.library import all_questions
    from silkgraph.ask.query import ask
    from silkgraph.locations import knowledge
    from silkgraph.store import open_store

    times: dict[str, list[float]] = {}
    with open_store(data) as store:
        for question in all_questions(knowledge("queries")):
            for _round in range(ROUNDS):
                started = time.process_time()
                run_question(store, question)
                times.setdefault(question.name, []).append(time.process_time() - started)
    return {name: sorted(taken)[len(taken) // 2] for name, taken in times.items()}


def folder_size(folder: Path) -> float:
    """The mebibytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MEBIBYTE
