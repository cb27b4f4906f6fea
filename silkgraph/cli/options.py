"""Options that several commands share, each written down once."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

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

Syntax = Literal["turtle", "trig", "ntriples", "nquads", "json-ld", "rdf-xml"]
"""How RDF is written."""
RowFormat = Literal["jsonl", "csv", "table"]
"""How rows are written."""
GraphFormat = Literal[Syntax, "csv", "parquet", "graphml"]
"""How a graph is written."""
Engine = Literal["local", "spark"]
"""Where texts are read."""
ExtractFormat = Literal[RowFormat, Syntax]
"""How what was read from a text is written."""
AnswerFormat = Literal["table", "json", "xml", "csv", "tsv", Syntax]
"""How an answer is written: the first five for SELECT and ASK, the rest for CONSTRUCT and DESCRIBE."""
DiffFormat = Literal["table", "markdown", "json", "csv", "tsv", Syntax]
"""How a comparison is written: for people, as rows, or as change sets in an RDF syntax."""
ReportFormat = Literal["text", "turtle", "json"]
"""How a validation report is written."""
