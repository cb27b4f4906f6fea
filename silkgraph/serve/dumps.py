"""The files that can be downloaded: the whole graph in every format, and each named graph.

They are written once, by a process of their own after the start, because writing them sorts the whole graph; their
sizes and checksums are told in the dataset's description. A file that is asked for before it is there is waited for.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import shutil
import sys
import tempfile
from pathlib import Path

from starlette.responses import FileResponse

from silkgraph import __version__
from silkgraph.describe.catalogue import FILES
from silkgraph.serve.caching import FRESHNESS, is_fresh
from silkgraph.serve.http import Answering, Request
from silkgraph.serve.problems import Problem, busy, not_allowed
from silkgraph.serve.served import Served

NAMES = {
    "silkgraph.nq": "nquads",
    "silkgraph.trig": "trig",
    "silkgraph.ttl": "turtle",
    "silkgraph.nt": "ntriples",
    "silkgraph.rdf": "rdf-xml",
    "silkgraph.csv": "csv",
    "silkgraph.jsonld": "json-ld",
}
"""The files, in the order they are written, and the name ``silkgraph export`` knows their format by."""

INDEX = "index.json"
SECONDS = 20.0


class Dumps:
    """The files of the store that is served."""

    def __init__(self, served: Served) -> None:
        self._served = served
        self._folder: Path | None = None
        self._writing: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin to write the files."""
        self._folder = Path(tempfile.mkdtemp(prefix="silkgraph-dump-"))
        self._writing = asyncio.create_task(self._write(self._folder))

    async def stop(self) -> None:
        """Stop writing, and remove what was written."""
        if self._writing is not None:
            self._writing.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._writing
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)

    async def renew(self, served: Served) -> None:
        """Offer the files of another store from now on."""
        await self.stop()
        self._served = served
        self.start()

    def sizes(self) -> list[tuple[str, int, str]]:
        """Name, bytes and SHA-256 of the files that are written."""
        if self._folder is None:
            return []
        with contextlib.suppress(FileNotFoundError):
            found = json.loads((self._folder / INDEX).read_text(encoding="utf-8"))
            return [(name, size, sha256) for name, (size, sha256) in found.items()]
        return []

    async def __call__(self, request: Request, answering: Answering) -> None:
        """Answer ``/dump/NAME``.

        Raises:
            Problem: there is no such file, or it is not written yet.
        """
        request.notes["route"] = "dump"
        if request.method not in ("GET", "HEAD"):
            raise not_allowed(request.method, "GET, HEAD, OPTIONS")
        name = request.path.rpartition("/")[2]
        if name not in NAMES:
            raise Problem(404, "not-found", f"there is no such file; there are {', '.join(NAMES)}")
        await self.send(name, request, answering)

    async def send(self, name: str, request: Request, answering: Answering) -> None:
        """Answer with one of the files."""
        path = await self._path(name)
        tag = f'"{name}-{self._served.manifest.sha256[:20]}-{__version__}"'
        headers = {
            "cache-control": FRESHNESS,
            "content-disposition": f'attachment; filename="{name}"',
            "etag": tag,
        }
        if is_fresh(request.header("if-none-match"), tag):
            await answering.whole(304, headers.items())
            return
        response = FileResponse(path, headers=headers, media_type=FILES[name])
        await response(request.scope, request.receive, answering.send)

    async def _path(self, name: str) -> Path:
        if name == "silkgraph.nq":
            return self._served.nquads
        assert self._folder is not None and self._writing is not None, "started with the server"
        path = self._folder / name
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SECONDS):
                while not path.is_file() and not self._writing.done():
                    await asyncio.sleep(0.1)
        if not path.is_file():
            raise busy("this file is still being written; try again in a minute")
        return path

    async def _write(self, folder: Path) -> None:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "silkgraph.serve.write_dumps",
            str(self._served.nquads),
            str(folder),
            stdin=asyncio.subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            await process.wait()
        except asyncio.CancelledError:
            process.kill()
            await process.wait()
            raise
