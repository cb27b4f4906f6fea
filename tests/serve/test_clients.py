"""Clients that people use, each asking the real server: curl, SPARQLWrapper, rdflib, pandas, Comunica."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from pathlib import Path

import pytest
from rdflib import Graph, URIRef
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from running import Running, running

QUERY = """PREFIX silk: <https://w3id.org/silkgraph/ontology#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
SELECT ?kind (COUNT(?outcome) AS ?n) { ?outcome silk:kind ?kind } GROUP BY ?kind ORDER BY DESC(?n)"""
NDRC = URIRef("https://w3id.org/silkgraph/id/body/ndrc")


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed: apt install curl")
def test_curl(server: Running) -> None:
    command = [
        "curl",
        "-sS",
        "--compressed",
        "-H",
        "Accept: text/csv",
        "--data-urlencode",
        f"query={QUERY}",
        server.endpoint,
    ]

    printed = subprocess.run(command, capture_output=True, check=True, text=True).stdout

    assert printed.splitlines()[0] == "kind,n"
    assert len(printed.splitlines()) == 8


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_sparqlwrapper(method: str, server: Running) -> None:
    wrapper = pytest.importorskip("SPARQLWrapper")
    client = wrapper.SPARQLWrapper(server.endpoint)
    client.setMethod(method)
    client.setQuery(QUERY)
    client.setReturnFormat(wrapper.JSON)
    assert len(client.queryAndConvert()["results"]["bindings"]) == 7
    client.setQuery(f"CONSTRUCT WHERE {{ <{NDRC}> ?p ?o }}")
    client.setReturnFormat(wrapper.RDFXML)
    assert len(client.queryAndConvert()) > 5
    client.setQuery("ASK { ?s ?p ?o }")
    client.setReturnFormat(wrapper.XML)
    assert "true" in client.queryAndConvert().toxml()
    client.setQuery("SELECT ?x { ?x")
    with pytest.raises(wrapper.SPARQLExceptions.QueryBadFormed):
        client.query()


def test_rdflib_store(server: Running) -> None:
    graph = Graph(SPARQLStore(server.endpoint))

    assert len(list(graph.query(QUERY))) == 7
    assert len(list(graph.predicate_objects(NDRC))) > 5


def test_rdflib_service(server: Running) -> None:
    found = list(Graph().query(f"SELECT ?label {{ SERVICE <{server.endpoint}> {{ <{NDRC}> rdfs:label ?label }} }}"))

    assert len(found) == 2


def test_rdflib_parses_what_an_iri_leads_to(server: Running) -> None:
    graph = Graph().parse(f"{server.root}/id/body/ndrc")

    assert (NDRC, None, None) in graph


def test_pandas_through_csv(server: Running) -> None:
    pandas = pytest.importorskip("pandas")

    frame = pandas.read_csv(io.BytesIO(server.query(QUERY, accept="text/csv").body))

    assert list(frame.columns) == ["kind", "n"]
    assert frame["n"].dtype == "int64" and len(frame) == 7


def test_oxigraph_service(server: Running) -> None:
    from pyoxigraph import Store

    rows = Store().query(
        f"SELECT * {{ SERVICE <{server.endpoint}> {{ <{NDRC}> <http://www.w3.org/2000/01/rdf-schema#label> ?label }} }}"
    )

    assert len(list(rows)) == 2  # type: ignore[arg-type]


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("npm") is None, reason="npm is not installed: apt install nodejs npm")
def test_comunica(built_folder: Path, tmp_path: Path) -> None:
    """Comunica reads the service description first, then asks."""
    here = Path(__file__).parent / "comunica"
    for name in ("package.json", "package-lock.json", "ask.mjs"):
        shutil.copy(here / name, tmp_path / name)
    subprocess.run(
        ["npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts"], cwd=tmp_path, check=True, capture_output=True
    )
    with running(built_folder, tmp_path, "--workers", "1") as server:
        asked = ["node", "ask.mjs", server.endpoint]
        done = subprocess.run(asked, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["kinds"] == 7
    assert told["labels"] == ["National Development and Reform Commission", "国家发展和改革委员会"]
