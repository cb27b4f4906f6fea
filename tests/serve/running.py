"""A real server in a process of its own, and plain ways to talk to it."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

JSON = "application/sparql-results+json"


def allowed(seconds: float) -> float:
    """So many seconds as a bound that a test can rely on: as many times more as processes wait for each processor.

    The server under test and its clients make three by themselves. What the bounds are on a machine of one's own is
    measured by ``benchmarks/endpoint.py``.
    """
    return seconds * max(1.0, (os.getloadavg()[0] - 3) / len(os.sched_getaffinity(0)))


@dataclass(frozen=True)
class Reply:
    """What a server answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8")

    @property
    def type(self) -> str:
        """The media type, without parameters."""
        return self.headers.get("content-type", "").partition(";")[0]

    def json(self) -> Any:
        """The body as JSON."""
        return json.loads(self.body)


@dataclass(frozen=True)
class Running:
    """A server that runs."""

    port: int
    process: subprocess.Popen[bytes]
    log: Path

    @property
    def root(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    @property
    def endpoint(self) -> str:
        """The address of its SPARQL endpoint."""
        return f"{self.root}/sparql"

    def request(
        self,
        method: str,
        path: str,
        headers: Mapping[str, str] | None = None,
        body: bytes | None = None,
        timeout: float = 150,
    ) -> Reply:
        """Send one request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            connection.request(method, path, body=body, headers=dict(headers or {}))
            reply = connection.getresponse()
            names = {name.lower(): value for name, value in reply.getheaders()}
            return Reply(reply.status, names, reply.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str | None = None, **headers: str) -> Reply:
        """GET a path; header names are written with underscores."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        return self.request("GET", path, {**({"Accept": accept} if accept else {}), **named})

    def query(self, query: str, accept: str = JSON, timeout: float = 150, **parameters: str | list[str]) -> Reply:
        """Ask by GET."""
        path = "/sparql?" + urlencode({"query": query, **parameters}, doseq=True)
        return self.request("GET", path, {"Accept": accept}, timeout=timeout)

    def rows(self, query: str) -> list[dict[str, str]]:
        """The rows of a SELECT, values only."""
        reply = self.query(query)
        assert reply.status == 200, reply.text
        return [{name: term["value"] for name, term in row.items()} for row in reply.json()["results"]["bindings"]]

    def ask(self, query: str) -> bool:
        """The answer to an ASK."""
        reply = self.query(query)
        assert reply.status == 200, reply.text
        return bool(reply.json()["boolean"])

    def health(self) -> Any:
        """What ``/health`` tells."""
        return self.get("/health").json()

    def worker_pids(self) -> list[int]:
        """The worker processes: the children of the nursery."""
        nurseries = self.nursery_pids()
        return [pid for pid in self._nursery_family() if pid not in nurseries]

    def nursery_pids(self) -> list[int]:
        """The process that splits off the workers; for a while also that of a graph that was replaced."""
        family = self._nursery_family()
        return [pid for pid in family if _parent(pid) not in family]

    def _nursery_family(self) -> list[int]:
        found = []
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                words = (folder / "cmdline").read_bytes().split(b"\0")
                if b"silkgraph.serve.nursery" in words and _descends(int(folder.name), self.process.pid):
                    found.append(int(folder.name))
        return found

    def memory(self) -> int:
        """Bytes of memory of their own that the server and its workers hold (not those who write the dumps)."""
        pages = 0
        for folder in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):
                is_ours = int(folder.name) == self.process.pid or _descends(int(folder.name), self.process.pid)
                if is_ours and b"silkgraph.serve.write_dumps" not in (folder / "cmdline").read_bytes():
                    resident, shared = map(int, (folder / "statm").read_text().split()[1:3])
                    pages += resident - shared
        return pages * os.sysconf("SC_PAGE_SIZE")


def _descends(pid: int, ancestor: int) -> bool:
    while pid > 1:
        pid = _parent(pid)
        if pid == ancestor:
            return True
    return False


def _parent(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def running(data: Path, folder: Path, *options: str) -> Iterator[Running]:
    """A server on a data folder, with these options; ended with the block."""
    port = free_port()
    log = folder / f"server-{port}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "silkgraph", "serve", "--data-dir", str(data), "--port", str(port), *options],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    server = Running(port, process, log)
    try:
        _wait_until_ready(server)
        yield server
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(180)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_until_ready(server: Running) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if server.process.poll() is not None:
            raise AssertionError(server.log.read_text())
        with contextlib.suppress(OSError, http.client.HTTPException, ValueError):
            if server.health()["workers"]["idle"] >= 2:
                return
        time.sleep(0.1)
    raise AssertionError(f"the server is not ready: {server.log.read_text()}")
