"""The inside of a worker: gives up the right to open anything, and answers jobs.

A client's query is parsed and evaluated here and nowhere else. Whatever it does (never end, take all memory, overflow
the parser's stack), it does to this process, which the serving process ends and replaces.
"""

from __future__ import annotations

import json
import socket
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from silkgraph.serve.confinement import call_off_alarm, most_memory, set_alarm, shut_in
from silkgraph.serve.evaluation import Evaluator, Refused
from silkgraph.serve.frames import Job, frame, message

GROWTH = 256 << 20
"""A worker whose memory has grown by so many bytes ends after its answer, and gives the memory back."""

OPENED_AT_START = 16
"""So many files RocksDB opens with the database, the others as it comes to them."""

GRACE = 2.0
"""Seconds that the serving process has to end a query before the worker ends itself."""


def serve(settings: dict[str, Any], channel: socket.socket, store: ox.Store | None) -> None:
    """Answer jobs until the serving process closes the channel or memory has grown.

    Args:
        settings: of the server's; ``network`` leaves the right to open connections.
        channel: where jobs come from and answers go to.
        store: the graph, where it is in memory already.
    """
    evaluator = _evaluator(settings, channel, store)
    may_connect = settings["network"] or bool(settings["upstream"])
    files = 0 if may_connect or store is not None else _unopened(settings["database"])
    shut_in(settings["memory"], network=may_connect, files=files)
    at_start = most_memory()
    channel.sendall(frame(b"R"))
    last = False
    while not last and (job := _receive(channel)) is not None:
        set_alarm(job.seconds + GRACE)
        try:
            sender = evaluator.answer(job)
            last = most_memory() - at_start > GROWTH
            sender.finish(last=last)
        except Refused as refused:
            last = most_memory() - at_start > GROWTH
            _refuse(channel, refused, last=last)
        except MemoryError:
            return
        except Exception as error:
            if evaluator.has_begun:
                raise  # the answer breaks off, which closing the channel says
            _refuse(channel, evaluator.failure(error), last=True)
            return
        call_off_alarm()


def _unopened(database: str) -> int:
    """How many files of a database may still have to be opened."""
    tables = sum(path.suffix == ".sst" for path in Path(database).iterdir())
    return tables if tables > OPENED_AT_START else 0


def _evaluator(settings: dict[str, Any], channel: socket.socket, store: ox.Store | None) -> Evaluator:
    if settings["upstream"]:
        from silkgraph.serve.upstream_evaluation import UpstreamEvaluator

        return UpstreamEvaluator(settings, channel)
    return Evaluator(settings, channel, store)


def _refuse(channel: socket.socket, refused: Refused, *, last: bool) -> None:
    channel.sendall(frame(b"x" if last else b"X", json.dumps(refused.payload).encode("ascii")))


def _receive(channel: socket.socket) -> Job | None:
    content = message(channel)
    return Job.from_bytes(content) if content else None
