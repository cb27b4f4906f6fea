"""Stores elsewhere: one that fails as it is told to, and real servers of other make."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# Behind everything else: other folders of tests have modules of the same names.
sys.path += [str(Path(__file__).parent), *(str(Path(__file__).parents[1] / name) for name in ("serve", "notebook"))]

from graph_stores import FakeStore, fake_store


@pytest.fixture
def elsewhere() -> Iterator[FakeStore]:
    """A graph store that fails as it is told to."""
    with fake_store() as store:
        yield store
