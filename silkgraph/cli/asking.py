"""``query`` and ``queries``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from silkgraph.cli.elsewhere import SECONDS, Endpoint, Timeout, faults_found_here, graph_to_ask
from silkgraph.cli.options import AnswerFormat, DataDir, Output, PasswordFrom, TokenFrom, User
from silkgraph.cli.terminal import print_table, write
from silkgraph.errors import QueryError
from silkgraph.locations import knowledge

if TYPE_CHECKING:
    from silkgraph.ask.query import Graph


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
    endpoint: Endpoint = None,
    timeout: Timeout = SECONDS,
    user: User = None,
    password_from: PasswordFrom = None,
    token_from: TokenFrom = None,
    data_dir: DataDir = None,
) -> None:
    """Ask the graph a question, by name or in SPARQL.

    The default graph is the union of all graphs; the usual prefixes need not be declared.

    Example:  silkgraph query partners-of-body --param body=ndrc --format csv
    """
    from silkgraph.ask.answers import answer_bytes, answer_table
    from silkgraph.ask.library import parameters
    from silkgraph.ask.query import ask

    if (question is None) == (expression is None):
        raise QueryError(
            "give one question: a name, a file or -e SPARQL", advice="`silkgraph queries` lists the names."
        )
    with graph_to_ask(data_dir, endpoint, timeout, user, password_from, token_from) as graph:
        text, path = _sparql(question, expression, parameters(param or []), graph)
        with faults_found_here(text, path):
            answer = ask(graph, text, path=path)
        table = answer_table(answer, format)
        if table is not None:
            print_table(*table, output=output)
        else:
            write(answer_bytes(answer, format), output)


def _sparql(
    question: str | None, expression: str | None, values: dict[str, str], graph: Graph
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
