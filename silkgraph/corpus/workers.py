"""Processes that read: each has one text at a time, so that when one dies it is known over which text it died.

A process is given the next text when it has answered for the last, and no text is handed out that is far ahead of the
first that is still being read: memory holds a few readings a process, however many texts there are.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait

from silkgraph.corpus.texts import Text
from silkgraph.errors import SilkgraphError, SourceError
from silkgraph.model import Reading

AHEAD = 4
"""Texts a process that may be read before the one that is waited for."""
PATIENCE = 10.0
"""Seconds that a process is given to end when it is told to."""


def read_in_processes(texts: Sequence[Text], processes: int) -> Iterator[Reading | SilkgraphError]:
    """The reading of each text in their order, read by this many processes.

    The answer for a text over which its process dies is a ``SourceError`` that names it; the others are read.
    """
    crew = [Worker() for _ in range(processes)]
    answers: dict[int, Reading | SilkgraphError] = {}
    handed_out = 0
    try:
        for position in range(len(texts)):
            while position not in answers:
                for worker in crew:
                    if worker.task is None and handed_out < min(len(texts), position + AHEAD * processes):
                        worker.begin(handed_out, texts[handed_out])
                        handed_out += 1
                answers.update(_answers(crew))
            yield answers.pop(position)
    finally:
        for worker in crew:
            worker.stop()


def _answers(crew: Sequence[Worker]) -> Iterator[tuple[int, Reading | SilkgraphError]]:
    """Wait until at least one has answered or died, and take what there is."""
    ready = wait([worker.connection for worker in crew if worker.task is not None])
    for worker in crew:
        if worker.connection in ready:
            yield worker.answer()


class Worker:
    """A process that reads one text after the other; where it has died, the next text starts another."""

    def __init__(self) -> None:
        self.task: tuple[int, Text] | None = None
        """The text that is being read, and its position among all."""
        self._start()

    def _start(self) -> None:
        # Not a copy of this process: this one may hold locks and threads of the database.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()

    def begin(self, position: int, text: Text) -> None:
        """Have it read a text."""
        if not self.process.is_alive():
            self.stop()
            self._start()
        self.task = position, text
        with suppress(BrokenPipeError):  # it has just died, which ``answer`` finds
            self.connection.send(text)

    def answer(self) -> tuple[int, Reading | SilkgraphError]:
        """What came of the text, with its position.

        Raises:
            Exception: the reader has a fault; the error is the reader's own, with a note of where it happened.
        """
        assert self.task is not None
        position, text = self.task
        self.task = None
        try:
            found = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return position, self._death(text)
        if isinstance(found, Reading | SilkgraphError):
            return position, found
        raise found

    def _death(self, text: Text) -> SourceError:
        self.process.join(PATIENCE)
        code = self.process.exitcode
        how = f"exit code {code}"
        if code is not None and code < 0:
            how = f"signal {-code}, {signal.Signals(-code).name}" if -code in set(signal.Signals) else f"signal {-code}"
        return SourceError(
            f"the process that read this text ended before it was done ({how})",
            path=text.path,
            advice="It was stopped from outside, perhaps for want of memory. Try again, with fewer --jobs.",
        )

    def stop(self) -> None:
        """End the process, whatever it is doing; it holds nothing that would have to be put away."""
        self.connection.close()
        self.process.terminate()
        self.process.join(PATIENCE)


def _serve(connection: Connection) -> None:
    """Answer until the other side has gone away. Ctrl-C is for the process that was started by hand."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            text = connection.recv()
        except EOFError:
            return
        connection.send(_answer(text))


def _answer(text: Text) -> Reading | Exception:
    try:
        return text.read()
    except Exception as error:
        error.add_note(f"while reading {text.path}, in a process of its own:\n{traceback.format_exc()}")
        return error
