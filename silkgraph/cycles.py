"""Python looks for cycles of objects that nobody needs any more, each time over all objects that there are."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Without looking for cycles meanwhile, for work that makes objects by the million and hardly any cycle."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
            gc.collect(0)  # what was made meanwhile is all in the youngest generation
