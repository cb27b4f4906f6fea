"""Look-ups are answered without a worker, just as a worker would; everything else is left to the workers."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store
from running import Running

from silkgraph.serve.frames import Job
from silkgraph.serve.look_ups import LONGEST, LookUps
from silkgraph.store import OpenStore

NDRC = "<https://w3id.org/silkgraph/id/body/ndrc>"
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"


@pytest.fixture(scope="module")
def look_ups(store: OpenStore) -> LookUps:
    """Look-ups in the graph of the five documents."""
    return LookUps(store.graph, "http://127.0.0.1/sparql")


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT ?p ?o {{ {NDRC} ?p ?o }}",
        f"select*where{{{NDRC}?p?o}}",
        f"SELECT ?label WHERE {{\n  {NDRC} {LABEL} ?label .\n}}\nLIMIT 10",
        f"SELECT $class {{ {NDRC} a $class }} # what is it?",
    ],
)
def test_a_pattern_whose_subject_is_written_out_is_a_look_up(query: str, look_ups: LookUps) -> None:
    found = look_ups.answer(Job(query, ("csv", None)))

    assert found is not None
    assert found.body.count(b"\r\n") > 1


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s ?p ?o }",
        f"SELECT ?s {{ ?s ?p {NDRC} }}",
        f"SELECT * {{ {NDRC} ?p ?o . ?o ?q ?r }}",
        f"SELECT * {{ {NDRC} {LABEL}* ?o }}",
        f"SELECT * {{ SERVICE {NDRC} {{ ?s ?p ?o }} }}",
        f"SELECT (COUNT(*) AS ?n) {{ {NDRC} ?p ?o }}",
        f"SELECT * FROM <urn:x> {{ {NDRC} ?p ?o }}",
        f"SELECT ?p ?p {{ {NDRC} ?p ?o }} ORDER BY ?p",
        f"SELECT ?p {{ {NDRC} ?p ?p }}",
        f"ASK {{ {NDRC} ?p ?o }}",
        f"SELECT ?1 {{ {NDRC} ?p ?o }} LIMIT",
        f"SELECT * {{ {NDRC} ?p ?o }} #" + "x" * LONGEST,
        "",
    ],
)
def test_anything_else_is_not(query: str, look_ups: LookUps) -> None:
    assert look_ups.answer(Job(query, ("csv", None))) is None


@pytest.mark.parametrize(
    "job",
    [
        Job(f"SELECT ?p ?o {{ {NDRC} ?p ?o }}", ("html", "html")),
        Job(f"SELECT ?p ?o {{ {NDRC} ?p ?o }}", (None, "ttl")),
        Job(f"SELECT ?p ?o {{ {NDRC} ?p ?o }}", ("json", None), ("urn:g",), has_dataset=True),
        Job(f"SELECT ?p ?o {{ {NDRC} ?p ?o }}", ("json", None), max_rows=5),
    ],
    ids=["page", "not acceptable", "dataset", "limit on rows"],
)
def test_nor_is_what_asks_for_more_than_rows(job: Job, look_ups: LookUps) -> None:
    assert look_ups.answer(job) is None


@pytest.mark.parametrize("form", ["json", "xml", "csv", "tsv"])
def test_the_answer_is_the_one_a_worker_gives(form: str, server: Running) -> None:
    look_up, by_worker = f"SELECT ?p ?o {{ {NDRC} ?p ?o }}", f"SELECT ?p ?o {{ {{ {NDRC} ?p ?o }} }}"

    ours, theirs = (server.get("/sparql?" + urlencode({"query": q, "format": form})) for q in (look_up, by_worker))

    assert (ours.status, ours.body, ours.type) == (200, theirs.body, theirs.type)


def test_what_is_said_of_one_thing_without_end_is_left_to_a_worker() -> None:
    graph, thing = Store(), NamedNode("urn:thing")
    graph.bulk_extend(Quad(thing, NamedNode("urn:says"), Literal("x" * 1000 + str(n))) for n in range(3000))
    look_ups = LookUps(graph, "http://127.0.0.1/sparql")

    assert look_ups.answer(Job("SELECT ?o { <urn:thing> ?p ?o }", ("json", None))) is None
    assert look_ups.answer(Job("SELECT ?o { <urn:thing> ?p ?o } LIMIT 9", ("json", None))) is not None


def test_spaces_without_end_take_no_time(look_ups: LookUps) -> None:
    query = f"SELECT {' ' * 900}?p{' ' * 900}{{ {NDRC}"

    for _ in range(1000):
        assert look_ups.answer(Job(query, ("json", None))) is None
