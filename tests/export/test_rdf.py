"""Every syntax holds the same statements, in an order that does not depend on how they came."""

from __future__ import annotations

import csv
import io
import json
import random
import subprocess
import sys
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse

from silkgraph.errors import QueryError, SilkgraphError
from silkgraph.export.graph import graph_pieces
from silkgraph.export.order import natural
from silkgraph.export.rdf import SYNTAXES, rdf_bytes
from silkgraph.store import OpenStore
from silkgraph.store.canonical import canonical_nquads

ID = "https://w3id.org/silkgraph/id/"
SILK = "https://w3id.org/silkgraph/ontology#"
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
LIST, LINKS = (NamedNode(f"https://w3id.org/silkgraph/graph/{name}") for name in ("list", "links"))


def outcome(number: int) -> NamedNode:
    """An outcome of item 3.1."""
    return NamedNode(f"{ID}outcome/list/3.1/{number}")


QUADS = [
    *(Quad(outcome(n), TYPE, NamedNode(f"{SILK}Outcome"), LIST) for n in (10, 2)),
    Quad(outcome(2), LABEL, Literal("Memorandum", language="en"), LIST),
    Quad(outcome(2), LABEL, Literal("谅解“备忘录”\n{", language="zh"), LIST),
    Quad(outcome(2), NamedNode(f"{SILK}initiator"), NamedNode(f"{ID}body/ndrc"), LIST),
    Quad(
        outcome(2),
        NamedNode(f"{SILK}sequence"),
        Literal("2", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
        LIST,
    ),
    Quad(outcome(10), NamedNode(f"{SILK}followsUp"), outcome(2), LINKS),
]

TRIG = """\
@base <https://w3id.org/silkgraph/id/> .
@prefix body: <https://w3id.org/silkgraph/id/body/> .
@prefix graph: <https://w3id.org/silkgraph/graph/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix silk: <https://w3id.org/silkgraph/ontology#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

graph:links {
	<outcome/list/3.1/10> silk:followsUp <outcome/list/3.1/2> .
}

graph:list {
	<outcome/list/3.1/2> a silk:Outcome ;
		rdfs:label "谅解“备忘录”\\n{"@zh , "Memorandum"@en ;
		silk:initiator body:ndrc ;
		silk:sequence 2 .

	<outcome/list/3.1/10> a silk:Outcome .
}
"""


def test_trig_is_what_a_person_would_write() -> None:
    assert rdf_bytes(QUADS, "trig").decode("utf-8") == TRIG


def test_turtle_holds_the_union() -> None:
    turtle = rdf_bytes(QUADS, "turtle").decode("utf-8")

    assert turtle.endswith(
        "<outcome/list/3.1/2> a silk:Outcome ;\n"
        '\trdfs:label "谅解“备忘录”\\n{"@zh , "Memorandum"@en ;\n'
        "\tsilk:initiator body:ndrc ;\n"
        "\tsilk:sequence 2 .\n\n"
        "<outcome/list/3.1/10> a silk:Outcome ;\n"
        "\tsilk:followsUp <outcome/list/3.1/2> .\n"
    )
    assert "graph:" not in turtle


def test_addresses_elsewhere_are_written_in_full_and_texts_left_as_they_are() -> None:
    licence = NamedNode("http://purl.org/dc/terms/license")
    quads = [
        Quad(outcome(2), licence, NamedNode("https://creativecommons.org/licenses/by/4.0/")),
        Quad(
            outcome(2),
            NamedNode("http://purl.org/dc/terms/conformsTo"),
            NamedNode("https://w3id.org/silkgraph/ontology"),
        ),
        Quad(outcome(2), LABEL, Literal('a "text" with </path> and <//address> \\')),
    ]
    turtle = rdf_bytes(quads, "turtle").decode("utf-8")

    assert "dcterms:license <https://creativecommons.org/licenses/by/4.0/>" in turtle
    assert "dcterms:conformsTo <https://w3id.org/silkgraph/ontology>" in turtle
    assert set(parse(turtle, format=RdfFormat.TURTLE)) == set(quads)


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_nothing_is_lost_or_added(syntax: str) -> None:
    chosen = SYNTAXES[syntax]
    content = rdf_bytes([*QUADS, QUADS[0]], syntax)

    wanted = set(QUADS) if chosen.has_graphs else {Quad(q.subject, q.predicate, q.object) for q in QUADS}
    assert set(parse(content, format=chosen.format)) == wanted


@pytest.mark.parametrize("syntax", SYNTAXES)
def test_the_order_of_the_input_makes_no_difference(syntax: str) -> None:
    shuffled = random.Random(7).sample(QUADS, len(QUADS))

    assert rdf_bytes(shuffled, syntax) == rdf_bytes(QUADS, syntax)


@pytest.mark.parametrize("syntax", ["turtle", "trig", "json-ld", "rdf-xml"])
def test_the_hash_seed_makes_no_difference(syntax: str) -> None:
    program = (
        "import sys\nfrom pyoxigraph import RdfFormat, parse\nfrom silkgraph.export.rdf import rdf_bytes\n"
        "quads = parse(sys.stdin.buffer.read(), format=RdfFormat.N_QUADS)\n"
        f"sys.stdout.buffer.write(rdf_bytes(quads, {syntax!r}))"
    )
    content = rdf_bytes(QUADS, "nquads")
    outputs = {
        subprocess.run([sys.executable, "-c", program], input=content, capture_output=True, check=True).stdout
        for _seed in range(3)
    }

    assert outputs == {rdf_bytes(QUADS, syntax)}


def test_json_ld_is_compact_and_carries_its_context() -> None:
    document = json.loads(rdf_bytes(QUADS, "json-ld"))

    assert document["@context"]["silk"] == SILK
    assert [graph["id"].rpartition("/")[2] for graph in document["@graph"]] == ["links", "list"]
    assert document["@graph"][1]["@graph"][0] == {
        "id": f"{ID}outcome/list/3.1/2",
        "type": "Outcome",
        "label": {"zh": "谅解“备忘录”\n{", "en": "Memorandum"},
        "initiator": [f"{ID}body/ndrc"],
        "sequence": 2,
    }


def test_an_empty_graph_is_an_empty_document() -> None:
    assert json.loads(rdf_bytes([], "json-ld"))["@graph"] == []
    assert list(parse(rdf_bytes([], "turtle"), format=RdfFormat.TURTLE)) == []


def test_an_unknown_syntax_is_refused() -> None:
    with pytest.raises(SilkgraphError, match="unknown RDF format 'n3'\nChoose one of: turtle, trig"):
        rdf_bytes(QUADS, "n3")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The quads as a store keeps them."""
    path = tmp_path / "silkgraph.nq"
    path.write_bytes(canonical_nquads(QUADS))
    return path


def exported(nquads: Path, format: str, graph: str | None = None) -> bytes:
    return b"".join(graph_pieces(nquads, format, graph))


def test_one_graph_can_be_exported_alone(file: Path) -> None:
    assert set(parse(exported(file, "trig", "links"), format=RdfFormat.TRIG)) == {QUADS[-1]}
    assert set(parse(exported(file, "nquads", "links"), format=RdfFormat.N_QUADS)) == {QUADS[-1]}
    assert set(parse(exported(file, "ntriples", "links"), format=RdfFormat.N_TRIPLES)) == {
        Quad(QUADS[-1].subject, QUADS[-1].predicate, QUADS[-1].object)
    }
    assert set(parse(exported(file, "nquads"), format=RdfFormat.N_QUADS)) == set(QUADS)
    with pytest.raises(QueryError, match="there is no graph 'lists'\nDid you mean list"):
        exported(file, "trig", "lists")
    with pytest.raises(SilkgraphError, match="unknown RDF format 'n3'\nChoose one of: turtle, trig"):
        exported(file, "n3")


@pytest.mark.parametrize("syntax", SYNTAXES)
@pytest.mark.parametrize("statements_a_piece", [1, 2, 1000])
def test_a_file_is_exported_piece_by_piece_as_it_is_at_once(
    syntax: str, statements_a_piece: int, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_once = rdf_bytes(QUADS, syntax)
    monkeypatch.setattr("silkgraph.export.rdf.STATEMENTS_A_PIECE", statements_a_piece)

    assert exported(file, syntax) == at_once


def test_the_table_has_a_row_a_statement(file: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(exported(file, "csv").decode("utf-8"))))

    assert len(rows) == len(QUADS)
    assert rows[2] == {
        "graph": LIST.value,
        "subject": outcome(2).value,
        "predicate": LABEL.value,
        "object": "谅解“备忘录”\n{",
        "language": "zh",
        "datatype": "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
    }


def test_numbers_sort_by_value() -> None:
    assert sorted(["3.14", "3.2", "10", "9", "x"], key=natural) == ["3.2", "3.14", "9", "10", "x"]


def test_nquads_are_the_canonical_file(store: OpenStore) -> None:
    assert exported(store.nquads, "nquads") == store.nquads.read_bytes()
