"""A document's graph: exactly these quads, the same after a trip through another library."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse, serialize

from silkgraph.describe.document_graph import describe_reading
from silkgraph.describe.labels import Glossary
from silkgraph.describe.literals import number
from silkgraph.describe.mentions import bodies_of
from silkgraph.describe.reference_graph import known_glossary
from silkgraph.locations import knowledge
from silkgraph.model import KINDS, Amount, Body, Figure, Item, Outcome, Passage, Reading, SourceDocument
from silkgraph.namespaces import SILK, THINGS, silk

GOLDEN = Path(__file__).parent / "golden" / "small.nq"


def nquads(quads: list[Quad]) -> str:
    return "".join(f"{quad} .\n" for quad in quads)


def test_small_reading_gives_exactly_the_golden_quads(
    reading: Reading, glossary: Glossary, request: pytest.FixtureRequest
) -> None:
    quads = nquads(describe_reading(reading, glossary, "0.1.0"))
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(quads, "utf-8")
    assert quads == GOLDEN.read_text("utf-8")


def test_order_of_parties_and_their_wording_can_be_read_back(reading: Reading, glossary: Glossary) -> None:
    store = Store()
    store.extend(describe_reading(reading, glossary))
    rows = store.query(
        "PREFIX silk: <https://w3id.org/silkgraph/ontology#> SELECT ?position ?role ?name {"
        " GRAPH ?g { <https://w3id.org/silkgraph/id/outcome/brf1-2017-outcome-list/1.3/1> silk:party ?p ."
        " ?p silk:position ?position ; silk:role ?role ; silk:nameAsWritten ?name } } ORDER BY ?position"
    )
    assert [tuple(term.value for term in row) for row in rows] == [  # type: ignore[union-attr]
        ("1", "initiator", "中国政府"),
        ("2", "partner", "老挝政府"),
    ]


def test_superproperty_and_partner_country_are_stated(reading: Reading, glossary: Glossary) -> None:
    quads = describe_reading(reading, glossary)
    outcome = NamedNode(THINGS + "outcome/brf1-2017-outcome-list/1.3/1")
    said = {(q.predicate, q.object) for q in quads if q.subject == outcome}
    laos = NamedNode(THINGS + "body/government-la")
    assert (silk("partner"), laos) in said
    assert (silk("involves"), laos) in said
    assert (silk("partnerCountry"), NamedNode(THINGS + "place/LA")) in said


def test_body_of_the_authority_file_is_described_elsewhere(reading: Reading, glossary: Glossary) -> None:
    quads = describe_reading(reading, glossary)
    described = {q.subject.value for q in quads if q.object == silk("Body") and isinstance(q.subject, NamedNode)}
    assert described == {THINGS + "body/si-lu-mou-mou-ji-jin"}


def test_document_with_a_chinese_name_gets_a_safe_iri_and_keeps_its_name(reading: Reading, glossary: Glossary) -> None:
    renamed = replace(reading, document=replace(reading.document, identifier="成果 清单"), outcomes=(), figures=())
    quads = describe_reading(renamed, glossary)
    (graph,) = {str(quad.graph_name) for quad in quads}
    assert graph == "<https://w3id.org/silkgraph/graph/cheng-guo-qing-dan-cff9fc80>"
    assert Literal("成果 清单") in {quad.object for quad in quads}


def test_literals_are_canonical() -> None:
    assert str(number(Decimal("100.0"))) == '"100"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert str(number(Decimal("19.1E12"))) == '"19100000000000"^^<http://www.w3.org/2001/XMLSchema#integer>'
    assert str(number(Decimal("100.50"))) == '"100.5"^^<http://www.w3.org/2001/XMLSchema#decimal>'


def test_two_documents_of_one_forum_may_both_tell_who_came(reading: Reading, glossary: Glossary) -> None:
    other = replace(reading, document=replace(reading.document, identifier="another-list"))
    people = {
        quad.subject
        for one in (reading, other)
        for quad in describe_reading(one, glossary)
        if quad.object == silk("Participation")
    }
    assert len(people) == 2


def test_store_gives_back_the_very_terms(reading: Reading, glossary: Glossary) -> None:
    quads = describe_reading(reading, glossary)
    store = Store()
    store.extend(quads)
    assert set(store) == set(quads)


names = known_glossary
"""The glossary, not as a fixture: hypothesis would print it with every failure."""
NAMES = st.text('中国老挝政府“”《》"\\ \n\tAé𠀀', min_size=1, max_size=8)
IDENTIFIERS = st.sampled_from(("government-la", "ndrc", "mou-jigou"))


@st.composite
def small_readings(draw: st.DrawFn) -> Reading:
    document = SourceDocument(
        draw(NAMES),
        draw(NAMES),
        "Title",
        draw(st.sampled_from((None, "2017"))),
        draw(st.text("外交部", max_size=3)),
        draw(st.none() | st.dates(date(2017, 1, 1))),
        draw(st.sampled_from(("", "https://example.org/x", "https://not a link", "某报"))),
        "0" * 64,
        "list",
    )
    bodies = st.builds(
        Body, NAMES, st.none() | st.just("LA"), st.just("other"), st.booleans(), IDENTIFIERS, st.booleans()
    )
    values = st.decimals(0, 10**15, places=2)
    outcomes = st.builds(
        Outcome,
        st.just(document.identifier),
        st.just("1.1"),
        st.just(1),
        st.just(Passage(0, 2, "中国")),
        st.sampled_from(KINDS),
        NAMES,
        st.sampled_from(("concluded", "announced")),
        st.lists(bodies, max_size=3).map(tuple),
        st.lists(bodies, max_size=3).map(tuple),
        st.just("transport"),
        amounts=st.lists(st.builds(Amount, values, st.just("CNY")), max_size=2).map(tuple),
        year=st.none() | st.integers(1000, 2100),
    )
    figure = Figure(
        document.identifier, "1.1", 1, Passage(0, 2, "中国"), "中国", "数", draw(values), None, "列", "over", None
    )
    item = Item("1.1", 0, 2, (), None, ((0, 2),))
    return Reading(document, 2, (item,), (Passage(0, 2, "中国"),), (draw(outcomes),), (figure,))


@settings(max_examples=40, deadline=None)
@given(small_readings())
def test_graph_survives_rdflib(reading: Reading) -> None:
    triples = {quad.triple for quad in describe_reading(reading, names())}
    graph = rdflib.Graph()
    graph.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="nt")
    back = parse(graph.serialize(format="nt"), format=RdfFormat.N_TRIPLES)
    assert {quad.triple for quad in back} == triples


@settings(max_examples=40, deadline=None)
@given(small_readings())
def test_every_iri_of_ours_is_safe_and_every_term_declared(reading: Reading) -> None:
    vocabulary = (knowledge("ontology") / "silkgraph.ttl").read_text("utf-8")
    for quad in describe_reading(reading, names()):
        for term in (quad.subject, quad.predicate, quad.object, quad.graph_name):
            if not (isinstance(term, NamedNode) and term.value.startswith("https://w3id.org/silkgraph/")):
                continue
            local = term.value.removeprefix("https://w3id.org/silkgraph/")
            if term.value.startswith(SILK):
                assert f"\nsilk:{term.value.removeprefix(SILK)}\n" in vocabulary
            else:
                assert set(local) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789/._-")


def test_quads_are_sorted_and_unique(reading: Reading, glossary: Glossary) -> None:
    lines = nquads(describe_reading(reading, glossary)).splitlines()
    assert lines == sorted(set(lines))


def test_every_mention_of_a_body_is_found(reading: Reading) -> None:
    assert [body.name for body in bodies_of(reading)] == ["中国政府", "老挝政府", "丝路某某基金"]
