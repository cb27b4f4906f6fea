"""Graphs of rdflib and networks of networkx hold what the graph holds; traces show the sentence."""

from __future__ import annotations

import warnings
from pathlib import Path

import networkx as nx
import pytest
import rdflib
from rdflib.compare import isomorphic

import silkgraph
from silkgraph.errors import QueryError
from silkgraph.notebook.knowledge_graph import KnowledgeGraph
from silkgraph.store import OpenStore

LIST_OF_2017 = "brf1-2017-outcome-list"


@pytest.fixture(scope="module")
def expected(store: OpenStore) -> rdflib.Dataset:
    """What the build wrote, as rdflib reads it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # rdflib warns of what rdflib itself does
        return rdflib.Dataset(default_union=True).parse(store.nquads, format="nquads")


@pytest.mark.parametrize("place", ["kg", "apart"])
def test_a_named_graph_is_isomorphic_to_what_was_built(
    place: str, expected: rdflib.Dataset, request: pytest.FixtureRequest
) -> None:
    found = request.getfixturevalue(place).graph(LIST_OF_2017)

    assert isinstance(found, rdflib.Graph) and len(found) > 5000
    assert isomorphic(found, expected.graph(rdflib.URIRef(f"https://w3id.org/silkgraph/graph/{LIST_OF_2017}")))


def test_the_dataset_has_every_statement_in_its_graph(kg: KnowledgeGraph, expected: rdflib.Dataset) -> None:
    found = kg.graph()

    assert isinstance(found, rdflib.Dataset)
    assert set(found.quads()) == set(expected.quads())


def test_rdflib_answers_sparql_over_it(kg: KnowledgeGraph) -> None:
    query = "SELECT (COUNT(?x) AS ?n) WHERE { ?x a silk:Agreement }"
    (row,) = kg.graph(LIST_OF_2017).query(query)

    assert int(row[0]) == len(kg.outcomes(document=LIST_OF_2017, kind="agreement"))


def test_a_graph_that_is_not_there_is_named(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="there is no graph 'brf1-2017'\nDid you mean brf1-2017-outcome-list"):
        kg.graph("brf1-2017")


@pytest.mark.slow
@pytest.mark.parametrize("name", ["silkgraph.nq", "silkgraph.ttl"])
def test_a_file_is_a_graph_like_any_other(
    name: str, kg: KnowledgeGraph, expected: rdflib.Dataset, released_folder: Path
) -> None:
    loaded = silkgraph.load(released_folder / name)

    assert loaded.outcomes(forum=2017).equals(kg.outcomes(forum=2017))
    assert {quad[:3] for quad in loaded.graph().quads()} == {quad[:3] for quad in expected.quads()}


def test_a_network_of_bodies_and_countries_counts_outcomes(kg: KnowledgeGraph) -> None:
    network = kg.network("body-country", forum=2017)
    government, laos = (str(silkgraph.iri(name)) for name in ("body:government-cn", "place:LA"))
    table = kg.outcomes(forum=2017, country="LA")
    shared = table[table["initiators"].str.split("; ").map(lambda names: "Government of China" in names)]

    assert network.edges[government, laos]["weight"] == len(shared) > 0
    assert set(network.edges[government, laos]["outcomes"].split("\n")) == set(shared.index)
    assert network.nodes[laos] == {"label": "Laos", "sort": "country", "country": "LA"}
    assert network.nodes[government]["type"] == "Government"


@pytest.mark.parametrize("kind", ["body-country", "body-body", "country-country", "body-domain", "outcome-outcome"])
def test_each_network_can_be_written_for_gephi(kind: str, kg: KnowledgeGraph, tmp_path: Path) -> None:
    network = kg.network(kind)
    nx.write_graphml(network, tmp_path / "network.graphml")

    assert network.number_of_edges() > 10
    assert all(data["label"] and data["sort"] for _, data in network.nodes(data=True))
    assert all(data["weight"] == len(data["outcomes"].split("\n")) for *_, data in network.edges(data=True))
    assert network.is_directed() == (kind in ("body-body", "outcome-outcome"))
    assert nx.number_of_selfloops(network) == 0


def test_a_network_of_some_outcomes_has_all_their_parties(kg: KnowledgeGraph) -> None:
    network = kg.network("body-country", forum=2017, country="LA", outcome_kind="agreement")
    table = kg.outcomes(forum=2017, country="LA", kind="agreement")
    found = {outcome for *_, data in network.edges(data=True) for outcome in data["outcomes"].split("\n")}

    assert found == set(table.index[table["initiators"].notna() & (table["countries"].fillna("") != "")])
    with pytest.raises(QueryError, match="links cannot be chosen by status"):
        kg.network("outcome-outcome", status="announced")


def test_a_network_that_is_not_there_is_named(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="there is no network 'body-countries'\nDid you mean body-country"):
        kg.network("body-countries")


def test_a_trace_shows_the_words_in_their_sentence(kg: KnowledgeGraph, served: KnowledgeGraph) -> None:
    trace = kg.trace("outcome/brf1-2017-outcome-list/1.3/2", lang="zh")
    (sentence,) = trace.sentences

    assert (sentence.item, sentence.start, sentence.end) == ("1.3", 715, 743)
    assert sentence.before == "（三）中国政府与匈牙利政府签署关于共同编制中匈合作规划纲要的谅解备忘录，"
    assert sentence.after == "。"
    assert "<mark>与老挝、柬埔寨政府签署共建“一带一路”政府间双边合作规划</mark>。" in trace._repr_html_()
    assert served.trace("outcome/brf1-2017-outcome-list/1.3/2", lang="zh") == trace


def test_a_body_is_traced_to_the_sentences_that_it_acts_in(kg: KnowledgeGraph, store: OpenStore) -> None:
    trace = kg.trace("body:cdb")

    assert len(trace.sentences) == 10 and trace.more > 0
    assert repr(trace).endswith(f"and {trace.more} more")
    for sentence in trace.sentences:
        text = store.source(sentence.document)
        assert text is not None and text[sentence.start : sentence.end] == sentence.words
        assert f"{sentence.before}{sentence.words}{sentence.after}" in text


def test_a_trace_of_nothing_is_an_error(kg: KnowledgeGraph) -> None:
    with pytest.raises(QueryError, match="the graph says nothing of <https://w3id.org/silkgraph/id/body/no-such>"):
        kg.trace("body:no-such")
