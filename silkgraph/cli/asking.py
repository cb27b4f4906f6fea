"""``query`` and ``queries``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.cli.options import AnswerFormat, DataDir, Output
from silkgraph.cli.terminal import print_table, write
from silkgraph.errors import QueryError
from silkgraph.locations import data_folder, knowledge

if TYPE_CHECKING:
    from pyoxigraph import Store


def query(
    question: Annotated[
        str | None, typer.Argument(metavar="NAME|FILE.rq", help="A question of the library, or a file with SPARQL.")
    ] = None,
    expression: Annotated[
        str | None, typer.Option("-e", "--expression", metavar="SPARQL", help="SPARQL written on the command line.")
    ] = None,
    param: Annotated[
        list[str] | None,
        typer.Option("--param", metavar="NAME=VALUE", help="A parameter of the question; may be repeated."),
    ] = None,
    format: Annotated[
        AnswerFormat | None,
        typer.Option(
            "--format",
            help="table, json, xml, csv or tsv for SELECT and ASK (table if not given), an RDF syntax for "
            "CONSTRUCT and DESCRIBE (turtle if not given).",
        ),
    ] = None,
    output: Output = None,
    data_dir: DataDir = None,
) -> None:
    """Ask the graph a question, by name or in SPARQL.

    The default graph is the union of all graphs; the usual prefixes need not be declared.

    Example:  silkgraph query partners-of-body --param body=ndrc --format csv
    """
    from silkgraph.ask.answers import answer_bytes, answer_table
    from silkgraph.ask.library import parameters
    from silkgraph.ask.query import ask
    from silkgraph.store import open_store

    if (question is None) == (expression is None):
        raise QueryError(
            "give one question: a name, a file or -e SPARQL", advice="`silkgraph queries` lists the names."
        )
    with open_store(data_folder(data_dir)) as store:
        text, path = _sparql(question, expression, parameters(param or []), store.graph)
        answer = ask(store.graph, text, path=path)
        table = answer_table(answer, format.value if format else None)
        if table is not None:
            print_table(*table, output=output)
        else:
            write(answer_bytes(answer, format.value if format else None), output)


def _sparql(
    question: str | None, expression: str | None, values: dict[str, str], graph: Store
) -> tuple[str, str | None]:
    """The SPARQL that is meant, parameters filled in, and the file it comes from."""
    from silkgraph.ask.library import find_question, read_question

    if expression is not None:
        if values:
            raise QueryError("--param goes with a question of the library or a file, not with -e")
        return expression, None
    assert question is not None
    is_file = question.endswith(".rq") or "/" in question or "\\" in question
    found = read_question(Path(question)) if is_file else find_question(knowledge("queries"), question)
    return found.bound(values, graph), str(found.path)


def queries(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="Tell everything about this one, with its SPARQL.")
    ] = None,
) -> None:
    """List the questions of the library.

    Example:  silkgraph queries partners-of-body
    """
    from silkgraph.ask.library import all_questions, find_question

    folder = knowledge("queries")
    if name is not None:
        write(find_question(folder, name).text)
        return
    rows = [
        (
            question.name,
            f"{question.titles['en']}\n{question.titles['zh']}",
            "\n".join(f"{parameter.name} = {parameter.default}" for parameter in question.parameters),
        )
        for question in all_questions(folder)
    ]
    print_table(("name", "what it answers", "parameters"), rows)
