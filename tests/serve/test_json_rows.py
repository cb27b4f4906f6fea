"""Answers written without the parser are byte for byte those that the engine gives, and refused where it refuses."""

from __future__ import annotations

from random import Random

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from silkgraph.serve.frames import Job
from silkgraph.serve.json_rows import MOST_ROWS
from silkgraph.serve.look_ups import MOST_REMEMBERED, LookUps, look_up
from silkgraph.store import OpenStore

BASE = "http://127.0.0.1/sparql"
THING = ox.NamedNode("https://example.org/中文?a=b&c#d")
TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
TERMS = [
    THING,
    TYPE,
    ox.NamedNode("urn:x-y:'"),
    ox.BlankNode("b"),
    ox.Literal(""),
    ox.Literal('中文“引号”"\\\n\r\t\b\f\x01\x1f\x7f\x80\u2028\ufeff\U0001f600</script>'),
    ox.Literal("北京", language="zh-Hans"),
    ox.Literal("x", language="en", direction=ox.BaseDirection.LTR),
    ox.Literal("007", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
    ox.Literal("1.50", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#decimal")),
    ox.Literal("2023-10-18", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#date")),
    ox.Literal("not a number", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
    ox.Literal("x", datatype=ox.NamedNode("urn:datatype")),
    ox.Literal("long " * 200),
]
SPACES = ["", " ", "\n", " \t\r\n", "\x0b", "\x0c", "\u3000"]
PIECES = [
    ["SELECT", "select", "Select", "SELECTED"],
    ["*", "?p ?o", "?o ?p", "$o", "?p", "?o ?x ?p", "?x", "?o ?o", "?p?o", "?0 ?_", "?p ?o ?p ?o", "?é", ""],
    ["WHERE", "where", ""],
    ["{"],
    [f"<{THING.value}>", "<urn:nothing>", "<relative>", "<http://[>", "<urn:%zz>", "<https://example.org/a/../中文?a=b&c#d>",
     "<>", "<urn:a b>", f"<{THING.value.upper()}>", "_:b", "thing:x"],
    ["?p", "$p", "a", "A", f"<{LABEL.value}>", "<relative>", "<http://[>", "?o", "?0"],
    ["?o", "$o", "?_", "?p", "?O"],
    ["", ".", "..", ";"],
    ["}"],
    ["", "LIMIT 2", "limit 0", "LIMIT 007", "LIMIT 999999999", "LIMIT 9999999999", "LIMIT -1", "LIMIT2"],
    ["", "# any words {", "#\n", "#\n#", "#\x00", "#\x0c"],
]  # fmt: skip
"""What look-ups are made of, and what is nearly that."""


def graph(chance: Random) -> ox.Store:
    """A graph that says a few things of one thing, the same in a named graph, and something of others."""
    store = ox.Store()
    for _ in range(chance.randrange(8)):
        said = (THING, chance.choice([TYPE, LABEL, THING]), chance.choice(TERMS))
        store.add(ox.Quad(*said))
        store.add(ox.Quad(*said, ox.NamedNode("urn:g")))
    store.add(ox.Quad(ox.NamedNode("urn:other"), LABEL, THING))
    return store


def evaluated(store: ox.Store, query: str) -> bytes | None:
    """What the engine answers; None where it does not understand."""
    try:
        found = store.query(query, base_iri=BASE)
    except SyntaxError:
        return None
    assert isinstance(found, ox.QuerySolutions)
    written = found.serialize(format=ox.QueryResultsFormat.JSON)
    assert written is not None
    return written


@given(st.randoms(use_true_random=False))
def test_whatever_is_taken_for_a_look_up_is_answered_as_by_the_engine(chance: Random) -> None:
    store = graph(chance)
    look_ups = LookUps(store, BASE)
    for _ in range(20):
        usual = chance.random() < 0.7
        pieces = [piece[0] if usual and chance.random() < 0.7 else chance.choice(piece) for piece in PIECES]
        query = "".join(piece + (" " if usual else chance.choice(SPACES)) for piece in pieces)
        if look_up(query) is None:
            continue
        for _ in range(2):  # the second time what is said of the thing is known
            found = look_ups.answer(Job(query, ("json", None)))

            assert (found.body if found else None) == evaluated(store, query), query


@pytest.mark.parametrize(
    "ask", ["SELECT ?p ?o {{ {} ?p ?o }}", "SELECT * {{ {} ?z ?b }} LIMIT 3", "SELECT ?c {{ {} a ?c }}"]
)
def test_so_is_every_thing_of_the_graph(ask: str, store: OpenStore) -> None:
    look_ups = LookUps(store.graph, BASE)
    things = {quad.subject for quad in store.graph.quads_for_pattern(None, None, None, ox.DefaultGraph())}
    asked = [ask.format(thing) for thing in things if isinstance(thing, ox.NamedNode)]
    answers = {query: look_ups.answer(Job(query, ("json", None))) for query in asked}

    assert len(asked) > 1000
    assert [query for query, found in answers.items() if not found or found.body != evaluated(store.graph, query)] == []


def test_so_is_a_thing_of_which_more_is_said_than_is_written_without_it() -> None:
    store = ox.Store()
    store.extend(ox.Quad(THING, LABEL, ox.Literal(number)) for number in range(MOST_ROWS + 1))
    look_ups = LookUps(store, BASE)

    for query in (f"SELECT ?p ?o {{ {THING} ?p ?o }}", f"SELECT ?p ?o {{ {THING} ?p ?o }} LIMIT 5"):
        found = look_ups.answer(Job(query, ("json", None)))

        assert found is not None and found.body == evaluated(store, query)


def test_what_was_said_of_many_things_is_forgotten_in_time() -> None:
    store = ox.Store()
    things = [ox.NamedNode(f"urn:thing:{number}") for number in range(300)]
    store.extend(ox.Quad(thing, LABEL, ox.Literal(thing.value + "x" * 100_000)) for thing in things)
    look_ups = LookUps(store, BASE)

    for thing in things:
        query = f"SELECT ?o {{ {thing} ?p ?o }}"
        found = look_ups.answer(Job(query, ("json", None)))

        assert found is not None and found.body == evaluated(store, query)
    assert 0 < look_ups.remembered <= MOST_REMEMBERED
