"""``import silkgraph`` is light; ``load`` opens what is there, builds on first use, and says what is missing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import silkgraph
from silkgraph.errors import SourceError, StoreError
from silkgraph.locations import DATA_VARIABLE
from silkgraph.notebook.extras import MissingLibrary, required
from silkgraph.notebook.knowledge_graph import KnowledgeGraph

ROOT = Path(__file__).resolve().parents[2]


def modules_after(program: str) -> set[str]:
    """The top-level packages that a program has imported at its end."""
    program += "\nimport sys\nprint(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_importing_loads_nothing() -> None:
    heavy = {"pandas", "polars", "numpy", "rdflib", "pyoxigraph", "rich", "jieba", "networkx", "altair", "IPython"}

    assert not modules_after("import silkgraph; silkgraph.load") & heavy


def test_asking_needs_nothing_of_the_extra(built_folder: Path) -> None:
    program = f"""
import silkgraph
kg = silkgraph.load({str(built_folder)!r})
assert kg.query("SELECT ?x WHERE {{ ?x a silk:Forum }}")
print(kg, kg.trace("body:cdb"), file=open("/dev/null", "w"))"""

    assert not modules_after(program) & {"pandas", "polars", "numpy", "networkx", "altair", "IPython"}


@pytest.mark.parametrize(
    ("module", "call", "message"),
    [
        ("pandas", lambda kg: kg.outcomes(), "tables need pandas"),
        ("networkx", lambda kg: kg.network(), "networks need networkx"),
        ("polars", lambda kg: kg.query("SELECT ?x { ?x a silk:Forum }").to_polars(), "of polars need polars"),
    ],
)
def test_what_is_not_installed_is_named_with_the_extra(
    module: str, call: object, message: str, kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(MissingLibrary, match=rf"{message}.*\nRun: pip install 'silkgraph\[notebook\]'"):
        call(kg)  # type: ignore[operator]


def test_a_library_that_is_itself_broken_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "half_installed.py").write_text("import nothing_of_that_name\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="nothing_of_that_name"):
        required("half_installed", "tables")


def test_nothing_is_built_where_nobody_asked_for_it(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"nothing is built here, and it is no RDF file\nBuild it with silkgraph.load"):
        silkgraph.load(tmp_path / "typo")
    assert not (tmp_path / "typo").exists()


def test_the_first_use_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, built_folder: Path) -> None:
    built = []

    def copy(folder: Path, observe: object) -> None:
        built.append(folder)
        folder.symlink_to(built_folder)

    monkeypatch.setattr("silkgraph.build.build_store", copy)
    monkeypatch.setenv(DATA_VARIABLE, str(tmp_path / "data"))

    assert silkgraph.load().ask("ASK { ?x a silk:Outcome }")
    assert silkgraph.load().ask("ASK { ?x a silk:Outcome }")
    assert built == [tmp_path / "data"]


def test_a_file_that_is_no_rdf_is_refused(tmp_path: Path) -> None:
    (tmp_path / "notes.docx").write_text("共建“一带一路”")
    (tmp_path / "broken.ttl").write_text("<a> <b>")
    with pytest.raises(SourceError, match="says no RDF syntax"):
        silkgraph.load(tmp_path / "notes.docx")
    with pytest.raises(SourceError, match="this is not Turtle"):
        silkgraph.load(tmp_path / "broken.ttl")


def test_texts_of_ones_own_are_a_graph(tmp_path: Path) -> None:
    text = "第一条 中国政府与老挝政府签署共建“一带一路”合作文件。\n第二条 国家开发银行与泰国进出口银行签署合作协议。\n"
    (tmp_path / "mine.txt").write_text(text, encoding="utf-8")
    mine = silkgraph.read_texts(tmp_path / "mine.txt")
    table = mine.outcomes(lang="zh")

    assert table["initiators"].tolist() == ["中国政府", "国家开发银行"]
    assert table["countries"].tolist() == ["老挝", "泰国"]
    assert [text[start:end] for start, end in zip(table["start"], table["end"], strict=True)] == table["quote"].tolist()
    with pytest.raises(SourceError, match="there is nothing to read"):
        silkgraph.read_texts()


def test_a_closed_graph_lets_a_build_remove_its_store(built_folder: Path) -> None:
    with silkgraph.load(built_folder) as kg:
        assert kg.place == str(built_folder)
        opened = kg.source.opened  # type: ignore[attr-defined]
        assert opened._lock._file is not None
    assert opened._lock._file is None
