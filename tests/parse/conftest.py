"""``prose``, which the tests of this folder read sentences with, can be imported."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.append(str(Path(__file__).parent))

from prose import Row, told


@pytest.fixture
def told_in_prose() -> Callable[[str], list[Row]]:
    """Reads a paragraph of running prose."""
    return told
