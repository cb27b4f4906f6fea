"""A release: whole or not there, true in what it says of itself, and the same bytes every time."""

from __future__ import annotations

import errno
import hashlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, RDF
from typer.testing import CliRunner

from silkgraph.cli import app
from silkgraph.errors import SilkgraphError
from silkgraph.export import release
from silkgraph.export.release import CHECKSUMS, Content, write_release
from silkgraph.store import OpenStore

SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")


@pytest.fixture(scope="module")
def folder(store: OpenStore, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release of the five documents."""
    folder = tmp_path_factory.mktemp("out") / "release"
    write_release(store, folder)
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_holds_every_format_and_what_goes_with_it(folder: Path) -> None:
    assert {path.suffix for path in folder.glob("silkgraph.*")} == {
        ".nq", ".trig", ".ttl", ".nt", ".rdf", ".jsonld", ".csv",
    }  # fmt: skip
    assert set(files(folder)) > {
        "README.md", "README.zh.md", "CHANGELOG.md", "CITATION.cff", "LICENSE-DATA", "dcat.ttl", "dcat.jsonld",
        CHECKSUMS,
        "tables/outcomes.csv", "tables/outcomes.parquet", "tables/datapackage.json", "tables/csv-metadata.json",
        "classes/outcome.jsonld", "graphs/links.ttl", "networks/cooperation.graphml", "ontology/context.jsonld",
    }  # fmt: skip


def test_the_checksums_are_those_of_all_other_files(folder: Path) -> None:
    lines = (folder / CHECKSUMS).read_text(encoding="utf-8").splitlines()
    told = {name: sha256 for sha256, name in (line.split("  ", 1) for line in lines)}

    assert told == {
        name: hashlib.sha256(content).hexdigest() for name, content in files(folder).items() if name != CHECKSUMS
    }


def test_dcat_tells_the_truth_about_each_file(folder: Path) -> None:
    graph = rdflib.Graph().parse(folder / "dcat.ttl")
    described = {}
    for file in graph.subjects(RDF.type, DCAT.Distribution):
        (dataset,) = graph.subjects(DCAT.distribution, file)
        assert (dataset, RDF.type, DCAT.Dataset) in graph
        assert graph.value(file, DCTERMS.license) == rdflib.URIRef("https://creativecommons.org/licenses/by/4.0/")
        assert str(graph.value(file, DCAT.mediaType)).startswith("https://www.iana.org/assignments/media-types/")
        address = str(graph.value(file, DCAT.downloadURL))
        checksum = graph.value(graph.value(file, SPDX.checksum), SPDX.checksumValue)
        described[address.partition("/release/0.1.0/")[2]] = (int(str(graph.value(file, DCAT.byteSize))), str(checksum))

    found = files(folder)
    about = {
        "README.md",
        "README.zh.md",
        "CHANGELOG.md",
        "CITATION.cff",
        "LICENSE-DATA",
        "dcat.ttl",
        "dcat.jsonld",
        CHECKSUMS,
    }
    assert described == {
        name: (len(content), hashlib.sha256(content).hexdigest())
        for name, content in found.items()
        if name not in about
    }


def test_the_readmes_list_each_file_with_its_size(folder: Path) -> None:
    for name in ("README.md", "README.zh.md"):
        readme = (folder / name).read_text(encoding="utf-8")
        for path in folder.glob("*/*"):
            relative = path.relative_to(folder).as_posix()
            assert f"| `{relative}` |" in readme
            assert f"| {path.stat().st_size:,} |" in readme
        assert "$" not in readme


@pytest.mark.slow
def test_another_process_on_another_day_in_another_place_writes_the_same_bytes(
    folder: Path, released_folder: Path
) -> None:
    assert files(released_folder) == files(folder)


@pytest.mark.parametrize("library", ["pyarrow", "pyld"])
def test_a_library_that_is_missing_is_named_before_anything_is_written(
    library: str, store: OpenStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, library, None)

    with pytest.raises(
        SilkgraphError, match=rf"{library}, which is not installed\nRun: pip install 'silkgraph\[export\]'"
    ):
        write_release(store, tmp_path / "release")
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> None:
    """Releases of one small file."""
    content = Content("a.txt", "text/plain", "A file", "文件", lambda: [b"one", b"two"])
    monkeypatch.setattr(release, "contents", lambda store: iter([content]))


@pytest.mark.usefixtures("little")
def test_an_earlier_release_is_replaced_and_anything_else_is_not(store: OpenStore, tmp_path: Path) -> None:
    earlier = tmp_path / "release"
    write_release(store, earlier)
    (earlier / "a.txt").write_bytes(b"old")
    write_release(store, earlier)
    assert (earlier / "a.txt").read_bytes() == b"onetwo"

    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "thesis.tex").write_text("work of years", encoding="utf-8")
    with pytest.raises(SilkgraphError, match="neither an empty folder nor an earlier release"):
        write_release(store, mine)
    assert sorted(path.name for path in mine.iterdir()) == ["thesis.tex"]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "release"]


@pytest.mark.usefixtures("little")
def test_the_command_tells_what_it_writes_unless_it_is_to_be_quiet(built_folder: Path, tmp_path: Path) -> None:
    folder = tmp_path / "release"
    command = ["export", "--all", str(folder), "--data-dir", str(built_folder)]

    told, quiet = CliRunner().invoke(app, command), CliRunner().invoke(app, [*command, "--quiet"])

    assert (told.exit_code, told.stdout, quiet.exit_code, quiet.output) == (0, "", 0, "")
    assert told.stderr == f"a.txt\nwrote {folder} ({len(files(folder))} files)\n"


@pytest.mark.parametrize(
    ("number", "message"), [(errno.ENOSPC, "the disk is full"), (errno.EROFS, "this folder can only be read")]
)
def test_a_full_disk_leaves_nothing_behind_and_the_earlier_release_as_it_was(
    number: int, message: str, store: OpenStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, little: None
) -> None:
    write_release(store, tmp_path / "release")
    before = files(tmp_path)

    def fail() -> Iterator[bytes]:
        yield b"half"
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(release, "contents", lambda store: iter([Content("a.txt", "text/plain", "", "", fail)]))
    with pytest.raises(SilkgraphError, match=message):
        write_release(store, tmp_path / "release")
    with pytest.raises(SilkgraphError, match=message):
        write_release(store, tmp_path / "new")

    assert files(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["release"]


def test_where_no_folder_can_be_made_the_message_says_why(store: OpenStore, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(SilkgraphError, match="release: cannot be written: a file stands where the folder should be"):
        write_release(store, tmp_path / "file" / "release")
