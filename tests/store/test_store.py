"""A store is written beside the old one, switched in by one rename, and never half there."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad

import silkgraph
from silkgraph.errors import StoreError
from silkgraph.store import in_union, new_store, open_store, writing
from silkgraph.store.layout import current_store

LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
MOFCOM = NamedNode("https://w3id.org/silkgraph/id/body/mofcom")


def statement(text: str, graph: str = "one") -> Quad:
    """That 商务部 is called ``text``, said in a graph."""
    return Quad(MOFCOM, LABEL, Literal(text, language="zh"), NamedNode(f"https://w3id.org/silkgraph/graph/{graph}"))


def write(folder: Path, text: str) -> str:
    """Store a graph of one statement; its checksum."""
    with new_store(folder) as writer:
        return writer.write([statement(text)], (), {"one": text.encode()}).sha256


def said(folder: Path) -> list[str]:
    """What the store in use says."""
    with open_store(folder) as store:
        return [quad.object.value for quad in store.quads() if isinstance(quad.object, Literal)]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A data folder with a store that says 商务部."""
    write(tmp_path / "data", "商务部")
    return tmp_path / "data"


def test_what_is_written_is_read_back_with_its_manifest_and_sources(data: Path) -> None:
    with open_store(data) as store:
        assert list(store.quads()) == [statement("商务部")]
        assert store.source("one") == "商务部"
        assert store.source("other") is None
        assert store.source("../one") is None
        assert store.manifest.version == silkgraph.__version__
        assert store.manifest.graphs == {"https://w3id.org/silkgraph/graph/one": 1}
        assert store.folder.name == f"store-{store.manifest.sha256[:12]}"
        assert store.nquads.read_text(encoding="utf-8").count("商务部") == 1


def test_the_union_of_all_graphs_says_everything_once(tmp_path: Path) -> None:
    with new_store(tmp_path) as writer:
        writer.write([statement("商务部", "one"), statement("商务部", "two")], (), {})

    with open_store(tmp_path) as store:
        assert len(list(store.graph.query("SELECT * { ?s ?p ?o }"))) == 1  # type: ignore[arg-type]
        assert len(list(store.graph.query("SELECT * { GRAPH ?g { ?s ?p ?o } }"))) == 2  # type: ignore[arg-type]
    assert len(list(in_union([statement("a", "one"), statement("a", "two")]))) == 3


def test_a_new_store_takes_the_place_of_the_old_one(data: Path) -> None:
    write(data, "财政部")

    assert said(data) == ["财政部"]
    assert len(list(data.glob("store-*"))) == 1


def test_the_same_graph_again_is_a_store_of_its_own_until_the_old_one_goes(data: Path) -> None:
    with open_store(data) as old:
        write(data, "商务部")
        assert current_store(data) == data / f"{old.folder.name}-2"
    assert said(data) == ["商务部"]


def test_a_store_that_is_being_read_stays_until_it_is_closed(data: Path) -> None:
    with open_store(data) as old:
        write(data, "财政部")
        write(data, "外交部")
        assert [quad.object for quad in old.quads()] == [Literal("商务部", language="zh")]
        assert old.folder.is_dir()

    write(data, "农业部")
    assert not old.folder.exists()
    assert said(data) == ["农业部"]


def test_two_builds_at_once_are_refused(data: Path) -> None:
    with new_store(data), pytest.raises(StoreError, match="another build is running here"):
        write(data, "财政部")

    write(data, "财政部")
    assert said(data) == ["财政部"]


@pytest.mark.parametrize("moment", ["_load", "sync_tree", "point_to"])
def test_a_build_killed_at_any_moment_leaves_the_last_good_store(data: Path, moment: str) -> None:
    place = f"writing.{moment}"
    program = f"""
import os, signal
from pathlib import Path
from pyoxigraph import NamedNode, Quad
from silkgraph.store import new_store, writing
original = {place}
def stop(*arguments):
    if {moment!r} == "_load":
        original(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
{place} = stop
node = NamedNode("https://example.org/x")
with new_store(Path({str(data)!r})) as writer:
    writer.write([Quad(node, node, node, node)], (), {{}})
"""
    ended = subprocess.run([sys.executable, "-c", program], check=False)

    assert ended.returncode == -signal.SIGKILL
    assert said(data) == ["商务部"]
    assert len(list(data.glob("store-*"))) == 2

    write(data, "财政部")
    assert said(data) == ["财政部"]
    assert sorted(path.name for path in data.iterdir()) == sorted(
        ["building.lock", "current", current_store(data).name]  # type: ignore[union-attr]
    )


def test_a_draft_is_put_in_use_or_leaves_nothing_behind(data: Path) -> None:
    quads = [statement("财政部")]
    with new_store(data) as writer:
        with pytest.raises(ValueError, match="not this one"), writer.draft(quads, {}):
            raise ValueError("not this one")
        assert said(data) == ["商务部"]
        assert len(list(data.glob("store-*"))) == 1

        with writer.draft(quads, {"a": "财政部".encode()}, {"more": lambda path: path.touch()}) as draft:
            assert said(data) == ["商务部"]
            manifest = draft.put_in_use(())
    assert said(data) == ["财政部"]
    with open_store(data) as store:
        assert store.manifest == manifest
        assert store.source("a") == "财政部"
        assert (store.folder / "more").is_file()


def test_a_part_that_cannot_be_written_leaves_the_store_in_use(data: Path) -> None:
    def full(path: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with new_store(data) as writer, pytest.raises(StoreError, match="the disk is full"):
        writer.write([statement("财政部")], (), {}, {"more": full})
    assert said(data) == ["商务部"]
    assert len(list(data.glob("store-*"))) == 1


def test_an_error_while_writing_leaves_nothing_behind(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(folder: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(writing, "sync_tree", full)
    with pytest.raises(StoreError, match="cannot write the store: the disk is full"):
        write(data, "财政部")

    assert said(data) == ["商务部"]
    assert len(list(data.glob("store-*"))) == 1


def test_a_disk_that_takes_no_more_is_reported_and_the_last_good_store_stays(data: Path) -> None:
    program = f"""
import resource
from pathlib import Path
from pyoxigraph import Literal, NamedNode, Quad
from silkgraph.errors import StoreError
from silkgraph.store import new_store
node = NamedNode("https://example.org/x")
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
try:
    with new_store(Path({str(data)!r})) as writer:
        writer.write([Quad(node, node, Literal("x" * 50_000), node)], (), {{}})
except StoreError as error:
    print(error)
"""
    ended = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)

    assert "cannot write the store: a file would become larger than allowed here" in ended.stdout
    assert said(data) == ["商务部"]


def test_nothing_built_yet(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="nothing is built here yet\nRun `silkgraph build` first"):
        open_store(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"format": 99, "version": "9.0"}, "the store has format 99 .Silkgraph 9.0., this version of Silkgraph reads"),
        ({"version": "0.0.1"}, "the store was built by Silkgraph 0.0.1, this is"),
        ({"documents": [{"unknown": 1}]}, "the manifest is damaged"),
    ],
)
def test_a_store_of_another_version_is_refused(data: Path, change: dict[str, object], message: str) -> None:
    path = current_store(data) / "silkgraph.json"  # type: ignore[operator]
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | change), encoding="utf-8")

    with pytest.raises(StoreError, match=message) as refused:
        open_store(data)
    assert "Run `silkgraph build` to build it again." in str(refused.value)


@pytest.mark.parametrize("file", ["silkgraph.json", "in-use.lock", "database/CURRENT"])
def test_a_store_with_a_file_missing_is_refused(data: Path, file: str) -> None:
    (current_store(data) / file).unlink()  # type: ignore[operator]

    with pytest.raises(StoreError, match="silkgraph build"):
        open_store(data)


def test_a_manifest_that_is_no_json_is_refused(data: Path) -> None:
    (current_store(data) / "silkgraph.json").write_text("{", encoding="utf-8")  # type: ignore[operator]

    with pytest.raises(StoreError, match="the manifest is damaged"):
        open_store(data)


def test_a_file_where_the_data_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")

    with pytest.raises(
        StoreError, match="a file stands where the folder should be\nName another folder with --data-dir"
    ):
        write(tmp_path / "file", "商务部")
    with pytest.raises(StoreError, match="a part of this path is a file, not a folder"):
        write(tmp_path / "file" / "below", "商务部")


def test_a_folder_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*arguments: object, **named: object) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(StoreError, match="there is no permission to use this folder"):
        write(tmp_path / "data", "商务部")


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_store_can_be_read_by_someone_who_may_not_write_it(data: Path) -> None:
    for path in [*data.rglob("*"), data]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        assert said(data) == ["商务部"]
        with pytest.raises(StoreError, match="there is no permission to use this folder"):
            write(data, "财政部")
    finally:
        for path in [data, *data.rglob("*")]:
            path.chmod(0o755)


def test_a_pointer_to_somewhere_else_is_not_followed(data: Path) -> None:
    (data / "current").write_text("../elsewhere\n", encoding="ascii")

    with pytest.raises(StoreError, match="nothing is built here yet"):
        open_store(data)
