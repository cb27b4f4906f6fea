"""The inside of a worker: opens the store read-only, gives up the right to open anything else, and answers jobs.

A client's query is parsed and evaluated here and nowhere else. Whatever it does (never end, take all memory, overflow
the parser's stack), it does to this process, which the serving process ends and replaces.
"""

from __future__ import annotations

import json
import signal
import socket
import sys
from contextlib import suppress
from typing import Any

from silkgraph.serve.confinement import call_off_alarm, most_memory, set_alarm, shut_in
from silkgraph.serve.evaluation import Evaluator, Refused
from silkgraph.serve.frames import LENGTH, Job, frame

GROWTH = 256 << 20
"""A worker whose memory has grown by so many bytes ends after its answer, and gives the memory back."""

GRACE = 2.0
"""Seconds that the serving process has to end a query before the worker ends itself."""


def serve(settings: dict[str, Any], channel: socket.socket) -> None:
    """Answer jobs until the serving process closes the channel or memory has grown."""
    evaluator = Evaluator(settings, channel)
    shut_in(settings["memory"], network=settings["network"])
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


def _refuse(channel: socket.socket, refused: Refused, *, last: bool) -> None:
    channel.sendall(frame(b"x" if last else b"X", json.dumps(refused.payload).encode("ascii")))


def _receive(channel: socket.socket) -> Job | None:
    content = _message(channel)
    return Job.from_bytes(content) if content else None


def _message(channel: socket.socket) -> bytes | None:
    """What was sent with its length before it; None where the channel is closed."""
    length = _exactly(channel, LENGTH.size)
    return _exactly(channel, LENGTH.unpack(length)[0]) if length else None


def _exactly(channel: socket.socket, size: int) -> bytes | None:
    parts = bytearray()
    while len(parts) < size:
        piece = channel.recv(size - len(parts))
        if not piece:
            return None
        parts += piece
    return bytes(parts)


def main() -> None:
    """``python -m silkgraph.serve.worker FD``: settings come first over the channel, as one line of JSON."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    channel = socket.socket(fileno=int(sys.argv[1]))
    settings = _message(channel)
    if settings:
        with suppress(BrokenPipeError, ConnectionResetError):  # the serving process is gone
            serve(json.loads(settings), channel)


if __name__ == "__main__":
    main()
