"""Work in a process of its own: what it gives, what it raises, and what is said when it dies."""

from __future__ import annotations

import os
import sys

import pytest

from silkgraph.apart import apart
from silkgraph.errors import SilkgraphError


def test_the_result_comes_back() -> None:
    assert apart(sorted, ["丝", "路"], reverse=True) == ["路", "丝"]


def test_it_is_another_process() -> None:
    assert apart(os.getpid) != os.getpid()


def test_a_notebook_that_was_reset_may_start_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(sys.modules["__main__"], "__spec__", raising=False)

    assert apart(len, "丝路") == 2


def test_what_is_raised_there_is_raised_here() -> None:
    with pytest.raises(FileNotFoundError):
        apart(os.listdir, "/there/is/no/such/folder")


def test_a_process_that_ends_too_early_is_told_of() -> None:
    with pytest.raises(SilkgraphError, match=r"the process of posix\._exit ended before it was done|nt\._exit"):
        apart(os._exit, 9)
