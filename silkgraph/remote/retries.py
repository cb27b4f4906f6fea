"""How often something is tried again with a server that fails, and how long to wait between."""

from __future__ import annotations

from collections.abc import Callable
from time import sleep
from typing import TypeVar

from silkgraph.errors import RemoteError

LONGEST_PAUSE = 30.0
"""Seconds between two attempts, at most, whatever the server asks for."""

Done = TypeVar("Done")


def with_retries(attempt: Callable[[], Done], retries: int, tell: Callable[[str], None]) -> Done:
    """What ``attempt`` gives, tried again while the failure may pass.

    Args:
        attempt: can be called again and again.
        retries: how often it is, at most, after the first time.
        tell: told before each pause.

    Raises:
        RemoteError: the last failure, or one that would only be repeated.
    """
    for tried in range(retries + 1):
        try:
            return attempt()
        except RemoteError as error:
            if not error.may_pass or tried == retries:
                raise
            # One second, two, four …, or what the server asks for.
            pause = min(LONGEST_PAUSE, error.wait if error.wait is not None else 2.0**tried)
            tell(f"{error.problem}; trying again in {pause:g} s ({tried + 1} of {retries})")
            sleep(pause)
    raise AssertionError("either given or raised")
