"""Processes that work: each has one task at a time, so that when one dies it is known over which task it died.

A process is given the next task when it has answered for the last, and no task is handed out that is far ahead of the
first that is still being done: memory holds a few answers a process, however many tasks there are. A task is a text
that is to be read, or a part of an archive that is to be described (``silkgraph.parts``).
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from silkgraph.errors import SilkgraphError, SourceError

Answer_co = TypeVar("Answer_co", covariant=True)
Answer = TypeVar("Answer")


class Task(Protocol[Answer_co]):
    """What a process is given to do; it is pickled."""

    @property
    def path(self) -> Path:
        """The file or folder that it is about, for messages."""

    def perform(self) -> Answer_co | SilkgraphError:
        """Do it, or say why it cannot be done."""


AHEAD = 4
"""Tasks a process that may be done before the one that is waited for."""
PATIENCE = 10.0
"""Seconds that a process is given to end when it is told to."""


def in_processes(tasks: Sequence[Task[Answer]], processes: int) -> Iterator[Answer | SilkgraphError]:
    """The answer to each task in their order, worked out by this many processes.

    The answer to a task over which its process dies is a ``SourceError`` that names it; the others are done.
    """
    crew: list[Worker[Answer]] = [Worker() for _ in range(processes)]
    answers: dict[int, Answer | SilkgraphError] = {}
    handed_out = 0
    try:
        for position in range(len(tasks)):
            while position not in answers:
                for worker in crew:
                    if worker.task is None and handed_out < min(len(tasks), position + AHEAD * processes):
                        worker.begin(handed_out, tasks[handed_out])
                        handed_out += 1
                for done, answer in _answers(crew):
                    answers[done] = answer
            yield answers.pop(position)
    finally:
        for worker in crew:
            worker.stop()


def _answers(crew: Sequence[Worker[Answer]]) -> Iterator[tuple[int, Answer | SilkgraphError]]:
    """Wait until at least one has answered or died, and take what there is."""
    ready = wait([worker.connection for worker in crew if worker.task is not None])
    for worker in crew:
        if worker.connection in ready:
            yield worker.answer()


class Worker(Generic[Answer]):
    """A process that does one task after the other; where it has died, the next task starts another."""

    def __init__(self) -> None:
        self.task: tuple[int, Task[Answer]] | None = None
        """What is being done, and its position among all."""
        self._start()

    def _start(self) -> None:
        # Not a copy of this process: this one may hold locks and threads of the database.
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()

    def begin(self, position: int, task: Task[Answer]) -> None:
        """Have it do a task."""
        if not self.process.is_alive():
            self.stop()
            self._start()
        self.task = position, task
        with suppress(BrokenPipeError):  # it has just died, which ``answer`` finds
            self.connection.send(task)

    def answer(self) -> tuple[int, Answer | SilkgraphError]:
        """What came of the task, with its position.

        Raises:
            Exception: the reader has a fault; the error is the reader's own, with a note of where it happened.
        """
        assert self.task is not None
        position, task = self.task
        self.task = None
        try:
            found = self.connection.recv()
        except (EOFError, ConnectionResetError):
            return position, self._death(task)
        if isinstance(found, Exception) and not isinstance(found, SilkgraphError):
            raise found
        return position, found

    def _death(self, task: Task[Answer]) -> SourceError:
        self.process.join(PATIENCE)
        code = self.process.exitcode
        how = f"exit code {code}"
        if code is not None and code < 0:
            how = f"signal {-code}, {signal.Signals(-code).name}" if -code in set(signal.Signals) else f"signal {-code}"
        return SourceError(
            f"the process that worked on this ended before it was done ({how})",
            path=task.path,
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
            task = connection.recv()
        except EOFError:
            return
        connection.send(_answer(task))


def _answer(task: Task[Answer]) -> Answer | Exception:
    try:
        return task.perform()
    except Exception as error:
        error.add_note(f"while working on {task.path}, in a process of its own:\n{traceback.format_exc()}")
        return error
