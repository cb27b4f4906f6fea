"""How cost grows with the number of documents: a column for each size of an archive.

    python benchmarks/growth.py --times 1 10 100 [--jobs 2] [--rounds 5] [--keep DIR]

Archives are made by ``archive.py``: once is some 60 kB of text in five documents. Each is built in processes of its
own, whose processor time and greatest memory together are measured by stage (Linux: from ``/proc``), then exported and
asked all questions of the library.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from archive import write_archive
from pyoxigraph import QueryBoolean
from rich.console import Console
from rich.table import Table

TICKS = os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
MEBIBYTE = 1024 * 1024
EVERY = 1.0
"""Seconds between two looks at the processes."""


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


def queries(data: Path, rounds: int) -> dict[str, list[float]]:
    """The processor seconds that each question of the library takes, with its own values, in each round."""
    from silkgraph.ask.library import all_questions
    from silkgraph.ask.query import ask
    from silkgraph.locations import knowledge
    from silkgraph.store import open_store

    times: dict[str, list[float]] = {}
    with open_store(data) as store:
        for question in all_questions(knowledge("queries")):
            text = question.bound({}, store.graph)
            for _round in range(rounds):
                started = time.process_time()
                answer = ask(store.graph, text)
                if not isinstance(answer, QueryBoolean):
                    for _row in answer:
                        pass
                times.setdefault(question.name, []).append(time.process_time() - started)
    return times


def export_here(data: Path) -> float:
    """The processor seconds of an export as Turtle."""
    from silkgraph.export.graph import graph_pieces
    from silkgraph.store import open_store

    with open_store(data) as store:
        started = time.process_time()
        for _piece in graph_pieces(store.nquads, "turtle"):
            pass
        return time.process_time() - started


def folder_size(folder: Path) -> float:
    """The mebibytes of all files below a folder."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file()) / MEBIBYTE


def in_a_process(job: str, *arguments: object) -> Any:
    """What one of the jobs of this file gives, in a process of its own."""
    command = [sys.executable, __file__, "--job", job, *map(str, arguments)]
    return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def measure(times: int, jobs: int, rounds: int, folder: Path) -> dict[str, float]:
    """The row of one size: processor seconds, MiB and numbers by name."""
    from silkgraph.store import open_store

    documents, data = folder / f"archive-{times}", folder / f"data-{times}"
    text = write_archive(documents, times)
    command = [sys.executable, __file__, "--job", "build", str(documents), str(data), str(jobs)]
    cost = measured(command, {"PYTHONPATH": os.pathsep.join(sys.path)})
    row = {"text, MB": text / 1e6}
    with open_store(data) as store:
        row |= {"documents": len(store.manifest.documents), "statements": store.manifest.quads}
        row |= {"store, MiB": folder_size(store.folder), "N-Quads, MiB": store.nquads.stat().st_size / MEBIBYTE}
    row |= {f"{stage}, s": spent["processor"] for stage, spent in cost.stages.items()}
    row |= {"build, s of processors": cost.processor, "build, s by the clock": cost.clock, "memory, MiB": cost.memory}
    row["load of the machine"] = os.getloadavg()[2]
    print(json.dumps({"times": times, **row, "stages": cost.stages}), file=sys.stderr, flush=True)
    row["export, s"] = in_a_process("export", data)
    asked: dict[str, list[float]] = in_a_process("queries", data, rounds)
    every = sorted(taken for question in asked.values() for taken in question)
    row["queries, s at p95"] = every[int(len(every) * 0.95)]
    slowest = sorted(asked.items(), key=lambda told: -statistics.median(told[1]))[:6]
    row |= {f"{name}, s": statistics.median(taken) for name, taken in slowest}
    return row


def print_table(found: Mapping[int, Mapping[str, float]]) -> None:
    """A row for each thing measured, a column for each size."""
    table = Table("measure", *(f"×{times:,}" for times in found))
    for name in dict.fromkeys(name for row in found.values() for name in row):
        table.add_row(name, *(_cell(row.get(name)) for row in found.values()))
    Console(width=120).print(table)


def _cell(number: float | None) -> str:
    if number is None:
        return ""
    return f"{number:,.2f}" if number < 100 else f"{number:,.0f}"


def main() -> None:
    """Measure each size, and print."""
    parser = argparse.ArgumentParser(description="Measure how cost grows with the number of documents.")
    parser.add_argument("--times", type=int, nargs="+", default=[1, 10, 100], metavar="N", help="sizes of the archive")
    parser.add_argument("--jobs", type=int, default=2, help="processes that may work")
    parser.add_argument("--rounds", type=int, default=5, help="how often each question is asked")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="where archives and graphs are written, and stay")
    parser.add_argument("--job", nargs="+", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.job:
        name, *arguments = given.job
        if name == "build":
            build_here(Path(arguments[0]), Path(arguments[1]), int(arguments[2]))
        else:
            folder = Path(arguments[0])
            print(json.dumps(export_here(folder) if name == "export" else queries(folder, int(arguments[1]))))
        return
    with tempfile.TemporaryDirectory() as temporary:
        folder = given.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        found = {}
        for times in given.times:
            found[times] = measure(times, given.jobs, given.rounds, folder)
            print_table(found)


if __name__ == "__main__":
    main()
