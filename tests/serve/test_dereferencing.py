"""Statements K: every IRI of the project answers, in the form asked for."""

from __future__ import annotations

import random
from collections import defaultdict

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from running import Running

from silkgraph.locations import knowledge
from silkgraph.serve.dereference import FORMS
from silkgraph.serve.media import GRAPH_SYNTAXES, HTML, Form

BASE = "https://w3id.org/silkgraph"
SYNTAXES = {
    "text/turtle": RdfFormat.TURTLE,
    "application/ld+json": RdfFormat.JSON_LD,
    "application/n-triples": RdfFormat.N_TRIPLES,
    "application/rdf+xml": RdfFormat.RDF_XML,
}
BODY, CONCEPT, OUTCOME = "/id/body/ndrc", "/scheme/kind/agreement", "/id/outcome/brf1-2017-outcome-list/1.3/2"


def followed(server: Running, path: str, accept: str) -> tuple[int, str, bytes]:
    """The answer at the end of a redirect: status, media type, body."""
    reply = server.get(path, accept)
    if reply.status == 303:
        reply = server.get(reply.headers["location"].removeprefix(server.root), accept)
    return reply.status, reply.type, reply.body


@pytest.mark.parametrize("accept", SYNTAXES)
@pytest.mark.parametrize("path", [BODY, CONCEPT, OUTCOME, "/ontology", "/graph/links"])
def test_k01_rdf_about_the_thing_itself(path: str, accept: str, server: Running) -> None:
    status, type, body = followed(server, path, accept)

    assert (status, type) == (200, accept)
    subjects = {quad.subject for quad in parse(body, format=SYNTAXES[accept])}
    if not path.startswith("/graph/"):
        assert NamedNode(BASE + path) in subjects


def test_k01_whatever_the_graph_names_is_found(server: Running) -> None:
    """As subject, property or value: all that is of a rare kind, and a sample of the thousands of the others."""
    rows = [
        row
        for place in "spo"
        for row in server.rows(
            f'SELECT DISTINCT ?x {{ ?s ?p ?o BIND(?{place} AS ?x) FILTER(ISIRI(?x) && STRSTARTS(STR(?x), "{BASE}/")) }}'
        )
    ]
    paths = sorted({row["x"].removeprefix(BASE).partition("#")[0] for row in rows})
    kinds = defaultdict(list)
    for path in paths:
        kinds["/".join(path.split("/")[:3])].append(path)
    rare = {path for alike in kinds.values() if len(alike) <= 20 for path in alike}

    assert {"/ontology/0.1.0", "/id/distribution/silkgraph.ttl"} <= rare
    for path in sorted({*rare, *random.Random(1).sample(paths, 120)}):
        assert followed(server, path, "text/turtle")[0] == 200, path


@pytest.mark.parametrize(
    ("path", "iri"),
    [
        ("/ontology/0.1.0", "/ontology"),
        ("/id/distribution/silkgraph.ttl", "/id/distribution/silkgraph.ttl"),
        ("/graph/links/extraction", None),
        ("/graph/brf1-2017-outcome-list/extraction", "/graph/brf1-2017-outcome-list/extraction"),
    ],
)
def test_k01_names_that_look_like_something_else(path: str, iri: str | None, server: Running) -> None:
    """A version of the vocabulary, a name that ends like a suffix, an activity named under a graph."""
    status, _, body = followed(server, path, "application/n-triples")

    assert status == (200 if iri else 404)
    told = {quad.subject for quad in parse(body, format=RdfFormat.N_TRIPLES)}
    assert (NamedNode(f"{BASE}{iri}") in told) == (iri is not None)


@pytest.mark.parametrize(("language", "name"), [("zh-CN,zh;q=0.9", "国家发展"), ("en", "National Development")])
def test_k02_a_page_in_the_language_of_the_reader(language: str, name: str, server: Running) -> None:
    reply = server.get(f"{BODY}.html", "text/html", Accept_Language=language)

    assert (reply.status, reply.type) == (200, "text/html")
    assert name in reply.text.partition("<title>")[2].partition("</title>")[0]
    assert reply.headers["content-language"] == language[:2]
    assert f'<html lang="{language[:2]}"' in reply.text


@pytest.mark.parametrize(
    "path", ["/id/body/nobody-at-all", "/scheme/kind/nothing", "/graph/none", "/id/", "/elsewhere"]
)
@pytest.mark.parametrize(
    ("accept", "type"), [("text/html", "text/html"), ("text/csv", "text/plain"), ("*/*", "text/plain")]
)
def test_k03_unknown_things_are_404(path: str, accept: str, type: str, server: Running) -> None:
    reply = server.get(path, accept)

    assert (reply.status, reply.type) == (404, type)
    assert server.get(f"{path}.ttl", accept).status == 404


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
@pytest.mark.parametrize("path", ["/id/body/nobody-at-all", "/graph/none"])
def test_k03_unknown_things_are_404_in_the_form_asked_for(path: str, form: Form, server: Running) -> None:
    replies = [
        server.get(path, form.media_type),
        server.get(f"{path}.{form.name}"),
        server.get(f"{path}?format={form.name}", "*/*"),
    ]

    assert [(reply.status, reply.type) for reply in replies] == [(404, form.media_type)] * 3
    if form is not HTML:
        for reply in replies:
            quads = parse(reply.body, format=GRAPH_SYNTAXES[form.name])
            told = {(quad.predicate.value.rpartition("#")[2], quad.object.value) for quad in quads}
            assert ("statusCodeValue", "404") in told
            assert ("comment", f"nothing is known of {BASE}{path}") in told


def test_k02_the_language_in_the_address_goes_along(server: Running) -> None:
    reply = server.get(f"{BODY}?lang=zh&theme=dark&other=1", "text/html")

    assert (reply.status, reply.headers["location"]) == (303, f"{server.root}{BODY}.html?lang=zh&theme=dark")
    assert server.get(f"{BODY}?lang=zh", "text/turtle").headers["location"] == f"{server.root}{BODY}.ttl"


def test_k04_things_are_not_documents_and_documents_name_their_kin(server: Running) -> None:
    reply = server.get(BODY, "text/turtle")

    assert (reply.status, reply.headers["location"]) == (303, f"{server.root}{BODY}.ttl")
    assert "Accept" in reply.headers["vary"]
    for headers in (reply.headers, server.get(f"{BODY}.ttl").headers):
        links = headers["link"]
        assert f'<{server.root}{BODY}.jsonld>; rel="alternate"; type="application/ld+json"' in links
        assert 'rel="describedby"' in links and 'rel="license"' in links
        assert f'<{BASE}{BODY}>; rel="cite-as"' in links
    assert server.get(f"{BODY}?format=nt", "text/html").headers["location"].endswith(".nt")
    assert server.get(f"{BODY}.ttl", "text/html").type == "text/turtle"
    assert server.get(BODY, "image/png").status == 406


def test_k05_terms_state_where_they_are_defined(server: Running) -> None:
    _, _, body = followed(server, "/ontology", "application/n-triples")
    triples = {(q.subject, q.predicate.value, q.object) for q in parse(body, format=RdfFormat.N_TRIPLES)}
    terms = {row["t"] for row in server.rows(f"SELECT ?t {{ ?t rdfs:isDefinedBy <{BASE}/ontology> }}")}

    assert len(terms) > 30
    for term in terms:
        assert (
            NamedNode(term),
            "http://www.w3.org/2000/01/rdf-schema#isDefinedBy",
            NamedNode(f"{BASE}/ontology"),
        ) in triples


def test_k06_names_are_plain(server: Running) -> None:
    assert not server.ask(
        f'ASK {{ ?thing a ?class FILTER(STRSTARTS(STR(?thing), "{BASE}/id/")) '
        f'FILTER(!REGEX(STR(?thing), "^{BASE}/id/[A-Za-z0-9/._-]+$")) }}'
    )
    assert not server.ask("ASK { ?thing a silk:Outcome FILTER(ISBLANK(?thing)) }")


def test_d09_the_document_about_a_thing_is_part_of_the_dataset(server: Running) -> None:
    quads = list(parse(server.get(f"{OUTCOME}.nt").body, format=RdfFormat.N_TRIPLES))

    assert any(quad.predicate.value == "http://rdfs.org/ns/void#inDataset" for quad in quads)
    assert any(quad.predicate.value == "http://www.w3.org/ns/oa#exact" for quad in quads), "the evidence is there too"


def test_documents_are_cached_by_their_etag(server: Running) -> None:
    first = server.get(f"{BODY}.ttl")

    assert server.get(f"{BODY}.ttl", If_None_Match=first.headers["etag"]).status == 304


@pytest.mark.parametrize(
    "path",
    [
        "/id/body/%3Cscript%3Ealert(1)%3C/script%3E",
        "/id/body/x%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
        "/id/body/a%0D%0ASet-Cookie:%20x=1",
        "/id/../../../etc/passwd",
        "/static/../pages.py",
        "/static/%2e%2e/pages.py",
        "/dump/..%2f..%2fsilkgraph.json",
    ],
)
def test_names_that_are_none_do_nothing(path: str, server: Running) -> None:
    reply = server.get(path, "text/html")

    assert reply.status in (400, 404)
    assert "<script>alert" not in reply.text and "<img" not in reply.text
    assert "set-cookie" not in reply.headers
    assert "root:" not in reply.text and "Jinja2" not in reply.text


def test_labels_with_markup_do_nothing_on_a_page(server: Running) -> None:
    query = "SELECT ('<script>alert(1)</script>\"' AS ?a) (<javascript:alert(1)> AS ?b) {}"

    reply = server.query(query, accept="text/html")

    assert reply.status == 200
    assert "<script>" not in reply.text
    assert 'href="javascript:' not in reply.text


def test_the_context_of_json_ld_is_published_at_its_address(server: Running) -> None:
    reply = server.get("/context.jsonld", "application/ld+json")

    assert (reply.status, reply.type) == (200, "application/ld+json")
    assert reply.body == (knowledge("ontology") / "context.jsonld").read_bytes()
    assert reply.headers["access-control-allow-origin"] == "*"
    assert server.request("POST", "/context.jsonld").status == 405
