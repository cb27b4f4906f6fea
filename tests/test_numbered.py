"""A graph as numbers says what the graph says."""

from __future__ import annotations

import gc

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, serialize

from silkgraph.cycles import uncollected
from silkgraph.namespaces import LINKS_GRAPH, silk
from silkgraph.numbered import NumberedGraph, Terms

LIST = NamedNode("https://w3id.org/silkgraph/id/document/brf1-2017-outcome-list")
NOTE = NamedNode("http://www.w3.org/2000/01/rdf-schema#comment")


@pytest.mark.parametrize(
    "value",
    [
        Literal("中国政府与匈牙利政府签署", language="zh"),
        Literal('"一带一路"\\倡议\r\n第二行\t'),
        Literal("\u2028\u0085\u3000\x07"),
        Literal("76", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
        LIST,
    ],
)
def test_a_line_is_as_pyoxigraph_writes_it(value: Literal | NamedNode) -> None:
    terms = Terms()
    statement = Quad(LIST, NOTE, value, LINKS_GRAPH)
    written = "".join(terms.lines([terms.triple(statement)], LINKS_GRAPH))
    assert written.encode() == serialize([statement], format=RdfFormat.N_QUADS)


def test_each_statement_once_found_from_either_end() -> None:
    laos, hungary = (NamedNode(f"https://w3id.org/silkgraph/id/place/{code}") for code in ("LA", "HU"))
    quads = [Quad(LIST, silk("partnerCountry"), country) for country in (laos, hungary, laos)]
    graph = NumberedGraph.of(quads)
    number = graph.terms.number
    property = number(silk("partnerCountry"))
    assert len(graph.triples) == 2
    assert set(graph.values_of(property)[number(LIST)]) == {number(laos), number(hungary)}
    assert graph.subjects_of(property) == {number(laos): [number(LIST)], number(hungary): [number(LIST)]}
    assert graph.values_of(number(NOTE)) == {}


def test_terms_go_on_under_the_numbers_of_others() -> None:
    known = Terms()
    first = known.number(LIST)
    terms = Terms(known)
    assert terms.number(LIST) == first
    assert (terms.number(NOTE), len(terms), len(known)) == (1, 2, 1)
    assert terms.named(1) == NOTE
    with pytest.raises(TypeError, match="not an IRI"):
        terms.named(terms.number(Literal("清单")))


def test_cycles_are_looked_for_again_afterwards() -> None:
    assert gc.isenabled()
    with pytest.raises(KeyError), uncollected():
        assert not gc.isenabled()
        raise KeyError
    assert gc.isenabled()
