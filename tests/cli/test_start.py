"""A command loads what it needs: who asks a question does not wait for the reader's dictionaries or the web server."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

READING = ("jieba", "pypinyin", "opencc", "babel", "pycountry", "silkgraph.recognise", "silkgraph.parse")
CHECKING = ("pyshacl", "rdflib", "silkgraph.validate")
SERVING = ("starlette", "granian", "uvloop", "jinja2", "silkgraph.serve")
OTHERS = ("pandas", "multiprocessing", "concurrent.futures", "sqlite3", "asyncio")

LOADED = """
import sys
from silkgraph.cli import app
app(sys.argv[1:], standalone_mode=False)
print(*sys.modules, sep="\\n", file=sys.stderr)
"""


def loaded(*arguments: str | Path) -> set[str]:
    """The modules that a command has loaded when it is done."""
    ended = subprocess.run(
        [sys.executable, "-c", LOADED, *map(str, arguments)], check=True, capture_output=True, encoding="utf-8"
    )
    return set(ended.stderr.splitlines())


@pytest.mark.parametrize(
    "command",
    [
        ("query", "-e", "SELECT ?kind (COUNT(*) AS ?n) { ?outcome silk:kind ?kind } GROUP BY ?kind"),
        ("query", "partners-of-body", "--param", "body=ndrc", "--format", "csv"),
        ("outcomes", "--format", "jsonl"),
        ("figures",),
        ("export", "--format", "turtle", "--graph", "dataset"),
        ("export", "--format", "csv"),
        ("stats",),
        ("trace", "outcome/brf1-2017-outcome-list/1.3/1"),
    ],
    ids=" ".join,
)
def test_asking_and_exporting_load_neither_the_reader_nor_the_server(
    command: tuple[str, ...], built_folder: Path
) -> None:
    modules = loaded(*command, "--data-dir", built_folder)
    assert "silkgraph.store.reading" in modules
    assert modules.isdisjoint((*READING, *CHECKING, *SERVING, *OTHERS))


@pytest.mark.parametrize("command", [("--help",), ("build", "--help"), ("serve", "--help"), ("version",)], ids=" ".join)
def test_help_loads_nothing_but_the_command_line(command: tuple[str, ...]) -> None:
    modules = loaded(*command)
    assert "silkgraph.cli.building" in modules
    assert modules.isdisjoint((*READING, *CHECKING, *SERVING, *OTHERS, "pyoxigraph", "silkgraph.build"))


def test_building_loads_no_server(tmp_path: Path) -> None:
    text = tmp_path / "text.txt"
    text.write_text("中国政府与老挝政府签署谅解备忘录。", encoding="utf-8")
    modules = loaded("extract", text)
    assert "jieba" in modules
    assert modules.isdisjoint((*CHECKING, *SERVING))
