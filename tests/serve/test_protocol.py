"""Statements A01 to A22 of the protocol and of HTTP, each with its requests, against a real server."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
import time
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import RdfFormat, parse
from running import JSON, Running, allowed

from silkgraph.serve.media import GRAPHS, RESULTS

FORM = "application/x-www-form-urlencoded"
ASK = "query=ASK%20%7B%7D"
BODY = "https://w3id.org/silkgraph/id/body/ndrc"
COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
FORMATS = {form.media_type: form for form in GRAPHS}
PARSED_AS = {
    "text/turtle": RdfFormat.TURTLE,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/n-quads": RdfFormat.N_QUADS,
    "application/trig": RdfFormat.TRIG,
    "application/rdf+xml": RdfFormat.RDF_XML,
    "application/ld+json": RdfFormat.JSON_LD,
}


@pytest.mark.parametrize(
    ("method", "path", "type", "body"),
    [
        ("GET", f"/sparql?{ASK}", None, None),
        ("GET", f"/query?{ASK}", None, None),
        ("POST", "/sparql", FORM, ASK),
        ("POST", "/sparql", f"{FORM}; charset=UTF-8", ASK),
        ("POST", "/sparql", "application/sparql-query", "ASK {}"),
        ("POST", "/sparql", 'Application/SPARQL-Query; Charset="utf-8"', "ASK {}"),
    ],
)
def test_a01_three_ways_in(method: str, path: str, type: str | None, body: str | None, server: Running) -> None:
    headers = {"Accept": JSON, **({"Content-Type": type} if type else {})}

    reply = server.request(method, path, headers, body.encode() if body else None)

    assert (reply.status, reply.type, reply.json()["boolean"]) == (200, JSON, True)


@pytest.mark.parametrize(
    ("path", "body"),
    [("/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None), ("/sparql?query=ASK%7B%7D", "query=ASK%7B%7D")],
)
def test_a02_one_query_at_a_time(path: str, body: str | None, server: Running) -> None:
    method = "POST" if body else "GET"

    reply = server.request(method, path, {"Content-Type": FORM}, body.encode() if body else None)

    assert reply.status == 400
    assert "one query" in reply.text


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_a03_other_methods_are_told_what_is_allowed(method: str, server: Running) -> None:
    reply = server.request(method, f"/sparql?{ASK}")

    assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")


@pytest.mark.parametrize(
    ("type", "body", "status"),
    [
        ("text/plain", b"ASK {}", 415),
        (None, b"ASK {}", 415),
        ("application/sparql-query; charset=UTF-16", "ASK {}".encode("utf-16"), 415),
        ("application/sparql-query", "ASK {}".encode("utf-16"), 400),
        ("application/sparql-query", b"ASK { ?s ?p '\xff' }", 400),
        (FORM, b"query=%FF", 400),
        (FORM, b"", 400),
        (FORM, b"query=ASK{}&default-graph-uri=relative", 400),
    ],
)
def test_a04_what_is_no_query_is_refused(type: str | None, body: bytes, status: int, server: Running) -> None:
    reply = server.request("POST", "/sparql", {"Content-Type": type} if type else {}, body)

    assert reply.status == status


def test_a04_a_compressed_query_is_refused_with_the_reason(server: Running) -> None:
    headers = {"Content-Type": "application/sparql-query", "Content-Encoding": "gzip"}

    reply = server.request("POST", "/sparql", headers, gzip.compress(b"ASK {}"))

    assert (reply.status, reply.headers["accept-encoding"]) == (415, "identity")
    assert "not compressed" in reply.text
    assert server.request("POST", "/sparql", {**headers, "Content-Encoding": "identity"}, b"ASK {}").status == 200


def test_a05_a_malformed_query_is_told_where(server: Running) -> None:
    reply = server.query("SELECT *\nWHERE { ?s ?p }", accept=f"application/problem+json, {JSON}")

    assert (reply.status, reply.type) == (400, "application/problem+json")
    told = reply.json()
    assert (told["line"], told["column"], told["text"]) == (2, 15, "WHERE { ?s ?p }")
    assert told["title"] == "Malformed query"
    as_text = server.query("SELEKT", accept="text/csv")
    assert (as_text.status, as_text.type) == (400, "text/plain")
    assert "line 1, column" in as_text.text


def test_a06_the_dataset_of_the_request_wins_over_from(server: Running) -> None:
    graphs = "https://w3id.org/silkgraph/graph/"
    links, reference = f"{graphs}links", f"{graphs}reference"

    def number(query: str, **dataset: str | list[str]) -> int:
        return int(server.query(query, **dataset).json()["results"]["bindings"][0]["n"]["value"])

    in_links = number(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{links}> {{ ?s ?p ?o }} }}")
    in_reference = number(f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{reference}> {{ ?s ?p ?o }} }}")
    assert in_links != in_reference
    assert number(COUNT, **{"default-graph-uri": links}) == in_links
    assert number(COUNT.replace("{", f"FROM <{reference}> {{", 1), **{"default-graph-uri": links}) == in_links
    assert number(COUNT, **{"default-graph-uri": [links, reference]}) == in_links + in_reference
    assert number(COUNT, **{"named-graph-uri": links}) == 0
    named = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    assert number(named, **{"named-graph-uri": links}) == in_links
    assert number(named, **{"default-graph-uri": links}) == 0


@pytest.mark.parametrize("form", RESULTS, ids=lambda form: form.name)
@pytest.mark.parametrize("query", ["SELECT ?s { ?s ?p ?o } LIMIT 2", "ASK { ?s ?p ?o }"], ids=["select", "ask"])
def test_a07_a08_results_in_every_form(query: str, form: object, server: Running) -> None:
    media_type, name = form.media_type, form.name  # type: ignore[attr-defined]

    accepted, by_name = server.query(query, accept=media_type), server.query(query, accept="text/html", format=name)

    assert (accepted.status, accepted.type) == (200, media_type)
    assert (by_name.status, by_name.type) == (200, media_type)


def test_a08_ask_as_csv_and_tsv_is_the_bare_word(server: Running) -> None:
    assert server.query("ASK {}", accept="text/csv").text == "true"
    assert server.query("ASK { <urn:a> <urn:b> <urn:c> }", accept="text/tab-separated-values").text == "false"


@pytest.mark.parametrize("media_type", PARSED_AS)
@pytest.mark.parametrize(
    "query", [f"DESCRIBE <{BODY}>", "CONSTRUCT WHERE { ?s ?p ?o } LIMIT 20"], ids=["describe", "construct"]
)
def test_a09_graphs_in_every_form(query: str, media_type: str, server: Running) -> None:
    reply = server.query(query, accept=media_type)

    assert (reply.status, reply.type) == (200, media_type)
    assert len(list(parse(reply.body, format=PARSED_AS[media_type]))) >= 10


@pytest.mark.parametrize(
    ("accept", "type"),
    [
        ("text/csv;q=0.1, application/sparql-results+json;q=0.9", JSON),
        ("text/*, text/csv;q=0, text/html;q=0", "text/tab-separated-values"),
        ("*/*", JSON),
        ("", JSON),
        ("application/json", JSON),
        ("text/turtle, text/csv;q=0.5", "text/csv"),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "text/html"),
        ("application/sparql-results+xml;q=0.5, */*;q=0.4", "application/sparql-results+xml"),
        ("*/*, application/sparql-results+json;q=0", "application/sparql-results+xml"),
    ],
)
def test_a10_quality_values_and_wildcards(accept: str, type: str, server: Running) -> None:
    assert server.query("SELECT * { ?s ?p ?o } LIMIT 1", accept=accept).type == type


def test_a10_what_there_is_not_is_told_with_what_there_is(server: Running) -> None:
    reply = server.query("ASK {}", accept="image/png, application/problem+json")

    assert reply.status == 406
    assert JSON in reply.text
    assert server.query("ASK {}", format="docx").status == 406
    assert server.query("ASK {}", accept="text/turtle").status == 406
    assert server.query("ASK {}", format="ttl").status == 406


def test_a11_negotiated_answers_vary(server: Running) -> None:
    assert "Accept" in server.query("ASK {}").headers["vary"]


@pytest.mark.parametrize("query", ["ASK {}", "SELECT * { ?s ?p ?o } LIMIT 20000", "SELEKT"])
def test_a12_head_is_get_without_a_body(query: str, server: Running) -> None:
    path = "/sparql?" + urlencode({"query": query})

    head, get = server.request("HEAD", path), server.request("GET", path)

    assert head.body == b""
    assert head.status == get.status
    own = {"x-request-id", "date", "transfer-encoding"}
    assert {k: v for k, v in head.headers.items() if k not in own} == {
        k: v for k, v in get.headers.items() if k not in own
    }


def test_a13_updates_are_refused_and_change_nothing(server: Running) -> None:
    before = server.rows(COUNT)
    replies = [
        server.get("/sparql?update=CLEAR%20ALL"),
        server.request("POST", "/sparql", {"Content-Type": FORM}, b"update=CLEAR ALL"),
        server.request("POST", "/sparql?update=CLEAR%20ALL", {"Content-Type": FORM}, ASK.encode()),
        server.request("POST", "/sparql", {"Content-Type": "application/sparql-update"}, b"CLEAR ALL"),
        server.query("INSERT DATA { <urn:a> <urn:b> <urn:c> }"),
        server.query("LOAD <file:///etc/passwd>"),
        server.query("DROP ALL"),
    ]

    assert [reply.status for reply in replies] == [403] * 7
    assert server.rows(COUNT + " # again") == before


def test_a16_values_are_decoded_once(server: Running) -> None:
    query = 'SELECT ("x=y&z%2Fw+ü" AS ?text) {}'

    assert server.rows(query) == [{"text": "x=y&z%2Fw+ü"}]
    by_form = server.request(
        "POST", "/sparql", {"Content-Type": FORM, "Accept": "text/csv"}, ("query=" + quote(query)).encode()
    )
    assert by_form.text == "text\r\nx=y&z%2Fw+ü\r\n"


@pytest.mark.parametrize("query", ["ASK {}", "SELEKT"])
def test_a18_any_page_may_ask_without_credentials(query: str, server: Running) -> None:
    reply = server.get("/sparql?" + urlencode({"query": query}), Origin="https://x.example")

    assert reply.headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-credentials" not in reply.headers


def test_a18_preflight(server: Running) -> None:
    asked = {
        "Origin": "https://x.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }

    reply = server.request("OPTIONS", "/sparql", asked)

    assert (reply.status, reply.headers["access-control-allow-origin"]) == (204, "*")
    assert reply.headers["access-control-allow-headers"] == "content-type"
    assert "POST" in reply.headers["access-control-allow-methods"]


@pytest.mark.parametrize(
    ("path", "allowed"), [("/query", "GET, HEAD, OPTIONS, POST"), ("/id/body/ndrc", "GET, HEAD, OPTIONS")]
)
def test_a18_options_tell_what_a_path_allows(path: str, allowed: str, server: Running) -> None:
    assert server.request("OPTIONS", path).headers["allow"] == allowed
    assert server.request("DELETE", path).headers["allow"] == allowed


def test_a19_who_has_the_answer_is_told_so(server: Running) -> None:
    first = server.query("SELECT * { ?s ?p ?o } LIMIT 3")
    path = "/sparql?" + urlencode({"query": "SELECT * { ?s ?p ?o } LIMIT 3"})

    again = server.get(path, JSON, If_None_Match=f'"other", {first.headers["etag"]}')

    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])
    assert server.get(path, "text/csv", If_None_Match=first.headers["etag"]).status == 200
    assert "etag" not in server.query("SELECT (NOW() AS ?now) {}").headers
    assert server.query("SELECT (RAND() AS ?x) {}").headers["cache-control"] == "no-store"


def test_a20_csv_and_tsv_as_the_recommendation_writes_them(server: Running) -> None:
    query = 'SELECT ?a ?b { VALUES (?a ?b) { ("中文,\\"引\\"\\n行"@zh <urn:x>) (UNDEF 1.5) } }'

    assert server.query(query, accept="text/csv").body == 'a,b\r\n"中文,""引""\n行",urn:x\r\n,1.5\r\n'.encode()
    tsv = server.query(query, accept="text/tab-separated-values").text
    assert tsv == '?a\t?b\n"中文,\\"引\\"\\n行"@zh\t<urn:x>\n\t1.5\n'
    assert list(csv.reader(io.StringIO(server.query(query, accept="text/csv").text)))[1] == ['中文,"引"\n行', "urn:x"]


def test_a21_a_request_over_the_limit_is_told_the_limit(server: Running) -> None:
    long = b"ASK {} #" + b"x" * 1_100_000

    reply = server.request("POST", "/sparql", {"Content-Type": "application/sparql-query"}, long)

    assert reply.status == 413
    assert "1,048,576" in reply.text


def test_errors_follow_accept_and_show_nothing_of_the_server(server: Running) -> None:
    for accept in (f"application/problem+json, {JSON}", f"text/plain, {JSON}", "text/html", JSON, "image/png"):
        reply = server.query("SELECT ?x { ?x ?y }", accept=accept)
        assert reply.status in (400, 406)
        for secret in ("Traceback", "silkgraph/serve", "/tmp", "python", ".py"):
            assert secret not in reply.text


def test_answers_are_compressed_for_who_takes_it(server: Running) -> None:
    plain = server.query("SELECT * { ?s a silk:Outcome } ORDER BY ?s LIMIT 200")
    path = "/sparql?" + urlencode({"query": "SELECT * { ?s a silk:Outcome } ORDER BY ?s LIMIT 200"})

    packed = server.get(path, JSON, Accept_Encoding="br, gzip")

    assert packed.headers["content-encoding"] == "gzip"
    assert gzip.decompress(packed.body) == plain.body
    assert len(packed.body) < len(plain.body) / 4
    assert packed.headers["etag"] != plain.headers["etag"]
    assert "Accept-Encoding" in packed.headers["vary"]
    assert "content-encoding" not in server.get(path, JSON, Accept_Encoding="gzip;q=0").headers


@pytest.mark.parametrize(
    "path", ["/", "/sparql", "/.well-known/void", "/ontology.ttl", "/id/body/ndrc.jsonld", "/static/silkgraph.css"]
)
def test_what_is_no_query_comes_compressed_and_is_not_sent_twice_either(path: str, server: Running) -> None:
    while server.request("HEAD", "/dump/silkgraph.jsonld").status == 503:
        pass  # the description of the data set tells the sizes of its files as they come to be written
    plain, packed = server.get(path), server.get(path, Accept_Encoding="zstd, gzip")

    assert (packed.status, packed.headers["content-encoding"]) == (200, "gzip")
    assert gzip.decompress(packed.body) == plain.body
    for encoding, reply in {"identity": plain, "gzip": packed}.items():
        assert "Accept-Encoding" in reply.headers["vary"]
        again = server.get(path, Accept_Encoding=encoding, If_None_Match=reply.headers["etag"])
        assert (again.status, again.body) == (304, b"")


@pytest.mark.parametrize("path", ["/dump/silkgraph.nq", "/dump/silkgraph.ttl", "/context.jsonld"])
def test_files_that_the_client_has_are_not_sent_again(path: str, server: Running) -> None:
    first = server.get(path)

    assert server.get(path, If_None_Match='"another"').status == 200
    again = server.get(path, If_None_Match=first.headers["etag"])
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", first.headers["etag"])


def test_what_a_page_uses_is_kept_for_ever_under_the_address_that_names_its_content(server: Running) -> None:
    address = re.findall(r'href="(/static/silkgraph\.css\?\w+)"', server.get("/", "text/html").text)[0]

    assert "immutable" in server.get(address).headers["cache-control"]
    for path in ("/static/silkgraph.css", "/static/silkgraph.css?0"):
        assert server.get(path).headers["cache-control"] == "public, no-cache"
    for path in ("/static/", "/static/built", "/static/nothing.css", "/static/%00.css", "/static//etc/hosts.txt"):
        assert server.get(path).status == 404
    assert server.request("POST", "/static/silkgraph.css").headers["allow"] == "GET, HEAD, OPTIONS"


def test_a_long_answer_is_streamed_whole(server: Running) -> None:
    query = "SELECT * { ?s ?p ?o }"
    reply = server.query(query, accept="text/tab-separated-values")

    assert reply.headers.get("transfer-encoding") == "chunked"
    assert reply.body.count(b"\n") - 1 == int(server.rows(COUNT)[0]["n"])
    packed = server.get("/sparql?" + urlencode({"query": query}), "text/tab-separated-values", Accept_Encoding="gzip")
    assert sorted(gzip.decompress(packed.body).splitlines()) == sorted(reply.body.splitlines())


def test_an_answer_sent_in_parts_is_kept_if_it_is_not_too_long(server: Running) -> None:
    query = "SELECT ?s ?p ?o { ?s ?p ?o } LIMIT 20000"
    path = "/sparql?" + urlencode({"query": query})

    first, again = server.get(path, "text/csv"), server.get(path, "text/csv")

    assert first.headers.get("transfer-encoding") == "chunked"
    assert again.headers["content-length"] == str(len(first.body))
    assert again.body == first.body


def test_every_answer_carries_security_headers_and_an_id(server: Running) -> None:
    for path in ("/", "/sparql", f"/sparql?{ASK}", "/nothing-here", "/health", "/metrics", "/static/plain.css"):
        reply = server.get(path, "*/*", X_Request_Id="abc-1")
        assert reply.headers["x-request-id"] == "abc-1"
        assert "default-src 'none'" in reply.headers["content-security-policy"]
        assert "unsafe" not in reply.headers["content-security-policy"]
        assert reply.headers["x-content-type-options"] == "nosniff"
    assert server.get("/health", X_Request_Id="<script>").headers["x-request-id"] != "<script>"


def test_the_log_has_a_line_of_json_a_request(server: Running) -> None:
    server.get(f"/sparql?{ASK}", JSON, X_Request_Id="find-me-in-the-log")

    deadline = time.monotonic() + allowed(20)
    while "find-me-in-the-log" not in server.log.read_text():  # it is written after the answer is sent
        assert time.monotonic() < deadline
    lines = [json.loads(line) for line in server.log.read_text().splitlines() if "find-me-in-the-log" in line]
    assert [(line["path"], line["status"], line["outcome"]) for line in lines] == [("/sparql", 200, "ok")]


def test_counters_for_prometheus(server: Running) -> None:
    server.query("ASK {}")

    text = server.get("/metrics").text

    assert 'silkgraph_requests_total{method="GET",route="sparql",status="200"}' in text
    assert "silkgraph_request_seconds_bucket" in text
    assert 'silkgraph_workers{state="idle"}' in text
