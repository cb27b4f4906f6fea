"""A graph built part by part is the graph built at once, to the byte, with the same complaints."""

from __future__ import annotations

import importlib
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from silkgraph import build
from silkgraph.build import RefusedGraph, build_store
from silkgraph.corpus import Remembered, Text
from silkgraph.corpus.remembered import read_kept
from silkgraph.model import Reading
from silkgraph.parts import building
from silkgraph.search.functions import Index
from silkgraph.store import Manifest, open_store
from silkgraph.store.layout import NQUADS, SEARCH, current_store

ROOT = Path(__file__).parents[2]
Build = Callable[..., Manifest]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four lists like the published ones, some of which tell the same."""
    folder = tmp_path_factory.mktemp("archive")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        importlib.import_module("archive").write_archive(folder, 2)
    for document in folder.iterdir():
        if "list" not in document.name:
            shutil.rmtree(document)
    return folder


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The readings are kept here from one build to the next."""
    return tmp_path_factory.mktemp("data")


@pytest.fixture
def built(archive: Path, data: Path, monkeypatch: pytest.MonkeyPatch) -> Build:
    """Builds the archive in parts of so many bytes of text, or at once."""

    def make(size: int | None, jobs: int = 1) -> Manifest:
        monkeypatch.setattr(build, "LARGE", 10**9 if size is None else 0)
        monkeypatch.setattr(building, "SIZE", size)
        return build_store(data, jobs=jobs, documents=archive)

    return make


@pytest.mark.slow
@pytest.mark.parametrize(("size", "jobs"), [(1, 1), (12_000, 2)])
def test_the_same_graph_in_parts_of_any_size(size: int, jobs: int, built: Build, data: Path) -> None:
    whole = built(None)
    store = current_store(data)
    assert store is not None
    content, questions = (store / NQUADS).read_bytes(), found(data)

    parted = built(size, jobs)

    assert parted == whole
    store = current_store(data)
    assert store is not None
    assert (store / NQUADS).read_bytes() == content
    assert found(data) == questions
    assert not (data / building.SCRATCH).exists()


def found(data: Path) -> tuple[object, ...]:
    """What the database, the index of texts and the sources hold."""
    with open_store(data) as store:
        index = Index(str(store.folder / SEARCH))
        return (
            len(list(store.graph.quads_for_pattern(None, None, None, None))),
            sum(1 for _ in store.quads()),
            sorted(text for text, _ in index.best("绿色", 50)),
            sorted((document.document, store.source(document.document)) for document in store.manifest.documents),
        )


@pytest.mark.slow
def test_the_same_complaints(built: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    built(None)
    reports = []
    monkeypatch.setattr(Remembered, "find", with_faults)
    monkeypatch.setattr("silkgraph.parts.part.read_kept", lambda path: faulty(read_kept(path)))
    for size in (None, 12_000):
        with pytest.raises(RefusedGraph) as refused:
            built(size)
        reports.append((refused.value.report, refused.value.documents))
    assert reports[0] == reports[1]
    named = Counter(result.name for result in reports[0][0].of("violation"))
    assert set(named) >= {"outcome-status", "passage-length", "body-one-country"}


def with_faults(remembered: Remembered, text: Text) -> Reading:
    path = remembered.path(text)
    assert path is not None
    return faulty(read_kept(path))


def faulty(reading: Reading) -> Reading:
    """The reading with a status that does not exist, a passage that is too long, and China's ministries in Laos."""
    first, second, *others = reading.outcomes
    if not reading.document.identifier.startswith("brf1"):
        return reading
    wrong = replace(first, status="thought-of")  # type: ignore[arg-type]
    longer = replace(second, passage=replace(second.passage, end=second.passage.end + 1))
    abroad = [
        replace(o, initiators=tuple(replace(b, country="LA") if b.country == "CN" else b for b in o.initiators))
        for o in others
    ]
    return replace(reading, outcomes=(wrong, longer, *abroad))


def test_parts_have_documents_up_to_their_size() -> None:
    sizes = [30, 80, 20, 100, 5]
    assert building.divided(sizes, 100) == [[0, 1], [2, 3], [4]]
    assert building.divided(sizes, 1) == [[0], [1], [2], [3], [4]]
    assert building.divided([], 100) == []
