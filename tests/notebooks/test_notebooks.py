"""The notebooks run from top to bottom, and what is kept of them is what a reader may see."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
LARGEST = 250_000
"""Bytes of a notebook with its answers: a difference between two versions can still be read."""


def cells(path: Path, kind: str) -> list[Any]:
    """The cells of a kind in a kept notebook."""
    found = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == kind]


def answers(path: Path) -> list[Any]:
    """Everything that the cells of a kept notebook answered."""
    return [output for cell in cells(path, "code") for output in cell["outputs"]]


def by_name(path: Path) -> str:
    """What a notebook is called in the list of tests."""
    return path.stem


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_it_runs_from_top_to_bottom_and_its_conditions_hold(path: Path, built_folder: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(FOLDER / "execute.py"), "--check", str(path)],
        env={**os.environ, "SILKGRAPH_DATA": str(built_folder)},
        capture_output=True,
        encoding="utf-8",
    )

    assert done.returncode == 0, done.stderr[-4000:]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_what_is_kept_was_run_once_from_top_to_bottom(path: Path) -> None:
    counts = [cell["execution_count"] for cell in cells(path, "code")]

    assert counts == list(range(1, len(counts) + 1))
    assert not [output for output in answers(path) if output["output_type"] == "error"]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_it_has_words_pictures_and_conditions(path: Path) -> None:
    pictures = [output for output in answers(path) if "image/svg+xml" in output.get("data", {})]

    assert len(cells(path, "markdown")) >= 4
    assert pictures
    assert "assert " in "".join(cells(path, "code")[-1]["source"])


@pytest.mark.parametrize("path", NOTEBOOKS, ids=by_name)
def test_what_is_kept_tells_nothing_of_the_machine_and_loads_nothing(path: Path) -> None:
    kept = path.read_text(encoding="utf-8")

    assert len(kept.encode()) < LARGEST
    assert not re.search(r"/(?:tmp|home|root|work|Users)/|cdn\.jsdelivr|unpkg\.com|<script", json.dumps(answers(path)))
    assert [cell["id"] for cell in json.loads(kept)["cells"]] == [
        f"cell-{number:02}" for number in range(1, len(json.loads(kept)["cells"]) + 1)
    ]


def test_each_is_on_the_list_of_notebooks() -> None:
    listed = re.findall(r"\(([\w-]+\.ipynb)\)", (FOLDER / "README.md").read_text(encoding="utf-8"))

    assert listed == [path.name for path in NOTEBOOKS]
    assert len(listed) >= 7
