"""``%load_ext silkgraph`` and then ``%%sparql``: a cell of SPARQL.

    %%sparql --to result --bind country
    SELECT ?outcome WHERE { ?outcome silk:partnerCountry ?country }

shows the answer and keeps it in ``result``; ``?country`` stands for the value of the notebook's variable ``country``.
"""

from __future__ import annotations

import argparse
import shlex
from typing import TYPE_CHECKING, Any, NoReturn

from silkgraph.ask.written import form_of
from silkgraph.errors import QueryError
from silkgraph.notebook.knowledge_graph import KnowledgeGraph

if TYPE_CHECKING:
    from IPython.core.interactiveshell import InteractiveShell

GRAPH = "kg"


class _Options(argparse.ArgumentParser):
    """Options of a magic: a mistake is an error of the cell, and does not end the kernel."""

    def error(self, message: str) -> NoReturn:
        raise QueryError(f"%%sparql: {message}", advice=self.format_usage().strip())


def _options() -> _Options:
    options = _Options(prog="%%sparql", add_help=False)
    options.add_argument("--graph", "-g", default=None, metavar="NAME", help="the variable that holds the graph: kg")
    options.add_argument("--to", "-o", default=None, metavar="NAME", help="the variable that the answer is kept in")
    options.add_argument("--bind", "-b", action="append", default=[], metavar="NAME", help="a variable to put in")
    options.add_argument("--quiet", "-q", action="store_true", help="show nothing")
    return options


def sparql(line: str, cell: str, variables: dict[str, Any]) -> Any:
    """The answer to a cell: a ``Result``, a truth value, or an rdflib graph; None where it is not to be shown.

    Args:
        line: the options behind ``%%sparql``.
        cell: the query.
        variables: those of the notebook; ``--to`` adds one.

    Raises:
        QueryError: an option is wrong, a variable is missing, or the query cannot be answered.
    """
    chosen = _options().parse_args(shlex.split(line))
    graph = _graph(chosen.graph, variables)
    missing = [name for name in chosen.bind if name not in variables]
    if missing:
        raise QueryError(f"%%sparql: the notebook has no variable {missing[0]!r}")
    values = {name: variables[name] for name in chosen.bind}
    calls = {"select": graph.query, "ask": graph.ask, "construct": graph.construct, "describe": graph.construct}
    answer = calls[form_of(cell)](cell, **values)
    if chosen.to is not None:
        variables[chosen.to] = answer
    return None if chosen.quiet else answer


def register(shell: InteractiveShell) -> None:
    """Make ``%%sparql`` known to a notebook."""
    shell.magics_manager.register_function(
        lambda line, cell: sparql(line, cell, shell.user_ns), magic_kind="cell", magic_name="sparql"
    )


def _graph(name: str | None, variables: dict[str, Any]) -> KnowledgeGraph:
    """The graph to ask: the named variable, else ``kg``, which is loaded if need be."""
    found = variables.get(name or GRAPH)
    if found is None and name is None:
        import silkgraph

        found = variables[GRAPH] = silkgraph.load()
    if not isinstance(found, KnowledgeGraph):
        raise QueryError(
            f"%%sparql: the variable {name or GRAPH!r} holds no graph",
            advice="Write kg = silkgraph.load(), or name the variable with --graph.",
        )
    return found
