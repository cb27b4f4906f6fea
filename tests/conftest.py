"""Fixtures that every part of the tests may use.

The five documents are built once, however many processes run the tests; a test that only reads takes ``store``
or ``built_folder`` and leaves the graph as it is. A test that writes builds or copies into its own ``tmp_path``.

Hypothesis tries the same hundred examples in every run; ``--hypothesis-profile exhaustive`` has it try 2,500 new ones.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# What several folders share. Behind everything else, lest it hide a library.
sys.path.append(str(Path(__file__).parent))

from made_once import made_once

from silkgraph.build import build_store
from silkgraph.locations import DATA_VARIABLE, knowledge
from silkgraph.store import OpenStore, open_store

_ANY_EXAMPLE = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
settings.register_profile("quick", _ANY_EXAMPLE, max_examples=100, derandomize=True)
settings.register_profile("exhaustive", _ANY_EXAMPLE, max_examples=2500, print_blob=True)
settings.load_profile("quick")


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--update-golden`` writes golden files anew instead of comparing with them."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew; review the difference")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with slow tests come first: what is short is left for the process that has ended before the other."""
    slow = {item.path for item in items if item.get_closest_marker("slow")}
    items.sort(key=lambda item: item.path not in slow)


@pytest.fixture(autouse=True)
def away_from_the_users_graph(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or replaces what the person who runs the tests has built."""
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path_factory.getbasetemp() / "nothing-built-here"))


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder with the graph of the five documents; not to be written to."""
    return made_once(tmp_path_factory, "built", build_store)


@pytest.fixture(scope="session")
def small_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the graph of one document; not to be written to."""
    return made_once(tmp_path_factory, "built-small", _build_small)


def _build_small(folder: Path) -> None:
    name = "brf2-2019-subforums"
    shutil.copytree(knowledge("extract") / name, folder / "documents" / name)
    build_store(folder, documents=folder / "documents")


@pytest.fixture(scope="session")
def released_folder(built_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of that graph, as another process writes it on another day in another place; not to be written to."""
    return made_once(tmp_path_factory, "released", partial(_release, built_folder)) / "release"


def _release(built_folder: Path, folder: Path) -> None:
    surroundings = {"PYTHONHASHSEED": "17", "LC_ALL": "C", "TZ": "Pacific/Apia", DATA_VARIABLE: str(built_folder)}
    command = [sys.executable, "-m", "silkgraph", "export", "--all", "release", "--quiet"]
    subprocess.run(command, env={**os.environ, **surroundings}, check=True, cwd=folder)


@pytest.fixture(scope="session")
def store(built_folder: Path) -> Iterator[OpenStore]:
    """The graph of the five documents, open for reading."""
    with open_store(built_folder) as opened:
        yield opened
