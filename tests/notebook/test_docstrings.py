"""The examples in the docstrings are what happens."""

from __future__ import annotations

import doctest
import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest

import silkgraph
import silkgraph.notebook
from silkgraph.notebook.knowledge_graph import KnowledgeGraph

ROOT = Path(__file__).resolve().parents[2]
MODULES = [
    "silkgraph",
    *(f"silkgraph.notebook.{module.name}" for module in pkgutil.iter_modules(silkgraph.notebook.__path__)),
]
EXAMPLES = [
    pytest.param(test, id=test.name)
    for name in MODULES
    for test in doctest.DocTestFinder(exclude_empty=True).find(importlib.import_module(name))
    if test.examples
]


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("example", EXAMPLES)
def test_the_example_is_true(
    example: doctest.DocTest, kg: KnowledgeGraph, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    example.globs.update(kg=kg, silkgraph=silkgraph)
    result = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example, clear_globs=False)

    assert result.failed == 0, capsys.readouterr().out
    assert result.attempted > 0


def test_everything_that_people_call_has_an_example() -> None:
    shown = {param.id for param in EXAMPLES}
    calls = {name for name, call in vars(KnowledgeGraph).items() if callable(call) and not name.startswith("_")}

    assert {name for name in calls if f"silkgraph.notebook.knowledge_graph.KnowledgeGraph.{name}" not in shown} == {
        "close"
    }


@pytest.mark.usefixtures("at_home")
@pytest.mark.parametrize("page", ["README.md", "README.zh.md", "docs/python.md"])
def test_the_lines_of_a_page_run_in_order(page: str) -> None:
    programs = re.findall(r"^```python\n(.*?)^```$", (ROOT / page).read_text(encoding="utf-8"), re.S | re.M)
    names: dict[str, Any] = {}
    for program in programs:
        exec(program, names)

    assert len(names["kg"].outcomes()) > 0
