"""The texts that the benchmark of long texts reads."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_every_shape_gives_a_text_of_the_length_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    scaling = importlib.import_module("scaling")

    for shape in scaling.SHAPES:
        assert 9_900 < len(scaling.text_of(shape, 10_000).encode()) <= 10_100, shape
    assert "\n" not in scaling.text_of("one line", 10_000)
    assert scaling.text_of("numbers", 100).startswith("建成3个项目、建成3个项目、")


def test_what_is_measured_is_what_one_character_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "benchmarks")
    scaling = importlib.import_module("scaling")
    monkeypatch.setattr(
        scaling, "measure", lambda _, length: {"characters": length, "seconds": length * 2e-6, "bytes": 30 * length}
    )

    assert scaling.row("verbs", [10_000, 100_000, 1_000_000]) == ["verbs", "2.0", "2.0", "2.0", "1.00", "30"]
