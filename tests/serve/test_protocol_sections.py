"""SPARQL 1.1 Protocol, section by section: one test for each section of the Recommendation, named after it.

https://www.w3.org/TR/sparql11-protocol/
"""

from __future__ import annotations

import json
from urllib.parse import quote

from pyoxigraph import RdfFormat, parse
from running import JSON, Reply, Running

FORM = "application/x-www-form-urlencoded"
DIRECT = "application/sparql-query"
ONE, TWO, THREE = (f"http://kasei.us/2009/09/sparql/data/data{number}.rdf" for number in (1, 2, 3))


def asked(reply: Reply) -> bool:
    """The answer to an ASK."""
    assert (reply.status, reply.type) == (200, JSON), reply.text
    return bool(reply.json()["boolean"])


def test_2_1_1_query_via_get(server: Running) -> None:
    """The parameters stand percent-encoded in the query string, where + is a space; there is no message body."""
    assert asked(server.get("/sparql?query=ASK+%7B%7D", JSON))
    assert asked(server.get("/sparql?" + "query=" + quote('ASK { FILTER("a+b" = "a\\u002Bb") }'), JSON))


def test_2_1_2_query_via_post_with_url_encoded_parameters(server: Running) -> None:
    """The parameters stand in the body, which says that it is a form."""
    assert asked(server.request("POST", "/sparql", {"Content-Type": FORM, "Accept": JSON}, b"query=ASK+%7B%7D"))


def test_2_1_3_query_via_post_directly(server: Running) -> None:
    """The body is the query, unencoded UTF-8; other parameters stand in the query string."""
    query = 'ASK { FILTER(STRLEN("中文 100%25 &query=x") = 18) }'.encode()

    assert asked(server.request("POST", "/sparql", {"Content-Type": DIRECT, "Accept": JSON}, query))


def test_2_1_4_specifying_an_rdf_dataset(w3c_server: Running) -> None:
    """The dataset of the request replaces the one in the query; a graph that is not there is an empty one."""
    in_query = f"SELECT DISTINCT ?g FROM <{ONE}> FROM NAMED <{TWO}> {{ GRAPH ?g {{ ?s ?p ?o }} }}"

    assert w3c_server.rows(in_query) == [{"g": TWO}]
    named = w3c_server.query(in_query, **{"named-graph-uri": [THREE, "urn:not-there"]}).json()
    assert [row["g"]["value"] for row in named["results"]["bindings"]] == [THREE]
    assert asked(w3c_server.query("ASK { ?s ?p ?o }", **{"default-graph-uri": [ONE, TWO]}))
    assert not asked(w3c_server.query("ASK { ?s ?p ?o }", **{"default-graph-uri": "urn:not-there"}))
    direct = f"/sparql?default-graph-uri={quote(THREE)}"
    headers = {"Content-Type": DIRECT, "Accept": JSON}
    assert asked(w3c_server.request("POST", direct, headers, f"ASK FROM <{ONE}> {{ <{THREE}> ?p ?o }}".encode()))


def test_2_1_5_accepted_response_formats(server: Running) -> None:
    """Content negotiation says the form."""
    assert server.query("ASK {}", accept="application/sparql-results+xml").type == "application/sparql-results+xml"


def test_2_1_6_success_responses(server: Running) -> None:
    """2xx with results for SELECT and ASK, with RDF for CONSTRUCT and DESCRIBE."""
    rows = server.query("SELECT ?x { VALUES ?x { 1 2 } }")
    assert (rows.status, [row["x"]["value"] for row in rows.json()["results"]["bindings"]]) == (200, ["1", "2"])
    graph = server.query("CONSTRUCT { <urn:a> <urn:b> ?x } WHERE { VALUES ?x { 1 2 } }", accept="application/n-triples")
    assert (graph.status, len(list(parse(graph.body, format=RdfFormat.N_TRIPLES)))) == (200, 2)
    described = server.query("DESCRIBE <https://w3id.org/silkgraph/id/body/ndrc>", accept="text/turtle")
    assert described.status == 200 and described.body


def test_2_1_7_failure_responses(server: Running) -> None:
    """400 for what is no legal query; the body says why."""
    for query in ("ASK {", "SELECT ?x ?y", "", "INSERT DATA { <urn:a> <urn:b> <urn:c> } ; SELECT"):
        refused = server.query(query)
        assert refused.status in (400, 403) and len(refused.text) > 20


def test_2_2_update_operation(server: Running) -> None:
    """The service does not offer it: every way to ask for it is refused, and nothing has changed."""
    ways = [
        server.get("/sparql?update=DROP%20ALL"),
        server.request("POST", "/sparql", {"Content-Type": FORM}, b"update=DROP%20ALL"),
        server.request("POST", "/sparql", {"Content-Type": "application/sparql-update"}, b"DROP ALL"),
    ]

    assert [reply.status for reply in ways] == [403, 403, 403]
    assert asked(server.query("ASK { ?s ?p ?o }"))


def test_3_1_examples_of_select(w3c_server: Running) -> None:
    """The first example of section 3.1: a GET whose answer is the results as the client wants them."""
    query = "SELECT ?s WHERE { ?s a ?type } ORDER BY ?s LIMIT 1"

    as_json, as_xml = w3c_server.query(query), w3c_server.query(query, accept="application/sparql-results+xml")

    assert json.loads(as_json.body)["head"] == {"vars": ["s"]}
    assert '<variable name="s"/>' in as_xml.text


def test_3_1_11_select_with_service_fault(server: Running) -> None:
    """A malformed query is answered with 400 and the parser's message."""
    refused = server.query(
        "PREFIX foaf: <http://xmlns.com/foaf/0.1/>\nSELECT ?name\nWHERE { ?x foaf:name ?name ORDER BY ?name }"
    )

    assert refused.status == 400
    assert "line 3, column 28" in refused.text


def test_3_1_13_select_with_non_ascii_characters_in_the_query(server: Running) -> None:
    """Text of any script, as UTF-8."""
    assert server.rows('SELECT ("丝绸之路🐫" AS ?text) {}') == [{"text": "丝绸之路🐫"}]


def test_4_1_security_no_query_reaches_out(server: Running) -> None:
    """A query names what it likes; no address is looked up (more in ``test_outbound_silence.py``)."""
    assert server.query("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }").status == 403
    assert not asked(server.query("ASK FROM <http://127.0.0.1:9/> { ?s ?p ?o }"))
