"""Compares SPARQL endpoints over the same graph, asked the same questions by the same client (wrk), in one run.

    python benchmarks/endpoint.py [--times 100] [--seconds 3] [--rounds 3] [--only silkgraph,oxigraph]

Needs wrk (Debian: wrk); compares with whatever is installed of `oxigraph` and `rdflib-endpoint` (pip install
'.[benchmark]') and Virtuoso (Debian: virtuoso-opensource).

The servers are asked in turn, and stand still when it is not theirs, so that whatever else the machine does meanwhile
troubles all of them alike. Prints tables; see README.md here.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from silkgraph import __version__
from silkgraph.ask.library import all_questions
from silkgraph.locations import data_folder, knowledge
from silkgraph.store.layout import DATABASE, MANIFEST, NQUADS, POINTER, READ_LOCK, SEARCH, SOURCES
from silkgraph.store.reading import open_store

HERE = Path(__file__).parent
ACCEPT = "application/sparql-results+json, text/turtle;q=0.9"
CLIENTS = (1, 8, 64)
HEAVY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@dataclass(frozen=True)
class Measured:
    """What wrk says of one load."""

    rate: float
    p50: float
    p99: float
    errors: int
    work: float
    """Milliseconds of processor time that the server took for each answer: the same however crowded the machine is."""


@dataclass
class Target:
    """A server under load."""

    name: str
    port: int
    path: str
    pid: int = 0


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def process(command: list[str], log: Path, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is ended with the block."""
    with log.open("wb") as output:
        started = subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            env={**os.environ, **environment},
        )
    try:
        yield started
    finally:
        started.send_signal(signal.SIGTERM)
        try:
            started.wait(20)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


def family(ancestor: int) -> dict[int, int]:
    """A process and all that it has started, each with the processor time that it has taken, in ticks."""
    parents, spent = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (folder / "stat").read_text().rpartition(")")[2].split()
            parents[int(folder.name)], spent[int(folder.name)] = int(words[1]), sum(map(int, words[11:15]))
    found = {ancestor}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return {pid: spent.get(pid, 0) for pid in found}


def processor_seconds(target: Target) -> float:
    """The processor time that a server has taken."""
    return sum(family(target.pid).values()) / os.sysconf("SC_CLK_TCK")


def tell(target: Target, number: int) -> None:
    """Send a signal to all processes of a server."""
    for pid in family(target.pid):
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, number)


@contextlib.contextmanager
def turn(target: Target) -> Iterator[None]:
    """Let a server run, which stands still otherwise: some go on computing for clients that have left."""
    tell(target, signal.SIGCONT)
    try:
        yield
    finally:
        tell(target, signal.SIGSTOP)


def wait_for(target: Target, running: subprocess.Popen[bytes], seconds: float) -> None:
    """Wait until the server answers."""
    target.pid = running.pid
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and running.poll() is None:
        request = urllib.request.Request(
            f"http://127.0.0.1:{target.port}{target.path}?query={quote('ASK { ?s ?p ?o }')}",
            headers={"Accept": "application/sparql-results+json"},
        )
        with contextlib.suppress(OSError):
            if b"true" in urllib.request.urlopen(request, timeout=5).read():
                return
        time.sleep(0.2)
    raise RuntimeError(f"{target.name} does not answer")


@contextlib.contextmanager
def silkgraph(data: Path, folder: Path) -> Iterator[Target]:
    """This endpoint."""
    target = Target("silkgraph", free_port(), "/sparql")
    command = [sys.executable, "-m", "silkgraph", "serve", "--no-access-log", "--timeout", "60"]
    command += ["--data-dir", str(data), "--port", str(target.port)]
    with process(command, folder / "silkgraph.log") as running:
        wait_for(target, running, 60)
        wait_for_dumps(target)
        yield target


def wait_for_dumps(target: Target) -> None:
    """Wait until the server has written its files, which it does once after its start."""
    for _ in range(600):
        with contextlib.suppress(OSError):
            if urllib.request.urlopen(f"http://127.0.0.1:{target.port}/dump/silkgraph.jsonld", timeout=60).read(1):
                return
        time.sleep(1)


@contextlib.contextmanager
def oxigraph(data: Path, folder: Path) -> Iterator[Target]:
    """Oxigraph's own server, on a copy of the same database."""
    target = Target("oxigraph", free_port(), "/query")
    with open_store(data) as store:
        shutil.copytree(store.folder / DATABASE, folder / "oxigraph")
    command = [
        "oxigraph",
        "serve-read-only",
        "--location",
        str(folder / "oxigraph"),
        "--bind",
        f"127.0.0.1:{target.port}",
    ]
    with process(command, folder / "oxigraph.log") as running:
        wait_for(target, running, 60)
        yield target


@contextlib.contextmanager
def rdflib_endpoint(data: Path, folder: Path) -> Iterator[Target]:
    """rdflib-endpoint with its default store, on the union as N-Triples."""
    target = Target("rdflib-endpoint", free_port(), "/")
    union(data, folder / "union.nt")
    command = ["rdflib-endpoint", "serve", "--host", "127.0.0.1", "--port", str(target.port), str(folder / "union.nt")]
    with process(command, folder / "rdflib.log") as running:
        wait_for(target, running, 300)
        yield target


@contextlib.contextmanager
def virtuoso(data: Path, folder: Path) -> Iterator[Target]:
    """Virtuoso, with half a gigabyte of buffers, on the union."""
    target, sql = Target("virtuoso", free_port(), "/sparql"), free_port()
    home = folder / "virtuoso"
    home.mkdir()
    union(data, home / "union.nt")
    (home / "virtuoso.ini").write_text(
        f"[Database]\nDatabaseFile={home}/v.db\nErrorLogFile={home}/v.log\nLockFile={home}/v.lck\n"
        f"TransactionFile={home}/v.trx\nxa_persistent_file={home}/v.pxa\n"
        f"[TempDatabase]\nDatabaseFile={home}/t.db\nTransactionFile={home}/t.trx\n"
        f"[Parameters]\nServerPort={sql}\nServerThreads=100\nDirsAllowed={home}\nNumberOfBuffers=60000\n"
        "MaxDirtyBuffers=40000\nMaxClientConnections=100\n"
        f"[HTTPServer]\nServerPort={target.port}\nServerThreads=80\nServerRoot={home}\n"
        "[SPARQL]\nResultSetMaxRows=1000000\nMaxQueryExecutionTime=60\n"
    )
    with process(
        ["virtuoso-t", "+foreground", "+configfile", str(home / "virtuoso.ini")], folder / "virtuoso.log"
    ) as running:
        statement = f"DB.DBA.TTLP_MT(file_to_string_output('{home}/union.nt'), '', 'urn:union', 0); checkpoint;"
        for _ in range(100):
            time.sleep(1)
            done = subprocess.run(
                ["isql-vt", str(sql), "dba", "dba", f"exec={statement}"], capture_output=True, text=True
            )
            if done.returncode == 0 and "Error" not in done.stderr:
                break
        wait_for(target, running, 60)
        yield target


SERVERS: dict[str, tuple[str, Callable[[Path, Path], contextlib.AbstractContextManager[Target]]]] = {
    "silkgraph": (sys.executable, silkgraph),
    "oxigraph": ("oxigraph", oxigraph),
    "rdflib-endpoint": ("rdflib-endpoint", rdflib_endpoint),
    "virtuoso": ("virtuoso-t", virtuoso),
}


def union(data: Path, path: Path) -> None:
    """The union of all graphs as N-Triples, for servers whose default graph is what they are given."""
    with open_store(data) as store:
        store.graph.dump(str(path), ox.RdfFormat.N_TRIPLES, from_graph=ox.DefaultGraph())


def scaled(data: Path, times: int, folder: Path) -> Path:
    """A data folder with a graph that is so many times the size: copies in which every thing has another name."""
    home = folder / "scaled"
    store_folder = home / f"store-{times}"
    (store_folder / SOURCES).mkdir(parents=True)
    store = ox.Store(str(store_folder / DATABASE))
    with open_store(data) as source:
        manifest = json.loads((source.folder / MANIFEST).read_text())
        shutil.copy(source.folder / SEARCH, store_folder / SEARCH)
        lines = source.nquads.read_text(encoding="utf-8")
        plain = folder / "union.once.nt"
        union(data, plain)
    for number in range(times):
        rename = "/id/" if number == 0 else f"/id/copy{number}/"
        store.bulk_load(lines.replace("/silkgraph/id/", f"/silkgraph{rename}").encode(), format=ox.RdfFormat.N_QUADS)
        copied = plain.read_text(encoding="utf-8").replace("/silkgraph/id/", f"/silkgraph{rename}")
        store.bulk_load(copied.encode(), format=ox.RdfFormat.N_TRIPLES)
    store.optimize()
    store.flush()
    del store
    manifest |= {"version": __version__, "sha256": f"{times:064d}", "quads": manifest["quads"] * times}
    (store_folder / MANIFEST).write_text(json.dumps(manifest))
    (store_folder / NQUADS).write_text("")
    (store_folder / READ_LOCK).touch()
    (home / POINTER).write_text(store_folder.name + "\n")
    return home


def look_ups(data: Path) -> list[str]:
    """A point look-up of each of a few thousand things."""
    with open_store(data) as store:
        answer = store.graph.query("SELECT DISTINCT ?s { ?s a ?c FILTER(isIRI(?s)) } LIMIT 20000")
        assert isinstance(answer, ox.QuerySolutions)
        things = sorted(str(row["s"]) for row in answer)
    random.Random(1).shuffle(things)
    return [f"SELECT ?p ?o {{ {thing} ?p ?o }}" for thing in things[:5000]]


def library() -> list[str]:
    """The questions of the library as they are written."""
    return [question.text for question in all_questions(knowledge("queries"))]


def load(target: Target, queries: list[str], clients: int, seconds: int, folder: Path, *, fresh: bool) -> Measured:
    """Ask these queries for some seconds."""
    file = folder / "queries.txt"
    file.write_text("\n".join(quote(query) for query in queries) + "\n")
    command = ["wrk", "-t", "1", "-c", str(clients), "-d", f"{seconds}s", "--timeout", "60s"]
    command += ["-s", str(HERE / "load.lua"), f"http://127.0.0.1:{target.port}"]
    environment = {"QUERIES": str(file), "FRESH": "1" if fresh else "0", "ENDPOINT_PATH": target.path, "ACCEPT": ACCEPT}
    before = processor_seconds(target)
    done = subprocess.run(command, env={**os.environ, **environment}, capture_output=True, text=True, check=True)
    spent = processor_seconds(target) - before
    words = next(line for line in done.stdout.splitlines() if line.startswith("RESULT ")).split()[1:]
    requests, microseconds, errors, p50, p99, _ = (int(float(word)) for word in words)
    return Measured(requests / (microseconds / 1e6), p50 / 1000, p99 / 1000, errors, 1000 * spent / max(requests, 1))


def under_load(target: Target, seconds: int, folder: Path, heavy: int) -> Measured:
    """A trivial query while so many heavy ones run."""
    address = f"http://127.0.0.1:{target.port}{target.path}?query={quote(HEAVY)}"

    def ask(number: int) -> None:
        request = urllib.request.Request(f"{address}%23{number}", headers={"Accept": ACCEPT})
        with contextlib.suppress(OSError):
            urllib.request.urlopen(request, timeout=seconds + 5).read()

    askers = [threading.Thread(target=ask, args=(number,), daemon=True) for number in range(heavy)]
    for asker in askers:
        asker.start()
    time.sleep(1)
    return load(target, ["ASK {}"], 1, seconds, folder, fresh=True)


def time_to_refusal(target: Target, limit: float) -> float:
    """Seconds until a query without end, allowed so many seconds, is answered."""
    address = f"http://127.0.0.1:{target.port}{target.path}?timeout={limit:g}&query={quote(HEAVY)}"
    started = time.monotonic()
    with turn(target), contextlib.suppress(urllib.error.HTTPError):
        urllib.request.urlopen(urllib.request.Request(address, headers={"Accept": ACCEPT}), timeout=60).read()
    return time.monotonic() - started


def middle(rounds: list[Measured]) -> Measured:
    """The round in the middle, by its rate."""
    return sorted(rounds, key=lambda measured: measured.rate)[len(rounds) // 2]


def started(names: list[str], data: Path, folder: Path, stack: contextlib.ExitStack) -> list[Target]:
    """The servers that are installed, all of them running."""
    targets = []
    for name in names:
        program, start = SERVERS[name]
        if shutil.which(program) is None:
            print(f"{program} is not installed", file=sys.stderr)
            continue
        targets.append(stack.enter_context(start(data, folder)))
        stack.callback(tell, targets[-1], signal.SIGCONT)  # so that it can stop
    for target in targets:
        tell(target, signal.SIGSTOP)
    return targets


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=1, help="the size of the graph, as a multiple of the built one")
    parser.add_argument("--seconds", type=int, default=3, help="how long each server is asked in a round")
    parser.add_argument("--rounds", type=int, default=3, help="how often; the round in the middle counts")
    parser.add_argument("--only", default=",".join(SERVERS), help="servers, with commas")
    options = parser.parse_args()
    print(f"{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; {options.times} times the graph", flush=True)
    with tempfile.TemporaryDirectory() as temporary, contextlib.ExitStack() as stack:
        folder = Path(temporary)
        data = data_folder() if options.times == 1 else scaled(data_folder(), options.times, folder)
        targets = started(options.only.split(","), data, folder, stack)
        loads = [("look-ups, cold", look_ups(data), True), ("look-ups, repeated", look_ups(data)[:500], False)]
        loads += [("library, cold", library(), True), ("library, repeated", library(), False)]
        print("\n| questions | clients | server | per second | p50 ms | p99 ms | processor ms | errors |")
        print("|---|---|---|---|---|---|---|---|")
        for what, queries, fresh in loads:
            for clients in CLIENTS:
                rounds: dict[str, list[Measured]] = {target.name: [] for target in targets}
                for number in range(options.rounds + 1):
                    for target in targets:
                        with turn(target):
                            measured = load(target, queries, clients, options.seconds, folder, fresh=fresh)
                        if number:  # the first is to get warm
                            rounds[target.name].append(measured)
                for target in targets:
                    show(what, clients, target.name, middle(rounds[target.name]))
        heavy = os.cpu_count() or 1
        for target in targets:
            with turn(target):
                show(f"ASK beside {heavy} heavy", 1, target.name, under_load(target, options.seconds, folder, heavy))
        print(f"load after: {os.getloadavg()[0]:.1f}")
        for target in targets:
            if target.name == "silkgraph":
                print(f"silkgraph, a query without end, limit 5 s: answered after {time_to_refusal(target, 5):.2f} s")


def show(what: str, clients: int, name: str, measured: Measured) -> None:
    """One row of the table."""
    print(
        f"| {what} | {clients} | {name} | {measured.rate:,.1f} | {measured.p50:.1f} | {measured.p99:.1f} "
        f"| {measured.work:.2f} | {measured.errors} |",
        flush=True,
    )


if __name__ == "__main__":
    main()
