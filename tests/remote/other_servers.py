"""Servers of other make, each with data of its own, as long as a block: Oxigraph's, and Virtuoso."""

from __future__ import annotations

import contextlib
import http.client
import os
import shutil
import signal
import subprocess
import sysconfig
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from running import free_port

OXIGRAPH = shutil.which("oxigraph", path=f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ.get('PATH', '')}")
VIRTUOSO = shutil.which("virtuoso-t")
SECONDS = 180


@dataclass(frozen=True)
class Other:
    """A server that runs: where it is asked, where it is loaded, and with which options of ``silkgraph push``."""

    name: str
    endpoint: str
    store: str
    options: tuple[str, ...]
    union: str


@contextlib.contextmanager
def oxigraph(folder: Path) -> Iterator[Other]:
    """``oxigraph serve``, from PyPI: with a default graph of its own, which is empty at first."""
    _needs(OXIGRAPH, "the oxigraph server (pip install oxigraph)")
    port = free_port()
    root = f"http://127.0.0.1:{port}"
    command = [str(OXIGRAPH), "serve", "--location", str(folder / "oxigraph"), "--bind", f"127.0.0.1:{port}"]
    with _process(command, folder / "oxigraph.log", f"{root}/query?query=ASK%7B%7D"):
        yield Other("oxigraph", f"{root}/query", f"{root}/store", (), "default")


@contextlib.contextmanager
def virtuoso(folder: Path) -> Iterator[Other]:
    """Debian's Virtuoso: without a default graph to load, and with digest authentication."""
    _needs(VIRTUOSO, "Virtuoso (Debian: virtuoso-opensource-7-bin)")
    home = folder / "virtuoso"
    home.mkdir()
    password = home / "password"
    password.write_text("dba\n")
    port = free_port()
    (home / "virtuoso.ini").write_text(
        f"[Database]\nDatabaseFile={home}/v.db\nErrorLogFile={home}/v.log\nLockFile={home}/v.lck\n"
        f"TransactionFile={home}/v.trx\nxa_persistent_file={home}/v.pxa\n"
        f"[TempDatabase]\nDatabaseFile={home}/t.db\nTransactionFile={home}/t.trx\n"
        f"[Parameters]\nServerPort={free_port()}\nServerThreads=20\nDirsAllowed={home}\nNumberOfBuffers=20000\n"
        "MaxDirtyBuffers=12000\n"
        f"[HTTPServer]\nServerPort=127.0.0.1:{port}\nServerThreads=10\nServerRoot={home}\n"
        "[SPARQL]\nResultSetMaxRows=1000000\n"
    )
    root = f"http://127.0.0.1:{port}"
    command = [str(VIRTUOSO), "+foreground", "+configfile", str(home / "virtuoso.ini")]
    with _process(command, folder / "virtuoso.log", f"{root}/sparql?query=ASK%7B%7D"):
        options = ("--user", "dba", "--password-from", str(password))
        yield Other("virtuoso", f"{root}/sparql", f"{root}/sparql-graph-crud-auth", options, "named")


def _needs(program: str | None, what: str) -> None:
    if program is None:
        if os.environ.get("SILKGRAPH_SERVERS") == "required":
            pytest.fail(f"there is no {what} here, and SILKGRAPH_SERVERS wants it")
        pytest.skip(f"there is no {what} here")


@contextlib.contextmanager
def _process(command: Sequence[str], log: Path, alive: str) -> Iterator[None]:
    """A process that answers at ``alive``, ended with the block."""
    with log.open("wb") as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT)
    try:
        _wait_for(process, alive, log)
        yield
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait_for(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    deadline = time.monotonic() + SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise AssertionError(log.read_text())
        with contextlib.suppress(urllib.error.URLError, OSError, http.client.HTTPException):
            with urllib.request.urlopen(url, timeout=10) as answer:
                answer.read()
            return
        time.sleep(0.1)
    raise AssertionError(f"{url} does not answer: {log.read_text()}")
