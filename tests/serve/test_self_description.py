"""Statements B (service description), C (graph store), D (VoID), N (what editors read) and E01 to E05 (DCAT)."""

from __future__ import annotations

import hashlib
import time
from pathlib import Path

import pytest
from pyoxigraph import Quad, QueryBoolean, RdfFormat, Store, parse
from running import Running, running

from silkgraph.serve.media import GRAPHS, RESULTS

PREFIXES = """
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dct: <http://purl.org/dc/terms/> PREFIX dcat: <http://www.w3.org/ns/dcat#> PREFIX void: <http://rdfs.org/ns/void#>
PREFIX sd: <http://www.w3.org/ns/sparql-service-description#> PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX schema: <https://schema.org/> PREFIX spdx: <http://spdx.org/rdf/terms#>
PREFIX ent: <http://www.w3.org/ns/entailment/> PREFIX silk: <https://w3id.org/silkgraph/ontology#>
"""
G = "https://w3id.org/silkgraph/graph/brf1-2017-outcome-list"
SYNTAXES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
}


def graph_at(server: Running, path: str, accept: str = "text/turtle") -> Store:
    """The graph that a path answers with."""
    reply = server.get(path, accept)
    assert (reply.status, reply.type) == (200, accept), reply.text
    store = Store()
    store.extend(Quad(q.subject, q.predicate, q.object) for q in parse(reply.body, format=SYNTAXES[accept]))
    return store


def holds(store: Store, pattern: str) -> bool:
    """Whether a graph answers an ASK with true."""
    answer = store.query(f"{PREFIXES} ASK {{ {pattern} }}")
    assert isinstance(answer, QueryBoolean)
    return bool(answer)


@pytest.fixture(scope="module")
def service(server: Running) -> Store:
    """The service description."""
    return graph_at(server, "/sparql")


@pytest.fixture(scope="module")
def described(server: Running) -> Store:
    """The description of the dataset, once the files are written."""
    deadline = time.monotonic() + 120
    while server.get("/dump/silkgraph.jsonld").status != 200:
        assert time.monotonic() < deadline
    return graph_at(server, "/.well-known/void")


@pytest.mark.parametrize("accept", [*SYNTAXES, "text/turtle, application/rdf+xml;q=0.5"])
def test_b01_the_service_describes_itself(accept: str, server: Running) -> None:
    reply = server.get("/sparql", accept)

    assert (reply.status, reply.type) == (200, accept.partition(",")[0])
    assert len(list(parse(reply.body, format=SYNTAXES[reply.type]))) > 20


def test_b02_it_names_its_endpoint(service: Store, server: Running) -> None:
    assert holds(service, f"?s a sd:Service ; sd:endpoint <{server.endpoint}>")


def test_b03_a_browser_gets_a_page(server: Running) -> None:
    reply = server.get("/sparql", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8")

    assert (reply.status, reply.type) == (200, "text/html")
    assert "<textarea" in reply.text


def test_b04_b07_it_queries_and_nothing_else(service: Store) -> None:
    assert holds(service, "?s sd:supportedLanguage sd:SPARQL11Query")
    assert not holds(service, "?s sd:supportedLanguage sd:SPARQL11Update")
    assert not holds(service, "?s sd:feature sd:BasicFederatedQuery")
    assert holds(service, "?s sd:extensionFunction silk:matches . silk:matches rdfs:comment ?c")


def test_b05_formats_listed_are_formats_served(service: Store) -> None:
    for form in (*RESULTS, *GRAPHS):
        assert holds(service, f"?s sd:resultFormat <{form.iri}>")


def test_b06_the_default_graph_is_the_union(service: Store, server: Running) -> None:
    assert holds(service, "?s sd:feature sd:UnionDefaultGraph")
    assert not server.ask("ASK { GRAPH ?g { ?s ?p ?o } FILTER NOT EXISTS { ?s ?p ?o } }")


def test_b08_its_graphs_are_the_graphs_there_are(service: Store, server: Running) -> None:
    assert holds(
        service,
        "?s sd:defaultDataset ?d . ?d a sd:Dataset ; sd:defaultGraph ?dg ; sd:namedGraph ?ng . "
        "?ng a sd:NamedGraph ; sd:name ?n ; sd:graph ?gr . ?gr a sd:Graph ; void:triples ?t",
    )
    told = {str(row["n"].value) for row in service.query(PREFIXES + "SELECT ?n { ?x sd:name ?n }")}
    assert told == {row["g"] for row in server.rows("SELECT DISTINCT ?g { GRAPH ?g { } }")}


def test_b09_simple_entailment(service: Store) -> None:
    assert holds(service, "?s sd:defaultEntailmentRegime ent:Simple")


def test_c01_c02_a_graph_is_read(server: Running) -> None:
    count = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{G}> {{ ?s ?p ?o }} }}"
    reply = server.get(f"/graph-store?graph={G}", "application/n-triples")

    assert reply.status == 200
    assert len(reply.body.splitlines()) == int(server.rows(count)[0]["n"])
    assert server.request("HEAD", f"/graph-store?graph={G}").status == 200
    assert server.get("/graph-store?default", "application/n-triples").body.count(b"\n") == int(
        server.rows("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"]
    )
    for method in ("GET", "HEAD"):
        assert server.request(method, "/graph-store?graph=urn:nothing").status == 404


def test_c03_what_makes_no_sense_or_writes_is_refused(server: Running) -> None:
    assert server.get(f"/graph-store?default&graph={G}").status == 400
    assert server.get("/graph-store?graph=relative/garbage").status == 400
    for method in ("PUT", "POST", "DELETE"):
        reply = server.request(method, f"/graph-store?graph={G}", {"Content-Type": "text/turtle"}, b"")
        assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD, OPTIONS")


def test_c04_a_graph_is_found_by_its_name_and_the_dataset_whole(server: Running) -> None:
    by_name = server.get("/graph/brf1-2017-outcome-list", "application/n-triples")
    assert by_name.status == 200
    assert sorted(by_name.body.splitlines()) == sorted(
        server.get(f"/graph-store?graph={G}", "application/n-triples").body.splitlines()
    )
    assert server.get("/graph-store", "application/n-quads").body == server.get("/dump/silkgraph.nq").body


def test_d01_d03_the_dataset_is_described(described: Store, server: Running) -> None:
    assert holds(
        described,
        "?d a void:Dataset ; dct:title ?t ; dct:description ?x ; dct:license ?l ; dct:publisher ?p ; "
        "dct:modified ?m ; foaf:homepage ?h",
    )
    assert holds(
        described,
        f"?d a void:Dataset ; void:sparqlEndpoint <{server.endpoint}> ; void:dataDump ?f ; "
        "void:exampleResource ?e ; void:uriSpace ?u ; void:vocabulary ?v",
    )


def test_d04_dumps_hold_what_is_counted_and_examples_are_found(described: Store, server: Running) -> None:
    total = next(iter(described.query(PREFIXES + "SELECT ?n { ?d void:dataDump ?f ; void:triples ?n }")))["n"].value
    dumps = {row["f"].value for row in described.query(PREFIXES + "SELECT ?f { ?d void:dataDump ?f }")}
    assert {dump.rpartition("/")[2] for dump in dumps} == {"silkgraph.nq", "silkgraph.trig"}
    for dump in dumps:
        reply = server.get(dump.removeprefix(server.root))
        syntax = RdfFormat.from_media_type(reply.type)
        assert syntax is not None
        assert len(list(parse(reply.body, format=syntax))) == int(total)
    for row in described.query(PREFIXES + "SELECT ?e { ?d void:exampleResource ?e }"):
        assert server.get(row["e"].value.removeprefix("https://w3id.org/silkgraph"), "text/turtle").status == 303


@pytest.mark.parametrize("graph", ["brf1-2017-outcome-list", "reference", "links", "bri-2023-white-paper"])
def test_d05_counts_are_true(graph: str, server: Running) -> None:
    g = f"https://w3id.org/silkgraph/graph/{graph}"
    counted = {
        "triples": "COUNT(*)",
        "distinctSubjects": "COUNT(DISTINCT ?s)",
        "distinctObjects": "COUNT(DISTINCT ?o)",
        "properties": "COUNT(DISTINCT ?p)",
    }
    for term, count in counted.items():
        assert server.ask(
            f"{PREFIXES} ASK {{ {{ SELECT ({count} AS ?n) {{ GRAPH <{g}> {{ ?s ?p ?o }} }} }} <{g}> void:{term} ?n }}"
        ), term
    assert server.ask(
        f"{PREFIXES} ASK {{ {{ SELECT (COUNT(DISTINCT ?c) AS ?n) {{ GRAPH <{g}> {{ ?s a ?c }} }} }} "
        f"<{g}> void:classes ?n }}"
    )


def test_d05_the_dataset_counts_itself_too(server: Running) -> None:
    dataset = "https://w3id.org/silkgraph/graph/dataset"
    assert server.ask(
        f"{PREFIXES} ASK {{ {{ SELECT (COUNT(*) AS ?n) {{ GRAPH <{dataset}> {{ ?s ?p ?o }} }} }} "
        f"<{dataset}> void:triples ?n }}"
    )


def test_d05_counts_of_the_whole_are_true_but_for_its_description(server: Running) -> None:
    """The dataset has the statements of all graphs, as its dumps hold them; what is told beyond that, in all and by
    class and property, is of the data, without the graph that describes it.
    """
    whole, described = "<https://w3id.org/silkgraph/id/dataset/silkgraph>", "<https://w3id.org/silkgraph/graph/dataset>"
    data = f"GRAPH ?g {{ ?s ?p ?o }} FILTER(?g != {described})"
    counted = {
        "triples": "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }",
        "distinctSubjects": f"SELECT (COUNT(DISTINCT ?s) AS ?n) {{ {data} }}",
        "distinctObjects": f"SELECT (COUNT(DISTINCT ?o) AS ?n) {{ {data} }}",
        "properties": f"SELECT (COUNT(DISTINCT ?p) AS ?n) {{ {data} }}",
        "classes": f"SELECT (COUNT(DISTINCT ?o) AS ?n) {{ {data} FILTER(?p = rdf:type) }}",
    }
    for term, query in counted.items():
        assert server.rows(f"SELECT ?n {{ {whole} void:{term} ?n }}") == server.rows(query), term
    for total, part, name in (("entities", "classPartition", "class"), ("triples", "propertyPartition", "property")):
        told = f"SELECT ?x ?n {{ {whole} void:{part} ?part . ?part void:{name} ?x ; void:{total} ?n }} ORDER BY ?x"
        means = {"class": "?s a ?x", "property": "?s ?x ?o"}[name]
        counts = f"SELECT ?x (COUNT(*) AS ?n) {{ {{ SELECT DISTINCT ?s ?x ?o {{ GRAPH ?g {{ {means} }} "
        counts += f"FILTER(?g != {described}) }} }} }} GROUP BY ?x ORDER BY ?x"
        assert server.rows(f"{PREFIXES} {told}") == server.rows(f"{PREFIXES} {counts}"), part


def test_d06_d07_every_class_and_property_has_its_partition(server: Running) -> None:
    assert not server.ask(
        f"{PREFIXES} ASK {{ GRAPH <{G}> {{ ?s a ?c }} "
        "FILTER NOT EXISTS { ?d void:classPartition ?cp . ?cp void:class ?c } }"
    )
    used = server.rows(f"SELECT DISTINCT ?c ?p {{ GRAPH <{G}> {{ ?s a ?c ; ?p ?o }} }}")
    told = server.rows(
        f"{PREFIXES} SELECT ?c ?p {{ ?cp void:class ?c ; void:propertyPartition ?pp . "
        "?pp void:property ?p ; void:triples ?n }"
    )
    assert [pair for pair in used if pair not in told] == []


def test_d08_d09_spaces_vocabularies_and_links(server: Running, described: Store) -> None:
    assert not server.ask(
        f"{PREFIXES} ASK {{ ?d void:uriSpace ?u . ?s a silk:Outcome FILTER(!STRSTARTS(STR(?s), ?u)) }}"
    )
    used = server.rows("SELECT DISTINCT ?p { ?s ?p ?o }")
    known = tuple(row["v"].value for row in described.query(PREFIXES + "SELECT ?v { ?d void:vocabulary ?v }"))
    assert [row["p"] for row in used if not row["p"].startswith(known)] == []
    if server.ask('ASK { ?s ?p ?o FILTER(STRSTARTS(STR(?o), "http://www.wikidata.org/entity/")) }'):
        assert holds(
            described,
            "?l a void:Linkset ; void:linkPredicate ?p ; void:subjectsTarget ?a ; void:objectsTarget ?b ; "
            "void:triples ?n",
        )


def test_e01_e05_catalogue_service_and_files(described: Store, server: Running) -> None:
    assert holds(
        described,
        "?c a dcat:Catalog ; dct:title ?t ; dct:description ?d ; dct:publisher ?p ; "
        "dcat:dataset ?ds ; dcat:service ?sv",
    )
    assert holds(
        described,
        f"?sv a dcat:DataService ; dcat:endpointURL <{server.endpoint}> ; dcat:endpointDescription ?sd ; "
        "dcat:servesDataset ?ds ; dct:conformsTo ?spec",
    )
    assert not holds(
        described,
        "?x a dcat:Distribution ; dcat:downloadURL ?u "
        "FILTER NOT EXISTS { ?x dcat:mediaType ?m ; dct:license ?l ; dcat:byteSize ?b ; spdx:checksum ?k }",
    )
    assert holds(
        described,
        "?d a dcat:Dataset ; dct:issued ?i ; dct:modified ?m ; dct:identifier ?id ; dct:accessRights ?r ; "
        "dcat:keyword ?k ; "
        "dcat:theme ?th ; dct:language ?la ; dct:spatial ?sp ; dct:temporal ?te ; dcat:contactPoint ?cp ; "
        "dct:accrualPeriodicity ?ap ; dcat:landingPage ?lp ; dcat:version ?v",
    )
    files = described.query(
        PREFIXES + "SELECT ?u ?b ?h { ?x dcat:downloadURL ?u ; dcat:byteSize ?b ; spdx:checksum/spdx:checksumValue ?h }"
    )
    checked = 0
    for row in files:
        content = server.get(row["u"].value.removeprefix(server.root)).body
        assert len(content) == int(row["b"].value)
        assert hashlib.sha256(content).hexdigest() == row["h"].value
        checked += 1
    assert checked == 7


def test_the_dataset_says_how_accurately_it_was_read(described: Store) -> None:
    rows = described.query(
        PREFIXES + "PREFIX dqv: <http://www.w3.org/ns/dqv#> SELECT ?label ?value { ?d a dcat:Dataset ; "
        "dqv:hasQualityMeasurement ?m . ?m rdfs:label ?label ; dqv:value ?value ; "
        "dqv:isMeasurementOf/rdfs:label ?metric "
        'FILTER(LANG(?label) = "en" && LANG(?metric) = "en") }'
    )
    told = {row["label"].value: float(row["value"].value) for row in rows}

    assert len(told) == 9
    assert all(0.5 < value <= 1 for value in told.values())
    assert told["evidence: other documents"] == 1


def test_n01_every_example_runs_as_written(server: Running) -> None:
    assert not server.ask(
        f"{PREFIXES} ASK {{ ?q a sh:SPARQLExecutable "
        "FILTER NOT EXISTS { ?q schema:target ?ep ; schema:keywords ?k } }"
    )
    examples = server.rows(
        f"{PREFIXES} SELECT ?query ?c {{ ?q a sh:SPARQLExecutable ; sh:select|sh:ask|sh:construct ?query ; "
        "rdfs:comment ?c "
        'FILTER(LANGMATCHES(LANG(?c), "zh")) }'
    )
    assert len(examples) >= 30
    for example in examples:
        reply = server.query(example["query"], accept="text/csv, text/turtle;q=0.5")
        assert reply.status == 200, example["query"]
        assert reply.body.count(b"\n") > 1 or reply.text in ("true", "false"), example["query"]


def test_n02_prefixes_are_declared(server: Running) -> None:
    declared = server.rows(f"{PREFIXES} SELECT ?p ?n {{ ?o sh:declare ?d . ?d sh:prefix ?p ; sh:namespace ?n }}")

    assert {"p": "silk", "n": "https://w3id.org/silkgraph/ontology#"} in declared


def test_addresses_are_those_of_the_base_url(built_folder: Path, tmp_path: Path) -> None:
    with running(built_folder, tmp_path, "--workers", "1", "--base-url", "https://data.example/silk/") as server:
        described = graph_at(server, "/.well-known/void")
        assert holds(described, "?d void:sparqlEndpoint <https://data.example/silk/sparql>")
        moved = server.get("/id/body/ndrc", "text/turtle")
        assert moved.headers["location"] == "https://data.example/silk/id/body/ndrc.ttl"
        assert "127.0.0.1" not in server.get("/", "text/html").text
