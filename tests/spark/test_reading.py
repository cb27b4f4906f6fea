"""What an executor does with a document, without Spark."""

from __future__ import annotations

import pytest
from typer.testing import CliRunner

from silkgraph.cli import app
from silkgraph.errors import SourceError
from silkgraph.spark.reading import Told, document_of, read_documents
from silkgraph.spark.sources import escaped

TALKS = "成果清单\n中国政府与老挝政府签署经济合作谅解备忘录。\n".encode()


def test_lines_of_a_document_and_what_came_of_it() -> None:
    *lines, told = read_documents([("hdfs://archive/talks.txt", {"talks.txt": TALKS})], None)

    assert told == Told(
        "hdfs://archive/talks.txt", "talks", ("talks: 1 items, 1 outcomes, 0 figures, 0 clauses not read",)
    )
    assert lines == sorted(lines, key=lambda line: str(line).encode())
    assert any(str(line).startswith("<https://w3id.org/silkgraph/id/outcome/talks/") for line in lines)


def test_errors_name_the_place_where_the_document_lies() -> None:
    documents = [
        ("s3a://archive/bad.txt", {"bad.txt": b"\xff"}),
        ("s3a://archive/list", {"source.txt": TALKS}),
        ("s3a://archive/wrong", {"source.txt": TALKS, "document.toml": b"identifier = 1"}),
    ]
    bad, list_without, wrong = read_documents(documents, None)

    assert isinstance(bad, Told) and isinstance(list_without, Told) and isinstance(wrong, Told)
    assert bad.error.startswith("s3a://archive/bad.txt: this is not UTF-8 text: 0xff at byte 0")
    assert list_without.error.startswith("s3a://archive/list/document.toml: ")
    assert wrong.error.startswith("s3a://archive/wrong/document.toml")
    assert {bad.exit_code, list_without.exit_code, wrong.exit_code} == {3}


def test_files_belong_to_their_folder_where_it_is_a_document() -> None:
    assert document_of("hdfs://a/talks/source.txt") == "hdfs://a/talks"
    assert document_of("hdfs://a/talks/document.toml") == "hdfs://a/talks"
    assert document_of("hdfs://a/talks.txt") == "hdfs://a/talks.txt"


def test_a_name_is_no_pattern() -> None:
    assert escaped("file:/a b/{c}/[d]*?") == r"file:/a b/\{c\}/\[d\]\*\?"
    with pytest.raises(SourceError, match="Spark cannot read a path with a comma"):
        escaped("file:/a,b")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--engine", "spark"], "--engine spark writes a folder: name it with --output"),
        (["--engine", "spark", "-o", "x", "--format", "csv"], "--engine spark writes N-Quads"),
        (["--engine", "spark", "-o", "x", "--spark", "master"], "'master' is not a setting like spark.master=yarn"),
        (["--spark", "spark.master=yarn"], "--spark and --partitions go with --engine spark"),
        (["--partitions", "4"], "--spark and --partitions go with --engine spark"),
    ],
)
def test_options_that_do_not_go_together(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(app, ["extract", "talks.txt", *arguments])

    assert result.exit_code == 2
    assert message in " ".join(result.stderr.replace("│", " ").split())
