"""The servers that ``endpoint.py`` compares: how each is started on the same graph, and how large graphs are made."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pyoxigraph as ox

from silkgraph import __version__
from silkgraph.serve.settings import Settings
from silkgraph.store.layout import DATABASE, MANIFEST, NQUADS, POINTER, READ_LOCK, SEARCH, SOURCES
from silkgraph.store.reading import open_store


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
    """A process that is ended with the block, with all that it has started."""
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
            started.wait(90)
        except subprocess.TimeoutExpired:
            print(f"{command[0]} does not end", file=sys.stderr)
            for pid in family(started.pid):  # a server that is killed leaves its children behind
                with contextlib.suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
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
    with open_store(data) as source:
        manifest = json.loads((source.folder / MANIFEST).read_text())
        shutil.copy(source.folder / SEARCH, store_folder / SEARCH)
        copied(source.nquads, times, store_folder / NQUADS)
        union(data, folder / "union.once.nt")
        copied(folder / "union.once.nt", times, folder / "union.nt")
    store = ox.Store(str(store_folder / DATABASE))
    # Many small loads would leave many small files, which Oxigraph takes an hour to put together.
    store.bulk_load(path=store_folder / NQUADS, format=ox.RdfFormat.N_QUADS)
    store.bulk_load(path=folder / "union.nt", format=ox.RdfFormat.N_TRIPLES)
    store.flush()
    del store
    (folder / "union.nt").unlink()
    manifest |= {"version": __version__, "sha256": f"{times:064d}", "quads": manifest["quads"] * times}
    (store_folder / MANIFEST).write_text(json.dumps(manifest))
    if manifest["quads"] > Settings(home).most_in_memory:
        (store_folder / NQUADS).write_text("")  # nobody reads it, and dumps of it would take their time
    (store_folder / READ_LOCK).touch()
    (home / POINTER).write_text(store_folder.name + "\n")
    return home


def copied(path: Path, times: int, to: Path) -> None:
    """Write a text so many times, each time with other names for all things."""
    lines = path.read_bytes()
    with to.open("wb") as file:
        for number in range(times):
            name = b"/silkgraph/id/copy%d/" % number if number else b"/silkgraph/id/"
            file.write(lines.replace(b"/silkgraph/id/", name))
