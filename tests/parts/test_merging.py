"""Sorted files put together: every line once and in order, however the files are mixed and cut."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkgraph.parts import merging
from silkgraph.parts.merging import distinct, merged, write_merged, write_sorted

LINES = st.lists(st.integers(0, 60).map(lambda number: f"{number}\n".encode()), max_size=40)


@given(contents=st.lists(LINES, max_size=6), at_once=st.integers(1, 40))
def test_every_line_once_and_in_order(
    contents: list[list[bytes]], at_once: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("sorted")
    files = [folder / str(number) for number in range(len(contents))]
    for file, lines in zip(files, contents, strict=True):
        write_sorted(set(lines), file)
    expected = sorted({line for lines in contents for line in lines})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(merging, "AT_ONCE", at_once + 1)  # a buffer of one byte is another thing to Python
        told = write_merged(files, folder / "all")
        assert distinct(files) == len(expected)
    assert (folder / "all").read_bytes() == b"".join(expected)
    assert told == (hashlib.sha256(b"".join(expected)).hexdigest(), len(expected))


def test_lines_of_one_file_are_handed_on_together(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    write_sorted([b"laos/1\n", b"laos/2\n", b"laos/3\n", b"silk\n"], first)
    write_sorted([b"hungary/1\n", b"hungary/2\n", b"silk\n"], second)
    with merged([first, second]) as runs:
        assert list(runs) == [[b"hungary/1\n", b"hungary/2\n"], [b"laos/1\n", b"laos/2\n", b"laos/3\n"], [b"silk\n"]]
