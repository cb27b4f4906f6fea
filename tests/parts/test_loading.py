"""A database that is filled while there is more to come holds all that it was given, and says what went wrong."""

from __future__ import annotations

from contextlib import closing
from itertools import chain
from pathlib import Path

import pytest
from pyoxigraph import Store

from silkgraph.parts import loading
from silkgraph.parts.loading import Loading

LAOS = b'<https://w3id.org/silkgraph/id/place/LA> <http://www.w3.org/2000/01/rdf-schema#label> "Laos"@en'
HUNGARY = b'<https://w3id.org/silkgraph/id/place/HU> <http://www.w3.org/2000/01/rdf-schema#label> "Hungary"@en'
GRAPH = b" <https://w3id.org/silkgraph/graph/reference> .\n"


@pytest.fixture
def files(tmp_path: Path) -> list[tuple[Path, Path]]:
    """Laos in a graph and in the union, then Hungary, and Laos in the union once more."""
    contents = [(LAOS + GRAPH, LAOS + b" .\n"), (HUNGARY + GRAPH, HUNGARY + b" .\n" + LAOS + b" .\n")]
    found = [(tmp_path / f"quads-{number}", tmp_path / f"union-{number}") for number in range(len(contents))]
    for file, content in zip(chain.from_iterable(found), chain.from_iterable(contents), strict=True):
        file.write_bytes(content)
    return found


@pytest.mark.parametrize("at_once", [1, 1_000_000])
def test_everything_is_loaded_once(
    at_once: int, files: list[tuple[Path, Path]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(loading, "AT_ONCE", at_once)
    with closing(Loading(tmp_path / "database")) as under_way:
        for file in files:
            under_way.add(2, *file)
        under_way.finish()
        under_way.complete()
    found = Store.read_only(str(tmp_path / "database"))
    assert sorted(f"{quad}".encode() for quad in found.quads_for_pattern(None, None, None, None)) == sorted(
        [LAOS, HUNGARY, LAOS + GRAPH[:-3], HUNGARY + GRAPH[:-3]]
    )
    assert not (tmp_path / loading.TOGETHER).exists()
    assert all(kept.exists() and not spent.exists() for kept, spent in files)


def test_what_cannot_be_loaded_is_an_error_in_the_end(files: list[tuple[Path, Path]], tmp_path: Path) -> None:
    files[1][0].unlink()
    with closing(Loading(tmp_path / "database")) as under_way:
        for file in files:
            under_way.add(2, *file)
        under_way.finish()
        with pytest.raises(FileNotFoundError, match="quads-1"):
            under_way.complete()


def test_what_is_given_up_is_not_loaded(files: list[tuple[Path, Path]], tmp_path: Path) -> None:
    with closing(Loading(tmp_path / "database")) as under_way:
        under_way.add(2, *files[0])
    assert not (tmp_path / "database").exists()
