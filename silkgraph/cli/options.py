"""Options that several commands share, each written down once."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        metavar="FOLDER",
        help="Where the built graph is. If not given: $SILKGRAPH_DATA, else the user data folder.",
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but results and errors.")]
Jobs = Annotated[
    int | None,
    typer.Option(
        "-j",
        "--jobs",
        metavar="N",
        min=1,
        help="Read with N processes. If not given: one a core where there is so much text that it pays.",
    ),
]
Document = Annotated[
    str | None, typer.Option("--document", metavar="ID", help="This source document only. If not given: all of them.")
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="Write to this file, whole or not at all. If not given: stdout."
    ),
]

User = Annotated[
    str | None, typer.Option("--user", metavar="NAME", help="Who you are to the server (basic or digest).")
]
PasswordFrom = Annotated[
    Path | None,
    typer.Option(
        "--password-from",
        metavar="FILE",
        help="A file whose first line is the password. If not given: $SILKGRAPH_PASSWORD.",
    ),
]
TokenFrom = Annotated[
    Path | None,
    typer.Option(
        "--token-from", metavar="FILE", help="A file whose first line is a token. If not given: $SILKGRAPH_TOKEN."
    ),
]


class RowFormat(StrEnum):
    """How rows are written."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"


class GraphFormat(StrEnum):
    """How a graph is written."""

    turtle = "turtle"
    trig = "trig"
    ntriples = "ntriples"
    nquads = "nquads"
    json_ld = "json-ld"
    rdf_xml = "rdf-xml"
    csv = "csv"
    parquet = "parquet"
    graphml = "graphml"


class Engine(StrEnum):
    """Where texts are read."""

    local = "local"
    spark = "spark"


class ExtractFormat(StrEnum):
    """How what was read from a text is written."""

    jsonl = "jsonl"
    csv = "csv"
    table = "table"
    turtle = "turtle"
    trig = "trig"
    ntriples = "ntriples"
    nquads = "nquads"
    json_ld = "json-ld"
    rdf_xml = "rdf-xml"


class AnswerFormat(StrEnum):
    """How an answer is written: the first five for SELECT and ASK, the rest for CONSTRUCT and DESCRIBE."""

    table = "table"
    json = "json"
    xml = "xml"
    csv = "csv"
    tsv = "tsv"
    turtle = "turtle"
    trig = "trig"
    ntriples = "ntriples"
    nquads = "nquads"
    json_ld = "json-ld"
    rdf_xml = "rdf-xml"


class DiffFormat(StrEnum):
    """How a comparison is written: for people, as rows, or as change sets in an RDF syntax."""

    table = "table"
    markdown = "markdown"
    json = "json"
    csv = "csv"
    tsv = "tsv"
    turtle = "turtle"
    trig = "trig"
    ntriples = "ntriples"
    nquads = "nquads"
    json_ld = "json-ld"
    rdf_xml = "rdf-xml"


class ReportFormat(StrEnum):
    """How a validation report is written."""

    text = "text"
    turtle = "turtle"
    json = "json"
