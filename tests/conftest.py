"""Fixtures that every part of the tests may use.

The five documents are built once a session; a test that only reads takes ``store`` or ``built_folder``
and leaves the graph as it is. A test that writes builds or copies into its own ``tmp_path``.

Hypothesis tries the same hundred examples in every run; ``--hypothesis-profile exhaustive`` has it try 2,500 new ones.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from silkgraph.build import build_store
from silkgraph.locations import DATA_VARIABLE
from silkgraph.store import OpenStore, open_store

# What several folders share. Behind everything else, lest it hide a library.
sys.path.append(str(Path(__file__).parent))

_ANY_EXAMPLE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("quick", _ANY_EXAMPLE, max_examples=100, derandomize=True)
settings.register_profile("exhaustive", _ANY_EXAMPLE, max_examples=2500, print_blob=True)
settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes golden files anew instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew; review the difference")


@pytest.fixture(autouse=True)
def away_from_the_users_graph(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or replaces what the person who runs the tests has built."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path_factory.getbasetemp() / "nothing-built-here"))


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder with the graph of the five documents; not to be written to."""
    folder = tmp_path_factory.mktemp("built")
    build_store(folder)
    return folder


@pytest.fixture(scope="session")
def store(built_folder: Path) -> Iterator[OpenStore]:
    """The graph of the five documents, open for reading."""
    with open_store(built_folder) as opened:
        yield opened
