"""``%%sparql`` in a real IPython, and the progress bar of a kernel."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
import rdflib
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.io import capture_output
from traitlets.config import Config

import silkgraph
from silkgraph.notebook import progress
from silkgraph.notebook.knowledge_graph import KnowledgeGraph
from silkgraph.notebook.result import Result

FORUMS = "SELECT ?code WHERE { ?forum a silk:Forum ; skos:notation ?code } ORDER BY ?code"


@pytest.fixture
def shell(kg: KnowledgeGraph) -> Iterator[InteractiveShell]:
    """An IPython with the extension and the graph in ``kg``."""
    shell = InteractiveShell(config=Config({"HistoryManager": {"enabled": False}}))
    shell.run_line_magic("load_ext", "silkgraph")
    shell.user_ns["kg"] = kg
    yield shell
    shell.reset(new_session=False)


def test_a_cell_is_answered_and_kept(shell: InteractiveShell) -> None:
    shown = shell.run_cell_magic("sparql", "--to forums", FORUMS)

    assert isinstance(shown, Result) and shown.column("code") == ["2017", "2019", "2023"]
    assert shell.user_ns["forums"] is shown


def test_a_variable_of_the_notebook_is_put_in(shell: InteractiveShell, kg: KnowledgeGraph) -> None:
    shell.user_ns["country"] = silkgraph.iri("place:LA")
    count = "SELECT (COUNT(?o) AS ?n) WHERE { ?o silk:partnerCountry ?country }"

    assert shell.run_cell_magic("sparql", "--bind country --quiet --to n", count) is None
    assert shell.user_ns["n"].value() == kg.query(count.replace("?country", "place:LA")).value()


def test_each_form_of_query_is_answered(shell: InteractiveShell) -> None:
    assert shell.run_cell_magic("sparql", "", "ASK { body:cdb ?p ?o }") is True
    assert isinstance(shell.run_cell_magic("sparql", "-g kg", "DESCRIBE body:cdb"), rdflib.Graph)


@pytest.mark.usefixtures("at_home")
def test_without_a_graph_the_built_one_is_loaded(shell: InteractiveShell) -> None:
    del shell.user_ns["kg"]

    assert len(shell.run_cell_magic("sparql", "", FORUMS)) == 3
    assert isinstance(shell.user_ns["kg"], KnowledgeGraph)


@pytest.mark.parametrize(
    ("line", "cell", "message"),
    [
        ("", "SELECT ?x WHERE {\n  ?x }", "QueryError: the query is malformed at line 2, column 6"),
        ("--bind nobody", FORUMS, "QueryError: %%sparql: the notebook has no variable 'nobody'"),
        ("--graph nobody", FORUMS, "QueryError: %%sparql: the variable 'nobody' holds no graph"),
        ("--no-such", FORUMS, "QueryError: %%sparql: unrecognized arguments: --no-such"),
    ],
)
def test_a_mistake_is_a_message_and_not_a_traceback(
    line: str, cell: str, message: str, shell: InteractiveShell
) -> None:
    with capture_output() as captured:
        outcome = shell.run_cell(f"%%sparql {line}\n{cell}", silent=True)

    assert not outcome.success
    assert message in captured.stdout + captured.stderr
    assert "Traceback" not in captured.stdout + captured.stderr


def test_a_kernel_shows_a_bar_that_goes_away(monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[dict[str, str]] = []

    def display(content: dict[str, str], **options: Any) -> SimpleNamespace:
        shown.append(content)
        return SimpleNamespace(update=lambda content, raw: shown.append(content))

    monkeypatch.setattr(progress, "_notebook_display", lambda: display)
    with progress.progress("Building <it>") as observe:
        observe("read", 2, 5)

    assert '<div>Building &lt;it&gt;: read 2/5 <progress value="2" max="5">' in shown[1]["text/html"]
    assert shown[-1] == {"text/plain": "", "text/html": ""}
