"""Work in a process of its own, for what keeps a processor core busy and shares nothing with the rest."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing
from typing import ParamSpec, TypeVar

from silkgraph.errors import SilkgraphError

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


def apart(function: Callable[Arguments, Result], *arguments: Arguments.args, **named: Arguments.kwargs) -> Result:
    """What a function gives, called in another process; function, arguments and result are pickled.

    Raises:
        Exception: what the function raises.
        SilkgraphError: the process ended before it was done.
    """
    with closing(Apart()) as other:
        return other.call(function, *arguments, **named)


class Apart:
    """Another process, which is started when it is first called and stays until it is closed."""

    def __init__(self) -> None:
        # Started afresh and not copied, since the parent may hold locks. Ctrl-C is for the process started by hand.
        fresh = multiprocessing.get_context("spawn")
        ignore = (signal.SIGINT, signal.SIG_IGN)
        self._pool = ProcessPoolExecutor(1, mp_context=fresh, initializer=signal.signal, initargs=ignore)

    def call(
        self, function: Callable[Arguments, Result], *arguments: Arguments.args, **named: Arguments.kwargs
    ) -> Result:
        """As ``apart``; what the process keeps in mind is there at the next call."""
        # multiprocessing asks for it, and a notebook has lost it after %reset.
        vars(sys.modules["__main__"]).setdefault("__spec__", None)
        try:
            return self._pool.submit(function, *arguments, **named).result()
        except BrokenProcessPool:
            raise SilkgraphError(
                f"the process of {function.__module__}.{function.__name__} ended before it was done",
                advice="It was stopped from outside, perhaps for want of memory. Try again, with --jobs 1.",
            ) from None

    def close(self) -> None:
        """Wait until it is done, and have it end."""
        self._pool.shutdown()


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
